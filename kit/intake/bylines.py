"""Bylines as pages print them: `By Cho Ki-weon, staff reporter`, `BY SARAH KIM [kim@example.org]`, `(Reuters) -`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kit.articles.values import names

_FOLDER = Path(__file__).parent / "words"
_PROVIDERS = frozenset((_FOLDER / "mail_providers.txt").read_text("utf-8").split())
_AGENCIES = (_FOLDER / "agencies.txt").read_text("utf-8").splitlines()

LONGEST = 160  # characters
_BY = re.compile(
    r"(?:written\s|story\s|reported\s|article\s|posted\s|published\s|words\s)?by[:\s]\s*(?=\S)|(?:author|writer|reporter)s?\s?:\s*",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"[\[(<]?\s*(?P<mail>[\w.+-]{1,64}@(?P<host>(?:[\w-]{1,63}\.){1,5}[a-z]{2,12}))\s*[\])>]?", re.IGNORECASE
)
_JOB = (
    r"(?:(?:senior|staff|chief|political|foreign|diplomatic|special|guest|contributing|our|associate|deputy|defen[cs]e"
    r"|economics?|business|sports?|science|intern|freelance)\s)*"
    r"(?:reporter|writer|correspondent|editor|journalist|columnist|contributor|staff)s?"
)
_JOBS = re.compile(rf"(?:,\s*|\s+)(?:the\s)?{_JOB}(?=\s*(?:$|[,|]|and\s))", re.IGNORECASE)
_JOB_BEHIND = re.compile(r"\s{0,3}(?:기자|특파원|논설위원|記者|记者)$")
_IN_PLACE = re.compile(r"\s+in\s+[A-Z][\w.’-]+(?:\s+[A-Z][\w.’-]+){0,2}$")
_NAME_WORD = r"(?:[^\W\d_a-z][\w.’'-]*|al|bin|da|de|del|den|der|di|dos|du|el|la|le|ter|van|von|y)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s{_NAME_WORD}){{0,5}}")
_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december christmas easter today yesterday then now our the a""".split()  # noqa: SIM905
)
_AGENCY_DATELINE = re.compile(
    rf"[A-Z][\w .,’'/-]{{2,80}}\((?P<agency>{'|'.join(map(re.escape, _AGENCIES))})\)\s{{0,2}}(?:--?|–|—)"
)


class Byline(NamedTuple):
    """Who wrote the article, and the host of the mail address beside the names, if that is an outlet's."""

    authors: tuple[str, ...]
    host: str | None


def without_job(author: str) -> str:
    """An author without the job behind the name, also in Korean, Chinese and Japanese: `한가람 기자`."""
    return _JOB_BEHIND.sub("", _JOBS.sub("", author))


def byline_of(line: str) -> Byline | None:
    """The byline that a line is; None for a line that is anything else.

    Accepts `By A`, `By A and B in Kyiv`, `BY A [mail]`, `A, staff reporter`, `A (mail)`, `Author: A`. A name alone is
    none: it may be a heading.
    """
    if not 3 <= len(line) <= LONGEST:
        return None
    mail = _MAIL.search(line)
    bare = " ".join(_MAIL.sub(" ", line).split())
    opening = _BY.match(bare)
    without_jobs = _JOBS.sub("", bare[opening.end() :] if opening else bare)
    if not opening and without_jobs == bare and not mail:
        return None
    rest = without_jobs.strip(" ,|/·•-–—.=()[]")
    authors = tuple(_unshouted(_IN_PLACE.sub("", name)) for name in names(rest)) if rest else ()
    if not authors or not all(map(_is_name, authors)):
        return None
    return Byline(authors, outlet_host(line))


def _is_name(name: str) -> bool:
    words = name.casefold().split()
    return bool(_NAME.fullmatch(name)) and not _NOT_NAMES & set(words) and (len(words) > 1 or len(name) > 1)


def _unshouted(name: str) -> str:
    """`SARAH KIM` → `Sarah Kim`; an agency's initials stay."""
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    return " ".join("-".join(part.capitalize() for part in word.split("-")) for word in words)


def outlet_host(line: str) -> str | None:
    """The host of the first mail address in a line; None without one, or if anybody can have an address there."""
    mail = _MAIL.search(line[:400])
    host = mail["host"].lower() if mail else None
    return None if host in _PROVIDERS else host


def agency_of_dateline(paragraph: str) -> str | None:
    """The agency that a dateline names: `KYIV, Feb. 28 (Reuters) -`; None without one."""
    found = _AGENCY_DATELINE.match(paragraph[:160])
    return found["agency"] if found else None
