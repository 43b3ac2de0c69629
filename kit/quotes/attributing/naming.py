"""Names and terms: what the words before a stretch make of it, a title, a nickname, somebody's word for a thing."""

from __future__ import annotations

import re
from bisect import bisect_left

from kit.quotes import cues
from kit.quotes.attributing.candidates import Place
from kit.quotes.parsing.narrative import ADVERB, QUOTED
from kit.quotes.parsing.reading import Reading

CALLING = {"brand", "call", "deem", "label", "term"}  # with these, who judges by the words is named
NAMING_VERBS = {cues.VERBS[word] for word in cues.NAMING if word in cues.VERBS} - CALLING
IS = frozenset(["is", "was", "are", "were", "'s", "’s"])
_NAMERS = cues.NAMING | cues.WORKS | {form for form, lemma in cues.VERBS.items() if lemma in CALLING}
_PROVERBS = frozenset(["adage", "maxim", "proverb", "saying"])
_GOING = frozenset(["goes", "has", "puts", "went"])
# What brokers and agencies advise, and the words for their doing so.
_RATINGS = frozenset(
    [
        *("accumulate", "add", "buy", "hold", "junk", "negative", "neutral", "outperform", "overweight", "reduce"),
        *("sell", "stable", "underperform", "underweight"),
    ]
)
_RATED = frozenset(
    [
        *("downgrade", "downgraded", "downgrades", "downgrading", "outlook", "rate", "rated", "rates", "rating"),
        *("ratings", "recommendation", "stock", "upgrade", "upgraded", "upgrades", "upgrading"),
    ]
)
_EDGE = ".,;"
# Who thinks something of a thing rather than has a word for it.
_JUDGES = frozenset(
    [
        *("activists", "allies", "campaigners", "conservationists", "critics", "democrats", "detractors", "diplomats"),
        *("environmentalists", "lawmakers", "lawyers", "observers", "opponents", "prosecutors", "republicans"),
        *("rivals", "supporters", "unions"),
    ]
)
_SHORTEST_JUDGMENT = 2  # words: a sham
_LINK = re.compile(
    r"[\W_]{0,4}(?:also read|more on this|read also|read more|recommended|related|see also) ?[:|–]", re.I
)
_BEEN = frozenset(["is", "was", "are", "were", "been", "being"])
# The words between a naming word and the stretch that it names.
_LINKS = frozenset(["as", "by", "simply", "here", "to", "the", "a", "an", "is", "was", "of", "only", "locally", "just"])


def naming_of(reading: Reading, place: Place) -> tuple[str, int]:
    """Return how the words before a stretch make it a name or a term, and how far off; "" where they do not.

    word      the word “quay”, the term is “…”, the so-called “…”
    dubbed    a tower known as “the Needle”, fans nicknamed her “the Wall”
    called    a tower called “the Needle”, is called “…”
    work      her novel, “The Salt Road”
    whatcall  what he called “a disgrace”: that is somebody's word
    calls     called it “a disgrace”, a shot he calls “the Elevator”
    """
    if place.naming is None:
        place.naming = _naming_before(reading, place)
    return place.naming


def _naming_before(reading: Reading, place: Place) -> tuple[str, int]:
    story = reading.story
    first = story.sentence_tokens[place.sentence].start
    if _equals_name(reading, place.token, first):
        return "word", 0
    if _NAMERS.isdisjoint(story.lower[max(first, place.token - 7) : place.token]):
        return "", 0
    for token in range(place.token - 1, max(first, place.token - 7) - 1, -1):
        word, bits = story.lower[token], story.flags[token]
        lemma = cues.VERBS.get(word, "")
        if bits & QUOTED or word in (".", ";") or lemma in cues.SAYING:
            break
        near = place.token - token
        between = story.lower[token + 1 : place.token]
        if lemma in CALLING:
            return _called(reading, token, first), near
        if word in cues.NAMING and (lemma or word.endswith("ed") or all(each in _LINKS for each in between)):
            return ("dubbed" if lemma or word.endswith("ed") else "word"), near
        if word in cues.WORKS and near < 5:
            return "work" + ("," if "," in between else ""), near
    return "", 0


def is_nobodys(reading: Reading, place: Place) -> bool:
    """Is it a proverb, a broker's rating or the words of a link, and nobody's speech here?"""
    return _is_proverb(reading, place) or _is_rating(reading, place) or _is_link(reading, place)


def _is_link(reading: Reading, place: Place) -> bool:
    """Does the paragraph only lead to another article: "Read more: “We had no choice”: inside the mill"?"""
    return _LINK.match(reading.text, reading.blocks[place.paragraph].start) is not None


def _is_rating(reading: Reading, place: Place) -> bool:
    """Is it what brokers advise: cut the stock to “hold” from “buy”, had rated it “neutral”?"""
    if place.words > 1 or place.upper:
        return False
    number = bisect_left(reading.story.quote_tokens, place.token)
    stretch = reading.stretches[number]
    if reading.text[stretch.start : stretch.end].strip(_EDGE) not in _RATINGS:
        return False
    first = reading.story.sentence_tokens[place.sentence].start
    return not _RATED.isdisjoint(reading.story.lower[first : place.token])


def _is_proverb(reading: Reading, place: Place) -> bool:
    """Is it a proverb: "As the old saying goes, “…”", "“…”, as the proverb has it"?"""
    lower, (first, last) = reading.story.lower, reading.story.sentence_tokens[place.sentence]
    before = lower[max(first, place.token - 6) : place.token]
    behind = lower[place.token + 1 : min(place.token + 8, last)]
    if before[-2:-1] in (["goes"], ["it"]) and "as" in before:
        return not _PROVERBS.isdisjoint(before)
    return "as" in behind[:2] and not _PROVERBS.isdisjoint(behind[1:5]) and not _GOING.isdisjoint(behind)


def _equals_name(reading: Reading, token: int, first: int) -> bool:
    """Does "is" stand before the stretch, and a word such as name or term before that: the name of the boat is “…”?"""
    story = reading.story
    verb = token - 1
    while verb > first and story.flags[verb] & ADVERB:
        verb -= 1
    if verb <= first or story.lower[verb] not in IS:
        return False
    for place in range(verb - 1, max(first, verb - 12) - 1, -1):
        if story.flags[place] & QUOTED or cues.VERBS.get(story.lower[place]) in cues.SAYING:
            return False
        if story.lower[place] in cues.NAMING and story.lower[place] not in cues.VERBS:
            return True
    return False


def _called(reading: Reading, token: int, first: int) -> str:
    """Return which use of call it is: called (passive), whatcall or calls."""
    story = reading.story
    what = "what" in story.lower[max(first, token - 5) : token]
    for frame in reading.frames_in.get(story.sentence_of[token], ()):
        if frame.cue == token:
            if frame.passive:
                return "called"
            return "whatcall" if what else "calls"
    return "whatis" if what else "called"


def is_called_by(reading: Reading, place: Place) -> bool:
    """Is it what somebody calls something: "was branded “a sham” by Kim", "a ruling critics called “a sham”"?

    Not "a song called “Rain” by Kim".
    """
    if _is_judged(reading, place):
        return True
    if place.after not in ("by", "$"):
        return False
    lower, verb = reading.story.lower, place.token - 1
    if verb < 1 or lower[place.token + 1 : place.token + 2] != ["by"]:
        return False
    verb -= lower[verb] in ("a", "an", "as", "the")
    return cues.VERBS.get(lower[verb]) in CALLING and lower[verb - 1] in _BEEN


def _is_judged(reading: Reading, place: Place) -> bool:
    """Is it "a sham" in "a ruling critics called “a sham”", what they think of it, and not the locals' word for it?"""
    verb = place.token - 1
    if cues.VERBS.get(reading.story.lower[verb]) not in CALLING or place.upper or place.words < _SHORTEST_JUDGMENT:
        return False
    number = bisect_left(reading.story.quote_tokens, place.token)
    stretch = reading.stretches[number]
    if not reading.text.startswith(("a ", "an "), stretch.start):
        return False
    frames = (frame for frame in reading.frames_in.get(place.sentence, ()) if frame.cue == verb and not frame.passive)
    source = next((frame.source for frame in frames if frame.relation == "subject"), None)
    return source is not None and reading.story.lower[source.head] in _JUDGES
