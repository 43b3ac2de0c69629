"""Which sentences have the words of a query, by the same rules by which articles have them.

The full-text index knows articles only. It names those that can hold such a sentence; their sentences are put into an
index of the same kind in memory, which is asked the same query.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import NamedTuple

from kit.cjk import grams
from kit.filters import Conditions
from kit.query import Query
from kit.query.fts5 import TEXT_COLUMNS
from kit.schema import FTS_COLUMNS, TOKENIZE
from kit.search import passes

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
    return Conditions(("articles.id in (select rowid from articles_fts where articles_fts match ?)",), (expression,))


def find_matching(query: Query, sentences: Iterable[Sentence]) -> set[int]:
    """The positions, from 0, of the sentences that have everything a query asks for."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute(f"create virtual table sentences using fts5({', '.join(FTS_COLUMNS)}, tokenize='{TOKENIZE}')")
        db.execute("begin")
        db.executemany(
            "insert into sentences(rowid, title, body, cjk, authors, source, tags) values (?,?,?,?,?,?,?)",
            ((i, s.title, s.text, grams(s.text), s.authors, s.source, s.tags) for i, s in enumerate(sentences)),
        )
        found = _rows(db, query.all)
        if query.without:
            found -= _rows(db, query.without)
        if query.checks:
            texts = {i: (title, text) for i, title, text in db.execute("select rowid, title, body from sentences")}
            found = {i for i in found if all(passes(check, *texts[i]) for check in query.checks)}
    return found


def _rows(db: sqlite3.Connection, expression: str | None) -> set[int]:
    if not expression:
        return {row[0] for row in db.execute("select rowid from sentences")}
    expression = expression.replace(TEXT_COLUMNS, _SENTENCE_COLUMNS)
    return {row[0] for row in db.execute("select rowid from sentences where sentences match ?", (expression,))}
