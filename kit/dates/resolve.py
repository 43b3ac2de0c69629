"""Resolving dated expressions in order: each against the day of publication and what was told before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kit.dates import absolute, relative
from kit.dates.country import country_of, day_comes_first, is_national
from kit.dates.mentions import Mention
from kit.dates.periods import Period, calendar_day, day_period, months_period
from kit.dates.state import Answer, Place, State, Told
from kit.models import Precision

# So many old years, and so many of them to one "Tuesday" or "last week", make a history.
_NARRATIVE_YEARS, _NARRATIVE_SHARE = 5, 5
_FROM_PUBLICATION = frozenset(["ago", "from now", "last", "next", "this"])

Resolver = Callable[[Mention, Mention | None, Place, State], Answer]
# How to resolve a shape, and the precision that it has even where it cannot be resolved.
_RESOLVERS: dict[str, tuple[Resolver, Precision]] = {
    "count": (relative.resolve_count, "day"),
    "day": (absolute.resolve_day, "day"),
    "day_of_month": (absolute.resolve_day_of_month, "day"),
    "half": (absolute.resolve_part_of_year, "half"),
    "holiday": (absolute.resolve_holiday, "day"),
    "month": (absolute.resolve_month, "month"),
    "numeric": (absolute.resolve_numeric, "day"),
    "quarter": (absolute.resolve_part_of_year, "quarter"),
    "season": (absolute.resolve_part_of_year, "season"),
    "today": (relative.resolve_today, "day"),
    "unit": (relative.resolve_unit, "day"),
    "weekday": (relative.resolve_weekday, "day"),
    "year": (absolute.resolve_year, "year"),
}


def resolve(
    text: str, mentions: list[Mention], places: list[Place], published: str | None, language: str | None
) -> Iterator[tuple[Period | None, Precision, str]]:
    """Yield for each mention its period (None if it cannot be told), its precision and the reason for the reading."""
    day = _published(published)
    state = State(text, day, _is_narrative(mentions, day))
    if any(mention.shape == "numeric" or is_national(mention.name) for mention in mentions):
        state.country = country_of(text, language)
        state.day_first = _day_order(mentions, state)
    dateline = _dateline(text, mentions, places)
    for number, (mention, place) in enumerate(zip(mentions, places, strict=True)):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        joined = following if following and _is_joined(text, mention, following) else None
        _share_week(mention, joined, mentions[number - 1] if number else None, text)
        resolver, precision = _RESOLVERS[mention.shape]
        try:
            period, reason = resolver(mention, joined, place, state)
        except (ValueError, OverflowError):
            period, reason = None, "outside the calendar"
        if mention is dateline and period:
            state.published = period
        _remember(mention, period, place, state)
        yield period, period.precision if period else relative.UNITS.get(mention.unit, precision), reason


def _published(published: str | None) -> Period | None:
    """Return the day, month or year of publication, or None if it is unknown or no date."""
    try:
        numbers = [int(number) for number in (published or "").split("-")]
        if len(numbers) == 3:
            day = calendar_day(*numbers)
            return day_period(day) if day else None
        year, month = numbers if len(numbers) == 2 else (*numbers, 1)
        return months_period(year, month, "month" if len(numbers) == 2 else "year") if 0 < month < 13 else None
    except ValueError:
        return None


def _is_narrative(mentions: list[Mention], published: Period | None) -> bool:
    """Does the text tell of old years, rather than of the days around its publication?"""
    this_year = published.first.year if published else 9999
    old = sum(1 for mention in mentions if mention.year and mention.year < this_year - 1)
    recent = sum(
        1 for mention in mentions if mention.shape in ("weekday", "today") or mention.relation in _FROM_PUBLICATION
    )
    return old >= _NARRATIVE_YEARS and old > _NARRATIVE_SHARE * recent


_BEFORE_DATELINE = re.compile(r"[^.!?]{0,40}\b[A-Z]{3,}[A-Z .,'’/()-]{0,40}(?:,\s?\w+\.?(?:\s\w+\.?)?)?\s?,?\s?\(?\Z")
_AFTER_DATELINE = re.compile(r"\)?,?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[-–—:]|--)")
_DATELINE_WINDOW = 60


def _dateline(text: str, mentions: list[Mention], places: list[Place]) -> Mention | None:
    """Return the day in "NAIROBI, March 3 (Reuters) -", from which the text then counts."""
    first, start = mentions[0], places[0].paragraph.start
    if first.shape != "day" or first.start - start > _DATELINE_WINDOW:
        return None
    is_dateline = _BEFORE_DATELINE.match(text, start, first.start) and _AFTER_DATELINE.match(text, first.end)
    return first if is_dateline else None


_JOINT = re.compile(r"\s{0,3}(?:[-–—/,]|\b(?:to|and|through|thru|until|till|or)\b|&)\s{0,3}(?:the\s)?")


def _is_joined(text: str, mention: Mention, following: Mention) -> bool:
    """Do two mentions make a range or list ("from March to May 2023"), so that the second's year is the first's too?"""
    return following.start - mention.end < 12 and bool(_JOINT.fullmatch(text, mention.end, following.start))


def _share_week(mention: Mention, joined: Mention | None, previous: Mention | None, text: str) -> None:
    """Let "Thursday and Friday next week", "next Monday and Tuesday" both be of that week."""
    if mention.shape != "weekday" or mention.unit or mention.relation or mention.count:
        return
    if joined and joined.shape == "weekday" and joined.unit:
        mention.unit = joined.unit
    elif previous and previous.shape == "weekday" and _is_joined(text, previous, mention):
        mention.relation = previous.relation


def _day_order(mentions: list[Mention], state: State) -> bool | None:
    """Return whether 5/6/2024 begins with the day here: by the text's other dates, else by its country.

    One that is the day of publication in one order only shows the order too.
    """
    numbers = [(mention.year, mention.month, mention.day) for mention in mentions if mention.shape == "numeric"]
    today = (state.today.year, state.today.month, state.today.day) if state.today else None
    day_first = any(first > 12 or (year, second, first) == today for year, first, second in numbers)
    month_first = any(second > 12 or (year, first, second) == today for year, first, second in numbers)
    return day_first if day_first != month_first else day_comes_first(state.country)


# --- what the mentions after this one may refer to ---------------------------------------------------------------


def _remember(mention: Mention, period: Period | None, place: Place, state: State) -> None:
    if mention.shape in ("weekday", "today") and not state.narrative:
        state.year_told = None  # the text is back among the days around its publication
    if period is None:
        return
    state.told = Told(period, place, mention.end)
    if _sets_year(mention, place, state):
        state.year_told = state.told


def _sets_year(mention: Mention, place: Place, state: State) -> bool:
    """Does the year of a mention hold for the yearless dates after it?"""
    if mention.shape == "year":
        if state.narrative:
            return not _ASIDE.search(state.text, max(0, mention.start - 10), mention.start)
        return _opens_sentence(mention, place, state)
    if mention.shape in ("count", "unit"):
        return state.narrative and mention.relation not in ("ago", "from now", "last", "next", "this", "past", "new")
    if mention.shape in ("weekday", "today"):
        return False
    return (bool(mention.year) and mention.shape != "season") or state.year_told is not None


# A year that only serves to compare or to name: "since 1995", "the 1614 rules".
_ASIDE = re.compile(r"\b(?:since|than\sin|as\sin|like\sin|the|a|an|its|his|until|that)\s\Z", re.IGNORECASE)
_OPENING = re.compile(r"(?:\A|.*,\s)\W{0,2}(?:In|During|By|Throughout)\s\Z", re.DOTALL | re.IGNORECASE)
_OPENING_WIDTH = 12


def _opens_sentence(mention: Mention, place: Place, state: State) -> bool:
    """Does a year set the scene: "In 1991 ...", "At the time, in 2008, ..."?"""
    sentence = place.sentence.start
    before = state.text[max(sentence, mention.start - 60) : mention.start]
    if not _OPENING.match(before):
        return False
    return mention.start - sentence <= _OPENING_WIDTH or state.text[mention.end : mention.end + 1] == ","
