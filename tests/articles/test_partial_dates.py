"""Dates in properties and file names, what is made of them, and beside them what must not be."""

from __future__ import annotations

import pytest

from kit.articles.partial_dates import UnreadableDate, file_name_date, is_later, partial_date

DATES = [
    # ISO, with no more precision than given
    ("2024-11-27", "2024-11-27"),
    ("2024-11", "2024-11"),
    ("2024", "2024"),
    ("2024-1-5", "2024-01-05"),
    ("2024/11/27", "2024-11-27"),
    ("20241127", "2024-11-27"),
    ("20241127093000", "2024-11-27"),
    ("20241127T093000Z", "2024-11-27"),
    # the day as written, in the zone written
    ("2024-11-27T23:30:00-08:00", "2024-11-27"),
    ("2024-11-28 00:30:00 +0900", "2024-11-28"),
    ("2024-11-27T23:30:00Z", "2024-11-27"),
    ("2026-08-01T10:20:30 (UTC +02:00)", "2026-08-01"),
    # one reading only
    ("13/02/2024", "2024-02-13"),
    ("02/13/2024", "2024-02-13"),
    ("4/4/2024", "2024-04-04"),
    ("13-02-2024", "2024-02-13"),
    ("5.4.2018", "2018-04-05"),
    ("11/2024", "2024-11"),
    # month names
    ("27 November 2024", "2024-11-27"),
    ("Nov. 27, 2024", "2024-11-27"),
    ("November 27th, 2024", "2024-11-27"),
    ("Wednesday, November 27, 2024, 9:30 a.m.", "2024-11-27"),
    ("Wed, 27 Nov 2024 09:30:00 GMT", "2024-11-27"),
    ("27-Nov-2024", "2024-11-27"),
    ("2024 Nov 27", "2024-11-27"),
    ("the 1st of Sept 2024", "2024-09-01"),
    ("MAY 2024", "2024-05"),
    ("November, 2024", "2024-11"),
    ("2024년 11월 7일", "2024-11-07"),
    ("2024年11月7日", "2024-11-07"),
    # seconds and milliseconds since 1970
    ("1732665600", "2024-11-27"),
    ("1732665600.25", "2024-11-27"),
    ("1732665600123", "2024-11-27"),
    # the first readable piece
    ("NGO, Organization, 2024-09-01T00:00:00", "2024-09-01"),
    ("2024-02-30, 2024-03-01", "2024-03-01"),
    ("5/4/2018 (2018-04-05)", "2018-04-05"),
    (["2024-11-27", "2024-11-28"], "2024-11-27"),
    ('"2024-11-27"', "2024-11-27"),
    # nothing there
    ("", None),
    (None, None),
    ("null", None),
    ("{{date}}", None),
    ([], None),
    # flags
    ("true", None),
    ("No", None),
]


@pytest.mark.parametrize(("value", "expected"), DATES)
def test_date(value, expected):
    assert partial_date(value) == expected


UNREADABLE_DATES = [
    ("5/4/2018", "ambiguous-date"),
    ("05-04-2018", "ambiguous-date"),
    ("2024-02-30", "date"),
    ("2024-13-01", "date"),
    ("0000-00-00", "date"),
    ("0001-01-01T00:00:00Z", "date"),
    ("31 November 2024", "date"),
    ("30/13/2024", "date"),
    ("3/4/24", "date"),
    ("2024-13", "date"),
    ("0999", "date"),
    ("202411", "date"),
    ("three hours ago", "date"),
    ("in 2024 or later", "date"),
    ("Marching 27 2024", "date"),
    ("12345678901234567890", "date"),
]


@pytest.mark.parametrize(("value", "kind"), UNREADABLE_DATES)
def test_unreadable_date(value, kind):
    with pytest.raises(UnreadableDate) as caught:
        partial_date(value)
    assert caught.value.kind == kind
    assert f'"{value[:10]}' in str(caught.value)


FILE_NAMES = [
    ("2024-11-27-vote", ("2024-11-27", "vote")),
    ("20241127 vote", ("2024-11-27", "vote")),
    ("2024_11_27_vote", ("2024-11-27", "vote")),
    ("2024-11-budget", ("2024-11", "budget")),
    ("2024-11-27", ("2024-11-27", "")),
    # near misses
    ("2024-budget", (None, "2024-budget")),
    ("202411-budget", (None, "202411-budget")),
    ("2024-25-season", (None, "2024-25-season")),
    ("2024-02-30-leap", (None, "2024-02-30-leap")),
    ("20241127123", (None, "20241127123")),
    ("vote-2024-11-27", (None, "vote-2024-11-27")),
    ("0800-11-27", (None, "0800-11-27")),
]


@pytest.mark.parametrize(("stem", "expected"), FILE_NAMES)
def test_file_name_date(stem, expected):
    assert file_name_date(stem) == expected


LATER = [
    ("2024-11-27", "2024-11-25", True),
    ("2024-11-27", "2024-11-26", False),
    ("2024-11", "2024-10-01", False),
    (None, "2024-10-01", False),
]


@pytest.mark.parametrize(("day", "limit", "expected"), LATER)
def test_is_later(day, limit, expected):
    assert is_later(day, limit) is expected
