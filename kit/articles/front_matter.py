"""The front matter of a text → its properties, each with its line, whole or broken, and where the body begins.

`frontmatter.parse` is not used, only its handlers: it drops any paragraph between two rules, and it strips the body,
so that nobody knows where the body began.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from frontmatter.default_handlers import BaseHandler

from kit.articles.formats import (
    HANDLERS,
    NAME,
    PARSER_ERRORS,
    JSONText,
    Properties,
    Property,
    TOMLText,
    first_line_of,
)
from kit.articles.values import Value
from kit.models import Problem

# Characters that no YAML or TOML reader accepts, and those that YAML alone takes for line ends.
_UNACCEPTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BLANK = " \t\n\f\v\ufeff"
# How programs write a name that means nothing to us; a sentence with a colon in it does not begin like that.
_IDENTIFIER = re.compile(r"[a-z_$][\w.-]*")
# What to do where it cannot be told more exactly.
MEND = "mend these properties; put a value with a colon or a quotation mark in double quotes"


class FrontMatter(NamedTuple):
    """What stands before the body: properties by folded name, the offset at which the body starts, problems."""

    properties: dict[str, Property]
    end: int
    problems: list[Problem]


@lru_cache(maxsize=1024)  # the same few names in every file
def fold_name(name: str) -> str:
    """`name` in the form in which names are compared: `Date-Published`, `date_published`, `datePublished` are one."""
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def read_front_matter(text: str, known: Set[str]) -> FrontMatter:
    """Return the properties at the head of `text`; none, and `end` 0, where it has no front matter.

    `known` are the folded names that mean something to the caller. Of a repeated property the last one counts. A
    block that is no list of properties, such as a paragraph between two rules, belongs to the body; a list with
    mistakes in it is read property by property, and the problems are noted.
    """
    # Every line end becomes one LF, and no character moves.
    flat = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    opening = flat.lstrip(_BLANK)
    handler = next((handler for handler in HANDLERS if handler.detect(opening)), None)
    if handler is None:
        return FrontMatter({}, 0, [])
    first_line = flat.count("\n", 0, len(flat) - len(opening)) + 1
    try:
        block, rest = handler.split(opening)
    except PARSER_ERRORS:
        return FrontMatter({}, 0, _unfinished(opening, first_line, known))
    end = len(text) - len(rest) + rest.startswith("\n")
    if not block.strip(" \t\n{}"):
        return FrontMatter({}, end, [])
    # Parsers count lines from 0 and begin at the fence; with these line ends before it they count those of the file.
    block = "\n" * first_line + _UNACCEPTABLE.sub(lambda bad: " " if bad[0].isspace() else "", block)
    found, problems = _load(block, handler, known)
    if not _is_plausible(found, handler, known):
        return FrontMatter({}, 0, _kept_as_text(block, known))
    properties, repeated = _last_of_each(found)
    return FrontMatter(properties, end, problems + repeated + _several(block))


def _load(block: str, handler: BaseHandler, known: Set[str]) -> tuple[Properties, list[Problem]]:
    try:
        return handler.load(block), []
    except PARSER_ERRORS as error:
        return _recover(block, handler, error, known)


def _is_plausible(properties: Properties, handler: BaseHandler, known: Set[str]) -> bool:
    """Whether the names are those of properties: not `Update: the vote was put off.` between two rules."""
    if any(fold_name(name) in known for name in properties):
        return True
    # A JSON object may well be the text itself.
    return bool(properties) and not isinstance(handler, JSONText) and all(map(_IDENTIFIER.fullmatch, properties))


def _last_of_each(properties: Properties) -> tuple[dict[str, Property], list[Problem]]:
    """The properties by folded name, the last of each, and a problem for every name that is repeated."""
    chosen: dict[str, Property] = {}
    repeated: dict[str, Problem] = {}
    for same in properties.values():
        last = same[-1]
        name = fold_name(last.name)
        if name in chosen or len(same) > 1:
            last = max(last, chosen.get(name, last), key=lambda found: found.line)
            message = f'"{last.name}" is given more than once; the last one, here, counts'
            repeated[name] = Problem("duplicate-key", last.line, message, "delete the others")
        chosen[name] = last
    return chosen, list(repeated.values())


def _several(block: str) -> list[Problem]:
    """A problem if a block is a list of maps, as Omnivore writes for a file with several articles in it."""
    if not block.lstrip().startswith("- "):
        return []
    entries = [number for number, line in enumerate(block.split("\n")) if line.startswith("- ")]
    if len(entries) < 2:
        return []
    message = "the properties of a second article begin here; only the first is read"
    return [Problem("several-articles", entries[1], message, "give each article a file of its own")]


def _unfinished(opening: str, line: int, known: Set[str]) -> list[Problem]:
    """A problem if a text opens like front matter, goes on with a property we know, and never ends it."""
    name = NAME.match(opening.lstrip("-+{ \t").lstrip())
    if not (name and fold_name(name[1]) in known):
        return []
    if opening.startswith("{"):
        message = "the file begins like JSON front matter but is not valid JSON; all of it was read as text"
        return [Problem("front-matter", line, message, "mend the JSON")]
    fix = f"add a line {opening[:3]} after the last property"
    return [Problem("unclosed-front-matter", line, "front matter begins here and never ends", fix)]


def _kept_as_text(block: str, known: Set[str]) -> list[Problem]:
    """A problem if a block that is no list of properties has a line that looks like one we know."""
    for number, line in enumerate(block.split("\n")):
        if (name := NAME.match(line)) and fold_name(name[1]) in known:
            message = f'"{name[1]}" stands among lines that are no properties; the whole block was read as text'
            return [Problem("front-matter", number, message, MEND)]
    return []


# --- broken blocks ---------------------------------------------------------------------------------------------------


class _Chunk(NamedTuple):
    """The lines of one property in a broken block, and the number of the first."""

    name: str
    line: int
    lines: list[str]


def _recover(block: str, handler: BaseHandler, error: Exception, known: Set[str]) -> tuple[Properties, list[Problem]]:
    """The properties of a broken block, each read alone, and as plain text where even that fails."""
    properties: Properties = {}
    problems: list[Problem] = []
    for name, same in _chunks(block, handler).items():
        properties[name] = [Property(name, None, chunk.line) for chunk in same]
        if fold_name(name) not in known:
            continue
        chunk = same[-1]
        try:
            value = handler.load("\n".join(chunk.lines))[name][-1].value
        except (*PARSER_ERRORS, KeyError) as chunk_error:
            value = _plain_value(chunk.lines)
            message = f'"{name}" cannot be read as written ({_reason(chunk_error)})'
            problems.append(Problem("front-matter", chunk.line, message, "put its value in double quotes"))
        properties[name][-1] = Property(name, value, chunk.line)
    if not problems and all(len(same) == 1 for same in properties.values()):
        message = f"some of the front matter cannot be read ({_reason(error)})"
        problems.append(Problem("front-matter", _error_line(error, block), message, MEND))
    return properties, problems


def _chunks(block: str, handler: BaseHandler) -> dict[str, list[_Chunk]]:
    """A block cut before every unindented `name:`, by name; empty if it has other text that is not indented.

    A line that wraps without being indented is excused where there are two properties or more, since writers break
    long descriptions like that, but not after a blank line: that is a paragraph, and the block was never closed.
    """
    chunks: list[_Chunk] = []
    strays = 0
    after_blank = True
    for number, line in enumerate(block.split("\n")):
        is_indented = line[:1] in ("", " ", "\t")
        if not is_indented and (name := NAME.match(line)):
            chunks.append(_Chunk(name[1], number, []))
        elif line.startswith("[") and isinstance(handler, TOMLText):
            break  # what follows is not ours: `[params]`
        elif not is_indented and line[0] not in "#]}":
            if after_blank:
                return {}
            strays += line[0] != "-"
        if chunks:
            chunks[-1].lines.append(line)
        after_blank = not line.strip()
    if strays and len(chunks) < 2:
        return {}
    by_name: dict[str, list[_Chunk]] = {}
    for chunk in chunks:
        by_name.setdefault(chunk.name, []).append(chunk)
    return by_name


def _plain_value(lines: list[str]) -> Value:
    """What stands behind `name:` and in the lines below it, read without any syntax but `- item` and outer quotes."""
    first = lines[0].partition("=" if "=" in lines[0].partition(":")[0] else ":")[2].strip()
    below = [line.strip() for line in lines[1:] if line.strip()]
    if not first and all(line.startswith("-") for line in below):
        return [_unquoted(line[1:].strip()) for line in below]
    if first[:1] in ("|", ">") and len(first) <= 2:
        first = ""
    return _unquoted(" ".join([first, *below]).strip())


def _unquoted(text: str) -> str:
    """`"He said "no"."` without its outer marks, but `"Yes" vote` and `"Yes" and "No"` as they are."""
    mark, inner = text[:1], text[1:]
    if mark not in ('"', "'") or not inner:
        return text
    before, again, after = inner.partition(mark)
    if not again:
        return inner  # opened and never closed
    closes = before and not before[-1].isspace() and not after[:1].isalnum()
    return text if (closes and after) or not inner.endswith(mark) else inner[:-1]


def _reason(error: Exception) -> str:
    """What a parser says is wrong, without its own idea of the line."""
    return (getattr(error, "problem", None) or str(error)).partition("\n")[0].partition(" (at ")[0]


def _error_line(error: Exception, block: str) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line if mark else first_line_of(block)
