"""The options that commands share, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kit.commands.completion import (
    complete_authors,
    complete_kinds,
    complete_sources,
    complete_speakers,
    complete_tags,
)
from kit.errors import BadQuery
from kit.index.files import MARKDOWN, list_files
from kit.search.filters import Filters, count_without_language
from kit.search.query import Query, parse_query
from kit.workspace import Workspace, find_workspace

if TYPE_CHECKING:
    from kit.index.freshness import FreshIndex
    from kit.screen.messages import Messages

Words = Annotated[
    list[str] | None, typer.Argument(metavar="QUERY...", help='Words, "a phrase", -without, a OR b, title:x')
]
Speaker = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="By whom: a full name or part of it.", shell_complete=complete_speakers),
]
Root = Annotated[str | None, typer.Option(metavar="DIR", help="The workspace (or KIT_ROOT).")]
After = Annotated[str | None, typer.Option(metavar="DATE", help="This day, month or year, or later.")]
Before = Annotated[str | None, typer.Option(metavar="DATE", help="This day, month or year, or earlier.")]
PublishedAfter = Annotated[str | None, typer.Option(metavar="DATE", help="The same, of the article's publication.")]
PublishedBefore = Annotated[str | None, typer.Option(metavar="DATE", help="The same, of the article's publication.")]
Source = Annotated[
    list[str] | None, typer.Option(metavar="OUTLET", help="From this outlet.", shell_complete=complete_sources)
]
Author = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="By this author.", shell_complete=complete_authors)
]
Tag = Annotated[list[str] | None, typer.Option(metavar="TAG", help="With this tag.", shell_complete=complete_tags)]
Lang = Annotated[list[str] | None, typer.Option(metavar="CODE", help="In this language: en, ko ...")]
File = Annotated[list[str] | None, typer.Option(metavar="GLOB", help="In files whose path fits.")]
Limit = Annotated[int, typer.Option(metavar="N", min=0, help="At most so many; 0 for all.")]
Reverse = Annotated[bool, typer.Option("--reverse", help="The other way round.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Look at every file first, however many there are.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON array.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="JSON Lines.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV with a header.")]
Markdown = Annotated[bool, typer.Option("--markdown", help="For pasting into notes.")]

# What `kit timeline` and `kit export` share.
EntryKind = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND", help="published, event, quote or all.", shell_complete=complete_kinds),
]
EntrySort = Annotated[str, typer.Option(metavar="KEY", help="date, importance, published, source or file.")]
Top = Annotated[int | None, typer.Option(metavar="N", min=0, help="The N days that most articles mention.")]

NO_ARTICLES = (
    f"articles/ has no files that end in {', '.join(MARKDOWN[:-1])} or {MARKDOWN[-1]}; `kit add FILE` makes one"
)


def workspace(context: typer.Context, root: str | None) -> Workspace:
    """The workspace that was named before or after the command, or the nearest one.

    Raises NoWorkspace.
    """
    return find_workspace(root or context.obj)


def query(words: list[str] | None) -> Query | None:
    """The query that was typed, None where nothing was; raises BadQuery where there is nothing in it to search for."""
    typed = " ".join(words or ())
    found = parse_query(typed)
    if found is None and typed.strip():
        raise BadQuery(f"nothing to search for in {typed!r}")
    return found


def filters(
    after: str | None,
    before: str | None,
    published_after: str | None,
    published_before: str | None,
    source: list[str] | None,
    author: list[str] | None,
    tag: list[str] | None,
    lang: list[str] | None,
    file: list[str] | None,
) -> Filters:
    """The filters that were typed."""
    several = (tuple(values or ()) for values in (source, author, tag, lang, file))
    return Filters(after, before, published_after, published_before, *several)


def explain(index: FreshIndex, narrowed: Filters, messages: Messages, *, found: bool) -> None:
    """Says how many articles drop out because they do not say their language, where one is asked for.

    Where nothing is found, also which of the filters no article can pass, or that there is no article.
    """
    if not found and not index.db.execute("select 1 from articles").fetchone():
        if not list_files(index.workspace).files:  # else another kit has only begun to index them
            messages.say(NO_ARTICLES)
    elif not found:
        from kit.search.suggest import unfit_filters

        for sentence in unfit_filters(index.db, narrowed):
            messages.say(sentence)
    if number := count_without_language(index.db, narrowed):
        messages.say(f"left out {number:,} article{'' if number == 1 else 's'} without a language")
