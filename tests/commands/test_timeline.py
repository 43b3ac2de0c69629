"""`kit timeline`, run as a user runs it: what is found, by which filters, in which order, and what each record says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.conftest import Workspace

KEYS = {
    *("file", "line", "start", "end", "title", "published", "source", "url"),
    *("kind", "date", "date_end", "precision", "expression", "text", "highlights", "future", "speaker"),
}


@pytest.fixture(scope="module")
def news(new_workspace: Callable[[], Workspace]) -> Workspace:
    """A small corpus that all tables here ask."""
    ws = new_workspace()
    ws.write(
        "ferry",
        "The ferry Halden ran aground off Osmund on Monday with 214 people on board.\n\n"
        "“Nobody was hurt,” Captain Ilse Brandt said on Tuesday.\n\n"
        "An inquiry will open on March 14, 2025. The ship was built in 1998.\n",
        title="Ferry aground",
        published="2024-11-20",
        source="Osmund Post",
        tags=["sea"],
        language="en",
    )
    ws.write(
        "again",
        "With 214 people on board, the ferry Halden ran aground off Osmund on Monday.\n",
        title="Halden stuck",
        published="2024-11-21",
        source="The Daily",
        author="Ann Lee-Moss",
        language="en",
    )
    ws.write("month", "Prices rose last month.\n", title="Prices", published="2024-11", source="The Daily")
    ws.write("undated", "The harbour opened on Jan. 5, 2024. It was closed on Monday.\n", title="Harbour")
    return ws


def told(ws: Workspace, *args: str) -> list[tuple[str, str, str | None]]:
    """Kind, period and expression of each record."""
    run = ws.kit("timeline", *args, "--jsonl")
    assert run.status == (0 if run.jsonl else 1)
    return [(r["kind"], _period(r), r["expression"]) for r in run.jsonl]


def _period(record: dict[str, str]) -> str:
    first, last = record["date"], record["date_end"]
    return first if first == last else f"{first}/{last}"


EVENTS = [
    ("event", "1998-01-01/1998-12-31", "1998"),
    ("event", "2024-01-05", "Jan. 5, 2024"),
    ("published", "2024-11-01/2024-11-30", None),
    ("event", "2024-11-18", "Monday"),
    ("event", "2024-11-18", "Monday"),
    ("event", "2024-11-19", "Tuesday"),
    ("published", "2024-11-20", None),
    ("published", "2024-11-21", None),
    ("event", "2025-03-14", "March 14, 2025"),
]


def test_articles_and_dated_passages_stand_oldest_first_and_vague_before_exact(news: Workspace) -> None:
    assert [row for row in told(news) if row[2] != "last month"] == EVENTS


def test_reverse_is_the_other_way_round(news: Workspace) -> None:
    assert told(news, "--reverse") == told(news)[::-1]


def test_a_record_has_its_place_and_its_sentence(news: Workspace) -> None:
    record = next(r for r in news.kit("timeline", "--json").json if r["expression"] == "March 14, 2025")
    assert set(record) == KEYS
    text = (news.root / record["file"]).read_text(encoding="utf-8")
    assert text[record["start"] : record["end"]] == "March 14, 2025"
    assert text.split("\n")[record["line"] - 1].startswith("An inquiry")
    [(start, end)] = record["highlights"]
    assert record["text"] == "An inquiry will open on March 14, 2025."
    assert record["text"][start:end] == "March 14, 2025"
    assert (record["future"], record["precision"], record["date_end"]) == (True, "day", "2025-03-14")
    assert (record["title"], record["published"], record["source"]) == ("Ferry aground", "2024-11-20", "Osmund Post")


def test_an_article_is_as_exact_as_its_date(news: Workspace) -> None:
    record = next(r for r in news.kit("timeline", "--json").json if r["title"] == "Prices" and r["kind"] == "published")
    assert (record["date"], record["date_end"], record["precision"]) == ("2024-11-01", "2024-11-30", "month")
    assert (record["line"], record["start"], record["end"], record["text"]) == (1, None, None, "Prices")


FOUND: list[tuple[tuple[str, ...], list[str | None]]] = [
    # what kind
    (("--kind", "published"), [None, None, None]),
    (("--kind", "event", "--source", "osmund"), ["1998", "Monday", "Tuesday", "March 14, 2025"]),
    (("--kind", "event", "--kind", "published", "--author", "lee-moss"), ["Monday", None]),
    # the event's own day, overlap counts
    (("--after", "2025"), ["March 14, 2025"]),
    (("--after", "2024-11-19", "--before", "2024-11-19", "--source", "osmund"), ["Tuesday"]),
    (("--before", "1998-06"), ["1998"]),
    (("--before", "1997"), []),
    (("--after", "2024-11-30", "--before", "2024-12-31", "--kind", "published"), [None]),
    (("--after", "2024-12", "--before", "2024-12"), []),
    # the article's day
    (("--published-after", "2024-11-21"), [None, "Monday", None]),
    (("--published-before", "2024-11-20", "--kind", "event", "--tag", "sea", "--after", "2025"), ["March 14, 2025"]),
    # words: in the sentence; of an article, in the article
    (("aground",), ["Monday", "Monday", None, None]),
    (("inquiry",), [None, "March 14, 2025"]),
    (("inquiry", "--kind", "event"), ["March 14, 2025"]),
    (("inquiry", "aground", "--kind", "event"), []),
    (("ferries", "-with", "--kind", "event"), []),
    (("ferry", "-inquiry", "--kind", "event"), ["Monday", "Monday"]),
    (('"people on board"', "--kind", "event"), ["Monday", "Monday"]),
    (('"board people"', "--kind", "event"), []),
    (("inquiry", "OR", "built", "--kind", "event"), ["1998", "March 14, 2025"]),
    (("built", "OR", "-aground", "--kind", "event", "--source", "osmund"), ["1998", "Tuesday", "March 14, 2025"]),
    (("ferry", "(aground", "OR", "-inquiry)", "--kind", "event"), ["Monday", "Monday"]),
    (("title:stuck", "--kind", "event"), ["Monday"]),
    (("source:daily", "aground", "--kind", "event"), ["Monday"]),
    (("harb*", "--kind", "event"), ["Jan. 5, 2024"]),
    (("halden", "--kind", "event", "--file", "*again*"), ["Monday"]),
    (("-aground", "--kind", "event", "--source", "osmund"), ["1998", "Tuesday", "March 14, 2025"]),
    (("nowhere",), []),
    # how many
    (("--kind", "event", "--limit", "1"), ["1998"]),
    (("--kind", "event", "--reverse", "--limit", "1"), ["March 14, 2025"]),
    (("--kind", "event", "--top", "1"), ["Monday", "Monday"]),
    (("--kind", "event", "--source", "osmund", "--sort", "importance", "--limit", "2"), ["March 14, 2025", "Tuesday"]),
]


@pytest.mark.parametrize(("args", "expressions"), FOUND)
def test_filters(news: Workspace, args: tuple[str, ...], expressions: list[str | None]) -> None:
    assert [row[2] for row in told(news, *args) if row[2] != "last month"] == expressions


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (
            "day",
            ["1998", "2024-01-05", "2024-11", "2024-11-18", "2024-11-19", "2024-11-20", "2024-11-21", "2025-03-14"],
        ),
        ("week", ["1998", "2024-W01", "2024-11", "2024-W47", "2025-W11"]),
        ("month", ["1998", "2024-01", "2024-11", "2025-03"]),
        ("year", ["1998", "2024", "2025"]),
    ],
)
def test_by_counts_and_what_is_vague_counts_by_itself(news: Workspace, by: str, keys: list[str]) -> None:
    counts = news.kit(
        "timeline", "--by", by, "--json", "--file", "*ferry*", "--file", "*again*", "--file", "*undated*"
    ).json
    assert [count["key"] for count in counts] == [key for key in keys if key != "2024-11" or by == "month"]
    assert sum(count["count"] for count in counts) == 8


def test_a_persons_quotations_stand_at_the_day_they_were_said(news: Workspace) -> None:
    [record] = news.kit("timeline", "--speaker", "brandt", "--json").json
    assert (record["kind"], record["date"], record["speaker"]) == ("quote", "2024-11-19", "Ilse Brandt")
    assert record["expression"].startswith("Nobody was hurt")
    text = (news.root / record["file"]).read_text(encoding="utf-8")
    assert text[record["start"] : record["end"]] == record["expression"]


def test_a_speaker_and_all_kinds(news: Workspace) -> None:
    kinds = [kind for kind, _, _ in told(news, "--speaker", "brandt", "--kind", "all")]
    assert set(kinds) == {"quote", "event", "published"}
    assert kinds.count("quote") == 1


def test_in_a_pipe_an_entry_is_a_line_that_begins_with_its_date(news: Workspace) -> None:
    lines = [line.split("\t") for line in news.kit("timeline", "--source", "osmund").out.splitlines()]
    assert [(when, word) for when, word, *_ in lines] == [
        ("1998", "happened"),
        ("2024-11-18", "happened"),
        ("2024-11-19", "happened"),
        ("2024-11-20", "published"),
        ("2025-03-14", "announced"),
    ]
    assert lines[1][2:] == [
        "articles/ferry.md:8",
        "Osmund Post",
        "",
        "The ferry Halden ran aground off Osmund on Monday with 214 people on board.",
    ]


def test_csv_has_every_record(news: Workspace) -> None:
    out = news.kit("timeline", "--csv").out.splitlines()
    assert out[0].startswith(
        "file,line,start,end,title,published,source,url,kind,date,date_end,precision,expression,text"
    )
    assert len(out) == 1 + len(told(news))


def test_markdown_of_an_article_that_says_nothing_of_itself(ws: Workspace) -> None:
    ws.write("a", "The weir broke on 4 May 2023.\n")
    item = "- **4 May 2023** The weir broke on **4 May 2023**. — (articles/a.md:1)"
    assert ws.kit("timeline", "--markdown").out == f"## Week of 1 May 2023\n\n{item}\n"


def test_markdown_has_a_heading_for_each_period(news: Workspace) -> None:
    out = news.kit(
        "timeline", "--markdown", "--after", "2024-11-18", "--before", "2024-11-20", "--source", "osmund"
    ).out
    assert out.splitlines()[:3] == [
        "## Week of 18 Nov 2024",
        "",
        "- **18 Nov 2024** The ferry Halden ran aground off Osmund on **Monday** with 214 people on board."
        " — Osmund Post, 2024-11-20 (articles/ferry.md:8)",
    ]


def test_those_without_a_date_drop_out_and_are_counted(news: Workspace) -> None:
    assert "kit: left out 1 without a date" in news.kit("timeline", "--after", "2024").err
    assert "left out" not in news.kit("timeline").err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--kind", "rumour"), "--kind rumour: one of published, event, quote or all"),
        (("--by", "decade"), "--by decade: one of day, week, month, year"),
        (("--by", "year", "--top", "3"), "--top and --by exclude each other"),
        (("--sort", "colour"), "--sort colour: sort by one of date, importance"),
        (("--after", "soon"), "--after soon: not a date"),
        (("...",), "nothing to search for in '...'"),
    ],
)
def test_what_makes_no_sense_is_said(news: Workspace, args: tuple[str, ...], said: str) -> None:
    run = news.kit("timeline", *args)
    assert run.status == 2
    assert run.err.startswith(f"kit: {said}")
    assert run.out == ""


def test_on_a_screen_one_event_stands_once(news: Workspace) -> None:
    status, screen = news.screen("timeline", "aground", "--kind", "event", env={"NO_COLOR": "1"})
    assert status == 0
    assert screen.count("ran aground") == 1
    assert "2 outlets · " in screen
    assert "The Daily, Osmund Post" in screen
    assert news.screen("timeline", "aground", "--kind", "event", "--all")[1].count("ran aground") == 2


def test_by_counts_on_a_screen_as_well(news: Workspace) -> None:
    """As `--by` does with every other command; the rail would count only what it has room for."""
    status, screen = news.screen("timeline", "--by", "month", env={"NO_COLOR": "1", "TERM": "dumb"})
    assert status == 0
    counts = {line.split()[0]: int(line.split()[1]) for line in screen.splitlines()}
    assert counts == {count["key"]: count["count"] for count in news.kit("timeline", "--by", "month", "--json").json}
    assert "●" not in screen


def test_on_a_screen_of_many_the_important_days_are_shown(new_workspace: Callable[[], Workspace]) -> None:
    ws = new_workspace()
    for number in range(12):
        days = " ".join(f"Ship {number} of line {day} left on Jan. {day}, 2024." for day in range(1, 13))
        ws.write(f"a{number}", f"{days} The war began on Feb. 3, 2024.\n", published="2024-03-01")
    _, screen = ws.screen("timeline")
    assert "of 168, on the days that most articles tell of; --top 0 shows all" in screen
    assert "Sat 3 Feb" in screen
    assert "--top 0" not in ws.screen("timeline", "--top", "0")[1]


def test_a_giant_sentence_is_not_told_anew_for_each_of_its_dates(ws: Workspace) -> None:
    ws.write("giant", "on Nov. 21, 2024 and " * 3000, published="2024-11-27")
    run = ws.kit("timeline", "--kind", "event", "--jsonl")
    assert len(run.jsonl) == 3000
    assert max(len(record["text"]) for record in run.jsonl) < 2_100
    assert len(run.out) < 8_000_000


PIECES = [
    *("On Nov. 21, 2024 it rained.", "Last week", "In 2023 – “so”", "2024-11-21", "March", "Monday.", "Q3 2024"),
    *("from March to May 2023", "fiscal 2024", "\n\n", "\r\n", "\r", "\u2028", "\t", " ", "é😀"),
    *("> ", "**", "\0", "\ufeff"),
]
bodies = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=bodies)
def test_every_expression_is_what_stands_at_its_place(ws: Workspace, body: str) -> None:
    file = ws.write("any", body.encode(), published="2024-11-27")
    text = file.read_bytes().decode("utf-8-sig")
    run = ws.kit("timeline", "--kind", "event", "--jsonl", "--fresh")
    for record in run.jsonl:
        assert text[record["start"] : record["end"]] == record["expression"]
        [(start, end)] = record["highlights"]
        assert record["text"][start:end] == " ".join(record["expression"].split())


@pytest.mark.parametrize(("typed", "offered"), [("--kind e", ["event"]), ("--speaker bra", ["Ilse Brandt"])])
def test_the_shell_offers_kinds_and_speakers(news: Workspace, typed: str, offered: list[str]) -> None:
    news.kit("timeline")
    words = {"_KIT_COMPLETE": "complete_bash", "COMP_WORDS": f"kit timeline {typed}", "COMP_CWORD": "3"}
    assert news.kit("timeline", **words).out.splitlines() == offered
