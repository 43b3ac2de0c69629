"""Portfolios: where a name begins behind a list of them, "Minister of Land, Transport and Tourism Ann Lund"."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.narrative import CAPITAL, OFFICE, PERSON, PLURAL, Narrative

_LISTING = frozenset([",", "and", "&", "the"])
_SHORTEST_LIST, _LONGEST_LIST = 4, 16  # tokens from the office to the last portfolio


def behind_list(story: Narrative, first: int, end: int, sentence: int) -> tuple[int, int] | None:
    """Return where the office and the name begin, where `first` is the Tourism of such a list; else None."""
    lower, flags = story.lower, story.flags
    if lower[first] not in cues.PORTFOLIOS or first - sentence < _SHORTEST_LIST or lower[first - 1] not in _LISTING:
        return None
    if lower[first - 1] == "," and "and" not in lower[first:end]:
        return None  # the Minister of Health, Justice Ann Lund
    split = first + 1
    while split < end and (lower[split] in cues.PORTFOLIOS or lower[split] in _LISTING):
        split += 1
    if split == end or flags[split] & OFFICE:
        return None
    token = first - 1
    while token > sentence and lower[token] not in ("of", "for"):
        if not (flags[token] & CAPITAL or lower[token] in _LISTING) or first - token > _LONGEST_LIST:
            return None
        token -= 1
    office = token - 1
    if office < sentence or flags[office] & (CAPITAL | PERSON | PLURAL) != CAPITAL | PERSON:
        return None
    while office > sentence and flags[office - 1] & CAPITAL and flags[office - 1] & OFFICE:
        office -= 1
    return office, split
