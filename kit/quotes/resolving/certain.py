"""Pronouns beside a quotation for which the sentence before leaves no choice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kit.quotes import cues
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.anaphor import own_stretch
from kit.quotes.resolving.discourse import NOBODY

_QUESTIONS = frozenset(["about", "how", "if", "what", "when", "where", "whether", "who", "why"])
_SPOKEN_OF = {
    "m": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "f": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
}
_TELLING_OF = cues.SAYING | cues.TELLING
_JOINING = frozenset([",", ";", "and", "but", "though", "whereas", "while"])
_LOOKED_THROUGH = 600  # characters of a quotation


def who_was_asked(reading: Reading, mention: Mention) -> int:
    """Return Lund for the he of "Kim asked Lund if he knew. “No,” he said", "Lund was asked why. “Rain,” he said"."""
    story = reading.story
    sentence = story.sentence_of[mention.first] - 1
    if sentence not in reading.examining or mention.gender not in ("m", "f") or mention not in reading.frames_of:
        return NOBODY
    if reading.has_quote(*story.sentence_tokens[sentence]):
        return NOBODY
    if not reading.has_quote(story.sentence_tokens[sentence].end, mention.first):
        return NOBODY
    opens = story.lower[story.sentence_tokens[sentence].start] in cues.EXAMINING  # "Asked by Kim, Lund shrugged"
    for each in reading.mentions_in.get(sentence, ()):
        how = reading.how_asked(each)
        behind = each.last + 2 if how == "s" else each.last
        if how not in ("o", "s") or each.person == NOBODY or not (opens or story.lower[behind] in _QUESTIONS):
            continue
        person = reading.people[each.person]
        agrees = person.gender in ("", mention.gender) and not person.organisation
        return each.person if agrees else NOBODY
    return NOBODY


def teller(reading: Reading, mention: Mention) -> int:
    """Return Kim for the he of "Kim said Lund was late. “He overslept,” he said", as the other one is spoken of."""
    story, spoken_of = reading.story, _SPOKEN_OF.get(mention.gender)
    sentence = story.sentence_of[mention.first]
    before = reading.frames_in.get(sentence - 1)
    if not before or spoken_of is None or mention not in reading.frames_of:
        return NOBODY
    source = before[0].source
    if source.person == NOBODY or before[0].relation not in ("according", "distant", "subject") or before[0].passive:
        return NOBODY
    if (before[0].lemma not in _TELLING_OF and before[0].relation != "according") or _another_reports(reading, before):
        return NOBODY
    own = own_stretch(reading, reading.quote_before(mention.first), sentence)
    if own is None or story.quote_tokens[own] > mention.first:
        return NOBODY
    stretch, person = reading.stretches[own], reading.people[source.person]
    told = spoken_of.search(reading.text, stretch.start, min(stretch.end, stretch.start + _LOOKED_THROUGH))
    agrees = person.gender == mention.gender and not person.organisation
    return source.person if told is not None and agrees else NOBODY


def _another_reports(reading: Reading, frames: Sequence[Frame]) -> bool:
    """Does another one report behind the first: "Kim said he was late, but Lund replied that he was not"?"""
    lower, said = reading.story.lower, frames[0]
    others = (each.source for each in frames[1:] if each.source.person != said.source.person)
    return any(source.first - 1 > said.last and lower[source.first - 1] in _JOINING for source in others)
