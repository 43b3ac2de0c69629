"""What people type becomes a query: the trees, and whatever is typed, an answer and never an error."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.answers.hits import count_hits, find_hits, read_hits
from kit.index.schema import open_for_reading
from kit.search.filters import Filters
from kit.search.query import parse_query
from kit.search.query.tree import And, Node, Not, Or, Term, parse
from kit.text.structure import paragraphs

if TYPE_CHECKING:
    from tests.conftest import Workspace


def word(text: str, field: str | None = None) -> Term:
    return Term(text, field)


def phrase(text: str, field: str | None = None) -> Term:
    return Term(text, field, is_phrase=True)


A, B, C = word("a"), word("b"), word("c")

TREES: list[tuple[str, Node | None]] = [
    ("a", A),
    ("a b", And((A, B))),
    ("a AND b", And((A, B), typed=True)),
    ("a and b", And((A, word("and"), B))),  # only capitals are operators
    ("a OR b", Or((A, B))),
    ("a or b", And((A, word("or"), B))),
    ("a b OR c", Or((And((A, B)), C))),  # words side by side hold together more closely than OR
    ("a (b OR c)", And((A, Or((B, C))))),
    ("(a OR b) c", And((Or((A, B)), C))),
    ("a -b", And((A, Not(B)))),
    ("a NOT b", And((A, Not(B)))),
    ("a AND NOT b", And((A, Not(B)), typed=True)),
    ("a -(b c)", And((A, Not(And((B, C)))))),
    ('a -"b c"', And((A, Not(phrase("b c"))))),
    ("-a", Not(A)),
    ("NOT NOT a", A),
    ("a--b", word("a--b")),
    ("a - b", And((A, word("-"), B))),
    ("F-35", word("F-35")),
    ("(-a)", Not(A)),
    ('"a b"', phrase("a b")),
    ("“a b”", phrase("a b")),
    ("„a b“", phrase("a b")),
    ("«a b»", phrase("a b")),
    ('"a b"*', Term("a b", None, is_phrase=True, is_prefix=True)),
    ("a*", Term("a", None, is_prefix=True)),
    ("a**", Term("a", None, is_prefix=True)),
    ("a*b", word("a*b")),
    ("title:a", word("a", "title")),
    ("TITLE:a", word("a", "title")),
    ('author:"a b"', phrase("a b", "authors")),
    ("source:(a OR b)", Or((word("a", "source"), word("b", "source")))),
    ("title:(a -b)", And((word("a", "title"), Not(word("b", "title"))))),
    ("-tag:a", Not(word("a", "tags"))),
    ("title:a b", And((word("a", "title"), B))),
    ("subtitle:a", word("subtitle:a")),  # no field of ours
    ("https://a/b", word("https://a/b")),
    # What has no partner or nothing beside it is passed over.
    ('a "b', And((A, B))),
    ('a" b', And((A, B))),
    ("a ) b", And((A, B))),
    ("( a", A),
    ("a AND", A),
    ("OR a", A),
    ("a OR", A),
    ("a OR OR b", Or((A, B))),
    ("a NOT", A),
    ("a AND OR b", Or((A, B))),
    ("() a", A),
    ('"" a', A),
    ("* a", A),
    ("a\0b", And((A, B))),
    ("a\tb\nc", And((A, B, C))),
    # Nothing at all.
    ("", None),
    ("   ", None),
    ("AND", None),
    ("OR", None),
    ("NOT", None),
    ("(((", None),
    (")", None),
    ('"', None),
    ('""', None),
    ("*", None),
    ("\0", None),
]


@pytest.mark.parametrize(("typed", "tree"), TREES, ids=[repr(row[0]) for row in TREES])
def test_parse(typed: str, tree: Node | None) -> None:
    assert parse(typed) == tree


# Articles with everything in them that has troubled a tokenizer.
BODIES = {
    "plain": "Alpha met beta. Gamma did not come; delta's deputy was there.\n\nAlpha left.\n",
    "symbols": "C++ and C# cost $5, or 5-4, in the U.S. at 100% for AT&T.\n",
    "quotes": "“Don’t,” said O’Brien. 'We won't.' He gave his co-operation.\n",
    "korean": "한국은 우크라이나를 지원했다. BTS가 왔다. 2024년에 북한의 군대.\n",
    "decomposed": "Cafe\u0301 in Sa\u0303o Paulo; \u1112\u1161\u11ab\u1100\u116e\u11a8.\n",
    "emoji": "A flag 🇺🇦 and a heart ❤️ and a family 👨‍👩‍👧.\n",
    "odd": "nul\0nul \x1b[31mred\x1b[0m \u202eright\u202c \ue000private\ue001 \ufeffmark alpha\n",
    "crlf": "One alpha\r\ntwo beta\r\n\r\nthree alpha\rfour gamma\x0cfive\u2028six delta\r",
    "markup": "# alpha [bold]beta[/bold]\n\n> gamma *delta*\n\n```\nalpha code\n```\n\n- beta\n- gamma\n",
    "long": "beta " * 400 + "alpha " + "gamma" * 300 + "\n",
    "empty": "",
}


@pytest.fixture(scope="module")
def db(new_workspace: Callable[[], Workspace]) -> Iterator[sqlite3.Connection]:
    ws = new_workspace()
    for file, body in BODIES.items():
        ws.write(file, body.encode())
    ws.write("described", "alpha\n", title="Beta: gamma", author="Ann Ö’Delta", source="The Alpha", tags=["a/b"])
    ws.kit("index")
    connection = open_for_reading(ws.database)
    yield connection
    connection.close()


def texts(db: sqlite3.Connection) -> dict[str, str]:
    return dict(db.execute("select path, body from articles").fetchall())


def fold_space(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def check_answer(db: sqlite3.Connection, typed: str) -> None:
    """Whatever is typed has an answer, in which every hit is where it says it is."""
    query = parse_query(typed)
    if query is None:
        return
    hits = list(read_hits(db, find_hits(db, query, Filters(), limit=0), query))
    assert len({hit["file"] for hit in hits}) == len(hits)
    order = [hit["match"] for hit in hits]
    assert order == sorted(order)  # "all" before "any"
    counts = count_hits(db, query, Filters(), "source")
    assert sum(count["count"] for count in counts) == order.count("all")
    rows = {path: (body, start) for path, body, start in db.execute("select path, body, body_start from articles")}
    for hit in hits:
        body, body_start = rows[hit["file"]]
        if hit["start"] is None or hit["end"] is None:
            assert (hit["start"], hit["end"], hit["snippet"], hit["highlights"]) == (None, None, "", [])
            continue
        start, end = hit["start"] - body_start, hit["end"] - body_start
        assert 0 <= start < end <= len(body)
        assert fold_space(body[start:end]) == hit["snippet"]
        ends = [0]
        for first, last in hit["highlights"]:
            assert ends[-1] <= first < last <= len(hit["snippet"])
            ends.append(last)


ODD_QUERIES = [
    "don't",
    "U.S.",
    "C++",
    "C#",
    "#5",
    "5-4",
    "AT&T",
    "$5",
    "100%",
    "co-operation",
    "O'Brien",
    "O’Brien",
    "'",
    '"',
    "''",
    "a'b\"c",
    "alpha;--",
    "alpha' OR 1=1 --",
    "NEAR(alpha beta)",
    "alpha NEAR beta",
    "NEAR/2",
    "^alpha",
    "alpha + beta",
    "{title body} : alpha",
    "-{title} : alpha",
    "body:alpha",
    "cjk:alpha",
    "rowid:1",
    "alpha^2",
    "🇺🇦",
    "❤️",
    "❤",
    "\u0301",
    "e\u0301",
    "\u200d",
    "\u202e",
    "\ufeff",
    "\0alpha\0",
    "\ue000",
    "\ud800",
    "caf\udce9",
    "한국",
    "한",
    "국은",
    "BTS가",
    "2024년",
    "\u1112\u1161\u11ab\u1100\u116e\u11a8",
    "\u1112",
    "ㅋㅋㅋ",
    "한*",
    '"한국은 우크라이나"',
    "title:한국",
    "-한국 alpha",
    "-🇺🇦",
    "the",
    "the of and",
    "who",
    "x" * 10_000,
    "alpha " * 2_000,
    " ".join(f"w{n}" for n in range(3_000)),
    "(" * 5_000 + "alpha",
    "-" * 5_000 + "alpha",
    "NOT " * 5_000 + "alpha",
    '"' * 5_001,
    "*" * 5_000,
    "title:" * 2_000 + "alpha",
    "alpha OR " * 2_000 + "beta",
    "alpha -" + " -".join(f"w{n}" for n in range(1_000)),
]


@pytest.mark.parametrize("typed", ODD_QUERIES, ids=[ascii(q[:20]) for q in ODD_QUERIES])
def test_odd_queries(db: sqlite3.Connection, typed: str) -> None:
    check_answer(db, typed)


@pytest.mark.parametrize("depth", [10, 40, 70, 99, 150, 1_000])
@pytest.mark.parametrize("shape", ["({} OR b{n}) c{n}", "c{n} ({} b{n})", "-({} b{n})", "b{n} OR (c{n} {})"])
def test_deep_brackets(db: sqlite3.Connection, depth: int, shape: str) -> None:
    typed = "alpha"
    for n in range(depth):
        typed = shape.replace("{n}", str(n)).replace("{}", f"({typed})")
    check_answer(db, typed)


PIECES = st.sampled_from(
    [
        *("alpha", "beta", "gamma", "delta", "한국", "한", "C++", "don't", "the", "and", "🇺🇦", "é", "\u0301", "\ue000"),
        *("AND", "OR", "NOT", "NEAR", "(", ")", '"', "“", "”", "'", "-", "--", "*", ":", "title:", "author:", "tag:"),
        *("^", "+", "{", "}", ",", "\\", "\x1b", "\u202e", "\ud83d", "\0", "x*", "[/]", "%", "_", "?", "[", "\n"),
    ]
)
TYPED = st.one_of(
    st.text(max_size=40),
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(PIECES, max_size=14).map(" ".join),
)


@settings(max_examples=300, deadline=None)
@given(typed=TYPED)
def test_whatever_is_typed_has_an_answer(db: sqlite3.Connection, typed: str) -> None:
    check_answer(db, typed)


# Words in brackets, under AND, OR and NOT in any order, beside the set of those articles of `having` that answer.
Asked = tuple[str, frozenset[str]]


def queries(having: dict[str, frozenset[str]]) -> st.SearchStrategy[Asked]:
    everything = frozenset().union(*having.values())

    def larger(inner: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
        two = st.tuples(inner, inner)
        return st.one_of(
            inner.map(lambda a: (f"-({a[0]})", everything - a[1])),
            two.map(lambda ab: (f"({ab[0][0]} AND {ab[1][0]})", ab[0][1] & ab[1][1])),
            two.map(lambda ab: (f"({ab[0][0]} OR {ab[1][0]})", ab[0][1] | ab[1][1])),
        )

    return st.recursive(st.sampled_from(sorted(having.items())), larger, max_leaves=6)


EACH = frozenset(BODIES) | {"described"}
HAVING = {
    "alpha": frozenset({"plain", "odd", "crlf", "markup", "long", "described"}),
    "beta": frozenset({"plain", "crlf", "markup", "long", "described"}),
    "delta": frozenset({"plain", "crlf", "markup"}),
    "captain": frozenset[str](),
}


@settings(max_examples=300, deadline=None)
@given(asked=queries({**HAVING, "-captain": EACH}))
def test_and_or_and_not_mean_what_they_say(db: sqlite3.Connection, asked: Asked) -> None:
    typed, answering = asked
    hits = find_hits(db, parse_query(typed), Filters(), limit=0, each=True)
    found = {hit.file.removeprefix("articles/").removesuffix(".md") for hit in hits if hit.match == "all"}
    assert found == answering, typed


@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), min_size=1, max_size=4, unique=True))
def test_all_words_occur(db: sqlite3.Connection, words: list[str]) -> None:
    query = parse_query(" ".join(words))
    bodies = texts(db)
    for hit in read_hits(db, find_hits(db, query, Filters(), limit=0), query):
        text = (bodies[hit["file"]] + " " + hit["title"]).lower()
        occurring = [word in text for word in words]
        assert all(occurring) if hit["match"] == "all" else any(occurring)


def test_passages_lie_in_paragraphs(db: sqlite3.Connection) -> None:
    alpha = parse_query("alpha")
    for hit in read_hits(db, find_hits(db, alpha, Filters(), limit=0), alpha):
        body, body_start = db.execute("select body, body_start from articles where path = ?", (hit["file"],)).fetchone()
        if hit["start"] is not None and hit["end"] is not None:
            start, end = hit["start"] - body_start, hit["end"] - body_start
            assert any(p.start <= start and end <= p.end for p in paragraphs(body))
