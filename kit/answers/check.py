"""What in the articles needs a person's eye, and what to do about it; reads kit.db with sqlite3 alone.

Each kind is looked for by one function, so that `--kind` costs no more than what it asks for.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from shlex import quote
from typing import NamedTuple

from kit.answers.check_files import HAS_UNREAD_PROPERTIES, find_date_hints, find_late_dates, find_missing_titles
from kit.answers.check_names import find_ambiguous_surnames, find_one_person
from kit.answers.quotations import SPEAKER, TABLES
from kit.errors import BadQuery
from kit.records import Count, ToCheck
from kit.search.filters import Filters, publication_conditions
from kit.speakers.decision_fit import find_unfit
from kit.speakers.decisions import Decisions
from kit.text.lines import line_finder
from kit.text.names import fold
from kit.text.structure import paragraphs
from kit.workspace import Workspace

# So much of a quotation is repeated in a message.
SHOWN = 60
# What is noted when an article is read or its quotations are looked for.
READ_PROBLEMS = (
    "front-matter",
    "unclosed-front-matter",
    "duplicate-key",
    "several-articles",
    "encoding",
    "date",
    "ambiguous-date",
    "published-after-saved",
    "unreadable",
    "extraction",
)
_MARKS = (("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"))


class Finding(NamedTuple):
    """A problem and what to do, with the file and the line that it is in (None where it is the whole file)."""

    file: str
    line: int | None
    kind: str
    message: str
    fix: str


def find_problems(db: sqlite3.Connection) -> list[Finding]:
    """The problems that were met when the articles were read, in order of file and line."""
    sql = """select path, line, kind, message, fix from problems join articles on articles.id = article_id
        order by path, line"""
    return [Finding._make(row) for row in db.execute(sql)]


def find_to_check(
    db: sqlite3.Connection, workspace: Workspace, decisions: Decisions, filters: Filters, kinds: tuple[str, ...]
) -> list[ToCheck]:
    """What needs a person's eye in the articles that pass the filters, of these kinds, or of all; by file and line.

    Raises BadQuery if there is no such kind, or a filter's value makes no sense.
    """
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise BadQuery(f"--kind {unknown[0]}: there is {', '.join(KINDS)}")
    wanted = set(kinds or KINDS)
    passing = _passing(db, filters)
    found = [
        finding
        for detected, detect in DETECTORS
        if wanted.intersection(detected)
        for finding in detect(db, workspace, decisions)
        if finding["kind"] in wanted and (passing is None or finding["file"] in passing)
    ]
    return sorted(found, key=lambda f: (f["file"], f["line"], KINDS.index(f["kind"]), f["message"]))


def find_unfit_decisions(
    db: sqlite3.Connection, workspace: Workspace, decisions: Decisions, kinds: tuple[str, ...]
) -> list[ToCheck]:
    """The decisions in speakers.toml that fit nothing, if they are among the kinds, or all are meant."""
    if kinds and UNFIT not in kinds:
        return []
    name = workspace.decisions.name
    fix = "mend it or take it out"
    unfit = find_unfit(db, decisions)
    return [ToCheck(kind=UNFIT, file=name, line=line, message=message, fix=fix) for line, message in unfit]


def count_to_check(found: Iterable[ToCheck], by: str) -> list[Count]:
    """How many there are of each kind, or in each file, the most first; raises BadQuery if it is neither."""
    if by not in ("kind", "file"):
        raise BadQuery(f"--by {by}: count by kind or file")
    counts: dict[str, int] = defaultdict(int)
    for finding in found:
        counts[finding[by]] += 1  # type: ignore[literal-required]
    return [Count(key=key, count=count) for key, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]


def _passing(db: sqlite3.Connection, filters: Filters) -> set[str] | None:
    """The files that pass the filters; None if there are no filters."""
    if filters == Filters():
        return None
    conditions = publication_conditions(db, filters)
    sql = f"select path from articles indexed by articles_facts where {conditions.where}"
    return {row[0] for row in db.execute(sql, conditions.values)}


# --- what to look for ------------------------------------------------------------------------------------------------


def _find_read_problems(db: sqlite3.Connection, _: Workspace, __: Decisions) -> Iterator[ToCheck]:
    for file, line, kind, message, fix in find_problems(db):
        yield ToCheck(kind=kind, file=file, line=line or 1, message=message, fix=fix)


def _find_without_source(db: sqlite3.Connection, _: Workspace, __: Decisions) -> Iterator[ToCheck]:
    sql = f"select path from articles indexed by articles_facts where source is null and not {HAS_UNREAD_PROPERTIES}"
    for (file,) in db.execute(sql):
        fix = "add a line `source: ` with the name of the outlet to the front matter"
        yield ToCheck(kind="no-source", file=file, line=1, message="the outlet is not known", fix=fix)


def _find_unclosed_quotes(db: sqlite3.Connection, _: Workspace, __: Decisions) -> Iterator[ToCheck]:
    for file, body, first_line in db.execute("select path, body, body_line from articles"):
        if body.count('"') % 2 == 0 and all(body.count(one) == body.count(other) for one, other in _MARKS):
            continue
        from kit.quotes.parsing.spans import find_stretches  # loads all of kit.quotes, mostly for nothing

        stretches = find_stretches(body, paragraphs(body))
        line = line_finder(body, first_line)
        for number, stretch in enumerate(stretches):
            goes_on = number + 1 < len(stretches) and stretches[number + 1].continues
            if not stretch.closed and not goes_on:
                yield ToCheck(
                    kind="unclosed-quote",
                    file=file,
                    line=line(stretch.outer_start),
                    message=f"the quotation that begins {_shown(body[stretch.start : stretch.end])} is never closed",
                    fix="put the closing mark where it belongs; until then the quotation ends with the paragraph",
                )


def _find_unknown_speakers(db: sqlite3.Connection, _: Workspace, __: Decisions) -> Iterator[ToCheck]:
    sql = f"""select articles.path, min(quotes.line), quotes.quote from {TABLES}
        where quotes.kind <> 'indirect' and not quotes.decided and {SPEAKER} is null
        group by quotes.article_id, quotes.utterance"""
    for file, line, words in db.execute(sql):
        message = f"it is not clear who said {_shown(words)}"
        yield ToCheck(
            kind="unknown-speaker",
            file=file,
            line=line,
            message=message,
            fix=f"`kit attribute {quote(f'{file}:{line}')} NAME`, with an empty name if it is nobody's statement",
        )


def _find_unresolved_dates(db: sqlite3.Connection, _: Workspace, __: Decisions) -> Iterator[ToCheck]:
    sql = """select path, line, expression, reason, published from dates
        join articles indexed by articles_facts on articles.id = article_id where first is null"""
    for file, line, expression, reason, published in db.execute(sql):
        fix = "write the day or the year into the article if you know it; it is in no timeline"
        if published is None:
            fix = "add a line `published: ` with the article's day to the front matter"
        message = f"{_shown(expression)} cannot be resolved ({reason})"
        yield ToCheck(kind="unresolved-date", file=file, line=line, message=message, fix=fix)


def _find_same_articles(db: sqlite3.Connection, _: Workspace, __: Decisions) -> Iterator[ToCheck]:
    sql = "select group_concat(article_id) from sketches where size > 0 group by size, hashes having count(*) > 1"
    for (ids,) in db.execute(sql):
        by_words: dict[str, list[str]] = defaultdict(list)
        texts = f"select path, body from articles where id in ({ids}) order by published is null, published, path"
        for path, body in db.execute(texts):
            by_words[fold(body)].append(path)
        for first, *others in by_words.values():
            for other in others:
                message = f"the same text as {first}"
                yield ToCheck(kind="same-article", file=other, line=1, message=message, fix="delete one of the two")


def _shown(words: str) -> str:
    text = " ".join(words.split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[:SHOWN].rsplit(' ', 1)[0]} …”"


Detector = Callable[[sqlite3.Connection, Workspace, Decisions], Iterator[ToCheck]]

DETECTORS: tuple[tuple[tuple[str, ...], Detector], ...] = (
    (READ_PROBLEMS, _find_read_problems),
    (("no-title",), find_missing_titles),
    (("no-date", "date-hint"), find_date_hints),
    (("later-than-file",), find_late_dates),
    (("no-source",), _find_without_source),
    (("same-article",), _find_same_articles),
    (("unclosed-quote",), _find_unclosed_quotes),
    (("unknown-speaker",), _find_unknown_speakers),
    (("ambiguous-surname",), find_ambiguous_surnames),
    (("one-person",), find_one_person),
    (("unresolved-date",), _find_unresolved_dates),
)
UNFIT = "unfit-decision"
KINDS = (*(kind for kinds, _ in DETECTORS for kind in kinds), UNFIT)
