"""The text of one front matter block → its properties: a python-frontmatter handler for YAML, for TOML and for JSON.

These handlers promise more than the library's own: every scalar stays the text that was written (`no`, `1984`,
`12:30`, `2024-02-30`), every property knows its line, repeated names are kept, and no input is deep enough to crash a
parser or to cost it quadratic time.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import deque
from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

import yaml
from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from kit.articles.values import Value

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # PyYAML without libyaml: the same events, more slowly
    from yaml import BaseLoader  # type: ignore[assignment]

DEEPEST = 20  # collections within collections: libyaml needs quadratic time for deeper ones, its composer crashes
MOST_DOTS = 200  # on a line of TOML: tomllib needs quadratic time for keys like a.a.a.a

# What the handlers raise. The pure Python parser of PyYAML lets a number slip that is too large for a character.
PARSER_ERRORS = (yaml.YAMLError, ValueError, OverflowError, RecursionError)

# `name:` at the start of a line, `name =` in TOML, `"name":` in JSON.
NAME = re.compile(r"""[ \t]*["']?([\w$][\w $.'-]{0,60}?)["']?[ \t]*[:=](?=[ \t\n]|\Z)""")


class Property(NamedTuple):
    """One property: its name as written, its value, and its line, from 0 in the block that was read."""

    name: str
    value: Value
    line: int


Properties = dict[str, list[Property]]  # by name as written; more than one where a name is repeated


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


# The lines that most blocks consist of: `name: value`, `- value`, `name: [a, b]`, the value in quotes without escapes
# or beginning with a letter or digit and going on without anything that YAML could read. The last group is the rest.
_SIMPLE_LINE = re.compile(
    r"""
    (?: ([A-Za-z_][\w-]{0,60}):  |  ([ ]*-) )
    (?: [ ]++ (?:
        ("[^"\\\n]*"|'[^'\n]*')
      | ([^\W_](?:[^\n\t:\#]|:(?=\S))*+)
      | \[([^\W_][\w -]*+(?:,[ ]*+[^\W_][\w -]*+)*+)\]
    )? )?
    [ ]*+ (?:\n|\Z)
    | \n
    | (.+\n?)
    """,
    re.VERBOSE,
)


def _simple_properties(block: str) -> Properties | None:
    """What PropertyLoader makes of a YAML block of simple lines, in a third of the time; None for any other block."""
    properties: Properties = {}
    name = dash = ""  # of the list that may begin or go on
    for number, (key, item, quoted, plain, listed, other) in enumerate(_SIMPLE_LINE.findall(block)):
        value: Value = quoted[1:-1] or plain.rstrip(" ")
        if listed:
            value = [part.strip(" ") for part in listed.split(",")]
        if key:
            properties.setdefault(key, []).append(Property(key, value, number))
            name, dash = "" if quoted or value else key, ""
        elif item and name:
            _, items, line = properties[name][-1]
            if not dash:
                dash, items = item, []
                properties[name][-1] = Property(name, items, line)
            if item != dash or not isinstance(items, list):
                return None
            items.append(value)
        elif item or other:
            return None
    return properties or None


class YAMLText(YAMLHandler):
    """YAML between `---` and `---` or `...`."""

    FM_BOUNDARY = re.compile(r"^(?:-{3,}|(?<=\n)\.\.\.)[ \t]*$", re.MULTILINE)
    # `tags: #a #b` is a comment to YAML; writers that have no lists mean two tags.
    HASHTAGS = re.compile(r"^((?:tags|keywords|categories|topics):[ \t]+)(#\w[^'\n]*)$(?!\n[ \t]*-)", re.M | re.I)

    def load(self, fm: str, **kwargs: object) -> Properties:
        """Return the properties of a block. Raises YAMLError or ValueError."""
        if (simple := _simple_properties(fm)) is not None:
            return simple
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
    lines: dict[str, deque[int]] = {}
    for number, line in enumerate(block.split("\n")):
        if begun := NAME.match(line.lstrip("{ \t")):
            lines.setdefault(begun[1], deque()).append(number)
    first = first_line_of(block)
    found = []
    for name, value in pairs:
        found.append(Property(name, _as_value(value), lines[name].popleft() if lines.get(name) else first))
    return _by_name(found)


def first_line_of(block: str) -> int:
    """The number, from 0, of the first line that is not blank."""
    return block.count("\n", 0, len(block) - len(block.lstrip()))


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
