"""What may stand between a subject and its verb: "Kim (55) said", "Kim angrily said", "Kim late on Monday said"."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.brackets import opening_bracket
from kit.quotes.parsing.narrative import (
    ADVERB,
    CALENDAR,
    CAPITAL,
    DETERMINER,
    INSTITUTION,
    NUMBER,
    PERSON,
    PRONOUN,
    PUNCTUATION,
    Narrative,
)

_DEGREES = frozenset(["less", "rather", "too", "very"])  # before sure, happy and their like
_BEFORE_DAY = frozenset(["at", "early", "in", "last", "late", "next", "on", "this"])
_SPANS = cues.TIMES | {f"{span}s" for span in cues.TIMES}
_WHICH_ONE = frozenset(["following", "last", "next", "past", "previous", "same", "that", "this"])
_FROM_NOW = frozenset(["after", "afterwards", "ago", "before", "earlier", "later", "previously", "prior"])
_SOME = frozenset(["couple", "few"])
_BEFORE_TIME = frozenset(["at", "during", "earlier", "early", "for", "in", "late", "later", "on", "over"])


def aside_start(story: Narrative, token: int, first: int) -> int | None:
    """Return where what ends at `token` begins: brackets, an adverb or a time; None where it is something else."""
    word, bits = story.lower[token], story.flags[token]
    if word == ")":
        return opening_bracket(story, token, first)
    if word in _SPANS:
        return _time_start(story, token, first)
    if bits & (INSTITUTION | PRONOUN) or not (bits & ADVERB or _is_adverb_or_time(story, token)):
        return None
    return token


def _is_adverb_or_time(story: Narrative, token: int) -> bool:
    """Is it the angrily of "Kim angrily said", not Kelly and not the family, or a word of "Kim on Tuesday said"?"""
    word, flags = story.lower[token], story.flags
    bits = flags[token]
    if word in _DEGREES:
        return True
    if word in _BEFORE_DAY and token + 1 < len(flags):
        late_on = word in ("late", "early") and story.lower[token + 1] in ("on", "in")
        if flags[token + 1] & CALENDAR or late_on:
            return True
    return bool(bits & CALENDAR) if bits & CAPITAL else word.endswith("ly") and not bits & PERSON


def _time_start(story: Narrative, token: int, first: int) -> int | None:
    """Return where "last month", "earlier this week", "two days before" and "on the same day" begin, else None.

    `token` is the month, week or days of it. None too where nothing that could speak stands before it.
    """
    lower, flags = story.lower, story.flags
    start = token - 1
    if start <= first:
        return None
    if lower[token + 1] in _FROM_NOW and lower[token] not in cues.TIMES and not flags[start] & DETERMINER:
        start += not (flags[start] & NUMBER or lower[start] in _SOME)  # just days earlier
    elif not (
        lower[start] in _WHICH_ONE
        or (lower[token + 1] in _FROM_NOW and flags[start] & DETERMINER)
        or (lower[start] == "the" and lower[start - 1] in _BEFORE_TIME)
        or flags[start] & CALENDAR
    ):
        return None
    start -= lower[start - 1] == ("a" if lower[start] in _SOME else "the")
    start -= lower[start - 1] in _BEFORE_TIME
    start -= lower[start - 1] in _BEFORE_TIME  # late in the last week
    clause = flags[start - 1] & PUNCTUATION or cues.VERB_SHAPES.get(lower[start - 1]) in ("past", "s")
    return None if start <= first or clause else start
