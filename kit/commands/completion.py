"""What the shell offers; silent, and never indexing anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.formats import FORMATS
from kit.index.schema import open_for_reading
from kit.text.names import fold
from kit.text.visible import visible
from kit.workspace import find_workspace

if TYPE_CHECKING:
    import typer
    from typer._click import Parameter


def complete_sources(context: typer.Context, parameter: Parameter, incomplete: str) -> list[str]:
    """The outlets that some word of begins with what was typed."""
    return _complete(context, incomplete, "select distinct source from articles where source is not null")


def complete_authors(context: typer.Context, parameter: Parameter, incomplete: str) -> list[str]:
    """The authors of whose names some part begins with what was typed, in any case."""
    return _complete(context, incomplete, "select name from authors")


def complete_tags(context: typer.Context, parameter: Parameter, incomplete: str) -> list[str]:
    """The tags that begin with what was typed."""
    return _complete(context, incomplete, "select name from tags")


def complete_speakers(context: typer.Context, parameter: Parameter, incomplete: str) -> list[str]:
    """The speakers of whose names some part begins with what was typed, in any case."""
    return _complete(context, incomplete, "select distinct name from mentions where kind <> 'description'")


def complete_kinds(context: typer.Context, parameter: Parameter, incomplete: str) -> list[str]:
    """The kinds of entries that a timeline has."""
    return [kind for kind in ("published", "event", "quote", "all") if kind.startswith(incomplete)]


def complete_formats(context: typer.Context, parameter: Parameter, incomplete: str) -> list[str]:
    """The formats that `kit export` writes."""
    return [name for name in FORMATS if name.startswith(incomplete)]


def _complete(context: typer.Context, incomplete: str, sql: str) -> list[str]:
    try:
        root: str | None = context.params.get("root") or (context.parent.params.get("root") if context.parent else None)
        with closing(open_for_reading(find_workspace(root).database)) as db:
            names = [row[0] for row in db.execute(sql)]
    except (KitError, sqlite3.Error):
        return []
    wanted = fold(incomplete) or " "
    # A name that could act on the terminal is not offered: changed, it would find nothing.
    return sorted(name for name in names if wanted in fold(name) and visible(name) == name)
