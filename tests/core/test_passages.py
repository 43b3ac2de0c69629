"""The passage that is shown, and white space folded with marks kept in their places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.search.passages import LONGEST, best_passage, fold_space
from kit.text.lines import line_finder, line_of
from kit.text.span import Span


def matches_of(pattern: str, body: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(pattern, body)]


FILLER = "Nothing of interest happened in the valley that day, and nobody was surprised by it. "

BEST = [
    ("the only one", "Mill.\n\nWeir.\n", "Mill", "Mill."),
    ("most different words", "Mill, mill, mill.\n\nMill and weir.\n", "[Mm]ill|weir", "Mill and weir."),
    ("more of the same", "Mill.\n\nMill, mill.\n", "[Mm]ill", "Mill, mill."),
    ("the first of equals", "Mill one.\n\nMill two.\n", "Mill", "Mill one."),
    ("a sentence of a long paragraph", FILLER * 5 + "The mill burned.", "mill", "The mill burned."),
    ("without marker", "## The mill\n", "mill", "The mill"),
    ("of a list item", "- A\n- The mill\n", "mill", "The mill"),
]


@pytest.mark.parametrize(("body", "pattern", "passage"), [row[1:] for row in BEST], ids=[row[0] for row in BEST])
def test_best_passage(body: str, pattern: str, passage: str) -> None:
    found = best_passage(body, matches_of(pattern, body))
    assert found is not None
    assert body[found.start : found.end] == passage


def test_no_matches_no_passage() -> None:
    assert best_passage("A mill.", []) is None
    assert best_passage("", []) is None


@given(
    words=st.lists(st.sampled_from(["mill", "weir.", "The", "x" * 400, "\n\n", "\r", "# ", "- ", "> ", "…", "한국"])),
    separator=st.sampled_from([" ", "", "\n", "\u00a0", "\x0c"]),
)
def test_a_passage_is_short_and_has_a_match(words: list[str], separator: str) -> None:
    body = separator.join(words)
    matches = matches_of("mill|weir", body)
    passage = best_passage(body, matches)
    assert (passage is None) is (not matches)
    if passage:
        assert 0 <= passage.start < passage.end <= len(body)
        assert any(passage.start <= match.start and match.end <= passage.end for match in matches)
        assert passage.end - passage.start <= LONGEST + max(match.end - match.start for match in matches)


@given(
    text=st.text(st.sampled_from("ab \t\n\r\u00a0\u2028한")),
    ends=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5)), max_size=4),
)
def test_folded_marks_cover_the_same_text(text: str, ends: list[tuple[int, int]]) -> None:
    spans = [
        Span(*match.span()) for match in re.finditer(r"\S+", text) if any(start <= match.start() for start, _ in ends)
    ]
    folded, marks = fold_space(text, spans)
    assert folded == re.sub(r"\s+", " ", text)
    assert [folded[start:end] for start, end in marks] == [text[span.start : span.end] for span in spans]


@given(st.text(st.sampled_from("ab\n\r\u2028\x0b\x0c\x85")), st.integers(1, 9))
def test_lines_end_at_lf_crlf_and_cr_only(body: str, first: int) -> None:
    find = line_finder(body, first)
    for at in range(len(body) + 1):
        if body[at - 1 : at + 1] != "\r\n":  # within a line end is nowhere
            expected = first + len(re.split(r"\r\n|\r|\n", body[:at])) - 1
            assert line_of(body, first, at) == expected
            assert find(at) == expected


HOSTILE = {
    "one giant line": "mill " * 20_000,
    "one giant word": "mill" * 25_000,
    "a match in every sentence": "A mill. " * 12_000,
    "a match in every line": "A mill\n" * 12_000,
    "headings": "# mill\n" * 12_000,
    "full stops": "." * 50_000 + "mill" + "." * 50_000,
    "blanks": " " * 50_000 + "mill" + " " * 50_000,
    "quotation marks": "“mill” " * 12_000,
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input(body: str) -> None:
    matches = matches_of("mill", body)
    passage = best_passage(body, matches)
    assert passage
    assert passage.end - passage.start <= LONGEST + len("mill")
