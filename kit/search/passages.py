"""The passage of an article that answers a search best, cut at sentences where it can be."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from kit.text.span import Span
from kit.text.structure import paragraphs, sentences

# A passage is at most this many characters long: four lines of a terminal that is 80 columns wide.
LONGEST = 300

_SPACE = re.compile(r"\s+")


def best_passage(body: str, matches: list[Span]) -> Span | None:
    """The stretch of the body with the most different matching words, the first of several; None without matches."""
    best: tuple[tuple[int, int], Span] | None = None
    starts = [match.start for match in matches]
    for paragraph in paragraphs(body):
        inside = matches[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        for passage in _passages(body, paragraph, inside) if inside else ():
            near = matches[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
            found = [match for match in near if match.end <= passage.end]
            score = (len({body[m.start : m.end].casefold() for m in found}), len(found))
            if found and (best is None or score > best[0]):
                best = (score, passage)
    # A match may lie outside every paragraph, in a heading's mark for instance.
    return best[1] if best else _cut(body, Span(0, len(body)), matches[0]) if matches else None


def fold_space(text: str, marks: Iterable[Span]) -> tuple[str, list[tuple[int, int]]]:
    """The text on one line, every stretch of white space one space; and where the marks are in it."""
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = [(0, 0)]  # from this character on, this many fewer
    end = 0
    for space in _SPACE.finditer(text):
        pieces.append(text[end : space.start()])
        shifts.append((space.end(), shifts[-1][1] + space.end() - space.start() - 1))
        end = space.end()
    pieces.append(text[end:])

    def moved(at: int) -> int:
        return at - shifts[bisect_left(shifts, (at + 1, 0)) - 1][1]

    return " ".join(pieces), [(moved(start), moved(end)) for start, end in marks]


def _passages(body: str, paragraph: Span, matches: list[Span]) -> Iterable[Span]:
    """Runs of whole sentences no longer than LONGEST, from each sentence that has a match on."""
    if paragraph.end - paragraph.start <= LONGEST:
        yield paragraph
        return
    parts = sentences(body, paragraph.start, paragraph.end)
    starts = [match.start for match in matches]
    for i, sentence in enumerate(parts):
        first = bisect_left(starts, sentence.start)
        if first == bisect_left(starts, sentence.end):
            continue
        if sentence.end - sentence.start > LONGEST:
            yield _cut(body, sentence, matches[first])
            continue
        end = sentence.end
        for following in parts[i + 1 :]:
            if following.end - sentence.start > LONGEST:
                break
            end = following.end
        yield Span(sentence.start, end)


def _cut(body: str, within: Span, match: Span) -> Span:
    """A stretch around a match, cut between words; within a long word, where it has to be."""
    start = max(within.start, match.start - LONGEST // 3)
    end = min(within.end, max(match.end, start + LONGEST))
    if start > within.start:
        space = _SPACE.search(body, start, match.start)
        start = space.end() if space else start
    if end < within.end:
        space_at = max(body.rfind(" ", match.end, end), body.rfind("\n", match.end, end))
        end = space_at if space_at > 0 else end
    return Span(start, end)
