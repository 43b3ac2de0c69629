"""Names taken apart as far as it takes to tell people apart: given names, surname, Jr., and how they sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).with_name("words")


def words_in(name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(_FOLDER.joinpath(f"{name}.txt").read_text("utf-8").split())


def families(name: str) -> dict[str, frozenset[str]]:
    """Word → all the words that stand on a line with it."""
    found: dict[str, frozenset[str]] = {}
    for line in _FOLDER.joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        for word in line.split():
            found[word] = found.get(word, frozenset()) | frozenset(line.split())
    return found


TITLES = words_in("titles")
PARTICLES = words_in("particles")
SUFFIXES = {word: {"junior": "jr", "senior": "", "sr": ""}.get(word, word) for word in words_in("suffixes")}
SPELLINGS = {word: min(family) for word, family in families("given_spellings").items()}
NICKNAMES = families("given_nicknames")
EASTERN = {word: min(family) for word, family in families("eastern_surnames").items()}

_DASHES = re.compile("[-‐‑‒–—]")
# Titus XIV, John Paul II, Howard Colby III.
_NUMERAL = re.compile(r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})")
# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
# "al-Sisi", "el-Sisi" and "Sisi" are one name.
_ARTICLE = re.compile(r"\b(?:al|el|as|ar|an|ul|ad)-(?=\w{3})")
# One or two syllables of Chinese or Korean in Latin letters, as in "Jinping" or "Seok".
_SYLLABLES = re.compile(
    r"(?:(?:[bcdfghjklmnpqrstwxyz]|[cksz]h|ts|kw|hw|g[yw]|[bhkmnp]y)?[aeiouwy]{1,3}(?:ng|ck|[nklmptrbsh])?){1,2}"
)
_SKY = re.compile(r"(?:[iy][iyj]|ij|i|y)$")
_EY = re.compile(r"(?:ei|ej|eyi?)$")
_AY = re.compile(r"(?:ai|aj|ay)$")
_TWICE = re.compile(r"([bcdfghjklmnpqrstvwxz])\1")
_UMLAUT = re.compile(r"(?<=[a-z])([aou])e(?=[a-z])")


class Name(NamedTuple):
    """A name in the order given names, surname: folded words without title, and as they sound.

    `eastern` names were written surname first; `split` tells whether their given name was written in two parts.
    `is_short` is a surname alone, or one with nothing but an initial before it. The `suffix` is that of Jr. or III, and
    `numbered` a ruler's whole name: Titus XIV.
    """

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    suffix: str
    eastern: bool
    split: bool
    is_short: bool
    numbered: bool

    @property
    def surname(self) -> str:
        """The word by which a person is called in short."""
        return self.words[-1]


@lru_cache(maxsize=65_536)
def parse_name(text: str) -> Name:
    """A name taken apart; one without any letter has one empty word."""
    text, suffix = _without_numeral(text)
    tokens = _tokens(text)
    while len(tokens) > 1 and tokens[-1] in SUFFIXES:
        suffix = SUFFIXES[tokens.pop()] or suffix
    while len(tokens) > 1 and tokens[0] in TITLES:
        del tokens[0]
    eastern = split = False
    if len(tokens) in (2, 3) and _is_eastern(tokens):
        eastern, split = True, len(tokens) == 3 or "-" in tokens[1]
        tokens = ["".join(tokens[1:]), tokens[0]]
    elif len(tokens) in (2, 3) and tokens[-1] in EASTERN and _are_syllables(tokens[:-1]):
        split = len(tokens) == 3 or "-" in tokens[0]
        tokens = ["".join(tokens[:-1]), tokens[-1]]
    else:
        # "Mary-Ann" is "Mary Ann", but "Kolb-Lund" is one surname.
        tokens = [part for token in tokens[:-1] for part in token.split("-") if part] + tokens[-1:]
    words = tuple(token.replace("-", "") for token in tokens)
    is_asian = words[-1] in EASTERN and len(words) == 2
    sounds = words if is_asian else tuple(word if word in EASTERN else sound(word) for word in words)
    if len(words) > 1 and not is_asian:
        given = (SPELLINGS.get(word, heard) for word, heard in zip(words[:-1], sounds, strict=False))
        sounds = (*given, sounds[-1])
    numbered = len(words) == 1 and suffix not in ("", "jr")
    is_short = not numbered and sum(len(word) > 1 and word not in PARTICLES for word in words) < 2
    return Name(words, sounds, suffix, eastern, split, is_short, numbered)


def letters(text: str) -> str:
    """A name as what people type is compared with it: its letters, folded, without title, spaces and hyphens."""
    name = parse_name(text)
    order = (name.words[-1], *name.words[:-1]) if name.eastern else name.words
    return "".join(order) + name.suffix


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A word of which the ways to spell it in Latin letters have become one: Zelensky, Zelenskyy, Zelenskiy."""
    if len(word) < 4:
        return word
    word = _UMLAUT.sub(r"\1", _TWICE.sub(r"\1", word))
    for ending, one in ((_EY, "ey"), (_AY, "ay"), (_SKY, "y")):
        if ending.search(word):
            return ending.sub(one, word)
    return word


def roman(word: str) -> str:
    """A Korean word with the ways to write its vowels and first letters made one: too rough to be relied on alone."""
    for others, one in (
        ("yeo", "yu"),
        ("you", "yu"),
        ("yo", "yu"),
        ("eo", "u"),
        ("eu", "u"),
        ("oo", "u"),
        ("ou", "u"),
        ("ae", "e"),
    ):
        word = word.replace(others, one)
    return re.sub(r"y(?=u)", "", word).translate(str.maketrans("gdbrj", "ktplc")).replace("ch", "c")


def may_be_called(given: str, other: str) -> bool:
    """Whether one given name may be short for the other, or both for a third."""
    return bool(NICKNAMES.get(given, frozenset()) & NICKNAMES.get(other, frozenset()))


def _without_numeral(text: str) -> tuple[str, str]:
    """A name without the numeral behind it, and that in small letters; the Xi of "REN XI" is none."""
    bare, _, last = text.strip().rpartition(" ")
    if not bare or not _NUMERAL.fullmatch(last) or (bare.isupper() and last.casefold() in EASTERN):
        return text, ""
    return bare, last.casefold()


def _tokens(text: str) -> list[str]:
    text = _DASHES.sub("-", text.strip())
    bare = unicodedata.normalize("NFKD", text)
    bare = unicodedata.normalize("NFC", "".join(c for c in bare if not unicodedata.combining(c)))
    tokens: list[str] = []
    for word in bare.split():
        plain = re.sub(r"[^\w-]", "", word).strip("-_")
        # "JD" and "J.D." are two initials; "REN" is a surname.
        known = plain.casefold() in SUFFIXES or (word == plain and plain.casefold() in EASTERN)
        if re.fullmatch(r"(?:[A-Z]\.?){2,3}", word) and len(bare.split()) > 1 and not known:
            tokens += plain.casefold()
            continue
        folded = _ARTICLE.sub("", plain.casefold().translate(_LETTERS))
        if folded:
            tokens.append(folded)
    return tokens or [""]


def _is_eastern(tokens: list[str]) -> bool:
    return tokens[0] in EASTERN and _are_syllables(tokens[1:])


def _are_syllables(tokens: list[str]) -> bool:
    parts = [part for token in tokens for part in token.split("-")]
    most = 2 if len(parts) == 1 else 1
    return len(parts) <= 2 and all(len(part) <= 5 * most + 2 and bool(_SYLLABLES.fullmatch(part)) for part in parts)
