"""The parties to a case: "the defendant" for who was charged, "the victim" for who was attacked, "the witness"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import ADVERB, PUNCTUATION
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import NOBODY, Discourse
from kit.quotes.resolving.epithets import RANKS, is_definite

ACCUSED = frozenset(["accused", "convict", "defendant", "suspect"])
WRONGED = frozenset(["complainant", "plaintiff", "victim"])
PARTIES = ACCUSED | WRONGED | {"witness"}
_ADVOCATES = cues.ROLE_SYNONYMS["lawyer"] | cues.ROLE_SYNONYMS["judge"] | {"judge", "lawyer", "prosecutor"}
_BE = frozenset(["are", "be", "been", "being", "is", "was", "were"])
_PLEADING = frozenset(["pleaded", "pleads", "pled"])
_ANSWERING = frozenset(["admits", "admitted", "denied", "denies"])
_SUING = frozenset(["sued", "sues", "suing"])
_COURTS = frozenset(["court", "courts", "judge", "justice", "magistrate", "magistrates", "tribunal"])
_HEARINGS = _COURTS | {"commission", "committee", "hearing", "inquest", "inquiry", "jurors", "jury", "panel", "trial"}
_TESTIFYING = frozenset(["testified", "testifies", "testify", "testifying"])
_WITNESSING = {"evidence": ("gave", "gives", "giving"), "stand": ("the",)}  # gave evidence, took the stand
_TESTIMONY = frozenset(["evidence", "testimony"])
_IN_ONES = (["in", "his"], ["in", "her"])  # in her evidence, Lund said
_TRIGGERS = (
    cues.PROSECUTING
    | cues.ATTACKING
    | _ANSWERING
    | _PLEADING
    | _SUING
    | _TESTIFYING
    | _WITNESSING.keys()
    | _TESTIMONY
    | {"appeared", "cross-examined", "guilty", "heard", "told"}
)
_PEOPLE_BACK, _SUBJECTS_BACK, _ADVERBS, _BEHIND, _HEARERS = 100, 10, 2, 7, 4


class Parties:
    """Reads whom an article says was charged, sued or attacked, and who testified, as far as it is asked about."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._read = 0
        self._accused: set[int] = set()
        self._wronged: set[int] = set()
        self._witnesses: set[int] = set()

    def called(self, mention: Mention, head: str, discourse: Discourse) -> int | None:
        """Return the last one met of those whom "the defendant", "the victim" or "the witness" may mean.

        None where the article says of nobody met so far that they were charged, or attacked, or testified.
        """
        reading = self.reading
        if head not in PARTIES or not RANKS.isdisjoint(reading.story.lower[mention.first : mention.head]):
            return None
        if not is_definite(reading.story, mention, reading.frames_of.get(mention, ())):
            return None
        self._read_to(mention.first)
        side = self._accused if head in ACCUSED else self._wronged if head in WRONGED else self._witnesses
        other = self._wronged if head in ACCUSED else self._accused
        subjects = (
            earlier.person
            for earlier in reversed(discourse.recent[-_SUBJECTS_BACK:])
            if earlier.person in side and reading.is_subject(earlier)
        )
        for number in (*subjects, *islice(reversed(discourse.people), _PEOPLE_BACK)):
            agrees = not mention.gender or reading.people[number].gender in ("", mention.gender)
            if agrees and number in side and number not in other:
                return number
        return None

    def _read_to(self, end: int) -> None:
        lower = self.reading.story.lower
        for token in range(self._read, end):
            if lower[token] in _TRIGGERS:
                self._read_trigger(token, lower[token])
        self._read = max(self._read, end)

    def _read_trigger(self, token: int, word: str) -> None:
        reading = self.reading
        passive = _is_passive(reading, token)
        if word in cues.PROSECUTING:
            self._accused.add(_subject(reading, token) if passive else _object(reading, token))
        elif word in cues.ATTACKING:
            self._wronged.add(_subject(reading, token) if passive else _object(reading, token))
        elif word in _SUING:
            self._accused.add(_object(reading, token))
            self._wronged.add(_subject(reading, token))
        elif word == "heard":
            self._testify(_object(reading, token + 1) if reading.story.lower[token + 1] == "from" else NOBODY)
        elif word == "cross-examined":
            self._testify(_examined(reading, token, passive=passive))
        elif word in _TESTIMONY and reading.story.lower[max(0, token - 2) : token] in _IN_ONES:
            frames = reading.frames_in.get(reading.story.sentence_of[token], ())
            source = next((frame.source for frame in frames if frame.first > token), None)
            self._testify(NOBODY if source is None else _somebody(reading, source, described=True))
        elif _testifies(reading, token, word):
            self._testify(_subject(reading, token, described=True))
        elif _answers_charge(reading, token, word):
            self._accused.update(_subjects(reading, token))

    def _testify(self, number: int) -> None:
        """Keep a witness, who is no lawyer and no judge."""
        if number != NOBODY and _ADVOCATES.isdisjoint(self.reading.people[number].role_heads):
            self._witnesses.add(number)


def _testifies(reading: Reading, token: int, word: str) -> bool:
    """Is it "testified", "gave evidence", "took the stand" or "told the inquest"?"""
    lower = reading.story.lower
    if word == "told":
        return not _HEARINGS.isdisjoint(lower[token + 1 : token + 1 + _HEARERS])
    return word in _TESTIFYING or lower[token - 1] in _WITNESSING.get(word, ())


def _is_passive(reading: Reading, token: int) -> bool:
    """Is it the charged of "was later charged" or "Lund, 34, charged with fraud"?"""
    story = reading.story
    for before in range(token - 1, max(-1, token - 2 - _ADVERBS), -1):
        if not (story.flags[before] & ADVERB or story.lower[before].endswith("ly")):
            return story.lower[before] in _BE or story.lower[before] == ","
    return False


def _answers_charge(reading: Reading, token: int, word: str) -> bool:
    """Is it "pleaded", "was found guilty", "denies murder" or "appeared in court", not "appeared for the crown"?"""
    lower = reading.story.lower
    behind = lower[token + 1 : token + 1 + _BEHIND]
    if word == "appeared":
        return behind[:1] != ["for"] and not _COURTS.isdisjoint(behind)
    if word == "guilty":
        return lower[token - 1] == "found" and _is_passive(reading, token - 1)
    return word in _PLEADING or not cues.OFFENCES.isdisjoint(behind)


def _subject(reading: Reading, token: int, *, described: bool = False) -> int:
    """Return whom a verb is said of: the sentence's subject, or who is named right before "was charged".

    `described` tells whether that may be somebody without a name.
    """
    story = reading.story
    sentence = story.sentence_of[token]
    position = bisect_left(reading.mentions, token, key=lambda mention: mention.first)
    leads = reading.subject_of(sentence)
    before = [leads] if leads is not None and leads.first < token else []
    for mention in (*reading.mentions[max(0, position - 1) : position], *before):
        adjacent = token - mention.last <= 1 + _ADVERBS and not story.flags[mention.last] & PUNCTUATION
        reports = any(frame.cue < token for frame in reading.frames_of.get(mention, ()))
        if (mention is leads and not reports) or (adjacent and not reading.behind_preposition(mention)):
            return _somebody(reading, mention.described or mention, described=described)
    return NOBODY


def _subjects(reading: Reading, token: int) -> list[int]:
    """Return all of whom a verb is said: Lund, Kim and Berg in "Lund, his son Kim and Jo Berg have pleaded"."""
    here = reading.mentions_in.get(reading.story.sentence_of[token], ())
    named = [each for each in here if each.kind == "name" and not each.within and each.last <= token]
    joined = len(named) > 1 and "and" in reading.story.lower[named[-2].last : named[-1].first]
    close = joined and token - named[-1].last <= 1 + _ADVERBS
    return [_somebody(reading, each) for each in named] if close else [_subject(reading, token)]


def _examined(reading: Reading, token: int, *, passive: bool) -> int:
    """Return Lund in "Cross-examined by Kim, Lund agreed", "Lund was cross-examined", "Kim cross-examined Lund"."""
    sentence = reading.story.sentence_of[token]
    if reading.story.sentence_tokens[sentence].start != token:
        return _subject(reading, token) if passive else _object(reading, token)
    subject = reading.subject_of(sentence)
    return NOBODY if subject is None else _somebody(reading, subject, described=True)


def _object(reading: Reading, token: int) -> int:
    """Return whose name stands right behind a verb."""
    position = bisect_left(reading.mentions, token, key=lambda mention: mention.first)
    behind = reading.mentions[position : position + 1]
    return _somebody(reading, behind[0]) if behind and behind[0].first == token + 1 else NOBODY


def _somebody(reading: Reading, mention: Mention, *, described: bool = False) -> int:
    if mention.person == NOBODY:
        return NOBODY
    person = reading.people[mention.person]
    known = person.named or (described and person.human)
    return mention.person if known and not person.organisation else NOBODY
