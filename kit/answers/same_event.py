"""What several articles report of one day, put together: the same day and the same words in common.

Two sentences tell of the same event if the cosine of their sets of words reaches THRESHOLD and neither names somebody
or something, or gives a number, where the other has another one: "shares in Norvik fell 12 percent" and "shares in
Tolmar fell 12 percent" are two events. Measured on invented pairs, see tests/timeline/.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from math import sqrt
from typing import NamedTuple

from kit.records import Entry
from kit.search.query.fts5 import stopwords
from kit.text.cjk import grams

THRESHOLD = 0.6
# Fewer words in common than this are no evidence, however short the sentences are.
FEWEST_SHARED = 3

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"['’]s\b")
# Who said so, and on which day, is the same for very different events.
_REPORTING = frozenset("according officials reported reportedly said say saying says told".split())  # noqa: SIM905
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())  # noqa: SIM905
# Words are one if they begin alike, up to this letter: raise, raised, raising.
_STEM = 5


class Words(NamedTuple):
    """The words of a sentence that tell what it is about, cut to stems; and which of them are names or numbers."""

    all: frozenset[str]
    names: frozenset[str]


class Report(NamedTuple):
    """An entry of a timeline with the others that tell the same, in the order in which they were given."""

    entry: Entry
    others: list[Entry]


def merge(entries: Sequence[Entry]) -> list[Report]:
    """Puts together what tells of the same event, in the place of the first; articles that appeared stay apart."""
    reports: list[Report] = []
    by_day: dict[tuple[str, str, str], list[tuple[Words, Report]]] = defaultdict(list)
    index: dict[tuple[str, str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        report = Report(entry, [])
        if entry["kind"] == "published":
            reports.append(report)
            continue
        day = entry["kind"], entry["date"], entry["date_end"]
        words = words_of(_without_date(entry))
        same = _first_same(words, by_day[day], index[day])
        if same:
            same.others.append(entry)
            continue
        for word in words.all:
            index[day][word].append(len(by_day[day]))
        by_day[day].append((words, report))
        reports.append(report)
    return reports


def words_of(sentence: str) -> Words:
    """The telling words of a sentence."""
    common = _common_words()
    found = [word for word in _WORD.findall(_POSSESSIVE.sub("", sentence)) if word.casefold() not in common]
    names = [word for word in found if not word[0].islower()]
    if names and sentence.lstrip("“‘\"' ").startswith(names[0]):
        del names[0]  # a capital that is there because a sentence begins
    stems = frozenset(word.casefold()[:_STEM] for word in found)
    return Words(stems | frozenset(grams(sentence).split()), frozenset(word.casefold()[:_STEM] for word in names))


def tell_the_same(a: Words, b: Words) -> bool:
    """Whether two sentences about one day tell of the same event."""
    shared = len(a.all & b.all)
    if a.all == b.all:
        return shared > 0
    if shared < FEWEST_SHARED or shared < THRESHOLD * sqrt(len(a.all) * len(b.all)):
        return False
    return not (a.names - b.all and b.names - a.all)


def _first_same(words: Words, reports: list[tuple[Words, Report]], index: dict[str, list[int]]) -> Report | None:
    """The first report that tells the same; only those that share enough words are compared."""
    shared = Counter(number for word in words.all for number in index.get(word, ()))
    likely: Iterable[int] = (n for n, count in shared.items() if count >= min(FEWEST_SHARED, len(words.all)))
    return next((reports[n][1] for n in sorted(likely) if tell_the_same(words, reports[n][0])), None)


def _without_date(entry: Entry) -> str:
    """The sentence without its date, which is the same in all; a quotation as it is."""
    text = entry["text"]
    if entry["kind"] == "event":
        for start, end in reversed(entry["highlights"]):
            text = f"{text[:start]} {text[end:]}"
    return text


@cache
def _common_words() -> frozenset[str]:
    return stopwords() | _REPORTING | _DAYS
