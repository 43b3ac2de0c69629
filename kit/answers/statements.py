"""Quotations as statements: pieces put together, and the same words in several articles found to be the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from kit.records import Quotation
from kit.text.names import fold

# Two wordings are one statement if at least this share of the words is the same, as difflib counts them.
ALIKE = 0.75
# Shorter ones are the same only if they are equal: "very important" may well be said twice.
FEWEST_WORDS = 5
# Wordings are only compared if they share so many words in a row.
SHINGLE = 3


class Statement(NamedTuple):
    """What somebody said at one place in one article, in one piece or several."""

    pieces: tuple[Quotation, ...]

    @property
    def words(self) -> list[str]:
        """The words in it as they stand there."""
        return [word for piece in self.pieces for word in piece["quote"].split()]


def statements_of(quotations: Iterable[Quotation]) -> list[Statement]:
    """The quotations, those in a row that are pieces of one statement together, in the same order."""

    def place(quotation: Quotation) -> tuple[object, ...]:
        return quotation["file"], quotation["utterance"], quotation["speaker"], quotation["kind"] == "indirect"

    return [Statement(tuple(pieces)) for _, pieces in groupby(quotations, key=place)]


def same_statements(statements: Sequence[Statement]) -> list[list[Statement]]:
    """One speaker's statements, those with the same or nearly the same words in different articles together.

    In the order of the first of each; of those together, that is the first one.
    """
    families: list[list[Statement]] = []
    by_shingle: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for statement in statements:
        folded = _folded(statement)
        keys = [tuple(folded[i : i + SHINGLE]) for i in range(len(folded) - SHINGLE + 1)] or [tuple(folded)]
        near = dict.fromkeys(number for key in keys for number in by_shingle[key])
        number = next((n for n in near if _fits(families[n], statement, folded)), len(families))
        if number == len(families):
            families.append([])
            for key in keys:
                by_shingle[key].append(number)
        families[number].append(statement)
    return families


def differences(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, bool]]:
    """The second wording, cut where it begins or ends to differ from the first: its stretches and whether they do."""
    matcher = SequenceMatcher(None, [fold(word) for word in one], [fold(word) for word in other], autojunk=False)
    parts: list[tuple[str, bool]] = []
    for tag, _, _, start, end in matcher.get_opcodes():
        if end > start:
            parts.append((" ".join(other[start:end]), tag != "equal"))
        elif tag == "delete":
            parts.append(("…", True))
    return parts


def _folded(statement: Statement) -> list[str]:
    return [folded for word in statement.words if (folded := fold(word))]


def _fits(family: Sequence[Statement], statement: Statement, folded: list[str]) -> bool:
    if any(statement.pieces[0]["file"] == other.pieces[0]["file"] for other in family):
        return False
    first = _folded(family[0])
    if first == folded:
        return True
    if min(len(first), len(folded)) < FEWEST_WORDS:
        return False
    # One article may give the beginning and another all of it.
    same = sum(size for *_, size in SequenceMatcher(None, first, folded, autojunk=False).get_matching_blocks())
    return same >= ALIKE * min(len(first), len(folded)) and same >= FEWEST_WORDS
