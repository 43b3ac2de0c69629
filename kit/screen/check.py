"""What needs a person's eye, drawn on a terminal: file by file, each with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kit.records import ToCheck
from kit.screen.render import QUIET, TITLE, file_link
from kit.text.visible import visible


def draw_to_check(found: Sequence[ToCheck], root: Path) -> RenderableType:
    """Findings, those in one file together: where, of which kind, what is wrong, and what to do."""
    parts: list[RenderableType] = []
    for _, findings in groupby(found, key=lambda finding: finding["file"]):
        parts += [_finding(finding, root) for finding in findings]
        parts.append(Text())
    return Group(*parts[:-1])


def _finding(finding: ToCheck, root: Path) -> RenderableType:
    place = file_link(finding["file"], finding["line"], root)
    what = Group(Text(visible(finding["message"])), Text(visible(finding["fix"]), style=QUIET))
    return Group(place.append(f"  {finding['kind']}", style=TITLE), Padding(what, (0, 0, 0, 2)))
