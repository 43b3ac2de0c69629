"""Chinese, Japanese and Korean words as pairs of characters, so that full-text search finds them inside longer ones.

FTS5 takes a run of letters for one word: it would find 한국 in neither 한국은 ("Korea" with a particle) nor 주한국대사.
Overlapping pairs (bigrams) searched as a phrase find it in both; it is what Lucene's CJKAnalyzer does. The last
character of a run stands once more alone, so that every character begins some token and a single one can be found by
prefix.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Hiragana, katakana, bopomofo, ideographs with extension A and the compatibility block, Hangul syllables and letters,
# half-width forms, and the ideographs beyond the basic plane.
_CHARS = (
    "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3105-\u312f\u3131-\u3163\u3165-\u318e\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7fb\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
# A run, or the letters and digits of other scripts that stand against one: "BTS가" is "BTS" and "가".
_PIECES = rf"(?P<run>[{_CHARS}]+)|(?P<other>(?<=[{_CHARS}])[^\W_{_CHARS}]+|[^\W_{_CHARS}]+(?=[{_CHARS}]))"

# Stands between runs that have something else between them, so that no phrase reaches across. The Hangul filler is a
# letter to FTS5, and nobody types it.
BREAK = "\u3164"


def has_cjk(text: str) -> bool:
    """Whether a text has any Chinese, Japanese or Korean character."""
    return not text.isascii() and bool(_any().search(text))


def grams(text: str) -> str:
    """The tokens to index for a text, divided by spaces: "한국은" gives "한국 국은 은"; empty without CJK."""
    if not has_cjk(text):
        return ""
    text = unicodedata.normalize("NFC", text)
    tokens: list[str] = []
    end = 0
    for match in _pieces().finditer(text):
        between = text[end : match.start()]
        if end and between and not between.isspace():
            tokens.append(BREAK)
        tokens += _pairs(match["run"]) if match["run"] else [match["other"]]
        end = match.end()
    return " ".join(tokens)


def runs(text: str) -> list[str]:
    """The CJK runs of a text, composed (NFC), in order."""
    if not has_cjk(text):
        return []
    return [match["run"] for match in _pieces().finditer(unicodedata.normalize("NFC", text)) if match["run"]]


def phrase(runs: list[str]) -> tuple[str, bool]:
    """The tokens that a text with these runs, one after the other, has in a row; and whether the last is a prefix."""
    *before, last = runs
    tokens = [token for run in before for token in _pairs(run)]
    if len(last) == 1:
        return " ".join([*tokens, last]), True
    return " ".join([*tokens, *_pairs(last)[:-1]]), False


# Compiled when first needed: that takes 15 ms, and most searches have no such character.
@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{_CHARS}]")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(_PIECES)


def _pairs(run: str) -> list[str]:
    return [run[i : i + 2] for i in range(len(run))]
