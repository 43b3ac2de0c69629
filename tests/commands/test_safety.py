"""Several kits at once, kits that are killed or interrupted: kit.db stays whole, old or new."""

from __future__ import annotations

import os
import select
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace


# --- several at once --------------------------------------------------------------------------------------------------


def finish(process: subprocess.Popen[bytes]) -> tuple[int, str, str]:
    """Waits until every process that a command started has let go of its streams."""
    try:
        out, err = process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        pytest.fail("some process goes on")
    return process.returncode, out.decode(), err.decode()


def test_two_at_once_both_succeed(ws: Workspace) -> None:
    ws.fill(100)
    for command in (["index"], ["index", "--rebuild"], ["search", "weir", "--limit", "1"]):
        ws.database.unlink(missing_ok=True)
        for status, _, err in map(finish, [ws.start(*command) for _ in range(3)]):
            assert status in ((0, 1) if "search" in command else (0,))
            assert "unexpected" not in err
            assert "damaged" not in err
        assert len(ws.found("weir")) == 100
        assert ws.is_whole()
    assert sorted(file.name for file in ws.root.iterdir()) == ["articles", "kit.db"]


def test_two_at_once_that_share_no_cache(ws: Workspace) -> None:
    """Two people on one network drive: each has a cache, and so a lock, of their own."""
    ws.fill(100)
    started = []
    for n in range(3):
        ws.cache = ws.cache.with_name(f"cache{n}")
        started.append(ws.start("index"))
    for status, _, err in map(finish, started):
        assert status == 0
        assert "unexpected" not in err
    with closing(sqlite3.connect(ws.database)) as db:
        assert db.execute("select count(*), count(distinct path) from articles").fetchall() == [(100, 100)]
    assert ws.is_whole()
    assert len(ws.found("weir")) == 100


@contextmanager
def held(ws: Workspace) -> Iterator[None]:
    """Holds the lock as a process that is indexing does."""
    [file] = ws.cache.rglob("files.db")
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("begin immediate")
        yield
        db.execute("rollback")


def test_a_search_beside_a_build_answers_from_what_there_is(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.kit("index")
    ws.write("b", "A mill.\n")
    with held(ws):
        run = ws.process("search", "mill", "--jsonl", timeout=20)
        assert (run.status, run.files) == (0, ["a"])
        assert "indexing" in run.err
        ws.database.unlink()
        run = ws.process("search", "mill", "--json", timeout=20)
        assert (run.status, run.json) == (1, [])
        assert "indexing" in run.err
        ws.database.write_bytes(b"damaged" * 1000)
        run = ws.process("search", "mill", "--json", timeout=20)
        assert "unexpected" not in run.err
        assert "indexing" in run.err
    assert ws.found("mill") == ["a", "b"]


def test_one_that_is_about_to_end_is_waited_for(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.kit("index")
    ws.write("b", "A mill.\n")
    with held(ws):
        waiting = ws.start("search", "mill", "--jsonl")
        time.sleep(0.3)
    status, out, err = finish(waiting)
    assert (status, out.count("\n"), err) == (0, 2, "")


def test_what_changed_during_a_build_is_not_shown_as_it_was(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.write("b", "A mill of old.\n")
    ws.write("c", "A mill.\n")
    ws.kit("index")
    ws.write("b", "A mill of today.\n")
    (ws.root / "articles" / "c.md").unlink()
    with held(ws):
        run = ws.process("search", "mill", "--jsonl", timeout=20)
        assert run.files == ["a"]
        assert "2" in run.err


def test_index_waits_for_another(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.kit("index")
    ws.write("b", "A mill.\n")
    with held(ws):
        waiting = ws.start("index")
        assert select.select([waiting.stderr], [], [], 30)[0]  # it says so, however long it takes to start
        assert waiting.poll() is None
    status, out, err = finish(waiting)
    assert (status, out) == (0, "2 articles; 1 new\n")
    assert "waiting" in err


def test_a_reader_holds_nobody_up(ws: Workspace) -> None:
    """Datasette, or a search that is being paged, has kit.db open while it is brought up to date."""
    ws.write("a", "A mill.\n")
    ws.kit("index")
    with closing(sqlite3.connect(ws.database)) as reader:
        assert reader.execute("select count(*) from articles").fetchone() == (1,)
        ws.write("b", "A mill.\n")
        assert ws.found("mill") == ["a", "b"]
        ws.kit("index", "--rebuild")
        assert ws.found("mill") == ["a", "b"]


# --- killed -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [["index"], ["index", "--rebuild"], ["search", "weir"]], ids=" ".join)
def test_killed_at_any_moment(ws: Workspace, command: list[str]) -> None:
    articles = 250 if command == ["index"] else 100  # from 200 on, quotations are looked for in several processes
    ws.fill(articles)
    if "--rebuild" in command:
        ws.kit("index")
    # However fast the machine is, the moments lie all over a run.
    started = time.monotonic()
    ws.process(*command)
    whole_run = time.monotonic() - started
    for part in (0.3, 0.5, 0.7, 0.9):
        if "--rebuild" not in command:
            ws.database.unlink(missing_ok=True)
        process = ws.start(*command)
        time.sleep(whole_run * part)
        process.kill()
        finish(process)
        if ws.database.exists() and ws.database.stat().st_size:
            with closing(sqlite3.connect(ws.database)) as db:
                assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        run = ws.search("weir", "--limit", "0")
        assert len(run.files) == articles
        assert run.err == ""
        assert ws.is_whole()
    ws.kit("index", "--rebuild")
    assert sorted(file.name for file in ws.root.iterdir()) == ["articles", "kit.db"]


def count(ws: Workspace, table: str) -> int:
    try:
        with closing(sqlite3.connect(f"file:{ws.database}?mode=ro", uri=True)) as db:
            return int(db.execute(f"select count(*) from {table}").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


@pytest.mark.parametrize("table", ["about", "articles"])
def test_interrupted(ws: Workspace, table: str) -> None:
    """While the text is read, and while quotations are looked for in several processes."""
    for n in range(800):  # with so many quotations that looking for them takes its time
        ws.write(f"weir/{n:04}", f"“Weir {n} leaks,” said Ann Lund. " * 40, title=f"The weir {n}")
    process = ws.start("index")
    deadline = time.monotonic() + 30
    while not count(ws, table) and time.monotonic() < deadline:
        time.sleep(0.005)
    if table == "articles":
        time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it
    status, _, err = finish(process)
    assert (status, err) == (130, "")
    assert len(ws.found("weir")) == 800


def test_files_come_and_go_during_a_build(ws: Workspace) -> None:
    ws.fill(300)
    process = ws.start("index")
    folder = ws.root / "articles" / "weir"
    for n in range(0, 300, 3):
        (folder / f"{n:04}.md").unlink()
        (folder / f"new{n}.md").write_text("A mill.\n")
    status, _, err = finish(process)
    assert (status, err) == (0, "")
    assert len(ws.found("mill")) == 100
    assert len(ws.found("weir")) == 200
