"""Does an article's text bear out that it appeared on a day that only stands somewhere on its page?"""

from __future__ import annotations

import re
from datetime import date

from kit.dates import find_dates
from kit.models import DatedEvent

JUST = 7  # days: what happened within them has just happened
# An article that tells of days, all of them further away than this, did not appear on the day in question.
FAR = 45

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_AND_MONTH = re.compile(r"(?=.*[^\W\d_]{3})(?=.*\d)", re.DOTALL)
_YEAR = re.compile(r"\d{4}")


def evidence_for(body: str, day: str) -> str | None:
    """What in the text fits publication on `day`, an ISO day, in words; None where nothing does.

    Either the first weekday that it names is that of `day`: the news is of today. Or it tells of a day within the
    last week, and the first weekday named, if any, is today or yesterday.
    """
    found = [event for event in find_dates(body, published=day) if event.precision == "day" and event.first]
    distances = {event: _days_before(event, day) for event in found}
    weekdays = [event for event in found if _words(body, event).casefold() in _WEEKDAYS]
    full = [event for event in found if _DAY_AND_MONTH.match(_words(body, event))]
    yearless = [event for event in full if not _YEAR.search(_words(body, event))]
    if yearless and min(abs(distances[event]) for event in yearless) > FAR:
        return None
    if weekdays and distances[weekdays[0]] == 0:
        return f"the text names {_words(body, weekdays[0])}"
    recent = [event for event in full if 0 <= distances[event] <= JUST]
    if recent and (not weekdays or 0 <= distances[weekdays[0]] <= 1):
        return f"the text tells of {_words(body, recent[0])}"
    return None


def _words(body: str, event: DatedEvent) -> str:
    return body[event.start : event.end]


def _days_before(event: DatedEvent, day: str) -> int:
    assert event.first is not None
    return (date.fromisoformat(day) - date.fromisoformat(event.first)).days
