"""What finding hands to resolving: an expression with the calendar fields and relations that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(slots=True)
class Mention:
    """One expression as written, `text[start:end]`.

    `shape` says how to resolve it: `day`, `month`, `year`, `season`, `quarter`, `half`, `holiday`, `weekday`, `today`,
    `count` ("two weeks ago"), `unit` ("last week"), `numeric` ("05/06/2024", with the first number as `month` and the
    second as `day`, and the separator as `name`) or `day_of_month` ("the 26th").
    `relation` ("last", "following") is about the expression itself, `year_relation` about its year. `count` is the
    number of units from the base, or None where the text does not say how many; `weekday` is -1 if none is named.
    """

    start: int
    end: int
    shape: str
    year: int | None = None
    month: int = 0
    day: int = 0
    weekday: int = -1
    count: int | None = 0
    unit: str = ""
    relation: str = ""
    year_relation: str = ""
    name: str = ""
    short_year: int | None = None


# "The next day" follows the day told of, "next week" the day of publication.
_RELATIONS = {
    "coming": "next",
    "current": "this",
    "following": "following",
    "last": "last",
    "latest": "last",
    "next": "next",
    "past": "past",
    "preceding": "previous",
    "previous": "previous",
    "prior": "previous",
    "same": "same",
    "that": "same",
    "that same": "same",
    "the": "the",
    "the next": "following",
    "this": "this",
    "this coming": "next",
    "this past": "last",
    "upcoming": "next",
}
_YEAR_NOUN = re.compile(r"\s+(?:(?:fiscal|financial|calendar)\s+)?year$", re.IGNORECASE)


def relation_of(words: str | None) -> str:
    """Return a relation in its normal form: "the  Following" is "following", "that" is "same", None is ""."""
    if not words:
        return ""
    plain = " ".join(words.lower().split())
    return _RELATIONS.get(plain) or _RELATIONS[plain.removeprefix("the ")]


def year_relation_of(words: str | None) -> str:
    """Return the relation in "the following fiscal year"."""
    return relation_of(_YEAR_NOUN.sub("", words)) if words else ""
