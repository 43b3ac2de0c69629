"""The tables of invented sentences: what is found in each, and how it is read."""

from datetime import date

import pytest
from marked import Row, found_in, read_marks, read_rows

# Group and case of the rows that are read wrongly; a row that comes right must leave this list.
KNOWN_FAILURES = {
    "Malaysian, a side remark": 'the year of "last changed in May 2023" is carried on within the sentence',
    "The Sun": "the May tree: a capitalised May behind an article is taken for the month",
    "history of a treaty": "April after September is taken for a look back, not for the next year",
    "US court, moved twice": "first set for July 11: that the day has passed shows only at the end of the sentence",
}


def params(name: str) -> list:
    return [
        pytest.param(
            row,
            id=f"{row.group} - {row.case}",
            marks=pytest.mark.xfail(reason=KNOWN_FAILURES[row.case]) if row.case in KNOWN_FAILURES else (),
        )
        for row in read_rows(name)
    ]


@pytest.mark.parametrize("row", params("developed.txt"))
def test_developed_on(row: Row) -> None:
    text, expected = read_marks(row.marked)
    assert found_in(text, row.published) == expected


@pytest.mark.parametrize("row", params("held_out.txt"))
def test_held_out(row: Row) -> None:
    text, expected = read_marks(row.marked)
    assert found_in(text, row.published) == expected


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize("name", ["developed.txt", "held_out.txt"])
def test_tables_are_possible(name: str) -> None:
    """A named weekday falls on its day, so that no row asks for what the calendar does not have."""
    for row in read_rows(name):
        for _, expression, value in read_marks(row.marked)[1]:
            word = expression.split()[0].rstrip(",").lower()
            if word in WEEKDAYS and len(value) == 10:
                assert WEEKDAYS[date.fromisoformat(value).weekday()] == word, (row.case, expression)
