"""Interviews: the paragraphs in which a reporter asks, and somebody's answers in marks stand below."""

from __future__ import annotations

from collections.abc import Sequence

from kit.models import Span
from kit.quotes.parsing.narrative import Narrative
from kit.quotes.parsing.spans import Stretch

_FEWEST = 2  # questions that make an article an interview
_YOU = frozenset(["you", "your"])


def question_paragraphs(
    body: str, blocks: Sequence[Span], stretches: Sequence[Stretch], story: Narrative
) -> frozenset[int]:
    """Return the paragraphs that are questions of an interview: in bold, with "?" at the end, or to "you".

    A quotation has to open the next paragraph; where only one does, the question has to be to "you".
    """
    opening = {stretch.paragraph for stretch in stretches if stretch.outer_start == blocks[stretch.paragraph].start}
    quoting = {stretch.paragraph for stretch in stretches}
    before = {paragraph - 1 for paragraph in opening if paragraph}
    marked = "**" in body or "__" in body
    bold = {number for number, block in enumerate(blocks) if marked and _is_bold(body, block)}
    asking = {
        number for number in before - quoting if body[blocks[number].end - 1] == "?" or _speaks_to_you(story, number)
    }
    answered = asking | (bold & before)
    if len(answered) >= _FEWEST:
        return frozenset(answered | (bold if bold & answered else set()))
    return frozenset(number for number in answered if number not in quoting and _speaks_to_you(story, number))


def _is_bold(body: str, block: Span) -> bool:
    """Is the whole paragraph between two asterisks or low lines each?"""
    start, end = block
    if body[start : start + 2] not in ("**", "__"):
        start, end = start - 2, end + 2
    return body[start : start + 2] in ("**", "__") and body[end - 2 : end] == body[start : start + 2]


def _speaks_to_you(story: Narrative, paragraph: int) -> bool:
    first, last = story.paragraph_tokens(paragraph)
    return not _YOU.isdisjoint(story.lower[first:last])
