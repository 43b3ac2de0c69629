"""Lines of a file: they end at LF, CRLF or a lone CR and at nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_LINE_END = re.compile(r"\r\n|\r|\n")


def line_of(body: str, body_line: int, at: int) -> int:
    """The line of the file in which a character of the body stands; `body_line` is the one where the body begins."""
    return body_line + sum(1 for _ in _LINE_END.finditer(body, 0, at))


def line_finder(body: str, body_line: int) -> Callable[[int], int]:
    """A function that is `line_of` for this body, and quick however often it is asked."""
    starts = [match.end() for match in _LINE_END.finditer(body)]
    return lambda at: body_line + bisect_right(starts, at)
