"""Raw text, as copied from a page or made from one → a draft: what is the article, and what its page says of it.

Three zones are told apart by running text: the head before its first paragraph, the tail behind its last one, and what
lies between. In the head and the tail lines are read for what they say of the article; between paragraphs only what
can be nothing else is left out. Whatever is not known for furniture is kept.
"""

from __future__ import annotations

from kit.intake.blocks import Block, blocks_of, is_prose
from kit.intake.dating import Dating
from kit.intake.draft import Draft, Facts, Line
from kit.intake.furniture import ends_article, forum_field, furniture, is_caption, may_be_heading
from kit.intake.head import read_head
from kit.intake.other_stories import other_headlines
from kit.intake.outlets import outlet_of
from kit.intake.page_dates import labelled_day_before
from kit.intake.particulars import Particulars, read_line
from kit.text.names import fold

ENDS_HERE = ("comment", "leave")  # what heads readers' comments, after which nothing is the article's


def read_text(text: str, known: Facts | None = None) -> Draft:
    """Return the draft of an article from a plain text; `known` says what is known of it already, and wins."""
    return read_blocks(blocks_of(text), known or Facts())


def read_blocks(blocks: list[Block], known: Facts) -> Draft:
    """Return the draft of an article from the paragraphs of its page."""
    found = Particulars()
    blocks, why = _without_leading_date(blocks, found)
    for at, block in enumerate(blocks):
        why[at] = why[at] or furniture(block.text)
    first, last = _running_text(blocks, why)
    _restore_lone_words(blocks, why, first, last)
    read_head(blocks, why, first, found, known)
    _read_tail(blocks, why, last, found)
    _leave_out_lists(blocks, why, first, last)
    _leave_out_repeats(blocks, why)
    _leave_out_other_headlines(blocks, why)
    around = [block.text for at, block in enumerate(blocks) if why[at] and (at < first or at > last)]
    outlet = found.source or outlet_of(around, blocks[first].text if blocks else "")
    _leave_out_outlet(blocks, why, first, known.source or outlet)
    kept = [block for at, block in enumerate(blocks) if not why[at]]
    body = "".join(block.joint + block.kept for block in kept).lstrip("\n")
    dating = Dating.of(found, body, known)
    facts = Facts(
        title=found.title,
        published=dating.published,
        modified=dating.modified,
        date_hint=dating.hint,
        source=outlet,
        authors=found.authors,
        url=found.url,
    )
    lines = [Line(block.number, block.text, why[at]) for at, block in enumerate(blocks)]
    return Draft(known.completed_by(facts), body, lines, dating.notes)


def _without_leading_date(blocks: list[Block], found: Particulars) -> tuple[list[Block], list[str | None]]:
    """The paragraphs, with a labelled day taken off the first one: `date 2022-02-15 The US said`."""
    if blocks and is_prose(blocks[0]) and (split := labelled_day_before(blocks[0].text)):
        date, rest = split
        first = blocks[0]
        found.dates.append((date, "before"))
        label = first.text[: len(first.text) - len(rest)].strip()
        blocks = [Block(first.number, label, label), Block(first.number, rest, rest), *blocks[1:]]
        return blocks, ["date", *[None] * (len(blocks) - 1)]
    return blocks, [None] * len(blocks)


def _running_text(blocks: list[Block], why: list[str | None]) -> tuple[int, int]:
    """The positions of the first and the last paragraph of running text; without any, of the longest line."""
    prose = [at for at, block in enumerate(blocks) if not why[at] and is_prose(block)]
    if prose:
        return prose[0], prose[-1]
    rest = [at for at in range(len(blocks)) if not why[at]]
    longest = max(rest, key=lambda at: blocks[at].size, default=0)
    return longest, longest


def _restore_lone_words(blocks: list[Block], why: list[str | None], first: int, last: int) -> None:
    """Keeps a single word between two paragraphs, as "Next": it may be a cross-heading."""
    for at in range(first + 1, last):
        alone = not why[at - 1] and not why[at + 1]
        if why[at] == "page furniture" and alone and may_be_heading(blocks[at].text):
            why[at] = None


def _read_tail(blocks: list[Block], why: list[str | None], last: int, found: Particulars) -> None:
    """Reads the lines behind the running text; what follows the byline or heads a list of stories ends the article."""
    ended: str | None = None
    for at in range(last + 1, len(blocks)):
        line = blocks[at].text
        if why[at]:
            continue
        if ends_article(line):
            why[at], ended = "list of stories", "list of stories"
        elif reason := read_line(line, found, "tail"):
            why[at] = reason
            ended = ended or ("after the byline" if reason == "byline" else None)
        elif forum_field(line):
            why[at] = "forum field"
        elif ended and not is_caption(line):
            why[at] = ended


def _leave_out_outlet(blocks: list[Block], why: list[str | None], first: int, outlet: str | None) -> None:
    """Leaves out the bare name of the outlet above the text: the page's masthead."""
    for at in range(first):
        if outlet and not why[at] and fold(blocks[at].text) == fold(outlet):
            why[at] = "outlet"


def _leave_out_lists(blocks: list[Block], why: list[str | None], first: int, last: int) -> None:
    """Leaves out lists of stories between paragraphs, and readers' comments once half of the text has come."""
    total = sum(block.size for block in blocks[first : last + 1])
    before = 0
    at = first
    while at < last:
        at += 1
        before += blocks[at - 1].size
        if not ends_article(blocks[at].text):
            continue
        if fold(blocks[at].text).strip().startswith(ENDS_HERE) and before * 2 > total:
            why[at:] = [reason or "comments" for reason in why[at:]]
            return
        why[at] = "list of stories"
        while at + 1 < last and not is_prose(blocks[at + 1]):
            at += 1
            before += blocks[at].size
            why[at] = why[at] or "list of stories"


def _leave_out_repeats(blocks: list[Block], why: list[str | None]) -> None:
    """Leaves out captions that have stood on the page before, and lines that stand there twice in a row."""
    captions = set[str]()
    previous = ""
    for at, block in enumerate(blocks):
        if why[at]:
            continue
        key = fold(block.text)
        if key in captions or (key and key == previous):
            why[at] = "repeated"
        elif is_caption(block.text):
            captions.add(key)
        previous = key


def _leave_out_other_headlines(blocks: list[Block], why: list[str | None]) -> None:
    kept = [at for at in range(len(blocks)) if not why[at]]
    for position in other_headlines([blocks[at] for at in kept]):
        why[kept[position]] = "headline of another story"
