"""Which articles are versions of one story, and what differs? Reads kit.db with sqlite3 alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import NamedTuple

from kit.answers.differences import Change, Passage, differing_words, find_changes
from kit.answers.quotations import SPEAKER, TABLES
from kit.answers.statements import ALIKE, FEWEST_WORDS
from kit.answers.versions import families, family_of, files_of
from kit.errors import UnknownFile
from kit.records import ChangeRecord, Family, Side, Version
from kit.search.filters import Filters, publication_conditions
from kit.text.lines import line_finder
from kit.text.names import fold


class _Article(NamedTuple):
    id: int
    version: Version
    body: str
    body_start: int
    body_line: int


class _Statement(NamedTuple):
    """What somebody said at one place of an article; offsets count characters of the body."""

    speaker_id: int
    speaker: str
    start: int
    end: int
    text: str

    @property
    def words(self) -> list[str]:
        return fold(self.text).split()


class Story(NamedTuple):
    """The files of the articles that tell one story, the first one first."""

    files: list[str]


def find_families(db: sqlite3.Connection, filters: Filters, *, limit: int = 0) -> list[Story]:
    """The stories that exist in several versions, one of which passes the filters; the newest first, 0 for all.

    Raises BadQuery if a filter's value makes no sense.
    """
    conditions = publication_conditions(db, filters)
    sql = f"select id from articles indexed by articles_facts where {conditions.where}"
    passing = {row[0] for row in db.execute(sql, conditions.values)}
    found = [files_of(db, family) for family in families(db) if not passing.isdisjoint(family)]
    # Those without a date come last.
    found.sort()
    found.sort(key=lambda files: _newest(db, files), reverse=True)
    return [Story(files) for files in found[: limit or None]]


def find_family(db: sqlite3.Connection, file: str) -> list[Story]:
    """The story of which a file is a version, if there are other versions. Raises UnknownFile."""
    ids = family_of(db, _read(db, file).id)
    return [Story(files_of(db, ids))] if len(ids) > 1 else []


def compare_versions(db: sqlite3.Connection, stories: Iterable[Story]) -> Iterator[Family]:
    """The differences between the versions of each story."""
    return (compare_files(db, story.files) for story in stories)


def compare_files(db: sqlite3.Connection, files: Sequence[str]) -> Family:
    """The differences between each of these files and the next. Raises UnknownFile if one is not in the index."""
    articles = [_read(db, file) for file in files]
    changes = [change for one, other in pairwise(articles) for change in _changes(db, one, other)]
    return Family(files=list(files), changes=changes, articles=[article.version for article in articles])


def _newest(db: sqlite3.Connection, files: Iterable[str]) -> str:
    sql = "select published from articles where path = ?"
    return max(db.execute(sql, (file,)).fetchone()[0] or "" for file in files)


def _read(db: sqlite3.Connection, file: str) -> _Article:
    sql = "select id, title, published, source, url, body, body_start, body_line from articles where path = ?"
    row = db.execute(sql, (file,)).fetchone()
    if row is None:
        raise UnknownFile(f"{file}: not in the index; `kit index --check` says why")
    id_, title, published, source, url, *text = row
    return _Article(id_, Version(file=file, title=title, published=published, source=source, url=url), *text)


def _changes(db: sqlite3.Connection, one: _Article, other: _Article) -> Iterator[ChangeRecord]:
    """The differences as records; where one is a statement that both quote, it says whose."""
    changes = find_changes(one.body, other.body)
    reworded = [pair for pair in _quoted_by_both(db, one, other) if pair[0].words != pair[1].words]
    for change in changes:
        pair = next((pair for pair in reworded if _is_about(change, *pair)), None)
        if pair:
            reworded.remove(pair)
        yield _record(change, one, other, pair[0].speaker if pair else None)
    for a, b in reworded:
        left, right = differing_words(a.text, b.text)
        change = Change("reworded", Passage(a.start, a.end, a.text, left), Passage(b.start, b.end, b.text, right))
        yield _record(change, one, other, a.speaker)


def _is_about(change: Change, a: _Statement, b: _Statement) -> bool:
    return bool(change.a and change.b) and _overlap(change.a, a) and _overlap(change.b, b)


def _overlap(passage: Passage | None, statement: _Statement) -> bool:
    return passage is not None and passage.start < statement.end and statement.start < passage.end


def _record(change: Change, one: _Article, other: _Article, speaker: str | None) -> ChangeRecord:
    return ChangeRecord(kind=change.kind, a=_side(change.a, one), b=_side(change.b, other), speaker=speaker)


def _side(passage: Passage | None, article: _Article) -> Side | None:
    if passage is None:
        return None
    return Side(
        file=article.version["file"],
        line=line_finder(article.body, article.body_line)(passage.start),
        text=passage.text,
        highlights=[(span.start, span.end) for span in passage.highlights],
    )


# --- the same statement in both --------------------------------------------------------------------------------------


def _quoted_by_both(db: sqlite3.Connection, one: _Article, other: _Article) -> list[tuple[_Statement, _Statement]]:
    """The statements of one speaker that both articles quote, word for word or nearly."""
    found = []
    free = _statements(db, other)
    for statement in _statements(db, one):
        same = next((s for s in free if s.speaker_id == statement.speaker_id and _are_same(statement, s)), None)
        if same:
            free.remove(same)
            found.append((statement, same))
    return found


def _statements(db: sqlite3.Connection, article: _Article) -> list[_Statement]:
    sql = f"""select quotes.utterance, quotes.speaker_id, {SPEAKER}, quotes.start, quotes.end, quotes.quote
        from {TABLES} where quotes.article_id = ? and quotes.kind <> 'indirect' and quotes.speaker_id is not null
        order by quotes.start"""
    found = []
    for (_, speaker_id, speaker), rows in groupby(db.execute(sql, (article.id,)), key=lambda row: row[:3]):
        pieces = list(rows)
        text = " … ".join(" ".join(piece[5].split()) for piece in pieces)
        start, end = pieces[0][3] - article.body_start, pieces[-1][4] - article.body_start
        found.append(_Statement(speaker_id, speaker, start, end, text))
    return found


def _are_same(one: _Statement, other: _Statement) -> bool:
    """Whether they have the same words, or nearly; of short ones, only the same."""
    left, right = one.words, other.words
    if left == right:
        return True
    if min(len(left), len(right)) < FEWEST_WORDS:
        return False
    same = sum(block.size for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks())
    return same >= max(ALIKE * min(len(left), len(right)), FEWEST_WORDS)
