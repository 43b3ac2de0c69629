"""`kit export`: what was found, for other programs."""

import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from kit.answers.bibliography import find_articles
from kit.answers.timeline import SORT, Kind, count_undated, find_moments, in_order, on_important_days, read_entries
from kit.commands import options
from kit.commands.completion import complete_formats
from kit.commands.timeline import kinds_of, say_nothing_found, without_looking_for_cycles
from kit.errors import BadQuery
from kit.formats import FORMATS
from kit.index.freshness import FreshIndex, open_index
from kit.labels import numbered
from kit.records import ArticleRecord, Entry
from kit.saving import save
from kit.screen.messages import Messages
from kit.search.filters import Filters
from kit.search.query import Query

OF_ARTICLES = ("csl-json", "bibtex")


class Asked(NamedTuple):
    """What is to be exported."""

    words: str
    query: Query | None
    filters: Filters
    kinds: tuple[Kind, ...]
    speakers: tuple[str, ...]
    top: int | None
    limit: int
    sort: str
    reverse: bool


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
    asked = Asked(" ".join(words or ()), query, filters, kinds, speakers, top, limit, sort, reverse)
    messages = Messages()
    with (
        open_index(workspace, fresh=fresh, messages=messages, extracted=format not in OF_ARTICLES) as index,
        without_looking_for_cycles(),
    ):
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

        everything = list(_everything(index, asked))
        return len(everything), to_jsonl(everything)
    if format in OF_ARTICLES:
        articles = index.answer(lambda db: _articles(db, asked))
        if format == "csl-json":
            from kit.formats.csl_json import to_csl_json

            return len(articles), to_csl_json(articles)
        from kit.formats.bibtex import to_bibtex

        return len(articles), to_bibtex(articles)
    entries = index.answer(lambda db: _entries(db, asked))
    if format == "ics":
        from kit.formats.ics import to_ics

        return len(entries), to_ics(entries)
    if format == "timelinejs":
        from kit.formats.timelinejs import to_timelinejs

        return len(entries), to_timelinejs(entries)
    from kit.formats.markdown import to_markdown

    return len(entries), to_markdown(entries)


def _everything(index: FreshIndex, asked: Asked) -> Iterator[Mapping[str, object]]:
    """All records, each with a key `record` that tells which it is: an article, a quote or an event."""
    from kit.answers.quotations import KINDS, find_quotations
    from kit.answers.quotations import Asked as AskedQuotes

    limit = asked.limit or None
    if "published" in asked.kinds:
        for article in index.answer(lambda db: _articles(db, asked)):
            yield {"record": "article", **article}
    if "quote" in asked.kinds:
        quotes = AskedQuotes(asked.words, asked.speakers, KINDS, asked.filters)
        for quote in index.answer(lambda db: find_quotations(db, quotes, sort="day")[:limit]):
            yield {"record": "quote", **quote}
    if "event" in asked.kinds:
        for event in index.answer(lambda db: _entries(db, asked._replace(kinds=("event",)))):
            yield {"record": "event", **event}


def _entries(db: sqlite3.Connection, asked: Asked) -> list[Entry]:
    moments = find_moments(db, asked.query, asked.filters, kinds=asked.kinds, speakers=asked.speakers)
    if asked.top:
        moments = on_important_days(moments, top=asked.top)
    return read_entries(db, in_order(db, moments, asked.sort, asked.reverse)[: asked.limit or None])


def _articles(db: sqlite3.Connection, asked: Asked) -> list[ArticleRecord]:
    articles = find_articles(db, asked.query, asked.filters)
    if asked.sort == "source":
        articles.sort(key=lambda article: (article["source"] is None, article["source"]))
    elif asked.sort == "file":
        articles.sort(key=lambda article: article["file"])
    return (articles[::-1] if asked.reverse else articles)[: asked.limit or None]
