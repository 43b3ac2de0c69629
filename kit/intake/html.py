"""A saved HTML page → a draft: the text by trafilatura, which only this module imports, the rest by ourselves."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.intake.blocks import Block
from kit.intake.characters import ordinary
from kit.intake.dating import Dating
from kit.intake.draft import Draft, Facts, Line
from kit.intake.furniture import furniture
from kit.intake.head import read_head
from kit.intake.markdown import markdown_blocks
from kit.intake.particulars import Particulars
from kit.intake.plain import read_blocks
from kit.text.names import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NO_TRAFILATURA = "HTML needs trafilatura: pip install 'kit[web]' (or save the page's text and add that)"
LONGEST_HEAD = 500  # lines of a page above the text that are looked at
SAMPLE = 60  # characters by which a paragraph is known again
MOST_COMPARED = 2_000  # lines of a page that are looked for within the lines that were read

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w:.-]{2,40})", re.IGNORECASE)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first kilobytes."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii", "ignore") if found else None


def read_html(text: str, *, url: str | None = None, known: Facts | None = None) -> Draft:
    """Return the draft of the article on a page. Raises KitError without trafilatura, and where there is no text.

    `known` wins over what the page says in its data, and that over what stands in its lines.
    """
    if find_spec("trafilatura") is None:
        raise KitError(NO_TRAFILATURA)
    from kit.intake.html_facts import facts_of
    from kit.intake.html_lines import parsed, visible_lines

    page = parsed(text)
    facts = (known or Facts()).completed_by(facts_of(page, url))
    lines = visible_lines(page)
    draft = read_blocks(markdown_blocks(_extracted(page)), facts)
    draft = _dated_by_lines(draft, lines)
    return replace(draft, lines=_compared(lines, draft.lines))


def _extracted(page: HtmlElement) -> str:
    """The article's text as Markdown. Raises KitError where none is found."""
    import trafilatura

    # What it logs has text of the page in it, which must not reach a terminal.
    for name in ("htmldate", "trafilatura"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    try:
        text: str | None = trafilatura.extract(
            page, output_format="markdown", include_comments=False, include_formatting=True, favor_recall=True
        )
    except Exception as error:  # a page can be broken in ways that nobody has thought of
        raise KitError(f"the page cannot be read ({type(error).__name__}); save its text and add that") from error
    if not text:
        raise KitError("no article's text found on the page; save its text and add that")
    # A bracket stays a bracket: quotations and searches go by what the page says, not by what Markdown makes of it.
    return _ESCAPED.sub(r"\1", ordinary(text))


def _dated_by_lines(draft: Draft, lines: list[str]) -> Draft:
    """The draft with the day and the authors that stand above the text, where the page's data do not tell them."""
    facts = draft.facts
    if facts.published and facts.authors:
        return draft
    head = [Block(0, line, line) for line in _above_text(lines, draft)]
    found = Particulars()
    read_head(head, [furniture(block.text) for block in head], len(head), found, facts)
    dating = Dating.of(found, draft.body, facts)
    told = Facts(published=dating.published, modified=dating.modified, date_hint=dating.hint, authors=found.authors)
    return replace(draft, facts=facts.completed_by(told), notes=draft.notes + dating.notes)


def _above_text(lines: list[str], draft: Draft) -> list[str]:
    """The lines of the page before the first one that was kept."""
    first = next((fold(line.text)[:SAMPLE] for line in draft.lines if not line.dropped), "")
    for at, line in enumerate(lines[:LONGEST_HEAD]):
        if first and fold(line).startswith(first):
            return lines[:at]
    return []


def _compared(seen: Iterable[str], lines: list[Line]) -> list[Line]:
    """Every line of the page in its order: as it was read, or as one that is not part of the article."""
    seen = list(seen)
    read = {fold(line.text): line for line in lines}
    everything = " ".join(read) if len(seen) <= MOST_COMPARED else ""
    account = list[Line]()
    for text in seen:
        key = fold(text)
        if line := read.pop(key, None):
            account.append(line)
        elif key and key not in everything:
            account.append(Line(0, text, "outside of the article"))
    return account + list(read.values())
