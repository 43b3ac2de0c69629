"""Headlines of other stories that stand between an article's paragraphs, told from its own cross-headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kit.intake.blocks import Block, is_prose
from kit.intake.furniture import is_caption
from kit.text.names import fold

SHORTEST, LONGEST = 8, 22  # words: a cross-heading is shorter
FEWEST_FOREIGN = 2  # words that the article does not have
FOREIGN_SHARE = 0.4
TAKEN_UP = 1 / 3  # share of words that the paragraph behind an own heading takes up
EVERY = 4  # paragraphs: more headlines than one to so many are the article's own, as the questions of an interview
_STEM = 5  # letters by which words are compared: plan, plans; predicting, predicted
_NAME = re.compile(r"\s[\"“‘(]?[^\W\d_a-z]")  # a capital letter within the line
_SMALL_WORDS = frozenset(
    [
        "about",
        "after",
        "been",
        "before",
        "from",
        "have",
        "here",
        "into",
        "more",
        "over",
        "than",
        "that",
        "their",
        "them",
        "they",
        "this",
        "were",
        "what",
        "when",
        "where",
        "which",
        "will",
        "with",
        "would",
    ]
)
_SENTENCE_END = re.compile(r"[.!…:;,。][\"”’)\]]*$")
_SPOKEN = re.compile(r"[“”‘\"«»]|\b(?:you|your|I|we|our|my)\b")


def other_headlines(blocks: Sequence[Block]) -> set[int]:
    """The positions of lines that are headlines of other stories.

    Such a line stands alone between two paragraphs of running text, is as long as a headline, does not end like a
    sentence, names somebody or something, speaks to nobody, much of it occurs nowhere else in the text, and the next
    paragraph does not take it up. A line is kept whenever one of these does not hold, and all are where there are many.
    """
    prose = [is_prose(block) for block in blocks]
    found = [
        at
        for at in range(1, len(blocks) - 1)
        if prose[at - 1] and prose[at + 1] and not prose[at] and _is_headline(blocks[at])
    ]
    if not found or len(found) * EVERY > sum(prose):
        return set()
    counts = Counter(stem for block in blocks for stem in set(_stems(block.text)))
    return {at for at in found if _is_foreign(blocks[at].text, blocks[at + 1].text, counts)}


def _is_headline(block: Block) -> bool:
    text = block.text
    return (
        SHORTEST <= block.size <= LONGEST
        and text[0].isupper()
        and bool(_NAME.search(text))
        and not _SENTENCE_END.search(text[-8:])
        and not _SPOKEN.search(text)
        and not is_caption(text)
    )


def _is_foreign(line: str, following: str, counts: Counter[str]) -> bool:
    """Whether much of a line occurs in no other paragraph, and little of it in the following one."""
    stems = set(_stems(line))
    foreign = sum(counts[stem] == 1 for stem in stems)
    taken_up = len(stems & set(_stems(following)))
    return foreign >= max(FEWEST_FOREIGN, FOREIGN_SHARE * len(stems)) and taken_up <= TAKEN_UP * len(stems)


def _stems(text: str) -> list[str]:
    return [word[:_STEM] for word in fold(text).split() if len(word) > 3 and word not in _SMALL_WORDS]
