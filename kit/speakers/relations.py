"""How two names stand to each other: one person's for certain, or with support, one a part of the other, or not."""

from __future__ import annotations

from typing import Literal

from kit.speakers.names import EASTERN, PARTICLES, Name, may_be_called, roman

# `same`: two ways to write one name. `part`: the second leaves out some of the first. `supported`: they may be one
# person's name, but it takes more than the names to say so, such as one office.
Relation = Literal["same", "part", "supported"]


def relation(full: Name, other: Name) -> Relation | None:
    """How `other` stands to `full`, which has at least as many words; None if they are two people's names.

    >>> relation(parse_name("George H. W. Bush"), parse_name("George W. Bush")) is None
    True
    """
    if full.suffix == other.suffix:
        return _by_words(full, other)
    if (full.suffix and other.suffix) or (other.numbered and len(full.words) > 1):
        return None
    alike = _by_words(full, other)
    if other.is_short and not other.suffix:
        # A Biden Jr. may be called Biden, and Leo XIV Leo.
        return "part" if alike == "same" else alike
    # Trump Jr. is not Trump.
    return "supported" if alike else None


def _by_words(full: Name, other: Name) -> Relation | None:
    one, two = full.sounds, other.sounds
    if one == two:
        # "Yuri Kim" and "Kim Yu-ri" may be two people; "Suk-yeol Yoon" and "Yoon Suk-yeol" are hardly.
        turned = full.eastern != other.eastern and len(two) > 1 and not (full.split and other.split)
        return "supported" if turned else "same"
    if len(two) < len(one):
        if one[-len(two) :] == two:
            return "part" if len(two) == 1 or two[0] in PARTICLES else "supported"
        if len(two) == 2 and one[:2] == two and two[1] not in PARTICLES:
            # The surname of "Elena Ruiz Cordero" may be the second word.
            return "part"
    if len(one) == 1 or len(two) == 1:
        return None
    if one[-1] != two[-1]:
        return "supported" if _is_one_romanised(full, other) else None
    middles = _middles(full, other)
    given = _given(full, other)
    if middles is None or given is None:
        return None
    return "supported" if given == "supported" else "part" if "part" in (given, middles) else "same"


def _given(full: Name, other: Name) -> Relation | None:
    one, two = full.sounds[0], other.sounds[0]
    if one == two:
        return "same"
    if 1 in (len(one), len(two)):
        return "part" if one[0] == two[0] else None
    if may_be_called(full.words[0], other.words[0]) or _is_one_romanised(full, other):
        return "supported"
    return None


def _is_one_romanised(full: Name, other: Name) -> bool:
    """Whether two Korean or Chinese names may be one, spelt after two systems."""
    one, two = full.words, other.words
    if len(one) != 2 or len(two) != 2 or EASTERN.get(one[1], one[1]) != EASTERN.get(two[1], two[1]):
        return False
    return one[1] in EASTERN and full.split and other.split and roman(one[0]) == roman(two[0])


def _middles(full: Name, other: Name) -> Relation | None:
    """How the names between the first and the last stand to each other; initials stand for names."""
    one = [word for word in full.sounds[1:-1] if word not in PARTICLES]
    two = [word for word in other.sounds[1:-1] if word not in PARTICLES]
    pairs = list(zip(one, two, strict=False))
    if any(a != b and not (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in pairs):
        return None
    return "same" if one == two else "part"
