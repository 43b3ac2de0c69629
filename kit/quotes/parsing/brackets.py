"""Brackets behind a name or a noun: "Ana Lund (Labour) said", "the press officer (north) said"."""

from __future__ import annotations

from kit.quotes.parsing.narrative import QUOTED, Narrative

LONGEST_BRACKET = 12  # tokens


def closing_bracket(story: Narrative, opening: int, last: int) -> int | None:
    """Return the bracket that closes the one at `opening`, if that is one and a few words stand in it."""
    if opening >= last or story.lower[opening] != "(":
        return None
    brackets = range(opening + 1, min(opening + LONGEST_BRACKET, last))
    return next((token for token in brackets if story.lower[token] == ")"), None)


def opening_bracket(story: Narrative, closing: int, first: int) -> int | None:
    """Return the bracket that the one at `closing` closes, a few words and no quotation between them."""
    for token in range(closing - 1, max(first, closing - LONGEST_BRACKET) - 1, -1):
        if story.lower[token] == "(":
            return token
        if story.flags[token] & QUOTED:
            return None
    return None
