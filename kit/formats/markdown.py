"""A timeline in Markdown: a heading for each period, an item for each entry, for notes and documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.labels import chosen_grain, key_of, kind_word, written, written_key
from kit.records import Entry
from kit.text.span import divided
from kit.text.visible import visible


def to_markdown(records: Iterable[Entry]) -> Iterator[str]:
    """A list for each period: the date, what it is, the sentence with its date marked, and where it is from."""
    entries = list(records)
    grain = chosen_grain(entries) if entries else "month"
    before = None
    for entry in entries:
        key = key_of(entry["date"], entry["precision"], grain)
        if key != before:
            yield from ([""] if before else []) + [f"## {written_key(key)}", ""]
            before = key
        yield f"- **{written(entry['date'], entry['date_end'], entry['precision'])}** {_item(entry)}"


def _item(entry: Entry) -> str:
    pieces = divided(entry["text"], entry["highlights"] if entry["kind"] == "event" else ())
    said = "".join(f"**{piece}**" if marked else piece for piece, marked in pieces)
    if entry["kind"] == "published":
        said = f"*{said}*"
    word = "" if kind_word(entry) == "happened" else f"({kind_word(entry)}) "
    speaker = f"{entry['speaker']}: " if entry["speaker"] else ""
    origin = [entry["source"], entry["published"], f"<{entry['url']}>" if entry["url"] else None]
    named = ", ".join(visible(str(part)) for part in origin if part)
    place = f"({visible(entry['file'])}:{entry['line']})"
    return f"{word}{visible(speaker)}{visible(said)} — {f'{named} {place}' if named else place}"
