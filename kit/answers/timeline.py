"""When did it happen? Articles, dated passages and quotations on one timeline, read from kit.db with sqlite3 alone.

It is found in two steps: the moments, which are small and tell when and where; and of those that are wanted, the
entries with their sentences, for which the articles' texts are read.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from kit.answers import hits as search
from kit.answers import quotations
from kit.answers.hits import matching_all
from kit.answers.quotations import DAY, SPEAKER, TABLES, Asked, conditions_for
from kit.errors import BadQuery
from kit.labels import GRAINS, Grain, key_of
from kit.records import Count, Entry
from kit.search.filters import Conditions, Filters, article_conditions
from kit.search.passages import fold_space
from kit.search.periods import first_and_last_day
from kit.search.query import Query
from kit.search.sentences import Sentence, articles_to_look_in, find_matching
from kit.text.span import Span

if TYPE_CHECKING:
    from kit.models import Precision

Kind = Literal["published", "event", "quote"]
KINDS: tuple[Kind, ...] = ("published", "event", "quote")
# So many characters of a sentence are given on either side of its date.
MOST_AROUND = 1_000
SORT = ("date", "importance", "published", "source", "file")

# The first and last day of what front matter says: `2024` and `2024-11` are as good as their last day is far.
_FIRST = "substr({0} || '-01-01', 1, 10)"
_LAST = """case length({0}) when 4 then {0} || '-12-31' when 7 then date({0} || '-01', '+1 month', '-1 day')
    else {0} end"""
_PRECISION = "case length({0}) when 4 then 'year' when 7 then 'month' else 'day' end"
# The columns of Moment for each kind; `articles` without its texts is read from the index that has them all.
_SELECT: dict[Kind, str] = {
    "published": f"""
        select {_FIRST.format("articles.published")}, {_LAST.format("articles.published")},
            {_PRECISION.format("articles.published")}, 'published', 0, articles.id, articles.path, 1, null, null, null,
            null, null
        from articles indexed by articles_facts
        where articles.published is not null""",
    "event": """
        select dates.first, dates.last, dates.precision, 'event', dates.future, articles.id, articles.path, dates.line,
            dates.start, dates."end", dates.sentence_start, dates.sentence_end, null
        from dates join articles indexed by articles_facts on articles.id = dates.article_id
        where dates.first is not null""",
    "quote": f"""
        select {_FIRST.format(DAY)}, {_LAST.format(DAY)}, {_PRECISION.format(DAY)}, 'quote', 0, articles.id,
            articles.path, quotes.line, quotes.start, quotes."end", min(quotes.context_start, quotes.start),
            max(quotes.context_end, quotes."end"), {SPEAKER}
        from {TABLES}
        where {DAY} is not null""",
}

_IN_TIME = "date, date_end desc, kind = 'published', file, start, kind"
_REVERSED = "date desc, date_end, kind = 'published' desc, file desc, start desc, kind desc"


class Order(NamedTuple):
    """Which moments are given first: those on the `top` most important days (0 for all), `limit` at most (0 too)."""

    top: int
    sort: str
    reverse: bool
    limit: int


class Moment(NamedTuple):
    """One entry of a timeline without its words: when, in which article, and where; offsets count in the file."""

    date: str
    date_end: str
    precision: Precision
    kind: Kind
    future: int
    article_id: int
    file: str
    line: int
    start: int | None
    end: int | None
    sentence_start: int | None
    sentence_end: int | None
    speaker: str | None

    @property
    def files(self) -> tuple[str]:
        """The article that it is in."""
        return (self.file,)


def count_entries(
    db: sqlite3.Connection,
    query: Query | None,
    filters: Filters,
    by: Grain,
    *,
    kinds: Sequence[Kind],
    speakers: Sequence[str],
) -> list[Count]:
    """How many entries there are by `by`, in order of time; vaguer ones count under their own month or year.

    Raises BadQuery if a value makes no sense.
    """
    if by not in GRAINS:
        raise BadQuery(f"--by {by}: count by {', '.join(GRAINS)}")
    moments = find_moments(db, query, filters, kinds=kinds, speakers=speakers)
    return [
        Count(key=key, count=n) for key, n in Counter(key_of(m.date, m.precision, by).name for m in moments).items()
    ]


def count_undated(
    db: sqlite3.Connection, query: Query | None, filters: Filters, kinds: Sequence[Kind], speakers: Sequence[str]
) -> int:
    """How many articles or quotations drop out of a timeline because they have no date; 0 without a filter by date."""
    articles = search.count_undated(db, query, filters) if "published" in kinds else 0
    asked = Asked(speakers=tuple(speakers), filters=filters)
    return articles + (quotations.count_undated(db, asked) if "quote" in kinds else 0)


def find_moments(
    db: sqlite3.Connection,
    query: Query | None,
    filters: Filters,
    *,
    kinds: Sequence[Kind],
    speakers: Sequence[str],
    limit: int = 0,
    reverse: bool = False,
) -> list[Moment]:
    """The moments in order of time, `limit` at most (0 for all); what is vague comes before what is exact.

    A query asks for its words in the sentence, and of an article that it has them. Raises BadQuery if a filter's value
    makes no sense.
    """
    parts = [_select(db, kind, query, filters, speakers) for kind in KINDS if kind in kinds]
    days = _days(filters)
    both = " union all ".join(sql for sql, _ in parts)
    # Which sentences have the words only the sentences tell.
    first = f"limit {limit}" if limit and not query else ""
    sql = f"""with moments({", ".join(map('"{}"'.format, Moment._fields))}) as ({both})
        select * from moments where {days.where} order by {_REVERSED if reverse else _IN_TIME} {first}"""
    values = (*(value for _, values in parts for value in values), *days.values)
    # Of a million moments most have their days, files and offsets in common: each value is kept once.
    same: dict[object, Any] = {}
    moments = [Moment._make(map(same.setdefault, row, row)) for row in db.execute(sql, values)]
    return _with_words(db, moments, query)[: limit or None] if query else moments


def choose_moments(
    db: sqlite3.Connection,
    query: Query | None,
    filters: Filters,
    order: Order,
    *,
    kinds: Sequence[Kind],
    speakers: Sequence[str],
) -> list[Moment]:
    """The moments that an order leaves, in that order; raises BadQuery if a filter's value or the order is none."""
    top, sort, reverse, limit = order
    if sort == "date" and not top:
        return find_moments(db, query, filters, kinds=kinds, speakers=speakers, limit=limit, reverse=reverse)
    moments = find_moments(db, query, filters, kinds=kinds, speakers=speakers)
    if top:
        moments = on_important_days(moments, top=top)
    return in_order(db, moments, sort, reverse)[: limit or None]


def on_important_days(moments: Sequence[Moment], *, top: int = 0, most: int = 0) -> list[Moment]:
    """The moments on the `top` most important days, or on so many of these that no more than `most` moments remain.

    Both are 0 for all; the order stays.
    """
    days = _important_days(moments)
    if most:
        sizes = Counter((m.date, m.date_end) for m in moments)
        totals = accumulate(sizes[day] for day in days)
        top = max(1, sum(total <= most for total in totals))
    kept = set(days[: top or None])
    return [m for m in moments if (m.date, m.date_end) in kept]


def _important_days(moments: Iterable[Moment]) -> list[tuple[str, str]]:
    """The periods (first and last day) of a timeline: those that most distinct articles tell of come first.

    Single days come before all vaguer periods, and of two that are told of alike the later one comes first.
    """
    telling: dict[tuple[str, str], set[int]] = defaultdict(set)
    for moment in moments:
        # That an article appeared on a day does not say that anything happened then.
        of_day = telling[moment.date, moment.date_end]
        if moment.kind != "published":
            of_day.add(moment.article_id)
    return sorted(telling, key=lambda day: (day[0] == day[1], len(telling[day]), day), reverse=True)


def in_order(db: sqlite3.Connection, moments: list[Moment], sort: str, reverse: bool) -> list[Moment]:
    """The moments, given in order of time, in the order asked for: by date, importance, published, source or file.

    Those alike stay in order of time. Raises BadQuery for another one.
    """
    if sort not in SORT:
        raise BadQuery(f"--sort {sort}: sort by one of {', '.join(SORT)}")
    if sort == "importance":
        rank = {day: place for place, day in enumerate(_important_days(moments))}
        moments = sorted(moments, key=lambda m: rank[m.date, m.date_end])
    elif sort == "file":
        moments = sorted(moments, key=lambda m: m.file)
    elif sort in ("published", "source"):
        sql = f"select id, {sort} from articles indexed by articles_facts"
        of_article = dict(db.execute(sql))
        # What has no date or outlet comes last, whichever way the rest is sorted.
        known = [m for m in moments if of_article[m.article_id] is not None]
        unknown = [m for m in moments if of_article[m.article_id] is None]
        known.sort(key=lambda m: str(of_article[m.article_id]), reverse=reverse)
        return known + unknown
    return moments[::-1] if reverse else moments


def read_entries(db: sqlite3.Connection, moments: Sequence[Moment]) -> list[Entry]:
    """The entries of these moments, in the same order."""
    articles = _articles(db, {moment.article_id for moment in moments})
    return [_entry(moment, articles[moment.article_id]) for moment in moments]


class _Article(NamedTuple):
    id: int
    title: str
    published: str | None
    source: str | None
    url: str | None
    authors: str
    tags: str
    body_start: int
    body: str


def _articles(db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, _Article]:
    sql = f"select {', '.join(_Article._fields)} from articles where id in ({','.join(map(str, sorted(ids)))})"
    return {row[0]: _Article._make(row) for row in db.execute(sql)}


def _entry(moment: Moment, article: _Article) -> Entry:
    expression, text, highlights = None, article.title, list[tuple[int, int]]()
    start, end = moment.start, moment.end
    if start is not None and end is not None:
        base = article.body_start
        first, last = _sentence(moment)
        # What goes on for longer than this is a table or a list, not a sentence, and may hold thousands of dates.
        first, last = max(first, start - MOST_AROUND), min(last, end + MOST_AROUND)
        expression = article.body[start - base : end - base]
        text, highlights = article.body[first - base : last - base], [(start - first, end - first)]
        if text != " ".join(text.split()):
            text, highlights = fold_space(text, [Span(*highlights[0])])
    return Entry(
        file=moment.file,
        line=moment.line,
        start=moment.start,
        end=moment.end,
        title=article.title,
        published=article.published,
        source=article.source,
        url=article.url,
        kind=moment.kind,
        date=moment.date,
        date_end=moment.date_end,
        precision=moment.precision,
        expression=expression,
        text=text,
        highlights=highlights,
        future=bool(moment.future),
        speaker=moment.speaker,
    )


def _sentence(moment: Moment) -> Span:
    return Span(moment.sentence_start or 0, moment.sentence_end or 0)


def _select(
    db: sqlite3.Connection, kind: Kind, query: Query | None, filters: Filters, speakers: Sequence[str]
) -> tuple[str, tuple[str | int, ...]]:
    if kind == "quote":
        conditions = conditions_for(db, Asked(speakers=tuple(speakers), filters=filters))
    else:
        conditions = article_conditions(db, filters)
    if query:
        conditions += matching_all(db, query) if kind == "published" else articles_to_look_in(query)
    return f"{_SELECT[kind]} and {conditions.where}", conditions.values


def _days(filters: Filters) -> Conditions:
    """The conditions for what overlaps the days between `after` and `before`."""
    conditions = Conditions()
    if filters.after is not None:
        conditions += Conditions(("date_end >= ?",), (first_and_last_day(filters.after, "after")[0],))
    if filters.before is not None:
        conditions += Conditions(("date <= ?",), (first_and_last_day(filters.before, "before")[1],))
    return conditions


def _with_words(db: sqlite3.Connection, moments: list[Moment], query: Query) -> list[Moment]:
    """The moments whose sentence has the words; articles have been asked before."""
    sentences: dict[tuple[int, Span], Sentence] = {}
    articles: dict[int, list[Moment]] = defaultdict(list)
    for moment in moments:
        if moment.kind != "published":
            articles[moment.article_id].append(moment)
    for id_, of_article in articles.items():
        article = _articles(db, [id_])[id_]
        for moment in of_article:
            start, end = _sentence(moment)
            text = article.body[start - article.body_start : end - article.body_start]
            fields = (article.title, article.authors, article.source or "", article.tags)
            sentences[id_, Span(start, end)] = Sentence(text, *fields)
    matching = find_matching(query, list(sentences.values()))
    found = {place for position, place in enumerate(sentences) if position in matching}
    return [m for m in moments if m.kind == "published" or (m.article_id, _sentence(m)) in found]
