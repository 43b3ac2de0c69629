"""Versions of stories in kit.db: sketches of what is new, and which articles they tie together.

Two articles are tied if their sketches are alike and have a key in common that is not common to too many articles. So
the ties depend on what the articles say alone, and an update has to look only at articles that are new, and at those
with a key that has become common, or has ceased to be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sqlite_utils import Database

from kit.database import marks, transaction
from kit.versions import ALIKE, COMMON, HAVING_KEY, Sketch, likeness, sharing_keys, sketch_of, stored_sketch, unpack

ARTICLES_A_BATCH = 2_000

Progress = Callable[[int, int], None]


def renew_versions(db: Database, progress: Progress | None) -> None:
    """Sketches the articles that have no sketch yet, and ties them to the other versions of their stories."""
    with transaction(db):
        _tie(db, _with_keys_no_longer_common(db))
    pending = [
        row[0] for row in db.execute("select id from articles where id not in (select article_id from sketches)")
    ]
    for first in range(0, len(pending), ARTICLES_A_BATCH):
        batch = pending[first : first + ARTICLES_A_BATCH]
        with transaction(db):
            keys = _sketch(db, batch)
            _tie(db, _with_keys_become_common(db, keys).union(batch))
        if progress:
            progress(first + len(batch), len(pending))


def forget_versions(db: Database, ids: Sequence[int]) -> None:
    """Removes the sketches of these articles (at most 999), and what they tied."""
    _untie(db, ids)
    sql = f"select article_id, size, hashes from sketches where article_id in ({marks(ids)})"
    keys = [(key, id_) for id_, *sketch in db.execute(sql, list(ids)) for key in unpack(*sketch).keys]
    db.conn.executemany("delete from sketch_keys where key = ? and article_id = ?", keys)
    db.table("sketches").delete_where(f"article_id in ({marks(ids)})", list(ids))


def _sketch(db: Database, ids: Iterable[int]) -> list[int]:
    """Stores the sketches of these articles; gives their keys."""
    keys: list[tuple[int, int]] = []
    rows: list[tuple[int, int, bytes]] = []
    for id_ in ids:
        body = db.execute("select body from articles where id = ?", (id_,)).fetchone()
        if body:  # another kit, past the lock, may have removed it meanwhile
            sketch = sketch_of(body[0])
            rows.append((id_, sketch.size, sketch.packed))
            keys += [(key, id_) for key in sketch.keys]
    db.conn.executemany("insert or ignore into sketches values (?, ?, ?)", rows)
    # In order, so that neighbours are written together.
    db.conn.executemany("insert or ignore into sketch_keys values (?, ?)", sorted(keys))
    return sorted({key for key, _ in keys})


def _with_keys_become_common(db: Database, keys: Iterable[int]) -> set[int]:
    """Notes which of these keys too many articles have now; gives all articles that have one of those."""
    ids: set[int] = set()
    for key in keys:
        having = _having(db, key)
        if len(having) > COMMON and _note_common(db, key):
            ids.update(row[0] for row in db.execute(HAVING_KEY, (key,)))
    return ids


def _with_keys_no_longer_common(db: Database) -> set[int]:
    """Takes the note off keys that few enough articles have again; gives all articles that have one of those."""
    ids: set[int] = set()
    for (key,) in db.execute("select key from common_keys").fetchall():
        having = _having(db, key)
        if len(having) <= COMMON:
            db.execute("delete from common_keys where key = ?", (key,))
            ids.update(having)
    return ids


def _having(db: Database, key: int) -> list[int]:
    return [row[0] for row in db.execute(f"{HAVING_KEY} limit {COMMON + 1}", (key,))]


def _note_common(db: Database, key: int) -> bool:
    return db.execute("insert or ignore into common_keys values (?)", (key,)).rowcount > 0


def _tie(db: Database, ids: Iterable[int]) -> None:
    """Ties these articles to the others of which they are versions, and to no more."""
    ordered = sorted(ids)
    for first in range(0, len(ordered), 400):
        _untie(db, ordered[first : first + 400])
    sketches: dict[int, Sketch] = {}

    def sketch(id_: int) -> Sketch:
        if id_ not in sketches:
            sketches[id_] = stored_sketch(db.conn, id_)
        return sketches[id_]

    ties: set[tuple[int, int, float]] = set()
    for id_ in ordered:
        others = sharing_keys(db.conn, sketch(id_)) - {id_}
        for other in others:
            alike = round(likeness(sketch(id_), sketch(other)), 3)
            if alike >= ALIKE:
                ties |= {(id_, other, alike), (other, id_, alike)}
    db.conn.executemany("insert or ignore into versions values (?, ?, ?)", sorted(ties))


def _untie(db: Database, ids: Sequence[int]) -> None:
    for column in ("article_id", "other_id"):
        db.table("versions").delete_where(f"{column} in ({marks(ids)})", list(ids))
