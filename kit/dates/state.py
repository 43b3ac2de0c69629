"""What a reader knows at a place in the text: the day of publication, and what was told before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kit.dates.mentions import Mention
from kit.dates.periods import Period
from kit.dates.tense import lies_ahead
from kit.models import Precision
from kit.text.span import Span

# A period and the reason for this reading, or None and why it cannot be resolved.
Answer = tuple[Period | None, str]
NO_DAY = "the article has no day"
SIZES: dict[Precision, int] = {
    "day": 0,
    "weekend": 1,
    "week": 1,
    "month": 2,
    "quarter": 3,
    "season": 3,
    "half": 4,
    "year": 5,
}


class Place(NamedTuple):
    """Where a mention stands: the number of its paragraph, that paragraph, and its sentence."""

    number: int
    paragraph: Span
    sentence: Span


class Told(NamedTuple):
    """A resolved mention, for those after it to refer to."""

    period: Period
    place: Place
    end: int


@dataclass(slots=True)
class State:
    """What is known before a mention is resolved.

    `told` is the mention before it, `year_told` the last one whose year holds for the yearless dates after it. In a
    `narrative` those belong to the year being told, in news to the days around publication.
    """

    text: str
    published: Period | None
    narrative: bool
    country: str | None = None
    day_first: bool | None = None
    told: Told | None = None
    year_told: Told | None = None

    @property
    def today(self) -> date | None:
        """The day of publication, or of the dateline, if it is known to the day."""
        return self.published.first if self.published and self.published.precision == "day" else None

    def told_near(self, place: Place) -> Period | None:
        """Return the period told of before, if it was in this paragraph or the one before; in a narrative anywhere."""
        if self.told and (self.narrative or place.number - self.told.place.number <= 1):
            return self.told.period
        return None

    def year_in_paragraph(self, place: Place) -> Period | None:
        """Return the period whose year holds in this paragraph."""
        if self.year_told and (self.narrative or self.year_told.place.number == place.number):
            return self.year_told.period
        return None

    def is_ahead(self, mention: Mention, place: Place) -> bool | None:
        """Return whether the words around a mention tell of something to come; None if they do not say."""
        names_day = mention.shape in ("day", "holiday", "numeric", "weekday")
        return lies_ahead(self.text, mention.start, mention.end, place.sentence, names_day=names_day)
