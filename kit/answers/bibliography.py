"""The articles themselves, as bibliographies need them; reads kit.db with sqlite3 alone."""

from __future__ import annotations

import sqlite3

from kit.answers.hits import matching_all
from kit.records import ArticleRecord
from kit.search.filters import Filters, publication_conditions
from kit.search.query import Query


def find_articles(db: sqlite3.Connection, query: Query | None, filters: Filters) -> list[ArticleRecord]:
    """The articles that have all words and pass the filters, the oldest first; those without a date come last.

    Raises BadQuery if a filter's value makes no sense.
    """
    conditions = publication_conditions(db, filters)
    if query:
        conditions += matching_all(db, query)
    found = f"select id from articles indexed by articles_facts where {conditions.where}"
    sql = f"""select path, title, published, source, url, authors, tags, language, description, modified, saved
        from articles where id in ({found}) order by published is null, published, path"""
    return [_record(row) for row in db.execute(sql, conditions.values)]


def _record(row: tuple[str, ...]) -> ArticleRecord:
    path, title, published, source, url, authors, tags, language, description, modified, saved = row
    return ArticleRecord(
        file=path,
        line=1,
        start=None,
        end=None,
        title=title,
        published=published,
        source=source,
        url=url,
        authors=authors.split("; ") if authors else [],
        tags=tags.split("; ") if tags else [],
        language=language,
        description=description,
        modified=modified,
        saved=saved,
    )
