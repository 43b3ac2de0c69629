"""All writing of kit.db: what changed, what is gone, in transactions that leave it whole whenever they are cut off.

Text is committed first, a batch at a time, so a search beside a long build answers from what is there already;
quotations, speakers and dates follow (extraction.py, speakers/).
"""

from __future__ import annotations

import dataclasses
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database

from kit.articles import read_article
from kit.digest import digest
from kit.index.cache import Cache
from kit.index.database import MOST_VARIABLES, marks, open_for_writing, transaction
from kit.index.extraction import extract_pending, forget
from kit.index.files import Listing, Scope, changed_folders, digest_of, list_changed_folders, list_files, state_of
from kit.index.parallel import Progress, batched
from kit.index.schema import decisions_of, is_current, is_extracted, open_for_reading
from kit.index.versions import forget_versions, renew_versions
from kit.models import Article, Problem
from kit.speakers.decisions import Decisions, read_decisions
from kit.speakers.store import settle_speakers
from kit.text.cjk import BREAK, grams
from kit.text.names import fold
from kit.workspace import Workspace

# So much is read at a time, and so many of these pieces are committed together: a second of work, 40 MB of memory.
READ_ARTICLES = 250
READ_CHARACTERS = 1_000_000
PIECES_A_BATCH = 8
# An update of more articles than this leaves the full-text index in pieces that are worth merging.
MANY_ARTICLES = 2_000


class Outcome(NamedTuple):
    """What an update did to the index, in numbers of articles."""

    added: int
    changed: int
    removed: int
    total: int


class _Work(NamedTuple):
    """What an update has to do: the files to read, in the state they were seen in, and what else was seen."""

    listing: Listing
    suspects: list[str]
    gone: set[str]
    whole: bool
    started_ns: int


def update(
    workspace: Workspace,
    database: Path,
    cache: Cache,
    *,
    scope: Scope,
    say: Callable[[str], None],
    progress: Progress | None = None,
) -> Outcome:
    """Brings `database` up to date with the articles; the caller holds the cache's lock.

    Says in words when it found kit.db damaged and set it aside. Raises sqlite3.OperationalError where nothing can be
    written.
    """
    started_ns = time.time_ns()  # the clock that also stamps files
    # Read before anything is done: a slip in that file is told at once.
    decisions = read_decisions(workspace.decisions) if scope.extract else Decisions()
    with closing(open_for_writing(database, say)) as db:
        work = _look(workspace, cache, scope, started_ns, cache.describes(database))
        stored = {path: (id_, digest) for id_, path, digest in db.execute("select id, path, digest from articles")}
        gone = set(stored) - set(work.listing.files) if work.whole else work.gone & set(stored)
        added = changed = 0
        if gone:
            with transaction(db):
                _remove(db, [stored[path][0] for path in gone])
        for batch in _batches(_read_ahead(_read_changed(workspace, work.suspects, stored, progress))):
            with transaction(db):
                for articles in batch:
                    new, old = _write(db, articles)
                    added, changed = added + new, changed + old
        if gone or changed:
            with transaction(db):
                _remove_unused_names(db)
        if added + changed >= MANY_ARTICLES:
            _merge_segments(db)
        total = db.execute("select count(*) from articles").fetchone()[0]
        renew_versions(db, progress)
        if scope.extract:
            _extract(db, decisions, progress)
    cache.remember(database, work.listing, gone=gone, started_ns=started_ns, whole=work.whole)
    cache.remember_count(total)
    return Outcome(added, changed, len(gone), total)


def rebuild(
    workspace: Workspace,
    database: Path,
    cache: Cache,
    *,
    say: Callable[[str], None],
    progress: Progress | None = None,
) -> Outcome:
    """Makes kit.db anew beside the old one, which goes on answering, and then puts it in its place."""
    new = database.with_name(f".{database.name}.new")
    new.unlink(missing_ok=True)
    new.with_name(f"{new.name}-journal").unlink(missing_ok=True)
    # The old one's unfinished business, if some process was killed, is settled before its journal is left behind.
    with closing(open_for_writing(database, say)):
        pass
    outcome = update(workspace, new, cache, scope=Scope(everything=True), say=say, progress=progress)
    os.replace(new, database)
    cache.adopt(database)
    return outcome


def check(workspace: Workspace, database: Path) -> list[str]:
    """What in kit.db is not as the articles are, a line each; reads every article, changes nothing."""
    with closing(open_for_reading(database)) as db:
        if not is_current(db):
            return [f"{database.name}: made by another version of kit; `kit index` makes it anew"]
        stored = dict(db.execute("select path, digest from articles"))
    files = list_files(workspace).files
    found = [f"{path}: not in {database.name} yet; run `kit index`" for path in sorted(set(files) - set(stored))]
    found += [
        f"{path}: gone, but still in {database.name}; run `kit index`" for path in sorted(set(stored) - set(files))
    ]
    for path in sorted(set(stored) & set(files)):
        known = digest_of(workspace.file(path))
        if known is not None and known != stored[path]:
            found.append(f"{path}: changed since it was indexed; run `kit index`")
    return found


def _extract(db: Database, decisions: Decisions, progress: Progress | None) -> None:
    """Finds quotations, speakers and dates in what is new, and settles who is who."""
    if not is_extracted(db.conn):
        extract_pending(db, progress)
    if not is_extracted(db.conn) or decisions_of(db.conn) != decisions.digest:
        settle_speakers(db, decisions)


def _look(workspace: Workspace, cache: Cache, scope: Scope, started_ns: int, trusted: bool) -> _Work:
    """Finds the files that may have changed: by size and time as far as the cache is to be believed, else all."""
    if trusted and not scope.everything:
        remembered_folders = cache.folders()
        changed = changed_folders(workspace, remembered_folders)
        listing = None if changed is None else list_changed_folders(workspace, changed, remembered_folders)
        if changed is not None and listing is not None:
            named = {path: state for path in scope.files if (state := state_of(workspace.file(path)))}
            listing.files.update(named)
            known = cache.files()
            gone = {path for path in known if path.rpartition("/")[0] in changed} | set(scope.files)
            suspects = [path for path, state in listing.files.items() if known.get(path) != state]
            return _Work(listing, sorted(suspects), gone - set(listing.files), False, started_ns)
    listing = list_files(workspace)
    known = cache.files() if trusted else {}
    suspects = [path for path, state in listing.files.items() if known.get(path) != state]
    return _Work(listing, sorted(suspects), set(), True, started_ns)


def _read_changed(
    workspace: Workspace, suspects: list[str], stored: dict[str, tuple[int, str]], progress: Progress | None
) -> Iterator[list[Article]]:
    """Reads the files whose contents differ from what is stored, some at a time."""
    articles: list[Article] = []
    characters = 0
    for number, path in enumerate(suspects, 1):
        if progress:
            progress("Reading", number, len(suspects))
        article = _read(workspace, path, stored[path][1] if path in stored else "")
        if article is None:
            continue
        articles.append(article)
        characters += len(article.body)
        if len(articles) >= READ_ARTICLES or characters >= READ_CHARACTERS:
            yield articles
            articles, characters = [], 0
    if articles:
        yield articles


def _read_ahead(pieces: Iterator[list[Article]]) -> Iterator[list[Article]]:
    """The same pieces, each read in a thread while the one before is written: SQLite lets other threads run."""
    # A thread that comes back from SQLite waits this long for its turn; by default it is 5 ms, for each statement.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(0.0002)
    try:
        with ThreadPoolExecutor(1) as reader:
            following = reader.submit(next, pieces, None)
            while articles := following.result():
                following = reader.submit(next, pieces, None)
                yield articles
    finally:
        sys.setswitchinterval(interval)


def _batches(pieces: Iterator[list[Article]]) -> Iterator[Iterator[list[Article]]]:
    """The pieces in batches to be committed together; each has to be used up before the next."""
    for first in pieces:
        yield chain((first,), islice(pieces, PIECES_A_BATCH - 1))


def _read(workspace: Workspace, path: str, known: str) -> Article | None:
    """The article in a file, or None if it is what has this digest already."""
    file = workspace.file(path)
    try:
        data = file.read_bytes()
    except FileNotFoundError:  # gone since it was listed: the next look sees that
        return None
    except OSError as error:
        # It stays in the index, empty, so that the problem is seen; the next look tries again.
        fingerprint = digest_of(file)
        if fingerprint is None or fingerprint == known:
            return None
        problem = Problem("unreadable", None, f"cannot be read ({error.strerror})", "mend its permissions")
        return dataclasses.replace(read_article(b"", path), digest=fingerprint, problems=(problem,))
    if digest(data) == known:
        return None
    return read_article(data, path)


def _write(db: Database, articles: list[Article]) -> tuple[int, int]:
    """Writes articles, replacing those with the same path; gives the numbers of new and of changed ones."""
    # Looked up here and not before: another kit, past the lock, may have written meanwhile.
    ids = _ids(db, "articles", "path", [article.path for article in articles])
    changed = len(ids)
    next_id = db.execute("select coalesce(max(id), 0) + 1 from articles").fetchone()[0]
    _remove(db, list(ids.values()))
    for article in articles:
        if article.path not in ids:
            ids[article.path] = next_id
            next_id += 1
    db.table("articles").insert_all((_row(ids[a.path], a) for a in articles), batch_size=READ_ARTICLES)
    _write_names(db, "author", [(ids[a.path], a.authors) for a in articles])
    _write_names(db, "tag", [(ids[a.path], a.tags) for a in articles])
    db.table("problems").insert_all(
        {"article_id": ids[a.path], "kind": p.kind, "line": p.line, "message": p.message, "fix": p.fix}
        for a in articles
        for p in a.problems
    )
    return len(articles) - changed, changed


def _row(id_: int, article: Article) -> dict[str, str | int | None]:
    title = grams(article.title)
    return {
        "id": id_,
        "title": article.title,
        "published": article.published,
        "source": article.source,
        "authors": "; ".join(article.authors) or None,
        "tags": "; ".join(article.tags) or None,
        "language": article.language,
        "url": article.url,
        "description": article.description,
        "modified": article.modified,
        "saved": article.saved,
        "path": article.path,
        "digest": article.digest,
        "body_start": article.body_start,
        "body_line": article.body_line,
        "body": article.body,
        # The title stands twice, as it weighs twice in its own column.
        "cjk": f" {BREAK} ".join(part for part in (title, title, grams(article.body)) if part),
    }


def _write_names(db: Database, one: str, named: list[tuple[int, tuple[str, ...]]]) -> None:
    """Adds authors or tags, and ties them to their articles."""
    many = f"{one}s"
    names = {name for _, ns in named for name in ns}
    db.table(many).insert_all(({"name": name, "folded": fold(name)} for name in sorted(names)), ignore=True)
    ids = _ids(db, many, "name", list(names))
    db.table(f"article_{many}").insert_all(
        {"article_id": id_, f"{one}_id": ids[name]} for id_, ns in named for name in dict.fromkeys(ns)
    )


def _ids(db: Database, table: str, column: str, values: list[str]) -> dict[str, int]:
    """The ids of the rows that have one of these values in a column, by value."""
    found: dict[str, int] = {}
    for some in batched(values, MOST_VARIABLES):
        found.update(db.execute(f"select {column}, id from {table} where {column} in ({marks(some)})", some))
    return found


def _remove(db: Database, ids: list[int]) -> None:
    """Removes articles and all that hangs on them."""
    for some in batched(ids, MOST_VARIABLES):
        forget(db, some)
        forget_versions(db, some)
        for table in ("article_authors", "article_tags", "problems"):
            db.table(table).delete_where(f"article_id in ({marks(some)})", some)
        db.table("articles").delete_where(f"id in ({marks(some)})", some)


def _remove_unused_names(db: Database) -> None:
    """Removes authors and tags that no article has any more."""
    for one, many in (("author", "authors"), ("tag", "tags")):
        db.table(many).delete_where(f"id not in (select {one}_id from article_{many})")


def _merge_segments(db: Database) -> None:
    """Merges the full-text index into few pieces after a large build, a bit at a time, as searching is faster so."""
    pages = -500  # negative: begin a merge of everything
    while True:
        before = db.conn.total_changes
        with transaction(db):
            db.execute("insert into articles_fts(articles_fts, rank) values ('merge', ?)", (pages,))
        if db.conn.total_changes - before < 2:
            return
        pages = 500
