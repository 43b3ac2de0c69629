"""Which outlet a page is from, as its lines tell: a field, a notice of rights, a dateline, a mail address."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kit.intake.bylines import agency_of_dateline, byline_of, outlet_host
from kit.intake.furniture import furniture, syndicated_by

_RIGHTS = re.compile(
    r"\W{0,3}(?:copyrights?|©|ⓒ|\(c\)|\s){1,6}(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s)?(?:by\s)?"
    r"(?P<name>(?:The\s)?[A-Z][\w&’'-]*(?:\s[\w&’'-]+){0,5}?)\s?(?:,?\s?\d{4}\b|[.,]|all rights|inc\b|ltd\b|$)",
    re.IGNORECASE,
)
# `Korea• Title`, `News » Title`: the section that a page puts before a title.
_SECTION = re.compile(r"^[^\W\d_][\w &-]{1,24}\s?[•·»›]\s?(?=\S.{8,})")
_SUFFIX = re.compile(r"^(?P<title>.{12,}?)\s+\|\s+(?P<outlet>(?:The\s)?[A-Z][^|]{1,40})$")


def outlet_of(lines: Iterable[str], first_paragraph: str) -> str | None:
    """The outlet, from the surest sign to the weakest; None without a sign.

    A notice of rights, one of a syndicated feed, the agency of a dateline, the host of a mail address beside the
    byline or where to send comments. `lines` are those round the article.
    """
    around = list(lines)
    signs = (
        (_holder(line) for line in around),
        (syndicated_by(line) for line in around),
        iter([agency_of_dateline(first_paragraph)]),
        (outlet_host(line) for line in around if byline_of(line) or furniture(line) == "contact"),
    )
    return next((outlet for sign in signs for outlet in sign if outlet), None)


def _holder(line: str) -> str | None:
    """The holder of the rights in a notice of rights."""
    found = _RIGHTS.match(line[:200]) if furniture(line) == "copyright" else None
    return found["name"].strip() if found else None


def split_title(line: str) -> tuple[str, str | None]:
    """A title without the section before it, and the outlet behind it if one is named: `A | The Daily Echo`."""
    title = _SECTION.sub("", line, count=1)
    if (found := _SUFFIX.match(title)) and len(found["outlet"].split()) <= 4:
        return found["title"], found["outlet"]
    return title, None
