"""`kit speakers`: who speaks in these articles?"""

from typing import TYPE_CHECKING, Annotated

import typer

from kit.answers.quotations import KINDS, Asked, count_undated, kinds_of, nearest_speakers
from kit.answers.roster import count_speakers, find_speakers
from kit.commands import options, output
from kit.commands.completion import complete_speakers
from kit.index.freshness import open_index
from kit.records import Speaker
from kit.screen.messages import Messages
from kit.speakers.decision_fit import find_unfit
from kit.speakers.decisions import read_decisions

if TYPE_CHECKING:
    from rich.console import RenderableType

# What is drawn unless told otherwise.
DRAWN = 500


def speakers(
    context: typer.Context,
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Only whom this name fits.", shell_complete=complete_speakers),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="What counts: direct, mixed or indirect; all unless told.")
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
    sort: Annotated[str, typer.Option(metavar="KEY", help="quotes, articles, name, first or last.")] = "quotes",
    reverse: options.Reverse = False,
    by: Annotated[str | None, typer.Option(metavar="KEY", help="Count by role, source, year, month or kind.")] = None,
    fresh: options.Fresh = False,
    json: options.Json = False,
    jsonl: options.Jsonl = False,
    csv: options.Csv = False,
    markdown: options.Markdown = False,
    root: options.Root = None,
) -> None:
    """List who speaks, under which names and in which roles.

    \b
        kit speakers
        kit speakers kim
        kit speakers --after 2024 --source herald --limit 10
    """
    workspace = options.workspace(context, root)
    form = output.form(json=json, jsonl=jsonl, csv=csv, markdown=markdown)
    filters = options.filters(after, before, published_after, published_before, source, author, tag, lang, file)
    asked, typed = Asked(kinds=kinds_of(kind or (), KINDS), filters=filters), " ".join(name or ())
    messages = Messages()
    with open_index(workspace, fresh=fresh, messages=messages, extracted=True) as index:
        if by:
            counts = index.answer(lambda db: count_speakers(db, typed, asked, by))
        else:
            # One more than is drawn tells that there are more.
            most = limit if limit is not None else DRAWN + 1 if form == "screen" else 0
            found = index.answer(lambda db: find_speakers(db, typed, asked, limit=most, sort=sort, reverse=reverse))
        options.explain(index, filters, messages, found=bool(counts if by else found))
        if undated := count_undated(index.db, asked):
            messages.say(f"left out {undated} quotations without a date")
        for decision in find_unfit(index.db, read_decisions(workspace.decisions)):
            messages.say(str(decision))
        if not (counts if by else found):
            others = nearest_speakers(index.db, typed)
            messages.say(f"nobody found{'; nearest: ' + ', '.join(others) if others else ''}")
    if by:
        output.write_counts(counts, form, limit, reverse=reverse)
    else:
        is_cut = limit is None and form == "screen" and len(found) > DRAWN
        shown = found[:DRAWN] if is_cut else found
        output.write(shown, form, lambda _: _draw(shown), Speaker.__annotations__)
        if is_cut:
            messages.say(f"the first {DRAWN}; --limit 0 shows all")


def _draw(found: list[Speaker]) -> "RenderableType":
    from kit.screen.quotes import draw_speakers

    return draw_speakers(found)
