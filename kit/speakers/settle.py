"""Who is who across articles: the names that articles use, grouped into people and organisations.

One person is one speaker under all spellings and shorter forms of the name; two people stay two. Whatever fits two
stays by itself. The result depends on what the articles say alone, not on the order in which they come.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kit.models import SpeakerKind
from kit.speakers.decisions import Decisions
from kit.speakers.decisions import Person as Decided
from kit.speakers.names import letters, parse_name
from kit.speakers.nodes import Mention, Ruled
from kit.speakers.people import group_people
from kit.text.names import fold

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
    kinds = _kinds(mentions)
    decided: dict[int, list[int]] = defaultdict(list)
    organisations: dict[str, list[int]] = defaultdict(list)
    people: list[int] = []
    for place, mention in enumerate(mentions):
        if mention.kind == "description":
            continue
        plain = _plain_letters(mention.name)
        number = ruled.people.get(letters(mention.name), ruled.people.get(plain))
        if number is not None:
            decided[number].append(place)
        elif kinds[plain] == "organisation":
            organisations[plain].append(place)
        else:
            people.append(place)
    speakers = [
        _speaker(mentions, "organisation", [Member(place, False) for place in places], None)
        for places in organisations.values()
    ]
    for found in group_people(mentions, people, decided, decisions, ruled):
        members = [Member(place, place in found.inferred) for node in found.nodes for place in node.places]
        if members:
            person = decisions.people[found.decided] if found.decided is not None else None
            kind = _most_frequent(mentions[member.place].kind for member in members) if person else "person"
            speakers.append(_speaker(mentions, kind, members, person))
    return sorted(speakers, key=lambda speaker: min(speaker.members))


def _plain_letters(name: str) -> str:
    """The letters of an organisation's name, without its article."""
    return fold(name).removeprefix(" the ").replace(" ", "")


def _ruled(decisions: Decisions) -> Ruled:
    people = {
        key: number
        for number, person in enumerate(decisions.people)
        for name in (person.name, *person.aliases)
        for key in (letters(name), _plain_letters(name))
    }
    pairs = {
        (letters(one), letters(other))
        for each in decisions.different
        for one in each.names
        for other in each.names
        if one != other
    }
    return Ruled(people, frozenset(pairs))


def _kinds(mentions: Iterable[Mention]) -> dict[str, SpeakerKind]:
    """What most articles take a name for; a person's where as many take it for either."""
    votes: dict[str, Counter[SpeakerKind]] = defaultdict(Counter)
    for mention in mentions:
        votes[_plain_letters(mention.name)][mention.kind] += 1
    return {
        plain: "organisation" if counts["organisation"] > counts["person"] else "person"
        for plain, counts in votes.items()
    }


def _most_frequent(kinds: Iterable[SpeakerKind]) -> SpeakerKind:
    counts = Counter(kinds)
    return "organisation" if counts["organisation"] > counts["person"] else "person"


def _speaker(mentions: Sequence[Mention], kind: SpeakerKind, members: list[Member], person: Decided | None) -> Speaker:
    articles: dict[str, set[int]] = defaultdict(set)
    for member in members:
        articles[mentions[member.place].name].add(mentions[member.place].article)
    names = sorted(articles, key=lambda name: (-len(articles[name]), name))
    # A fuller form that hardly any article has is more likely a slip than the name.
    usual = [name for name in names if len(articles[name]) * RARE >= max(map(len, articles.values()))]
    full = [name for name in usual if not parse_name(name).is_short] or names
    name = person.name if person else min(full, key=lambda name: _fullness(kind, name, len(articles[name])))
    others = [*names, *(person.aliases if person else ())]
    return Speaker(name, kind, tuple(other for other in dict.fromkeys(others) if other != name), tuple(members))


def _fullness(kind: SpeakerKind, name: str, articles: int) -> tuple[int, int, bool, int, bool, str]:
    """Sorts the name to be shown first: a person's fullest, then the most frequent, then one with accents."""
    words = parse_name(name).words if kind == "person" else ()
    return (
        -sum(len(word) > 1 for word in words),
        -len(words),
        name.isupper() and kind == "person",
        -articles,
        name.isascii(),
        name,
    )
