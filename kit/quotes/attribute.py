"""Who said it: every quoted stretch of an article gets a speaker, nobody, or is found to be no speech."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kit.quotes.candidates import NOT_SPEECH, UNKNOWN, Candidate, features, mentions_around, must_be_speech, place_of, special_features
from kit.quotes.mentions import Mention
from kit.quotes.model import Weights, score
from kit.quotes.reading import Reading

# Added to the score of either before they are compared with people.
BIAS: dict[str, float] = {UNKNOWN: 0.0, NOT_SPEECH: 0.0}


@dataclass(slots=True)
class Decision:
    """What was decided about one stretch; `candidate` is a mention, UNKNOWN or NOT_SPEECH."""

    stretch: int
    candidate: Candidate


Options = list[tuple[Candidate, list[str]]]


def attribute(reading: Reading, weights: Weights) -> list[Decision]:
    """Return a decision for each stretch of the reading, in order."""

    def choose(number: int, options: Options) -> Candidate:
        values = [score(weights, features) + (BIAS[candidate] if isinstance(candidate, str) else 0.0) for candidate, features in options]
        return options[values.index(max(values))][0]

    return list(decide(reading, choose))


def decide(reading: Reading, choose: Callable[[int, Options], Candidate]) -> Iterator[Decision]:
    """Yield decisions in order; what was chosen for a stretch is known to the features of the next one."""
    previous: Mention | None = None
    last: Candidate = UNKNOWN
    for number, stretch in enumerate(reading.stretches):
        if stretch.continues and number and reading.stretches[number - 1].paragraph == stretch.paragraph - 1:
            yield Decision(number, last)
            continue
        last = choose(number, options_for(reading, number, previous))
        if isinstance(last, Mention):
            previous = last
        yield Decision(number, last)


def options_for(reading: Reading, number: int, previous: Mention | None) -> Options:
    """Return the candidates for a stretch with their features."""
    place = place_of(reading, number, previous)
    unknown, not_speech = special_features(reading, place, reading.stretches[number])
    options: Options = [(mention, features(reading, place, mention)) for mention in mentions_around(reading, place)]
    options.append((UNKNOWN, unknown))
    if not must_be_speech(place, reading.stretches[number]):
        options.append((NOT_SPEECH, not_speech))
    return options
