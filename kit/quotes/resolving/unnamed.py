"""Descriptions that repeat somebody without a name: "the official" for the diplomat who has just spoken."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from kit.quotes import cues
from kit.quotes.parsing.descriptions import gender_of, phrase_end
from kit.quotes.parsing.gender import TOLD, VOTED
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import ADVERB, PERSON, POSSESSIVES, Narrative
from kit.quotes.parsing.person import Person
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import Discourse
from kit.quotes.resolving.epithets import RANKS, is_definite

_ANYBODY = frozenset(["individual", "informant", "insider", "man", "person", "source", "witness", "woman"])
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_DYING = frozenset(["died", "drowned"])
_DONE = frozenset(["caught", "found", "held", "hit", "hurt", "left", "lost", "sent", "shot"])
_FELT = frozenset(
    [
        *("convinced", "delighted", "determined", "disappointed", "excited", "pleased", "relieved", "reserved"),
        *("resigned", "surprised", "unconcerned", "unconvinced", "undaunted", "unfazed", "unimpressed", "worried"),
    ]
)
_MENTIONS_BACK, _PARAGRAPHS_BACK = 10, 2
_BEFORE_ONES_NAME = (["name", "as"], ["himself", "as"], ["herself", "as"], ["was", "born"])
_NEAR, _NAMED_AFTER = 5, 200  # mentions of which somebody was, who gives a name then
_LONGEST_GROUP = 3  # tokens: the two suspects
_NEAR_IT = 3  # mentions of which one may be the same
_DEFINITE = frozenset(["her", "his", "the", "their"])


def last_unnamed_speaker(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return the neighbour in "A neighbour said Lund had shouted. “Loudly,” the woman said."

    Whoever is only told of in a report, as Lund is, does not come between.
    """
    story = reading.story
    if head not in _ANYBODY and head not in cues.NARROWER:
        return None
    described = discourse.described.get(head)
    if described is not None and (head not in _ANYBODY or not reading.people[described].named):
        return None
    if not is_definite(story, mention, reading.frames_of.get(mention, ())):
        return None
    if not RANKS.isdisjoint(story.lower[mention.first : mention.head]):
        return None
    paragraph = story.paragraph_at(mention.first)
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        person = reading.people[earlier.person]
        if paragraph - story.paragraph_at(earlier.first) > _PARAGRAPHS_BACK:
            return None
        is_subject = reading.is_subject(earlier)
        if is_subject and not _is_reported(reading, earlier) and _agrees(person, mention):
            return earlier.person if _may_be_called(person, head) else None
    return None


def newcomer(reading: Reading, mention: Mention, met: Mapping[int, Mention]) -> int | None:
    """Return the farmer for the he of "A young farmer shook his head. “Promises,” he said", where no one else comes.

    `met` holds the last mention of everybody who can be meant, latest first; the others are of paragraphs before. To
    whom something is done ("A farmer was arrested") is rather told of by somebody met before.
    """
    story = reading.story
    number, last = next(iter(met.items()))
    person = reading.people[number]
    first = person.mentions[0]
    sentence, paragraph = story.sentence_of[first.first], story.paragraph_at(mention.first)
    if person.named or not _agrees(person, mention):
        return None
    one_of_office = story.lower[first.first] == "the" and first.name.count(" ") == 1 and person.words[0] in cues.OFFICES
    if not (story.lower[first.first] in _INDEFINITE or one_of_office or _is_somebodys(reading, first)):
        return None
    if sentence != story.paragraph_sentences[paragraph].start or reading.subject_of(sentence) is not first:
        return None
    if story.sentence_of[mention.first] - story.sentence_of[last.first] > 1 or is_done_to(story, first.last):
        return None
    others = (story.paragraph_at(earlier.first) for other, earlier in met.items() if other != number)
    return number if all(other < paragraph for other in others) else None


def take_name(reading: Reading, mention: Mention, discourse: Discourse) -> None:
    """Let the man of "A man rose. He gave his name as Karl Lund" be Lund, and who "was born Karl Lund".

    Also one of the suspects, "who identified himself only as Karl".
    """
    story, before = reading.story, mention.first - 2
    if before > 0 and story.flags[before] & ADVERB and story.lower[before + 1] == "as":
        before -= 1
    if before < 0 or [story.lower[before], story.lower[mention.first - 1]] not in _BEFORE_ONES_NAME:
        return
    sentence = story.sentence_of[mention.first]
    recent = reversed(discourse.recent[-_NEAR:])
    here = [each for each in recent if story.sentence_of[each.first] == sentence and reading.people[each.person].human]
    subject = min(here, key=_is_no_pronoun, default=None)
    if subject is None or reading.people[subject.person].named or reading.people[subject.person].gender == "p":
        return
    unnamed = subject.person
    for earlier in discourse.recent[-_NAMED_AFTER:]:
        if earlier.person == unnamed:
            earlier.person = mention.person


def somebody_new(reading: Reading, mention: Mention, head: str) -> int:
    """Add a person without a name, whom a noun describes, and return the place in `reading.people`."""
    human = bool(reading.story.flags[mention.head] & PERSON) or _is_one_of_several(reading.story, mention.head)
    person = Person(mention.name, (head,), [mention], mention.gender, mention.organisation, named=False, human=human)
    if person.gender:
        told = person.gender in ("p", gender_of(reading.story, mention.first, mention.head + 1))
        person.sure = TOLD if told else VOTED
    reading.people.append(person)
    return len(reading.people) - 1


def _is_somebodys(reading: Reading, mention: Mention) -> bool:
    """Is it "the suspect's lawyer", who says something?"""
    owned = not POSSESSIVES.isdisjoint(reading.story.lower[mention.first : mention.head])
    return owned and mention in reading.frames_of


def has_spoken(reading: Reading, person: Person) -> bool:
    """Is it somebody without a name who was brought in as saying something: the official of "An official said"?"""
    return not person.named and person.mentions[0] in reading.frames_of


def apposed_to(reading: Reading, mention: Mention) -> Mention | None:
    """Return the winner for the lawyer of "The winner, a lawyer who was in prison, said", who is the same one.

    Not the mayor in "the mayor, a priest and a baker".
    """
    story = reading.story
    position = bisect_left(reading.mentions, mention.first, key=lambda each: each.first)
    for other in reversed(reading.mentions[max(0, position - _NEAR_IT) : position]):
        definite = other.kind == "nominal" and story.lower[other.first] in _DEFINITE and other.gender != "p"
        if not definite or other.organisation or phrase_end(story, other.head, mention.first) != mention.first - 1:
            continue
        opens = other.first == story.sentence_tokens[story.sentence_of[other.first]].start
        ends = phrase_end(story, mention.head, len(story.lower))
        return other if opens and story.lower[ends : ends + 1] in ([","], ["who"]) else None
    return None


def is_done_to(story: Narrative, token: int) -> bool:
    """Is it "was shot", "had been arrested" or "died", and not "was sweeping" or "was less sure"?"""
    while story.flags[token] & ADVERB or story.lower[token] in ("had", "has"):
        token += 1
    word, behind = story.lower[token], story.lower[token + 1]
    passive = behind.endswith(("ed", "en")) or behind in cues.IRREGULAR_PASTS or behind in _DONE
    return word in _DYING or (word in ("been", "is", "was") and passive and behind not in _FELT)


def _is_one_of_several(story: Narrative, head: int) -> bool:
    """Is it the one of "one of the suspects" and "one of the three women"?"""
    if story.lower[head] != "one" or story.lower[head + 1 : head + 2] != ["of"]:
        return False
    return any(bits & PERSON for bits in story.flags[head + 2 : head + 2 + _LONGEST_GROUP])


def _is_no_pronoun(mention: Mention) -> bool:
    return mention.kind != "pronoun"


def has_just_acted(reading: Reading, earlier: Mention, mention: Mention) -> bool:
    """Is it the father of "Her father waited outside. “…,” the pensioner said", to whom nothing is done?"""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    if story.sentence_of[earlier.first] != sentence - 1 or mention.gender == "p" or earlier.gender == "p":
        return False
    if any(each.kind == "name" and not each.organisation for each in reading.mentions_in[sentence - 1]):
        return False
    person = reading.people[earlier.person]
    new = story.lower[earlier.first] in _INDEFINITE or person.words[0] in cues.KIN
    together = story.paragraph_of[sentence - 1] == story.paragraph_of[sentence]
    return new and together and person.human and not is_done_to(story, earlier.last)


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
