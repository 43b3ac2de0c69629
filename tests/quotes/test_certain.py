"""Pronouns for which the sentence before leaves no choice, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes import find_quotes
from kit.quotes.parsing.reading import read
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver


def last_pronoun(text):
    """Return whom the last pronoun stands for, where the ranker knows nobody."""
    reading = read(text)
    Resolver(reading, lambda reading, mention, discourse: NOBODY).read_to(len(reading.story.words))
    found = [mention for mention in reading.mentions if mention.kind == "pronoun"][-1]
    return reading.people[found.person].name if found.person != NOBODY else None


ASKED = [
    # whoever was asked answers
    ("Ivo Marin sang. Karl Berg was asked if it rained. “No,” he said.", "Karl Berg"),
    ("Ivo Marin sang. Ana Lund asked Karl Berg when it rained.\n\n“At nine,” he replied.", "Karl Berg"),
    ("Ivo Marin sang. Asked about the roof, Karl Berg shrugged. “It leaks,” he said.", "Karl Berg"),
    ("Asked why it rained, the mayor of Ribe, Karl Berg, shrugged. “No idea,” he said.", "Karl Berg"),
    ("Ana Lund sang. Reporters asked Eva Dahl why she sold the farm. “Debts,” she said.", "Eva Dahl"),
    ("Ivo Marin sang. Karl Berg was asked to leave. “No,” he said.", None),
    ("Ivo Marin sang. Karl Berg was asked if it rained. “No,” she said.", None),
    ("Ivo Marin sang. Karl Berg was asked if it was “wet”. “No,” he said.", None),
    ("Ivo Marin sang. Karl Berg was asked if it rained. He left.\n\n“No,” he said.", None),
    # so the pronoun of the question is whoever is asked
    ("Ivo Marin sang. Ana Lund asked Karl Berg if he was “wet”.", "Karl Berg"),
    ("Eva Dahl sang. Karl Berg asked Ana Lund whether it was something she did for “fun”.", "Ana Lund"),
    ("Ivo Marin sang. Ana Lund asked Karl Berg if Ivo Marin said he was “wet”.", None),
]


@pytest.mark.parametrize(("text", "person"), ASKED)
def test_who_was_asked(text, person):
    assert last_pronoun(text) == person


TELLERS = [
    # the other one is spoken of
    ("Karl Berg said Ivo Marin was late. “He overslept,” he said.", "Karl Berg"),
    ("Karl Berg told the court that Ivo Marin had rung.\n\n“I asked him to wait,” he said.", "Karl Berg"),
    ("Ana Lund, a baker, said Eva Dahl had left. “Her car was gone,” she said.", "Ana Lund"),
    ("According to Ana Lund, Eva Dahl cried. “She missed us,” she said.", "Ana Lund"),
    ("Karl Berg said Ivo Marin was late. “It snowed,” he said.", None),
    ("Karl Berg said Ana Lund was late. “She overslept,” he said.", None),
    ("Karl Berg said it was late, but Ivo Marin said it was not. “He overslept,” he said.", None),
    ("Karl Berg pushed Ivo Marin. “He overslept,” he said.", None),
    ("Ana Lund said Ivo Marin was late. “He overslept,” he said.", None),
    # who is met where the sentence closes with its source, and without a name
    ("The flood killed Karl Berg, according to a porter who saw it. “It snowed,” he said.", "a porter"),
    ("The mill of Karl Berg burned, said a porter who asked not to be named.\n\n“It snowed,” he said.", "a porter"),
    ("The flood hurt Eva Dahl, according to Ana Lund. “It snowed,” she said.", None),
    ("A porter slept. The flood hurt Karl Berg, said the porter. “It snowed,” he said.", None),
    ("The flood hurt Karl Berg, according to his daughter. “It snowed,” he said.", None),
    # who goes on reporting, of whom nothing tells the gender
    ("Ana Lund fell. A neighbour said Lund was late. She said it snowed.", "A neighbour"),
    ("Karl Berg fell. A driver told the court that Berg was cold.\n\nHe added that it snowed.", "A driver"),
    ("Ana Lund fell. A neighbour said it was late. She said it snowed.", None),
    ("Ana Lund fell. A neighbour said Lund had told him so. She said it snowed.", None),
    ("Ana Lund fell. A spokesperson said Lund was late. She said it snowed.", None),
]


@pytest.mark.parametrize(("text", "person"), TELLERS)
def test_teller(text, person):
    assert last_pronoun(text) == person


EITHERS = [
    # of two who are named together, and of whom nothing else is told
    ("Karl Berg and Ivo Marin met at the hedge. “It is mine,” he said.", None),
    ("The dam broke. Eva Dahl and Ana Lund ran to the mill.\n\n“It was dark,” she said.", None),
    # near misses: one was named before, or named again, or is the only man
    ("Karl Berg grows hops. Karl Berg and Ivo Marin met at the hedge. “It is mine,” he said.", "Karl Berg"),
    ("Karl Berg and Ivo Marin met at the hedge. Marin wept. “It is mine,” he said.", "Ivo Marin"),
    ("Karl Berg and Ana Lund met at the hedge. “It is mine,” he said.", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "speaker"), EITHERS)
def test_either_of_two(text, speaker):
    assert [quote.speaker for quote in find_quotes(text) if quote.kind != "indirect"] == [speaker]
