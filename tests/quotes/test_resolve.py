"""Whom descriptions and pronouns stand for, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes.attributing.attribute import decide
from kit.quotes.attributing.candidates import UNKNOWN
from kit.quotes.parsing.reading import read
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver


def stands_for(text, words):
    """Return whom the mention that begins with the last `words` stands for, where the ranker knows nobody."""
    reading = read(text)
    Resolver(reading, lambda mention, options: NOBODY).read_to(len(reading.story.words))
    start = text.rindex(words)
    found = next(mention for mention in reading.mentions if mention.start == start)
    return reading.people[found.person].name if found.person != NOBODY else None


ROLES = [
    # a role of several words; a description beside the name
    ("Works Minister Dr Ana Lund resigned.\n\n“I am tired,” the minister said.", "the minister", "Ana Lund"),
    ("Rebel spokesman Colonel Musa Diop denied it.\n\n“Lies,” the spokesman said.", "the spokesman", "Musa Diop"),
    ("Dr Ana Lund, the school’s principal, left.\n\n“I am tired,” the principal said.", "the principal", "Ana Lund"),
    ("Judge Ana Lund adjourned.\n\n“Not today,” the bailiff said.", "the bailiff", "the bailiff"),
    ("Judge Ana Lund adjourned.\n\n“Not today,” a judge in Oslo said.", "a judge", "a judge in Oslo"),
    # words for one role
    ("Senator Ana Lund spoke.\n\n“No,” the lawmaker said.", "the lawmaker", "Ana Lund"),
    ("Rep. Karl Berg spoke.\n\n“No,” the congressman said.", "the congressman", "Karl Berg"),
    # institutions by a word of their names, or by the only thing that they can be
    ("The Harbour Commission met. “No,” the commission said.", "the commission", "Harbour Commission"),
    ("Northern Bank cut rates. “We had to,” the bank said.", "the bank", "Northern Bank"),
    ("The Harbour Commission met. “No,” the company said.", "the company", "the company"),
]


@pytest.mark.parametrize(("text", "words", "person"), ROLES)
def test_roles(text, words, person):
    assert stands_for(text, words) == person


LEADS = [
    # the lead's description, and the next paragraphs' name
    ("A judge has ruled for the town.\n\nMagistrate Ana Lund said no.", "A judge", "A judge"),
    ("A judge has ruled for the town.\n\nJudge Ana Lund said no.", "A judge", "Ana Lund"),
    ("A former baker told the court that he slept.\n\nMr Karl Berg, 61, said no more.", "A former baker", "Karl Berg"),
    ("A widow said that she slept.\n\nMr Karl Berg, 61, said no more.", "A widow", "A widow"),
    ("A baker told the court that he slept.\n\nSenator Karl Berg, 61, said no more.", "A baker", "A baker"),
    ("A baker told the court that he slept.\n\nIn Oslo, Mr Karl Berg said no.", "A baker", "Karl Berg"),
    ("A baker told the court that he slept.\n\nThe men of Mr Karl Berg said no.", "A baker", "A baker"),
]


@pytest.mark.parametrize(("text", "words", "person"), LEADS)
def test_lead(text, words, person):
    assert stands_for(text, words) == person


def test_turns():
    """A pronoun is resolved with the knowledge of who was found to speak before its paragraph."""
    text = "Ana Lund sat down.\n\n“Why now?” asked Karl Berg.\n\n“Because.”\n\n“Is it?” he said."
    reading = read(text)
    named = {person.name: number for number, person in enumerate(reading.people)}
    speakers = [named["Karl Berg"], named["Ana Lund"]]
    seen = []
    resolver = Resolver(reading, lambda mention, options: NOBODY)

    def choose(number, previous, last):
        if number < len(speakers):
            return reading.people[speakers[number]].mentions[0]
        seen.extend(resolver.discourse.last_turns(reading.story.quote_tokens[number]))
        return UNKNOWN

    assert len(list(decide(resolver, choose))) == 3
    assert [(turn.person, turn.asks) for turn in seen] == [(speakers[1], False), (speakers[0], True)]
