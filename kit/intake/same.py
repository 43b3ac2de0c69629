"""Is the same article, or another version of it, there already? Texts are compared by their words alone."""

from __future__ import annotations

import re
import sqlite3

from kit.answers.versions import Sketch, are_versions, kin_of, sketch_of
from kit.digest import digest
from kit.text.names import fold
from kit.text.structure import unmarked

_PHRASE = 120  # characters of a text by which the index is asked for articles that may be the same
_ENOUGH = 4  # words


class KnownTexts:
    """The texts in the index and those added since; tells which file has a text."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._added: dict[str, str] = {}
        self._sketches: dict[str, Sketch] = {}

    def file_with(self, body: str) -> str | None:
        """The label of the article with the same words in the same order; None if there is none."""
        wanted = fingerprint(body)
        if wanted in self._added:
            return self._added[wanted]
        return next((path for path, other in self._candidates(body) if fingerprint(other) == wanted), None)

    def kin(self, body: str) -> list[str]:
        """The labels of the other versions of the story, those added since first."""
        sketch = sketch_of(body)
        since = [label for label, other in self._sketches.items() if are_versions(sketch, other)]
        return since + [path for path in kin_of(self._db, body) if path not in since]

    def add(self, body: str, label: str) -> None:
        """Notes that an article has been added."""
        self._added[fingerprint(body)] = label
        self._sketches[label] = sketch_of(body)

    def _candidates(self, body: str) -> sqlite3.Cursor:
        """The articles that may have the text: those with a phrase of it, as far as one can be asked for."""
        phrase = _phrase_of(body)
        if phrase is None:
            return self._db.execute("select path, body from articles")
        sql = """select path, articles.body from articles_fts join articles on articles.id = articles_fts.rowid
            where articles_fts match ?"""
        return self._db.execute(sql, (f'body : "{phrase}"',))


def fingerprint(body: str) -> str:
    """The same for two texts with the same words: case, punctuation, markup and white space do not count."""
    return digest(fold(unmarked(body)).encode())


def _phrase_of(body: str) -> str | None:
    """The beginning of the longest line, whole words of plain letters; None where there is no such phrase."""
    longest = max(body.split("\n"), key=len, default="")
    words = re.findall(r"[a-z0-9]+", longest[:_PHRASE].lower())[:-1]
    plain = longest.isascii() or not re.search(r"[^\W\d_a-zA-Z]", longest[:_PHRASE])
    return " ".join(words) if plain and len(words) >= _ENOUGH and not re.search(r"[\[<*_`]", longest) else None
