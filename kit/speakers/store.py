"""Speakers in kit.db: settled anew where articles or decisions changed, and nothing else written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlite_utils import Database

from kit.index.database import MOST_VARIABLES, marks, transaction
from kit.index.parallel import batched
from kit.index.schema import decisions_of
from kit.speakers.decision_fit import quotes_beginning
from kit.speakers.decisions import Decisions
from kit.speakers.handles import acronym_in, handles, linked_handles
from kit.speakers.names import letters
from kit.speakers.nodes import Mention
from kit.speakers.settle import Speaker, settle
from kit.text.names import fold

NAMES_AT_ONCE = 5_000  # are settled, with all that are tied to them
_MENTIONS = """select mentions.id, article_id, name, role, kind, substr(published, 1, 4), speaker_id, inferred,
    surname, beginning from mentions join articles indexed by articles_facts on articles.id = article_id"""


class _Stored(NamedTuple):
    """A mention in kit.db, and whose it is there so far."""

    id: int
    article: int
    mention: Mention
    speaker: int | None
    inferred: int


def settle_speakers(db: Database, decisions: Decisions) -> None:
    """Settles whose the names are that have changed since this was done last, in articles or in decisions."""
    with transaction(db):
        if decisions_of(db.conn) != decisions.digest:
            _follow(db, decisions)
        taken: set[int] = set()
        for stored in _connected(db, decisions):
            _write(db, stored, settle([each.mention for each in stored], decisions), taken)
        db.execute("delete from unsettled")
        _attribute(db, decisions)
        _remove_unused(db)


def mark_unsettled(db: Database, mentions: Iterable[Mapping[str, Any]]) -> None:
    """Notes that it has to be settled whose the names in these rows of `mentions` are."""
    named = (row for row in mentions if row["kind"] != "description")
    _note(db, (linked_handles(*(row[key] for key in ("name", "kind", "surname", "beginning"))) for row in named))


def mark_unsettled_in(db: Database, ids: Sequence[int] | None) -> None:
    """Notes the names in these articles (at most 999), or in all, which are about to be removed."""
    where = f"article_id in ({marks(ids)})" if ids is not None else "true"
    sql = f"select distinct name, kind, surname, beginning from mentions where kind <> 'description' and {where}"
    rows = db.execute(sql, list(ids or []))
    _note(db, [linked_handles(*row) for row in rows])


def _note(db: Database, handles: Iterable[set[str]]) -> None:
    found = set().union(*handles)
    db.conn.executemany("insert or ignore into unsettled values (?)", ((handle,) for handle in sorted(found)))


def _follow(db: Database, decisions: Decisions) -> None:
    """Takes down which decisions are followed from now on, and which names they and those before are about."""
    sql = "select value from about where name = 'decided'"
    before = {key for row in db.execute(sql) for key in row[0].split("; ")}
    named = [name for person in decisions.people for name in (person.name, *person.aliases)]
    named += [name for different in decisions.different for name in different.names]
    keys = set().union(*(linked_handles(name, "person", *handles(name)) for name in named))
    db.execute("delete from about where name in ('decisions', 'decided')")
    for name, value in (("decisions", decisions.digest), ("decided", "; ".join(sorted(keys)))):
        if value:
            db.table("about").insert({"name": name, "value": value})
    _note(db, [before, keys])


def _connected(db: Database, decisions: Decisions) -> Iterator[list[_Stored]]:
    """The mentions that share a surname with a changed one, directly or by way of others.

    Those that do so come together, and only so many names at a time, as all mentions need not fit into memory.
    """
    ties = [
        set().union(*(linked_handles(name, "person", *handles(name)) for name in (person.name, *person.aliases)))
        for person in decisions.people
    ]
    changed = [row[0] for row in db.execute("select handle from unsettled order by handle")]
    seen: set[str] = set()
    settled: set[int] = set()  # mentions: one is found by its surname, and by how its name begins
    for some in batched(changed, NAMES_AT_ONCE):
        found: dict[int, _Stored] = {}
        pending = {*some} - seen
        while pending:
            pending = pending.union(*(tie for tie in ties if tie & pending)) - seen
            seen |= pending
            keys = {
                "surname": sorted(key for key in pending if " " not in key),
                "beginning": sorted(key for key in pending if " " in key),
            }
            pending = set()
            for column, some_keys in keys.items():
                for part in batched(some_keys, MOST_VARIABLES):
                    for row in db.execute(f"{_MENTIONS} where {column} in ({marks(part)})", part):
                        if row[0] not in settled:
                            found[row[0]] = _stored(row)
                            pending |= linked_handles(row[2], row[4], *row[-2:]) - seen
        settled.update(found)
        if found:
            yield [found[id_] for id_ in sorted(found)]


def _stored(row: tuple[Any, ...]) -> _Stored:
    id_, article, name, role, kind, year, speaker, inferred, _, beginning = row
    mention = Mention(article, name, role, kind, int(year) if year else None, acronym_in(kind, beginning))
    return _Stored(id_, article, mention, speaker, inferred)


def _write(db: Database, stored: Sequence[_Stored], speakers: Sequence[Speaker], taken: set[int]) -> None:
    """Writes the speakers that differ from those in kit.db; each keeps the id that most of its mentions have.

    Unless that is among the ids `taken`, to which those given here are added.
    """
    before = {each.speaker for each in stored if each.speaker is not None} - taken
    rows = _speaker_rows(db, before)
    next_id = db.execute("select coalesce(max(id), 0) + 1 from speakers").fetchone()[0]
    free = set(before)
    new, moved = [], []
    for speaker in speakers:
        members = [stored[member.place] for member in speaker.members]
        votes = Counter(member.speaker for member in members if member.speaker in free)
        id_ = min(votes, key=lambda key: (-votes[key], key)) if votes else next_id
        next_id += id_ == next_id
        free.discard(id_)
        taken.add(id_)
        row = (speaker.name, "; ".join(speaker.aliases) or None, speaker.kind, _folded(speaker))
        if rows.get(id_) != row:
            new.append((id_, *row))
        for place, inferred in speaker.members:
            each = stored[place]
            if (each.speaker, each.inferred) != (id_, inferred):
                moved.append((id_, int(inferred), each.id, each.article))
    db.conn.executemany("insert or replace into speakers (id, name, aliases, kind, folded) values (?, ?, ?, ?, ?)", new)
    db.conn.executemany("update mentions set speaker_id = ?, inferred = ? where id = ?", (row[:3] for row in moved))
    db.conn.executemany(
        "update quotes set speaker_id = ? where article_id = ? and mention_id = ? and not decided",
        ((speaker, article, mention) for speaker, _, mention, article in moved),
    )


def _speaker_rows(db: Database, ids: Iterable[int]) -> dict[int, tuple[str, str | None, str, str]]:
    rows: dict[int, tuple[str, str | None, str, str]] = {}
    for some in batched(sorted(ids), MOST_VARIABLES):
        sql = f"select id, name, aliases, kind, folded from speakers where id in ({marks(some)})"
        rows.update((id_, tuple(row)) for id_, *row in db.execute(sql, some))
    return rows


def _folded(speaker: Speaker) -> str:
    """All names of a speaker as they are compared with what people type, a bar between them."""
    return "|".join(dict.fromkeys(map(fold, (speaker.name, *speaker.aliases))))


def _attribute(db: Database, decisions: Decisions) -> None:
    """Gives the quotations that were decided on to whom they were given, and the others back."""
    wanted: dict[int, int | None] = {}
    shown = {letters(name): person.name for person in decisions.people for name in (person.name, *person.aliases)}
    for attribution in decisions.attributions:
        name = shown.get(letters(attribution.speaker), attribution.speaker)
        speaker = _speaker_named(db, name) if name else None
        wanted.update(dict.fromkeys(quotes_beginning(db.conn, attribution.file, attribution.starts), speaker))
    undone = [row[0] for row in db.execute("select id from quotes where decided") if row[0] not in wanted]
    back = "speaker_id = (select speaker_id from mentions where mentions.id = mention_id)"
    db.conn.executemany(f"update quotes set decided = 0, {back} where id = ?", ((id_,) for id_ in undone))
    db.conn.executemany(
        "update quotes set decided = 1, speaker_id = ?1 where id = ?2 and not (decided and speaker_id is ?1)",
        ((speaker, id_) for id_, speaker in wanted.items()),
    )


def _speaker_named(db: Database, name: str) -> int:
    """The id of the speaker of this name or alias; somebody new, if it is nobody's that an article names."""
    folded = fold(name)
    sql = """select id from speakers where (name = ? or instr('|' || folded || '|', ?))
        and exists (select 1 from mentions where speaker_id = speakers.id) order by name <> ?, name, id"""
    row = db.execute(sql, (name, f"|{folded}|", name)).fetchone()
    # Whom only a decision knows is called as it says, and no longer as articles did that are gone.
    row = row or db.execute("select id from speakers where name = ?", (name,)).fetchone()
    if row:
        return int(row[0])
    id_ = int(db.execute("select coalesce(max(id), 0) + 1 from speakers").fetchone()[0])
    db.table("speakers").insert({"id": id_, "name": name, "kind": "person", "folded": folded})
    return id_


def _remove_unused(db: Database) -> None:
    """Removes speakers whom no article has any more."""
    db.execute(
        """delete from speakers where not exists (select 1 from mentions where speaker_id = speakers.id)
        and not exists (select 1 from quotes where decided and speaker_id = speakers.id)"""
    )
