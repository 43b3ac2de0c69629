"""Quoted stretches: what stands inside quotation marks, before anybody asks whether it is speech.

Accepted marks, each also with other pairs nested inside it (the outermost counts):

    “…”   "…"   ''…''   ``…''   „…“   «…»   ‹…›   「…」   『…』   ‘…’   '…'

A stretch never leaves its paragraph. A quotation over several paragraphs, each opening with a mark and only the last
one closing, gives one stretch a paragraph. A mark that is never closed costs its paragraph and no more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kit.models import Span


class Stretch(NamedTuple):
    """What stands inside one pair of marks: `body[start:end]`; with its marks it is `body[outer_start:outer_end]`.

    `closed` is False where the paragraph ended before the mark was closed, `continues` True where the stretch goes on
    with the quotation that the paragraph before left open.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool
    continues: bool


class Mark(NamedTuple):
    """One quotation mark and what it can do where it stands."""

    start: int
    end: int
    kind: str
    opens: bool
    closes: bool


# Letters of scripts without spaces between words, and Korean, whose particles stand right behind a closing mark.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\ud7fb"
_is_unspaced = re.compile(f"[{_UNSPACED}]").match
# Apostrophes between letters are left out here already. One set of characters in front is what `re` finds fastest.
_MARK = re.compile(
    rf"""
    [“”„‟"＂«»‹›「」『』`'‘’‚] (?:
        (?<=[“”„‟"＂«»‹›「」『』])
      | (?<=`)` | (?<=')'
      | (?<![^\W{_UNSPACED}][‘’‚']) (?<=[‘’‚']) (?=[^\s'])   # may open
      | (?<=\S[’']) (?![^\W{_UNSPACED}])                    # may close
    )
    """,
    re.VERBOSE,
)
_KINDS = dict.fromkeys(["„", "“", "‟", "”", '"', "＂", "''", "``"], "double")
_KINDS |= dict.fromkeys("«»", "angle") | dict.fromkeys("‹›", "small angle")
_KINDS |= dict.fromkeys("「」", "corner") | dict.fromkeys("『』", "white corner") | dict.fromkeys("‘’‚'", "single")
_OPENING = frozenset(["„", "“", "‟", "``", "«", "‹", "「", "『", "‘", "‚"])
_CLOSING = frozenset("”»›」』")
# ’em, ’til, ’90s, 'n': a missing letter, not an opening mark.
_ELISION = re.compile(r"['‘’](?:\d0s\b|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|round\b|bout\b|n\b)", re.IGNORECASE)
_SENTENCE_BREAKS = frozenset(["", ". ", "! ", "? ", ": "])
_POSSESSED = re.compile(r" \w+")  # the one word between the marks of 'workers' rights'
_CLIPPED_AND = frozenset(["'n", "‘n", "’n"])  # before the second mark of rock 'n' roll
_BEFORE_OPENING = frozenset("([{—–-/|:>*_“‘\"'«„ \t\n\r\u00a0\u200b\u202f\u2009")
_NAME_BEFORE = re.compile(r"[^\W\d_a-z]\w*[^\W\d_A-Z]\.? $")
_NAME_AFTER = re.compile(r" (?:(?:de|da|van|von|der|del|dela|delos|la|los|al|bin|binti) ){0,2}[^\W\d_a-z][^\W\d_]+\b")
_FURTHEST = 300  # marks between an opening and its closing one
_EDGE_SPACE = " \t\r\n\u00a0\u2009\u200b\u202f"
_SENTENCE_PUNCTUATION = frozenset('.,!?…;:—–-”"')


def find_stretches(body: str, blocks: Sequence[Span]) -> list[Stretch]:
    """Return what stands inside marks in each of the paragraphs `blocks`, in order."""
    marks = _marks_of(body, blocks)
    found: list[Stretch] = []
    left_open: dict[int, str] = {}  # the kind of mark that a paragraph leaves open
    for number, here in marks.items():
        following = marks.get(number + 1)
        goes_on = following and following[0].opens and following[0].start <= blocks[number + 1].start + 1
        opening_next = following[0].kind if following and goes_on else None
        found += _in_paragraph(body, blocks[number], number, here, left_open.get(number - 1), opening_next)
        if found and found[-1].paragraph == number and not found[-1].closed:
            left_open[number] = _KINDS[_mark_at(body, found[-1].outer_start)]
    return found


def _marks_of(body: str, blocks: Sequence[Span]) -> dict[int, list[Mark]]:
    """Return the marks of each paragraph that has any."""
    marks: dict[int, list[Mark]] = defaultdict(list)
    paragraphs = enumerate(blocks)
    behind_all = len(blocks), Span(len(body), len(body))
    number, block = next(paragraphs, behind_all)
    for match in _MARK.finditer(body):
        start, end = match.span()
        while end > block.end:
            number, block = next(paragraphs, behind_all)
        if start >= block.start:
            marks[number].append(_mark(body, start, end, block))
    return marks


def _mark_at(body: str, start: int) -> str:
    return body[start : start + 2] if body[start : start + 2] in ("''", "``") else body[start]


def _mark(body: str, start: int, end: int, block: Span) -> Mark:
    """Return what a quotation mark can do here, told by the characters on either side of it."""
    mark = body[start:end]
    before = body[start - 1] if start > block.start else ""
    after = body[end] if end < block.end else " "
    kind, opens, closes = _able_to(mark, before, after)
    if kind == "single":
        if mark in _OPENING:
            number = after.isdigit() and body[max(start - 2, block.start) : start] in _SENTENCE_BREAKS  # ‘35 years!’
            opens = number or not _ELISION.match(body, start)
        else:
            opens = opens and not _ELISION.match(body, start)
            closes = closes and body[start - 2 : start].lower() not in _CLIPPED_AND
    return Mark(start, end, kind, opens, closes)


@lru_cache(maxsize=1 << 12)
def _able_to(mark: str, before: str, after: str) -> tuple[str, bool, bool]:
    """Return the kind of a mark, whether it may open and whether it may close between two characters.

    Nothing stands before the one that begins a paragraph.
    """
    kind, left_free = _KINDS[mark], not before or before in _BEFORE_OPENING
    if mark in _OPENING:
        return kind, True, kind != "single" and mark in "“«‹" and not left_free and not after.isalnum()
    if mark in _CLOSING:
        # ”Typed the wrong way round”, »so gesetzt« (and ›so‹)
        turned = mark in "”»›" and left_free and after.isalnum()
        return kind, turned, not turned
    opens = (left_free or bool(_is_unspaced(before))) and not after.isspace()
    inside = after.isalnum() and not _is_unspaced(after)
    closes = not (not before or before.isspace() or inside)
    if kind == "single":
        return kind, opens and mark == "'" and (after.isalnum() or after in '“"[(…$£€.'), closes
    return kind, opens, closes or (after.isspace() and bool(before))


def _in_paragraph(
    body: str, block: Span, number: int, marks: Sequence[Mark], pending: str | None, following: str | None
) -> list[Stretch]:
    """Return the outermost stretches of one paragraph.

    `pending` is the kind of mark left open by the paragraph before, `following` the kind that opens the next one.
    """
    found: list[Stretch] = []
    continued = marks[0].kind == pending
    if continued and not marks[0].opens and marks[0].closes and pending == "double":
        # “One paragraph opens it ⏎ and the next one ends it.”
        _keep(found, body, Stretch(block.start, marks[0].start, block.start, marks[0].end, number, True, True))
    continued = continued and marks[0].start <= block.start + 1
    surplus: list[int] = []  # see `_closing_surplus`, as soon as somebody asks for it
    index = 0
    while index < len(marks):
        opening = marks[index]
        if not opening.opens:
            index += 1
            continue
        continues = continued and index == 0
        single = opening.kind == "single"
        closing = _closing_single(body, marks, index) if single else _closing(marks, index, surplus)
        if closing is not None:
            mark = marks[closing]
            _keep(found, body, Stretch(opening.end, mark.start, opening.start, mark.end, number, True, continues))
            index = closing + 1
        elif _reopened(marks, index) or (opening.kind != "double" and not continues and following != opening.kind):
            index += 1  # never closed, or an apostrophe
        else:
            _keep(found, body, Stretch(opening.end, block.end, opening.start, block.end, number, False, continues))
            break
    return found


def _keep(found: list[Stretch], body: str, stretch: Stretch) -> None:
    """Put a stretch without white space at its ends into `found`, unless there is no word in it."""
    start, end = stretch.start, stretch.end
    while start < end and body[start] in _EDGE_SPACE:
        start += 1
    while start < end and body[end - 1] in _EDGE_SPACE:
        end -= 1
    spoken = start < end and (body[start].isalnum() or any(map(str.isalnum, body[start:end])))
    if spoken and not _is_nickname(body, start, end, stretch):
        found.append(stretch._replace(start=start, end=end) if end - start < stretch.end - stretch.start else stretch)


def _is_nickname(body: str, start: int, end: int, stretch: Stretch) -> bool:
    """Does the stretch stand between a given name and a surname, as in Ana “Bibi” Cruz?"""
    if end - start > 30 or not body[end - 1].isalnum():
        return False
    if not all(word[0].isupper() for word in body[start:end].split()):
        return False
    before = _NAME_BEFORE.search(body, max(0, stretch.outer_start - 20), stretch.outer_start)
    return bool(before) and bool(_NAME_AFTER.match(body, stretch.outer_end))


def _closing_surplus(marks: Sequence[Mark]) -> list[int]:
    """Return, for each mark, how many more double marks from there on can only close than can only open."""
    surplus = [0] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        step = 0 if mark.kind != "double" or mark.opens == mark.closes else 1 if mark.closes else -1
        surplus[index] = surplus[index + 1] + step
    return surplus


def _closing(marks: Sequence[Mark], opening: int, surplus: list[int]) -> int | None:
    """Return the index of the mark that closes the one at `opening`; None if another one opens before that."""
    kind = marks[opening].kind
    depth = 0
    for index in range(opening + 1, min(len(marks), opening + _FURTHEST)):
        mark = marks[index]
        if mark.kind != kind:
            continue
        if mark.closes:
            if depth == 0:
                return index
            depth -= 1
        elif mark.opens:
            if depth == 0:
                if not surplus:
                    surplus += _closing_surplus(marks)
                if surplus[index] < 1:
                    return None
            depth += 1
    return None


def _reopened(marks: Sequence[Mark], opening: int) -> bool:
    return any(mark.kind == marks[opening].kind and mark.opens for mark in marks[opening + 1 : opening + _FURTHEST])


def _closing_single(body: str, marks: Sequence[Mark], opening: int) -> int | None:
    """Return the index of the mark that closes the British one at `opening`.

    ’ is an apostrophe as well, so a mark behind punctuation is taken before one that may be a plural's ("workers’
    rights"), and marks inside a double pair are passed over.
    """
    fallback: int | None = None
    inside_double = False
    for index in range(opening + 1, min(len(marks), opening + _FURTHEST)):
        mark = marks[index]
        if mark.kind == "double":
            inside_double = mark.opens and not (inside_double and mark.closes)
        elif mark.kind == "single" and mark.closes and not inside_double:
            if body[mark.start - 1] != "s" or body[mark.end : mark.end + 1] in _SENTENCE_PUNCTUATION:
                return index
            if fallback is None or _POSSESSED.fullmatch(body, marks[fallback].end, mark.start):
                fallback = index
        elif mark.kind == "single" and mark.opens and not inside_double:
            break
    return fallback
