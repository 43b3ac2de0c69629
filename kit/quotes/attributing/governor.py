"""The word that governs a stretch in marks: the verb or noun before it that can say what it is."""

from __future__ import annotations

from dataclasses import dataclass

from kit.quotes import cues
from kit.quotes.parsing.narrative import AUXILIARY, CUE_NOUN, QUOTED, VERB
from kit.quotes.parsing.reading import Reading

_REACH = 8  # tokens before a stretch among which the word that governs it is sought


@dataclass(slots=True)
class Governor:
    """The nearest word before a stretch that can say what it is: a verb, or a noun such as song or sign."""

    word: str
    lemma: str
    group: str  # say, name, work, sign, noun, verb, be or none
    gap: int
    token: int


_NOTHING = Governor("-", "-", "none", 0, -1)


def governor_of(reading: Reading, token: int, first: int) -> Governor:
    """Return the word that governs the stretch at `token`, as far as the order of the words shows."""
    story = reading.story
    for place in range(token - 1, max(first, token - _REACH) - 1, -1):
        word, bits = story.lower[place], story.flags[place]
        if bits & QUOTED:
            break
        group = _group(word, bits)
        if group:
            return Governor(word, cues.VERBS.get(word, word), group, token - place - 1, place)
    return _NOTHING


def _group(word: str, bits: int) -> str:
    if word in cues.SURFACES:
        return "sign"
    if word in cues.WORKS:
        return "work"
    if word in cues.NAMING:
        return "name"
    if cues.VERBS.get(word) in cues.SAYING:
        return "say"
    if bits & CUE_NOUN:
        return "noun"
    if bits & VERB:
        return "verb"
    return "be" if bits & AUXILIARY else ""
