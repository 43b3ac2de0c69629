"""A sparkline: how much is told of each part of a timeline, drawn on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from kit.labels import written
from kit.records import Entry
from kit.screen.render import BAR, QUIET

ROWS = 2
# Over fewer days than this nothing rises and falls.
SHORTEST = 14
_EIGHTHS = " ▁▂▃▄▅▆▇█"
# Of so many entries on, the first and last hundredth are left out: one "1950" would press all the rest together.
_MANY = 100


class Sparkline:
    """The sparkline of some entries, as wide as there is room, with its first and its last date below it."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        by_date = sorted(entries, key=lambda e: (e["date"], e["date_end"]))
        self._margin = len(by_date) // 100 if len(by_date) >= _MANY else 0
        self._shown = by_date[self._margin : len(by_date) - self._margin]

    @property
    def is_telling(self) -> bool:
        """Whether the span is long enough for something to rise and fall in it."""
        first, last = (date.fromisoformat(e["date"]) for e in (self._shown[0], self._shown[-1]))
        return (last - first).days >= SHORTEST

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        heights = densities(self._shown, width)
        for row in rows(heights):
            yield Text(row, style=BAR, no_wrap=True)
        first, last = self._shown[0], max(self._shown, key=lambda e: e["date_end"])
        left, right = (written(e["date"], e["date_end"], e["precision"]) for e in (first, last))
        if self._margin:
            left, right = f"{left} ({self._margin:,} earlier)", f"({self._margin:,} later) {right}"
        yield Text(f"{left}{right:>{width - len(left)}}", style=QUIET, no_wrap=True)


def densities(entries: Sequence[Entry], width: int) -> list[float]:
    """How many entries fall into each of `width` equal parts of the span, each spread over all the days it may mean.

    What is vaguer than a twentieth of the span says nothing about any part of it and is left out.
    """
    days = [tuple(date.fromisoformat(day).toordinal() for day in (e["date"], e["date_end"])) for e in entries]
    start, end = min(first for first, _ in days), max(last for _, last in days) + 1
    longest = max((end - start) / 20, min(last - first for first, last in days))
    heights = [0.0] * width
    for first, last in days:
        left, right = (first - start) * width // (end - start), ((last + 1 - start) * width - 1) // (end - start)
        for column in range(left, right + 1) if last - first <= longest else ():
            heights[column] += 1 / (right - left + 1)
    return heights


def rows(heights: Sequence[float]) -> list[str]:
    """The lines of a sparkline, the upper one first; whatever is more than nothing can be seen."""
    most = max(heights, default=0)
    levels = [max(1, round(height / most * 8 * ROWS)) if height else 0 for height in heights]
    return ["".join(_EIGHTHS[min(8, max(0, level - 8 * row))] for level in levels) for row in reversed(range(ROWS))]
