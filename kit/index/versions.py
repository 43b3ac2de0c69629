"""Versions of stories in kit.db: sketches of what is new, and which articles they tie together.

Two articles are tied if their sketches are alike and have a key in common that is not common to too many articles. So
the ties depend on what the articles say alone, and an update has to look only at articles that are new, and at those
with a key that has become common, or has ceased to be. Copies are tied to the first article with their text alone;
where that one changes or goes, they are sketched again, and the next stands for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from kit.answers.versions import (
    ALIKE,
    COMMON,
    Sketch,
    having_key,
    likeness,
    sharing_keys,
    sketch_of,
    stored_sketch,
    unpack,
)
from kit.index.database import MOST_VARIABLES, marks, transaction
from kit.index.parallel import Progress, batched, spread

# So many are committed together.
ARTICLES_A_BATCH = 2_000
# From so many articles on it pays to start other processes; each is given so many at a time.
MANY_ARTICLES = 4_000
ARTICLES_A_TASK = 200


def renew_versions(db: Database, progress: Progress | None) -> None:
    """Sketches the articles that have no sketch yet, and ties them to the other versions of their stories."""
    with transaction(db):
        _tie(db, _with_keys_no_longer_common(db), {})
    sql = "select id from articles where id not in (select article_id from sketches) order by id"
    while pending := [row[0] for row in db.execute(sql)]:
        for batch in batched(zip(pending, _sketches(db, pending, progress), strict=True), ARTICLES_A_BATCH):
            with transaction(db):
                there = _store(db, batch)
                having = _articles_having(db, {key for sketch in there.values() for key in sketch.keys})
                become_common = _note_common(db, [key for key, ids in having.items() if len(ids) > COMMON])
                _tie(db, become_common.union(there), having)


def forget_versions(db: Database, ids: Sequence[int]) -> None:
    """Removes the sketches of these articles (at most 999) and of the copies of them, and what they tied."""
    _untie(db, ids)
    sql = f"select article_id, size, hashes from sketches where article_id in ({marks(ids)})"
    sketches = {id_: unpack(*sketch) for id_, *sketch in db.execute(sql, list(ids)) if sketch[0]}
    firsts = [sketch for id_, sketch in sketches.items() if _first(db, sketch) == id_]
    keys = [
        (key, id_) for id_, sketch in sketches.items() for key in (*sketch.keys, sketch.text_key, sketch.text_key + 1)
    ]
    db.conn.executemany("delete from sketch_keys where key = ? and article_id = ?", keys)
    db.table("sketches").delete_where(f"article_id in ({marks(ids)})", list(ids))
    for copies in batched((id_ for sketch in firsts for id_ in _copies(db, sketch)), MOST_VARIABLES):
        forget_versions(db, copies)


def _sketches(db: Database, ids: Sequence[int], progress: Progress | None) -> Iterator[Sketch]:
    """The sketches of these articles, in order."""
    bodies = (_body(db, id_) for id_ in ids)
    is_many = len(ids) >= MANY_ARTICLES
    sketches = spread(sketch_of, bodies, task=ARTICLES_A_TASK) if is_many else map(sketch_of, bodies)
    for done, sketch in enumerate(sketches, 1):
        if progress:
            progress("Comparing", done, len(ids))
        yield sketch


def _body(db: Database, id_: int) -> str:
    row = db.execute("select body from articles where id = ?", (id_,)).fetchone()
    return row[0] if row else ""


def _store(db: Database, batch: Sequence[tuple[int, Sketch]]) -> dict[int, Sketch]:
    """Stores the sketches of those articles that another kit, past the lock, has not removed meanwhile; gives them."""
    there = {}
    for id_, sketch in batch:
        if db.execute("select 1 from articles where id = ?", (id_,)).fetchone():
            there[id_] = sketch
    keys: list[tuple[int, int]] = []
    firsts: dict[int, int] = {}
    for id_, sketch in there.items():
        if not sketch.keys:
            continue
        first = firsts.get(sketch.text_key) or _first(db, sketch)
        if first and first > id_:  # no longer the first: it is without a sketch now, and will be found so
            forget_versions(db, [first])
            first = None
        if first and first != id_:
            keys.append((sketch.text_key + 1, id_))
        else:
            firsts[sketch.text_key] = id_
            keys += [(key, id_) for key in (*sketch.keys, sketch.text_key)]
    rows = ((id_, sketch.size, sketch.packed) for id_, sketch in there.items())
    db.conn.executemany("insert or ignore into sketches values (?, ?, ?)", rows)
    # In order, so that neighbours are written together.
    db.conn.executemany("insert or ignore into sketch_keys values (?, ?)", sorted(keys))
    return there


def _first(db: Database, sketch: Sketch) -> int | None:
    """The article that stands for all that have this text, if there is one."""
    return next(iter(having_key(db.conn, sketch.text_key)), None)


def _copies(db: Database, sketch: Sketch) -> list[int]:
    """The other articles that have this text."""
    sql = "select article_id from sketch_keys where key = ?"
    return [row[0] for row in db.execute(sql, (sketch.text_key + 1,))]


def _articles_having(db: Database, keys: Iterable[int]) -> dict[int, list[int]]:
    """Key → the articles that have it, as many as it takes to see that it is common."""
    return {key: having_key(db.conn, key) for key in sorted(keys)}


def _note_common(db: Database, keys: Iterable[int]) -> set[int]:
    """Notes which keys too many articles have; gives all articles that have one that was not noted before."""
    ids: set[int] = set()
    for key in keys:
        if db.execute("insert or ignore into common_keys values (?)", (key,)).rowcount > 0:
            ids.update(row[0] for row in db.execute("select article_id from sketch_keys where key = ?", (key,)))
    return ids


def _with_keys_no_longer_common(db: Database) -> set[int]:
    """Takes the note off keys that few enough articles have again; gives all articles that have one of those."""
    ids: set[int] = set()
    for (key,) in db.execute("select key from common_keys").fetchall():
        having = having_key(db.conn, key)
        if len(having) <= COMMON:
            db.execute("delete from common_keys where key = ?", (key,))
            ids.update(having)
    return ids


def _tie(db: Database, ids: Iterable[int], having: dict[int, list[int]]) -> None:
    """Ties these articles to the others of which they are versions, and to no more.

    `having` is what is known already about who has which key.
    """
    ordered = sorted(ids)
    for some in batched(ordered, MOST_VARIABLES):
        _untie(db, some)
    sketches: dict[int, Sketch] = {}

    def sketch(id_: int) -> Sketch:
        if id_ not in sketches:
            sketches[id_] = stored_sketch(db.conn, id_)
        return sketches[id_]

    ties: set[tuple[int, int, float]] = set()
    for id_ in ordered:
        first = _first(db, sketch(id_))
        if first == id_:
            alike = dict.fromkeys(_copies(db, sketch(id_)), 1.0)
            for other in sharing_keys(db.conn, sketch(id_), having) - {id_}:
                alike[other] = round(likeness(sketch(id_), sketch(other)), 3)
        else:
            alike = {first: 1.0} if first else {}
        for other, share in alike.items():
            if share >= ALIKE:
                ties |= {(id_, other, share), (other, id_, share)}
    db.conn.executemany("insert or ignore into versions values (?, ?, ?)", sorted(ties))


def _untie(db: Database, ids: Sequence[int]) -> None:
    for column in ("article_id", "other_id"):
        db.table("versions").delete_where(f"{column} in ({marks(ids)})", list(ids))
