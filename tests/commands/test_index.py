"""`kit index`, run as a user runs it: what it says, and what it does to kit.db."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from kit.index.schema import open_for_reading

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Workspace


def rows(ws: Workspace, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(ws.database)) as db:
        for function in ("fits_glob", "has_literal", "has_prefix", "has_absent"):  # for `explain`
            db.create_function(function, -1, lambda *_: True)
        return db.execute(sql).fetchall()


def change(ws: Workspace, sql: str) -> None:
    with closing(sqlite3.connect(ws.database)) as db, db:
        db.executescript(sql)


def test_what_changed_is_said(ws: Workspace) -> None:
    assert ws.kit("index").out == "0 articles; nothing changed\n"
    for file in "abc":
        ws.write(file)
    assert ws.kit("index").out == "3 articles; 3 new\n"
    assert ws.kit("index").out == "3 articles; nothing changed\n"
    ws.write("a", "Other words.\n")
    ws.write("d")
    (ws.root / "articles" / "b.md").unlink()
    (ws.root / "articles" / "c.md").rename(ws.root / "articles" / "e.md")
    assert ws.kit("index").out == "3 articles; 2 new, 1 changed, 2 gone\n"
    assert ws.kit("index", "--rebuild").out.startswith("3 articles")
    ws.write("a", "Other words.\n")  # written again, and the same
    assert ws.kit("index").out == "3 articles; nothing changed\n"


PROBLEMS = [
    ("broken YAML", b'---\ntitle: "x\n - : y\n---\nmill\n'),
    ("unclosed", b"---\ntitle: x\nmill\n"),
    ("no date", b"---\ndate: 2024-02-30\n---\nmill\n"),
    ("Latin-1", b"mill caf\xe9\n"),
    ("damaged UTF-16", "\ufeffmill".encode("utf-16-le") + b"\x00\xd8"),
]


@pytest.mark.parametrize("data", [row[1] for row in PROBLEMS], ids=[row[0] for row in PROBLEMS])
def test_an_article_with_a_problem_is_indexed_all_the_same(ws: Workspace, data: bytes) -> None:
    ws.write("bad", data)
    ws.write("good", "A mill.\n")
    run = ws.kit("index")
    assert run.status == 0
    assert "1 article with a problem" in run.out
    assert "articles/bad.md:" in run.out
    assert ws.found("mill") == ["bad", "good"]
    assert rows(ws, "select count(*) from problems") == [(1,)]
    # It is said each time, until it is mended.
    assert "articles/bad.md:" in ws.kit("index").out
    ws.write("bad", "A mill.\n")
    assert "problem" not in ws.kit("index").out
    assert rows(ws, "select count(*) from problems") == [(0,)]


def test_many_problems_are_cut_short(ws: Workspace) -> None:
    for n in range(30):
        ws.write(f"{n:02}", b"caf\xe9\n")
    out = ws.kit("index").out
    assert "30 articles with a problem" in out
    assert "more" in out
    assert out.count("articles/") < 30


def test_an_unreadable_article(ws: Workspace) -> None:
    ws.write("good", "A mill.\n")
    ws.write("locked", "A mill.\n").chmod(0)
    run = ws.unprivileged("index")
    assert run.status == 0
    assert "articles/locked.md:1: cannot be read" in run.out
    assert ws.unprivileged("search", "mill", "--jsonl").files == ["good"]
    before = ws.database.read_bytes()
    assert ws.unprivileged("index").status == 0
    assert ws.database.read_bytes() == before
    (ws.root / "articles" / "locked.md").chmod(0o644)
    assert ws.unprivileged("search", "mill", "--jsonl").files == ["good", "locked"]
    (ws.root / "articles" / "locked.md").chmod(0)
    assert ws.unprivileged("search", "mill", "--jsonl").files == ["good"]


def test_an_unreadable_folder(ws: Workspace) -> None:
    ws.write("good", "A mill.\n")
    ws.write("locked/a", "A mill.\n")
    (ws.root / "articles" / "locked").chmod(0)
    try:
        assert ws.unprivileged("search", "mill", "--jsonl").files == ["good"]
    finally:
        (ws.root / "articles" / "locked").chmod(0o755)
    assert ws.unprivileged("search", "mill", "--jsonl").files == ["good", "locked/a"]


def check(ws: Workspace, status: int, *words: str) -> None:
    before = ws.database.read_bytes() if ws.database.exists() else None
    run = ws.kit("index", "--check")
    assert run.status == status
    for word in words:
        assert word in run.out + run.err
    assert "unexpected" not in run.err
    assert (ws.database.read_bytes() if ws.database.exists() else None) == before


def test_check(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    check(ws, 1, "kit index")
    assert not ws.database.exists()
    ws.kit("index")
    check(ws, 0, "up to date")
    ws.write("b", "A mill.\n")
    check(ws, 1, "articles/b.md", "kit index")
    ws.kit("index")
    ws.write("b", "A weir.\n")
    check(ws, 1, "articles/b.md", "changed")
    ws.kit("index")
    (ws.root / "articles" / "b.md").unlink()
    check(ws, 1, "articles/b.md", "gone")
    ws.kit("index")
    check(ws, 0)


def test_check_without_articles(ws: Workspace) -> None:
    ws.kit("index")
    check(ws, 0)


DAMAGES = [
    ("no database", b"This is no database, but a text of some length.\n" * 100),
    ("short text", b"x"),
    ("zeros", bytes(8192)),
    ("a directory of pages cut off", None),
]


@pytest.mark.parametrize("data", [row[1] for row in DAMAGES], ids=[row[0] for row in DAMAGES])
def test_check_damaged(ws: Workspace, data: bytes | None) -> None:
    for n in range(40):
        ws.write(f"{n}", f"A mill {n} " + "and words " * 200)
    ws.kit("index")
    ws.database.write_bytes(ws.database.read_bytes()[:20_000] if data is None else data)
    check(ws, 1)


def test_check_a_missing_table(ws: Workspace) -> None:
    ws.write("a", "A mill.\n", author="Ann", tags=["t"])
    for table in ("articles_fts", "articles", "authors", "article_tags", "problems", "about"):
        ws.kit("index", "--rebuild")
        change(ws, f"drop table {table}")
        check(ws, 1)


def test_check_an_index_that_no_longer_fits_its_text(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.kit("index")
    change(ws, "insert into articles_fts(articles_fts) values ('delete-all')")
    check(ws, 1)
    ws.kit("index", "--rebuild")
    check(ws, 0)
    assert ws.found("mill") == ["a"]


def test_check_another_version(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.kit("index")
    change(ws, "update about set value = 'kit 0.0.1, schema 0' where name = 'version'")
    check(ws, 1, "version")


def test_another_version_is_rebuilt_without_a_word(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    for command in (("index",), ("search", "mill")):
        ws.kit("index")
        change(ws, "update about set value = 'kit 9.9.9, schema 99'; alter table articles drop column description")
        run = ws.kit(*command)
        assert (run.status, run.err) == (0, "")
        check(ws, 0)
    assert [file.name for file in ws.root.iterdir() if file.name != "articles"] == ["kit.db"]


def test_rebuild_makes_the_same(ws: Workspace) -> None:
    ws.write("a", "A mill.\n", author="Ann")
    ws.kit("index")
    dump = rows(ws, "select * from articles")
    assert ws.kit("index", "--rebuild").status == 0
    assert rows(ws, "select * from articles") == dump
    assert sorted(file.name for file in ws.root.iterdir()) == ["articles", "kit.db"]
    check(ws, 0)


def test_twice_changes_no_byte(ws: Workspace) -> None:
    for n in range(30):
        ws.write(f"{n}", f"A mill {n}.\n", author=f"Ann {n % 3}", tags=["a"], published="2024")
    ws.write("bad", b"caf\xe9")
    ws.kit("index")
    state = os.stat(ws.database)
    data = ws.database.read_bytes()
    for command in (
        ("index",),
        ("index", "--check"),
        ("search", "mill"),
        ("search", "nothere"),
        ("search", "mill", "--fresh"),
    ):
        ws.kit(*command)
        assert ws.database.read_bytes() == data
        assert os.stat(ws.database).st_mtime_ns == state.st_mtime_ns
    for file in (ws.root / "articles").iterdir():
        os.utime(file)
    ws.kit("index")
    assert ws.database.read_bytes() == data


def test_a_fresh_clone_changes_no_byte(ws: Workspace) -> None:
    ws.write("a", "A mill.\n", title="M")
    ws.kit("index")
    data = ws.database.read_bytes()
    ws.cache = ws.cache.with_name("another")
    for file in (ws.root / "articles" / "a.md", ws.database):
        os.utime(file, (1, 1))
    assert ws.found("mill") == ["a"]
    assert ws.database.read_bytes() == data
    assert sorted(file.name for file in ws.root.iterdir()) == ["articles", "kit.db"]


def test_kit_db_holds_no_times(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.kit("index")
    data = ws.database.read_bytes()
    for file in (ws.root / "articles").iterdir():
        os.utime(file, (12345, 12345))
    ws.database.unlink()
    ws.kit("index")
    assert ws.database.read_bytes() == data


def test_schema_for_other_tools(ws: Workspace) -> None:
    """What Datasette looks for: FTS found by its content table, foreign keys, a title that is the label."""
    ws.write("a", "A mill.\n", title="T", author="Ann", tags=["t"])
    ws.kit("index")
    [(fts,)] = rows(ws, "select sql from sqlite_master where name = 'articles_fts'")
    assert "porter unicode61 remove_diacritics 2" in str(fts)
    assert 'content="articles"' in str(fts).lower() or "content=[articles]" in str(fts).lower()
    assert "detail" not in str(fts).lower()
    keys = {
        (table, row[2], row[3], row[4])
        for (table,) in rows(ws, "select name from sqlite_master where type = 'table'")
        for row in rows(ws, f"pragma foreign_key_list({table})")
    }
    assert keys >= {
        ("article_authors", "articles", "article_id", "id"),
        ("article_authors", "authors", "author_id", "id"),
        ("article_tags", "articles", "article_id", "id"),
        ("article_tags", "tags", "tag_id", "id"),
        ("problems", "articles", "article_id", "id"),
    }
    assert rows(ws, "pragma foreign_key_check") == []
    assert rows(ws, "pragma integrity_check") == [("ok",)]
    # A unique text column other than the title would be taken for the label.
    unique = [row for row in rows(ws, "pragma index_list(articles)") if row[2]]
    assert unique == []
    assert rows(ws, "pragma journal_mode") == [("delete",)]


COUNTS = [
    ["--by", "source"],
    ["--by", "source", "--after", "2024"],
    ["--by", "year", "--source", "echo"],
    ["--by", "month", "--lang", "en"],
    ["--by", "author", "--before", "2024"],
    ["--by", "tag", "--file", "a*"],
    ["mill", "--by", "source", "--after", "2024"],
]


@pytest.mark.parametrize("args", COUNTS, ids=[" ".join(row) for row in COUNTS])
def test_filters_and_counts_do_not_read_bodies(ws: Workspace, args: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    ws.write("a", "A mill.\n", title="T", source="Echo", published="2024", author="Ann", tags=["t"], lang="en")
    ws.kit("index")
    asked: list[str] = []

    def traced(database: Path) -> sqlite3.Connection:
        db = open_for_reading(database)
        db.set_trace_callback(asked.append)
        return db

    monkeypatch.setattr("kit.index.freshness.open_for_reading", traced)
    assert ws.kit("search", *args).status == 0
    plans = [
        str(row[3]) for sql in asked if "from articles" in sql.lower() for row in rows(ws, f"explain query plan {sql}")
    ]
    of_articles = [plan for plan in plans if re.match(r"(SCAN|SEARCH) articles ", plan)]
    assert of_articles
    assert [plan for plan in of_articles if "COVERING INDEX" not in plan] == []


def test_names_that_are_not_used_any_more_are_gone(ws: Workspace) -> None:
    ws.write("a", author=["Ann", "Bo"], tags=["x", "y"])
    ws.kit("index")
    ws.write("a", author="Bo", tags=["y"])
    ws.kit("index")
    assert rows(ws, "select name from authors") == [("Bo",)]
    assert rows(ws, "select name from tags") == [("y",)]
    (ws.root / "articles" / "a.md").unlink()
    ws.kit("index")
    assert rows(ws, "select count(*) from authors") == rows(ws, "select count(*) from article_tags") == [(0,)]


def test_arguments_that_make_no_sense(ws: Workspace) -> None:
    for args in (["x"], ["-x"], ["--rebuilt"], ["--root"], ["--rebuild", "--check", "--what"]):
        run = ws.kit("index", *args)
        assert (run.status, run.out) == (2, "")


def test_of_many_problems_the_rest_is_where_it_says(ws: Workspace) -> None:
    for number in range(25):
        ws.write(f"{number:02}", published="no day")
    out = ws.kit("index").out
    assert out.count("cannot read the date") == 20
    assert out.endswith("  and 5 more; `kit check` lists them all\n")
    assert ws.kit("check", "--kind", "date").out.count("cannot read the date") == 25
