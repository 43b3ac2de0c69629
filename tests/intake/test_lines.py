"""Single lines: furniture, bylines, days, outlets, each with near misses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.intake.bylines import Byline, agency_of_dateline, byline_of, outlet_host
from kit.intake.furniture import ends_article, furniture, header, is_caption, syndicated_by
from kit.intake.outlets import split_title
from kit.intake.page_dates import PageDate, dates_of_line, labelled_day_before, split_at_day

BYLINES = [
    ("By Ann Poe", ("Ann Poe",), None),
    ("by Ann Poe, staff reporter", ("Ann Poe",), None),
    ("BY ANN-MARIE POE [poe@echo.example]", ("Ann-Marie Poe",), "echo.example"),
    ("By Ann Poe (poe@gmail.com)", ("Ann Poe",), None),
    ("By Ann Poe and Jo van der Coe in Port Osk", ("Ann Poe", "Jo van der Coe"), None),
    ("Ann Poe, senior correspondent", ("Ann Poe",), None),
    ("Author: Ann Poe", ("Ann Poe",), None),
    ("Ann Poe <poe@echo.example>", ("Ann Poe",), "echo.example"),
    ("By Reuters", ("Reuters",), None),
]
NO_BYLINES = [
    "",
    "Ann Poe",
    "By Monday, the water was gone",
    "By order of the court",
    "By the river, a town waits",
    "By then",
    "By Christmas",
    "Write to Ann Poe",
    "Bystanders wept",
]


@pytest.mark.parametrize(("line", "authors", "host"), BYLINES)
def test_byline(line: str, authors: tuple[str, ...], host: str | None) -> None:
    assert byline_of(line) == Byline(authors, host)


@pytest.mark.parametrize("line", NO_BYLINES)
def test_no_byline(line: str) -> None:
    assert byline_of(line) is None


DATES = [
    ("2024-02-28", [PageDate("2024-02-28", None)]),
    ("Wednesday, 28 February 2024 | 4:56 PM GMT", [PageDate("2024-02-28", None)]),
    ("Published: Feb. 28, 2024 at 16:56 KST", [PageDate("2024-02-28", "published")]),
    ("Last updated on 2024.02.28", [PageDate("2024-02-28", "modified")]),
    ("입력 2024-02-28 10:31 수정 2024-02-29 14:02", 
     [PageDate("2024-02-28", "published"), PageDate("2024-02-29", "modified")]),
    ("2024년 2월 28일", [PageDate("2024-02-28", None)]),
    # near misses
    ("Wednesday", None),
    ("The vote of 28 February 2024", None),
    ("2024-02-31", None),
    ("3/4/2024", None),  # which is the month?
    ("2024", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "dates"), DATES)
def test_dates_of_a_line(line: str, dates: list[PageDate] | None) -> None:
    assert dates_of_line(line) == dates


def test_a_labelled_day_before_a_paragraph() -> None:
    assert labelled_day_before("date 2022-02-15 The mayor") == (PageDate("2022-02-15", "published"), "The mayor")
    assert labelled_day_before("Updated: May 3, 2023 - “No,” he") == (PageDate("2023-05-03", "modified"), "“No,” he")
    assert labelled_day_before("2022-02-15 The mayor") is None
    assert labelled_day_before("Dated 15 February 2022 and signed by all") is None
    assert split_at_day("By A May 3, 2023 x") == ("By A ", "2023-05-03", " x")


FURNITURE = [
    ("- Advertisement -", "advertisement"),
    ("* * *", "a rule"),
    ("Share (12)", "page furniture"),
    ("5 min read", "page furniture"),
    ("Share Tweet Email", "page furniture"),
    ("Facebook | Twitter | WhatsApp | Print", "page furniture"),
    ("© 2024 The Echo. All rights reserved.", "copyright"),
    ("Please send comments to news@echo.example", "contact"),
    ("news@echo.example", "contact"),
    ("Follow us on X and Facebook", "invitation"),
    ("*This story has not been edited by Echo staff and comes from a syndicated feed.", "syndication notice"),
    # near misses
    ("Advertisement revenue fell", None),
    ("Share prices fell", None),
    ("Follow home", None),
    ("Share the bottom line", None),
    ("Follow us, the boy said, and we will show you the way to the cave in which our fathers lived.", None),
    ("The story has not been told by anybody", None),
    ("Copyright law is to be changed, the minister said", None),
    ("5 minutes later the bridge fell", None),
    ("Comments on the plan are due in May", None),
]


@pytest.mark.parametrize(("line", "reason"), FURNITURE)
def test_furniture(line: str, reason: str | None) -> None:
    assert furniture(line) == reason


def test_header() -> None:
    for line in ("61.3 F", "-3°C", "15.4 C", "Partly cloudy"):
        assert header(line) == "weather", line
    for line in ("World", "Home > News > Asia", "world politics sports", "News | Opinion | Video"):
        assert header(line) == "menu", line
    for line in ("Floods recede", "War and peace at the border", "61 families", "Weir | Osk", "Rain stops play"):
        assert header(line) is None, line


def test_what_ends_an_article() -> None:
    for line in ("Related stories", "MOST VIEWED ARTICLES", "More from World", "You may also like", "Comments (3)"):
        assert ends_article(line), line
    for line in (
        "Related by marriage",
        "More from the mayor on what happened in the night of the flood",
        "Top of the hill",
    ):
        assert not ends_article(line), line


def test_caption() -> None:
    for line in ("The lock. (AFP-Yonhap)", "The lock [OSK HARBOUR OFFICE]", "The lock. Photo: A. Poe"):
        assert is_caption(line), line
    for line in (
        "The lock (built in 1911)",
        "The lock [sic] was open.",
        "He said “photo: no”, and left the room at once.",
    ):
        assert not is_caption(line), line


def test_outlets() -> None:
    assert syndicated_by("This report was not edited by Echo Daily staff; it is from an agency feed") == "Echo Daily"
    assert syndicated_by("This report was read by everybody") is None
    assert agency_of_dateline("PORT OSK, May 3 (Reuters) - The weir") == "Reuters"
    assert agency_of_dateline("The weir (Reuters) is") is None
    assert outlet_host("write to a@mail.echo.example now") == "mail.echo.example"
    assert outlet_host("a@naver.com") is None
    assert split_title("Weir opened at Osk | The Echo") == ("Weir opened at Osk", "The Echo")
    assert split_title("Weir | Osk") == ("Weir | Osk", None)
    assert split_title("Opinion: Weir opened at Osk - at last") == ("Opinion: Weir opened at Osk - at last", None)


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_line_can_be_read(line: str) -> None:
    for read in (
        byline_of,
        dates_of_line,
        labelled_day_before,
        split_at_day,
        furniture,
        header,
        ends_article,
        is_caption,
    ):
        read(line)
    for read_text in (syndicated_by, agency_of_dateline, outlet_host, split_title):
        read_text(line)
