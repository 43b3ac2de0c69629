"""Clauses: where one begins or ends around a reporting word and a quoted stretch."""

from __future__ import annotations

from collections.abc import Sequence

from kit.quotes import cues
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    PREPOSITION,
    PUNCTUATION,
    QUOTE_WORD,
    QUOTED,
    VERB,
)
from kit.quotes.parsing.reading import Reading

VOICED = cues.SAYING | cues.TELLING | {"express"}
ATTRIBUTING = VOICED | {"call", "describe"}  # whose subject's words follow, even where another one reports that
LONGEST_LEAD = 8  # tokens between a reporting word and its colon: on Facebook on Monday
_LONGEST_RELATIVE = 12
_ASIDE = frozenset(["according", "inverted", "subject"])
_LEADING = frozenset(["subject", "joined", "participle", "relative"])
_SPOKEN = VOICED | cues.ASKING | cues.SPEAKING
_OTHERS = 4  # frames of a sentence that are looked at
_LONGEST_LISTENER = 6  # tokens: the packed court how
_LONGEST_QUESTION = 10  # tokens
_JOINING = frozenset(["although", "and", "but", "though", "whereas", "while", "yet"])
_BEGINNING = _JOINING | {";"}


def closes_sentence(reading: Reading, frame: Frame) -> bool:
    """Does "…, Kim said." or "…, said a cook who asked not to be named." end the sentence, so that all is reported?"""
    if frame.relation not in {"subject", "inverted", "according"}:
        return False
    first, last = reading.story.sentence_tokens[reading.story.sentence_of[frame.cue]]
    lower = reading.story.lower
    return (
        frame.first > first
        and lower[frame.first - 1] in (",", QUOTE_WORD)
        and last - frame.last <= (_LONGEST_RELATIVE if lower[frame.last : frame.last + 1] == ["who"] else 4)
        and not reading.has_quote(frame.last, last)
    )


def announced(reading: Reading, sentence: int) -> Mention | None:
    """Return Lund in "When Kim objected, Lund asked:", whose words begin the next paragraph."""
    frames = reading.frames_in.get(sentence)
    colon = reading.story.sentence_tokens[sentence].end - 1 if frames else 0
    if not frames or reading.story.lower[colon] != ":" or frames[-1].passive:
        return None
    frame = frames[-1]
    told = frame.lemma in cues.TELLING and colon - frame.last <= _LONGEST_LISTENER
    told = told and not has_verb(reading, frame.last, colon)
    saying = frame.lemma in cues.SAYING | cues.TELLING | cues.ASKING
    return frame.source if saying and frame.relation == "subject" and (told or frame.last == colon) else None


def whose_answer(reading: Reading, sentence: int) -> Mention | None:
    """Return Lund for the words behind "Lund's verdict?" and "The verdict of Lund on that?", without a verb."""
    first, last = reading.story.sentence_tokens[sentence]
    frames = reading.frames_in.get(sentence, ())
    if not frames or last - first > _LONGEST_QUESTION:
        return None
    flags, lower, frame = reading.story.flags, reading.story.lower, frames[-1]
    own = frame.shape == "base" and reading.story.possessive(frame.cue - 1)  # the message of "Lund's message to us?"
    if not (own or frame.relation in ("maker", "owner")):
        return None
    others = (token for token in range(first, last) if not frame.first <= token < frame.last and lower[token] != "to")
    if any(flags[token] & (VERB | AUXILIARY) for token in others):
        return None
    return frame.source if frame.last >= last - 1 or flags[frame.last] & PREPOSITION else None


def interrupts(reading: Reading, frame: Frame, token: int) -> bool:
    """Is it the "he said" of "The promise, he said, is “firm.”", which holds for the stretch at `token` as well?"""
    lower = reading.story.lower
    first, _ = reading.story.sentence_tokens[reading.story.sentence_of[frame.cue]]
    inside = first < frame.first and frame.last < token
    return inside and frame.relation in _ASIDE and lower[frame.first - 1] == lower[frame.last] == ","


def led_by_colon(reading: Reading, frames: Sequence[Frame], token: int) -> Mention | None:
    """Return Kim in "Kim denied it, adding on Monday: “…,” the paper reported", which only passes her words on."""
    if reading.story.lower[token - 1] != ":":
        return None
    for frame in frames:
        told = frame.last < token and frame.lemma in VOICED and frame.relation in _LEADING
        if told and few_words(reading, frame.last, token - 1):
            return frame.source
    return None


def outer_source(reading: Reading, sentence: int) -> Mention | None:
    """Return Kim in "Kim said that Lund had phoned her.", whose words follow in marks; not where Lund had said it."""
    frames = reading.frames_in.get(sentence, ())
    if len(frames) < 2 or frames[0].lemma not in VOICED or frames[0].relation not in ("distant", "subject"):
        return None
    outer = frames[0]
    if outer.passive or reading.has_quote(*reading.story.sentence_tokens[sentence]):
        return None
    others = [frame for frame in frames[1:] if frame.source is not outer.source]
    reported = all(frame.lemma not in _SPOKEN and begins_clause_of(reading, frame, outer) for frame in others[:_OTHERS])
    return outer.source if others and reported else None


def who_is_asked(reading: Reading, sentence: int) -> Mention | None:
    """Return Lund in "Kim asked Lund why" and "Lund was asked why", who answers behind."""
    asked = (each for each in reading.mentions_in.get(sentence, ()) if reading.how_asked(each) in ("o", "s"))
    mention = next(asked, None)
    return None if mention is None else mention.described or mention


def asker(reading: Reading, frame: Frame, token: int) -> Mention | None:
    """Return Kim in "Kim asked her deputy, Lund, “…?”", whoever answers behind."""
    asks = frame.lemma in cues.ASKING and frame.relation == "subject" and not frame.passive
    leads = asks and reading.story.lower[token - 1] in (",", ":") and few_words(reading, frame.last, token - 1)
    return frame.source if leads else None


def few_words(reading: Reading, first: int, last: int) -> bool:
    """Do only a few words stand between two tokens, none of them a verb: reporters in Oslo on Monday?"""
    between = reading.story.flags[first:last]
    return len(between) <= LONGEST_LEAD and not any(bits & (VERB | QUOTED) for bits in between)


def begins_clause_of(reading: Reading, frame: Frame, outer: Frame) -> bool:
    """Is a frame what an outer one reports: "Kim said that Lund told", "Kim told the court Lund had called it"?"""
    between = reading.story.lower[outer.last : frame.first]
    if "that" in between:
        return True
    if outer.lemma in cues.TELLING:
        return len(between) <= _LONGEST_LISTENER and not has_verb(reading, outer.last, frame.first)
    if outer.lemma == "hear":
        return between in ([], ["how"])  # the court heard how Lund told
    return not between and outer.lemma in VOICED


def has_verb(reading: Reading, first: int, last: int) -> bool:
    """Does a verb, a mark or a quotation stand among these tokens? The hearing is no verb."""
    flags = reading.story.flags
    return any(
        flags[token] & (QUOTED | PUNCTUATION) or (flags[token] & VERB and not flags[token - 1] & DETERMINER)
        for token in range(first, last)
    )


def clause_begins(reading: Reading, first: int, last: int) -> bool:
    """Does a clause with a subject of its own begin among these tokens: ", while Kim", "“…” but Kim"?"""
    lower, flags = reading.story.lower, reading.story.flags
    if _BEGINNING.isdisjoint(lower[first:last]):
        return False
    return any(
        lower[token] == ";"
        or (
            lower[token] in _JOINING
            and bool(lower[token - 1] == "," or flags[token - 1] & QUOTED)
            and not flags[token + 1] & (QUOTED | VERB | AUXILIARY | ADVERB)
        )
        for token in range(max(first, 1), min(last, len(lower) - 1))
    )


def clause_joined(reading: Reading, first: int, last: int) -> bool:
    """Does another clause begin between two tokens: and had made, but would not?"""
    lower, flags = reading.story.lower, reading.story.flags
    return any(lower[token] in ("and", "but") and flags[token + 1] & AUXILIARY for token in range(first, last - 1))


def joined_to_quote(reading: Reading, token: int) -> bool:
    """Is it the second of “Shame!” and “Free them!”?"""
    story = reading.story
    return token > 1 and story.lower[token - 1] in ("and", "or", ",") and bool(story.flags[token - 2] & QUOTED)
