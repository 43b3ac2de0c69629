"""The tables of kit.db: made here, opened here, read and written elsewhere.

articles         one row a file: what it says of itself, and its text; `id` keeps its value while the file is changed
articles_fts     FTS5 over them (external content). `cjk` holds pairs of characters, see cjk.py; nobody sees it
authors, tags    with article_authors and article_tags between them and the articles
problems         what in an article needs a person's eye
about            which kit made this file

Filters, counts and sorting go by the index `articles_facts`, which covers them: with 2 kB of text an article, reading
the rows themselves takes ten to sixty times as long (tests/benchmarks/).

There is no unique index on `path`: Datasette would show paths in place of titles wherever an article is referred to.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from kit import __version__

if TYPE_CHECKING:
    from sqlite_utils import Database

# Goes up with every change to what is stored: a kit.db of another version is made anew.
SCHEMA_VERSION = 1
VERSION = f"kit {__version__}, schema {SCHEMA_VERSION}"

TABLES = {"articles", "articles_fts", "authors", "article_authors", "tags", "article_tags", "problems", "about"}
FTS_COLUMNS = ("title", "body", "cjk", "authors", "source", "tags")
TOKENIZE = "porter unicode61 remove_diacritics 2"


def create_tables(db: Database) -> None:
    """Makes the tables in an empty database."""
    articles = db.table("articles").create(
        {
            "id": int,
            "title": str,
            "published": str,
            "source": str,
            "authors": str,
            "tags": str,
            "language": str,
            "url": str,
            "description": str,
            "modified": str,
            "saved": str,
            "path": str,
            "digest": str,
            "body_start": int,
            "body_line": int,
            "body": str,
            "cjk": str,
        },
        pk="id",
        not_null={"title", "path", "digest", "body_start", "body_line", "body", "cjk"},
    )
    articles.create_index(["path", "digest"], index_name="articles_path")
    articles.create_index(["source"], index_name="articles_source")
    articles.create_index(["id", "published", "source", "language", "path"], index_name="articles_facts")
    articles.enable_fts(FTS_COLUMNS, tokenize=TOKENIZE, create_triggers=True)
    for one, many in (("author", "authors"), ("tag", "tags")):
        db.table(many).create({"id": int, "name": str, "folded": str}, pk="id", not_null={"name", "folded"})
        db.table(many).create_index(["name"], unique=True)
        db.table(f"article_{many}").create(
            {"article_id": int, f"{one}_id": int},
            pk=("article_id", f"{one}_id"),
            foreign_keys=[("article_id", "articles", "id"), (f"{one}_id", many, "id")],
        ).create_index([f"{one}_id", "article_id"])
    db.table("problems").create(
        {"id": int, "article_id": int, "kind": str, "line": int, "message": str},
        pk="id",
        not_null={"article_id", "kind", "message"},
        foreign_keys=[("article_id", "articles", "id")],
    ).create_index(["article_id"])
    db.table("about").insert({"name": "version", "value": VERSION}, pk="name")


def is_current(db: sqlite3.Connection) -> bool:
    """Whether a database was made by this version of kit, and has all its tables."""
    tables = {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}
    return tables >= TABLES and version_of(db) == VERSION


def version_of(db: sqlite3.Connection) -> str | None:
    """The version of kit that made a database, or None if it was not kit."""
    try:
        row = db.execute("select value from about where name = 'version'").fetchone()
    except sqlite3.OperationalError:  # no such table, or another one of this name
        return None
    return row[0] if row and str(row[0]).startswith("kit ") else None


def open_for_reading(database: Path) -> sqlite3.Connection:
    """A read-only connection, also in a folder where nothing can be written.

    Raises sqlite3.OperationalError if there is no such file.
    """
    uri = f"file:{quote(str(database).encode('utf-8', 'surrogateescape'))}?mode=ro"
    db = sqlite3.connect(uri, uri=True, timeout=30, isolation_level=None)
    try:
        db.execute("select 1 from sqlite_master")
    except sqlite3.OperationalError:
        # Some tool may have switched kit.db to write-ahead logging, which cannot be read without writing beside it.
        db.close()
        if not database.exists():
            raise
        db = sqlite3.connect(f"{uri}&immutable=1", uri=True, isolation_level=None)
        db.execute("select 1 from sqlite_master")
    return db
