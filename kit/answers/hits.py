"""Where is it written? A query and filters in, hits out, best first; reads kit.db with sqlite3 alone."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from kit.answers.versions import family_of, files_of
from kit.errors import BadQuery
from kit.index.schema import FTS_COLUMNS, TOKENIZE
from kit.search.checks import add_checks
from kit.search.filters import MATCHING, Conditions, Filters, article_conditions, publication_conditions
from kit.search.passages import best_passage, fold_space
from kit.search.query import Query
from kit.text.lines import line_of
from kit.text.span import Span

if TYPE_CHECKING:  # loading them takes as long as a small search
    from kit.records import Count, Hit

# BM25 with the title weighing twice; a match in the fields that can only be named counts like one in the text.
RANK = "bm25(articles_fts, 2.0, 1.0, 1.0, 1.0, 1.0, 1.0)"
# A text longer than this is asked for matches piece by piece, until there are so many.
LONG_TEXT = 50_000
ENOUGH_MATCHES = 1_000

SORT = {
    "score": "0",
    "published": "articles.published",
    "title": "(select title from articles a where a.id = articles.id) collate nocase",
    "source": "articles.source",
    "file": "articles.path",
}
BY = {
    "source": "articles.source",
    "year": "substr(articles.published, 1, 4)",
    "month": "substr(articles.published, 1, 7)",
}

Row = tuple[int, float]
Match = Literal["all", "any"]


class Found(NamedTuple):
    """An article that answers a search, and the files of the other versions of its story that are folded into it."""

    id: int
    file: str
    score: float
    match: Match
    versions: list[str]

    @property
    def files(self) -> list[str]:
        """The article, and the other versions."""
        return [self.file, *self.versions]


def find_hits(
    db: sqlite3.Connection,
    query: Query | None,
    filters: Filters,
    *,
    limit: int = 20,
    sort: str = "score",
    reverse: bool = False,
    each: bool = False,
) -> list[Found]:
    """The articles that answer a query, `limit` at most (0 for all); all articles that pass the filters without one.

    First those in which every word occurs (`match` is "all"); if they are fewer than asked for, those follow in which
    some do ("any"). Of several versions of one story the best is given, and names the others; with `each`, all are.
    Raises BadQuery if a filter's value makes no sense.
    """
    add_checks(db)
    conditions = publication_conditions(db, filters)
    ranked = _ranked(db, query, conditions, limit, sort, reverse)
    found: list[Found] = []
    told: set[int] = set()
    for (id_, rank), match in ranked:
        if id_ not in told:
            family = [id_] if each else family_of(db, id_)
            told.update(family)
            (file,) = files_of(db, [id_])
            versions = files_of(db, (other for other in family if other != id_))
            found.append(Found(id_, file, -rank or 0.0, match, versions))
            if len(found) == limit:
                break
    return found


def read_hits(db: sqlite3.Connection, found: Iterable[Found], query: Query | None) -> Iterator[Hit]:
    """The records for these articles, each with the passage that answers a query best."""
    return (_hit(db, one, query) for one in found)


def count_hits(
    db: sqlite3.Connection, query: Query | None, filters: Filters, by: str, *, match: Match = "all"
) -> list[Count]:
    """How many articles match, by source, author, tag, year or month; `match` "any" takes those with some words.

    Articles that lack what is counted by have the key None. Raises BadQuery if a value makes no sense.
    """
    add_checks(db)
    conditions = publication_conditions(db, filters)
    if by in ("author", "tag"):
        sql, values = _select("articles.id as id", query, match, conditions)
        sql = f"""select name as key, count(*) as count from ({sql}) found
            left join article_{by}s on article_id = found.id left join {by}s on {by}s.id = {by}_id"""
    elif by in BY:
        sql, values = _select(f"{BY[by]} as key, count(*) as count", query, match, conditions)
    else:
        raise BadQuery(f"--by {by}: count by source, author, tag, year or month")
    return counts_in_order(db, f"{sql} group by key", values, by)


def counts_in_order(db: sqlite3.Connection, sql: str, values: tuple[object, ...], by: str) -> list[Count]:
    """The counts that SQL with the columns `key` and `count` gives: periods in order of time, else the most first."""
    order = "key is null, key" if by in ("year", "month") else "count desc, key is null, key"
    return [{"key": key, "count": count} for key, count in db.execute(f"{sql} order by {order}", values)]


def count_all(db: sqlite3.Connection, query: Query | None, filters: Filters) -> int:
    """How many articles have all the words and pass the filters."""
    conditions = publication_conditions(db, filters)
    sql, values = _select("count(*)", query, "all", conditions)
    return int(db.execute(sql, values).fetchone()[0])


def count_undated(db: sqlite3.Connection, query: Query | None, filters: Filters, *, match: Match = "all") -> int:
    """How many articles match but drop out because they have no date to compare; 0 without a filter by date."""
    if not any(day is not None for day in filters[:4]):
        return 0
    others = filters._replace(published_after=None, published_before=None)
    conditions = article_conditions(db, others) + Conditions(("articles.published is null",))
    sql, values = _select("count(*)", query, match, conditions)
    return int(db.execute(sql, values).fetchone()[0])


def matching_all(db: sqlite3.Connection, query: Query) -> Conditions:
    """The conditions for articles in which every word of a query occurs."""
    add_checks(db)
    conditions = _conditions_on_text(query, "all")
    if query.all:
        conditions += Conditions((MATCHING,), (query.all,))
    return conditions


def _select(what: str, query: Query | None, match: Match, conditions: Conditions) -> tuple[str, tuple[object, ...]]:
    """SQL for something of all articles that match in this way and pass the conditions, and its values."""
    expression = None
    if query:
        expression = query.any or query.all if match == "any" else query.all
        conditions += _conditions_on_text(query, match)
    if not expression:
        return f"select {what} from articles indexed by articles_facts where {conditions.where}", conditions.values
    tables = "articles_fts"
    # The articles' particulars are looked up only where something asks for them.
    if conditions.sql or "articles." in what.replace("articles.id", ""):
        tables += " join articles indexed by articles_facts on articles.id = articles_fts.rowid"
    else:
        what = what.replace("articles.id", "articles_fts.rowid")
    conditions = Conditions(("articles_fts match ?",), (expression,)) + conditions
    return f"select {what} from {tables} where {conditions.where}", conditions.values


def _conditions_on_text(query: Query, match: Match) -> Conditions:
    """What the full-text index alone cannot tell."""
    conditions = Conditions()
    if query.without:
        conditions += Conditions((f"not {MATCHING}",), (query.without,))
    for check in query.checks if match == "all" else ():
        text = "a.title" if check.title_only else "a.title || char(10) || a.body"
        sql = f"has_{check.kind}((select {text} from articles a where a.id = articles.id), ?)"
        if check.enough:
            conditions += Conditions((f"({MATCHING} or {sql})",), (check.enough, check.text))
        else:
            conditions += Conditions((sql,), (check.text,))
    return conditions


def _ranked(
    db: sqlite3.Connection, query: Query | None, conditions: Conditions, limit: int, sort: str, reverse: bool
) -> Iterator[tuple[Row, Match]]:
    """All that match, with all words and then with some, in order; looked up in growing pieces, as few are taken."""
    seen: set[int] = set()
    matches: tuple[Match, ...] = ("all", "any") if query and query.any else ("all",)
    for match in matches:
        size = limit and 2 * limit + len(seen)
        while True:
            rows = _matching(db, query, match, conditions, size, sort, reverse)
            for row in rows:
                if row[0] not in seen:
                    seen.add(row[0])
                    yield row, match
            if not size or len(rows) < size:
                break
            size *= 4


def _matching(
    db: sqlite3.Connection,
    query: Query | None,
    match: Match,
    conditions: Conditions,
    limit: int,
    sort: str,
    reverse: bool,
) -> list[Row]:
    """Ids and BM25 ranks (lower is better) of matching articles in the order asked for."""
    if sort not in SORT:
        raise BadQuery(f"--sort {sort}: sort by one of {', '.join(SORT)}")
    is_ranked = query is not None and query.all is not None
    if sort == "score" and not is_ranked:
        sort, reverse = "published", not reverse
    rank = RANK if is_ranked else "0.0"
    key = SORT[sort]
    direction = "desc" if reverse else "asc"
    what = f"articles.id, {rank} as rank"
    order = f"rank {direction}"
    if sort != "score":
        # What has no date or outlet comes last, whichever way the rest is sorted.
        what += f", {key} as key, articles.path as path"
        order = f"key is null, key {direction}, path"
    sql, values = _select(what, query, match, conditions)
    # Told how few are wanted, SQLite does not sort all.
    most = 2 * limit or -1
    found = db.execute(f"{sql} order by {order} limit {most}", values).fetchall()
    if sort == "score" and len(found) == most and found[limit - 1][1] == found[-1][1]:
        found = db.execute(f"{sql} order by {order}", values).fetchall()
    rows: list[Row] = []
    for id_, rank, *_ in found:
        # All that rank alike are taken along, and put in order by path: the order of ids is chance.
        if limit and len(rows) >= limit and (sort != "score" or rank != rows[-1][1]):
            break
        rows.append((id_, rank))
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


def _hit(db: sqlite3.Connection, found: Found, query: Query | None) -> Hit:
    columns = "title, published, source, url, authors, tags, body_start, body_line, body"
    row = db.execute(f"select {columns} from articles where id = ?", (found.id,)).fetchone()
    title, published, source, url, authors, tags, body_start, body_line, body = row
    matches = _find_matches(db, found.id, body, query) if query else []
    passage = best_passage(body, matches)
    snippet, highlights = "", list[tuple[int, int]]()
    if passage:
        start, end = passage
        inside = [Span(m.start - start, m.end - start) for m in matches if start <= m.start and m.end <= end]
        snippet, highlights = fold_space(body[start:end], inside)
    return {
        "file": found.file,
        "line": line_of(body, body_line, passage.start) if passage else 1,
        "start": passage.start + body_start if passage else None,
        "end": passage.end + body_start if passage else None,
        "title": title,
        "published": published,
        "source": source,
        "url": url,
        "authors": authors.split("; ") if authors else [],
        "tags": tags.split("; ") if tags else [],
        "snippet": snippet,
        "highlights": highlights,
        "score": found.score,
        "match": found.match,
        "versions": found.versions,
    }


def _find_matches(db: sqlite3.Connection, id_: int, body: str, query: Query) -> list[Span]:
    """Where in an article's text the words of a query stand, as FTS5 sees them, in order and without overlap."""
    found: list[Span] = []
    if query.marks:
        found += _found_by_fts(db, id_, body, query.marks)
    patterns = [re.escape(form) for text in query.literals for form in {text, unicodedata.normalize("NFD", text)}]
    patterns += [rf"\b{re.escape(prefix)}\w*" for prefix in query.prefixes]
    if patterns:
        found += [Span(*m.span()) for m in re.finditer("|".join(patterns), body, re.IGNORECASE)]
    return list(_without_overlap(sorted(found)))


def _found_by_fts(db: sqlite3.Connection, id_: int, body: str, expression: str) -> list[Span]:
    """Where FTS5 itself sees matches; in a very long text, the first of them."""
    opening, closing = _unused(body)
    highlight = "select highlight({0}, 1, ?, ?) from {0} where {0} match ? and rowid = ?"
    if "\0" not in body and len(body) <= LONG_TEXT:
        row = db.execute(highlight.format("articles_fts"), (opening, closing, expression, id_)).fetchone()
        return _marked(row[0], opening, closing) if row else []
    # highlight() ends at a NUL, and takes time by the square of the matches: it is asked about pieces of a copy.
    found: list[Span] = []
    columns = ", ".join(FTS_COLUMNS)
    db.execute(f"create virtual table if not exists temp.copy using fts5({columns}, tokenize='{TOKENIZE}')")
    for start, end in _pieces(body):
        db.execute("delete from temp.copy")
        db.execute("insert into temp.copy(rowid, body) values (1, ?)", (body[start:end].replace("\0", " "),))
        row = db.execute(highlight.format("copy"), (opening, closing, expression, 1)).fetchone()
        found += [Span(s + start, e + start) for s, e in _marked(row[0], opening, closing)] if row else []
        if len(found) >= ENOUGH_MATCHES:
            break
    return found


def _pieces(body: str) -> Iterator[Span]:
    """The text in pieces, cut at spaces where there are any."""
    start = 0
    while start < len(body):
        end = min(start + LONG_TEXT, len(body))
        if end < len(body):
            end = max(body.rfind(" ", start, end), body.rfind("\n", start, end)) + 1 or end
        yield Span(start, end)
        start = end


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
