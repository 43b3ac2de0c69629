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
