"""Mentions: the places in the reporter's own words that can point at a speaker: names, descriptions and pronouns."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.descriptions import nominal, phrase_end
from kit.quotes.mention import Mention, pronoun_at
from kit.quotes.names import chunk_end, from_chunk, role_start
from kit.quotes.narrative import (
    AUXILIARY,
    CAPITAL,
    INSTITUTION,
    PERSON,
    PRONOUN,
    QUOTED,
    VERB,
    Narrative,
)

_SUBJECT_PRONOUNS = frozenset(["he", "she", "they"])


def find_mentions(story: Narrative, text: str) -> list[Mention]:
    """Return the mentions of a narrative in order; those inside another one's description are marked `within`."""
    seen_small = {word for word, flags in zip(story.words, story.flags, strict=True) if not flags & CAPITAL}
    initial = {first for first, _ in story.sentence_tokens}
    seen_large = {
        story.lower[token] for token, flags in enumerate(story.flags) if flags & CAPITAL and token not in initial
    }
    found: list[Mention] = []
    for first, last in story.sentence_tokens:
        token = first
        while token < last:
            flags = story.flags[token]
            if flags & CAPITAL:
                end = chunk_end(story, token, first, last)
                if end > token:
                    found.extend(from_chunk(story, text, token, end, first, last, seen_small, seen_large))
                    token = end
                    continue
            if flags & PRONOUN:
                found.extend(_pronoun(story, token, last))
            elif flags & (PERSON | INSTITUTION):
                found.extend(nominal(story, text, token, first, last))
            token += 1
    _join_appositions(story, text, found)
    return found


def _pronoun(story: Narrative, token: int, last: int) -> list[Mention]:
    """Return he, she and they, and his, her and their before a reporting noun ("her vow to stay")."""
    lower = story.lower[token]
    gender, _ = cues.PRONOUNS.get(lower, ("", False))
    if lower not in _SUBJECT_PRONOUNS:
        following = story.lower[token + 1 : min(token + 4, last)]
        if lower not in ("his", "her", "their") or not any(word in cues.NOUNS for word in following):
            return []
    return [pronoun_at(story, token, gender)]


def _join_appositions(story: Narrative, text: str, found: list[Mention]) -> None:
    """Give a name the description beside it as its role, and mark that and whatever stands inside it `within`.

    Accepts "Kim, the minister of works, …", "the minister of works, Kim, …" and roles without commas.
    """
    lower = story.lower
    for position, mention in enumerate(found):
        if mention.kind != "name":
            continue
        start = mention.first
        if mention.role is not None:
            start = role_start(story, mention.first, story.sentence_tokens[story.sentence_of[mention.first]].start)
            for other in reversed(found[max(0, position - 4) : position]):
                if other.first < start:
                    break
                other.within = True
                other.described = mention
        if mention.organisation or mention.place:
            continue
        if mention.last < len(lower) and lower[mention.last] == ",":
            _role_behind(story, text, found, position)
        if start > 1 and lower[start - 1] == "," and (mention.role is None or start < mention.first):
            _role_before(story, text, found, position, start - 1)


def _role_behind(story: Narrative, text: str, found: list[Mention], position: int) -> None:
    """Take "X, the minister of works, …" as X's role; not "X, serving as …"."""
    mention = found[position]
    if mention.last + 1 < len(story.lower) and story.lower[mention.last + 1].endswith(("ing", "ed")):
        return
    for other in found[position + 1 : position + 4]:
        if other.first > mention.last + 6 or story.sentence_of[other.first] != story.sentence_of[mention.first]:
            return
        between = range(mention.last + 1, other.first)
        if other.kind == "nominal" and not other.organisation and all(_qualifies(story, token) for token in between):
            if other.gender == "p":
                return
            other.within = True
            other.described = mention
            start = mention.last + 1
            end = phrase_end(story, other.head, story.sentence_tokens[story.sentence_of[other.first]].end)
            if mention.role is None or not mention.titled:
                mention.role = " ".join(text[story.starts[start] : story.end(end - 1)].split())
            mention.gender = mention.gender or other.gender
            for inner in found[position + 1 :]:
                if inner.first >= end:
                    break
                inner.within = True
            return


def _qualifies(story: Narrative, token: int) -> bool:
    bits = story.flags[token]
    return not bits & (AUXILIARY | PRONOUN | QUOTED) and not (
        bits & VERB and not bits & (PERSON | INSTITUTION | CAPITAL)
    )


def _role_before(story: Narrative, text: str, found: list[Mention], position: int, comma: int) -> None:
    """Take "the minister of works, X, …" as X's role."""
    mention = found[position]
    ends_with_comma = mention.last < len(story.lower) and story.lower[mention.last] in (",", ".", ":")
    for other in reversed(found[max(0, position - 3) : position]):
        end = phrase_end(story, other.head, mention.first)
        if other.kind == "nominal" and not other.within and end == comma and not other.organisation:
            if other.gender == "p" or not ends_with_comma:
                return
            other.within = True
            other.described = mention
            mention.role = mention.role or other.name
            mention.gender = mention.gender or other.gender
            for inner in reversed(found[:position]):
                if inner.first < other.first:
                    break
                inner.within = True
                inner.described = mention
            return
