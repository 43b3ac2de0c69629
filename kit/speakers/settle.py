"""Who is who across articles: the names that articles use, grouped into people and organisations.

One person is one speaker under all spellings and shorter forms of the name; two people stay two. Whatever fits two
stays by itself. The result depends on what the articles say alone, not on the order in which they come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kit.models import SpeakerKind
from kit.speakers.bodies import bearers_of_acronyms, plain
from kit.speakers.decisions import Decisions
from kit.speakers.decisions import Person as Decided
from kit.speakers.kinds import most_frequent_kind, organisations_in
from kit.speakers.names import letters, parse_name
from kit.speakers.nodes import Mention, Ruled
from kit.speakers.people import group_people

# A form of a name is rare if another is so many times as frequent.
RARE = 8


class Member(NamedTuple):
    """A mention, by its place among those given, and whether only a part of the name stands there."""

    place: int
    inferred: bool


class Speaker(NamedTuple):
    """A person or an organisation, and the mentions of it."""

    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]
    members: tuple[Member, ...]


def settle(mentions: Sequence[Mention], decisions: Decisions) -> list[Speaker]:
    """The speakers behind mentions that are no descriptions; each of those belongs to exactly one.

    What `decisions` say is done, whatever the names look like.
    """
    ruled = _ruled(decisions)
    apart = {name for pair in ruled.different for name in pair}
    names = [plain(mention.name) for mention in mentions]
    bodies = organisations_in(mentions, names)
    decided: dict[int, list[int]] = defaultdict(list)
    organisations: dict[str, list[int]] = defaultdict(list)
    people: list[int] = []
    for place, (mention, name) in enumerate(zip(mentions, names, strict=True)):
        if mention.kind == "description":
            continue
        typed = letters(mention.name)
        number = ruled.people.get(typed, ruled.people.get(name))
        if number is not None:
            decided[number].append(place)
        elif name in bodies:
            organisations[typed if typed in apart else name].append(place)
        else:
            people.append(place)
    acronyms: dict[str | int | None, list[Member]] = defaultdict(list)
    for acronym, bearer in bearers_of_acronyms(mentions, organisations, decided, ruled).items():
        acronyms[bearer] += [Member(place, True) for place in organisations.pop(acronym)]
    speakers = [
        _speaker(mentions, "organisation", [Member(place, False) for place in places] + acronyms[key], None)
        for key, places in organisations.items()
    ]
    for found in group_people(mentions, people, decided, decisions, ruled):
        members = [Member(place, place in found.inferred) for node in found.nodes for place in node.places]
        members += acronyms[found.decided]
        if members:
            person = decisions.people[found.decided] if found.decided is not None else None
            kind = most_frequent_kind(mentions[member.place].kind for member in members) if person else "person"
            speakers.append(_speaker(mentions, kind, members, person))
    return sorted(speakers, key=lambda speaker: min(speaker.members))


def _ruled(decisions: Decisions) -> Ruled:
    people = {
        key: number
        for number, person in enumerate(decisions.people)
        for name in (person.name, *person.aliases)
        for key in (letters(name), plain(name))
    }
    pairs = {
        (letters(one), letters(other))
        for each in decisions.different
        for one in each.names
        for other in each.names
        if one != other
    }
    return Ruled(people, frozenset(pairs))


def _speaker(mentions: Sequence[Mention], kind: SpeakerKind, members: list[Member], person: Decided | None) -> Speaker:
    articles: dict[str, set[int]] = defaultdict(set)
    for member in members:
        articles[mentions[member.place].name].add(mentions[member.place].article)
    names = sorted(articles, key=lambda name: (-len(articles[name]), name))
    # What stands for a longer name is not the name, however often it does.
    own = {mentions[member.place].name for member in members if not member.inferred}
    borne = [name for name in names if name in own] or names
    # A fuller form that hardly any article has is more likely a slip than the name.
    usual = [name for name in borne if len(articles[name]) * RARE >= max(len(articles[other]) for other in borne)]
    full = [name for name in usual if not parse_name(name).is_short] or borne
    name = person.name if person else min(full, key=lambda name: _fullness(kind, name, len(articles[name])))
    others = [*names, *(person.aliases if person else ()), *_acronyms(mentions, members)]
    return Speaker(name, kind, tuple(other for other in dict.fromkeys(others) if other != name), tuple(members))


def _acronyms(mentions: Sequence[Mention], members: Iterable[Member]) -> list[str]:
    return sorted({acronym.upper() for member in members if (acronym := mentions[member.place].acronym)})


def _fullness(kind: SpeakerKind, name: str, articles: int) -> tuple[int, int, bool, bool, int, bool, str]:
    """Sorts the name to be shown first: a person's fullest, then the most frequent, then one with accents."""
    words = parse_name(name).words if kind == "person" else ()
    return (
        -sum(len(word) > 1 for word in words),
        -len(words),
        not parse_name(name).suffix,
        name.isupper() and kind == "person",
        -articles,
        name.isascii(),
        name,
    )
