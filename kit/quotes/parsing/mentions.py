"""Mentions: the places in the reporter's own words that can point at a speaker: names, descriptions and pronouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from kit.quotes import cues
from kit.quotes.parsing.appositions import join_appositions
from kit.quotes.parsing.chunks import chunk_end
from kit.quotes.parsing.descriptions import describe, nominal, phrase_start
from kit.quotes.parsing.mention import Mention, pronoun_at
from kit.quotes.parsing.name_words import is_surname_alone, odd_surnames, surname_at
from kit.quotes.parsing.names import from_chunk
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    HELPING,
    INSTITUTION,
    NUMBER,
    PERSON,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    SOMEBODY,
    VERB,
    Narrative,
)
from kit.quotes.parsing.person import name_words
from kit.quotes.parsing.turns import is_label

_NO_NOUN = VERB | AUXILIARY | PUNCTUATION | QUOTED | PREPOSITION | CONJUNCTION
_INSIDE = frozenset(["across", "around", "in", "inside", "near", "outside", "throughout"])
OWNED = frozenset(["investment", "investor", "investors", "share", "shareholders", "shares", "stake", "stakes"])
_BEFORE_PLACES = _INSIDE | {"at", "from", "on"}
_AREAS = cues.AREAS - {"state"}  # the state of Kim
_BORN_BEFORE = 4  # tokens up to the preposition before a birthplace
_THEIR = frozenset(["her", "his", "their"])
_KIN_LIKE = frozenset(["church", "city", "club", "company", "figure", "firm", "ship", "ships", "tongue"])
_COMPANIES = cues.ROLE_SYNONYMS["company"]
_ON_PLATFORMS = frozenset(
    [
        *("account", "accounts", "broadcast", "channel", "channels", "chat", "chats", "comment", "comments", "feed"),
        *("group", "groups", "handle", "live", "livestream", "message", "messages", "page", "pages", "post", "posts"),
        *("profile", "reel", "stories", "story", "thread", "threads", "user", "users", "video", "videos"),
    ]
)
_WRITTEN = cues.NOUNS | cues.WORKS
_QUESTIONS = [[word] for word in ("about", "how", "if", "what", "when", "where", "whether", "who", "why")]
_SUBJECT_PRONOUNS = frozenset(["he", "she", "they"])


def find_mentions(story: Narrative, text: str) -> list[Mention]:
    """Return the mentions of a narrative in order; those inside another one's description are marked `within`."""
    seen = set(story.words)
    if "accused" in seen:
        _take_accused_for_nouns(story)
    if "head" in seen:
        _leave_out_heads(story)
    found = _mentions(story, text, seen)
    found.sort(key=attrgetter("first"))  # "the BJP leader" is found behind the BJP in it
    names = [mention for mention in found if mention.kind == "name"]
    _take_for_names(story, names)
    if not cues.PLATFORMS.isdisjoint(seen):
        _mark_platforms(story, names)
    _mark_firms(story, names)
    if "(" in seen:
        _mark_parties(story, names)
    _mark_places(story, names)
    join_appositions(story, text, found)
    return found


def _mentions(story: Narrative, text: str, seen: set[str]) -> list[Mention]:
    """Return what single words and chunks of capitalised ones point at, by itself; `seen` are all words."""
    flags, lower = story.flags, story.lower
    large = [token for token in story.pointing if flags[token] & CAPITAL]
    initial = {first for first, _ in story.sentence_tokens}
    behind_colon = {token + 1 for token in story.reporting if lower[token] == ":"} if ":" in seen else set()
    initial |= behind_colon
    seen_large = {lower[token] for token in large if token not in initial}
    surnames = odd_surnames(story, large)
    found: list[Mention] = []
    end = first = last = 0
    for token in story.pointing:
        if token < end:
            continue
        if token >= last:
            first, last = story.sentence_tokens[story.sentence_of[token]]
            if token < first + 2 and first + 1 < last and lower[first + 1] == ":" and lower[first] in cues.LABELS:
                end = first + 2  # "Photo: Ana Lund"
                continue
        if behind_colon and token in behind_colon and is_label(story, first, token - 1):
            first = token  # "Ana Lund: Thank you"
        bits = flags[token]
        if bits & CAPITAL:
            if lower[token] in surnames and is_surname_alone(story, token, first, last):
                found.append(surname_at(story, token))
                end = token + 1
                continue
            end = chunk_end(story, token, first, last)
            if end > token:
                found.extend(from_chunk(story, text, token, end, first, last, seen, seen_large))
                continue
        if bits & PRONOUN:
            if _points(story, token, last):
                found.append(pronoun_at(story, token))
        elif lower[token] in cues.KIN and _is_kin_doing(story, token, first, last):
            found.append(describe(story, text, phrase_start(story, token, first), token, last))
        elif bits & SOMEBODY:
            found.extend(nominal(story, text, token, first, last))
    return found


def _take_accused_for_nouns(story: Narrative) -> None:
    """Flag the accused of "the accused said" as a person, not that of "the accused man" and "the judge accused him"."""
    for token in story.sought:
        if story.lower[token] != "accused" or not 0 < token < len(story.lower) - 1:
            continue
        if story.lower[token - 1] not in ("the", "main", "prime"):
            continue
        if story.flags[token + 1] & _NO_NOUN or story.possessive(token + 1):
            story.flags[token] = PERSON


def _take_for_names(story: Narrative, names: Sequence[Mention]) -> None:
    """Flag the Long of "Ana Long said" as no adverb, the May of "Mrs May said" as no month."""
    for mention in names:
        if story.flags[mention.last - 1] & (FUNCTION | CALENDAR):
            story.flags[mention.last - 1] &= ~(FUNCTION | CALENDAR)
            story.kinds[mention.last - 1] &= ~HELPING


def _leave_out_heads(story: Narrative) -> None:
    """Flag the head of "shook his head" as nobody, not that of "his head of staff" and "her head teacher"."""
    for token in story.sought:
        if story.lower[token] != "head" or not 0 < token < len(story.lower) - 1:
            continue
        if (
            story.lower[token - 1] in _THEIR
            and story.lower[token + 1] != "of"
            and not story.flags[token + 1] & (PERSON | CAPITAL)
        ):
            story.flags[token] = 0


def _is_kin_doing(story: Narrative, token: int, first: int, last: int) -> bool:
    """Is it the mother of "his mother broke down", whatever verb that is, and not of "his mother tongue"?"""
    behind = token + 1
    if behind == last or story.flags[behind] or story.lower[behind] in _KIN_LIKE:
        return False
    return story.lower[phrase_start(story, token, first)] in _THEIR


def _mark_platforms(story: Narrative, names: list[Mention]) -> None:
    """Take the X of "on X" and "an X account" for no source: it is where somebody else's words stand."""
    for mention in names:
        if mention.name in cues.PLATFORMS:
            behind = story.lower[mention.last : mention.last + 1]
            before = story.lower[mention.first - 1 : mention.first]
            if not _ON_PLATFORMS.isdisjoint(behind) or before in (["on"], ["via"]):
                mention.within = True


def _mark_firms(story: Narrative, names: list[Mention]) -> None:
    """Take Elmcote Homes for a firm in "developer Elmcote Homes" and "miner PT Elmcote": no given name, no age."""
    for mention in names:
        if mention.role is None:
            continue
        limited = mention.name.startswith("PT ")
        if not limited and mention.role.lower().split()[-1] not in _COMPANIES:
            continue
        aged = any(bits & NUMBER for bits in story.flags[mention.last + 1 : mention.last + 2])
        if not aged and (limited or cues.GIVEN_NAMES.keys().isdisjoint(name_words(mention.name))):
            mention.organisation, mention.titled = True, False


def _mark_parties(story: Narrative, names: list[Mention]) -> None:
    """Take the Jan Hara of "Jan Hara (B) leader Ana Lund" for a party: letters stand between it and the role."""
    for mention in names:
        opening = mention.last
        if mention.role is not None or opening + 4 >= len(story.lower) or story.lower[opening] != "(":
            continue
        letters, closing, role, name = range(opening + 1, opening + 5)
        if story.lower[closing] != ")":
            continue
        if story.words[letters].isupper() and story.flags[role] & PERSON and story.flags[name] & CAPITAL:
            mention.organisation, mention.titled = True, False


def _mark_places(story: Narrative, mentions: list[Mention]) -> None:
    """Take a name of which little more is told than that something is in, near or from it for a place's."""
    lower = story.lower
    before = [each for each in mentions if lower[each.first - 1] in _BEFORE_PLACES]
    there = {mention for mention in before if _is_located(story, mention)}
    areas = _areas(story, mentions)
    there |= areas
    if not there:
        return
    names = [(mention, name_words(mention.name)) for mention in mentions]
    located = {name_words(mention.name) for mention in there}
    called = {name_words(mention.name) for mention in areas}
    usual = _usually_inside([name_words(each.name) for each in before if lower[each.first - 1] in _INSIDE], names)
    elsewhere: set[str] = set()
    for mention, words in names:
        if words in usual and mention.role is None:
            continue
        if words not in located or not (mention in there or _may_be_place(story, mention)):
            elsewhere.update(words)
    for mention, words in names:
        free = words in located and not mention.organisation and elsewhere.isdisjoint(words)
        if free and (words in called or cues.GIVEN_NAMES.keys().isdisjoint(words)):
            mention.place = True


def _usually_inside(there: list[tuple[str, ...]], names: list[tuple[Mention, tuple[str, ...]]]) -> set[tuple[str, ...]]:
    """Return the names of which half the mentions, and more than one, are of something in or near them.

    `there` are the names of which something is.
    """
    inside = Counter(there)
    often = {words for words, number in inside.items() if number > 1}
    times = Counter([words for _, words in names if words in often]) if often else inside
    return {words for words in often if inside[words] * 2 >= times[words]}


def _is_located(story: Narrative, mention: Mention) -> bool:
    """Is it the Elmcote of "near Elmcote", and not the Lund of "from Lund, the mayor" or "a letter from Lund"?"""
    before = story.lower[mention.first - 1]
    if mention.first == 0 or mention.role is not None:
        return False
    if before == "in" and mention.first > 1 and story.lower[mention.first - 2] in OWNED:
        return False  # shares in Lund
    if before == "from":
        behind = story.lower[mention.last : mention.last + 2]
        written = mention.first > 1 and story.lower[mention.first - 2] in _WRITTEN
        return not written and (behind[:1] != [","] or not story.flags[mention.last + 1] & DETERMINER)
    return before != "on" or _is_birthplace(story, mention)


def _areas(story: Narrative, mentions: list[Mention]) -> set[Mention]:
    """Return the Elmcote of "Elmcote district" and "the village of Elmcote"."""
    lower = story.lower
    areas = {token for token in story.sought if lower[token] in _AREAS}
    if not areas:
        return set()
    behind = {token + 2 for token in areas if lower[token + 1 : token + 2] == ["of"]}
    return {each for each in mentions if (each.last in areas or each.first in behind) and each.role is None}


def _is_birthplace(story: Narrative, mention: Mention) -> bool:
    """Is it the Elmcote of "born on Elmcote" or "Born in 1934 on Elmcote"?"""
    return "born" in story.lower[max(0, mention.first - _BORN_BEFORE) : mention.first]


def _may_be_place(story: Narrative, mention: Mention) -> bool:
    """Is it the Elmcote of "the mayor of Elmcote" or "Elmcote parish council", which may also be a person's name?"""
    if mention.role is not None:
        return False
    behind = story.flags[mention.last : mention.last + 2]
    owned = bool(behind) and not behind[0] & (VERB | CAPITAL) and any(bits & (INSTITUTION | PERSON) for bits in behind)
    return owned or story.lower[mention.first - 1] == "of"


def _points(story: Narrative, token: int, last: int) -> bool:
    """Is it he, she or they, his, her or their before a reporting noun ("her vow to stay"), or "asked him when"?"""
    lower = story.lower[token]
    if lower in _SUBJECT_PRONOUNS:
        return True
    asked = token > 0 and story.lower[token - 1] in cues.EXAMINING
    if lower in _THEIR:
        return not cues.NOUNS.isdisjoint(story.lower[token + 1 : min(token + 4, last)]) or (
            asked and lower == "her" and story.lower[token + 1 : token + 2] in _QUESTIONS
        )
    return asked and lower in {"him", "them"}
