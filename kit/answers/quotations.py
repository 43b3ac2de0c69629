"""Who said it? What is asked for in, quotations out; reads kit.db with sqlite3 alone."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from kit.answers.hits import counts_in_order
from kit.errors import BadQuery
from kit.records import Count, Quotation
from kit.search.checks import add_checks
from kit.search.filters import Conditions, Filters, article_conditions, one_of, published_between
from kit.search.query.inside import conditions_on_quotes
from kit.text.names import PARTICLES, fits, fold, in_one_spelling, typed_in_one_spelling

KINDS = ("direct", "mixed", "indirect")
USUAL_KINDS = ("direct", "mixed")

# The day of a quotation: that on which it was said, else that of the article.
DAY = "coalesce(quotes.said, articles.published)"
# A person's name across articles, else what the article calls the speaker. What was decided by a person is final.
SPEAKER = "case when quotes.decided then speakers.name else coalesce(speakers.name, mentions.name) end"
SPEAKER_KIND = "case when quotes.decided then speakers.kind else coalesce(speakers.kind, mentions.kind) end"
TABLES = """quotes join articles indexed by articles_facts on articles.id = quotes.article_id
    left join speakers on speakers.id = quotes.speaker_id left join mentions on mentions.id = quotes.mention_id"""

# El-Sisi is Sisi where nobody has an article; but Al Gore is no Gore.
_ARTICLE = re.compile(r"\b[aeu]l-(?=\w{3})", re.IGNORECASE)

SORT = ("speaker", "day", "published", "source", "file")
BY = {
    "speaker": SPEAKER,
    "kind": "quotes.kind",
    "role": "quotes.role",
    "source": "articles.source",
    "year": f"substr({DAY}, 1, 4)",
    "month": f"substr({DAY}, 1, 7)",
}


class Asked(NamedTuple):
    """What quotations are asked for: words inside them, by whom, of which kinds, and the filters."""

    words: str = ""
    speakers: tuple[str, ...] = ()
    kinds: tuple[str, ...] = USUAL_KINDS
    filters: Filters = Filters()


class Fitting(NamedTuple):
    """The speakers whom a typed name fits, id → name; descriptions of somebody unnamed where no name fits."""

    speakers: dict[int, str]
    descriptions: tuple[str, ...]


class Said(NamedTuple):
    """What it takes to put a quotation in its place; `namesake` tells which one of several people of one name spoke."""

    id: int
    article_id: int
    speaker_id: int | None
    speaker: str | None
    day: str | None
    published: str | None
    source: str | None
    file: str
    start: int
    namesake: int | None

    @property
    def files(self) -> tuple[str]:
        """The article that it is in."""
        return (self.file,)


def kinds_of(typed: Iterable[str], usual: tuple[str, ...] = USUAL_KINDS) -> tuple[str, ...]:
    """The kinds of quotations that options name, the usual ones if none do; raises BadQuery if one is no kind."""
    named = [kind for one in typed for kind in one.replace("+", ",").split(",")]
    if wrong := [kind for kind in named if kind not in (*KINDS, "all")]:
        raise BadQuery(f"--kind {wrong[0]}: direct, mixed, indirect or all")
    return KINDS if "all" in named else tuple(dict.fromkeys(named)) or usual


def find_quotations(
    db: sqlite3.Connection, asked: Asked, *, limit: int = 0, sort: str = "speaker", reverse: bool = False
) -> list[Said]:
    """The quotations asked for, `limit` at most (0 for all).

    Sorted by speaker, those who are quoted most come first and unknown ones last, and each one's quotations are in the
    order of their days. Raises BadQuery if a value makes no sense.
    """
    if sort not in SORT:
        raise BadQuery(f"--sort {sort}: sort by one of {', '.join(SORT)}")
    conditions = conditions_for(db, asked)
    if limit and sort == "speaker" and not reverse:
        conditions += _by_the_most_quoted(db, conditions, limit)
    columns = f"quotes.id, quotes.article_id, quotes.speaker_id, {SPEAKER}, {DAY}"
    columns += ", articles.published, articles.source, articles.path, quotes.start, null"
    sql = f"select {columns} from {TABLES} where {conditions.where}"
    # Of a million quotations most have their speakers, days and files in common: each value is kept once.
    same: dict[object, Any] = {}
    rows = [Said._make(map(same.setdefault, row, row)) for row in db.execute(sql, conditions.values)]
    return _numbered(_sorted(rows, sort, reverse)[: limit or None])


def count_quotations(db: sqlite3.Connection, asked: Asked, by: str) -> list[Count]:
    """How many quotations are by each speaker, from each outlet ...; raises BadQuery if a value makes no sense.

    Two people of one name are counted apart. Quotations that lack what is counted by have the key None.
    """
    conditions = conditions_for(db, asked)
    tables, key = TABLES, BY.get(by, "name")
    if by in ("speaker", "role"):
        id_ = "quotes.speaker_id" if by == "speaker" else "null"
        sql = f"select {key}, {id_}, count(*) from {tables} where {conditions.where} group by 1, 2"
        return counts_by_name(db.execute(sql, conditions.values))
    if by in ("author", "tag"):
        tables += f""" left join article_{by}s on article_{by}s.article_id = articles.id
            left join {by}s on {by}s.id = {by}_id"""
        key = f"{by}s.name"
    elif by not in BY:
        raise BadQuery(f"--by {by}: count by {', '.join((*BY, 'author'))} or tag")
    sql = f"select {key} as key, count(*) as count from {tables} where {conditions.where} group by key"
    return counts_in_order(db, sql, conditions.values, by)


def counts_by_name(rows: Iterable[tuple[str | None, int | None, int]]) -> list[Count]:
    """The counts in (name, speaker, count) of each speaker, or where that is None of each name, the most first.

    The name of a role or a description is one however it is written ("Mayor", "the mayor"), in its most frequent form.
    """
    forms: dict[int | str, Counter[str]] = defaultdict(Counter)
    for name, speaker, count in rows:
        forms[name_key(name or "") if speaker is None else speaker][name or ""] += count
    counts = [Count(key=usual_form(names) or None, count=names.total()) for names in forms.values()]
    return sorted(counts, key=lambda c: (-c["count"], c["key"] is None, c["key"]))


def name_key(name: str) -> str:
    """What is the same in all ways to write a role or a description."""
    return fold(name).removeprefix(" the") or name


def usual_form(forms: Mapping[str, int]) -> str:
    """The most frequent of several forms, of equally frequent ones the first by the alphabet."""
    return min(forms, key=lambda form: (-forms[form], form))


def count_undated(db: sqlite3.Connection, asked: Asked) -> int:
    """How many quotations drop out because they have no day to compare; 0 without a filter by date."""
    filters = asked.filters
    conditions = Conditions()
    if filters.published_after is not None or filters.published_before is not None:
        conditions = Conditions(("articles.published is null",))
        filters = filters._replace(published_after=None, published_before=None)
    elif filters.after is not None or filters.before is not None:
        conditions = Conditions((f"{DAY} is null",))
    else:
        return 0
    conditions += _conditions(db, asked._replace(filters=filters))
    return int(db.execute(f"select count(*) from {TABLES} where {conditions.where}", conditions.values).fetchone()[0])


def fitting_speakers(db: sqlite3.Connection, typed: str) -> Fitting:
    """Whom a typed name fits: by full name, surname, alias or part, in any case, without accents and hyphens.

    A title before it ("Pope Francis"), the article of "al-Sisi" and the order of the words ("Starmer, Keir") only count
    where somebody has them.
    """
    words = fold(typed).split()
    if not words:
        return Fitting({}, ())
    ways = (typed, " ".join(_without_title(words)), _ARTICLE.sub("", typed))
    if found := next(filter(None, (_bearers(db, way) for way in dict.fromkeys(ways))), {}):
        return Fitting(found, ())
    sql = "select distinct name from mentions where kind = 'description' and instr(lower(name), ?)"
    names = (row[0] for row in db.execute(sql, (max((w for w in words if w.isascii()), key=len, default=""),)))
    if described := tuple(sorted(name for name in names if fits(fold(name), typed))):
        return Fitting({}, described)
    return Fitting(_bearers_in_any_order(db, set(in_one_spelling(fold(typed)).split()) - {"the"}), ())


def _bearers(db: sqlite3.Connection, typed: str) -> dict[int, str]:
    # What SQLite can tell first, so that few names have to be looked at word for word.
    sql = "select id, name, folded from speakers where instr(replace(folded, ' ', ''), ?)"
    rows = db.execute(sql, (fold(typed).replace(" ", ""),))
    found = {id_: name for id_, name, folded in rows if any(fits(one, typed) for one in folded.split("|"))}
    return found | _bearers_in_other_spelling(db, typed)


def _bearers_in_other_spelling(db: sqlite3.Connection, typed: str) -> dict[int, str]:
    """Those whom a name with al-, bin or Abdul fits in another spelling of that."""
    words = typed_in_one_spelling(typed).split()
    others = [word for word in words if word not in PARTICLES]
    if not others or len(others) == len(words):
        return {}
    rows = db.execute("select id, name, folded from speakers where instr(folded, ?)", (max(others, key=len),))
    wanted = f" {' '.join(words)} "
    return {
        id_: name
        for id_, name, folded in rows
        if any(wanted in f"{in_one_spelling(one)} " for one in folded.split("|"))
    }


def _bearers_in_any_order(db: sqlite3.Connection, words: set[str]) -> dict[int, str]:
    sql = "select id, name, folded from speakers where instr(folded, ?)"
    rows = db.execute(sql, (max(words - PARTICLES, key=len),)) if words - PARTICLES else ()
    return {
        id_: name
        for id_, name, folded in rows
        if any(words <= set(in_one_spelling(one).split()) for one in folded.split("|"))
    }


def _without_title(words: list[str]) -> list[str]:
    from kit.speakers.names import TITLES

    first = next((place for place, word in enumerate(words[:-1]) if word not in TITLES), len(words) - 1)
    return words[first:]


def nearest_speakers(db: sqlite3.Connection, typed: str) -> list[str]:
    """Up to three names of speakers: first those that have a word which begins so, then those that are most like it."""
    from kit.search.suggest import nearest_names

    speakers = db.execute("select name, folded from speakers order by name")
    return nearest_names(typed, ((name, folded.split("|")) for name, folded in speakers))


def conditions_for(db: sqlite3.Connection, asked: Asked) -> Conditions:
    """The conditions, on `TABLES`, for all that is asked; raises BadQuery if a value makes no sense."""
    return _conditions(db, asked) + published_between(asked.filters.after, asked.filters.before, day=DAY)


def _conditions(db: sqlite3.Connection, asked: Asked) -> Conditions:
    """The conditions for all that is asked but the own day."""
    add_checks(db)
    conditions = article_conditions(db, asked.filters)
    if set(asked.kinds) != set(KINDS):
        conditions += one_of("quotes.kind", asked.kinds)
    if asked.speakers:
        conditions += _by_speakers(db, asked.speakers)
    if asked.words.strip():
        words = conditions_on_quotes(asked.words)
        if words is None:
            raise BadQuery(f"nothing to search for in {asked.words!r}")
        conditions += words
    return conditions


def _by_speakers(db: sqlite3.Connection, typed: Iterable[str]) -> Conditions:
    """Quotations by one of these."""
    fitting = [fitting_speakers(db, name) for name in typed]
    ids = sorted({id_ for some in fitting for id_ in some.speakers})
    descriptions = sorted({name for some in fitting for name in some.descriptions})
    conditions = Conditions((f"quotes.speaker_id in ({','.join(map(str, ids))})",))
    if descriptions:
        called = one_of("name", descriptions)
        described = f"quotes.mention_id in (select id from mentions where kind = 'description' and {called.where})"
        conditions = Conditions((f"({conditions.where} or not quotes.decided and {described})",), called.values)
    return conditions


def _by_the_most_quoted(db: sqlite3.Connection, conditions: Conditions, number: int) -> Conditions:
    """Quotations by those who are quoted most, no more of them than it takes for this number of quotations."""
    sql = f"""select quotes.speaker_id, count(*) from {TABLES} where {conditions.where}
        and quotes.speaker_id is not null group by 1 order by 2 desc"""
    ids: list[str] = []
    found = last = 0
    for id_, count in db.execute(sql, conditions.values):
        if found >= number and count < last:
            return Conditions((f"quotes.speaker_id in ({','.join(ids)})",))
        ids.append(str(id_))
        found, last = found + count, count
    return Conditions()


def _sorted(rows: list[Said], sort: str, reverse: bool) -> list[Said]:
    """The rows in order; what lacks that which they are sorted by comes last, whichever way the rest is sorted."""

    def place(row: Said) -> tuple[str, str, int]:
        return row.day or "~", row.file, row.start

    rows = sorted(rows, key=place)
    if sort == "speaker":
        return _by_frequency(rows, reverse)
    known = [row for row in rows if getattr(row, sort) is not None]
    known.sort(key=lambda row: str(getattr(row, sort)), reverse=reverse)
    return known + [row for row in rows if getattr(row, sort) is None]


def _by_frequency(rows: list[Said], reverse: bool) -> list[Said]:
    """The rows speaker by speaker, the most quoted first, or last; then those with a mere description; then unknown.

    A description stands for somebody in its own article alone.
    """
    groups: dict[tuple[object, ...], list[Said]] = {}
    for row in rows:
        key = (row.speaker_id,) if row.speaker_id is not None else (row.speaker, row.speaker and row.article_id)
        groups.setdefault(key, []).append(row)
    # Groups that are equal in all this stay in the order of their first rows, which is not that of ids.
    ordered = sorted(groups.values(), key=lambda group: (-len(group), str(group[0].speaker)))
    named = [group for group in ordered if group[0].speaker_id is not None]
    described = sorted(
        (g for g in ordered if g[0].speaker_id is None), key=lambda g: (g[0].speaker is None, g[0].speaker)
    )
    return [row for group in (*(named[::-1] if reverse else named), *described) for row in group]


def _numbered(rows: list[Said]) -> list[Said]:
    """The rows, in which speakers of one name are numbered in the order in which they come."""
    ids: dict[str | None, dict[int, int]] = defaultdict(dict)
    for row in rows:
        if row.speaker_id is not None:
            same = ids[row.speaker]
            same.setdefault(row.speaker_id, len(same) + 1)
    numbers = {id_: number for same in ids.values() if len(same) > 1 for id_, number in same.items()}
    return [row._replace(namesake=numbers[row.speaker_id]) if row.speaker_id in numbers else row for row in rows]


def read_quotations(db: sqlite3.Connection, rows: Sequence[Said]) -> list[Quotation]:
    """The records for these quotations, in this order."""
    cursor = db.cursor()
    cursor.row_factory = sqlite3.Row
    sql = f"""select quotes.*, {SPEAKER_KIND} as speaker_kind, mentions.speaker_id as found_id from quotes
        left join speakers on speakers.id = quotes.speaker_id left join mentions on mentions.id = quotes.mention_id
        where quotes.id in ({_listed(row.id for row in rows)})"""
    quotes = {quote["id"]: quote for quote in cursor.execute(sql)}
    sql = f"""select id, title, published, source, url, body_start, body from articles
        where id in ({_listed(row.article_id for row in rows)})"""
    articles = {article["id"]: article for article in cursor.execute(sql)}
    return [_record(cursor, row, quotes[row.id], articles[row.article_id]) for row in rows]


def _listed(ids: Iterable[int]) -> str:
    return ",".join(map(str, sorted(set(ids))))


def _record(cursor: sqlite3.Cursor, row: Said, quote: sqlite3.Row, article: sqlite3.Row) -> Quotation:
    """One record; where another speaker was decided, what pointed at the one who was found is left out."""
    other = quote["decided"] and quote["found_id"] != quote["speaker_id"]
    base = article["body_start"]
    return Quotation(
        file=row.file,
        line=quote["line"],
        start=quote["start"],
        end=quote["end"],
        title=article["title"],
        published=article["published"],
        source=article["source"],
        url=article["url"],
        quote=quote["quote"],
        kind=quote["kind"],
        speaker=row.speaker,
        speaker_kind=quote["speaker_kind"],
        namesake=row.namesake,
        speaker_mention=None if other else quote["speaker_mention"],
        speaker_start=None if other else quote["speaker_start"],
        speaker_end=None if other else quote["speaker_end"],
        role=_role_here(cursor, quote) if other else quote["role"],
        cue=quote["cue"],
        said=quote["said"],
        utterance=quote["utterance"],
        context=article["body"][quote["context_start"] - base : quote["context_end"] - base],
        decided=bool(quote["decided"]),
    )


def _role_here(cursor: sqlite3.Cursor, quote: sqlite3.Row) -> str | None:
    """What the article calls the speaker who was decided on, if it does so at another place."""
    sql = "select max(role) from mentions where article_id = ? and speaker_id = ? and role is not null"
    return cursor.execute(sql, (quote["article_id"], quote["speaker_id"])).fetchone()[0]  # type: ignore[no-any-return]
