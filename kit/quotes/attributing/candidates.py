"""Who could have said it: the mentions around a quoted stretch, and what tells them apart."""

from __future__ import annotations

from dataclasses import dataclass

from kit.quotes import cues
from kit.quotes.attributing.clauses import ATTRIBUTING, closes_sentence
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.names import role_start
from kit.quotes.parsing.narrative import (
    ADVERB,
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    INSTITUTION,
    NUMBER,
    PERSON,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE_WORD,
    QUOTED,
    VERB,
    WORD_FLAGS,
    Remembered,
)
from kit.quotes.parsing.reading import Reading

UNKNOWN, NOT_SPEECH = "unknown", "not speech"
Candidate = Mention | str

_BEING = frozenset(["is", "are", "was", "were", "been", "'s", "’s"])
_VOICED = cues.SAYING | cues.TELLING
_SAME_SENTENCE, _AROUND, _PARAGRAPH_BEFORE = 8, 4, 5


@dataclass(slots=True)
class Place:
    """Where a stretch stands: what the features of all its candidates share."""

    token: int
    sentence: int
    paragraph: int
    alone: bool  # nothing but quotations in its sentence
    opens: bool  # first thing in its paragraph
    whole_paragraph: bool
    layout: str  # the three above, in letters
    before: str  # class of the token before the opening mark
    after: str
    ending: str  # last character inside the marks: , . ? ! or ""
    upper: bool
    words: int
    previous: Mention | None  # whom the stretch before was given to
    previous_near: str  # where the stretch before stood
    answers: bool  # it is a paragraph, and an interviewer asks in the one before it
    naming: tuple[str, int] | None = None  # as far as asked for: see `naming_of`
    saying: str | None = None  # as far as asked for: how a verb of saying may report the stretch


def token_class(reading: Reading, token: int, first: int, last: int) -> str:
    """Return what kind of word stands at `token`; `^` and `$` outside the sentence."""
    if token < first:
        return "^"
    if token >= last:
        return "$"
    return _WORD_CLASSES[reading.story.words[token]]


def token_classes(reading: Reading, first: int, last: int) -> list[str]:
    """Return the classes of a sentence's tokens, `^` before them and two `$` behind."""
    return ["^", *map(_WORD_CLASSES.__getitem__, reading.story.words[first:last]), "$", "$"]


def _word_class(word: str) -> str:
    if word == QUOTE_WORD:
        return "Q"
    small, bits = word.lower(), WORD_FLAGS[word]
    if bits & PUNCTUATION:
        return small if small in ",:.;()-–—" or small == "--" else "p"
    if small in ("that", "of", "to", "as", "the", "a", "an", "by", "in", "and", "but", "with", "for", "who"):
        return small
    for bit, name in (
        (PRONOUN, "pron"),
        (AUXILIARY, "aux"),
        (VERB, "verb"),
        (CUE_NOUN, "cue"),
        (CAPITAL, "Cap"),
        (PERSON, "person"),
        (INSTITUTION, "inst"),
        (DETERMINER, "det"),
        (PREPOSITION, "prep"),
        (CONJUNCTION, "conj"),
        (ADVERB, "adv"),
        (NUMBER, "num"),
        (CALENDAR, "cal"),
    ):
        if bits & bit:
            return name
    return "s" if small.endswith("s") else "ing" if small.endswith("ing") else "ed" if small.endswith("ed") else "w"


_WORD_CLASSES = Remembered(_word_class)


def place_of(reading: Reading, number: int, previous: Mention | None) -> Place:
    """Return where stretch `number` stands."""
    story = reading.story
    stretch = reading.stretches[number]
    token = story.quote_tokens[number]
    sentence = story.sentence_of[token]
    first, last = story.sentence_tokens[sentence]
    paragraph = story.paragraph_of[sentence]
    marks = QUOTED | PUNCTUATION
    alone = bool(story.flags[first] & marks) and all(bits & marks for bits in story.flags[first:last])
    sentences = story.paragraph_sentences[paragraph]
    opens = sentence == sentences.start and (
        token == first or all(bits & PUNCTUATION for bits in story.flags[first:token])
    )
    whole = alone and sentences.end - sentences.start == 1
    inside = reading.text[stretch.start : stretch.end]
    near = "none"
    if number:
        before = reading.stretches[number - 1]
        gap = stretch.paragraph - before.paragraph
        near = (
            "same" if gap == 0 and story.sentence_of[story.quote_tokens[number - 1]] == sentence else str(min(gap, 4))
        )
    return Place(
        token,
        sentence,
        paragraph,
        alone,
        opens,
        whole,
        ("A" if alone else "s") + ("O" if opens else "") + ("W" if whole else ""),
        token_class(reading, token - 1, first, last),
        token_class(reading, token + 1, first, last),
        inside[-1] if inside[-1] in ",.?!…—-" else "",
        not inside[0].islower(),
        inside.count(" ") + 1,
        previous,
        near,
        whole and paragraph - 1 in reading.questions,
    )


def likely_mentions(reading: Reading, place: Place) -> list[Mention]:
    """Return the mentions of which one is chosen as the speaker.

    Behind the words of a headline and its colon (“We stay”: Kim defies court), that is its subject if anybody. Else
    only those of the stretch's own sentence where a reporting word stands there with its source, before the stretch or
    with a verb of saying: somebody named elsewhere is hardly ever the speaker then. Only the sources where nothing but
    such verbs reports there.
    """
    here = _in_sentence(reading, place)
    if place.opens and place.after == ":":
        return [mention for mention in here if _begins_at(reading, mention, place.token + 2)]
    frames = reading.frames_in.get(place.sentence, ())
    if (
        len(frames) > 1
        and frames[0].relation == "label"
        and frames[0].source is not frames[1].source
        and frames[1].last <= place.token
    ):
        here = [each for each in here if each is not frames[0].source]  # Enter Kim: Lund said she was “late”
    sources = [mention for mention in here if mention in reading.frames_of]
    if sources and all(frame.lemma in ATTRIBUTING for frame in frames):
        return sources
    for frame in frames:
        if (frame.last <= place.token or frame.lemma in _VOICED) and frame.source in here:
            return here
    return here + _beyond_sentence(reading, place, here)


def _begins_at(reading: Reading, mention: Mention, token: int) -> bool:
    """Does a mention with its role begin at a token?"""
    return role_start(reading.story, mention.first, token) <= token


def mentions_around(reading: Reading, place: Place) -> list[Mention]:
    """Return the mentions that may point at the speaker, nearest sentences first."""
    here = _in_sentence(reading, place)
    return here + _beyond_sentence(reading, place, here)


def _in_sentence(reading: Reading, place: Place) -> list[Mention]:
    """Return the nearest mentions of the stretch's own sentence."""
    mentions = reading.mentions_in.get(place.sentence, ())
    here = [each for each in mentions if _usable(reading, each) and not _is_addressed(reading, each)]
    here.sort(key=lambda mention: abs(mention.first - place.token))
    return here[:_SAME_SENTENCE]


def _beyond_sentence(reading: Reading, place: Place, here: list[Mention]) -> list[Mention]:
    """Return the likeliest mentions of the sentences around, and whom the stretch before was given to."""
    found: list[Mention] = []
    story = reading.story
    paragraph = story.paragraph_sentences[place.paragraph]
    for sentence in (place.sentence - 1, place.sentence + 1, place.sentence - 2, place.sentence + 2):
        if paragraph.start <= sentence < paragraph.end:
            found.extend(_best(reading, sentence, _AROUND))
    if place.paragraph and place.paragraph - 1 not in reading.questions:
        before = story.paragraph_sentences[place.paragraph - 1]
        for sentence in range(before.end - 1, max(before.start, before.end - 3) - 1, -1):
            found.extend(_best(reading, sentence, _PARAGRAPH_BEFORE))
    following = place.paragraph + 1
    if place.whole_paragraph and following < len(story.paragraph_sentences) and following not in reading.questions:
        after = story.paragraph_sentences[following]
        if after.start < after.end:
            found.extend(_best(reading, after.start, 3))
    if place.previous is not None and place.previous not in found and place.previous not in here:
        found.append(place.previous)
    return found


def _usable(reading: Reading, mention: Mention) -> bool:
    frames = reading.frames_of.get(mention)
    if not frames:
        return not mention.within
    return not mention.place or not any(labels_place(frame) for frame in frames)


def _is_addressed(reading: Reading, mention: Mention) -> bool:
    """Is somebody only spoken to or of: "Kim has been accused of", "Kim was told that"?"""
    frames = reading.frames_of.get(mention)
    if frames:
        return frames[0].passive and all(
            frame.passive and frame.relation == "subject" and frame.lemma in cues.ADDRESSING for frame in frames
        )
    lower = reading.story.lower
    verb = mention.last
    while verb < len(lower) and reading.story.flags[verb] & (AUXILIARY | ADVERB):
        verb += 1
    passive = verb > mention.last and verb < len(lower) and lower[verb - 1] in _BEING
    return passive and cues.VERBS.get(lower[verb]) in cues.ADDRESSING and not lower[verb].endswith("ing")


def labels_place(frame: Frame) -> bool:
    """Is a place the label of a line? That is where the news comes from, and says nothing."""
    return frame.relation == "label" and frame.source.place


def _best(reading: Reading, sentence: int, count: int) -> list[Mention]:
    """Return the likeliest mentions of another sentence: sources first, then in order."""
    here = [mention for mention in reading.mentions_in.get(sentence, ()) if _usable(reading, mention)]
    sources = [mention for mention in here if mention in reading.frames_of]
    closing = [each for each in sources if any(_says_all(reading, frame) for frame in reading.frames_of[each])]
    if closing:
        return closing[:count]
    if sources:
        here = sources + [mention for mention in here if mention not in reading.frames_of]
    return here[:count]


def _says_all(reading: Reading, frame: Frame) -> bool:
    """Is it the last words of "Others saw it as well, Kim said.", who says all of that?"""
    return frame.lemma in cues.SAYING and closes_sentence(reading, frame)


def bucket_of(gap: int) -> str:
    """Return a number of tokens, coarsely."""
    if gap <= 2:
        return str(max(gap, 0))
    return "4" if gap <= 4 else "8" if gap <= 8 else "15" if gap <= 15 else "30"


def side_of(place: Place, first: int, last: int) -> tuple[str, int]:
    """Return before (b), after (a) or around (x), and the number of tokens between."""
    if first > place.token:
        return "a", first - place.token - 1
    if last <= place.token:
        return "b", place.token - last
    return "x", 0


def where_from(reading: Reading, place: Place, sentence: int) -> str:
    """Return where a sentence lies as seen from the stretch: same, -1, +1 (in the paragraph), -P, +P or far."""
    if sentence == place.sentence:
        return "same"
    paragraph = reading.story.paragraph_of[sentence]
    if paragraph == place.paragraph:
        return (
            "-1"
            if sentence == place.sentence - 1
            else "+1"
            if sentence == place.sentence + 1
            else "-2"
            if sentence < place.sentence
            else "+2"
        )
    if paragraph == place.paragraph - 1:
        last = reading.story.paragraph_sentences[paragraph].end - 1
        return "-P" if sentence == last else "-PP"
    return "+P" if paragraph == place.paragraph + 1 else "far"
