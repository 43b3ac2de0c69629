"""What is read from one source on its way to an article file: the lines kept and dropped, and what they tell."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple


class Line(NamedTuple):
    """One paragraph of the source: the line it begins on, from 1 (0 if unknown), its text, why it was dropped."""

    number: int
    text: str
    dropped: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article. Dates are `2024`, `2024-11` or `2024-11-27`.

    `date_hint` is a date that stands on the page and that nothing proves to be the article's, or that nobody can read.
    """

    title: str | None = None
    published: str | None = None
    modified: str | None = None
    saved: str | None = None
    date_hint: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    description: str | None = None

    def completed_by(self, other: Facts) -> Facts:
        """These facts; where nothing is known, what `other` knows."""
        missing = {name.name: getattr(other, name.name) for name in fields(self) if not getattr(self, name.name)}
        return replace(self, **missing)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is written: what is known of it, its text, and what became of each paragraph.

    `notes` say in words what a person should know: where a date comes from, what was guessed.
    """

    facts: Facts
    body: str
    lines: list[Line] = field(default_factory=list)
    notes: tuple[str, ...] = ()
