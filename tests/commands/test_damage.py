"""Whatever happens to kit.db, and wherever it lies, answers come and nothing is lost."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace


def change(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as db, db:
        db.executescript(sql)


# --- damage -----------------------------------------------------------------------------------------------------------


def cut_in_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


def nothing_but_zeros(data: bytes) -> bytes:
    return bytes(len(data))


def no_database(data: bytes) -> bytes:
    return b"This was a text all along.\n" * 100


def header_overwritten(data: bytes) -> bytes:
    return b"\xff" * 100 + data[100:]


def magic_overwritten(data: bytes) -> bytes:
    return b"SQLite format 2\0" + data[16:]


def first_page_overwritten(data: bytes) -> bytes:
    return data[:100] + b"\xff" * 3996 + data[4096:]


def all_but_the_first_page_overwritten(data: bytes) -> bytes:
    return data[:4096] + b"\xff" * (len(data) - 4096)


DAMAGES = [
    cut_in_half,
    nothing_but_zeros,
    no_database,
    header_overwritten,
    magic_overwritten,
    first_page_overwritten,
    all_but_the_first_page_overwritten,
]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("command", [["search", "mill", "--jsonl"], ["index"], ["index", "--rebuild"]], ids=" ".join)
def test_a_damaged_kit_db_is_set_aside_and_made_anew(ws: Workspace, damage: object, command: list[str]) -> None:
    assert callable(damage)
    ws.fill(60)
    ws.write("a", "A mill.\n")
    ws.kit("index")
    damaged = damage(ws.database.read_bytes())
    ws.database.write_bytes(damaged)
    assert ws.kit("index", "--check").status == 1
    run = ws.kit(*command)
    assert run.status == 0
    assert "damaged" in run.err
    assert run.err.count("\n") == 1
    if "search" in command:
        assert run.files == ["a"]
    assert (ws.root / "kit.db.damaged").read_bytes() == damaged
    assert ws.found("mill") == ["a"]
    assert ws.kit("index", "--check").status == 0
    assert ws.is_whole()


@pytest.mark.parametrize(
    "command", [["mill"], ["--by", "source"], ["--source", "x"], ["nothere"], ["a", "--by", "tag"]]
)
def test_damage_that_shows_while_answering(ws: Workspace, command: list[str], sure: None) -> None:
    """kit.db looks as it was left, so that nothing is noticed before the question is put."""
    ws.fill(60)
    ws.write("a", "A mill.\n", source="x", tags=["t"])
    ws.kit("index")
    right = ws.kit("search", *command, "--json")
    for damage in (all_but_the_first_page_overwritten, first_page_overwritten, cut_in_half):
        ws.database.write_bytes(damage(ws.database.read_bytes()))
        run = ws.kit("search", *command, "--json")
        assert (run.status, run.out) == (right.status, right.out)
        assert "damaged" in run.err
        assert "unexpected" not in run.err


def test_random_damage_never_gives_a_traceback(ws: Workspace) -> None:
    ws.fill(30)
    ws.kit("index")
    good = ws.database.read_bytes()
    for seed in range(15):
        rng = random.Random(seed)
        data = bytearray(good)
        for _ in range(rng.randrange(1, 40)):
            at = rng.randrange(len(data))
            data[at : at + rng.randrange(1, 200)] = rng.randbytes(len(data[at : at + rng.randrange(1, 200)]))
        ws.database.write_bytes(data)
        run = ws.kit("search", "weir", "--json")
        assert "unexpected" not in run.err, seed
        assert run.status in (0, 1)
        ws.kit("index", "--rebuild")
        assert ws.kit("index", "--check").status == 0, seed
        assert len(ws.found("weir")) == 30


def test_damage_in_the_middle_is_noticed_by_check_and_rebuild(ws: Workspace) -> None:
    ws.fill(120)
    ws.kit("index")
    data = bytearray(ws.database.read_bytes())
    pages = len(data) // 4096
    middle = 4096 * (pages // 2)
    data[middle : middle + 4096] = b"\xff" * 4096
    ws.database.write_bytes(data)
    assert ws.kit("index", "--check").status == 1
    run = ws.kit("index", "--rebuild")
    assert run.status == 0
    assert "damaged" in run.err
    assert len(ws.found("weir")) == 120


@pytest.mark.parametrize(
    "table", ["articles", "articles_fts", "articles_fts_idx", "authors", "article_authors", "tags"]
)
@pytest.mark.parametrize(
    "command", [["search", "mill", "--json"], ["search", "--by", "author", "--author", "ann", "--json"]]
)
def test_a_missing_table(ws: Workspace, table: str, command: list[str]) -> None:
    ws.write("a", "A mill.\n", author="Ann", tags=["t"])
    right = ws.kit(*command)
    change(ws.database, "pragma writable_schema = on; " + f"delete from sqlite_master where name = '{table}';")
    assert ws.kit("index", "--check").status == 1
    run = ws.kit(*command)
    assert (run.status, run.out) == (right.status, right.out)
    assert "unexpected" not in run.err


OTHERS = [
    "create table treasure (gold)",
    "create table about (x); create table treasure (gold)",
    "create table about (name, value); insert into about values ('version', '9'); create table treasure (gold)",
    "create table articles (id, title, path); create table treasure (gold)",
    "pragma journal_mode = wal; create table treasure (gold)",
]


@pytest.mark.parametrize("sql", OTHERS)
@pytest.mark.parametrize("command", [["search", "mill"], ["index"], ["index", "--rebuild"]], ids=" ".join)
def test_the_database_of_another_program_is_not_lost(ws: Workspace, sql: str, command: list[str]) -> None:
    ws.write("a", "A mill.\n")
    change(ws.database, f"{sql}; insert into treasure values ('all of it');")
    assert ws.kit("index", "--check").status == 1
    run = ws.kit(*command)
    assert run.status == 0
    assert "kit.db" in run.err
    kept = [file for file in ws.root.iterdir() if file.name.startswith("kit.db.")]
    [treasure] = [file for file in kept if not file.name.endswith(("-wal", "-shm", "-journal"))]
    with closing(sqlite3.connect(treasure)) as db:
        assert db.execute("select * from treasure").fetchall() == [("all of it",)]
    assert ws.found("mill") == ["a"]


def test_what_another_program_had_not_yet_moved_into_its_database_is_not_lost(ws: Workspace) -> None:
    """A write-ahead log left behind by a program that was killed holds what it wrote last."""
    other = ws.root / "other.db"
    db = sqlite3.connect(other)
    db.executescript("pragma journal_mode = wal; create table treasure (gold); pragma wal_checkpoint(truncate);")
    db.execute("insert into treasure values ('all of it')")
    db.commit()
    shutil.copyfile(other, ws.database)
    shutil.copyfile(f"{other}-wal", f"{ws.database}-wal")
    db.close()
    ws.write("a", "A mill.\n")
    assert ws.found("mill") == ["a"]
    [treasure] = [
        f for f in ws.root.iterdir() if f.name.startswith("kit.db.") and not f.name.endswith(("-wal", "-shm"))
    ]
    with closing(sqlite3.connect(treasure)) as db:
        assert db.execute("select * from treasure").fetchall() == [("all of it",)]


def test_several_damaged_ones_are_all_kept(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    for n in range(3):
        ws.database.write_bytes(b"no database %d" % n * 100)
        assert ws.found("mill") == ["a"]
    kept = sorted(file.name for file in ws.root.iterdir() if ".damaged" in file.name)
    assert len(kept) == 3


def test_an_empty_kit_db(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.database.write_bytes(b"")
    run = ws.search("mill")
    assert (run.files, run.err) == (["a"], "")


USING_KIT_DB = [
    ["search", "mill", "--json"],
    ["quotes"],
    ["speakers"],
    ["timeline"],
    ["compare"],
    ["check"],
    ["export", "ics"],
    ["export", "bibtex"],
    ["alias", "Mill", "Miller"],
    ["attribute", "articles/a.md:1", "Mill"],
    ["add", "new.txt"],
    ["index"],
    ["index", "--check"],
    ["index", "--rebuild"],
]


@pytest.mark.parametrize("command", USING_KIT_DB, ids=" ".join)
def test_a_folder_named_kit_db(ws: Workspace, command: list[str]) -> None:
    ws.write("a", "A mill.\n")
    (ws.root / "new.txt").write_text("A weir.\n")
    (ws.database / "mine").mkdir(parents=True)
    run = ws.kit(*command)
    assert (run.status, run.out) == (2, "")
    assert run.err == f"kit: {ws.database}: a folder or the like, where kit keeps its index; name it otherwise\n"
    assert (ws.database / "mine").is_dir()
    assert [file.name for file in (ws.root / "articles").iterdir()] == ["a.md"]


@pytest.mark.parametrize("command", USING_KIT_DB[:-2], ids=" ".join)
def test_a_kit_db_that_cannot_be_made(ws: Workspace, command: list[str]) -> None:
    ws.write("a", "A mill.\n")
    (ws.root / "new.txt").write_text("A weir.\n")
    ws.database.symlink_to(ws.root / "gone" / "kit.db")
    run = ws.kit(*command)
    assert (run.status, run.out) == (2, "")
    assert "kit.db cannot be" in run.err
    assert run.err.count("\n") == 1


def test_a_kit_db_that_cannot_be_read(ws: Workspace) -> None:
    """The answer comes from another one, in the cache; it stays as it is."""
    ws.write("a", "A mill.\n")
    ws.kit("index")
    shutil.rmtree(ws.cache)
    data = ws.database.read_bytes()
    ws.database.chmod(0o000)
    try:
        run = ws.unprivileged("search", "mill", "--jsonl")
    finally:
        ws.database.chmod(0o644)
    assert (run.status, run.files, run.err) == (0, ["a"], "")
    assert ws.database.read_bytes() == data


# --- places where nothing can be written ------------------------------------------------------------------------------


@contextmanager
def read_only(*folders: Path) -> Iterator[None]:
    """Takes the right to write from folders and the files in them."""
    paths = [path for folder in folders for path in (folder, *folder.rglob("*")) if not path.is_symlink()]
    modes = {path: path.stat().st_mode for path in paths}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@pytest.mark.parametrize("cache", ["writable", "locked", "nowhere"])
@pytest.mark.parametrize("state", ["fresh", "none", "stale", "wal", "damaged", "older"])
def test_a_read_only_folder_can_be_searched(ws: Workspace, state: str, cache: str) -> None:
    ws.write("a", "A mill.\n", title="M")
    ws.write("b", "A mill to go.\n", title="M")
    if state != "none":
        ws.kit("index")
    if state == "stale":
        ws.write("c", "A mill.\n", title="M")
        (ws.root / "articles" / "b.md").unlink()
    if state == "wal":
        change(ws.database, "pragma journal_mode = wal")
    if state == "damaged":
        ws.database.write_bytes(b"no database" * 1000)
    if state == "older":
        change(ws.database, "update about set value = 'kit 0.0.0, schema 0'")
    if cache == "locked":
        shutil.rmtree(ws.cache, ignore_errors=True)
        ws.cache.mkdir()
    if cache == "nowhere":
        ws.cache = ws.root / "no" / "such" / "place"
    before = {file: file.read_bytes() for file in ws.root.rglob("*") if file.is_file()}
    right = ["a", "c"] if state == "stale" else ["a", "b"]
    with read_only(ws.root, *([ws.cache] if cache == "locked" else [])):
        for _ in range(2):
            run = ws.unprivileged("search", "mill", "--jsonl")
            assert "unexpected" not in run.err
            if cache == "writable" or state in ("fresh", "wal"):
                assert (run.status, run.files) == (0, right)
                assert run.err == "" or state == "damaged" or (state == "wal" and cache != "writable")
            elif state == "stale":
                # Nothing can be written anywhere: an older answer, and a word about it.
                assert (run.status, run.files) == (0, ["a"])
                assert "may be older" in run.err
            else:
                # There is nothing to answer from, which is not the same as nothing found.
                assert (run.status, run.out) == (2, "")
                assert "nothing to answer from" in run.err or "kit.db: Permission denied" in run.err
                # Nothing can be written anywhere: an older answer and a word about it, or none.
                lines = [line.removeprefix(f"kit: {ws.database} cannot be ") for line in run.err.splitlines()]
                if state == "stale":
                    assert lines[0].startswith("brought up to date (")
                    assert lines[1:] == ["kit: left out 1 files that changed since they were indexed"]
                else:
                    assert lines[0].startswith("made (")
                    assert (run.status, len(lines)) == (2, 1)
                assert "b" not in run.files or state != "stale"
        run = ws.unprivileged("index")
        assert "unexpected" not in run.err
        assert run.status == (0 if cache == "writable" else run.status)
        assert "unexpected" not in ws.unprivileged("index", "--check").err
        assert ws.unprivileged("show", "articles/a.md").out == "A mill.\n"
    assert {file: file.read_bytes() for file in ws.root.rglob("*") if file.is_file()} == before


def test_a_read_only_kit_db_in_a_folder_that_is_not(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    ws.kit("index")
    ws.write("b", "A mill.\n")
    ws.database.chmod(0o444)
    data = ws.database.read_bytes()
    assert ws.unprivileged("search", "mill", "--jsonl").files == ["a", "b"]
    assert ws.database.read_bytes() == data


def test_a_cache_that_belongs_to_somebody_else(ws: Workspace) -> None:
    """Left behind by `sudo kit`, say: kit.db itself can be written."""
    ws.write("a", "A mill.\n")
    ws.kit("index")
    ws.write("b", "A mill.\n")
    with read_only(ws.cache):
        run = ws.unprivileged("search", "mill", "--jsonl")
        assert (run.files, run.err) == (["a", "b"], "")
        ws.write("c", "A mill.\n")
        run = ws.unprivileged("index")
        assert run.out.startswith("3 articles; 1 new")
        assert ws.unprivileged("search", "mill", "--jsonl").files == ["a", "b", "c"]


def test_an_unfinished_transaction_in_a_read_only_folder(ws: Workspace) -> None:
    """kit.db and its journal as a process leaves them that is killed while it writes."""
    ws.fill(100)
    ws.write("a", "A mill.\n")
    ws.kit("index")
    writer = sqlite3.connect(ws.database, isolation_level=None)
    writer.execute("pragma cache_size = 1")
    writer.execute("begin immediate")
    writer.execute("update articles set body = 'no more', cjk = 'x', title = 'gone'")
    journal = ws.root / "kit.db-journal"
    assert journal.stat().st_size > 512
    half, log = ws.database.read_bytes(), journal.read_bytes()
    writer.execute("rollback")
    writer.close()
    for read_only_too in (True, False):
        ws.database.write_bytes(half)
        journal.write_bytes(log)
        ws.cache = ws.cache.with_name(f"cache-{read_only_too}")
        with read_only(*([ws.root] if read_only_too else [])):
            assert ws.unprivileged("search", "mill", "--jsonl").files == ["a"]
            assert len(ws.unprivileged("search", "weir", "--limit", "0", "--jsonl").files) == 100
    assert ws.is_whole()


def write_small_files_only() -> None:
    """As on a disk that is all but full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_full_disk_is_not_taken_for_nothing_found(ws: Workspace) -> None:
    ws.fill(50)
    for command in (["search", "weir", "--json"], ["quotes"], ["timeline"], ["check"], ["export", "jsonl"]):
        run = ws.unprivileged(*command, prepare=write_small_files_only)
        assert (run.status, run.out) == (2, ""), command
        assert "kit.db cannot be made" in run.err
        assert run.err.count("\n") == 1
    assert len(ws.found("weir")) == 50


def become_somebody_without_a_home() -> None:
    for variable in ("HOME", "XDG_CACHE_HOME"):
        os.environ.pop(variable, None)
    os.setgroups([])
    os.setgid(54321)
    os.setuid(54321)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_user_without_a_home(ws: Workspace) -> None:
    """As in containers that run under a number: no entry in the password file, no HOME, nothing that can be written."""
    ws.write("a", "A mill.\n")
    assert ws.found("mill") == ["a"]  # and so everything is imported that this user may not read
    ws.kit("search", "nothere")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        shutil.copytree(ws.root, folder, dirs_exist_ok=True)
        run = ws.unprivileged("search", "mill", "--jsonl", cwd=Path(folder), prepare=become_somebody_without_a_home)
    assert (run.status, run.files) == (0, ["a"])


@pytest.mark.parametrize("relative", ["cache", "./cache", ""])
def test_a_relative_cache_is_none(ws: Workspace, relative: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The specification of XDG says to pass over paths that are not absolute: they would be all over the place."""
    ws.write("a", "A mill.\n")
    assert ws.kit("search", "mill", XDG_CACHE_HOME=relative, HOME=str(ws.cache)).status == 0
    assert sorted(file.name for file in ws.root.iterdir()) == ["articles", "kit.db"]
