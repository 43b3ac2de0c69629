"""One mention: a place in the reporter's own words that points at somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.quotes import cues
from kit.quotes.parsing.narrative import Narrative

MentionKind = Literal["name", "nominal", "pronoun"]


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `first:last` of the narrative that point at somebody; `head` is the token that says whom.

    `name` is a name without its title, or the description. `roles` is what stands beside a name and says who that is,
    `role` what says most of that. `gender` is f, m, p (several people) or "" where the words do not
    tell; that of a pronoun is as in `cues.PRONOUNS`.
    """

    kind: MentionKind
    first: int
    last: int
    head: int
    name: str
    role: str | None = None
    roles: tuple[str, ...] = ()
    gender: str = ""
    titled: bool = False
    organisation: bool = False
    place: bool = False
    within: bool = False  # part of a longer description: "Pentagon" in "Pentagon spokesman John Kirby"
    person: int = -1
    described: Mention | None = None  # the name that this description stands beside

    @property
    def describes_one(self) -> bool:
        """Is it a description of one human being: "the minister", not "the ministry" and not "two ministers"?"""
        return self.kind == "nominal" and not self.organisation and self.gender != "p"


def pronoun_at(story: Narrative, token: int) -> Mention:
    """Return the mention of a single pronoun."""
    gender = cues.PRONOUNS.get(story.lower[token], "")
    return Mention("pronoun", token, token + 1, token, story.words[token], gender=gender)
