"""A stretch of text. (Not in models.py, which search would have to load for it.)"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, `text[start:end]`, in characters (Unicode code points)."""

    start: int
    end: int


# Makes one of a pair, in a fraction of the time, where they are made by the thousand: no function in Python is called.
as_span: partial[Span] = partial(tuple.__new__, Span)


def divided(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The text cut where spans, which are in order, begin and end; each piece with whether it is one of them."""
    behind = 0
    for start, end in spans:
        yield text[behind:start], False
        yield text[start:end], True
        behind = end
    yield text[behind:], False
