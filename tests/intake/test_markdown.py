"""Markdown of web clippers → a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.intake.draft import Facts
from kit.intake.markdown import read_markdown
from kit.intake.write import article_text

CLIP = """---
title: "Weir opened at Osk"
source: "https://osk.example/2023/weir"
author:
  - "[[Ann Poe]]"
published: 2023-05-03
created: 2023-06-01
tags:
  - "clippings"
---
# Weir opened at Osk

![The weir](https://osk.example/weir.jpg)

The **weir** at Osk was opened on [Wednesday](https://osk.example/w), the harbour office said, after rain.

[Share](https://osk.example/share)

## What came next

- The lock was shut.
- The ferry was not.

| Day | Water |
| --- | --- |
| Monday | 3 m |

> “We have never seen the river like this,” said Runa Feld, who has kept the lock for thirty years.

Related stories

[Ferry to run on Sundays](https://osk.example/ferry)
"""
BODY = """The **weir** at Osk was opened on [Wednesday](https://osk.example/w), the harbour office said, after rain.

## What came next

- The lock was shut.
- The ferry was not.

| Day | Water |
| --- | --- |
| Monday | 3 m |

> “We have never seen the river like this,” said Runa Feld, who has kept the lock for thirty years."""


def test_a_clip() -> None:
    draft = read_markdown(CLIP, "clip.md")
    assert draft.facts == Facts(
        title="Weir opened at Osk",
        published="2023-05-03",
        saved="2023-06-01",
        source="osk.example",
        authors=("Ann Poe",),
        url="https://osk.example/2023/weir",
        tags=("clippings",),
    )
    assert draft.body == BODY


def test_without_front_matter() -> None:
    draft = read_markdown(BODY, "2023-05-03-the-weir.md")
    assert (draft.facts.title, draft.facts.published) == ("the weir", "2023-05-03")
    assert draft.body == BODY
    assert read_markdown(BODY).facts.title is None


HINTS = [
    ("date: 12 mars 2024", "12 mars 2024"),
    ("date: 5/4/2018", "5/4/2018"),
    ("date: on Monday, it says", "on Monday, it says"),
    ("date_hint: 2023-05-05", "2023-05-05"),
    ("date: 2024-02-30\npublished: 5 May 2023", None),
    ("published: true", None),
    ("date: ''", None),
    ("title: Weir", None),
]


@pytest.mark.parametrize(("line", "hint"), HINTS)
def test_a_date_that_cannot_be_read_is_kept(line: str, hint: str | None) -> None:
    draft = read_markdown(f"---\n{line}\n---\n{BODY}\n")
    assert draft.facts.date_hint == hint
    again = read_markdown(article_text(draft))
    assert again.facts == replace(draft.facts, title=again.facts.title)


def test_options_win() -> None:
    assert read_markdown(CLIP, known=Facts(published="2020", title="T")).facts.published == "2020"


def test_an_article_of_ours_stays_as_it_is() -> None:
    once = article_text(read_markdown(CLIP))
    assert article_text(read_markdown(once)) == once


@given(st.lists(st.one_of(st.sampled_from(CLIP.split("\n")), st.text(max_size=60)), max_size=20).map("\n".join))
@settings(max_examples=200, deadline=None)
def test_any_markdown_can_be_read(text: str) -> None:
    draft = read_markdown(text.encode(errors="replace").decode())
    assert sum(not line.dropped for line in draft.lines) == 0 or draft.body
