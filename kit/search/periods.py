"""Partial dates as people type them: `2024`, `2024-11` and `2024-11-27` are periods with a first and a last day."""

from __future__ import annotations

import re

from kit.errors import BadQuery

_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


def first_and_last_day(typed: str, option: str) -> tuple[str, str]:
    """The ISO days between which a period lies, both included.

    Raises BadQuery, naming the option, if it is no period.
    """
    from calendar import monthrange

    match = _PARTIAL.fullmatch(typed.strip())
    year, month, day = (int(part) if part else None for part in match.groups()) if match else (None, None, None)
    if year and (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= monthrange(year, month or 1)[1]):
        last_month = month or 12
        last_day = day or monthrange(year, last_month)[1]
        return f"{year:04}-{month or 1:02}-{day or 1:02}", f"{year:04}-{last_month:02}-{last_day:02}"
    raise BadQuery(f"--{option} {typed}: not a date; write 2024, 2024-11 or 2024-11-27")
