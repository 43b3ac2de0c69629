"""What an HTML page says of its article where programs look for it: JSON-LD, meta elements, marked times, addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kit.articles.partial_dates import UnreadableDate, partial_date
from kit.articles.values import Value, clean, host, language, names, tags, url_value
from kit.intake.bylines import without_job
from kit.intake.draft import Facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PUBLISHED = (
    "article:published_time",
    "article:published",
    "datepublished",
    "date_published",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "og:published_time",
    "parsely-pub-date",
    "publication_date",
    "publishdate",
    "publish-date",
    "pubdate",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_date",
    "citation_publication_date",
    "date",
)
MODIFIED = (
    "article:modified_time",
    "article:modified",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "last-modified",
)
AUTHORS = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "citation_author")
OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "citation_journal_title")
TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline", "citation_title")
DESCRIPTION = ("og:description", "description", "dc.description", "twitter:description")
TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags")
MOST_TAGS = 15
DEEPEST = 6  # levels of JSON-LD that are looked into
LARGEST_JSON = 1_000_000  # characters

_ARTICLE = re.compile(
    r"(?:News|Blog|Opinion|Analysis|Report|Reportage|Tech|Scholarly|LiveBlog|Background|Review)?(?:Article|Posting)$"
)
_TIME_CLASS = re.compile(r"publi|posted|pubdate|entry-date|post-date|article-date|dateline|timestamp|created", re.I)
_UPDATED_CLASS = re.compile(r"updat|modif", re.I)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SAVED_FROM = re.compile(
    rb"saved from url=\(\d+\)(https?://[^\s<>\"]{4,2000})|\burl:\s{0,3}(https?://[^\s<>\"]{4,2000})"
)


def facts_of(page: HtmlElement, url: str | None) -> Facts:
    """What the page says of its article; `url` is the address that it came from, if that is known."""
    metas = _metas(page)
    linked = next(_json_articles(page), {})
    own_url = url_value(_first(page.xpath("//link[@rel='canonical']/@href")) or _first(metas.get("og:url", [])))
    address = own_url or url
    outlet = _name(linked.get("publisher")) or _meta(metas, OUTLET)
    title = _text(linked.get("headline")) or _heading(page) or _meta(metas, TITLE) or _title(page)
    return Facts(
        title=_without_outlet(title, outlet),
        published=_day(linked.get("datePublished"))
        or _meta_day(metas, PUBLISHED)
        or _marked_time(page)
        or _url_day(address),
        modified=_day(linked.get("dateModified")) or _meta_day(metas, MODIFIED),
        source=outlet,
        authors=_authors(linked, metas, page, outlet),
        url=address,
        language=language(page.get("lang") or _first(metas.get("og:locale", []))),
        tags=_tags(_metas_of(metas, TAGS)),
        description=_meta(metas, DESCRIPTION),
    )


def saved_from(data: bytes) -> str | None:
    """The address that a browser notes in a page it saves."""
    found = _SAVED_FROM.search(data[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def _metas(page: HtmlElement) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        if name and meta.get("content"):
            metas.setdefault(name.strip().lower(), []).append(meta.get("content"))
    return metas


def _metas_of(metas: dict[str, list[str]], wanted: tuple[str, ...]) -> list[str]:
    """The contents of the first kind of meta element that is there."""
    return next((metas[name] for name in wanted if name in metas), [])


def _meta(metas: dict[str, list[str]], wanted: tuple[str, ...]) -> str | None:
    return next((text for name in wanted for text in map(clean, metas.get(name, ())) if text), None)


def _meta_day(metas: dict[str, list[str]], wanted: tuple[str, ...]) -> str | None:
    return next((day for name in wanted for text in metas.get(name, ()) if (day := _day(text))), None)


# --- JSON-LD ---------------------------------------------------------------------------------------------------------


def _json_articles(page: HtmlElement) -> Iterator[dict[str, object]]:
    for script in page.xpath("//script[@type='application/ld+json']"):
        text = script.text or ""
        if len(text) > LARGEST_JSON:
            continue
        try:
            yield from _articles_in(json.loads(text, strict=False), DEEPEST)
        except (ValueError, RecursionError):
            continue


def _articles_in(value: object, depth: int) -> Iterator[dict[str, object]]:
    """The objects in JSON-LD whose type is that of an article."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _articles_in(item, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(
            isinstance(kind, str) and _ARTICLE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
        ):
            yield value
        yield from _articles_in(value.get("@graph"), depth - 1)
        yield from _articles_in(value.get("mainEntity"), depth - 1)


def _text(value: object) -> str | None:
    return clean(value) or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _day(value: object) -> str | None:
    """The day in a value, as precise as it is; None where it cannot be read."""
    try:
        return partial_date(value) if isinstance(value, str) else None
    except UnreadableDate:
        return None


# --- elements --------------------------------------------------------------------------------------------------------


def _marked_time(page: HtmlElement) -> str | None:
    """The day of a `time` that the page marks as that of publication."""
    for time in page.iter("time"):
        marks = " ".join(time.get(name) or "" for name in ("itemprop", "class", "id"))
        is_marked = time.get("pubdate") is not None or _TIME_CLASS.search(marks)
        if (
            is_marked
            and not _UPDATED_CLASS.search(marks)
            and (day := _day(time.get("datetime") or time.text_content()))
        ):
            return day
    for element in page.xpath("//*[@itemprop='datePublished']"):
        if day := _day(element.get("content") or element.get("datetime") or element.text_content()[:100]):
            return day
    return None


def _url_day(url: str | None) -> str | None:
    """The day in an address such as https://example.org/2024/02/28/a-vote."""
    found = _URL_DAY.search(url or "")
    return _day("-".join(found.groups())) if found else None


def _authors(
    linked: dict[str, object], metas: dict[str, list[str]], page: HtmlElement, outlet: str | None
) -> tuple[str, ...]:
    given = linked.get("author")
    people = given if isinstance(given, list) else [given]
    texts = [text for text in map(_name, people) if text] or _metas_of(metas, AUTHORS)
    texts = texts or [clean(e.text_content()[:200]) for e in page.xpath("//*[@rel='author' or @itemprop='author']")[:5]]
    found = names([without_job(text) for text in texts if not text.lower().startswith(("http", "www."))])
    return tuple(name for name in found if len(name) <= 80 and name != outlet and not host(name))


def _tags(contents: list[str]) -> tuple[str, ...]:
    """One meta element a tag, or all of them in one."""
    return tags(contents[0] if len(contents) == 1 else list[Value](contents))[:MOST_TAGS]


def _heading(page: HtmlElement) -> str | None:
    """The page's first-level heading, if it has one only."""
    found = [clean(heading.text_content()) for heading in page.xpath("//h1")[:5]]
    return found[0] if len(found) == 1 and 0 < len(found[0]) <= 300 else None


def _title(page: HtmlElement) -> str | None:
    found = page.xpath("//head/title")
    return clean(found[0].text_content())[:300] or None if found else None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """`Floods recede | The Daily Echo` without the outlet, where that is known."""
    if title and outlet:
        found = re.fullmatch(rf"(.+?)\s+[|–—·:-]+\s+(?:www\.)?{re.escape(outlet)}", title, re.IGNORECASE)
        return found[1] if found else title
    return title


def _first(values: list[str]) -> str | None:
    return values[0] if values else None
