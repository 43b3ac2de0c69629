"""Gender of the people of one article: from titles and roles, from the pronouns around their names, from the names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kit.quotes import cues
from kit.quotes.parsing.descriptions import phrase_end
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    FUNCTION,
    PERSON,
    PLURAL,
    PUNCTUATION,
    QUOTED,
    VERB,
    Narrative,
)
from kit.quotes.parsing.person import LIKELY, USUAL, Person, usual_gender

_SUBJECTS, _OTHERS, _GENDERED = cues.GENDERED_SUBJECTS, cues.GENDERED_OTHERS, cues.GENDERED
_PRONOUNS_OF = {each: frozenset(word for word, gender in _GENDERED.items() if gender == each) for each in "fm"}

# How sure the gender is: a title or a role tells, pronouns tell, a known given name, a name that only sounds like it.
TOLD, VOTED, NAMED, GUESSED = 2, 1, 0, -1
_ENOUGH_VOTES, _MORE_THAN_A_NAME = 0.5, 1.5
_LITTLE_DOUBT = 0.3  # what one pronoun near a known given name may say against it
_LONGEST_RELATIVE = 12  # tokens behind who
LONGEST_HEARER = 6  # tokens between told and she
_OBJECT_BEHIND = 3  # tokens up to the her of "Lund then asked her why she left"


class _Around(NamedTuple):
    """The people of one sentence, and the other human beings who are only described there."""

    named: list[Mention]
    people: set[int]  # those named
    described: list[Mention]


def settle_genders(
    people: Sequence[Person],
    mentions_in: Mapping[int, list[Mention]],
    story: Narrative,
    frames_of: Mapping[Mention, list[Frame]],
) -> None:
    """Set each person's gender and how sure it is; "" where neither the text nor the name tells."""
    votes_for = _count_votes(people, mentions_in, story)
    for mention in chain.from_iterable(mentions_in.values()):
        if mention.kind == "nominal" and not mention.gender and story.flags[mention.head] & PERSON:
            told = _told_in_relative(story, mention)
            mention.gender = told or _told_of_itself(story, mention, frames_of.get(mention, ()))
    for number, person in enumerate(people):
        if person.gender:
            person.sure = TOLD
            continue
        if person.organisation:
            continue
        votes = votes_for.get((number, "f"), 0.0) - votes_for.get((number, "m"), 0.0)
        gender, weight = usual_gender(person.words)
        both = votes + (weight if gender == "f" else -weight if gender == "m" else 0.0)
        named = weight >= USUAL and gender != ("f" if votes > 0 else "m")
        if abs(votes) > (_MORE_THAN_A_NAME if named else _ENOUGH_VOTES):
            person.gender, person.sure = ("f" if votes > 0 else "m"), VOTED
        elif named:
            person.gender, person.sure = gender, NAMED if abs(both) >= USUAL - _LITTLE_DOUBT else GUESSED
        elif abs(both) >= LIKELY:
            person.gender = "f" if both > 0 else "m"
            person.sure = NAMED if abs(both) >= USUAL else GUESSED


# --- pronouns ------------------------------------------------------------------------------------------------------


def _count_votes(
    people: Sequence[Person], mentions_in: Mapping[int, list[Mention]], story: Narrative
) -> dict[tuple[int, str], float]:
    """Return the votes of all gendered pronouns, each for the one person it can stand for in or near its sentence."""
    votes: dict[tuple[int, str], float] = defaultdict(float)  # for whom and which gender
    around: dict[int, _Around] = {}
    for token in story.sought:
        word = story.lower[token]
        if word not in _GENDERED:
            continue
        sentence = story.sentence_of[token]
        for number in (sentence - 1, sentence):
            if number not in around:
                around[number] = _around(people, mentions_in.get(number, ()), story)
        gender = _GENDERED[word]
        person, weight = _meant(story, around, token, gender)
        if weight:
            votes[person, gender] += weight * (1.0 if word in _SUBJECTS else 0.6)
    return votes


def _around(people: Sequence[Person], mentions: Sequence[Mention], story: Narrative) -> _Around:
    here = _Around([], set(), [])
    for mention in mentions:
        if mention.kind == "name" and not mention.place and not people[mention.person].organisation:
            here.named.append(mention)
            here.people.add(mention.person)
        elif mention.kind == "nominal" and not mention.within and story.flags[mention.head] & PERSON:
            here.described.append(mention)
    return here


def _meant(story: Narrative, around: dict[int, _Around], token: int, gender: str) -> tuple[int, float]:
    """Return whom a pronoun most likely stands for and how much that counts, 0 where it is anybody's guess."""
    sentence = story.sentence_of[token]
    here = around[sentence]
    if not here.named and not around[sentence - 1].named:
        return -1, 0.0
    earlier = [mention for mention in here.named if mention.first < token]
    if len(here.people) > 1 and len({mention.person for mention in earlier}) > 1:
        return -1, 0.0
    before = around[sentence - 1].people
    rivals = any(mention.first < token and mention.gender in ("", gender) for mention in here.described)
    if earlier:
        if all(_is_another(story, here, mention, token, gender) for mention in earlier):
            return -1, 0.0
        return earlier[0].person, (0.5 if before else 1.0) * (0.5 if rivals else 1.0)
    if story.lower[token] not in _SUBJECTS and rivals:
        return -1, 0.0
    if story.paragraph_of[sentence] == story.paragraph_of[max(0, sentence - 1)] and len(before) == 1:
        return next(iter(before)), 0.3 if rivals else 0.6
    behind = {mention.person for mention in here.named if mention.first > token}
    if len(before | behind) == 1 and story.lower[token] in _SUBJECTS:
        return (before | behind).pop(), 0.3
    return -1, 0.0


def _told_in_relative(story: Narrative, mention: Mention) -> str:
    """Return f for the neighbour of "a neighbour, who asked that her name not be used"; "" where no such clause is."""
    last = story.sentence_tokens[story.sentence_of[mention.first]].end
    if "who" not in story.lower[mention.last : last]:
        return ""
    who = phrase_end(story, mention.head, last)
    who += who < last and story.lower[who] == ","
    if who >= last or story.lower[who] != "who":
        return ""
    for token in range(who + 1, min(who + _LONGEST_RELATIVE, last)):
        word, bits = story.lower[token], story.flags[token]
        if bits & (QUOTED | CAPITAL | PERSON) or word == ",":
            return ""  # somebody else is met there
        if word in _GENDERED:
            of_another = word in ("him", "her") and _is_object(story, token)
            return "" if of_another else _GENDERED[word]
    return ""


def _told_of_itself(story: Narrative, mention: Mention, frames: Sequence[Frame]) -> str:
    """Return f for the neighbour of "a neighbour said she had heard it"; "" where nothing of the kind follows.

    Nothing is told of Ana Lund's friend in "a friend of Ana Lund said she had left".
    """
    if frames and _tied_to_somebody(story, mention):
        return ""
    for frame in frames:
        if frame.lemma not in cues.SAYING or frame.relation != "subject":
            continue
        last = story.sentence_tokens[story.sentence_of[frame.cue]].end
        for token in range(frame.cue + 1, min(frame.cue + LONGEST_HEARER, last)):
            word = story.lower[token]
            if word in _SUBJECTS:
                return _SUBJECTS[word]
            hearer = word in _OTHERS or word in cues.GIVEN_NAMES or story.flags[token] & (PERSON | PLURAL) == PERSON
            if hearer or story.flags[token] & (QUOTED | VERB | PUNCTUATION | AUXILIARY):
                break  # "an officer told her she could go"
    return ""


def _tied_to_somebody(story: Narrative, mention: Mention) -> bool:
    """Does "of" or "for" and a large word stand behind a description: "a friend of Lund", "a lawyer for Lund"?"""
    behind = mention.head + 1
    tied = story.lower[behind : behind + 1] in (["of"], ["for"])
    return tied and any(bits & CAPITAL for bits in story.flags[behind + 1 : behind + 2])


def _is_another(story: Narrative, here: _Around, mention: Mention, token: int, gender: str) -> bool:
    """Can the pronoun not be that person: the subject of its own clause, or whose role names that person already?

    "Lund taught her" is about another woman, as are "her agent, Lund, said she …" and "Lund asked her why she …".
    """
    if mention.role and not _PRONOUNS_OF[gender].isdisjoint(mention.role.lower().split()):
        return True
    between = range(mention.last, token)
    if story.lower[token] in _SUBJECTS:
        objects = (each for each in between[:_OBJECT_BEHIND] if _GENDERED.get(story.lower[each]) == gender)
        token = next(objects, token)
        between = range(mention.last, token)
    if story.lower[token] not in ("him", "her") or not _is_object(story, token):
        return False
    others = any(other.first in between for other in (*here.named, *here.described))
    return not others and not any(story.lower[each] in _SUBJECTS for each in between)


def _is_object(story: Narrative, token: int) -> bool:
    """Is it the her of "taught her", not of "her school"?"""
    if story.lower[token] == "him" or token + 1 >= len(story.flags):
        return True
    bits = story.flags[token + 1]
    return bool(bits & (FUNCTION | PUNCTUATION | QUOTED)) and not bits & (ADVERB | CAPITAL | VERB)
