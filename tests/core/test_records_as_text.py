"""Records as text: what is written reads back, line by line."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.formats.records import to_csv, to_json, to_jsonl, to_lines, to_markdown


def hit(**changes: object) -> dict[str, object]:
    record: dict[str, object] = {
        "file": "articles/a.md",
        "line": 3,
        "start": 10,
        "end": 20,
        "title": "Title",
        "published": "2024-02",
        "source": "Echo",
        "url": "https://example.org/a",
        "authors": ["Ann", "Bo"],
        "tags": [],
        "snippet": "the mill",
        "highlights": [(4, 8)],
        "score": 1.5,
        "match": "all",
    }
    return record | changes


TEXT = st.text() | st.sampled_from(["\x1b[31m", "\u202e", "a\tb\nc", '"', "a;b", ",", "\x00", "=1+1", "|", "`", "*"])


@given(st.lists(st.builds(hit, title=TEXT, snippet=TEXT, source=st.none() | TEXT), max_size=3))
def test_json_and_jsonl_read_back(records: list[dict[str, object]]) -> None:
    plain = json.loads(json.dumps(records))
    assert json.loads("\n".join(to_json(records))) == plain
    assert [json.loads(line) for line in to_jsonl(records)] == plain
    assert all("\n" not in line for line in to_jsonl(records))


@given(st.lists(st.builds(hit, title=TEXT, snippet=TEXT, source=st.none() | TEXT), min_size=1, max_size=3))
def test_a_record_a_line(records: list[dict[str, object]]) -> None:
    for line in to_lines(records):
        assert line.count("\t") == 4
        assert len(line.splitlines()) == 1
    rows = list(csv.reader(io.StringIO("\n".join(to_csv(records, records[0])))))
    assert len(rows) == len(records) + 1
    assert all(len(row) == len(rows[0]) for row in rows)
    for line in to_markdown(records):
        assert len(line.splitlines()) <= 1


def test_whole_documents() -> None:
    records = [hit(), hit(published=None, source=None, url=None, start=None, end=None, snippet="", highlights=[])]
    assert list(to_lines(records)) == [
        "articles/a.md:3\t2024-02\tEcho\tTitle\tthe mill",
        "articles/a.md:3\t\t\tTitle\t",
    ]
    assert list(to_markdown(records)) == [
        "> the mill",
        ">",
        "> — *Title*, Echo, 2024-02, <https://example.org/a> (articles/a.md:3)",
        "",
        "> — *Title* (articles/a.md:3)",
        "",
    ]
    assert list(to_csv(records, records[0])) == [
        "file,line,start,end,title,published,source,url,authors,tags,snippet,highlights,score,match",
        "articles/a.md,3,10,20,Title,2024-02,Echo,https://example.org/a,Ann; Bo,,the mill,4-8,1.5,all",
        "articles/a.md,3,,,Title,,,,Ann; Bo,,,,1.5,all",
    ]


def test_counts() -> None:
    counts: list[dict[str, object]] = [{"key": "Echo\x1b", "count": 2}, {"key": None, "count": 1}]
    assert list(to_lines(counts)) == ["Echo␛\t2", "(unknown)\t1"]
    assert list(to_csv(counts, ["key", "count"])) == ["key,count", "Echo␛,2", ",1"]
    assert list(to_markdown(counts)) == ["- Echo␛: 2", "- (unknown): 1"]
    assert json.loads("".join(to_json(counts))) == counts


@pytest.mark.parametrize("write", [to_jsonl, to_lines, to_markdown])
def test_no_records(write: object) -> None:
    assert callable(write)
    assert list(write([])) == []
    assert list(to_json([])) == ["[]"]
    assert list(to_csv([], ["key", "count"])) == ["key,count"]
