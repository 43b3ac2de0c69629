"""`kit attribute`: these words are this person's."""

import sqlite3
from contextlib import closing
from typing import Annotated, NamedTuple

import typer

from kit.answers.quotations import fitting_speakers
from kit.commands import options
from kit.commands.completion import complete_speakers
from kit.errors import BadQuery, UnknownName
from kit.index.cache import Cache
from kit.index.freshness import open_index
from kit.screen.messages import Messages
from kit.speakers.decision_fit import quotes_beginning
from kit.speakers.decision_naming import known_name, names_like
from kit.text.names import fold
from kit.text.visible import visible
from kit.workspace import Workspace

# A quotation is named by so many of its words, and by more where those do not tell it from others.
FEWEST_WORDS = 4


class _Quote(NamedTuple):
    id: int
    words: str
    line: int
    utterance: int


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
        quotes = _chosen(index.db, file, line, starts)
        speaker = _speaker(index.db, name, workspace, messages)
        beginnings = [_beginning(index.db, file, quote) for quote in quotes]
    from kit.speakers.decision_writing import add_attribution

    with closing(Cache(workspace)) as cache, cache.lock(wait=True):
        for words in beginnings:
            add_attribution(workspace.decisions, file, words, speaker)
    for words in beginnings:
        print(visible(f"{workspace.decisions.name}: “{words} …” in {file} is by {speaker or 'nobody'}"))


def _place(workspace: Workspace, typed: str) -> tuple[str, int]:
    file, colon, line = typed.rpartition(":")
    if not colon or not line.isdecimal():
        raise BadQuery(f"{typed}: in which line? Write FILE:LINE, as `kit quotes` prints it")
    return workspace.label(file), int(line)


def _chosen(db: sqlite3.Connection, file: str, line: int, starts: str | None) -> list[_Quote]:
    """The quotation in this line that is meant, or the pieces of the one statement; raises BadQuery otherwise."""
    sql = """select quotes.id, quote, line, utterance from quotes join articles on articles.id = article_id
        where path = ? order by start"""
    all_of_file = [_Quote._make(row) for row in db.execute(sql, (file,))]
    here = [quote for quote in all_of_file if quote.line <= line <= quote.line + _breaks(quote.words)]
    if not here:
        lines = ", ".join(map(str, sorted({quote.line for quote in all_of_file}))) or "no line"
        raise BadQuery(f"{file}:{line}: no quotation there; there are some in {lines}")
    fitting = [q for q in here if starts is None or f"{fold(q.words)} ".startswith(f"{fold(starts)} ")]
    if len(fitting) == 1 or (fitting and starts is None and len({quote.utterance for quote in fitting}) == 1):
        return fitting
    listed = "; ".join(f"“{' '.join(quote.words.split()[:8])} …”" for quote in fitting or here)
    if not fitting:
        raise BadQuery(f"{file}:{line}: none begins with {starts!r}; there is {listed}")
    raise BadQuery(f"{file}:{line}: which one? Say --starts with the first words of {listed}")


def _breaks(text: str) -> int:
    return len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1


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


def _beginning(db: sqlite3.Connection, file: str, quote: _Quote) -> str:
    """As many of a quotation's first words as tell it from the others in its file, if any do."""
    words = quote.words.split()
    for number in range(FEWEST_WORDS, len(words)):
        if quotes_beginning(db, file, " ".join(words[:number])) == [quote.id]:
            return " ".join(words[:number])
    return " ".join(words)
