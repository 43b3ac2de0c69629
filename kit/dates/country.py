"""Which country an article is written in, as far as its dates depend on it: 5/6/2024, Independence Day."""

from __future__ import annotations

import re

# What a paper writes only of its own country: money, offices, spelling, its towns.
_EVIDENCE = {
    "AU": r"\bA\$\d|\b(?:Canberra|Melbourne|NSW|Queensland|Sydney)\b",
    "EU": r"€\s?\d|\d\s?(?:€|euros?\b)|\b(?:Berlin|Brussels|Bundestag|Madrid|Paris|Rome|Vienna)\b",
    "GB": r"£\d|\b(?:MPs?|NHS|Westminster|Whitehall|borough|council(?:lors?)?|[Cc]rown\s[Cc]ourt|per\s+cent)\b"
    r"|\b(?:centre|colour|defence|favour|honour|labour|neighbour|programme)s?\b|[a-z]{3}is(?:ed|ing|ation)\b",
    "IN": r"₹|\bRs\.?\s?\d|\b(?:Lok\s+Sabha|Mumbai|New\s+Delhi|Rajya\s+Sabha|crore|lakh|rupees?)\b",
    "KE": r"\bK?Sh\.?\s?\d|\b(?:Kisumu|Mombasa|Nairobi|shillings)\b",
    "NG": r"₦|\b(?:Abuja|EFCC|INEC|Lagos|naira)\b",
    "SG": r"\bS\$\d|\bSingapore\b",
    "US": r"\bU\.S\.|\b(?:Gov|Rep|Sen|Sgt)\.\s[A-Z]|\b(?:Democrats?|Republicans?|percent|sheriff)\b"
    r"|\b(?:center|color|defense|honor|labor|neighbor)s?\b|[a-z]{3}iz(?:e|ed|ing|ation)\b",
}
_ANY_EVIDENCE = re.compile("|".join(f"(?P<{country}>{words})" for country, words in _EVIDENCE.items()))
_MONTH_FIRST = frozenset(["PH", "US"])
# Holidays that go by one name in several countries: (month, day); None where the text shows no country.
_NATIONAL: dict[str, dict[str | None, tuple[int, int]]] = {
    "independence day": {"IN": (8, 15), "KE": (12, 12), "NG": (10, 1), "US": (7, 4), None: (7, 4)},
    "labour day": {"EU": (5, 1), "IN": (5, 1), "KE": (5, 1), "NG": (5, 1), "SG": (5, 1)},
    "national day": {"SG": (8, 9)},
    "republic day": {"IN": (1, 26)},
}


def country_of(text: str, language: str | None) -> str | None:
    """Return `US`, `GB`, `IN`, ... if the language tag or the words of the text show it, else None.

    `language` such as `en-GB` decides alone; otherwise the country with most evidence, if no other has as much.
    """
    if language and re.fullmatch(r"[a-z]{2}[-_][A-Z]{2}", language):
        return language[3:]
    counts = dict.fromkeys(_EVIDENCE, 0)
    for evidence in _ANY_EVIDENCE.finditer(text):
        counts[evidence.lastgroup or ""] += 1
    most = max(counts.values())
    leading = [country for country, count in counts.items() if count == most]
    return leading[0] if most and len(leading) == 1 else None


def day_comes_first(country: str | None) -> bool | None:
    """Return whether 5/6/2024 is the fifth of June there, or None if the country is unknown."""
    return None if country is None else country not in _MONTH_FIRST


def is_national(name: str) -> bool:
    """Return whether the day of this holiday depends on the country."""
    return name in _NATIONAL


def national_day(name: str, country: str | None) -> tuple[int, int] | None:
    """Return (month, day) of a holiday in that country, or None if that is not known."""
    return _NATIONAL[name].get(country)
