"""Partial dates as periods, and the overlap of two of them."""

from __future__ import annotations

import calendar
import sqlite3
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import BadQuery
from kit.search.filters import published_between
from kit.search.periods import first_and_last_day

PERIODS = [
    ("2024", ("2024-01-01", "2024-12-31")),
    ("2024-02", ("2024-02-01", "2024-02-29")),
    ("2023-02", ("2023-02-01", "2023-02-28")),
    ("2024-2", ("2024-02-01", "2024-02-29")),
    ("2024-11-27", ("2024-11-27", "2024-11-27")),
    ("0001", ("0001-01-01", "0001-12-31")),
    ("9999-12-31", ("9999-12-31", "9999-12-31")),
    (" 2024 ", ("2024-01-01", "2024-12-31")),
]


@pytest.mark.parametrize(("typed", "days"), PERIODS, ids=[row[0] for row in PERIODS])
def test_periods(typed: str, days: tuple[str, str]) -> None:
    assert first_and_last_day(typed, "after") == days


@pytest.mark.parametrize("typed", ["", "x", "24", "2024-", "2024-13", "2024-00", "2024-02-30", "2024-01-00", "0000"])
def test_no_periods(typed: str) -> None:
    with pytest.raises(BadQuery, match="--before"):
        first_and_last_day(typed, "before")


def partial_dates() -> st.SearchStrategy[str]:
    dates = st.dates(date(2022, 11, 1), date(2024, 3, 5))
    return st.tuples(dates, st.sampled_from([4, 7, 10])).map(lambda pair: pair[0].isoformat()[: pair[1]])


def days(partial: str) -> tuple[str, str]:
    year, month, day = (*partial.split("-"), "", "")[:3]
    last_month = month or "12"
    last_day = day or f"{calendar.monthrange(int(year), int(last_month))[1]:02}"
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{last_month}-{last_day}"


@given(published=partial_dates(), after=st.none() | partial_dates(), before=st.none() | partial_dates())
def test_any_overlap_counts(published: str, after: str | None, before: str | None) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create table articles (published)")
    db.execute("insert into articles values (?)", (published,))
    conditions = published_between(after, before)
    found = db.execute(f"select count(*) from articles where {conditions.where}", conditions.values).fetchone()[0]
    first, last = days(published)
    late_enough = after is None or last >= days(after)[0]
    early_enough = before is None or first <= days(before)[1]
    assert bool(found) is (late_enough and early_enough)
    db.close()


def test_the_undated_pass_no_filter_by_date() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("create table articles (published)")
    db.execute("insert into articles values (null)")
    for after, before, number in ((None, None, 1), ("2024", None, 0), (None, "2024", 0)):
        conditions = published_between(after, before)
        sql = f"select count(*) from articles where {conditions.where}"
        assert db.execute(sql, conditions.values).fetchone() == (number,)
    db.close()
