"""Whose somebody is: "the driver's lawyer" is not "a lawyer for the family, Ana Lund"."""

from __future__ import annotations

import re
from itertools import islice

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import FLAGS, INSTITUTION, PERSON
from kit.quotes.parsing.person import Person, fold
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import Discourse
from kit.quotes.resolving.parties import ACCUSED, WRONGED

_POSSESSOR = re.compile(r"([^,]*?)(?:['’]s|s['’])\s")  # the driver's of "the driver's lawyer"
_TAIL = re.compile(r"\s(?:for|of|at|to)\s((?:(?!\s(?:for|of|at|to|in|from|on|who|with)\b)[^,])+)")
_GENDERS = dict.fromkeys(cues.MASCULINE, "m") | dict.fromkeys(cues.FEMININE, "f") | {"his": "m", "her": "f"}
_ATTACKING_SIDE = ACCUSED | {"attacker", "bomber", "driver", "gunman", "killer", "murderer", "officer", "shooter"}
_WRONGED_SIDE = WRONGED | {"family", "widow"}
_OPPOSED = ((_ATTACKING_SIDE, _WRONGED_SIDE), (_WRONGED_SIDE, _ATTACKING_SIDE))
_SIDES = dict.fromkeys(["defence", "defense", "defending"], "defendant")
_OF_MEMBERS = frozenset(
    ["association", "body", "federation", "group", "league", "organisation", "organization", "union"]
)
_INSTITUTIONS_BACK = 20
_MENTIONS_TOLD = 20  # of one person, in which it is told whose somebody is
# An institution of any kind may be called so.
_GENERAL = frozenset(["body", "country", "government", "group", "institution", "organisation", "organization", "team"])


def is_of_another(person: Person, mention: Mention) -> bool:
    """Is the person somebody else's than a description says: the union's spokesman, not the company's?"""
    owner = _owner_of(mention.name)
    if owner is None:
        return False
    if owner.startswith(("a ", "an ", "another ")):
        return True  # the head of a nearby school
    roles = (role for each in person.mentions[:_MENTIONS_TOLD] for role in each.roles)
    owners = [each for role in roles if (each := _owner_of(role)) is not None]
    return bool(owners) and all(_is_other(owner, each) for each in owners)


def of_its_members(reading: Reading, mention: Mention, discourse: Discourse) -> int | None:
    """Return the Leith Teachers' Union for "the teachers' body", the last one met whose name has the word."""
    lower = reading.story.lower
    if lower[mention.head - 1] not in ("'", "’") or lower[mention.head] not in _OF_MEMBERS:
        return None
    owner = lower[mention.head - 2]
    for number in islice(reversed(discourse.institutions), _INSTITUTIONS_BACK):
        if owner in reading.people[number].words:
            return number
    return None


def _owner_of(description: str) -> str | None:
    """Return the driver of "the driver's lawyer" and "the lawyer for the driver", the defendant of "defence lawyer".

    Also the her of "her lawyer".
    """
    found = _POSSESSOR.match(description) or _TAIL.search(description)
    if found is not None:
        return found[1]
    pronoun = description[:4].lower()
    if pronoun in ("his ", "her "):
        return pronoun[:3]
    return next((_SIDES[word] for word in description.lower().split() if word in _SIDES), None)


def _is_other(owner: str, known: str) -> bool:
    """Are two words for owners surely not for the same one?"""
    ours, theirs = (fold(each.rpartition(" ")[2]) for each in (owner, known))
    if {_GENDERS.get(ours), _GENDERS.get(theirs)} == {"f", "m"}:
        return True
    if any(ours in side and theirs in other for side, other in _OPPOSED):
        return True
    return _is_institution(ours) and _is_institution(theirs) and not _alike(ours, theirs)


def _is_institution(noun: str) -> bool:
    return FLAGS.get(noun, 0) & (INSTITUTION | PERSON) == INSTITUTION and noun not in _GENERAL


def _alike(one: str, other: str) -> bool:
    """Can both be said of one institution: bank and lender, agency and authority?"""
    return one == other or any(
        b in cues.ROLE_SYNONYMS.get(a, ()) or b in cues.NARROWER.get(a, ()) for a, b in ((one, other), (other, one))
    )
