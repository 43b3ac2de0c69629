"""What is asked of a small text again and again."""

import pytest

from kit.quotes import find_quotes
from kit.quotes.parsing.reading import read
from kit.quotes.resolving.antecedents import possible_people
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver


@pytest.fixture
def marked():
    """Return a function: text → each stretch in marks with its speaker."""
    return lambda text, **options: [
        (text[q.start : q.end], q.speaker) for q in find_quotes(text, **options) if q.kind != "indirect"
    ]


@pytest.fixture
def stands_for():
    """Return a function: a text and words of it → whom the words stand for."""
    return _stands_for


def _stands_for(text, words):
    """Return whom the mention that begins with the last `words` stands for, where the ranker knows nobody."""
    reading = read(text)
    Resolver(reading, lambda reading, mention, discourse: NOBODY).read_to(len(reading.story.words))
    start = text.rindex(words)
    found = next(each for each in reading.mentions if reading.story.starts[each.first] == start)
    return reading.people[found.person].name if found.person != NOBODY else None


@pytest.fixture
def may_be():
    """Return a function: a text and words of it → who may be meant by the words."""
    return _may_be


def _may_be(text, words):
    """Return who may be meant by the mention that begins with the last `words`, None where it is somebody new."""
    reading = read(text)
    start = text.rindex(words)
    asked = {}

    def choose(reading, mention, discourse):
        people = possible_people(reading, mention, discourse)
        asked[reading.story.starts[mention.first]] = [reading.people[each.person].name for each in people]
        return NOBODY

    Resolver(reading, choose).read_to(len(reading.story.words))
    meant = next((each.person for each in reading.mentions if reading.story.starts[each.first] == start), NOBODY)
    known = [reading.people[meant].name] if NOBODY < meant < reading.named else None
    return sorted(asked[start]) if start in asked else known
