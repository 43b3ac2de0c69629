"""Substance: whether a content says anything, or is only whom, when or how somebody spoke, or that nobody answered."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    CALENDAR,
    CAPITAL,
    CUE_NOUN,
    DETERMINER,
    INSTITUTION,
    PERSON,
    PREPOSITION,
    PRONOUN,
)
from kit.quotes.parsing.reading import Reading
from kit.quotes.reporting.contents import Report, has_verb

_WHEN = CALENDAR | DETERMINER | PREPOSITION | PRONOUN
_LATELY = frozenset(["ago", "earlier", "early", "late", "later", "last", "next", "other", "then"])
_NOTHING = frozenset(
    ["aloud", "anything", "enough", "goodbye", "hello", "little", "more", "much", "nothing", "so", "something"]
)
_ASKED_FOR = frozenset(["for", "seeking"])  # a request for comment, an email seeking comment
_HELD = frozenset(["allege", "believe", "know", "report", "say", "suspect", "think", "understand"])
_SAID_OF = frozenset(["add", "ask", "say", "write"])  # said of him; but warned of rain
_ANSWERING = frozenset(["answer", "reply", "respond"])
_DECLINING = frozenset(["decline", "refuse"])
_KEPT_BACK = frozenset(["drawn", "identified", "interviewed", "named", "photographed", "pictured", "quoted"])
_OPENS_NOUN = CAPITAL | DETERMINER | PREPOSITION | PRONOUN  # pointed to her knee
_CLAUSE_OPENERS = cues.SUBORDINATORS | {"how", "than", "that", "what", "where", "whether", "which", "who", "why"}
_SUBJECTS = frozenset(["he", "i", "it", "she", "there", "they", "we", "you"])


def says_something(reading: Reading, report: Report) -> bool:
    """Is a content more than a day ("late on Tuesday"), a person ("praised Ana Lund") or silence ("to comment")?"""
    return not (
        _is_about_time(reading, report)
        or _is_somebody(reading, report)
        or _is_silence(reading, report)
        or _is_held_of(reading, report)
        or _is_nobodys(reading, report)
        or _is_mere_object(reading, report)
    )


def _is_about_time(reading: Reading, report: Report) -> bool:
    """Is it only when something was said, or "nothing", or what somebody did next?"""
    story = reading.story
    words = story.lower[report.first : report.last]
    if words[0] in {"and", "but", "or"} or (len(words) == 1 and words[0] in _CLAUSE_OPENERS):
        return True
    if "time" in words:
        spoken = [word for word in words if word.isalpha()]
        if len(spoken) < 3 and spoken[-1] == "time":
            return True  # said on Monday (local time)
    for token, word in enumerate(words, report.first):
        if not (story.flags[token] & _WHEN or word in _LATELY or word in _NOTHING):
            return False
    return True


def _is_somebody(reading: Reading, report: Report) -> bool:
    """Is it just who was praised or called, or of whom it was said?"""
    if report.frame.lemma in _SAID_OF and reading.story.lower[report.first] == "of" and report.shape[0] == "s":
        return True
    mentions = reading.mentions_in.get(reading.story.sentence_of[report.first], ())
    for each in mentions:
        same = each.first == report.first and each.last == report.last
        if same and (each.kind != "nominal" or report.shape[0] == "s"):
            return True
    return False


def _is_silence(reading: Reading, report: Report) -> bool:
    """Is it that somebody did not answer: "declined to comment", "asked not to be named", "replied to questions"?"""
    story, frame = reading.story, report.frame
    words = story.lower[report.first : report.last]
    if "comment" in words:
        place = report.first + words.index("comment")
        if place == report.last - 1 or story.lower[place - 1] in _ASKED_FOR:
            return True
    if report.shape[0] in "ab":
        return False
    if frame.relation == "infinitive" and cues.VERBS.get(story.lower[frame.cue - 2]) in _DECLINING:
        return True  # declined to say who had won
    if frame.lemma in _ANSWERING and "to" in (words[0], story.lower[report.first - 1]):
        return True
    asked = "to" in words[:2]
    if not asked and frame.lemma not in _DECLINING:
        return False
    verb = next((word for word in words[:3] if word not in {"not", "to"}), "")
    if asked and verb == "be":
        return not _KEPT_BACK.isdisjoint(words[2:5])
    return frame.lemma in _DECLINING and (verb in cues.VERBS or frame.lemma == "decline")


def _is_nobodys(reading: Reading, report: Report) -> bool:
    """Is the source nobody, or a lone word and no noun: "no group has claimed it", "steps that include saying it"?"""
    source = report.frame.source
    if reading.story.lower[source.first] in ("neither", "no", "nobody", "none"):
        return True
    if source.kind != "nominal" or source.last - source.first > 1:
        return False
    noun = reading.story.flags[source.head] & (PERSON | INSTITUTION | CUE_NOUN | CAPITAL)
    return not (noun or reading.story.lower[source.head].endswith("s"))


def _is_held_of(reading: Reading, report: Report) -> bool:
    """Is it what others hold of somebody: "a man believed to have fled"?"""
    frame = report.frame
    return (
        frame.shape == "past" and frame.lemma in _HELD and reading.story.lower[frame.cue + 1 : frame.cue + 2] == ["to"]
    )


def _is_mere_object(reading: Reading, report: Report) -> bool:
    """Is it what somebody acts on or perceives, with no clause in it: "welcomed the ruling", "put the kettle on"?"""
    frame = report.frame
    if report.shape[0] in "ab":
        return False
    acts = frame.lemma in cues.ACTS or (frame.lemma in cues.PERCEIVING and _is_person(frame.source))
    return acts and not _holds_clause(reading, report.first, report.last)


def _is_person(source: Mention) -> bool:
    return (source.kind == "name" and not source.organisation) or (source.kind == "pronoun" and source.gender in "fm")


def _holds_clause(reading: Reading, first: int, last: int) -> bool:
    """Is there a clause among the tokens, as far as conjunctions, pronouns and verbs show one?"""
    story = reading.story
    for token in range(first, last):
        word = story.lower[token]
        if word == "to" and token + 1 < last and not story.flags[token + 1] & _OPENS_NOUN:
            return True
        if word in _CLAUSE_OPENERS or (word in _SUBJECTS and token + 1 < last):
            return True
        participle = token > first and story.flags[token - 1] & DETERMINER  # the proposed road
        if not participle and has_verb(reading, token, token + 1):
            return True
    return False
