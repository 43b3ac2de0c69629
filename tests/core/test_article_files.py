"""Which names are those of articles, and what is remembered of files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import NoWorkspace, UnknownFile
from kit.index.cache import Cache
from kit.index.files import digest, digest_of, is_article, list_files, state_of
from kit.workspace import Workspace, find_workspace, label_of

NAMES = [
    ("a.md", True),
    ("A.MD", True),
    ("a.markdown", True),
    ("a.mdown", True),
    ("a.mkd", True),
    ("a.txt", False),
    ("a", False),
    ("md", False),
    (".md", False),
    (".a.md", False),
    ("a.md~", False),
    ("a.md.tmp", False),
    ("a.mdx", False),
    ("x.sync-conflict-20240102-030405-ABCDEFG.md", False),
    ("x.sync-conflict.md", True),
    ("x (Ann's conflicted copy 2024-01-02).md", False),
    ("x (conflicted copy 2024-01-02 111111).md", False),
    ("conflicted-copy.md", True),
    ("x_conflict-20240102-030405.md", False),
    ("x_conflict-resolved.md", True),
]


@pytest.mark.parametrize(("name", "is_one"), NAMES, ids=[row[0] for row in NAMES])
def test_is_article(name: str, is_one: bool) -> None:
    assert is_article(name) is is_one


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "ws" / "articles").mkdir(parents=True)
    return Workspace(tmp_path / "ws")


@given(st.binary(min_size=1, max_size=20).filter(lambda b: b"/" not in b and b"\0" not in b))
def test_labels_are_text(raw: bytes) -> None:
    label = label_of(os.fsdecode(raw))
    label.encode()
    if raw.isascii():
        assert label == raw.decode()


@pytest.mark.parametrize("raw", [b"a", "한é".encode(), b"caf\xe9", b"\xff\xfe", b"\\x41", b"\\xff", b"a\xffb\\xff"])
def test_a_label_leads_back_to_the_file(workspace: Workspace, raw: bytes) -> None:
    file = workspace.articles / os.fsdecode(raw + b".md")
    file.write_text("x")
    [label] = list_files(workspace).files
    assert workspace.file(label).samefile(file)
    assert workspace.label(label) == label


def test_labels_are_relative_to_the_workspace(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    (workspace.articles / "sub").mkdir()
    (workspace.articles / "sub" / "a.md").write_text("x")
    monkeypatch.chdir(workspace.articles / "sub")
    for typed in ("a.md", "./a.md", "articles/sub/a.md", "sub/a.md", str(workspace.articles / "sub" / "a.md")):
        assert workspace.label(typed) == "articles/sub/a.md"
    (workspace.root / "outside.md").write_text("x")
    for typed in ("b.md", "", ".", "../../outside.md", "outside.md", "\0", "sub"):
        with pytest.raises(UnknownFile):
            workspace.label(typed)


def test_find_workspace(workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace.articles)
    assert find_workspace(None).root == workspace.root
    monkeypatch.chdir(tmp_path)
    assert find_workspace("ws").root == workspace.root
    for root in (None, "nothing", "ws/articles"):
        with pytest.raises(NoWorkspace, match="kit init"):
            find_workspace(root)


def test_the_cache_lies_outside_and_apart(workspace: Workspace, tmp_path: Path) -> None:
    assert not workspace.cache.is_relative_to(workspace.root)
    (tmp_path / "other" / "ws" / "articles").mkdir(parents=True)
    assert Workspace(tmp_path / "other" / "ws").cache != workspace.cache
    (tmp_path / "link").symlink_to(workspace.root)
    assert Workspace(tmp_path / "link").cache == workspace.cache


def test_digests() -> None:
    assert digest(b"") == digest(b"") != digest(b"x")
    assert len(digest(b"x")) == 32
    assert digest_of(Path("/nowhere/at/all")) is None
    assert state_of(Path("/nowhere/at/all")) is None


def remembered(workspace: Workspace, cache: Cache, started_ns: int) -> None:
    listing = list_files(workspace)
    with cache.lock():
        cache.remember(workspace.database, listing, gone=(), started_ns=started_ns, whole=True)


def test_what_was_written_just_now_is_not_believed(workspace: Workspace) -> None:
    file = workspace.articles / "a.md"
    file.write_text("x")
    workspace.database.write_text("x")
    state = state_of(file)
    assert state is not None
    cache = Cache(workspace)
    now = state[2]
    remembered(workspace, cache, now)
    assert cache.files().get("articles/a.md") != state
    assert not cache.holds(list_files(workspace).files)
    remembered(workspace, cache, now + 10_000_000_000)
    assert cache.files()["articles/a.md"] == state
    assert cache.holds(list_files(workspace).files)
    cache.close()


def test_only_believed_for_the_kit_db_that_it_was_written_for(workspace: Workspace) -> None:
    cache = Cache(workspace)
    assert not cache.describes(workspace.database)
    workspace.database.write_text("x")
    remembered(workspace, cache, 0)
    assert cache.describes(workspace.database)
    workspace.database.write_text("y")
    assert not cache.describes(workspace.database)
    remembered(workspace, cache, 0)
    workspace.database.unlink()
    assert not cache.describes(workspace.database)
    cache.close()


def test_one_lock(workspace: Workspace) -> None:
    first, second = Cache(workspace), Cache(workspace)
    with first.lock(seconds=0) as held:
        assert held
        with second.lock(seconds=0) as also_held:
            assert not also_held
    with second.lock(seconds=0) as held:
        assert held
    with pytest.raises(RuntimeError), first.lock(seconds=0):
        raise RuntimeError
    with first.lock(seconds=0) as held:
        assert held
    first.close()
    second.close()


def test_a_cache_that_is_no_database(workspace: Workspace) -> None:
    Cache(workspace).close()
    (workspace.cache / "files.db").write_bytes(b"no database" * 500)
    cache = Cache(workspace)
    assert cache.files() == {}
    assert cache.is_kept
    cache.close()
