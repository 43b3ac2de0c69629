"""Dates in a page's own lines: `Posted on : 2024-02-28 16:56 KST`, `Wednesday, May 7, 2025`, `date 2022-02-15`."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from kit.articles.partial_dates import UnreadableDate, partial_date

Label = Literal["published", "modified"]


class PageDate(NamedTuple):
    """A day in a line of the page, ISO, with what the line calls it; None where it only stands there."""

    day: str
    label: Label | None


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
_DAY = rf"""
    \d{{4}}[-/.]\ ?\d{{1,2}}[-/.]\ ?\d{{1,2}}\.?(?!\d) | \d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}(?!\d)
  | \d{{4}}[ ]?[年년][ ]?\d{{1,2}}[ ]?[月월][ ]?\d{{1,2}}[ ]?[日일]
  | \d{{1,2}}(?:st|nd|rd|th)?[ -](?:of[ ])?{_MONTH},?[ -]\d{{4}}(?!\d)
  | {_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}(?!\d)
"""
_TIME = r"""
    (?:T|at\ )?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d{1,6})?\ ?(?:[ap]\.?m\b\.?)?
    (?:\ ?(?:Z|[+-]\d\d:?\d\d|\(?(?:[A-Z]{1,4}T|UTC|GMT)(?:[+-]\d{1,2})?\)?))?(?!\w)
  | (?:at\ )?\d{1,2}\ ?[ap]\.?m\b\.?
"""
_PUBLISHED = (
    r"(?:(?:first\ |originally\ )?published|posted|issued|created|uploaded|released|date|dated|publication\ date)"
)
_MODIFIED = r"(?:last\ )?(?:updated?|modified|edited|revised)"
_LABEL = rf"(?:(?P<published>{_PUBLISHED}|입력|등록)|(?P<modified>{_MODIFIED}|수정))(?!\w)(?:\ (?:on|at|date|time))?"

# One piece of a line that holds nothing but dates.
_PIECE = re.compile(
    rf"(?P<day>(?<!\d)(?:{_DAY})) | {_LABEL} | (?:{_TIME}) | {_WEEKDAY}(?!\w) | [\s:,;|•·()\[\]–—/-]",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_OR_TIME = re.compile(rf"(?<!\d)(?:{_DAY})|(?<!\d)(?:{_TIME})", re.VERBOSE | re.IGNORECASE)
_LABELLED_DAY = re.compile(rf"\W{{0,3}}{_LABEL}\s{{0,3}}:?\s{{0,3}}(?P<day>{_DAY})", re.VERBOSE | re.IGNORECASE)
_WITHIN = re.compile(rf"(?<![\w-])(?:{_DAY})", re.VERBOSE | re.IGNORECASE)
LONGEST = 200  # characters of a line that may be one of dates


def dates_of_line(line: str) -> list[PageDate] | None:
    """The dates in a line of labels, days, weekdays and times; None for a line that holds anything else."""
    if len(line) > LONGEST:
        return None
    at, label, found = 0, None, list[PageDate]()
    while at < len(line):
        piece = _PIECE.match(line, at)
        if not piece or not piece[0]:
            return None
        at = piece.end()
        if piece["published"] or piece["modified"]:
            label = _label(piece)
        elif piece["day"] and (day := _iso(piece["day"])):
            found.append(PageDate(day, label))
    return found or None


def without_dates(line: str) -> str:
    """What else stands in a line of dates and times."""
    return " ".join(_DAY_OR_TIME.sub(" ", line[:LONGEST]).split())


def labelled_day_before(paragraph: str) -> tuple[PageDate, str] | None:
    """A labelled day that begins a paragraph, and the paragraph without it; None where there is none."""
    found = _LABELLED_DAY.match(paragraph)
    if not found or not (day := _iso(found["day"])):
        return None
    rest = paragraph[found.end() :].lstrip(" :,|-–—")
    return (PageDate(day, _label(found)), rest) if rest[:1].isupper() or not rest[:1].isalpha() else None


def split_at_day(line: str) -> tuple[str, str, str] | None:
    """What stands before the first full day in a line of whatever else, the day, and what stands behind it."""
    for found in _WITHIN.finditer(line[:LONGEST]):
        if day := _iso(found[0]):
            return line[: found.start()], day, line[found.end() :]
    return None


def _label(found: re.Match[str]) -> Label:
    return "published" if found["published"] else "modified"


def _iso(written: str) -> str | None:
    """The day as ISO; None where it does not exist or has two readings."""
    try:
        return partial_date(re.sub(r"(?<=\d)\. ", ".", written))
    except UnreadableDate:
        return None
