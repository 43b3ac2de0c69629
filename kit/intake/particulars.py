"""What the lines round an article say of it: its byline, its days, its outlet and address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from kit.articles.values import clean, url_value
from kit.intake.bylines import byline_of
from kit.intake.furniture import furniture, header, is_outlet_name
from kit.intake.page_dates import PageDate, dates_of_line, split_at_day, without_dates

# Where a line stands: above the title, below it, or behind the text.
Where = Literal["before", "below", "tail"]

_FIELD = re.compile(
    r"(?P<name>title|headline|source|publisher|publication|outlet|url|link|by|author|subject|from|to|cc|reply-to)s?\s?:"
    r"\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s?:\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:(?:url|link|source|original|web)\s?:\s*)?(?P<url>https?://\S+)", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|•·/]\s+|\t|\s-\s|\s—\s|\s–\s")
LEFT_OVER = 4  # words that may stand in a line beside a byline or a day: a place, an outlet


@dataclass
class Particulars:
    """What has been read so far. The first that a line says of a thing counts."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    dates: list[tuple[PageDate, Where]] = field(default_factory=list)
    is_forum: bool = False


def read_line(line: str, found: Particulars, where: Where) -> str | None:
    """What a line is, after noting what it says; None for a line that says nothing of the article.

    Accepts lines of dates, bylines, fields (`Source: The Echo`, in the head alone), addresses, and lines of such parts
    between bars.
    """
    if len(line) > 300:
        return None
    first_part = line.partition(" | ")[0] if where == "before" else line  # `Thursday, May 4, 2023 | Subscribe`
    if dates := dates_of_line(first_part):
        found.dates += [(date, where) for date in dates]
        return "date"
    if byline := byline_of(line):
        found.authors = found.authors or byline.authors
        return "byline"
    if address := _ADDRESS.fullmatch(line):
        found.url = found.url or url_value(address["url"])
        return "address"
    if where != "tail" and (reason := _read_field(line, found)):
        return reason
    return None if where == "before" else _read_parts(line, found, where)


def _read_field(line: str, found: Particulars) -> str | None:
    named = _FIELD.fullmatch(line)
    if not named or len(named["value"]) > 200:
        return None
    name, value = named["name"].lower(), clean(named["value"])
    if name in ("title", "headline", "subject"):
        found.title = found.title or _FORWARDED.sub("", value, count=1)
        return "title"
    if name in ("from", "to", "cc", "reply-to"):
        return "mail header"
    if name in ("source", "publisher", "publication", "outlet"):
        found.source = found.source or value
        return "outlet"
    return None


def _read_parts(line: str, found: Particulars, where: Where) -> str | None:
    """Reads `By A | The Echo | March 3, 2024`, and `By A March 3, 2024`."""
    parts = [part for part in _PARTS.split(line) if part.strip()]
    if len(parts) == 1:
        split = split_at_day(line)
        if not split:
            return None
        if header(without_dates(line)) == "menu":  # `Politics 17:20 May 3, 2023`
            found.dates.append((PageDate(split[1], None), where))
            return "date"
        if not byline_of(split[0].strip(" ,|-–—:")):
            return None
        parts = [split[0].strip(" ,|-–—:"), split[1]]
    reasons = [read_line(part, Particulars(), "before") or furniture(part) for part in parts]
    unread = [part for part, reason in zip(parts, reasons, strict=True) if not reason]
    if not {"byline", "date"} & set(reasons) or sum(len(part.split()) for part in unread) > LEFT_OVER:
        return None
    for part in parts:
        read_line(part, found, "below" if where == "below" else "tail")
    if len(unread) == 1 and is_outlet_name(unread[0].strip()):
        found.source = found.source or clean(unread[0])
    return "byline" if "byline" in reasons else "date"
