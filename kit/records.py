"""The records that commands give out: the keys are what other programs rely on, so none is renamed or removed."""

from __future__ import annotations

from typing import Literal, TypedDict


class Place(TypedDict):
    """Where a record comes from: file and line, characters in the file's text, and the article's particulars."""

    file: str
    line: int
    start: int | None
    end: int | None
    title: str
    published: str | None
    source: str | None
    url: str | None


class Hit(Place):
    """An article that a search found, with the passage that answers best."""

    authors: list[str]
    tags: list[str]
    snippet: str
    highlights: list[tuple[int, int]]
    score: float
    match: Literal["all", "any"]


class Count(TypedDict):
    """How many records share a key."""

    key: str | None
    count: int
