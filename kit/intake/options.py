"""What a person says of an article on the command line, checked."""

from __future__ import annotations

from collections.abc import Sequence

from kit.articles.partial_dates import UnreadableDate, partial_date
from kit.articles.values import clean, url_value
from kit.errors import BadQuery
from kit.intake.draft import Facts


def read_options(
    *,
    date: str | None,
    title: str | None,
    source: str | None,
    authors: Sequence[str],
    tags: Sequence[str],
    url: str | None,
) -> Facts:
    """Return what is said of the article. Raises BadQuery for a date or an address that is none."""
    return Facts(
        title=clean(title or "") or None,
        published=_day(date),
        source=clean(source or "") or None,
        authors=tuple(filter(None, map(clean, authors))),
        tags=tuple(filter(None, map(clean, tags))),
        url=_url(url),
    )


def _day(written: str | None) -> str | None:
    if written is None:
        return None
    try:
        day = partial_date(written)
    except UnreadableDate as error:
        raise BadQuery(f"--date: {error}") from error
    if day is None:
        raise BadQuery(f"--date: {written!r} is no date; write it like 2024-11-27")
    return day


def _url(written: str | None) -> str | None:
    if written is None:
        return None
    url = url_value(written)
    if url is None or url != written.strip():
        raise BadQuery(f"--url: {written!r} is no http(s) address")
    return url
