"""Posts: who holds one at a body in "the head of the Akhtar battalion Ana Lund", where no comma parts post and name."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CUE_NOUN,
    DETERMINER,
    INSTITUTION,
    MARKS,
    PERSON,
    PLURAL,
    POSSESSIVES,
    PRONOUN,
    TITLE,
    VERB,
    Narrative,
)
from kit.quotes.parsing.people import fold

_PEOPLE = PERSON | PLURAL
_RANK = PERSON | TITLE
_PLAIN = INSTITUTION | DETERMINER | CUE_NOUN | _PEOPLE  # what may stand in a body's name, whoever is named behind it
_MOST_PLAIN, _MOST = 4, 9  # tokens of a body's name
_SPEAKING_FOR = cues.ROLE_SYNONYMS["spokesman"]
_NEVER = AUXILIARY | CALENDAR | MARKS | PRONOUN
_TIES = frozenset(["and", "for", "of", "on"])


def holder_before(story: Narrative, found: list[Mention], position: int) -> Mention | None:
    """Return the chair in "chair of the bench X" and "chair of the parliamentary committee on defence X", else None.

    Before a known given name the body may be called by more than small words. A spokesman for X is another one.
    """
    mention = found[position]
    words = mention.name.split()
    if len(words) < 2:
        return None
    begins = mention.last - len(words)
    while story.flags[begins - 1] & CAPITAL and story.flags[begins - 1] & _RANK:
        begins -= 1  # the regiment Captain X
    known = fold(words[0]) in cues.GIVEN_NAMES
    holder: Mention | None = None
    for other in reversed(found[max(0, position - 5) : position]):
        behind = other.head + 1
        if other.organisation or (known and (other.kind == "name" or story.lower[behind] in POSSESSIVES)):
            continue
        if other.kind != "nominal" or other.within or other.gender == "p" or begins - behind < 2:
            break
        small = range(behind + 1, begins)
        post = story.flags[other.head] & PERSON and story.lower[other.head] not in cues.KIN
        surely = (known or mention.titled) and story.lower[other.head] not in _SPEAKING_FOR
        plain = (story.lower[behind] == "of" or (surely and story.lower[behind] == "for")) and _is_plain(story, small)
        if not plain and not (known and post and story.lower[behind] in ("for", "of") and _is_body(story, small)):
            break
        holder = other
        if story.lower[other.first - 1] != "of":
            break  # else the leader in "leader of the Servant of the People faction X"
    return holder


def _is_plain(story: Narrative, small: range) -> bool:
    """Are these a few small words that say where a post is held, and not "charity Open Door" or "the late poet X"?"""
    bits = [story.flags[token] for token in small]
    if len(bits) > _MOST_PLAIN or any(each & ~_PLAIN or each & _PEOPLE == PERSON for each in bits):
        return False
    return bool(bits[0] & DETERMINER or not bits[-1] & INSTITUTION)


def _is_body(story: Narrative, small: range) -> bool:
    """Does a word for a body end these words, or stand before "on" or "for" in them, and nothing break them?"""
    flags, lower = story.flags, story.lower
    if len(small) > _MOST:
        return False
    body = -1
    for token in small:
        bits, word = flags[token], lower[token]
        if word in POSSESSIVES or word in _TIES:
            continue
        owner = lower[token + 1] in POSSESSIVES
        somebody = bits & _PEOPLE == PERSON and not bits & CAPITAL and not flags[token + 1] & PERSON
        verb = bits & VERB and not bits & (CAPITAL | INSTITUTION) and not flags[token - 1] & DETERMINER
        if bits & _NEVER or verb or word in cues.PREPOSITIONS or (somebody and not owner):
            return False
        body = token if (bits & INSTITUTION or word in cues.FIRMS) and not owner else body
    last = small[-1]
    return body == last or (body >= 0 and not {"for", "of", "on"}.isdisjoint(lower[body + 1 : last]))
