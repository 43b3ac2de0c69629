"""Keys and names for bibliographies: tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.formats.citation import citation_key, date_parts, split_name

NAMES = [
    ("Sarah Kim", "Kim", "Sarah"),
    ("Kim, Sarah", "Kim", "Sarah"),
    ("Mary Ann Brandt", "Brandt", "Mary Ann"),
    ("Ursula von der Leyen", "von der Leyen", "Ursula"),
    ("Cho Ki-weon", "Cho", "Ki-weon"),
    ("Ann Lee-Moss", "Lee-Moss", "Ann"),
    ("Jean-Luc Brandt", "Brandt", "Jean-Luc"),
    # what has no parts
    ("Reuters", "Reuters", None),
    ("Osmund News Agency", "Osmund News Agency", None),
    ("The Editors", "The Editors", None),
    ("Harbour Press, Osmund", "Harbour Press, Osmund", None),
    ("Brandt, Ann, Jr.", "Brandt, Ann, Jr.", None),
    ("7 News Team", "7 News Team", None),
    ("한국일보", "한국일보", None),
    # near misses: a surname that only looks like such a word
    ("Ann Press-Moss", "Press-Moss", "Ann"),
    ("Paul Timesmith", "Timesmith", "Paul"),
]


@pytest.mark.parametrize(("name", "family", "given"), NAMES)
def test_names_are_divided_where_that_is_sure(name: str, family: str, given: str | None) -> None:
    assert split_name(name) == (family, given)


@given(st.text(st.sampled_from("aAé한- ,.7"), min_size=1, max_size=20).filter(str.strip))
def test_no_letter_of_a_name_is_lost(name: str) -> None:
    family, given = split_name(name)
    assert sorted(filter(str.isalnum, family + (given or ""))) == sorted(filter(str.isalnum, name))


@pytest.mark.parametrize(("day", "parts"), [("2024", [2024]), ("2024-11", [2024, 11]), ("2024-01-05", [2024, 1, 5])])
def test_a_date_has_as_many_numbers_as_were_given(day: str, parts: list[int]) -> None:
    assert date_parts(day) == parts


def test_keys_are_plain_and_differ_as_files_do() -> None:
    files = [
        "articles/a-b.md",
        "articles/a/b.md",
        "articles/a b.md",
        "articles/한국.md",
        "articles/한글.md",
        "articles/a_b.md",
    ]
    keys = [citation_key(file) for file in files]
    assert keys[0] == "a-b"
    assert len(set(keys)) == len(files)
    assert all(key.isascii() and key.replace("-", "").isalnum() for key in keys)
