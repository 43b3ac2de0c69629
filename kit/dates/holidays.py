"""Days that have a name: fixed feasts, those that fall on a weekday, those that go by Easter or the moon.

Feasts that begin with the sighting of the moon differ from country to country by a day; they are recognised
but left unresolved, like bank holidays, which differ within one country.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta


def easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month_correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * month_correction + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of the month (Monday is 0), counted from its end when negative."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.weekday() - weekday) % 7 - 7 * (nth + 1))
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


# name in lower case, apostrophes and full stops left out: (month, day)
FIXED = {
    "all saints day": (11, 1),
    "all souls day": (11, 2),
    "anzac day": (4, 25),
    "april fools day": (4, 1),
    "armistice day": (11, 11),
    "australia day": (1, 26),
    "bastille day": (7, 14),
    "bonfire night": (11, 5),
    "boxing day": (12, 26),
    "burns night": (1, 25),
    "canada day": (7, 1),
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "earth day": (4, 22),
    "epiphany": (1, 6),
    "fourth of july": (7, 4),
    "gandhi jayanti": (10, 2),
    "german unity day": (10, 3),
    "guy fawkes night": (11, 5),
    "halloween": (10, 31),
    "hangul day": (10, 9),
    "international womens day": (3, 8),
    "jamhuri day": (12, 12),
    "juneteenth": (6, 19),
    "madaraka day": (6, 1),
    "mashujaa day": (10, 20),
    "may day": (5, 1),
    "new years": (1, 1),
    "new years day": (1, 1),
    "new years eve": (12, 31),
    "orthodox christmas": (1, 7),
    "remembrance day": (11, 11),
    "songkran": (4, 13),
    "st andrews day": (11, 30),
    "st davids day": (3, 1),
    "st georges day": (4, 23),
    "st patricks day": (3, 17),
    "st stephens day": (12, 26),
    "valentines day": (2, 14),
    "veterans day": (11, 11),
    "waitangi day": (2, 6),
}
# Days from Easter Sunday.
BY_EASTER = {
    "ascension day": 39,
    "ash wednesday": -46,
    "easter": 0,
    "easter monday": 1,
    "easter saturday": -1,
    "easter sunday": 0,
    "good friday": -2,
    "holy saturday": -1,
    "maundy thursday": -3,
    "mothering sunday": -21,
    "palm sunday": -7,
    "pancake day": -47,
    "pentecost": 49,
    "pentecost sunday": 49,
    "shrove tuesday": -47,
    "whit monday": 50,
    "whit sunday": 49,
}
# (month, weekday, nth, days after it)
BY_WEEKDAY = {
    "black friday": (11, 3, 4, 1),
    "columbus day": (10, 0, 2, 0),
    "cyber monday": (11, 3, 4, 4),
    "election day": (11, 0, 1, 1),
    "indigenous peoples day": (10, 0, 2, 0),
    "labor day": (9, 0, 1, 0),
    "martin luther king day": (1, 0, 3, 0),
    "martin luther king jr day": (1, 0, 3, 0),
    "memorial day": (5, 0, -1, 0),
    "mlk day": (1, 0, 3, 0),
    "presidents day": (2, 0, 3, 0),
    "remembrance sunday": (11, 6, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "thanksgiving day": (11, 3, 4, 0),
}
_LUNAR_NEW_YEAR = {
    2010: (2, 14),
    2011: (2, 3),
    2012: (1, 23),
    2013: (2, 10),
    2014: (1, 31),
    2015: (2, 19),
    2016: (2, 8),
    2017: (1, 28),
    2018: (2, 16),
    2019: (2, 5),
    2020: (1, 25),
    2021: (2, 12),
    2022: (2, 1),
    2023: (1, 22),
    2024: (2, 10),
    2025: (1, 29),
    2026: (2, 17),
    2028: (1, 26),
    2029: (2, 13),
    2030: (2, 3),
}
_MID_AUTUMN = {
    2015: (9, 27),
    2016: (9, 15),
    2017: (10, 4),
    2018: (9, 24),
    2019: (9, 13),
    2020: (10, 1),
    2021: (9, 21),
    2022: (9, 10),
    2023: (9, 29),
    2024: (9, 17),
    2025: (10, 6),
    2026: (9, 25),
}
_DIWALI = {
    2015: (11, 11),
    2016: (10, 30),
    2017: (10, 19),
    2018: (11, 7),
    2019: (10, 27),
    2020: (11, 14),
    2021: (11, 4),
    2022: (10, 24),
    2023: (11, 12),
    2024: (10, 31),
    2025: (10, 20),
    2026: (11, 8),
}
# Feasts of lunar calendars, only for the years whose day is certain.
BY_TABLE = {
    "chinese new year": _LUNAR_NEW_YEAR,
    "chuseok": _MID_AUTUMN,
    "deepavali": _DIWALI,
    "diwali": _DIWALI,
    "lunar new year": _LUNAR_NEW_YEAR,
    "mid-autumn festival": _MID_AUTUMN,
    "seollal": _LUNAR_NEW_YEAR,
    "spring festival": _LUNAR_NEW_YEAR,
}
# Recognised, but no one day everywhere.
UNRESOLVED = frozenset(
    {
        "bank holiday",
        "eid",
        "eid al-adha",
        "eid al-fitr",
        "eid ul-adha",
        "eid ul-azha",
        "eid ul-fitr",
        "independence day",
        "labour day",
        "national day",
        "republic day",
    }
)


def holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year, or None if the name or that year is not known."""
    if fixed := FIXED.get(name):
        return date(year, *fixed)
    if name in BY_EASTER:
        return easter(year) + timedelta(BY_EASTER[name])
    if rule := BY_WEEKDAY.get(name):
        month, weekday, nth, after = rule
        return nth_weekday(year, month, weekday, nth) + timedelta(after)
    table = BY_TABLE.get(name, {})
    return date(year, *table[year]) if year in table else None


def plain_name(written: str) -> str:
    """Return a holiday's name as it stands in the tables: "St. Patrick’s Day" is "st patricks day"."""
    plain = " ".join(written.lower().replace("'", "").replace("’", "").replace(".", "").split())
    return plain.replace("saint ", "st ")


def written_names(space: str) -> list[tuple[str, str]]:
    """Return (first character, pattern) for each name as people write it, longest first, words parted by `space`."""
    names = sorted({*FIXED, *BY_EASTER, *BY_WEEKDAY, *BY_TABLE, *UNRESOLVED}, key=lambda name: (-len(name), name))
    patterns = [space.join(_written(word) for word in name.split(" ")) for name in names]
    return [(pattern[0], pattern) for pattern in [*patterns, "bank[ ]holiday(?![ ]Monday)"]]


_POSSESSIVES = frozenset(
    {
        "andrews",
        "davids",
        "fools",
        "georges",
        "patricks",
        "peoples",
        "presidents",
        "saints",
        "souls",
        "stephens",
        "valentines",
        "veterans",
        "womens",
        "years",
    }
)
_SPELLINGS = {
    "anzac": "A(?:nzac|NZAC)",
    "jr": r"Jr\.?",
    "mlk": "MLK",
    "of": "(?i:of)",
    "st": r"S(?:t\.?|aint)",
}


def _written(word: str) -> str:
    """Return the pattern of one word of a name; the first word's pattern begins with a plain capital."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    if word in _POSSESSIVES:
        return f"{word[:-1].title()}(?:['’]?s|s['’])"
    if "l-" in word:  # al-Fitr, Al Fitr
        return f"(?i:{word.replace('-', '[- ]')})"
    return word.title()


# Events that news calls by their day alone: (month, day) → year, and a word that shows it is meant.
_KNOWN_BY_DAY = {
    (1, 6): (2021, re.compile(r"\W{1,2}(?:Capitol|attack|committee|defendant|insurrection|panel|riot)")),
    (9, 11): (2001, re.compile(r"\W{1,2}(?:attack|hijack|terror|victim|widow)")),
    (10, 7): (2023, re.compile(r"\W{1,2}(?:Hamas|attack|assault|massacre)")),
}


def known_year(month: int, day: int, following: str) -> int | None:
    """Return the year of "the Jan. 6 riot" or "the Sept. 11 attacks", told by the words that follow the day."""
    year, word = _KNOWN_BY_DAY.get((month, day), (None, None))
    return year if word and word.match(following) else None
