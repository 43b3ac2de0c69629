"""Markdown, as web clippers save it → a draft: the front matter's particulars, and the text without furniture."""

from __future__ import annotations

from dataclasses import replace

from kit.articles import read_article
from kit.articles.article import KNOWN, PUBLISHED
from kit.articles.front_matter import read_front_matter
from kit.articles.partial_dates import UnreadableDate, partial_date
from kit.articles.values import text_value, without_markdown
from kit.intake.blocks import Block
from kit.intake.draft import Draft, Facts
from kit.intake.plain import read_blocks
from kit.models import Article
from kit.text.lines import line_finder
from kit.text.structure import paragraphs

UNNAMED = "untitled"  # what kit.articles calls an article without title and file name


def read_markdown(text: str, name: str = "", known: Facts | None = None) -> Draft:
    """Return the draft of an article from Markdown; `name` is that of its file, whose day and title count."""
    article = read_article(text.encode(), name)
    facts = (known or Facts()).completed_by(_facts(article))
    draft = read_blocks(markdown_blocks(article.body, article.body_line), facts)
    if not draft.facts.published:
        draft = replace(draft, facts=draft.facts.completed_by(Facts(date_hint=_date_hint(text))))
    problems = tuple(f"line {problem.line}: {problem}" for problem in article.problems)
    return Draft(draft.facts, draft.body, draft.lines, draft.notes + problems)


def _facts(article: Article) -> Facts:
    return Facts(
        title=None if article.title == UNNAMED else article.title,
        published=article.published,
        modified=article.modified,
        saved=article.saved,
        source=article.source,
        authors=article.authors,
        url=article.url,
        language=article.language,
        tags=article.tags,
        description=article.description,
    )


def _date_hint(text: str) -> str | None:
    """What stands in the front matter where the day should: kit's own hint, or a date that could not be read."""
    properties, _, _ = read_front_matter(text, KNOWN)
    if "datehint" in properties:
        return text_value(properties["datehint"].value)
    for name, *_ in PUBLISHED:
        value = properties[name].value if name in properties else None
        try:
            partial_date(value)
        except UnreadableDate:
            return text_value(value)
    return None


def markdown_blocks(body: str, first_line: int = 1) -> list[Block]:
    """Return the paragraphs of a Markdown text, as they are written; a table is one paragraph."""
    number = line_finder(body, first_line)
    found: list[Block] = []
    rows: list[str] = []  # of the table that the last block is
    previous_end = 0
    for start, end in paragraphs(body):
        begin = body.rfind("\n", 0, start) + 1
        raw = body[begin:end].strip("\n").rstrip().replace("\xa0", " ")
        joint = "\n" if found and body.count("\n", previous_end, begin) < 2 else "\n\n"
        previous_end = end
        if not raw.lstrip().startswith("|"):
            _end_table(found, rows)
            found.append(Block(number(begin), without_markdown(body[start:end]), raw, joint))
        elif rows and joint == "\n":
            rows.append(raw)
        else:
            _end_table(found, rows)
            rows.append(raw)
            found.append(Block(number(begin), raw, raw, joint))
    _end_table(found, rows)
    return found


def _end_table(found: list[Block], rows: list[str]) -> None:
    """Puts all rows of a table into the block of its first one."""
    if rows:
        table = "\n".join(rows)
        found[-1] = found[-1]._replace(text=" ".join(table.split()), kept=table)
        rows.clear()
