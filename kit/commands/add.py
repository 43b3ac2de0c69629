"""`kit add`: a saved page, raw text, Markdown or an address becomes an article file."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from kit.commands import options, output
from kit.commands.completion import complete_authors, complete_sources, complete_tags
from kit.errors import BadQuery, KitError
from kit.index.freshness import open_index
from kit.labels import numbered
from kit.screen.messages import Messages
from kit.text.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kit.intake.adding import Added
    from kit.intake.draft import Draft, Facts


# So many other versions of a story are named; `--json` has them all.
SHOWN_KIN = 3


def add(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE...", help="Saved pages, texts, Markdown files, addresses, or - for stdin."),
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="When it appeared: 2024-11-27, 2024.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Its title.")] = None,
    source: Annotated[
        str | None, typer.Option(metavar="OUTLET", help="Where it appeared.", shell_complete=complete_sources)
    ] = None,
    author: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who wrote it.", shell_complete=complete_authors)
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(metavar="TAG", help="A tag.", shell_complete=complete_tags)] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Its address.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; show line by line what is kept and what is not.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Add it also where the same article is there.")] = False,
    json: options.Json = False,
    root: options.Root = None,
) -> None:
    """Make an article file of each saved page, text or address. What options say always wins.

    Exit code 0 if all are in articles/ now, 1 if all of them were there already, 2 if some could not be added.

    \b
        kit add page.html notes.txt
        kit add https://example.org/a-vote --tag harbour
        pbpaste | kit add - --date 2024-11-27 --source "The Echo"
        kit add page.txt --dry-run
    """
    workspace = options.workspace(context, root)
    if not sources:
        raise BadQuery("add what? e.g. kit add page.html, or kit add - to read standard input")
    from kit.intake.options import read_options

    known = read_options(date=date, title=title, source=source, authors=author or (), tags=tag or (), url=url)
    if dry_run:
        raise typer.Exit(_show(sources, known, json=json))
    from kit.intake.adding import add_source, is_failure
    from kit.intake.same import KnownTexts

    messages = Messages(things="sources")
    added: list[Added] = []
    with open_index(workspace, fresh=True, messages=Messages()) as index:
        texts = KnownTexts(index.db)
        for number, given in enumerate(sources):
            messages.progress("Adding", number, len(sources))
            added.append(add_source(given, known, workspace, texts, force=force))
            _tell(added[-1], messages, json=json)
        messages.end_progress()
    if json:
        output.write(added, "json", lambda render: render)
    raise typer.Exit(2 if any(map(is_failure, added)) else 1 if all(one["refused"] for one in added) else 0)


def _tell(added: "Added", messages: Messages, *, json: bool) -> None:
    """Prints the file and what was understood of it on stdout, and what a person should know on stderr."""
    given = f"{added['given']}: "
    if added["refused"]:
        messages.say(given + added["refused"].removeprefix("failed: "))
        return
    if not json:
        between = "\n  " if sys.stdout.isatty() else "\t"
        print(visible(str(added["file"])), visible(_understood(added)), sep=between, flush=True)
    for note in added["notes"]:
        messages.say(given + note)
    if kin := added["kin"]:
        more = f" and {len(kin) - SHOWN_KIN} more" if len(kin) > SHOWN_KIN else ""
        messages.say(f"{given}another version of {', '.join(kin[:SHOWN_KIN])}{more}")


def _understood(added: "Added") -> str:
    """One line: `“Title” · 2024-11-27 · The Echo · Ann Poe · 5 lines left out`."""
    parts = [
        f"“{added['title']}”" if added["title"] else "no title (--title)",
        added["published"] or "no date (--date)",
        added["source"] or "no outlet (--source)",
        added["author"] or "no author",
        f"{numbered(added['left_out'], 'line')} left out" if added["left_out"] else "nothing left out",
    ]
    return " · ".join(parts)


def _show(sources: list[str], known: "Facts", *, json: bool) -> int:
    """Shows what would become of each source; gives the exit code."""
    from kit.intake.reading import read_source
    from kit.intake.write import file_stem, front_matter

    messages = Messages()
    form = output.form(json=json, jsonl=False, csv=False, markdown=False)
    failed, records = False, list[dict[str, object]]()
    drawn: list[RenderableType] = []
    for given in sources:
        try:
            draft = read_source(given, known)
        except KitError as error:
            messages.say(f"{given}: {error}")
            failed = True
            continue
        file, head = f"articles/{file_stem(draft)}.md", front_matter(draft.facts)
        lines = [{"line": line.number or None, "text": line.text, "dropped": line.dropped} for line in draft.lines]
        records.append({"given": given, "file": file, "lines": lines})
        if form == "screen":
            from kit.screen.add import draw_account

            drawn.append(draw_account(given, file, head, draft.lines))
        elif form == "lines":
            print(visible(f"{given} → {file}"), visible(head, lines=True), sep="\n", end="")
            print(*map(visible, _account(draft)), sep="\n")
        for note in draft.notes:
            messages.say(f"{given}: {note}")
    if form == "json":
        output.write(records, form, lambda render: render)
    elif drawn:
        from kit.screen import render

        render.show(*drawn)
    return 2 if failed else 0


def _account(draft: "Draft") -> Iterator[str]:
    """What becomes of each line: `+` before what is kept; `-` and the reason before what is not."""
    for number, text, dropped in draft.lines:
        place = f"{number:>5} " if number else "      "
        yield f"{place}- [{dropped}] {text}" if dropped else f"{place}+ {text}"
