"""The bytes of a page → text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import KitError
from kit.intake.characters import ordinary, text_of, undo_mojibake

ENCODED = [
    ("It’s “on”".encode(), None, "It’s “on”"),
    ("It’s “on”".encode("utf-8-sig"), None, "It’s “on”"),
    ("It’s “on”".encode("utf-16"), None, "It’s “on”"),
    ("It’s “on” again".encode("utf-16-le"), None, "It’s “on” again"),
    ("It is on again and again".encode("utf-16-be"), None, "It is on again and again"),
    ("It’s “on”".encode("cp1252"), None, "It’s “on”"),
    ("섬마을 학교".encode("cp949"), "euc-kr", "섬마을 학교"),
    ("島の学校".encode("shift_jis"), "Shift_JIS", "島の学校"),
    ("Школа".encode("koi8-r"), "koi8-r", "Школа"),
    (b"caf\xe9", "no-such-encoding", "café"),
    (b"caf\xe9", "idna", "café"),  # a codec, but none of pages
    ("café".encode(), "euc-kr", "café"),  # what is UTF-8 is UTF-8, whatever the page says
    (b"a\r\nb\rc\x0cd", None, "a\nb\nc\nd"),
    ("co\xadoper\u200bate\u2003now\x07".encode(), None, "cooperate now"),
    ("it\u00e2\u20ac\u2122s \u00e2\u20ac\u0153on\u00e2\u20ac\x9d caf\u00c3\u00a9".encode(), None, "it’s “on” café"),
]


@pytest.mark.parametrize(("data", "declared", "text"), ENCODED)
def test_text_of(data: bytes, declared: str | None, text: str) -> None:
    assert text_of(data, declared)[0] == text


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"PK\x03\x04aa", b"\x89PNG\r\n", b"ab\0\1\2\3cd\0", b"\x7fELF\0\0\0"])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(KitError, match="not text"):
        text_of(data)


def test_guesses_are_told() -> None:
    assert text_of(b"plain")[1] == []
    assert "Windows-1252" in text_of(b"caf\xe9 " + b"a" * 200)[1][0]
    assert "mended" in text_of("itâ€™s".encode())[1][0]


@pytest.mark.parametrize("text", ["CAFÉ”", "Ã", "a â b", "naïve façade", "€ 5 – “É”"])
def test_no_mojibake(text: str) -> None:
    assert undo_mojibake(text) == text


@given(st.text())
def test_ordinary_twice_is_ordinary_once(text: str) -> None:
    assert ordinary(ordinary(text)) == ordinary(text)


@given(st.text(alphabet="ab ’“”éñ–…"))
def test_mojibake_is_undone(text: str) -> None:
    garbled = text.encode().decode("cp1252", errors="ignore") if "é" in text else ""
    if "Ã©" in garbled and garbled.encode("cp1252").decode(errors="ignore") == text:
        assert undo_mojibake(garbled) == text


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=12)))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_text_or_an_error(data: bytes, declared: str | None) -> None:
    try:
        text, _ = text_of(data, declared)
    except KitError:
        return
    assert "\r" not in text
    assert "\0" not in text
    text.encode()
