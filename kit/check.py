"""What in the articles needs a person's eye."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Finding(NamedTuple):
    """A problem, with the file and the line that it is in (None where it is the whole file)."""

    file: str
    line: int | None
    kind: str
    message: str


def find_problems(db: sqlite3.Connection) -> list[Finding]:
    """The problems that were met when the articles were read, in order of file and line."""
    sql = "select path, line, kind, message from problems join articles on articles.id = article_id order by path, line"
    return [Finding._make(row) for row in db.execute(sql)]
