"""Indirect speech: what a source is reported to say without quotation marks.

Accepted shapes, with the content in brackets:

    Kim said [that the dam would hold].           Kim told reporters [it would hold].
    [The dam would hold], Kim said.               [The dam, Kim said, would hold].
    [The dam held], according to the ministry.    According to Kim, [the dam held].
    Kim vowed [to rebuild it].                    Kim praised [the engineers].

Which of these frames report speech is learned; a content with a quotation in it belongs to that quotation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kit.models import Span
from kit.quotes import cues
from kit.quotes.attributing.candidates import token_class
from kit.quotes.model import Features, Model
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.narrative import (
    ADVERB,
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    FUNCTION,
    PREPOSITION,
    PUNCTUATION,
)
from kit.quotes.parsing.reading import Reading

# How sure a content has to be; set where found and true ones balance on the gold.
THRESHOLD = -1.2
_HOPELESS = -1.2  # a frame this unlikely to report speech is not looked at any closer
_LABELS = frozenset(["label", "signature"])
_COMPLEMENTS = frozenset(["that", "whether", "if", "how", "why", "what"])
_SHORTEST, _LONGEST_LEAD = 1, 14  # tokens


@dataclass(slots=True)
class Report:
    """A frame that may report speech, and the tokens of its content; `shape` says how the content was cut out."""

    frame: Frame
    first: int
    last: int
    shape: str


def reporting_frames(reading: Reading) -> Iterator[tuple[Frame, Frame | None]]:
    """Yield the frames that may report something, each with the next one of its sentence."""
    for frames in reading.frames_in.values():
        for frame, following in zip_longest(frames, frames[1:]):
            if frame.relation not in _LABELS:
                yield frame, following


def reports(reading: Reading, frame: Frame, following: Frame | None) -> list[Report]:
    """Return the contents that a frame may report: where they begin and end is ranked later."""
    story = reading.story
    first, end = story.sentence_tokens[story.sentence_of[frame.cue]]
    while end > first and story.flags[end - 1] & PUNCTUATION:
        end -= 1
    return [
        Report(frame, start, stop, shape)
        for start, stop, shape in _contents(reading, frame, following, first, end)
        if stop - start >= _SHORTEST and not reading.has_quote(start, stop)
    ]


def _contents(
    reading: Reading, frame: Frame, following: Frame | None, first: int, end: int
) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, last token, shape) of what may be a frame's content."""
    story = reading.story
    if frame.relation == "according" and frame.first - first < 3:
        comma = next((token for token in range(frame.last, end) if story.lower[token] == ","), end)
        yield comma + 1, end, "aF"
        return
    before = frame.first
    while before > first and (story.flags[before - 1] & PUNCTUATION or story.lower[before - 1] in (",", "as", "and")):
        before -= 1
    behind = max(frame.last, frame.cue + 1)
    if first < before < min(frame.first, first + 3) and end - behind > 2 and story.lower[behind] == ",":
        yield first, end, "b2"
    if (
        before - first > 2
        and (before < frame.first or frame.relation == "according")
        and _closes_clause(reading, behind, end)
    ):
        yield first, before, "b0"
        if end - behind > 4:
            yield first, end, "b2"
        comma = next((token for token in range(first, before) if story.lower[token] == ","), before)
        if 0 < comma - first < 8 and before - comma > 4:
            yield comma + 1, before, "b1"
    if frame.relation == "according":
        return
    stops = list(_stops(reading, frame, following, end))
    # "praised the nurses, adding that": the clause belongs to the next reporting verb
    taken = following is not None and following.relation in ("joined", "participle") and following.cue < end
    reach = following.cue if following is not None and taken else end
    for start, kind in _starts(reading, frame, reach):
        for stop, how in stops:
            if stop > start:
                yield start, stop, kind + how


def _closes_clause(reading: Reading, token: int, end: int) -> bool:
    """Does nothing follow a source and its reporting word but a day or a place, up to the next comma?"""
    story = reading.story
    stop = next((each for each in range(token, end) if story.lower[each] in (",", ";", "—", "–")), end)
    if any(story.flags[each] & AUXILIARY or story.lower[each] in _COMPLEMENTS for each in range(token, stop)):
        return False
    return stop - token <= 7


def _starts(reading: Reading, frame: Frame, end: int) -> Iterator[tuple[int, str]]:
    """Yield where a content behind the reporting word may begin."""
    story = reading.story
    start = frame.cue + 1
    if frame.relation in ("inverted", "maker"):
        start = max(start, frame.source.last)
    yield start, "s"
    that = next(
        (token for token in range(start, min(end, start + _LONGEST_LEAD)) if story.lower[token] in _COMPLEMENTS), None
    )
    if that is not None and that > start:
        yield that, "t"
    infinitive = next((token for token in range(start, min(end, start + 9)) if story.lower[token] == "to"), None)
    if infinitive is not None and infinitive > start and infinitive != that:
        yield infinitive, "i"
    behind = _behind_hearer(reading, start, end) if frame.lemma in cues.TELLING else start
    if behind > start:
        yield behind, "h"
    skipped = start
    while skipped < end and (
        story.flags[skipped] & (ADVERB | PREPOSITION)
        or (story.flags[skipped] & CALENDAR and story.flags[skipped] & CAPITAL)
    ):
        skipped += 1
    if skipped > start and skipped not in (that, infinitive, behind):
        yield skipped, "p"


def _behind_hearer(reading: Reading, start: int, end: int) -> int:
    """Return where the words behind "reporters" or "the court" begin."""
    for mention in reading.mentions_in.get(reading.story.sentence_of[start], ()) if start < end else ():
        if start <= mention.first <= start + 1 and mention.last < end:
            return mention.last
    return start


def _stops(reading: Reading, frame: Frame, following: Frame | None, end: int) -> Iterator[tuple[int, str]]:
    """Yield where a content behind the reporting word may end."""
    story = reading.story
    yield end, "e"
    if following is not None and following.cue > frame.cue + 3:
        stop = following.first if following.relation in ("subject", "owner") else following.cue
        while stop > frame.cue + 1 and (
            story.flags[stop - 1] & (PUNCTUATION | CONJUNCTION | ADVERB | AUXILIARY) or story.lower[stop - 1] == ","
        ):
            stop -= 1
        yield stop, "f"
    for token in range(frame.cue + 3, end - 1):
        after = story.lower[token + 1]
        if story.lower[token] == "," and (after in cues.CLAUSE_OPENERS or after.endswith("ing")):
            yield token, "c"
            break
    for token in range(frame.cue + 3, end - 2):
        if story.lower[token] in cues.SUBORDINATORS and story.lower[token - 1] != ",":
            yield token, "o"
            break


def frame_features(reading: Reading, frame: Frame) -> Features:
    """Return what tells a verb of saying, as it is used here, from other uses; the same for all its contents."""
    story = reading.story
    first, last = story.sentence_tokens[story.sentence_of[frame.cue]]
    source = frame.source
    kind = source.kind if source.kind != "pronoun" else story.lower[source.first]
    modal = any(word in cues.MODALS for word in story.lower[max(first, frame.cue - 4) : frame.cue])
    before = token_class(reading, frame.cue - 1, first, last)
    return [
        f"l{frame.lemma}",
        (_source_features, kind, frame.relation),
        (_verb_features, frame.shape, modal, before),
    ]


def _source_features(kind: str, relation: str) -> list[str]:
    return ["b", f"k{kind}{relation}"]


def _verb_features(shape: str, modal: bool, before: str) -> list[str]:
    return [f"m{modal}{shape}", f"u{before}{shape}"]


def report_features(reading: Reading, report: Report) -> Features:
    """Return what tells a frame's true content from others that begin or end elsewhere."""
    story = reading.story
    frame = report.frame
    sentence = story.sentence_of[frame.cue]
    first, last = story.sentence_tokens[sentence]
    shape, side = report.shape, report.shape[0]
    opens = token_class(reading, report.first, first, last)
    opening = story.lower[report.first] + side if story.flags[report.first] & FUNCTION else opens
    before = token_class(reading, report.first - 1, first, last)
    after = token_class(reading, report.last, first, last)
    length = min(report.last - report.first, 24) // 4
    inner = min(2, sum(report.first <= other.cue < report.last for other in reading.frames_in[sentence]))
    verbs = _words_like_verbs(reading, report)
    return [
        (_lemma_features, frame.lemma, opens, shape),
        (_cut_features, shape, frame.relation, frame.shape, frame.passive, opens, opening),
        (_content_features, shape, length, inner, verbs, opens, before, after, reading.has_quote(first, last)),
        f"c{',' in story.lower[report.first : report.last]}{shape}",
    ]


def _lemma_features(lemma: str, opens: str, cut: str) -> list[str]:
    return [f"l{lemma}{opens}", f"x{lemma}{cut[0]}", f"L{lemma}{cut}"]


def _cut_features(cut: str, relation: str, verb_shape: str, passive: bool, opens: str, opening: str) -> list[str]:
    side = cut[0]
    return [
        f"r{relation}{cut}",
        f"s{verb_shape}{passive}{side}",
        f"a{opens}{verb_shape}{side}",
        f"a{opens}{cut}",
        f"w{opening}",
    ]


def _content_features(
    cut: str, length: int, inner: int, verbs: int, opens: str, before: str, after: str, quoted: bool
) -> list[str]:
    side = cut[0]
    return [
        f"n{length}{cut}",
        f"d{inner}{side}",
        f"v{verbs}{side}{opens}",
        f"p{before}{side}",
        f"e{after}{cut[1]}",
        f"q{quoted}{side}",
    ]


def _words_like_verbs(reading: Reading, report: Report) -> int:
    """Return how many auxiliaries stand in a content, two at most: a clause has one, a noun phrase has none."""
    flags = reading.story.flags[report.first : report.last]
    return min(2, sum(1 for bits in flags if bits & AUXILIARY))


def reported(reading: Reading, model: Model, threshold: float = THRESHOLD) -> list[Report]:
    """Return the reports taken for speech, at most one a frame, none inside another one."""
    found = []
    for frame, following in reporting_frames(reading):
        frame_score = model.score(frame_features(reading, frame))
        if frame_score < _HOPELESS:
            continue
        for report in reports(reading, frame, following):
            value = frame_score + model.score(report_features(reading, report))
            if value > threshold:
                found.append((value, report))
    found.sort(key=lambda item: -item[0])
    kept: dict[int, list[Report]] = defaultdict(list)  # by sentence
    for _, report in found:
        here = kept[reading.story.sentence_of[report.frame.cue]]
        if not any(_excludes(other, report) for other in here):
            here.append(report)
    return sorted((report for here in kept.values() for report in here), key=lambda report: report.first)


def _excludes(one: Report, other: Report) -> bool:
    """Are two reports of one sentence of the same frame, or do their contents share words?"""
    return one.frame is other.frame or (one.first < other.last and other.first < one.last)


def content_span(reading: Reading, report: Report) -> Span:
    """Return the offsets of a report's content."""
    return Span(reading.story.starts[report.first], reading.story.end(report.last - 1))
