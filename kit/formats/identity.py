"""Names for entries of a timeline that stay the same from one export to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from kit.records import Entry


def identified(entries: Iterable[Entry]) -> Iterator[tuple[str, Entry]]:
    """Each entry behind an id made of what it says and where, so that it outlives changes elsewhere in the article."""
    seen: Counter[str] = Counter()
    for entry in entries:
        parts = (entry["file"], entry["kind"], entry["date"], entry["date_end"], entry["expression"], entry["text"])
        id_ = sha256("\n".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        seen[id_] += 1
        yield id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}", entry
