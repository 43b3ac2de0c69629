"""Pairs of characters: what is indexed for a text, and what is looked for."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text.cjk import BREAK, grams, has_cjk, phrase, runs

GRAMS = [
    ("한국은", "한국 국은 은"),
    ("한", "한"),
    ("한국 정부", "한국 국 정부 부"),
    ("한국, 정부", f"한국 국 {BREAK} 정부 부"),
    ("BTS가", "BTS 가"),
    ("2024년에", "2024 년에 에"),
    ("東京で", "東京 京で で"),
    ("カタカナ", "カタ タカ カナ ナ"),
    ("\U00020000\U00020001", "\U00020000\U00020001 \U00020001"),
    ("no such thing", ""),
    ("café", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "tokens"), GRAMS, ids=[ascii(row[0]) for row in GRAMS])
def test_grams(text: str, tokens: str) -> None:
    assert grams(text) == tokens
    assert grams(unicodedata.normalize("NFD", text)) == tokens
    assert has_cjk(text) is bool(tokens)


PHRASES = [
    (["한국"], ("한국", False)),
    (["한"], ("한", True)),
    (["한국은"], ("한국 국은", False)),
    (["한국", "정부"], ("한국 국 정부", False)),
    (["한국", "정"], ("한국 국 정", True)),
]


@pytest.mark.parametrize(("typed", "expected"), PHRASES, ids=ascii)
def test_phrase(typed: list[str], expected: tuple[str, bool]) -> None:
    assert phrase(typed) == expected


HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1, max_size=12)


@given(text=HANGUL, data=st.data())
def test_every_part_of_a_word_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    tokens, is_prefix = phrase([text[start:end]])
    wanted, there = tokens.split(), grams(text).split()
    found = False
    for at in range(len(there) - len(wanted) + 1):
        window = there[at : at + len(wanted)]
        last_fits = window[-1].startswith(wanted[-1]) if is_prefix else window[-1] == wanted[-1]
        found = found or (window[:-1] == wanted[:-1] and last_fits)
    assert found


@given(st.text())
def test_runs_are_of_the_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    at = 0
    for run in runs(text):
        at = composed.index(run, at) + len(run)


@pytest.mark.parametrize(
    "text", ["한" * 100_000, "한 " * 50_000, "a한" * 50_000, "," * 100_000 + "한", "a" * 100_000 + "한"]
)
def test_large_input(text: str) -> None:
    assert grams(text)
