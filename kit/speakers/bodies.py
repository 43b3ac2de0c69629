"""Organisations: one by the whole name, whatever its article and spelling, and by the acronym that articles give it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from kit.speakers.names import families, letters
from kit.speakers.nodes import Mention, Ruled
from kit.text.names import fold

SPELLINGS = {word: min(family) for word, family in families("body_spellings").items()}

_LETTERS = re.compile(r"(?:[Tt]he )?((?:[A-Z]\.?){2,})")


def words_of(name: str) -> tuple[str, ...]:
    """The words of an organisation's name, without "the" and "and", each in one way to spell it."""
    words = fold(name).removeprefix(" the ").split()
    return tuple(SPELLINGS.get(word, word) for word in words if word != "and") or tuple(words)


@lru_cache(maxsize=65_536)
def plain(name: str) -> str:
    """What is equal for all ways to write an organisation's whole name."""
    return "".join(words_of(name))


def acronym_of(name: str) -> str | None:
    """The letters, in small, of a name that is nothing but an acronym: nwa, of "the N.W.A."."""
    found = _LETTERS.fullmatch(name)
    return found[1].replace(".", "").casefold() if found else None


def bearers_of_acronyms(
    mentions: Sequence[Mention],
    organisations: Mapping[str, Sequence[int]],
    decided: Mapping[int, Sequence[int]],
    ruled: Ruled,
) -> dict[str, str | int]:
    """The organisations that are a mere acronym → the only other one that carries it, or the person decided on.

    What carries it is a name that stands for it in some article; where two do, it is neither's.
    """
    carriers: dict[str, dict[str | int, Sequence[int]]] = defaultdict(dict)
    for key, places in chain[tuple[str | int, Sequence[int]]](organisations.items(), decided.items()):
        for acronym in {mentions[place].acronym for place in places} - {None, key}:
            carriers[str(acronym)][key] = places
    found: dict[str, str | int] = {}
    for acronym, bearers in carriers.items():
        places = organisations.get(acronym, ())
        if len(bearers) != 1 or not any(acronym_of(mentions[place].name) for place in places):
            continue
        ((bearer, others),) = bearers.items()
        if not _are_different(mentions, places, others, ruled):
            found[acronym] = bearer
    return found


def _are_different(mentions: Sequence[Mention], some: Iterable[int], others: Iterable[int], ruled: Ruled) -> bool:
    names = {letters(mentions[place].name) for place in some}
    return any((name, letters(mentions[place].name)) in ruled.different for name in names for place in others)
