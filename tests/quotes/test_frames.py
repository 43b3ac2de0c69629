"""What is no reporting word, and where a frame begins, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes.parsing.reading import read

NO_FRAME = [
    # what a form of be shows to be no verb
    ("Five men were present there.", "present"),
    ("The two sides are present at last.", "present"),
    ("Ana met the Danish diver Per Holm in Oslo.", "according"),
    ("Per Holm was late.", "according"),
    ("Under “Water for All,” the board dredged.", "say"),
    ("“Water for All” the board dredged.", "say"),
    ("“Water for all,” the board dredged the lake.", "say"),
    ("Asked about a legal challenge to the plan, the cook left.", "challenge"),
    ("After a dangerous offer, the cook left.", "offer"),
    ("After the late plea for bread, the cook left.", "plead"),
    ("“Water for all,” banned by the board, is back.", "say"),
    ("The valley was “spared” by any measure.", "by"),
    ("It was “healed” by pulling out the tooth.", "by"),
    ("In a programme note he thanked the cook.", "note"),
    ("The board of “denied boarding” claims met.", "deny"),
    ("The rising rents demand patience.", "demand"),
    ("The gravel claims filled a shelf.", "claim"),
    ("The rent rose by 8 per cent.", "according"),
    ("“I will not wait,” the lawyer was told.", "tell"),
    ("Norlandia's shares fell 6 per cent.", "share"),
    ("The mayor’s calls were not returned.", "call"),
    ("The drivers were reminded that it was late.", "remind"),
    ("The boat holds 50 people per trip.", "according"),
    ("A letter read to the court by his sister was long.", "read"),
    ("Ships, according to a cook who asked not to be named, are late.", "ask"),
    ("Ships, according to a clerk who declined to be identified, are late.", "decline"),
    ("Ships, according to a pilot who spoke to us on condition of anonymity, are late.", "speak"),
    ("The verdict was read at noon.", "read"),
    ("The talk ended to cheers.", "cheer"),
    ("Last year saw “a flood of claims”.", "see"),
]


@pytest.mark.parametrize(("text", "lemma"), NO_FRAME)
def test_no_frame(text, lemma):
    assert lemma not in {frame.lemma for frame in read(text).frames}


BEGINNINGS = [
    # the role before a name, the description in commas before it
    ("It rained, and harbour master Ana Lund said no.", "harbour master Ana Lund said"),
    ("It rained, but her lawyer, Greta Holm, said no.", "her lawyer, Greta Holm, said"),
    ("On Monday Ana Lund said no.", "Ana Lund said"),
    ("Before the harbour master, Ana Lund said no.", "Ana Lund said"),
]


@pytest.mark.parametrize(("text", "words"), BEGINNINGS)
def test_frame_begins_with_its_sources_role(text, words):
    reading = read(text)
    [frame] = [frame for frame in reading.frames if frame.lemma == "say"]
    assert text[reading.story.starts[frame.first] : reading.story.end(frame.last - 1)] == words
