"""A saved HTML page → a draft: the text by trafilatura, which only this module imports, the particulars by ourselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.articles.values import clean
from kit.errors import KitError
from kit.intake.draft import Draft, Facts, Line
from kit.intake.markdown import markdown_blocks
from kit.intake.plain import read_blocks
from kit.names import fold

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NO_TRAFILATURA = "HTML needs trafilatura: pip install 'kit[web]' (or save the page's text and add that)"
LARGEST = 10_000_000  # characters of a page without pictures, scripts and styles
DEEPEST = 400  # elements within each other; what lies deeper is taken up into the one above

_DATA = re.compile(r"data:[\w/+.-]{1,80}(?:;[\w=-]{1,80}){0,4},[A-Za-z0-9+/=%_~.!*'()-]*")
_STYLE = re.compile(r"<style\b[^>]{0,2000}>(?:[^<]|<(?!/style))*+</style\s*>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w:.-]{2,40})", re.IGNORECASE)
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "figcaption", "dt", "dd", "blockquote", "time", "a")


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first kilobytes."""
    found = _CHARSET.search(data[:4096])
    return found[1].decode("ascii") if found else None


def read_html(text: str, *, url: str | None = None, known: Facts | None = None) -> Draft:
    """Return the draft of the article on a page. Raises KitError without trafilatura, and where there is no text."""
    try:
        import trafilatura
    except ImportError as error:
        raise KitError(NO_TRAFILATURA) from error
    from kit.intake.html_facts import facts_of

    page = _parsed(text)
    facts = (known or Facts()).completed_by(facts_of(page, url))
    seen = list(_visible_blocks(page))
    extracted = trafilatura.extract(
        page, output_format="markdown", include_comments=False, include_links=False, favor_recall=True, include_formatting=True
    )
    if not extracted:
        raise KitError("no article's text found on the page; save its text and add that")
    draft = read_blocks(markdown_blocks(extracted), facts)
    return Draft(draft.facts, draft.body, _compared(seen, draft.lines), draft.notes)


def _parsed(text: str) -> HtmlElement:
    """The page as a tree, without embedded pictures and styles. Raises KitError for what is no page."""
    from lxml import etree
    from lxml.html import document_fromstring

    if "data:" in text:
        text = _DATA.sub("", text)
    text = _STYLE.sub("", text)
    if len(text) > LARGEST:
        raise KitError(f"the page is larger than {LARGEST // 1_000_000} MB; save its text and add that")
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text)
    try:
        page = document_fromstring(text)
    except (etree.LxmlError, ValueError) as error:
        raise KitError(f"the page cannot be read ({error})") from error
    _flatten(page)
    return page


def _flatten(page: HtmlElement) -> None:
    """Takes elements that lie too deep up into those above them: extraction would recurse into them."""
    depth = 0
    deep = []
    from lxml import etree

    for event, element in etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if event == "end" and depth >= DEEPEST:
            deep.append(element)
    for element in deep:
        element.drop_tag()


def _visible_blocks(page: HtmlElement) -> list[str]:
    """The text of each smallest block on the page, for the account of what was left out."""
    found: list[str] = []
    for element in page.iter(*_BLOCKS):
        if element.tag != "a" and any(True for _ in element.iterdescendants("p", "li", "h1", "h2", "h3")):
            continue
        if element.tag in ("a", "time") and any(a.tag in _BLOCKS[:-2] for a in element.iterancestors()):
            continue
        if line := clean(element.text_content()[:2000]):
            found.append(line)
    return found


def _compared(seen: list[str], lines: list[Line]) -> list[Line]:
    """Every line of the page in order: as it was read, or as never looked at, since it is round the article."""
    read = {fold(line.text): line for line in lines}
    account = []
    for text in seen:
        line = read.pop(fold(text), None)
        account.append(line or Line(0, text, None if _is_within(text, lines) else "outside of the article"))
    return account + list(read.values())


def _is_within(text: str, lines: list[Line]) -> bool:
    return False
