"""Whom a pronoun may stand for: the people met before it, and those who are named soon after."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kit.quotes import cues
from kit.quotes.model import Features
from kit.quotes.parsing.gender import GUESSED
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.names import role_start
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
)
from kit.quotes.parsing.person import Person, fold
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.anaphor import anaphor_of, explained_beside, own_stretch, replies
from kit.quotes.resolving.antecedent_features import ahead_features, antecedent_features
from kit.quotes.resolving.discourse import NOBODY, Discourse
from kit.quotes.resolving.epithets import may_be_body, may_be_called
from kit.quotes.resolving.lands import is_elsewhere
from kit.quotes.resolving.roles import people_ahead
from kit.quotes.resolving.unnamed import is_done_to, newcomer

# How many earlier mentions are looked at, and how far back they may lie in paragraphs.
_MENTIONS_BACK, _PARAGRAPHS_BACK = 22, 7
_BEFORE_NEAREST = 1  # paragraphs by which somebody may lie further back than the nearest one that agrees
_MOST_PEOPLE = 5  # of those met before; nearly always it is one of the last three
_FIRST_WORD = re.compile(r"\w+")
_NO_PARTICIPLES = frozenset(["during", "following", "notwithstanding"])
_WHEN = frozenset(["and", "but", "so", "when"])
_OBJECTS = {"f": ("her",), "m": ("him",)}
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_NO_NOUN = AUXILIARY | CONJUNCTION | DETERMINER | PREPOSITION | PRONOUN | PUNCTUATION | QUOTED
_OF_OTHERS = frozenset(["he", "her", "him", "his", "she"])
_QUESTIONS = frozenset(["about", "how", "if", "what", "when", "where", "whether", "who", "why"])
_ASKED = frozenset(["about", "asked", "grilled", "of", "on", "pressed", "questioned", "quizzed", "regarding"])


class Possible(NamedTuple):
    """Somebody whom a mention may stand for."""

    person: int  # place in `reading.people`
    earlier: Mention | None  # the last mention; None for who is named only later
    rank: int  # how many others were met since


def possible_people(reading: Reading, mention: Mention, discourse: Discourse) -> list[Possible]:
    """Return everybody whom a mention may stand for."""
    people, story = reading.people, reading.story
    sentence = story.sentence_of[mention.first]
    paragraph = story.paragraph_of[sentence]
    met: dict[int, Mention] = {}  # the last mention of everybody who can be meant, latest first
    topics: dict[int, Mention] = {}
    looked_at: set[int] = set()
    furthest = paragraph - _PARAGRAPHS_BACK
    examined = sentence in reading.examining
    behind_comma = story.lower[mention.first - 1] == ","
    asked = examined and mention.kind == "pronoun" and reading.how_asked(mention) == "o"
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        number = earlier.person
        if number in looked_at:
            continue
        where = story.sentence_of[earlier.first]
        if story.paragraph_of[where] < furthest or len(met) == _MOST_PEOPLE:
            break
        looked_at.add(number)
        if examined and where == sentence:
            if reading.how_asked(earlier) == "by":
                continue  # "asked by Kim whether he would go, he said" is another one
            if asked and discourse.standing(reading, earlier).asks:
                continue  # so is the her of "Kim asked her why"
        if behind_comma and where == sentence:
            if _is_topic(reading, earlier, mention):
                topics[number] = earlier
                continue
            if _in_opening_clause(reading, earlier, mention):
                continue
        if sentence - where <= 1 and mention.kind == "pronoun" and _is_asked_about(reading, earlier, where):
            topics[number] = earlier
            continue
        other = not _can_be(people[number], mention)
        if other and not (mention.gender == "n" and _is_unknown_body(reading, earlier)):
            continue
        if mention.kind == "nominal" and not (
            may_be_called(reading, people[number], mention) and _may_be_from_there(people[number], mention, discourse)
        ):
            continue
        met[number] = earlier
        if mention.gender not in {"m", "f"} or people[number].gender == mention.gender:
            furthest = max(furthest, story.paragraph_of[where] - _BEFORE_NEAREST)
    met = met or topics
    first = discourse.protagonist
    if not met and first is not None and first.person not in looked_at and _is_told_of(people[first.person], mention):
        met[first.person] = first
    ahead: list[int] = []
    if len(met) > 1 and replies(reading, mention):
        asker = next((each for each, earlier in met.items() if discourse.standing(reading, earlier).asks), None)
        if asker is not None and story.sentence_of[met[asker].first] >= sentence - 1:
            del met[asker]  # "Kim asked Lund when. “At nine,” he replied"
    if reading.examining:
        for number in _askers(reading, mention, discourse, met):
            del met[number]
    if len(met) > 1 and mention.kind == "pronoun":
        met.pop(_told(reading, mention), None)
    if len(met) > 1 and mention.kind == "pronoun" and mention.gender in _OBJECTS:
        last, earlier = next(iter(met.items()))
        if _teller(reading, mention, last, earlier):
            del met[last]
    if len(met) > 1 and mention.kind == "pronoun":
        explained = explained_beside(reading, mention)
        if explained:  # “We saw him (Kim) there,” he said
            met = {each: last for each, last in met.items() if explained.isdisjoint(people[each].words)} or met
    if mention.gender in {"m", "f"} and not any(people[number].gender in ("", mention.gender) for number in met):
        met = _owners(reading, mention) or met
    if len(met) > 1 and mention.gender in ("m", "f") and mention.kind == "pronoun":
        new = newcomer(reading, mention, met)
        if new is not None:
            return [Possible(new, met[new], 0)]
    if not met and mention.kind == "pronoun":
        for number in people_ahead(reading, mention, paragraph):
            if number not in met and number not in ahead and _can_be(people[number], mention):
                ahead.append(number)
    agreeing = _agreeing(reading, mention, [*met, *ahead])
    last_met = enumerate(met.items())
    found = [Possible(number, earlier, rank) for rank, (number, earlier) in last_met if number in agreeing]
    found += [Possible(number, None, 0) for number in ahead if number in agreeing]
    if mention.gender == "p" and any(people[each.person].gender == "p" for each in found):
        found = [each for each in found if not _is_one(reading, each)]
    return found


def is_last_subject(reading: Reading, mention: Mention, people: Sequence[Possible]) -> bool:
    """Is the first of these the Lund of "Lund sat down. She said", and no other woman among them?

    Nor anybody else met in their paragraph. The ranking then finds the same in 99 of 100 cases.
    """
    first, story = people[0], reading.story
    if mention.gender not in ("m", "f") or mention.kind != "pronoun" or first.earlier is None:
        return False
    person = reading.people[first.person]
    if person.gender != mention.gender or not reading.is_subject(first.earlier):
        return False
    if story.sentence_of[first.earlier.first] in reading.examining or reading.likeness_of(person) < 1:
        return False  # "Lund asked Kim where she was. “Here,” she said."
    if not any(reading.people[other.person].gender == mention.gender for other in people[1:]):
        return True
    paragraph = story.paragraph_at(mention.first)
    met = [story.paragraph_at(each.earlier.first) for each in people if each.earlier is not None]
    return met[0] == paragraph and paragraph not in met[1:] and person.sure > GUESSED


def antecedents(
    reading: Reading, mention: Mention, discourse: Discourse, people: Sequence[Possible]
) -> Iterator[tuple[int, Features]]:
    """Yield those whom a mention may stand for, as (place in `reading.people`, features), the last one met first."""
    anaphor = anaphor_of(reading, mention, discourse)
    story = reading.story
    here = [each for each in people if each.earlier and story.paragraph_at(each.earlier.first) == anaphor.paragraph]
    for each in people:
        if each.earlier is None:
            features = ahead_features(reading, mention, reading.people[each.person])
        else:
            alone = here == [each]
            features = antecedent_features(reading, anaphor, each.earlier, discourse, each.rank, alone=alone)
        yield each.person, features


def _is_asked_about(reading: Reading, earlier: Mention, sentence: int) -> bool:
    """Is it the aunt of "I ask if her aunt has seen it. She winces", not Lund in "I ask Lund if she has seen it"?"""
    story = reading.story
    first = story.sentence_tokens[sentence].start
    first += story.lower[first] in _WHEN
    asks = story.lower[first] in ("i", "we") and cues.VERBS.get(story.lower[first + 1]) in cues.ASKING
    if not asks or earlier.kind == "pronoun" or reading.has_quote(first, earlier.first):
        return False
    start = role_start(story, earlier.first, first) if earlier.kind == "name" else earlier.first
    return not _QUESTIONS.isdisjoint(story.lower[first + 2 : start])


def _in_opening_clause(reading: Reading, earlier: Mention, mention: Mention) -> bool:
    """Is it the Kim of "Responding to a question from Kim, he said", the judge of "Thanking the judge, the baker said"?

    That is another one.
    """
    story = reading.story
    first = story.sentence_tokens[story.sentence_of[mention.first]].start
    opens = story.lower[first].endswith("ing") and story.lower[first] not in _NO_PARTICIPLES
    if not opens or earlier.first <= first:
        return False
    if earlier.kind == "nominal":
        return earlier.first == first + 1 and story.lower[earlier.first] == "the"
    return earlier.kind == "name" and not story.possessive(earlier.last)


def newly_named(reading: Reading, mention: Mention, people: Sequence[Possible]) -> bool:
    """Is the last one met the Lund of "“…,” Kim said. Karl Lund came third. “I fell,” he said", named there first?

    Of whom something had been done, or is said in marks ("He fell"), another one may tell.
    """
    story = reading.story
    last = people[0].earlier
    if last is None or last.kind != "name":
        return False
    person, sentence, here = (
        reading.people[last.person],
        story.sentence_of[last.first],
        story.sentence_of[mention.first],
    )
    if here - sentence > 1 or story.paragraph_of[here] != story.paragraph_of[sentence]:
        return False
    if person.mentions[0] is not last or reading.subject_of(sentence) is not last or reading.likeness_of(person) < 1:
        return False
    own = own_stretch(reading, reading.quote_before(mention.first), here)
    if own is None or person.gender not in ("", mention.gender or person.gender):
        return False
    token, first = story.quote_tokens[own], story.sentence_tokens[sentence].start
    if token < last.first or reading.has_quote(first, token) or (here == sentence and story.lower[token - 1] != ":"):
        return False
    if any(frame.lemma in cues.ASKING for frame in reading.frames_of.get(last, ())):
        return False
    told_of = _FIRST_WORD.match(reading.text, reading.stretches[own].start)
    if told_of is None or told_of[0].lower() in _OF_OTHERS or story.lower[last.last] == "had":
        return False
    return not is_done_to(story, last.last)


def _may_be_from_there(person: Person, mention: Mention, discourse: Discourse) -> bool:
    """May the Pole be somebody who was called the Dane before? No."""
    noun = fold(mention.name.rpartition(" ")[2])
    if noun not in cues.DEMONYMS:
        return True
    called = discourse.called.get(person.mentions[0].person, set())
    return not is_elsewhere({noun}, person.role_words | called)


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


def _told(reading: Reading, mention: Mention) -> int:
    """Return Kim for the he of "he told Kim", who is another one."""
    story = reading.story
    for frame in reading.frames_of.get(mention, ()):
        if frame.relation == "subject" and frame.lemma in cues.TELLING and not frame.passive:
            for each in reading.mentions_in[story.sentence_of[mention.first]]:
                if each.kind == "name" and role_start(story, each.first, frame.last) == frame.last:
                    return each.person
    return NOBODY


def _teller(reading: Reading, mention: Mention, number: int, earlier: Mention) -> bool:
    """Is it the neighbour of "A neighbour told her that it was late" to the her there, and to the next sentence's she?

    Not to the she of "A neighbour told her mother that".
    """
    story = reading.story
    gap = story.sentence_of[mention.first] - story.sentence_of[earlier.first]
    if gap > 1 or story.lower[earlier.first] not in _INDEFINITE or reading.people[number].mentions[0] is not earlier:
        return False
    for frame in reading.frames_of.get(earlier, ()):
        him = frame.cue + 1
        if frame.relation != "subject" or frame.first != story.sentence_tokens[story.sentence_of[him]].start:
            continue
        if story.lower[him] in _OBJECTS[mention.gender]:
            return story.lower[him] == "him" or bool(story.flags[him + 1] & _NO_NOUN)
    return False


def _askers(reading: Reading, mention: Mention, discourse: Discourse, met: dict[int, Mention]) -> list[int]:
    """Return Kim in "Kim asked Lund whether he knew. “No,” he said", who asks and does not answer."""
    story = reading.story
    for number, earlier in met.items():
        where = story.sentence_of[earlier.first]
        if where not in reading.examining or story.sentence_of[mention.first] - where > 1:
            continue
        asks_whether = not _QUESTIONS.isdisjoint(story.lower[earlier.last : earlier.last + 1])
        asked = asks_whether and discourse.standing(reading, earlier).asked == "o"
        if asked and reading.people[number].gender in ("", mention.gender):
            here = (each for each, other in met.items() if story.sentence_of[other.first] == where and each != number)
            return [each for each in here if discourse.standing(reading, met[each]).asks]
    return []


def _agreeing(reading: Reading, mention: Mention, numbers: list[int]) -> set[int]:
    """Leave out people of the other gender: always where somebody of the right one is there, else where it is sure."""
    if mention.gender not in ("m", "f"):
        return set(numbers)
    people = reading.people
    surest = 1 if not any(people[number].gender == mention.gender for number in numbers) else 0
    return {
        number for number in numbers if people[number].gender in ("", mention.gender) or people[number].sure < surest
    }


def _is_topic(reading: Reading, earlier: Mention, mention: Mention) -> bool:
    """Is it the Kim of "Asked about Kim, he said" and "As for Kim, she said", of whom another one speaks?"""
    lower = reading.story.lower
    if mention not in reading.frames_of or earlier.kind == "pronoun":
        return False
    first = reading.story.sentence_tokens[reading.story.sentence_of[mention.first]].start
    return lower[first] in _ASKED or lower[first : first + 2] == ["as", "for"]


def _is_one(reading: Reading, possible: Possible) -> bool:
    """Is it one man or one woman, not the Kim of "Kim and Lund", who are they where others are met?"""
    person, earlier = reading.people[possible.person], possible.earlier
    if earlier is None or person.gender not in ("m", "f") or person.sure < 0:
        return False
    lower = reading.story.lower
    return "and" not in (lower[earlier.first - 1], *lower[earlier.last : earlier.last + 1])


def _is_told_of(person: Person, mention: Mention) -> bool:
    """Is the mention a pronoun of the person's gender, so that it may stand for whom all of an article is about?"""
    return mention.kind == "pronoun" and person.gender == mention.gender and _can_be(person, mention)


def _is_unknown_body(reading: Reading, earlier: Mention) -> bool:
    """Is it the Transnet of "Transnet cut 40 jobs. “…,” it said", which nothing tells to be a body but the it?"""
    opens = earlier.first == reading.story.sentence_tokens[reading.story.sentence_of[earlier.first]].start
    acts = opens or earlier in reading.frames_of if earlier.kind == "name" else earlier.gender == "n"
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
