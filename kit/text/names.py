"""Names compared as people type them: without regard to case, accents, hyphens and spaces, whole words at a time."""

from __future__ import annotations

import re
import unicodedata

PARTICLES = frozenset(["abdel", "al", "bin"])  # as `in_one_spelling` has them

_WORDS = re.compile(r"[^\W_]+")
# In folded names: Abdul Karim, Abd al-Karim, Abdelkarim.
_SERVANT = re.compile(r" abd ?[aeu]l ?(?=\w)")
# el-Sisi, ash-Shami; before other letters than its own the second is some other word.
_ARTICLE = re.compile(r" (?:[aeu]l|[aeu]([dnrstz])h?(?= \1))(?= \w{3})")
_SON = re.compile(r" ibn(?= )")
_GLUED = re.compile(r" [ae]l(?=\w{3})")


def fold(name: str) -> str:
    """The words of a name in lower case, without accents, each behind a space: " yoon suk yeol".

    >>> fold("Søren O’Neill-Ångström")
    ' søren o neill angstrom'
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    bare = plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))
    # Composed again, since Hangul falls apart into its letters.
    return "".join(f" {word}" for word in _WORDS.findall(unicodedata.normalize("NFC", bare).casefold()))


def in_one_spelling(folded: str) -> str:
    """A folded name with the particles for which there are several spellings in one of them.

    >>> in_one_spelling(" abdul fattah el sisi"), in_one_spelling(" tariq ibn ziyad")
    (' abdel fattah al sisi', ' tariq bin ziyad')
    """
    return _SON.sub(" bin", _ARTICLE.sub(" al", _SERVANT.sub(" abdel ", folded)))


def typed_in_one_spelling(typed: str) -> str:
    """The same of what was typed, where an article may be part of the word.

    >>> typed_in_one_spelling("Elsisi")
    ' al sisi'
    """
    return in_one_spelling(_GLUED.sub(" al ", fold(typed)))


def fits(folded: str, typed: str) -> bool:
    """Whether what was typed is some of the whole words of a folded name, one after the other.

    >>> fits(fold("Yoon Suk-yeol"), "sukyeol"), fits(fold("Yoon Suk-yeol"), "suk")
    (True, True)
    >>> fits(fold("Yoon Suk-yeol"), "yeo")
    False
    """
    wanted = fold(typed).replace(" ", "")
    words = folded.split()
    for first in range(len(words)):
        rest = ""
        for word in words[first:]:
            rest += word
            if rest == wanted:
                return True
            if not wanted.startswith(rest):
                break
    return False
