"""Where records go: to the terminal drawn, into a pipe as lines, or in the form that an option names."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import typer

from kit.errors import BadQuery
from kit.records import Count

if TYPE_CHECKING:
    from types import ModuleType

    from rich.console import RenderableType

    from kit.index.streaming import Stream

    Records = Sequence[Mapping[str, object]] | Stream[Any, Mapping[str, object]]


def form(*, json: bool, jsonl: bool, csv: bool, markdown: bool) -> str:
    """The form that the options name: `json`, `jsonl`, `csv`, `markdown`, or by what stdout is, `screen` or `lines`.

    Raises BadQuery if they name several.
    """
    wanted = {"json": json, "jsonl": jsonl, "csv": csv, "markdown": markdown}
    named = [name for name, is_wanted in wanted.items() if is_wanted]
    if len(named) > 1:
        raise BadQuery(f"--{named[0]} and --{named[1]} exclude each other")
    return named[0] if named else "screen" if sys.stdout.isatty() else "lines"


def write(
    records: Records,
    form: str,
    draw: Callable[[ModuleType], RenderableType],
    columns: Iterable[str] = (),
) -> None:
    """Writes the records to stdout, as they are read; ends the command with exit code 1 if there are none.

    `draw` is given the module `kit.screen.render`, which is imported only for a screen. `columns` are the
    header of CSV.
    """
    put(records, form, draw, columns)
    if not records:
        raise typer.Exit(1)


def put(
    records: Records,
    form: str,
    draw: Callable[[ModuleType], RenderableType],
    columns: Iterable[str] = (),
) -> None:
    """Writes the records to stdout; none are `[]` in JSON, a header in CSV, and nothing in the other forms."""
    if form == "screen":
        if records:
            from kit.screen import render

            render.show(draw(render))
    else:
        from kit.formats import records as export

        writers: dict[str, Callable[[Iterable[Mapping[str, object]]], Iterator[str]]] = {
            "json": export.to_json,
            "jsonl": export.to_jsonl,
            "csv": partial(export.to_csv, columns=columns),
            "markdown": export.to_markdown,
            "lines": export.to_lines,
        }
        for line in writers[form](records):
            sys.stdout.write(line + "\n")
        sys.stdout.flush()


def write_counts(counts: Sequence[Count], form: str, limit: int | None, *, reverse: bool = False) -> None:
    """Writes the first counts, `limit` at most (None or 0 for all); the other way round what is unknown stays last."""
    if reverse:
        known = [count for count in counts if count["key"] is not None]
        counts = [*known[::-1], *(count for count in counts if count["key"] is None)]
    shown = counts[: limit or None]
    write(shown, form, lambda render: render.draw_counts(shown), Count.__annotations__)
