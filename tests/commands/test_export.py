"""`kit export`: every format is read back by a parser of that format, and a file is never overwritten unasked."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bibtexparser
import icalendar
import jsonschema
import pytest
from bibtexparser.middlewares import LatexDecodingMiddleware, MonthIntMiddleware
from pybtex.database import parse_string

if TYPE_CHECKING:
    from tests.conftest import Workspace

AWKWARD = r'50% & more: "#1" {of} $3_000 ~ a^b \x, 1 < 2 @x'


@pytest.fixture(scope="module")
def news(new_workspace: Callable[[], Workspace]) -> Workspace:
    """Articles with all that a format may stumble over."""
    ws = new_workspace()
    ws.write(
        "2024-11-27-ferry",
        "The ferry, the Halden; ran aground \\ off Osmund on Nov. 21, said the <guard> & others.\n\n"
        "“Nobody was hurt,” Captain Ilse Brandt said on Tuesday.\n\n"
        "Prices rose last month. It was last week that the crew of the ship complained about the state of the engine, "
        "which had been repaired twice in the port of Osmund without any success. The court sits in winter 2024.\n",
        title="Ferry aground",
        published="2024-11-27",
        source="The Daily",
        url="https://example.org/a?b=1&c={2}",
        author=["Ann Lee-Moss", "Cho Ki-weon", "Reuters"],
        tags=["sea", "a_b"],
        language="en",
        created="2024-12-01",
        description="Ein Überblick.",
    )
    ws.write("sub/month", "Nothing.\n", title=AWKWARD, published="2024-11", author="Kim, Sarah")
    ws.write("한국", "Nothing.\n", title="제주 여객선", published="2024")
    ws.write("undated", "It was closed on Jan. 5, 2024.\n", title="Harbour", url="http://example.org/x")
    return ws


def exported(ws: Workspace, *args: str) -> str:
    run = ws.kit("export", *args)
    assert run.status == 0
    return run.out


# --- CSL-JSON ------------------------------------------------------------------------------------------------------

NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"family": {"type": "string"}, "given": {"type": "string"}, "literal": {"type": "string"}},
        "additionalProperties": False,
    },
}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        }
    },
    "additionalProperties": False,
}
TEXTS = ("title", "container-title", "URL", "language", "abstract", "keyword")
# What the published schema (csl-data.json) says of the variables that an article can have; it allows no others.
CSL_SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": ["article", "article-journal", "article-magazine", "article-newspaper", "webpage"]},
            "id": {"type": ["string", "number"]},
            "author": NAMES,
            "issued": DATE,
            "accessed": DATE,
            **{name: {"type": "string"} for name in TEXTS},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}


def test_csl_json_fits_its_schema_and_says_what_is_known(news: Workspace) -> None:
    items = json.loads(exported(news, "csl-json"))
    jsonschema.validate(items, CSL_SCHEMA)
    ferry = next(item for item in items if item["title"] == "Ferry aground")
    assert ferry == {
        "id": "2024-11-27-ferry",
        "type": "article-newspaper",
        "title": "Ferry aground",
        "author": [
            {"family": "Lee-Moss", "given": "Ann"},
            {"family": "Cho", "given": "Ki-weon"},
            {"literal": "Reuters"},
        ],
        "issued": {"date-parts": [[2024, 11, 27]]},
        "container-title": "The Daily",
        "URL": "https://example.org/a?b=1&c={2}",
        "accessed": {"date-parts": [[2024, 12, 1]]},
        "language": "en",
        "abstract": "Ein Überblick.",
        "keyword": "sea, a_b",
    }
    dates = {item["title"]: item.get("issued", {}).get("date-parts") for item in items}
    assert dates == {"Ferry aground": [[2024, 11, 27]], AWKWARD: [[2024, 11]], "제주 여객선": [[2024]], "Harbour": None}
    assert len({item["id"] for item in items}) == 4


# --- BibTeX --------------------------------------------------------------------------------------------------------


def test_bibtex_is_read_by_pybtex(news: Workspace) -> None:
    entries = parse_string(exported(news, "bibtex"), "bibtex").entries
    assert len(entries) == 4
    ferry = entries["2024-11-27-ferry"]
    assert ferry.type == "article"
    fields = {name: ferry.fields[name] for name in ("title", "journal", "year", "month", "day", "urldate")}
    assert fields == {
        "title": "{Ferry aground}",
        "journal": "The Daily",
        "year": "2024",
        "month": "November",
        "day": "27",
        "urldate": "2024-12-01",
    }
    assert [(p.last_names, p.first_names) for p in ferry.persons["author"]] == [
        (["Lee-Moss"], ["Ann"]),
        (["Cho"], ["Ki-weon"]),
        (["{Reuters}"], []),
    ]
    assert ferry.fields["url"] == "https://example.org/a?b=1&c=%7B2%7D"


def test_bibtex_is_read_by_bibtexparser_whatever_the_title(news: Workspace) -> None:
    middlewares = [LatexDecodingMiddleware(), MonthIntMiddleware()]
    library = bibtexparser.parse_string(exported(news, "bibtex"), append_middleware=middlewares)
    assert not library.failed_blocks
    # This parser drops all braces in the end, and takes \\textasciicircum for the accent.
    titles = {entry["title"].strip("{}").replace("ˆ", "^") for entry in library.entries}
    assert titles == {"Ferry aground", AWKWARD.replace("{", "").replace("}", ""), "제주 여객선", "Harbour"}
    assert "\\textbraceleft{}of\\textbraceright{}" in exported(news, "bibtex")
    assert {entry.entry_type for entry in library.entries} == {"article", "misc"}
    months = {entry.get("month").value for entry in library.entries if entry.get("month")}
    assert months == {11}


# --- iCalendar -----------------------------------------------------------------------------------------------------


def calendar(ws: Workspace, *args: str) -> tuple[bytes, list[Any]]:
    # Not through this process's text streams, which know nothing of CR LF.
    run = ws.shell(f"kit export ics {' '.join(args)} --output cal.ics --force && cat cal.ics > /dev/null")
    assert run.returncode == 0
    data = (ws.root / "cal.ics").read_bytes()
    return data, list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_ics_has_all_day_events_whose_end_is_exclusive(news: Workspace) -> None:
    _, events = calendar(news)
    spans = {
        str(e["SUMMARY"])[:30]: (e["DTSTART"].dt, e["DTEND"].dt)
        for e in events
        if str(e["CATEGORIES"].cats[0]) != "published"
    }
    assert spans["The ferry, the Halden; ran agr"] == (date(2024, 11, 21), date(2024, 11, 22))
    assert spans["Oct 2024: Prices rose last mon"] == (date(2024, 10, 1), date(2024, 11, 1))
    assert spans["week of 18 Nov 2024: It was la"] == (date(2024, 11, 18), date(2024, 11, 25))
    assert spans["winter 2024/25: The court sits"] == (date(2024, 12, 1), date(2025, 3, 1))
    assert all(type(e["DTSTART"].dt) is date and e["DTEND"].dt > e["DTSTART"].dt for e in events)


def test_ics_keeps_every_character_and_no_line_is_too_long(news: Workspace) -> None:
    data, events = calendar(news)
    told = "\n".join(str(event["DESCRIPTION"]) for event in events)
    assert "The ferry, the Halden; ran aground \\ off Osmund on Nov. 21, said the <guard> & others." in told
    assert "제주 여객선" in told
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert {str(event["URL"]) for event in events if "URL" in event} == {
        "https://example.org/a?b=1&c={2}",
        "http://example.org/x",
    }


def test_ics_has_the_same_uids_when_something_else_in_the_article_changes(
    new_workspace: Callable[[], Workspace],
) -> None:
    ws = new_workspace()
    ws.write("a", "It rained on Nov. 21. It snowed on Nov. 21.\n", published="2024-11-27")
    before = {str(event["UID"]) for event in calendar(ws)[1]}
    ws.write("a", "A new beginning.\n\nIt rained on Nov. 21. It snowed on Nov. 21.\n", published="2024-11-27")
    assert {str(event["UID"]) for event in calendar(ws, "--fresh")[1]} == before
    assert len(before) == 3


# --- TimelineJS ----------------------------------------------------------------------------------------------------

TIMELINE_DATE = {
    "type": "object",
    "properties": {
        **{name: {"type": "integer"} for name in ("year", "hour", "minute", "second", "millisecond")},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "display_date": {"type": "string"},
    },
    "required": ["year"],
    "dependentRequired": {"day": ["month"]},
    "additionalProperties": False,
}
TIMELINE_TEXT = {
    "type": "object",
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
    "additionalProperties": False,
}
# What timeline.knightlab.com/docs/json-format.html says of slides without pictures.
TIMELINE_SCHEMA = {
    "type": "object",
    "properties": {
        "events": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "start_date": TIMELINE_DATE,
                    "end_date": TIMELINE_DATE,
                    "text": TIMELINE_TEXT,
                    "group": {"type": "string"},
                    "display_date": {"type": "string"},
                    "unique_id": {"type": "string"},
                    "autolink": {"type": "boolean"},
                },
                "required": ["start_date"],
                "additionalProperties": False,
            },
        },
        "title": {"type": "object"},
        "eras": {"type": "array"},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "required": ["events"],
    "additionalProperties": False,
}


def slides(ws: Workspace, *args: str) -> list[dict[str, Any]]:
    timeline = json.loads(exported(ws, "timelinejs", *args))
    jsonschema.validate(timeline, TIMELINE_SCHEMA)
    return timeline["events"]


def test_timelinejs_leaves_out_what_is_not_known(news: Workspace) -> None:
    dates = {slide["display_date"]: (slide["start_date"], slide["end_date"]) for slide in slides(news)}
    day = {"year": 2024, "month": 11, "day": 21}
    assert dates["21 Nov 2024"] == (day, day)
    assert dates["Oct 2024"] == ({"year": 2024, "month": 10}, {"year": 2024, "month": 10})
    assert dates["2024"] == ({"year": 2024}, {"year": 2024})
    assert dates["winter 2024/25"] == ({"year": 2024, "month": 12}, {"year": 2025, "month": 2})
    assert dates["week of 18 Nov 2024"] == (
        {"year": 2024, "month": 11, "day": 18},
        {"year": 2024, "month": 11, "day": 24},
    )


def test_timelinejs_shows_articles_as_text_and_not_as_html(news: Workspace) -> None:
    [slide] = slides(news, "guard")[:1]
    assert "said the &lt;guard&gt; &amp; others." in slide["text"]["text"]
    assert "<b>Nov. 21</b>" in slide["text"]["text"]
    assert 'href="https://example.org/a?b=1&amp;c={2}"' in slide["text"]["text"]
    assert not any(tag in json.dumps(slides(news)) for tag in ("<guard>", "1 < 2"))
    ids = [slide["unique_id"] for slide in slides(news)]
    assert len(ids) == len(set(ids))


# --- the rest ------------------------------------------------------------------------------------------------------


def test_jsonl_has_everything_and_each_record_says_what_it_is(news: Workspace) -> None:
    records = [json.loads(line) for line in exported(news, "jsonl").splitlines()]
    assert {record["record"] for record in records} == {"article", "quote", "event"}
    articles = [record for record in records if record["record"] == "article"]
    assert [article["title"] for article in articles] == ["제주 여객선", AWKWARD, "Ferry aground", "Harbour"]
    assert articles[2]["authors"] == ["Ann Lee-Moss", "Cho Ki-weon", "Reuters"]
    for record in records:
        text = (news.root / record["file"]).read_text(encoding="utf-8")
        if record["record"] != "article":
            words = record["quote"] if record["record"] == "quote" else record["expression"]
            assert text[record["start"] : record["end"]] == words


def test_markdown_is_that_of_the_timeline(news: Workspace) -> None:
    assert exported(news, "markdown") == news.kit("timeline", "--markdown").out


@pytest.mark.parametrize(
    ("args", "number"),
    [
        (("csl-json",), 4),
        (("csl-json", "--after", "2024-11-26"), 3),
        (("csl-json", "--published-after", "2024-11-26", "--source", "daily"), 1),
        (("csl-json", "ferry"), 1),
        (("csl-json", "--tag", "sea"), 1),
        (("csl-json", "--limit", "2"), 2),
        (("timelinejs", "--kind", "event"), 6),
        (("timelinejs", "--kind", "event", "--top", "1"), 1),
        (("timelinejs", "prices"), 2),
        (("timelinejs", "--speaker", "brandt"), 1),
        (("timelinejs", "--after", "2024-11-18", "--before", "2024-11-24", "--kind", "event"), 2),
    ],
)
def test_the_filters_are_those_of_the_timeline(news: Workspace, args: tuple[str, ...], number: int) -> None:
    data = json.loads(exported(news, *args))
    assert len(data if isinstance(data, list) else data["events"]) == number


def test_a_file_is_written_whole_and_not_over_another(news: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "sources.bib"
    run = news.kit("export", "bibtex", "--output", str(file))
    assert (run.status, run.out) == (0, "")
    assert run.err == f"kit: 4 records written to {file}\n"
    written = file.read_text(encoding="utf-8")
    assert written == exported(news, "bibtex")
    again = news.kit("export", "bibtex", "ferry", "--output", str(file))
    assert again.status == 2
    assert again.err.endswith(f"{file} exists; --force replaces it\n")
    assert file.read_text(encoding="utf-8") == written
    assert news.kit("export", "bibtex", "ferry", "--output", str(file), "--force").status == 0
    assert file.read_text(encoding="utf-8").count("@article") == 1
    assert os.listdir(tmp_path) == ["sources.bib"]


@pytest.mark.parametrize("name", ["articles/undated.md", "kit.db", "articles", "nowhere/a.bib"])
def test_what_kit_works_with_is_never_written_over(news: Workspace, name: str) -> None:
    before = {p: p.read_bytes() for p in (news.root / "articles").rglob("*.md")}
    run = news.kit("export", "bibtex", "--output", str(news.root / name), "--force")
    assert run.status == 2
    assert name in run.err
    assert {p: p.read_bytes() for p in (news.root / "articles").rglob("*.md")} == before
    assert news.kit("search", "ferry").status == 0


def test_dash_and_devices_are_written_to(news: Workspace) -> None:
    assert exported(news, "bibtex", "--output", "-") == exported(news, "bibtex")
    assert news.kit("export", "bibtex", "--output", "/dev/null").status == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("pdf",), "pdf: no such format; one of timelinejs, ics, markdown, csl-json, bibtex, jsonl"),
        (("bibtex", "--speaker", "brandt"), "--speaker: bibtex is for articles"),
        (("csl-json", "--kind", "event"), "--kind: csl-json is for articles"),
        (("ics", "--kind", "rumour"), "--kind rumour: one of"),
        (("ics", "--sort", "colour"), "--sort colour: sort by"),
    ],
)
def test_what_makes_no_sense_is_said(news: Workspace, args: tuple[str, ...], said: str) -> None:
    run = news.kit("export", *args)
    assert run.status == 2
    assert run.err.startswith(f"kit: {said}")


@pytest.mark.parametrize("format", ["timelinejs", "ics", "markdown", "csl-json", "bibtex", "jsonl"])
def test_nothing_found_is_said_and_still_a_file_of_its_format(news: Workspace, format: str) -> None:
    run = news.kit("export", format, "nowhere")
    assert run.status == 1
    assert "nothing found" in run.err
    if format == "csl-json":
        assert run.json == []
    if format == "timelinejs":
        assert run.json == {"events": []}
    if format == "ics":
        assert icalendar.Calendar.from_ical(run.out.replace("\n", "\r\n")).walk("VEVENT") == []


def test_the_shell_offers_the_formats(news: Workspace) -> None:
    offered = news.kit(
        "export", **{"_KIT_COMPLETE": "complete_bash", "COMP_WORDS": "kit export b", "COMP_CWORD": "2"}
    ).out
    assert offered.split() == ["bibtex"]
