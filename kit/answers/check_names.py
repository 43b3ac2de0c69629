"""What needs a person's eye among names: surnames that fit two people, and names that may be one person's."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from kit.records import ToCheck
from kit.speakers.decisions import Decisions
from kit.speakers.handles import MORE
from kit.speakers.names import Name, letters, parse_name
from kit.speakers.relations import relation
from kit.workspace import Workspace

# Above so many bearers of one surname, only those are compared whose given names begin alike.
MANY = 60
# So many are named in a message.
MOST_NAMED = 4


class _Person(NamedTuple):
    id: int
    name: str
    parts: Name
    articles: set[int]


def find_ambiguous_surnames(db: sqlite3.Connection, _: Workspace, decisions: Decisions) -> Iterator[ToCheck]:
    """Articles that give no more than a surname, which fits two people or more whom other articles name in full."""
    seen: set[int] = set()
    for people in _by_surname(db).values():
        full = sorted({person.name for person in people if not person.parts.is_short})
        if len(full) < 2:
            continue
        for person in people:
            if not person.parts.is_short or person.id in seen:
                continue
            seen.add(person.id)
            named = ", ".join(full[:MOST_NAMED]) + (f" and {len(full) - MOST_NAMED} more" if full[MOST_NAMED:] else "")
            for file, line in _first_quotes(db, person.id):
                yield ToCheck(
                    kind="ambiguous-surname",
                    file=file,
                    line=line,
                    message=f"{person.name!r} could be {named}",
                    fix=f"`kit attribute {file}:{line} NAME`, or name the person in full in the article",
                )


def find_one_person(db: sqlite3.Connection, _: Workspace, decisions: Decisions) -> Iterator[ToCheck]:
    """Two full names that may be one person's, at the first place of the one that fewer articles have."""
    different = {
        frozenset((letters(one), letters(other)))
        for each in decisions.different
        for one, other in combinations(each.names, 2)
    }
    seen: set[frozenset[int]] = set()
    for people in _by_surname(db).values():
        for one, other in _comparable([person for person in people if not person.parts.is_short]):
            pair = frozenset((one.id, other.id))
            if pair in seen:
                continue
            seen.add(pair)
            if _may_be_one(one, other) and frozenset((letters(one.name), letters(other.name))) not in different:
                rarer, better = sorted((one, other), key=lambda p: (len(p.articles), p.name))
                file, line = _first_quotes(db, rarer.id)[0]
                yield ToCheck(
                    kind="one-person",
                    file=file,
                    line=line,
                    message=f"{rarer.name!r} may be {better.name!r}",
                    fix=f'`kit alias "{better.name}" "{rarer.name}"` if so; if not, [[different]] in speakers.toml',
                )


def _by_surname(db: sqlite3.Connection) -> dict[str, list[_Person]]:
    """The people who have quotations, under the surname, and the first two words, of each of their names."""
    people: dict[int, _Person] = {}
    keys: dict[str, dict[int, _Person]] = defaultdict(dict)
    sql = """select speakers.id, speakers.name, article_id, surname, beginning from mentions
        join speakers on speakers.id = speaker_id where speakers.kind = 'person'
        and exists (select 1 from quotes where quotes.speaker_id = speakers.id) order by speakers.name, speakers.id"""
    for id_, name, article, *handles in db.execute(sql):
        if id_ not in people:
            people[id_] = _Person(id_, name, parse_name(name), set())
        person = people[id_]
        person.articles.add(article)
        for key in handles:
            if key is not None:
                keys[key.removesuffix(MORE)][id_] = person
    return {key: list(bearers.values()) for key, bearers in sorted(keys.items())}


def _comparable(people: list[_Person]) -> Iterator[tuple[_Person, _Person]]:
    if len(people) <= MANY:
        yield from combinations(people, 2)
        return
    initials: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        initials[person.parts.sounds[0][:1]].append(person)
    for some in initials.values():
        yield from combinations(some, 2)


def _may_be_one(one: _Person, other: _Person) -> bool:
    """Whether the names allow it, and no article knows both."""
    if one.articles & other.articles:
        return False
    names = sorted((one.parts, other.parts), key=lambda name: -len(name.words))
    return relation(*names) in ("part", "supported")


def _first_quotes(db: sqlite3.Connection, speaker: int) -> list[tuple[str, int]]:
    """The first line of each article in which a speaker is quoted, by file."""
    sql = """select path, min(line) from quotes join articles indexed by articles_facts on articles.id = article_id
        where speaker_id = ? group by article_id order by path"""
    return [(file, line) for file, line in db.execute(sql, (speaker,))]
