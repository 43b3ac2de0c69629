"""What kit remembers of the files' sizes and times, outside the workspace; may be deleted at any time.

It is only believed for the very kit.db that it was written for, so a kit.db that was deleted, or brought by a
checkout, makes kit look at the contents of the files again. A file that was written to in the two seconds before it was
looked at is not remembered: a second change within the resolution of the file system's clock would go unnoticed (git
calls this racy).

The cache is a small SQLite database also because that gives a lock which every system has and which ends with the
process: who brings an index up to date holds a write transaction on it.
"""

from __future__ import annotations

import marshal
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kit.digest import digest
from kit.index.files import Listing, State, state_of
from kit.workspace import Workspace

RACY_NS = 2_000_000_000
UNSURE: State = (-1, -1, -1)
# Looking up so many takes as long as reading all of a hundred thousand.
MANY = 10_000

TABLES = """
create table if not exists facts (name text primary key, value text);
create table if not exists folders (path text primary key, mtime_ns integer) without rowid;
create table if not exists files (
    path text primary key, size integer, mtime_ns integer, ctime_ns integer
) without rowid;
"""


class Cache:
    """The remembered state of one workspace's files."""

    def __init__(self, workspace: Workspace) -> None:
        """Opens the cache; where no file can be written it is kept in memory, and then knows nothing yet."""
        file = workspace.cache / "files.db"
        try:
            if not workspace.cache.is_absolute():
                raise OSError("no home folder")
            os.makedirs(workspace.cache, exist_ok=True)
            self.is_kept = os.access(workspace.cache, os.W_OK) and (not file.exists() or os.access(file, os.W_OK))
            self._db = _connect(file if self.is_kept else ":memory:")
        except (OSError, sqlite3.Error):
            self.is_kept = False
            self._db = _connect(":memory:")

    def close(self) -> None:
        """Closes the cache, and so gives up the lock if it is held."""
        self._db.close()

    @contextmanager
    def lock(self, *, seconds: float = 86_400) -> Iterator[bool]:
        """Holds the lock for writing the index, waiting for it at most so long, and gives whether it was to be had."""
        try:
            self._db.execute(f"pragma busy_timeout = {int(seconds * 1000)}")
            self._db.execute("begin immediate")
        except sqlite3.OperationalError:
            yield False
            return
        # Who reads the cache at the moment of the commit is waited for.
        self._db.execute("pragma busy_timeout = 60000")
        try:
            yield True
        except BaseException:
            self._db.rollback()
            raise
        else:
            self._db.commit()

    def describes(self, database: Path) -> bool:
        """Whether what is remembered was written for this kit.db as it is now."""
        return bool(self._fact("database")) and self._fact("database") == _identity(database)

    def count(self) -> int:
        """The number of article files at the last look."""
        return int(self._fact("files") or 0)

    def folders(self) -> dict[str, int]:
        """The folders and their modification times at the last look."""
        return dict(self._db.execute("select path, mtime_ns from folders"))

    def files(self, paths: Collection[str] | None = None) -> dict[str, State]:
        """The files and their states when they were last indexed; `paths` asks for just these, or more."""
        sql = "select path, size, mtime_ns, ctime_ns from files"
        if paths is None or len(paths) > MANY:
            return {path: (size, mtime, ctime) for path, size, mtime, ctime in self._db.execute(sql)}
        found = (self._db.execute(f"{sql} where path = ?", (path,)).fetchone() for path in paths)
        return {row[0]: row[1:] for row in found if row}

    def holds(self, files: dict[str, State]) -> bool:
        """Whether just these files are remembered, in these states."""
        # Reading a hundred thousand rows would take half as long as looking at the files.
        return self._fact("fingerprint") == _fingerprint(files) or files == self.files()

    def remember(self, database: Path, listing: Listing, *, gone: Iterable[str], started_ns: int, whole: bool) -> None:
        """Takes down the states of files just indexed into `database`; needs the lock.

        `started_ns` is the time at which looking began. With `whole` the listing is all there is, and what was
        remembered before is dropped.
        """
        old = started_ns - RACY_NS
        if whole:
            self._db.execute("delete from files")
            self._db.execute("delete from folders")
        self._db.executemany("delete from files where path = ?", ((path,) for path in (*gone, *listing.files)))
        self._db.executemany("delete from folders where path = ?", ((path,) for path in listing.folders))
        # What was changed too recently to be sure of is kept in a state that nothing has.
        unsure = {path for path, state in listing.files.items() if max(state[1:]) >= old}
        self._db.executemany(
            "insert into files values (?, ?, ?, ?)",
            ((path, *(UNSURE if path in unsure else state)) for path, state in listing.files.items()),
        )
        self._db.executemany(
            "insert into folders values (?, ?)", ((p, t if t < old else -1) for p, t in listing.folders.items())
        )
        self._set("fingerprint", _fingerprint(listing.files) if whole and not unsure else "")
        self.adopt(database)

    def adopt(self, database: Path) -> None:
        """Takes down that what is remembered describes this kit.db, as it is now; needs the lock."""
        self._set("database", _identity(database))

    def remember_count(self, files: int) -> None:
        """Takes down how many article files there are; needs the lock."""
        self._set("files", str(files))

    def _set(self, name: str, value: str) -> None:
        self._db.execute("insert or replace into facts values (?, ?)", (name, value))

    def _fact(self, name: str) -> str | None:
        row = self._db.execute("select value from facts where name = ?", (name,)).fetchone()
        return row[0] if row else None


def _connect(path: Path | str) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, timeout=5)
    try:
        db.execute("pragma synchronous = off")
        if not db.execute("select 1 from sqlite_master where name = 'files'").fetchone():
            db.executescript(TABLES)
    except sqlite3.DatabaseError as error:
        db.close()
        if path == ":memory:" or isinstance(error, sqlite3.OperationalError):
            raise
        os.unlink(path)  # not a database any more: it is disposable
        return _connect(path)
    return db


def _fingerprint(files: dict[str, State]) -> str:
    # Version 2 of the format depends on nothing but the values, and it is several times as fast as text.
    return digest(marshal.dumps(list(files.items()), 2))


def _identity(database: Path) -> str:
    state = state_of(database)
    return f"{database} {state}" if state else ""
