"""How much like a human being an article writes of a name."""

from __future__ import annotations

from operator import attrgetter

from kit.quotes.parsing.narrative import Narrative
from kit.quotes.parsing.person import Person

_TITLED, _ROLE = attrgetter("titled"), attrgetter("role")
# What stands before an institution or a place rather than before a human being.
_BEFORE_THINGS = frozenset(
    ["the", "in", "at", "from", "near", "to", "across", "outside", "inside", "around", "through"]
)


def likeness(person: Person, story: Narrative) -> int:
    """Return from -2 to 3 how much an article writes of a name as of a human being: with a title, an age, a role."""
    points = 0
    points += any(map(_TITLED, person.mentions))
    points += person.sure > 0 or any(map(_ROLE, person.mentions))
    points += len(person.words) > 1 and not person.organisation
    for mention in person.mentions[:4]:
        behind = mention.last + 1
        if behind < len(story.words) and story.words[mention.last] == ",":
            points += story.words[behind].isdigit()
        if mention.first and not mention.titled:
            points -= story.lower[mention.first - 1] in _BEFORE_THINGS
    return max(-2, min(3, points))
