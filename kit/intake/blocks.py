"""A text's paragraphs as they are looked at when the furniture round an article is told from the article."""

from __future__ import annotations

import re
from typing import NamedTuple

from kit.intake.furniture import is_caption
from kit.text.lines import line_finder
from kit.text.structure import paragraphs

_ENDS_SENTENCE = re.compile(r"[.!…。！？:]['\"”’»)\]]{0,3}(?:\[\d{1,3}\])?$")
_QUOTED = re.compile(r"^[“\"‘「『«].{6,}[”\"’」』»]$", re.DOTALL)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
WIDEST = 120  # characters: a text with a longer line has not been broken to keep to a width
RUNNING_TEXT = 25  # words: no title, button or byline has so many
SENTENCE = 8  # words from which on a full stop makes a line a sentence


class Block(NamedTuple):
    """A paragraph: the line it begins on, from 1; what a reader sees, on one line; what goes into the article.

    `joint` stands between it and the paragraph before, `label` before its first non-breaking space.
    """

    number: int
    text: str
    kept: str
    joint: str = "\n\n"
    label: str = ""

    @property
    def size(self) -> int:
        """The number of its words; of Chinese and Japanese, which have no spaces, half the characters."""
        words = len(self.text.split())
        return words if self.text.isascii() else max(words, len(_CJK.findall(self.text)) // 3)


def blocks_of(text: str) -> list[Block]:
    """Return the paragraphs of a plain text, each on one line; lines broken to keep to a width are joined again."""
    number = line_finder(text, 1)
    is_wrapped = max(map(len, text.split("\n"))) <= WIDEST
    found = []
    for start, end in paragraphs(text):
        begin = text.rfind("\n", 0, start) + 1  # what `paragraphs` takes for a list's marker belongs to the text
        lines = text[begin:end].split("\n")
        # Two lines are too few to tell a width by: a title and its standfirst are as long as each other by chance.
        if is_wrapped and (len(lines) != 2 or lines[1].lstrip()[:1].islower()):
            lines = [text[begin:end]]
        for line in lines:
            if folded := " ".join(line.split()):
                found.append(Block(number(begin), folded, folded, label=_label(line)))
            begin += len(line) + 1
    return found


def _label(raw: str) -> str:
    """The few words before a non-breaking space: forums put a label before a title like that."""
    label, space, _ = raw[:40].lstrip().partition("\xa0")
    return label if space and label.replace(" ", "").isalpha() else ""


def is_prose(block: Block) -> bool:
    """Whether a paragraph is running text: long, or a sentence that ends like one. Not a title, a list, a caption."""
    if is_caption(block.text):
        return False
    size = block.size
    if size >= RUNNING_TEXT:
        return True
    return size >= SENTENCE and bool(_ENDS_SENTENCE.search(block.text[-12:]) or _QUOTED.match(block.text))
