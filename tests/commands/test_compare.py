"""`kit compare`, and `kit search` over stories that exist in several versions."""

from __future__ import annotations

import pytest

from tests.conftest import Workspace

STORY = """The harbour board closed the swing bridge on Monday after a bolt of 40 kilos fell onto the quay, it said.

About 130 people use the bridge on foot every hour. “We were lucky that it was early,” said engineer Ruth Abara.

The bridge was opened in 1911 and repaired nine years ago. A ferry will run in its place until further notice.
"""
LATER = """The harbour board closed the swing bridge on Monday after a bolt of 40 kilos fell onto the quay, it said.

About 150 people use the bridge on foot every hour. “We were lucky that it was very early,” said engineer Ruth Abara.

The bridge was opened in 1911 and repaired nine years ago. Two ferries were hired on Tuesday.
"""
OTHER = """The bridge over the Tarn will be painted green, the town council decided, after a long debate about the cost.

Its leader, Omar Diaz, said that green was cheaper than red and that nobody would notice it among the trees anyway.
"""


@pytest.fixture
def harbour(ws: Workspace) -> Workspace:
    ws.write("first", STORY, title="Bridge closed", published="2024-03-04", source="The Echo")
    ws.write("later", LATER, title="Bridge stays closed", published="2024-03-05", source="The Echo")
    ws.write("other", OTHER, title="Bridge turns green", published="2024-03-06", source="The Post")
    return ws


FILES = ["articles/first.md", "articles/later.md"]


def test_the_only_story_in_two_versions(harbour: Workspace) -> None:
    run = harbour.kit("compare", "--json")
    assert run.status == 0
    [family] = run.json
    assert list(family) == ["files", "changes", "articles"]
    assert family["files"] == FILES
    assert [list(article) for article in family["articles"]] == [["file", "title", "published", "source", "url"]] * 2


def test_what_differs(harbour: Workspace) -> None:
    [family] = harbour.kit("compare", *FILES, "--json").json
    changes = family["changes"]
    assert [change["kind"] for change in changes] == ["figure", "reworded", "removed", "added"]
    assert list(changes[0]) == ["kind", "a", "b", "speaker"]
    assert changes[0]["a"] == {
        "file": "articles/first.md",
        "line": 8,
        "text": "About 130 people use the bridge on foot every hour.",
        "highlights": [[6, 9]],
    }
    assert changes[0]["b"]["text"] == "About 150 people use the bridge on foot every hour."
    assert changes[1]["speaker"] == "Ruth Abara"  # one statement in other words
    assert changes[2]["b"] is None
    assert changes[3]["a"] is None


def test_lines_are_those_of_the_files(harbour: Workspace) -> None:
    [family] = harbour.kit("compare", *FILES, "--json").json
    for change in family["changes"]:
        for side in filter(None, (change["a"], change["b"])):
            line = (harbour.root / side["file"]).read_text().split("\n")[side["line"] - 1]
            assert side["text"] in line
            for start, end in side["highlights"]:
                assert side["text"][start:end].strip() == side["text"][start:end] != ""


def test_a_file_alone_is_compared_with_its_versions(harbour: Workspace) -> None:
    assert harbour.kit("compare", "articles/later.md", "--json").json[0]["files"] == FILES
    run = harbour.kit("compare", "articles/other.md", "--json")
    assert (run.status, run.out) == (1, "[]\n")


def test_texts_without_a_difference(harbour: Workspace) -> None:
    harbour.write("copy", STORY.replace("“", '"').replace("”", '"').upper())
    run = harbour.kit("compare", "articles/first.md", "articles/copy.md", "--json")
    assert run.status == 0
    assert run.json[0]["changes"] == []
    assert "no difference" in run.err
    assert harbour.kit("compare", "articles/first.md", "articles/copy.md").status == 0


def test_nothing_to_compare(ws: Workspace) -> None:
    ws.write("a", STORY)
    run = ws.kit("compare", "--json")
    assert (run.status, run.out) == (1, "[]\n")
    assert ws.kit("compare").status == 1


@pytest.mark.parametrize("files", [["articles/none.md"], [FILES[0], FILES[0]], [FILES[0], "articles/none.md"]])
def test_files_that_cannot_be_compared(harbour: Workspace, files: list[str]) -> None:
    run = harbour.kit("compare", *files)
    assert (run.status, run.out) == (2, "")
    assert run.err.count("\n") <= 2


def test_filters_take_families_with_a_member_that_passes(harbour: Workspace) -> None:
    assert harbour.kit("compare", "--after", "2024-03-05", "--json").json[0]["files"] == FILES
    assert harbour.kit("compare", "--source", "post", "--json").json == []
    assert harbour.kit("compare", "--file", "first.md", "--json").json[0]["files"] == FILES


def test_the_newest_family_comes_first(harbour: Workspace) -> None:
    harbour.write("green", OTHER + "It costs 9,000 euros.\n", title="Green", published="2024-03-07")
    families = harbour.kit("compare", "--json").json
    assert [family["files"][0] for family in families] == ["articles/other.md", "articles/first.md"]
    assert len(harbour.kit("compare", "--limit", "1", "--json").json) == 1


def test_one_change_is_no_several(ws: Workspace) -> None:
    body = "The old bridge over the Oster stays closed until the end of the year, the town said in a notice on Monday. "
    ws.write("a", body + "Nobody was hurt when the railing broke.\n", title="Bridge", published="2024-03-04")
    ws.write("b", body + "Two were hurt when the railing broke.\n", title="Bridge", published="2024-03-05")
    assert ws.kit("compare").out == "1 change\tarticles/a.md\tarticles/b.md\n"


def test_in_a_pipe(harbour: Workspace) -> None:
    [line] = harbour.kit("compare").out.splitlines()
    assert line.split("\t") == ["4 changes", *FILES]
    lines = [line.split("\t") for line in harbour.kit("compare", *FILES).out.splitlines()]
    assert [fields[0] for fields in lines] == ["figure", "reworded", "removed", "added"]
    assert {len(fields) for fields in lines} == {5}
    assert lines[2][3:] == ["", ""]
    assert harbour.kit("compare", "--csv").out.startswith("kind,speaker,a_file,a_line,a_text,b_file,b_line,b_text\n")
    markdown = harbour.kit("compare", *FILES, "--markdown").out
    assert markdown.startswith(
        "## Bridge stays closed\n\n- *Bridge closed*, The Echo, 2024-03-04 (articles/first.md)\n"
    )
    assert "- figure: “About 130 people" in markdown


def test_three_files_are_compared_one_after_the_other(harbour: Workspace) -> None:
    harbour.write("last", LATER.replace("150", "170"), published="2024-03-07")
    [family] = harbour.kit("compare", *FILES, "articles/last.md", "--json").json
    assert [(c["a"]["text"][6:9], c["b"]["text"][6:9]) for c in family["changes"] if c["kind"] == "figure"] == [
        ("130", "150"),
        ("150", "170"),
    ]
    status, sent = harbour.screen("compare", *FILES, "articles/last.md")
    assert status == 0
    assert "‹170›" in sent


@pytest.mark.parametrize(("columns", "beside"), [(80, False), (140, True)])
def test_side_by_side_where_there_is_room(harbour: Workspace, columns: int, beside: bool) -> None:
    status, sent = harbour.screen("compare", *FILES, columns=columns, env={"NO_COLOR": "1"})
    assert status == 0
    line = next(line for line in sent.splitlines() if "‹130›" in line)
    assert ("‹150›" in line) == beside


def test_text_can_do_nothing_to_a_terminal(harbour: Workspace) -> None:
    harbour.write("later", LATER.replace("150", "\x1b[31m150\x07"), title="\x1b]0;x\x07")
    for args in ([], FILES):
        _, sent = harbour.screen("compare", *args)
        assert "\x07" not in sent
        assert "\x1b]0" not in sent


# --- search folds ----------------------------------------------------------------------------------------------------


def test_versions_are_one_hit(harbour: Workspace) -> None:
    hits = harbour.search("bridge").jsonl
    assert sorted((hit["file"], tuple(hit["versions"])) for hit in hits) in (
        [("articles/first.md", ("articles/later.md",)), ("articles/other.md", ())],
        [("articles/later.md", ("articles/first.md",)), ("articles/other.md", ())],
    )


def test_all_unfolds(harbour: Workspace) -> None:
    hits = harbour.search("bridge", "--all").jsonl
    assert sorted(hit["file"] for hit in hits) == [*FILES, "articles/other.md"]
    assert all(hit["versions"] == [] for hit in hits)


def test_the_version_that_answers_is_the_hit(harbour: Workspace) -> None:
    [hit] = harbour.search('"two ferries"').jsonl
    assert (hit["file"], hit["versions"]) == (FILES[1], [FILES[0]])


def test_the_limit_counts_stories(ws: Workspace) -> None:
    for number in range(30):
        ws.write(f"v{number:02}", STORY + f"Update {number}.\n")
    ws.write("other", OTHER)
    assert len(ws.search("bridge", "--limit", "2").jsonl) == 2
    assert len(ws.search("bridge", "--limit", "2", "--all").jsonl) == 2
    [hit] = ws.search("bridge", "--limit", "1").jsonl
    hits = ws.search("bridge", "--limit", "0").jsonl
    assert hits[0]["file"] == hit["file"]
    assert sorted(len(hit["versions"]) for hit in hits) == [0, 29]


def test_folding_needs_nothing_but_a_search(harbour: Workspace) -> None:
    """The answers are the same whether or not quotations have been looked for."""
    before = harbour.search("bridge").out
    harbour.kit("quotes")
    assert harbour.search("bridge").out == before
    harbour.database.unlink()
    assert harbour.search("bridge").out == before


def test_what_was_a_version_is_none_when_it_is_written_anew(harbour: Workspace) -> None:
    assert len(harbour.search("bridge").jsonl) == 2
    harbour.write("later", OTHER.replace("Tarn", "Lot").replace("Omar", "Otto"), title="Another bridge")
    families = [set(hit["versions"]) | {hit["file"]} for hit in harbour.search("bridge").jsonl]
    assert {"articles/first.md"} in families
    assert {"articles/later.md", "articles/other.md"} in families
    (harbour.root / "articles" / "later.md").unlink()
    assert all(hit["versions"] == [] for hit in harbour.search("bridge").jsonl)
