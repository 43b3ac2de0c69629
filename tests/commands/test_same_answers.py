"""kit.db is derived: however it came to be as it is, the answers are those of one made anew."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Workspace

WORDS = ["mill", "weir", "dike", "sluice", "한국은", "mills", "Milled", "the"]
QUESTIONS = [
    ["mill"],
    ["mill weir"],
    ["mill OR dike", "--reverse"],
    ["한국"],
    ["mill", "--limit", "2"],
    ["mill weir", "--limit", "3"],
    ["mill", "--sort", "title"],
    ["mill", "--sort", "source", "--limit", "2"],
    ["--source", "echo"],
    ["mill", "--by", "author"],
    ["--by", "tag"],
    ["mill", "--by", "source"],
    ["--by", "month"],
    ["mil*"],
    ["millet"],
    ["wier"],
    ["dyke sluise"],
]


def answers(ws: Workspace) -> dict[str, tuple[int, str, str]]:
    runs = {" ".join(question): ws.kit("search", *question, "--json") for question in QUESTIONS}
    return {question: (run.status, run.out, run.err) for question, run in runs.items()}


def act(ws: Workspace, rng: random.Random, step: int) -> None:
    """Adds, edits, renames or deletes some article."""
    folder = ws.root / "articles"
    there = sorted(folder.rglob("*.md"))
    kind = rng.choice(["add", "add", "edit", "rename", "delete", "touch"]) if there else "add"
    target = rng.choice(there) if there else None
    if kind in ("add", "edit") or target is None:
        path = f"{rng.choice(['', 'sub/', 'sub/deep/'])}{rng.randrange(20)}"
        if kind == "edit" and target is not None:
            path = str(target.relative_to(folder).with_suffix(""))
        body = " ".join(rng.choices(WORDS, k=rng.randrange(1, 6))) + ".\n"
        ws.write(
            path,
            body,
            title=rng.choice(["Same", "Mill", "Other mill"]),
            source=rng.choice(["Echo", "Post"]),
            author=rng.sample(["Ann", "Bo", "Ida"], k=rng.randrange(1, 3)),
            tags=rng.sample(["x", "x/y", "z"], k=rng.randrange(0, 3)),
            published=rng.choice(["2024", "2024-02", "2023-01-02"]),
        )
    elif kind == "rename":
        new = folder / f"{rng.choice(['', 'sub/'])}r{step}.md"
        new.parent.mkdir(exist_ok=True)
        target.rename(new)
    elif kind == "delete":
        target.unlink()
    else:
        target.touch()


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_after_any_changes_in_any_order(new_workspace: Callable[[], Workspace], seed: int) -> None:
    rng = random.Random(seed)
    ws = new_workspace()
    for step in range(25):
        act(ws, rng, step)
        if rng.random() < 0.4:
            ws.kit(*rng.choice([("index",), ("search", "mill"), ("search", "weir", "--by", "source")]))
    incremental = answers(ws)
    ws.database.unlink()
    assert answers(ws) == incremental
    ws.kit("index", "--rebuild")
    assert answers(ws) == incremental
    assert ws.kit("index", "--check").status == 0


def test_with_ties_in_another_order_of_ids(ws: Workspace) -> None:
    for file in "zyxwvutsrq":
        ws.write(file, "The same mill in every one.\n", title="Same", author=f"Ann {file}", source=f"Source {file}")
        ws.kit("index")
    before = answers(ws)
    ws.database.unlink()
    assert answers(ws) == before


def test_the_words_that_are_offered(ws: Workspace) -> None:
    """A stem stands for several forms, and which of them is offered is not a matter of which came first."""
    for file in "cba":
        ws.write(file, {"a": "Mills.\n", "b": "Milled.\n", "c": "Milling.\n"}[file])
        ws.kit("index")
    before = ws.kit("search", "millx").err
    assert "nearest" in before
    ws.database.unlink()
    assert ws.kit("search", "millx").err == before


def test_an_edit_and_back_again(ws: Workspace) -> None:
    for file in "abcde":
        ws.write(file, f"A mill and a weir of {file}.\n", title="T", author="Ann")
    before = answers(ws)
    for file in "abc":
        ws.write(file, "A dike zebra.\n", author="Zoe")
        ws.kit("index")
    for file in "cba":
        ws.write(file, f"A mill and a weir of {file}.\n", title="T", author="Ann")
        ws.kit("index")
    assert answers(ws) == before


@pytest.mark.parametrize("question", [["ukraine"], ["ukraine war"], ["defense"], ["--by", "month"], ["우크라이나"]])
def test_the_articles_of_the_repository(ws: Workspace, question: list[str]) -> None:
    """What a fresh clone answers from the kit.db in it, it also answers without."""
    repository = Path(__file__).parents[2]
    if not (repository / "kit.db").exists():
        pytest.skip("there is no kit.db in the repository")
    for file in sorted((repository / "articles").glob("*.md")):
        (ws.root / "articles" / file.name).write_bytes(file.read_bytes())
    ws.database.write_bytes((repository / "kit.db").read_bytes())
    shipped = ws.kit("search", *question, "--json")
    assert ws.database.read_bytes() == (repository / "kit.db").read_bytes()
    ws.database.unlink()
    own = ws.kit("search", *question, "--json")
    assert (own.status, own.out) == (shipped.status, shipped.out)
