"""Reading the tables: `[expression|value]` marks what must be found, `[expression|?]` what must stay unresolved."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kit.dates import find_dates
from kit.models import DatedEvent

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}

Found = list[tuple[int, str, str]]


class Row(NamedTuple):
    """One line of a table: a sentence with its marks, and the day on which it was published."""

    group: str
    case: str
    published: str | None
    marked: str


def read_rows(name: str) -> list[Row]:
    """Return the rows of a table beside this file; `# Heading` lines name the group of those below."""
    rows, group = [], ""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("#"):
            group = line.lstrip("# ")
        elif line.strip():
            published, case, marked = (part.strip() for part in line.split(" | ", 2))
            rows.append(Row(group, case, None if published == "undated" else published, marked.replace("\\n", "\n")))
    return rows


def read_marks(marked: str) -> tuple[str, Found]:
    """Return the text without its marks, and (offset, expression, value) of each."""
    text, found, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        found.append((len(text), mark[1], mark[2]))
        text += mark[1]
        position = mark.end()
    return text + marked[position:], found


def value_of(event: DatedEvent) -> str:
    """Return the period as TIMEX3 writes it: 2024-11-21, 2024-W48, 2024-W47-WE, 2024-11, 2024-Q3, 2024-SU, 2024."""
    if event.first is None:
        return "?"
    first = date.fromisoformat(event.first)
    year, month = first.year, first.month
    week = "{}-W{:02d}".format(*first.isocalendar()[:2])
    return {
        "day": event.first,
        "half": f"{year}-H{(month + 5) // 6}",
        "month": event.first[:7],
        "quarter": f"{year}-Q{(month + 2) // 3}",
        "season": f"{year}-{_SEASONS.get(month)}",
        "week": week,
        "weekend": week + "-WE",
        "year": f"{year}",
    }[event.precision]


def found_in(text: str, published: str | None, language: str | None = None) -> Found:
    """Return (offset, expression, value) of each event found."""
    events = find_dates(text, published=published, language=language)
    return [(event.start, text[event.start : event.end], value_of(event)) for event in events]
