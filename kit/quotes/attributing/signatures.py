"""Signatures: the name behind a dash below or behind what somebody said."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.attributing.candidates import Place
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import AUXILIARY, PREPOSITION, PUNCTUATION, VERB
from kit.quotes.parsing.reading import Reading

_LONGEST_SIGNATURE = 15  # tokens


def signed(reading: Reading, place: Place) -> Mention | None:
    """Return whose name stands behind a dash below a quotation, or right behind it in a paragraph that it opens."""
    if place.whole_paragraph:
        return _signed_below(reading, place)
    return _signed_behind(reading, place) if place.opens else None


def _signed_behind(reading: Reading, place: Place) -> Mention | None:
    """Return Kim in “We sail.” – Mayor Kim."""
    frames = reading.frames_in.get(place.sentence + 1, ())
    behind = [each for each in frames if each.relation == "signature" and each.cue == place.token + 1]
    return behind[0].source if behind and behind[0].source.kind == "name" else None


def _signed_below(reading: Reading, place: Place) -> Mention | None:
    """Return Kim where the paragraph below a quotation is no more than "— Kim, a teacher"."""
    story = reading.story
    number = place.paragraph + 1
    if number == len(story.paragraph_sentences):
        return None
    first, last = story.paragraph_tokens(number)
    if last - first > _LONGEST_SIGNATURE or any(bits & (VERB | AUXILIARY) for bits in story.flags[first:last]):
        return None
    dash = first < last and story.lower[first] in cues.DASHES
    start = reading.blocks[number].start
    listed = reading.text[reading.text.rfind("\n", 0, start) + 1 : start].strip() in cues.DASHES  # as Markdown sees it
    if not (dash or listed):
        return None
    signed = (mention for mention in reading.mentions_in.get(story.sentence_of[first], ()) if not mention.within)
    mention = next(signed, None)
    if mention is None or mention.first != first + dash or mention.kind != "name":
        return None
    return mention if mention.last >= last or story.flags[mention.last] & (PUNCTUATION | PREPOSITION) else None
