"""The timeline on the screen: the rail, its headings, marks and gaps, the line for today, the sparkline."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from kit.labels import Grain, chosen_grain
from kit.screen.sparkline import densities, rows
from kit.screen.timeline import draw_timeline
from tests.timeline.factory import entry

if TYPE_CHECKING:
    from kit.records import Entry

TODAY = date(2024, 12, 5)


def drawn(
    *entries: Entry,
    width: int = 80,
    today: date = TODAY,
    by: Grain | None = None,
    each: bool = False,
    colour: bool = False,
) -> str:
    file = io.StringIO()
    console = Console(file=file, width=width, force_terminal=colour, color_system="standard" if colour else None)
    console.print(draw_timeline(entries, Path("/ws"), today=today, by=by or chosen_grain(entries), each=each))
    return file.getvalue()


def rail(*entries: Entry, **settings) -> list[str]:
    """The lines below the legend, stripped of the rest of headings and of trailing spaces."""
    lines = [line.rstrip() for line in drawn(*entries, **settings).splitlines()]
    legend = next(i for i, line in enumerate(lines) if line[:1] in "■●○❝" and line)
    return [line.partition(" ─")[0].partition(" ╌")[0] for line in lines[legend + 2 :]]


def test_an_entry_has_its_day_its_mark_its_sentence_and_its_place() -> None:
    assert rail(entry(text="The ferry sank.")) == [
        "Week of 18 Nov 2024",
        "Thu 21 Nov ● The ferry sank.",
        "           │ The Daily · articles/a.md:7",
        "           │",
        "     today ┿ 5 Dec 2024",
    ]


def test_kinds_are_told_apart_without_colour() -> None:
    told = rail(
        entry("2024-11-20", "It rained."),
        entry("2024-11-21", "Rain stops play", kind="published"),
        entry("2024-11-22", "“So wet,” she said.", kind="quote", speaker="Ann Lee"),
        entry("2024-12-24", "It will snow.", future=True),
        today=date(2024, 11, 23),
    )
    assert "Wed 20 Nov ● It rained." in told
    assert "Thu 21 Nov ■ Rain stops play" in told
    assert "Fri 22 Nov ❝ “So wet,” she said." in told
    assert "           │ Ann Lee · The Daily · articles/a.md:7" in told
    assert "Tue 24 Dec ○ It will snow." in told
    assert told[told.index("Tue 24 Dec ○ It will snow.") + 1].startswith("           ┊ ")


def test_the_legend_names_the_kinds_that_are_there() -> None:
    legend = drawn(entry(), entry("2024-11-22", kind="published")).splitlines()[0]
    assert legend.split() == ["■", "published", "1", "●", "happened", "1"]


def test_a_day_is_written_once_and_a_vague_date_as_it_is() -> None:
    told = rail(entry("2022", "A"), entry("2024-10", "B"), entry(text="C"), entry(text="D"))
    heads = [line[:12].rstrip(" ") for line in told if line[11:12] == "●"]
    assert heads == ["      2022 ●", "  Oct 2024 ●", "Thu 21 Nov ●", "           ●"]


def test_a_long_label_keeps_a_day_beside_its_month() -> None:
    week = entry(text="It rained. It rained. It rained.", date_end="2024-11-24", precision="week", date="2024-11-18")
    told = rail(week, by="month")
    assert told[1:3] == [
        "   week of ● It rained. It rained. It rained.",
        "    18 Nov │ The Daily · articles/a.md:7",
    ]


@pytest.mark.parametrize(
    ("days", "headings"),
    [
        (["2024-11-21", "2024-11-27"], ["Week of 18 Nov 2024", "Week of 25 Nov 2024"]),
        (["2024-10-21", "2024-11-27"], ["October 2024", "November 2024"]),
        (["2013-10-21", "2024-11-27"], ["2013", "2024"]),
    ],
)
def test_the_headings_follow_from_the_span(days: list[str], headings: list[str]) -> None:
    lines = rail(*(entry(day, f"Thing {n}.") for n, day in enumerate(days)))
    assert [line for line in lines if re.match(r"Week|[A-Z][a-z]+ber|\d", line)] == headings


def test_a_heading_counts_what_stands_below_it() -> None:
    """A season stands between the months, and so does the heading of its year, which comes twice."""
    year, summer = entry("2024", "A."), entry("2024-06-01", "C.", date_end="2024-08-31", precision="season")
    told = drawn(year, entry("2024-02-10", "B."), entry("2024-02-11", "B too."), summer, by="month")
    headings = [line for line in told.splitlines() if "──" in line]
    assert [(line.split(" ─")[0], line.split()[-1]) for line in headings] == [
        ("2024", "1"),
        ("February 2024", "2"),
        ("2024", "1"),
    ]


def test_one_far_day_does_not_choose_the_headings() -> None:
    many = [entry(f"2024-{month:02}-10", f"Number {month}.") for month in range(1, 13) for _ in range(3)]
    assert "March 2024" in rail(entry("1950-03-02", "Long ago."), *many)


@pytest.mark.parametrize(("by", "heading"), [("day", "Thu 21 Nov 2024"), ("month", "November 2024"), ("year", "2024")])
def test_by_chooses_the_headings(by: Grain, heading: str) -> None:
    assert rail(entry(), by=by)[0] == heading


@pytest.mark.parametrize(
    ("days", "gap"),
    [
        (["2022-11-21", "2024-11-21"], "2 years later"),
        (["2024-01-21", "2024-11-21"], "10 months later"),
        (["2024-11-21", "2024-01-21"], "10 months earlier"),
    ],
)
def test_a_long_gap_is_measured(days: list[str], gap: str) -> None:
    told = rail(*(entry(day, f"Thing {n}.") for n, day in enumerate(days)), by="month")
    assert f"           ┆ {gap}" in told


def test_the_time_since_or_until_today_is_measured_too() -> None:
    ahead = rail(entry("2024-12-24", "A."), entry("2024-01-01", "B."), today=date(2024, 3, 5), by="month")
    assert ahead[ahead.index("     today ┿ 5 Mar 2024") - 1] == "           ┆ 9 months earlier"
    assert ahead[ahead.index("     today ┿ 5 Mar 2024") + 1] == "           ┆ 2 months earlier"


def test_neighbouring_months_have_no_gap() -> None:
    assert not [
        line for line in rail(entry("2024-10-30", "A."), entry(text="B."), by="month", today=TODAY) if "later" in line
    ]


@pytest.mark.parametrize(
    ("days", "place"),
    [
        (["2024-11-01", "2024-12-24"], 1),
        (["2024-12-24", "2024-11-01"], 1),
        (["2024-11-01", "2024-11-02"], 2),
        (["2024-11-02", "2024-11-01"], 0),
        (["2025-11-01", "2025-11-02"], 0),
        (["2024-12-05", "2024-12-06"], 1),
    ],
)
def test_the_line_for_today_stands_where_it_belongs(days: list[str], place: int) -> None:
    told = rail(*(entry(day, f"Thing {n}.") for n, day in enumerate(days)))
    marks = [line.strip()[:5] if "┿" in line else "entry" for line in told if "●" in line or "┿" in line]
    assert marks.index("today") == place


def test_today_has_no_line_where_the_order_is_another_than_time() -> None:
    assert "today" not in drawn(entry("2024-11-02", "A."), entry("2025-11-01", "B."), entry("2024-11-01", "C."))


def test_what_several_tell_stands_once_with_its_outlets() -> None:
    text = "The ferry Halden ran aground off Osmund with 214 people on board."
    both = [entry(text=text, source=s, file=f) for s, f in (("The Daily", "a.md"), ("Evening Post", "b.md"))]
    assert rail(*both)[2] == "           │ 2 outlets · The Daily, Evening Post · a.md:7"
    same_outlet = [entry(text=text, file=f) for f in ("a.md", "b.md")]
    assert rail(*same_outlet)[2] == "           │ 2 articles · The Daily · a.md:7"
    assert sum("●" in line for line in rail(*both)) == 1
    assert sum("●" in line for line in rail(*both, each=True)) == 2


def test_a_long_sentence_is_shown_around_its_date() -> None:
    text = f"{'Before it rained again. ' * 40}On Nov. 21 it stopped. {'Behind it rained again. ' * 40}"
    told = " ".join(line[13:] for line in rail(entry(text=text, expression="Nov. 21"))[1:-3])
    assert told.startswith("… ")
    assert "On Nov. 21 it stopped." in told
    assert told.rstrip().endswith("…")
    assert len(told) < 320


def test_all_that_was_said_in_a_sentence_is_marked_in_it() -> None:
    text = "He is not “ruling out” arms, and calls them “purely defensive”."
    both = [entry(text=text, kind="quote", expression=said) for said in ("ruling out", "purely defensive")]
    told = drawn(*both, colour=True)
    assert "\x1b[1mruling out\x1b[0m" in told
    assert "\x1b[1mpurely defensive\x1b[0m" in told
    assert told.count("❝ He") == 0
    assert told.count("calls them") == 1


@given(st.text("ab c", max_size=900), st.integers(0, 900), st.integers(1, 400))
def test_of_any_sentence_some_words_around_the_mark_are_shown(text: str, start: int, length: int) -> None:
    text = " ".join(text.split()) or "a"
    start = min(start, len(text) - 1)
    mark = (start, min(len(text), start + length))
    told = " ".join(line[13:] for line in rail(entry(text=text, highlights=[mark], kind="event"))[1:-3])
    assert told.strip()
    assert len(told) <= 300
    if len(text) <= 280:
        assert "".join(told.split()) == "".join(text.split())


def test_the_date_is_marked_and_its_colours_are_those_of_a_search() -> None:
    told = drawn(entry(text="On Nov. 21 it rained.", expression="Nov. 21"), colour=True)
    assert "\x1b[1;31mNov. 21\x1b[0m" in told


@pytest.mark.parametrize("evil", ["\x1b[31mred", "a\x1b]8;;http://evil\x07b", "\u202eabc", "\x9b2J"])
def test_text_from_articles_moves_no_cursor(evil: str) -> None:
    told = drawn(entry(text=evil, source=evil, file=f"articles/{evil}.md", speaker=evil), entry("2024-11-22", evil))
    assert not any(c in told for c in "\x1b\x9b\u202e\x07")


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    long_name = entry("2024-10", "word " * 60, file=f"articles/{'x' * 120}.md", source="An Outlet " * 12)
    told = drawn(long_name, entry(text="한국 정부는 " * 40), entry("2025", "B", future=True), width=width)
    assert all(sum(2 if ord(c) >= 0x1100 and c > "\u2fff" else 1 for c in line) <= width for line in told.splitlines())


def test_the_sparkline_has_its_first_and_its_last_date() -> None:
    days = ["2022-01-05", "2023-03-01", "2023-03-02", "2024-11-27"]
    lines = drawn(*(entry(day, f"Thing {n}.") for n, day in enumerate(days))).splitlines()
    assert lines[2].split("  ")[0] == "5 Jan 2022"
    assert lines[2].endswith("27 Nov 2024")
    assert len(lines[2]) == 80


def test_the_sparkline_of_many_leaves_out_what_is_far_away() -> None:
    far = [entry("1950-01-01", "Long ago."), *(entry(f"2024-{1 + n % 12:02}-10", f"Number {n}.") for n in range(120))]
    label = drawn(*far).splitlines()[2]
    assert label.startswith("10 Jan 2024 (1 earlier)")
    assert label.endswith("(1 later) 10 Dec 2024")


def test_densities_count_what_falls_into_each_part() -> None:
    four_days = [entry(f"2024-11-{day}") for day in (21, 21, 22, 24)]
    assert densities(four_days, 4) == [2, 1, 0, 1]
    assert densities(four_days, 2) == [3, 1]


def test_a_year_says_nothing_about_any_week_of_it() -> None:
    days = [entry("2024"), entry("2024-01-01"), entry("2024-12-31")]
    assert densities(days, 12) == [1, *[0] * 10, 1]


def test_rows_show_whatever_is_more_than_nothing() -> None:
    assert rows([0, 0.001, 8, 16]) == ["   █", " ▁██"]
    assert rows([1]) == ["█", "█"]


periods = st.sampled_from(["2022", "2023-02", "2024-11-21", "2024-11-22", "2025-01-01", "0001-01-01", "9999-12-31"])


@given(st.lists(periods, min_size=1, max_size=12), st.integers(30, 160))
def test_whatever_the_dates_every_entry_is_drawn(days: list[str], width: int) -> None:
    told = drawn(*(entry(day, f"Thing {n}.") for n, day in enumerate(days)), width=width, each=True)
    assert sum(line[11:12] == "●" for line in told.splitlines()) == len(days)
