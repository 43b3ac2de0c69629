"""When did it appear? A day is the article's only if the page says so, or its text bears it out."""

from __future__ import annotations

from typing import NamedTuple

from kit.intake.draft import Facts
from kit.intake.evidence import evidence_for
from kit.intake.particulars import Particulars


class Dating(NamedTuple):
    """The days of an article, ISO; a day of its page that nothing proves; and in words where a day comes from."""

    published: str | None
    modified: str | None
    hint: str | None
    notes: tuple[str, ...]

    @classmethod
    def of(cls, found: Particulars, body: str, known: Facts) -> Dating:
        """Weighs the days found on the page; where publication is known already nothing has to be _weighed.

        A day that the page calls that of publication counts, and so does one between title and text, except in a
        forum. Any other is the page's, and needs evidence in the text.
        """
        modified = next((date.day for date, _ in found.dates if date.label == "modified"), None)
        if known.published:
            return cls(None, modified, None, ())
        for date, where in found.dates:
            if date.label == "published" or (date.label is None and where == "below" and not found.is_forum):
                return cls(date.day, modified, None, ())
        hint = next((date.day for date, _ in found.dates if date.label is None), None)
        return _weighed(hint, body, modified)


def _weighed(day: str | None, body: str, modified: str | None = None) -> Dating:
    """A day that only stands on the page: the article's where its text bears it out, else a hint."""
    if day is None:
        return Dating(None, modified, None, ())
    if reason := evidence_for(body, day):
        return Dating(day, modified, None, (f"published {day} by the page's date: {reason}",))
    return Dating(
        None, modified, day, (f"the page's date {day} is not borne out by the text; --date says which it is",)
    )
