"""How times are written, and under which period they stand: tables."""

from __future__ import annotations

import pytest

from kit.labels import iso, key_of, written, written_key, written_within

# first, last, precision; written; within a year; ISO
WRITTEN = [
    ("2024-11-27", "2024-11-27", "day", "27 Nov 2024", "Wed 27 Nov", "2024-11-27"),
    ("0987-03-05", "0987-03-05", "day", "5 Mar 0987", "Mon 5 Mar", "0987-03-05"),
    ("2024-11-16", "2024-11-17", "weekend", "16–17 Nov 2024", "16–17 Nov", "2024-11-16/2024-11-17"),
    ("2024-11-30", "2024-12-01", "weekend", "30 Nov – 1 Dec 2024", "30 Nov – 1 Dec", "2024-11-30/2024-12-01"),
    ("2022-12-31", "2023-01-01", "weekend", "31 Dec 2022 – 1 Jan 2023", "31 Dec 2022 – 1 Jan 2023", None),
    ("2024-11-18", "2024-11-24", "week", "week of 18 Nov 2024", "week of 18 Nov", "2024-11-18/2024-11-24"),
    ("2024-12-30", "2025-01-05", "week", "week of 30 Dec 2024", "week of 30 Dec 2024", "2024-12-30/2025-01-05"),
    ("2024-10-01", "2024-10-31", "month", "Oct 2024", "Oct 2024", "2024-10"),
    ("2024-07-01", "2024-09-30", "quarter", "Q3 2024", "Q3 2024", "2024-07-01/2024-09-30"),
    ("2024-07-01", "2024-12-31", "half", "second half of 2024", "second half of 2024", "2024-07-01/2024-12-31"),
    ("2024-06-01", "2024-08-31", "season", "summer 2024", "summer 2024", "2024-06-01/2024-08-31"),
    ("2024-12-01", "2025-02-28", "season", "winter 2024/25", "winter 2024/25", "2024-12-01/2025-02-28"),
    ("2022-01-01", "2022-12-31", "year", "2022", "2022", "2022"),
]

# first, precision; by day, week, month, year
KEYS = [
    ("2024-11-27", "day", "2024-11-27", "2024-W48", "2024-11", "2024"),
    ("2024-12-30", "day", "2024-12-30", "2025-W01", "2024-12", "2024"),
    ("2024-11-16", "weekend", "2024-W46", "2024-W46", "2024-11", "2024"),
    ("2024-11-18", "week", "2024-W47", "2024-W47", "2024-11", "2024"),
    ("2024-10-01", "month", "2024-10", "2024-10", "2024-10", "2024"),
    ("2024-07-01", "quarter", "2024", "2024", "2024", "2024"),
    ("2024-12-01", "season", "2024", "2024", "2024", "2024"),
    ("2022-01-01", "year", "2022", "2022", "2022", "2022"),
]

HEADINGS = [
    ("2024-11-27", "day", "day", "Wed 27 Nov 2024"),
    ("2024-11-27", "day", "week", "Week of 25 Nov 2024"),
    ("2025-01-01", "day", "week", "Week of 30 Dec 2024"),
    ("2024-11-27", "day", "month", "November 2024"),
    ("2024-11-27", "day", "year", "2024"),
    ("2024-01-01", "year", "day", "2024"),
]


@pytest.mark.parametrize(("first", "last", "precision", "text", "within", "in_iso"), WRITTEN)
def test_a_period_is_written_no_more_exact_than_it_is(first, last, precision, text, within, in_iso) -> None:
    assert written(first, last, precision) == text
    assert written_within(first, last, precision) == within
    assert iso(first, last, precision) == (in_iso or f"{first}/{last}")


@pytest.mark.parametrize(("first", "precision", "day", "week", "month", "year"), KEYS)
def test_what_is_vague_stands_under_a_period_of_its_own_size(first, precision, day, week, month, year) -> None:
    names = [key_of(first, precision, grain).name for grain in ("day", "week", "month", "year")]
    assert names == [day, week, month, year]


@pytest.mark.parametrize(("first", "precision", "by", "heading"), HEADINGS)
def test_headings(first, precision, by, heading) -> None:
    assert written_key(key_of(first, precision, by)) == heading
