"""`kit search --by`: hits counted instead of listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace

BY = [
    ("source", [("Echo", 2), ("Post", 1), (None, 1)]),
    ("author", [("Ann Lee", 2), ("Bo Ek", 1), (None, 2)]),
    ("tag", [("a/b", 1), ("c", 1), (None, 3)]),
    ("year", [("2023", 1), ("2024", 2), (None, 1)]),
    ("month", [("2023", 1), ("2024-01", 1), ("2024-02", 1), (None, 1)]),
]


@pytest.fixture
def counted(ws: Workspace) -> Workspace:
    ws.write("a", "A mill.\n", source="Echo", author=["Ann Lee", "Bo Ek"], tags=["a/b", "c"], published="2024-01-31")
    ws.write("b", "A mill.\n", source="Echo", author="Ann Lee", published="2024-02")
    ws.write("c", "A mill.\n", source="Post", published="2023")
    ws.write("d", "A mill.\n")
    ws.write("other", "A weir.\n", source="Echo")
    return ws


@pytest.mark.parametrize(("key", "counts"), BY, ids=[row[0] for row in BY])
def test_by(counted: Workspace, key: str, counts: list[tuple[str | None, int]]) -> None:
    records = counted.search("mill", "--by", key).jsonl
    assert all(set(record) == {"key", "count"} for record in records)
    pairs = [(record["key"], record["count"]) for record in records]
    assert sorted(pairs, key=str) == sorted(counts, key=str)
    if key in ("year", "month"):
        assert pairs == counts
    else:
        numbers = [count for _, count in pairs]
        assert numbers == sorted(numbers, reverse=True)


def test_by_adds_up(counted: Workspace) -> None:
    assert sum(record["count"] for record in counted.search("--by", "source").jsonl) == 5


def test_by_with_other_forms(counted: Workspace) -> None:
    assert counted.kit("search", "mill", "--by", "year").out == "2023\t1\n2024\t2\n(unknown)\t1\n"
    assert counted.kit("search", "mill", "--by", "year", "--csv").out == "key,count\n2023,1\n2024,2\n,1\n"
    assert counted.kit("search", "mill", "--by", "year", "--json").json == [
        {"key": "2023", "count": 1},
        {"key": "2024", "count": 2},
        {"key": None, "count": 1},
    ]
    assert counted.kit("search", "mill", "--by", "year", "--markdown").status == 0
    assert counted.kit("search", "nothere", "--by", "year", "--json").out == "[]\n"
    assert counted.kit("search", "nothere", "--by", "year", "--json").status == 1
    run = counted.kit("search", "mill", "--by", "colour")
    assert (run.status, run.out) == (2, "")
    assert "month" in run.err


def test_by_counts_some_words_and_says_so(counted: Workspace) -> None:
    run = counted.kit("search", "mill weir", "--by", "source", "--jsonl")
    assert {r["key"]: r["count"] for r in run.jsonl} == {"Echo": 3, "Post": 1, None: 1}
    assert run.err


SOME = [
    ("search mill --by year --limit 1", ["2023"]),
    ("search mill --by year --reverse", ["2024", "2023", None]),
    ("search --by source --limit 2 --reverse", ["Post", "Echo"]),
    ("search mill --by year --limit 0", ["2023", "2024", None]),
    ("quotes --by speaker --limit 1", ["Ines Kolb"]),
    ("quotes --by month --reverse --limit 2", ["2024-02", "2024-01"]),
    ("speakers --by year --limit 1", ["2024"]),
    ("timeline --kind published --by month --reverse --limit 1", ["2024-02"]),
    ("check --by kind --limit 1", ["no-title"]),
]


@pytest.mark.parametrize(("command", "keys"), SOME, ids=[row[0] for row in SOME])
def test_counts_may_be_limited_and_reversed(counted: Workspace, command: str, keys: list[str | None]) -> None:
    counted.write(
        "a", "“The mill is shut,” said Ines Kolb. “It rains,” she said.\n", published="2024-01-31", source="Echo"
    )
    counted.write("b", "A mill. “It is dry,” said Béla Varga.\n", source="Echo", published="2024-02")
    assert [record["key"] for record in counted.kit(*command.split(), "--jsonl").jsonl] == keys


def test_counts_are_whole_unless_told_otherwise(ws: Workspace) -> None:
    for number in range(25):
        ws.write(f"{number}", "A mill.\n", source=f"Paper {number}")
    assert len(ws.kit("search", "mill", "--by", "source", "--jsonl").jsonl) == 25
    assert len(ws.kit("search", "mill", "--jsonl").jsonl) == 20
