"""What `kit add --dry-run` shows: the front matter, and each line of a source, kept or left out."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kit.screen.render import PLACE, QUIET, TITLE
from kit.text.visible import visible


def draw_account(
    given: str, file: str, front_matter: str, lines: Iterable[tuple[int, str, str | None]]
) -> RenderableType:
    """One source: where it would go, its front matter, its lines with their numbers; dim what would be left out."""
    head = Text.assemble((visible(given), TITLE), " → ", (visible(file), PLACE))
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", style=QUIET, no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for number, text, dropped in lines:
        place = str(number) if number else ""
        if dropped:
            grid.add_row(place, Text("-", style=QUIET), Text(f"[{visible(dropped)}] {visible(text)}", style=QUIET))
        else:
            grid.add_row(place, Text("+", style="green"), Text(visible(text)))
    return Group(head, Text(visible(front_matter, lines=True)), grid, Text())
