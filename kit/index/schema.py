"""The tables of kit.db: made here, opened here, read and written elsewhere.

articles         one row a file: what it says of itself, and its text; `id` keeps its value while the file is changed
articles_fts     FTS5 over them (external content). `cjk` holds pairs of characters, see kit/text/cjk.py; nobody sees it
authors, tags    with article_authors and article_tags between them and the articles
problems         what in an article needs a person's eye, and what to do
extracted        which articles the following have been made from; they come later than the text
quotes           what was said, with quotes_fts over them; start and end count characters of the file
speakers         people and organisations across articles; `folded` has all the names of each, in small letters
mentions         as whom an article knows a speaker: a name or a description, and a role; `inferred` where only a part
                 of the name stands there. A description ("an official") is nobody across articles: no speaker
                 (`surname`, of an organisation its whole name, and `beginning`, its first two words or its acronym,
                 are what names that may be one speaker's share)
unsettled        which of those have bearers that have to be told apart anew (speakers/); empty when that is done
dates            expressions that name a day, a month, a year ...
sketches         what tells versions of one story from other texts (versions.py), with sketch_keys to find them by
                 (of copies of one text the first article has the keys, the others one of their own) and
                 common_keys that too many articles have to tell anything
versions         which articles are versions of which others, both ways, and how much of the shorter one is in the
                 other; copies are versions of the first article with their text
about            which kit, and which extractors, made this file

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
SCHEMA_VERSION = 3
# Goes up with every change to what is found in a text: it is looked for again in all articles.
EXTRACTORS = "quotes 9, dates 2"
VERSION = f"kit {__version__}, schema {SCHEMA_VERSION}"

TABLES = frozenset(
    """about articles articles_fts article_authors article_tags authors common_keys dates extracted mentions problems
    quotes quotes_fts sketch_keys sketches speakers tags unsettled versions""".split()  # noqa: SIM905
)
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
        {"id": int, "article_id": int, "kind": str, "line": int, "message": str, "fix": str},
        pk="id",
        not_null={"article_id", "kind", "message", "fix"},
        foreign_keys=[("article_id", "articles", "id")],
    ).create_index(["article_id"])
    create_tables_of_finds(db)
    create_tables_of_versions(db)
    db.table("about").insert({"name": "version", "value": VERSION}, pk="name")


def create_tables_of_finds(db: Database) -> None:
    """Makes the tables for what is found in the articles' text."""
    article = ("article_id", "articles", "id")
    speaker = ("speaker_id", "speakers", "id")
    db.table("extracted").create({"article_id": int}, pk="article_id", foreign_keys=[article])
    columns = {"id": int, "name": str, "aliases": str, "kind": str, "folded": str}
    speakers = db.table("speakers").create(columns, pk="id", not_null={"name", "kind", "folded"})
    speakers.create_index(["name"])
    mentions = db.table("mentions").create(
        {
            "id": int,
            "article_id": int,
            "speaker_id": int,
            "name": str,
            "role": str,
            "kind": str,
            "inferred": int,
            "surname": str,
            "beginning": str,
        },
        pk="id",
        not_null={"article_id", "name", "kind", "inferred"},
        foreign_keys=[article, speaker],
    )
    mentions.create_index(["article_id", "name"])
    mentions.create_index(["speaker_id", "article_id"])
    mentions.create_index(["surname"])
    mentions.create_index(["beginning"])
    db.table("unsettled").create({"handle": str}, pk="handle")
    quotes = db.table("quotes").create(
        {
            "id": int,
            "article_id": int,
            "speaker_id": int,
            "mention_id": int,
            "quote": str,
            "kind": str,
            "said": str,
            "line": int,
            "start": int,
            "end": int,
            "speaker_mention": str,
            "speaker_start": int,
            "speaker_end": int,
            "role": str,
            "cue": str,
            "utterance": int,
            "context_start": int,
            "context_end": int,
            "decided": int,
            "cjk": str,
        },
        pk="id",
        not_null={"article_id", "quote", "kind", "line", "start", "end", "utterance", "decided", "cjk"},
        foreign_keys=[article, speaker, ("mention_id", "mentions", "id")],
    )
    quotes.create_index(["article_id", "start"])
    quotes.create_index(["speaker_id", "article_id"])
    quotes.create_index(["id", "article_id", "speaker_id", "kind", "said"], index_name="quotes_facts")
    quotes.enable_fts(["quote", "cjk"], tokenize=TOKENIZE, create_triggers=True)
    db.execute("create index quotes_decided on quotes (id) where decided")
    # Who said something changes often, what was said never: only that is to be indexed again.
    sql = db.execute("select sql from sqlite_master where name = 'quotes_au'").fetchone()[0]
    db.execute("drop trigger quotes_au")
    db.execute(sql.replace("AFTER UPDATE ON", "AFTER UPDATE OF quote, cjk ON"))
    dates = db.table("dates").create(
        {
            "id": int,
            "article_id": int,
            "expression": str,
            "first": str,
            "last": str,
            "precision": str,
            "future": int,
            "reason": str,
            "line": int,
            "start": int,
            "end": int,
            "sentence_start": int,
            "sentence_end": int,
        },
        pk="id",
        not_null={"article_id", "expression", "precision", "line", "start", "end", "sentence_start", "sentence_end"},
        foreign_keys=[article],
    )
    dates.create_index(["article_id", "start"])
    dates.create_index(["first", "last", "article_id"])


def create_tables_of_versions(db: Database) -> None:
    """Makes the tables for what tells which articles are versions of one story."""
    article = ("article_id", "articles", "id")
    columns = {"article_id": int, "size": int, "hashes": bytes}
    db.table("sketches").create(columns, pk="article_id", not_null={"size", "hashes"}, foreign_keys=[article])
    # Without rowids the keys are their own index: half the room.
    db.execute(
        """create table sketch_keys (key integer not null, article_id integer not null references articles(id),
        primary key (key, article_id)) without rowid"""
    )
    db.table("common_keys").create({"key": int}, pk="key")
    db.table("versions").create(
        {"article_id": int, "other_id": int, "alike": float},
        pk=("article_id", "other_id"),
        not_null={"alike"},
        foreign_keys=[article, ("other_id", "articles", "id")],
    ).create_index(["other_id"])


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


def extractors_of(db: sqlite3.Connection) -> str | None:
    """The version of the extractors that worked on the articles, or None if none did yet."""
    row = db.execute("select value from about where name = 'extractors'").fetchone()
    return row[0] if row else None


def decisions_of(db: sqlite3.Connection) -> str:
    """The fingerprint of the speakers.toml that was followed when speakers were settled; empty if there was none."""
    row = db.execute("select value from about where name = 'decisions'").fetchone()
    return row[0] if row else ""


def is_extracted(db: sqlite3.Connection) -> bool:
    """Whether quotations, speakers and dates of all articles are there, found by these extractors."""
    sql = "select (select count(*) from articles), (select count(*) from extracted), exists (select 1 from unsettled)"
    articles, extracted, unsettled = db.execute(sql).fetchone()
    return bool(articles == extracted and not unsettled and extractors_of(db) == EXTRACTORS)


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
