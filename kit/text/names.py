"""Names compared as people type them: without regard to case, accents, hyphens and spaces, whole words at a time."""

from __future__ import annotations

import re
import unicodedata

_WORDS = re.compile(r"[^\W_]+")


def fold(name: str) -> str:
    """The words of a name in lower case, without accents, each behind a space: " yoon suk yeol".

    >>> fold("Søren O’Neill-Ångström")
    ' søren o neill angstrom'
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    bare = plain if plain.isascii() else "".join(c for c in plain if not unicodedata.combining(c))
    # Composed again, since Hangul falls apart into its letters.
    return "".join(f" {word}" for word in _WORDS.findall(unicodedata.normalize("NFC", bare).casefold()))


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
