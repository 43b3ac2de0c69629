"""Where a reporting word's source stands: the mention before it, behind it, or beyond a clause in commas."""

from __future__ import annotations

from bisect import bisect_left

from kit.quotes.descriptions import describe, phrase_start
from kit.quotes.frame import Frame
from kit.quotes.mention import Mention, pronoun_at
from kit.quotes.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    NUMBER,
    PERSON,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    VERB,
    Narrative,
)

_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])


class Sources:
    """Looks mentions up by their place; noun phrases that only a reporting word shows are made mentions too."""

    def __init__(self, story: Narrative, text: str, mentions: list[Mention]) -> None:
        self.story = story
        self.text = text
        self.mentions = mentions
        self.by_start = {mention.first: mention for mention in mentions}
        self.by_end = {mention.last: mention for mention in mentions}
        self.made: list[Mention] = []

    def outermost(self, source: Mention) -> Mention:
        """Return the name where the mention is the description beside it, or stands in that."""
        return source.described or source

    def near(self, token: int, count: int) -> list[Mention]:
        """Return the last mentions before a token."""
        position = bisect_left(self.mentions, token, key=lambda mention: mention.first)
        return self.mentions[max(0, position - count) : position]

    def head_of(self, source: Mention, first: int) -> Mention:
        """Return Bush for Florida in "Bush of Florida"; the mention itself where no preposition stands before it."""
        for _ in range(4):
            before = source.first - 1
            if before > first and self.story.lower[before] in _POSSESSIVES and before in self.by_end:
                source = self.by_end[before]  # Oslo in "of Oslo's Institute"
                continue
            if before > first and self.story.lower[before] == "the":
                before -= 1
            if before <= first or self.story.lower[before] not in (
                "of",
                "for",
                "at",
                "from",
                "in",
                "with",
                "on",
                "about",
            ):
                return source
            whole = self.by_end.get(before)
            if whole is None:
                return source
            source = whole
        return source

    def speaks_itself(self, source: Mention, first: int) -> bool:
        """Does the participle behind it belong to this mention: "with Kim saying", "a letter stating"?"""
        before = self.story.lower[source.first - 1] if source.first > first else ""
        if before in ("with", "by", "from", ",") or source.first == first:
            return True
        return source.kind == "nominal" and bool(self.story.flags[source.head] & (CUE_NOUN | INSTITUTION))

    def before_apposition(self, comma: int, first: int) -> Mention | None:
        """Return X in "X, a teacher in the north, said" and "X, who lives there, said", else what ends at the comma."""
        story = self.story
        last_resort: Mention | None = None
        for mention in reversed(self.near(comma, 10)):
            if mention.first < first or comma - mention.last > 40:
                break
            if mention.last == comma:
                last_resort = self.outermost(self.head_of(mention, first))
                continue
            behind = self._behind_brackets(mention.last)
            if mention.within or behind >= comma or story.lower[behind] != ",":
                continue
            if mention.first > first and story.flags[mention.first - 1] & PREPOSITION:
                continue
            bits = story.flags[behind + 1]
            if not bits & (CAPITAL | CONJUNCTION) or bits & PERSON or story.lower[behind + 1] in ("who", "whose"):
                return mention
        return last_resort

    def _behind_brackets(self, token: int) -> int:
        """Return the token behind "(D-Calif.)" or "(53)"; the same token where no bracket opens there."""
        lower = self.story.lower
        if token < len(lower) and lower[token] == "(":
            for close in range(token + 1, min(token + 12, len(lower))):
                if lower[close] == ")":
                    return min(close + 1, len(lower) - 1)
        return token

    def before_relative(self, who: int, first: int) -> Mention | None:
        """Return X in "X who said", "X, who said" and "X, a teacher, who said"."""
        if who > first and self.story.lower[who - 1] == ",":
            return self.before_apposition(who - 1, first)
        source = self.by_end.get(who)
        if source is not None:
            return self.outermost(self.head_of(source, first))
        return next((each for each in reversed(self.near(who, 3)) if each.first >= first and not each.within), None)

    def quoted_as(self, as_token: int, first: int) -> Mention | None:
        """Return X in "X was quoted as saying" and "the paper quoted X as saying"."""
        story = self.story
        for token in range(as_token - 1, max(first, as_token - 16) - 1, -1):
            if story.lower[token] in ("quoted", "cited", "reported", "recorded", "heard"):
                for mention in reversed(self.near(token, 4)):
                    if mention.first >= first and story.flags[token - 1] & AUXILIARY and not mention.within:
                        return mention
                return self.phrase_at(token + 1, as_token)
        return None

    def main_subject(self, token: int, first: int, earlier: list[Frame]) -> Mention | None:
        """Return the source of the frame before, else the first mention of the sentence that follows no preposition."""
        for frame in reversed(earlier):
            if frame.relation != "label" and frame.cue < token:
                return frame.source
        story = self.story
        position = bisect_left(self.mentions, first, key=lambda mention: mention.first)
        fallback: Mention | None = None
        while position < len(self.mentions) and self.mentions[position].first < token:
            mention = self.mentions[position]
            position += 1
            if mention.within:
                continue
            free = mention.first == first or not story.flags[mention.first - 1] & (PREPOSITION | DETERMINER)
            if free and mention.last < len(story.lower) and story.lower[mention.last] not in _POSSESSIVES:
                return mention
            fallback = fallback or mention
        return fallback

    def nearest_before(self, token: int, first: int) -> Mention | None:
        """Return the nearest mention before a token with no verb between them."""
        story = self.story
        for mention in reversed(self.near(token, 5)):
            if mention.first < first or token - mention.last > 14:
                return None
            if any(story.flags[i] & QUOTED for i in range(mention.last, token)):
                return None
            if mention.within or (mention.first > first and story.flags[mention.first - 1] & PREPOSITION):
                continue
            return mention
        return None

    def noun_phrase_to(self, head: int, first: int) -> Mention | None:
        """Return the noun phrase that ends at `head`; what stands with a preposition belongs to the noun before."""
        story = self.story
        start = phrase_start(story, head, first)
        steps = 0
        while start > first and story.lower[start - 1] in ("of", "for", "at", "from", "with", "in", "by") and steps < 3:
            inner = self.by_end.get(start - 1)
            if inner is not None:
                return self.outermost(inner)
            if story.flags[start - 2] & (FUNCTION | PUNCTUATION | QUOTED) or start - 2 < first:
                break
            head = start - 2
            start = phrase_start(story, head, first)
            steps += 1
        if story.flags[head] & (FUNCTION | PUNCTUATION | QUOTED):
            return None
        known = self.by_start.get(start)
        if known is not None and known.last == head + 1:
            return known
        return self.added(describe(story, self.text, start, head, story.sentence_tokens[story.sentence_of[head]].end))

    def phrase_at(self, token: int, last: int) -> Mention | None:
        """Return the mention or noun phrase that begins at `token`, or a little behind it at the name it describes."""
        story = self.story
        if token >= last:
            return None
        position = bisect_left(self.mentions, token, key=lambda mention: mention.first)
        while position < len(self.mentions) and self.mentions[position].first < min(last, token + 9):
            mention = self.mentions[position]
            gap = range(token, mention.first)
            if any(
                story.flags[i] & (QUOTED | PUNCTUATION | VERB | AUXILIARY | CONJUNCTION | PREPOSITION)
                and story.lower[i] not in _POSSESSIVES
                for i in gap
            ):
                break
            if mention.kind == "name" and mention.last < last and story.lower[mention.last] in _POSSESSIVES:
                position += 1
                continue
            if not mention.within or mention.described is not None:
                return self.outermost(mention)
            position += 1
        bits = story.flags[token]
        if bits & PRONOUN and story.lower[token] in ("i", "we", "it", "he", "she", "they"):
            return self.added(pronoun_at(story, token))
        if story.lower[token].endswith("ly") or story.lower[token] == "back":
            return None  # "replied calmly", "fired back"
        if not bits & (DETERMINER | CAPITAL) and (bits & (FUNCTION | PUNCTUATION | QUOTED | VERB)):
            return None
        head = token
        while head + 1 < last and not story.flags[head + 1] & (FUNCTION | PUNCTUATION | QUOTED | VERB | CALENDAR):
            head += 1
        if story.flags[head] & (FUNCTION | NUMBER):
            return None
        return self.added(describe(story, self.text, token, head, last))

    def added(self, mention: Mention) -> Mention:
        """Return the mention that already lies there, else this one, kept."""
        known = self.by_start.get(mention.first)
        if known is not None and known.last == mention.last:
            return known
        self.by_start[mention.first] = mention
        self.by_end[mention.last] = mention
        self.made.append(mention)
        return mention
