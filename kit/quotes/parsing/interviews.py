"""Interviews: the paragraphs in which a reporter asks, and somebody's answers in marks stand below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.models import Span
from kit.quotes.parsing.likeness import likeness
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import Narrative
from kit.quotes.parsing.person import Person
from kit.quotes.parsing.spans import Stretch

_FEWEST = 2  # questions that make an article an interview
_YOU = frozenset(["you", "your"])
_QUESTION_LABEL = re.compile(r"[*_]{0,2}(?:Q|Question)(?: ?\d+)?[.:]")


def question_paragraphs(
    body: str, blocks: Sequence[Span], stretches: Sequence[Stretch], story: Narrative
) -> frozenset[int]:
    """Return the paragraphs that are questions of an interview: in bold, with "?" at the end, or to "you".

    A quotation has to open the next paragraph after one of them; where there is only that one, it has to be to "you".
    """
    opening = {stretch.paragraph for stretch in stretches if stretch.outer_start == blocks[stretch.paragraph].start}
    quoting = {stretch.paragraph for stretch in stretches}
    before = {paragraph - 1 for paragraph in opening if paragraph}
    bold = {number for number, block in enumerate(blocks) if _is_bold(body, block)} if _holds_bold(body) else set()
    asking = {
        number for number in before - quoting if body[blocks[number].end - 1] == "?" or _speaks_to_you(story, number)
    }
    answered = asking | (bold & before)
    headed = {number for number in bold if _ends_asking(body, blocks[number])}
    if answered and len(answered | headed) >= _FEWEST:
        return frozenset(answered | (bold if bold & answered else set()))
    return frozenset(number for number in answered if number not in quoting and _speaks_to_you(story, number))


def unmarked_answers(body: str, blocks: Sequence[Span]) -> frozenset[int]:
    """Return the paragraphs of an interview that no marks show to be answers, so that "I" is who is interviewed.

    They stand between and behind questions, which are in bold and end with "?", or begin with "Q:".
    """
    if not _holds_bold(body) and "Q" not in body:
        return frozenset()
    asking = {
        number
        for number, block in enumerate(blocks)
        if _QUESTION_LABEL.match(body, block.start) or (_ends_asking(body, block) and _is_bold(body, block))
    }
    if len(asking) < _FEWEST:
        return frozenset()
    between = range(min(asking) + 1, min(max(asking) + 2, len(blocks)))
    return frozenset(number for number in between if number not in asking and not _is_bold(body, blocks[number]))


def find_interviewee(
    people: Sequence[Person], mentions: Sequence[Mention], story: Narrative, paragraphs: frozenset[int]
) -> Mention | None:
    """Return the first one named before the first of the paragraphs that ask or answer; None where nobody is."""
    if not paragraphs:
        return None
    end = story.paragraph_tokens(min(paragraphs))[0]
    named = (each for each in mentions if each.first < end and each.kind == "name" and not (each.within or each.place))
    somebody = (each for each in named if not people[each.person].organisation)
    return next((each for each in somebody if likeness(people[each.person], story) > 0), None)


def _ends_asking(body: str, block: Span) -> bool:
    """Does a paragraph end with "?", whatever asterisks or low lines stand behind it?"""
    return body[max(block.start, block.end - 3) : block.end].rstrip("*_").endswith("?")


def _holds_bold(body: str) -> bool:
    return ("*" in body and "**" in body) or ("_" in body and "__" in body)


def _is_bold(body: str, block: Span) -> bool:
    """Is the whole paragraph between two asterisks or low lines each?"""
    start, end = block
    if body[start : start + 2] not in ("**", "__"):
        start, end = start - 2, end + 2
    return body[start : start + 2] in ("**", "__") and body[end - 2 : end] == body[start : start + 2]


def _speaks_to_you(story: Narrative, paragraph: int) -> bool:
    first, last = story.paragraph_tokens(paragraph)
    return not _YOU.isdisjoint(story.lower[first:last])
