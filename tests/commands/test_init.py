"""`kit init`, and where a workspace is looked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace


def test_init_here_and_elsewhere(ws: Workspace, tmp_path: Path) -> None:
    for args, folder in (
        ((), tmp_path),
        (("a/b c",), tmp_path / "a" / "b c"),
        ((str(tmp_path / "é"),), tmp_path / "é"),
    ):
        run = ws.kit("init", *args, cwd=tmp_path)
        assert run.status == 0
        assert (folder / "articles").is_dir()
        assert [file.name for file in folder.iterdir() if file.name in ("articles", "kit.db")] == ["articles"]
        assert ws.kit("search", "mill", cwd=folder).status == 1


COMMANDS = ["search mill", "quotes", "speakers", "timeline", "compare", "check", "export jsonl", "index"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_workspace_without_articles_says_what_is_missing(ws: Workspace, command: str) -> None:
    """Whoever puts text files and pages into it would be told that there is nothing to be found in them."""
    (ws.root / "articles" / "mill.txt").write_text("A mill.\n")
    run = ws.kit(*command.split())
    assert "articles/ has no files that end in .md" in run.err
    assert "kit add" in run.err
    ws.write("a", "A weir.\n")
    assert "no files" not in ws.kit(*command.split()).err


def test_init_where_there_is_one(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    run = ws.kit("init")
    assert run.status == 0
    assert "already" in run.out
    assert ws.found("mill") == ["a"]


def test_init_where_it_cannot_be(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "articles").write_text("x")
    (tmp_path / "locked").mkdir(mode=0o555)
    for folder in ("file", "other", "file/below", "x" * 300, "locked/new", ""):
        run = ws.unprivileged("init", folder, cwd=tmp_path)
        if folder:
            assert (run.status, run.out) == (2, "")
            assert "unexpected" not in run.err
    assert ws.kit("init", "a", "b", cwd=tmp_path).status == 2


def test_the_nearest_workspace_is_taken(ws: Workspace) -> None:
    ws.write("sub/deep/a", "A mill outside.\n")
    inner = ws.root / "articles" / "sub"
    assert "outside" in ws.kit("search", "mill", cwd=inner / "deep").out
    (inner / "articles").mkdir()
    (inner / "articles" / "b.md").write_text("A mill inside.\n")
    out = ws.kit("search", "mill", cwd=inner / "articles").out
    assert out.startswith("articles/b.md:1\t")
    assert out.count("\n") == 1


def test_root(ws: Workspace, tmp_path: Path) -> None:
    ws.write("a", "A mill.\n")
    other = tmp_path / "other"
    (other / "articles").mkdir(parents=True)
    (other / "articles" / "b.md").write_text("A mill.\n")
    root = str(ws.root)
    for args in (
        ["search", "mill", "--root", root],
        ["search", f"--root={root}", "mill"],
        ["--root", root, "search", "mill"],
        [f"--root={root}", "search", "mill"],
        ["--root", str(other), "search", "mill", "--root", root],  # the nearer one counts
    ):
        assert ws.kit(*args, cwd=tmp_path).out.startswith("articles/a.md:1\t")
    assert ws.kit("search", "mill", cwd=tmp_path, KIT_ROOT=root).out.startswith("articles/a.md")
    assert ws.kit("search", "mill", cwd=other, KIT_ROOT=root).out.startswith("articles/a.md")
    assert ws.kit("search", "mill", "--root", str(other), cwd=tmp_path, KIT_ROOT=root).out.startswith("articles/b.md")
    assert ws.kit("--root", str(other), "search", "mill", KIT_ROOT=root).out.startswith("articles/b.md")
    assert ws.kit("search", "mill", "--root", "other", cwd=tmp_path).out.startswith("articles/b.md")
    assert ws.kit("search", "mill", "--root", "~/other", cwd="/", HOME=str(tmp_path)).out.startswith("articles/b.md")
    assert ws.kit("search", "mill", cwd=other, KIT_ROOT="").out.startswith("articles/b.md")
    assert ws.kit("index", "--root", root, cwd=tmp_path).out.startswith("1 article")


def test_outside_of_any_workspace(ws: Workspace, tmp_path: Path) -> None:
    for args in (["search", "mill"], ["index"], ["index", "--check"], ["show", "a.md"]):
        for run in (ws.kit(*args, cwd=tmp_path), ws.kit(*args, "--root", "nowhere", cwd=tmp_path)):
            assert (run.status, run.out) == (2, "")
            assert "kit init" in run.err
            assert 1 <= run.err.count("\n") <= 2
    assert ws.kit("search", "mill", "--json", cwd=tmp_path).out == ""


def test_a_workspace_in_a_folder_with_an_odd_name(ws: Workspace, tmp_path: Path) -> None:
    for odd in (
        "a b",
        "q?x=1#y",
        "100%41",
        "한글",
        "e\u0301",
        "[x]",
        "-x",
        "a\nb",
        "kit.db",
        "x" * 200,
        "\\x41",
        "a;b",
    ):
        folder = tmp_path / odd
        (folder / "articles").mkdir(parents=True)
        (folder / "articles" / "a.md").write_text("A mill.\n")
        for _ in range(2):
            assert ws.kit("search", "mill", cwd=folder).out == "articles/a.md:1\t\t\ta\tA mill.\n"
        assert ws.kit("index", "--check", cwd=folder).status == 0
        assert sorted(file.name for file in folder.iterdir()) == ["articles", "kit.db"]


def test_two_workspaces_with_one_name_do_not_share_what_is_remembered(ws: Workspace, tmp_path: Path) -> None:
    for parent in ("x", "y"):
        folder = tmp_path / parent / "same"
        (folder / "articles").mkdir(parents=True)
        (folder / "articles" / f"{parent}.md").write_text("A mill.\n")
    for _ in range(2):
        for parent in ("x", "y"):
            assert ws.kit("search", "mill", cwd=tmp_path / parent / "same").out.startswith(f"articles/{parent}.md")


def test_a_workspace_through_a_symbolic_link(ws: Workspace, tmp_path: Path) -> None:
    ws.write("a", "A mill.\n")
    (tmp_path / "link").symlink_to(ws.root)
    assert ws.kit("search", "mill", "--root", str(tmp_path / "link")).out.startswith("articles/a.md:1\t")
    # articles/ itself may be a link, to a vault for instance
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "b.md").write_text("A mill.\n")
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "articles").symlink_to(vault)
    assert ws.kit("search", "mill", cwd=tmp_path / "second").out.startswith("articles/b.md:1\t")
    assert ws.kit("show", "articles/b.md", cwd=tmp_path / "second").out == "A mill.\n"
    assert Path(tmp_path / "second" / "kit.db").exists()
