"""What a sentence tells of a name besides its role: "Lund is the mayor", "Lund, now a nurse, …", "Lund (a nurse)"."""

from __future__ import annotations

from bisect import bisect_left

from kit.quotes import cues
from kit.quotes.parsing.descriptions import phrase_end
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import NUMBER, Narrative

_COPULAS = frozenset(
    ["is", "was", "has", "had", "been", "became", "become", "remains", "serves", "served", "trained", "worked", "works"]
)
_BESIDE_COPULA = cues.ADVERBS | {"appointed", "as", "elected", "formerly", "herself", "himself", "named", "since"}
_NOW = frozenset(["also", "formerly", "herself", "himself", "now", "once", "still", "then"])
_ASIDES = {mark: mark for mark in cues.DASHES} | {"(": ")"}  # what opens them → what closes them
TELLING = _COPULAS | _ASIDES.keys() | {",", "used"}  # what stands behind a name of which more is told


def mark_told(story: Narrative, found: list[Mention], position: int, token: int) -> None:
    """Take the mayor of "X has been mayor for six years" and "X, who is now the mayor, …" as a description of X.

    Also the nurse of "X, once a nurse, …" and "X – a nurse – …". `token` stands behind the name and its brackets.
    """
    word = story.lower[token] if token < len(story.lower) else ""
    if word == ",":
        if story.lower[token + 2 : token + 3] == [","] and story.flags[token + 1] & NUMBER:
            token += 2  # "X, 34, who is a nurse"
        behind = story.lower[token + 1] if token + 1 < len(story.lower) else ""
        if behind == "who":
            _told_by_copula(story, found, position, token + 2)
        elif behind in _NOW:
            _told_aside(story, found, position, token + 2, (",", "."))
    elif word in _COPULAS or word == "used":
        _told_by_copula(story, found, position, token)
    opening = found[position].last
    closing = _ASIDES.get(story.lower[opening]) if opening < len(story.lower) else None
    if closing is not None:
        _told_aside(story, found, position, opening + 1, (closing,))


def _told_by_copula(story: Narrative, found: list[Mention], position: int, begins: int) -> None:
    token = begins
    while token < len(story.lower) and (
        story.lower[token] in _COPULAS or (token > begins and story.lower[token] in _BESIDE_COPULA)
    ):
        token += 1
    if story.lower[token : token + 3] == ["used", "to", "be"]:
        token += 3
    if token == begins or story.lower[token - 1] in ("has", "had"):
        return  # "X had the mayor arrested"
    for other in found[position + 1 : position + 3]:
        if begins < other.first <= token and other.kind == "nominal" and not story.possessive(other.last):
            if other.describes_one:
                other.within, other.described = True, found[position]
                _second_told(story, found, other, found[position])
            return


def _second_told(story: Narrative, found: list[Mention], first: Mention, name: Mention) -> None:
    """Take the mother of "X is a nurse and a mother of four" as a description of X too."""
    end = phrase_end(story, first.head, story.sentence_tokens[story.sentence_of[first.first]].end)
    if story.lower[end : end + 2] not in (["and", "a"], ["and", "an"]):
        return
    position = bisect_left(found, end + 1, key=lambda mention: mention.first)
    for other in found[position : position + 1]:
        if other.first == end + 1 and other.describes_one:
            other.within, other.described = True, name


def _told_aside(story: Narrative, found: list[Mention], position: int, begins: int, closing: tuple[str, ...]) -> None:
    """Take what begins with an article and ends with one of some marks as a description of the name."""
    if story.lower[begins : begins + 1] not in (["a"], ["an"], ["the"]):
        return
    for other in found[position + 1 : position + 3]:
        if other.first != begins or not other.describes_one:
            continue
        end = phrase_end(story, other.head, story.sentence_tokens[story.sentence_of[begins]].end)
        if end < len(story.lower) and story.lower[end] in closing:
            for number in range(position + 1, len(found)):
                if found[number].first >= end:
                    break
                found[number].within = True
            other.described = found[position]
        return
