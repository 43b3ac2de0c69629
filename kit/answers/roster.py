"""Who speaks in these articles, under which names and in which roles? Reads kit.db with sqlite3 alone."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from typing import Any

from kit.answers.hits import counts_in_order
from kit.answers.quotations import BY as QUOTATIONS_BY
from kit.answers.quotations import DAY, TABLES, Asked, conditions_for, fitting_speakers, name_key, usual_form
from kit.errors import BadQuery
from kit.records import Count, Role, Speaker
from kit.search.filters import Conditions
from kit.text.names import fold

SORT = ("quotes", "articles", "name", "first", "last")
BY = {
    **{key: QUOTATIONS_BY[key] for key in ("role", "source", "year", "month")},
    "kind": "speakers.kind",
}

_FEW = 10_000  # ids that a statement may list
_Row = tuple[Any, ...]
_COLUMNS = ("id", "name", "aliases", "kind", "quotes", "articles", "first", "last")


def find_speakers(
    db: sqlite3.Connection, name: str, asked: Asked, *, limit: int = 0, sort: str = "quotes", reverse: bool = False
) -> list[Speaker]:
    """The people and organisations whom `name` fits (all, if it is empty) and who say something of what is asked for.

    `first` and `last` are days of quotations; those of roles are days of articles. `limit` is 0 for all. Raises
    BadQuery if a value makes no sense.
    """
    if sort not in SORT:
        raise BadQuery(f"--sort {sort}: sort by one of {', '.join(SORT)}")
    conditions = _conditions(db, name, asked)
    sql = f"""select speakers.id, speakers.name, speakers.aliases, speakers.kind, count(*),
        count(distinct quotes.article_id), min({DAY}), max({DAY})
        from {TABLES} where {conditions.where} group by speakers.id"""
    rows = db.execute(sql, conditions.values).fetchall()
    if 0 < limit < len(rows):
        rows = _leading(rows, limit, sort, reverse)
    if len(rows) <= _FEW:
        conditions += Conditions((f"speakers.id in ({','.join(str(row[0]) for row in rows)})",))
    roles = _roles(db, conditions)
    # Two people of one name are told apart by what they are called and when they spoke, as ids are chance.
    speakers = sorted(
        (
            Speaker(
                name=name,
                kind=kind,
                aliases=aliases.split("; ") if aliases else [],
                roles=roles.get(id_, []),
                quotes=quotes,
                articles=articles,
                first=first,
                last=last,
            )
            for id_, name, aliases, kind, quotes, articles, first, last in rows
        ),
        key=lambda s: (fold(s["name"]), s["name"], s["first"] or "~", s["last"] or "~", str(s["roles"])),
    )
    return _in_order(speakers, sort, reverse)[: limit or None]


def _leading(rows: list[_Row], limit: int, sort: str, reverse: bool) -> list[_Row]:
    """The rows that may be among the first `limit`, so that no more is asked about all the others."""
    place = _COLUMNS.index(sort)
    known = [(fold(row[place]) if sort == "name" else row[place], row) for row in rows if row[place] is not None]
    if len(known) < limit:
        return rows
    most_first = (sort in ("quotes", "articles")) != reverse
    last = sorted((value for value, _ in known), reverse=most_first)[limit - 1]
    return [row for value, row in known if (value >= last if most_first else value <= last)]


def count_speakers(db: sqlite3.Connection, name: str, asked: Asked, by: str) -> list[Count]:
    """How many people and organisations speak in each outlet, year ...; raises BadQuery if a value makes no sense."""
    if by not in BY:
        raise BadQuery(f"--by {by}: count by {', '.join(list(BY)[:-1])} or {list(BY)[-1]}")
    conditions = _conditions(db, name, asked)
    if by == "role":
        return _count_by_role(db, conditions)
    sql = f"select {BY[by]} as key, count(distinct speakers.id) as count from {TABLES} where {conditions.where}"
    return counts_in_order(db, f"{sql} group by key", conditions.values, by)


def _count_by_role(db: sqlite3.Connection, conditions: Conditions) -> list[Count]:
    """How many have each role; one who has it in two ways to write it ("Mayor", "the mayor") is counted once."""
    sql = f"select distinct {BY['role']}, speakers.id from {TABLES} where {conditions.where}"
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    ids: dict[str, set[int]] = defaultdict(set)
    for role, id_ in db.execute(sql, conditions.values):
        key = name_key(role or "")
        forms[key][role or ""] += 1
        ids[key].add(id_)
    counts = [Count(key=usual_form(forms[key]) or None, count=len(ids[key])) for key in forms]
    return sorted(counts, key=lambda c: (-c["count"], c["key"] is None, c["key"]))


def _conditions(db: sqlite3.Connection, name: str, asked: Asked) -> Conditions:
    conditions = conditions_for(db, asked) + Conditions(("speakers.id is not null",))
    if name.strip():
        ids = sorted(fitting_speakers(db, name).speakers)
        conditions += Conditions((f"speakers.id in ({','.join(map(str, ids))})",))
    return conditions


def _roles(db: sqlite3.Connection, conditions: Conditions) -> dict[int, list[Role]]:
    """The roles of each speaker, the first one first; ways to write one role are one, in its most frequent form."""
    sql = f"""select speakers.id, mentions.role, count(*), min(articles.published), max(articles.published)
        from {TABLES} where {conditions.where} and mentions.speaker_id = quotes.speaker_id and mentions.role is not null
        group by speakers.id, mentions.role"""
    forms: dict[int, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    days: dict[tuple[int, str], list[str]] = defaultdict(list)
    for id_, role, count, first, last in db.execute(sql, conditions.values):
        key = name_key(role)
        forms[id_][key][role] += count
        days[id_, key] += [day for day in (first, last) if day]
    found: dict[int, list[Role]] = {}
    for id_, of_speaker in forms.items():
        roles = []
        for key, written in of_speaker.items():
            role = usual_form(written)
            known = days[id_, key]
            roles.append(Role(role=role, first=min(known, default=None), last=max(known, default=None)))
        found[id_] = sorted(roles, key=lambda role: (role["first"] or "~", role["last"] or "~", role["role"]))
    return found


def _in_order(speakers: list[Speaker], sort: str, reverse: bool) -> list[Speaker]:
    """Numbers sorted the largest first, names and days the smallest; without a day always last."""
    if sort in ("quotes", "articles"):
        return sorted(speakers, key=lambda s: int(s[sort]), reverse=not reverse)  # type: ignore[literal-required]
    if sort == "name":
        return speakers[::-1] if reverse else speakers
    known = [s for s in speakers if s[sort] is not None]  # type: ignore[literal-required]
    known.sort(key=lambda s: str(s[sort]), reverse=reverse)  # type: ignore[literal-required]
    return known + [s for s in speakers if s[sort] is None]  # type: ignore[literal-required]
