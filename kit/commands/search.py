"""`kit search`: where is it written?"""

import sqlite3
from typing import Annotated

import typer

from kit.answers.hits import Match, count_all, count_hits, count_undated, find_hits, read_hits
from kit.commands import options, output
from kit.errors import BadQuery
from kit.index.freshness import open_index
from kit.records import Hit
from kit.screen.messages import Messages
from kit.search.filters import Filters
from kit.search.query import Query

# So many hits unless told otherwise; counts are given whole.
SHOWN = 20


def search(
    context: typer.Context,
    words: options.Words = None,
    after: options.After = None,
    before: options.Before = None,
    published_after: options.PublishedAfter = None,
    published_before: options.PublishedBefore = None,
    source: options.Source = None,
    author: options.Author = None,
    tag: options.Tag = None,
    lang: options.Lang = None,
    file: options.File = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="At most so many, 20 unless told; 0 for all.")
    ] = None,
    sort: Annotated[str, typer.Option(metavar="KEY", help="score, published, title, source or file.")] = "score",
    reverse: options.Reverse = False,
    by: Annotated[
        str | None, typer.Option(metavar="KEY", help="Count hits by source, author, tag, year or month.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every version of a story, not just the one that answers best.")
    ] = False,
    fresh: options.Fresh = False,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    root: options.Root = None,
) -> None:
    """Find where it is written.

    \b
        kit search drone attack kursk
        kit search '"air defense" -korea' --after 2024-02 --source hankyoreh
        kit search ukraine --by month
    """
    workspace = options.workspace(context, root)
    form = output.form(json=json, jsonl=jsonl, csv=csv, markdown=markdown)
    query = options.query(words)
    filters = options.filters(after, before, published_after, published_before, source, author, tag, lang, file)
    if query is None and filters == Filters() and not by:
        raise BadQuery("search for what? e.g. kit search air defense")
    messages = Messages()
    match: Match = "all"
    most = SHOWN if limit is None else limit
    with open_index(workspace, fresh=fresh, messages=messages) as index:
        if by:
            counts = index.answer(lambda db: count_hits(db, query, filters, by))
            if not counts and query and query.any:
                match = "any"
                messages.say("no article has all of these words; counted are those that have some")
                counts = index.answer(lambda db: count_hits(db, query, filters, by, match="any"))
            found = len(counts)
        else:
            hits = index.stream(
                lambda db: find_hits(db, query, filters, limit=most, sort=sort, reverse=reverse, each=every),
                lambda db, found: read_hits(db, found, query),
            )
            found = len(hits)
            if most == 0 or found < most or hits.places[-1].match == "any":
                match = "any"
        options.explain(index, filters, messages, found=bool(found))
        if undated := count_undated(index.db, query, filters, match=match):
            messages.say(f"left out {undated} without a date")
        if not found:
            _offer_other_words(index.db, query, messages)
        # Whoever set a limit for a pipe knows of it; one that nobody set would pass for everything.
        is_told = form == "screen" or limit is None
        total = count_all(index.db, query, filters) if is_told and not by and found == most else 0
        if by:
            output.write_counts(counts, form, limit, reverse=reverse)
        else:
            output.write(hits, form, lambda render: render.draw_hits(list(hits), workspace.root), Hit.__annotations__)
    if total > found + (0 if by else sum(len(place.versions) for place in hits.places)):
        messages.say(f"{found} of {total} articles; --limit 0 gives all")


def _offer_other_words(db: sqlite3.Connection, query: Query | None, messages: Messages) -> None:
    messages.say("nothing found")
    if query is None:
        return
    from kit.search.suggest import nearest_words

    for word, others in nearest_words(db, query.words).items():
        messages.say(f"no article has {word!r}; nearest: {', '.join(others)}")
