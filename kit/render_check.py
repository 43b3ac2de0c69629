"""What needs a person's eye, drawn on a terminal: file by file, each with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kit.records import ToCheck
from kit.render import QUIET, TITLE, file_link
from kit.visible import visible


def draw_to_check(found: Sequence[ToCheck], root: Path) -> RenderableType:
    """Findings under the names of their files: kind and message, what to do, and where."""
    parts: list[RenderableType] = []
    for file, findings in groupby(found, key=lambda finding: finding["file"]):
        parts.append(Text(visible(file), style=TITLE, overflow="fold"))
        parts += [Padding(_finding(finding, root), (0, 0, 0, 2)) for finding in findings]
        parts.append(Text())
    return Group(*parts[:-1])


def _finding(finding: ToCheck, root: Path) -> RenderableType:
    what = Text(f"{finding['kind']}  ", style=TITLE).append(visible(finding["message"]), style="not bold")
    return Group(what, Text(visible(finding["fix"]), style=QUIET), file_link(finding["file"], finding["line"], root))
