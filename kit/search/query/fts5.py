"""A tree of terms as an FTS5 query, and what the text has to be asked because FTS5's index does not hold it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from kit.search.query.tree import And, Node, Not, Or, Term, parse
from kit.text.cjk import has_cjk, phrase, runs

# Where a plain word is looked for.
TEXT_COLUMNS = "{title body cjk}"


class Check(NamedTuple):
    """Something to look for in an article's own words, where the index finds too much.

    `text` must stand there (`literal`), or must begin a word there (`prefix`), or must not stand there (`absent`);
    folded, see `fold_text`. In the title alone, or in title and body. What fits the FTS5 query `enough` need not be
    looked at.
    """

    kind: Literal["literal", "prefix", "absent"]
    text: str
    title_only: bool
    enough: str | None = None


class Query(NamedTuple):
    """A query ready to run.

    `all` is the FTS5 query for articles in which everything occurs, and `any` the one where some does (None if that
    would be the same); `marks` is the one for what to mark in them, besides the words that begin with one of
    `prefixes` and `literals`. They are None where there is nothing that FTS5 could look for. `without` is for articles
    to leave out, used where there is nothing else. `checks` belong to `all`. `words` are those asked to occur.
    """

    all: str | None
    any: str | None
    marks: str | None
    without: str | None
    checks: tuple[Check, ...]
    literals: tuple[str, ...]
    prefixes: tuple[str, ...]
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
    wanted = positive if and_typed else without_common_words(positive)
    terms = tuple(_terms((*wanted, *map(Not, negative))))
    in_text = tuple(term for term in terms if not term.field)
    refused = tuple(Not(part) for part in negative if not _literal(part))
    required = expression_of(And((*map(widened, wanted), *refused)))
    query = Query(
        all=required.text if required and not required.is_without else None,
        any=None if and_typed else _loosened(wanted, refused),
        marks=compile_node(Or(terms)),
        without=required.text if required and required.is_without else None,
        checks=(
            *(check for part in wanted if (check := check_of(part))),
            *(Check("absent", text, False) for part in negative if (text := _literal(part))),
        ),
        literals=tuple(text for t in in_text for text in (*runs(t.text), _literal(t)) if text),
        prefixes=tuple(term.text for term in in_text if _is_long_prefix(term)),
        words=tuple(term.text for term in in_text if _has_word(term.text)),
    )
    return query if required or query.checks else None


def fold_text(text: str) -> str:
    """Text as literals are compared: in one case, composed, and without the selectors that only choose a glyph."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).replace("\ufe0f", "")


def _terms(parts: Iterable[Node], wanted: bool = True) -> Iterator[Term]:
    """The terms that are to occur: those behind no Not, or behind two."""
    for part in parts:
        if isinstance(part, Not):
            yield from _terms((part.part,), not wanted)
        elif isinstance(part, And | Or):
            yield from _terms(part.parts, wanted)
        elif wanted:
            yield part


class Expression(NamedTuple):
    """An FTS5 query for the articles that answer, or, if `is_without`, for all those that do not.

    FTS5 can only take some articles from others, never from all there are.
    """

    text: str
    is_without: bool = False

    def negated(self) -> Expression:
        """The same for the articles that do not answer."""
        return self._replace(is_without=not self.is_without)


def expression_of(node: Node, columns: str = TEXT_COLUMNS) -> Expression | None:
    """What FTS5 is to be asked for a tree; None if it has no token."""
    if isinstance(node, Term):
        text = _compile_term(node, columns)
        return Expression(text) if text else None
    if isinstance(node, Not):
        inner = expression_of(node.part, columns)
        return inner and inner.negated()
    parts = [expression for part in node.parts if (expression := expression_of(part, columns))]
    if not parts:
        return None
    if isinstance(node, And):
        return _all_of(parts)
    # One of them answers unless all of them do not.
    return _all_of([part.negated() for part in parts]).negated()


def _all_of(parts: Iterable[Expression]) -> Expression:
    by_kind = {False: list[str](), True: list[str]()}
    for text, is_without in parts:
        by_kind[is_without].append(text)
    wanted, refused = by_kind[False], _joined(" OR ", by_kind[True])
    if not wanted:
        return Expression(refused, is_without=True)
    joined = _joined(" AND ", wanted)
    return Expression(f"({joined} NOT {refused})" if refused else joined)


def _joined(operator: str, texts: Iterable[str]) -> str:
    several = list(texts)
    return f"({operator.join(several)})" if len(several) > 1 else "".join(several)


def compile_node(node: Node, columns: str = TEXT_COLUMNS) -> str | None:
    """The FTS5 query for a tree in which nothing is behind a Not; None if it has no token."""
    expression = expression_of(node, columns)
    return expression.text if expression else None


def _compile_term(term: Term, columns: str) -> str | None:
    if not _has_word(term.text):
        return None
    column = term.field or columns
    if has_cjk(term.text):
        return _compile_cjk(term, columns)
    # unicode61 takes accents off Latin letters only; others are looked for as one character and as two.
    forms = dict.fromkeys((term.text, unicodedata.normalize("NFD", term.text)))
    return _joined(" OR ", (f"{column} : {_string(form, term.is_prefix)}" for form in forms))


def _compile_cjk(term: Term, columns: str) -> str:
    if term.field:
        # There are no pairs of characters for the other columns; their values are short, so the beginning will do.
        return f"{term.field} : {_string(term.text, prefix=True)}"
    tokens, open_end = phrase(runs(term.text))
    others = term.text
    for run in runs(term.text):
        others = others.replace(run, " ")
    parts = [f"cjk : {_string(tokens, open_end)}"]
    parts += [f"{columns} : {_string(word)}" for word in others.split() if _has_word(word)]
    return f"({' AND '.join(parts)})" if len(parts) > 1 else parts[0]


def _string(text: str, prefix: bool = False) -> str:
    return '"' + text.replace('"', '""') + '"' + (" *" if prefix else "")


def _has_word(text: str) -> bool:
    """Whether FTS5's unicode61 finds a word in a text: letters and numbers make words."""
    return any(c.isalnum() for c in text)


def check_of(node: Node) -> Check | None:
    """What the text must be asked for a part that has to occur, if the index cannot tell."""
    if not isinstance(node, Term) or node.field not in (None, "title"):
        return None
    if literal := _literal(node):
        return Check("literal", literal, False)
    if node.field and has_cjk(node.text):
        return Check("literal", fold_text(node.text), True)
    if _is_long_prefix(node):
        return Check("prefix", node.text, bool(node.field), compile_node(node))
    return None


def _literal(node: Node) -> str | None:
    """What must stand in the text as it is, for a term with symbols that the full-text index does not hold."""
    if not isinstance(node, Term) or node.field:
        return None
    text = fold_text(node.text)
    symbols = [c for c in text if unicodedata.category(c)[0] == "S" or c in "#@%"]
    if not symbols or (not _has_word(text) and all(c.isascii() for c in symbols)):
        return None  # a lone + or | is a slip of the hand
    return text


def _is_long_prefix(node: Node) -> bool:
    """Whether this is the beginning of a word that may reach beyond the word's stem."""
    return (
        isinstance(node, Term)
        and node.is_prefix
        and not (node.is_phrase or has_cjk(node.text))
        and node.field in (None, "title")
        and len(node.text) > 3
    )


def widened(node: Node) -> Node:
    """A part as the index has to be asked for it where the text decides afterwards (see `check_of`)."""
    if isinstance(node, Term) and _is_long_prefix(node):
        # The index holds stems, and the stem of a word may be shorter than this: "univers" for `universi*`.
        return Or((node, node._replace(text=node.text[: max(3, len(node.text) // 2)])))
    if isinstance(node, Term) and node.field == "title" and has_cjk(node.text):
        return node._replace(field=None)
    return node


def without_common_words(parts: tuple[Node, ...]) -> tuple[Node, ...]:
    """The parts without common words, which need not occur; all of them if nothing else is there."""
    if len(parts) == 1:
        return parts
    common = stopwords()
    kept = tuple(p for p in parts if not (isinstance(p, Term) and _is_common(p, common)))
    return kept if any(expression_of(p) for p in kept) else parts


def _is_common(term: Term, common: frozenset[str]) -> bool:
    # WHO and US in capitals are names; the contractions of "isn't" and "they're" end in what is no word by itself.
    plain = term.text.replace("’", "'").strip("?!.,;:")
    if term.is_phrase or term.is_prefix or term.field or (len(plain) > 1 and plain.isupper()):
        return False
    word = re.sub(r"n?'(?:t|s|re|ve|ll|d|m)$", "", plain.lower())
    return word in common


def _loosened(parts: tuple[Node, ...], refused: tuple[Not, ...]) -> str | None:
    """The FTS5 query for some of the words; what is asked of a field, or refused, still has to hold."""
    free = [p for p in parts if isinstance(p, Term) and p.field is None and compile_node(p) and not _literal(p)]
    if len(free) < 2:
        return None
    bound = [p for p in parts if p not in free]
    return compile_node(And((Or(tuple(free)), *bound, *refused)))


def stopwords() -> frozenset[str]:
    """The words, in lower case, that are too common to tell one text from another."""
    return frozenset(Path(__file__).with_name("stopwords.txt").read_text(encoding="ascii").split())
