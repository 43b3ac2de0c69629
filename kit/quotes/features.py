"""Features: what speaks for and against each candidate for a quoted stretch, as short names that weights belong to."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.candidates import Place, bucket_of, side_of, token_class, where_from
from kit.quotes.frame import Frame
from kit.quotes.mention import Mention
from kit.quotes.narrative import (
    CUE_NOUN,
    INSTITUTION,
    PERSON,
    QUOTE_WORD,
    QUOTED,
    VERB,
)
from kit.quotes.reading import Reading
from kit.quotes.spans import Stretch


def _nearest_frame(reading: Reading, place: Place, mention: Mention) -> Frame | None:
    frames = reading.frames_of.get(mention)
    if not frames:
        return None
    return min(frames, key=lambda frame: side_of(place, frame.first, frame.last)[1] + (frame.cue > place.token))


def features(reading: Reading, place: Place, mention: Mention) -> list[str]:
    """Return what speaks for and against a mention as the speaker."""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    where = where_from(reading, place, sentence)
    side, gap = side_of(place, mention.first, mention.last)
    bucket = bucket_of(gap)
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
        found.append(
            f"h{bool(bits & PERSON)}{bool(bits & INSTITUTION)}{bool(bits & CUE_NOUN)}"
            f"{story.lower[mention.first] in ('a', 'an')}"
        )
    if mention.within:
        found.append("within")
    frame = _nearest_frame(reading, place, mention)
    first, last = story.sentence_tokens[sentence]
    if frame is None:
        found.append(f"f0{where}{side}{bucket}{mention.kind}")
        found.append(f"fn{where}{token_class(reading, mention.last, first, last)}")
        found.append(f"fp{where}{token_class(reading, mention.first - 1, first, last)}")
        if any(
            story.flags[i] & QUOTED for i in range(min(mention.last, place.token + 1), max(mention.first, place.token))
        ):
            found.append(f"fq{where}{side}")
    else:
        side, gap = side_of(place, frame.first, frame.last)
        bucket = bucket_of(gap)
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
                other.source is not frame.source and other.last <= frame.first and other.lemma in cues.SAYING
                for other in reading.frames_in[sentence]
            )
            within = any(
                other.source is not frame.source and frame.last <= other.first and other.last <= place.token
                for other in reading.frames_in[sentence]
            )
            found.append(f"I{embedded}{side}{bucket}")
            tail = closes_sentence(reading, frame)
            found.append(f"T{tail}{frame.lemma in cues.SAYING}{side}")
            found.append(f"V{tail}{any(closes_sentence(reading, other) for other in reading.frames_in[sentence])}")
            found.append(f"J{within}{side}{frame.lemma in cues.SAYING}{bucket}")
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


def closes_sentence(reading: Reading, frame: Frame) -> bool:
    """Does "…, Kim said." end the sentence, so that all of it is reported?"""
    first, last = reading.story.sentence_tokens[reading.story.sentence_of[frame.cue]]
    return (
        frame.relation in ("subject", "inverted", "according")
        and frame.first > first
        and reading.story.lower[frame.first - 1] in (",", QUOTE_WORD)
        and last - frame.last <= 4
    )


def _nearer_frame(reading: Reading, place: Place, frame: Frame, side: str, gap: int) -> bool:
    return any(
        other is not frame and side_of(place, other.first, other.last)[1] < gap
        for other in reading.frames_in.get(place.sentence, ())
    )


def special_features(reading: Reading, place: Place, stretch: Stretch) -> tuple[list[str], list[str]]:
    """Return what speaks for nobody known, and for no speech at all."""
    story = reading.story
    layout = ("A" if place.alone else "s") + ("O" if place.opens else "") + ("W" if place.whole_paragraph else "")
    frames = reading.frames_in.get(place.sentence, ())
    nearest = min(frames, key=lambda frame: side_of(place, frame.first, frame.last)[1], default=None)
    gap = side_of(place, nearest.first, nearest.last)[1] if nearest else 99
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


def must_be_speech(reading: Reading, place: Place, stretch: Stretch) -> bool:
    """Is it beyond doubt somebody's words: what a verb of saying reports, or a sentence that stands by itself?"""
    if stretch.continues:
        return True
    sentence = place.alone and place.upper and place.ending in (".", "?", "!", "…")
    sentence = sentence and (place.words > 1 or place.previous is not None)
    if sentence and (place.whole_paragraph or not place.opens):
        return True
    story = reading.story
    first, last = story.sentence_tokens[place.sentence]
    naming = _naming_word(story.lower[max(first, place.token - 5) : place.token])
    term = place.upper or naming != "-" or place.before in ("a", "an", "the", "det", "by")
    return not term and _governed(reading, place, first, last)


def _governed(reading: Reading, place: Place, first: int, last: int) -> bool:
    """Does the stretch stand in what a verb of saying reports?"""
    return any(
        frame.lemma in cues.SAYING | {"according"} and (frame.last <= place.token or closes_sentence(reading, frame))
        for frame in reading.frames_in.get(place.sentence, ())
    )


def _naming_word(before: list[str]) -> str:
    """Return the last word before a stretch that says that a name, a title or a word follows, and how far off it is."""
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


def _has_verb(inside: str) -> bool:
    return any(word.strip(".,!?").replace("’", "'") in cues.CLAUSE_WORDS for word in inside.lower().split()[:20])
