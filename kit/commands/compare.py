"""`kit compare`: which articles are versions of one story, and what differs?"""

import sqlite3
from typing import TYPE_CHECKING, Annotated

import typer

from kit.answers.comparison import Story, compare_versions, find_families, find_family
from kit.commands import options, output
from kit.errors import BadQuery
from kit.index.freshness import open_index
from kit.records import Family
from kit.screen.messages import Messages
from kit.workspace import Workspace

if TYPE_CHECKING:
    from types import ModuleType

    from rich.console import RenderableType

    from kit.index.streaming import Stream

# So many are compared at a time: one may have a thousand versions.
STORIES = 10


def compare(
    context: typer.Context,
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE...", help="Compare these; one alone: with its other versions.")
    ] = None,
    after: options.After = None,
    before: options.Before = None,
    published_after: options.PublishedAfter = None,
    published_before: options.PublishedBefore = None,
    source: options.Source = None,
    author: options.Author = None,
    tag: options.Tag = None,
    lang: options.Lang = None,
    file: options.File = None,
    limit: options.Limit = 0,
    fresh: options.Fresh = False,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    root: options.Root = None,
) -> None:
    """Show versions of one story, and what differs.

    \b
        kit compare
        kit compare articles/2022-02-15-first.md articles/2022-02-15-later.md
        kit compare --source herald --after 2022
    """
    workspace = options.workspace(context, root)
    form = output.form(json=json, jsonl=jsonl, csv=csv, markdown=markdown)
    filters = options.filters(after, before, published_after, published_before, source, author, tag, lang, file)
    labels = _labels(workspace, files or [])
    messages = Messages()
    with open_index(workspace, fresh=fresh, messages=messages, extracted=True) as index:

        def find(db: sqlite3.Connection) -> list[Story]:
            if len(labels) > 1:
                return [Story(labels)]
            return find_family(db, labels[0]) if labels else find_families(db, filters, limit=limit)

        found = index.stream(find, compare_versions, batch=STORIES)
        if not labels:
            options.explain(index, filters, messages, found=bool(found))
            if not found:
                messages.say("no story exists in several versions")
            _write(found, form, workspace, listed=True)
            return
        families = list(found)
        if not families:
            messages.say(f"{labels[0]}: no other version of it")
        elif not families[0]["changes"]:
            messages.say("no difference but marks and the order of sentences")
        _write(families, form, workspace, listed=False)


def _labels(workspace: Workspace, typed: list[str]) -> list[str]:
    """The files to compare; raises UnknownFile, or BadQuery where one is named twice."""
    labels = [workspace.label(name) for name in typed]
    if len(set(labels)) < len(labels):
        raise BadQuery("the same file twice; name two different ones")
    return labels


def _write(found: "list[Family] | Stream[Story, Family]", form: str, workspace: Workspace, *, listed: bool) -> None:
    """Writes families; as rows of differences where a form has rows and differences are what was asked for."""

    def draw(_: "ModuleType") -> "RenderableType":
        from kit.screen.compare import draw_comparison, draw_families

        families = list(found)
        return draw_families(families, workspace.root) if listed else draw_comparison(families, workspace.root)

    from kit.formats.records import CHANGE_COLUMNS, flat_changes

    is_flat = form == "csv" or (form == "lines" and not listed)
    records: output.Records = list(flat_changes(found)) if is_flat else found
    output.put(records, form, draw, CHANGE_COLUMNS)
    if not found:  # two texts without a difference are no failure
        raise typer.Exit(1)
