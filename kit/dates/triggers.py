"""The words and numbers that make a stretch of text worth a look ("Tuesday", "2019", "week"), found in one pass."""

from __future__ import annotations

import re

from kit.dates.holidays import written_names
from kit.dates.names import (
    DAYS_FROM_TODAY,
    MONTHS,
    MONTHS_SHORT,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    cased,
)
from kit.dates.patterns import END, SP, YEAR

# A word that triggers, and the form to try around it. Holidays, numbers and tokens (Q3, FY24) have patterns instead.
_KINDS = {
    **dict.fromkeys(cased(MONTHS + MONTHS_SHORT), "month"),
    **dict.fromkeys([*WEEKDAYS, *cased(WEEKDAYS + WEEKDAYS_SHORT)], "weekday"),
    **dict.fromkeys([written for word in DAYS_FROM_TODAY for written in (word, word.title())], "today"),
    **dict.fromkeys([written for unit in UNITS for written in (unit, unit + "s")], "unit"),
    **dict.fromkeys(["Quarter", "Year", "yearend"], "unit"),
    **dict.fromkeys([written for season in SEASONS for written in (season, season.title())], "season"),
}
_TOKENS = {
    "F": [rf"Y[ ]?['’]?(?:{YEAR}|\d\d)[-–/\d]*"],
    "H": [r"[12](?:FY\d\d|['’]\d\d)?"],
    "Q": [r"[1-4](?:FY\d\d|['’]\d\d)?"],
}


def _trigger() -> re.Pattern[str]:
    """Return the expression for all triggers.

    Every branch begins with one plain character, for then the search skips ahead by a table of first characters; so
    the edge of the word is looked up behind that character, not before it.
    """
    branches: dict[str, list[str]] = {}
    for first, written in written_names(SP):
        branches.setdefault(first, []).append(written[1:])
    for word in sorted(_KINDS, key=len, reverse=True):
        branches.setdefault(word[0], []).append(word[1:])
    for first, tokens in _TOKENS.items():
        branches.setdefault(first, []).extend(tokens)
    parts = [rf"{first}(?<![^\W_]{first})(?:{'|'.join(rest)}){END}" for first, rest in branches.items()]
    parts += [rf"{digit}(?<![^\W_]{digit})(?:{_number(digit)})" for digit in "0123456789"]
    parts += [rf"{mark}(?<![^\W_]{mark})\d\d(?![^\W_])" for mark in "'’"]
    return re.compile("|".join(parts))


def _number(first: str) -> str:
    """Return what may follow the first digit of 27.11.2024, 5th, 27/11, 2024-11-27, 2024 or 3Q24."""
    forms = [
        r"\d?[./-][ ]?\d{1,2}[./-][ ]?\d{2,4}(?!\d)",
        rf"\d?(?:st|nd|rd|th){END}",
        r"\d?(?:/\d\d?|\.(?:0[1-9]|1[0-2]))(?![\d/])",
    ]
    if first in "12":
        forms = [r"\d{3}[-/.]\d\d(?:[-/.]\d\d)?(?!\d)", *forms, r"\d{3}(?!\d)"]
    if first in "1234":
        forms.append(rf"[QH](?:\d\d|FY\d\d)?{END}")
    return "|".join(forms)


TRIGGER = _trigger()


def kind_of(trigger: str) -> str:
    """Return the key of FORMS for the text that TRIGGER matched."""
    kind = _KINDS.get(trigger)
    if kind:
        return kind
    first = trigger[0]
    if first in "'’":
        return "short_year"
    if not first.isdigit():
        return "token" if first in _TOKENS and trigger[1] in "1234Y" else "holiday"
    if trigger.isdigit():
        return "year"
    if trigger[1] in "QH":
        return "token"
    return "day_of_month" if trigger[-1] in "tdh" else "numeric"
