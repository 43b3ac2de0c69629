"""The filters that all commands share, as SQL conditions on the articles.

Conditions name `articles` only by the columns of the index `articles_facts`, so that no article's text is read.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Sequence
from fnmatch import translate
from typing import NamedTuple

from kit.search.periods import first_and_last_day
from kit.text.names import fits, fold

# Articles that answer a full-text query.
MATCHING = "articles.id in (select rowid from articles_fts where articles_fts match ?)"


class Filters(NamedTuple):
    """What records are to be narrowed to; several values of one filter mean or, different filters and."""

    after: str | None = None
    before: str | None = None
    published_after: str | None = None
    published_before: str | None = None
    source: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    file: tuple[str, ...] = ()


class Conditions(NamedTuple):
    """SQL for a where clause on `articles`, each part true where a filter lets an article through."""

    sql: tuple[str, ...] = ()
    values: tuple[str | int, ...] = ()

    def __add__(self, other: Conditions) -> Conditions:  # type: ignore[override]
        """Both."""
        return Conditions(self.sql + other.sql, self.values + other.values)

    @property
    def where(self) -> str:
        """The conditions joined, or `true`."""
        return " and ".join(self.sql) or "true"


def published_between(
    after: str | None, before: str | None, *, prefix: str = "", day: str = "articles.published"
) -> Conditions:
    """Articles of which some possible day of publication lies between the two, as the options were typed.

    `day` is the SQL for another day than that of publication. Raises BadQuery if one is no date.
    """
    conditions = Conditions()
    if after is not None:
        first, _ = first_and_last_day(after, f"{prefix}after")
        # "2024" may be any day of 2024: its last is compared. "2024-99-99" comes behind every day of the year.
        late = f"substr({day} || '-99-99', 1, 10) >= ?"
        conditions += Conditions((late, f"{day} >= ?"), (first, first[:4]))
    if before is not None:
        _, last = first_and_last_day(before, f"{prefix}before")
        conditions += Conditions((f"{day} <= ?",), (last,))
    return conditions


def publication_conditions(db: sqlite3.Connection, filters: Filters) -> Conditions:
    """The conditions for all filters where a record's own day is that of the article's publication.

    Raises BadQuery if a date is none.
    """
    return article_conditions(db, filters) + published_between(filters.after, filters.before)


def article_conditions(db: sqlite3.Connection, filters: Filters) -> Conditions:
    """The conditions for all filters but `after` and `before`, which mean a record's own day.

    Raises BadQuery if a date is none.
    """
    conditions = published_between(filters.published_after, filters.published_before, prefix="published-")
    if filters.source:
        names = [row[0] for row in db.execute("select distinct source from articles where source is not null")]
        conditions += one_of("articles.source", [n for n in names if any(fits(fold(n), s) for s in filters.source)])
    if filters.author:
        conditions += _named(db, "author", filters.author)
    if filters.tag:
        conditions += _named(db, "tag", filters.tag)
    if filters.lang:
        language = "lower(replace(articles.language, '_', '-'))"
        either = " or ".join(f"instr({language} || '-', ? || '-') = 1" for _ in filters.lang)
        conditions += Conditions((f"({either})",), tuple(lang.lower().replace("_", "-") for lang in filters.lang))
    if filters.file:
        conditions += _in_files(db, filters.file)
    return conditions


def count_without_language(db: sqlite3.Connection, filters: Filters) -> int:
    """How many articles drop out because they do not say their language; 0 where none is asked for."""
    if not filters.lang:
        return 0
    others = article_conditions(db, filters._replace(lang=()))
    sql = f"select count(*) from articles indexed by articles_facts where language is null and {others.where}"
    return int(db.execute(sql, others.values).fetchone()[0])


def _named(db: sqlite3.Connection, one: str, typed: tuple[str, ...]) -> Conditions:
    """Articles by one of these authors, or with one of these tags or a tag below it (`asia` finds `asia/korea`)."""
    fitting = []
    for id_, name, folded in db.execute(f"select id, name, folded from {one}s"):
        if one == "author":
            found = any(fits(folded, wanted) for wanted in typed)
        else:
            above = [fold(name[: i or None]) for i in (0, *(i for i, c in enumerate(name) if c == "/"))]
            found = any(_letters(wanted) in map(_letters, above) for wanted in map(fold, typed))
        if found:
            fitting.append(id_)
    wanted_ids = one_of(f"{one}_id", fitting)
    sql = f"articles.id in (select article_id from article_{one}s where {wanted_ids.where})"
    return Conditions((sql,), wanted_ids.values)


def _letters(folded: str) -> str:
    return folded.replace(" ", "")


def _in_files(db: sqlite3.Connection, globs: tuple[str, ...]) -> Conditions:
    """Articles whose path, or the end of whose path, fits one of the patterns, however accents are written.

    `*` also stands for several folders, and `**/` for none too.
    """
    wanted = [unicodedata.normalize("NFC", glob.removeprefix("./").replace("[^", "[!")) for glob in globs]
    variants = {variant for glob in wanted for variant in (glob, glob.replace("**/", ""))}
    fitting = re.compile("|".join(f"(?:.*/)?{translate(variant)}" for variant in variants), re.DOTALL)
    db.create_function("fits_glob", 1, lambda path: bool(fitting.match(unicodedata.normalize("NFC", path))))
    return Conditions(("fits_glob(articles.path)",))


def one_of(column: str, values: Sequence[str | int]) -> Conditions:
    """What has one of these values in a column."""
    return Conditions((f"{column} in ({','.join('?' * len(values))})",), tuple(values))
