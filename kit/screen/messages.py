"""What kit says beside its results: on stderr, safe for any terminal, with a progress bar when something takes long."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TextIO

from kit.text.visible import visible

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 1.0  # seconds before a progress bar shows


class Messages:
    """Says what a person should know, and shows how far a long work is."""

    def __init__(self, stream: TextIO | None = None, *, things: str = "articles") -> None:
        self._stream: TextIO | None = stream or sys.stderr
        self._things = things
        self._since: float | None = None
        self._bar: tuple[Progress, TaskID] | None = None

    def say(self, message: str) -> None:
        """Prints one line on stderr, with what could act on a terminal made visible."""
        if self._stream is None:  # closed: there is nobody to tell
            return
        if self._bar:
            self._bar[0].console.out(f"kit: {visible(message)}", highlight=False)
        else:
            print(f"kit: {visible(message)}", file=self._stream, flush=True)

    def progress(self, doing: str, done: int, total: int) -> None:
        """Notes that so many of a work's things are done; draws it once a second has passed, on a terminal only."""
        if self._stream is None:
            return
        if self._since is None:
            self._since = time.monotonic()
        if self._bar is None:
            if (done % 64 and total > 1000) or time.monotonic() - self._since < PATIENCE or not self._stream.isatty():
                return
            self._bar = self._start_bar()
        bar, task = self._bar
        if bar.tasks[0].description != doing:
            bar.reset(task, description=doing, total=total)
        bar.update(task, completed=done)

    def end_progress(self) -> None:
        """Takes the progress bar away."""
        if self._bar:
            self._bar[0].stop()
        self._bar = self._since = None

    def _start_bar(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(24), MofNCompleteColumn(), TextColumn(self._things))
        bar = Progress(*columns, TimeRemainingColumn(), console=Console(file=self._stream), transient=True)
        bar.start()
        return bar, bar.add_task("")
