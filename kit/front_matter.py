"""The front matter of a text → its properties, each with its line: YAML, TOML or JSON, whole or broken.

Formats are told apart, split off and loaded by python-frontmatter handlers. Those here promise more than its own:
every scalar stays the text that was written (`no`, `1984`, `12:30`, `2024-02-30`), every property knows its line, and
no input is deep enough to crash a parser or to cost it quadratic time. `frontmatter.parse` is not used: it drops any
paragraph between two rules, and it strips the body, so that nobody knows where the body began.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Set
from datetime import date, time
from typing import NamedTuple

import yaml
from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from kit.models import Problem
from kit.values import Value

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # PyYAML without libyaml: the same events, more slowly
    from yaml import BaseLoader  # type: ignore[assignment]

DEEPEST = 20  # collections within collections: libyaml needs quadratic time for deeper ones, its composer crashes
MOST_DOTS = 200  # on a line of TOML: tomllib needs quadratic time for keys like a.a.a.a

# What parsers raise. The pure Python one of PyYAML lets a number slip that is too large for a character.
_PARSER_ERRORS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
# Characters that no YAML or TOML reader accepts, and those that YAML alone takes for line ends.
_UNACCEPTABLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_BLANK = " \t\n\f\v\ufeff"
# `name:` at the start of a line, `name =` in TOML, `"name":` in JSON.
_NAME = re.compile(r"""[ \t]*["']?([\w$][\w $.'-]{0,60}?)["']?[ \t]*[:=](?=[ \t\n]|\Z)""")
# How programs write a name that means nothing to us; a sentence with a colon in it does not begin like that.
_IDENTIFIER = re.compile(r"[a-z_$][\w.-]*")


class Property(NamedTuple):
    """One property: its name as written, its value, and its line in the file."""

    name: str
    value: Value
    line: int


Properties = dict[str, list[Property]]  # by name as written; more than one where a name is repeated


class FrontMatter(NamedTuple):
    """What stands before the body: properties by folded name, the offset at which the body starts, problems."""

    properties: dict[str, Property]
    end: int
    problems: list[Problem]


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
    except _PARSER_ERRORS:
        return FrontMatter({}, 0, _unfinished(opening, first_line, known))
    end = len(text) - len(rest) + rest.startswith("\n")
    if not block.strip(" \t\n{}"):
        return FrontMatter({}, end, [])
    # Parsers count lines from 0 and begin at the fence; with these line ends before it they count those of the file.
    block = "\n" * first_line + _UNACCEPTABLE.sub(" ", block)
    found, problems = _load(block, handler, known)
    if not _is_plausible(found, handler, known):
        return FrontMatter({}, 0, _kept_as_text(block, known))
    properties, repeated = _last_of_each(found)
    return FrontMatter(properties, end, problems + repeated)


def _load(block: str, handler: BaseHandler, known: Set[str]) -> tuple[Properties, list[Problem]]:
    try:
        return handler.load(block), []
    except _PARSER_ERRORS as error:
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
    for found in sorted((found for same in properties.values() for found in same), key=lambda found: found.line):
        name = fold_name(found.name)
        if name in chosen:
            message = f'"{found.name}" is given more than once; the last one, here, counts: delete the others'
            repeated[name] = Problem("duplicate-key", found.line, message)
        chosen[name] = found
    return chosen, list(repeated.values())


def _unfinished(opening: str, line: int, known: Set[str]) -> list[Problem]:
    """A problem if a text opens like front matter, goes on with a property we know, and never ends it."""
    name = _NAME.match(opening.lstrip("-+{ \t").lstrip())
    if not (name and fold_name(name[1]) in known):
        return []
    if opening.startswith("{"):
        message = "the file begins like JSON front matter but is not valid JSON; all of it was read as text"
        return [Problem("front-matter", line, message)]
    message = f"front matter begins here and never ends; add a line {opening[:3]} after the last property"
    return [Problem("unclosed-front-matter", line, message)]


def _kept_as_text(block: str, known: Set[str]) -> list[Problem]:
    """A problem if a block that is no list of properties has a line that looks like one we know."""
    for number, line in enumerate(block.split("\n")):
        if (name := _NAME.match(line)) and fold_name(name[1]) in known:
            message = f'"{name[1]}" stands among lines that are no properties; the whole block was read as text'
            return [Problem("front-matter", number, message)]
    return []


# --- handlers, one a format ------------------------------------------------------------------------------------------


class PropertyLoader(BaseLoader):
    """Reads the outermost map of a YAML document, or the first map of a list of them.

    The values are built from parser events in a loop: nesting costs no recursion, references cannot multiply, and
    repeated names and lines are not lost.
    """

    def get_single_data(self) -> Properties:
        """Return the properties. Raises YAMLError, or ValueError for what is valid YAML but no properties."""
        properties: Properties = {}
        opened: list[list[tuple[Value, int]]] = [[]]  # values and lines within each collection not yet ended
        maps = 0  # how many of those are maps
        while (event := self.get_event()) is not None:
            if isinstance(event, yaml.ScalarEvent):
                opened[-1].append((event.value, event.start_mark.line if event.start_mark else 0))
            elif isinstance(event, yaml.CollectionStartEvent):
                if len(opened) > DEEPEST:
                    raise ValueError("nested too deep")
                opened.append([])
                maps += isinstance(event, yaml.MappingStartEvent)
            elif isinstance(event, yaml.SequenceEndEvent):
                items = opened.pop()
                opened[-1].append(([value for value, _ in items], 0))
            elif isinstance(event, yaml.MappingEndEvent):
                found = _in_map(opened.pop())
                opened[-1].append(({name: value for name, value, _ in found}, 0))
                maps -= 1
                if not (maps or properties):
                    properties = _by_name(found)
            elif isinstance(event, yaml.AliasEvent):
                raise ValueError(f"kit does not follow references such as *{event.anchor}")
        if not properties:
            raise ValueError("no list of properties")
        return properties


class YAMLText(YAMLHandler):
    """YAML between `---` and `---` or `...`."""

    FM_BOUNDARY = re.compile(r"^(?:-{3,}|(?<=\n)\.\.\.)[ \t]*$", re.MULTILINE)
    # `tags: #a #b` is a comment to YAML; writers that have no lists mean two tags.
    HASHTAGS = re.compile(r"^((?:tags|keywords|categories|topics):[ \t]+)(#\w[^'\n]*)$(?!\n[ \t]*-)", re.M | re.I)

    def load(self, fm: str, **kwargs: object) -> Properties:
        """Return the properties of a block. Raises YAMLError or ValueError."""
        text = self.HASHTAGS.sub(r"\1'\2'", fm) if "#" in fm else fm
        properties: Properties = super().load(text, Loader=PropertyLoader)
        return properties


class TOMLText(BaseHandler):
    """TOML between `+++` and `+++`; python-frontmatter's own handler needs a package that is not maintained."""

    FM_BOUNDARY = re.compile(r"^\+{3,}[ \t]*$", re.MULTILINE)

    def load(self, fm: str) -> Properties:
        """Return the properties of a block. Raises ValueError or RecursionError."""
        if any(line.count(".") > MOST_DOTS for line in fm.split("\n")):
            raise ValueError("a line with too many dots")
        return _with_lines(tomllib.loads(fm, parse_float=str).items(), fm)


class JSONText(JSONHandler):
    """A JSON object, with nothing behind it on the line on which it ends."""

    FM_BOUNDARY = re.compile(r"\{")

    def split(self, text: str) -> tuple[str, str]:
        """Return the object and what follows. Raises ValueError or RecursionError if there is no such object."""
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
        rest = text[end:].lstrip(" \t")
        if rest and not rest.startswith("\n"):
            raise ValueError("more text on the last line")
        return text[:end], rest

    def load(self, fm: str, **kwargs: object) -> Properties:
        """Return the properties of a block. Raises ValueError or RecursionError."""
        as_text = {"parse_int": str, "parse_float": str, "parse_constant": str}
        pairs = super().load(fm, strict=False, object_pairs_hook=_JSONObject, **as_text)
        return _with_lines(pairs, fm)


HANDLERS: list[BaseHandler] = [YAMLText(), TOMLText(), JSONText()]


class _JSONObject(list[tuple[str, object]]):
    """The names and values of an object, repeated names included."""


def _in_map(items: list[tuple[Value, int]]) -> list[Property]:
    """The properties in the flat content of a map: name, value, name, value. A map or a list is no name."""
    pairs = zip(items[::2], items[1::2], strict=True)
    return [Property(name, value, line) for (name, line), (value, _) in pairs if isinstance(name, str)]


def _by_name(found: Iterable[Property]) -> Properties:
    properties: Properties = {}
    for one in found:
        properties.setdefault(one.name, []).append(one)
    return properties


def _with_lines(pairs: Iterable[tuple[str, object]], block: str) -> Properties:
    """The properties of a parser that keeps no lines; a name is looked for where lines begin."""
    lines: dict[str, int] = {}
    for number, line in enumerate(block.split("\n")):
        if name := _NAME.match(line.lstrip("{ \t")):
            lines.setdefault(name[1], number)
    return _by_name(Property(name, _as_value(value), lines.get(name, 0)) for name, value in pairs)


def _as_value(value: object) -> Value:
    """What a TOML or JSON parser returns, with text instead of numbers, days and flags."""
    if isinstance(value, _JSONObject):
        return {name: _as_value(part) for name, part in value}
    if isinstance(value, dict):
        return {name: _as_value(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_as_value(part) for part in value]
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return str(value).lower()
    return None if value is None else str(value)


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
    for name, same in _chunks(block).items():
        properties[name] = [Property(name, None, chunk.line) for chunk in same]
        if fold_name(name) not in known:
            continue
        chunk = same[-1]
        try:
            value = handler.load("\n".join(chunk.lines))[name][-1].value
        except (*_PARSER_ERRORS, KeyError) as chunk_error:
            value = _plain_value(chunk.lines)
            problems.append(_syntax_problem(f'"{name}"', chunk.line, chunk_error))
        properties[name][-1] = Property(name, value, chunk.line)
    return properties, problems or [_syntax_problem("the front matter", _error_line(error), error)]


def _chunks(block: str) -> dict[str, list[_Chunk]]:
    """A block cut before every unindented `name:`, by name; empty if it has other text that is not indented.

    A line that wraps without being indented is excused where there are two properties or more, since writers break
    long descriptions like that, but not after a blank line: that is a paragraph, and the block was never closed.
    """
    chunks: list[_Chunk] = []
    strays = 0
    after_blank = True
    for number, line in enumerate(block.split("\n")):
        is_indented = line[:1] in ("", " ", "\t")
        if not is_indented and (name := _NAME.match(line)):
            chunks.append(_Chunk(name[1], number, [line]))
            continue
        if not is_indented and line[0] not in "-#]}":
            if after_blank:
                return {}
            strays += 1
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


def _syntax_problem(what: str, line: int, error: Exception) -> Problem:
    reason = (getattr(error, "problem", None) or str(error)).partition("\n")[0]
    message = f"{what} cannot be read as written ({reason}), so it was taken as plain text; put it in double quotes"
    return Problem("front-matter", line, message)


def _error_line(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line if mark else 0
