"""Names for entries of a timeline that stay the same from one export to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from kit.records import Entry


def entry_ids(entries: Sequence[Entry]) -> list[str]:
    """An id for each entry, made of what it says and where, so that it outlives changes elsewhere in the article."""
    seen: Counter[str] = Counter()
    ids = []
    for entry in entries:
        parts = (entry["file"], entry["kind"], entry["date"], entry["date_end"], entry["expression"], entry["text"])
        id_ = sha256("\n".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:24]
        seen[id_] += 1
        ids.append(id_ if seen[id_] == 1 else f"{id_}-{seen[id_]}")
    return ids
