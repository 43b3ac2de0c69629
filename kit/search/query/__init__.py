r"""What people type into search, turned into an FTS5 query; whatever is typed gives a query, never a syntax error.

    words               all must occur; common words ("what did the ...") do not decide
    "a phrase"          these words in this order (curly marks do as well)
    -without  NOT x     must not occur
    a OR b  (a OR b) c  one of them
    a OR -b             a occurs, or b does not
    prefix*             words that begin so
    title: author: source: tag:    in that place alone

Capital AND, OR and NOT are operators. A bracket or quotation mark that has no partner is passed over, and every other
character is text. Terms with symbols that FTS5 knows nothing of (C++, #5, emoji) are looked for in the text itself too.
"""

from kit.search.query.fts5 import Check, Query, fold_text, parse_query

__all__ = ["Check", "Query", "fold_text", "parse_query"]
