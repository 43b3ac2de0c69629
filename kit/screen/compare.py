"""Versions of stories drawn on a terminal: the families, and what differs, side by side where there is room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kit.labels import numbered
from kit.records import ChangeRecord, Family, Side, Version
from kit.screen.render import QUIET, TITLE, day, file_link
from kit.text.span import divided
from kit.text.visible import visible

# From so many columns on there is room for two texts side by side.
WIDE = 100

GONE = Style(color="red")
NEW = Style(color="green")


def draw_families(families: Sequence[Family], root: Path) -> RenderableType:
    """Families one below the other: the versions of each, and how many differences of which kind there are."""
    parts: list[RenderableType] = []
    for family in families:
        parts.append(Text(visible(family["articles"][-1]["title"]), style=TITLE))
        parts += [Padding(_version(article, root, family), (0, 0, 0, 2)) for article in family["articles"]]
        parts += [Padding(Text(_summary(family["changes"])), (0, 0, 0, 2)), Text()]
    return Group(*parts[:-1])


def draw_comparison(families: Sequence[Family], root: Path) -> RenderableType:
    """The differences in each family, figures and names first; angle marks, and colour, around what differs."""
    parts: list[RenderableType] = []
    for family in families:
        parts += [_heading(number, article, root) for number, article in enumerate(family["articles"])]
        parts += [Text(_summary(family["changes"]), style=QUIET), Text()]
        parts += [_Difference(change, root) for change in family["changes"]]
    return Group(*parts)


def _version(article: Version, root: Path, family: Family) -> RenderableType:
    text = Text(_origin(article), style=QUIET)
    if article["title"] != family["articles"][-1]["title"]:
        text.append(f" · {visible(article['title'])}")
    return Group(text, file_link(article["file"], 1, root))


def _heading(number: int, article: Version, root: Path) -> RenderableType:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    title = Group(
        Text(visible(article["title"]), style=TITLE),
        Text(_origin(article), style=QUIET),
        file_link(article["file"], 1, root),
    )
    grid.add_row(Text(_letter(number), style=TITLE), title)
    return Group(grid, Text())


def _letter(number: int) -> str:
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _origin(article: Version) -> str:
    return " · ".join(visible(part) for part in (day(article["published"]), article["source"]) if part)


def _summary(changes: Sequence[ChangeRecord]) -> str:
    if not changes:
        return "nothing differs but marks and the order of sentences"
    counts = Counter(change["kind"] for change in changes)
    parts = [numbered(counts[kind], kind) for kind in ("figure", "name") if counts[kind]]
    sentences = [f"{counts[kind]} {kind}" for kind in ("removed", "added", "reworded") if counts[kind]]
    if sentences:
        parts.append(f"sentences: {', '.join(sentences)}")
    return "; ".join(parts)


class _Difference:
    """One difference; it knows how much room there is when it is drawn."""

    def __init__(self, change: ChangeRecord, root: Path) -> None:
        self._change = change
        self._root = root

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._label()
        yield self._side_by_side() if options.max_width >= WIDE else self._one_below_the_other()
        yield Text()

    def _label(self) -> Text:
        change = self._change
        text = Text(change["kind"], style=TITLE)
        if change["speaker"]:
            text.append(f" · quoted from {visible(change['speaker'])}", style=QUIET)
        return text

    def _side_by_side(self) -> RenderableType:
        table = Table.grid(padding=(0, 3, 0, 0), expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        table.add_row(*(self._side(side, style) for side, style in self._sides()))
        return table

    def _one_below_the_other(self) -> RenderableType:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
        for (side, style), mark in zip(self._sides(), "−+", strict=True):
            if side:
                grid.add_row(Text(mark, style=style), self._side(side, style))
        return grid

    def _sides(self) -> Iterator[tuple[Side | None, Style]]:
        yield self._change["a"], GONE
        yield self._change["b"], NEW

    def _side(self, side: Side | None, style: Style) -> RenderableType:
        if side is None:
            return Text("—", style=QUIET)
        return Group(_marked(side, style), file_link(side["file"], side["line"], self._root))


def _marked(side: Side, style: Style) -> Text:
    text = Text()
    for piece, differs in divided(side["text"], side["highlights"]):
        text.append(f"‹{visible(piece)}›" if differs else visible(piece), style=style if differs else None)
    return text
