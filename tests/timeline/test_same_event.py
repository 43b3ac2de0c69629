"""What tells of the same event: measured on pairs of invented sentences, and tables of what is put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.answers.same_event import merge, tell_the_same, words_of
from tests.timeline.factory import entry

if TYPE_CHECKING:
    from kit.records import Entry

PAIRS = [
    line.split("\t")
    for line in Path(__file__).with_name("same_event.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def precision_and_recall(half: str) -> tuple[float, float]:
    outcomes = [(same == "yes", tell_the_same(words_of(a), words_of(b))) for h, same, a, b in PAIRS if h == half]
    right = sum(same and told for same, told in outcomes)
    return right / sum(told for _, told in outcomes), right / sum(same for same, _ in outcomes)


def test_the_halves_are_of_one_size_and_share_no_sentence() -> None:
    halves = {h: {s for half, _, a, b in PAIRS if half == h for s in (a, b)} for h in ("tune", "held")}
    assert len(PAIRS) >= 60
    assert not halves["tune"] & halves["held"]
    assert all(sum(pair[0] == half for pair in PAIRS) >= 30 for half in halves)


@pytest.mark.parametrize(("half", "precision", "recall"), [("tune", 1.0, 0.95), ("held", 1.0, 1.0)])
def test_same_and_other_events_are_told_apart(half: str, precision: float, recall: float) -> None:
    found = precision_and_recall(half)
    print(f"{half}: precision {found[0]:.3f}, recall {found[1]:.3f}")
    assert found[0] >= precision - 0.005
    assert found[1] >= recall - 0.005


RAN_AGROUND = "The ferry Halden ran aground off Osmund on Monday with 214 people on board."
AGROUND_TOO = "With 214 people on board, the ferry Halden ran aground off Osmund on Monday."
BRIDGE = "On Monday the council of Elmsworth voted to close the harbour bridge to cars."


def merged(*entries: Entry) -> list[list[str]]:
    """Which files stand together."""
    return [[e["file"] for e in (report.entry, *report.others)] for report in merge(entries)]


def test_reports_of_one_event_stand_in_the_place_of_the_first() -> None:
    a, b, c = (entry(text=t, file=f) for t, f in ((RAN_AGROUND, "a"), (BRIDGE, "b"), (AGROUND_TOO, "c")))
    assert merged(a, b, c) == [["a", "c"], ["b"]]


@pytest.mark.parametrize(
    "other",
    [
        entry("2024-11-22", AGROUND_TOO, file="b"),  # another day
        entry("2024-11", AGROUND_TOO, file="b"),  # a month
        entry(text=AGROUND_TOO, file="b", kind="published"),  # an article
        entry(text=AGROUND_TOO.replace("214", "96"), file="b"),  # another number
        entry(text=AGROUND_TOO.replace("Osmund", "Kell"), file="b"),  # another place
    ],
)
def test_what_is_not_the_same_stays_apart(other: Entry) -> None:
    assert merged(entry(text=RAN_AGROUND, file="a"), other) == [["a"], ["b"]]


def test_the_date_itself_is_no_word_in_common() -> None:
    a = entry(text="On Nov. 21, 2024 it rained.", expression="Nov. 21, 2024", file="a")
    b = entry(text="On Nov. 21, 2024 they voted.", expression="Nov. 21, 2024", file="b")
    assert merged(a, b) == [["a"], ["b"]]


def test_two_articles_on_one_day_are_two_articles() -> None:
    a, b = (entry(text="Ferry aground", kind="published", file=f) for f in "ab")
    assert merged(a, b) == [["a"], ["b"]]


@pytest.mark.parametrize("text", ["12", "한국 정부는 월요일에 발표했다.", "A. B."])
def test_equal_sentences_are_one_whatever_they_are(text: str) -> None:
    assert merged(entry(text=text, file="a"), entry(text=text, file="b")) == [["a", "b"]]


@given(st.lists(st.tuples(st.sampled_from(["2024-11-21", "2024-11-22"]), st.text(max_size=40)), max_size=12))
def test_nothing_is_lost_in_merging(rows: list[tuple[str, str]]) -> None:
    entries = [entry(day, text, line=number) for number, (day, text) in enumerate(rows)]
    lines = [e["line"] for report in merge(entries) for e in (report.entry, *report.others)]
    assert sorted(lines) == list(range(len(rows)))
