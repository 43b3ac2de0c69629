"""Which quotation a person means who names a line to decide about; reads kit.db with sqlite3 alone."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from kit.errors import BadQuery
from kit.speakers.decision_fit import quotes_beginning
from kit.text.lines import line_of
from kit.text.names import fold

# A quotation is named by so many of its words, and by more where those do not tell it from others.
FEWEST_WORDS = 4


class MeantQuote(NamedTuple):
    """A quotation: its file, its words, the line in which it begins, and the number of its statement."""

    id: int
    file: str
    words: str
    line: int
    utterance: int


def meant_quotes(db: sqlite3.Connection, file: str, line: int, starts: str | None) -> list[MeantQuote]:
    """The quotation in this line that is meant, or the pieces of the one statement; raises BadQuery otherwise."""
    sql = """select quotes.id, path, quote, line, utterance from quotes join articles on articles.id = article_id
        where path = ? order by start"""
    all_of_file = [MeantQuote._make(row) for row in db.execute(sql, (file,))]
    here = [quote for quote in all_of_file if quote.line <= line <= line_of(quote.words, quote.line, len(quote.words))]
    if not here:
        lines = ", ".join(map(str, sorted({quote.line for quote in all_of_file}))) or "no line"
        raise BadQuery(f"{file}:{line}: no quotation there; there are some in {lines}")
    fitting = [q for q in here if starts is None or f"{fold(q.words)} ".startswith(f"{fold(starts)} ")]
    if len(fitting) == 1 or (fitting and starts is None and len({quote.utterance for quote in fitting}) == 1):
        return fitting
    listed = "; ".join(f"“{' '.join(quote.words.split()[:8])} …”" for quote in fitting or here)
    if not fitting:
        raise BadQuery(f"{file}:{line}: none begins with {starts!r}; there is {listed}")
    raise BadQuery(f"{file}:{line}: which one? Say --starts with the first words of {listed}")


def beginning_of(db: sqlite3.Connection, quote: MeantQuote) -> str:
    """As many of a quotation's first words as tell it from the others in its file, if any do."""
    words = quote.words.split()
    for number in range(FEWEST_WORDS, len(words)):
        if quotes_beginning(db, quote.file, " ".join(words[:number])) == [quote.id]:
            return " ".join(words[:number])
    return " ".join(words)
