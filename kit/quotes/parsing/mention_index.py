"""The mentions of a narrative by their place."""

from __future__ import annotations

from bisect import bisect_left

from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.names import role_start
from kit.quotes.parsing.narrative import Narrative


class MentionIndex:
    """Looks mentions up by the tokens at which they begin and end; those found on the way are `made`."""

    def __init__(self, story: Narrative, text: str, mentions: list[Mention]) -> None:
        self.story = story
        self.text = text
        self.mentions = mentions
        self.firsts = [mention.first for mention in mentions]
        self.by_start = dict(zip(self.firsts, mentions, strict=True))
        self.by_end = {mention.last: mention for mention in mentions}
        self.made: list[Mention] = []

    def outermost(self, source: Mention) -> Mention:
        """Return the name where the mention is the description beside it, or stands in that."""
        return source.described or source

    def start_of(self, source: Mention, first: int) -> int:
        """Return where a source begins with its role: "mayor Ana Lund", "his deputy, Ana Lund"."""
        if source.kind != "name":
            return source.first
        for each in self.near(source.first, 4):
            if each.described is source and each.first >= first:
                return each.first
        return role_start(self.story, source.first, first)

    def near(self, token: int, count: int) -> list[Mention]:
        """Return the last mentions before a token."""
        position = bisect_left(self.firsts, token)
        return self.mentions[position - count if position > count else 0 : position]

    def added(self, mention: Mention) -> Mention:
        """Return the mention that already lies there, else this one, kept."""
        known = self.by_start.get(mention.first)
        if known is not None and known.last == mention.last:
            return known
        self.by_start[mention.first] = mention
        self.by_end[mention.last] = mention
        self.made.append(mention)
        return mention
