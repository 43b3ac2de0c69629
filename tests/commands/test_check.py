"""`kit check`: each kind of finding, beside an article that is the same but for what is wrong."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import CODE

if TYPE_CHECKING:
    from tests.conftest import Workspace

GOOD = {"title": "Weir to be mended", "published": "2024-03-06", "source": "The Echo", "language": "en"}
KEYS = ["kind", "file", "line", "message", "fix"]


def found(ws: Workspace, *args: str) -> list[tuple[str, str, int]]:
    run = ws.kit("check", "--json", *args)
    assert run.status == (1 if run.json else 0)
    return [(record["kind"], record["file"].removeprefix("articles/"), record["line"]) for record in run.json]


def without(key: str) -> dict[str, object]:
    return {name: value for name, value in GOOD.items() if name != key}


def test_a_good_article_is_clean(ws: Workspace) -> None:
    ws.write("a", "The weir leaks. “It has to be mended,” the mayor, Petra Holm, said on Monday.\n", **GOOD)
    assert found(ws) == []
    run = ws.kit("check")
    assert (run.status, run.out, run.err) == (0, "", "kit: nothing needs a person's eye\n")


def test_the_shipped_articles_are_clean(ws: Workspace) -> None:
    shutil.copytree(CODE / "articles", ws.root / "articles", dirs_exist_ok=True)
    assert found(ws) == []


def test_an_empty_workspace_is_clean(ws: Workspace) -> None:
    assert ws.kit("check", "--json").out == "[]\n"


def test_records_have_these_keys(ws: Workspace) -> None:
    ws.write("a", "Words.\n", **without("source"))
    [record] = ws.kit("check", "--json").json
    assert list(record) == KEYS
    assert all(record.values())


@pytest.mark.parametrize(
    ("properties", "body", "kind", "line"),
    [
        # Front matter that was mended, or could not be read
        (GOOD | {"published": "5/4/2018"}, "Words.\n", "ambiguous-date", 3),
        (GOOD | {"published": "tomorrow"}, "Words.\n", "date", 3),
        (GOOD | {"created": "2024-03-01"}, "Words.\n", "published-after-saved", 3),
        # Nothing that says what it is
        (without("title"), "Words.\n", "no-title", 1),
        (without("published"), "Words.\n", "no-date", 1),
        (without("source"), "Words.\n", "no-source", 1),
        (without("published") | {"date_hint": "March 6"}, "Words.\n", "date-hint", 5),
        # Marks
        (GOOD, "A word.\n\n“It leaks, said the mayor, Petra Holm.\n", "unclosed-quote", 9),
        (GOOD, 'A word.\n\nHe said "it leaks all day long.\n\nThe mayor left.\n', "unclosed-quote", 9),
        # Days
        (without("published"), "It fell on Monday.\n", "unresolved-date", 6),
    ],
)
def test_a_kind(ws: Workspace, properties: dict[str, object], body: str, kind: str, line: int) -> None:
    ws.write("weir", body, **properties)
    kinds = {(kind, line) for kind, _, line in found(ws)}
    assert (kind, line) in kinds
    assert found(ws, "--kind", kind) == [(kind, "weir.md", line)]


@pytest.mark.parametrize(
    ("properties", "body", "kind"),
    [
        (GOOD, "Words.\n", "date"),
        (GOOD | {"title": "A weir"}, "Words.\n", "no-title"),
        (without("title"), "# Weir\n\nWords.\n", "no-title"),  # the heading is the title
        (GOOD | {"published": "2024"}, "Words.\n", "no-date"),
        (without("source") | {"url": "https://echo.example/1"}, "Words.\n", "no-source"),
        (GOOD | {"date_hint": "March 6"}, "Words.\n", "date-hint"),  # there is a date
        # A quotation over two paragraphs opens twice and closes once.
        (GOOD, "“It leaks.\n\n“It leaks more,” said Petra Holm.\n", "unclosed-quote"),
        (GOOD, 'A pipe of 5\' 10" leaks.\n\nOne of 6" does not.\n', "unclosed-quote"),
        # A date that cannot be read is there.
        (GOOD | {"published": "5/4/2018"}, "Words.\n", "no-date"),
        (GOOD, "It fell on Monday.\n", "unresolved-date"),
        (GOOD, "Petra Holm said, “It leaks all day.”\n", "unknown-speaker"),
    ],
)
def test_a_near_miss(ws: Workspace, properties: dict[str, object], body: str, kind: str) -> None:
    ws.write("weir", body, **properties)
    assert found(ws, "--kind", kind) == []


def test_a_date_later_than_the_file(ws: Workspace) -> None:
    for name, published in [("late", "2020-05-09"), ("same", "2020-05-07"), ("year", "2020"), ("month", "2020-06")]:
        file = ws.write(name, f"Words of {name}.\n", **GOOD | {"published": published})
        os.utime(file, (1_588_852_800, 1_588_852_800))  # noon of 7 May 2020
    assert found(ws, "--kind", "later-than-file") == [
        ("later-than-file", "late.md", 1),
        ("later-than-file", "month.md", 1),
    ]


@pytest.mark.parametrize(
    ("front", "message", "fix"),
    [
        ("title: Mill: the end\n", '"title" cannot be read as written', "put its value in double quotes"),
        ("title: A\ntitle: B\n", '"title" is given more than once', "delete the others"),
        ("title: A\nauthor: ['a; put it]\n", '"author" cannot be read as written', "put its value in double quotes"),
        ("title: A\ncreated: 2024-02-01\n", "published 2024-03-06, after", "correct the one that is wrong"),
        ("title: A\ncreated: soon; add it\n", 'cannot read the date "soon; add it"', "write it like 2024-11-27"),
        ("title: A\ncreated: 5/4/2018\n", '"5/4/2018" may be 2018-04-05 or 2018-05-04', "write the one meant"),
    ],
)
def test_what_to_do_is_said_once(ws: Workspace, front: str, message: str, fix: str) -> None:
    ws.write("a", f"---\npublished: 2024-03-06\nsource: Echo\n{front}---\nWords.\n".encode())
    [record] = ws.kit("check", "--json").json
    assert record["message"].startswith(message)
    assert record["fix"] == fix
    assert fix not in record["message"]
    assert f"{record['message']}; {record['fix']}\n" in ws.kit("index").out


def test_what_is_too_long_is_to_be_split(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit.index.extraction.LONGEST_TEXT", 100)
    ws.write("a", "Words of a long, long article.\n" * 10, **GOOD)
    [record] = ws.kit("check", "--json").json
    assert (record["kind"], record["fix"]) == ("extraction", "split it")


def test_properties_that_could_not_be_read_are_not_said_to_be_missing(ws: Workspace) -> None:
    ws.write("a", b"---\ntitle: Weir\npublished: 2024-03-06\nsource: Echo\n\nThe line below is missing.\n")
    assert found(ws) == [("unclosed-front-matter", "a.md", 1)]
    ws.write("a", "Words.\n", **GOOD).chmod(0)
    kinds = [record["kind"] for record in ws.unprivileged("check", "--json").json]
    assert kinds == ["unreadable"]


def test_what_to_type_can_be_pasted(ws: Workspace) -> None:
    """Clippers name files by titles, which have blanks and apostrophes in them."""
    ws.write("The mayor's weir.md", "Many words. “It leaks all day long and we must mend it.”\n", **GOOD)
    [record] = ws.kit("check", "--kind", "unknown-speaker", "--json").json
    command = record["fix"].split("`")[1].replace("NAME", "'Petra Holm'")
    assert ws.shell(command).returncode == 0
    assert ws.kit("quotes", "--speaker", "holm").status == 0


def test_the_same_article_twice(ws: Workspace) -> None:
    body = "The weir leaks again, and nobody knows who is to pay for it.\n"
    ws.write("first", body, **GOOD)
    ws.write("again", body.replace(",", ""), **GOOD | {"published": "2024-03-07"})
    ws.write("other", body.replace("leaks", "drips"), **GOOD)
    assert found(ws) == [("same-article", "again.md", 1)]


def test_somebody_unknown(ws: Workspace) -> None:
    ws.write("a", "The weir leaks.\n\n“We have seen this coming for eleven years.”\n\nIt rained.\n", **GOOD)
    assert found(ws, "--kind", "unknown-speaker") == [("unknown-speaker", "a.md", 9)]
    assert ws.kit("attribute", "articles/a.md:9", "Petra Holm").status == 0
    assert found(ws) == []


def said(name: str, words: str) -> str:
    return f"“{words},” {name} said on Monday.\n"


def test_a_surname_that_fits_two_people(ws: Workspace) -> None:
    ws.write("a", said("Petra Holm, a farmer", "It leaks all day long"), **GOOD)
    ws.write("b", said("Oskar Holm, a lawyer", "Nobody will pay for it"), **GOOD)
    ws.write("c", said("Holm", "The weir is no business of mine"), **GOOD)
    ws.write("d", said("Anna Dale", "It has rained since Sunday"), **GOOD)
    ws.write("e", said("Dale", "It rains again"), **GOOD)
    assert found(ws) == [("ambiguous-surname", "c.md", 7)]


def test_names_that_may_be_one_person(ws: Workspace) -> None:
    ws.write("a", said("Katherine Holm", "It leaks all day long"), **GOOD)
    ws.write("b", said("Kate Holm", "Nobody will pay for it"), **GOOD)
    ws.write("c", said("Oskar Holm", "I know nothing of it"), **GOOD)
    assert [(kind, file) for kind, file, _ in found(ws)] == [("one-person", "b.md")]
    (ws.root / "speakers.toml").write_text('[[different]]\nnames = ["Kate Holm", "Katherine Holm"]\n')
    assert found(ws) == []


def test_a_decision_that_fits_nothing(ws: Workspace) -> None:
    ws.write("a", said("Petra Holm", "It leaks all day long"), **GOOD)
    (ws.root / "speakers.toml").write_text('[[person]]\nname = "Petra Holm"\naliases = ["Peggy Holm"]\n')
    run = ws.kit("check", "--json")
    assert run.status == 1
    assert [(record["kind"], record["file"], record["line"]) for record in run.json] == [
        ("unfit-decision", "speakers.toml", 1)
    ]


def test_filters_and_counts(ws: Workspace) -> None:
    for name in ("a", "b"):
        ws.write(name, f"Words of {name}.\n", **without("source"))
    ws.write("c", "It fell on Monday.\n", **without("published"))
    assert found(ws, "--file", "b.md") == [("no-source", "b.md", 1)]
    assert {file for _, file, _ in found(ws, "--source", "echo")} == {"c.md"}
    assert ws.kit("check", "--by", "kind", "--json").json == [
        {"key": "no-source", "count": 2},
        {"key": "no-date", "count": 1},
        {"key": "unresolved-date", "count": 1},
    ]
    assert len(ws.kit("check", "--limit", "1", "--jsonl").jsonl) == 1


def test_a_line_for_each_in_a_pipe(ws: Workspace) -> None:
    ws.write("a", "Words.\n", **without("source"))
    fields = ws.kit("check").out.rstrip("\n").split("\t")
    assert fields[:2] == ["articles/a.md:1", "no-source"]
    assert len(fields) == 4


def test_an_unknown_kind(ws: Workspace) -> None:
    run = ws.kit("check", "--kind", "no-dates")
    assert run.status == 2
    assert "no-date" in run.err


def test_text_can_do_nothing_to_a_terminal(ws: Workspace) -> None:
    ws.write("a", "“\x1b[31mIt leaks all day, said the mayor.\n", **GOOD)
    _, sent = ws.screen("check")
    assert "\x1b[31mIt" not in sent
    assert "unclosed-quote" in sent


def test_checking_changes_nothing(ws: Workspace) -> None:
    ws.write("a", said("Katherine Holm", "It leaks all day long"), **without("source"))
    first = ws.kit("check", "--json").out
    before = ws.database.read_bytes()
    assert ws.kit("check", "--json").out == first
    assert ws.database.read_bytes() == before
