"""`kit show FILE[:LINE]`, run as a user runs it."""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Workspace

BODY = "First paragraph.\n\nSecond paragraph.\n\n## A heading\n\nThird paragraph.\n"


@pytest.fixture
def mill(ws: Workspace) -> Workspace:
    ws.write("sub/mill", BODY, title="The mill")  # the body begins on line 4
    return ws


SHOWN = [
    ("articles/sub/mill.md", "First"),
    ("articles/sub/mill.md:1", "First"),
    ("articles/sub/mill.md:0", "First"),
    ("articles/sub/mill.md:4", "First"),
    ("articles/sub/mill.md:5", "First"),
    ("articles/sub/mill.md:6", "Second"),
    ("articles/sub/mill.md:8", "## A heading"),
    ("articles/sub/mill.md:10", "Third"),
    ("articles/sub/mill.md:99999999999999999999", "Third"),
    ("sub/mill.md", "First"),
    ("./articles/sub/../sub/mill.md:6", "Second"),
]


@pytest.mark.parametrize(("typed", "starts"), SHOWN, ids=[row[0] for row in SHOWN])
def test_shown_from_the_line_on(mill: Workspace, typed: str, starts: str) -> None:
    run = mill.kit("show", typed)
    assert run.status == 0
    assert run.out.startswith(starts)
    assert run.out.endswith("Third paragraph.\n")
    assert run.err == ""


def test_named_from_a_sub_folder_and_from_elsewhere(mill: Workspace, tmp_path: Path) -> None:
    folder = mill.root / "articles" / "sub"
    assert mill.kit("show", "mill.md:6", cwd=folder).out.startswith("Second")
    assert mill.kit("show", "articles/sub/mill.md", cwd=folder).status == 0  # as search prints it
    assert mill.kit("show", str(folder / "mill.md:6"), cwd=folder).out.startswith("Second")
    for root in (["--root", str(mill.root)], [f"--root={mill.root}"]):
        assert mill.kit("show", "articles/sub/mill.md", *root, cwd=tmp_path).status == 0
        assert mill.kit(*root, "show", "articles/sub/mill.md", cwd=tmp_path).status == 0
    link = tmp_path / "link"
    link.symlink_to(mill.root)
    assert (
        mill.kit("show", str(link / "articles" / "sub" / "mill.md"), "--root", str(mill.root), cwd=tmp_path).status == 0
    )
    assert mill.kit("show", str(mill.root / "articles/sub/mill.md"), "--root", str(link), cwd=tmp_path).status == 0


def test_every_hit_can_be_shown(ws: Workspace) -> None:
    names = [
        "a b",
        "c:12",
        "d:e",
        "-f",
        "g'h",
        "한글",
        "e\u0301",
        "i\\x41",
        "j\nk",
        "l\x1bm",
        "n%20o",
        "~p",
    ]
    for number, file in enumerate(names):
        ws.write(f"{file}.md", f"mill {number}\n\nmill mill of {number}\n")
    (ws.root / "articles" / os.fsdecode(b"caf\xe9 \xff.md")).write_text("mill last\n\nmill mill of last\n")
    hits = ws.search("mill").jsonl
    assert len(hits) == len(names) + 1
    for hit in hits:
        run = ws.kit("show", f"{hit['file']}:{hit['line']}")
        assert run.out.strip() == hit["snippet"]
    raw = ws.process("show", b"articles/caf\xe9 \xff.md:3")
    assert (raw.status, raw.out) == (0, "mill mill of last\n")


@pytest.mark.parametrize(
    "typed",
    [
        "nothere.md",
        "articles/nothere.md:3",
        "",
        ":",
        ":3",
        "articles",
        "articles/sub",
        "../kit.db",
        "/etc/passwd",
        "x" * 5000,
    ],
)
def test_no_such_article(mill: Workspace, typed: str) -> None:
    (mill.root / "other.md").write_text("x")
    for args in ([typed], [typed, "--edit"]):
        run = mill.kit("show", *args, EDITOR="true")
        assert (run.status, run.out) == (2, "")
        assert 1 <= run.err.count("\n") <= 2
        assert "unexpected" not in run.err
    assert mill.kit("show", "other.md").status == 2
    assert mill.kit("show").status == 2


def test_an_article_that_cannot_be_read(mill: Workspace) -> None:
    (mill.root / "articles" / "sub" / "mill.md").chmod(0)
    run = mill.unprivileged("show", "articles/sub/mill.md")
    assert (run.status, run.out) == (2, "")
    assert "articles/sub/mill.md" in run.err
    assert "unexpected" not in run.err


def test_nothing_acts_on_a_terminal(ws: Workspace) -> None:
    ws.write("a", "one \x1b[31m \x9b \u202e two\x07\r\rthree\x00\n".encode())
    assert ws.kit("show", "articles/a.md").out == "one ␛[31m \\u009b \\u202e two␇\n\nthree␀\n"


def test_the_text_is_given_exactly_in_a_pipe(ws: Workspace) -> None:
    body = "A *b* `c` [d](e) <i>f</i> &amp; &#27; | g |\n\n\tindented\n\n- one\n- two  \n"
    ws.write("a", body)
    assert ws.kit("show", "articles/a.md").out == body


def editor(tmp_path: Path, name: str, status: int = 0) -> Path:
    """A program that writes down what it was called with."""
    file = tmp_path / name
    file.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {shlex.quote(str(tmp_path / "called"))}\nexit {status}\n')
    file.chmod(0o755)
    return file


EDITORS = [
    ("vim", ["+6", "FILE"]),
    ("nano", ["+6", "FILE"]),
    ("emacs", ["+6", "FILE"]),
    ("code", ["--goto", "FILE:6"]),
    ("subl", ["FILE:6"]),
    ("hx", ["FILE:6"]),
]


@pytest.mark.parametrize(("program", "args"), EDITORS, ids=[row[0] for row in EDITORS])
def test_edit(mill: Workspace, tmp_path: Path, program: str, args: list[str]) -> None:
    file = str(mill.root / "articles" / "sub" / "mill.md")
    run = mill.kit("show", "articles/sub/mill.md:6", "--edit", EDITOR=str(editor(tmp_path, program)))
    assert (run.status, run.out) == (0, "")
    assert (tmp_path / "called").read_text().splitlines() == [arg.replace("FILE", file) for arg in args]


def test_edit_with_arguments_and_visual_before_editor(mill: Workspace, tmp_path: Path) -> None:
    (tmp_path / "my tools").mkdir()
    visual = f"'{editor(tmp_path / 'my tools', 'code')}' --wait"
    assert mill.kit("show", "sub/mill.md", "--edit", VISUAL=visual, EDITOR="false").status == 0
    assert (tmp_path / "my tools" / "called").read_text().splitlines()[:2] == ["--wait", "--goto"]


def test_editors_that_cannot_be_started(mill: Workspace, tmp_path: Path) -> None:
    for wrong in ("/nowhere/editor", '"vi', "no-such-editor-at-all"):
        run = mill.kit("show", "sub/mill.md", "--edit", EDITOR=wrong, VISUAL="")
        assert (run.status, run.out) == (2, "")
        assert "EDITOR" in run.err
        assert "unexpected" not in run.err
    # A variable that says nothing is as good as none.
    run = mill.kit("show", "sub/mill.md", "--edit", EDITOR=" ", PATH=str(tmp_path))
    assert run.status == 2
    assert "vi: cannot be started" in run.err


def test_an_editor_that_fails(mill: Workspace, tmp_path: Path) -> None:
    assert mill.kit("show", "sub/mill.md", "--edit", EDITOR=str(editor(tmp_path, "ed", 3))).status != 0


def test_a_long_article_goes_through_the_pager_at_the_line(ws: Workspace, tmp_path: Path) -> None:
    ws.write("a", "".join(f"Paragraph {n}.\n\n" for n in range(100)), title="Long")
    less = editor(tmp_path, "less")
    status, text = ws.screen("show", "articles/a.md:103", rows=24, env={"PAGER": str(less)})
    assert (status, text) == (0, "")
    assert any(
        arg.startswith("+") and arg[1:].isdigit() and int(arg[1:]) > 50
        for arg in (tmp_path / "called").read_text().split()
    )
    (tmp_path / "called").unlink()
    ws.write("b", "Short.\n")
    assert "Short." in ws.screen("show", "articles/b.md", rows=24, env={"PAGER": str(less)})[1]
    assert not (tmp_path / "called").exists()


def test_pagers_that_cannot_be_started(ws: Workspace) -> None:
    ws.write("a", "".join(f"Paragraph {n}.\n\n" for n in range(100)))
    for pager in ("/nowhere/pager", '"less', " "):
        status, text = ws.screen("show", "articles/a.md", rows=24, env={"PAGER": pager})
        assert status == 0
        assert "Paragraph 99." in text


def test_a_pager_that_ends_early_is_no_error(ws: Workspace) -> None:
    ws.write("a", "".join(f"Paragraph {n} {'word ' * 50}\n\n" for n in range(3_000)))
    quitter = f"{sys.executable} -c pass"
    assert ws.screen("show", "articles/a.md", rows=24, env={"PAGER": quitter})[0] == 0


def test_rendered_on_a_terminal(ws: Workspace) -> None:
    ws.write(
        "a",
        "# Head\n\nSome **bold** [link](https://example.org/a) text.\n\n> quoted\n",
        title="Title",
        published="2024-02-03",
        source="Echo",
        author="Ann",
    )
    _, text = ws.screen("show", "articles/a.md", env={"NO_COLOR": "1", "TERM": "dumb"})
    for part in ("Title", "3 Feb 2024", "Echo", "Ann", "articles/a.md:1", "Head", "bold", "quoted"):
        assert part in text
    assert "**" not in text
    assert "\x1b" not in text


def test_no_word_is_lost_on_a_screen(ws: Workspace) -> None:
    """Saved pages carry HTML, and the quotation that a line was looked up for may stand between its tags."""
    lines = [
        '<p>"It leaks," said Ann Lee.</p>',
        '<div class="x">\nThe <b>weir</b> broke.\n</div>',
        "<details><summary>Who knew</summary>\n\nEverybody.\n\n</details>",
        "Up<br>stream &amp; down, 5 < 6 > 4.",
        '<figcaption>The weir, <a href="/w">seen</a> from above</figcaption>',
    ]
    ws.write("a", "A first paragraph.\n\n" + "\n\n".join(lines) + "\n")
    for place in ("articles/a.md", "articles/a.md:3"):
        _, text = ws.screen("show", place, env={"NO_COLOR": "1", "TERM": "dumb"})
        for words in ('"It leaks," said Ann Lee.', "weir", "broke", "Who knew", "Everybody", "Up<br>stream & down"):
            assert words in text
        assert "5 < 6 > 4" in text
        assert "seen</a> from above" in text
