"""On which day a quotation was said: the date in the clause that reports it, as in "Kirby said Monday"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.models import DatedEvent, Quote
from kit.text.span import Span

# A date belongs to the reporting words if nothing like this stands between them: another clause begins there.
_OTHER_CLAUSE = re.compile(
    r"[;:—–]|\b(?:who|whose|whom|which|that|when|where|while|after|before|because|since|until|as|if|whether)\b",
    re.IGNORECASE,
)
# And if it stands no further off than "told the daily press briefing at the ministry in Seoul on Tuesday".
FURTHEST = 90


def said_on(body: str, quotes: Sequence[Quote], events: Sequence[DatedEvent]) -> list[str | None]:
    """The ISO day on which each quotation was said, None where the text does not give it as a day.

    A piece without a date of its own was said on the day of the statement (`group`) that it belongs to.
    """
    days = [event for event in events if event.precision == "day" and event.first]
    free = [day for day in days if not any(q.start < day.end and day.start < q.end for q in quotes)]
    own = [_in_reporting_clause(body, quote, free) for quote in quotes]
    of_group: dict[int, str] = {}
    for quote, said in zip(quotes, own, strict=True):
        if said:
            of_group.setdefault(quote.group, said)
    return [said or of_group.get(quote.group) for quote, said in zip(quotes, own, strict=True)]


def _in_reporting_clause(body: str, quote: Quote, days: Sequence[DatedEvent]) -> str | None:
    """The day nearest to the words that name the speaker or say that somebody spoke, in their clause."""
    anchors = [anchor for anchor in (quote.mention, _cue_span(body, quote)) if anchor]
    near = []
    for day in days:
        if not quote.context.start <= day.start < day.end <= quote.context.end:
            continue
        for anchor in anchors:
            first, second = sorted((Span(day.start, day.end), anchor))
            between = body[first.end : second.start]
            across = first.end <= quote.start and quote.end <= second.start
            if not across and len(between) <= FURTHEST and not _OTHER_CLAUSE.search(between):
                near.append((len(between), day.first))
    return min(near)[1] if near else None


def _cue_span(body: str, quote: Quote) -> Span | None:
    """Where the reporting words stand: outside the quotation, nearest to the words that name the speaker."""
    if not quote.cue or not quote.mention:
        return None
    mention = quote.mention.start
    found = re.finditer(rf"\b{re.escape(quote.cue)}\b", body[quote.context.start : quote.context.end])
    spans = [Span(m.start() + quote.context.start, m.end() + quote.context.start) for m in found]
    outside = [span for span in spans if span.end <= quote.start or span.start >= quote.end]
    return min(outside, key=lambda span: abs(span.start - mention), default=None)
