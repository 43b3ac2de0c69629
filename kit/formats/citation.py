"""What bibliographies ask of an article: a key of its own, its authors' names in parts, its date as numbers."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

_PARTICLES = frozenset("al bin da de del della den der di dos du el ibn la le van von zu".split())  # noqa: SIM905
_GIVEN_IN_KOREAN = re.compile(r"[^\W\d_]+-[^\W\d_A-Z]+")  # Won-sik, Hyo-jin: the family's name comes first


class Name(NamedTuple):
    """A name in two parts; what has no parts, as a news agency, is all `family`."""

    family: str
    given: str | None


def citation_key(file: str) -> str:
    """A key for the article in this file: the same in every export, other than that of any other file.

    ASCII letters, digits and hyphens, which BibTeX and CSL processors all take.
    """
    path = file.removeprefix("articles/").removesuffix(".md")
    key = re.sub(r"[^A-Za-z0-9]+", "-", path).strip("-")
    # Where something was left out, two files might have one key.
    return key if key == path else f"{key}-{sha256(file.encode()).hexdigest()[:6]}".lstrip("-")


def split_name(name: str) -> Name:
    """The parts of an author's name.

    `Kim, Sarah` and `Sarah Kim`, `Ursula von der Leyen`, `Cho Ki-weon` (a hyphen with a small letter behind it: the
    family's name comes first). A single word, and whatever has a word that people are not called by (`Agency`), is
    taken whole.
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    words = name.split()
    if any(word.strip(".,").casefold() in _words_of_organisations() or word[0].isdigit() for word in words):
        return Name(name, None)
    if comma and family and given and "," not in given:
        return Name(family, given)
    if comma or len(words) < 2:
        return Name(name, None)
    if len(words) == 2 and _GIVEN_IN_KOREAN.fullmatch(words[1]):
        return Name(words[0], words[1])
    first = len(words) - 1
    while first > 1 and words[first - 1] in _PARTICLES:
        first -= 1
    return Name(" ".join(words[first:]), " ".join(words[:first]))


def date_parts(day: str) -> list[int]:
    """`2024-11` as `[2024, 11]`: a partial date has as many numbers as were given."""
    return [int(part) for part in day.split("-")]


@cache
def _words_of_organisations() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("organisations.txt").read_text(encoding="utf-8").split())
