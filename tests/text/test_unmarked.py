"""The text without its Markdown, at the same offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text.structure import unmarked

PLAIN = [
    # (text, what is left, blanks folded)
    ("No markup: [South Korea] has it, 2 < 3 and a > b.", "No markup: [South Korea] has it, 2 < 3 and a > b."),
    ("See [the *report*](https://a.example/x) now", "See the report now"),
    ("See [the report][1] now", "See the report now"),
    ("See [[Ann Poe]] and [[people/bo|Bo Lund]] now", "See Ann Poe and Bo Lund now"),
    ("**KIM:** _We_ sail", "KIM: We sail"),
    ("snake_case_name stays", "snake_case_name stays"),
    ("at https://a.example/b_c today", "at today"),
    ("![a map](map.png) Here", "a map Here"),
    ("``We sail'' he said of `kit`", "``We sail'' he said of kit"),
    ("a<br>b", "a b"),
    (r"\"We sail,\" he said", '"We sail, " he said'),
    (r"It\'s at C:\maps\oslo", r"It\'s at C:\maps\oslo"),
]


@pytest.mark.parametrize(("text", "plain"), PLAIN)
def test_unmarked(text, plain):
    assert " ".join(unmarked(text).replace("  ,", ",").split()) == plain


@given(st.text(alphabet="ab [](){}*_`<>|!:/“\nhttp", max_size=200))
def test_unmarked_keeps_every_offset(text):
    plain = unmarked(text)
    assert len(plain) == len(text)
    assert all(new in (old, " ") for old, new in zip(text, plain, strict=True))
