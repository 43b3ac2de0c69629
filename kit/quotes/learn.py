"""Learn the weights again from gold:  python -m kit.quotes.learn GOLD... [--folds FILE]

GOLD is a JSON Lines file of records or a folder of invented articles (those with an even number are not learned from).
The same gold gives the same file. `--folds FILE` writes two-fold predictions for the scorer instead: every article's
come from weights that were not learned from it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kit.quotes import quotes_of
from kit.quotes.attributing.attribute import decide, options_for
from kit.quotes.attributing.candidates import NOT_SPEECH, UNKNOWN, Candidate, mentions_around, place_of
from kit.quotes.attributing.speech import is_reported, must_be_speech, speech_features
from kit.quotes.attributing.sure import sure_speaker
from kit.quotes.gold import Record, every_stretch_is_tagged, for_learning, read_records
from kit.quotes.learner import Learner, score
from kit.quotes.model import WEIGHTS_FILE, Features, Model, Models, named
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.person import name_words
from kit.quotes.parsing.reading import Reading, read
from kit.quotes.reporting.contents import reporting_frames, reports
from kit.quotes.reporting.features import frame_features, report_features, setting_of
from kit.quotes.reporting.indirect import content_span
from kit.quotes.resolving.antecedent_features import nobody_features
from kit.quotes.resolving.antecedents import antecedents, named_ahead, possible_people
from kit.quotes.resolving.discourse import NOBODY, Discourse
from kit.quotes.resolving.resolve import Resolver, best_antecedent

# Passes over the gold, size of a step, pull towards zero, smallest weight worth keeping: few passes and a strong pull
# where there is little gold.
_SPEAKER_STEPS = 8, 0.1, 2e-2, 0.08
_SPEECH_STEPS = 8, 0.1, 1e-2, 0.05
# How much a stretch that is speech and one that is none count where the gold does not tag every stretch: what it leaves
# out may be speech all the same.
_UNTAGGED = 0.5, 0.2
# How often a pass takes an invented article, since the rest of the gold is news of one country and one year; set by
# learning from the odd articles of two series and measuring on a third.
_WORLD = 2
_REPORT_STEPS = 8, 0.04, 1e-2, 0.05
_SAME = 0.8  # of the text that a content and a gold one cover together, for it to be right
_ANTECEDENT_STEPS = 6, 0.05, 1e-1, 0.02
_TAIL = re.compile(r",|\(|\s(?:who|whose|of|from|in|at|for|with)\s")
_EDGE = " \t\r\n“”\"‘’',.;:!?…–—-"


def same_name(one: str, other: str) -> bool:
    """Is the last word of one name among the words of the other, and do the given names agree?"""
    a, b = name_words(one), name_words(other)
    if not a or not b or not (a[-1] in b or b[-1] in a):
        return False
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-1]:
        return bool(set(a[:-1]) & set(b[:-1])) or a[0][0] == b[0][0]
    return True


def same_speaker(one: str, other: str) -> bool:
    """The same for descriptions too, which are compared without what follows their noun."""
    return same_name(_TAIL.split(one)[0], _TAIL.split(other)[0])


# --- what is right -----------------------------------------------------------------------------------------------


def gold_of(reading: Reading, record: Record) -> list[Record | None]:
    """Return the gold quote of each stretch, None where there is none."""
    spans = [(_trim(reading.text, q["start"], q["end"]), q) for q in record["quotes"] if q["kind"] != "indirect"]
    found: list[Record | None] = []
    for stretch in reading.stretches:
        start, end = _trim(reading.text, stretch.start, stretch.end)
        best, best_share = None, 0.6
        for span, quote in spans:
            share = _share((start, end), span)
            if share > best_share:
                best, best_share = quote, share
        found.append(best)
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def points_at(reading: Reading, mention: Mention, quote: Record) -> bool:
    """Does the mention point at the gold quote's speaker?"""
    full: str | None = quote["speaker_full"]
    kind: str | None = quote["speaker_type"]
    start, end = reading.story.offsets(mention.first, mention.last)
    overlaps = bool(
        quote["speaker_start"] is not None and start < quote["speaker_end"] and quote["speaker_start"] < end
    )
    if mention.kind == "name":
        if full:
            return same_name(reading.people[mention.person].name, full)
        if kind == "name":
            return same_name(mention.name, quote["speaker_mention"])
        return overlaps and not mention.within
    if mention.person >= 0 and full:
        return same_speaker(reading.people[mention.person].name, full)
    if full and mention.kind == "nominal" and overlaps:
        return kind != "pronoun"
    return overlaps and not mention.within


def right_options(reading: Reading, options: Sequence[Candidate], quote: Record) -> list[bool]:
    """Return which candidates are right for a stretch with this gold quote."""
    right = [
        isinstance(candidate, Mention) and bool(quote["speaker_mention"]) and points_at(reading, candidate, quote)
        for candidate in options
    ]
    if not any(right):
        right = [candidate == UNKNOWN for candidate in options]
    return right


# --- learning ----------------------------------------------------------------------------------------------------

Pair = tuple[Reading, Record]
Gold = Sequence[Record | None]


def learn(pairs: Sequence[Pair]) -> dict[str, Model]:
    """Return all models, learned from readings and their gold."""
    golds = [gold_of(reading, record) for reading, record in pairs]
    antecedent = Model(learn_antecedents(pairs, golds))
    return {
        "antecedent": antecedent,
        "speech": Model(learn_speech(pairs, golds)),
        "speaker": Model(learn_speakers(pairs, golds, antecedent)),
        "report": Model(learn_reports(pairs)),
    }


def learn_speech(pairs: Sequence[Pair], golds: Sequence[Gold]) -> dict[str, float]:
    """Return the weights that tell speech from what else stands inside marks."""
    choices: list[tuple[list[str], bool, float]] = []
    for (reading, record), gold in zip(pairs, golds, strict=True):
        spoken, unspoken = (1.0, 1.0) if every_stretch_is_tagged(record) else _UNTAGGED
        for number, (stretch, quote) in enumerate(zip(reading.stretches, gold, strict=True)):
            place = place_of(reading, number, None)
            sure = sure_speaker(reading, place) is not None
            unsure = quote is not None and quote["optional"] and not every_stretch_is_tagged(record)
            if (unsure and not is_reported(reading, place)) or must_be_speech(reading, place, stretch, sure=sure):
                continue
            before = number == 0 or gold[number - 1] is not None
            weight = spoken if quote is not None else unspoken
            features = named(speech_features(reading, place, stretch, sure=sure, before=before))
            choices.append((features, quote is not None, weight))
    learner = Learner(*_SPEECH_STEPS[1:])
    for epoch in range(_SPEECH_STEPS[0]):
        random.Random(epoch).shuffle(choices)
        for features, speech, weight in choices:
            learner.step([features, []], [speech, not speech], weight)
        if epoch:
            learner.end_pass()
    return learner.rounded()


def _order(pairs: Sequence[Pair]) -> list[int]:
    """Return the places of the pairs, those of the articles from all over the world several times."""
    times = [_WORLD if every_stretch_is_tagged(record) else 1 for _, record in pairs]
    return [place for place, count in enumerate(times) for _ in range(count)]


def learn_speakers(pairs: Sequence[Pair], golds: Sequence[Gold], antecedent: Model) -> dict[str, float]:
    """Return the weights that rank candidates for a stretch."""
    learner = Learner(*_SPEAKER_STEPS[1:])
    order = _order(pairs)
    for epoch in range(_SPEAKER_STEPS[0]):
        random.Random(epoch).shuffle(order)
        for place in order:
            reading, _ = pairs[place]

            def choose(
                number: int, previous: Mention | None, _: Candidate, place: int = place, epoch: int = epoch
            ) -> Candidate:
                quote = golds[place][number]
                if quote is None:
                    return NOT_SPEECH
                where = place_of(pairs[place][0], number, previous)
                options = list(options_for(pairs[place][0], where, mentions_around(pairs[place][0], where)))
                candidates = [candidate for candidate, _ in options]
                features = [named(each) for _, each in options]
                values = [score(learner.weights, each) for each in features]
                chosen = candidates[values.index(max(values))]
                if not quote["optional"]:
                    right = right_options(pairs[place][0], candidates, quote)
                    lost = bool(quote["speaker_mention"]) and right[candidates.index(UNKNOWN)]
                    weight = 0.3 if lost else 1.0
                    learner.step(features, right, weight)
                    if epoch < 2 and True in right:
                        chosen = candidates[right.index(True)]
                return chosen

            for _ in decide(Resolver(reading, best_antecedent(antecedent)), choose):
                pass
        if epoch:
            learner.end_pass()
    return learner.rounded()


def learn_antecedents(pairs: Sequence[Pair], golds: Sequence[Gold]) -> dict[str, float]:
    """Return the weights that rank the people whom a pronoun may stand for."""
    learner = Learner(*_ANTECEDENT_STEPS[1:])
    marks = [_marked_mentions(record) for _, record in pairs]
    order = [place for place in _order(pairs) if marks[place]]
    for epoch in range(_ANTECEDENT_STEPS[0]):
        random.Random(epoch).shuffle(order)
        for place in order:
            reading, _ = pairs[place]

            def choose(reading: Reading, mention: Mention, discourse: Discourse, place: int = place) -> int:
                people = possible_people(reading, mention, discourse)
                if not people:
                    return named_ahead(reading, mention)
                options = list(antecedents(reading, mention, discourse, people))
                marked = marks[place].get(reading.story.starts[mention.first])
                return _learn_antecedent(learner, reading, mention, options, marked)

            def speaker(number: int, previous: Mention | None, last: Candidate, place: int = place) -> Candidate:
                return _gold_speaker(pairs[place][0], number, golds[place][number])

            for _ in decide(Resolver(reading, choose), speaker):
                pass
        if epoch:
            learner.end_pass()
    return learner.rounded()


def _marked_mentions(record: Record) -> dict[int, Record]:
    """Return where the gold's mentions begin → the quote with the mention, if it tells whom that stands for."""
    return {
        quote["speaker_start"]: quote
        for quote in record["quotes"]
        if quote["speaker_start"] is not None and quote["speaker_type"] != "name" and quote["speaker_full"]
    }


def _gold_speaker(reading: Reading, number: int, quote: Record | None) -> Candidate:
    """Return a mention of the gold's speaker: the marked one, else the last one of that name before the stretch."""
    if quote is None:
        return NOT_SPEECH
    token = reading.story.quote_tokens[number]
    around = reading.mentions_in.get(reading.story.sentence_of[token], [])
    for mention in around:
        if reading.story.starts[mention.first] == quote["speaker_start"]:
            return mention
    full = quote["speaker_full"]
    for person in reading.people[: reading.named] if full else ():
        if same_speaker(person.name, full):
            return person.mentions[0]
    return UNKNOWN


def _learn_antecedent(
    learner: Learner, reading: Reading, mention: Mention, options: Sequence[tuple[int, Features]], quote: Record | None
) -> int:
    """Learn whom a mention stands for, if the gold tells; return that person, else the one with the best score."""
    if quote is not None and quote.get("how") != "written":
        # this gold leaves out whatever stands for somebody without a name, so it tells nothing against them
        options = [(person, each) for person, each in options if reading.people[person].named]
    features = [named(nobody_features(mention)), *(named(each) for _, each in options)]
    people = [NOBODY, *(person for person, _ in options)]
    values = [score(learner.weights, each) for each in features]
    best = people[values.index(max(values))]
    if quote is None:
        return best
    right = [False] + [same_speaker(reading.people[person].name, quote["speaker_full"]) for person, _ in options]
    if not any(right):
        return best
    learner.step(features, right)
    return people[right.index(True)]


def learn_reports(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return the weights that tell reported speech, from the gold that marks it."""
    choices: list[tuple[list[list[str]], list[bool]]] = []
    for reading, record in pairs:
        golds = [_trim(reading.text, q["start"], q["end"]) for q in record["quotes"] if q["kind"] == "indirect"]
        if not golds:
            continue
        for frame, following in reporting_frames(reading):
            options = reports(reading, frame, following)
            if not options:
                continue
            shares = [_nearest(_trim(reading.text, *content_span(reading, report)), golds) for report in options]
            # only the nearest, so that it is learned where a content begins and ends to the word
            right = [share >= _SAME and share == max(shares) for share in shares]
            setting = setting_of(reading, frame)
            shared = frame_features(reading, frame, setting)
            features = [named(shared + each) for each in report_features(reading, frame, options, setting)]
            choices.append(([*features, []], [*right, not any(right)]))
    learner = Learner(*_REPORT_STEPS[1:])
    for epoch in range(_REPORT_STEPS[0]):
        random.Random(epoch).shuffle(choices)
        for features, right in choices:
            learner.step(features, right)
        if epoch:
            learner.end_pass()
    return learner.rounded()


def _nearest(span: tuple[int, int], golds: Sequence[tuple[int, int]]) -> float:
    """Return the share that a span has in common with the gold span nearest to it."""
    return max(_share(span, gold) for gold in golds)


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the length that two spans have in common, as a part of the length they cover together."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(1, max(one[1], other[1]) - min(one[0], other[0]))


# --- predicting --------------------------------------------------------------------------------------------------


def predict(reading: Reading, models: Models) -> list[dict[str, Any]]:
    """Return the quotes of a reading as the scorer wants them."""
    return [
        {
            "start": quote.start,
            "end": quote.end,
            "kind": quote.kind,
            "quote": reading.text[quote.start : quote.end],
            "speaker": quote.speaker,
            "speaker_mention": reading.text[quote.mention.start : quote.mention.end] if quote.mention else None,
            "speaker_start": quote.mention.start if quote.mention else None,
            "speaker_end": quote.mention.end if quote.mention else None,
        }
        for quote in quotes_of(reading, models)
    ]


def two_fold(records: Sequence[Record], always: Sequence[Record] = ()) -> Iterable[dict[str, Any]]:
    """Yield predictions for each record from weights learned from the other half and from `always`."""
    halves = [records[0::2], records[1::2]]
    for number, half in enumerate(halves):
        models = learn([(read(record["text"]), record) for record in [*halves[1 - number], *always]])
        for record in half:
            yield {"doc": record["doc"], "quotes": predict(read(record["text"]), models)}


def main() -> None:
    """Learn from the gold named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--folds", type=Path, metavar="FILE")
    options = parser.parse_args()
    records = [record for path in options.gold for record in read_records(path)]
    if options.folds:
        with options.folds.open("w", encoding="utf-8") as out:
            for prediction in two_fold(records):
                out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
        return
    models = learn([(read(record["text"]), record) for record in records if for_learning(record)])
    weights = {name: model.weights for name, model in models.items()}
    WEIGHTS_FILE.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
