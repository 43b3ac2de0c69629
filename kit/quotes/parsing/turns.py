"""Turns of a transcript: whose words a paragraph is, as the label before its first colon tells.

Accepted labels:

    KIM:   Kim (standing):   SEC. KIM:   SECRETARY OF STATE ANA KIM:   [00:12:31] Kim:   Kim (00:12):
    Ana Kim, mayor of Oslo:   Mayor of Oslo, Ana Kim:   The Minister (Ana Kim):   Ms Ana Kim (Oslo) (Lab):
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kit.models import Span
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    NUMBER,
    POSSESSIVES,
    PREPOSITION,
    QUOTED,
    VERB,
    Narrative,
)

_LONGEST_LABEL = 24  # tokens
_FEWEST = 2  # labelled paragraphs that make a transcript
_SPOKEN = frozenset(["i", "my", "our", "we", "you"])
_NUMBERED = 3  # tokens before a label: Q2.
_NO_LABEL = VERB | AUXILIARY | PREPOSITION | CONJUNCTION | CUE_NOUN
_NO_OPENING = PREPOSITION | CONJUNCTION
_TYING = frozenset(["at", "for", "of"])
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_QUESTION = re.compile(r"\W{0,6}(?:[QA]\d{0,3}[.:]|Q\s|QUESTION|Question)")
_OTHER_LABEL = re.compile(rf"{_QUESTION.pattern}|\W{{0,6}}[A-Z](?:[^:.?!“\"\n]|:\d){{0,60}}:(?:\s|$)")


def labelled(story: Narrative, mentions: Sequence[Mention], first: int, colon: int) -> Mention | None:
    """Return who is named in the label from a sentence's first token up to a colon; None where that is no label."""
    if not is_label(story, first, colon):
        return None
    here = [each for each in mentions if each.first >= first and not each.place]
    named = [each for each in here if each.kind == "name"] or here
    bracket = next((token for token in range(first + 1, colon) if story.lower[token] in _OPENING), colon)
    people = (
        each for each in named if not each.organisation and (each.first < bracket or each.titled or " " in each.name)
    )
    return next(people, named[0] if named else None)


def is_label(story: Narrative, first: int, colon: int) -> bool:
    """Is it a label up to a colon: a large word opens it, no verb, preposition or clause stands in it?

    What stands in brackets does not count.
    """
    if colon - first > _LONGEST_LABEL:
        return False
    begun = inside = False
    for token in range(first, colon):
        word, bits = story.lower[token], story.flags[token]
        if word in _OPENING or word in _CLOSING:
            inside = word in _OPENING
        elif inside or (bits & CAPITAL and (begun or not bits & _NO_OPENING or story.words[token].isupper())):
            begun = begun or not inside
        elif not _may_stand_in_label(story, token, begun=begun):
            return False
    return begun and not inside


def _may_stand_in_label(story: Narrative, token: int, *, begun: bool) -> bool:
    """Is it a sign, the figure of a time or an age, or one of the small words of "mayor of Oslo", once it has begun?"""
    word, bits = story.lower[token], story.flags[token]
    if bits & (QUOTED | CALENDAR) or word in POSSESSIVES:
        return False
    if word == ":":
        return bool(story.flags[token - 1] & NUMBER)
    return (begun or not word.isalpha()) and (not bits & _NO_LABEL or word in _TYING)


def find_turns(
    text: str, blocks: Sequence[Span], story: Narrative, frames: Sequence[Frame]
) -> dict[int, Mention | None]:
    """Return paragraph → the label of who speaks in it, None where nobody is named: QUESTION: …

    A turn goes on up to the next label; behind the last one it is a paragraph. Nothing where only quotations follow,
    nor where nobody has two turns or says I or we: a list of people, each of whom something is told.
    """
    turns: dict[int, Mention | None] = {}
    unmarked = spoken = behind = 0
    for frame in [each for each in frames if each.relation == "label"]:
        paragraph = story.paragraph_at(frame.cue)
        first, end = story.paragraph_tokens(paragraph)
        if frame.first - first <= _NUMBERED:
            turns[paragraph] = frame.source
            unmarked += frame.last == end or not story.flags[frame.last] & QUOTED
            behind = paragraph + 1 + (frame.last == end)  # Kim (00:12): ⏎ and what she says
            _, end = story.paragraph_tokens(min(behind, len(blocks)) - 1)
            spoken += not _SPOKEN.isdisjoint(story.lower[first:end])
    if not (unmarked and (spoken or _repeat(turns))):
        return {}
    if unmarked < _FEWEST and not any(_QUESTION.match(text, *block) for block in blocks):
        return {}
    begins = min(turns)
    while begins and _QUESTION.match(text, *blocks[begins - 1]):
        begins -= 1
    speaking: Mention | None = None
    for paragraph in range(begins, min(behind, len(blocks))):
        if paragraph not in turns:
            turns[paragraph] = None if _OTHER_LABEL.match(text, *blocks[paragraph]) else speaking
        speaking = turns[paragraph]
    return turns


def _repeat(turns: Mapping[int, Mention | None]) -> bool:
    """Has somebody two turns?"""
    names = [label.name if label.person < 0 else label.person for label in turns.values() if label is not None]
    return len({*names}) < len(names)
