"""The records that commands give out: the keys are what other programs rely on, so none is renamed or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from kit.models import Precision


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
    """An article that a search found, with the passage that answers best; `versions` are other files of its story."""

    authors: list[str]
    tags: list[str]
    snippet: str
    highlights: list[tuple[int, int]]
    score: float
    match: Literal["all", "any"]
    versions: list[str]


class Quotation(Place):
    """A statement inside an article: its words, who said them, and the words that tell so.

    Where speakers of one name are several people, `namesake` tells which: 1, 2 ... in the order in which they come.
    """

    quote: str
    kind: Literal["direct", "mixed", "indirect"]
    speaker: str | None
    speaker_kind: Literal["person", "organisation", "description"] | None
    namesake: int | None
    speaker_mention: str | None
    speaker_start: int | None
    speaker_end: int | None
    role: str | None
    cue: str | None
    said: str | None
    utterance: int
    context: str
    decided: bool


class Role(TypedDict):
    """What articles call somebody, and the days of the first and the last article that does."""

    role: str
    first: str | None
    last: str | None


class Speaker(TypedDict):
    """Somebody, or an organisation, who speaks in the articles."""

    name: str
    kind: Literal["person", "organisation"]
    aliases: list[str]
    roles: list[Role]
    quotes: int
    articles: int
    first: str | None
    last: str | None


class Count(TypedDict):
    """How many records share a key."""

    key: str | None
    count: int


class Entry(Place):
    """What a timeline holds: an article that appeared, a dated passage, or a quotation.

    `date` and `date_end` are ISO days, both included. `expression` is what stands at `start:end`: the date as it is
    written, or the words said; `text` is the sentence around it (an article's title), `highlights` where the expression
    is in it. `future` says that it lay ahead when the article appeared.
    """

    kind: Literal["published", "event", "quote"]
    date: str
    date_end: str
    precision: Precision
    expression: str | None
    text: str
    highlights: list[tuple[int, int]]
    future: bool
    speaker: str | None


class ArticleRecord(Place):
    """An article as bibliographies need it; `modified` and `saved` are as exact as `published` is."""

    authors: list[str]
    tags: list[str]
    language: str | None
    description: str | None
    modified: str | None
    saved: str | None


class Side(TypedDict):
    """One side of a difference between two articles: its sentence, and what of it differs, as `[start, end]` pairs."""

    file: str
    line: int
    text: str
    highlights: list[tuple[int, int]]


class ChangeRecord(TypedDict):
    """A difference between two articles; `speaker` where it is one statement of somebody, quoted in other words."""

    kind: Literal["figure", "name", "added", "removed", "reworded"]
    a: Side | None
    b: Side | None
    speaker: str | None


class Version(TypedDict):
    """One of several articles that tell one story."""

    file: str
    title: str
    published: str | None
    source: str | None
    url: str | None


class Family(TypedDict):
    """Articles that are versions of one story, the first one first, and what each changed in the one before it."""

    files: list[str]
    changes: list[ChangeRecord]
    articles: list[Version]


class ToCheck(TypedDict):
    """Something in an article, or in speakers.toml, that needs a person's eye, and what to do about it."""

    kind: str
    file: str
    line: int
    message: str
    fix: str
