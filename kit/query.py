r"""What people type into search, turned into an FTS5 query; whatever is typed gives a query, never a syntax error.

    words               all must occur; common words ("what did the ...") do not decide
    "a phrase"          these words in this order (curly marks do as well)
    -without  NOT x     must not occur
    a OR b  (a OR b) c  one of them
    prefix*             words that begin so
    title: author: source: tag:    in that place alone

Capital AND, OR and NOT are operators. A bracket or quotation mark that has no partner is passed over, and every other
character is text. Terms with symbols that FTS5 knows nothing of (C++, #5, emoji) are looked for in the text itself too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kit.cjk import has_cjk, phrase, runs

# Where a plain word is looked for, and the places that can be named.
TEXT_COLUMNS = "{title body cjk}"
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


class Query(NamedTuple):
    """A query ready to run.

    `all` is the FTS5 query for articles in which everything occurs, and `any` the one where some does (None if that
    would be the same). Both are None where there is nothing that FTS5 could look for. `without` is an FTS5 query for
    articles to leave out, used where there is nothing else. `literals` must stand in an article as they are, in any
    case. `marks` are the texts to mark in what is shown besides what FTS5 finds.
    """

    all: str | None
    any: str | None
    without: str | None
    literals: tuple[str, ...]
    marks: tuple[str, ...]
    words: tuple[str, ...]


def parse_query(typed: str) -> Query | None:
    """The query for what was typed; None if there is nothing in it to search for."""
    tree = parse(typed)
    if tree is None:
        return None
    parts = tree.parts if isinstance(tree, And) else (tree,)
    literals = tuple(
        literal for part in parts if isinstance(part, Term) and part.field is None if (literal := _literal(part))
    )
    positive = tuple(part for part in parts if not isinstance(part, Not))
    negative = tuple(part.part for part in parts if isinstance(part, Not))
    terms = tuple(_terms(positive))
    marks = tuple(run for term in terms if term.field is None for run in runs(term.text)) + literals
    words = tuple(term.text for term in terms if term.field is None and _has_token(term.text))
    and_typed = isinstance(tree, And) and tree.typed
    required = _compile(And(positive if and_typed else _without_common_words(positive)))
    without = _compile(Or(negative)) if negative else None
    if required is None:
        return Query(None, None, without, literals, marks, words) if without or literals else None
    loose = None if and_typed else _loosened(positive)
    if without:
        required, loose = f"({required}) NOT ({without})", loose and f"({loose}) NOT ({without})"
    return Query(required, loose, None, literals, marks, words)


def parse(typed: str) -> Node | None:
    """What was typed as a tree of terms, or None if there are none."""
    text = unicodedata.normalize("NFC", typed).translate(_QUOTE_MARKS)
    text = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    return _Parser(text).parse()


class _Parser:
    """Recursive descent over the tokens; brackets beyond a hundred deep are text that is passed over."""

    MAX_DEPTH = 100

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
        return Not(part) if part is not None and times % 2 else part

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
    if len(parts) == 1:
        return parts[0]
    return And(tuple(parts), typed) if parts else None


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


def _terms(parts: tuple[Node, ...]) -> Iterator[Term]:
    for part in parts:
        if isinstance(part, Term):
            yield part
        elif isinstance(part, And | Or):
            yield from _terms(part.parts)


def _compile(node: Node) -> str | None:
    """The FTS5 query for a tree; None if it has no token, or says only what must not occur."""
    if isinstance(node, Term):
        return _compile_term(node)
    if isinstance(node, Not):
        return None
    wanted = [text for part in node.parts if (text := _compile(part))]
    joined = f"({(' OR ' if isinstance(node, Or) else ' AND ').join(wanted)})" if len(wanted) > 1 else "".join(wanted)
    if joined and isinstance(node, And):
        refused = [text for part in node.parts if isinstance(part, Not) if (text := _compile(part.part))]
        if refused:
            joined = f"({joined} NOT ({' OR '.join(refused)}))"
    return joined or None


def _compile_term(term: Term) -> str | None:
    if not _has_token(term.text):
        return None
    column = term.field or TEXT_COLUMNS
    if not has_cjk(term.text):
        return f"{column} : {_string(term.text, term.is_prefix)}"
    if term.field:
        # There are no pairs of characters for the other columns, whose values are short: the beginning of a word has
        # to do.
        return f"{column} : {_string(term.text, prefix=True)}"
    tokens, open_end = phrase(runs(term.text))
    parts = [f"cjk : {_string(tokens, open_end)}"]
    parts += [f"{column} : {_string(word)}" for word in _other_words(term.text)]
    return f"({' AND '.join(parts)})" if len(parts) > 1 else parts[0]


def _other_words(text: str) -> list[str]:
    """The words of a term that are not Chinese, Japanese or Korean: `BTS` of "BTS가"."""
    for run in runs(text):
        text = text.replace(run, " ")
    return [word for word in text.split() if _has_token(word)]


def _string(text: str, prefix: bool = False) -> str:
    return '"' + text.replace('"', '""') + '"' + (" *" if prefix else "")


def _has_token(text: str) -> bool:
    """Whether FTS5's unicode61 finds a word in a text: letters and numbers make words."""
    return any(c.isalnum() for c in text)


def _literal(term: Term) -> str | None:
    """What must stand in the text as it is, for a term with symbols that the full-text index does not hold."""
    text = term.text.replace("\ufe0f", "").lower()
    symbols = [c for c in text if unicodedata.category(c)[0] == "S" or c in "#@%"]
    if not symbols or (not _has_token(text) and all(c.isascii() for c in symbols)):
        return None  # a lone + or | is a slip of the hand
    return text


def _without_common_words(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts without common words, which need not occur; all of them if nothing else is there."""
    if len(parts) == 1:
        return parts
    common = _stopwords()
    kept = tuple(p for p in parts if not (isinstance(p, Term) and _is_common(p, common)))
    return kept if any(_compile(p) for p in kept) else parts


def _is_common(term: Term, common: frozenset[str]) -> bool:
    # WHO and US in capitals are names; the contractions of "isn't" and "they're" end in what is no word by itself.
    plain = term.text.replace("’", "'").strip("?!.,;:")
    if term.is_phrase or term.is_prefix or term.field or (len(plain) > 1 and plain.isupper()):
        return False
    word = re.sub(r"n?'(?:t|s|re|ve|ll|d|m)$", "", plain.lower())
    return word in common


def _loosened(parts: tuple[Node, ...]) -> str | None:
    """The FTS5 query for some of the words; what is asked of a field still has to hold."""
    parts = _without_common_words(parts)
    free = [p for p in parts if isinstance(p, Term) and p.field is None and _compile(p)]
    if len(free) < 2:
        return None
    bound = [p for p in parts if p not in free]
    return _compile(And((Or(tuple(free)), *bound)))


def _stopwords() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("stopwords.txt").read_text(encoding="ascii").split())
