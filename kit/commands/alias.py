"""`kit alias`: these names are one person's."""

from contextlib import closing
from typing import Annotated

import typer

from kit.commands import options
from kit.commands.completion import complete_speakers
from kit.errors import UnknownName
from kit.index.cache import Cache
from kit.index.freshness import open_index
from kit.screen.messages import Messages
from kit.speakers.decision_fit import forms_of, is_part_of
from kit.speakers.decision_naming import known_name, names_like
from kit.text.visible import visible


def alias(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name to be shown.", shell_complete=complete_speakers)
    ],
    others: Annotated[
        list[str],
        typer.Argument(metavar="OTHER...", help="Other names of the same person.", shell_complete=complete_speakers),
    ],
    root: options.Root = None,
) -> None:
    """Decide that several names are one person's, in speakers.toml.

    \b
        kit alias "Volodymyr Zelensky" Zelenskiy "Vladimir Zelensky"
    """
    workspace = options.workspace(context, root)
    with open_index(workspace, fresh=False, messages=Messages(), extracted=True) as index:
        shown = known_name(index.db, name, workspace.decisions)
        for other in others:
            if not forms_of(index.db, other) and not is_part_of(index.db, other, shown):
                raise UnknownName(f"no article names {other!r}{names_like(index.db, other)}")
    from kit.speakers.decision_writing import add_aliases

    with closing(Cache(workspace)) as cache, cache.lock():
        new = add_aliases(workspace.decisions, shown, others)
    said = f"{shown} is also {', '.join(new)}" if new else f"{shown}: nothing new"
    print(visible(f"{workspace.decisions.name}: {said}"))
