"""Reading the match of a unit's form: "two weeks ago", "last month", "the third quarter", "year-end"."""

from __future__ import annotations

import re

from kit.dates.mentions import Mention, relation_of
from kit.dates.misses import has_year, is_quarter
from kit.dates.names import DAYS_FROM_TODAY, ORDINALS, number_of, weekday_number
from kit.dates.patterns import FORMS
from kit.dates.readings import calendar_mentions, part_of_year

Match = re.Match[str]


def read_unit(match: Match, text: str) -> list[Mention]:
    """Return the mention of a unit's form, or nothing where it is a length of time."""
    if match["distant_day"]:
        return [Mention(*match.span(), "today", count=-2 if "yesterday" in match["distant_day"].lower() else 2)]
    if match["counted"]:
        return _read_count(match)
    if match["later"]:
        return [_week_after(match)]
    if match["skipped"]:
        relation = " ".join(match["beyond"].split())
        return [Mention(*match.span(), "unit", unit=match["skipped"], relation=relation)]
    if match["week_of"]:
        return _read_week_of(match, text)
    if match["ordinal"]:
        return _read_ordinal(match, text)
    if match["year_earlier"]:
        return [Mention(*match.span(), "count", count=-1, unit="year", relation="earlier", name="period")]
    return _read_related_unit(match, text)


_BACKWARDS = frozenset(["ago", "before", "earlier", "previously", "prior"])


def _read_count(match: Match) -> list[Mention]:
    """Read "two weeks ago", "a year earlier", "a fortnight’s time", "a week ago Monday"."""
    unit = match["counted"].lower()
    if unit == "half":
        return []
    count = number_of(match["count"]) if match["count"] else None
    direction = "from now" if match["time"] else " ".join(match["direction"].lower().split())
    relation = "from now" if direction in ("from now", "from today", "hence") else direction
    if unit == "fortnight":
        unit, count = "week", count and count * 2
    if count is not None and relation in _BACKWARDS:
        count = -count
    weekday = -1
    if match["weekday_then"] == "today":
        unit, count = "day", count and (count * 7 if unit == "week" else None)
    elif match["weekday_then"]:
        weekday = weekday_number(match["weekday_then"])
    return [Mention(*match.span(), "count", weekday=weekday, count=count, unit=unit, relation=relation)]


def _week_after(match: Match) -> Mention:
    """Read "a week on Tuesday", "a fortnight tomorrow"."""
    weeks = 1 if match["later"] == "week" else 2
    if match["day_after"]:
        return Mention(*match.span(), "today", count=7 * weeks + DAYS_FROM_TODAY[match["day_after"]])
    return Mention(*match.span(), "weekday", weekday=weekday_number(match["weekday_after"]), count=weeks)


def _read_week_of(match: Match, text: str) -> list[Mention]:
    """Read "the week of Nov. 18"."""
    inner = FORMS["month"].match(text, match.end())
    if not inner or not inner["month"]:
        return []
    mention = calendar_mentions(inner, text, match.start(), inner.end())[0]
    mention.end, mention.unit = inner.end(), "weekend" if match["weekend_of"] else "week"
    return [mention] if mention.shape == "day" else []


def _read_ordinal(match: Match, text: str) -> list[Mention]:
    """Read "the third quarter of 2023", "the first half"."""
    shape, count = match["ordered"].lower(), ORDINALS[match["ordinal"].lower()]
    if shape == "half" and count > 2:
        return []
    return [part_of_year(match, shape, count)] if has_year(match) or is_quarter(match, text) else []


# "the quarter ended Sept. 30": the day says it.
_ENDED_AFTER = re.compile(r"\s+(?:that\s+)?(?:ended|ending|to|through)\b")
_LENGTH_BEFORE = re.compile(r"\b(?:for|over|within|during|throughout|in)\s+\Z", re.IGNORECASE)


def _read_related_unit(match: Match, text: str) -> list[Mention]:
    """Read "last week", "the end of the month", "year-end", "the same day", "the day before"."""
    start, end = match.span()
    if match["new_year"]:
        return [Mention(start, end, "unit", unit="year", relation="new")]
    if match["unit_end"]:
        unit = "month" if "month" in match["unit_end"].lower() else "year"
        return [Mention(start, end, "unit", unit=unit, relation=relation_of(match["relation"]) or "the")]
    unit, relation = match["unit"], relation_of(match["unit_relation"])
    if match["aside"]:
        if relation != "the" or unit in ("weekend", "quarter"):
            return []
        relation = "previous" if match["aside"] in ("before", "earlier") else "following"
    if relation == "the" and not (unit in ("weekend", "quarter") or (match["part"] and unit != "day")):
        return []  # "the year" alone names none
    if unit == "fortnight" or (relation == "past" and unit != "weekend") or _is_length(match, text):
        return []
    if (unit == "quarter" and _ENDED_AFTER.match(text, end)) or (unit == "weekend" and text.startswith(" of ", end)):
        return []
    if unit == "day":
        relation = "same" if relation == "this" else relation
        if relation not in ("same", "following", "previous", "next") or match["part"]:
            return []
    return [Mention(start, end, "unit", unit=unit, relation=relation)]


def _is_length(match: Match, text: str) -> bool:
    """Is it a length of time: "the last week of the war", "over the next year"?"""
    words = match["unit_relation"].lower().split()
    if len(words) < 2 or words[0] != "the" or words[1] not in ("last", "next", "following", "coming", "latest"):
        return False
    if words[1] in ("last", "latest"):
        return text.startswith(" of ", match.end())
    before = _LENGTH_BEFORE.search(text, max(0, match.start() - 12), match.start())
    return match["unit"] != "day" and before is not None
