"""A source as it was named (a file, an address, `-`) → a draft, by what its bytes are."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import NamedTuple

from kit.articles.values import title_value
from kit.errors import KitError
from kit.index.files import MARKDOWN
from kit.intake.characters import text_of
from kit.intake.draft import Draft, Facts
from kit.workspace import file_of

LARGEST = 50_000_000  # bytes of a file: saved pages carry their pictures with them
LARGEST_TEXT = 5_000_000  # characters of text: the Bible
MOST_LINES = 100_000
STANDARD_INPUT = "-"

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_END_TAG = re.compile(r"</(?:p|div|a|li|h\d|span|td)>", re.IGNORECASE)
FEWEST_TAGS = 3  # that end in a piece of a page
_SAMPLE = 8192  # characters by which a text is known for a page
_FRONT_MATTER_START = re.compile(r"\s*(?:---|\+\+\+)[ \t]*\n")


class _Raw(NamedTuple):
    data: bytes
    name: str  # of a file
    media_type: str
    encoding: str | None
    url: str | None


def read_source(source: str, known: Facts) -> Draft:
    """Return the draft of the article in a file, at an address or on standard input (`-`).

    `known` is what the person said of it, and wins. Raises KitError for what cannot be read or holds no text.
    """
    raw = _read(source)
    is_html = "html" in raw.media_type or raw.name.lower().endswith((".html", ".htm", ".xhtml"))
    encoding = raw.encoding or _declared(raw.data)
    text, notes = text_of(raw.data, encoding)
    if is_html or _is_html(text, raw):
        from kit.intake.html import read_html
        from kit.intake.html_facts import saved_from

        draft = read_html(text, url=raw.url or saved_from(raw.data), known=known)
    else:
        draft = _read_text(text, raw, known.completed_by(Facts(url=raw.url)))
    if not any(char.isalnum() for char in draft.body):
        raise KitError("no article's text in it")
    # As it will be read from the file: markup in a title is nothing that anybody sees.
    facts = replace(draft.facts, title=title_value(draft.facts.title))
    return Draft(facts, draft.body, draft.lines, (*notes, *draft.notes))


def _is_html(text: str, raw: _Raw) -> bool:
    """Whether a text is a page, or a piece of one, whatever its name is."""
    if _HTML_START.match(text[:_SAMPLE]):
        return True
    return not _is_markdown(text, raw) and len(_END_TAG.findall(text[:_SAMPLE])) >= FEWEST_TAGS


def _is_markdown(text: str, raw: _Raw) -> bool:
    named = raw.media_type == "text/markdown" or raw.name.lower().endswith(MARKDOWN)
    return named or bool(_FRONT_MATTER_START.match(text))


def _read_text(text: str, raw: _Raw, known: Facts) -> Draft:
    if len(text) > LARGEST_TEXT:
        raise KitError(f"a text of {len(text):,} characters; the longest that can be added has {LARGEST_TEXT:,}")
    if (lines := text.count("\n")) > MOST_LINES:
        raise KitError(f"a text of {lines:,} lines; the longest that can be added has {MOST_LINES:,}")
    if _is_markdown(text, raw):
        from kit.intake.markdown import read_markdown

        return read_markdown(text, raw.name, known)
    from kit.intake.plain import read_text

    return read_text(text, known)


def _declared(data: bytes) -> str | None:
    from kit.intake.html import declared_encoding

    return declared_encoding(data) if b"charset" in data[:4096].lower() else None


def _read(source: str) -> _Raw:
    from kit.intake.fetch import fetch, is_url

    if is_url(source):
        page = fetch(source)
        return _Raw(page.data, "", page.media_type, page.encoding, page.url)
    if source == STANDARD_INPUT:
        if sys.stdin is None or sys.stdin.isatty():
            raise KitError("nothing on standard input; pipe a page into it")
        return _Raw(_limited(sys.stdin.buffer.read(LARGEST + 1)), "", "", None, None)
    file = file_of(source)
    try:
        if file.is_dir():
            raise KitError("a folder; name the files in it")
        with file.open("rb") as stream:
            return _Raw(_limited(stream.read(LARGEST + 1)), file.name, "", None, None)
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        raise KitError(f"cannot be read ({getattr(error, 'strerror', None) or error})") from error


def _limited(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise KitError(f"larger than {LARGEST // 1_000_000} MB; save its text and add that")
    return data
