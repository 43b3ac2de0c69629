"""Is an article written in English? Only there are speakers named."""

from __future__ import annotations

import re

from kit.quotes import cues

_WORD = re.compile(r"[^\W\d_][a-z]*+[^\W\d_]*")  # letters; the middle is not needed, but twice as fast
_GLANCE, _SAMPLE = 500, 2000  # characters looked at: most articles are clearly English from the first few
_FEWEST_WORDS = 40  # too few to tell
_SHARE_OF_FUNCTION_WORDS, _CLEAR_SHARE = 0.12, 0.24  # English running text has a quarter and more of these


def is_english(body: str, language: str | None = None) -> bool:
    """Tell from the article's language (`en`, `en-GB`), else from its script and its small words."""
    if language:
        return language.strip().lower().split("-")[0].split("_")[0] in ("en", "eng", "english")
    glance = body[:_GLANCE].lower().split()
    if len(glance) >= _FEWEST_WORDS and _function_words(glance) >= _CLEAR_SHARE * len(glance):
        return True
    words = _WORD.findall(body[:_SAMPLE].lower())
    letters = sum(map(len, words))
    foreign = "".join([word for word in words if word[0] >= "\u0250"])
    if len(foreign) * 2 > letters:
        return False
    return len(words) < _FEWEST_WORDS or _function_words(words) >= _SHARE_OF_FUNCTION_WORDS * len(words)


def _function_words(words: list[str]) -> int:
    return sum(map(cues.ENGLISH.__contains__, words))
