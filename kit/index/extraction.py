"""The second stage of indexing: quotations, speakers and dates, from the articles whose text is in kit.db already.

Each article is worked on by itself, so a large number of them is spread over all processors. Who a name is across
articles is settled afterwards (speakers/).
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import NamedTuple

from sqlite_utils import Database

from kit.index.database import marks, transaction
from kit.index.parallel import Progress, batched, spread
from kit.index.schema import EXTRACTORS, extractors_of
from kit.models import SpeakerKind
from kit.speakers.handles import handles
from kit.speakers.store import mark_unsettled, mark_unsettled_in
from kit.text.cjk import grams
from kit.text.lines import line_finder

# From so many articles on it pays to start other processes; each is given so many at a time.
MANY_ARTICLES = 200
# Longer than any book: reading it for quotations would take minutes, and gigabytes of memory.
LONGEST_TEXT = 2_000_000
ARTICLES_A_TASK = 25

Row = dict[str, str | int | None]


class Text(NamedTuple):
    """An article as the extractors need it."""

    id: int
    language: str | None
    published: str | None
    body: str
    body_start: int
    body_line: int
    digest: str


class Finds(NamedTuple):
    """What was found in one article, as rows without ids; a quote's `mention` is the place of its mention.

    `problem` says why nothing could be found, and what to do.
    """

    article_id: int
    digest: str
    mentions: list[Row]
    quotes: list[Row]
    dates: list[Row]
    problem: tuple[str, str] | None = None


def extract_pending(db: Database, progress: Progress | None) -> None:
    """Extracts from all articles that need it, a batch a transaction."""
    if extractors_of(db.conn) != EXTRACTORS:
        with transaction(db):
            forget(db, None)
            db.table("about").upsert({"name": "extractors", "value": EXTRACTORS}, pk="name")
    sql = "select id from articles where id not in (select article_id from extracted) order by id"
    pending = [row[0] for row in db.execute(sql)]
    # Closed where it is cut off, so that processes are not waited for.
    with closing(_spread(_texts(db, pending), len(pending), progress)) as finds:
        for batch in batched(finds, 500):
            with transaction(db):
                _write(db, batch)


def forget(db: Database, ids: list[int] | None) -> None:
    """Removes what was extracted from these articles (at most 999), or from all."""
    where = f"article_id in ({marks(ids)})" if ids is not None else "true"
    mark_unsettled_in(db, ids)
    for table in ("quotes", "mentions", "dates", "extracted"):
        db.table(table).delete_where(where, ids or [])
    db.table("problems").delete_where(f"kind = 'extraction' and {where}", ids or [])


def extract_safely(text: Text) -> Finds:
    """What one article holds; nothing, and a problem, if an extractor fails: one article must not cost the others."""
    if len(text.body) > LONGEST_TEXT:
        problem = f"longer than {LONGEST_TEXT:,} characters: no quotations or dates were looked for", "split it"
        return Finds(text.id, text.digest, [], [], [], problem)
    try:
        return extract(text)
    except Exception as error:
        if os.environ.get("KIT_DEBUG"):
            raise
        message = f"quotations and dates could not be looked for ({type(error).__name__}: {error})"
        return Finds(text.id, text.digest, [], [], [], (message, "please report it"))


def extract(text: Text) -> Finds:
    """What one article holds; positions count characters of the file."""
    from kit.dates import find_dates
    from kit.index.said import said_on
    from kit.quotes import find_quotes

    body, base = text.body, text.body_start
    line = line_finder(body, text.body_line)
    events = find_dates(body, published=text.published, language=text.language)
    found = find_quotes(body, language=text.language)
    mentions: dict[tuple[str, str | None, SpeakerKind, str | None], int] = {}
    quotes: list[Row] = []
    for quote, said in zip(found, said_on(body, found, events), strict=True):
        place = None
        if quote.speaker and quote.speaker_kind:
            key = (quote.speaker, quote.role, quote.speaker_kind, quote.acronym)
            place = mentions.setdefault(key, len(mentions))
        words = body[quote.start : quote.end]
        quotes.append(
            {
                "mention": place,
                "quote": words,
                "kind": quote.kind,
                "said": said,
                "line": line(quote.start),
                "start": quote.start + base,
                "end": quote.end + base,
                "speaker_mention": body[quote.mention.start : quote.mention.end] if quote.mention else None,
                "speaker_start": quote.mention.start + base if quote.mention else None,
                "speaker_end": quote.mention.end + base if quote.mention else None,
                "role": quote.role,
                "cue": quote.cue,
                "utterance": quote.group,
                "context_start": quote.context.start + base,
                "context_end": quote.context.end + base,
                "decided": 0,
                "cjk": grams(words),
            }
        )
    dates: list[Row] = [
        {
            "expression": body[event.start : event.end],
            "first": event.first,
            "last": event.last,
            "precision": event.precision,
            "future": int(bool(event.first and text.published and event.first > _last_day(text.published))),
            "reason": event.reason,
            "line": line(event.start),
            "start": event.start + base,
            "end": event.end + base,
            "sentence_start": event.sentence.start + base,
            "sentence_end": event.sentence.end + base,
        }
        for event in events
    ]
    named = [_mention(*mention) for mention in mentions]
    return Finds(text.id, text.digest, named, quotes, dates)


def _mention(name: str, role: str | None, kind: SpeakerKind, acronym: str | None) -> Row:
    surname, beginning = handles(name, kind, acronym) if kind != "description" else (None, None)
    return {"name": name, "role": role, "kind": kind, "inferred": 0, "surname": surname, "beginning": beginning}


def _last_day(published: str) -> str:
    """Something that sorts like the last day that a partial date may be."""
    return published + "-99-99"[: 10 - len(published)]


def _texts(db: Database, ids: list[int]) -> Iterator[Text]:
    columns = "id, language, published, body, body_start, body_line, digest"
    for id_ in ids:
        yield Text._make(db.execute(f"select {columns} from articles where id = ?", (id_,)).fetchone())


def _spread(texts: Iterator[Text], number: int, progress: Progress | None) -> Generator[Finds]:
    """The finds of all texts, in order; of many texts, by as many processes as there are processors."""
    is_many = number >= MANY_ARTICLES
    finds = spread(extract_safely, texts, task=ARTICLES_A_TASK) if is_many else map(extract_safely, texts)
    if progress:
        progress("Finding quotations", 0, number)
    for done, one in enumerate(finds, 1):
        if progress:
            progress("Finding quotations", done, number)
        yield one


def _write(db: Database, batch: list[Finds]) -> None:
    # Another kit, past the lock, may have done some of the work meanwhile, or have put a new text in its place.
    ids = [finds.article_id for finds in batch]
    current = dict(db.execute(f"select id, digest from articles where id in ({marks(ids)})", ids))
    done = {row[0] for row in db.execute(f"select article_id from extracted where article_id in ({marks(ids)})", ids)}
    batch = [f for f in batch if f.article_id not in done and current.get(f.article_id) == f.digest]
    next_mention = _next_id(db, "mentions")
    next_quote = _next_id(db, "quotes")
    mentions: list[Row] = []
    quotes: list[Row] = []
    for finds in batch:
        first = next_mention + len(mentions)
        mentions += [{"id": first + i, "article_id": finds.article_id, **row} for i, row in enumerate(finds.mentions)]
        for row in finds.quotes:
            place = row.pop("mention")
            mention_id = first + place if isinstance(place, int) else None
            quotes.append(
                {"id": next_quote + len(quotes), "article_id": finds.article_id, "mention_id": mention_id, **row}
            )
    db.table("mentions").insert_all(mentions, batch_size=100)
    mark_unsettled(db, mentions)
    db.table("quotes").insert_all(quotes, batch_size=50)
    db.table("dates").insert_all({"article_id": f.article_id, **row} for f in batch for row in f.dates)
    db.table("problems").insert_all(
        {"article_id": f.article_id, "kind": "extraction", "line": None, "message": f.problem[0], "fix": f.problem[1]}
        for f in batch
        if f.problem
    )
    db.table("extracted").insert_all({"article_id": finds.article_id} for finds in batch)


def _next_id(db: Database, table: str) -> int:
    return int(db.execute(f"select coalesce(max(id), 0) + 1 from {table}").fetchone()[0])
