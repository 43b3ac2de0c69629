"""Institutions that only the words beside their names tell: "Lake Watch, a campaign group", "dairy company Olsen"."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.descriptions import phrase_end
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PERSON, Narrative
from kit.quotes.parsing.people import fold

_KINDS_OF = (["a"], ["an"], ["one"], ["the"])
_CLOSING = ([","], ["."], [";"], ["which"], ["that"])


def describe_body(story: Narrative, found: list[Mention], position: int) -> None:
    """Take a name beside a word for a body, such as group or company, for that body's; the word describes it."""
    _behind(story, found, position)
    _right_before(story, found, position)
    _before(story, found, position)


def _behind(story: Narrative, found: list[Mention], position: int) -> None:
    """Take Lake Watch for an institution in "Lake Watch, a campaign group, …", and "the group" for a word for it."""
    mention = found[position]
    first = mention.last + 1
    if mention.titled or story.lower[mention.last : first] != [","] or story.lower[first : first + 1] not in _KINDS_OF:
        return
    for other in found[position + 1 : position + 3]:
        if other.first == first and other.kind == "nominal" and story.lower[other.head] in cues.BODIES:
            end = phrase_end(story, other.head, story.sentence_tokens[story.sentence_of[first]].end)
            person = story.flags[other.head] & PERSON and not mention.organisation
            if story.lower[end : end + 1] in _CLOSING and not person and _is_no_given_name(mention):
                mention.organisation, mention.place = True, False
                other.within, other.described = True, mention
            return


def _right_before(story: Narrative, found: list[Mention], position: int) -> None:
    """Take Lake Watch for an institution in "campaign group Lake Watch", not Lund in "the group Lund founded"."""
    mention = found[position]
    other = found[position - 1] if position else mention
    if other.kind != "nominal" or other.last != mention.first or mention.titled:
        return
    bare = other.head - other.first == 1 and story.lower[other.first] == "the"
    if story.lower[other.head] in cues.BODIES and not bare and _is_no_given_name(mention):
        mention.organisation, mention.place = True, False
        other.within, other.described = True, mention


def _before(story: Narrative, found: list[Mention], position: int) -> None:
    """Take Lake Watch for an institution in "a campaign group, Lake Watch, …"."""
    mention = found[position]
    other = found[position - 1] if position else mention
    comma = mention.first - 1
    if comma < 1 or story.lower[comma] != "," or other.kind != "nominal" or other.within or mention.titled:
        return
    if story.lower[other.head] not in cues.BODIES or phrase_end(story, other.head, mention.first) != comma:
        return
    if story.lower[mention.last : mention.last + 1] in _CLOSING and _is_no_given_name(mention):
        mention.organisation, mention.place = True, False
        other.within, other.described = True, mention


def _is_no_given_name(mention: Mention) -> bool:
    return fold(mention.name.split()[0]) not in cues.GIVEN_NAMES or mention.organisation
