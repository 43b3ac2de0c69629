"""Reading the match of a form: which mentions it makes, or none where it is a near miss."""

from __future__ import annotations

import re
from collections.abc import Callable

from kit.dates.holidays import plain_name
from kit.dates.mentions import Mention, relation_of, year_relation_of
from kit.dates.misses import (
    counts_something,
    follows_month,
    is_holiday,
    is_month,
    is_quarter_token,
    is_season,
    is_weekday,
    is_year,
)
from kit.dates.names import DAYS_FROM_TODAY, month_number, weekday_number

Match = re.Match[str]

_DIGITS = re.compile(r"\d+")
_DAY_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)


def _year(match: Match) -> int | None:
    if match["fiscal_year"]:
        return 2000 + int(match["fiscal_year"])
    return int(match["year"]) if match["year"] else None


def _short_year(written: str | None) -> int | None:
    return int(written[1:]) if written else None


# --- months and days ---------------------------------------------------------------------------------------------

_SENTENCE_AFTER = re.compile(r"\s*\Z|\s+[A-Z“\"‘]|\s*\n")


def _read_month(match: Match, text: str) -> list[Mention]:
    if match["bank_holiday"]:
        return [Mention(match.start(), match.end(), "holiday", name="bank holiday")]
    if not is_month(match, text):
        return []
    if match["quarter"] and not (match["days"] or match["days_after"] or follows_month(text, match.start())):
        return [_month_quarter(match, text)]
    end = match.start("quarter") if match["quarter"] else match.end()
    mentions = calendar_mentions(match, text, match.start(), end)
    mentions[0].relation = relation_of(match["relation"])
    return mentions


def _month_quarter(match: Match, text: str) -> Mention:
    """Read "the September quarter"."""
    mention = part_of_year(match, "quarter", (month_number(match["month"]) + 2) // 3)
    if text[max(0, mention.start - 4) : mention.start].lower() == "the ":
        mention.start -= 4
    return mention


def calendar_mentions(match: Match, text: str, start: int, end: int) -> list[Mention]:
    """Return one mention for each day in "3, 4 and 5 May 2024" or "Nov. 5-8, 2024", or one for the month alone."""
    mentions = _each_day(match, text, start, end)
    last = mentions[-1]
    if text[last.end - 1] == "." and _SENTENCE_AFTER.match(text, last.end):
        last.end -= 1  # "on 29 Nov." ends a sentence
    return mentions


def _each_day(match: Match, text: str, start: int, end: int) -> list[Mention]:
    group = "days" if match["days"] else "days_after"
    days = list(_DAY_NUMBER.finditer(text, *match.span(group))) if match[group] else []
    if match["days_after"] and not match["days"]:
        counted = [number for number, day in enumerate(days) if counts_something(text, day.end())]
        if counted:  # "In November 12 people"
            days = days[: counted[0]]
            end = days[-1].end() if days else match.end("month")
    spans = [day.span() for day in days] or [(start, end)]
    if group == "days_after" or len(spans) == 1:
        spans[0] = (start, spans[0][1])
    spans[-1] = (spans[-1][0], end)
    numbers = [int(day[1]) for day in days] or [0]
    return [
        Mention(
            first,
            last,
            "day" if number else "month",
            year=_year(match),
            month=month_number(match["month"]),
            day=number,
            year_relation=year_relation_of(match["year_relation"]),
            short_year=_short_year(match["short_year"]),
        )
        for (first, last), number in zip(spans, numbers, strict=True)
    ]


def _read_weekday(match: Match, text: str) -> list[Mention]:
    if not is_weekday(match, text):
        return []
    name = "weekday" if match["weekday"] else "weekday_short"
    weekday = weekday_number(match[name])
    relation = relation_of(match["relation"] or match["after_relation"])
    if match["month"]:
        mentions = calendar_mentions(match, text, *match.span())
        if mentions[0].shape == "month":  # "on Tuesday, May said"
            return [Mention(match.start(), match.end(name), "weekday", weekday=weekday, relation=relation)]
        mentions[0].weekday = weekday
        mentions[0].start = match.start()
        return mentions
    if match["bare_day"]:
        day, year = int(_DIGITS.findall(match["bare_day"])[0]), match["year_ahead"]
        month = month_number(match["month_ahead"])
        return [Mention(*match.span(), "day", int(year) if year else None, month, day, weekday)]
    if match["numeric"]:
        first, second, year = (int(number) for number in _DIGITS.findall(match["numeric"]))
        return [Mention(*match.span(), "numeric", year, first, second, weekday, name=match["separator"])]
    return [
        Mention(
            *match.span(),
            "weekday",
            weekday=weekday,
            count={None: 0, "week": 1, "fortnight": 2}[match["later"]],
            unit=relation_of(match["week_relation"]),
            relation=relation,
        )
    ]


_ON_BEFORE = re.compile(r"\b(?:on|by|until|since|till|from)\s+\Z", re.IGNORECASE)
_ORDINAL_AFTER = re.compile(r"\s*(?:[.,;:)—–]|\Z|(?:that|when|and|at|in|to|after|before|for|with|as|the|it|local)\b)")


def _read_day_of_month(match: Match, text: str) -> list[Mention]:
    on = _ON_BEFORE.search(text, max(0, match.start() - 8), match.start())
    if not on or not _ORDINAL_AFTER.match(text, match.end()):
        return []
    return [Mention(*match.span(), "day_of_month", day=int(_DIGITS.findall(match["day"])[0]))]


def _read_today(match: Match, text: str) -> list[Mention]:
    return [Mention(*match.span(), "today", count=DAYS_FROM_TODAY[match["today"].lower()])]


# --- numbers -----------------------------------------------------------------------------------------------------

_VERSION_BEFORE = re.compile(r"\b(?:article|build|release|section|v|version)\.?\s*\Z|§\s?\Z", re.IGNORECASE)


def _read_numeric(match: Match, text: str) -> list[Mention]:
    if match["iso"]:
        year, month, day = (int(number) for number in _DIGITS.findall(match["iso"]))
        return [Mention(*match.span(), "day", year, month, day)]
    if match["iso_month"]:
        year, month = (int(number) for number in _DIGITS.findall(match["iso_month"]))
        if month > year % 100:  # 2009-10 is two years, 2024-11 a month
            return []
        return [Mention(*match.span(), "month", year, month)]
    if _VERSION_BEFORE.search(text, max(0, match.start() - 10), match.start()):
        return []
    if match["yearless"]:
        return _read_yearless(match, text)
    first, second, year = (int(number) for number in _DIGITS.findall(match["numeric"]))
    separator = match["separator"]
    if year < 100:
        # 3.11.24 is a version, 21.11.24 a day; 5-3-12 is a score.
        if separator == "-" or (separator == "." and len(match["numeric"]) != 8):
            return []
        year += 2000 if year < 70 else 1900
    low, high = sorted((first, second))
    if not (1000 <= year < 2100 and 1 <= low <= 12 and high <= 31):
        return []
    return [Mention(*match.span(), "numeric", year, first, second, name=separator)]


_DATED_BEFORE = re.compile(r"\b(?:[Oo]n|dated|until|till|by|since|from)\s\Z")


def _read_yearless(match: Match, text: str) -> list[Mention]:
    """Read "on 27/11", "on 27.11."; not 9/11, 24/7 or "on 2.5"."""
    first, second = (int(number) for number in _DIGITS.findall(match["yearless"]))
    is_dated = _DATED_BEFORE.search(text, max(0, match.start() - 7), match.start())
    if not is_dated or (first, second) in ((9, 11), (24, 7)):
        return []
    low, high = sorted((first, second))
    if not (1 <= low <= 12 and high <= 31) or (second > 12 and "." in match["yearless"]):
        return []
    separator = "/" if "/" in match["yearless"] else "."
    end = match.end() - (match["yearless"].endswith(".") and _SENTENCE_AFTER.match(text, match.end()) is not None)
    return [Mention(match.start(), end, "numeric", None, first, second, name=separator)]


_LONGEST_RANGE = 40  # years that "1998-99" may span, the century left out


def _read_year(match: Match, text: str) -> list[Mention]:
    if not is_year(match, text):
        return []
    start, end = match.span()
    year = int(match["year"])
    if match["season"]:
        return [Mention(start, end, "season", year, name=match["season"])]
    short = "year_end" if match["year_end"] else "short_end"
    if not match[short]:
        return [Mention(start, end, "year", year)]
    last = year - year % 100 + int(match[short].lstrip("'’"))
    last += 100 if last < year else 0
    if match["dash"] == "/" or not 0 < last - year <= _LONGEST_RANGE:
        return []
    return [Mention(start, match.end("year"), "year", year), Mention(match.start(short), end, "year", last)]


_SHORT_YEAR_BEFORE = re.compile(
    r"\b(?:after|and|autumn|before|by|early|from|in|late|of|since|spring|summer|to|until|winter)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _read_short_year(match: Match, text: str) -> list[Mention]:
    is_before = _SHORT_YEAR_BEFORE.search(text, max(0, match.start() - 14), match.start())
    if not is_before or counts_something(text, match.end()):
        return []
    return [Mention(*match.span(), "year", short_year=_short_year(match["short_year"]))]


# --- quarters, seasons, holidays ---------------------------------------------------------------------------------


def part_of_year(match: Match, shape: str, count: int) -> Mention:
    """Return the mention of a quarter, half, season or holiday with the year that its form names."""
    return Mention(
        *match.span(),
        shape,
        year=_year(match),
        count=count,
        year_relation=year_relation_of(match["year_relation"]),
        short_year=_short_year(match["short_year"]),
    )


def _read_token(match: Match, text: str) -> list[Mention]:
    if match["fy"]:
        return [Mention(*match.span(), "year", _full_year(match["fy_end"] or match["fy_year"]))]
    shape = "quarter" if "Q" in (match["letter_first"], match["letter_last"]) else "half"
    number = int(match["number_last"] or match["number_first"])
    if number > 2 and shape == "half":
        return []
    if not (match["token_year"] or match["token_relation"]) and (
        match["letter_last"] or not is_quarter_token(match, text)
    ):
        return []
    year = _full_year(match["token_year"]) if match["token_year"] else None
    relation = year_relation_of(match["token_relation"])
    return [Mention(*match.span(), shape, year, count=number, year_relation=relation)]


def _full_year(written: str) -> int:
    return int(written) if len(written) == 4 else 2000 + int(written)


def _read_season(match: Match, text: str) -> list[Mention]:
    if not is_season(match, text):
        return []
    mention = part_of_year(match, "season", 0)
    mention.name = match["season"].lower()
    mention.relation = relation_of(match["relation"])
    return [mention]


def _read_holiday(match: Match, text: str) -> list[Mention]:
    if not is_holiday(match, text):
        return []
    mention = part_of_year(match, "holiday", 0)
    mention.name = plain_name(match["holiday"])
    mention.relation = relation_of(match["relation"])
    return [mention]


READINGS: dict[str, Callable[[Match, str], list[Mention]]] = {
    "day_of_month": _read_day_of_month,
    "holiday": _read_holiday,
    "month": _read_month,
    "numeric": _read_numeric,
    "season": _read_season,
    "short_year": _read_short_year,
    "today": _read_today,
    "token": _read_token,
    "weekday": _read_weekday,
    "year": _read_year,
}
