"""`kit search`, run as a user runs it: which articles are found for what was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace


@pytest.fixture(scope="module")
def news(new_workspace: Callable[[], Workspace]) -> Workspace:
    """Articles that all searches of a table run in."""
    ws = new_workspace()
    ws.write(
        "ferry",
        "The ferry to Osmund was late.\n\nCaptain Ilse Brandt blamed the air defense drill.\n",
        title="Late ferry",
    )
    ws.write("drill", "An air force drill, and a defense of it, kept the harbour shut.\n", title="Harbour")
    ws.write("council", "It discussed the budget and the ferries.\n", title="Budget", author="Ann Lee-Moss")
    ws.write("tiger", "A tiger came near the university. Its operations resumed.\n", title="Government negotiations")
    ws.write("code", "The tool is written in C++, not in C#; it costs $5 or 5-4 votes.\n", tags=["software/tools"])
    ws.write("vitamin", "Vitamin C is sold at $500 and 54 shops. Don’t buy.\n", source="Health Post")
    ws.write("usa", "The U.S. Navy said its F-35 jets would co-operate with O’Brien.\n")
    ws.write("us", "Give us the news, said Brien of the navy.\n")
    ws.write("seoul", "한국은 드론을 보냈다. BTS가 2024년에 북한군을 비판했다.\n", title="주한국대사 발언")
    ws.write("tokyo", "東京で会議が開かれた。がんばれ。\n")
    ws.write("nfd", unicodedata.normalize("NFD", "Café Ångström in São Paulo, Чайковский, ёлка, Βάρος, 부산에서.\n"))
    ws.write("emoji", "A flag 🇺🇦, a heart ❤️, a circle Ⓐ, ÜBER+ and a burning heart ❤️‍🔥 here.\n")
    return ws


FOUND: list[tuple[str, str]] = [
    # words
    ("ferry", "council ferry"),
    ("FERRY", "council ferry"),
    ("ferries", "council ferry"),
    ("air AND defense", "drill ferry"),
    ('"air defense"', "ferry"),
    ("“air defense”", "ferry"),
    ('"defense air"', ""),
    ('"air def"*', "ferry"),
    ('"air def"', ""),
    ("ferry -captain", "council"),
    ("-captain ferry", "council"),
    ("ferry NOT captain", "council"),
    ("ferry -(captain budget)", "council ferry"),
    ("ferry -(captain OR budget)", ""),
    ('ferry -"air defense"', "council"),
    ('ferry -"defense air"', "council ferry"),
    ("tiger OR captain", "ferry tiger"),
    ("(tiger OR ferry) captain -budget", "ferry"),
    ("ferry (-captain -nothere)", "council"),
    ("ferry -(-captain)", "ferry"),
    ("-(-tiger)", "tiger"),
    ("-ferry -drill -tiger -code -vitamin -navy -seoul -한국 -会議 -heart -cafe", ""),
    ("tiger OR (ferry -captain)", "council tiger"),
    # one of them, or without one
    ("captain OR -ferry", "code drill emoji ferry nfd seoul tiger tokyo us usa vitamin"),
    ("-ferry OR captain", "code drill emoji ferry nfd seoul tiger tokyo us usa vitamin"),
    ("ferry (captain OR -budget)", "ferry"),
    ("ferry (budget OR -captain)", "council"),
    ("defense (-ferry OR -budget)", "drill ferry"),
    ("-(captain OR -ferry)", "council"),
    ("captain OR -(ferry OR -budget)", "ferry"),
    ("ferry (captain OR NOT NOT budget)", "council ferry"),
    ("title:late OR -title:budget ferry", "ferry"),
    # prefixes, also those that are longer than the stem of the word
    ("ferr*", "council ferry"),
    ("govern*", "tiger"),
    ("governm*", "tiger"),
    ("universi*", "tiger"),
    ("university*", "tiger"),
    ("negotiat*", "tiger"),
    ("operati*", "tiger"),
    ("operatio*", "tiger"),
    ("operatic*", ""),
    ("governo*", ""),
    ("budg*", "council"),
    ("-govern* tiger", ""),
    ("title:governm*", "tiger"),
    # fields
    ("title:ferry", "ferry"),
    ("title:(ferry OR budget)", "council ferry"),
    ("title:late ferry", "ferry"),
    ("author:lee", "council"),
    ("author:lee-moss", "council"),
    ("author:ferry", ""),
    ('source:"health post"', "vitamin"),
    ("source:health", "vitamin"),
    ("tag:software", "code"),
    ("tag:software/tools", "code"),
    ("tag:tools", "code"),
    ("ferry -title:late", "council"),
    ("-title:ferry captain", ""),
    # what looks like an operator and is text
    ("captain: ilse", "ferry"),
    ("osmund; late", "ferry"),
    ("ferry?", "council ferry"),
    ('ferry"', "council ferry"),
    ("(ferry", "council ferry"),
    ("ferry)", "council ferry"),
    ("'ferry'", "council ferry"),
    ("don't", "vitamin"),
    ("don’t", "vitamin"),
    ("O'Brien", "usa"),
    ("brien", "us usa"),
    ("F-35", "usa"),
    ("co-operate", "usa"),
    ("5-4", "code"),
    ("U.S.", "usa"),
    ("C++", "code"),
    ("c#", "code"),
    ("$5", "code"),
    ("ferry\0captain", "ferry"),
    # common words do not decide
    ("what did the captain do", "ferry"),
    ("the", "code council drill ferry tiger us usa"),
    # Unicode
    ("cafe", "nfd"),
    ("café", "nfd"),
    ("CAFÉ", "nfd"),
    ("cafe\u0301", "nfd"),
    ("Angstrom", "nfd"),
    ("sao paulo", "nfd"),
    ("Чайковский", "nfd"),
    ("чайковский", "nfd"),
    ("ёлка", "nfd"),
    ("βάρος", "nfd"),
    ("부산", "nfd"),
    ("🇺🇦", "emoji"),
    ("❤️", "emoji"),
    ("❤", "emoji"),
    ("❤️‍🔥", "emoji"),
    ("Ⓐ", "emoji"),
    ("ⓐ", "emoji"),
    ("ÜBER+", "emoji"),
    ("über+", "emoji"),
    ("heart -🇺🇦", ""),
    ("navy -🇺🇦", "us usa"),
    # Korean and Japanese
    ("한국", "seoul"),
    ("한국은", "seoul"),
    ("드론", "seoul"),
    ("북한", "seoul"),
    ("북한군", "seoul"),
    ("북한군을", "seoul"),
    ("한국 드론", "seoul"),
    ("한국 -드론", ""),
    ("국", "seoul"),
    ("군", "seoul"),
    ("은", "seoul"),
    ("BTS", "seoul"),
    ("BTS가", "seoul"),
    ("bts", "seoul"),
    ("2024년", "seoul"),
    ("2024", "seoul"),
    ("23년", ""),
    ("북군", ""),
    ("국한", ""),
    ('"드론을 보냈다"', "seoul"),
    ('"보냈다 드론을"', ""),
    ("대사", "seoul"),
    ("title:대사", "seoul"),
    ("title:주한국", "seoul"),
    ("title:드론", ""),
    ("会議", "tokyo"),
    ("東京", "tokyo"),
    ("京で", "tokyo"),
    ("が", "tokyo"),
    ("か\u3099んばれ", "tokyo"),
]


@pytest.mark.parametrize(("typed", "names"), FOUND, ids=[ascii(row[0]) for row in FOUND])
def test_found(news: Workspace, typed: str, names: str) -> None:
    found = [hit for hit in news.search(typed, "--limit", "0").jsonl if hit["match"] == "all"]
    assert " ".join(sorted(Path(hit["file"]).stem for hit in found)) == names


def test_nothing_to_search_for(news: Workspace) -> None:
    for typed in ("", " ", '"', "()", "AND", "-", "...", "\u0301", "+", "title:()"):
        run = news.kit("search", typed)
        assert (run.status, run.out) == (2, "")
        assert run.err.count("\n") == 1
        assert "search for" in run.err
    assert news.kit("search").status == 2


@pytest.mark.parametrize(
    "args",
    [
        ["ferry", "-captain"],
        ["-captain", "ferry"],
        ["--limit", "5", "-captain", "ferry"],
        ["ferry", "--limit", "5", "-captain"],
        ["-captain", "--limit=5", "ferry"],
        ["ferry -captain"],
        ["--", "ferry", "-captain"],
        ["ferry", "--", "-captain"],
    ],
)
def test_a_word_left_out_stands_anywhere(news: Workspace, args: list[str]) -> None:
    assert [hit["title"] for hit in news.kit("search", "--json", *args).json] == ["Budget"]


@pytest.mark.parametrize("option", ["--captain", "--jso", "--Source", "--no-json", "--limit-to=3"])
def test_an_unknown_option_is_an_error(news: Workspace, option: str) -> None:
    for args in ([option, "ferry"], ["ferry", option]):
        run = news.kit("search", *args)
        assert (run.status, run.out) == (2, "")
        assert option.partition("=")[0] in run.err


def test_behind_two_hyphens_everything_is_text(news: Workspace) -> None:
    assert news.kit("search", "--jsonl", "--", "ferry", "--captain").status in (0, 1)
