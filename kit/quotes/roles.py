"""Descriptions that repeat a role: "the minister" for the one named as minister before, or soon after."""

from __future__ import annotations

from bisect import bisect_right

from kit.quotes import cues
from kit.quotes.discourse import Discourse
from kit.quotes.mention import Mention
from kit.quotes.narrative import PERSON
from kit.quotes.reading import Reading

# How far ahead the name of somebody described first may stand.
_MENTIONS_AHEAD, _PARAGRAPHS_AHEAD = 22, 3
_MENTIONS_BACK = 200


def holder(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return who was last named with the role or the kind that "the minister" or "the bank" repeats."""
    if reading.story.lower[mention.first] not in ("the", "his", "her", "their") or mention.gender == "p":
        return None
    alike = cues.ROLE_SYNONYMS.get(head, frozenset()) | {head}
    likely: int | None = None
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        number = earlier.mention.person
        person = reading.people[number]
        if not person.named or (mention.gender and person.gender not in ("", mention.gender)):
            continue
        if person.organisation != mention.organisation:
            continue
        heads = frozenset(person.words) if person.organisation else person.role_heads
        heads |= discourse.called.get(number, set())
        if head in heads:
            return number
        if likely is None and alike & heads:
            likely = number
    return likely


def introduced_later(reading: Reading, mention: Mention, head: str) -> int | None:
    """Return Ana Lund for the lead's "a judge", when the next paragraphs name "Judge Ana Lund"."""
    if not reading.story.flags[mention.head] & PERSON or mention.gender == "p":
        return None
    paragraph = reading.story.paragraph_of[reading.story.sentence_of[mention.first]]
    for number in people_ahead(reading, mention, paragraph):
        person = reading.people[number]
        if head in person.role_heads and (not mention.gender or person.gender in ("", mention.gender)):
            return number
    return None


def people_ahead(reading: Reading, mention: Mention, paragraph: int) -> list[int]:
    """Return the people first named soon after: "A judge has ruled … Judge Anna Lund said"."""
    story, mentions = reading.story, reading.mentions
    position = bisect_right(mentions, mention.first, key=lambda each: each.first)
    found = []
    for each in mentions[position : position + _MENTIONS_AHEAD]:
        if story.paragraph_of[story.sentence_of[each.first]] - paragraph > _PARAGRAPHS_AHEAD:
            break
        person = reading.people[each.person] if each.kind == "name" else None
        if person is not None and not person.organisation and person.mentions[0] is each:
            found.append(each.person)
    return found
