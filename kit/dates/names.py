"""The names that the calendar's parts go by, and what they stand for."""

from __future__ import annotations

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTHS_SHORT = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_SHORT = ("mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri", "sat", "sun")
SEASONS = ("spring", "summer", "autumn", "fall", "winter")
UNITS = ("day", "week", "weekend", "fortnight", "month", "quarter", "half", "year")
DAYS_FROM_TODAY = {"today": 0, "tomorrow": 1, "tonight": 0, "yesterday": -1}
ORDINALS = {
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "first": 1,
    "fourth": 4,
    "latter": 2,
    "second": 2,
    "third": 3,
}
DIGIT_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
NUMBER_WORDS = {
    "a": 1,
    "an": 1,
    **DIGIT_WORDS,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:2]: number for number, name in enumerate(WEEKDAYS)}


def month_number(name: str) -> int:
    """Return 1 to 12 for "November", "Nov." or "NOV"."""
    return _MONTH_NUMBERS[name[:3].lower()]


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for "Tuesday", "Tues." or "TUE"."""
    return _WEEKDAY_NUMBERS[name[:2].lower()]


def number_of(words: str) -> int:
    """Return 21 for "twenty-one", "21"; 2 for "a couple of", 6 for "half a dozen"."""
    parts = words.lower().replace("-", " ").split()
    if parts[0].isdigit():
        return int(parts[0])
    if "couple" in parts:
        return 2
    if "dozen" in parts:
        return 6 if "half" in parts else 12
    return sum(NUMBER_WORDS[part] for part in parts)


def cased(names: tuple[str, ...]) -> list[str]:
    """Return the names as they begin a word or stand in a headline: "Monday" and "MONDAY"."""
    return [written for name in names for written in (name.title(), name.upper())]
