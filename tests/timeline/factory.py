"""Entries of a timeline with defaults, so that a row of a table says only what matters."""

from __future__ import annotations

from calendar import monthrange
from typing import Any

from kit.records import Entry


def entry(date: str = "2024-11-21", text: str = "It rained.", **more: Any) -> Entry:
    """An entry for a day, a month or a year; `expression` is marked where it first stands in the text."""
    first, last, precision = _period(date)
    expression = more.get("expression")
    at = text.find(expression) if expression else -1
    values: dict[str, Any] = {
        "file": "articles/a.md",
        "line": 7,
        "start": 10,
        "end": 16,
        "title": "Rain",
        "published": "2024-11-27",
        "source": "The Daily",
        "url": None,
        "kind": "event",
        "date": first,
        "date_end": last,
        "precision": precision,
        "expression": expression,
        "text": text,
        "highlights": [(at, at + len(expression))] if expression and at >= 0 else [],
        "future": False,
        "speaker": None,
    }
    return Entry(**(values | more))  # type: ignore[typeddict-item]


def _period(date: str) -> tuple[str, str, str]:
    if len(date) == 4:
        return f"{date}-01-01", f"{date}-12-31", "year"
    if len(date) == 7:
        return f"{date}-01", f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]}", "month"
    return date, date, "day"
