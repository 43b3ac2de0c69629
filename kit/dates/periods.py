"""Calendar periods and the arithmetic on them: days, weeks from Monday, weekends, months, quarters, halves, seasons."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from kit.models import Precision

# Seasons of the northern hemisphere by their first month; winter belongs to the year in which it begins.
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12}


class Period(NamedTuple):
    """Consecutive days, both ends included, named with a certain precision."""

    first: date
    last: date
    precision: Precision

    @property
    def middle(self) -> date:
        """The day halfway, rounded down."""
        return self.first + (self.last - self.first) // 2


def day_period(day: date) -> Period:
    """Return a single day."""
    return Period(day, day, "day")


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if the calendar has no such day (30 February)."""
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return date(year, month, day)
    return None


def months_period(year: int, month: int, precision: Precision) -> Period:
    """Return the month, quarter, half, season or year that begins with this month."""
    last_year, last_month = shifted_month(year, month, _MONTHS_IN[precision] - 1)
    return Period(date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1]), precision)


def shifted_month(year: int, month: int, months: int) -> tuple[int, int]:
    """Return (year, month) so many months later, or earlier when negative."""
    count = year * 12 + month - 1 + months
    return count // 12, count % 12 + 1


def period_around(day: date, precision: Precision) -> Period:
    """Return the period of this precision that holds the day; for a weekend, that of the day's week."""
    if precision == "day":
        return day_period(day)
    if precision == "week":
        monday = day - timedelta(day.weekday())
        return Period(monday, monday + timedelta(6), "week")
    if precision == "weekend":
        saturday = day + timedelta(5 - day.weekday())
        return Period(saturday, saturday + timedelta(1), "weekend")
    if precision == "season":
        month = day.month // 3 * 3 or 12
        return months_period(day.year if day.month > 2 else day.year - 1, month, "season")
    size = _MONTHS_IN[precision]
    return months_period(day.year, (day.month - 1) // size * size + 1, precision)


def shifted(period: Period, count: int) -> Period:
    """Return the period of the same precision so many of its own lengths later, or earlier when negative."""
    first, _, precision = period
    if precision == "day":
        return day_period(first + timedelta(count))
    if precision in ("week", "weekend"):
        return period_around(first + timedelta(7 * count), precision)
    return months_period(*shifted_month(first.year, first.month, count * _MONTHS_IN[precision]), precision)
