"""Answers too large for memory: their places are found at once, their records read in batches on the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar

# So many records are read at a time; an answer that has no more is read before anything is written.
BATCH = 250


class Place(Protocol):
    """What a record is read from, and the articles that it is about."""

    @property
    def files(self) -> Sequence[str]:
        """The labels of those articles."""
        ...


P = TypeVar("P", bound=Place)
Record = TypeVar("Record", covariant=True)
Read = Callable[[sqlite3.Connection, Sequence[P]], Iterable[Record]]


class Stream(Generic[P, Record]):
    """The records at some places of kit.db, in order; can be gone through once, while kit.db is open.

    Nothing is locked between two batches: however slowly they are taken, another kit can write. What it changed
    meanwhile is left out, and told at the end.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        places: Sequence[P],
        read: Read[P, Record],
        say: Callable[[str], None],
        batch: int = BATCH,
    ) -> None:
        """Reads the first batch; to be called in the snapshot in which the places were found."""
        self._size = batch
        self.places = places
        self._db = db
        self._read = read
        self._say = say
        self._first = list(read(db, places[:batch]))
        if len(places) > batch:
            self._version = _version(db)
            self._digests = _digests(db)

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Record]:
        yield from self._first
        self._first = []
        left_out = 0
        for start in range(self._size, len(self.places), self._size):
            batch = self.places[start : start + self._size]
            with snapshot(self._db):
                there = batch if _version(self._db) == self._version else self._unchanged(batch)
                records = list(self._read(self._db, there))
            left_out += len(batch) - len(there)
            yield from records
        if left_out:
            self._say(f"left out {left_out} from files that changed meanwhile; ask again")

    def _unchanged(self, places: Sequence[P]) -> Sequence[P]:
        """The places in articles that kit.db holds as it did when they were found."""
        now = _digests(self._db)
        return [place for place in places if all(now.get(file) == self._digests[file] for file in place.files)]


@contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """What is read inside is of one state of kit.db, whatever other kits write."""
    db.execute("begin")
    try:
        yield
    finally:
        if db.in_transaction:  # it is not any more where kit.db was found to be damaged
            db.execute("commit")


def _version(db: sqlite3.Connection) -> int:
    """A number that changes with every write of another program."""
    return int(db.execute("pragma data_version").fetchone()[0])


def _digests(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("select path, digest from articles indexed by articles_path"))
