"""kit among other programs: pipes, exit codes, streams that are closed or full, interruptions."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace


@pytest.fixture
def mill(ws: Workspace) -> Workspace:
    ws.write("a", "A mill – 한국.\n", title="The mill", published="2024-02-03", source="Echo")
    ws.kit("index")
    return ws


EXIT_CODES = [
    ("kit search mill", 0),
    ("kit search mill --json", 0),
    ("kit search nothere", 1),
    ("kit search nothere --json", 1),
    ("kit search mill --source nobody", 1),
    ("kit search mill --by source", 0),
    ("kit search nothere --by source", 1),
    ("kit search", 2),
    ("kit search '\"'", 2),
    ("kit search mill --after never", 2),
    ("kit search mill --root /nowhere", 2),
    ("kit search mill --unknown", 2),
    ("kit search mill --limit x", 2),
    ("kit search mill --source", 2),
    ("kit show articles/a.md", 0),
    ("kit show nothere.md", 2),
    ("kit show", 2),
    ("kit index", 0),
    ("kit index --check", 0),
    ("kit init .", 0),
    ("kit nothere", 2),
    ("kit --unknown", 2),
    ("kit -x", 2),
    ("kit", 0),
    ("kit --help", 0),
    ("kit -h", 0),
    ("kit search --help", 0),
    ("kit search mill -h", 0),
    ("kit --version", 0),
]


@pytest.mark.parametrize(("command", "status"), EXIT_CODES, ids=[row[0] for row in EXIT_CODES])
def test_exit_codes(mill: Workspace, command: str, status: int) -> None:
    run = mill.kit(*shlex.split(command)[1:])
    assert run.status == status
    if status == 2:
        assert run.out == ""
        assert 1 <= run.err.count("\n") <= 2
        assert run.err.startswith("kit: ")
        assert "unexpected" not in run.err
    elif status == 0:
        assert run.out
        assert run.err == ""


def test_jq(mill: Workspace) -> None:
    if mill.shell("command -v jq").returncode:
        pytest.skip("jq is not installed")
    assert mill.shell("kit search mill --json | jq -r '.[0].title'").stdout == "The mill\n"
    assert mill.shell("kit search mill --jsonl | jq -r .file").stdout == "articles/a.md\n"
    assert mill.shell("kit search nothere --json 2>/dev/null | jq length").stdout == "0\n"
    assert mill.shell("kit search mill --by year --json | jq -c .").stdout == '[{"key":"2024","count":1}]\n'


def test_a_closed_pipe_is_silent(mill: Workspace) -> None:
    for n in range(200):
        mill.write(f"many/{n}", f"A mill {'and more words ' * 30}\n", title=f"Title {n} {'long ' * 50}")
    mill.kit("index")
    for form in ("", "--json", "--jsonl", "--csv", "--markdown"):
        for reader in ("head -0", "head -1"):
            done = mill.shell(f"kit search mill --limit 0 {form} | {reader}")
            assert (done.returncode, done.stderr) == (0, ""), (form, reader)
    assert mill.shell("kit show articles/a.md | true").stderr == ""
    assert mill.shell("kit index | true").stderr == ""
    assert mill.shell("kit --help | true").stderr == ""
    assert mill.shell("kit search nothere 2>&1 >/dev/null | true").returncode == 0


def test_streams_that_are_closed_or_full(mill: Workspace) -> None:
    done = mill.shell("kit search nothere --json 2>&-")
    assert (done.returncode, done.stdout) == (1, "[]\n")
    done = mill.shell("kit search mill --jsonl 2>&-")
    assert (done.returncode, done.stdout.count("\n")) == (0, 1)
    done = mill.shell("kit search mill --json <&-")
    assert (done.returncode, done.stderr) == (0, "")
    for command in ("search mill", "search mill --json", "show articles/a.md", "index", "--help"):
        for where in (">&-", ">/dev/full"):
            done = mill.shell(f"kit {command} {where}")
            assert "Traceback" not in done.stderr
            assert "AttributeError" not in done.stderr
            if command != "--help":
                assert done.returncode == 2, (command, where)
                assert done.stderr.count("\n") == 1, (command, where)
                assert "Errno" not in done.stderr
                assert "output" in done.stderr
    assert mill.shell("kit index >/dev/full 2>/dev/full").returncode in (2, 120)
    # A stream that was closed is not taken for kit.db or the cache.
    assert mill.shell("kit index --check 2>&-").returncode == 0
    assert mill.shell("kit search mill 2>&- >&-; kit index --check").returncode == 0


def test_results_on_stdout_and_everything_else_on_stderr(mill: Workspace) -> None:
    mill.write("undated", "A mill.\n")
    run = mill.kit("search", "mill", "--after", "2024", "--json")
    assert len(run.json) == 1
    assert "without a date" in run.err
    run = mill.kit("search", "mil", "--json")
    assert run.json == []
    assert "nearest" in run.err


def test_without_colours_or_tables_in_a_pipe(mill: Workspace) -> None:
    for env in ({}, {"FORCE_COLOR": "1"}, {"TTY_COMPATIBLE": "1"}, {"CLICOLOR_FORCE": "1"}, {"TERM": "dumb"}):
        out = mill.process("search", "mill", env=env).out
        assert out == "articles/a.md:6\t2024-02-03\tEcho\tThe mill\tA mill – 한국.\n"
        assert "\x1b" not in mill.process("--help", env=env).out
        assert "\x1b" not in mill.process("search", "--unknown", env=env).err


def test_python_m_kit_and_kit_are_the_same() -> None:
    done = subprocess.run([sys.executable, "-m", "kit", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("kit ")
    assert done.stdout.count("\n") == 1
