"""Markdown → paragraphs and sentences, always as offsets into the body; the text itself is never copied or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kit.text.span import Span, as_span

_LINE = re.compile(r"(\S.*)(\n\s*\n)?")  # with the blank lines behind it
_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})(.*)", re.MULTILINE)
# A line's kind shows in its first character, so most lines need no expression at all.
_MARKER_STARTS = frozenset("#>-*+•_=0123456789")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,})")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_LIST_ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_BLOCK_QUOTE = re.compile(r"(?:>[ \t]*)+")

# A mail or a plain-text file is wrapped somewhere between these widths; a saved page has one paragraph a line.
_WRAP_MIN, _WRAP_MAX = 45, 110


def paragraphs(body: str) -> list[Span]:
    """Return the blocks of a Markdown text in order, without the white space around them and their leading marker.

    A block is a paragraph, a heading, a list item, a paragraph of a block quote or a fenced block of code. Paragraphs
    are parted by blank lines, and by single newlines where the lines were not broken to keep to a width.
    """
    blocks: list[Span] = []
    group: list[Span] = []  # consecutive lines of one block, or of several paragraphs with a line each
    for kind, line in _lines(body):
        if kind != "text" and group:
            blocks.extend(_unwrapped(body, group))
            group = []
        if kind in ("text", "opener"):
            group.append(line)
        elif kind == "whole":
            blocks.append(line)
    blocks.extend(_unwrapped(body, group))
    return blocks


def _lines(body: str) -> Iterator[tuple[str, Span]]:
    """Yield (kind, content): `text`, `opener` (first line of a new block), `whole` (a block by itself) or `blank`."""
    # Lines end at LF, CRLF or a lone CR and nothing else (not at form feeds or U+2028, as str.splitlines has it).
    text = body.replace("\r\n", " \n").replace("\r", "\n") if "\r" in body else body
    fences = _closed_fences(text)
    behind = 0
    in_quote = False
    for match in _LINE.finditer(text):
        start, end = match.span(1)
        if start < behind:
            continue
        if start in fences:
            behind = fences[start]
            yield "whole", Span(start, behind)
            continue
        while text[end - 1].isspace():
            end -= 1
        kind, content = _classified(text, as_span((start, end)))
        is_quote = kind == "quote"
        if is_quote:  # what stands behind `>` is Markdown again
            kind, content = _classified(text, content)
        if kind == "text" and is_quote != in_quote:
            kind = "opener"
        in_quote = is_quote
        yield kind, content
        if match[2]:
            in_quote = False
            yield "blank", content


def _classified(body: str, line: Span) -> tuple[str, Span]:
    """Return a trimmed line's kind and its content behind the marker."""
    start, end = line
    if start == end:
        return "blank", line
    if body[start] not in _MARKER_STARTS:
        return "text", line
    if marker := _BLOCK_QUOTE.match(body, start, end):
        return "quote", Span(marker.end(), end)
    if _RULE.fullmatch(body, start, end):
        return "blank", line
    if marker := _HEADING.match(body, start, end):
        return "whole", Span(marker.end(), end)
    if marker := _LIST_ITEM.match(body, start, end):
        return "opener", Span(marker.end(), end)
    return "text", line


def _closed_fences(text: str) -> dict[int, int]:
    """Return where each block of code begins → where it ends; a fence that is never closed is ordinary text."""
    if "`" not in text and "~" not in text:
        return {}
    closed: dict[int, int] = {}
    opening: tuple[int, str] | None = None
    for fence in _FENCE.finditer(text):
        if opening is None:
            opening = fence.start(1), fence[1]
        elif fence[1].startswith(opening[1]) and not fence[2].strip():
            closed[opening[0]] = fence.end(1)
            opening = None
    return closed


def _unwrapped(body: str, lines: list[Span]) -> Iterator[Span]:
    """Yield the paragraphs in consecutive lines, joining those that were broken only to keep to a width."""
    if len(lines) < 2:
        yield from lines
        return
    width = max(end - start for start, end in lines)
    start, end = lines[0]
    previous = lines[0]
    for line in lines[1:]:
        if not _broken_for_width(body, previous, line, width):
            yield Span(start, end)
            start = line.start
        end = line.end
        previous = line
    yield Span(start, end)


def _broken_for_width(body: str, line: Span, following: Span, width: int) -> bool:
    """Was the break after `line` made because the first word of the next line no longer fitted?"""
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return False
    word_end = body.find(" ", following.start, following.end)
    word = (word_end if word_end >= 0 else following.end) - following.start
    return line.end - line.start + 1 + word >= width


def trimmed(body: str, start: int, end: int) -> Span:
    """Return the span without the white space at either end; an empty one where there is nothing else."""
    bare = body[start:end].lstrip()
    start = end - len(bare)
    return Span(start, start + len(bare.rstrip()))


# --- sentences ---------------------------------------------------------------------------------------------------

_CLOSERS = "\"'”’»›)\\]」』*_"
_BOUNDARY = re.compile(
    rf"""
    [.!?…。！？\n] (?:                                  # one set of characters in front is what `re` finds fastest
        (?<=[.!?…]) (?P<more> [.!?…]{{0,9}} ) [{_CLOSERS}]{{0,6}} (?: \[\d{{1,3}}\] ){{0,3}} (?P<gap> \s+ )  # …!”[1] A
      | (?<=[。！？]) [{_CLOSERS}]{{0,6}} \s*              # Chinese, Japanese: no space follows
      | (?<=\n) [^\S\n]* \n \s*                         # a blank line, where no mark ends the block
    )
    """,
    re.VERBOSE,
)
# A full stop after these ends a sentence only where the next word cannot continue a name, a number or a date.
# These stand at the end of a sentence as easily as before a name, so a capital letter behind them starts a sentence.
_MAY_END = frozenset(["al", "bros", "co", "corp", "esq", "etc", "inc", "jr", "ltd", "ph.d", "sr"])
_NUMBERED = frozenset(["c", "ca", "fig", "ksh", "kshs", "no", "nos", "op", "p", "pp", "rs", "sh", "tk", "vol"])
_LONGEST_ABBREVIATION = 12  # characters looked at before a full stop
_FURTHEST = 80  # characters looked at behind a sentence's end
_LONGEST_QUOTATION = 800  # characters looked through for its opening mark
_LEADS_ON = re.compile(r"[^.!?“”\"‘\n]{0,60}[,:] [“\"‘']")  # … said, “
_WORD_BEFORE = re.compile(r"[\w.’'-]{1,12}$")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_OPENERS = "\"'“‘«‹([「『*_„–—-¿¡`"
# “Is it?” Kim asked. / “No!” the minister of health shouted. But not “Is it?” And Kim asked:
_SAID = re.compile(
    r"(?!(?:And|But|So|Then)[ ])(?:(?:[A-Z][\w.’'-]{0,25}|the|a|an|de|van|von|al|of|bin)[ ]){1,6}"
    r"(?:said|says|asked|asks|told|tells|added|wrote|shouted|replied|cried|exclaimed|demanded|wondered)\b"
    r"|(?:said|says|asked|asks)\s"
)


def sentences(body: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `body[start:end]` as trimmed spans in order; together they hold every character of it.

    Takes "Mr.", "U.S.", "Nov. 5", "No. 5", "a.m." and initials for parts of a sentence, keeps a closing quotation
    mark with the sentence it closes, and “Really?” Kim asked together.
    """
    first, stop = start, len(body) if end is None else end
    if first < stop and (body[first].isspace() or body[stop - 1].isspace()):
        first, stop = trimmed(body, first, stop)
    found: list[Span] = []
    for match in _BOUNDARY.finditer(body, first, stop):
        gap, following = match.start("gap"), match.end()
        if gap < 0:
            found.append(trimmed(body, first, following))
        elif _ends_sentence(body, match, first, gap, following):
            found.append(as_span((first, gap)))
        else:
            continue
        first = following
    if first < stop:
        found.append(as_span((first, stop)))
    return found


def _ends_sentence(body: str, match: re.Match[str], first: int, gap: int, following: int) -> bool:
    """Does the sentence that began at `first` end at this mark? Looks at the words on either side of the gap."""
    if following - gap > 1 and body.count("\n", gap, following) > 1:
        return True
    if not body[following].isupper():
        opening = body[following : following + _FURTHEST].lstrip(_OPENERS)
        if opening[:1].islower() or body[following] == ".":
            return False
    start, marks = match.start(), match.end("more")
    closed = marks < gap and body[marks] not in ")]"
    if closed and _SAID.match(body, following, following + _FURTHEST):
        return _is_introduced(body, start) and bool(_LEADS_ON.match(body, following, following + _FURTHEST))
    if closed or marks - start > 1 or body[start] != ".":
        return True
    return not _abbreviated(body, start, first, following)


def _is_introduced(body: str, closing: int) -> bool:
    """Does a comma or a colon lead to the quotation that ends here: Kim asked, “Is it?”"""
    opening = max(body.rfind(mark, max(0, closing - _LONGEST_QUOTATION), closing) for mark in '“"‘')
    return opening > 1 and body[opening - 2 : opening] in (", ", ": ")


def _abbreviated(body: str, dot: int, first: int, following: int) -> bool:
    """Does the full stop at `dot` belong to an abbreviation, the sentence going on at `following`?"""
    start = max(first, dot - _LONGEST_ABBREVIATION, body.rfind(" ", first, dot) + 1)
    word = body[start:dot].lower()
    if len(word) > 1 and word.isalpha() and word not in _words("abbreviations.txt") and word not in _NUMBERED:
        return False  # most words
    before = _WORD_BEFORE.search(body, start, dot)
    if not before:
        return False
    word = before[0].lstrip(".’'-").lower()
    word = word.rpartition(".-")[2]  # Brig.-Gen.
    if word in _MAY_END:
        return False
    behind = body[following : following + _FURTHEST].lstrip(_OPENERS)
    if word in _NUMBERED and (len(word) > 1 or before[0][-1:].islower()):
        return behind[:1].isdigit()
    if word in _words("abbreviations.txt"):
        return True
    if word in ("a.m", "p.m"):
        return _first_word(behind) not in _words("sentence_starters.txt")
    if _INITIALISM.match(word) and before[0][-1:].isupper():
        # "J. Smith", "U.S. Army", but "in the U.S. The army", "Plan B. It failed."
        return _first_word(behind) not in _words("sentence_starters.txt")
    return False


@cache
def _words(file: str) -> frozenset[str]:
    return frozenset(Path(__file__).with_name(file).read_text("utf-8").split())


def _first_word(text: str) -> str:
    return re.split(r"[\s,]", text, maxsplit=1)[0].lower()


# --- markup ------------------------------------------------------------------------------------------------------

# Compiled when first needed, as a search has no use for it.
_MARKUP = r"""
    [!\[h<*_`\\] (?:                                      # one set of characters in front is what `re` finds fastest
        (?: (?<=!)\[ | (?<=\[) ) (?P<text>[^\[\]\n]{0,300})\]             # [text](url "title") and [text][reference]
        (?: \([^()\s]{0,500} (?:\s"[^"\n]{0,200}")? \) | \[[^\[\]\n]{0,100}\] )
      | (?<=\[)\[ (?:[^\[\]|\n]{1,200}\|)? (?P<wiki>[^\[\]|\n]{1,200}) \]\]                        # [[page|text]]
      | (?<=\\)(?=")                                                          # \"We sail,\" as Pandoc writes it
      | (?<=h)ttps?://[^\s<>()\[\]"“”]{1,500} | (?<=<)[^<>\s][^<>\n]{0,300}>                   # addresses and tags
      | (?<=\*)\*{0,2} | (?<=_)(?<!\w_)_{0,2}(?=\w) | (?<=[\w.,!?;:”"']_)_{0,2}(?!\w) | (?<=`)`?    # emphasis
    )
"""


def unmarked(body: str) -> str:
    """Return the text with links, addresses, emphasis and tags blanked out: as long as `body`, so offsets stay.

    What a reader of the page sees stays where it is; every other character is a space.
    """
    linked = "[" in body and ("](" in body or "][" in body or "[[" in body)  # one character is found fastest
    if not (linked or "*" in body or "_" in body or "<" in body or "`" in body or "http" in body or "\\" in body):
        return body
    return re.sub(_MARKUP, _blanked, body, flags=re.VERBOSE)


def _blanked(match: re.Match[str]) -> str:
    kept = match.lastgroup
    if match[0] == "``":
        return match[0]  # ``like this'' is a quotation mark
    if kept is None:
        return " " * len(match[0])
    start, end = match.start(kept) - match.start(), match.end(kept) - match.start()
    return " " * start + re.sub(_MARKUP, _blanked, match[kept], flags=re.VERBOSE) + " " * (len(match[0]) - end)
