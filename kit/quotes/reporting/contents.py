"""Contents: what a reporting word and its source may report without quotation marks.

Accepted shapes, with the content in brackets:

    Kim said [that the dam would hold].           Kim told reporters [it would hold].
    [The dam would hold], Kim said.               [The dam, Kim said, would hold].
    [The dam held], according to the ministry.    According to Kim, [the dam held].
    Kim vowed [to rebuild it].                    Kim condemned [the raids].

Where a content right behind the reporting word ends is left open: at each comma and dash, at the next frame, or with
the sentence. (Conjunctions hardly ever end one.) Other contents hardly ever end at a comma, and one that opens with
"that" nowhere but with the sentence. A content with a quotation in it belongs to that quotation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from kit.quotes import cues
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.narrative import (
    ADVERB,
    AUXILIARY,
    BREAKING,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    VERB,
)
from kit.quotes.parsing.reading import Reading

# Relations of which hardly any content is kept: "Kim:", "Kim's claim", "a letter from Kim", "was told by Kim".
_WITHOUT_CONTENT = frozenset(["agent", "inside", "label", "maker", "owner", "signature"])
_BEHIND_SUBJECT = frozenset(["subject", "distant"])
_CLAUSE_STARTS = frozenset([",", "that", "where", "which", "who", "whose"])
_COMPLEMENTS = frozenset(["that", "whether", "if", "how", "why", "what"])
_SHORTEST, _LONGEST_LEAD, _LONGEST_OBJECT, _LONGEST_CIRCUMSTANCE = 1, 14, 9, 7  # tokens
_MOST_STOPS = 12
_DAY_WORDS = frozenset(
    ["earlier", "early", "last", "late", "later", "next", "on", "over", "in", "this"]
)  # late on Monday
_TYING = frozenset(["about", "against", "at", "for", "of", "off", "on", "out", "to", "upon", "with"])  # hit out at
_OBJECT_PREPOSITIONS = frozenset(["about", "for", "of", "to"])  # what a content may begin with
_NEVER_LAST = PUNCTUATION | CONJUNCTION | ADVERB | AUXILIARY  # in a content, before the next frame
_CIRCUMSTANCES = (cues.SUBORDINATORS - {"if"}) | {"or"}  # wept when it fell


@dataclass(slots=True)
class Report:
    """A frame that may report speech, and the tokens of its content; `shape` says how the content was cut out."""

    frame: Frame
    first: int
    last: int
    shape: str


def reporting_frames(reading: Reading) -> Iterator[tuple[Frame, Frame | None]]:
    """Yield the frames that may report something, each with the next one of its sentence."""
    for frames in reading.frames_in.values():
        for frame, following in zip_longest(frames, frames[1:]):
            if frame.passive or frame.relation in _WITHOUT_CONTENT or _is_noun(reading, frame):
                continue
            if not _behind_quotation(reading, frame):
                yield frame, following


def _behind_quotation(reading: Reading, frame: Frame) -> bool:
    """Is it the verb and the source of "“…,” said Kim" or "“…,” Kim said.", which have their content in marks?"""
    story = reading.story
    if not (frame.first and story.flags[frame.first - 1] & QUOTED):
        return False
    last = story.sentence_tokens[story.sentence_of[frame.cue]].end
    return frame.relation == "inverted" or frame.last >= last - 1


def _is_noun(reading: Reading, frame: Frame) -> bool:
    """Is a reporting verb the noun here: "brushed off calls to resign", "the city's plan to build"?"""
    if frame.shape not in {"base", "s"} or frame.lemma not in cues.NOUNS:
        return False
    lower = reading.story.lower
    if frame.lemma == "call" and lower[frame.cue + 1 : frame.cue + 2] == ["to"]:
        return True
    if frame.shape != "s":
        return False
    if frame.relation == "infinitive":
        return True  # responded to questions
    return frame.relation in _BEHIND_SUBJECT and _governed(reading, frame)


def _governed(reading: Reading, frame: Frame) -> bool:
    """Does a verb of its own stand between a source and the reporting word, or is it taken for the source?"""
    source = frame.source
    if reading.story.lower[source.head].endswith("ing") and reading.story.flags[source.first - 1] & AUXILIARY:
        return True  # are facing calls
    between = range(frame.source.last, frame.cue)
    if any(reading.story.lower[token] in _CLAUSE_STARTS for token in between):
        return False
    return has_verb(reading, frame.source.last, frame.cue)


def reports(reading: Reading, frame: Frame, following: Frame | None) -> list[Report]:
    """Return the contents that a frame may report: where they begin and end is ranked later."""
    story = reading.story
    sentence = story.sentence_of[frame.cue]
    first, end = story.sentence_tokens[sentence]
    while end > first and story.flags[end - 1] & PUNCTUATION:
        end -= 1
    if reading.text.find(";", *story.sentences[sentence]) >= 0:
        first, end = _between_semicolons(reading, frame, first, end)
    quoted = sentence in reading.quoting
    return [
        Report(frame, start, stop, shape)
        for start, stop, shape in _contents(reading, frame, following, first, end)
        if stop - start >= _SHORTEST and not (quoted and reading.has_quote(start, stop))
    ]


def _between_semicolons(reading: Reading, frame: Frame, first: int, end: int) -> tuple[int, int]:
    """Return the part of a sentence that its semicolons leave to a frame; "; that" goes on with what is reported."""
    lower = reading.story.lower
    before = (token + 1 for token in range(frame.first - 1, first - 1, -1) if lower[token] == ";")
    behind = (token for token in range(frame.last, end) if lower[token] == ";")
    return next(before, first), next((token for token in behind if "that" not in lower[token + 1 : token + 3]), end)


def _contents(
    reading: Reading, frame: Frame, following: Frame | None, first: int, end: int
) -> Iterator[tuple[int, int, str]]:
    """Yield (first token, last token, shape) of what may be a frame's content."""
    story = reading.story
    if frame.relation == "according" and frame.first - first < 3:
        comma = next((token for token in range(frame.last, end) if story.lower[token] == ","), end)
        yield comma + 1, end, "aF"
        return
    before = frame.first
    while before > first and (story.flags[before - 1] & PUNCTUATION or story.lower[before - 1] in {"as", "and"}):
        before -= 1
    behind = frame.last
    if first < before < min(frame.first, first + 3) and end - behind > 2 and story.lower[behind] == ",":
        yield first, end, "b2"
    if (
        before - first > 2
        and story.lower[first] not in cues.EXAMINING
        and (before < frame.first or frame.relation == "according")
        and _closes_clause(reading, behind, end)
        and not _is_mere_lead(reading, frame, first, before)
    ):
        yield first, before, "b0"
        if end - behind > 4:
            yield first, end, "b2"
        comma = next((token for token in range(first, before) if story.lower[token] == ","), before)
        if 0 < comma - first < 8 and before - comma > 4:
            yield comma + 1, before, "b1"
    if frame.relation == "according":
        return
    # "praised the nurses, adding that": the clause belongs to the next reporting verb
    taken = following is not None and following.relation in {"joined", "participle"} and following.cue < end
    reach = following.cue if following is not None and taken else end
    for start, kind in _starts(reading, frame, reach):
        for stop, how in _stops(reading, frame, following, end, kind):
            yield start, stop, kind + how


def _closes_clause(reading: Reading, token: int, end: int) -> bool:
    """Does nothing follow a source and its reporting word but a day or a place, up to the next comma?"""
    story = reading.story
    for each in range(token, min(end, token + _LONGEST_CIRCUMSTANCE + 1)):
        word = story.lower[each]
        if word in {",", ";", "—", "–"}:
            return True
        if story.flags[each] & AUXILIARY or word in _COMPLEMENTS:
            return False
    return end - token <= _LONGEST_CIRCUMSTANCE


def _is_mere_lead(reading: Reading, frame: Frame, first: int, before: int) -> bool:
    """Are the words before a source no clause: "On his way to Lima, Kim said", "The envoy to the region, Kim, said"?"""
    story = reading.story
    adverbial = story.flags[first] & PREPOSITION and story.lower[first + 1] not in ("least", "most")
    apposed = before < frame.source.first and story.lower[frame.source.last : frame.cue] == [","]
    if not (adverbial or apposed or story.lower[first] in cues.SUBORDINATORS):
        return False
    return not has_verb(reading, first, before)


def has_verb(reading: Reading, start: int, end: int) -> bool:
    """Do the tokens hold a finite verb, as far as auxiliaries, reporting verbs and past forms show one?"""
    story = reading.story
    for token in range(start, end):
        bits, word = story.flags[token], story.lower[token]
        if bits & CAPITAL:
            continue
        if bits & AUXILIARY and word != "to":
            return True
        if (
            word.endswith("ed")
            or word in cues.IRREGULAR_PASTS
            or (bits & VERB and cues.VERB_SHAPES.get(word) in ("past", "s"))
        ):
            return True
    return False


def _starts(reading: Reading, frame: Frame, end: int) -> Iterator[tuple[int, str]]:
    """Yield where a content behind the reporting word may begin."""
    story = reading.story
    start = frame.cue + 1
    if frame.relation == "inverted":
        start = max(start, frame.source.last)
    if start < end and (story.lower[start] in _DAY_WORDS or story.flags[start] & CALENDAR):
        start = _behind_day(reading, start, end)
    if start >= end:
        return
    behind = _behind_hearer(reading, start, end) if frame.lemma in cues.TELLING else start
    if behind == start and _may_open(reading, start):
        yield start, "s"
    lead = story.lower[start : min(end, start + _LONGEST_LEAD)]
    that = start
    if not _COMPLEMENTS.isdisjoint(lead):
        that = next(token for token, word in enumerate(lead, start) if word in _COMPLEMENTS)
        if that > start and not _is_of_noun(reading, start, that):
            yield that, "t"
    if behind > start:
        yield behind, "h"
    if story.lower[start] in _TYING or story.flags[start] & ADVERB:
        skipped = _behind_adverbs(reading, start, end)
        if skipped not in (start, that, behind, end) and _may_open(reading, skipped):
            yield skipped, "p"


def _is_of_noun(reading: Reading, start: int, that: int) -> bool:
    """Does a clause belong to the noun before it: "denied claims that it leaked", not "said in a statement that"?"""
    story = reading.story
    if not story.flags[that - 1] & CUE_NOUN:
        return False
    return not any(
        story.flags[token] & PREPOSITION and story.lower[token] not in ("off", "out") for token in range(start, that)
    )


def _behind_day(reading: Reading, start: int, end: int) -> int:
    """Return what follows the day of "said late on Monday", `start` where none stands there: "said Monday was"."""
    story = reading.story
    token = start
    while token < end and story.lower[token] in _DAY_WORDS:
        token += 1
    day = token
    while token < end and story.flags[token] & CALENDAR and (token > start or story.flags[token] & CAPITAL):
        token += 1
    if token in (day, end):
        return start
    subject = story.flags[token] & AUXILIARY and story.lower[token] != "to"
    return start if subject or story.possessive(token) else token


def _behind_adverbs(reading: Reading, start: int, end: int) -> int:
    """Return what follows the adverbs and the "for" or "out" behind a reporting word."""
    story = reading.story
    token = start
    while token < end and story.lower[token] not in _CIRCUMSTANCES:
        if story.lower[token] not in _TYING and not story.flags[token] & ADVERB:
            break
        token += 1
    return token


def _may_open(reading: Reading, token: int) -> bool:
    """May a content begin here, and not with how or where it was said: "when it fell", "outside the court"?"""
    word = reading.story.lower[token]
    return word not in _CIRCUMSTANCES and (not reading.story.flags[token] & PREPOSITION or word in _OBJECT_PREPOSITIONS)


def _behind_hearer(reading: Reading, start: int, end: int) -> int:
    """Return where the words behind "reporters", "the court" or "a packed hall in Leeds" begin."""
    story = reading.story
    for mention in reading.mentions_in.get(story.sentence_of[start], ()):
        if start <= mention.first <= start + 1 and mention.last < end:
            return _behind_day(reading, mention.last, end)
    if story.flags[start] & DETERMINER:
        for token in range(start + 2, min(end, start + _LONGEST_OBJECT)):
            bits = story.flags[token]
            if bits & (AUXILIARY | CONJUNCTION | PUNCTUATION):
                break
            if bits & (DETERMINER | PRONOUN) and not story.flags[token - 1] & FUNCTION:
                return token
    return start


def _stops(reading: Reading, frame: Frame, following: Frame | None, end: int, kind: str) -> Iterator[tuple[int, str]]:
    """Yield where a content that begins as `kind` says may end, the next frame first, then from left to right."""
    story = reading.story
    yield end, "e"
    if kind not in "sp":
        return
    before_next = end
    if following is not None and following.cue > frame.cue + 3:
        before_next = following.first if following.relation in ("subject", "owner") else following.cue
        while before_next > frame.cue + 1 and story.flags[before_next - 1] & _NEVER_LAST:
            before_next -= 1
        yield before_next, "f"
    if kind != "s":
        return
    found = 0
    for token in story.tokens_of(BREAKING, frame.cue + 2, end - 1):
        if token != before_next:
            yield token, "c" if story.lower[token] == "," else "d"
            found += 1
            if found == _MOST_STOPS:
                return
