"""Whose words follow in marks alone behind a sentence that reports, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes.attributing.clauses import outer_source
from kit.quotes.parsing.reading import read

OUTER = [
    ("Karl Berg said that Ivo Marin had phoned him twice. “I was asleep.”", "Karl Berg"),
    ("Ana Lund told reporters that Eva Dahl had rung the owners. “A polite woman.”", "Ana Lund"),
    ("Karl Berg said Ivo Marin had called the crew. “We all heard it.”", "Karl Berg"),
    # what the other one had said may follow
    ("Karl Berg said that Ivo Marin had told him. “I am ill.”", None),
    ("Karl Berg said it was late, and Ivo Marin argued with the crew. “I am ill.”", None),
    ("Karl Berg said that it was late. “I am ill.”", None),
    ("Karl Berg shouted “Go!” and said that Ivo Marin had phoned him. “I am ill.”", None),
]


@pytest.mark.parametrize(("text", "person"), OUTER)
def test_outer_source(text, person):
    found = outer_source(read(text), 0)
    assert (found.name if found else None) == person
