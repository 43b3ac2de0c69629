"""Saved pages of differently built sites → the article files that lie beside them."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import KitError
from kit.intake.draft import Facts
from kit.intake.html import declared_encoding, read_html
from kit.intake.html_facts import saved_from
from kit.intake.reading import read_source
from kit.intake.write import article_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
SENTENCE = "The mayor said on Monday that the weir would be shut again by the end of the week, if the rain stopped."
PAGE = f"<html><head>%s</head><body>%s<article><h1>Weir opened at Osk</h1><p>{SENTENCE}</p><p>“{SENTENCE}” he said.</p>"


def facts(head: str = "", above: str = "") -> Facts:
    pytest.importorskip("trafilatura")
    return read_html(PAGE % (head, above)).facts


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_page(page: Path) -> None:
    pytest.importorskip("trafilatura")
    draft = read_source(str(page), Facts())
    assert article_text(draft) == page.with_suffix(".md").read_text("utf-8")
    assert {line.text for line in draft.lines if line.dropped}, "the account names what is not of the article"


def test_there_are_five_pages() -> None:
    assert len(PAGES) == 5


def test_without_trafilatura_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit.intake.html.find_spec", lambda name: None)
    with pytest.raises(KitError, match=r"pip install 'kit\[web\]'"):
        read_html("<html><p>x")


PUBLISHED = [
    ('<meta property="article:published_time" content="2023-05-03T23:10:00-05:00">', "2023-05-03"),
    ('<meta name="date" content="May 3, 2023">', "2023-05-03"),
    ('<script type="application/ld+json">[{"@type":["NewsArticle"],"datePublished":"2023-05-03"}]</script>',
     "2023-05-03"),
    ('<link rel="canonical" href="https://osk.example/2023/05/03/weir">', "2023-05-03"),
    # near misses
    ('<script type="application/ld+json">{"@type":"WebSite","datePublished":"2023-05-03"}</script>', None),
    ('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>', None),
    ('<meta property="article:published_time" content="yesterday">', None),
    ('<link rel="canonical" href="https://osk.example/2023/05/weir">', None),
]  # fmt: skip


@pytest.mark.parametrize(("head", "day"), PUBLISHED)
def test_published(head: str, day: str | None) -> None:
    found = facts(head)
    assert found.published == day
    assert found.title == "Weir opened at Osk"


def test_times_in_the_page() -> None:
    assert facts(above='<time class="entry-date" datetime="2023-05-03">x</time>').published == "2023-05-03"
    assert facts(above='<time class="updated" datetime="2023-05-03">x</time>').published is None
    assert facts(above="<div>Friday, May 5, 2023</div>").date_hint == "2023-05-05"
    assert facts(above="<div>Monday, May 8, 2023</div>").published == "2023-05-08"  # the text names Monday


def test_authors_are_people() -> None:
    assert facts('<meta name="author" content="By Ann Poe and Jo Coe">').authors == ("Ann Poe", "Jo Coe")
    assert facts('<meta name="author" content="https://osk.example/ann">').authors == ()
    assert facts('<meta property="og:site_name" content="Echo"><meta name="author" content="Echo">').authors == ()


def test_a_piece_of_a_page_is_known_for_one(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    file = tmp_path / "clip.txt"
    file.write_text(f"<h1>Weir opened at Osk</h1><p>{SENTENCE}</p><p>“{SENTENCE}” he said.</p>")
    draft = read_source(str(file), Facts())
    assert draft.facts.title == "Weir opened at Osk"
    assert draft.body == f"{SENTENCE}\n\n“{SENTENCE}” he said."


def test_brackets_are_not_escaped() -> None:
    pytest.importorskip("trafilatura")
    said = f"“The ROK [South Korea] has *not* said 3_4 or #1,” {SENTENCE}"
    assert said in read_html(PAGE % ("", "") + f"<p>{said}</p>").body


def test_what_trafilatura_logs_reaches_nobody(caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("trafilatura")
    with suppress(KitError):
        read_html("<html><body><div>x</div>")
    assert not caplog.records


def test_references_to_control_characters_go() -> None:
    pytest.importorskip("trafilatura")
    draft = read_html(PAGE % ("", "") + f"<p>It&#8217;s &#1;&#x1b;[31m&#27red, {SENTENCE}</p>")
    assert "It’s [31mred" in draft.body


def test_declarations() -> None:
    assert declared_encoding(b'<meta charset="euc-kr">') == "euc-kr"
    assert declared_encoding(b'<META http-equiv=x content="text/html; charset=windows-1251">') == "windows-1251"
    assert declared_encoding(b"<p>charset") is None
    assert saved_from(b"<!-- saved from url=(0020)https://osk.example/a -->") == "https://osk.example/a"


HOSTILE = {
    "deep": "<div>" * 50_000 + f"<p>{SENTENCE}</p>",
    "deep tables": "<table><tr><td>" * 2_000 + f"<p>{SENTENCE}</p>",
    "too many elements": "<br>" * 70_000,
    "one line": "word and word. " * 20_000,
    "unclosed": "<" * 100_000,
    "entities": "&amp;" * 100_000,
    "empty": "",
    "NUL": "\0",
    "frames": "<html><frameset><frame></frameset></html>",
    "nested data": '<script type="application/ld+json">' + '{"@graph":[' * 50_000 + "</script>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_end(name: str) -> None:
    pytest.importorskip("trafilatura")
    before = time.process_time()
    with suppress(KitError):
        read_html(HOSTILE[name])
    assert time.process_time() - before < 60  # seconds where they would be hours


@given(
    st.lists(
        st.one_of(st.sampled_from(["<p>", "</p>", "<table>", "<td>", "<h1>", "<b>", SENTENCE]), st.text(max_size=20))
    )
)
@settings(max_examples=80, deadline=None)
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    pytest.importorskip("trafilatura")
    with suppress(KitError):  # anything else is a mistake
        read_html("".join(parts).encode(errors="replace").decode())
