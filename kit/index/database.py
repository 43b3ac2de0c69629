"""kit.db opened for writing: made where it is missing, set aside where it is damaged, changed in transactions.

The journal is SQLite's rollback journal, not a write-ahead log: kit.db must be readable where nothing can be written
beside it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from kit.errors import KitError
from kit.index.schema import create_tables, is_current, version_of

# Every SQLite takes at least so many values in one statement.
MOST_VARIABLES = 999


def open_for_writing(database: Path, say: Callable[[str], None]) -> Database:
    """Opens kit.db with this version's tables in it, making it where it is not, or is of another version."""
    try:
        db = _connect(database)
        if is_current(db.conn):
            # Some tool may have switched it to write-ahead logging, which a read-only folder has no room for.
            db.execute("pragma journal_mode = delete")
            return db
        if db.table_names():
            ours = version_of(db.conn)
            db.close()
            if ours:
                database.unlink()
            else:
                set_aside(database, "not made by kit", say)
            db = _connect(database)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        set_aside(database, str(error), say)
        db = _connect(database)
    with transaction(db):
        if not is_current(db.conn):  # another kit may have been quicker
            create_tables(db)
    return db


def _connect(database: Path) -> Database:
    connection = sqlite3.connect(database, isolation_level=None, timeout=60)
    # Readers are shut out only while a batch is committed, not from the moment the page cache is full.
    connection.execute("pragma cache_spill = off")
    return Database(connection, execute_plugins=False)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """What is written inside is written whole or not at all."""
    db.execute("begin immediate")
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()


def marks(values: Sequence[object]) -> str:
    """Question marks for that many values in an SQL list."""
    return ",".join("?" * len(values))


def find_damage(database: Path) -> str | None:
    """What is wrong with kit.db, in SQLite's words, or None if it is whole; reads all of it, changes nothing.

    Raises KitError where it cannot be looked at, because another program holds it.
    """
    try:
        with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as db:
            for (line,) in db.execute("pragma integrity_check(1)"):
                if line != "ok":
                    return str(line)
            if os.access(database, os.W_OK) and is_current(db):
                # The full-text index is compared with the text that it was made from: a statement that only looks.
                db.execute("begin immediate")
                try:
                    db.execute("insert into articles_fts(articles_fts, rank) values ('integrity-check', 1)")
                finally:
                    db.execute("rollback")
    except sqlite3.OperationalError as error:
        raise KitError(f"{database}: cannot be looked at now ({error})") from error
    except sqlite3.DatabaseError as error:
        return str(error)
    return None


def set_aside(database: Path, why: str, say: Callable[[str], None]) -> None:
    """Renames a damaged kit.db, with what lies beside it, so that a new one can be made and nothing is lost."""
    number, kept = 1, f"{database.name}.damaged"
    while database.with_name(kept).exists():
        number += 1
        kept = f"{database.name}.damaged-{number}"
    for part in ("-journal", "-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            os.replace(database.with_name(database.name + part), database.with_name(kept + part))
    say(f"{database.name} is damaged ({why}); kept as {kept}, and made anew from the articles")
