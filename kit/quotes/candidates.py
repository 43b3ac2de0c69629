"""Who could have said it: the mentions around a quoted stretch, and what tells them apart."""

from __future__ import annotations

from dataclasses import dataclass

from kit.quotes import cues
from kit.quotes.frames import Frame
from kit.quotes.mentions import Mention
from kit.quotes.narrative import (
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
)
from kit.quotes.reading import Reading
from kit.quotes.spans import Stretch

UNKNOWN, NOT_SPEECH = "unknown", "not speech"
Candidate = Mention | str

_SAYING = frozenset("say tell add argue claim explain insist note report write announce state warn suggest".split())
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
    before: str  # class of the token before the opening mark
    after: str
    ending: str  # last character inside the marks: , . ? ! or ""
    upper: bool
    words: int
    previous: Mention | None  # whom the stretch before was given to
    previous_near: str  # where the stretch before stood


def token_class(reading: Reading, token: int, first: int, last: int) -> str:
    """Return what kind of word stands at `token`; `^` and `$` outside the sentence."""
    if token < first:
        return "^"
    if token >= last:
        return "$"
    story = reading.story
    bits, small = story.flags[token], story.lower[token]
    if bits & QUOTED:
        return "Q"
    if bits & PUNCTUATION or small in (",", ":"):
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


def place_of(reading: Reading, number: int, previous: Mention | None) -> Place:
    """Return where stretch `number` stands."""
    story = reading.story
    stretch = reading.stretches[number]
    token = story.quote_tokens[number]
    sentence = story.sentence_of[token]
    first, last = story.sentence_tokens[sentence]
    paragraph = story.paragraph_of[sentence]
    alone = all(story.flags[i] & (QUOTED | PUNCTUATION) for i in range(first, last))
    sentences = story.paragraph_sentences[paragraph]
    opens = first == story.sentence_tokens[sentences.start].start and all(
        story.flags[i] & PUNCTUATION for i in range(first, token)
    )
    whole = alone and sentences.end - sentences.start == 1
    inside = reading.text[stretch.start : stretch.end]
    near = "none"
    if number:
        before = reading.stretches[number - 1]
        gap = stretch.paragraph - before.paragraph
        near = "same" if gap == 0 and story.sentence_of[story.quote_tokens[number - 1]] == sentence else str(min(gap, 4))
    return Place(
        token,
        sentence,
        paragraph,
        alone,
        opens,
        whole,
        token_class(reading, token - 1, first, last),
        token_class(reading, token + 1, first, last),
        inside[-1] if inside[-1] in ",.?!…—-" else "",
        inside[0].isupper() or not inside[0].isalpha(),
        inside.count(" ") + 1,
        previous,
        near,
    )


def mentions_around(reading: Reading, place: Place) -> list[Mention]:
    """Return the mentions that may point at the speaker, nearest sentences first."""
    found: list[Mention] = []
    here = [mention for mention in reading.mentions_in.get(place.sentence, ()) if _usable(reading, mention)]
    here.sort(key=lambda mention: abs(mention.first - place.token))
    found.extend(here[:_SAME_SENTENCE])
    story = reading.story
    paragraph = story.paragraph_sentences[place.paragraph]
    for sentence in (place.sentence - 1, place.sentence + 1, place.sentence - 2, place.sentence + 2):
        if paragraph.start <= sentence < paragraph.end:
            found.extend(_best(reading, sentence, _AROUND))
    if place.paragraph:
        before = story.paragraph_sentences[place.paragraph - 1]
        for sentence in range(before.end - 1, max(before.start, before.end - 3) - 1, -1):
            found.extend(_best(reading, sentence, _PARAGRAPH_BEFORE))
    if place.whole_paragraph and place.paragraph + 1 < len(story.paragraph_sentences):
        after = story.paragraph_sentences[place.paragraph + 1]
        if after.start < after.end:
            found.extend(_best(reading, after.start, 3))
    if place.previous is not None and place.previous not in found:
        found.append(place.previous)
    return found


def _usable(reading: Reading, mention: Mention) -> bool:
    return not mention.within or mention in reading.frames_of


def _best(reading: Reading, sentence: int, count: int) -> list[Mention]:
    """Return the likeliest mentions of another sentence: sources first, then in order."""
    here = [mention for mention in reading.mentions_in.get(sentence, ()) if _usable(reading, mention)]
    here.sort(key=lambda mention: mention not in reading.frames_of)
    return here[:count]


def _bucket(gap: int) -> str:
    if gap <= 2:
        return str(max(gap, 0))
    return "4" if gap <= 4 else "8" if gap <= 8 else "15" if gap <= 15 else "30"


def _side(place: Place, first: int, last: int) -> tuple[str, int]:
    """Return before (b), after (a) or around (x), and the number of tokens between."""
    if first > place.token:
        return "a", first - place.token - 1
    if last <= place.token:
        return "b", place.token - last
    return "x", 0


def _nearest_frame(reading: Reading, place: Place, mention: Mention) -> Frame | None:
    frames = reading.frames_of.get(mention)
    if not frames:
        return None
    return min(frames, key=lambda frame: _side(place, frame.first, frame.last)[1] + (frame.cue > place.token))


def features(reading: Reading, place: Place, mention: Mention) -> list[str]:
    """Return what speaks for and against a mention as the speaker."""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    where = _where(reading, place, sentence)
    side, gap = _side(place, mention.first, mention.last)
    bucket = _bucket(gap)
    kind = mention.kind if mention.kind != "pronoun" else story.lower[mention.first]
    person = reading.people[mention.person] if mention.person >= 0 else None
    layout = ("A" if place.alone else "s") + ("O" if place.opens else "") + ("W" if place.whole_paragraph else "")
    found = [f"k{kind}{where}", f"w{where}{layout}", f"l{where}{side}{bucket}"]
    organisation = mention.organisation or (person is not None and person.organisation)
    if mention.kind == "name":
        found.append(f"o{organisation}{mention.place}{mention.titled}")
        found.append(f"c{min(len(person.mentions), 5) if person else 0}")
        found.append(f"n{min(len(person.words), 3) if person else 0}{mention.last - mention.first > 1}")
    elif mention.kind == "nominal":
        bits = story.flags[mention.head]
        found.append(f"h{bool(bits & PERSON)}{bool(bits & INSTITUTION)}{bool(bits & CUE_NOUN)}{story.lower[mention.first] in ('a', 'an')}")
    if mention.within:
        found.append("within")
    frame = _nearest_frame(reading, place, mention)
    first, last = story.sentence_tokens[sentence]
    if frame is None:
        found.append(f"f0{where}{side}{bucket}{mention.kind}")
        found.append(f"fn{where}{token_class(reading, mention.last, first, last)}")
        found.append(f"fp{where}{token_class(reading, mention.first - 1, first, last)}")
        if any(story.flags[i] & QUOTED for i in range(min(mention.last, place.token + 1), max(mention.first, place.token))):
            found.append(f"fq{where}{side}")
    else:
        side, gap = _side(place, frame.first, frame.last)
        bucket = _bucket(gap)
        found.append(f"F{frame.relation}{where}{side}{bucket}")
        found.append(f"L{frame.lemma}{where if where != 'same' else side + str(min(gap, 3))}")
        found.append(f"R{frame.relation}{side}{place.before if side != 'a' else place.ending + place.after}")
        found.append(f"S{frame.shape}{frame.passive}{side}{min(gap, 2)}{where}")
        found.append(f"K{kind}{frame.relation}{where}")
        found.append(f"A{where}{layout}{side}{min(gap, 2)}")
        if where == "same":
            between = range(frame.last, place.token) if side == "b" else range(place.token + 1, frame.first)
            quotes = sum(bool(story.flags[i] & QUOTED) for i in between)
            verbs = sum(bool(story.flags[i] & VERB) for i in between)
            found.append(f"Q{side}{min(quotes, 2)}{min(verbs, 2)}")
            embedded = any(
                other.source is not frame.source and other.last <= frame.first and other.lemma in _SAYING
                for other in reading.frames_in[sentence]
            )
            within = any(
                other.source is not frame.source and frame.last <= other.first and other.last <= place.token
                for other in reading.frames_in[sentence]
            )
            found.append(f"I{embedded}{side}{bucket}")
            tail = _closes_sentence(reading, frame, first, last)
            found.append(f"T{tail}{frame.lemma in _SAYING}{side}")
            found.append(f"V{tail}{any(_closes_sentence(reading, other, first, last) for other in reading.frames_in[sentence])}")
            found.append(f"J{within}{side}{frame.lemma in _SAYING}{bucket}")
            if side == "x":
                found.append(f"X{frame.relation}{place.before}")
            if not _nearer_frame(reading, place, frame, side, gap):
                found.append(f"near{side}{min(gap, 3)}{place.upper}")
        else:
            final = frame.last >= last - 2
            found.append(f"E{where}{final}{layout}")
            found.append(f"G{where}{frame.relation}{layout}")
            if story.lower[last - 1] == ":":
                found.append(f"colon{where}")
    if place.previous is not None:
        same = mention is place.previous or (mention.person >= 0 and mention.person == place.previous.person)
        found.append(f"P{same}{place.previous_near}{layout}")
        found.append(f"P{same}{where}{'f' if frame else ''}{place.previous_near == 'same'}")
        if mention is place.previous and where == "far":
            found.append(f"PP{place.previous_near}{layout}")
    return found


def _where(reading: Reading, place: Place, sentence: int) -> str:
    """Return where a sentence lies as seen from the stretch: same, -1, +1 (in the paragraph), -P, +P or far."""
    if sentence == place.sentence:
        return "same"
    paragraph = reading.story.paragraph_of[sentence]
    if paragraph == place.paragraph:
        return "-1" if sentence == place.sentence - 1 else "+1" if sentence == place.sentence + 1 else "-2" if sentence < place.sentence else "+2"
    if paragraph == place.paragraph - 1:
        last = reading.story.paragraph_sentences[paragraph].end - 1
        return "-P" if sentence == last else "-PP"
    return "+P" if paragraph == place.paragraph + 1 else "far"


def _closes_sentence(reading: Reading, frame: Frame, first: int, last: int) -> bool:
    """Does "…, Kim said." end the sentence, so that all of it is reported?"""
    return (
        frame.relation in ("subject", "inverted", "according")
        and frame.first > first
        and reading.story.lower[frame.first - 1] in (",", QUOTE_WORD)
        and last - frame.last <= 4
    )


def _nearer_frame(reading: Reading, place: Place, frame: Frame, side: str, gap: int) -> bool:
    return any(
        other is not frame and _side(place, other.first, other.last)[1] < gap
        for other in reading.frames_in.get(place.sentence, ())
    )


def special_features(reading: Reading, place: Place, stretch: Stretch) -> tuple[list[str], list[str]]:
    """Return what speaks for nobody known, and for no speech at all."""
    story = reading.story
    layout = ("A" if place.alone else "s") + ("O" if place.opens else "") + ("W" if place.whole_paragraph else "")
    frames = reading.frames_in.get(place.sentence, ())
    nearest = min(frames, key=lambda frame: _side(place, frame.first, frame.last)[1], default=None)
    gap = _side(place, nearest.first, nearest.last)[1] if nearest else 99
    cued = f"{min(gap, 3) if gap < 16 else 'no'}"
    words = place.words if place.words <= 6 else 10 if place.words <= 10 else 20
    first, last = story.sentence_tokens[place.sentence]
    inside = reading.text[stretch.start : stretch.end]
    unknown = ["U", f"U{layout}", f"U{cued}", f"U{place.previous_near}{place.previous is None}{layout}", f"Uw{words}"]
    capitals = _title_case(inside)
    before_word = story.lower[place.token - 1] if place.token > first else "^"
    single = reading.text[stretch.outer_start] in "'‘"
    governed = _governed(reading, place, first, last)
    naming = _naming_word(story.lower[max(first, place.token - 5) : place.token])
    not_speech = [
        "N",
        f"N{layout}{place.upper}",
        f"Nc{cued}{words}",
        f"Nb{place.before}{place.upper}",
        f"Na{place.after}{place.ending}",
        f"Nw{words}{place.ending}{place.upper}",
        f"Nt{capitals}{min(words, 6)}",
        f"Nbw{before_word}" if len(before_word) < 14 else "Nbw",
        f"Ng{governed}{words}",
        f"Ng{governed}{place.before}{naming != '-'}",
        f"Nn{naming}",
        f"Nm{naming != '-'}{naming[-1]}{words}",
        f"Nl{nearest.lemma if nearest else '-'}{cued}",
        f"Nr{nearest.relation if nearest else '-'}{nearest.passive if nearest else ''}{cued}{place.upper}",
        f"Nd{token_class(reading, place.token - 2, first, last)}{place.before}",
        f"Ng{any(word in cues.SURFACES for word in story.lower[first : place.token])}{cued}",
        f"NA{layout}{place.ending}{place.upper}{min(words, 3)}",
        f"Ns{single}{capitals}",
        f"Np{place.previous_near}{place.previous is None}",
        f"Nx{place.before}{place.after}",
        f"Nh{last - first < 14 and story.lower[last - 1] not in '.?!“”:'}",
        f"Nv{_has_verb(inside)}{min(words, 10)}",
    ]
    return unknown, not_speech


def must_be_speech(place: Place, stretch: Stretch) -> bool:
    """Is it a whole sentence that stands by itself in running text? Nobody quotes a title that way."""
    sentence = place.alone and place.upper and place.ending in (".", "?", "!", "…") and place.words > 1
    return stretch.continues or (sentence and (place.whole_paragraph or not place.opens))


def _governed(reading: Reading, place: Place, first: int, last: int) -> bool:
    """Does the stretch stand in what a verb of saying reports?"""
    return any(
        frame.lemma in _SAYING | {"according"}
        and (frame.last <= place.token or _closes_sentence(reading, frame, first, last))
        for frame in reading.frames_in.get(place.sentence, ())
    )


def _naming_word(before: list[str]) -> str:
    """Return the last word in front of a stretch that says that a name, a title or a word follows, and how far it is."""
    for distance, word in enumerate(reversed(before)):
        if word in cues.NAMING:
            return f"{word}{min(distance, 3)}"
    return "-"


def _title_case(inside: str) -> str:
    """Return T for Words Like These, t for lower case all through, m for what lies between."""
    words = [word for word in inside.split() if word[0].isalpha()]
    large = sum(word[0].isupper() for word in words)
    if not words or large == 0:
        return "t"
    return "T" if large >= 2 and large * 3 >= len(words) * 2 else "1" if large == 1 else "m"


_COMMON_VERBS = frozenset(
    "is are was were be been have has had do does did will would can could should must may might not don't won't can't i we "
    "you he she they it's i'm we're that's there's my our your".split()
)


def _has_verb(inside: str) -> bool:
    return any(word.strip(".,!?").replace("’", "'") in _COMMON_VERBS for word in inside.lower().split()[:20])
