"""How numbers, and the times and kinds of a timeline, are written, and under which period of it a time stands.

A vague date is never dressed up as a day: "last month" is written `Oct 2024` and stands under October 2024, or under
2024 where the timeline goes by year, but never under the first of October.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from kit.models import Precision
    from kit.records import Entry

Grain = Literal["day", "week", "month", "year"]
KindWord = Literal["published", "happened", "announced", "said"]
GRAINS: tuple[Grain, ...] = ("day", "week", "month", "year")

# The finest grain at which a period of this precision can be counted: a weekend lies within a week.
_GRAIN_OF: dict[Precision, Grain] = {
    "day": "day",
    "weekend": "week",
    "week": "week",
    "month": "month",
    "quarter": "year",
    "half": "year",
    "season": "year",
    "year": "year",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS_IN_FULL = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


class Key(NamedTuple):
    """The period under which something stands: its grain, and `2024`, `2024-11`, `2024-W48` or `2024-11-27`."""

    grain: Grain
    name: str


def key_of(first: str, precision: Precision, by: Grain) -> Key:
    """The period of a timeline by days, weeks, months or years under which a period that begins on `first` stands.

    What is vaguer than that stands under a period of its own grain.
    """
    grain = max(by, _GRAIN_OF[precision], key=GRAINS.index)
    if grain == "week":
        year, week, _ = date.fromisoformat(first).isocalendar()
        return Key(grain, f"{year:04}-W{week:02}")
    return Key(grain, first[: {"day": 10, "month": 7, "year": 4}[grain]])


def chosen_grain(entries: Sequence[Entry]) -> Grain:
    """The periods that suit a timeline: weeks up to a month, months up to five years, then years.

    What lies far from all the rest does not count: the span is that of the middle nine tenths.
    """
    days = sorted(date.fromisoformat(entry["date"]) for entry in entries)
    margin = len(days) // 20
    span = (days[-1 - margin] - days[margin]).days
    return "week" if span <= 31 else "month" if span <= 5 * 366 else "year"


def written_key(key: Key) -> str:
    """A period of a timeline as a heading: `Wed 27 Nov 2024`, `Week of 25 Nov 2024`, `November 2024`, `2024`."""
    if key.grain == "year":
        return key.name
    if key.grain == "month":
        return f"{_MONTHS_IN_FULL[int(key.name[5:]) - 1]} {key.name[:4]}"
    if key.grain == "week":
        return f"Week of {_day(date.fromisocalendar(int(key.name[:4]), int(key.name[6:]), 1))}"
    day = date.fromisoformat(key.name)
    return f"{_WEEKDAYS[day.weekday()]} {_day(day)}"


def written(first: str, last: str, precision: Precision) -> str:
    """A period as it is written in English, no more exact than it is.

    `27 Nov 2024`, `16–17 Nov 2024`, `week of 18 Nov 2024`, `Oct 2024`, `Q3 2024`, `first half of 2024`,
    `winter 2024/25`, `2024`.
    """
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    year = first[:4]
    if precision == "weekend":
        return f"{begin.day}–{_day(end)}" if begin.month == end.month else f"{_day(begin, end)} – {_day(end)}"
    if precision == "week":
        return f"week of {_day(begin)}"
    if precision == "month":
        return f"{MONTHS[begin.month - 1]} {year}"
    if precision == "quarter":
        return f"Q{(begin.month + 2) // 3} {year}"
    if precision == "half":
        return f"{'first' if begin.month < 7 else 'second'} half of {year}"
    if precision == "season":
        season = _SEASONS.get(begin.month, "season")
        return f"{season} {year}" if begin.year == end.year else f"{season} {year}/{last[2:4]}"
    return year if precision == "year" else _day(begin)


def written_within(first: str, last: str, precision: Precision) -> str:
    """The same where a heading names the year: `Wed 27 Nov`, `16–17 Nov`, `week of 18 Nov`; the rest as `written`."""
    if precision == "day":
        day = date.fromisoformat(first)
        return f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    text = written(first, last, precision)
    if precision in ("week", "weekend") and first[:4] == last[:4]:
        return text.removesuffix(f" {first[:4]}")
    return text


def kind_word(entry: Entry) -> KindWord:
    """What an entry is, in one word: `announced` is an event that lay ahead when the article appeared."""
    if entry["kind"] == "event":
        return "announced" if entry["future"] else "happened"
    return "said" if entry["kind"] == "quote" else "published"


def iso(first: str, last: str, precision: Precision) -> str:
    """A period in ISO 8601: `2024-11-27`, `2024-11`, `2024`, and others as an interval, `2024-11-18/2024-11-24`."""
    width = {"day": 10, "month": 7, "year": 4}.get(precision)
    return first[:width] if width else f"{first}/{last}"


def numbered(number: int, noun: str) -> str:
    """`1 line`, `2,000 lines`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _day(day: date, of: date | None = None) -> str:
    """A day; without its year where that is the year of another day too, which follows."""
    text = f"{day.day} {MONTHS[day.month - 1]}"
    return text if of and of.year == day.year else f"{text} {day.year:04}"
