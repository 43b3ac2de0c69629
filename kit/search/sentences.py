"""Which sentences have the words of a query, by the same rules by which articles have them.

The full-text index knows articles only. It names those that can hold such a sentence; their sentences are put into an
index of the same kind in memory, which is asked the same query.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import NamedTuple

from kit.index.schema import FTS_COLUMNS, TOKENIZE
from kit.search.checks import passes
from kit.search.filters import MATCHING, Conditions
from kit.search.query import Query
from kit.search.query.fts5 import TEXT_COLUMNS
from kit.search.query.tree import FIELDS
from kit.text.cjk import grams

# A plain word has to stand in the sentence: the title of its article does not count.
_SENTENCE_COLUMNS = "{body cjk}"


class Sentence(NamedTuple):
    """A sentence and what `title:`, `author:`, `source:` and `tag:` are asked of."""

    text: str
    title: str
    authors: str
    source: str
    tags: str


def articles_to_look_in(query: Query) -> Conditions:
    """The conditions for the articles that can have a sentence that matches."""
    if not query.all:
        return Conditions()
    # A word that the sentence must not have may well stand elsewhere in its article.
    expression = query.all if " NOT " not in query.all else None if query.prefixes else query.marks
    if not expression:
        return Conditions()
    return Conditions((MATCHING,), (expression,))


def find_matching(query: Query, sentences: Sequence[Sentence]) -> set[int]:
    """The positions, from 0, of the sentences that have everything a query asks for."""
    columns = ", ".join(FTS_COLUMNS)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        # Only the index is wanted, the sentences are here.
        db.execute(f"create virtual table sentences using fts5({columns}, tokenize='{TOKENIZE}', content='')")
        db.execute("begin")
        insert = f"insert into sentences(rowid, {columns}) values (?, ?, ?, ?, ?, ?, ?)"
        db.executemany(insert, (_row(i, sentence, _has_field(query)) for i, sentence in enumerate(sentences)))
        found = _matching(db, query.all) if query.all else set(range(len(sentences)))
        if query.without:
            found -= _matching(db, query.without)
    return {i for i in found if all(passes(check, sentences[i].title, sentences[i].text) for check in query.checks)}


def _row(position: int, sentence: Sentence, with_fields: bool) -> tuple[int | str, ...]:
    text, title, authors, source, tags = sentence
    fields = (title, text, grams(text), authors, source, tags) if with_fields else ("", text, grams(text), "", "", "")
    return position, *fields


def _has_field(query: Query) -> bool:
    """Whether something is asked of an article's particulars (or may be: the words may look so)."""
    asked = f"{query.all} {query.without}".replace(TEXT_COLUMNS, "")
    return any(f"{field} :" in asked for field in FIELDS.values())


def _matching(db: sqlite3.Connection, expression: str) -> set[int]:
    expression = expression.replace(TEXT_COLUMNS, _SENTENCE_COLUMNS)
    return {row[0] for row in db.execute("select rowid from sentences where sentences match ?", (expression,))}
