"""A query for the words inside quotations, as conditions in SQL on `quotes` and on the `articles` that they are in."""

from __future__ import annotations

from kit.search.filters import MATCHING, Conditions
from kit.search.query.fts5 import check_of, compile_node, widened, without_common_words
from kit.search.query.tree import And, Node, Not, Or, Term, parse

QUOTE_COLUMNS = "{quote cjk}"


def conditions_on_quotes(typed: str) -> Conditions | None:
    """Conditions for the quotations in which everything occurs that was typed; None if there is nothing to look for.

    `title:`, `author:`, `source:` and `tag:` are asked of the article. The SQL needs the functions of `add_checks`.
    """
    tree = parse(typed)
    if tree is None:
        return None
    parts = tree.parts if isinstance(tree, And) else (tree,)
    wanted: tuple[Node, ...] = tuple(part for part in parts if not isinstance(part, Not))
    if not (isinstance(tree, And) and tree.typed) and wanted:
        wanted = without_common_words(wanted)
    refused = tuple(part for part in parts if isinstance(part, Not))
    return _conditions(And((*wanted, *refused)))


def _conditions(node: Node) -> Conditions | None:
    if isinstance(node, Term):
        return _of_article(node) if node.field else _of_quote(node)
    if isinstance(node, Not):
        inner = _conditions(node.part)
        return inner and Conditions((f"not ({inner.where})",), inner.values)
    if _is_plain(node):
        return _matching(compile_node(node, QUOTE_COLUMNS))
    parts = [conditions for part in node.parts if (conditions := _conditions(part))]
    if not parts:
        return None
    joined = (" or " if isinstance(node, Or) else " and ").join(f"({part.where})" for part in parts)
    return Conditions((f"({joined})",), tuple(value for part in parts for value in part.values))


def _is_plain(node: Node) -> bool:
    """Whether the full-text index of quotations can answer for the whole tree."""
    if isinstance(node, Term):
        return node.field is None and check_of(node) is None
    # A tree that only says what must not occur is nothing that FTS5 can be asked.
    return isinstance(node, And | Or) and all(_is_plain(part) for part in node.parts)


def _of_quote(term: Term) -> Conditions | None:
    check = check_of(term)
    if check is None:
        return _matching(compile_node(term, QUOTE_COLUMNS))
    conditions = Conditions((f"has_{check.kind}(quotes.quote, ?)",), (check.text,))
    if check.kind == "prefix" and (sure := _matching(compile_node(term, QUOTE_COLUMNS))):
        conditions = Conditions((f"({sure.where} or {conditions.where})",), sure.values + conditions.values)
    return (_matching(compile_node(widened(term), QUOTE_COLUMNS)) or Conditions()) + conditions


def _matching(expression: str | None) -> Conditions | None:
    if expression is None:
        return None
    return Conditions(("quotes.id in (select rowid from quotes_fts where quotes_fts match ?)",), (expression,))


def _of_article(term: Term) -> Conditions | None:
    title = "(select a.title from articles a where a.id = articles.id)"
    expression = compile_node(term)
    check = check_of(term)
    if check and check.kind == "literal":
        return Conditions((f"has_literal({title}, ?)",), (check.text,))
    if expression is None:
        return None
    if check:
        return Conditions((f"({MATCHING} or has_prefix({title}, ?))",), (expression, check.text))
    return Conditions((MATCHING,), (expression,))
