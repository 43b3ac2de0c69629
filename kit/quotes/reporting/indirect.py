"""Indirect speech: what a source is reported to say without quotation marks.

Which frames report speech, and which of its possible contents a frame reports, is learned as one choice: a share for
each content and one for none. Contents that differ by a word or two count as one: first it is asked which of them have
most of the shares together, then which one of those has most.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter

from kit.models import Span
from kit.quotes.model import Model
from kit.quotes.parsing.narrative import PUNCTUATION
from kit.quotes.parsing.reading import Reading
from kit.quotes.reporting.contents import Report, reporting_frames, reports
from kit.quotes.reporting.features import frame_features, report_features, setting_of
from kit.quotes.reporting.substance import says_something

# How sure a content has to be. The measure that weighs what is missed and what is wrong alike is at its best where a
# content half as sure as that measure is high is kept still.
THRESHOLD = 0.24
_HOPELESS = -0.8  # a frame this unlikely to report speech is not looked at any closer
_SMALLEST_SHARE = 0.02  # of a content worth comparing with others
_LARGEST_SCORE = 30.0
_SAME = 0.8  # of the text that two contents cover together, for them to be one


def reported(reading: Reading, model: Model, threshold: float = THRESHOLD) -> list[Report]:
    """Return the reports taken for speech, at most one a frame, none inside another one."""
    found: list[tuple[float, Report]] = []
    for frame, following in reporting_frames(reading):
        setting = setting_of(reading, frame)
        frame_score = model.score(frame_features(reading, frame, setting))
        if frame_score < _HOPELESS:
            continue
        options = reports(reading, frame, following)
        if options:
            features = report_features(reading, frame, options, setting)
            scores = [frame_score + model.score(each) for each in features]
            found += _likely(reading, options, scores, threshold)
    found.sort(key=lambda item: -item[0])
    kept: dict[int, list[Report]] = defaultdict(list)  # by sentence
    for _, report in found:
        here = kept[reading.story.sentence_of[report.frame.cue]]
        if not (here and any(_excludes(other, report) for other in here)) and says_something(reading, report):
            here.append(report)
    return sorted((report for here in kept.values() for report in here), key=lambda report: report.first)


def _likely(
    reading: Reading, options: Sequence[Report], scores: Sequence[float], threshold: float
) -> list[tuple[float, Report]]:
    """Return the contents of a frame whose share and the shares of those like it are above the threshold together.

    Of contents that are alike, the one with the largest share stands for all.
    """
    powers = [math.exp(score if score < _LARGEST_SCORE else _LARGEST_SCORE) for score in scores]
    total = 1.0 + sum(powers)  # no content at all has the score 0
    if total - 1.0 <= threshold * total:
        return []
    if len(options) == 1:
        return [(powers[0] / total, options[0])]
    starts, end_of = reading.story.starts, reading.story.end
    compared = [
        (power / total, starts[report.first], end_of(report.last - 1), report)
        for power, report in zip(powers, options, strict=True)
        if power > _SMALLEST_SHARE * total
    ]
    compared.sort(key=itemgetter(0), reverse=True)
    chances = [share for share, _, _, _ in compared]  # of each content and those like it
    largest = list(range(len(compared)))  # of those, which has the largest share
    for number, (share, start, end, _) in enumerate(compared):
        for larger in range(number):
            larger_share, larger_start, larger_end, _ = compared[larger]
            if _alike(start, end, larger_start, larger_end):
                chances[number] += larger_share
                chances[larger] += share
                if largest[number] == number:
                    largest[number] = larger
    return [
        (chance, compared[number][3]) for chance, number in zip(chances, largest, strict=True) if chance > threshold
    ]


def _alike(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Do two contents cover the same text but for its edges?"""
    if start > other_start:
        start, other_start = other_start, start
    if end > other_end:
        end, other_end = other_end, end
    return end - other_start >= _SAME * (other_end - start)


def _excludes(one: Report, other: Report) -> bool:
    """Are two reports of one sentence of the same frame, or do their contents share words?"""
    return one.frame is other.frame or (one.first < other.last and other.first < one.last)


def content_span(reading: Reading, report: Report) -> Span:
    """Return the offsets of a report's content."""
    story = reading.story
    first = report.first
    while first < report.last - 1 and story.flags[first] & PUNCTUATION:
        first += 1  # the comma of "Kim said, the dam would hold"
    return Span(story.starts[first], story.end(report.last - 1))
