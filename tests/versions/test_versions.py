"""Which texts are versions of one story: invented pairs, and what holds for any text."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from itertools import count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from kit.answers.versions import (
    ALIKE,
    COMMON,
    SKETCH,
    are_versions,
    families,
    family_of,
    files_of,
    kin_of,
    likeness,
    sketch_of,
    unpack,
)
from kit.index.database import transaction
from kit.index.schema import create_tables
from kit.index.versions import forget_versions, renew_versions
from tests.versions.stories import Pair, read_pairs

DEVELOPED, HELD_OUT = read_pairs("developed"), read_pairs("held_out")
TABLES = ("sketches", "sketch_keys", "common_keys", "versions")


@pytest.mark.parametrize("pair", DEVELOPED + HELD_OUT, ids=lambda pair: f"{pair.name}-{pair.kind}")
def test_pairs(pair: Pair) -> None:
    one, other = sketch_of(pair.story), sketch_of(pair.other)
    assert are_versions(one, other) == (pair.kind == "version")
    # No pair is so close that a sketch, which is a sample, might as well say the other thing.
    assert abs(likeness(one, other) - ALIKE) > 0.08


def test_stories_are_not_versions_of_each_other() -> None:
    stories = {pair.name: sketch_of(pair.story) for pair in DEVELOPED + HELD_OUT}
    assert len(stories) == 8
    for one, sketch in stories.items():
        assert [name for name, other in stories.items() if are_versions(sketch, other)] == [one]


TEXT = "the river rose by two metres in the night and nobody slept until it was clear that the wall would hold out"
WORDS = TEXT.split()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 0.0),
        ("word", "word", 0.0),
        (" ".join(WORDS), " ".join(WORDS), 1.0),
        (" ".join(WORDS), " ".join(WORDS).upper(), 1.0),
        (" ".join(WORDS), "**" + ", ".join(WORDS) + "**", 1.0),
        (" ".join(WORDS), " ".join(WORDS[:12]), 1.0),  # all of the shorter one
        (" ".join(WORDS), " ".join(WORDS[::-1]), 0.0),
        ("정부는 오늘 " * 3 + "새 계획을 내놓았다 그리고 내일 다시 만난다", "", 0.0),
        ("政府今天公布了一项新的计划", "政府今天公布了一项新的计划。", 1.0),  # no spaces between words
    ],
)
def test_likeness(one: str, other: str, expected: float) -> None:
    assert likeness(sketch_of(one), sketch_of(other)) == expected


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_a_share(one: str, other: str) -> None:
    left, right = sketch_of(one), sketch_of(other)
    assert likeness(left, right) == likeness(right, left)
    assert 0 <= likeness(left, right) <= 1
    assert unpack(left.size, left.packed) == left
    assert len(left.hashes) == min(left.size, SKETCH)


@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=400), st.integers(0, 400))
def test_a_beginning_is_all_in_the_whole(words: list[str], cut: int) -> None:
    """Of short texts the sketch is all there is, so nothing is estimated."""
    one, other = sketch_of(" ".join(words)), sketch_of(" ".join(words[:cut]))
    if max(one.size, other.size) <= SKETCH and min(one.size, other.size) >= 5:
        assert likeness(one, other) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "a " * 50_000, "“" * 100_000, "[" * 100_000, "\n" * 100_000, "*_" * 50_000]
)
def test_hostile_texts_take_no_time_to_speak_of(text: str) -> None:
    begun = time.process_time()
    sketch_of(text)
    assert time.process_time() - begun < 5


# --- in kit.db -------------------------------------------------------------------------------------------------------


@pytest.fixture
def db() -> Iterator[Database]:
    database = Database(sqlite3.connect(":memory:", isolation_level=None))
    create_tables(database)
    yield database
    database.close()


def put(db: Database, id_: int, body: str, published: str | None = None) -> None:
    """Puts an article there, in the place of what has this id."""
    with transaction(db):
        forget_versions(db, [id_])
        db.execute("delete from articles where id = ?", (id_,))
        row = {"id": id_, "title": "T", "path": f"{id_}.md", "published": published, "body": body}
        db.table("articles").insert({**row, "digest": "", "body_start": 0, "body_line": 1, "cjk": ""})


def remove(db: Database, id_: int) -> None:
    with transaction(db):
        forget_versions(db, [id_])
        db.execute("delete from articles where id = ?", (id_,))


def contents(db: Database) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(db.execute(f"select * from {table}")) for table in TABLES}


def rebuilt(db: Database) -> dict[str, list[tuple[object, ...]]]:
    for table in TABLES:
        db.execute(f"delete from {table}")
    renew_versions(db, None)
    return contents(db)


def test_families_are_found(db: Database) -> None:
    for number, pair in enumerate(DEVELOPED + HELD_OUT):
        put(db, 2 * number + 1, pair.story if pair.kind == "version" else "")
        put(db, 2 * number + 2, pair.other)
    renew_versions(db, None)
    expected = [[2 * n + 1, 2 * n + 2] for n, pair in enumerate(DEVELOPED + HELD_OUT) if pair.kind == "version"]
    # A story on the same subject may be near a version that has more of the background.
    assert families(db.conn) == expected
    assert [family_of(db.conn, one) for one, _ in expected] == expected


def test_kin_of_a_text_that_is_not_there(db: Database) -> None:
    for number, pair in enumerate(HELD_OUT, 1):
        put(db, number, pair.other)
    renew_versions(db, None)
    before = db.conn.total_changes
    for pair in HELD_OUT:
        own = next(n for n, p in enumerate(HELD_OUT, 1) if p.name == pair.name and p.kind == "version")
        assert kin_of(db.conn, pair.story) == [f"{own}.md"]
    assert kin_of(db.conn, "") == []
    assert db.conn.total_changes == before


def test_versions_by_way_of_another(db: Database) -> None:
    """The first and the third have too little in common, and are one story all the same."""
    words = [f"w{number}" for number in range(300)]
    put(db, 1, " ".join(words[:150]), "2024-02-02")
    put(db, 2, " ".join(words[75:225]), "2024-02")
    put(db, 3, " ".join(words[150:]))
    renew_versions(db, None)
    assert not are_versions(sketch_of(" ".join(words[:150])), sketch_of(" ".join(words[150:])))
    assert families(db.conn) == [[1, 2, 3]]
    assert files_of(db.conn, [3, 2, 1]) == ["2.md", "1.md", "3.md"]


def test_nothing_is_written_where_nothing_changed(db: Database) -> None:
    put(db, 1, DEVELOPED[0].story)
    renew_versions(db, None)
    before = db.conn.total_changes
    renew_versions(db, None)
    assert db.conn.total_changes == before


def test_updates_lead_to_what_a_rebuild_gives(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was added, changed and removed in between; keys become common and cease to be."""
    monkeypatch.setattr("kit.answers.versions.COMMON", 3)
    monkeypatch.setattr("kit.index.versions.COMMON", 3)
    choose = Random(5)
    words = [f"w{number}" for number in range(400)]
    there: set[int] = set()
    common = 0
    for _ in range(60):
        for _ in range(choose.randrange(1, 6)):
            id_ = choose.randrange(1, 25)
            if id_ in there and choose.random() < 0.4:
                remove(db, id_)
                there.discard(id_)
            else:
                first = choose.randrange(0, 300, 20)
                put(db, id_, " ".join(words[first : first + choose.choice([30, 60, 100])]))
                there.add(id_)
        renew_versions(db, None)
        updated = contents(db)
        common += bool(updated["common_keys"])
        assert updated == rebuilt(db)
    assert 0 < common < 60


@pytest.mark.parametrize(("number", "expected"), [(COMMON, [list(range(1, COMMON + 1))]), (COMMON + 1, [])])
def test_what_too_many_have_ties_nobody(db: Database, number: int, expected: list[list[int]]) -> None:
    """A page that says little more than "log in to read on" is saved hundreds of times; work stays bounded."""
    page = HELD_OUT[0].story
    texts: dict[tuple[int, ...], str] = {}  # different sketches with the same keys
    for text in (f"{page} w{n}" for n in count()):
        if len(texts) == number:
            break
        if sketch_of(text).keys == sketch_of(page).keys:
            texts[sketch_of(text).hashes] = text
    for id_, text in enumerate(texts.values(), 1):
        put(db, id_, text)
    renew_versions(db, None)
    assert families(db.conn) == expected


def test_copies_are_versions_however_many(db: Database) -> None:
    """They tie to other texts as one does, and the work is that of their number."""
    pair = next(pair for pair in HELD_OUT if pair.kind == "version")
    number = 3 * COMMON
    for id_ in range(1, number + 1):
        put(db, id_, pair.story)
    put(db, number + 1, pair.other)
    for id_ in (number + 2, number + 3):
        put(db, id_, "log in to read on")  # too short to tell
    renew_versions(db, None)
    everything = list(range(1, number + 2))
    assert families(db.conn) == [everything]
    assert family_of(db.conn, number) == everything
    assert len(contents(db)["versions"]) == 2 * number
    assert len(kin_of(db.conn, f"{pair.story} It rained.")) > COMMON


def test_the_next_copy_stands_for_the_others(db: Database) -> None:
    for id_ in (3, 4, 5):
        put(db, id_, DEVELOPED[0].story)
    renew_versions(db, None)
    for gone, left in ((3, [4, 5]), (None, [2, 4, 5]), (5, [2, 4]), (2, [])):
        if gone:
            remove(db, gone)
        else:
            put(db, 2, DEVELOPED[0].story)  # before all others
        renew_versions(db, None)
        updated = contents(db)
        assert families(db.conn) == ([left] if left else [])
        assert updated == rebuilt(db)
