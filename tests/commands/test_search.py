"""`kit search`, run as a user runs it: what each record says, and in which order they come."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace


def test_record(ws: Workspace) -> None:
    text = (
        "\ufeff---\ntitle: The mill\npublished: 2024-11\nsource: Valley Echo\nauthor: [Bo Ek, Ida Ö]\n"
        "url: https://example.org/a?b=1\ntags: [mills, water/rights]\n---\r\n# Heading\r\n\r\n"
        "First\x0cparagraph\u2028here.\r\rThe old   mill\u00a0burned down.\n"
    )
    ws.write("valley/mill.md", text.encode())
    [hit] = ws.search("mill", "burned").jsonl
    score = hit.pop("score")
    assert score > 0
    body_at = text.removeprefix("\ufeff").index("The old")
    assert hit == {
        "file": "articles/valley/mill.md",
        "line": 13,
        "start": body_at,
        "end": body_at + len("The old   mill\u00a0burned down."),
        "title": "The mill",
        "published": "2024-11",
        "source": "Valley Echo",
        "url": "https://example.org/a?b=1",
        "authors": ["Bo Ek", "Ida Ö"],
        "tags": ["mills", "water/rights"],
        "snippet": "The old mill burned down.",
        "highlights": [[8, 12], [13, 19]],
        "match": "all",
        "versions": [],
    }


def test_nothing_but_the_title_matches(ws: Workspace) -> None:
    ws.write("a", "Another text.\n", title="Ferry")
    [hit] = ws.search("ferry").jsonl
    assert (hit["start"], hit["end"], hit["snippet"], hit["highlights"]) == (None, None, "", [])
    assert (hit["line"], hit["published"], hit["source"], hit["url"]) == (1, None, None, None)
    assert (hit["authors"], hit["tags"]) == ([], [])


def test_filters_alone_list_articles_newest_first(ws: Workspace) -> None:
    for day in ("2024-01-02", "2024-03-04", "2023-05-06"):
        ws.write(day, published=day, source="Echo")
    ws.write("undated", source="Echo")
    hits = ws.search("--source", "echo").jsonl
    assert [hit["published"] for hit in hits] == ["2024-03-04", "2024-01-02", "2023-05-06", None]
    assert not any(str(hit["score"]).startswith("-") for hit in hits)


TEXTS = [
    ("plain", "Alpha the mill. Beta.\n"),
    ("windows line ends", "One\r\ntwo\r\n\r\nthe mill\r\n"),
    ("old line ends", "One\rtwo\r\rthe mill\r"),
    ("separators that end no line", "One\x0b\x0c\x1c\x85\u2028\u2029 the mill\n"),
    ("byte order mark", "\ufeffthe mill\n"),
    ("two byte order marks", "\ufeff\ufeffthe mill\n"),
    ("front matter", "---\ntitle: x\n---\n\nthe mill\n"),
    ("toml", '+++\ntitle = "x"\n+++\nthe mill\n'),
    ("broken front matter", '---\ntitle: "x\n  - : y\n---\nthe mill\n'),
    ("unclosed front matter", "---\ntitle: x\nthe mill\n"),
    ("emoji before", "🇺🇦👨‍👩‍👧 𝔘𝔫𝔦 the mill\n"),
    ("decomposed before", "e\u0301e\u0301e\u0301 한국 \u1112\u1161\u11ab the mill\n"),
    ("capital that grows in lower case", "İİİİ ßẞ ŉ the mill\n"),
    ("control characters", "a\x1b[1mb\x07\x08 \u202e the mill\u202c\n"),
    ("nul", "First\0part. Then comes\0nothing.\n\nThe old miller saw the mill burn.\n"),
    ("one giant line", "word " * 5_000 + "the mill" + " word" * 5_000),
    ("one giant word", "x" * 50_000 + " the mill " + "y" * 50_000),
    ("private use", "\ue000\ue001 the mill \ue002\n"),
    ("no line end", "the mill"),
    ("code", "```\nthe mill\n```\n"),
    ("heading", "# the mill\n\ntext\n"),
    ("list", "- one\n- the mill\n"),
    ("quotation", "> > the mill\n"),
    ("table", "| a | b |\n|---|---|\n| the mill | c |\n"),
    ("link", "[the mill](https://example.org/mill)\n"),
]


@pytest.mark.parametrize("text", [row[1] for row in TEXTS], ids=[row[0] for row in TEXTS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_hit_leads_to_its_place(ws: Workspace, text: str, encoding: str) -> None:
    ws.write("a", text.encode(encoding))
    hit: Any = ws.search("mill").jsonl[0]
    text = text.removeprefix("\ufeff") if encoding == "utf-8" else text
    passage = text[hit["start"] : hit["end"]]
    assert re.sub(r"\s+", " ", passage) == hit["snippet"]
    assert "mill" in [hit["snippet"][start:end].lower() for start, end in hit["highlights"]]
    assert hit["line"] == len(re.split(r"\r\n|\r|\n", text[: hit["start"]]))


def test_only_what_was_asked_for_is_marked(ws: Workspace) -> None:
    ws.write("a", "The alpha gamma story of mills.\n")
    [hit] = ws.search("alpha OR (beta -gamma)").jsonl
    assert [hit["snippet"][start:end] for start, end in hit["highlights"]] == ["alpha"]
    [hit] = ws.search("title:story OR alpha").jsonl
    assert [hit["snippet"][start:end] for start, end in hit["highlights"]] == ["alpha"]


def test_the_best_passage_is_shown(ws: Workspace) -> None:
    ws.write("a", "The mill stood.\n\nNothing here.\n\nThe mill and the weir of the mill.\n\nA weir.\n")
    [hit] = ws.search("mill weir").jsonl
    assert hit["snippet"] == "The mill and the weir of the mill."
    assert hit["line"] == 5


def test_a_korean_passage_is_cut_from_the_article(ws: Workspace) -> None:
    ws.write("a", "정부는 발표했다.\n\n한국은 우크라이나를 지원한다.\n")
    [hit] = ws.search("우크라이나").jsonl
    assert hit["snippet"] == "한국은 우크라이나를 지원한다."
    assert [hit["snippet"][start:end] for start, end in hit["highlights"]] == ["우크라이나"]


def test_some_of_the_words_follow_all_of_them(ws: Workspace) -> None:
    ws.write("both", "A mill at the weir.\n")
    ws.write("mill", "A mill.\n")
    ws.write("weir", "A weir.\n")
    ws.write("none", "A bridge.\n")
    hits = ws.search("mill weir").jsonl
    assert (Path(hits[0]["file"]).stem, hits[0]["match"]) == ("both", "all")
    assert sorted((Path(hit["file"]).stem, hit["match"]) for hit in hits[1:]) == [("mill", "any"), ("weir", "any")]
    assert ws.search("mill weir", "--limit", "1").files == ["both"]
    assert ws.search("mill AND weir").files == ["both"]
    assert ws.search('"mill weir"').files == []
    assert ws.search("mill weir -bridge -title:mill").files == ["both", "weir"]
    # What is asked of a field has to hold.
    assert ws.search("mill weir title:both").files == ["both"]


def test_ranking_weighs_titles_twice(ws: Workspace) -> None:
    for n in range(8):
        ws.write(f"filler{n}", f"Something else number {n} entirely.\n", title=f"Filler {n}")
    ws.write("body", "A mill was sold in the valley.\n", title="Valley sale today")
    ws.write("title", "A house was sold in the valley.\n", title="Mill sale today")
    assert ws.search("mill").files == ["title", "body"]


def test_ties_are_in_order_of_the_path(ws: Workspace) -> None:
    for file in ("m", "c", "x", "a/z", "b"):
        ws.write(file, "The same mill.\n", title="The same")
    assert ws.search("mill").files == ["a/z", "b", "c", "m", "x"]
    assert ws.search("mill", "--limit", "2").files == ["a/z", "b"]
    for sort in ("published", "title", "source", "file"):
        assert ws.search("mill", "--sort", sort).files == ["a/z", "b", "c", "m", "x"]


def test_limit(ws: Workspace) -> None:
    for n in range(25):
        ws.write(f"{n:02}", "A mill.\n")
    for form in ("--json", "--jsonl", "--csv", "--markdown", ""):
        run = ws.kit("search", "mill", *([form] if form else []))
        assert len(re.findall(r"articles/\d\d\.md", run.out)) == 20, form
        assert run.err == "kit: 20 of 25 articles; --limit 0 gives all\n"
    assert ws.kit("search", "mill", "--limit", "3", "--json").err == ""
    assert ws.kit("search", "mill", "--by", "tag", "--json").err == ""
    assert len(ws.search("mill", "--limit", "0").files) == 25
    assert len(ws.search("mill", "--limit", "3").files) == 3
    for wrong in ("-1", "many", "1.5", ""):
        assert ws.kit("search", "mill", "--limit", wrong).status == 2


SORTED = [
    (["--sort", "published"], "old new none"),
    (["--sort", "published", "--reverse"], "new old none"),
    (["--sort", "title"], "new none old"),
    (["--sort", "title", "--reverse"], "old none new"),
    (["--sort", "source"], "none old new"),
    (["--sort", "source", "--reverse"], "old none new"),
    (["--sort", "file"], "new none old"),
    (["--sort", "file", "--reverse"], "old none new"),
    (["--sort", "score"], "old none new"),
    (["--reverse"], "new none old"),
]


@pytest.mark.parametrize(("options", "names"), SORTED, ids=[" ".join(row[0]) for row in SORTED])
def test_sort(ws: Workspace, options: list[str], names: str) -> None:
    ws.write("old", "Mill, mill, mill.\n", title="zebra mill", published="2023", source="Echo")
    ws.write(
        "new",
        "A mill and many other words that have nothing to do with it.\n",
        title="Abbey",
        published="2024-02-03",
    )
    ws.write("none", "A mill and a word.\n", title="mill", source="Anzeiger")
    assert " ".join(ws.search("mill", *options).files) == names


def test_sort_by_what_is_not_there(ws: Workspace) -> None:
    run = ws.kit("search", "mill", "--sort", "colour")
    assert (run.status, run.out) == (2, "")
    assert "score" in run.err


def test_nothing_found_offers_the_nearest_words(ws: Workspace) -> None:
    ws.write("a", "Ukraine asked the Parliament of Söderköping. 한국은 보냈다.\n")
    run = ws.kit("search", "ukrane", "--json")
    assert (run.status, run.json) == (1, [])
    assert "ukraine" in run.err.lower()
    assert "parliament" in ws.kit("search", "parlament").err.lower()
    assert "söderköping" in ws.kit("search", "soderkopin").err.lower()
    # A word that occurs is not said to be missing: the filter is what found nothing.
    for there in ("Ukraine", "parliament", "asking", "한국", "한국은"):
        assert "no article has" not in ws.kit("search", there, "--source", "nobody").err
    ws.write("b", "zebrafish\n")
    ws.kit("index")
    (ws.root / "articles" / "b.md").unlink()
    assert "zebrafish" not in ws.kit("search", "zebrafisch").err
