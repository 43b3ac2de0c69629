"""Gold articles → records for learning and scoring: {doc, text, quotes: [{start, end, speaker_mention, …}]}."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]

_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "``": "''", "''": "''", "«": "»", "„": "“", "「": "」"}


def read_records(path: Path) -> list[Record]:
    """Return the records of a JSON Lines file, or of a folder of invented Markdown articles."""
    if path.is_dir():
        return [record_of(file) for file in sorted(path.glob("[a-z][0-9][0-9][0-9]-*.md"))]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def for_learning(record: Record) -> bool:
    """Is it an article to learn from? Of the invented ones those with an even number are kept for measuring."""
    number = re.match(r"[a-z](\d{3})-", record["doc"])
    return number is None or int(number[1]) % 2 == 1


def every_stretch_is_tagged(record: Record) -> bool:
    """Is what the record leaves out no speech? The invented articles tag every stretch inside marks."""
    return re.match(r"[a-z]\d{3}-", record["doc"]) is not None


def record_of(file: Path) -> Record:
    """Return one invented article as a record; raises LookupError when a listed quote is not in the body."""
    import yaml

    _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
    meta = yaml.safe_load(front)
    quotes = list(_located(body, meta["quotes"]))
    spans = [(quote["start"], quote["end"]) for quote in quotes]
    spoken = [quote for quote in quotes if quote["kind"] != "none"]
    for group, quote in enumerate(spoken):
        quote["group"] = group
        if quote["speaker_type"] == "nominal" and not _is_name(quote["speaker_full"]):
            quote["speaker_full"] = None  # a description stands for itself
        _locate_mention(body, quote, spans)
    return {"doc": file.stem, "title": str(meta["title"]), "date": str(meta["date"]), "text": body, "quotes": spoken}


def _located(body: str, listed: list[dict[str, Any]]) -> Iterator[Record]:
    """Yield the listed quotes with offsets: each is the next run inside marks that has exactly these characters."""
    position = 0
    for entry in listed:
        start, end = _find(body, entry["quote"], position)
        position = end
        yield {
            "start": start,
            "end": end,
            "quote": entry["quote"],
            "kind": entry["kind"],
            "optional": entry.get("optional", False),
            "speaker_mention": entry.get("mention"),
            "speaker_start": 0,
            "speaker_end": 0,
            "speaker_full": entry.get("speaker"),
            "speaker_type": entry.get("type") if entry.get("type") != "unknown" else None,
            "how": "written",
            "content": [[start, end]],
        }


def _is_name(speaker: str | None) -> bool:
    words = [word for word in (speaker or "").split() if word[0].isalpha()]
    return (
        bool(words)
        and words[0].lower() not in ("a", "an", "the")
        and all(word[0].isupper() or len(word) < 4 or word[:3] in ("al-", "el-") for word in words)
    )


def _find(body: str, quote: str, position: int) -> tuple[int, int]:
    start = body.find(quote, position)
    while start >= 0:
        end = start + len(quote)
        opening = next((mark for mark in _CLOSING if body[:start].endswith(mark)), None)
        if opening and (body.startswith(_CLOSING[opening], end) or body[end : end + 1] in ("\n", "")):
            return start, end
        start = body.find(quote, start + 1)
    raise LookupError(quote)


def _locate_mention(body: str, quote: Record, spans: list[tuple[int, int]]) -> None:
    """Set where the mention stands: the occurrence outside marks nearest to the quote, its paragraph first."""
    mention = quote["speaker_mention"]
    if not mention:
        quote["speaker_mention"] = quote["speaker_full"]  # the scorer leaves out what has no mention
        return
    paragraph = body.rfind("\n\n", 0, quote["start"]), body.find("\n\n", quote["end"])
    best: tuple[bool, int, int] | None = None
    for hit in re.finditer(rf"(?<!\w){re.escape(mention)}(?!\w)", body):
        if any(start <= hit.start() < end for start, end in spans):
            continue
        outside = not (paragraph[0] <= hit.start() and (paragraph[1] < 0 or hit.end() <= paragraph[1]))
        gap = quote["start"] - hit.end() if hit.end() <= quote["start"] else hit.start() - quote["end"]
        if best is None or (outside, gap) < best[:2]:
            best = outside, gap, hit.start()
    if best:
        quote["speaker_start"], quote["speaker_end"] = best[2], best[2] + len(mention)
