"""The tree of an HTML page made ready: what lies too deep or in tables for layout is taken out, lines are read off."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.intake.characters import ordinary

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 5_000_000  # characters of a page without its pictures
MOST_ELEMENTS = 60_000  # some of what extraction does grows with their square
DEEPEST = 200  # elements within each other; what lies deeper is taken up into the one above

_DATA = re.compile(r"data:[\w/+.-]{1,80}(?:;[\w=-]{1,80}){0,4},[A-Za-z0-9+/=%_~.!*'()-]*")
# References to control characters, which no XML may hold: &#1; &#x1b; but not &#8217;
_CONTROL_ENTITY = re.compile(
    r"&#(?:0{0,9}(?:[0-8]|1[124-9]|2\d|3[01])(?!\d)|x0{0,9}(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_UNSEEN = frozenset("head iframe noscript script style svg template textarea".split())  # noqa: SIM905
_TEXT = ("p", "h1", "h2", "h3", "blockquote", "ul", "ol", "table")
ENOUGH = 3  # blocks within a table, itself among them, that make it one for layout


def parsed(text: str) -> HtmlElement:
    """The page as a tree. Raises KitError for what is none, and for a page that is too large."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    text = _CONTROL_ENTITY.sub("", ordinary(text))
    text = _XML_DECLARATION.sub("", _DATA.sub("", text) if "data:" in text else text)
    if len(text) > LARGEST:
        raise KitError(f"a page of {len(text):,} characters; the longest that can be added has {LARGEST:,}")
    try:
        page = document_fromstring(text, parser=HTMLParser(huge_tree=True))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise KitError(f"the page cannot be read ({error})") from error
    if (elements := sum(1 for _ in page.iter())) > MOST_ELEMENTS:
        raise KitError(f"a page of {elements:,} elements; the largest that can be added has {MOST_ELEMENTS:,}")
    _flatten(page)
    _dissolve_layout_tables(page)
    return page


def _flatten(page: HtmlElement) -> None:
    """Takes elements that lie too deep out of those above them, their text left: extraction would recurse into them."""
    from lxml import etree

    depth = 0
    deep: list[HtmlElement] = []
    for event, element in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "end" and depth == DEEPEST:
            deep.append(element)
    for element in deep:
        text = "".join(element.itertext())
        tail = element.tail
        element.clear()
        element.text, element.tail = text, tail


def _dissolve_layout_tables(page: HtmlElement) -> None:
    """Makes ordinary blocks of the cells of tables that hold paragraphs, headings or other tables."""
    layout = [table for table in page.iter("table") if len(list(islice(table.iter(*_TEXT), ENOUGH))) == ENOUGH]
    for table in layout:
        for element in [table, *table.iter("tbody", "thead", "tr", "td", "th")]:
            element.tag = "div"


def visible_lines(page: HtmlElement) -> list[str]:
    """The lines of text on a page in their order, as a browser would break them."""
    from lxml import etree

    lines, parts, unseen = list[str](), list[str](), 0

    def end_line() -> None:
        if line := " ".join(ordinary("".join(parts)).split()):
            lines.append(line)
        parts.clear()

    for event, element in etree.iterwalk(page, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(element.tail or "" if not unseen else "")
            continue
        is_block = element.tag not in _INLINE
        unseen += (element.tag in _UNSEEN) * (1 if event == "start" else -1)
        if is_block:
            end_line()
        text = element.text if event == "start" else element.tail
        if text and not unseen:
            parts.append(text)
    end_line()
    return lines
