"""Resolving what names its place in the calendar: days, months, years, quarters, seasons, holidays, 5/6/2024."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kit.dates.country import is_national, national_day
from kit.dates.holidays import UNRESOLVED, holiday
from kit.dates.mentions import Mention
from kit.dates.periods import (
    SEASON_STARTS,
    Period,
    calendar_day,
    day_period,
    months_period,
    period_around,
    shifted_month,
)
from kit.dates.state import NO_DAY, Answer, Place, State
from kit.dates.years import explicit_year, related_year, year_of
from kit.models import Precision

_NO_SUCH_DAY = "no such day in the calendar"
_FAR = 90  # days beyond which tense outweighs nearness of a holiday


def resolve_day(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "5 November", "the week of Nov. 18"."""
    year, reason = year_of(mention, joined, place, state)
    if year is None:
        return None, reason
    day = calendar_day(year, mention.month, mention.day)
    if day is None:
        return None, _NO_SUCH_DAY
    if mention.unit == "week":
        return period_around(day, "week"), reason
    return (period_around(day, "weekend") if mention.unit == "weekend" else day_period(day)), reason


def resolve_month(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "November", "last March", "the previous April"."""
    if mention.relation and state.narrative and state.told and not mention.year:
        year = related_year(mention, state.told.period.first)
        return months_period(year, mention.month, "month"), f"the {mention.relation} one, from the date before"
    found, reason = year_of(mention, joined, place, state)
    return (months_period(found, mention.month, "month") if found else None), reason


def resolve_year(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "2013", "'98"."""
    year, reason = explicit_year(mention, joined, place, state)
    return (months_period(year, 1, "year") if year else None), reason


# --- quarters, halves, seasons -----------------------------------------------------------------------------------


def resolve_part_of_year(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "the third quarter", "the first half of 2024", "the spring", "the next winter"."""
    precision: Precision
    if mention.shape == "season":
        precision, month = "season", SEASON_STARTS[mention.name]
    elif mention.shape == "half":
        precision, month = "half", 6 * (mention.count or 1) - 5
    else:
        precision, month = "quarter", 3 * (mention.count or 1) - 2
    year, reason = explicit_year(mention, joined, place, state)
    if year is not None:
        return months_period(year, month, precision), reason
    if mention.year_relation:
        return None, reason
    if mention.relation in ("following", "previous") and state.told:
        return _part_beside(mention.relation, state.told.period, month, precision), "counted from the date before"
    told = state.year_in_paragraph(place)
    if told:
        is_last_winter = mention.name == "winter" and told.first.month < 3 and told.precision != "year"
        return months_period(told.first.year - is_last_winter, month, precision), "the year of the date before"
    if state.published is None or state.published.precision == "year":
        return None, f"no year is given, and {NO_DAY}"
    return _nearest_part(mention, month, precision, state.published.middle, state.is_ahead(mention, place))


def _parts(year: int, month: int, precision: Precision) -> list[Period]:
    """Those that begin in the two years before, the year and the one behind it: in January the last winter goes on."""
    return [months_period(year + offset, month, precision) for offset in (-2, -1, 0, 1)]


def _part_beside(relation: str, told: Period, month: int, precision: Precision) -> Period:
    parts = _parts(told.first.year, month, precision)
    if relation == "following":
        return next(part for part in parts if part.first > told.first)
    return next(part for part in reversed(parts) if part.last < told.last)


def _nearest_part(mention: Mention, month: int, precision: Precision, anchor: date, ahead: bool | None) -> Answer:
    parts = _parts(anchor.year, month, precision)
    begun = [part for part in parts if part.first <= anchor]
    if mention.relation in ("last", "past"):
        return [part for part in parts if part.last < anchor][-1], "the last one before publication"
    if mention.relation == "next":
        return next(part for part in parts if part.first > anchor), "the next one after publication"
    if mention.relation == "this" and mention.name != "winter":
        return parts[2], "the one of the year of publication"
    if ahead and precision == "season":
        return next(part for part in parts if part.last >= anchor), "the next one, as it lies ahead"
    if ahead is False or (ahead is None and precision != "season"):  # results are told of what is over, or running
        return begun[-1], "the last one that had begun at publication"
    nearest = min(parts, key=lambda part: max((part.first - anchor).days, (anchor - part.last).days))
    return nearest, "the nearest to the day of publication"


# --- holidays ----------------------------------------------------------------------------------------------------


def resolve_holiday(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "Boxing Day", "last Easter", "Thanksgiving 2023"."""
    year, reason = explicit_year(mention, joined, place, state)
    if year is None and (told := state.year_in_paragraph(place)):
        year, reason = told.first.year, "the year of the date before"
    if year is not None:
        day = _holiday(mention.name, year, state)
        return (day_period(day), reason) if day else (None, _why_unknown(mention))
    if state.published is None or state.published.precision == "year":
        return None, f"no year is given, and {NO_DAY}"
    anchor = state.published.middle
    days = [_holiday(mention.name, near, state) for near in range(anchor.year - 1, anchor.year + 2)]
    known = [day for day in days if day]
    if not known:
        return None, _why_unknown(mention)
    return day_period(_nearest_holiday(mention, known, anchor, place, state)), "the nearest to the day of publication"


def _nearest_holiday(mention: Mention, days: list[date], anchor: date, place: Place, state: State) -> date:
    nearest = min(days, key=lambda day: abs((day - anchor).days))
    ahead: bool | None = None
    if mention.relation in ("last", "past", "previous"):
        ahead = False
    elif mention.relation in ("next", "following"):
        ahead = True
    elif abs((nearest - anchor).days) > _FAR:
        ahead = state.is_ahead(mention, place)
    if ahead is None:
        return nearest
    rest = [day for day in days if (day > anchor if ahead else day < anchor)]
    return min(rest, key=lambda day: abs((day - anchor).days)) if rest else nearest


def _holiday(name: str, year: int, state: State) -> date | None:
    if is_national(name):
        fixed = national_day(name, state.country)
        return date(year, *fixed) if fixed else None
    return holiday(name, year)


def _why_unknown(mention: Mention) -> str:
    if mention.name in UNRESOLVED:
        return "its day differs from country to country"
    return "its day in that year is not known"


# --- numbers -----------------------------------------------------------------------------------------------------


def resolve_numeric(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve 5/6/2024: full stops put the day first, slashes go by the weekday, the text's order or its country's."""
    first, second, year = mention.month, mention.day, mention.year
    if first > 12 or second > 12 or first == second:
        day_first, reason = first >= second, "only one order of day and month is possible"
    elif (by_weekday := _order_by_weekday(mention, year, first, second)) is not None:
        day_first, reason = by_weekday, "the order of day and month that gives this weekday"
    elif mention.name == "." or (mention.name == "-" and state.day_first is None):
        day_first, reason = True, "the day comes first when written so"
    elif state.day_first is not None:
        day_first, reason = state.day_first, "the order of day and month in this text or its country"
    else:
        return None, "day and month cannot be told apart"
    day, month = (first, second) if day_first else (second, first)
    if year is None:
        return resolve_day(replace(mention, shape="day", month=month, day=day), None, place, state)
    found = calendar_day(year, month, day)
    return (day_period(found), reason) if found else (None, _NO_SUCH_DAY)


def _order_by_weekday(mention: Mention, year: int | None, first: int, second: int) -> bool | None:
    """Return whether the day comes first, where "Wed 04/12/2024" is a Wednesday in one order only."""
    if mention.weekday < 0 or year is None:
        return None
    days = ((True, calendar_day(year, second, first)), (False, calendar_day(year, first, second)))
    orders = [day_first for day_first, day in days if day and day.weekday() == mention.weekday]
    return orders[0] if len(orders) == 1 else None


def resolve_day_of_month(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "on the 26th": of the month being told, else the nearest."""
    told = state.told_near(place)
    if told and (state.narrative or state.year_told) and told.precision in ("day", "month"):
        day = calendar_day(told.first.year, told.first.month, mention.day)
        return (day_period(day), "of the month told of before") if day else (None, _NO_SUCH_DAY)
    today = state.today
    if today is None:
        return None, NO_DAY
    months = [shifted_month(today.year, today.month, offset) for offset in (-1, 0, 1)]
    days = [day for month in months if (day := calendar_day(*month, mention.day))]
    return day_period(min(days, key=lambda day: abs((day - today).days))), "the nearest to the day of publication"
