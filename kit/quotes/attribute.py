"""Who said it: every quoted stretch of an article gets a speaker, nobody, or is found to be no speech."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kit.quotes import cues
from kit.quotes.candidates import NOT_SPEECH, UNKNOWN, Candidate, Place, mentions_around, place_of
from kit.quotes.features import closes_sentence, features, must_be_speech, special_features
from kit.quotes.mention import Mention
from kit.quotes.model import Features, Model
from kit.quotes.reading import Reading

# Added to the score of either before they are compared with people.
BIAS: dict[str, float] = {UNKNOWN: 0.0, NOT_SPEECH: 0.6}


@dataclass(slots=True)
class Decision:
    """What was decided about one stretch; `candidate` is a mention, UNKNOWN or NOT_SPEECH."""

    stretch: int
    candidate: Candidate


Options = list[tuple[Candidate, Features]]
Choose = Callable[[int, Mention | None], Candidate]


def attribute_all(reading: Reading, model: Model) -> list[Decision]:
    """Return a decision for each stretch of the reading, in order: by a sure pattern, else by ranking."""

    def choose(number: int, previous: Mention | None) -> Candidate:
        place = place_of(reading, number, previous)
        sure = sure_speaker(reading, place)
        if sure is not None:
            return sure
        options = options_for(reading, number, place)
        values = [
            model.score(features) + (BIAS[candidate] if isinstance(candidate, str) else 0.0)
            for candidate, features in options
        ]
        return options[values.index(max(values))][0]

    return list(decide(reading, choose))


def decide(reading: Reading, choose: Choose) -> Iterator[Decision]:
    """Yield decisions in order; `choose` is told whom the last speech before a stretch was given to."""
    previous: Mention | None = None
    last: Candidate = UNKNOWN
    for number, stretch in enumerate(reading.stretches):
        if stretch.continues and number and reading.stretches[number - 1].paragraph == stretch.paragraph - 1:
            yield Decision(number, last)
            continue
        last = choose(number, previous)
        if isinstance(last, Mention):
            previous = last
        yield Decision(number, last)


def options_for(reading: Reading, number: int, place: Place) -> Options:
    """Return the candidates for a stretch with their features."""
    stretch = reading.stretches[number]
    unknown, not_speech = special_features(reading, place, stretch)
    options: Options = [(mention, features(reading, place, mention)) for mention in mentions_around(reading, place)]
    options.append((UNKNOWN, unknown))
    if not must_be_speech(reading, place, stretch):
        options.append((NOT_SPEECH, not_speech))
    return options


def sure_speaker(reading: Reading, place: Place) -> Mention | None:
    """Return the speaker where the sentence leaves no doubt.

    Accepts "…," said Kim / "…," Kim said; Kim said: "…" and Kim said, "…"; and fragments all through a sentence that
    ends in ", Kim said."
    """
    frames = reading.frames_in.get(place.sentence, ())
    lower = reading.story.lower
    before: Mention | None = None
    closing: Mention | None = None
    said_before = False
    for frame in frames:
        if frame.lemma not in cues.SAYING or frame.passive:
            continue
        if frame.first == place.token + 1 and place.ending in (",", "?", "!"):
            if frame.relation in ("subject", "inverted"):
                return frame.source
        elif frame.last <= place.token:
            said_before = True
            if frame.last == place.token - 1 and lower[place.token - 1] in (":", ",") and frame.relation == "subject":
                before = frame.source
        elif closes_sentence(reading, frame):
            closing = frame.source
    if before is not None:
        return before
    return closing if closing is not None and not said_before and closing.kind != "pronoun" else None
