"""Lines of a file: they end at LF, CRLF or a lone CR and at nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_LINE_END = re.compile(r"\r\n|\r|\n")


def line_of(text: str, first_line: int, at: int) -> int:
    """The line of the file in which a character of the text stands; `first_line` is the one where the text begins."""
    before = text[:at]
    ends = before.count("\n")
    if "\r" in before:
        ends += before.count("\r") - before.count("\r\n")
        ends -= before.endswith("\r") and text.startswith("\n", at)  # in the middle of a CRLF
    return first_line + ends


def line_finder(text: str, first_line: int) -> Callable[[int], int]:
    """A function that is `line_of` for this text, and quick however often it is asked."""
    starts = [match.end() for match in _LINE_END.finditer(text)]
    return lambda at: first_line + bisect_right(starts, at)
