"""`kit check`: what in the articles needs a person's eye?"""

from typing import TYPE_CHECKING, Annotated

import typer

from kit.answers.check import count_to_check, find_to_check, find_unfit_decisions
from kit.commands import options, output
from kit.index.freshness import open_index
from kit.records import ToCheck
from kit.screen.messages import Messages
from kit.search.filters import Filters
from kit.speakers.decisions import read_decisions

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import RenderableType


def check(
    context: typer.Context,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Only of this kind, as --by kind names it.")
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
    by: Annotated[str | None, typer.Option(metavar="KEY", help="Count by kind or file.")] = None,
    fresh: options.Fresh = False,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    root: options.Root = None,
) -> None:
    """List what needs a person's eye, and what to do.

    Exit code 1 if there is something.

    \b
        kit check
        kit check --by kind
        kit check --kind unknown-speaker --file '2024-*'
    """
    workspace = options.workspace(context, root)
    form = output.form(json=json, jsonl=jsonl, csv=csv, markdown=markdown)
    filters = options.filters(after, before, published_after, published_before, source, author, tag, lang, file)
    kinds = tuple(kind or ())
    messages = Messages()
    with open_index(workspace, fresh=fresh, messages=messages, extracted=True) as index:
        decisions = read_decisions(workspace.decisions)
        found = index.answer(lambda db: find_to_check(db, workspace, decisions, filters, kinds))
        options.explain(index, filters, messages, found=bool(found))
        if filters == Filters():
            found += find_unfit_decisions(index.db, workspace, decisions, kinds)
    if not found:
        messages.say("nothing needs a person's eye")
    shown = found[: limit or None]
    if by and found:
        counts = count_to_check(found, by)
        output.write_counts(counts, form, limit)
    else:
        output.put(shown, form, lambda _: _draw(shown, workspace.root), ToCheck.__annotations__)
    if len(shown) < len(found) and not by:
        messages.say(f"{len(shown)} of {len(found)}; --limit 0 shows all")
    if found:
        raise typer.Exit(1)


def _draw(found: list[ToCheck], root: "Path") -> "RenderableType":
    from kit.screen.check import draw_to_check

    return draw_to_check(found, root)
