"""Whom a pronoun may stand for: the people met before it, or where that is nobody, who is named soon after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.quotes import cues
from kit.quotes.model import Features
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import FLAGS, INSTITUTION, PERSON
from kit.quotes.parsing.person import Person, fold
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.ahead import people_ahead
from kit.quotes.resolving.anaphor import anaphor_of
from kit.quotes.resolving.antecedent_features import antecedent_features
from kit.quotes.resolving.discourse import NOBODY, Discourse
from kit.quotes.resolving.epithets import SERVING, may_be_body, may_be_called, serves_others
from kit.quotes.resolving.lands import is_elsewhere
from kit.quotes.resolving.others import asks_in_first_person, is_another, is_topic, leave_others_out
from kit.quotes.resolving.unnamed import newcomer

# How many earlier mentions are looked at, and how far back they may lie in paragraphs.
_MENTIONS_BACK, _PARAGRAPHS_BACK = 22, 7
_BEFORE_NEAREST = 1  # paragraphs by which somebody may lie further back than the nearest one that agrees
_AGED = "-year-old"
_MOST_PEOPLE = 5  # of those met before; nearly always it is one of the last three


class Possible(NamedTuple):
    """Somebody met before whom a mention may stand for."""

    person: int  # place in `reading.people`
    earlier: Mention  # the last mention before
    rank: int  # how many others were met since


def possible_people(reading: Reading, mention: Mention, discourse: Discourse) -> list[Possible]:
    """Return everybody met before whom a mention may stand for, the last one met first."""
    people = reading.people
    met = _met_before(reading, mention, discourse)
    if len(met) > 1 and mention.kind == "nominal" and reading.story.lower[mention.head] not in SERVING:
        others = [number for number in met if serves_others(people[number])]
        for number in others if len(others) < len(met) else ():
            del met[number]
    leave_others_out(reading, mention, discourse, met)
    if mention.gender in {"m", "f"} and not any(people[number].gender in ("", mention.gender) for number in met):
        met = _owners(reading, mention) or met
    if len(met) > 1 and mention.gender in ("m", "f") and mention.kind == "pronoun":
        new = newcomer(reading, mention, met)
        if new is not None:
            return [Possible(new, met[new], 0)]
    agreeing = _agreeing(reading, mention, list(met))
    last_met = enumerate(met.items())
    found = [Possible(number, earlier, rank) for rank, (number, earlier) in last_met if number in agreeing]
    if mention.gender == "p" and any(people[each.person].gender == "p" for each in found):
        found = [each for each in found if not _is_one(reading, each)]
    return found


def _met_before(reading: Reading, mention: Mention, discourse: Discourse) -> dict[int, Mention]:
    """Return the last mention of everybody met near enough who can be meant, latest first.

    Else of those whom the sentence is about, who are others where anybody else can be meant, else of whom the article
    is about.
    """
    people, story = reading.people, reading.story
    sentence = story.sentence_of[mention.first]
    met: dict[int, Mention] = {}
    topics: dict[int, Mention] = {}
    speaking = reading.turns.get(story.paragraph_of[sentence])  # nobody speaks of himself as he
    looked_at: set[int] = {speaking.person} if speaking else set()
    furthest = story.paragraph_of[sentence] - _PARAGRAPHS_BACK
    contrasted = sentence in reading.examining or story.lower[mention.first - 1] == ","  # else nobody is another there
    asking = [each for each in (sentence - 1, sentence) if each >= 0 and asks_in_first_person(story, each)]
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        number = earlier.person
        if number in looked_at:
            continue
        where = story.sentence_of[earlier.first]
        paragraph = story.paragraph_of[where]
        if paragraph < furthest or len(met) == _MOST_PEOPLE:
            break
        looked_at.add(number)
        opposed = contrasted and where == sentence
        if opposed and is_another(reading, mention, earlier, discourse):
            continue
        if (opposed or where in asking) and is_topic(reading, mention, earlier):
            topics[number] = earlier
        elif _may_be_meant(reading, mention, earlier, discourse):
            met[number] = earlier
            if mention.gender not in {"m", "f"} or people[number].gender == mention.gender:
                furthest = max(furthest, paragraph - _BEFORE_NEAREST)
    first = discourse.protagonist
    if met or topics or first is None or first.person in looked_at:
        return met or topics
    return {first.person: first} if _is_told_of(people[first.person], mention) else {}


def named_ahead(reading: Reading, mention: Mention) -> int:
    """Return who is named soon after a pronoun that nobody met before may stand for, NOBODY where that is nobody."""
    if mention.kind != "pronoun":
        return NOBODY
    ahead = people_ahead(reading, mention, reading.story.paragraph_at(mention.first))
    possible = [number for number in ahead if _can_be(reading.people[number], mention)]
    agreeing = _agreeing(reading, mention, possible)
    return next((number for number in possible if number in agreeing), NOBODY)


def antecedents(
    reading: Reading, mention: Mention, discourse: Discourse, people: Sequence[Possible]
) -> Iterator[tuple[int, Features]]:
    """Yield those whom a mention may stand for, as (place in `reading.people`, features), the last one met first."""
    anaphor = anaphor_of(reading, mention, discourse)
    story = reading.story
    here = [each for each in people if story.paragraph_at(each.earlier.first) == anaphor.paragraph]
    for each in people:
        alone = here == [each]
        yield each.person, antecedent_features(reading, anaphor, each.earlier, discourse, each.rank, alone=alone)


def _may_be_meant(reading: Reading, mention: Mention, earlier: Mention, discourse: Discourse) -> bool:
    """Can the person of an earlier mention be meant, as far as number, kind and what that person is called go?"""
    number = earlier.person
    person = reading.people[number]
    possible = _can_be(person, mention)
    if mention.gender == "n":
        possible = possible or _is_unknown_body(reading, earlier)
    elif possible and mention.gender != "p" and number in discourse.called:
        possible = not _is_called_body(reading, number, discourse)
    if not possible or mention.kind != "nominal":
        return possible
    return may_be_called(reading, person, mention) and _may_be_called_next(person, mention, discourse)


def _is_called_body(reading: Reading, number: int, discourse: Discourse) -> bool:
    """Was a name taken up as the club, so that nobody is called so, whatever it looks like: Real Elmcote?"""
    bodies = (FLAGS.get(noun, 0) & (INSTITUTION | PERSON) == INSTITUTION for noun in discourse.called[number])
    return any(bodies) and may_be_body(reading, reading.people[number])


def _may_be_called_next(person: Person, mention: Mention, discourse: Discourse) -> bool:
    """May the Pole be somebody who was called the Dane before, the 36-year-old who was the 24-year-old? No."""
    noun = fold(mention.name.rpartition(" ")[2])
    if noun.endswith(_AGED):
        called = discourse.told_of(person.mentions[0].person)
        return noun in called or not any(each.endswith(_AGED) for each in called)
    if noun not in cues.DEMONYMS:
        return True
    called = discourse.told_of(person.mentions[0].person)
    told = called if person.role_heads & cues.ROLE_SYNONYMS["coach"] else person.role_words | called
    return not is_elsewhere({noun}, told)


def _owners(reading: Reading, mention: Mention) -> dict[int, Mention]:
    """Return Kim for the he behind "Kim's wife, Ana, waited." and "Ana, the wife of Kim, waited."."""
    story = reading.story
    position = bisect_left(reading.mentions, mention.first, key=lambda each: each.first)
    for earlier in reversed(reading.mentions[max(0, position - _MENTIONS_BACK) : position]):
        if story.sentence_of[mention.first] - story.sentence_of[earlier.first] > 1:
            break
        inside = earlier.within and earlier.kind == "name" and not earlier.place
        if inside and reading.people[earlier.person].gender == mention.gender:
            return {earlier.person: earlier}
    return {}


def _agreeing(reading: Reading, mention: Mention, numbers: list[int]) -> set[int]:
    """Leave out people of the other gender: always where somebody of the right one is there, else where it is sure."""
    if mention.gender not in ("m", "f"):
        return set(numbers)
    people = reading.people
    surest = 1 if not any(people[number].gender == mention.gender for number in numbers) else 0
    return {
        number for number in numbers if people[number].gender in ("", mention.gender) or people[number].sure < surest
    }


def _is_one(reading: Reading, possible: Possible) -> bool:
    """Is it one man or one woman, not the Kim of "Kim and Lund", who are they where others are met?"""
    person, earlier = reading.people[possible.person], possible.earlier
    if person.gender not in ("m", "f") or person.sure < 0:
        return False
    lower = reading.story.lower
    return "and" not in (lower[earlier.first - 1], *lower[earlier.last : earlier.last + 1])


def _is_told_of(person: Person, mention: Mention) -> bool:
    """Is the mention a pronoun of the person's gender, so that it may stand for whom all of an article is about?"""
    return mention.kind == "pronoun" and person.gender == mention.gender and _can_be(person, mention)


def _is_unknown_body(reading: Reading, earlier: Mention) -> bool:
    """Is it the Transnet of "Transnet cut 40 jobs. “…,” it said", which nothing tells to be a body but the it?"""
    opens = earlier.first == reading.story.sentence_tokens[reading.story.sentence_of[earlier.first]].start
    called = earlier.gender == "n" or earlier.organisation  # it, the company
    acts = opens or earlier in reading.frames_of if earlier.kind == "name" else called
    return acts and not earlier.within and may_be_body(reading, reading.people[earlier.person])


def _can_be(person: Person, mention: Mention) -> bool:
    """Could the person be meant, as far as number and kind go?"""
    if mention.gender in {"m", "f"} or mention.kind == "nominal":
        if mention.gender and person.sure == 2 and person.gender != mention.gender:
            return False
        return not person.organisation and person.gender != "p" and (person.named or person.human)
    if mention.gender == "n" and person.gender == "p" and person.human and not person.named:
        return False  # the workers are never "it"
    return person.organisation or person.gender == "p" or mention.gender == "p"
