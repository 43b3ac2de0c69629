"""The invented stories in `developed.md` and `held_out.md`: each told in four texts.

`version` is the `story` edited: figures changed, sentences added, cut or turned round. `independent` is the same story
by somebody else, `topic` another story on the same subject that repeats a sentence or two of background.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Pair(NamedTuple):
    """A story and another text about the same subject, by its kind."""

    name: str
    kind: str
    story: str
    other: str


def read_pairs(name: str) -> list[Pair]:
    text = Path(__file__).with_name(f"{name}.md").read_text("utf-8")
    pairs = []
    for part in re.split(r"^# ", text, flags=re.MULTILINE)[1:]:
        title, *sections = re.split(r"^## ", part, flags=re.MULTILINE)
        texts = dict(section.split("\n", 1) for section in sections)
        pairs += [Pair(title.strip(), kind, texts["story"], texts[kind]) for kind in texts if kind != "story"]
    return pairs
