"""Descriptions written with capital letters: the CEO, the 36-year-old Austrian, the police PRO."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.descriptions import describe, phrase_start
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import CAPITAL, INSTITUTION, NUMBER, PLURAL, PUNCTUATION, Narrative

_MORE_OF = frozenset(["aged", "at", "in", "now", "who", "whose", "with"])  # behind a comma: more of one person
_OWNERS = frozenset(["the", "their", "its", "our"])
# What may stand before the word for somebody from there: the South Korean, the Sri Lankan.
_HALVES = frozenset(
    ["costa", "east", "new", "north", "northern", "puerto", "saint", "saudi", "sierra", "south", "sri", "st", "west"]
)
_BODIES = INSTITUTION | PLURAL
LARGE_HEADS = cues.OFFICE_LETTERS | cues.DEMONYMS  # with which such a description ends


def large_description(story: Narrative, text: str, first: int, end: int, sentence: int, last: int) -> Mention | None:
    """Return what "the CEO", "the 36-year-old Austrian" or "the police PRO" says somebody is; None for other words.

    The words with capitals are those from `first` to `end`, the last one of `LARGE_HEADS`.
    """
    lower, flags = story.lower, story.flags
    letters = _is_office_in_letters(story, first, end)
    if not letters and lower[end - 1] not in cues.DEMONYMS:
        return None
    if end - first < 3 and first > sentence:
        owner = first - 1
        if first - 2 >= sentence and (lower[owner].endswith("-year-old") or not flags[owner]):
            owner -= 1  # the 36-year-old Austrian, the young Austrian
        if lower[owner] in _OWNERS and (letters or _is_somebody_from(story, owner, first, end, sentence, last)):
            return describe(story, text, owner, end - 1, last)
        if letters and flags[owner] & _BODIES and not flags[owner] & CAPITAL and first - sentence > 1:
            start = phrase_start(story, first, sentence)
            if lower[start] in _OWNERS:
                return describe(story, text, start, end - 1, last)  # the police PRO said
    if letters and lower[end : end + 1] == ["of"]:
        return describe(story, text, first, end - 1, last)  # SHO of Leith police station
    return None


def _is_office_in_letters(story: Narrative, first: int, end: int) -> bool:
    """Is it the CEO, the Police PRO?"""
    word = story.words[end - 1]
    if word.lower() not in cues.OFFICE_LETTERS or not word.isupper():
        return False
    return end - first == 1 or (end - first == 2 and bool(story.flags[first] & _BODIES))


def _is_somebody_from(story: Narrative, the: int, first: int, end: int, sentence: int, last: int) -> bool:
    """Is it "the Brazilian said", "said the Social Democrat" or "the New Zealander", not "the Brazilian team said"?"""
    token = end - 1
    alone = first == token or (first == token - 1 and _makes_one(story.lower[first], story.lower[token]))
    if not alone or story.lower[token] not in cues.DEMONYMS or story.lower[the] != "the":
        return False
    if token + 1 < last and story.lower[token + 1] in cues.VERBS:
        return cues.VERB_SHAPES[story.lower[token + 1]] != "base"
    if token + 2 < last and story.lower[token + 1] == ",":
        aged = bool(story.flags[token + 2] & NUMBER)  # the Brazilian, 34, said
        if aged or first - 1 == sentence:
            return aged or story.lower[token + 2] in _MORE_OF
    inverted = the > sentence and story.lower[the - 1] in cues.VERBS
    return inverted and (token + 1 == last or bool(story.flags[token + 1] & PUNCTUATION))


def _makes_one(first: str, second: str) -> bool:
    """Are two words one for somebody: Social Democrat, South Korean?"""
    return second == "democrat" or first.rstrip(".") in _HALVES
