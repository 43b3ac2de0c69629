"""Accuracy on gold that the weights were not learned from; floors lie a little below what was reached.

The invented articles always run. The gold of real articles is found through KIT_QUOTES_GOLD, or beside the checkout
in ../shared/eval/quotes; elsewhere its tests are skipped.
"""

import importlib.util
import os
from pathlib import Path

import pytest

from kit.quotes import learn
from kit.quotes.gold import for_learning, read_records
from kit.quotes.model import learned
from kit.quotes.parsing.reading import read

ROOT = Path(__file__).parents[2]
INVENTED = ROOT / "tests" / "gold"
REAL = Path(os.environ.get("KIT_QUOTES_GOLD", ROOT.parent / "shared" / "eval" / "quotes"))


def predictions(records, weights):
    return {record["doc"]: learn.predict(read(record["text"]), weights) for record in records}


def shares(records, found):
    """The share of the gold's stretches found with the right speaker, of the speakers named that are right, and of what
    is no speech that was taken for it."""
    right = known = named = taken = silent = 0
    for record in records:
        reading = read(record["text"])
        spans = {(quote["start"], quote["end"]): quote for quote in found[record["doc"]]}
        for stretch, gold in zip(reading.stretches, learn.gold_of(reading, record), strict=True):
            quote = spans.get((stretch.start, stretch.end))
            if gold is None:
                silent += 1
                taken += quote is not None
            elif gold["speaker_full"] and not gold["optional"]:
                known += 1
                named += quote is not None and quote["speaker"] is not None
                right += quote is not None and learn.same_speaker(quote["speaker"] or "", gold["speaker_full"])
    return right / known, right / named, taken / silent


def test_invented_articles():
    records = [record for record in read_records(INVENTED) if not for_learning(record)]
    right, right_of_named, taken = shares(records, predictions(records, learned()))
    assert right >= 0.86
    assert right_of_named >= 0.88
    assert taken <= 0.10


@pytest.fixture(scope="module")
def scorer():
    path = REAL / "score.py"
    if not path.exists():
        pytest.skip(f"the gold of real articles is not here: {REAL}")
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_wikinews(scorer):
    records = read_records(REAL / "wikinews.jsonl")
    table, _ = scorer.score(records, predictions(records, learned()))
    assert table["quoted"]["f1"] >= 93
    assert table["quoted"]["e2e"]["f1"] >= 85


def test_politics_two_fold(scorer):
    records = read_records(REAL / "politics.jsonl")
    invented = [record for record in read_records(INVENTED) if for_learning(record)]
    found = {prediction["doc"]: prediction["quotes"] for prediction in learn.two_fold(records, invented)}
    table, _ = scorer.score(records, found)
    assert table["direct"]["f1"] >= 97.0
    assert table["quoted"]["speaker"] >= 91.5
    assert table["quoted"]["e2e"]["f1"] >= 88.0
    assert table["direct"]["e2e"]["f1"] >= 93.0
    assert table["indirect"]["f1"] >= 45.0
