"""Nothing that acts on a terminal is left of a text, and JSON reads back the same."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text.visible import escape_json, visible

ACTING = {
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))),
    *"\xad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
    "\U000e0041",
    "\ufff9",
}

SEEN = [
    ("plain", "plain"),
    ("\x1b[31m", "␛[31m"),
    ("\x00\x07\x08\x7f", "␀␇␈␡"),
    ("\x9b", "\\u009b"),
    ("\u202e", "\\u202e"),
    ("\U000e0041", "\\ue0041"),
    ("a\tb\nc\r\nd", "a b c  d"),
    ("a\u00a0b", "a\u00a0b"),
    # needed by scripts and emoji, and harmless
    ("👨‍👩‍👧 ❤️ می‌خواهم", "👨‍👩‍👧 ❤️ می‌خواهم"),
    ("한국 é e\u0301 \ue000", "한국 é e\u0301 \ue000"),
]


@pytest.mark.parametrize(("text", "seen"), SEEN, ids=[ascii(row[0]) for row in SEEN])
def test_visible(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_lines_are_kept_where_asked_for() -> None:
    assert visible("a\r\nb\rc\n\td\x1b\x0b\x85\u2028", lines=True) == "a\nb\nc\n\td␛␋\\u0085\\u2028"


@pytest.mark.parametrize("character", sorted(ACTING), ids=lambda c: f"{ord(c):04x}")
def test_every_acting_character_is_seen(character: str) -> None:
    for text in (character, f"é{character}x", f"x{character * 3}"):
        assert not ACTING & set(visible(text))
        assert not ACTING - {"\n", "\t"} & set(visible(text, lines=True)) - {"\n", "\t"}


@given(st.text())
def test_nothing_acting_is_left(text: str) -> None:
    left = visible(text)
    assert not ACTING & set(left)
    assert not any(unicodedata.category(c) == "Cc" for c in left)
    assert not {c for c in visible(text, lines=True) if unicodedata.category(c) == "Cc"} - {"\n", "\t"}


@given(st.text())
def test_what_is_harmless_stays(text: str) -> None:
    if not ACTING & set(text) and not any(unicodedata.category(c) in ("Cc", "Cf") for c in text):
        assert visible(text) == text
    assert visible(visible(text)) == visible(text)


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(ANY_JSON)
def test_json_reads_back_the_same(value: object) -> None:
    escaped = escape_json(json.dumps(value, ensure_ascii=False))
    assert json.loads(escaped) == value
    assert not ACTING & set(escaped)


@pytest.mark.parametrize("character", [*sorted(ACTING), "\ud800"], ids=ascii)
def test_json_with_every_acting_character(character: str) -> None:
    escaped = escape_json(json.dumps({character: [character * 2]}, ensure_ascii=False))
    assert json.loads(escaped) == {character: [character * 2]}
    assert character not in escaped
    escaped.encode()
