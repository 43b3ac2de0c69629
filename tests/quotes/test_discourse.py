"""Who is being talked about, sentence by sentence, in invented texts."""

import pytest

from kit.quotes.attributing.attribute import decide
from kit.quotes.attributing.candidates import UNKNOWN
from kit.quotes.parsing.reading import read
from kit.quotes.resolving.antecedents import possible_people
from kit.quotes.resolving.certain import is_last_subject, newly_named
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver

CARRIED_ON = [
    # is the last pronoun whoever the one before it is
    ("Ana Lund left. She said it was cold. It was late, she said.", True),
    ("Ana Lund left. She said it was cold. The Harbour Bank was shut.\n\nIt was late, she said.", True),
    # near misses: somebody else of that gender, somebody whose gender nothing tells, another gender, too far off
    ("Ana Lund left. She said it was cold. Mrs Holt wept. It was late, she said.", False),
    ("Ana Lund left. She said it was cold. A clerk wept. It was late, she said.", False),
    ("Ana Lund left. She said it was cold. It was late, he said.", False),
    ("Ana Lund left. She said it was cold.\n\nIt rained.\n\nIt was late, she said.", False),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED_ON)
def test_carried_on(text, expected):
    reading = read(text)
    resolver = Resolver(reading, lambda reading, mention, discourse: 0)
    pronoun = reading.mentions[-1]
    resolver.read_to(pronoun.first)
    assert resolver.discourse.carried_on(reading, pronoun) == (0 if expected else NOBODY)


def test_turns():
    """A pronoun is resolved with the knowledge of who was found to speak before its paragraph."""
    text = "Ana Lund sat down.\n\n“Why now?” asked Karl Berg.\n\n“Because.”\n\n“Is it?” he said."
    reading = read(text)
    named = {person.name: number for number, person in enumerate(reading.people)}
    speakers = [named["Karl Berg"], named["Ana Lund"]]
    seen = []
    resolver = Resolver(reading, lambda reading, mention, discourse: NOBODY)

    def choose(number, previous, last):
        if number < len(speakers):
            return reading.people[speakers[number]].mentions[0]
        seen.extend(resolver.discourse.last_turns(reading.story.quote_tokens[number]))
        return UNKNOWN

    assert len(list(decide(resolver, choose))) == 3
    assert [(turn.person, turn.asks) for turn in seen] == [(speakers[1], False), (speakers[0], True)]


def holds(question, text, word):
    """Ask something of the people whom each mention called `word` may stand for, where there are several."""
    reading = read(text)
    found = []

    def choose(reading, mention, discourse):
        people = possible_people(reading, mention, discourse)
        if mention.name == word:
            found.append(len(people) > 1 and question(reading, mention, people))
        return NOBODY

    Resolver(reading, choose).read_to(len(reading.story.words))
    return found


LAST_SUBJECTS = [
    # the last subject, and nobody else of that gender
    ("A baker stood up. Ana Lund waited. “No,” she said.", "she", True),
    ("Ana Lund waited for a baker. “No,” she said.", "she", False),
    ("Two pilots met a vet. Karl Berg watched. “It snowed,” he said.", "he", True),
    ("Two pilots met a vet with Karl Berg. “It snowed,” he said.", "he", False),
    # nobody else in the paragraph
    ("Maria Holm sang and Paul Ross clapped.\n\nKarl Berg left early. “It rained,” he said.", "he", True),
    ("Maria Holm sang. Paul Ross clapped as Karl Berg left early. “It rained,” he said.", "he", False),
    ("Paul Ross clapped. The hall was cold, according to Karl Berg. “It rained,” he said.", "he", False),
    # who asks does not answer
    ("Maria Holm sang. Ana Lund asked Karl Berg and Maria Holm when. “Soon,” she said.", "she", False),
]


@pytest.mark.parametrize(("text", "word", "last"), LAST_SUBJECTS)
def test_is_last_subject(text, word, last):
    assert holds(is_last_subject, text, word) == [last]


NEWLY_NAMED = [
    ("“I won,” Karl Berg said. Ivo Marin came third. “I fell,” he said.", True),
    ("“We shut,” Karl Berg said. Ivo Marin runs the mill. “It is quiet,” he said.", True),
    # to whom something was done, of whom another one speaks, and who was named before
    ("“I won,” Karl Berg said. Ivo Marin was arrested. “I ran,” he said.", False),
    ("“I won,” Karl Berg said. Ivo Marin came third. “He fell,” he said.", False),
    ("Ivo Marin ran. “I won,” Karl Berg said. Ivo Marin came third. “I fell,” he said.", False),
]


@pytest.mark.parametrize(("text", "newly"), NEWLY_NAMED)
def test_newly_named(text, newly):
    assert holds(newly_named, text, "he") == [newly]
