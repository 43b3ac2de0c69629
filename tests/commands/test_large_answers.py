"""Answers that are read while they are written: the same records, none of a text that has changed, and no lock."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from kit.index.streaming import BATCH

if TYPE_CHECKING:
    from tests.conftest import Workspace

# More than a batch, and more than a pipe has room for.
MANY = 3 * BATCH

COMMANDS = [
    ["timeline", "--kind", "event"],
    ["timeline", "--kind", "all", "--reverse"],
    ["quotes"],
    ["search", "weir", "--limit", "0"],
    ["export", "jsonl"],
]


def text(number: int, day: str = "Monday") -> str:
    return f"The weir {number} broke on {day}.\n\n“It leaks at {number},” said Petra Holm. {'It rained. ' * 20}\n"


@pytest.fixture(scope="module")
def weirs(new_workspace: Callable[[], Workspace]) -> Workspace:
    ws = new_workspace()
    for number in range(MANY):
        ws.write(f"w{number:04}", text(number), title=f"Weir {number}", published="2024-03-06")
    ws.kit("index")
    return ws


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_each_record_once_and_in_its_place(weirs: Workspace, command: list[str]) -> None:
    form = [] if "export" in command else ["--jsonl"]
    records = weirs.kit(*command, *form).jsonl
    places = [(record["file"], record["start"], record.get("kind")) for record in records]
    assert len(set(places)) == len(places) >= MANY
    for record in records:
        if words := record.get("expression") or record.get("quote"):
            content = (weirs.root / record["file"]).read_text(encoding="utf-8")
            assert content[record["start"] : record["end"]] == words
    if form:
        assert weirs.kit(*command, "--json").json == records
        assert len(weirs.kit(*command, "--csv").out.splitlines()) == len(records) + 1
    # A limit takes the first of them, whether they fit in a batch or not.
    for limit in (BATCH - 1, 2 * BATCH + 1):
        if "export" not in command:
            assert weirs.kit(*command, *form, "--limit", str(limit)).jsonl == records[:limit]


def test_who_reads_slowly_keeps_nobody_from_writing(ws: Workspace) -> None:
    for number in range(MANY):
        ws.write(f"w{number:04}", text(number), published="2024-03-06")
    ws.kit("index")
    reading = ws.start("timeline", "--kind", "event", "--jsonl")
    assert reading.stdout
    assert reading.stderr
    first = reading.stdout.readline()
    for number in (0, MANY - 2):
        ws.write(f"w{number:04}", text(number, "last Tuesday, or so"), published="2024-03-06")
    (ws.root / "articles" / f"w{MANY - 1:04}.md").unlink()
    assert ws.kit("index").out.startswith(f"{MANY - 1} articles; 2 changed, 1 gone")
    records = [json.loads(line) for line in (first, *reading.stdout)]
    err = reading.stderr.read()
    assert reading.wait() == 0
    given = [record["file"] for record in records]
    assert given == [f"articles/w{number:04}.md" for number in range(MANY - 2)]
    assert {record["expression"] for record in records} == {"Monday"}
    assert err.decode() == "kit: left out 2 from files that changed meanwhile; ask again\n"


def test_a_closed_pipe_ends_it(weirs: Workspace) -> None:
    done = weirs.shell("kit timeline --kind event --jsonl | head -n 1")
    assert json.loads(done.stdout)["file"] == "articles/w0000.md"
    assert not done.stderr
