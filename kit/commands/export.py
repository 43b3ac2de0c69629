"""`kit export`: what was found, for other programs."""

import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kit.answers.bibliography import find_articles
from kit.answers.timeline import SORT, Kind, Moment, Order, choose_moments, count_undated, read_entries
from kit.commands import options
from kit.commands.completion import complete_formats
from kit.commands.timeline import kinds_of, say_nothing_found
from kit.errors import BadQuery
from kit.formats import FORMATS
from kit.index.freshness import FreshIndex, open_index
from kit.labels import numbered
from kit.records import ArticleRecord
from kit.saving import save
from kit.screen.messages import Messages
from kit.search.filters import Filters
from kit.search.query import Query

if TYPE_CHECKING:
    from kit.commands.output import Records

OF_ARTICLES = ("csl-json", "bibtex")


class Asked(NamedTuple):
    """What is to be exported."""

    words: str
    query: Query | None
    filters: Filters
    kinds: tuple[Kind, ...]
    speakers: tuple[str, ...]
    order: Order


def export(
    context: typer.Context,
    format: Annotated[str, typer.Argument(metavar="FORMAT", help=", ".join(FORMATS), shell_complete=complete_formats)],
    words: options.Words = None,
    speaker: options.Speaker = None,
    kind: options.EntryKind = None,
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
    output: Annotated[str | None, typer.Option(metavar="FILE", help="Write there, not to stdout.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Also if the file exists.")] = False,
    fresh: options.Fresh = False,
    root: options.Root = None,
) -> None:
    """Give what was found to other programs.

    \b
        kit export timelinejs --top 20 --output timeline.json
        kit export ics ukraine --after 2024-11 > ukraine.ics
        kit export bibtex --tag ukraine --output sources.bib
        kit export jsonl | jq -c 'select(.record == "quote")'
    """
    workspace = options.workspace(context, root)
    if format not in FORMATS:
        raise BadQuery(f"{format}: no such format; one of {', '.join(FORMATS)}")
    if format in OF_ARTICLES and (speaker or kind or top):
        named = "--speaker" if speaker else "--kind" if kind else "--top"
        raise BadQuery(f"{named}: {format} is for articles; leave it out, or export jsonl")
    if sort not in SORT:
        raise BadQuery(f"--sort {sort}: sort by one of {', '.join(SORT)}")
    query = options.query(words)
    filters = options.filters(after, before, published_after, published_before, source, author, tag, lang, file)
    speakers = tuple(speaker or ())
    usual = ["published"] if format in OF_ARTICLES else ["all"] if format == "jsonl" and not speakers else []
    kinds = kinds_of(kind or usual, bool(speakers))
    asked = Asked(" ".join(words or ()), query, filters, kinds, speakers, Order(top or 0, sort, reverse, limit))
    messages = Messages()
    with open_index(workspace, fresh=fresh, messages=messages, extracted=format not in OF_ARTICLES) as index:
        found, lines = _find(index, format, asked)
        options.explain(index, filters, messages, found=bool(found))
        if undated := count_undated(index.db, query, filters, kinds, speakers):
            messages.say(f"left out {undated} without a date")
        if not found:
            say_nothing_found(index.db, speakers, messages)
        if output and output != "-":
            save(lines, Path(output), workspace, replace=force)
            messages.say(f"{numbered(found, 'record')} written to {output}")
        else:
            for line in lines:
                sys.stdout.write(line + "\n")
            sys.stdout.flush()
    if not found:
        raise typer.Exit(1)


def _find(index: FreshIndex, format: str, asked: Asked) -> tuple[int, Iterable[str]]:
    """How many records there are, and the lines that they make."""
    if format == "jsonl":
        from kit.formats.records import to_jsonl

        parts = list(_everything(index, asked))
        records = ({"record": name, **record} for name, part in parts for record in part)
        return sum(len(part) for _, part in parts), to_jsonl(records)
    if format in OF_ARTICLES:
        articles = index.answer(lambda db: _articles(db, asked))
        if format == "csl-json":
            from kit.formats.csl_json import to_csl_json

            return len(articles), to_csl_json(articles)
        from kit.formats.bibtex import to_bibtex

        return len(articles), to_bibtex(articles)
    entries = index.stream(lambda db: _moments(db, asked), read_entries)
    if format == "ics":
        from kit.formats.ics import to_ics

        return len(entries), to_ics(entries)
    if format == "timelinejs":
        from kit.formats.timelinejs import to_timelinejs

        return len(entries), to_timelinejs(entries)
    from kit.formats.markdown import to_markdown

    return len(entries), to_markdown(entries)


def _everything(index: FreshIndex, asked: Asked) -> Iterator[tuple[str, "Records"]]:
    """All records, under what each of them is: articles, quotes and events."""
    from kit.answers.quotations import KINDS, find_quotations, read_quotations
    from kit.answers.quotations import Asked as AskedQuotes

    if "published" in asked.kinds:
        articles = index.answer(lambda db: _articles(db, asked))
        yield "article", articles
    if "quote" in asked.kinds:
        quotes = AskedQuotes(asked.words, asked.speakers, KINDS, asked.filters)
        limit = asked.order.limit or None
        yield "quote", index.stream(lambda db: find_quotations(db, quotes, sort="day")[:limit], read_quotations)
    if "event" in asked.kinds:
        yield "event", index.stream(lambda db: _moments(db, asked._replace(kinds=("event",))), read_entries)


def _moments(db: sqlite3.Connection, asked: Asked) -> list[Moment]:
    return choose_moments(db, asked.query, asked.filters, asked.order, kinds=asked.kinds, speakers=asked.speakers)


def _articles(db: sqlite3.Connection, asked: Asked) -> list[ArticleRecord]:
    articles = find_articles(db, asked.query, asked.filters)
    if asked.order.sort == "source":
        articles.sort(key=lambda article: (article["source"] is None, article["source"]))
    elif asked.order.sort == "file":
        articles.sort(key=lambda article: article["file"])
    return (articles[::-1] if asked.order.reverse else articles)[: asked.order.limit or None]
