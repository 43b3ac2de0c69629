"""What holds for any text, and what the tables cannot say: reasons, precision, languages, spans."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import found_in

from kit.dates import find_dates
from kit.dates.holidays import easter, nth_weekday
from kit.models import DatedEvent


def only(text: str, published: str | None, language: str | None = None) -> DatedEvent:
    events = find_dates(text, published=published, language=language)
    assert len(events) == 1, events
    return events[0]


# --- any text at all ---------------------------------------------------------------------------------------------

# Pieces of dates in any order, so that most texts are nearly dates.
PIECES = st.sampled_from(
    [
        *(
            "Monday",
            "Tue",
            "Sat.",
            "May",
            "March",
            "Nov.",
            "Sept",
            "DECEMBER",
            "5",
            "31",
            "5th",
            "the 26th",
            "2024",
            "’98",
        ),
        *(
            "1939-45",
            "2024-11-27",
            "27/11/2024",
            "05.06.24",
            "Q3",
            "FY25",
            "1H24",
            "year",
            "weeks",
            "the",
            "last",
            "next",
        ),
        *(
            "ago",
            "later",
            "two",
            "a",
            "twenty-one",
            "of",
            "in",
            "on",
            "to",
            "and",
            "-",
            "–",
            ",",
            ".",
            "(",
            ")",
            "’s",
            "'",
        ),
        *("early", "mid-", "the end of", "first half of", "quarter", "week", "fortnight", "summer", "winter", "fall"),
        *(
            "Christmas",
            "Easter Monday",
            "Independence Day",
            "bank holiday",
            "yesterday",
            "today",
            "will",
            "said",
            "until",
        ),
        *(
            "SEOUL,",
            "(US time)",
            "BC",
            "people",
            "$",
            "%",
            "/",
            "_",
            "`",
            "```",
            "\n",
            "\n\n",
            "> ",
            "# ",
            "[",
            "](",
            "**",
        ),
        *(
            "https://a.b/2024/11",
            "9999",
            "0",
            "\r\n",
            "\u2028",
            "\x00",
            "é",
            "の",
            "that same",
            "the previous",
            "year-end",
        ),
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=40).map("".join))
PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    st.dates().map(lambda day: str(day)[:4]),
    st.sampled_from(["", "0000", "2024-13", "2024-02-30", "9999-12-31", "0001-01-01", "soon"]),
)


@given(text=TEXTS, published=PUBLISHED, language=st.sampled_from([None, "en", "en-GB", "en-US", "de"]))
def test_any_text_gives_sorted_separate_stretches_of_it(text: str, published: str | None, language: str | None) -> None:
    position = 0
    for event in find_dates(text, published=published, language=language):
        assert position <= event.start < event.end <= len(text)
        assert text[event.start : event.end].strip()
        assert event.sentence.start <= event.start < event.end <= event.sentence.end <= len(text)
        assert event.reason
        assert (event.first is None) == (event.last is None)
        assert event.first is None or (len(event.first) == 10 and event.first <= str(event.last))
        position = event.end


@given(text=TEXTS, published=PUBLISHED)
def test_the_same_text_gives_the_same_events(text: str, published: str | None) -> None:
    assert find_dates(text, published=published) == find_dates(text, published=published)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "a",
            "5 ",
            "5-",
            "2024 ",
            "the end of ",
            "Monday, ",
            "Nov. 5, ",
            "May-",
            "the ",
            "`",
            "```\n",
            "[",
            "](",
            "> ",
        ),
        *("\n", '"', "two ", "year ", "told him to go ", "said ", "1/2/", "'", "the first half of ", "January to "),
    ],
)
def test_a_hundred_kilobytes_of_one_piece(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for event in find_dates(text, published="2024-11-27")[:10]:
        assert text[event.start : event.end].strip()


# --- what an event says besides its period -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "first", "last", "precision"),
    [
        ("It rained last month.", "2024-03-31", "2024-02-01", "2024-02-29", "month"),
        ("It rained last week.", "2024-11-27", "2024-11-18", "2024-11-24", "week"),
        ("It rained last weekend.", "2024-11-27", "2024-11-23", "2024-11-24", "weekend"),
        ("It rained in the winter of 2023.", "2024-11-27", "2023-12-01", "2024-02-29", "season"),
        ("It fell in Q1 2023.", "2024-11-27", "2023-01-01", "2023-03-31", "quarter"),
        ("It fell in H2 2023.", "2024-11-27", "2023-07-01", "2023-12-31", "half"),
        ("It fell in fiscal 2023.", "2024-11-27", "2023-01-01", "2023-12-31", "year"),
        ("It fell in early March 2024.", "2024-11-27", "2024-03-01", "2024-03-31", "month"),
        ("It rained yesterday.", "2024-03-01", "2024-02-29", "2024-02-29", "day"),
    ],
)
def test_a_period_keeps_its_precision(text: str, published: str, first: str, last: str, precision: str) -> None:
    event = only(text, published)
    assert (event.first, event.last, event.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "published", "precision"),
    [
        ("It rained on Monday.", None, "day"),
        ("It rained last month.", None, "month"),
        ("It rained in June.", None, "month"),
        ("It rained last weekend.", None, "weekend"),
        ("It opened on 05/06/2021.", "2024-11-27", "day"),
    ],
)
def test_an_unresolved_event_keeps_its_precision_and_says_why(text: str, published: str | None, precision: str) -> None:
    event = only(text, published)
    assert (event.first, event.last, event.precision) == (None, None, precision)
    assert event.reason


def test_reasons_tell_readings_apart() -> None:
    ahead = only("They will meet on Tuesday.", "2024-11-27").reason
    past = only("They met on Tuesday.", "2024-11-27").reason
    given_year = only("They met on 5 May 2021.", "2024-11-27").reason
    assert len({ahead, past, given_year}) == 3


def test_the_sentence_is_the_one_around_the_expression() -> None:
    text = "It was dry. On Nov. 5 it rained. It is dry again."
    event = only(text, "2024-11-27")
    assert text[slice(*event.sentence)] == "On Nov. 5 it rained."


# --- languages ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Am 2024-11-26 im Mai und am Sonntag 2023.", "de", [(3, "2024-11-26", "2024-11-26")]),
        ("May last week yesterday", "fr", []),
        ("It rained last week.", "en", [(10, "last week", "2024-W47")]),
        ("It rained last week.", "EN-us", [(10, "last week", "2024-W47")]),
        ("Signed 05/06/2021.", "en-GB", [(7, "05/06/2021", "2021-06-05")]),  # the country decides
        ("Signed 05/06/2021.", "en-US", [(7, "05/06/2021", "2021-05-06")]),
    ],
)
def test_languages(text: str, language: str, expected: list[tuple[int, str, str]]) -> None:
    assert found_in(text, "2024-11-27", language) == expected


# --- the calendar ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("year", "day"),
    [(1818, "1818-03-22"), (1943, "1943-04-25"), (2000, "2000-04-23"), (2024, "2024-03-31"), (2025, "2025-04-20")],
)
def test_easter(year: int, day: str) -> None:
    assert str(easter(year)) == day


@pytest.mark.parametrize(
    ("year", "month", "weekday", "nth", "day"),
    [
        (2024, 11, 3, 4, "2024-11-28"),  # Thanksgiving
        (2024, 9, 0, 1, "2024-09-02"),  # the month begins on a Sunday
        (2025, 9, 0, 1, "2025-09-01"),  # the month begins on that day
        (2025, 5, 0, -1, "2025-05-26"),
        (2024, 5, 4, -1, "2024-05-31"),  # the month ends on that day
    ],
)
def test_nth_weekday(year: int, month: int, weekday: int, nth: int, day: str) -> None:
    assert str(nth_weekday(year, month, weekday, nth)) == day
