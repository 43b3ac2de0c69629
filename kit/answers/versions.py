"""Which articles are versions of one story? Told by sketches of their texts; reads kit.db with sqlite3 alone.

A sketch is the smallest hashes of a text's shingles, which are all runs of so many words in it. What two sketches have
in common tells how much the texts have in common (Broder 1997), so that no text has to be read twice. Texts are
compared only if the very smallest of their hashes, the *keys*, have one in common.

Of articles with the same sketch, which are copies of one text, the first stands for all: it alone has keys, and the
others are versions of it. So a thousand copies are no more work than any thousand articles.
"""

from __future__ import annotations

import re
import sqlite3
import struct
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from kit.digest import digest
from kit.text.structure import unmarked

# What is stored depends on these numbers: whoever changes one raises `schema.SCHEMA_VERSION`.
SHINGLE = 3  # words
SKETCH = 64  # hashes
KEYS = 16  # hashes
# Two texts are versions if at least this share of the shorter one's shingles is in the other one too, and at least so
# many hashes show it. Measured on invented stories (tests/versions/): versions have 0.5 and more, two stories on one
# subject that share a paragraph 0.25 at most, one story that two people wrote 0.05.
ALIKE = 0.4
SHARED = 5
# Shorter texts are too alike by chance.
FEWEST_SHINGLES = 20
# A key that more articles have is a phrase of the trade ("has reported for the Echo since"); it tells nothing.
COMMON = 100

# A text is told by so many characters.
LONGEST = 2_000_000
# A character of Chinese or Japanese is a word, as those have no spaces.
_WORD = r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_]+"  # compiled when first needed


class Sketch(NamedTuple):
    """The number of a text's shingles, and the smallest hashes of them, in order."""

    size: int
    hashes: tuple[int, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        """The hashes of which two versions have one in common; none for a short text."""
        return self.hashes[:KEYS] if self.size >= FEWEST_SHINGLES else ()

    @property
    def text_key(self) -> int:
        """What the first of the articles with this very sketch is found by; its copies are found by the next number.

        It lies above all hashes.
        """
        return (1 << 32) + 2 * int(digest(self.packed)[:14], 16)

    @property
    def packed(self) -> bytes:
        """The hashes as they are stored."""
        return struct.pack(f"<{len(self.hashes)}I", *self.hashes)


def unpack(size: int, packed: bytes) -> Sketch:
    """A sketch as it is stored."""
    return Sketch(size, struct.unpack(f"<{len(packed) // 4}I", packed))


def sketch_of(body: str) -> Sketch:
    """The sketch of an article's text, or of its first part; case, marks and markup make no difference."""
    text = unicodedata.normalize("NFC", unmarked(body[:LONGEST])).casefold()
    words = " ".join(re.findall(_WORD, text)).encode("utf-8", "replace").split()
    # By `map`, since a loop takes twice as long, and this is most of the work.
    hashes = set(map(crc32, map(b" ".join, zip(*(words[first:] for first in range(SHINGLE)), strict=False))))
    return Sketch(len(hashes), tuple(sorted(hashes)[:SKETCH]))


def likeness(one: Sketch, other: Sketch) -> float:
    """The share of the shorter text's shingles that are in the other one too, as far as the sketches tell; 0 to 1.

    0 where too few hashes are shared to tell.
    """
    shared = len(set(one.hashes).intersection(other.hashes))
    if shared < SHARED:
        return 0.0
    # Up to this hash both sketches are complete.
    reach = min((sketch.hashes[-1] for sketch in (one, other) if sketch.size > len(sketch.hashes)), default=1 << 32)
    both = {*one.hashes, *other.hashes}
    of_all = shared / sum(hash_ <= reach for hash_ in both)
    return min(1.0, of_all / (1 + of_all) * (one.size + other.size) / min(one.size, other.size))


def are_versions(one: Sketch, other: Sketch) -> bool:
    """Whether two texts are versions of one story."""
    return likeness(one, other) >= ALIKE


def kin_of(db: sqlite3.Connection, body: str) -> list[str]:
    """The labels of the articles of which a text is a version, the most alike first."""
    sketch = sketch_of(body)
    found: list[tuple[float, str]] = []
    for id_ in sharing_keys(db, sketch):
        other = stored_sketch(db, id_)
        alike = likeness(sketch, other)
        if alike >= ALIKE:
            found += [(-alike, path) for path in files_of(db, [id_, *having_key(db, other.text_key + 1)])]
    return [path for _, path in sorted(found)]


def sharing_keys(db: sqlite3.Connection, sketch: Sketch, having: Mapping[int, Sequence[int]] | None = None) -> set[int]:
    """The ids of the articles that have a key in common with a sketch, but for keys that tell nothing.

    `having` is what is known already of what `having_key` gives.
    """
    known = having or {}
    ids: set[int] = set()
    for key in sketch.keys:
        articles = known[key] if key in known else having_key(db, key)
        if len(articles) <= COMMON:
            ids.update(articles)
    return ids


def having_key(db: sqlite3.Connection, key: int) -> list[int]:
    """The ids of the articles that have a key; if they are many, one more than tells something."""
    return [
        row[0] for row in db.execute(f"select article_id from sketch_keys where key = ? limit {COMMON + 1}", (key,))
    ]


def stored_sketch(db: sqlite3.Connection, article_id: int) -> Sketch:
    """The sketch of an article in kit.db, which has to be there."""
    return unpack(*db.execute("select size, hashes from sketches where article_id = ?", (article_id,)).fetchone())


def family_of(db: sqlite3.Connection, article_id: int) -> list[int]:
    """The ids of the versions of an article's story, itself among them, reached from one to the next."""
    sql = "select other_id from versions where article_id = ?"
    return _reached(article_id, lambda id_: (row[0] for row in db.execute(sql, (id_,))))


def families(db: sqlite3.Connection) -> list[list[int]]:
    """The ids of the articles of each story that exists in several versions."""
    edges: dict[int, list[int]] = defaultdict(list)
    for one, other in db.execute("select article_id, other_id from versions order by article_id, other_id"):
        edges[one].append(other)
    found: list[list[int]] = []
    seen: set[int] = set()
    for start in edges:
        if start not in seen:
            found.append(_reached(start, edges.__getitem__))
            seen.update(found[-1])
    return found


def files_of(db: sqlite3.Connection, ids: Iterable[int]) -> list[str]:
    """The labels of articles, the oldest publication first."""
    sql = "select published is null, published, path from articles indexed by articles_facts where id = ?"
    rows: Sequence[tuple[int, str | None, str]] = [db.execute(sql, (id_,)).fetchone() for id_ in ids]
    return [path for *_, path in sorted(rows, key=lambda row: (row[0], row[1] or "", row[2]))]


def _reached(start: int, others_of: Callable[[int], Iterable[int]]) -> list[int]:
    seen, pending = {start}, [start]
    while pending:
        new = set(others_of(pending.pop())) - seen
        seen |= new
        pending += new
    return sorted(seen)
