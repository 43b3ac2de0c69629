"""Whole files, one per writer or breakage, each beside the JSON of what should be read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kit.articles import decode, read_article

FILES = sorted(path for path in (Path(__file__).parent / "files").iterdir() if path.suffix != ".json")
FIELDS = ("title", "published", "modified", "saved", "source", "url", "language", "description")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file(path):
    data = path.read_bytes()
    article = read_article(data, f"articles/{path.stem}.md")
    found = {field: getattr(article, field) for field in FIELDS if getattr(article, field)}
    found |= {field: list(getattr(article, field)) for field in ("authors", "tags") if getattr(article, field)}
    found["body_line"] = article.body_line
    found["body_begins"] = article.body[:30]
    found["problems"] = [[problem.kind, problem.line] for problem in article.problems]
    assert found == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert decode(data)[0][article.body_start :] == article.body


def test_every_file_has_an_expectation_and_the_other_way_round():
    expectations = {path.stem for path in (Path(__file__).parent / "files").glob("*.json")}
    assert {path.stem for path in FILES} == expectations
    assert len(FILES) == len(expectations) > 60
