"""The bytes of a Markdown file → an `Article`: decoding, front matter, property names and the shapes of values."""

from kit.articles.article import decode, read_article

__all__ = ["decode", "read_article"]
