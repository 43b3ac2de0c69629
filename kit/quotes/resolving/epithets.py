"""Epithets: what somebody met before is called next, by age, trade or family, "the 34-year-old", "the economist"."""

from __future__ import annotations

from collections.abc import Sequence

from kit.quotes import cues
from kit.quotes.parsing.descriptions import NUMERALS, is_said_in
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    NUMBER,
    PERSON,
    POSSESSIVES,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    Narrative,
)
from kit.quotes.parsing.person import Person
from kit.quotes.parsing.reading import Reading

_FORMER = frozenset(["ex", "former", "one-time", "onetime", "retired", "self-described", "self-styled", "veteran"])
# What comes before somebody not met so far: the second official, the provincial head.
RANKS = frozenset(["acting", "chief", "deputy", "first", "fourth", "other", "second", "third", "top"])
_REALMS = frozenset(["federal", "national", "provincial", "regional", "state"])
COMPANIES = cues.ROLE_SYNONYMS["company"]  # also those that may be somebody's trade: the developer said it …
_POSITIONS = frozenset(["back", "forward", "hooker", "lock", "prop"])  # of players
PLAYERS = (cues.NARROWER["cricketer"] | cues.NARROWER["player"]) - {"captain"}
_STAFF = frozenset(
    ["boss", "chairman", "coach", "director", "doctor", "manager", "president", "referee", "trainer", "umpire"]
)
_HEADS, _YOUNGEST_COACH = frozenset(["boss", "chairman", "coach", "manager", "president", "referee", "trainer"]), "28"
_BEFORE_AGE = frozenset(["age", "aged", "is", "just", "now", "only", "then", "turned", "turns", "was", "who"])
_BEHIND_AGE = frozenset(
    [",", ".", ")", ";", "–", "and", "but", "in", "last", "on", "this", "when", "years", "yesterday"]
)
_LONGEST_AGE = 6
_PRONOUN_BEHIND = 10  # tokens in which "he", "her" or "himself" tells more of whom an epithet means
_NO_NOUN = AUXILIARY | CONJUNCTION | DETERMINER | PREPOSITION | PRONOUN | PUNCTUATION | QUOTED
_PARENTS = frozenset(["dad", "father", "grandfather", "grandmother", "mother", "mum"])
# Whose business others are.
SERVING = frozenset(["coroner", "judge", "lawyer", "magistrate", "officer", "official", "prosecutor", "spokesman"])
SERVING = SERVING.union(*(cues.ROLE_SYNONYMS.get(noun, ()) for noun in SERVING))
_TIES = frozenset(["at", "behind", "beside", "for", "from", "in", "near", "next", "who", "with"])
_SOME = frozenset(["a", "an", "another", "one"])
_MENTIONS_TOLD = 8  # of one person, in which an age is told, or a surname stands alone
_ON_CASE = frozenset(
    ["arresting", "attending", "duty", "examining", "investigating", "operating", "presiding", "prosecuting"]
)


def is_epithet(story: Narrative, mention: Mention, frames: Sequence[Frame], *, speaks: bool) -> bool:
    """Is a description with "the" one by which articles repeat somebody, and no office that anybody can hold?

    Whatever says which one is meant ("the economist at Lund", "the firm's economist") may bring in somebody new.
    Trades count only where the person is the source of frames: what "the singer" does may be done by somebody never
    named.
    """
    lower = story.lower
    head, behind = lower[mention.head], mention.head + 1
    words = lower[mention.first : mention.head]
    if not is_definite(story, mention, frames):
        return False
    if behind + 1 < len(lower) and lower[behind] == "of":
        return lower[behind + 1] in NUMERALS
    return (
        (speaks and _is_trade(story, mention))
        or any(word.endswith("-year-old") for word in (*words, head))
        or "-of-" in head
        or (head in _PARENTS and mention.head - mention.first > 1)  # the new mother, the grieving father
        or head.startswith("ex-")
        or not _FORMER.isdisjoint(words)
    )


def is_definite(story: Narrative, mention: Mention, frames: Sequence[Frame]) -> bool:
    """Is it "the" one, and does nothing say which: the bank's economist, the economist at the bank, the second one?"""
    lower = story.lower
    behind = mention.head + 1
    words = lower[mention.first : mention.head]
    if lower[mention.first] != "the" or mention.gender == "p" or not POSSESSIVES.isdisjoint(words):
        return False
    if not _ON_CASE.isdisjoint(words) or lower[mention.head].startswith("co-"):
        return False  # the arresting officer, the co-pilot
    if behind + 1 >= len(lower):
        return True
    if lower[behind] == "of" and lower[behind + 1] in _SOME:
        return False  # the head of a nearby school
    reports = len(frames) == 1 and frames[0].cue == behind  # the officer posted on Monday
    if lower[behind] == "from" and lower[mention.head].endswith("-year-old"):
        return True  # said the 34-year-old from Leith
    if is_said_in(story, behind, len(lower)):
        return True  # said the economist in a statement
    return reports or not (lower[behind] in _TIES or _is_participle(story, behind))


def _is_participle(story: Narrative, token: int) -> bool:
    """Does what follows say which one: the officer leading the inquiry, the man accused of theft?"""
    word = story.lower[token]
    return word.endswith("ing") or (word.endswith("ed") and bool(story.flags[token + 1] & PREPOSITION))


def _is_trade(story: Narrative, mention: Mention) -> bool:
    """Is it "the farmer", "the researcher", "the Brazilian", and not "the judge" or "the other researcher"?"""
    head = story.lower[mention.head]
    if head in cues.DEMONYMS:
        return True
    qualifying = story.lower[mention.first + 1 : mention.head]
    facing = head.removesuffix("-elect") in cues.OFFICES or head in COMPANIES
    person = bool(story.flags[mention.head] & PERSON) or head in _POSITIONS
    return person and not facing and (RANKS | _REALMS).isdisjoint(qualifying)


def may_be_called(reading: Reading, person: Person, mention: Mention) -> bool:
    """May an epithet mean the person: surely somebody, no coach for "the winger", no other age than it gives?"""
    if not _is_surely_somebody(reading, person):
        return False
    words = reading.story.lower[mention.first : mention.head]
    former = not _FORMER.isdisjoint(words) or any(word.startswith("ex-") for word in words)  # a coach may have played
    if reading.story.lower[mention.head] in PLAYERS and not (former or _STAFF.isdisjoint(person.role_heads)):
        return False
    years = age_in(reading.story, mention)
    if years is None:
        return True
    if years < _YOUNGEST_COACH and not _HEADS.isdisjoint(person.role_heads):
        return False
    ages = ages_of(reading.story, person)
    return not ages or years in ages


def gender_behind(story: Narrative, mention: Mention) -> str:
    """Return m for the 34-year-old of "the 34-year-old said of his wife", f for that of "said she would", else ""."""
    end = story.sentence_tokens[story.sentence_of[mention.first]].end
    for token in range(mention.head + 1, min(mention.head + _PRONOUN_BEHIND, end)):
        if story.flags[token] & (CAPITAL | QUOTED):
            return ""
        gender = cues.GENDERED.get(story.lower[token], "")
        objective = story.lower[token] == "him" or (story.lower[token] == "her" and story.flags[token + 1] & _NO_NOUN)
        if gender:
            return "" if objective else gender
    return ""


def serves_others(person: Person) -> bool:
    """Is it a lawyer, a judge or a spokesman, whom an epithet means last: "the former guard" is rather the witness?"""
    return not SERVING.isdisjoint(person.role_heads if person.named else person.words)


def age_in(story: Narrative, mention: Mention) -> str | None:
    """Return the 34 of "the 34-year-old lorry driver"."""
    for word in story.lower[mention.first : mention.head + 1]:
        if word.endswith("-year-old"):
            return word.partition("-")[0]
    return None


def _is_surely_somebody(reading: Reading, person: Person) -> bool:
    """Is it no name of which nothing shows that somebody bears it?"""
    if not person.named or person.gender or person.role_words or len(person.words) > 1:
        return True
    return reading.likeness_of(person) > 0


def ages_of(story: Narrative, person: Person) -> set[str]:
    """Return the numbers that stand as ages behind a person's name: "Ana Lund, 34, …" and "Ana Lund (34)"."""
    return {age for mention in person.mentions if (age := age_behind(story, mention)) is not None}


def age_behind(story: Narrative, mention: Mention) -> str | None:
    """Return the 34 of "Ana Lund, 34, …", "Ana Lund (34)", "Ana Lund, who is 34," and "Ana Lund is a 34-year-old"."""
    behind = story.lower[mention.last : mention.last + _LONGEST_AGE]
    token = begins = int(bool(behind) and behind[0] in {",", "(", "–"})
    while token < len(behind) and behind[token] in _BEFORE_AGE:
        token += 1
    if token + 1 >= len(behind) or token == 0:
        return None
    if behind[token] in ("a", "an", "the"):
        years, _, rest = behind[token + 1].partition("-")
        return years if rest == "year-old" else None
    if not story.flags[mention.last + token] & NUMBER:
        return None
    return behind[token] if token == begins or behind[token + 1] in _BEHIND_AGE else None


def may_be_body(reading: Reading, person: Person) -> bool:
    """Does nothing tell that the name is a human being's: a role, an age, a given name, a surname that stands alone?"""
    if person.organisation or person.sure > 0 or (person.role_words and COMPANIES.isdisjoint(person.role_heads)):
        return False
    if not cues.GIVEN_NAMES.keys().isdisjoint(person.words):
        return False
    first = person.mentions[:_MENTIONS_TOLD]
    surname = person.name.split()[-1]
    if len(person.words) > 1 and any(mention.name == surname for mention in first):
        return False
    return all(age_behind(reading.story, mention) is None for mention in first)
