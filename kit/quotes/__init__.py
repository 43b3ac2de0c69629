"""Quotations in an article: what stands inside marks or is reported without them, and who said it."""

from __future__ import annotations

from kit.models import Quote
from kit.quotes.assemble import marked_quotes, with_reports
from kit.quotes.attributing.attribute import Decision, attribute_all
from kit.quotes.attributing.candidates import UNKNOWN
from kit.quotes.language import is_english
from kit.quotes.model import Models, learned
from kit.quotes.parsing.reading import Reading, read
from kit.quotes.reporting.indirect import reported

__all__ = ["find_quotes", "quotes_of"]


def find_quotes(body: str, *, language: str | None = None) -> list[Quote]:
    """Return the quotations in an article's body, by position; offsets count characters of `body`.

    Speakers are named in English articles; in another language (`language`, else what the text shows) everything inside
    marks comes back without a speaker.
    """
    reading = read(body)
    if not is_english(body, language):
        everything = [Decision(number, UNKNOWN) for number in range(len(reading.stretches))]
        return marked_quotes(reading, everything)
    return quotes_of(reading, learned())


def quotes_of(reading: Reading, models: Models) -> list[Quote]:
    """Return the quotations of an article that has been read."""
    marked = marked_quotes(reading, attribute_all(reading, models))
    return with_reports(reading, marked, reported(reading, models["report"]))
