"""Whom a person means who types a name to decide about; reads kit.db with sqlite3 alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kit.answers.quotations import fitting_speakers, nearest_speakers
from kit.errors import UnknownName
from kit.speakers.decision_fit import forms_of
from kit.speakers.decisions import read_decisions, same_name

SHOWN_NAMES = 8


def known_name(db: sqlite3.Connection, typed: str, decisions: Path) -> str:
    """The full name of the one speaker who is meant, by full name, alias or part; as typed, if some article has it so.

    Raises UnknownName, naming the candidates, if that is nobody or could be several, and BadDecision.
    """
    for person in read_decisions(decisions).people:
        if any(same_name(typed, name) for name in (person.name, *person.aliases)):
            return person.name
    fitting = fitting_speakers(db, typed).speakers
    # A full name means who bears it, though it may be part of another's.
    names = sorted({name for name in fitting.values() if same_name(name, typed)} or set(fitting.values()))
    if len(names) == 1:
        return typed if same_name(typed, names[0]) and typed in forms_of(db, typed) else names[0]
    if not names:
        raise UnknownName(f"nobody is called {typed!r}{names_like(db, typed)}")
    shown = ", ".join(names[:SHOWN_NAMES])
    more = f" and {len(names) - SHOWN_NAMES} more" if len(names) > SHOWN_NAMES else ""
    raise UnknownName(f"{typed!r} could be {shown}{more}; give the full name")


def names_like(db: sqlite3.Connection, typed: str) -> str:
    """Names like one that is nobody's, as the end of a message."""
    others = [*fitting_speakers(db, typed).speakers.values()][:SHOWN_NAMES] or nearest_speakers(db, typed)
    return f"; known are {', '.join(sorted(set(others)))}" if others else "; `kit speakers` lists who speaks"
