"""Lands: whether what is said of somebody names one country or another, as a name or as what its people are called."""

from __future__ import annotations

from collections.abc import Set

from kit.quotes import cues

# Of countries, with the last words of those that have two.
LANDS = (
    cues.PLACES
    | cues.DEMONYMS
    | cues.LANDS.keys()
    | {"africa", "arabia", "guinea", "korea", "lanka", "leone", "zealand"}
)


def is_elsewhere(missing: Set[str], told: Set[str]) -> bool:
    """Is it another country's: no Sri Lankan for "the India captain", but the Turkish minister for "Turkey's"?"""
    ours = lands_of(missing)
    theirs = lands_of(told) if ours else ours
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def lands_of(words: Set[str]) -> set[str]:
    """Return the lands that words name, as `_land` has them."""
    bare = {word.removesuffix("'s").removesuffix("’s") for word in words}
    return {_land(word) for word in bare & LANDS}


def is_from(word: str) -> bool:
    """Does a word say where somebody is from: Polish, Norwegian, not Poland?"""
    return word in LANDS and (word in cues.DEMONYMS or word.endswith(("ish", "andic")))


def _land(word: str) -> str:
    """Return what a country's name and what its people are called have in common: one word, or how they begin."""
    return cues.LANDS.get(word, word[:4])
