"""`kit attribute`: these words are this person's."""

import sqlite3
from contextlib import closing
from typing import Annotated

import typer

from kit.answers.quotations import fitting_speakers
from kit.commands import options
from kit.commands.completion import complete_speakers
from kit.errors import BadQuery, UnknownName
from kit.index.cache import Cache
from kit.index.freshness import open_index
from kit.screen.messages import Messages
from kit.speakers.decision_naming import known_name, names_like
from kit.speakers.decision_quotes import beginning_of, meant_quotes
from kit.text.names import fold
from kit.text.visible import visible
from kit.workspace import Workspace


def attribute(
    context: typer.Context,
    place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="Where the quotation stands.")],
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Who said it; '' for nobody.", shell_complete=complete_speakers)
    ],
    starts: Annotated[
        str | None, typer.Option("--starts", metavar="WORDS", help="The words with which it begins.")
    ] = None,
    root: options.Root = None,
) -> None:
    """Decide whose words a quotation is, in speakers.toml.

    \b
        kit attribute articles/2022-02-15-us-says.md:12 kirby
        kit attribute articles/2022-02-15-us-says.md:12 "" --starts "We have"
    """
    workspace = options.workspace(context, root)
    messages = Messages()
    file, line = _place(workspace, place)
    with open_index(workspace, fresh=True, messages=messages, extracted=True) as index:
        quotes = meant_quotes(index.db, file, line, starts)
        speaker = _speaker(index.db, name, workspace, messages)
        beginnings = [beginning_of(index.db, quote) for quote in quotes]
    from kit.speakers.decision_writing import add_attribution

    with closing(Cache(workspace)) as cache, cache.lock():
        for words in beginnings:
            add_attribution(workspace.decisions, file, words, speaker)
    for words in beginnings:
        print(visible(f"{workspace.decisions.name}: “{words} …” in {file} is by {speaker or 'nobody'}"))


def _place(workspace: Workspace, typed: str) -> tuple[str, int]:
    file, colon, line = typed.rpartition(":")
    if not colon or not line.isdecimal():
        raise BadQuery(f"{typed}: in which line? Write FILE:LINE, as `kit quotes` prints it")
    return workspace.label(file), int(line)


def _speaker(db: sqlite3.Connection, typed: str, workspace: Workspace, messages: Messages) -> str:
    """The full name of who is meant; somebody new, if no article names them."""
    if not fold(typed):
        return ""
    try:
        return known_name(db, typed, workspace.decisions)
    except UnknownName:
        if fitting_speakers(db, typed).speakers:
            raise
        messages.say(f"no article names {typed!r} so far{names_like(db, typed)}")
        return " ".join(typed.split())
