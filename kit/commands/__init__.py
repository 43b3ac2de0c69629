"""The command line: a module a command, imported when the command is named.

The modules of commands have no `from __future__ import annotations`: typer would have to evaluate them, each
on its own, which takes a tenth of the start.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from kit import __version__
from kit.workspace import label_of

if TYPE_CHECKING:
    from typer._click import Command, Context

COMMANDS = (
    "search",
    "quotes",
    "speakers",
    "alias",
    "attribute",
    "timeline",
    "show",
    "add",
    "compare",
    "check",
    "export",
    "index",
    "init",
)


class Commands(TyperGroup):
    """Builds only the command that was named: building all of them takes longer than a search."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - passed on as they are
        super().__init__(**settings)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """The command of this name, or None if there is none."""
        if cmd_name in COMMANDS and not self.commands[cmd_name]:
            module = import_module(f"kit.commands.{cmd_name}")
            command = typer.Typer(add_completion=False, rich_markup_mode=None)
            command.command(cmd_name, cls=QueryCommand)(getattr(module, cmd_name))
            self.commands[cmd_name] = typer.main.get_command(command)
        return self.commands.get(cmd_name)

    def list_commands(self, ctx: Context) -> list[str]:
        """The names of all commands, in the order in which they are learnt."""
        return list(COMMANDS)


class QueryCommand(TyperCommand):
    """A command in whose arguments `-word` is a word to leave out: there is no one-letter option but `-h`."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Parses options wherever they stand, and takes everything else as arguments."""
        try:
            return super().parse_args(ctx, self._in_order(args))
        except typer.TyperException as error:
            if getattr(error, "ctx", None) is None:
                error.ctx = ctx  # type: ignore[attr-defined] # so that what is said names the command
            raise

    def _in_order(self, args: list[str]) -> list[str]:
        """The options with their values, then everything else."""
        takes_value = {
            name
            for option in self.params
            if not getattr(option, "is_flag", True)
            for name in getattr(option, "opts", ())
        }
        options: list[str] = []
        words: list[str] = []
        # Bytes that are no UTF-8 are written as they are in the names of files.
        rest = map(label_of, args)
        for arg in rest:
            if arg == "--":
                words += rest
            elif arg.startswith("--") or arg == "-h":
                options.append(arg)
                if arg in takes_value:
                    value = next(rest, None)
                    if value is None:  # which is found to be missing
                        return options
                    options.append(value)
            else:
                words.append(arg)
        return [*options, "--", *words]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kit {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def kit(
    context: typer.Context,
    root: Annotated[str | None, typer.Option(metavar="DIR", envvar="KIT_ROOT", help="The workspace.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")] = False,
) -> None:
    """Find what your saved articles say, who said it, and when it happened.

    \b
        kit init                              make a workspace here
        kit search '"air defense" -korea'     where is it written?
        kit show articles/2024-02-28-us.md:12 read on there
    """
    context.obj = root
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
