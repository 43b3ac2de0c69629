"""Pronouns that their own sentence settles, whoever was met before."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.gender import LONGEST_HEARER, VOTED
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PREPOSITION
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import NOBODY


def told_by_sentence(reading: Reading, mention: Mention) -> int:
    """Return the place in `reading.people` of whom its sentence tells a pronoun to be, NOBODY where it does not."""
    for rule in (_who_says_so, _named_behind, _who_is_asked):
        person = rule(reading, mention)
        if person != NOBODY:
            return person
    return NOBODY


def _who_says_so(reading: Reading, mention: Mention) -> int:
    """Return Lund for the she of "Ana Lund says she is ill", who else may have spoken before.

    And the neighbour for that of "a neighbour told the paper she had heard it", as that shows the gender.
    """
    story = reading.story
    sentence = story.sentence_of[mention.first]
    before = [frame for frame in reading.frames_in.get(sentence, ()) if frame.cue < mention.first]
    if not before or mention.first - before[-1].cue > LONGEST_HEARER or reading.how_asked(mention) == "o":
        return NOBODY  # Kim asks her
    source = before[-1].source
    if source.person == NOBODY or source.kind == "pronoun":
        return NOBODY
    person = reading.people[source.person]
    if source.kind == "nominal":
        return source.person if (person.gender, person.sure) == (mention.gender, VOTED) else NOBODY
    between = story.lower[before[-1].cue + 1 : mention.first]
    adjacent = before[-1].relation == "subject" and between in ([], ["that"])
    agrees = person.gender == mention.gender and not person.organisation
    return source.person if adjacent and agrees and _comes_first(reading, source, sentence) else NOBODY


def _comes_first(reading: Reading, source: Mention, sentence: int) -> bool:
    """Are only places and institutions named before it: "At the House of Lords, Ana Lund says she is ill"?"""
    people = reading.people
    for each in reading.mentions_in[sentence]:
        if each is source:
            return True
        if each.kind != "name" or not (each.place or people[each.person].organisation):
            return False
    return False


def _named_behind(reading: Reading, mention: Mention) -> int:
    """Return Lund for the his of "In his letter, Lund says", whoever was he before."""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    first = story.sentence_tokens[sentence].start
    if mention.first != first + 1 or not story.flags[first] & PREPOSITION:
        return NOBODY
    subject = reading.subject_of(sentence)
    if subject is None or subject.kind != "name" or "," not in story.lower[mention.last : subject.first]:
        return NOBODY
    person = reading.people[subject.person]
    agrees = person.gender in ("", mention.gender) and person.organisation == (mention.gender == "n")
    return subject.person if agrees else NOBODY


def _who_is_asked(reading: Reading, mention: Mention) -> int:
    """Return Lund for the he of "Asked by Kim whether he had slept, Lund shrugged"."""
    sentence = reading.story.sentence_of[mention.first]
    if sentence not in reading.examining:
        return NOBODY
    for other in reading.mentions_in[sentence]:
        if other.last < mention.first and _is_asked_whether(reading, other, mention):
            return other.person
        if other.first > mention.last and other.kind == "name" and reading.how_asked(other) == "s":
            agrees = reading.people[other.person].gender in ("", mention.gender)
            asked = reading.story.lower[reading.story.sentence_tokens[sentence].start] in cues.EXAMINING
            return other.person if agrees and asked else NOBODY
    return NOBODY


def _is_asked_whether(reading: Reading, other: Mention, mention: Mention) -> bool:
    """Is it the Lund of "Kim asked Lund if he had slept", who is meant by that he?"""
    if other.kind != "name" or reading.how_asked(other) not in ("o", "s"):
        return False
    asked = reading.story.lower[other.last] in ("if", "whether")
    between = reading.mentions_in[reading.story.sentence_of[mention.first]]
    if not asked or any(other.first < each.first < mention.first and each.kind == "name" for each in between):
        return False
    return reading.people[other.person].gender == mention.gender
