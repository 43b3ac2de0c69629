"""Who an article names: for settling names across articles."""

from __future__ import annotations

from dataclasses import dataclass

from kit.models import Span
from kit.quotes.reading import read


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody, or an institution, named in one article.

    `name` is the fullest name there, `aliases` are the other forms in order of appearance, `roles` what the article
    calls the person, `gender` is f, m or "", `mentions` are offsets into the body.
    """

    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    gender: str
    organisation: bool
    mentions: tuple[Span, ...]


def find_people(body: str) -> list[NamedPerson]:
    """Return the people and institutions named outside quotation marks, in order of their first mention."""
    people = sorted(read(body).people, key=lambda person: person.mentions[0].first)
    return [
        NamedPerson(
            name=person.name,
            aliases=tuple(dict.fromkeys(each.name for each in person.mentions if each.name != person.name)),
            roles=tuple(dict.fromkeys(each.role for each in person.mentions if each.role)),
            gender=person.gender,
            organisation=person.organisation,
            mentions=tuple(Span(each.start, each.end) for each in person.mentions),
        )
        for person in people
    ]
