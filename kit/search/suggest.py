"""Why nothing was found: words and names that no article has, with the nearest that some article has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from kit.search.filters import Filters, article_conditions
from kit.search.periods import first_and_last_day
from kit.text.names import fold

# How alike two words must be, as difflib measures it: twice the letters in common by the letters of both.
ALIKE = 0.75
ENOUGH = 3


def nearest_words(db: sqlite3.Connection, words: Sequence[str]) -> dict[str, list[str]]:
    """For each of the words that no article has, up to three that some article has, the most alike first."""
    db.execute("create virtual table if not exists temp.vocabulary using fts5vocab(main, articles_fts, row)")
    found = {}
    for word in dict.fromkeys(w for text in words for w in fold(text).split()):
        if _occurs(db, word):
            continue
        # Nobody mistypes the first letter, nearly; and it makes the look-up a small part of the vocabulary.
        rows = db.execute(
            "select term from vocabulary where term >= ? and term < ? and length(term) between ? and ?",
            (word[0], word[0] + "\U0010ffff", len(word) - 3, len(word) + 2),
        )
        stems = get_close_matches(word, [row[0] for row in rows], n=ENOUGH, cutoff=ALIKE)
        forms = dict.fromkeys(form for stem in stems if (form := _as_written(db, stem)))
        if forms:
            found[word] = list(forms)
    return found


# Where the names that a filter means are listed.
_NAMES = {
    "source": "select distinct source from articles indexed by articles_facts where source is not null order by 1",
    "author": "select name from authors order by 1",
    "tag": "select name from tags order by 1",
}


def unfit_filters(db: sqlite3.Connection, filters: Filters) -> Iterator[str]:
    """What of the filters no article can pass, a sentence each, for an answer that is empty."""
    ranges = {"": (filters.after, filters.before), "published-": (filters.published_after, filters.published_before)}
    for prefix, (after, before) in ranges.items():
        if after is None or before is None:
            continue
        if first_and_last_day(after, f"{prefix}after")[0] > first_and_last_day(before, f"{prefix}before")[1]:
            yield f"--{prefix}after {after} is later than --{prefix}before {before}"
    for option in ("source", "author", "tag", "lang", "file"):
        for typed in getattr(filters, option):
            alone = article_conditions(db, Filters()._replace(**{option: (typed,)}))  # type: ignore[arg-type]
            sql = f"select 1 from articles indexed by articles_facts where {alone.where} limit 1"
            if db.execute(sql, alone.values).fetchone():
                continue
            names = db.execute(_NAMES[option]) if option in _NAMES else ()
            nearest = nearest_names(typed, ((name, [fold(name)]) for (name,) in names))
            yield f"no article fits --{option} {typed!r}{'; nearest: ' + ', '.join(nearest) if nearest else ''}"


def nearest_names(typed: str, names: Iterable[tuple[str, Sequence[str]]]) -> list[str]:
    """Up to three of the names: first those with a word that begins as what was typed, then those most like it.

    Each name comes with its folded forms.
    """
    wanted = fold(typed).strip()
    if not wanted:
        return []
    begun: list[str] = []
    known: dict[str, str] = {}
    for name, forms in names:
        for form in forms:
            if f" {wanted}" in f" {form.strip()}":
                begun.append(name)
            for words in (form.strip(), *form.split()):
                known.setdefault(words, name)
    alike = [known[form] for form in get_close_matches(wanted, known, n=ENOUGH, cutoff=ALIKE)]
    return list(dict.fromkeys([*begun, *alike]))[:ENOUGH]


def _occurs(db: sqlite3.Connection, word: str) -> bool:
    row = db.execute("select 1 from articles_fts where articles_fts match ? limit 1", (f'"{word}"',)).fetchone()
    return row is not None


def _as_written(db: sqlite3.Connection, stem: str) -> str | None:
    """A word as some article writes it, for the stem that the index holds of it."""
    sql = """select snippet(articles_fts, -1, char(57344), char(57345), '', 1)
        from articles_fts join articles on articles.id = articles_fts.rowid
        where articles_fts match ? order by path limit 1"""
    row = db.execute(sql, (f'{{title body}} : "{stem}"',)).fetchone()
    if not row or "\ue000" not in row[0]:
        return None
    return str(row[0].partition("\ue000")[2].partition("\ue001")[0]).casefold()
