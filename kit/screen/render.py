"""Hits, counts and an article drawn on a terminal; and what all drawing shares: colours, links, the pager.

The colours are those that grep has: they can be read on light grounds and on dark ones, and what they say is also said
without them. Whatever comes from an article goes through `visible` before it is laid out, and once more behind the
layout, so that not even an escape hidden in Markdown reaches the terminal.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from kit.labels import MONTHS
from kit.records import Count, Hit
from kit.text.span import divided
from kit.text.visible import visible
from kit.workspace import Workspace

MATCH = Style(color="red", bold=True)
PLACE = Style(color="magenta")
QUIET = Style(dim=True)
TITLE = Style(bold=True)
BAR = Style(color="blue")


def draw_hits(hits: Sequence[Hit], root: Path) -> RenderableType:
    """Hits one below the other: title, day and outlet, the passage with the matches marked, and where it stands."""
    parts: list[RenderableType] = []
    width = len(str(len(hits)))
    for number, hit in enumerate(hits, 1):
        if hit["match"] == "any" and (number == 1 or hits[number - 2]["match"] == "all"):
            parts.append(Text("Some of the words:" if number > 1 else "Only some of the words:", style=QUIET))
            parts.append(Text())
        grid = Table.grid(padding=(0, 1))
        grid.add_column(width=width, justify="right", style=QUIET, no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
        lines = [Text(visible(hit["title"]), style=TITLE), _origin(hit)]
        if hit["snippet"]:
            lines.append(_marked(hit["snippet"], hit["highlights"]))
        lines.append(file_link(hit["file"], hit["line"], root))
        if hit["versions"]:
            lines.append(Text(f"also {', '.join(map(visible, hit['versions']))}", style=QUIET, overflow="fold"))
        grid.add_row(str(number), Group(*lines))
        parts += [grid, Text()]
    return Group(*parts[:-1])


def draw_counts(counts: Sequence[Count]) -> RenderableType:
    """Counts with bars, the longest for the largest."""
    most = max(count["count"] for count in counts)
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", max_width=40)
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    for count in counts:
        key = Text(visible(count["key"])) if count["key"] is not None else Text("(unknown)", style=QUIET)
        table.add_row(key, str(count["count"]), Text(_bar(count["count"] / most, 30), style=BAR))
    return table


def draw_article(
    article: tuple[str, str, Text], before: str, there: str, behind: str
) -> tuple[RenderableType, RenderableType, RenderableType]:
    """An article's head (title, origin, place) and text, in three parts; `there` is marked by a bar beside it."""
    title, origin, place = article
    head: list[RenderableType] = [Text(visible(title), style=TITLE), Text(visible(origin), style=QUIET), place, Text()]
    above = Group(*head, _markdown(before), Text()) if before.strip() else Group(*head)
    return above, _Marked(_markdown(there)) if before.strip() else _markdown(there), Group(Text(), _markdown(behind))


def _markdown(text: str) -> RenderableType:
    from markdown_it import MarkdownIt
    from rich.markdown import Markdown

    # HTML is shown as it is written: rich would leave it out, and with it the words between the tags.
    reader = MarkdownIt("commonmark", {"html": False}).enable(["strikethrough", "table"])
    drawn = Markdown("")
    drawn.parsed = reader.parse(visible(text, lines=True))
    return drawn


def show(*parts: RenderableType, at: int = 0) -> None:
    """Prints on stdout, through a pager if it is longer than the screen; the pager opens at part number `at`."""
    console = Console(highlight=False, markup=False, emoji=False)
    texts = []
    for part in parts:
        with console.capture() as capture:
            console.print(_Harmless(part))
        texts.append(capture.get())
    text, height = "".join(texts), console.height
    lines = text.count("\n")
    pager = _pager()
    if pager and lines >= height:
        # With a little of what comes before, and without an empty half of the screen at the end.
        line = "".join(texts[:at]).count("\n") - 2
        _page(text, pager, max(1, min(line, lines - height + 2)))
    else:
        sys.stdout.write(text)
        sys.stdout.flush()


def file_link(file: str, line: int, root: Path) -> Text:
    """`file:line`, a link on terminals that have links."""
    try:
        link: str | None = Workspace(root).file(file).absolute().as_uri()
    except (ValueError, UnicodeError):
        link = None
    text = Text(visible(f"{file}:{line}"), style=PLACE, overflow="fold")
    if link:
        text.stylize(Style(link=link))
    return text


def day(published: str | None) -> str:
    """A partial date as it is written in English: `27 Nov 2024`, `Nov 2024`, `2024`."""
    if not published:
        return "no date"
    year, *rest = published.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    return " ".join(part for part in (rest[1].lstrip("0") if len(rest) > 1 else "", month, year) if part)


class _Harmless:
    """What another renderable draws, with nothing in it that acts on a terminal but kit's own colours and links."""

    def __init__(self, inner: RenderableType) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for text, style, control in console.render(self._inner, options):
            if not control:
                if style and style.link and not (style.link.isascii() and style.link.isprintable()):
                    style = style.update_link(None)
                yield Segment(text if text == "\n" else visible(text, lines=True), style)


class _Marked:
    """What another renderable draws, with a bar on its left."""

    def __init__(self, inner: RenderableType) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in console.render_lines(self._inner, options.update(width=options.max_width - 2), pad=False):
            yield Segment("▌ ", console.get_style(MATCH))
            yield from line
            yield Segment.line()


def _origin(hit: Hit) -> Text:
    parts = [day(hit["published"]), hit["source"], ", ".join(hit["authors"])]
    return Text(" · ".join(visible(part) for part in parts if part), style=QUIET)


def _marked(snippet: str, highlights: Iterable[tuple[int, int]]) -> Text:
    # A passage that was cut out of a sentence begins small.
    text = Text("… " if snippet[:1].islower() else "")
    for piece, matches in divided(snippet, highlights):
        text.append(visible(piece), style=MATCH if matches else None)
    return text


def _bar(share: float, width: int) -> str:
    eighths = max(1, round(share * width * 8))
    return "█" * (eighths // 8) + " ▏▎▍▌▋▊▉"[eighths % 8].strip()


def _pager() -> list[str] | None:
    """The pager's command line, or None where there is none or output is not for a person's eyes."""
    import shlex

    if not sys.stdout.isatty():
        return None
    command = os.environ.get("PAGER")
    if command is None:
        return ["less", "-FIRX"] if shutil.which("less") and os.environ.get("TERM") != "dumb" else None
    try:
        return shlex.split(command) or None
    except ValueError:  # an open quotation mark
        return None


def _page(text: str, pager: list[str], first_line: int) -> None:
    if Path(pager[0]).name == "less":
        if len(pager) == 1:
            pager = [*pager, "-FIRX"]
        if first_line > 1:
            pager = [*pager, f"+{first_line}"]
    if hasattr(signal, "SIGPIPE"):  # who has read enough ends the pager early, and that is no failure
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        subprocess.run(pager, input=text.encode("utf-8", "replace"), check=False)
    except OSError:
        sys.stdout.write(text)
