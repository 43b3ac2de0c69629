"""Brings the index up to date before a command reads it, as far as the place allows, and keeps answers fresh."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kit.errors import DamagedIndex, KitError
from kit.index.cache import Cache
from kit.index.files import Scope, changed_folders, digest_of, list_files, state_of
from kit.index.schema import create_tables, decisions_of, is_current, is_extracted, open_for_reading
from kit.index.streaming import BATCH, P, Read, Stream, snapshot
from kit.workspace import Workspace

if TYPE_CHECKING:
    from kit.screen.messages import Messages

# Up to this many files each is looked at before an answer; above it, folders and the files about to be shown.
LOOK_AT_ALL = 5_000
# Another kit that is indexing is waited for so many seconds: most often it is about to end.
PATIENCE = 1.0

Record = TypeVar("Record", bound=Mapping[str, object])
Found = TypeVar("Found")


class FreshIndex:
    """kit.db, up to date when it was opened; `answer` sees to it that what is shown is too."""

    def __init__(
        self,
        workspace: Workspace,
        cache: Cache,
        database: Path,
        messages: Messages,
        *,
        extracted: bool,
        can_be_updated: bool,
    ) -> None:
        self.workspace = workspace
        self._can_be_updated = can_be_updated
        self._extracted = extracted
        self._cache = cache
        self._database = database
        self._messages = messages
        self._opened: list[sqlite3.Connection] = []
        self._open()

    def close(self) -> None:
        """Closes kit.db; a stream may have gone on reading from it as it was opened earlier."""
        for db in self._opened:
            db.close()

    def answer(self, find: Callable[[sqlite3.Connection], list[Record]]) -> list[Record]:
        """The records that `find` finds, none of them from a file that has changed or gone since it was indexed.

        Such files are indexed again, and `find` asked again; where that cannot be, their records are left out. A
        damaged kit.db is made anew.
        """

        def all_at_once(db: sqlite3.Connection) -> tuple[list[Record], set[str]]:
            records = find(db)
            return records, {str(record["file"]) for record in records if record.get("file")}

        records, stale = self._fresh(all_at_once)
        return [record for record in records if record.get("file") not in stale] if stale else records

    def stream(
        self, find: Callable[[sqlite3.Connection], Sequence[P]], read: Read[P, Record], *, batch: int = BATCH
    ) -> Stream[P, Record]:
        """The same for records that `read` gives for the places that `find` finds, of which there may be millions."""

        def begin(db: sqlite3.Connection) -> tuple[Stream[P, Record], set[str]]:
            places = find(db)
            files = {file for place in places for file in place.files}
            return Stream(db, places, read, self._messages.say, batch), files

        stream, stale = self._fresh(begin)
        if not stale:
            return stream
        places = [place for place in stream.places if stale.isdisjoint(place.files)]
        with snapshot(self.db):
            return Stream(self.db, places, read, self._messages.say, batch)

    def _fresh(self, find: Callable[[sqlite3.Connection], tuple[Found, set[str]]]) -> tuple[Found, set[str]]:
        """What `find` finds, and those of the files that it names which are stale and cannot be indexed now."""
        for _ in range(3):
            try:
                with snapshot(self.db):
                    found, files = find(self.db)
                    stale = self._stale(files)
            except sqlite3.DatabaseError as error:
                # What SQLite calls operational is mostly a lock; only this one means tables that do not fit.
                if isinstance(error, sqlite3.OperationalError) and "logic error" not in str(error):
                    raise
                self._repair(str(error))
                continue
            if not stale or not self._update(stale):
                break
        if stale:
            self._messages.say(f"left out {len(stale)} files that changed since they were indexed")
        return found, set(stale)

    def _stale(self, paths: set[str]) -> tuple[str, ...]:
        remembered = self._cache.files(paths)
        stale = []
        for path in sorted(paths):
            file = self.workspace.file(path)
            if state_of(file) != remembered.get(path, ()) and digest_of(file) != self._digest(path):
                stale.append(path)
        return tuple(stale)

    def _digest(self, path: str) -> str | None:
        row = self.db.execute("select digest from articles where path = ?", (path,)).fetchone()
        return row[0] if row else None

    def _update(self, files: tuple[str, ...]) -> bool:
        # What has failed once is not tried, and told, again.
        if self._can_be_updated:
            scope = Scope(False, files, self._extracted)
            self._can_be_updated = _update(self.workspace, self._database, self._cache, self._messages, scope)
            self._open()
        return self._can_be_updated

    def _repair(self, why: str) -> None:
        from kit.index.database import set_aside

        self.db.close()
        with self._cache.lock():
            set_aside(self._database, why, self._messages.say)
        scope = Scope(True, (), self._extracted)
        if not _update(self.workspace, self._database, self._cache, self._messages, scope):
            raise DamagedIndex(f"{self._database} is damaged ({why}), and no new one can be made")
        self._open()

    def _open(self) -> None:
        self.db = _open(self._database)
        self._opened.append(self.db)


@contextmanager
def open_index(
    workspace: Workspace, *, fresh: bool, messages: Messages, extracted: bool = False
) -> Iterator[FreshIndex]:
    """The index, brought up to date first; `fresh` looks at every file, however many there are.

    With `extracted`, quotations, speakers and dates are up to date too, otherwise the text alone. Where another process
    is updating it, or nothing can be written, the index is given as it is, with a word about it.
    """
    with closing(Cache(workspace)) as cache:
        database = index_file(workspace, cache)
        is_right = is_up_to_date(workspace, database, cache, fresh=fresh, extracted=extracted)
        if not is_right:
            scope = Scope(fresh or cache.count() <= LOOK_AT_ALL, (), extracted)
            is_right = _update(workspace, database, cache, messages, scope)
        index = FreshIndex(workspace, cache, database, messages, extracted=extracted, can_be_updated=is_right)
        try:
            yield index
        finally:
            index.close()


def index_file(workspace: Workspace, cache: Cache) -> Path:
    """The kit.db to use: the workspace's own, or where that cannot be written a copy in the cache.

    Raises KitError where something else than a file has its name.
    """
    own = workspace.database
    if own.exists() and not own.is_file():
        raise KitError(f"{own}: a folder or the like, where kit keeps its index; name it otherwise")
    target = own if own.exists() else workspace.root
    if os.access(workspace.root, os.W_OK) and os.access(target, os.W_OK):
        return own
    if not cache.is_kept:
        return own
    copy = workspace.cache / own.name
    journal = own.with_name(f"{own.name}-journal")
    if os.access(own, os.R_OK) and not journal.exists() and not copy.exists():
        half = copy.with_name(f"{own.name}.{os.getpid()}")
        shutil.copyfile(own, half)
        os.replace(half, copy)
    return copy


def is_up_to_date(workspace: Workspace, database: Path, cache: Cache, *, fresh: bool, extracted: bool) -> bool:
    """Whether kit.db is of this version and holds the articles as they are, by the files' sizes and times.

    With `extracted`, also whether it holds all that is to be found in them.
    """
    if not cache.describes(database) or not _is_readable(database, workspace.decisions if extracted else None):
        return False
    if cache.count() > LOOK_AT_ALL and not fresh:
        return changed_folders(workspace, cache.folders()) == set()
    return cache.holds(list_files(workspace).files)


def _update(
    workspace: Workspace,
    database: Path,
    cache: Cache,
    messages: Messages,
    scope: Scope,
) -> bool:
    """Updates the index if that can be done now; else says why not, and raises KitError where there is none yet."""
    from kit.index.update import update

    with cache.lock(seconds=PATIENCE) as held:
        if not held:
            messages.say("another kit is indexing; this answer comes from what it has indexed so far")
            return False
        try:
            update(workspace, database, cache, scope=scope, say=messages.say, progress=messages.progress)
        except (sqlite3.OperationalError, OSError) as error:
            why = error.strerror if isinstance(error, OSError) else error
            if not _has_articles(database):
                told = f"{database} cannot be made ({why}), so there is nothing to answer from"
                places = f"there or in {workspace.cache}"
                raise KitError(f"{told}; see that there is room and that kit may write {places}") from error
            messages.say(f"{database} cannot be brought up to date ({why}); answers may be older than the articles")
            return False
        finally:
            messages.end_progress()
    return True


def _open(database: Path) -> sqlite3.Connection:
    """kit.db for reading; an empty one in memory where another kit has only begun to make it."""
    try:
        db = open_for_reading(database)
        if is_current(db):
            return db
        db.close()
    except sqlite3.DatabaseError:
        pass
    from sqlite_utils import Database

    empty = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(Database(empty, execute_plugins=False))
    return empty


def _has_articles(database: Path) -> bool:
    """Whether there is a kit.db of this version with anything in it, however old."""
    try:
        with closing(open_for_reading(database)) as db:
            return is_current(db) and db.execute("select 1 from articles").fetchone() is not None
    except sqlite3.DatabaseError:
        return False


def _is_readable(database: Path, decisions: Path | None) -> bool:
    """Whether kit.db is of this version, and where decisions are given, holds all that is to be found by them."""
    try:
        with closing(open_for_reading(database)) as db:
            if not is_current(db):
                return False
            return decisions is None or (is_extracted(db) and decisions_of(db) == (digest_of(decisions) or ""))
    except sqlite3.DatabaseError:
        return False
