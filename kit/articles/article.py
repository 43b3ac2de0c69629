"""The bytes of one Markdown file → an `Article`: decoding, which property is which field, what to do where none is.

Reading never fails. Whatever is wrong with a file is noted in `Article.problems`, and the body is kept exactly.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from encodings import cp1252
from typing import TypeVar

from kit.articles.formats import Property
from kit.articles.front_matter import fold_name, read_front_matter
from kit.articles.partial_dates import UnreadableDate, file_name_date, is_later, partial_date
from kit.articles.values import (
    Value,
    clean,
    host,
    language,
    names,
    outlet,
    outlet_unless_address,
    tags,
    text_value,
    title_value,
    url_value,
    without_markdown,
    without_wiki_links,
)
from kit.digest import digest
from kit.models import Article, Problem
from kit.text.lines import line_of

T = TypeVar("T")


def _folded(*names: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold_name(part) for part in name.split(".")) for name in names)


# The properties that may fill a field; the first that says something does. `a.b` is the property `b` within `a`.
# Compared folded, so `publishDate` and `Publish date` need no entries of their own.
TITLE = _folded("title", "headline", "name")
PUBLISHED = _folded(
    "published", "published_date", "published_at", "publish_date", "pub_date", "date_published", "issued", "date"
)
MODIFIED = _folded("modified", "updated", "updated_at", "lastmod", "date_modified")
SAVED = _folded("created", "date_saved", "created_at", "saved", "saved_at", "clipped", "date_added")
AUTHORS = _folded("author", "authors", "byline", "creator", "params.author")
OUTLET = _folded("publisher", "sitename", "site", "publication")
OUTLET_OR_URL = _folded("source")
OUTLET_HOST = _folded("hostname")
URL = _folded("url", "source", "link", "original_url", "source_url", "canonical", "citation.url")
TAGS = _folded("tags", "keywords", "categories", "topics")
LANGUAGE = _folded("language", "lang", "locale")
DESCRIPTION = _folded("description", "excerpt", "summary", "abstract", "dek")
_FIELDS = (TITLE, PUBLISHED, MODIFIED, SAVED, AUTHORS, OUTLET, OUTLET_HOST, URL, TAGS, LANGUAGE, DESCRIPTION)
KNOWN = frozenset(name[0] for field in _FIELDS for name in field)


def read_article(data: bytes, path: str) -> Article:
    """Return the article in a file's bytes; `path` is relative to the workspace, with `/`. Never raises.

    `body` is `decode(data)[0][body_start:]`, untouched; `body_line` is the line of the file on which it starts.
    """
    text, encoding_problem = decode(data)
    properties, body_start, front_problems = read_front_matter(text, KNOWN)
    body = text[body_start:]
    problems = [encoding_problem] if encoding_problem else []
    problems += front_problems
    published = _date(properties, PUBLISHED, problems) or file_name_date(_stem(path))[0]
    modified = _date(properties, MODIFIED, problems)
    saved = _date(properties, SAVED, problems)
    if is_later(published, saved):
        problems.append(_later_problem(properties, published, saved))
    url = _first(properties, URL, url_value)
    return Article(
        path=path,
        title=_first(properties, TITLE, title_value) or heading(body) or _file_title(path),
        published=published,
        modified=modified,
        saved=saved,
        authors=_first(properties, AUTHORS, names) or (),
        source=_source(properties) or host(url),
        url=url,
        tags=_first(properties, TAGS, tags) or (),
        language=_first(properties, LANGUAGE, language),
        description=_first(properties, DESCRIPTION, text_value),
        body=body,
        body_start=body_start,
        body_line=line_of(text, 1, body_start),
        digest=digest(data),
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
    )


# --- decoding --------------------------------------------------------------------------------------------------------

AS_UTF_8 = "save the file as UTF-8"
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Windows-1252 as browsers read it: the five bytes without a character are control characters.
_WINDOWS_1252 = "".join(
    chr(byte) if character == "\ufffe" else character for byte, character in enumerate(cp1252.decoding_table)
)


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decode the bytes that are no UTF-8 as Windows-1252: an error handler for `bytes.decode`."""
    assert isinstance(error, UnicodeDecodeError)
    stray = error.object[error.start : error.end]
    return codecs.charmap_decode(stray, "strict", _WINDOWS_1252)[0], error.end


codecs.register_error("kit-windows-1252", _windows_1252)


def decode(data: bytes) -> tuple[str, Problem | None]:
    """Return the text of a file, after a byte order mark, and a problem if some of it had to be guessed.

    UTF-8, or UTF-16 where the mark says so. Only the bytes that are not UTF-8 are read as Windows-1252, so that one
    stray byte does not spoil the rest. The text never holds half a surrogate pair.
    """
    if encoding := _UTF_16.get(data[:2]):
        return _decode_utf_16(data[2:], encoding)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        text = data.decode(errors="kit-windows-1252")
        line = line_of(text, 1, len(data[: error.start].decode()))
        return text, Problem("encoding", line, "not UTF-8 from here on, read as Windows-1252", AS_UTF_8)


def _decode_utf_16(data: bytes, encoding: str) -> tuple[str, Problem | None]:
    try:
        return data.decode(encoding), None
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        line = line_of(text, 1, len(data[: error.start].decode(encoding)))
        return text, Problem("encoding", line, "damaged UTF-16, unreadable characters replaced", AS_UTF_8)


# --- fields ----------------------------------------------------------------------------------------------------------


def _values(properties: dict[str, Property], field: tuple[tuple[str, ...], ...]) -> Iterator[tuple[Value, int]]:
    """The values given for a field, with their lines, in the order in which they count."""
    for name, *within in field:
        if name in properties:
            _, value, line = properties[name]
            for part in within:
                inner = {fold_name(key): item for key, item in value.items()} if isinstance(value, dict) else {}
                value = inner.get(part)
            yield value, line


def _first(
    properties: dict[str, Property], field: tuple[tuple[str, ...], ...], read: Callable[[Value], T | None]
) -> T | None:
    """The first value of a field in which `read` finds something."""
    for value, _ in _values(properties, field):
        if found := read(value):
            return found
    return None


def _date(properties: dict[str, Property], field: tuple[tuple[str, ...], ...], problems: list[Problem]) -> str | None:
    """The first readable date of a field, noting those before it that could not be read."""
    for value, line in _values(properties, field):
        try:
            if day := partial_date(value):
                return day
        except UnreadableDate as error:
            problems.append(Problem(error.kind, line, error.message, error.fix))
    return None


def _source(properties: dict[str, Property]) -> str | None:
    return (
        _first(properties, OUTLET, outlet)
        or _first(properties, OUTLET_OR_URL, outlet_unless_address)
        or _first(properties, OUTLET_HOST, outlet)
    )


def _later_problem(properties: dict[str, Property], published: str | None, saved: str | None) -> Problem:
    line = next((line for _, line in _values(properties, PUBLISHED)), None)
    message = f"published {published}, after the file was saved on {saved}"
    return Problem("published-after-saved", line, message, "correct the one that is wrong")


# --- titles ----------------------------------------------------------------------------------------------------------

LONGEST_HEADING = 300  # characters; what is longer is a paragraph behind a `#`

_LINE_END = re.compile(r"\r\n?|\n")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_ATX = re.compile(r" {0,3}#(?:[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")
_NO_PARAGRAPH = ("> ", "- ", "* ", "+ ", "|", "    ", "\t")


def heading(body: str) -> str | None:
    """The first top-level heading as plain text, `# A` or `A` over `===`, not within fenced code; None without one.

    A linked second-level heading, `## [A](address)`, counts where it opens the body: the Wallabag plugin's title.
    """
    opening = _LINE_END.split(body.lstrip(), maxsplit=1)[0].rstrip()
    if opening.startswith("## [") and opening.endswith(")"):
        return _heading_text(opening[3:])
    if "#" not in body and "=" not in body:
        return None
    fence = ""
    paragraph: list[str] = []
    for line in _LINE_END.split(body):
        if fence:
            closes = line.strip().startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
        elif opened := _FENCE.match(line):
            fence, paragraph = opened[1], []
        elif _ATX.match(line) and (title := _heading_text(line.lstrip()[1:])):
            return title
        elif paragraph and _UNDERLINE.match(line):
            if not paragraph[0].startswith(_NO_PARAGRAPH) and (title := _heading_text(" ".join(paragraph))):
                return title
            paragraph = []
        elif line.strip():
            paragraph.append(line)
        else:
            paragraph = []
    return None


def _heading_text(markdown: str) -> str | None:
    """A heading without markup and without the `#`s that may close it; None if it is empty or too long to be one."""
    unclosed = markdown.rstrip().rstrip("#")
    if not unclosed or unclosed[-1].isspace():
        markdown = unclosed
    title = without_markdown(without_wiki_links(markdown))
    return title if 0 < len(title) <= LONGEST_HEADING else None


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _file_title(path: str) -> str:
    """A title made of a file name, without the day or month that may begin it."""
    stem = _stem(path)
    return clean(re.sub("[-_]+", " ", file_name_date(stem)[1])) or clean(stem) or "untitled"
