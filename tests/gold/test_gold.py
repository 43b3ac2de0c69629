"""The gold articles keep the format that README.md promises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ARTICLES = sorted(Path(__file__).parent.glob("[a-z][0-9][0-9][0-9]-*.md"))
KINDS = {"direct", "mixed", "none"}
TYPES = {"name", "pronoun", "nominal", "unknown"}
SPEECH_KEYS = {"quote", "kind", "speaker", "mention", "type"}

CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "``": "''", "''": "''", "«": "»"}
# A mark that no listed stretch explains. Apostrophes (’, and ' after a letter), '57, '90s, 'em and 6'2" are not marks.
LEFTOVER = re.compile(r"""[“”‘«»]|``|''|(?<!\d)"|(?<![\w.,!?’'…])'(?=\w)(?!(?:\d\ds?|em|til|[Tt]was|n)\b)""")


def read(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and body of a gold article."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def locate(body: str, quote: str, start: int) -> tuple[int, int, int]:
    """Where the next marked run of exactly these characters lies: start and end of the run, end of its closing mark.

    A quotation that goes on in the next paragraph has no closing mark. Raises LookupError if there is none.
    """
    for hit in re.finditer(re.escape(quote), body[start:]):
        first, last = start + hit.start(), start + hit.end()
        opening = next((mark for mark in CLOSING if body[:first].endswith(mark)), None)
        if opening is None:
            continue
        if body.startswith(CLOSING[opening], last):
            return first, last, last + len(CLOSING[opening])
        if re.match(r"\n|\Z", body[last:]):
            return first, last, last
    raise LookupError(quote)


def outside_marks(body: str, quotes: list[str]) -> str:
    """The body with every listed stretch and its marks blanked, same length."""
    out, cursor = "", 0
    for quote in quotes:
        first, _, after = locate(body, quote, cursor)
        opening = next(mark for mark in CLOSING if body[:first].endswith(mark))
        out += body[cursor : first - len(opening)]
        out += re.sub(r"[^\n]", " ", body[first - len(opening) : after])
        cursor = after
    return out + body[cursor:]


def test_there_are_articles() -> None:
    assert len(ARTICLES) >= 1
    assert len({path.name[:4] for path in ARTICLES}) == len(ARTICLES), "two articles under one number"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_front_matter(path: Path) -> None:
    front, _ = read(path)
    assert {"title", "date", "source", "language", "style", "quotes"} <= front.keys()
    assert front["language"] == "en"
    for quote in front["quotes"]:
        assert quote["kind"] in KINDS, quote
        if quote["kind"] == "none":
            assert quote.keys() == {"quote", "kind"}, quote
            continue
        assert SPEECH_KEYS <= quote.keys() <= SPEECH_KEYS | {"optional"}, quote
        assert quote["type"] in TYPES, quote
        assert (quote["type"] == "unknown") == (quote["mention"] is None), quote
        assert quote.get("optional", True) is True, quote
        assert "optional" not in quote or len(quote["quote"].split()) <= 2, quote


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_marked_stretch_is_listed(path: Path) -> None:
    front, body = read(path)
    rest = outside_marks(body, [quote["quote"] for quote in front["quotes"]])
    left = [body[max(0, hit.start() - 20) : hit.end() + 30] for hit in LEFTOVER.finditer(rest)]
    assert left == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_mentions_and_speakers_are_in_the_text(path: Path) -> None:
    front, body = read(path)
    rest = outside_marks(body, [quote["quote"] for quote in front["quotes"]])
    for quote in front["quotes"]:
        if quote.get("mention"):
            assert re.search(rf"(?<!\w){re.escape(quote['mention'])}(?!\w)", rest), quote
        if quote.get("speaker"):
            # Word by word: `Joan Hale` may be written as "Joan and Peter Hale".
            assert all(word in body.casefold() for word in quote["speaker"].casefold().split()), quote
