"""Names as people type them: tables of what fits and what nearly does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text.names import fits, fold

FOLDED = [
    ("Ann Lee", " ann lee"),
    ("LEE, Ann", " lee ann"),
    ("Yoon Suk-yeol", " yoon suk yeol"),
    ("José Muñoz", " jose munoz"),
    ("O’Brien", " o brien"),
    ("Straße", " strasse"),
    ("İstanbul", " istanbul"),
    ("ＡＰ", " ap"),
    ("ﬁnance", " finance"),
    ("한겨레", " 한겨레"),
    (unicodedata.normalize("NFD", "한겨레 Café"), " 한겨레 cafe"),
    ("Чайковский", " чаиковскии"),
    ("a_b", " a b"),
    ("🇺🇦", ""),
    ("", ""),
    ("--", ""),
    ("3sat", " 3sat"),
]


@pytest.mark.parametrize(("name", "folded"), FOLDED, ids=[ascii(row[0]) for row in FOLDED])
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


FITTING = [
    ("Volodymyr Zelenskyy", "zelenskyy", True),
    ("Volodymyr Zelenskyy", "Volodymyr", True),
    ("Volodymyr Zelenskyy", "volodymyr zelenskyy", True),
    ("Volodymyr Zelenskyy", "zelensky", False),
    ("Volodymyr Zelenskyy", "mir", False),
    ("Volodymyr Zelenskyy", "zelenskyy volodymyr", False),
    ("Volodymyr Zelenskyy", "v zelenskyy", False),
    ("Kim Yong-hyun", "yonghyun", True),
    ("Kim Yong-hyun", "yong hyun", True),
    ("Kim Yong-hyun", "kimyong", True),
    ("Kim Yong-hyun", "hyu", False),
    ("Kim Yonghyun", "yong-hyun", True),
    ("Kim Yonghyun", "yong", False),
    ("O'Brien", "OBRIEN", True),
    ("O'Brien", "brien", True),
    ("Park", "Parker", False),
    ("Parker", "Park", False),
    ("The New York Times", "new york", True),
    ("The New York Times", "york new", False),
    ("Le Monde", "monde", True),
    ("박근혜", "박근혜", True),
    ("박근혜", "근혜", False),
    ("Ann", "", False),
    ("Ann", "-", False),
    ("", "", False),
    ("a a b", "ab", True),
    ("a b a c", "abac", True),
]


@pytest.mark.parametrize(("name", "typed", "is_fitting"), FITTING, ids=[f"{row[0]}-{row[1]}" for row in FITTING])
def test_fits(name: str, typed: str, is_fitting: bool) -> None:
    assert fits(fold(name), typed) is is_fitting


@given(st.text())
def test_folding_is_done_once(name: str) -> None:
    folded = fold(name)
    assert fold(folded) == folded
    assert not folded or folded.startswith(" ")


@given(st.text())
def test_every_name_fits_itself(name: str) -> None:
    assert fits(fold(name), name) is bool(fold(name))
    assert fits(fold(name), unicodedata.normalize("NFD", name)) is bool(fold(name))


@given(st.lists(st.text(st.characters(categories=["Ll"]), min_size=1), min_size=1, max_size=5))
def test_every_word_fits(words: list[str]) -> None:
    name = " ".join(words)
    for word in words:
        assert fits(fold(name), word) is bool(fold(word))
