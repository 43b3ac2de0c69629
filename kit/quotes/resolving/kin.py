"""Kin: "the mother" for who said that her son was late, "the widow" for whose husband was killed."""

from __future__ import annotations

from bisect import bisect_left

from kit.quotes.parsing.descriptions import NUMERALS
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import POSSESSIVES, PUNCTUATION
from kit.quotes.parsing.person import Person
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import Discourse
from kit.quotes.resolving.epithets import RANKS

_CHILDREN = frozenset(
    [
        *("babies", "baby", "boy", "boys", "child", "children", "daughter", "daughters", "girl", "girls", "infant"),
        *("kids", "newborn", "son", "sons", "teenager", "toddler", "triplets", "twins"),
    ]
)
_PARENTS = frozenset(["dad", "father", "mother", "mum", "parents"])
_GRANDCHILDREN = frozenset(["grandchild", "grandchildren", "granddaughter", "grandson"])
_SIBLINGS = frozenset(["brother", "brothers", "siblings", "sister", "sisters"])
_WHOSE = {"f": frozenset(["her", "whose"]), "m": frozenset(["his", "whose"])}
# What somebody is called → the gender, and who of theirs was told of.
_TOLD_BY = {
    "aunt": ("f", frozenset(["nephew", "niece"])),
    "brother": ("m", _SIBLINGS),
    "dad": ("m", _CHILDREN),
    "daughter": ("f", _PARENTS),
    "father": ("m", _CHILDREN),
    "grandfather": ("m", _GRANDCHILDREN),
    "grandmother": ("f", _GRANDCHILDREN),
    "husband": ("m", frozenset(["wife"])),
    "mother": ("f", _CHILDREN),
    "mum": ("f", _CHILDREN),
    "sister": ("f", _SIBLINGS),
    "son": ("m", _PARENTS),
    "uncle": ("m", frozenset(["nephew", "niece"])),
    "widow": ("f", frozenset(["husband"])),
    "widower": ("m", frozenset(["wife"])),
    "wife": ("f", frozenset(["husband"])),
}
_TOKENS_BACK, _MENTIONS_BACK, _NEAR = 400, 40, 4
_LONGEST_KIN = 4  # tokens from her to son in "her only surviving son"
_HAVING = frozenset(["bringing", "carrying", "feeding", "had", "has", "leading", "raising", "with"])  # two children


def by_kin(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return Lund for "the mother" behind "Lund lost her only son", the last one of whom such kin were told."""
    told_by = _TOLD_BY.get(head)
    if told_by is None or not _is_plain(reading, mention):
        return None
    described = discourse.described.get(head)
    if described is not None and not _is_only_told_of(reading, reading.people[described]):
        return None
    gender, kin = told_by
    lower = reading.story.lower
    first = max(0, mention.first - _TOKENS_BACK)
    for token in range(mention.first - 1, first, -1):
        if lower[token] in kin:
            owner = _owner(reading, token, gender)
            number = None if owner is None else _who_owns(reading, owner, gender, discourse)
            if number is not None:
                return number
    return None


def _is_only_told_of(reading: Reading, person: Person) -> bool:
    """Is it the widow of "The widow of a guard has sued", who is named later, not "his widow" nor one who spoke?"""
    first = person.mentions[0]
    return not person.named and first not in reading.frames_of and reading.story.lower[first.first] in ("a", "the")


def _is_plain(reading: Reading, mention: Mention) -> bool:
    """Is it "the mother", "the young mother" or "the mother of two", not "the boy's mother" or "the mother of Karl"?"""
    lower = reading.story.lower
    words, behind = lower[mention.first : mention.head], lower[mention.head + 1 : mention.head + 3]
    if words[:1] != ["the"] or not POSSESSIVES.isdisjoint(words) or not RANKS.isdisjoint(words):
        return False
    return behind[:1] not in (["who"], ["whose"], ["of"]) or (behind[0] == "of" and behind[1] in NUMERALS)


def _owner(reading: Reading, kin: int, gender: str) -> int | None:
    """Return the token of the her in "her only son", of the ’s in "Lund’s son" or the with in "with two sons"."""
    story = reading.story
    for token in range(kin - 1, max(-1, kin - 1 - _LONGEST_KIN), -1):
        if story.lower[token] in _WHOSE[gender] or story.lower[token] in _HAVING:
            return token
        if story.lower[token] in POSSESSIVES:
            return None if {"a", "an", "the"} & set(story.lower[token:kin]) else token
        if story.flags[token] & PUNCTUATION:
            return None
    return None


def _who_owns(reading: Reading, owner: int, gender: str, discourse: Discourse) -> int | None:
    """Return the last one met before a her who may be meant, in its paragraph or the one before."""
    story = reading.story
    if story.lower[owner] in POSSESSIVES:
        position = bisect_left(reading.mentions, owner, key=lambda each: each.first)
        named = (each for each in reversed(reading.mentions[max(0, position - _NEAR) : position]) if each.last == owner)
        lund = next((each.person for each in named if each.kind == "name"), None)
        return lund if lund is not None and _may_be(reading, reading.people[lund], gender) else None
    paragraph = story.paragraph_at(owner)
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        if earlier.first >= owner:
            continue
        if paragraph - story.paragraph_at(earlier.first) > 1:
            return None
        if _may_be(reading, reading.people[earlier.person], gender):
            return earlier.person
    return None


def _may_be(reading: Reading, person: Person, gender: str) -> bool:
    human = person.human and not person.organisation and person.gender in ("", gender)
    return human and (bool(person.gender) or reading.likeness_of(person) > 0)
