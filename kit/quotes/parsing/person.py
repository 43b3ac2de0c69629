"""A person of an article: what it calls somebody, or an institution, and the words of names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Generic

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import FLAGS, PERSON, TITLE, Remembered, Value

# A description up to the preposition or comma behind its noun.
_BEFORE_TAIL = re.compile(r"\S+(?:\s(?!(?:of|for|at|from|with|in|on|who|to|and)\b)[^\s,]+)*")
_OWNER = re.compile(r"(?:(?!\s(?:of|for|at|in)\s).)*['’]s?\s")  # the town's of "the town's mayor"
USUAL, LIKELY = 1.0, 0.2  # what a known given name counts for a gender, and one that only ends like one
_LONGEST_ENDING = 6
_NUMERALS = frozenset(["ii", "iii", "iv"])
_NO_GENERALS = frozenset(["attorney", "general", "solicitor"])  # what an attorney general is not
_OTHER_GENERALS = frozenset(
    ["advocate", "attorney", "auditor", "consul", "director", "governor", "inspector", "secretary", "solicitor"]
)
_PLAIN = str.maketrans(dict(zip("łøđðıə", "loddie", strict=True)) | {"æ": "ae", "œ": "oe", "þ": "th"})
_SMALL = frozenset(["a", "an", "and", "for", "in", "of", "the"])
_JUNIOR = frozenset(["additional", "assistant", "associate", "deputy", "former", "joint", "sub", "vice"])
_ARTICLE = re.compile(r"^(?:al|el)-(?=\w\w)")
_NO_NOUNS: frozenset[str] = frozenset()
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])


class _Once(Generic[Value]):
    """A property worked out when it is first asked for; `cached_property` without the lock that it has up to 3.11."""

    def __init__(self, function: Callable[[Person], Value]) -> None:
        self.function = function
        self.__doc__ = function.__doc__

    def __get__(self, person: Person, _: type) -> Value:
        value = self.function(person)
        setattr(person, self.function.__name__, value)
        return value


@dataclass(eq=False)
class Person:
    """Somebody, or an institution, that an article names: the fullest name, and every mention in order."""

    name: str
    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    gender: str = ""
    organisation: bool = False
    named: bool = True
    human: bool = True
    looks_organised: bool = False
    sure: int = 0

    @_Once
    def role_words(self) -> frozenset[str]:
        """The words of all the roles that the article gives the person, folded."""
        return frozenset(fold(word) for role in self.roles for word in role.split())

    @_Once
    def role_heads(self) -> frozenset[str]:
        """The nouns that say what the person is."""
        roles = self.roles
        return frozenset().union(*map(_nouns_in, roles)) if roles else _NO_NOUNS

    @property
    def nouns(self) -> Collection[str]:
        """What the person is, or the words of an institution's name, and all of them as one: council-of-state."""
        return (*self.words, "-".join(self.words)) if self.organisation else self.role_heads

    def has_role_in_letters(self, letters: str) -> bool:
        """Do the words of a role begin with these letters: CEO, for the chief executive officer of a bank?

        Or its last words, as those of Leith Deputy Commissioner with DC, where they are a whole role.
        """
        return any(_begin_with(letters, role) for role in self.roles)

    @_Once
    def acronym(self) -> str | None:
        """What the article has for an institution's name besides: NWA, for the National Water Agency."""
        if not self.organisation or " " not in self.name:
            return None
        forms = [each.name for each in self.mentions if each.name.isupper() and each.name.isalpha()]
        return next((form for form in forms if len(form) > 1 and form not in self.name.split()), None)

    @_Once
    def role(self) -> str | None:
        """What the article calls the person, at its longest; Mr only where there is nothing else."""
        return max(self.roles, key=lambda role: (not is_honorific(role), len(role)), default=None)

    @_Once
    def roles(self) -> list[str]:
        """What the article calls the person, each time it does."""
        return [role for each in self.mentions for role in each.roles]


def _fold(word: str) -> str:
    """Return a word without case, accents, strokes and the points behind initials."""
    if not word.isascii():
        bare = unicodedata.normalize("NFD", word).casefold().translate(_PLAIN)
        word = "".join(char for char in bare if not unicodedata.combining(char))
    return word.casefold().strip(".,’'“”\"‘")


fold = Remembered(_fold).__getitem__


@lru_cache(maxsize=1 << 14)
def _nouns_in(role: str) -> frozenset[str]:
    """Return the nouns that say what somebody is: minister of "the minister of public works" and of "Minister Dr".

    Also two words before each other: prime-minister.
    """
    bare, _, _ = role.partition(" (")
    owner = _OWNER.match(bare) if "'" in bare or "’" in bare else None
    noun = _BEFORE_TAIL.match(bare, owner.end() if owner else 0)
    if noun is None:
        return frozenset()
    words = [fold(word) for word in noun[0].split()]
    heads = {words[-1], *(f"{first}-{second}" for first, second in pairwise(words))}
    heads.update(word for word in words if FLAGS.get(word, 0) & (PERSON | TITLE))
    if "-turned-" in bare:
        heads.update(part for word in words for part in word.split("-turned-"))  # an actor-turned-senator is both
    if not FLAGS.get(words[-1], 0) & (PERSON | TITLE):  # Bank of Leith governor, Panel on Works Chairman MK
        heads.update(last for last in map(fold, bare.split()[-2:]) if FLAGS.get(last, 0) & PERSON)
    no_general = "general" in words and not _OTHER_GENERALS.isdisjoint(words)
    return frozenset(heads) - cues.HONORIFICS - (_NO_GENERALS if no_general else set())


def _begin_with(letters: str, role: str) -> bool:
    words = [word for word in map(fold, role.replace("-", " ").split()) if word and word not in _SMALL]
    initials = "".join(word[0] for word in words)
    before = initials[: -len(letters)]
    whole = bool(before) and words[len(before) - 1] not in _JUNIOR
    return initials.startswith(letters) or (initials.endswith(letters) and whole)


@lru_cache(maxsize=1 << 12)
def is_honorific(role: str) -> bool:
    """Does the role only show respect: Mr, Shri, Dr?"""
    return all(word.lower().rstrip(".") in cues.HONORIFICS for word in role.split())


def _name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell people apart, folded: no suffix such as Jr., but the III of George III.

    Agencies call Omar al-Khatib Khatib.
    """
    words = tuple(_ARTICLE.sub("", fold(word)) for word in name.split())
    without = tuple(word for word in words if word not in _SUFFIXES)
    return without if len(without) > 1 or not without or words[-1] not in _NUMERALS else words


name_words = Remembered(_name_words).__getitem__


def _generation(name: str) -> str:
    """Return the jr of "Karl Lund Jr.", who is not Karl Lund where an article names both; else ""."""
    last = name[-3:].rstrip(".").lower()[-2:]
    return last if last in ("jr", "sr") and " " in name else ""


generation = Remembered(_generation).__getitem__


@lru_cache(maxsize=1 << 14)
def usual_gender(words: tuple[str, ...]) -> tuple[str, float]:
    """Return the gender that a folded name usually has, and what that counts: Anna, Petrova, al-Khatib bint Omar."""
    for word in words:
        if word in cues.NAME_MARKERS:
            return cues.NAME_MARKERS[word], USUAL
    if len(words) > 1:
        for word in (*words[:2], words[-1]):
            gender = cues.GIVEN_NAMES.get(word) or cues.GIVEN_NAMES.get(word.partition("-")[0])
            if gender:
                return gender, USUAL if word == words[0] else USUAL / 2
    guesses = [(words[-1], cues.SURNAME_ENDINGS), (words[0], cues.GIVEN_ENDINGS)]
    for word, endings in guesses:
        for length in range(min(_LONGEST_ENDING, len(word) - 2), 0, -1):
            if word[-length:] in endings:
                return endings[word[-length:]], LIKELY
    return "", 0.0
