"""Dates in text: every expression that names a calendar period, and the period it names."""

from __future__ import annotations

import re

from kit.dates.find import find_mentions
from kit.dates.mentions import Mention
from kit.dates.resolve import resolve
from kit.dates.state import Place
from kit.models import DatedEvent
from kit.text.span import Span
from kit.text.structure import paragraphs, sentences, unmarked

# A fenced block, to its closing fence or the end of the text, and `code` within a line.
_CODE = re.compile(
    r"^[ ]{0,3}(```|~~~)[^\n]*\n(?:(?![ ]{0,3}\1)[^\n]*\n)*+(?:[ ]{0,3}\1[^\n]*|[^\n]*\Z)|`[^`\n]{1,300}`", re.MULTILINE
)
_QUOTE_MARKS = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)

__all__ = ["find_dates"]


def find_dates(body: str, *, published: str | None, language: str | None = None) -> list[DatedEvent]:
    """Return the dated expressions of an article's body in order, none overlapping.

    Finds full and partial dates ("Nov. 5 to 8", "5th of November", "21.11.2024"), weekdays ("Friday week"), months,
    quarters, halves, seasons, years ("2009-10", "mid-2023", "fiscal 2024"), holidays, and what is counted from another
    day ("two weeks ago", "the next day", "earlier this month", "year-end"). Leaves out lengths of time, ages, times of
    day, decades, and what comes back ("every Sunday").

    `published` is `2024`, `2024-11`, `2024-11-27` or None, `language` a tag such as `en` or `en-GB`; in a text in
    another language only ISO days are found. Offsets count characters of `body`. An expression that cannot be
    resolved has no `first` and `last`, and its `reason` says why.
    """
    is_english = not language or language.lower()[:2] == "en"
    text = _readable(body)
    mentions = find_mentions(text, numbers_only=not is_english)
    if not mentions:
        return []
    places = _places(body, mentions)
    return [
        DatedEvent(
            start=mention.start,
            end=mention.end,
            first=period.first.isoformat() if period else None,
            last=period.last.isoformat() if period else None,
            precision=period.precision if period else precision,
            reason=reason,
            sentence=place.sentence,
        )
        for mention, place, (period, precision, reason) in zip(
            mentions, places, resolve(text, mentions, places, published, language), strict=True
        )
    ]


def _readable(body: str) -> str:
    """Return the body with links, addresses, emphasis and code blanked out, every other character where it was."""
    text = unmarked(_CODE.sub(_blank, body) if "`" in body or "~~~" in body else body)
    return _QUOTE_MARKS.sub(_blank, text) if ">" in text else text


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _places(body: str, mentions: list[Mention]) -> list[Place]:
    """Return each mention's paragraph and sentence."""
    places: list[Place] = []
    blocks = iter(enumerate(paragraphs(body)))
    number, block = next(blocks, (0, Span(0, len(body))))
    spans: list[Span] = []
    of_block = -1
    position = 0
    for mention in mentions:
        while block.end <= mention.start:
            following = next(blocks, None)
            if following is None:
                break
            number, block = following
        if of_block != number:
            spans, of_block, position = sentences(body, block.start, block.end), number, 0
        while position + 1 < len(spans) and spans[position].end <= mention.start:
            position += 1
        sentence = spans[position] if spans else block
        if not sentence.start <= mention.start < mention.end <= sentence.end:
            sentence = Span(min(sentence.start, mention.start), max(sentence.end, mention.end))
        places.append(Place(number, block, sentence))
    return places
