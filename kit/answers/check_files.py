"""What needs a person's eye and stands in the files alone: titles that are none, hints at a date, times of files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kit.records import ToCheck
from kit.speakers.decisions import Decisions
from kit.workspace import Workspace

if TYPE_CHECKING:
    from kit.articles.values import Value

# A file is written in one time zone and its article published in another.
ZONES = timedelta(days=1)
DATE_HINT = "date_hint"

# Of an article whose properties could not be read, that is the finding: nobody knows what it says of itself.
HAS_UNREAD_PROPERTIES = """exists (select 1 from problems
    where article_id = articles.id and kind in ('unclosed-front-matter', 'unreadable'))"""


def find_missing_titles(db: sqlite3.Connection, workspace: Workspace, _: Decisions) -> Iterator[ToCheck]:
    """Articles whose title had to be made of the file's name."""
    from kit.articles.article import TITLE, decode, heading
    from kit.articles.values import title_value

    for file, title in db.execute(f"select path, title from articles where not {HAS_UNREAD_PROPERTIES} order by path"):
        # Only a title like the file's name can have been made of it, so hardly any file has to be read.
        if not _letters(file).endswith(_letters(title) + "md") and title != "untitled":
            continue
        text = decode(_bytes(workspace.file(file)))[0]
        properties, body = _front_matter(text)
        given = any(title_value(properties[name][0]) for (name, *_) in TITLE if name in properties)
        if not given and not heading(body):
            message = f'there is no title; "{title}" comes from the file\'s name'
            fix = "add a line `title: ` to the front matter"
            yield ToCheck(kind="no-title", file=file, line=1, message=message, fix=fix)


def find_date_hints(db: sqlite3.Connection, workspace: Workspace, _: Decisions) -> Iterator[ToCheck]:
    """Articles without a day of publication: with a hint at one, kept as `date_hint`, and without."""
    from kit.articles.values import text_value

    # Where a date stands that could not be read, that is the finding.
    sql = f"""select path from articles indexed by articles_facts where published is null and not exists
        (select 1 from problems where article_id = articles.id and kind in ('date', 'ambiguous-date'))
        and not {HAS_UNREAD_PROPERTIES}"""
    for (file,) in db.execute(sql):
        properties, _body = _front_matter(_decoded(workspace.file(file)))
        value, line = properties.get(DATE_HINT.replace("_", ""), (None, 1))
        if hint := text_value(value):
            message = f'no date with evidence; the page says "{hint}"'
            fix = "if that is the day, write it as `published` and take the hint out"
            yield ToCheck(kind="date-hint", file=file, line=line, message=message, fix=fix)
        else:
            fix = "add a line `published: ` with the day, the month or the year to the front matter"
            message = "it is not known when this appeared"
            yield ToCheck(kind="no-date", file=file, line=1, message=message, fix=fix)


def find_late_dates(db: sqlite3.Connection, workspace: Workspace, _: Decisions) -> Iterator[ToCheck]:
    """Articles that would have been saved before they appeared, by the times of their files."""
    sql = "select path, published from articles indexed by articles_facts where published is not null"
    for file, published in db.execute(sql):
        try:
            written = datetime.fromtimestamp(workspace.file(file).stat().st_mtime)
        except (OSError, OverflowError, ValueError):  # gone meanwhile, or a time that is none
            continue
        latest = (written + ZONES).date().isoformat()
        if published > latest[: len(published)]:
            message = f"published {published}, but the file was last written on {written.date().isoformat()}"
            yield ToCheck(kind="later-than-file", file=file, line=1, message=message, fix="correct the date")


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # that it cannot be read is a finding of its own
        return b""


def _decoded(file: Path) -> str:
    from kit.articles.article import decode

    return decode(_bytes(file))[0]


def _front_matter(text: str) -> tuple[dict[str, tuple[Value, int]], str]:
    """Folded name → value and line of the properties of a file, and its body."""
    from kit.articles.article import KNOWN
    from kit.articles.front_matter import read_front_matter

    properties, start, _ = read_front_matter(text, KNOWN)
    return {name: (found.value, found.line) for name, found in properties.items()}, text[start:]
