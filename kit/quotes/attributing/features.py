"""Features: what speaks for and against each candidate for a quoted stretch, as short names that weights belong to."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.attributing.candidates import Place, bucket_of, side_of, token_class, where_from
from kit.quotes.attributing.clauses import ATTRIBUTING, begins_clause_of, clause_begins, closes_sentence
from kit.quotes.model import Features
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    CUE_NOUN,
    INSTITUTION,
    PERSON,
    QUOTED,
    VERB,
)
from kit.quotes.parsing.reading import Reading

_NOUNS = PERSON | INSTITUTION | CUE_NOUN


def _nearest_frame(reading: Reading, place: Place, mention: Mention) -> Frame | None:
    frames = reading.frames_of.get(mention)
    if not frames:
        return None
    if len(frames) == 1:
        return frames[0]
    return min(frames, key=lambda frame: side_of(place, frame.first, frame.last)[1] + (frame.cue > place.token))


def features(reading: Reading, place: Place, mention: Mention) -> Features:
    """Return what speaks for and against a mention as the speaker."""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    where = where_from(reading, place, sentence)
    side, gap = side_of(place, mention.first, mention.last)
    bucket = bucket_of(gap)
    kind = mention.kind if mention.kind != "pronoun" else story.lower[mention.first]
    person = reading.people[mention.person] if mention.person >= 0 else None
    found: Features = [(_where_features, kind, where, place.layout, side, bucket)]
    if mention.kind == "name":
        organisation = mention.organisation or (person is not None and person.organisation)
        count = len(person.mentions[:5]) if person else 0
        words = len(person.words[:3]) if person else 0
        found.append(
            (
                _name_features,
                organisation,
                mention.place,
                mention.titled,
                count,
                words,
                mention.last - mention.first > 1,
            )
        )
    elif mention.kind == "nominal":
        found.append((_noun_features, story.flags[mention.head] & _NOUNS, story.lower[mention.first] in ("a", "an")))
    if mention.within:
        found.append("within")
    frame = _nearest_frame(reading, place, mention)
    if frame is not None and where == "same":
        where = _clause_from(reading, place, frame)
    first, last = story.sentence_tokens[sentence]
    asked = reading.how_asked(mention)
    if asked:
        found.append(f"K{asked}{where}{place.layout}")
    if frame is None:
        after = token_class(reading, mention.last, first, last)
        before = token_class(reading, mention.first - 1, first, last)
        quote_between = reading.has_quote(min(mention.last, place.token + 1), max(mention.first, place.token))
        found.append((_bare_features, where, side, bucket, mention.kind, before, after, quote_between))
    else:
        found += _frame_features(reading, place, frame, where, kind)
    if place.previous is not None:
        same = mention is place.previous or (mention.person >= 0 and mention.person == place.previous.person)
        again = mention is place.previous and where == "far"
        found.append((_previous_features, same, again, place.previous_near, place.layout, where, frame is not None))
    return found


def _where_features(kind: str, where: str, layout: str, side: str, bucket: str) -> list[str]:
    return [f"k{kind}{where}", f"w{where}{layout}", f"l{where}{side}{bucket}"]


def _name_features(organisation: bool, place: bool, titled: bool, count: int, words: int, several: bool) -> list[str]:
    return [f"o{organisation}{place}{titled}", f"c{count}", f"n{words}{several}"]


def _noun_features(bits: int, indefinite: bool) -> list[str]:
    return [f"h{bool(bits & PERSON)}{bool(bits & INSTITUTION)}{bool(bits & CUE_NOUN)}{indefinite}"]


def _bare_features(
    where: str, side: str, bucket: str, kind: str, before: str, after: str, quote_between: bool
) -> list[str]:
    """Name what speaks for a mention that is the source of no frame."""
    names = [f"f0{where}{side}{bucket}{kind}", f"fn{where}{after}", f"fp{where}{before}"]
    return [*names, f"fq{where}{side}"] if quote_between else names


def _previous_features(same: bool, again: bool, near: str, layout: str, where: str, framed: bool) -> list[str]:
    """Name what the speaker of the stretch before says about that of this one."""
    names = [f"P{same}{near}{layout}", f"P{same}{where}{'f' if framed else ''}{near == 'same'}"]
    return [*names, f"PP{near}{layout}"] if again else names


def _frame_features(reading: Reading, place: Place, frame: Frame, where: str, kind: str) -> Features:
    """Return what speaks for and against the source of a frame."""
    story = reading.story
    sentence = story.sentence_of[frame.cue]
    side, gap = side_of(place, frame.first, frame.last)
    relation, lemma = frame.relation, frame.lemma
    bucket = bucket_of(gap)
    near = gap if gap < 3 else 3
    beside = place.before if side != "a" else place.ending + place.after
    found: Features = [
        f"L{'be ' if frame.passive else ''}{lemma}{where if where != 'same' else side + str(near)}",
        (_relation_features, relation, where, side, bucket, near, kind, beside),
        (_shape_features, frame.shape, frame.passive, side, gap if gap < 2 else 2, where, place.layout),
    ]
    if where == "same":
        between = story.flags[frame.last : place.token] if side == "b" else story.flags[place.token + 1 : frame.first]
        quotes = len([bits for bits in between if bits & QUOTED][:2])
        verbs = len([bits for bits in between if bits & VERB][:2])
        embedded = within = False
        tail = any_tail = closes_sentence(reading, frame)
        for other in reading.frames_in[sentence]:
            any_tail = any_tail or closes_sentence(reading, other)
            if other.source is not frame.source:
                embedded = embedded or (other.last <= frame.first and other.lemma in cues.SAYING)
                within = within or (frame.last <= other.first and other.last <= place.token)
        nearer = _nearer_frame(reading, place, frame, gap)
        says = lemma in cues.SAYING
        found.append((_clause_features, side, bucket, quotes, verbs, embedded, within, says))
        found.append(f"JJ{within}{embedded}{place.before}{side}")
        found.append(f"H{_reports(reading, place, frame)}{side}{place.upper}")
        found.append((_tail_features, side, near, tail, any_tail, says, nearer, place.upper))
        if side == "x":
            found.append(f"X{relation}{place.before}")
        else:
            start, end = story.sentence_tokens[sentence]
            beyond = token_class(reading, frame.last if side == "a" else frame.first - 1, start, end)
            found.append(f"D{side}{near}{beyond}")
    else:
        last = story.sentence_tokens[sentence].end
        colon = story.lower[last - 1] == ":"
        found.append((_elsewhere_features, where, relation, place.layout, frame.last >= last - 2, colon))
    return found


def _reports(reading: Reading, place: Place, frame: Frame) -> str:
    """Return whose clause with "that" the stretch stands in: this frame's source's (own), another's, or none.

    Where that clause itself tells who said it ("Kim said that Lund had told her it was “lost”"), inner or outer.
    """
    lower = reading.story.lower
    before = [other for other in reading.frames_in[place.sentence] if other.last <= place.token]
    for number in reversed(range(len(before))):
        other = before[number]
        if "that" in lower[other.last : place.token]:
            return "own" if other.source is frame.source else "another"
        speaks = other.lemma in ATTRIBUTING and other.relation == "subject"
        if speaks and any(begins_clause_of(reading, other, outer) for outer in before[:number]):
            return "inner" if other.source is frame.source else "outer"
    return "none"


def _relation_features(
    relation: str, where: str, side: str, bucket: str, near: int, kind: str, beside: str
) -> list[str]:
    return [f"F{relation}{where}{side}{bucket}", f"R{relation}{side}{beside}", f"K{kind}{relation}{where}"]


def _shape_features(shape: str, passive: bool, side: str, near: int, where: str, layout: str) -> list[str]:
    return [f"S{shape}{passive}{side}{near}{where}", f"A{where}{layout}{side}{near}"]


def _clause_features(
    side: str, bucket: str, quotes: int, verbs: int, embedded: bool, within: bool, says: bool
) -> list[str]:
    """Name what stands between a frame and a stretch of its sentence."""
    return [f"Q{side}{quotes}{verbs}", f"I{embedded}{side}{bucket}", f"J{within}{side}{says}{bucket}"]


def _tail_features(
    side: str, near: int, tail: bool, any_tail: bool, says: bool, nearer: bool, upper: bool
) -> list[str]:
    """Name what tells whether a frame or another one holds the whole sentence."""
    names = [f"T{tail}{says}{side}", f"V{tail}{any_tail}"]
    return names if nearer else [*names, f"near{side}{near}{upper}"]


def _clause_from(reading: Reading, place: Place, frame: Frame) -> str:
    """Return where a frame of the stretch's sentence lies: +1 or -1, as if it were another one, in another clause."""
    if clause_begins(reading, place.token + 1, frame.first):
        return "+1"
    between = (
        other
        for other in reading.frames_in[place.sentence]
        if other.source is not frame.source and frame.last <= other.first and other.last <= place.token
    )
    return "-1" if any(clause_begins(reading, frame.last, other.first) for other in between) else "same"


def _elsewhere_features(where: str, relation: str, layout: str, final: bool, colon: bool) -> list[str]:
    """Name what speaks for a frame of another sentence."""
    names = [f"E{where}{final}{layout}", f"G{where}{relation}{layout}"]
    return [*names, f"colon{where}"] if colon else names


def _nearer_frame(reading: Reading, place: Place, frame: Frame, gap: int) -> bool:
    return any(
        other is not frame and side_of(place, other.first, other.last)[1] < gap
        for other in reading.frames_in.get(place.sentence, ())
    )


def unknown_features(reading: Reading, place: Place) -> Features:
    """Return what speaks for somebody who is not among the mentions."""
    frames = reading.frames_in.get(place.sentence, ())
    gap = min((side_of(place, frame.first, frame.last)[1] for frame in frames), default=99)
    cued = f"{min(gap, 3) if gap < 16 else 'no'}"
    words = place.words if place.words <= 6 else 10 if place.words <= 10 else 20
    return [(_unknown_features, place.layout, cued, place.previous_near, place.previous is None, words)]


def _unknown_features(layout: str, cued: str, near: str, nobody_before: bool, words: int) -> list[str]:
    return [f"U{layout}", f"U{cued}", f"U{near}{nobody_before}{layout}", f"Uw{words}"]
