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
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeGuard

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
    would be the same); `marks` is the one for what to mark in them. All are None where there is nothing that FTS5
    could look for. `without` is for articles to leave out, used where there is nothing else. `literals` must stand in
    an article as they are, letter for letter; they are looked for in folded text (see `fold_text`). `prefixes` are
    beginnings of words that must occur, each with the FTS5 query that finds most of the articles that have one.
    `runs` are the Chinese, Japanese and Korean words, and `words` all that was asked to occur.
    """

    all: str | None
    any: str | None
    marks: str | None
    without: str | None
    literals: tuple[str, ...]
    prefixes: tuple[tuple[str, str], ...]
    runs: tuple[str, ...]
    words: tuple[str, ...]


def parse_query(typed: str) -> Query | None:
    """The query for what was typed; None if there is nothing in it to search for."""
    tree = parse(typed)
    if tree is None:
        return None
    parts = tree.parts if isinstance(tree, And) else (tree,)
    and_typed = isinstance(tree, And) and tree.typed
    positive = tuple(part for part in parts if not isinstance(part, Not))
    negative = tuple(part.part for part in parts if isinstance(part, Not))
    wanted = positive if and_typed else _without_common_words(positive)
    terms = tuple(_terms(wanted))
    required = _compile(And(tuple(_with_shorter_stems(part) for part in wanted)))
    without = _compile(Or(negative)) if negative else None
    query = Query(
        all=required,
        any=None if and_typed else _loosened(wanted),
        marks=_compile(Or(tuple(_with_shorter_stems(term) for term in terms))),
        without=without,
        literals=tuple(text for part in wanted if isinstance(part, Term) and (text := _literal(part))),
        prefixes=tuple((p.text, text) for p in wanted if _is_long_prefix(p) and (text := _compile(p))),
        runs=tuple(run for term in terms if not term.field for run in runs(term.text)),
        words=tuple(term.text for term in terms if not term.field and has_word(term.text)),
    )
    if required is None:
        return query if without or query.literals else None
    if without:
        loose = query.any and f"({query.any}) NOT ({without})"
        return query._replace(all=f"({required}) NOT ({without})", any=loose, without=None)
    return query


def fold_text(text: str) -> str:
    """Text as literals are compared: in one case, composed, and without the selectors that only choose a glyph."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).replace("\ufe0f", "")


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
    if not has_word(term.text):
        return None
    column = term.field or TEXT_COLUMNS
    if has_cjk(term.text):
        return _compile_cjk(term)
    # unicode61 takes accents off Latin letters only; others are looked for as one character and as two.
    forms = dict.fromkeys((term.text, unicodedata.normalize("NFD", term.text)))
    return _either(f"{column} : {_string(form, term.is_prefix)}" for form in forms)


def _compile_cjk(term: Term) -> str:
    if term.field:
        # There are no pairs of characters for the other columns; their values are short, so the beginning will do.
        return f"{term.field} : {_string(term.text, prefix=True)}"
    tokens, open_end = phrase(runs(term.text))
    others = term.text
    for run in runs(term.text):
        others = others.replace(run, " ")
    parts = [f"cjk : {_string(tokens, open_end)}"]
    parts += [f"{TEXT_COLUMNS} : {_string(word)}" for word in others.split() if has_word(word)]
    return f"({' AND '.join(parts)})" if len(parts) > 1 else parts[0]


def _either(alternatives: Iterable[str]) -> str:
    texts = list(alternatives)
    return f"({' OR '.join(texts)})" if len(texts) > 1 else "".join(texts)


def _string(text: str, prefix: bool = False) -> str:
    return '"' + text.replace('"', '""') + '"' + (" *" if prefix else "")


def has_word(text: str) -> bool:
    """Whether FTS5's unicode61 finds a word in a text: letters and numbers make words."""
    return any(c.isalnum() for c in text)


def _literal(term: Term) -> str | None:
    """What must stand in the text as it is, for a term with symbols that the full-text index does not hold."""
    text = fold_text(term.text)
    symbols = [c for c in text if unicodedata.category(c)[0] == "S" or c in "#@%"]
    if term.field or not symbols or (not has_word(text) and all(c.isascii() for c in symbols)):
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


def _is_long_prefix(node: Node) -> TypeGuard[Term]:
    """Whether this is the beginning of a word that may reach beyond the word's stem."""
    return isinstance(node, Term) and node.is_prefix and not node.is_phrase and not node.field and len(node.text) > 3


def _with_shorter_stems(node: Node) -> Node:
    """For the beginning of a word, also the stems that such a word may have: `governm*` must find "govern".

    The index holds stems alone, so this finds too much; the text decides (see `Query.prefixes`).
    """
    if not _is_long_prefix(node):
        return node
    stems = (Term(node.text[:length]) for length in range(len(node.text) - 1, 2, -1))
    return Or((node, *(stem for stem in stems if has_word(stem.text))))


def _loosened(parts: tuple[Node, ...]) -> str | None:
    """The FTS5 query for some of the words; what is asked of a field still has to hold."""
    free = [p for p in parts if isinstance(p, Term) and p.field is None and _compile(p) and not _literal(p)]
    if len(free) < 2:
        return None
    bound = [p for p in parts if p not in free]
    return _compile(And((Or(tuple(free)), *bound)))


def _stopwords() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("stopwords.txt").read_text(encoding="ascii").split())
