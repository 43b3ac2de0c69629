"""Quotations in an article: what stands inside marks or is reported without them, and who said it.

The flow, for `Ana Lund spoke first. “The dam will hold,” she said. An engineer warned that it was old.`

    parsing     body → Reading, what the text shows:
                stretches   what stands inside marks            The dam will hold,
                narrative   the reporter's own words as tokens  … first . “” she said . An …   (“” is the stretch)
                mentions    who may be speaking or spoken of    Ana Lund, she, An engineer
                frames      a reporting word and its source     she ← said, An engineer ← warned
                people      whom the names belong to            Ana Lund
    resolving   pronouns and descriptions → people              she → Ana Lund; An engineer → somebody new
    attributing stretches → Decisions: no speech, or spoken by a mention or by somebody unknown
                                                                The dam will hold, → she
    reporting   frames → Reports, what they report unmarked     warned → that it was old
    assemble    Decisions and Reports → Quotes

Resolving and attributing go through an article together, paragraph by paragraph, as a reader does: whom "he" means
depends on who spoke last. A later step looks things up in the Reading by token or sentence, and adds to it only whom
mentions stand for.

Where the grammar leaves no doubt, rules decide, elsewhere one of four log-linear rankings (`model`): is a stretch
speech at all, whose is it, whom does a pronoun stand for, what does a frame report. Their weights are learned from gold
(`learn`, `learner`, `gold`) and lie in weights.json; the words that rules and features ask about are lists in words/
(`cues`).
"""

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
