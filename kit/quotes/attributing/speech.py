"""Speech or not: does a quoted stretch hold somebody's words, or a title, a nickname, a term, what a sign says?

Learned from features of what stands around the stretch (the word that governs it above all) and of what is in it.
"""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.attributing.candidates import Place, bucket_of, side_of, token_class
from kit.quotes.attributing.clauses import closes_sentence, interrupts, joined_to_quote
from kit.quotes.attributing.governor import Governor, governor_of
from kit.quotes.attributing.naming import CALLING, IS, NAMING_VERBS, is_called_by, is_nobodys, naming_of
from kit.quotes.attributing.speech_features import (
    after_features,
    before_features,
    frame_features,
    governor_features,
    judging_features,
    layout_features,
    left_features,
    lemma_features,
    modifier_features,
    naming_features,
    saying_features,
    sign_features,
    size_features,
)
from kit.quotes.model import Features, Model
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.narrative import (
    CALENDAR,
    FUNCTION,
    NUMBER,
    PUNCTUATION,
    QUOTED,
    VERB,
)
from kit.quotes.parsing.reading import Reading
from kit.quotes.parsing.spans import Stretch

_EDGE = ".,!?;:…'’"
# With these before it, a law's words follow: charged with, on suspicion of, pleaded guilty to.
_CHARGING = cues.PROSECUTING - {"accused", "tried"} | {"charge", "charges", "count", "counts", "guilty", "suspicion"}
_BETWEEN_CHARGES = frozenset(["a", "an", "and", "both", "or", "the", ","])
_LETTERS = cues.NOUNS - cues.SURFACES - cues.WORKS - cues.NAMING
_SINGLE = "'‘"
# How sure it has to be that a stretch is speech, and one that a verb of saying reports; set on the gold so that few
# titles and terms come through and hardly a quotation is lost.
_LEAST, _LEAST_REPORTED = 1.55, 1.05
_FIRST_PERSON = frozenset(["i", "i'm", "i've", "i'll", "i'd", "we", "we're", "we've", "we'll", "we'd", "my", "our"])
_LONG = 9  # words; so long is no term, and what is no title either is speech
_FRAGMENT = 4  # words; a term that a verb of saying reports is shorter
_BEHIND = 2  # tokens from a stretch to what follows at once, a comma between them
_STATEMENT = 8  # words; a title or a term in the first person is shorter
_PERSONAL = frozenset(["i", "we", "you", "my", "our", "your", "me", "us", "i'm", "i've", "we're", "don't", "let's"])
_OPEN_CLASSES = frozenset(["w", "s", "ed", "ing", "Cap", "person", "inst", "cue", "verb", "num", "cal"])


def speech_features(reading: Reading, place: Place, stretch: Stretch, *, sure: bool, before: bool) -> Features:
    """Return what tells whether a stretch is speech."""
    story = reading.story
    token = place.token
    first, last = story.sentence_tokens[place.sentence]
    inside = reading.text[stretch.start : stretch.end]
    words = [word.strip(_EDGE) for word in inside.lower().replace("’", "'").split(maxsplit=25)[:25]]
    size = place.words if place.words <= 6 else 10 if place.words <= 10 else 20
    capitals = title_case(inside)
    layout = place.layout
    governor = governor_of(reading, token, first)
    left = story.lower[token - 1] if token > first else "^"
    left2 = story.lower[token - 2] if token - 1 > first else "^"
    left_class = token_class(reading, token - 2, first, last) + place.before
    clause = not cues.CLAUSE_WORDS.isdisjoint(words)
    personal = not _PERSONAL.isdisjoint(words)
    ending = place.ending if place.ending in ".?!" else ","
    large = capitals if capitals in "T1" else "u" if place.upper else "l"
    modifier = place.before in ("a", "an", "the", "det", "of", "'s") and place.after in _OPEN_CLASSES
    what = "what" in story.lower[max(first, token - 7) : token]
    nearest, gap = _nearest(reading, place)
    saying = _saying(reading, place)
    gap_before = bucket_of(governor.gap)
    naming, distance = naming_of(reading, place)
    named = naming in ("word", "dubbed", "called", "whatis")
    reported = not place.upper and is_reported(reading, place)
    group, relation = governor.group, nearest.relation if nearest else "-"
    return [
        (size_features, size, ending, large, clause, personal, reported),
        (layout_features, layout, large, ending, min(place.words, 3), capitals, size),
        (naming_features, naming, named, min(distance, 4), large, saying[0], size),
        (judging_features, _judged(reading, place), named, size, large),
        (sign_features, _sign_before(reading, place, first), naming, group, place.before),
        (before_features, place.before, large, reported),
        (left_features, left_class, group, reported),
        (after_features, place.after, ending, large, reported),
        (modifier_features, modifier, what, size),
        (governor_features, group, gap_before, size, large, ending),
        (lemma_features, governor.lemma, gap_before, large),
        (saying_features, saying, group, large, size),
        (frame_features, relation, nearest.passive if nearest else None, gap, large, named),
        f"Y{sure}{bool(naming)}{place.ending}",
        f"b{left}" if len(left) < 14 else "b",
        f"bb{left2} {left}" if len(left2) < 12 and len(left) < 14 else "bb",
        f"x{place.before}{place.after}",
        f"x{place.before}{place.after}{size if place.words < 4 else large}",
        f"gw{governor.word}{left}",
        f"G{group}{what}{_subject_of(reading, governor, place)}",
        f"f{nearest.lemma if nearest else '-'}{gap}",
        f"o{_kind_of_source(reading, nearest)}{gap}" if nearest else "o",
        f"s{reading.text[stretch.outer_start] in _SINGLE}{large}",
        f"v{before}{place.previous_near}",
        f"v{before}{left}" if place.previous_near == "same" else f"v{place.previous is None}",
    ]


def _nearest(reading: Reading, place: Place) -> tuple[Frame | None, str]:
    frames = [frame for frame in reading.frames_in.get(place.sentence, ()) if frame.lemma not in NAMING_VERBS]
    if not frames:
        return None, "no"
    nearest = min(frames, key=lambda frame: side_of(place, frame.first, frame.last)[1])
    side, gap = side_of(place, nearest.first, nearest.last)
    return nearest, f"{side}{min(gap, 3)}" if gap < 16 else "no"


_PRINTED = cues.SURFACES - {"board", "label", "notice"}  # these may speak, as people and documents do
_BEARING = frozenset(["declare", "proclaim", "read", "say", "state"])
_ONE_OF = 3  # tokens from a quotation to the placards of “…,” one of the placards said
# What leads up to the words on a sign: a banner with the words “…”, placards reading “…”.
_ON_SIGNS = frozenset(["words", "read", "reads", "reading", "saying", "says", "bearing", "declaring", "proclaiming"])


def _judged(reading: Reading, place: Place) -> str:
    """Return how somebody judges by a fragment: rejected it as “…”, called it “…”, said it was “…”; "-" if not."""
    before = reading.story.lower[place.token - 1] if place.token else ""
    for frame in reversed(reading.frames_in.get(place.sentence, ())):
        gap = place.token - frame.cue
        if gap <= 0 or frame.relation in ("owner", "maker", "according"):
            continue
        if before == "as" and gap < 12:
            return "know" if frame.lemma in NAMING_VERBS else f"as{frame.passive}"
        if frame.relation == "agent":
            continue
        if frame.lemma in CALLING | {"dub"} and gap < 9:
            return f"call{min(gap, 3)}{frame.passive}"
        if frame.lemma in cues.SAYING:
            return "is" if before in IS or before in ("be", "been", "a", "an") else "says"
        break
    return "-"


def _sign_before(reading: Reading, place: Place, first: int) -> str:
    """Return whether a sign, a banner or a T-shirt is spoken of before the stretch, or in the sentence before."""
    story = reading.story
    if not cues.SURFACES.isdisjoint(story.lower[first : place.token]):
        return "here"
    same = place.sentence and story.paragraph_of[place.sentence - 1] == place.paragraph
    one_of_them = first < place.token and story.lower[first] in ("one", "another")
    if same or (place.sentence and one_of_them):
        earlier = story.sentence_tokens[place.sentence - 1]
        if not cues.SURFACES.isdisjoint(story.lower[earlier.start : earlier.end]):
            return "before" + (story.lower[first] if one_of_them or story.lower[first] == "it" else "")
    return ""


def _kind_of_source(reading: Reading, frame: Frame) -> str:
    """Return what speaks: a sign, a work, a text, it after either, or anybody else."""
    story = reading.story
    source = frame.source
    head = story.lower[source.head]
    for name, words in (("sign", cues.SURFACES), ("work", cues.WORKS), ("name", cues.NAMING), ("text", cues.NOUNS)):
        if head in words:
            return name
    return head if source.kind == "pronoun" else source.kind


def _saying(reading: Reading, place: Place) -> str:
    """Return how a verb of saying may report the stretch: behind it, before it (how far off), or not at all."""
    if place.saying is None:
        place.saying = _saying_around(reading, place)
    return place.saying


def _saying_around(reading: Reading, place: Place) -> str:
    found = "-"
    for frame in reading.frames_in.get(place.sentence, ()):
        if frame.lemma in cues.SAYING or frame.lemma == "according":
            if closes_sentence(reading, frame) or interrupts(reading, frame, place.token):
                return "c"
            if frame.last <= place.token:
                found = "b" + bucket_of(place.token - frame.last)
            elif frame.first == place.token + 1:
                return "a"
    return found


def _subject_of(reading: Reading, governor: Governor, place: Place) -> str:
    """Return the relation of the governor to its source, "-" where it has none."""
    if governor.token < 0:
        return "-"
    for frame in reading.frames_in.get(place.sentence, ()):
        if frame.cue == governor.token:
            return f"{frame.relation}{frame.passive}"
    bits = reading.story.flags[governor.token - 1] if governor.token else 0
    return "+" if not bits & (FUNCTION | PUNCTUATION | QUOTED) else "-"


def title_case(inside: str) -> str:
    """Return T for Words Like These (small ones aside), 1 for one large word, t for none, m for what lies between."""
    words = [word for word in inside.split() if word[0].isalpha()]
    large = len([word for word in words if word[0].isupper()])
    if large < 2:
        return "1" if large else "t"
    return "T" if all(word[0].isupper() for word in words if len(word) > 3) else "m"


def is_speech(reading: Reading, place: Place, stretch: Stretch, model: Model, *, sure: bool, before: bool) -> bool:
    """Is a stretch somebody's words?

    `sure` tells whether the sentence leaves no doubt whose they are, `before` whether the stretch before was speech.
    """
    if is_on_sign(reading, place):
        return False
    if must_be_speech(reading, place, stretch, sure=sure):
        return True
    if is_named(reading, place):
        return False
    if sure and place.alone and place.upper and place.ending in (".", "?", "!"):
        return True
    if before and place.ending == "!" and joined_to_quote(reading, place.token):
        return True
    if place.words >= _LONG and not naming_of(reading, place)[0] and not _is_title(reading, stretch):
        return True
    reported = is_reported(reading, place)
    if reported and not place.upper and place.words >= _FRAGMENT:
        return True
    least = _LEAST_REPORTED if reported else _LEAST
    return model.score(speech_features(reading, place, stretch, sure=sure, before=before)) > least


def is_on_sign(reading: Reading, place: Place) -> bool:
    """Does a thing bear the words, right beside them: "“…,” says a sign", "one of the banners read: “…”"?"""
    for frame in reading.frames_in.get(place.sentence, ()):
        bears = frame.lemma in _BEARING and frame.source.kind == "nominal"
        if bears and (0 < frame.first - place.token <= _ONE_OF or 0 <= place.token - frame.last <= 1):
            head, end = reading.story.lower[frame.source.head], frame.source.name.lower().rpartition(" ")[2]
            if not _PRINTED.isdisjoint((head, end)):
                return True
    return False


def is_named(reading: Reading, place: Place) -> bool:
    """Is the stretch surely a name, or what a sign says: titled “…”, known to others as “…”, a banner reading “…”?

    Not where somebody is said to call it so: dubbed “…” by Kim.
    """
    story = reading.story
    first, last = story.sentence_tokens[place.sentence]
    if _is_reference(reading, place.token, last) or _is_charge(reading, place, first) or is_nobodys(reading, place):
        return True
    if place.token == first or story.lower[place.token + 1 : min(place.token + 2, last)] == ["by"]:
        return False
    near = story.lower[max(first, place.token - 9) : place.token]
    if near[-1] in _ON_SIGNS or (near[-1] == ":" and near[-2:-1] in (["read"], ["reads"], ["reading"])):
        return not cues.SURFACES.isdisjoint(near)
    return near[-1] in cues.TITLED or (near[-1] == "as" and "known" in near[-7:])


def must_be_speech(reading: Reading, place: Place, stretch: Stretch, *, sure: bool) -> bool:
    """Is it beyond doubt somebody's words: a quotation that goes on, a sentence by itself, or “We will,” Kim said?"""
    frames = reading.frames_in.get(place.sentence, ())
    if stretch.continues or is_called_by(reading, place) or _is_in_words_of(reading, place):
        return True
    for frame in frames:
        if frame.relation in _TELLS_OF_WORDS and _TELLS_OF_WORDS[frame.relation](reading, place, frame):
            return True
    if place.alone and place.upper and place.ending in (".", "?", "!", "…"):
        several = sure or place.words > 1 or place.previous is not None
        return several and (place.whole_paragraph or not place.opens)
    if place.upper and place.words >= _STATEMENT and _in_first_person(reading.text[stretch.start : stretch.end]):
        closes = place.before == "," and place.after == "$" and place.ending in (".", "?", "!")
        return closes or _saying(reading, place) in ("b0", "b1", "b2", "b4", "b8", "a", "c")
    begun = place.upper and place.ending == ","
    whole = place.upper and place.before == ":" and place.ending in (".", "?", "!")
    told = begun and any(frame.relation == "inverted" and frame.first == place.token + 1 for frame in frames)
    return (told or (sure and (begun or whole))) and not naming_of(reading, place)[0]


def _is_title(reading: Reading, stretch: Stretch) -> bool:
    inside = reading.text[stretch.start : stretch.end]
    small = any(len(word) > 3 and word[0].islower() for word in inside.split())
    return not small and title_case(inside) == "T"


def _is_according_to(reading: Reading, place: Place, frame: Frame) -> bool:
    """Does "according to Kim" follow, and no name or term stand before that?"""
    return 0 < frame.first - place.token <= _BEHIND and not naming_of(reading, place)[0]


def _is_in_words_of(reading: Reading, place: Place) -> bool:
    """Does "in the words of Kim" follow, and no name or term stand before that?"""
    first = place.token + 1 + (place.after == ",")
    words = place.after in ("in", ",") and reading.story.lower[first : first + 4] == ["in", "the", "words", "of"]
    return words and not naming_of(reading, place)[0]


def _is_cried(reading: Reading, place: Place, frame: Frame) -> bool:
    """Is it cried by somebody: shouts of “…” from the crowd?"""
    return frame.first < place.token < frame.last and cues.VERBS.get(frame.lemma) in cues.CRYING


def _is_written(reading: Reading, place: Place, frame: Frame) -> bool:
    """Does a text hold it, right behind its verb: "a note that said “…”"?"""
    behind = 0 <= place.token - frame.last <= 1 and frame.lemma in ("read", "say")
    return behind and reading.story.lower[frame.source.head] in _LETTERS


# By a frame's relation: what shows that it reports the stretch.
_TELLS_OF_WORDS = {"according": _is_according_to, "maker": _is_cried, "relative": _is_written}


def _in_first_person(inside: str) -> bool:
    return not _FIRST_PERSON.isdisjoint(inside.lower().replace("’", "'").split())


def _is_charge(reading: Reading, place: Place, first: int) -> bool:
    """Is it what somebody is tried for, and nobody's word: charged with “…” and “…”, found guilty of “…”?"""
    lower, flags = reading.story.lower, reading.story.flags
    token = place.token - 1
    while token > first and (flags[token] & QUOTED or lower[token] in _BETWEEN_CHARGES):
        token -= 1
    if lower[token] not in ("with", "of", "to", "for"):
        return False
    for before in range(token - 1, max(first, token - 6) - 1, -1):
        if lower[before] in _CHARGING:
            return _saying(reading, place) == "-"
        if flags[before] & (VERB | PUNCTUATION | QUOTED):
            break
    return False


def _is_reference(reading: Reading, token: int, last: int) -> bool:
    """Do a dash, an outlet and its day follow, as in a list of sources: “Rents rise again” — The Post, May 3, 2008?"""
    story = reading.story
    if token + 2 >= last or story.lower[token + 1] not in cues.DASHES:
        return False
    behind = range(token + 2, last)
    return any(story.flags[each] & CALENDAR for each in behind) and any(story.flags[each] & NUMBER for each in behind)


def is_reported(reading: Reading, place: Place) -> bool:
    """Is it what a verb of saying reports ("she said they were “on track”"), and no name or term in it?"""
    if place.before in ("a", "an", "the", "det", "by") or _saying(reading, place) in ("-", "a"):
        return False
    return not naming_of(reading, place)[0]
