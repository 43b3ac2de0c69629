"""The forms in which records come out: whole documents, for jq, spreadsheets, notes and the shell."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace

BIDI_AND_CONTROL = "\x1b[31m \x9b31m \u202e \u2066 \x07 \u200b \ufeff \x7f \u2028"


@pytest.fixture
def two(ws: Workspace) -> Workspace:
    ws.write(
        "a",
        'The “mill”, he said; "the" old\nmill.\n',
        title='Mill, "old"; new',
        published="2024-02",
        source="Echo",
        author=["Ann Lee", "Bo Ek"],
        tags=["a/b", "c"],
        url="https://example.org/x?a=1&b=2",
    )
    ws.write("b", "Nothing.\n", title="Mill")
    return ws


def test_json_is_one_array(two: Workspace) -> None:
    run = two.kit("search", "mill", "--json")
    hits = run.json
    assert {hit["file"] for hit in hits} == {"articles/a.md", "articles/b.md"}
    assert run.out.count("\n") == len(hits)  # a record a line, for diff
    assert run.err == ""


def test_jsonl_says_the_same(two: Workspace) -> None:
    assert two.kit("search", "mill", "--jsonl").jsonl == two.kit("search", "mill", "--json").json


def test_csv(two: Workspace) -> None:
    rows = list(csv.DictReader(io.StringIO(two.kit("search", "mill", "--csv").out)))
    hits = two.kit("search", "mill", "--json").json
    assert [row["file"] for row in rows] == [hit["file"] for hit in hits]
    assert set(rows[0]) == set(hits[0])
    row = next(row for row in rows if row["file"] == "articles/a.md")
    assert row["title"] == 'Mill, "old"; new'
    assert (row["authors"], row["tags"]) == ("Ann Lee; Bo Ek", "a/b; c")
    other = next(row for row in rows if row["file"] == "articles/b.md")
    assert (other["published"], other["start"], other["source"], other["snippet"]) == ("", "", "", "")


def test_lines(two: Workspace) -> None:
    lines = two.kit("search", "mill", "--sort", "file").out.splitlines()
    assert lines[1:] == ["articles/b.md:1\t\t\tMill\t"]
    place, day, source, title, snippet = lines[0].split("\t")
    hit = two.kit("search", "mill", "--json", "--sort", "file").json[0]
    assert place == f"articles/a.md:{hit['line']}"
    assert (day, source, title, snippet) == ("2024-02", "Echo", 'Mill, "old"; new', hit["snippet"])


def test_markdown(two: Workspace) -> None:
    text = two.kit("search", "mill", "--markdown", "--sort", "file").out
    hit = two.kit("search", "mill", "--json", "--sort", "file").json[0]
    first, _, second = text.partition("\n\n")
    assert first.splitlines() == [
        f"> {hit['snippet']}",
        ">",
        f'> — *Mill, "old"; new*, Echo, 2024-02, <https://example.org/x?a=1&b=2> (articles/a.md:{hit["line"]})',
    ]
    assert second == "> — *Mill* (articles/b.md:1)\n\n"


FORMS = ["--json", "--jsonl", "--csv", "--markdown"]


@pytest.mark.parametrize("form", FORMS)
def test_two_forms_exclude_each_other(two: Workspace, form: str) -> None:
    for other in FORMS:
        run = two.kit("search", "mill", form, other)
        assert run.status == (0 if form == other else 2)
        if form != other:
            assert run.out == ""
            assert form in run.err
            assert other in run.err


def test_nothing_found(two: Workspace) -> None:
    outs = {form: two.kit("search", "nothere", *form.split()) for form in ["", *FORMS]}
    assert {run.status for run in outs.values()} == {1}
    assert outs["--json"].out == "[]\n"
    assert outs["--jsonl"].out == outs[""].out == outs["--markdown"].out == ""
    assert all("nothing found" in run.err for run in outs.values())


COMMANDS = [["search"], ["search", "--by", "tag"], ["quotes"], ["speakers"], ["timeline"], ["compare"], ["check"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_csv_has_the_same_header_where_nothing_is_found(ws: Workspace, command: list[str]) -> None:
    """`pandas.read_csv` and DuckDB take a file without a header for a failure."""
    empty = ws.kit(*command, "--csv", *(["--source", "nobody"] if command == ["search"] else []))
    told = 'The weir of Oster leaked on Monday and on Tuesday. "It leaks badly and we must mend it," Ann Lee said.\n'
    for name in ("a", "b"):
        ws.write(name, told + name + "\n", title="Mill", published="2024-02-03", tags=["t"])
    found = ws.kit(*command, "--csv", *(["mill"] if command[0] == "search" else []))
    header, *rows = found.out.splitlines()
    assert empty.out == header + "\n"
    assert rows


def test_long_text_is_not_cut_in_a_pipe(ws: Workspace) -> None:
    title = "Long title " * 30
    ws.write("folder-" * 20 + "x", "mill " + "word " * 50 + "\n", title=title, source="Outlet " * 20)
    line = ws.kit("search", "mill", COLUMNS="40").out
    assert line.count("\n") == 1
    assert title.strip() in line
    assert "…" not in line


def test_json_is_exact_and_harmless(ws: Workspace) -> None:
    body = f'mill {BIDI_AND_CONTROL} end \U0001f1fa 한 é \\ " / \ue000\n'
    ws.write("a", body.encode())
    for form in ("--json", "--jsonl"):
        out = ws.kit("search", "mill", form).out
        [hit] = json.loads(out) if form == "--json" else [json.loads(out)]
        assert body[hit["start"] : hit["end"]].split()[0] == "mill"
        for character in BIDI_AND_CONTROL.replace(" ", "").replace("[31m", "").replace("31m", ""):
            assert character not in out
        assert "\x1b" in hit["snippet"]
        assert "한 é" in out  # the rest can be read


@pytest.mark.parametrize("form", ["", "--csv", "--markdown"])
def test_other_forms_are_harmless(ws: Workspace, form: str) -> None:
    ws.write("a", f"mill {BIDI_AND_CONTROL} end\n".encode())
    out = ws.kit("search", "mill", *form.split()).out
    assert "end" in out
    for character in BIDI_AND_CONTROL.replace(" ", "").replace("[31m", "").replace("31m", ""):
        assert character not in out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_json_is_utf_8_whatever_the_locale(ws: Workspace, encoding: str) -> None:
    ws.write("a", "mill: é – 한국 😀 “x”\n", title="Ü")
    for form in ("--json", "--jsonl"):
        out = ws.process("search", "mill", form, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}).out
        record = json.loads(out)
        hit = record[0] if form == "--json" else record
        assert (hit["title"], hit["snippet"]) == ("Ü", "mill: é – 한국 😀 “x”")


@pytest.mark.parametrize("form", ["", "--csv", "--markdown"])
def test_no_locale_breaks_a_command(ws: Workspace, form: str) -> None:
    ws.write("a", "mill: é – 한국 😀 “x”\n", title="Ü")
    run = ws.process("search", "mill", *form.split(), env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert run.status == 0
    assert "mill" in run.out
