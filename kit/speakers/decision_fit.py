"""Whether decisions still fit what the articles say; reads kit.db with sqlite3 alone."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from kit.speakers.bodies import plain
from kit.speakers.decisions import Decisions
from kit.speakers.handles import handles
from kit.speakers.names import letters
from kit.text.names import fits, fold
from kit.workspace import DECISIONS


class Unfit(NamedTuple):
    """A decision that fits nothing: its line in speakers.toml, and why in words."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"{DECISIONS}:{self.line}: {self.message}; mend it or take it out"


def find_unfit(db: sqlite3.Connection, decisions: Decisions) -> list[Unfit]:
    """The decisions that fit nothing in the articles, in the order of their lines."""
    found: list[Unfit] = []
    for person in decisions.people:
        # The name to be shown need not occur, as long as another one does.
        names = person.aliases or (person.name,)
        missing = [name for name in names if not forms_of(db, name) and not is_part_of(db, name, person.name)]
        found += [Unfit(person.line, f"no article names {name!r}") for name in missing]
    for different in decisions.different:
        missing = [name for name in different.names if not forms_of(db, name)]
        found += [Unfit(different.line, f"no article names {name!r}") for name in missing]
    for quote in decisions.attributions:
        if not db.execute("select 1 from articles where path = ?", (quote.file,)).fetchone():
            found.append(Unfit(quote.line, f"there is no {quote.file}"))
        elif not quotes_beginning(db, quote.file, quote.starts):
            found.append(Unfit(quote.line, f"no quotation in {quote.file} begins with {quote.starts!r}"))
    return sorted(found)


def forms_of(db: sqlite3.Connection, name: str) -> list[str]:
    """The ways in which articles write a name, whatever the case, accents and hyphens, by the alphabet."""
    sql = "select distinct name from mentions where surname in (?, ?)"
    found = db.execute(sql, (handles(name)[0], handles(name, "organisation")[0]))
    return sorted(row[0] for row in found if _forms(name) & _forms(row[0]))


def _forms(name: str) -> set[str]:
    return {letters(name), fold(name), plain(name)}


def is_part_of(db: sqlite3.Connection, name: str, bearer: str) -> bool:
    """Whether some article calls the speaker who is shown as `bearer` so in part, or in letters: Zelensky, NWA."""
    sql = """select mentions.name from mentions join speakers on speakers.id = speaker_id where speakers.name = ?1
        union select speaker_mention from quotes join speakers on speakers.id = speaker_id where speakers.name = ?1
        union select beginning from mentions join speakers on speakers.id = speaker_id where speakers.name = ?1
        and mentions.kind = 'organisation'"""
    return any(form and fits(fold(form), name) for (form,) in db.execute(sql, (bearer,)))


def quotes_beginning(db: sqlite3.Connection, file: str, starts: str) -> list[int]:
    """The ids of the quotations in a file that begin with these words, whatever the white space and the case."""
    sql = "select quotes.id, quote from quotes join articles on articles.id = article_id where path = ? order by start"
    wanted = f"{fold(starts)} "
    return [id_ for id_, quote in db.execute(sql, (file,)) if f"{fold(quote)} ".startswith(wanted)]
