"""The JSON that TimelineJS draws, see timeline.knightlab.com/docs/json-format.html."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import escape

from kit.formats.identity import identified
from kit.labels import kind_word, written
from kit.records import Entry
from kit.text.span import divided
from kit.text.visible import escape_json, visible

LONGEST_HEADLINE = 100
# As many numbers as a date of this precision has; what is not known is left out.
_NUMBERS = {"month": 2, "quarter": 2, "half": 2, "season": 2, "year": 1}


def to_timelinejs(entries: Iterable[Entry]) -> Iterator[str]:
    """One JSON object, a slide a line. TimelineJS reads texts as HTML, so that those of articles are escaped."""
    yield '{"events": ['
    last = ""
    for id_, entry in identified(entries):
        if last:
            yield f"{last},"
        last = f"  {escape_json(json.dumps(_slide(id_, entry), ensure_ascii=False))}"
    if last:
        yield last
    yield "]}"


def _slide(id_: str, entry: Entry) -> dict[str, object]:
    numbers = _NUMBERS.get(entry["precision"], 3)
    return {
        "start_date": _date(entry["date"], numbers),
        # Always given: without a single end, TimelineJS draws no axis.
        "end_date": _date(entry["date_end"], numbers),
        "display_date": written(entry["date"], entry["date_end"], entry["precision"]),
        "text": {"headline": escape(_headline(entry)), "text": _text(entry)},
        "group": kind_word(entry),
        "unique_id": id_,
    }


def _date(day: str, numbers: int) -> dict[str, int]:
    return {name: int(part) for name, part in zip(("year", "month", "day")[:numbers], day.split("-"), strict=False)}


def _headline(entry: Entry) -> str:
    text = visible(entry["text"])
    return text if len(text) <= LONGEST_HEADLINE else text[:LONGEST_HEADLINE].rpartition(" ")[0] + " …"


def _text(entry: Entry) -> str:
    pieces = divided(entry["text"], entry["highlights"])
    html = "".join(f"<b>{_html(piece)}</b>" if marked else _html(piece) for piece, marked in pieces)
    named = _html(entry["title"])
    if entry["url"] and re.match(r"https?://", entry["url"]):
        named = f'<a href="{_html(entry["url"])}">{named}</a>'
    origin = [named, *(_html(part) for part in (entry["source"], entry["published"]) if part)]
    return f"<p>{html}</p><p>{', '.join(origin)} ({_html(entry['file'])}:{entry['line']})</p>"


def _html(text: str) -> str:
    return escape(visible(text))
