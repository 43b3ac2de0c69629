"""Is it speech? Invented sentences: names, terms and signs beside fragments that somebody is given."""

import pytest

from kit.quotes import find_quotes
from kit.quotes.attributing.candidates import place_of
from kit.quotes.attributing.speech import is_named
from kit.quotes.parsing.reading import read

NAMED = [
    # titled, so-called, dubbed: what follows is a name
    ("In a leaflet titled “Water for Whom?”, the union listed nine wells.", True),
    ("The so-called “harbour clause” was struck out in June.", True),
    ("The ferry, nicknamed “Old Grumble”, sank at its berth.", True),
    ("The ridge, known to climbers as “the Staircase”, is closed.", True),
    # what a sign says
    ("A banner over the bridge reads “Ring Twice”.", True),
    ("Pupils carried placards with the words “Books before bricks”.", True),
    ("She wore a T-shirt saying “Out of Office”.", True),
    # near misses: somebody is said to have called it so, or speaks
    ("The plan was dubbed “a gift to thieves” by Ana Brandt.", False),
    ("Ana Brandt, known for her temper, described it as “a gift to thieves”.", False),
    ("The report reads “like a love letter to concrete”, Ana Brandt said.", False),
    ("A sign fell down. Ana Brandt said it was “only a matter of time”.", False),
]


@pytest.mark.parametrize(("text", "named"), NAMED)
def test_is_named(text, named):
    reading = read(text)
    assert is_named(reading, place_of(reading, 0, None)) is named


SPEECH = [
    "Ana Brandt said the commitment was “ironclad”.",
    "Kofi Mensah rejected the offer as “cosmetic”.",
    "One clerk, who asked not to be named, said the queue was “endless”.",
    "The firm, named after its founder, said the loss was “bearable”.",
    "The minister, Luis Prado, called the verdict “shameful”.",
    "Their lawyers, Greta Holm said, were “following every word”.",
    "The bill was greeted as “a small miracle” by Ruth Amsel.",
    "Mara Lindqvist dismissed what she called “a paper tiger of a law”.",
]


@pytest.mark.parametrize("text", SPEECH)
def test_attributed_fragments_are_speech(text):
    assert [quote.kind for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == ["mixed"]


NOT_SPEECH = [
    "The company's own word for such orders is “ghosts”.",
    "The name of the boat was “Second Helping”.",
    "The orchestra opened with the overture to “The Silver Bridle”.",
    "The song “Rain on Tin” was sung at her funeral.",
    "Locals call the pass “the Needle's Eye”, and few take it in winter.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_names_and_terms_are_not(text):
    assert [quote for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == []
