"""A command that reads shows the articles as they are now, however they came to be so."""

from __future__ import annotations

import os
import shutil
import unicodedata
from typing import TYPE_CHECKING

import pytest

from kit.index import freshness

if TYPE_CHECKING:
    from tests.conftest import Workspace


@pytest.fixture(params=["every file", "folders"])
def large(request: pytest.FixtureRequest, ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace below and one above the number of files up to which each is looked at."""
    for n in range(6):
        ws.write(f"filler/{n}", f"A weir {n}.\n")
    if request.param == "folders":
        monkeypatch.setattr(freshness, "LOOK_AT_ALL", 3)
    ws.write("a", "A mill of old.\n", source="Echo")
    return ws


def test_the_limit_is_what_was_promised() -> None:
    assert freshness.LOOK_AT_ALL == 5_000


@pytest.mark.parametrize("sure_of_times", [True, False])
class TestChanges:
    """Each with files whose times kit is sure of, and with files written the moment before."""

    @pytest.fixture(autouse=True)
    def _times(self, sure_of_times: bool, request: pytest.FixtureRequest) -> None:
        if sure_of_times:
            request.getfixturevalue("sure")

    def test_added(self, large: Workspace) -> None:
        assert large.found("mill") == ["a"]
        large.write("b", "A mill.\n")
        large.write("new/nested/folder/c", "A mill.\n")
        assert large.found("mill") == ["a", "b", "new/nested/folder/c"]
        large.write("new/nested/d", "A mill.\n")
        large.write("new/nested/folder/deeper/e", "A mill.\n")
        assert len(large.found("mill")) == 5

    def test_edited(self, large: Workspace) -> None:
        assert large.search("mill").jsonl[0]["snippet"] == "A mill of old."
        large.write("a", "A mill of today.\n")
        assert [hit["snippet"] for hit in large.search("mill").jsonl] == ["A mill of today."]
        large.write("a", "Nothing of the sort.\n")
        assert large.found("mill") == []

    def test_edited_so_that_size_and_time_stay(self, large: Workspace) -> None:
        file = large.root / "articles" / "a.md"
        os.utime(file, (1_000_000, 1_000_000))
        assert large.found("mill") == ["a"]
        file.write_bytes(file.read_bytes().replace(b"mill", b"dike"))
        os.utime(file, (1_000_000, 1_000_000))
        assert large.found("mill") == []

    def test_replaced_by_an_older_file(self, large: Workspace) -> None:
        other = large.root / "other.md"
        other.write_text("An old dike.\n")
        os.utime(other, (1_000_000, 1_000_000))
        assert large.found("mill") == ["a"]
        os.replace(other, large.root / "articles" / "a.md")
        assert large.found("mill") == []
        assert large.found("dike") == ["a"]

    def test_deleted(self, large: Workspace) -> None:
        large.write("sub/b", "A mill.\n")
        assert large.found("mill") == ["a", "sub/b"]
        (large.root / "articles" / "a.md").unlink()
        assert large.found("mill") == ["sub/b"]
        shutil.rmtree(large.root / "articles" / "sub")
        assert large.found("mill") == []

    def test_deleted_and_counted(self, large: Workspace) -> None:
        assert large.search("mill", "--by", "source").jsonl == [{"key": "Echo", "count": 1}]
        (large.root / "articles" / "a.md").unlink()
        assert large.search("mill", "--by", "source").jsonl == []
        assert large.search("--by", "source").jsonl == [{"key": None, "count": 6}]

    def test_renamed(self, large: Workspace) -> None:
        assert large.found("mill") == ["a"]
        (large.root / "articles" / "a.md").rename(large.root / "articles" / "b.md")
        assert large.found("mill") == ["b"]
        (large.root / "articles" / "filler").rename(large.root / "articles" / "renamed")
        large.write("filler", "x")
        assert large.found("weir") == [f"renamed/{n}" for n in range(6)]

    def test_two_files_change_places(self, large: Workspace) -> None:
        large.write("b", "A dike.\n")
        assert large.found("mill") == ["a"]
        folder = large.root / "articles"
        (folder / "a.md").rename(folder / "c.md")
        (folder / "b.md").rename(folder / "a.md")
        (folder / "c.md").rename(folder / "b.md")
        assert large.found("mill") == ["b"]
        assert large.found("dike") == ["a"]

    def test_only_the_case_of_the_name_changes(self, large: Workspace) -> None:
        assert large.found("mill") == ["a"]
        (large.root / "articles" / "a.md").rename(large.root / "articles" / "A.md")
        assert large.found("mill") == ["A"]

    def test_moved_out_and_back(self, large: Workspace) -> None:
        assert large.found("mill") == ["a"]
        (large.root / "articles" / "a.md").rename(large.root / "a.md")
        assert large.found("mill") == []
        (large.root / "a.md").rename(large.root / "articles" / "a.md")
        assert large.found("mill") == ["a"]

    def test_a_folder_becomes_a_file(self, large: Workspace) -> None:
        large.write("x.md/b", "A mill.\n")
        assert large.found("mill") == ["a", "x.md/b"]
        shutil.rmtree(large.root / "articles" / "x.md")
        large.write("x.md", "A mill.\n")
        assert large.found("mill") == ["a", "x"]

    def test_a_link_is_turned_elsewhere(self, large: Workspace) -> None:
        for folder in ("one", "two"):
            (large.root / folder).mkdir()
            (large.root / folder / f"{folder}.md").write_text("A mill.\n")
        link = large.root / "articles" / "link"
        link.symlink_to(large.root / "one")
        assert large.found("mill") == ["a", "link/one"]
        link.unlink()
        link.symlink_to(large.root / "two")
        assert large.found("mill") == ["a", "link/two"]
        link.unlink()
        assert large.found("mill") == ["a"]

    def test_kit_db_is_deleted(self, large: Workspace) -> None:
        before = large.search("mill").out
        large.database.unlink()
        assert large.search("mill").out == before
        large.write("b", "A mill.\n")
        large.database.unlink()
        assert large.found("mill") == ["a", "b"]

    def test_an_older_kit_db_is_brought_back(self, large: Workspace) -> None:
        large.kit("index")
        shutil.copy2(large.database, large.root / "old")
        large.write("a", "A dike.\n")
        large.write("b", "A mill.\n")
        assert large.found("mill") == ["b"]
        shutil.copy2(large.root / "old", large.database)
        assert large.found("mill") == ["b"]
        assert large.found("dike") == ["a"]

    def test_the_cache_is_deleted_or_damaged(self, large: Workspace) -> None:
        assert large.found("mill") == ["a"]
        shutil.rmtree(large.cache)
        large.write("a", "A dike.\n")
        assert large.found("mill") == []
        for damage in (b"", b"no database at all" * 100, None):
            [file] = large.cache.rglob("files.db")
            file.write_bytes(file.read_bytes()[:1500] if damage is None else damage)
            large.write("a", "A mill.\n")
            assert large.found("mill") == ["a"]
            large.write("a", "A dike.\n")
            assert large.found("mill") == []


def test_a_file_that_is_not_shown_is_looked_at_when_asked(large: Workspace, sure: None) -> None:
    assert large.found("mill") == ["a"]
    large.write("filler/3", "Now a mill.\n")  # in place: no folder changes
    assert large.found("mill", "--fresh") == ["a", "filler/3"]
    large.write("filler/4", "Now a mill.\n")
    large.kit("index")
    assert large.found("mill") == ["a", "filler/3", "filler/4"]


def test_more_than_the_limit_indeed(ws: Workspace, sure: None) -> None:
    folder = ws.root / "articles" / "many"
    folder.mkdir()
    for n in range(5_001):
        (folder / f"{n}.md").write_bytes(b"weir\n")
    ws.write("a", "A mill of old.\n")
    assert ws.found("mill") == ["a"]
    (folder / "17.md").write_bytes(b"mill\n")
    ws.write("a", "A mill of today.\n")
    assert [hit["snippet"] for hit in ws.search("mill").jsonl] == ["A mill of today."]
    assert ws.found("mill", "--fresh") == ["a", "many/17"]
    (folder / "17.md").unlink()
    ws.write("new/folder/b", "A mill.\n")
    assert ws.found("mill") == ["a", "new/folder/b"]
    ws.kit("index")
    data = ws.database.read_bytes()
    assert ws.found("mill") == ["a", "new/folder/b"]
    assert ws.kit("index").out == "5,002 articles; nothing changed\n"
    assert ws.database.read_bytes() == data


PASSED_OVER = [
    ".hidden.md",
    ".md",
    ".obsidian/note.md",
    "sub/.trash/note.md",
    "note.txt",
    "note.md~",
    "note.md.bak",
    "note.mdx",
    "note",
    "md",
    "x.sync-conflict-20240102-030405-ABCDEFG.md",
    "sub/x.sync-conflict-20240102-030405-ABCDEFG.md",
    "x (Ann's conflicted copy 2024-01-02).md",
    "x (conflicted copy 2024-01-02 030405).md",
    "x (Conflicted copy Phone 202401020304).md",
    "x_conflict-20240102-030405.md",
]
TAKEN = [
    "x.md",
    "x.MD",
    "x.markdown",
    "sub.md/x.md",
    "a.hidden.md",
    "sync-conflict.md",
    "2024-01-02-sync-conflict-of-interest.md",
    "conflict-20240102.md",
    "how-to-mend-a-conflicted-copy.md",
    " .md",
    "x y.md",
    "한글.md",
    "한글/é.md",
    unicodedata.normalize("NFD", "가é.md"),
    "emoji 🇺🇦.md",
    "new\nline.md",
    "esc\x1b[31m.md",
    "tab\t.md",
    "back\\slash.md",
    "-x.md",
    "x" * 200 + ".md",
    "'\"`$(x).md",
    "%41%.md",
]


@pytest.mark.parametrize("file", PASSED_OVER, ids=ascii)
def test_files_that_are_no_articles(ws: Workspace, file: str) -> None:
    path = ws.root / "articles" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"A mill.\n")
    assert ws.found("mill") == []


@pytest.mark.parametrize("file", TAKEN, ids=ascii)
def test_files_that_are_articles(ws: Workspace, file: str) -> None:
    path = ws.root / "articles" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"A mill.\n")
    for _ in range(2):
        [hit] = ws.search("mill").jsonl
        assert hit["file"] == f"articles/{file}"
    assert ws.kit("show", hit["file"]).out == "A mill.\n"
    assert ws.kit("index", "--check").status == 0


def test_names_that_are_no_utf_8(ws: Workspace) -> None:
    folder = ws.root / "articles" / os.fsdecode(b"fold\xe9r")
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9 \xff\xfe.md")).write_text("A mill.\n")
    (ws.root / "articles" / "caf\u00e9.md").write_text("A mill.\n")
    for _ in range(2):
        hits = ws.search("mill").jsonl
        assert {hit["file"] for hit in hits} == {"articles/café.md", "articles/fold\\xe9r/caf\\xe9 \\xff\\xfe.md"}
    for hit in hits:
        assert ws.kit("show", hit["file"]).out == "A mill.\n"
    run = ws.process("search", b"mill", b"--file", b"*\xff\xfe.md", b"--jsonl")
    assert len(run.jsonl) == 1
    assert ws.found("mill", "--file", "fold*") == ["fold\\xe9r/caf\\xe9 \\xff\\xfe"]
    os.rename(folder, ws.root / "articles" / os.fsdecode(b"\xe8"))
    assert ws.found("mill") == ["\\xe8/caf\\xe9 \\xff\\xfe", "café"]
    assert ws.screen("search", "mill")[0] == 0


def test_both_forms_of_a_name_are_two_files(ws: Workspace) -> None:
    for form in ("NFC", "NFD"):
        ws.write(unicodedata.normalize(form, "é가.md"), "A mill.\n")
    assert len(ws.found("mill")) == 2
    assert len(ws.found("mill", "--file", "é가.md")) == 2


def test_links(ws: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each article is found once, loops end, and a link that leads nowhere spoils nothing beside it."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "o.md").write_text("A mill.\n")
    ws.write("sub/a", "A mill.\n")
    ws.write("b", "A mill.\n")
    articles = ws.root / "articles"
    (articles / "loop").symlink_to(articles)
    (articles / "sub" / "up").symlink_to("..")
    (articles / "self").symlink_to("self")
    (articles / "self.md").symlink_to("self.md")
    (articles / "ping.md").symlink_to("pong.md")
    (articles / "pong.md").symlink_to("ping.md")
    (articles / "nowhere").symlink_to("/nowhere/at/all")
    (articles / "nowhere.md").symlink_to("/nowhere/at/all.md")
    (articles / "long.md").symlink_to("x" * 300)
    (articles / "outside").symlink_to(outside)
    (articles / "again").symlink_to(outside)
    (outside / "back").symlink_to(articles)
    (articles / "file.md").symlink_to(outside / "o.md")
    for _ in range(2):
        assert ws.found("mill") == ["again/o", "b", "file", "sub/a"]
    assert ws.kit("index", "--check").status == 0


def test_a_link_into_a_locked_folder_spoils_nothing(ws: Workspace, tmp_path_factory: pytest.TempPathFactory) -> None:
    locked = tmp_path_factory.mktemp("locked")
    (locked / "x.md").write_text("A mill.\n")
    (ws.root / "articles" / "x.md").symlink_to(locked / "x.md")
    for file in "abc":
        ws.write(file, "A mill.\n")
    locked.chmod(0)
    try:
        assert ws.unprivileged("search", "mill", "--jsonl").files[:3] == ["a", "b", "c"]
    finally:
        locked.chmod(0o755)


def test_odd_things_in_the_folder(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    os.mkfifo(ws.root / "articles" / "pipe.md")
    (ws.root / "articles" / "empty.md").write_bytes(b"")
    (ws.root / "articles" / "folder.md").mkdir()
    assert ws.process("search", "mill", "--jsonl", timeout=20).files == ["a"]
    assert ws.found("empty") == ["empty"]


def test_articles_deep_down(ws: Workspace) -> None:
    ws.write("/".join("d" * 60) + "/a", "A mill.\n")
    assert len(ws.found("mill")) == 1
