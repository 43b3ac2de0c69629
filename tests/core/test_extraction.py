"""What an article is worked on for, and what it is spared."""

from __future__ import annotations

import pytest

from kit.index import extraction
from kit.index.extraction import Text, extract_safely

SENTENCE = "“The weir leaks,” Petra Holm said on 3 May 2024."


def text(body: str) -> Text:
    return Text(1, "en", "2024-05-06", body, 0, 1, "digest")


def test_quotations_and_dates_are_found() -> None:
    finds = extract_safely(text(SENTENCE))
    assert [(row["quote"], row["said"]) for row in finds.quotes] == [("The weir leaks,", "2024-05-03")]
    assert [row["expression"] for row in finds.dates] == ["3 May 2024"]
    assert finds.problem is None


@pytest.mark.parametrize(("longest", "is_spared"), [(len(SENTENCE) - 1, True), (len(SENTENCE), False)])
def test_a_text_that_is_too_long_is_left_alone(monkeypatch: pytest.MonkeyPatch, longest: int, is_spared: bool) -> None:
    monkeypatch.setattr(extraction, "LONGEST_TEXT", longest)
    finds = extract_safely(text(SENTENCE))
    assert (finds.quotes == [], bool(finds.problem)) == (is_spared, is_spared)


def test_one_failing_article_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIT_DEBUG", raising=False)
    monkeypatch.setattr(extraction, "extract", lambda _: 1 / 0)
    finds = extract_safely(text(SENTENCE))
    assert finds.quotes == []
    message, fix = finds.problem or ("", "")
    assert "ZeroDivisionError" in message
    assert fix == "please report it"
