"""`kit timeline`: when did it happen?"""

import sqlite3
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.answers.quotations import fitting_speakers, nearest_speakers
from kit.answers.timeline import (
    KINDS,
    Kind,
    Moment,
    Order,
    choose_moments,
    count_entries,
    count_undated,
    find_moments,
    in_order,
    on_important_days,
    read_entries,
)
from kit.commands import options, output
from kit.errors import BadQuery
from kit.index.freshness import open_index
from kit.labels import GRAINS, Grain, chosen_grain
from kit.records import Entry
from kit.screen.messages import Messages

if TYPE_CHECKING:
    from rich.console import RenderableType

# What is drawn unless told otherwise: so many entries are some ten screens.
FITS = 100


def timeline(
    context: typer.Context,
    words: options.Words = None,
    speaker: options.Speaker = None,
    kind: options.EntryKind = None,
    by: Annotated[str | None, typer.Option(metavar="PERIOD", help="Count by day, week, month or year.")] = None,
    after: options.After = None,
    before: options.Before = None,
    published_after: options.PublishedAfter = None,
    published_before: options.PublishedBefore = None,
    source: options.Source = None,
    author: options.Author = None,
    tag: options.Tag = None,
    lang: options.Lang = None,
    file: options.File = None,
    top: options.Top = None,
    limit: options.Limit = 0,
    sort: options.EntrySort = "date",
    reverse: options.Reverse = False,
    every: Annotated[bool, typer.Option("--all", help="Each passage, also where several tell the same.")] = False,
    fresh: options.Fresh = False,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    root: options.Root = None,
) -> None:
    """Find when it happened.

    Every dated passage and every article, the oldest first.

    \b
        kit timeline
        kit timeline north korean troops --after 2024-10
        kit timeline --speaker kirby
        kit timeline --kind event --by month --json
    """
    workspace = options.workspace(context, root)
    form = output.form(json=json, jsonl=jsonl, csv=csv, markdown=markdown)
    query = options.query(words)
    filters = options.filters(after, before, published_after, published_before, source, author, tag, lang, file)
    speakers = tuple(speaker or ())
    kinds = kinds_of(kind or [], bool(speakers))
    grain = _grain(by)
    if grain and top:
        raise BadQuery("--top and --by exclude each other: --by counts what is told of every day")
    messages = Messages()
    with open_index(workspace, fresh=fresh, messages=messages, extracted=True) as index:
        if grain:
            counts = index.answer(lambda db: count_entries(db, query, filters, grain, kinds=kinds, speakers=speakers))
            found = total = len(counts)
        else:

            def find(db: sqlite3.Connection) -> list[Moment]:
                nonlocal total
                if form != "screen":
                    order = Order(top or 0, sort, reverse, limit)
                    return choose_moments(db, query, filters, order, kinds=kinds, speakers=speakers)
                moments = find_moments(db, query, filters, kinds=kinds, speakers=speakers)
                total = len(moments)
                if top:
                    moments = on_important_days(moments, top=top)
                elif top is None and not limit:
                    moments = on_important_days(moments, most=FITS)
                return in_order(db, moments, sort, reverse)[: limit or None]

            total = 0
            entries = index.stream(find, read_entries)
            found = len(entries)
        options.explain(index, filters, messages, found=bool(found))
        if undated := count_undated(index.db, query, filters, kinds, speakers):
            messages.say(f"left out {undated} without a date")
        if not found:
            say_nothing_found(index.db, speakers, messages)
        if grain:
            output.write_counts(counts, form, limit, reverse=reverse)
            return
        output.write(entries, form, lambda _: _draw(list(entries), workspace.root, every), Entry.__annotations__)
    if form == "screen" and found < total:
        why = "; --limit 0" if limit and found == limit else ", on the days that most articles tell of; --top 0"
        messages.say(f"{found} of {total:,}{why} shows all")


def _draw(entries: list[Entry], root: Path, each: bool) -> "RenderableType":
    from kit.screen.timeline import draw_timeline

    return draw_timeline(entries, root, today=date.today(), by=chosen_grain(entries), each=each)


def say_nothing_found(db: sqlite3.Connection, speakers: tuple[str, ...], messages: Messages) -> None:
    """Says so; of a name that nobody has, which ones are like it."""
    for name in speakers:
        fitting = fitting_speakers(db, name)
        if not (fitting.speakers or fitting.descriptions):
            others = nearest_speakers(db, name)
            messages.say(f"nobody is called {name!r}{'; nearest: ' + ', '.join(others) if others else ''}")
    messages.say("nothing found")


def kinds_of(typed: list[str], has_speaker: bool) -> tuple[Kind, ...]:
    """The kinds of entries that were asked for; a speaker's quotations are always among them.

    Raises BadQuery if one is none.
    """
    for name in typed:
        if name not in (*KINDS, "all"):
            raise BadQuery(f"--kind {name}: one of {', '.join(KINDS)} or all")
    wanted = {"quote"} if has_speaker else set() if typed else {"published", "event"}
    return tuple(kind for kind in KINDS if kind in wanted or kind in typed or "all" in typed)


def _grain(typed: str | None) -> Grain | None:
    for grain in GRAINS:
        if grain == typed:
            return grain
    if typed is not None:
        raise BadQuery(f"--by {typed}: one of {', '.join(GRAINS)}")
    return None
