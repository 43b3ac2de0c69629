"""Which year a date belongs to that does not give it: carried over from a date before, or nearest to publication."""

from __future__ import annotations

import re
from datetime import date

from kit.dates.holidays import known_year
from kit.dates.mentions import Mention
from kit.dates.names import NUMBER_WORDS
from kit.dates.periods import Period, calendar_day, period_around, shifted, shifted_month
from kit.dates.state import NO_DAY, SIZES, Place, State, Told
from kit.dates.tense import is_awaited
from kit.models import Precision

_FAR_BACK, _FAR_AHEAD = 90, 45  # days beyond which tense outweighs nearness: "will open on June 30", "died on June 30"
_NEWS_DAYS = 10  # so near to publication a yearless day is news, whatever year was told of
_NEWS_YEARS = 3  # unless that year is long past
_STORY_DAYS = 45  # "On March 3, 2021, ... On March 9, ..." from one paragraph to the next
_FORWARD_MONTHS = 8  # a story goes forward: after November, "March" is the next year's, "September" a look back
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)(?:['’]s)?\s\Z")


def explicit_year(mention: Mention, joined: Mention | None, place: Place, state: State) -> tuple[int | None, str]:
    """Return the year that the words give: in digits, by a relation ("of last year"), or at the range's other end."""
    if mention.year:
        return mention.year, "the year is given"
    if mention.short_year is not None:
        return _full_year(mention.short_year, state), "the year is given in two digits"
    if mention.year_relation:
        base = related_period(mention.year_relation, "year", place, state)
        return (base.first.year, f"{mention.year_relation} year") if base else (None, "no date to count from")
    if joined and joined.year and joined.shape == mention.shape:
        over_the_turn = (joined.month, joined.day, joined.count or 0) < (mention.month, mention.day, mention.count or 0)
        return joined.year - over_the_turn, "the year is given at the end of the range"
    before = _YEAR_BEFORE.search(state.text, max(0, mention.start - 8), mention.start)
    if before and mention.shape in ("quarter", "half"):
        return int(before[1]), "the year is given before it"
    return None, ""


def _full_year(short: int, state: State) -> int:
    """Return the year of "'98": in the century being told, else the last such year."""
    if state.narrative and state.told:
        return state.told.period.first.year // 100 * 100 + short
    latest = state.published.last.year + 5 if state.published else 2040
    year = latest - latest % 100 + short
    return year if year <= latest else year - 100


_SHIFTS = {
    "after next": 2,
    "before last": -2,
    "following": 1,
    "last": -1,
    "next": 1,
    "past": -1,
    "previous": -1,
}


def related_period(relation: str, precision: Precision, place: Place, state: State) -> Period | None:
    """Return "last", "this", "next" unit from publication, or "the same", "the following" one from the date before."""
    base = state.published
    if relation in ("same", "following", "previous") or (relation == "the" and state.narrative):
        told = state.told_near(place)
        if told is None and (relation == "same" or precision == "day"):
            return None
        base = told or base
    if base is None or SIZES[precision] < SIZES[base.precision]:
        return None
    return shifted(period_around(base.first, precision), _SHIFTS.get(relation, 0))


def year_of(mention: Mention, joined: Mention | None, place: Place, state: State) -> tuple[int | None, str]:
    """Return the year of a month or of a day in a month, and the reason; None if nothing tells it."""
    year, reason = explicit_year(mention, joined, place, state)
    if year is not None or mention.year_relation:
        return year, reason
    if mention.day and (year := known_year(mention.month, mention.day, state.text[mention.end : mention.end + 40])):
        return year, "the event is known by its day"
    year = _year_of_context(mention, place, state)
    if year is not None:
        return year, "the year of the date before"
    if state.published is None or state.published.precision == "year":
        return None, f"no year is given, and {NO_DAY}"
    anchor = state.published.middle
    if mention.relation not in ("", "same", "the"):
        return related_year(mention, anchor), f"the {mention.relation} one, from the day of publication"
    ahead = state.is_ahead(mention, place)
    nearest = "the nearest to the day of publication"
    if mention.shape == "month":
        return _year_of_month(mention.month, anchor, ahead), nearest
    year = _year_of_day(mention, anchor, ahead, is_awaited(state.text, mention.start, mention.end))
    return year - _anniversary(mention, place, state, year), nearest


# --- carried over ------------------------------------------------------------------------------------------------


def _year_of_context(mention: Mention, place: Place, state: State) -> int | None:
    """Return the year carried over from a date before, or None if the text is about the days of its publication."""
    if state.year_told is None:
        return None
    period = state.year_in_paragraph(place)
    if period is None:
        return _year_of_story(mention, state.year_told, place, state)
    if not state.narrative and (_is_news(mention, period.first, state) or _is_announced(mention, place, state)):
        return None
    if period.precision not in ("day", "week", "weekend", "month"):
        return period.first.year
    return period.first.year + (period.first.month - mention.month >= _FORWARD_MONTHS)


def _is_news(mention: Mention, told: date, state: State) -> bool:
    """Is a yearless date about publication after all: near it, and at another time of the year than the date before?

    "He took office on May 29, 2023. ... he said on November 26", published the day after.
    """
    today = state.today
    if today is None or today.year - told.year > _NEWS_YEARS:
        return False
    if min((mention.month - told.month) % 12, (told.month - mention.month) % 12) <= 1:
        return False
    if mention.day:
        day = calendar_day(today.year, mention.month, mention.day)
        return day is not None and abs((day - today).days) <= _NEWS_DAYS
    return (today.month - mention.month) % 12 <= 2


def _is_announced(mention: Mention, place: Place, state: State) -> bool:
    """Does another sentence go on to what is to come: "It was bought on May 3, 2019. It will close on March 6"?"""
    assert state.year_told is not None
    elsewhere = state.year_told.place.sentence != place.sentence
    return elsewhere and state.today is not None and state.is_ahead(mention, place) is True


def _year_of_story(mention: Mention, told: Told, place: Place, state: State) -> int | None:
    """Return the year of a day that goes on with the story of the paragraph before, and is far from publication."""
    if place.number - told.place.number != 1 or told.period.precision != "day" or not mention.day:
        return None
    day = calendar_day(told.period.first.year, mention.month, mention.day)
    if not day or not 0 <= (day - told.period.first).days <= _STORY_DAYS:
        return None
    today = state.today
    if today is None:
        return day.year
    return day.year if min(distance for distance, _ in _nearest_days(mention, today)) > _FAR_BACK else None


# --- nearest to publication --------------------------------------------------------------------------------------


def related_year(mention: Mention, anchor: date) -> int:
    """Return the year of "last March", "next June", "this May", seen from a day."""
    if mention.relation == "this":
        return anchor.year
    if mention.relation in ("next", "following"):
        return anchor.year + (mention.month <= anchor.month)
    return anchor.year - (mention.month >= anchor.month)


def _year_of_month(month: int, anchor: date, ahead: bool | None) -> int:
    """Return the year of a bare month: this one and the last as they are, the others by tense, else the nearest."""
    ahead_by = (month - anchor.month) % 12
    if ahead_by in (0, 11):
        is_future = ahead_by == 0
    elif ahead is None:
        is_future = ahead_by <= 3
    else:
        is_future = ahead and ahead_by < 9
    return shifted_month(anchor.year, anchor.month, ahead_by if is_future else ahead_by - 12)[0]


def _nearest_days(mention: Mention, anchor: date) -> list[tuple[int, date]]:
    """Return (distance in days, day) for such days in the three years around, on the weekday if one is named."""
    days = [calendar_day(year, mention.month, mention.day) for year in range(anchor.year - 1, anchor.year + 2)]
    found = [day for day in days if day and (mention.weekday < 0 or day.weekday() == mention.weekday)]
    return sorted((abs((day - anchor).days), day) for day in found or days if day)


def _year_of_day(mention: Mention, anchor: date, ahead: bool | None, awaited: bool) -> int:
    days = _nearest_days(mention, anchor)
    if not days:
        return anchor.year
    distance, day = days[0]
    if day < anchor and (awaited or (ahead and distance > _FAR_BACK)):
        return day.year + 1
    if ahead is False and day > anchor and distance > _FAR_AHEAD:
        return day.year - 1
    return day.year


_YEARS_AFTER = re.compile(r"\b(\w+)\s+years?\s+(?:after|since|on\s+from|following)\b[^.;:]{0,60}\Z", re.IGNORECASE)


def _anniversary(mention: Mention, place: Place, state: State, year: int) -> int:
    """Return 1 in "a year after the attack of October 7": the number of years to go back."""
    match = _YEARS_AFTER.search(state.text, max(place.sentence.start, mention.start - 90), mention.start)
    if not match or not state.today:
        return 0
    day = calendar_day(year, mention.month, mention.day)
    if not day or abs((day - state.today).days) > 60:
        return 0
    word = match[1].lower()
    return int(word) if word.isdigit() and len(word) < 3 else NUMBER_WORDS.get(word, 0)
