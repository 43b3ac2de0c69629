"""The values that flow from one stage to the next: an article, and what is found in it.

Offsets count characters (Unicode code points). Those of quotations and dates count from the start of `Article.body`;
adding `Article.body_start` gives the offset in the file's decoded text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from kit.text.span import Span as Span

QuoteKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["person", "organisation", "description"]
Precision = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an article that a person should look at: what kind, in which line, in words, and what to do."""

    kind: str
    line: int | None
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.message}; {self.fix}"


@dataclass(frozen=True, slots=True)
class Article:
    """One Markdown file, read. `published` and `modified` are `2024`, `2024-11` or `2024-11-27`, or None if unknown."""

    path: str
    title: str
    published: str | None
    modified: str | None
    saved: str | None
    authors: tuple[str, ...]
    source: str | None
    url: str | None
    tags: tuple[str, ...]
    language: str | None
    description: str | None
    body: str
    body_start: int
    body_line: int
    digest: str
    problems: tuple[Problem, ...]


class Quote(NamedTuple):
    """A statement found in an article's body.

    `body[start:end]` is the quotation without its marks. `speaker` is the fullest name the article gives the person,
    the description where it names nobody, or None where the text does not settle it; `speaker_kind` says which it is.
    `mention` is the stretch that
    points at the speaker in this place (`she`, `Austin`), `cue` the reporting words, `group` the number of the
    statement that the piece belongs to, `context` the sentence around it, `acronym` the letters that the article has
    for an organisation (NWA, for the National Water Agency).
    """

    start: int
    end: int
    kind: QuoteKind
    speaker: str | None
    speaker_kind: SpeakerKind | None
    mention: Span | None
    role: str | None
    cue: str | None
    group: int
    context: Span
    acronym: str | None = None


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An expression in an article's body that names a calendar period.

    `first` and `last` are ISO days, both included, and None where the period cannot be resolved; `precision` is the
    grain of the expression, so "March 2024" is a month and never the first of March. `reason` says how it was read.
    """

    start: int
    end: int
    first: str | None
    last: str | None
    precision: Precision
    reason: str
    sentence: Span
