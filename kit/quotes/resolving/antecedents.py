"""Whom a pronoun may stand for: the people met before it, and those who are named soon after."""

from __future__ import annotations

from kit.quotes.model import Features
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.people import Person
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.anaphor import anaphor_of
from kit.quotes.resolving.antecedent_features import ahead_features, antecedent_features
from kit.quotes.resolving.discourse import Discourse, Earlier
from kit.quotes.resolving.epithets import may_be_called
from kit.quotes.resolving.roles import people_ahead

# How many earlier mentions are looked at, and how far back they may lie in paragraphs.
_MENTIONS_BACK, _PARAGRAPHS_BACK = 22, 7
_BEFORE_NEAREST = 1  # paragraphs by which somebody may lie further back than the nearest one that agrees
_MOST_PEOPLE = 5  # of those met before; nearly always it is one of the last three
_QUESTIONS = frozenset(["about", "how", "if", "what", "when", "where", "whether", "who", "why"])
Antecedents = list[tuple[int, Features]]


def antecedents(reading: Reading, mention: Mention, discourse: Discourse) -> Antecedents:
    """Return everybody whom a mention may stand for, as (place in `reading.people`, features)."""
    people = reading.people
    anaphor = anaphor_of(reading, mention, discourse)
    met: dict[int, Earlier] = {}  # the last mention of everybody who can be meant, latest first
    furthest = anaphor.paragraph - _PARAGRAPHS_BACK
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        if earlier.sentence == anaphor.sentence and reading.how_asked(earlier.mention) == "by":
            continue  # "asked by Kim whether he would go, he said" is another one
        number = earlier.mention.person
        if number in met or not _can_be(people[number], mention):
            continue
        if mention.kind == "nominal" and not may_be_called(reading.story, people[number], mention):
            continue
        if earlier.paragraph < furthest or len(met) == _MOST_PEOPLE:
            break
        met[number] = earlier
        if mention.gender not in ("m", "f") or people[number].gender == mention.gender:
            furthest = max(furthest, earlier.paragraph - _BEFORE_NEAREST)
    ahead: list[int] = []
    if anaphor.replies and len(met) > 1:
        asker = next((each for each, earlier in met.items() if earlier.standing(reading).asks), None)
        if asker is not None and met[asker].sentence >= anaphor.sentence - 1:
            del met[asker]  # "Kim asked Lund when. “At nine,” he replied"
    for number in _askers(reading, mention, anaphor.sentence, met):
        del met[number]
    if not met and mention.kind == "pronoun":
        for number in people_ahead(reading, mention, anaphor.paragraph):
            if number not in met and number not in ahead and _can_be(people[number], mention):
                ahead.append(number)
    agreeing = _agreeing(reading, mention, [*met, *ahead])
    here = [each for each, earlier in met.items() if each in agreeing and earlier.paragraph == anaphor.paragraph]
    options = [
        (number, antecedent_features(reading, anaphor, earlier, discourse, rank, alone=here == [number]))
        for rank, (number, earlier) in enumerate(met.items())
        if number in agreeing
    ]
    options += [(number, ahead_features(reading, mention, people[number])) for number in ahead if number in agreeing]
    return options


def _askers(reading: Reading, mention: Mention, sentence: int, met: dict[int, Earlier]) -> list[int]:
    """Return Kim in "Kim asked Lund whether he knew. “No,” he said", who asks and does not answer."""
    lower = reading.story.lower
    for number, earlier in met.items():
        behind = lower[earlier.mention.last : earlier.mention.last + 1]
        if sentence - earlier.sentence > 1 or not behind or behind[0] not in _QUESTIONS:
            continue
        if reading.people[number].gender in ("", mention.gender) and earlier.standing(reading).asked == "o":
            asking = (each for each, other in met.items() if other.sentence == earlier.sentence and each != number)
            return [each for each in asking if met[each].standing(reading).asks]
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


def _can_be(person: Person, mention: Mention) -> bool:
    """Could the person be meant, as far as number and kind go?"""
    if mention.gender in ("m", "f") or mention.kind == "nominal":
        if mention.gender and person.sure == 2 and person.gender != mention.gender:
            return False
        return not person.organisation and person.gender != "p" and (person.named or person.human)
    return person.organisation or person.gender == "p" or mention.gender == "p"
