"""Quotations and speakers drawn on a terminal: speaker by speaker, each quotation set to be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kit.answers.statements import Statement, differences, same_statements, statements_of
from kit.labels import numbered
from kit.records import Quotation, Role, Speaker
from kit.screen.render import MATCH, QUIET, TITLE, day, file_link
from kit.text.visible import visible

INDENT = 4
# A name's aliases and roles are shown up to so many.
MOST_SHOWN = 6


def draw_quotations(
    quotations: Sequence[Quotation], root: Path, *, context: bool = False, each: bool = False
) -> RenderableType:
    """Quotations under the names of those who said them; the same statement in several articles once.

    With `context` the reporter's sentence stands below, with `each` nothing is put together.
    """
    parts: list[RenderableType] = []
    for _, of_speaker in groupby(quotations, key=_speaker):
        group = list(of_speaker)
        parts += [_heading(group), Text()]
        statements = statements_of(group)
        families = [[one] for one in statements] if each else same_statements(statements)
        for family in families:
            parts += [Padding(_family(family, root, context), (0, 0, 0, INDENT)), Text()]
    return Group(*parts[:-1])


def draw_speakers(speakers: Sequence[Speaker]) -> RenderableType:
    """Speakers with their other names, roles, and how often and when they speak."""
    table = Table.grid(padding=(0, 2))
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    for speaker in speakers:
        name = Text(visible(speaker["name"]), style=TITLE)
        lines: list[RenderableType] = [name]
        if speaker["aliases"]:
            lines.append(Text(f"also {_listed(speaker['aliases'])}", style=QUIET))
        lines += [Text(line) for line in _roles(speaker["roles"])]
        counts = f"{numbered(speaker['quotes'], 'quotation')} in {numbered(speaker['articles'], 'article')}"
        table.add_row(Group(*lines, Text()), counts, _span(speaker["first"], speaker["last"]))
    return table


def _speaker(quotation: Quotation) -> tuple[str | None, str | None, int | None]:
    described = quotation["speaker_kind"] == "description"
    return quotation["speaker"], quotation["file"] if described else None, quotation["namesake"]


def _heading(group: Sequence[Quotation]) -> Text:
    """The name and what the newest article calls its bearer."""
    name = group[0]["speaker"]
    text = Text().append(visible(name) if name else "Nobody named", style=TITLE)
    roles = [(quotation["published"] or "", quotation["role"]) for quotation in group if quotation["role"]]
    if roles:
        text.append(f" · {visible(str(max(roles)[1]))}", style=QUIET)
    return text


def _family(family: Sequence[Statement], root: Path, context: bool) -> RenderableType:
    """One statement, and below it where it stands; then its other wordings, each with where it stands so."""
    first = _words(family[0])
    wordings: dict[tuple[tuple[str, bool], ...], list[Statement]] = {}
    for statement in family:
        parts = tuple(differences(first, _words(statement)))
        wordings.setdefault(parts if any(differs for _, differs in parts) else (), []).append(statement)
    lines: list[RenderableType] = []
    for parts, statements in wordings.items():
        said = _differing(parts, _marks(statements[0])) if parts else Text(_set(family[0]))
        places = [line for each in statements for line in _place(each, root, context)]
        lines.append(Padding(Group(said, *places), (0, 0, 0, 2 if parts else 0)))
    return Group(*lines)


def _place(statement: Statement, root: Path, context: bool) -> list[RenderableType]:
    origin = _origin(statement, root)
    return [origin, _context(statement)] if context else [origin]


def _set(statement: Statement) -> str:
    """A statement as it is read: in curly marks, with an ellipsis where the reporter's words stood between pieces."""
    opening, closing = _marks(statement)
    return f"{opening}{visible(' '.join(_words(statement)))}{closing}"


def _words(statement: Statement) -> list[str]:
    """Its words as they are read, with the marks and the ellipsis between pieces."""
    opening, closing = _marks(statement)
    words: list[str] = []
    for piece in filter(None, (piece["quote"].split() for piece in statement.pieces)):
        if words:
            words[-1] += f"{closing} …"
            piece[0] = opening + piece[0]
        words += piece
    return words


def _marks(statement: Statement) -> tuple[str, str]:
    return ("", "") if statement.pieces[0]["kind"] == "indirect" else ("“", "”")


def _origin(statement: Statement, root: Path) -> RenderableType:
    first = statement.pieces[0]
    published = day(first["published"])
    said = first["said"]
    when = f"said {day(said)}, published {published}" if said and said != first["published"] else published
    parts = [when, first["source"], "reported" if first["kind"] == "indirect" else None]
    if first["decided"]:
        parts.append("by your decision")
    line = Text(" · ".join(visible(part) for part in parts if part), style=QUIET)
    return Group(line, file_link(first["file"], first["line"], root))


def _context(statement: Statement) -> RenderableType:
    sentences = dict.fromkeys(" ".join(visible(piece["context"]).split()) for piece in statement.pieces)
    return Padding(Text(" ".join(sentences), style=QUIET), (0, 0, 0, 2))


def _differing(parts: Iterable[tuple[str, bool]], marks: tuple[str, str]) -> Text:
    """Another wording; angle marks, and colour where there is some, stand around what differs."""
    text = Text(f"worded {marks[0]}")
    for number, (stretch, differs) in enumerate(parts):
        text.append(" " if number else "")
        words = visible(stretch)
        text.append(f"‹{words}›" if differs else words, style=MATCH if differs else "")
    return text.append(marks[1])


def _roles(roles: Sequence[Role]) -> list[str]:
    lines = [f"{visible(role['role'])}{_years(role)}" for role in roles[-MOST_SHOWN:]]
    if len(roles) > MOST_SHOWN:
        lines.append(f"and {len(roles) - MOST_SHOWN} more roles")
    return lines


def _years(role: Role) -> str:
    first, last = (role["first"] or "")[:4], (role["last"] or "")[:4]
    return f" ({first}–{last})" if first != last else f" ({first})" if first else ""


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(map(visible, names[:MOST_SHOWN]))
    return f"{shown} and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else shown


def _span(first: str | None, last: str | None) -> str:
    return day(first) if first == last else f"{day(first)} – {day(last)}"
