"""Records as text for other programs: JSON, JSON Lines, CSV, plain lines, and Markdown for notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, cast

from kit.labels import iso, kind_word, numbered
from kit.text.visible import escape_json, visible

if TYPE_CHECKING:
    from kit.records import ChangeRecord, Entry, Family, Hit, Quotation, Side, Speaker, Version

Record = Mapping[str, object]

# `json.dumps` would make one of these a record.
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def to_json(records: Iterable[Record]) -> Iterator[str]:
    """One JSON array, a record a line."""
    last = ""
    for record in records:
        if last:
            yield f"{last},"
        last = f"{' ' if last else '['}{_dump(record)}"
    yield f"{last or '['}]"


def to_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """JSON Lines: an object a line."""
    return map(_dump, records)


def to_csv(records: Iterable[Record], columns: Iterable[str]) -> Iterator[str]:
    """CSV with a header line, also above no records; lists are joined by "; ", control characters made visible."""
    import csv
    import io

    header = list(columns)
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="")
    for values in chain((header,), ([_cell(record[name]) for name in header] for record in records)):
        writer.writerow(values)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def to_lines(records: Iterable[Record]) -> Iterator[str]:
    """A record a line, its fields divided by tabs.

    `file:line` comes first; for the entries of a timeline the ISO date; for counts the key.
    """
    for record in records:
        if "count" in record:
            fields = [_or_unknown(record["key"]), record["count"]]
        elif "date_end" in record:
            fields = _entry_fields(cast("Entry", record))
        elif "utterance" in record:
            fields = _quotation_fields(cast("Quotation", record))
        elif "aliases" in record:
            fields = _speaker_fields(cast("Speaker", record))
        elif "a_file" in record:
            fields = _difference_fields(record)
        elif "changes" in record:
            fields = _family_fields(cast("Family", record))
        elif "fix" in record:
            fields = [f"{record['file']}:{record['line']}", record["kind"], record["message"], record["fix"]]
        else:
            place = f"{record['file']}:{record['line']}"
            fields = [place, record["published"], record["source"], record["title"], record["snippet"]]
        yield "\t".join(visible("" if field is None else str(field)) for field in fields)


def to_markdown(records: Iterable[Record]) -> Iterator[str]:
    """Each hit as a block quotation with what it is from; counts as a list; a timeline as lists under headings."""
    remaining = iter(records)
    first = next(remaining, None)
    if first is None:
        return
    everything = chain((first,), remaining)
    if "date_end" in first:
        from kit.formats import markdown

        yield from markdown.to_markdown(cast("Iterable[Entry]", everything))
        return
    for record in everything:
        if "count" in record:
            yield f"- {visible(_or_unknown(record['key']))}: {record['count']}"
        elif "utterance" in record:
            yield from _quotation_block(cast("Quotation", record))
        elif "aliases" in record:
            yield _speaker_item(cast("Speaker", record))
        elif "changes" in record:
            yield from _family_block(cast("Family", record))
        elif "fix" in record:
            what = visible(f"{record['file']}:{record['line']}: {record['message']}; {record['fix']}")
            yield f"- [ ] {what}"
        else:
            yield from _hit_block(cast("Hit", record))


def _hit_block(hit: Hit) -> Iterator[str]:
    if hit["snippet"]:
        yield f"> {visible(hit['snippet'])}"
        yield ">"
    yield f"> — {_named(hit)} ({visible(hit['file'])}:{hit['line']})"
    yield ""


def _named(article: Hit | Version) -> str:
    """An article's title, outlet, day and address."""
    url = f"<{article['url']}>" if article["url"] else None
    parts = (f"*{article['title']}*", article["source"], article["published"], url)
    return ", ".join(visible(part) for part in parts if part)


def _entry_fields(entry: Entry) -> list[object]:
    when = iso(entry["date"], entry["date_end"], entry["precision"])
    place = f"{entry['file']}:{entry['line']}"
    return [when, kind_word(entry), place, entry["source"], entry["speaker"], entry["text"]]


def _quotation_fields(quotation: Quotation) -> list[object]:
    place = f"{quotation['file']}:{quotation['line']}"
    day = quotation["said"] or quotation["published"]
    return [place, day, quotation["source"], quotation["speaker"], quotation["quote"]]


def _quotation_block(quotation: Quotation) -> Iterator[str]:
    """A block quotation with name, role, day, outlet and address."""
    words = visible(quotation["quote"])
    yield f"> {words}" if quotation["kind"] == "indirect" else f"> “{words}”"
    yield ">"
    name = f"**{visible(quotation['speaker'])}**" if quotation["speaker"] else "(unknown)"
    url = f"<{quotation['url']}>" if quotation["url"] else None
    parts = [quotation["role"], quotation["said"] or quotation["published"], quotation["source"], url]
    named = ", ".join((name, *(visible(part) for part in parts if part)))
    yield f"> — {named} ({visible(quotation['file'])}:{quotation['line']})"
    yield ""


def _speaker_fields(speaker: Speaker) -> list[object]:
    roles = "; ".join(role["role"] for role in speaker["roles"])
    days = [speaker["first"], speaker["last"]]
    return [speaker["name"], speaker["quotes"], speaker["articles"], *days, "; ".join(speaker["aliases"]), roles]


def _speaker_item(speaker: Speaker) -> str:
    roles = ", ".join(visible(role["role"]) for role in speaker["roles"])
    also = ", ".join(map(visible, speaker["aliases"]))
    named = f"**{visible(speaker['name'])}**" + (f" (also {also})" if also else "") + (f": {roles}" if roles else "")
    return f"- {named}, {numbered(speaker['quotes'], 'quotation')}"


CHANGE_COLUMNS = ("kind", "speaker", "a_file", "a_line", "a_text", "b_file", "b_line", "b_text")


def flat_changes(families: Iterable[Family]) -> Iterator[dict[str, object]]:
    """The differences in families of versions, one a row of CHANGE_COLUMNS: both sides side by side."""
    for family in families:
        for change in family["changes"]:
            row: dict[str, object] = {"kind": change["kind"], "speaker": change["speaker"]}
            for name, side in (("a", change["a"]), ("b", change["b"])):
                row |= {f"{name}_{key}": side[key] if side else None for key in ("file", "line", "text")}
            yield row


def _difference_fields(row: Record) -> list[object]:
    places = [f"{row[f'{side}_file']}:{row[f'{side}_line']}" if row[f"{side}_file"] else "" for side in "ab"]
    return [row["kind"], places[0], row["a_text"], places[1], row["b_text"]]


def _family_fields(family: Family) -> list[object]:
    return [numbered(len(family["changes"]), "change"), *family["files"]]


def _family_block(family: Family) -> Iterator[str]:
    """A heading for the story, its versions as a list, and the differences as another."""
    yield f"## {visible(family['articles'][-1]['title'])}"
    yield ""
    for article in family["articles"]:
        yield f"- {_named(article)} ({visible(article['file'])})"
    yield ""
    for change in family["changes"]:
        sides = [f"“{visible(side['text'])}” ({visible(side['file'])}:{side['line']})" for side in _sides(change)]
        yield f"- {change['kind']}: {' → '.join(sides)}"
    yield ""


def _sides(change: ChangeRecord) -> list[Side]:
    return [side for side in (change["a"], change["b"]) if side]


def _dump(record: Record) -> str:
    return escape_json(_ENCODER.encode(record))


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_item(item) for item in value)
    return "" if value is None else visible(str(value))


def _item(value: object) -> str:
    if isinstance(value, dict):
        return visible(" ".join(str(part) for part in value.values() if part is not None))
    return "-".join(map(str, value)) if isinstance(value, tuple) else visible(str(value))


def _or_unknown(key: object) -> str:
    return "(unknown)" if key is None else str(key)
