"""`kit quotes` and `kit speakers`: what they find, in which form, and what they say beside it."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace

KEYS = [
    "file",
    "line",
    "start",
    "end",
    "title",
    "published",
    "source",
    "url",
    "quote",
    "kind",
    "speaker",
    "speaker_kind",
    "namesake",
    "speaker_mention",
    "speaker_start",
    "speaker_end",
    "role",
    "cue",
    "said",
    "utterance",
    "context",
    "decided",
]

MILL = """Harbour minister Ines Kolb told reporters on Tuesday that the mill would stay shut.

“The wheel has not turned since March, and nobody has asked me why,” Kolb said.

“We counted every sluice,” said Tomas Varga, who runs the weir. “Two were missing.”
"""
WEIR = """“The wheel has not turned since April, and nobody has asked me why,” said Ines Kolb, the harbour minister.

“I was told to wait,” said Béla Varga, a miller. On Monday he called the plan “a bridge to nowhere”.
"""


@pytest.fixture
def two(ws: Workspace) -> Workspace:
    ws.write(
        "mill", MILL, title="Mill shut", published="2024-05-08", source="The Echo", url="https://echo.example/mill"
    )
    ws.write("weir", WEIR, title="Weir plan", published="2024-06-12", source="Daily Post", tags=["water"])
    return ws


def quoted(ws: Workspace, *args: str) -> list[tuple[str, str]]:
    run = ws.kit("quotes", *args, "--jsonl")
    assert run.status in (0, 1)
    return [(record["speaker"], record["quote"]) for record in run.jsonl]


def words(ws: Workspace, *args: str) -> set[str]:
    return {quote for _, quote in quoted(ws, *args)}


WHEEL_MARCH = "The wheel has not turned since March, and nobody has asked me why,"
WHEEL_APRIL = "The wheel has not turned since April, and nobody has asked me why,"


def test_records_are_those_of_the_contract(two: Workspace) -> None:
    records = two.kit("quotes", "--kind", "all", "--json").json
    assert len(records) >= 6
    for record in records:
        assert list(record) == KEYS
        text = (two.root / record["file"]).read_text()
        assert text[record["start"] : record["end"]] == record["quote"]
        if record["speaker_start"] is not None:
            assert text[record["speaker_start"] : record["speaker_end"]] == record["speaker_mention"]
        assert text.splitlines()[record["line"] - 1].find(record["quote"].splitlines()[0][:20]) >= 0
        assert record["context"] in text
        assert record["decided"] is False
    wheel = next(record for record in records if record["quote"] == WHEEL_MARCH)
    assert (wheel["speaker"], wheel["speaker_kind"], wheel["kind"]) == ("Ines Kolb", "person", "direct")
    assert (wheel["published"], wheel["source"], wheel["url"]) == (
        "2024-05-08",
        "The Echo",
        "https://echo.example/mill",
    )
    assert wheel["context"] == "“The wheel has not turned since March, and nobody has asked me why,” Kolb said."


def test_by_whom(two: Workspace) -> None:
    assert words(two, "--speaker", "kolb") == {WHEEL_MARCH, WHEEL_APRIL}
    assert words(two, "--speaker", "INES KOLB") == {WHEEL_MARCH, WHEEL_APRIL}
    assert {name for name, _ in quoted(two, "--speaker", "varga")} == {"Tomas Varga", "Béla Varga"}
    assert {name for name, _ in quoted(two, "--speaker", "bela varga")} == {"Béla Varga"}
    assert {name for name, _ in quoted(two, "--speaker", "bela", "--speaker", "kolb")} == {"Béla Varga", "Ines Kolb"}
    assert quoted(two, "--speaker", "kol") == []


def test_an_organisation_by_its_letters(ws: Workspace) -> None:
    ws.write("wells", "The Reef Water Agency (RWA) closed two wells on Monday.\n\n“They are dry,” the RWA said.\n")
    ws.write("quay", "The Tar Agency closed a quay on Monday.\n\n“It is old,” the TAR AGENCY said.\n")
    assert quoted(ws, "--speaker", "rwa") == [("Reef Water Agency", "They are dry,")]
    assert quoted(ws, "--speaker", "reef water agency") == [("Reef Water Agency", "They are dry,")]
    aliases = {row["name"]: row["aliases"] for row in ws.kit("speakers", "--json").json}
    assert aliases == {"Reef Water Agency": ["RWA"], "Tar Agency": []}


def test_letters_given_as_an_alias_are_listed_once(ws: Workspace) -> None:
    ws.write("reef", "“We will mend the reef,” said the Reef League.\n\n“It is late for that,” said the RL.\n")
    assert ws.kit("alias", "Reef League", "RL").status == 0
    (league,) = ws.kit("speakers", "--json").json
    assert (league["name"], league["aliases"], league["quotes"]) == ("Reef League", ["RL"], 2)


def test_whom_a_name_fits_is_said(two: Workspace) -> None:
    assert "Béla Varga, Tomas Varga" in two.kit("quotes", "--speaker", "varga").err
    assert two.kit("quotes", "--speaker", "kolb").err == ""
    run = two.kit("quotes", "--speaker", "kolp", "--json")
    assert (run.status, run.out) == (1, "[]\n")
    assert "nearest: Ines Kolb" in run.err
    two.write("more", "“It rains,” said Varghese Mill. “It does,” said Vera Vargas.\n")
    assert "nearest: Béla Varga, Tomas Varga, Varghese Mill\n" in two.kit("quotes", "--speaker", "varg").err
    assert "nearest" not in two.kit("quotes", "--speaker", "!").err


INSIDE = [
    (["wheel"], {WHEEL_MARCH, WHEEL_APRIL}),
    (["wheel march"], {WHEEL_MARCH}),
    (["wheel -march"], {WHEEL_APRIL}),
    (['"since april"'], {WHEEL_APRIL}),
    (["march OR sluice"], {WHEEL_MARCH, "We counted every sluice,"}),
    (["wheel (april OR -march)"], {WHEEL_APRIL}),
    (["wheel (march OR -wait)"], {WHEEL_MARCH, WHEEL_APRIL}),
    (["turning wheels"], {WHEEL_MARCH, WHEEL_APRIL}),
    (["title:weir wheel"], {WHEEL_APRIL}),
    (["wheel -title:weir"], {WHEEL_MARCH}),
    (["tag:water (wheel OR wait)"], {WHEEL_APRIL, "I was told to wait,"}),
    (["source:post OR sluice", "--speaker", "kolb"], {WHEEL_APRIL}),
    (["who*"], set()),
    (["mi*"], {"Two were missing."}),
    (["reporters"], set()),  # the reporter's word, not inside a quotation
    (["kolb"], set()),
]


@pytest.mark.parametrize(("args", "found"), INSIDE, ids=[" ".join(row[0]) for row in INSIDE])
def test_words_are_looked_for_inside_quotations(two: Workspace, args: list[str], found: set[str]) -> None:
    assert words(two, *args) == found


def test_korean_inside_a_quotation(ws: Workspace) -> None:
    ws.write("k", "“우크라이나에 무기를” 하고 말했다.\n\n“비가 온다”\n", lang="ko")
    assert words(ws, "우크라이나") == {"우크라이나에 무기를"}
    assert words(ws, "무기") == {"우크라이나에 무기를"}


def test_kinds(two: Workspace) -> None:
    kinds = {kind: words(two, "--kind", kind) for kind in ("direct", "mixed", "indirect", "all")}
    assert "a bridge to nowhere" in kinds["mixed"]
    assert WHEEL_MARCH in kinds["direct"]
    assert kinds["all"] == kinds["direct"] | kinds["mixed"] | kinds["indirect"]
    assert words(two) == kinds["direct"] | kinds["mixed"]
    assert words(two, "--kind", "mixed", "--kind", "indirect") == kinds["mixed"] | kinds["indirect"]
    assert words(two, "--kind", "mixed,indirect") == kinds["mixed"] | kinds["indirect"]
    for command in ("quotes", "speakers"):
        run = two.kit(command, "--kind", "mixed", "--kind", "shouted")
        assert (run.status, run.out) == (2, "")
        assert "--kind shouted: direct, mixed, indirect or all" in run.err


def test_the_own_day_is_the_day_said(two: Workspace) -> None:
    said = {record["quote"]: record["said"] for record in two.kit("quotes", "--jsonl").jsonl}
    assert said["a bridge to nowhere"] == "2024-06-10"
    assert words(two, "--before", "2024-06-10") == {
        WHEEL_MARCH,
        "We counted every sluice,",
        "Two were missing.",
        "a bridge to nowhere",
    }
    assert words(two, "--published-after", "2024-06") >= {WHEEL_APRIL, "a bridge to nowhere"}
    assert "a bridge to nowhere" not in words(two, "--after", "2024-06-11")


def test_what_has_no_day_drops_out_and_is_counted(two: Workspace) -> None:
    two.write("undated", "“No day at all,” said Ines Kolb.\n")
    run = two.kit("quotes", "--after", "2024", "--jsonl")
    assert "No day at all," not in run.out
    assert "left out 1 without a date" in run.err
    assert "left out" not in two.kit("quotes", "--jsonl").err


def test_filters(two: Workspace) -> None:
    assert words(two, "--source", "echo", "wheel") == {WHEEL_MARCH}
    assert words(two, "--tag", "water", "wheel") == {WHEEL_APRIL}
    assert words(two, "--file", "mill*", "wheel") == {WHEEL_MARCH}
    assert words(two, "--lang", "fr") == set()


def test_counts(two: Workspace) -> None:
    def counts(*args: str) -> dict[str, int]:
        return {record["key"]: record["count"] for record in two.kit("quotes", *args, "--jsonl").jsonl}

    assert counts("--by", "speaker") == {"Ines Kolb": 2, "Tomas Varga": 2, "Béla Varga": 2}
    assert counts("--by", "month") == {"2024-05": 3, "2024-06": 3}
    assert counts("--by", "source", "--speaker", "kolb") == {"The Echo": 1, "Daily Post": 1}
    assert counts("--by", "tag") == {"water": 3, None: 3}  # type: ignore[dict-item]
    assert two.kit("quotes", "--by", "colour").status == 2


def test_order_and_limit(two: Workspace) -> None:
    days = [r["published"] for r in two.kit("quotes", "--sort", "published", "--reverse", "--jsonl").jsonl]
    assert days == sorted(days, reverse=True)
    names = [name for name, _ in quoted(two)]
    assert names == sorted(names)  # all are quoted twice
    assert len(quoted(two, "--limit", "2")) == 2
    assert two.kit("quotes", "--sort", "colour").status == 2


@pytest.mark.parametrize("args", [[], ["--reverse"], ["--kind", "all"], ["gate*"], ["--sort", "day"]])
def test_a_limit_gives_the_beginning(ws: Workspace, args: list[str]) -> None:
    who = ["Ines Kolb", "Béla Varga", "Ines Kolb", "a clerk", "Tomas Varga", "Béla Varga", "Ines Kolb", "Yuna Baek"]
    for number, name in enumerate(who):
        ws.write(str(number), f"“We counted {number} gates today,” said {name}. {name} said that it rained.\n")
    whole = ws.kit("quotes", *args, "--jsonl").out.splitlines()
    assert len(whole) >= len(who)
    for limit in range(1, len(whole) + 2):
        assert ws.kit("quotes", *args, "--limit", str(limit), "--jsonl").out.splitlines() == whole[:limit]


def test_unknown_speakers_come_last(two: Workspace) -> None:
    two.write("sign", "“Abc def ghi jkl” 한국말 “또 다른 말”\n", lang="ko")
    assert [name for name, _ in quoted(two)][-1] is None


def test_lines_csv_and_markdown(two: Workspace) -> None:
    line = two.kit("quotes", "march").out
    assert line == f"articles/mill.md:9\t2024-05-08\tThe Echo\tInes Kolb\t{WHEEL_MARCH}\n"
    head, row = two.kit("quotes", "march", "--csv").out.splitlines()
    assert head.split(",") == KEYS
    assert WHEEL_MARCH in row
    block = two.kit("quotes", "march", "--markdown").out
    assert block.startswith(f"> “{WHEEL_MARCH}”\n>\n> — **Ines Kolb**, ")
    assert "2024-05-08, The Echo, <https://echo.example/mill> (articles/mill.md:9)" in block


def test_nothing_an_article_says_acts_on_a_terminal(ws: Workspace) -> None:
    ws.write("a", "“Red \x1b[31m\u202e and \x07 more of it,” said Ines \x1b[2J Kolb.\n", source="E\x1bcho")
    for form in ([], ["--csv"], ["--markdown"], ["--json"], ["--by", "speaker"]):
        out = ws.kit("quotes", "--kind", "all", *form).out
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)
    status, sent = ws.screen("quotes", "--context", "--kind", "all")
    assert status == 0
    assert not re.search("\x1b\\[2J|\x07|\u202e", sent.replace("\x1b]8;", "").replace("\x1b\\", ""))


# --- on the screen ----------------------------------------------------------------------------------------------------


def shown(ws: Workspace, *args: str, columns: int = 80) -> str:
    status, sent = ws.screen(*args, columns=columns)
    assert status == 0
    return re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", sent)


def test_the_same_statement_is_shown_once_with_its_outlets(two: Workspace) -> None:
    text = shown(two, "quotes", "--speaker", "kolb")
    assert text.count("has not turned since") == 2  # once as it is, once as the other outlet words it
    assert "‹April,›" in text
    assert "The Echo" in text
    assert "Daily Post" in text
    every = shown(two, "quotes", "--speaker", "kolb", "--all")
    assert "‹" not in every
    assert every.count("“The wheel has not turned") == 2
    two.write("copy", MILL, published="2024-05-09", source="Third Voice")
    text = shown(two, "quotes", "--speaker", "tomas")
    assert text.count("We counted every sluice") == 1
    assert text.count("Third Voice") == 1


def test_another_wording_stands_once_above_its_outlets(ws: Workspace) -> None:
    pieces = "“This is the day that we have {},” said Ines Kolb. “The sea will not wait.”\n"
    for number, verb in enumerate(["waited for", "been waiting for", "been waiting for", "waited for"]):
        ws.write(f"a{number}", pieces.format(verb), published=f"2024-07-0{number + 1}", source=f"Paper {number}")
    lines = [line.strip() for line in shown(ws, "quotes", columns=120).splitlines()]
    assert [line for line in lines if "Paper" in line or "“" in line] == [
        "“This is the day that we have waited for,” … “The sea will not wait.”",
        "1 Jul 2024 · Paper 0",
        "4 Jul 2024 · Paper 3",
        "worded “This is the day that we have ‹been waiting› for,” … “The sea will not wait.”",
        "2 Jul 2024 · Paper 1",
        "3 Jul 2024 · Paper 2",
    ]


def test_another_wording_without_marks_is_given_none(ws: Workspace) -> None:
    ws.write("a", "Ines Kolb said that the mill would stay shut until the spring rains.\n", published="2024-07-01")
    ws.write("b", "Ines Kolb said that the mill would stay closed until the spring rains.\n", published="2024-07-02")
    text = shown(ws, "quotes", "--kind", "indirect", columns=120)
    assert "would stay ‹closed› until the spring rains" in text
    assert "“" not in text


def test_speakers_in_markdown(ws: Workspace) -> None:
    ws.write("a", "“It leaks all day long,” said the mayor, Petra Holm. “We must mend it,” Holm said.\n")
    ws.write("b", "“It leaks all day long,” said Ann Lee.\n")
    [ann, petra] = sorted(ws.kit("speakers", "--markdown").out.splitlines())
    assert ann == "- **Ann Lee**, 1 quotation"
    assert petra == "- **Petra Holm**: the mayor, 2 quotations"


def test_quotations_stand_under_their_speakers(two: Workspace) -> None:
    text = shown(two, "quotes", "--speaker", "varga")
    assert text.index("Béla Varga ·") < text.index("I was told to wait") < text.rindex("Tomas Varga")
    assert "“We counted every sluice,” … “Two were missing.”" in text
    assert "said 10 Jun 2024, published 12 Jun 2024" in text
    assert "articles/weir.md:" in text
    assert "he called the plan" not in text
    assert "he called the plan" in shown(two, "quotes", "--speaker", "varga", "--context")
    assert all(len(line) <= 60 for line in shown(two, "quotes", "--context", columns=60).split("\n"))


def test_a_screen_is_not_flooded(ws: Workspace) -> None:
    ws.write("a", "".join(f"“We counted gate number {n} today,” said Ines Kolb.\n\n" for n in range(510)))
    text = shown(ws, "quotes", "--all")
    assert text.count("We counted") == 500
    assert "the first 500; --limit 0 shows all" in text
    assert shown(ws, "quotes", "--all", "--limit", "0").count("We counted") == 510
    assert ws.kit("quotes", "--jsonl").out.count("\n") == 510


# --- speakers ---------------------------------------------------------------------------------------------------------


def test_speakers(two: Workspace) -> None:
    two.write("later", "“Not again,” said Ines Kolb, the prime minister.\n", published="2026-01-02")
    records = two.kit("speakers", "--json").json
    assert list(records[0]) == ["name", "kind", "aliases", "roles", "quotes", "articles", "first", "last"]
    kolb = next(record for record in records if record["name"] == "Ines Kolb")
    assert (kolb["articles"], kolb["last"]) == (3, "2026-01-02")
    assert {role["role"].lower().removeprefix("the "): (role["first"], role["last"]) for role in kolb["roles"]} == {
        "harbour minister": ("2024-05-08", "2024-06-12"),
        "prime minister": ("2026-01-02", "2026-01-02"),
    }
    assert [r["name"] for r in two.kit("speakers", "varga", "--sort", "name", "--json").json] == [
        "Béla Varga",
        "Tomas Varga",
    ]
    assert two.kit("speakers", "nobody", "--json").status == 1
    assert [r["name"] for r in two.kit("speakers", "--after", "2025", "--json").json] == ["Ines Kolb"]
    assert two.kit("speakers", "--limit", "1", "--jsonl").out.count("\n") == 1
    by = {r["key"]: r["count"] for r in two.kit("speakers", "--by", "year", "--json").json}
    assert by == {"2024": 3, "2026": 1}


def test_kinds_add_up(two: Workspace) -> None:
    for kind in ("direct,mixed", "all"):
        counts = {r["key"]: r["count"] for r in two.kit("quotes", "--by", "speaker", "--kind", kind, "--json").json}
        speakers = {r["name"]: r["quotes"] for r in two.kit("speakers", "--kind", kind, "--json").json}
        assert speakers == {name: count for name, count in counts.items() if name in speakers}


def test_one_person_across_articles(ws: Workspace) -> None:
    ws.write("a", "“One thing is sure,” said President Oleh Zabolotsky.\n", published="2024-01-01")
    ws.write("b", "“Two things are sure,” said Oleh Zabolotskyy, the president.\n", published="2024-01-02")
    ws.write("c", "“Nothing is sure,” said Zabolotskiy.\n", published="2024-01-03")
    assert [name for name, _ in quoted(ws, "--speaker", "zabolotskyy")] == ["Oleh Zabolotsky"] * 3
    (record,) = ws.kit("speakers", "--json").json
    assert set(record["aliases"]) == {"Oleh Zabolotskyy", "Zabolotskiy"}
    with closing(sqlite3.connect(ws.database)) as db:
        assert db.execute("select name from mentions where inferred").fetchall() == [("Zabolotskiy",)]


def test_two_people_of_one_name_are_told_apart(ws: Workspace) -> None:
    ws.write("a", "“One thing is sure,” said Kolb.\n", published="2024-01-01")
    ws.write("b", "“Two things are sure,” said Kolb.\n", published="2024-01-02")
    ws.write("c", "“Three things are sure,” said Ines Kolb, a miller.\n\n“Four,” said Peter Kolb, a smith.\n")
    found = [(r["quote"].split()[0], r["namesake"]) for r in ws.kit("quotes", "sure", "--sort", "day", "--jsonl").jsonl]
    assert found == [("One", 1), ("Two", 2), ("Three", None)]
    text = shown(ws, "quotes", "sure")
    assert text.count("\nKolb\n") + text.startswith("Kolb\n") == 2


def test_plain_sql_answers_who_was_quoted_most(two: Workspace) -> None:
    two.kit("index")
    with closing(sqlite3.connect(two.database)) as db:
        sql = """select speakers.name, count(*) from quotes join speakers on speakers.id = quotes.speaker_id
            join articles on articles.id = quotes.article_id where published like '2024%' and quotes.kind <> 'indirect'
            group by speakers.id order by 2 desc, 1"""
        assert db.execute(sql).fetchall() == [("Béla Varga", 2), ("Ines Kolb", 2), ("Tomas Varga", 2)]
        assert db.execute("pragma foreign_key_check").fetchall() == []
        assert db.execute("select count(*) from quotes where speaker_id is null").fetchone() == (0,)
