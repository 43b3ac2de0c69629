"""`kit quotes`: who said it?"""

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.answers.quotations import (
    Asked,
    count_quotations,
    count_undated,
    find_quotations,
    fitting_speakers,
    kinds_of,
    nearest_speakers,
    read_quotations,
)
from kit.commands import options, output
from kit.index.freshness import open_index
from kit.records import Quotation
from kit.screen.messages import Messages

if TYPE_CHECKING:
    from rich.console import RenderableType

# So many names are listed on stderr where one name fits several people.
SHOWN_NAMES = 8
# What is drawn unless told otherwise: some forty screens.
DRAWN = 500


def quotes(
    context: typer.Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="direct, mixed, indirect or all; direct and mixed unless told."),
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
    limit: Annotated[int | None, typer.Option(metavar="N", min=0, help="At most so many; 0 for all.")] = None,
    sort: Annotated[str, typer.Option(metavar="KEY", help="speaker, day, published, source or file.")] = "speaker",
    reverse: options.Reverse = False,
    by: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="Count by speaker, kind, role, source, author, tag, year or month."),
    ] = None,
    sentence: Annotated[bool, typer.Option("--context", help="Show the reporter's sentence too.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Each one, also where several articles have the same.")] = False,
    fresh: options.Fresh = False,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    root: options.Root = None,
) -> None:
    """Find who said it, word for word.

    \b
        kit quotes --speaker austin extended deterrence
        kit quotes air defense --after 2024-11 --context
        kit quotes --speaker zelensky --kind all --markdown
        kit quotes --by speaker --after 2024
    """
    workspace = options.workspace(context, root)
    form = output.form(json=json, jsonl=jsonl, csv=csv, markdown=markdown)
    filters = options.filters(after, before, published_after, published_before, source, author, tag, lang, file)
    asked = Asked(" ".join(words or ()), tuple(speaker or ()), kinds_of(kind or ()), filters)
    messages = Messages()
    with open_index(workspace, fresh=fresh, messages=messages, extracted=True) as index:
        if by:
            counts = index.answer(lambda db: count_quotations(db, asked, by))
        else:
            # One more than is drawn tells that there are more.
            most = limit if limit is not None else DRAWN + 1 if form == "screen" else 0
            found = index.stream(
                lambda db: find_quotations(db, asked, limit=most, sort=sort, reverse=reverse), read_quotations
            )
        for name in asked.speakers:
            _say_whom(index.db, name, messages)
        options.explain(index, filters, messages, found=bool(counts if by else found))
        if undated := count_undated(index.db, asked):
            messages.say(f"left out {undated} without a date")
        if not (counts if by else found):
            messages.say("nothing found")
        if by:
            output.write_counts(counts, form, limit, reverse=reverse)
            return
        is_cut = limit is None and form == "screen" and len(found) > DRAWN
        output.write(
            found,
            form,
            lambda _: _draw(list(found)[:DRAWN] if is_cut else list(found), workspace.root, sentence, every),
            Quotation.__annotations__,
        )
    if is_cut:
        messages.say(f"the first {DRAWN}; --limit 0 shows all")


def _draw(found: list[Quotation], root: Path, sentence: bool, every: bool) -> "RenderableType":
    from kit.screen.quotes import draw_quotations

    return draw_quotations(found, root, context=sentence, each=every)


def _say_whom(db: sqlite3.Connection, typed: str, messages: Messages) -> None:
    """Says whom a name fits, if that is several people or nobody."""
    fitting = fitting_speakers(db, typed)
    names = [*fitting.speakers.values(), *fitting.descriptions]
    if not names:
        others = nearest_speakers(db, typed)
        messages.say(f"nobody is called {typed!r}{'; nearest: ' + ', '.join(others) if others else ''}")
    elif len(names) > 1:
        shown = sorted(set(names))
        more = f" and {len(shown) - SHOWN_NAMES} more" if len(shown) > SHOWN_NAMES else ""
        messages.say(f"{typed!r} fits {len(names)}: {', '.join(shown[:SHOWN_NAMES])}{more}")
