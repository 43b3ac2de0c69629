"""BibTeX, for LaTeX and for the programs that manage references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kit.formats.citation import citation_key, date_parts, split_name
from kit.records import ArticleRecord
from kit.text.visible import visible

# BibTeX counts braces, also those behind a backslash, so that they are written as commands.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "$&#_%"},
    }
)
# The names of months that every style knows.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def to_bibtex(articles: Sequence[ArticleRecord]) -> Iterator[str]:
    """An entry an article: `@article` with its outlet as the journal, `@misc` without an outlet."""
    for article in articles:
        yield f"@{'article' if article['source'] else 'misc'}{{{citation_key(article['file'])},"
        for name, value in _fields(article).items():
            yield f"  {name} = {value},"
        yield "}"
        yield ""


def _fields(article: ArticleRecord) -> dict[str, str]:
    texts = {
        # A second pair of braces keeps capitals: styles write titles small.
        "title": f"{{{_escape(article['title'])}}}",
        "author": " and ".join(_author(author) for author in article["authors"]),
        "journal": _escape(article["source"]),
        **_date(article["published"]),
        "url": _url(article["url"]),
        "urldate": article["saved"] if article["url"] and len(article["saved"] or "") == 10 else None,
        "langid": _escape(article["language"]),
        "keywords": ", ".join(map(_escape, article["tags"])),
        "abstract": _escape(article["description"]),
    }
    return {name: value if name == "month" else f"{{{value}}}" for name, value in texts.items() if value}


def _date(published: str | None) -> dict[str, str]:
    if not published:
        return {}
    year, *rest = date_parts(published)
    month = {"month": _MONTHS[rest[0] - 1]} if rest else {}
    return {"year": f"{year:04}", **month, **({"day": str(rest[1])} if len(rest) > 1 else {})}


def _author(name: str) -> str:
    family, given = split_name(name)
    # Braces keep a name whole: "and" within it would divide it.
    return f"{_escape(family)}, {_escape(given)}" if given else f"{{{_escape(family)}}}"


def _url(url: str | None) -> str | None:
    return url and visible(url).replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20")


def _escape(text: str | None) -> str:
    return " ".join(visible(text or "").split()).translate(_ESCAPES)
