"""Mentions: the places in the reporter's own words that can point at a speaker: names, descriptions and pronouns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.quotes import cues
from kit.quotes.narrative import (
    ADVERB,
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    NUMBER,
    PARTICLE,
    PERSON,
    PLACE,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    TITLE,
    VERB,
    Narrative,
)

MentionKind = Literal["name", "nominal", "pronoun"]

_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "mp", "qc", "kc", "cbe", "obe", "mbe", "phd", "sc", "td", "mla", "mep", "msp", "ms", "sr", "cpa", "jp", "am", "ao"])
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_SUBJECT_PRONOUNS = frozenset(["he", "she", "they"])


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `first:last` of the narrative that point at somebody; `head` is the token that says whom.

    `start:end` are offsets in the text. `name` is a name without its title, or the description. `role` is what stands
    beside a name and says who that is; `gender` is f, m, p (several people) or "" where the words do not tell.
    """

    kind: MentionKind
    first: int
    last: int
    head: int
    start: int
    end: int
    name: str
    role: str | None = None
    gender: str = ""
    titled: bool = False
    organisation: bool = False
    place: bool = False
    within: bool = False  # part of a longer description: "Pentagon" in "Pentagon spokesman John Kirby"
    person: int = -1
    described: Mention | None = None  # the name that this description stands beside


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
                chunk_end = _chunk_end(story, token, first, last)
                if chunk_end > token:
                    found.extend(_from_chunk(story, text, token, chunk_end, first, last, seen_small, seen_large))
                    token = chunk_end
                    continue
            if flags & PRONOUN:
                found.extend(_pronoun(story, token, last))
            elif flags & (PERSON | INSTITUTION):
                found.extend(_nominal(story, text, token, first, last))
            token += 1
    _join_appositions(story, text, found)
    return found


# --- names -------------------------------------------------------------------------------------------------------


def _chunk_end(story: Narrative, token: int, first: int, last: int) -> int:
    """Return the end of the capitalised words that begin at `token`, or `token` where no name begins."""
    flags, lower = story.flags, story.lower
    bits = flags[token]
    initial = token == first or flags[token - 1] & (QUOTED | PUNCTUATION) and lower[token - 1] not in ",.’'-&/"
    if bits & CALENDAR and not (token + 1 < last and flags[token + 1] & CAPITAL and bits & VERB):
        return token
    if bits & FUNCTION and not bits & PARTICLE:
        follows_title = token > first and flags[token - 1] & TITLE and flags[token - 1] & CAPITAL
        stands_before_name = token + 1 < last and flags[token + 1] & CAPITAL and not flags[token + 1] & FUNCTION
        if not follows_title and (initial or bits & (DETERMINER | PRONOUN | PREPOSITION) or not stands_before_name):
            return token
    institution = bool(bits & INSTITUTION)
    office = bool(bits & (TITLE | PERSON))
    end = token + 1
    while end < last:
        bits = flags[end]
        if bits & CAPITAL:
            if bits & CALENDAR or (bits & FUNCTION and not bits & PARTICLE and not bits & AUXILIARY):
                break
            if bits & VERB and cues.VERB_SHAPES[lower[end]] in ("s", "past") and not bits & (PERSON | INSTITUTION):
                break  # a headline: "Mayor Quits", "Poe Slams Council"
            institution = institution or bool(bits & INSTITUTION)
            office = bool(bits & (TITLE | PERSON)) and lower[end] not in cues.SURNAME_WORDS
            end += 1
        elif bits & PARTICLE and end + 1 < last and flags[end + 1] & (CAPITAL | PARTICLE):
            end += 1
        elif lower[end] in ("of", "for", "&") and (institution or office) and end + 1 < last and _capital_after(story, end, last):
            end += 1
        elif lower[end] == "the" and lower[end - 1] in ("of", "for") and end + 1 < last and flags[end + 1] & CAPITAL:
            end += 1
        else:
            break
    while end > token + 1 and not flags[end - 1] & CAPITAL:
        end -= 1
    return end


def _capital_after(story: Narrative, token: int, last: int) -> bool:
    following = token + 1
    if story.lower[following] == "the" and following + 1 < last:
        following += 1
    return bool(story.flags[following] & CAPITAL) and not story.flags[following] & CALENDAR


def _from_chunk(
    story: Narrative,
    text: str,
    first: int,
    end: int,
    sentence: int,
    last: int,
    seen_small: set[str],
    seen_large: set[str],
) -> list[Mention]:
    """Return the mention that capitalised words hold: a name, behind its title or role, or a description."""
    flags, lower = story.flags, story.lower
    split = _name_start(story, first, end)
    if split == end:
        return _nominal(story, text, end - 1, sentence, last)
    only = end - first == 1
    if only and first == sentence:
        # A first word is written large anyway.
        if flags[first] & (PERSON | INSTITUTION) and not flags[first] & PLACE:
            return _nominal(story, text, first, sentence, last)
        if flags[first] & (ADVERB | VERB | CONJUNCTION) or lower[first] in seen_small:
            return []
        if lower[first] not in seen_large and not _followed_like_a_name(story, first, last):
            return []
    while end - split > 1 and lower[end - 1] in _SUFFIXES and lower[end - 1] not in ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"):
        end -= 1
    bits = 0
    for token in range(split, end):
        bits |= flags[token]
    name = " ".join(text[story.starts[split] : story.end(end - 1)].split())
    mention = Mention("name", first, end, end - 1, story.starts[first], story.end(end - 1), name)
    role_start = _role_start(story, first, sentence)
    if split > first or role_start < first:
        mention.role = " ".join(text[story.starts[role_start] : story.end(split - 1)].split())
        mention.gender = _gender(story, role_start, split)
        mention.titled = bool(any(flags[token] & (TITLE | PERSON) for token in range(role_start, split)))
    mention.place = all(flags[token] & PLACE for token in range(split, end))
    preceded_by_the = first > sentence and lower[first - 1] == "the"
    acronym = only and len(name) > 1 and name.isupper()
    mention.organisation = not mention.titled and (bool(bits & INSTITUTION) or preceded_by_the or acronym)
    return [mention]


def _followed_like_a_name(story: Narrative, token: int, last: int) -> bool:
    """Does a verb or a possessive follow, as in "Ting said", and not the rest of "Leaving the hall"?"""
    if token + 1 >= last:
        return False
    likely = story.flags[token + 1] & (VERB | AUXILIARY) or story.lower[token + 1] in _POSSESSIVES
    if story.lower[token].endswith(("ing", "ly", "ed")):
        return bool(likely)
    return bool(likely or story.lower[token + 1] in (",", ":", "(", "and") or story.lower[token + 1].endswith("ed"))


def _name_start(story: Narrative, first: int, end: int) -> int:
    """Return where the name begins behind titles and roles; `end` where the words are a role or an office alone."""
    flags, lower = story.flags, story.lower
    last_role = first - 1
    only_roles = True
    for token in range(first, end):  # the last role counts; "King" is one before two more words, or behind other roles
        bits = flags[token]
        is_role = bool(bits & (TITLE | PERSON))
        surname_word = lower[token] in cues.SURNAME_WORDS
        if is_role and (not surname_word or only_roles or end - token > 2):
            last_role = token
        elif not bits & (PLACE | INSTITUTION) and lower[token] not in ("of", "for", "the"):
            only_roles = only_roles and token == first
    if last_role == end - 1:
        if lower[last_role] in cues.SURNAME_WORDS and end - first > 1:
            return _name_start(story, first, end - 1) if end - 1 > first else first
        return end if end - first > 1 or flags[first] & (TITLE | PERSON) else first
    if last_role >= first and lower[last_role + 1] in ("of", "for"):
        return _behind_portfolio(story, last_role + 1, end)
    rest = range(last_role + 1, end)
    if last_role >= first and all(lower[token] in _SUFFIXES or flags[token] & INSTITUTION for token in rest):
        return first if not all(lower[token] in _SUFFIXES for token in rest) else first
    if all(flags[token] & (INSTITUTION | PLACE) for token in rest) and last_role >= first:
        return first
    return last_role + 1


def _behind_portfolio(story: Narrative, preposition: int, end: int) -> int:
    """Return where the name begins in "Minister of Public Works Ann Lund"; `end` where there is none."""
    token = preposition + 1
    if token < end and story.lower[token] == "the":
        token += 1
    token += 1
    while token < end and (
        story.lower[token] in cues.PORTFOLIOS
        or story.flags[token] & (INSTITUTION | PLACE)
        or not story.flags[token] & CAPITAL
    ):
        token += 1
    return token


def _role_start(story: Narrative, first: int, sentence: int) -> int:
    """Return where small role words before a name begin: "Idaho executive" in "Idaho executive Frank Lund"."""
    if first == sentence or not story.flags[first - 1] & (PERSON | TITLE) or story.flags[first - 1] & CAPITAL:
        return first
    return _phrase_start(story, first - 1, sentence)


# --- descriptions --------------------------------------------------------------------------------------------------


def _phrase_start(story: Narrative, head: int, sentence: int) -> int:
    """Return the first token of the noun phrase whose head is `head`."""
    flags, lower = story.flags, story.lower
    start = head
    while start > sentence and head - start < 9:
        before = start - 1
        bits = flags[before]
        if bits & DETERMINER:
            return start if lower[before] == "that" else before
        if lower[before] in _POSSESSIVES:
            start = before
            continue
        if bits & (QUOTED | PUNCTUATION) or (bits & FUNCTION and not (bits & ADVERB and lower[before] == "then")):
            break
        if cues.VERB_SHAPES.get(lower[before]) == "past" and not bits & CAPITAL and not _qualified(story, before, sentence):
            break
        start = before
    if lower[start] in _POSSESSIVES:
        start += 1
    return start


def _qualified(story: Narrative, token: int, sentence: int) -> bool:
    """Does an article or an adverb stand before the participle, as in "a wanted man"?"""
    return token > sentence and bool(story.flags[token - 1] & (DETERMINER | ADVERB))


def _is_head(story: Narrative, token: int, last: int) -> bool:
    """Is the noun the last of its phrase, not the first part of a compound such as "police station"?"""
    if token + 1 >= last:
        return True
    bits = story.flags[token + 1]
    if bits & (QUOTED | PUNCTUATION | FUNCTION | VERB) or story.lower[token + 1] in _POSSESSIVES:
        return not (bits & VERB and bits & (PERSON | INSTITUTION) and not story.words[token + 1].endswith("ed"))
    return bool(bits & (CAPITAL | CALENDAR | NUMBER)) or story.lower[token + 1].endswith(("ly", "ing", "ed"))


def _nominal(story: Narrative, text: str, head: int, sentence: int, last: int) -> list[Mention]:
    """Return the description with the head `head`, unless the noun only qualifies what follows."""
    if not _is_head(story, head, last):
        return []
    flags = story.flags
    if head + 1 < last and flags[head + 1] & CAPITAL and not flags[head + 1] & (CALENDAR | FUNCTION) and flags[head] & PERSON:
        return []  # the role of the name behind it
    first = _phrase_start(story, head, sentence)
    return [describe(story, text, first, head, last)]


def describe(story: Narrative, text: str, first: int, head: int, last: int) -> Mention:
    """Return the noun phrase from `first` to `head` with what belongs to it behind: "of …", "for …"."""
    flags = story.flags
    end = phrase_end(story, head, last)
    bits = flags[head]
    mention = Mention(
        "nominal", first, head + 1, head, story.starts[first], story.end(head), ""
    )
    mention.name = " ".join(text[story.starts[first] : story.end(end - 1)].split())
    mention.gender = "p" if bits & PLURAL else _gender(story, first, head + 1)
    mention.organisation = bool(bits & INSTITUTION) and not bits & PERSON
    return mention


def phrase_end(story: Narrative, head: int, last: int) -> int:
    """Return the end of a noun phrase: its head and a phrase with of, for, at, from, in or with behind it."""
    flags, lower = story.flags, story.lower
    end = head + 1
    while end < last and end - head < 12 and lower[end] in ("of", "for", "at", "from", "with", "in"):
        token = end + 1
        while token < last and token - end < 9:
            bits = flags[token]
            if bits & (PUNCTUATION | QUOTED | CALENDAR) and lower[token] not in _POSSESSIVES:
                break
            if bits & (AUXILIARY | CONJUNCTION | PREPOSITION | PRONOUN | ADVERB) and lower[token] != "and":
                break
            if bits & VERB and not bits & CAPITAL and lower[token - 1] != "the":
                break
            token += 1
        while token > end + 1 and flags[token - 1] & (DETERMINER | CONJUNCTION):
            token -= 1
        if token == end + 1:
            break
        end = token
    return end


def _gender(story: Narrative, first: int, end: int) -> str:
    for token in range(end - 1, first - 1, -1):
        word = story.lower[token].rstrip(".")
        if word in cues.FEMININE:
            return "f"
        if word in cues.MASCULINE:
            return "m"
    return ""


def _join_appositions(story: Narrative, text: str, found: list[Mention]) -> None:
    """Give a name the description beside it as its role, and mark that and whatever stands inside it `within`.

    Accepts "Kim, the minister of works, …", "the minister of works, Kim, …" and roles without commas.
    """
    lower = story.lower
    for position, mention in enumerate(found):
        if mention.kind != "name":
            continue
        if mention.role is not None:
            role_start = _role_start(story, mention.first, story.sentence_tokens[story.sentence_of[mention.first]].start)
            for other in reversed(found[max(0, position - 4) : position]):
                if other.first < role_start:
                    break
                other.within = True
                other.described = mention
        if mention.organisation or mention.place:
            continue
        if mention.last < len(lower) and lower[mention.last] == ",":
            _role_behind(story, text, found, position)
        start = mention.first
        if mention.role is not None:
            start = _role_start(story, mention.first, story.sentence_tokens[story.sentence_of[mention.first]].start)
        if start > 1 and lower[start - 1] == "," and (mention.role is None or start < mention.first):
            _role_before(story, text, found, position, start - 1)


def _role_behind(story: Narrative, text: str, found: list[Mention], position: int) -> None:
    mention = found[position]
    if story.lower[mention.last + 1 : mention.last + 2] and story.lower[mention.last + 1].endswith(("ing", "ed")):
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
    return not bits & (AUXILIARY | PRONOUN | QUOTED) and not (bits & VERB and not bits & (PERSON | INSTITUTION | CAPITAL))


def _role_before(story: Narrative, text: str, found: list[Mention], position: int, comma: int) -> None:
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


# --- pronouns ------------------------------------------------------------------------------------------------------


def _pronoun(story: Narrative, token: int, last: int) -> list[Mention]:
    """Return he, she and they, and his, her and their before a reporting noun ("her vow to stay")."""
    lower = story.lower[token]
    gender, _ = cues.PRONOUNS[lower]
    if lower not in _SUBJECT_PRONOUNS:
        following = story.lower[token + 1 : min(token + 4, last)]
        if lower not in ("his", "her", "their") or not any(word in cues.NOUNS for word in following):
            return []
    return [pronoun_at(story, token, gender)]


def pronoun_at(story: Narrative, token: int, gender: str = "") -> Mention:
    """Return the mention of a single pronoun."""
    word = story.words[token]
    gender = gender or cues.PRONOUNS.get(story.lower[token], ("", False))[0]
    return Mention("pronoun", token, token + 1, token, story.starts[token], story.end(token), word, gender=gender)

