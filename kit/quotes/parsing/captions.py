"""Captions: names that stand alone above what somebody said, as in a round of reactions.

**Ana Kim, mayor of Oslo** ⏎ “We sail.”
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kit.models import Span
from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import Narrative
from kit.quotes.parsing.person import fold
from kit.quotes.parsing.spans import Stretch
from kit.quotes.parsing.turns import is_label

_FEWEST = 2
_LONGEST = 120  # characters
_NO_END = frozenset('.,;?!…”"’')


def find_captions(
    text: str,
    blocks: Sequence[Span],
    stretches: Sequence[Stretch],
    story: Narrative,
    mentions_in: Mapping[int, Sequence[Mention]],
) -> dict[int, Mention]:
    """Return paragraph → the name above it, for those that a quotation opens and those of marks that follow it.

    Nothing where fewer than two stand like that, or where the first one stands below a quotation, as a signature does.
    """
    quoting = {each.paragraph for each in stretches}
    above = [number - 1 for number in quoting if _is_short(text, blocks, number - 1)]
    if len(above) < _FEWEST:
        return {}
    opening = {each.paragraph for each in stretches if each.outer_start - blocks[each.paragraph].start < 2}
    above = sorted(number for number in above if number + 1 in opening)
    if len(above) < _FEWEST or above[0] - 1 in opening:
        return {}
    names = {number: _named(story, number, mentions_in) for number in above}
    if sum(_is_somebody(name) for name in names.values() if name) < _FEWEST:
        return {}
    under: dict[int, Mention] = {}
    for number, name in names.items():
        paragraph = number + 1
        while name and paragraph in opening:
            under[paragraph] = name
            paragraph += 1
    return under


def _is_short(text: str, blocks: Sequence[Span], number: int) -> bool:
    """Is there such a paragraph, a short one that no punctuation ends?"""
    if number < 0 or blocks[number].end - blocks[number].start > _LONGEST:
        return False
    return text[blocks[number].end - 1] not in _NO_END


def _named(story: Narrative, paragraph: int, mentions_in: Mapping[int, Sequence[Mention]]) -> Mention | None:
    """Return who is named where a paragraph is somebody's name, and a role or an age at most."""
    first, end = story.paragraph_tokens(paragraph)
    end -= end > first and story.lower[end - 1] == ":"
    if first == end or not is_label(story, first, end):
        return None
    named = (each for each in mentions_in.get(story.sentence_of[first], ()) if each.kind == "name")
    return next((each for each in named if not each.place), None)


def _is_somebody(name: Mention) -> bool:
    """Does a role or a known given name show that somebody is called so?"""
    known = " " in name.name and fold(name.name.split()[0]) in cues.GIVEN_NAMES
    return not name.organisation and (known or bool(name.roles))
