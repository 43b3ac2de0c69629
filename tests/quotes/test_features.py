"""What a sentence tells of who speaks in it, before anything is learned: sure speakers, and what frames report."""

import pytest

from kit.quotes.attributing.candidates import place_of
from kit.quotes.attributing.features import features
from kit.quotes.attributing.sure import sure_speaker
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


def names_of(text, speaker):
    """Return the features of the mention that holds the words of a speaker, for the only stretch of a text."""
    reading = read(text)
    [mention] = [mention for mention in reading.mentions if text[mention.start : mention.end] == speaker]
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
