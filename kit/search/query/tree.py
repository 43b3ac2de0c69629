"""What people type into search as a tree of terms; whatever is typed gives one, never a syntax error."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# The places that can be named before a colon, and the columns that they are.
FIELDS = {"title": "title", "author": "authors", "source": "source", "tag": "tags"}

_TOKEN = re.compile(
    r"""
      (?P<field> (?:title|author|source|tag) :(?=[^\s)]) )   # "title:" and something to look for at once
    | "(?P<phrase> [^"]* )"(?P<phrase_prefix> \*? )
    | (?P<open> \( )
    | (?P<close> \) )
    | (?P<minus> (?<![^\s(]) -(?=[^\s-]) )                   # "-word", but neither "F-35" nor "a - b" nor "--"
    | (?P<word> [^\s"()]+ )
    | (?P<lone> ["] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTE_MARKS = str.maketrans("“”„‟«»", '""""""')


class Term(NamedTuple):
    """A word or a phrase to look for; `field` is the column, None for the text."""

    text: str
    field: str | None = None
    is_phrase: bool = False
    is_prefix: bool = False


class And(NamedTuple):
    """All of these; `typed` if the person wrote AND."""

    parts: tuple[Node, ...]
    typed: bool = False


class Or(NamedTuple):
    """One or more of these."""

    parts: tuple[Node, ...]


class Not(NamedTuple):
    """Not this."""

    part: Node


Node = Term | And | Or | Not


def parse(typed: str) -> Node | None:
    """What was typed as a tree of terms, or None if there are none."""
    text = unicodedata.normalize("NFC", typed).translate(_QUOTE_MARKS)
    text = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return _Parser(text).parse()


class _Parser:
    """Recursive descent over the tokens; brackets beyond ten deep are passed over, as FTS5 has no room for many."""

    MAX_DEPTH = 10

    def __init__(self, text: str) -> None:
        self._tokens = [(m.lastgroup or "", m) for m in _TOKEN.finditer(text) if m.lastgroup != "lone"]
        self._at = 0
        self._depth = 0

    def parse(self) -> Node | None:
        parts = []
        while self._at < len(self._tokens):
            if (node := self._either()) is not None:
                parts.append(node)
            self._at += self._peek() == "close"  # has no partner
        return _joined(parts)

    def _peek(self) -> str:
        return self._tokens[self._at][0] if self._at < len(self._tokens) else ""

    def _operator(self, *names: str) -> bool:
        return self._peek() == "word" and self._tokens[self._at][1]["word"] in names

    def _either(self) -> Node | None:
        parts = [self._together()]
        while self._operator("OR"):
            self._at += 1
            parts.append(self._together())
        alternatives = tuple(part for part in parts if part is not None)
        return Or(alternatives) if len(alternatives) > 1 else next(iter(alternatives), None)

    def _together(self) -> Node | None:
        parts, typed = [], False
        while self._peek() not in ("", "close") and not self._operator("OR"):
            if self._operator("AND"):
                self._at += 1
                typed = True
            elif (node := self._negated()) is not None:
                parts.append(node)
        return _joined(parts, typed)

    def _negated(self) -> Node | None:
        times = 0
        while self._peek() == "minus" or self._operator("NOT"):
            self._at += 1
            times += 1
        if self._peek() in ("", "close") or self._operator("AND", "OR"):
            return None
        part = self._single()
        if part is None or times % 2 == 0:
            return part
        return part.part if isinstance(part, Not) else Not(part)

    def _single(self) -> Node | None:
        field = None
        while self._peek() == "field":
            field = FIELDS[self._tokens[self._at][1]["field"][:-1].lower()]
            self._at += 1
        if self._peek() in ("", "close"):
            return None
        kind, match = self._tokens[self._at]
        self._at += 1
        if kind == "open":
            return self._bracket(field)
        if kind in ("phrase", "phrase_prefix"):
            words = match["phrase"].strip()
            return Term(words, field, True, bool(match["phrase_prefix"])) if words else None
        word = match[0]
        return Term(word.rstrip("*"), field, False, word.endswith("*")) if word.strip("*") else None

    def _bracket(self, field: str | None) -> Node | None:
        if self._depth >= self.MAX_DEPTH:
            return None
        self._depth += 1
        node = self._either()
        self._depth -= 1
        self._at += self._peek() == "close"
        return _in_field(node, field) if field else node


def _joined(parts: list[Node], typed: bool = False) -> Node | None:
    """The parts as one node; a bracket that only says and is as good as none."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    typed = typed or any(isinstance(part, And) and part.typed for part in parts)
    return And(tuple(flat), typed) if len(flat) > 1 else next(iter(flat), None)


def _in_field(node: Node | None, field: str) -> Node | None:
    match node:
        case Term():
            return node._replace(field=node.field or field)
        case Not():
            inner = _in_field(node.part, field)
            return inner and Not(inner)
        case And() | Or():
            return node._replace(parts=tuple(p for part in node.parts if (p := _in_field(part, field))))
    return None
