"""The lines above an article's text: which is its title, and what the others are."""

from __future__ import annotations

from kit.intake.blocks import Block
from kit.intake.draft import Facts
from kit.intake.furniture import forum_field, header, is_caption, is_outlet_name
from kit.intake.outlets import split_title
from kit.intake.particulars import Particulars, read_line
from kit.text.names import fold

LONGEST_TITLE = 300  # characters
SHORT = 3  # words: as many as an entry of a menu has
MENU = 3  # entries from which on short lines above a title are a menu
BREADCRUMB = 6  # words that stand before the title where it is repeated: "Home Feeds ..."
PLACE = 4  # words


def read_head(blocks: list[Block], why: list[str | None], first: int, found: Particulars, known: Facts) -> None:
    """Finds the title above `first`, notes what the other lines say, and why they are left out.

    What is neither known for furniture nor says anything of the article stays: a standfirst, a caption.
    """
    title = _title_position(blocks, why, first, found, known)
    for at in range(first):
        if why[at]:
            continue
        line = blocks[at].text
        if at == title:
            why[at] = "title"
        elif (reason := read_line(line, found, "before" if title is None or at < title else "below")) or (
            reason := header(line)
        ):
            why[at] = reason
    found.is_forum = any(forum_field(block.text) for block in blocks[:first])
    _leave_out_places(blocks, why, first if title is None else title)
    if title is not None:
        _leave_out_menu(blocks, why, title)
        _leave_out_repeated_title(blocks, why, first, title)


def _title_position(
    blocks: list[Block], why: list[str | None], first: int, found: Particulars, known: Facts
) -> int | None:
    """The position of the title, noted with the outlet behind it; None where no line can be it."""
    free = [at for at in range(first) if not why[at] and _may_be_title(blocks[at].text)]
    if known.title:
        return next((at for at in free if fold(known.title) in fold(blocks[at].text)), None)
    free = [at for at in free if not _is_place(blocks, at)]
    menu = 0
    while menu < len(free) and blocks[free[menu]].size <= SHORT:
        menu += 1
    if menu >= MENU and menu < len(free):
        free = free[menu:]
    if len(free) > 1 and is_outlet_name(blocks[free[0]].text):  # the page's masthead
        why[free[0]] = "outlet"
        found.source = blocks[free[0]].text
        free = free[1:]
    if not free:
        return None
    # "Home Feeds Floods recede in the north" stands above "Floods recede in the north".
    at = next((later for later in free[1:] if _repeats(blocks[free[0]].text, blocks[later].text)), free[0])
    found.title, outlet = split_title(_without_label(blocks, at, first))
    found.source = found.source or outlet
    return at


def _without_label(blocks: list[Block], at: int, first: int) -> str:
    """The title without the label that a forum puts before it."""
    line, label = blocks[at].text, blocks[at].label
    rest = line[len(label) :].lstrip()
    in_forum = any(forum_field(block.text) for block in blocks[:first])
    return rest if label and in_forum and rest[:1].isupper() and len(rest.split()) > SHORT else line


def _may_be_title(line: str) -> bool:
    if len(line) > LONGEST_TITLE or is_caption(line) or header(line):
        return False
    return read_line(line, Particulars(), "before") is None


def _repeats(line: str, title: str) -> bool:
    """Whether `line` is the title, or the title with a few words before it."""
    words, of_title = fold(line).split(), fold(title).split()
    return len(of_title) > SHORT and words[-len(of_title) :] == of_title and len(words) <= len(of_title) + BREADCRUMB


def _is_place(blocks: list[Block], at: int) -> bool:
    """Whether a short line stands between the weather and the day at the top of a page: "Los Angeles"."""
    if blocks[at].size > PLACE or not blocks[at].text[0].isupper():
        return False
    return at > 0 and at + 1 < len(blocks) and _is_weather(blocks[at - 1]) and _is_date(blocks[at + 1])


def _is_weather(block: Block) -> bool:
    return header(block.text) == "weather"


def _is_date(block: Block) -> bool:
    return read_line(block.text, Particulars(), "before") == "date"


def _leave_out_places(blocks: list[Block], why: list[str | None], end: int) -> None:
    for at in range(end):
        if not why[at] and _is_place(blocks, at):
            why[at] = "place of the page"


def _leave_out_menu(blocks: list[Block], why: list[str | None], title: int) -> None:
    """Leaves out what stands above the title in a row of short lines, or repeats it behind a few words."""
    free = [at for at in range(title) if not why[at]]
    if len(free) >= MENU and all(blocks[at].size <= SHORT for at in free):
        for at in free:
            why[at] = "menu"
    for at in free:
        if _repeats(blocks[at].text, blocks[title].text):
            why[at] = "breadcrumb"


def _leave_out_repeated_title(blocks: list[Block], why: list[str | None], first: int, title: int) -> None:
    for at in range(title + 1, first):
        if not why[at] and fold(blocks[at].text) == fold(blocks[title].text):
            why[at] = "repeated"
