"""CSL-JSON, which Zotero, pandoc and all processors of the Citation Style Language read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.formats.citation import citation_key, date_parts, split_name
from kit.formats.records import to_json
from kit.records import ArticleRecord


def to_csl_json(articles: Sequence[ArticleRecord]) -> Iterator[str]:
    """One JSON array of items, an item a line; what is unknown is left out, as the schema has no null."""
    return to_json(map(_item, articles))


def _item(article: ArticleRecord) -> dict[str, object]:
    item: dict[str, object | None] = {
        "id": citation_key(article["file"]),
        "type": "article-newspaper" if article["source"] else "webpage" if article["url"] else "article",
        "title": article["title"],
        "author": [_name(author) for author in article["authors"]],
        "issued": _date(article["published"]),
        "container-title": article["source"],
        "URL": article["url"],
        "accessed": _date(article["saved"]) if article["url"] else None,
        "language": article["language"],
        "abstract": article["description"],
        "keyword": ", ".join(article["tags"]),
    }
    return {key: value for key, value in item.items() if value}


def _name(author: str) -> dict[str, str]:
    family, given = split_name(author)
    return {"family": family, "given": given} if given else {"literal": family}


def _date(day: str | None) -> dict[str, object] | None:
    return {"date-parts": [date_parts(day)]} if day else None
