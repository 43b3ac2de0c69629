"""What a sentence tells of who speaks in it, before anything is learned: sure speakers, and what frames report."""

import pytest

from kit.quotes.attributing.candidates import likely_mentions, place_of
from kit.quotes.attributing.features import features
from kit.quotes.attributing.sure import goes_on, sure_speaker
from kit.quotes.model import named
from kit.quotes.parsing.reading import read

SURE = [
    # a colon behind who told whom
    ("Karl Berg rang the cook at noon and told her: “The ice is thin.”", "Karl Berg"),
    ("Ines Duarte warned the crew in Vado on Friday: “The rope is rotten.”", "Ines Duarte"),
    ("Mara Lind, a diver, assured reporters: “We will try again.”", "Mara Lind"),
    # another clause between them, another sign
    ("Ana Lund told Karl Berg, who was angry: “Sit down.”", None),
    ("Ana Lund told the cook as he wept: “Sit down.”", None),
    ("Ines Duarte warned the crew in Vado on Friday “The rope is rotten.”", None),
]


@pytest.mark.parametrize(("text", "speaker"), SURE)
def test_sure_speaker(text, speaker):
    reading = read(text)
    sure = sure_speaker(reading, place_of(reading, 0, None))
    assert (sure.name if sure else None) == speaker


GOING_ON = [
    # text, the stretch, who said the one before, does he go on
    ("“It rains,” Ana Lund said. “It pours.”", 1, "Ana Lund", True),
    ("Of the “mud” Tom Reyes had little to say. “It dries.”", 1, "Tom Reyes", True),
    # near misses: another paragraph, the same sentence, words beside it, a mention from further up
    ("“It rains,” Ana Lund said.\n\n“It pours.”", 1, "Ana Lund", False),
    ("“It rains,” Ana Lund said, “and pours.”", 1, "Ana Lund", False),
    ("“It rains,” Ana Lund said. The cook wept. “It pours.”", 1, "Ana Lund", False),
    ("“It rains,” Ana Lund said. And then “It pours.”", 1, "Ana Lund", False),
    ("Ana Lund spoke. “It rains.” “It pours.”", 1, "Ana Lund", False),
]


@pytest.mark.parametrize(("text", "number", "speaker", "expected"), GOING_ON)
def test_goes_on(text, number, speaker, expected):
    reading = read(text)
    previous = next(mention for mention in reading.mentions if mention.name == speaker)
    assert goes_on(reading, place_of(reading, number, previous)) is expected


LIKELY = [
    # a source with a verb of saying, or before the stretch
    ("Karl Berg left. Ana Lund said it was “a mess”.", ["Ana Lund"]),
    ("Karl Berg left. The plan was “a mess”, Ana Lund said.", ["Ana Lund"]),
    ("Karl Berg left. Ana Lund mocked Ewa Sobol as “a mess”.", ["Ana Lund", "Ewa Sobol"]),
    # only sources where verbs of saying are all that reports
    ("Karl Berg left. Ana Lund said Ewa Sobol was “a mess”.", ["Ana Lund"]),
    ("Karl Berg left. For Ewa Sobol it is “a mess”, Ana Lund said and Tom Reyes added.", ["Ana Lund", "Tom Reyes"]),
    # who says all of the sentence before
    ("Others saw it, Ana Lund said.\n\n“A mess it was.”", ["Ana Lund"]),
    ("Others saw it, and Ana Lund said so to Karl Berg.\n\n“A mess it was.”", ["Ana Lund", "Karl Berg"]),
    # near misses: no source, or one behind the stretch of a verb that is not of saying
    ("Karl Berg left. The plan was “a mess”.", ["Karl Berg"]),
    ("Karl Berg left. “A mess,” and Ana Lund smiled.", ["Karl Berg", "Ana Lund"]),
]


@pytest.mark.parametrize(("text", "names"), LIKELY)
def test_likely_mentions(text, names):
    reading = read(text)
    likely = likely_mentions(reading, place_of(reading, 0, None))
    assert {mention.name for mention in likely if mention.kind == "name"} == set(names)


def names_of(text, speaker):
    """Return the features of the mention that holds the words of a speaker, for the only stretch of a text."""
    reading = read(text)
    [mention] = [each for each in reading.mentions if reading.story.written(text, each.first, each.last) == speaker]
    return named(features(reading, place_of(reading, 0, None), mention))


NESTED = [
    # who tells within what another one says
    ("Ana Lund said that the cook had told her the oven was “cold as stone”.", "the cook", "inner"),
    ("Ana Lund said that the cook had told her the oven was “cold as stone”.", "Ana Lund", "outer"),
    ("Tom Reyes wrote that the clerk had warned him the pier was “a wreck”.", "the clerk", "inner"),
    ("Tom Reyes wrote that the clerk had warned him the pier was “a wreck”.", "Tom Reyes", "outer"),
    # near misses: one of the two does not tell, or each has a clause of its own
    ("Ana Lund said that the cook had left the oven “cold as stone”.", "Ana Lund", "own"),
    ("Ana Lund said the cook had told her the oven was “cold as stone”.", "Ana Lund", "outer"),
    ("Ana Lund said that the cook had told her that the oven was “cold as stone”.", "the cook", "own"),
]


@pytest.mark.parametrize(("text", "speaker", "reports"), NESTED)
def test_nested_reports(text, speaker, reports):
    assert f"H{reports}bFalse" in names_of(text, speaker)


CLAUSES = [
    # a clause with a subject of its own begins between the stretch and the frame
    ("The bridge is “a gift”, while Ana Lund said the river was too wide.", "Ana Lund", "Fsubject+1a2"),
    ("The offer is “a crumb”, but Ewa Sobol said that she would sign.", "Ewa Sobol", "Fsubject+1a2"),
    ("The offer is “a crumb”; Ewa Sobol said that she would sign.", "Ewa Sobol", "Fsubject+1a1"),
    ("The bridge is “a gift”, Ana Lund said.", "Ana Lund", "Fsubjectsamea1"),
    ("The bridge is “a gift”, as Ewa Sobol said in June.", "Ewa Sobol", "Fsubjectsamea2"),
]


@pytest.mark.parametrize(("text", "speaker", "feature"), CLAUSES)
def test_another_clause_counts_as_another_sentence(text, speaker, feature):
    assert feature in names_of(text, speaker)
