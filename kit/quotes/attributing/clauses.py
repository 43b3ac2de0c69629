"""Clauses: where one begins or ends around a reporting word and a quoted stretch."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.narrative import ADVERB, AUXILIARY, QUOTE_WORD, QUOTED, VERB
from kit.quotes.parsing.reading import Reading

VOICED = cues.SAYING | cues.TELLING | {"express"}
ATTRIBUTING = VOICED | {"call", "describe"}  # whose subject's words follow, even where another one reports that
_JOINING = frozenset(["although", "and", "but", "though", "whereas", "while", "yet"])


def closes_sentence(reading: Reading, frame: Frame) -> bool:
    """Does "…, Kim said." end the sentence, so that all of it is reported?"""
    first, last = reading.story.sentence_tokens[reading.story.sentence_of[frame.cue]]
    return (
        frame.relation in ("subject", "inverted", "according")
        and frame.first > first
        and reading.story.lower[frame.first - 1] in (",", QUOTE_WORD)
        and last - frame.last <= 4
        and not reading.has_quote(frame.last, last)
    )


def begins_clause_of(reading: Reading, frame: Frame, outer: Frame) -> bool:
    """Is a frame what an outer one reports: "Kim said that Lund told", "Kim said Lund had called it"?"""
    between = reading.story.lower[outer.last : frame.first]
    return "that" in between or (not between and outer.lemma in VOICED)


def clause_begins(reading: Reading, first: int, last: int) -> bool:
    """Does a clause with a subject of its own begin among these tokens: ", while Kim", "“…” but Kim"?"""
    lower, flags = reading.story.lower, reading.story.flags
    return any(
        lower[token] == ";"
        or (
            lower[token] in _JOINING
            and bool(lower[token - 1] == "," or flags[token - 1] & QUOTED)
            and not flags[token + 1] & (QUOTED | VERB | AUXILIARY | ADVERB)
        )
        for token in range(max(first, 1), min(last, len(lower) - 1))
    )


def clause_joined(reading: Reading, first: int, last: int) -> bool:
    """Does another clause begin between two tokens: and had made, but would not?"""
    lower, flags = reading.story.lower, reading.story.flags
    return any(lower[token] in ("and", "but") and flags[token + 1] & AUXILIARY for token in range(first, last - 1))
