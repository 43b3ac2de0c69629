"""What a query asks of the text itself, since FTS5 cannot tell: a `Check`, answered in Python or by SQL functions."""

from __future__ import annotations

import re
import sqlite3

from kit.search.query import Check, fold_text
from kit.text.names import fold


def passes(check: Check, title: str, text: str) -> bool:
    """Whether a text under this title is as a query's check demands; FTS5 has been asked the rest."""
    has = {"literal": _has_literal, "absent": _has_absent, "prefix": _has_prefix}[check.kind]
    return has(title if check.title_only else text, check.text)


def add_checks(db: sqlite3.Connection) -> None:
    """Gives a connection the functions that look into the text: `has_literal`, `has_absent` and `has_prefix`."""
    for check in (_has_literal, _has_absent, _has_prefix):
        db.create_function(check.__name__[1:], 2, check, deterministic=True)


def _has_literal(text: str, literal: str) -> bool:
    return not (text.isascii() and not literal.isascii()) and literal in fold_text(text)


def _has_absent(text: str, literal: str) -> bool:
    return not _has_literal(text, literal)


def _has_prefix(text: str, prefix: str) -> bool:
    if re.search(rf"\b{re.escape(prefix)}", text, re.IGNORECASE):
        return True
    return not text.isascii() and fold(prefix) in fold(text)
