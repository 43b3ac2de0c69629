"""Where is it written? A query and filters in, hits out, best first; reads kit.db with sqlite3 alone."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from typing import Literal

from kit.errors import BadQuery
from kit.filters import Conditions, Filters, article_conditions, published_between
from kit.models import Span
from kit.passages import best_passage, fold_space, line_of
from kit.query import Query
from kit.records import Count, Hit

# BM25 with the title weighing twice; a match in the fields that can only be named counts like one in the text.
RANK = "bm25(articles_fts, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0)"
MATCHING = "articles_fts join articles indexed by articles_facts on articles.id = articles_fts.rowid"

SORT = {
    "score": "rank",
    "published": "articles.published",
    "title": "title",
    "source": "articles.source",
    "file": "path",
}
BY = {
    "source": "articles.source",
    "year": "substr(articles.published, 1, 4)",
    "month": "substr(articles.published, 1, 7)",
}

Row = tuple[int, float]
Match = Literal["all", "any"]


def find_hits(
    db: sqlite3.Connection,
    query: Query | None,
    filters: Filters,
    *,
    limit: int = 20,
    sort: str = "score",
    reverse: bool = False,
) -> list[Hit]:
    """The articles that answer a query, `limit` at most (0 for all); all articles that pass the filters without one.

    First those in which every word occurs (`match` is "all"); if they are fewer than asked for, those follow in which
    some do ("any"). Raises BadQuery if a filter's value makes no sense.
    """
    conditions = article_conditions(db, filters) + published_between(filters.after, filters.before)
    rows: list[tuple[Row, Match]]
    rows = [(row, "all") for row in _matching(db, query, query and query.all, conditions, limit, sort, reverse)]
    if query and query.any and (limit == 0 or len(rows) < limit):
        seen = {id_ for (id_, _), _ in rows}
        more = _matching(db, query, query.any, conditions, limit and limit + len(rows), sort, reverse)
        rows += [(row, "any") for row in more if row[0] not in seen]
    rows = rows[:limit] if limit else rows
    return [_hit(db, id_, -rank, match, query) for (id_, rank), match in rows]


def count_hits(
    db: sqlite3.Connection, query: Query | None, filters: Filters, by: str, *, match: Match = "all"
) -> list[Count]:
    """How many articles match, by source, author, tag, year or month; `match` "any" takes those with some words.

    Articles that lack what is counted by have the key None. Raises BadQuery if a value makes no sense.
    """
    conditions = article_conditions(db, filters) + published_between(filters.after, filters.before)
    expression = query and (query.any or query.all if match == "any" else query.all)
    if by in ("author", "tag"):
        sql, values = _select("articles.id", query, expression, conditions)
        sql = f"""select name, count(*) from ({sql}) found
            left join article_{by}s on article_id = found.id left join {by}s on {by}s.id = {by}_id group by name"""
    elif by in BY:
        sql, values = _select(f"{BY[by]} as key, count(*)", query, expression, conditions)
        sql += " group by key"
    else:
        raise BadQuery(f"--by {by}: count by source, author, tag, year or month")
    order = "1 is null, 1" if by in ("year", "month") else "2 desc, 1 is null, 1"
    return [Count(key=key, count=count) for key, count in db.execute(f"select * from ({sql}) order by {order}", values)]


def count_all(db: sqlite3.Connection, query: Query | None, filters: Filters) -> int:
    """How many articles have all the words and pass the filters."""
    conditions = article_conditions(db, filters) + published_between(filters.after, filters.before)
    sql, values = _select("count(*)", query, query and query.all, conditions)
    return int(db.execute(sql, values).fetchone()[0])


def count_undated(db: sqlite3.Connection, query: Query | None, filters: Filters) -> int:
    """How many articles match but drop out because they have no date to compare; 0 without a filter by date."""
    if not any((filters.after, filters.before, filters.published_after, filters.published_before)):
        return 0
    others = filters._replace(published_after=None, published_before=None)
    conditions = article_conditions(db, others) + Conditions(("articles.published is null",))
    sql, values = _select("count(*)", query, query and query.all, conditions)
    return int(db.execute(sql, values).fetchone()[0])


def _select(
    what: str, query: Query | None, match: str | None, conditions: Conditions
) -> tuple[str, tuple[object, ...]]:
    """SQL for something of all matching articles, and its values."""
    tables = MATCHING if match else "articles"
    if match:
        conditions = Conditions(("articles_fts match ?",), (match,)) + conditions
    if query and query.without:
        missing = "articles.id not in (select rowid from articles_fts where articles_fts match ?)"
        conditions += Conditions((missing,), (query.without,))
    for literal in query.literals if query else ():
        text = "(select lower(a.title || char(10) || a.body) from articles a where a.id = articles.id)"
        conditions += Conditions((f"instr({text}, ?)",), (literal,))
    return f"select {what} from {tables} where {conditions.where}", conditions.values


def _matching(
    db: sqlite3.Connection,
    query: Query | None,
    match: str | None,
    conditions: Conditions,
    limit: int,
    sort: str,
    reverse: bool,
) -> list[Row]:
    """Ids and BM25 ranks (lower is better) of matching articles in the order asked for."""
    if sort not in SORT:
        raise BadQuery(f"--sort {sort}: sort by one of {', '.join(SORT)}")
    rank = f"{RANK} as rank" if match else "0.0 as rank"
    if sort == "score" and not match:
        sort, reverse = "published", not reverse
    key = SORT[sort]
    if key == "title":
        key = "(select title from articles a where a.id = articles.id) collate nocase"
    # What has no date or outlet comes last, whichever way the rest is sorted.
    order = f"{key} is null, {key} {'desc' if reverse else 'asc'}" if sort != "score" else f"rank {'desc' * reverse}"
    sql, values = _select(f"articles.id, {rank}", query, match, conditions)
    if sort == "score" and len(conditions.sql) == 0 and query and not query.literals and not query.without:
        # Without filters the table of articles is not needed to find the best.
        sql, values = f"select rowid, {rank} from articles_fts where articles_fts match ?", (match,)
    if sort != "score":
        order += ", path"
    cursor = db.execute(f"{sql} order by {order}", values)
    rows: list[Row] = []
    for row in cursor:
        # All that rank alike are taken along, and put in order by path: the order of ids is chance.
        if limit and len(rows) >= limit and (sort != "score" or row[1] != rows[-1][1]):
            break
        rows.append(row)
    if sort == "score":
        rows = _ties_by_path(db, rows, reverse)
    return rows[:limit] if limit else rows


def _ties_by_path(db: sqlite3.Connection, rows: list[Row], reverse: bool) -> list[Row]:
    ranks = [rank for _, rank in rows]
    if len(set(ranks)) == len(ranks):
        return rows
    sql = "select path from articles indexed by articles_facts where id = ?"
    paths = {id_: db.execute(sql, (id_,)).fetchone()[0] for id_, _ in rows}
    return sorted(rows, key=lambda row: (-row[1] if reverse else row[1], paths[row[0]]))


def _hit(db: sqlite3.Connection, id_: int, score: float, match: Match, query: Query | None) -> Hit:
    columns = "path, title, published, source, url, authors, tags, body_start, body_line, body"
    row = db.execute(f"select {columns} from articles where id = ?", (id_,)).fetchone()
    path, title, published, source, url, authors, tags, body_start, body_line, body = row
    matches = find_matches(db, id_, body, query, match) if query else []
    passage = best_passage(body, matches)
    snippet, highlights = "", list[tuple[int, int]]()
    if passage:
        start, end = passage
        inside = [Span(m.start - start, m.end - start) for m in matches if start <= m.start and m.end <= end]
        snippet, highlights = fold_space(body[start:end], inside)
    return Hit(
        file=path,
        line=line_of(body, body_line, passage.start) if passage else 1,
        start=passage.start + body_start if passage else None,
        end=passage.end + body_start if passage else None,
        title=title,
        published=published,
        source=source,
        url=url,
        authors=authors.split("; ") if authors else [],
        tags=tags.split("; ") if tags else [],
        snippet=snippet,
        highlights=highlights,
        score=score,
        match=match,
    )


def find_matches(
    db: sqlite3.Connection, id_: int, body: str, query: Query, match: Match, column: int = 1
) -> list[Span]:
    """Where in an article's text the words of a query stand, as FTS5 sees them, in order and without overlap."""
    found: list[Span] = []
    expression = query.any if match == "any" else query.all
    if expression:
        opening, closing = _unused(body)
        sql = (
            f"select highlight(articles_fts, {column}, ?, ?) from articles_fts where articles_fts match ? and rowid = ?"
        )
        row = db.execute(sql, (opening, closing, expression, id_)).fetchone()
        found += _marked(row[0], opening, closing) if row else []
    for mark in query.marks:
        forms = {mark, unicodedata.normalize("NFD", mark)}
        found += [Span(*m.span()) for m in re.finditer("|".join(map(re.escape, forms)), body, re.IGNORECASE)]
    return list(_without_overlap(sorted(found)))


def _unused(text: str) -> tuple[str, str]:
    """Two characters that do not occur in a text and divide words."""
    free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return next(free, "\ue000"), next(free, "\ue001")


def _marked(text: str, opening: str, closing: str) -> list[Span]:
    """The stretches between the marks, as offsets into the text without marks."""
    before, *pieces = text.split(opening)
    spans, at = [], len(before)
    for piece in pieces:
        inside, _, behind = piece.partition(closing)
        spans.append(Span(at, at + len(inside)))
        at += len(inside) + len(behind)
    return spans


def _without_overlap(spans: list[Span]) -> Iterator[Span]:
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end
