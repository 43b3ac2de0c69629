"""`kit show`: the article, at the line."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from kit.articles import read_article
from kit.commands import options
from kit.errors import KitError, UnknownFile
from kit.models import Article
from kit.text.lines import line_of
from kit.text.span import Span
from kit.text.structure import paragraphs
from kit.text.visible import visible
from kit.workspace import Workspace

_WITH_LINE = re.compile(r"(?P<file>.+?):(?P<line>\d+)", re.DOTALL)

# How editors are told a line: most take +LINE, these do not.
_LINE_BEHIND_FILE = {"code", "codium", "cursor", "zed", "subl", "hx", "helix", "mate"}
_GOTO = {"code", "codium", "cursor"}


def show(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE[:LINE]", help="As the other commands print it.")],
    edit: Annotated[bool, typer.Option("--edit", help="Open it in $EDITOR there.")] = False,
    root: options.Root = None,
) -> None:
    """Show an article, at the line.

    \b
        kit show articles/2024-02-28-us.md:12
        kit show articles/2024-02-28-us.md:12 --edit
    """
    workspace = options.workspace(context, root)
    label, line = _resolve(workspace, file)
    if edit:
        raise typer.Exit(_edit(workspace.file(label), line))
    article = read_article(workspace.file(label).read_bytes(), label)
    there = _block_at(article, line)
    if sys.stdout.isatty():
        _draw(workspace, article, line, there)
    else:
        sys.stdout.write(visible(article.body[there.start :].strip("\r\n"), lines=True) + "\n")


def _resolve(workspace: Workspace, typed: str) -> tuple[str, int]:
    """The file's label and the line; a file whose own name ends in `:12` is found too."""
    match = _WITH_LINE.fullmatch(typed)
    try:
        return workspace.label(typed), 1
    except UnknownFile:
        if not match:
            raise
        return workspace.label(match["file"]), int(match["line"])


def _block_at(article: Article, line: int) -> Span:
    """The paragraph of the body that has this line, or the last one before it; the first for a line before them all."""
    body = article.body
    there = Span(0, 0)
    for paragraph in paragraphs(body):
        if there.end and line_of(body, article.body_line, paragraph.start) > line:
            break
        # From the beginning of its line on, so that a heading keeps its mark.
        start = max(body.rfind("\n", 0, paragraph.start), body.rfind("\r", 0, paragraph.start)) + 1
        there = Span(start, paragraph.end)
    return there


def _draw(workspace: Workspace, article: Article, line: int, there: Span) -> None:
    from kit.screen import render

    origin = " · ".join(p for p in (render.day(article.published), article.source, ", ".join(article.authors)) if p)
    head = article.title, origin, render.file_link(article.path, line, workspace.root)
    start, end = there
    parts = render.draw_article(head, article.body[:start], article.body[start:end], article.body[end:])
    render.show(*parts, at=1 if article.body[:start].strip() else 0)


def _edit(file: Path, line: int) -> int:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        editor = shlex.split(command) or ["vi"]
    except ValueError as error:
        raise KitError(f"EDITOR is {command!r}: {error}; set it to a command") from error
    name = Path(editor[0]).stem
    if name in _LINE_BEHIND_FILE:
        arguments = [*(["--goto"] if name in _GOTO else []), f"{file}:{line}"]
    else:
        arguments = [f"+{line}", str(file)]
    try:
        return subprocess.run([*editor, *arguments], check=False).returncode
    except OSError as error:
        raise KitError(f"{editor[0]}: cannot be started ({error.strerror}); set EDITOR") from error
