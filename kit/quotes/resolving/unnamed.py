"""Descriptions that repeat somebody without a name: "the official" for the diplomat who has just spoken."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.people import Person
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import Discourse
from kit.quotes.resolving.epithets import RANKS, is_definite

_ANYBODY = frozenset(["individual", "informant", "insider", "man", "person", "source", "witness", "woman"])
_MENTIONS_BACK, _PARAGRAPHS_BACK = 10, 2


def last_unnamed_speaker(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return the neighbour in "A neighbour said Lund had shouted. “Loudly,” the woman said."

    Whoever is only told of in a report, as Lund is, does not come between.
    """
    story = reading.story
    frames = reading.frames_of.get(mention)
    if not frames or head in discourse.described or not is_definite(story, mention, frames):
        return None
    if not RANKS.isdisjoint(story.lower[mention.first : mention.head]):
        return None
    paragraph = story.paragraph_at(mention.first)
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        person = reading.people[earlier.person]
        if paragraph - story.paragraph_at(earlier.first) > _PARAGRAPHS_BACK:
            return None
        is_subject = discourse.standing(reading, earlier).subject == "s"
        if is_subject and not _is_reported(reading, earlier) and _agrees(person, mention):
            return earlier.person if _may_be_called(person, head) else None
    return None


def _is_reported(reading: Reading, mention: Mention) -> bool:
    """Does the mention stand behind another one's reporting word: Lund in "A neighbour said Lund had left"?"""
    frames = reading.frames_in.get(reading.story.sentence_of[mention.first], ())
    return any(frame.last <= mention.first and frame.source is not mention for frame in frames)


def _agrees(person: Person, mention: Mention) -> bool:
    """Is it one human being of the mention's gender, as far as that is known?"""
    return person.human and not person.organisation and person.gender in ("", mention.gender or person.gender)


def _may_be_called(person: Person, head: str) -> bool:
    noun = person.words[0]
    return not person.named and person.gender != "p" and (head in _ANYBODY or noun in cues.NARROWER.get(head, ()))
