"""Records as text for other programs: JSON, JSON Lines, CSV, plain lines, and Markdown for notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from kit.timeline_labels import iso, kind_word
from kit.visible import escape_json, visible

if TYPE_CHECKING:
    from kit.records import Entry

Record = Mapping[str, object]


def to_json(records: Sequence[Record]) -> Iterator[str]:
    """One JSON array, a record a line."""
    if not records:
        yield "[]"
        return
    for i, record in enumerate(records):
        yield f"{'[' if i == 0 else ' '}{_dump(record)}{',' if i < len(records) - 1 else ']'}"


def to_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """JSON Lines: an object a line."""
    return map(_dump, records)


def to_csv(records: Sequence[Record]) -> Iterator[str]:
    """CSV with a header line; lists are joined by "; ", and control characters made visible."""
    import csv
    import io

    if not records:
        return
    for values in (records[0].keys(), *(map(_cell, record.values()) for record in records)):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow(values)
        yield line.getvalue()


def to_lines(records: Iterable[Record]) -> Iterator[str]:
    """A record a line, its fields divided by tabs.

    `file:line` comes first; for the entries of a timeline the ISO date; for counts the key.
    """
    for record in records:
        if "count" in record:
            fields = [_or_unknown(record["key"]), record["count"]]
        elif "date_end" in record:
            fields = _entry_fields(cast("Entry", record))
        else:
            place = f"{record['file']}:{record['line']}"
            fields = [place, record["published"], record["source"], record["title"], record["snippet"]]
        yield "\t".join(visible("" if field is None else str(field)) for field in fields)


def to_markdown(records: Sequence[Record]) -> Iterator[str]:
    """Each hit as a block quotation with what it is from; counts as a list; a timeline as lists under headings."""
    if records and "date_end" in records[0]:
        from kit.formats import markdown

        yield from markdown.to_markdown(cast("Sequence[Entry]", records))
        return
    for record in records:
        if "count" in record:
            yield f"- {visible(_or_unknown(record['key']))}: {record['count']}"
            continue
        if record["snippet"]:
            yield f"> {visible(str(record['snippet']))}"
            yield ">"
        origin = [record["source"], record["published"], f"<{record['url']}>" if record["url"] else None]
        named = ", ".join(visible(str(part)) for part in (f"*{record['title']}*", *origin) if part)
        yield f"> — {named} ({visible(str(record['file']))}:{record['line']})"
        yield ""


def _entry_fields(entry: Entry) -> list[object]:
    when = iso(entry["date"], entry["date_end"], entry["precision"])
    place = f"{entry['file']}:{entry['line']}"
    return [when, kind_word(entry), place, entry["source"], entry["speaker"], entry["text"]]


def _dump(record: Record) -> str:
    return escape_json(json.dumps(record, ensure_ascii=False))


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join("-".join(map(str, v)) if isinstance(v, tuple) else visible(str(v)) for v in value)
    return "" if value is None else visible(str(value))


def _or_unknown(key: object) -> str:
    return "(unknown)" if key is None else str(key)
