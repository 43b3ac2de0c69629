"""iCalendar (RFC 5545): every entry of a timeline an all-day event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kit.formats.identity import identified
from kit.labels import kind_word, written
from kit.records import Entry
from kit.text.visible import visible

# A line has at most so many octets; the rest goes on in the next, behind a space.
OCTETS = 75
LONGEST_SUMMARY = 120


def to_ics(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of a calendar, each with the CR that the format wants before the line's end.

    A vague date lasts as long as it may mean: "October 2024" is 31 days. The same entries give the same lines.
    """
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kit//kit timeline//EN", "CALSCALE:GREGORIAN"]
    for line in head:
        yield line + "\r"
    for id_, entry in identified(entries):
        for line in _event(id_, entry):
            yield from (part + "\r" for part in _folded(line))
    yield "END:VCALENDAR\r"


def _event(id_: str, entry: Entry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{id_}@kit"
    # When it was made must be told; for what an article says, that is when it appeared.
    yield f"DTSTAMP:{_first_day(entry['published'] or entry['date'])}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_first_day(entry['date'])}"
    if behind := _day_after(entry["date_end"]):
        yield f"DTEND;VALUE=DATE:{behind}"
    yield f"SUMMARY:{_escape(_summary(entry))}"
    yield f"DESCRIPTION:{_escape(_description(entry))}"
    yield f"CATEGORIES:{kind_word(entry)}"
    if entry["url"] and re.fullmatch(r"https?://[!-~]+", entry["url"]):
        yield f"URL:{entry['url']}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(entry: Entry) -> str:
    text = entry["text"] if entry["kind"] != "quote" else f"{entry['speaker'] or 'Somebody'}: {entry['expression']}"
    if entry["precision"] != "day":
        text = f"{written(entry['date'], entry['date_end'], entry['precision'])}: {text}"
    text = " ".join(visible(text).split())
    return text if len(text) <= LONGEST_SUMMARY else text[:LONGEST_SUMMARY].rpartition(" ")[0] + " …"


def _description(entry: Entry) -> str:
    origin = ", ".join(part for part in (entry["title"], entry["source"], entry["published"]) if part)
    return "\n".join(map(visible, (entry["text"], origin, f"{entry['file']}:{entry['line']}")))


def _first_day(day: str) -> str:
    return (day + "-01-01"[len(day) - 4 :]).replace("-", "")


def _day_after(day: str) -> str | None:
    """The end of an event is the first day that does not belong to it; None if the calendar has no such day."""
    try:
        return (date.fromisoformat(day) + timedelta(1)).isoformat().replace("-", "")
    except OverflowError:
        return None


def _escape(text: str) -> str:
    return re.sub(r"[\\;,]", r"\\\g<0>", text).replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, none of which ends within a character."""
    octets, room, indent = line.encode("utf-8", "replace"), OCTETS, ""
    while len(octets) > room:
        end = room
        while octets[end] & 0b1100_0000 == 0b1000_0000:
            end -= 1
        yield indent + octets[:end].decode()
        octets, room, indent = octets[end:], OCTETS - 1, " "
    yield indent + octets.decode()
