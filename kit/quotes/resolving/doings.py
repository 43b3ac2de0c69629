"""What somebody is by what is said that they do: a teacher, who "teaches maths", the director, for "directed by"."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import ADVERB, NUMBER, Narrative

_BETWEEN = frozenset([",", "also", "had", "has", "now", "once", "still", "then", "who"])
_LOOKED_AT = 7  # tokens behind a mention


def noun_of_doing(story: Narrative, mention: Mention) -> str | None:
    """Return the teacher for "Ana Lund, 34, who teaches maths", the director for "directed by Ana Lund"."""
    lower, flags = story.lower, story.flags
    if mention.first > 1 and lower[mention.first - 1] == "by":
        return cues.DOINGS.get(lower[mention.first - 2])
    for token in range(mention.last, min(mention.last + _LOOKED_AT, len(lower) - 1)):
        if lower[token] in cues.DOINGS:
            return cues.DOINGS[lower[token]] if lower[token + 1] != "by" else None
        if lower[token] not in _BETWEEN and not flags[token] & (ADVERB | NUMBER):
            return None
    return None
