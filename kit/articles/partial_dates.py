"""Dates as people and programs write them in a property or a file name → ISO, with as much precision as was given."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from kit.articles.values import Value, text_value

FLAGS = frozenset({"false", "no", "off", "on", "true", "yes"})  # `published: true` is no date
PLAUSIBLE_YEARS = range(1500, 2200)

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", re.ASCII)
_ORDINAL = r"(?:st|nd|rd|th)?"
# The forms a day may have anywhere in a value. Text is folded before, so one blank is all there can be.
_DATE = re.compile(
    rf"""
      (?<!\d) (?P<y1>\d{{4}}) (?P<s1>[-/.]) (?P<m1>\d{{1,2}}) (?P=s1) (?P<d1>\d{{1,2}}) (?!\d)   # 2024-11-27
    | (?<!\d) (?P<y2>\d{{4}}) (?P<m2>\d\d) (?P<d2>\d\d) (?:\d{{4}}|\d{{6}})? (?!\d)          # 20241127, 20241127093000
    | (?<!\d) (?P<y3>\d{{4}}) [ ]?[年년][ ]? (?P<m3>\d{{1,2}}) [ ]?[月월][ ]? (?P<d3>\d{{1,2}}) [ ]?[日일]
    | (?<!\d) (?P<d4>\d{{1,2}}) {_ORDINAL} [ -] (?:of[ ])? (?P<m4>{_MONTH}) ,?[ -] (?P<y4>\d{{4}}) (?!\d)  # 27 Nov 2024
    | (?P<m5>{_MONTH}) [ ] (?P<d5>\d{{1,2}}) {_ORDINAL} ,?[ ] (?P<y5>\d{{4}}) (?!\d)             # Nov. 27, 2024
    | (?<!\d) (?P<y6>\d{{4}}) [ -] (?P<m6>{_MONTH}) [ -] (?P<d6>\d{{1,2}}) (?!\d)                # 2024 Nov 27
    | (?P<m7>{_MONTH}) ,?[ ] (?P<y7>\d{{4}}) (?!\d)                                              # November 2024
    | (?<!\d) (?P<a>\d{{1,2}}) (?P<sep>[-/.]) (?P<b>\d{{1,2}}) (?P=sep) (?P<y8>\d{{4}}) (?!\d)   # 13/02/2024, 13.2.2024
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_WHOLE_MONTH = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(?P<month2>\d{1,2})/(?P<year2>\d{4})", re.ASCII)
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?", re.ASCII)


class UnreadableDate(ValueError):
    """A date that cannot be read. `kind` is `date`, or `ambiguous-date` where it can be read in two ways."""

    def __init__(self, kind: str, message: str, fix: str) -> None:
        super().__init__(f"{message}; {fix}")
        self.kind = kind
        self.message = message
        self.fix = fix


def partial_date(value: Value) -> str | None:
    """`2024`, `2024-11` or `2024-11-27`, as precise as the value; None for an empty value or a flag (`true`).

    Times are cut off, so the day is the one written, in the zone written. The first readable piece counts. Raises
    UnreadableDate for days that do not exist, for `5/4/2018`, which has two readings, and for anything else.
    """
    if isinstance(value, str) and (iso := _ISO_DAY.match(value)):  # nearly every date, so first and fast
        try:
            return _iso_day(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            pass  # there may be another piece
    text = text_value(value)
    if text is None or text.lower() in FLAGS:
        return None
    unreadable = UnreadableDate("date", f'cannot read the date "{_shortened(text)}"', "write it like 2024-11-27")
    for found in _DATE.finditer(text):
        try:
            return _iso(found)
        except UnreadableDate as ambiguous:
            unreadable = ambiguous
        except ValueError:
            unreadable = UnreadableDate("date", f'the day "{found[0]}" does not exist', "write one like 2024-11-27")
    if whole := _whole_value(text):
        return whole
    raise unreadable


def file_name_date(stem: str) -> tuple[str | None, str]:
    """The day or month that begins a file name without extension, and the rest: `2024-11-27-vote` → day, `vote`."""
    found = re.match(r"(\d{4})([-_.]?)(\d\d)(?:\2(\d\d))?(?!\d)[-_ .]*", stem, re.ASCII)
    if found and (found[4] or found[2]):
        year, month, day = int(found[1]), int(found[3]), int(found[4] or 1)
        try:
            return _iso_day(year, month, day)[: 10 if found[4] else 7], stem[found.end() :]
        except ValueError:
            pass
    return None, stem


def is_later(day: str | None, limit: str | None) -> bool:
    """Whether `day` is certainly after `limit`, both ISO days: by more than the one day that time zones explain."""
    if not (day and limit and len(day) == len(limit) == 10):
        return False
    return date.fromisoformat(day) - date.fromisoformat(limit) > timedelta(days=1)


def _iso(found: re.Match[str]) -> str:
    """The day or month in a match of `_DATE`. Raises ValueError if there is none such, UnreadableDate for two."""
    part = found.groupdict()
    if part["y8"]:
        return _numeric_day(part["a"], part["b"], part["y8"], part["sep"])
    if part["y7"]:
        return _iso_day(int(part["y7"]), _month_number(part["m7"]), 1)[:7]
    form = next(number for number in "123456" if part["y" + number])
    return _iso_day(int(part["y" + form]), _month_number(part["m" + form]), int(part["d" + form]))


def _numeric_day(a: str, b: str, y: str, separator: str) -> str:
    """`13/02/2024` has one reading, `5/4/2018` two; with dots, `5.4.2018`, the day comes first."""
    first, second, year = int(a), int(b), int(y)
    if first != second and max(first, second) <= 12 and separator != ".":
        written = separator.join((a, b, y))
        readings = f"{_iso_day(year, second, first)} or {_iso_day(year, first, second)}"
        raise UnreadableDate("ambiguous-date", f'"{written}" may be {readings}', "write the one meant")
    day, month = (second, first) if second > 12 else (first, second)
    return _iso_day(year, month, day)


def _whole_value(text: str) -> str | None:
    """A year, a month or seconds since 1970, if that is all the value is."""
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return text if int(text) in PLAUSIBLE_YEARS else None
    if month := _WHOLE_MONTH.fullmatch(text):
        year, number = int(month["year"] or month["year2"]), int(month["month"] or month["month2"])
        return f"{year}-{number:02}" if year in PLAUSIBLE_YEARS and 1 <= number <= 12 else None
    if epoch := _EPOCH.fullmatch(text):
        seconds = int(epoch[1]) / (1000 if len(epoch[1]) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return None


def _iso_day(year: int, month: int, day: int) -> str:
    if year not in PLAUSIBLE_YEARS:
        raise ValueError(f"no article is from the year {year}")
    return date(year, month, day).isoformat()


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
