"""A timeline drawn on a terminal: a rail from the oldest to the newest, with a sparkline of the whole span above it.

Published, happened, announced and said are told apart by their marks, so that it can be read without colour as well;
what lay ahead when it was written has a broken rail beside it.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, zip_longest
from pathlib import Path

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from kit.answers.same_event import Report, merge
from kit.labels import (
    Grain,
    Key,
    KindWord,
    key_of,
    kind_word,
    written,
    written_key,
    written_within,
)
from kit.records import Entry
from kit.screen.render import MATCH, QUIET, TITLE, file_link
from kit.screen.sparkline import Sparkline
from kit.text.visible import visible

MARKS: dict[KindWord, str] = {"published": "■", "happened": "●", "announced": "○", "said": "❝"}
STYLES: dict[KindWord, Style] = {
    "published": Style(color="blue"),
    "happened": Style(bold=True),
    "announced": Style(color="cyan"),
    "said": Style(color="magenta"),
}
RAIL, RAIL_AHEAD, RAIL_BROKEN = "│", "┊", "┆"
TODAY = Style(color="green")
# Columns for the day, and for everything left of the sentence: the day, a space, the rail, a space.
DAYS = 10
LEFT = DAYS + 3
# Wider than this, lines are hard to read.
WIDEST = 110
# A sentence is shown up to this length; of a longer one, what stands around the date.
LONGEST = 280
# So many days without anything are worth a word, by the periods of the headings.
GAPS: dict[Grain, int] = {"day": 7, "week": 21, "month": 62, "year": 2 * 366}

_DOT = " · "


def draw_timeline(
    entries: Sequence[Entry], root: Path, *, today: date, by: Grain, each: bool = False
) -> RenderableType:
    """The entries, in the order given, beside a rail that has a heading for each period of `by`.

    What several articles tell of one day stands once, unless `each` is set.
    """
    reports = [Report(entry, []) for entry in entries] if each else merge(entries)
    rail = _Rail(reports, root, today.isoformat(), by)
    sparkline = Sparkline(entries)
    above: list[RenderableType] = [sparkline, Text()] if sparkline.is_telling else []
    return Constrain(Group(*above, _legend([report.entry for report in reports]), rail), WIDEST)


def _legend(entries: Sequence[Entry]) -> Text:
    counts = Counter(map(kind_word, entries))
    legend = Text()
    for word, mark in MARKS.items():
        if counts[word]:
            legend.append(mark, style=STYLES[word])
            legend.append(f" {word} ")
            legend.append(f"{counts[word]:,}   ", style=QUIET)
    return legend


class _Rail:
    """The entries one below the other, with the days on the left of the rail and what happened on its right."""

    def __init__(self, reports: Sequence[Report], root: Path, today: str, by: Grain) -> None:
        self._reports = reports
        self._root = root
        self._today = today
        self._by = by

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        # What is vague (a year, a season) stands between the months, so one period may have several headings.
        counts = iter([len(list(reports)) for _, reports in groupby(self._reports, self._key)])
        place_of_today = _place_of_today([report.entry["date"] for report in self._reports], self._today)
        before: Report | None = None
        for place, report in enumerate(self._reports):
            since = before and before.entry["date"]
            if place == place_of_today:
                yield from self._now(since, options.max_width)
                since = self._today
            is_new_period = before is None or self._key(before) != self._key(report)
            is_new_day = is_new_period or before is None or _when(before.entry) != _when(report.entry)
            if is_new_period:
                yield _gap(since, report.entry["date"], self._by)
                yield _heading(self._key(report), next(counts), options.max_width)
            elif is_new_day:
                yield _rail()
            told = Group(_words(report), _Origin(report, self._root))
            # A heading that is a day has said it.
            is_said = not is_new_day or self._key(report).grain == "day"
            yield _Beside(report.entry, "" if is_said else _when(report.entry), told)
            before = report
        if place_of_today == len(self._reports):
            yield from self._now(before and before.entry["date"], options.max_width)

    def _now(self, since: str | None, width: int) -> Iterator[Text]:
        yield _gap(since, self._today, self._by)
        day = written(self._today, self._today, "day")
        yield Text(f"{'today':>{DAYS}} ┿ {day} ", style=TODAY, no_wrap=True).append("╌" * (width - LEFT - len(day) - 1))

    def _key(self, report: Report) -> Key:
        return key_of(report.entry["date"], report.entry["precision"], self._by)


class _Beside:
    """What another renderable draws, with the day, the mark and the rail on its left."""

    def __init__(self, entry: Entry, when: str, inner: RenderableType) -> None:
        self._entry = entry
        self._when = when
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        word = kind_word(self._entry)
        rail = RAIL_AHEAD if word == "announced" else RAIL
        # A day is not divided from its month.
        whole = re.sub(r"(?<=\d) (?=[A-Z])", "\xa0", self._when)
        days = [line.replace("\xa0", " ") for line in textwrap.wrap(whole, DAYS)]
        lines = console.render_lines(self._inner, options.update(width=max(20, options.max_width - LEFT)), pad=False)
        for number, (day, line) in enumerate(zip_longest(days, lines)):
            yield Segment(f"{day or '':>{DAYS}} ", TITLE)
            yield Segment(MARKS[word], STYLES[word]) if number == 0 else Segment(rail, QUIET)
            yield Segment(" ")
            yield from line or []
            yield Segment.line()


def _heading(key: Key, count: int, width: int) -> Text:
    title, number = written_key(key), f"{count:,}"
    heading = Text(title, style=TITLE, no_wrap=True)
    return heading.append(
        f" {'─' * (width - len(title) - len(number) - 2)} {number}", style=Style(bold=False, dim=True)
    )


def _when(entry: Entry) -> str:
    return written_within(entry["date"], entry["date_end"], entry["precision"])


def _words(report: Report) -> Text:
    """The sentence with its date marked, or what was said; of a long one, what stands around that."""
    entry = report.entry
    sentence, style = entry["text"], MATCH if entry["kind"] == "event" else TITLE
    if entry["kind"] == "published":
        return Text(visible(sentence), style=TITLE)
    marks = [tuple(mark) for e in (entry, *report.others) if e["text"] == sentence for mark in e["highlights"]]
    first, last = _shown(sentence, entry["highlights"][0] if marks else (0, 0))
    text, at = Text("… " if first else ""), first
    for start, end in sorted(marks):
        text.append(visible(sentence[at : max(at, min(start, last))]))
        text.append(visible(sentence[max(at, min(start, last)) : max(at, min(end, last))]), style=style)
        at = max(at, min(end, last))
    return text.append(visible(sentence[at:last])).append(" …" if last < len(sentence) else "")


def _shown(sentence: str, mark: tuple[int, int]) -> tuple[int, int]:
    """Which part of a sentence to show: all of a short one, else what stands around the mark, cut between words."""
    if len(sentence) <= LONGEST:
        return 0, len(sentence)
    start, end = mark
    end = min(end, start + LONGEST)
    room = LONGEST - (end - start)
    before = min(start, max(room // 2, room - (len(sentence) - end)))
    first, last = start - before, min(len(sentence), end + room - before)
    if first:
        first = sentence.find(" ", first, start) + 1 or start
    if last < len(sentence):
        last = max(sentence.rfind(" ", start, last + 1), min(end, last))
    return first, last


class _Origin:
    """Where it is told: how many articles tell it, their outlets, and a link; on one line if there is room."""

    def __init__(self, report: Report, root: Path) -> None:
        entries = [report.entry, *report.others]
        outlets = list(dict.fromkeys(visible(e["source"]) for e in entries if e["source"]))
        articles = len({e["file"] for e in entries})
        self._who = Text()
        if report.entry["speaker"]:
            self._who.append(visible(report.entry["speaker"]))
        if articles > 1:
            several = f"{len(outlets)} outlets" if len(outlets) > 1 else f"{articles} articles"
            self._who.append(_DOT if self._who else "").append(several)
        if outlets:
            self._who.append(_DOT if self._who else "").append(", ".join(outlets), style=QUIET)
        self._place = file_link(report.entry["file"], report.entry["line"], root)
        self._place.stylize(QUIET)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self._who and self._who.cell_len + 3 + self._place.cell_len <= options.max_width:
            yield Text().append(self._who).append(_DOT).append(self._place)
        else:
            yield from (self._who, self._place) if self._who else (self._place,)


def _place_of_today(dates: Sequence[str], today: str) -> int | None:
    """Before which entry the line for today stands; None where the entries are not in order of time."""
    ahead = [day > today for day in dates]
    if list(dates) == sorted(dates):
        return ahead.index(True) if True in ahead else len(dates)
    if list(dates) == sorted(dates, reverse=True):
        return ahead.index(False) if False in ahead else len(dates)
    return None


def _gap(first: str | None, second: str, by: Grain) -> Text:
    """The rail between two periods, with the time between them if it is long; before the first, nothing."""
    if first is None:
        return Text()
    days = (date.fromisoformat(second) - date.fromisoformat(first)).days
    if abs(days) < GAPS[by]:
        return _rail()
    lengths = {"years": 365.25, "months": 30.44, "weeks": 7.0, "days": 1.0}
    number, unit = next((int(abs(days) / n), unit) for unit, n in lengths.items() if abs(days) >= 2 * n)
    later = "later" if days > 0 else "earlier"
    return Text(f"{'':{DAYS}} {RAIL_BROKEN} {number} {unit} {later}", style=QUIET)


def _rail() -> Text:
    return Text(f"{'':{DAYS}} {RAIL}", style=QUIET)
