"""Resolving what counts from another day: weekdays, yesterday, two weeks ago, last month, the weekend."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kit.dates.mentions import Mention
from kit.dates.periods import Period, day_period, months_period, period_around, shifted
from kit.dates.state import NO_DAY, SIZES, Answer, Place, State
from kit.dates.years import related_period
from kit.models import Precision

UNITS: dict[str, Precision] = {
    "day": "day",
    "month": "month",
    "quarter": "quarter",
    "week": "week",
    "weekend": "weekend",
    "year": "year",
}
_FROM_PUBLICATION, _FROM_TOLD = "counted from the day of publication", "counted from the date before"


def resolve_today(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "yesterday", "the day after tomorrow"."""
    if state.today is None:
        return None, NO_DAY
    return day_period(state.today + timedelta(mention.count or 0)), _FROM_PUBLICATION


# --- weekdays ----------------------------------------------------------------------------------------------------


def resolve_weekday(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "Tuesday", "last Friday", "Thursday next week", "Saturday week", "the following Monday"."""
    told = state.told.period if state.told and state.told.period.precision == "day" else None
    if told and (day := _from_told(mention, told, place, state)):
        return day_period(day), _FROM_TOLD
    today = state.today
    if today is None:
        return None, NO_DAY
    days, reason = _days_from_today(mention, today, place, state)
    return day_period(today + timedelta(days)), reason


def _from_told(mention: Mention, told: Period, place: Place, state: State) -> date | None:
    """Return the weekday counted from the day told of before, where the words or the kind of text say so."""
    after = (mention.weekday - told.first.weekday()) % 7
    if state.told and _RANGE.fullmatch(state.text, state.told.end, mention.start):
        return told.first + timedelta(after or 7)  # "from Saturday afternoon to Monday"
    if _names_same_day(mention, told, state):
        return told.first
    if mention.relation == "following":
        return told.first + timedelta(after or 7)
    if mention.relation == "previous":
        return told.first + timedelta(after - 7)
    if mention.relation == "same":
        return told.first + timedelta(after - 7 if after else 0)
    if state.narrative and state.year_told and state.year_told.place.number == place.number:
        return told.first + timedelta(after)
    return None


_RANGE = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?(?:\s?[-–]\s?|\s(?:to|through|until|till)\s)")
_APPOSITION = re.compile(r"[\s\d(]{0,8}(?:,\s|\s?\()(?:a\s)?\Z")


def _names_same_day(mention: Mention, told: Period, state: State) -> bool:
    """Does "3 December (Tuesday)" only name the weekday of the day before it?"""
    if state.told is None or mention.start - state.told.end > 5 or told.first.weekday() != mention.weekday:
        return False
    return _APPOSITION.match(state.text, state.told.end, mention.start) is not None


def _days_from_today(mention: Mention, today: date, place: Place, state: State) -> tuple[int, str]:
    """Return how many days a weekday lies from publication, and the reason for this reading."""
    until = (mention.weekday - today.weekday()) % 7  # to the next such day, 0 if it is today
    since = until - 7 if until else 0  # from the last one
    if mention.count:
        return until + 7 * mention.count, "so many weeks after the next such weekday"
    if mention.unit:
        weeks = {"last": -1, "next": 1, "following": 1}.get(mention.unit, 0)
        return 7 * weeks + mention.weekday - today.weekday(), f"the weekday of {mention.unit} week"
    if mention.relation in ("last", "past", "previous"):
        return since or -7, "the last such weekday before publication"
    # In this week writers say "Friday" for the days at hand, so "next Friday" is that of the week after.
    in_this_week = until <= 6 - today.weekday()
    if mention.relation in ("next", "following"):
        return (until + 7 if in_this_week and 0 < until <= 2 else until or 7), "the next such weekday"
    ahead = state.is_ahead(mention, place)
    if mention.relation == "this":
        return (until if in_this_week or ahead else until - 7), "the weekday of this week"
    if until == 1 and not _ELSEWHERE.match(state.text, mention.end):
        return 1, "the weekday of tomorrow"
    if ahead:
        return until, "the next such weekday, as it lies ahead"
    return since, "the last such weekday, the day of publication included"


# "(US time)": what happened there on Monday cannot be tomorrow here.
_ELSEWHERE = re.compile(r"\s*\((?:[A-Z][\w.]*\s)?(?:[\w.]+\s)?time\)|\s+(?:local|U\.?S\.?|Eastern|Washington)\s+time")


# --- so many units from another day ------------------------------------------------------------------------------


def resolve_count(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "two weeks ago", "a year earlier", "three days later", "a week ago Monday"."""
    if mention.count is None:
        return None, "how many is not said"
    precision = UNITS[mention.unit]
    base, reason = _base_of_count(mention, precision, place, state)
    if base is None:
        return None, reason
    if mention.weekday >= 0:  # "a week ago Friday" counts from the last Friday
        if mention.unit != "week" or base.precision != "day":
            return None, "the date before is less precise"
        since = (base.first.weekday() - mention.weekday) % 7
        return day_period(base.first + timedelta(7 * mention.count - since)), reason
    if abs(mention.count) == 1 and mention.unit == "year" and _is_compared(mention, base, place, state):
        return shifted(base, mention.count * _IN_A_YEAR[base.precision]), "the same period of the other year"
    if SIZES[precision] < SIZES[base.precision]:
        return None, "the date before is less precise"
    return shifted(period_around(base.first, precision), mention.count), reason


_IN_A_YEAR: dict[Precision, int] = {"half": 2, "month": 12, "quarter": 4}


def _in_same_sentence(place: Place, state: State) -> bool:
    return state.told is not None and state.told.place.sentence == place.sentence


def _is_compared(mention: Mention, base: Period, place: Place, state: State) -> bool:
    """Does "in October from a year earlier" compare a month, quarter or half with that of another year?"""
    return base.precision in _IN_A_YEAR and (mention.name == "period" or _in_same_sentence(place, state))


_COMPARED_BEFORE = re.compile(r"\b(?:from|than|with|to|against|over)\s+(?:that\s+of\s+)?\Z")
_TO_TOLD = frozenset(["before", "earlier", "later", "previously", "prior"])


def _base_of_count(mention: Mention, precision: Precision, place: Place, state: State) -> tuple[Period | None, str]:
    """Return what is counted from: the date before for "earlier" and "later", publication for "ago"."""
    from_told = mention.relation in _TO_TOLD
    if mention.unit == "year" and _in_same_sentence(place, state):
        before = state.text[max(0, mention.start - 16) : mention.start]
        from_told = from_told or _COMPARED_BEFORE.search(before) is not None
    told = state.told_near(place)
    if from_told and told and (SIZES[precision] >= SIZES[told.precision] or told.precision in _IN_A_YEAR):
        return told, _FROM_TOLD
    return state.published, _FROM_PUBLICATION if state.published else NO_DAY


# --- units beside another ----------------------------------------------------------------------------------------


def resolve_unit(mention: Mention, joined: Mention | None, place: Place, state: State) -> Answer:
    """Resolve "last week", "the end of the year", "the same day", "this weekend", "the quarter"."""
    precision, relation = UNITS[mention.unit], mention.relation
    if precision == "weekend" and relation in ("the", "this", "last", "past", "next"):
        return _resolve_weekend(mention, place, state)
    if relation == "new":
        return _new_year(state)
    if relation == "the" and precision == "quarter":
        return _the_quarter(state)
    period = related_period(relation, precision, place, state)
    if period is None:
        return None, "no date to count from"
    return period, _FROM_TOLD if relation in ("same", "following", "previous") else _FROM_PUBLICATION


def _new_year(state: State) -> Answer:
    """Resolve "in the new year": the one that has just begun, or the one to come."""
    if state.published is None:
        return None, NO_DAY
    first = state.published.first
    return months_period(first.year + (first.month > 6), 1, "year"), "the nearest turn of the year"


def _the_quarter(state: State) -> Answer:
    """Resolve "for the quarter, sales fell"."""
    if state.told and state.told.period.precision == "quarter":
        return state.told.period, "the quarter told of before"
    if state.published is None or SIZES[state.published.precision] > SIZES["quarter"]:
        return None, NO_DAY
    return shifted(period_around(state.published.first, "quarter"), -1), "the last full quarter"


def _resolve_weekend(mention: Mention, place: Place, state: State) -> Answer:
    today = state.today
    if today is None:
        return None, NO_DAY
    this = period_around(today, "weekend")
    on_it, late_in_week = today.weekday() >= 5, today.weekday() >= 3
    if mention.relation == "past":
        return (this if on_it else shifted(this, -1)), "the last weekend"
    if mention.relation in ("last", "next"):
        return shifted(this, -1 if mention.relation == "last" else 1), f"the {mention.relation} weekend"
    ahead = state.is_ahead(mention, place)
    names_this = mention.relation == "this"
    if on_it or ahead or (names_this and late_in_week) or (ahead is None and (late_in_week or names_this)):
        return this, "the weekend of this week"
    return shifted(this, -1), "the weekend before publication"
