"""The nearest words that the articles do contain, for a search that found nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from difflib import get_close_matches

from kit.text.names import fold

# How alike two words must be, as difflib measures it: twice the letters in common by the letters of both.
ALIKE = 0.75
ENOUGH = 3


def nearest_words(db: sqlite3.Connection, words: Sequence[str]) -> dict[str, list[str]]:
    """For each of the words that no article has, up to three that some article has, the most alike first."""
    db.execute("create virtual table if not exists temp.vocabulary using fts5vocab(main, articles_fts, row)")
    found = {}
    for word in dict.fromkeys(w for text in words for w in fold(text).split()):
        if _occurs(db, word):
            continue
        # Nobody mistypes the first letter, nearly; and it makes the look-up a small part of the vocabulary.
        rows = db.execute(
            "select term from vocabulary where term >= ? and term < ? and length(term) between ? and ?",
            (word[0], word[0] + "\U0010ffff", len(word) - 3, len(word) + 2),
        )
        stems = get_close_matches(word, [row[0] for row in rows], n=ENOUGH, cutoff=ALIKE)
        forms = dict.fromkeys(form for stem in stems if (form := _as_written(db, stem)))
        if forms:
            found[word] = list(forms)
    return found


def _occurs(db: sqlite3.Connection, word: str) -> bool:
    row = db.execute("select 1 from articles_fts where articles_fts match ? limit 1", (f'"{word}"',)).fetchone()
    return row is not None


def _as_written(db: sqlite3.Connection, stem: str) -> str | None:
    """A word as some article writes it, for the stem that the index holds of it."""
    sql = """select snippet(articles_fts, -1, char(57344), char(57345), '', 1)
        from articles_fts join articles on articles.id = articles_fts.rowid
        where articles_fts match ? order by path limit 1"""
    row = db.execute(sql, (f'{{title body}} : "{stem}"',)).fetchone()
    if not row or "\ue000" not in row[0]:
        return None
    return str(row[0].partition("\ue000")[2].partition("\ue001")[0]).casefold()
