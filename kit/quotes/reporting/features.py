"""What tells reported speech from other uses of a reporting word, and its true content from other ones."""

from __future__ import annotations

from collections.abc import Sequence

from kit.quotes import cues
from kit.quotes.attributing.candidates import token_class, token_classes
from kit.quotes.model import Features
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.narrative import (
    ADVERB,
    CALENDAR,
    CAPITAL,
    FINITE,
    FUNCTION,
    HELPING,
    PREPOSITION,
)
from kit.quotes.parsing.reading import Reading
from kit.quotes.reporting.contents import Report

_CLAUSE_BREAKS = frozenset([",", ";", ":", "--", "-", "–", "—"])
_LINKS = cues.SUBORDINATORS | {"which", "who", "that", "whose"}
_OPENERS = _LINKS | _CLAUSE_BREAKS
_LONGEST_OPENING = 12  # tokens between the word that opens a clause and the clause's reporting word or source


# What the features of a frame and of all its contents share: the first and the last token of its sentence, the frames
# there, the word that makes its clause depend on another (see `_clause_opener`), whether a quotation stands there.
Setting = tuple[int, int, list[Frame], str, bool]


def setting_of(reading: Reading, frame: Frame) -> Setting:
    """Return where a frame stands."""
    sentence = reading.story.sentence_of[frame.cue]
    first, last = reading.story.sentence_tokens[sentence]
    opener = _clause_opener(reading, frame, first)
    return first, last, reading.frames_in[sentence], opener, sentence in reading.quoting


def frame_features(reading: Reading, frame: Frame, setting: Setting) -> Features:
    """Return what tells a verb of saying, as it is used here, from other uses; the same for all its contents."""
    story = reading.story
    first, last, frames, opener, quoted = setting
    before = token_class(reading, frame.cue - 1, first, last)
    helper = story.lower[frame.cue - 1] if frame.cue > first and story.flags[frame.cue - 1] & FUNCTION else ""
    earlier = frames.index(frame)
    later = len(frames) - earlier - 1
    source = frame.source
    named = source.person >= 0 and reading.people[source.person].named
    noun = story.lower[source.head] if source.kind == "nominal" else ""
    depth = (frame.first - first) // 2
    return [
        (_verb_features, frame.lemma, frame.shape, frame.passive, before, helper),
        (_source_features, source.kind, source.organisation, source.gender, named, noun),
        (
            _place_features,
            frame.relation,
            opener,
            depth if depth < 5 else 5,
            earlier if earlier < 2 else 2,
            later if later < 2 else 2,
            quoted,
        ),
    ]


def _verb_features(lemma: str, shape: str, passive: bool, before: str, helper: str) -> list[str]:
    return [f"A{lemma}", f"M{lemma} {shape}{passive}", f"u{before}{shape}", f"h{helper} {shape}"]


def _source_features(kind: str, organisation: bool, gender: str, named: bool, noun: str) -> list[str]:
    return ["b", f"k{kind}{organisation}{gender}{named}", f"N{noun}"]


def _place_features(relation: str, opener: str, depth: int, earlier: int, later: int, quoted: bool) -> list[str]:
    return [f"S{opener}", f"T{depth}", f"O{earlier}{later}", f"Q{quoted}{relation}"]


def report_features(reading: Reading, frame: Frame, reports: Sequence[Report], setting: Setting) -> list[Features]:
    """Return for each content of a frame what tells the true one from others that begin or end elsewhere."""
    story = reading.story
    first, last, frames, opener, quoted = setting
    classes = token_classes(reading, first, last)
    before = classes[frame.first - first]
    behind = classes[_behind_day(reading, frame.last, last) - first + 1]
    helpers, verbs = story.having(HELPING, first, last), story.having(FINITE, first, last)
    cues_here = bytearray(last - first)
    for other in frames:
        cues_here[other.cue - first] = 1
    found: list[Features] = []
    for report in reports:
        start, end, shape = report.first, report.last, report.shape
        place, behind_end = start - first, end - first + 1
        preceding, opens = classes[place], classes[place + 1]
        after, beyond = classes[behind_end], classes[behind_end + 1]
        opening = story.lower[start] if story.flags[start] & FUNCTION else opens
        # a clause has one auxiliary, a noun phrase has none
        helping, finite = helpers.count(1, place, end - first), verbs.count(1, end - first)
        inside, left = helping if helping < 2 else 2, finite if finite < 2 else 2
        inner = cues_here.count(1, place, end - first)
        comma = "," in story.lower[start:end]
        found.append(
            [
                (_lemma_features, frame.lemma, opens, shape),
                (_opening_features, shape, frame.relation, opens, opening, preceding, inside),
                (
                    _length_features,
                    shape,
                    (end - start) // 4 if end - start < 24 else 6,
                    inner if inner < 2 else 2,
                    comma,
                    quoted,
                ),
                (_ending_features, shape[1], inside, after, beyond),
                (_clause_features, shape[1], opener, left),
                (_around_features, shape, before, behind),
            ]
        )
    return found


def _lemma_features(lemma: str, opens: str, cut: str) -> list[str]:
    return [f"L{lemma}{cut}", f"x{lemma}{cut[0]}", f"l{lemma}{opens}"]


def _opening_features(cut: str, relation: str, opens: str, opening: str, before: str, verbs: int) -> list[str]:
    side = cut[0]
    return [f"r{relation}{cut}", f"a{opens}{cut}", f"w{opening}{side}", f"p{before}{side}", f"v{verbs}{side}{opens}"]


def _length_features(cut: str, length: int, inner: int, comma: bool, quoted: bool) -> list[str]:
    side = cut[0]
    return [f"n{length}{cut}", f"d{inner}{side}", f"c{comma}{cut}", f"q{quoted}{side}"]


def _ending_features(stop: str, verbs: int, after: str, beyond: str) -> list[str]:
    return [f"e{after}{stop}", f"y{stop}{after}{beyond}", f"V{stop}{verbs}{after}{beyond}"]


def _clause_features(stop: str, opener: str, left: int) -> list[str]:
    return [f"E{stop}{opener}", f"F{stop}{opener}{left}"]


def _around_features(cut: str, before: str, behind: str) -> list[str]:
    return [f"B{cut}{before}", f"C{cut}{behind}"]


def _clause_opener(reading: Reading, frame: Frame, first: int) -> str:
    """Return the word that makes the frame's clause depend on another, marked where it opens the sentence.

    A comma where the clause has none of its own, "" where the sentence opens with it.
    """
    story = reading.story
    if _OPENERS.isdisjoint(story.lower[max(first, frame.first - _LONGEST_OPENING) : frame.first]):
        return ""
    for token in range(frame.first - 1, first - 1, -1)[:_LONGEST_OPENING]:
        word = story.lower[token]
        if word in _LINKS:
            return f"^{word}" if token <= first + 1 else word
        if word in _CLAUSE_BREAKS:
            return ","
    return ""


def _behind_day(reading: Reading, token: int, last: int) -> int:
    """Return the token behind the day, if one stands there: the comma of "said on Monday,"."""
    flags = reading.story.flags
    while token < last and (
        (flags[token] & CALENDAR and flags[token] & CAPITAL)
        or (flags[token] & (PREPOSITION | ADVERB) and token + 1 < last and flags[token + 1] & CALENDAR)
    ):
        token += 1
    return token
