"""One frame: a reporting word and the mention that is its source."""

from __future__ import annotations

from dataclasses import dataclass

from kit.quotes.parsing.mention import Mention


@dataclass(slots=True, eq=False)
class Frame:
    """A reporting word at token `cue` with its source; `first:last` are the tokens from one to the other."""

    cue: int
    lemma: str
    shape: str
    relation: str
    source: Mention
    first: int
    last: int
    passive: bool = False
