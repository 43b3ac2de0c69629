"""Blocks of a Markdown text, as offsets."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text.structure import paragraphs

WRAPPED = (
    "The harbour board of Port Aldous met on Tuesday evening and agreed to\n"
    "close the northern quay until the cracks in its wall have been looked\n"
    "at by an engineer.\n"
    "Ferries will land at the old pier."
)

BLOCKS = [
    # (text, blocks)
    ("", []),
    (" \n\t\n", []),
    ("One line.", ["One line."]),
    ("First.\n\nSecond.\n", ["First.", "Second."]),
    ("First.\r\n\r\nSecond.\r\n", ["First.", "Second."]),
    ("First.\r\rSecond.", ["First.", "Second."]),
    # saved pages: one newline a paragraph, lines short or long
    ("Mayor resigns\nBy Ann Poe\nThe mayor left.", ["Mayor resigns", "By Ann Poe", "The mayor left."]),
    ("x" * 200 + "\n" + "y" * 300, ["x" * 200, "y" * 300]),
    # lines broken to keep to a width are one paragraph, until one that had room for another word
    (WRAPPED, [WRAPPED[: WRAPPED.index("\nFerries")], "Ferries will land at the old pier."]),
    ("# Mayor resigns\nThe mayor left.", ["Mayor resigns", "The mayor left."]),
    ("#nofilter is no heading", ["#nofilter is no heading"]),
    ("- one\n- two\n\n1. three\n2) four", ["one", "two", "three", "four"]),
    ("-5 degrees", ["-5 degrees"]),
    ("2024. It was a year.", ["2024. It was a year."]),
    ("He wrote:\n> We sail.\n>\n> At dawn.\nThey did.", ["He wrote:", "We sail.", "At dawn.", "They did."]),
    ("Before\n\n---\n\nAfter\n***\nEnd\n_ _ _", ["Before", "After", "End"]),
    ("A\n\n```\ncode\n\n\nmore\n```\nB", ["A", "```\ncode\n\n\nmore\n```", "B"]),
    ("A\n\n```\nnever closed\n\nB", ["A", "```", "never closed", "B"]),
]


@pytest.mark.parametrize(("text", "blocks"), BLOCKS)
def test_paragraphs(text, blocks):
    assert [text[start:end] for start, end in paragraphs(text)] == blocks


@given(st.text(alphabet="ab \n\r\t#>-*`~1.“\"'", max_size=200))
def test_paragraphs_are_ordered_trimmed_and_lose_no_word(text):
    found = paragraphs(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
    letters = [i for i, char in enumerate(text) if char in "ab"]
    assert all(any(start <= i < end for start, end in found) for i in letters)
