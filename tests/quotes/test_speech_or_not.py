"""Is it speech? Invented sentences: names, terms and signs beside fragments that somebody is given."""

import pytest

from kit.quotes import find_quotes
from kit.quotes.attributing.candidates import place_of
from kit.quotes.attributing.naming import naming_of
from kit.quotes.attributing.speech import is_named, is_on_sign, must_be_speech
from kit.quotes.attributing.sure import sure_speaker
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
    ("A sign on the pier reads: “Ring twice.”", True),
    ("Ana Brandt, under a banner, says: “Ring twice.”", False),
    # a title in a list of sources
    ("“Ferry Fares to Rise Again” — The Harbour Post, May 3, 2008", True),
    ("“Old Mill Burns Down Overnight” – Vado Gazette, 12 June 1999", True),
    ("“The fares will rise again” — Ana Brandt, mayor, in May", False),
    ("“The fares will rise again” — Ana Brandt, 61", False),
    # what somebody is tried for
    ("The crew is charged with “wrecking a buoy” over a race in May.", True),
    ("Kofi Mensah was arrested on suspicion of “spreading false news” on Monday.", True),
    ("Ana Brandt pleaded not guilty to “sailing without a lamp”.", True),
    ("Kofi Mensah was charged with “acts of cowardice”, Ana Brandt said.", False),
    ("Ana Brandt, cleared of all charges, spoke of “a long night”.", False),
    ("Ana Brandt was accused of “selling the river” by Kofi Mensah.", False),
    # a proverb
    ("As the old saying goes, “a dry June fills the barn”.", True),
    ("The harvest was, as the proverb has it, “a gift with teeth”.", True),
    ("“Wait and eat cold”, as the saying goes in the valley.", True),
    ("“Wait and eat cold”. As the saying goes, it was late.", False),
    ("As Ana Brandt put it, “it goes as it goes”.", False),
    # a broker's rating, and the words of a link
    ("Holm Bank cut the stock to “hold”.", True),
    ("Ana Brandt, who rates the ferry “underperform”, had no doubt.", True),
    ("Read more: “We had no lamp”: inside the ferry row", True),
    ("Ana Brandt said the ferry was on “hold”.", False),
    ("Ana Brandt called the rating “a bad joke”.", False),
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


ON_SIGNS = [
    ("“Ring twice,” says a sign on the gate.", True),
    ("“Books before bricks” read the placard that Ana Brandt held.", True),
    ("“Books before bricks,” one of the banners said.", True),
    ("One graffiti reads: “The river is ours.”", True),
    ("“Ring twice,” says a sign painter.", False),
    ("The board said: “We will not leave.”", False),
    ("“The river is ours,” reads the letter.", False),
    ("A poster wrote: “The river is ours.”", False),
    ("“The banner was red,” Ana Brandt said.", False),
]


@pytest.mark.parametrize(("text", "on_sign"), ON_SIGNS)
def test_is_on_sign(text, on_sign):
    reading = read(text)
    assert is_on_sign(reading, place_of(reading, 0, None)) is on_sign


STATEMENTS = [
    # in the first person, and of some length
    ("Ana Brandt said on Friday “We will not leave this valley until it rains”.", True),
    ("Kofi Mensah wrote “I have never taken a coin from any of them”.", True),
    ("“Nobody has paid our crews since the spring of last year” Ruth Amsel said.", True),
    ("Ana Brandt said on Friday “We will not leave”.", False),
    # in somebody's words
    ("The club pays little, “a ticket with a medal”, in the words of Ana Brandt.", True),
    ("The hall is ‘a tomb with chairs’ in the words of its caretaker.", True),
    ("The club pays little, “a ticket with a medal”, in the winter.", False),
    ("Ana Brandt said on Friday “They will not leave this valley until it rains”.", False),
    ("Kofi Mensah wrote “and so I have never taken a coin from them”.", False),
    ("The band played “I Have Never Taken a Coin From Any of Them”.", False),
]


@pytest.mark.parametrize(("text", "must"), STATEMENTS)
def test_statements_in_the_first_person(text, must):
    reading = read(text)
    place = place_of(reading, 0, None)
    sure = sure_speaker(reading, place) is not None
    assert must_be_speech(reading, place, reading.stretches[0], sure=sure) is must


NAMINGS = [
    # who brands, labels or terms something so is named; what is branded has a name
    ("Ana Brandt branded the fine “a joke on the poor”.", "calls"),
    ("The union labelled the plan “a gift to thieves”.", "calls"),
    ("Ruth Amsel termed the delay “a small nuisance”.", "calls"),
    ("The jam is branded “Old Grumble”.", "called"),
    ("The slow loss of salt is termed “creep”.", "called"),
    ("The nurse poured the tea and laughed at “a joke on the poor”.", ""),
]


@pytest.mark.parametrize(("text", "naming"), NAMINGS)
def test_naming(text, naming):
    reading = read(text)
    assert naming_of(reading, place_of(reading, 0, None))[0] == naming


SPEECH = [
    "The port was closed, in a move critics called “a farce.”",
    "She was fined for a song opponents branded “an insult to the dead”.",
    "The court jailed him for six years, a sentence his lawyers call “an ambush”.",
    "Ana Brandt branded the fine “a joke on the poor”.",
    "The union labelled the plan “a gift to thieves”.",
    "Ana Brandt said the commitment was “ironclad”.",
    "Kofi Mensah rejected the offer as “cosmetic”.",
    "One clerk, who asked not to be named, said the queue was “endless”.",
    "The firm, named after its founder, said the loss was “bearable”.",
    "The minister, Luis Prado, called the verdict “shameful”.",
    "Their lawyers, Greta Holm said, were “following every word”.",
    "The bill was greeted as “a small miracle” by Ruth Amsel.",
    "Mara Lindqvist dismissed what she called “a paper tiger of a law”.",
    "The fare was branded “a joke on the poor” by Ruth Amsel.",
    "The pump has been called “held together with hope” by Kofi Mensah.",
    "The plan, described by Kofi Mensah as “a gift”, was dropped.",
    "The strike, hailed by the union as “a small miracle of patience”, ended.",
    "Rowers chanted slogans like “No more tolls”.",
    "Some weavers shouted things like “Shame on the mill and on its masters”.",
    "The mayor, in a statement, mourned “a nurse whose hands never rested”.",
    "Ruth Amsel commended “the patience of our bakers”.",
    "Kofi Mensah downplayed the flood as “a wet Tuesday”.",
    # long fragments that a verb of saying reports
    "Greta Holm said the pump was “held together with rope and hope”.",
    "Kofi Mensah told the court the pier was “no place for a child”.",
    # too long for a term
    "The inquiry dwelt on “a culture in which nobody dared to tell the harbour master anything”.",
    "The strike ended over “a promise to mend the roof of the sorting hall before winter comes”.",
]


@pytest.mark.parametrize("text", SPEECH)
def test_attributed_fragments_are_speech(text):
    assert [quote.kind for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == ["mixed"]


NOT_SPEECH = [
    "A gust that locals call “a widow” took the roof off.",
    "It is a gap between the lava flows that geologists called “a window”.",
    "The choir sang a tune called “The Long Way Round” by Ruth Amsel.",
    "The company's own word for such orders is “ghosts”.",
    "The name of the boat was “Second Helping”.",
    "The orchestra opened with the overture to “The Silver Bridle”.",
    "The song “Rain on Tin” was sung at her funeral.",
    "A jar labelled “Sea Salt” was found.",
    "The council passed “Notice on the Mooring of Barges and Small Craft in Winter”.",
    "A barrel branded “Old Grumble” rolled off the quay.",
    "Locals call the pass “the Needle's Eye”, and few take it in winter.",
    "They carried boards with slogans like “No More Tolls”.",
    # a verb of saying, but a name all the same
    "Greta Holm said the ship was called “the pride of the whole coast”.",
    "Kofi Mensah said he wrote a song titled “the bells of my town”.",
]


def test_all_that_somebody_is_charged_with_is_named():
    reading = read("The crew is charged with “wrecking a buoy” and “sailing by night”.")
    assert is_named(reading, place_of(reading, 1, None))


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_names_and_terms_are_not(text):
    assert [quote for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == []
