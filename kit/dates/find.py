"""Finding dated expressions: a trigger, the words that lead up to it, the form around it. Nothing is resolved here."""

from __future__ import annotations

import re

from kit.dates.mentions import Mention
from kit.dates.names import NUMBER_WORDS
from kit.dates.patterns import DAY, FORMS
from kit.dates.readings import READINGS
from kit.dates.triggers import TRIGGER, kind_of
from kit.dates.unit_readings import read_unit
from kit.dates.words import WORDS
from kit.text.span import Span

Match = re.Match[str]

_READINGS = READINGS | {"unit": read_unit}
# Words that may stand before a trigger in one expression ("at the end of the first half"), and those that may begin it.
_BEGINNINGS = WORDS["beginnings"] | frozenset(NUMBER_WORDS)
_LEADS = _BEGINNINGS | WORDS["inside"]
_WORD = re.compile(r"[^\s(\[{\"“”‘*_|–—-]+(?:-[A-Za-z]+)*[-–—]?")
_DAYS_WORD = re.compile(rf"{DAY}(?:[-–—/]{DAY})?,?\Z|{DAY}?[-–—/]\Z|\d{{1,3}}\Z")
_LEAD_WINDOW = 42  # characters
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r")


def find_mentions(text: str, *, numbers_only: bool = False) -> list[Mention]:
    """Return the dated expressions of a text in order, none overlapping; with `numbers_only` just 2024-11-27.

    `text` must have its links, addresses and code blanked out.
    """
    found: list[Mention] = []
    block = Span(0, 0)  # from the end of the last expression to the next blank line
    for trigger in TRIGGER.finditer(text):
        start = trigger.start()
        if start >= block.end:
            blank = _BLANK_LINE.search(text, start)
            block = Span(block.end, blank.start() if blank else len(text))
        if start < block.start:
            continue
        kind = kind_of(trigger[0])
        if numbers_only and kind != "numeric":
            continue
        mentions = _read(text, trigger, block, kind)
        if numbers_only:
            mentions = [mention for mention in mentions if mention.shape == "day"]
        if mentions:
            found.extend(mentions)
            block = Span(mentions[-1].end, block.end)
    return found


def _read(text: str, trigger: Match, block: Span, kind: str) -> list[Mention]:
    """Return what the expression around a trigger names: usually one date, two or more for a range or list."""
    for form in (kind, "year") if kind == "numeric" else (kind,):  # 2024-11-27, but also 1939-45
        match = _expression_at(text, trigger, block, form)
        mentions = _READINGS[form](match, text) if match else []
        if match and mentions:
            return [] if _is_in_path(text, match.start(), match.end()) else mentions
    return []


def _expression_at(text: str, trigger: Match, block: Span, kind: str) -> Match | None:
    """Return the match of a form that covers the trigger and begins as far left in the block as it can."""
    form = FORMS[kind]
    for start in _possible_starts(text, trigger.start(), block.start):
        match = form.match(text, start, block.end)
        if match and match.end() > trigger.start():
            return match
    return None


def _possible_starts(text: str, trigger_start: int, floor: int) -> list[int]:
    """Return where an expression around this trigger may begin, leftmost first."""
    starts = [trigger_start]
    left = max(floor, trigger_start - _LEAD_WINDOW)
    if left > floor and text[left - 1].isalnum():  # do not begin within a word
        left = text.find(" ", left, trigger_start)
        if left < 0:
            return starts
    reached = trigger_start
    for word in reversed(list(_WORD.finditer(text, left, trigger_start))):
        begin, end = word.span()
        if end < reached and not text[end:reached].isspace():
            break
        written = word[0].lower()
        if written in _LEADS:
            if written in _BEGINNINGS:
                starts.append(begin)
        elif written.partition("-")[0] in _BEGINNINGS or _DAYS_WORD.match(written):  # twenty-one, mid-; 6-7, 18
            starts.append(begin)
        else:
            break
        reached = begin
    starts.reverse()
    return starts


# Characters at an expression's edge that make a look at the whole word around it worth while.
_PATH_EDGES = frozenset("/\\_@=?&.")
_PATH = re.compile(r"[/\\].*[/\\]|\\|_|www\.|@")
_PATH_WINDOW = 80


def _is_in_path(text: str, start: int, end: int) -> bool:
    """Does an expression belong to a path, a file name or a bare address (/srv/2021/05, notes_2020.txt)?"""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before not in _PATH_EDGES and after not in _PATH_EDGES:
        return False
    left = text[max(0, start - _PATH_WINDOW) : start]
    right = text[end : end + _PATH_WINDOW]
    word = ("" if left[-1:].isspace() else left.split()[-1] if left else "") + (
        "" if not right or right[0].isspace() else right.split()[0]
    )
    return _PATH.search(word) is not None
