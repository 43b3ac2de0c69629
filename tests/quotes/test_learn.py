"""Learning gives the same weights for the same gold, and better ones than none."""

from kit.quotes import learn
from kit.quotes.parsing.reading import read

TEXT = "“The dam will hold,” Ana Brandt said. Her book, “The Salt Road”, sold well.\n\n“It will,” said Kofi Lund."


def quote(words, speaker):
    start = TEXT.index(words)
    mention = TEXT.index(speaker)
    return {
        "start": start,
        "end": start + len(words),
        "kind": "direct",
        "optional": False,
        "speaker_mention": speaker,
        "speaker_start": mention,
        "speaker_end": mention + len(speaker),
        "speaker_full": speaker,
        "speaker_type": "name",
    }


RECORD = {
    "doc": "d",
    "text": TEXT,
    "quotes": [quote("The dam will hold,", "Ana Brandt"), quote("It will,", "Kofi Lund")],
}


def test_same_gold_same_weights():
    assert learn.learn([(read(TEXT), RECORD)] * 4) == learn.learn([(read(TEXT), RECORD)] * 4)


def test_learned_weights_find_what_they_were_learned_from():
    weights = learn.learn([(read(TEXT), RECORD)] * 20)
    found = [
        (each["quote"], each["speaker"]) for each in learn.predict(read(TEXT), weights) if each["kind"] != "indirect"
    ]
    assert found == [("The dam will hold,", "Ana Brandt"), ("It will,", "Kofi Lund")]
