"""Appositions: the description beside a name that says who that is, with commas or without."""

from __future__ import annotations

import re

from kit.quotes import cues
from kit.quotes.parsing.bodies import describe_body
from kit.quotes.parsing.brackets import closing_bracket, opening_bracket
from kit.quotes.parsing.descriptions import gender_of, phrase_end
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.names import behind_letters, role_start
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    INSTITUTION,
    NUMBER,
    PERSON,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    VERB,
    Narrative,
)
from kit.quotes.parsing.person import fold, is_honorific
from kit.quotes.parsing.posts import holder_before
from kit.quotes.parsing.told import TELLING, mark_told

# What may end the role of a name behind it.
_SMALL_BEFORE = INSTITUTION | DETERMINER | CUE_NOUN | PERSON | PLURAL | NUMBER
_LONGEST_LEAD = 6  # tokens between a name's comma and the noun that describes it
_PARTY_AND_PLACE = re.compile(r"[A-Z]+-[A-Z][a-z]+\.?")  # R-Ky.
_CALLED = frozenset(["named", "called"])
_ANY = frozenset(["a", "an", "another", "one"])
_LONGEST_SEAT = 8  # tokens of where somebody belongs
_LONGEST_SUBJECT = 4  # tokens of what a role is about
_LONGEST_NAMING = 12  # tokens between a description and the name that somebody gave
# What says that the name behind it is that of whom the words before it describe.
_NAMING = re.compile(
    r"(?:(?:, )?who (?:[a-z]+ ){0,6}?)?(?:named|called|goes by|by the name(?: of)?"
    r"|(?:identified|introduced|named|known)(?: (?:him|her|them)sel(?:f|ves))?(?: only| just| simply)? as"
    r"|(?:by (?:his|her|their) )?(?:first |last |family |full )?(?:sur)?name(?: only| just| simply)?(?: as| ,| :))"
)
# The same behind its noun: a soldier with the call sign X.
_SIGNING = re.compile(r"(?:, )?(?:who (?:goes|went) )?(?:(?:with|by|under|using) (?:the|a) )?call[- ]?sign(?: of)?")
# What may stand right before that name.
_BEFORE_NAMED = frozenset(["as", "by", "call-sign", "called", "callsign", "name", "named", "of", "sign", ",", ":"])


def join_appositions(story: Narrative, text: str, found: list[Mention]) -> None:
    """Give a name the description beside it as its role, and mark that and whatever stands inside it `within`.

    Accepts "Kim, the minister of works, …", "the minister of works, Dr Kim, …", "the minister of works Kim" and
    "Kim, the minister of works and the party's leader, …".
    """
    lower, tokens = story.lower, len(story.lower)
    surnames: set[str] | None = None  # as soon as asked for
    for position, mention in enumerate(found):
        if mention.kind != "name":
            continue
        behind = lower[mention.last] if mention.last < tokens else ""
        if position and found[position - 1].head >= mention.last and mention.role is None:
            mention.within = True  # the former Leith striker
        if behind == "and" and position + 1 < len(found) and found[position + 1].first == mention.last + 1:
            surnames = _surnames_in(found) if surnames is None else surnames
            _share_surname(found, position, surnames)
        start = mention.first if mention.role is None else _mark_role(story, found, position)
        end = mention.last
        if behind == "(":
            _short_form_behind(story, found, position)
            end = _mark_bracketed(story, found, position)
        elif behind in cues.SUFFIXES:
            end = behind_letters(story, end)
        if not mention.titled and (behind == "," or (position and found[position - 1].kind == "nominal")):
            describe_body(story, found, position)
        if mention.organisation or mention.place:
            continue
        if behind in TELLING or end != mention.last:
            _described_behind(story, text, found, position, end)
        _described_before(story, text, found, position, start)


def _mark_role(story: Narrative, found: list[Mention], position: int) -> int:
    """Mark what stands inside the role before a name; return where that begins: the minister Ana Lund."""
    mention = found[position]
    start = role_start(story, mention.first, story.sentence_tokens[story.sentence_of[mention.first]].start)
    for other in reversed(found[max(0, position - 4) : position]):
        if other.first < start:
            break
        _belongs(other, mention)
    return start


def _described_behind(story: Narrative, text: str, found: list[Mention], position: int, end: int) -> None:
    """Take what follows a name for its description; `end` is behind the name and its letters or brackets."""
    comma = story.lower[end : end + 1] == [","]
    if comma and not (end == found[position].last and _letters_behind(story, found, position)):
        _role_behind(story, text, found, position, end)
    mark_told(story, found, position, end)


def _described_before(story: Narrative, text: str, found: list[Mention], position: int, start: int) -> None:
    """Take what stands before a name for its description; the name begins with its role at `start`."""
    first = found[position].first
    comma = start - 1 - (start > 1 and story.lower[start - 1] == "the")  # "the bishop, the Rev Ana Lund"
    if comma > 0 and story.lower[comma] == "," and _role_before(story, found, position, comma):
        return
    before, joined = story.lower[first - 1], False
    if before == ",":
        joined = _born_before(story, found, position)
    elif before == ")":
        joined = _bracketed_before(story, text, found, position)
    elif before in ("and", "state") or not story.flags[first - 1] & ~_SMALL_BEFORE:
        joined = _subject_before(story, found, position) or _post_before(story, text, found, position)
    if not joined and before in _BEFORE_NAMED:
        _named_behind(story, found, position)


def _short_form_behind(story: Narrative, found: list[Mention], position: int) -> None:
    """Take the short form in "National Water Agency (NWA)", and the name in "NWA (National Water Agency)", for it."""
    mention = found[position]
    other = found[position + 1] if position + 1 < len(found) else mention
    bracketed = other.first == mention.last + 1 and story.lower[other.last : other.last + 1] == [")"]
    if not bracketed or other.kind != "name" or other.place:
        return
    initials = _initials(mention.name)
    body = other.name.isupper() and mention.organisation and len(initials) > 1  # not "Ana Lund (SPD)"
    short_before = mention.name.isupper() and _initials(other.name) == mention.name
    if body or short_before or initials.upper() == other.name.upper():
        mention.organisation = other.organisation = True
        _belongs(other, mention)


def _initials(name: str) -> str:
    """Return the first letters of the words written large: NAWA for the National Anti-Waste Agency."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _mark_bracketed(story: Narrative, found: list[Mention], position: int) -> int:
    """Mark the party and the place of "Ana Lund (Labour, Oslo)", who do not speak; return the token behind them."""
    closing = closing_bracket(story, found[position].last, len(story.lower))
    if closing is None:
        return found[position].last
    _mark_within(story, found, position, closing)
    return closing + 1


def _belongs(description: Mention, name: Mention) -> None:
    description.within = True
    description.described = name


def _surnames_in(found: list[Mention]) -> set[str]:
    return {fold(mention.name.split()[-1]) for mention in found if mention.kind == "name" and " " in mention.name}


def _share_surname(found: list[Mention], position: int, surnames: set[str]) -> None:
    """Make the Ana of "Ana and Luis Prado" an Ana Prado."""
    mention, other = found[position], found[position + 1]
    given, words = fold(mention.name), other.name.split()
    if mention.role is not None or other.kind != "name" or len(words) == 1 or given in surnames:
        return
    if given in cues.GIVEN_NAMES and fold(words[0]) in cues.GIVEN_NAMES:
        mention.name = f"{mention.name} {' '.join(words[1:])}"


def _letters_behind(story: Narrative, found: list[Mention], position: int) -> bool:
    """Take the letters of "Ana Lund, MP, …" as part of the name's description."""
    mention = found[position]
    letters = found[position + 1] if position + 1 < len(found) else mention
    if letters.first != mention.last + 1 or letters.last != letters.first + 1:
        return False
    known = story.lower[letters.first] in cues.SUFFIXES or _PARTY_AND_PLACE.fullmatch(story.words[letters.first])
    short = letters.name.isupper() and len(letters.name) < 6
    comma, behind = story.lower[letters.last : letters.last + 1], story.lower[letters.last + 1 : letters.last + 2]
    if not known and not (short and " " in mention.name and comma == [","] and behind != ["and"]):
        return False
    _belongs(letters, mention)
    mention.roles += (letters.name,)
    return True


def _role_behind(story: Narrative, text: str, found: list[Mention], position: int, comma: int) -> None:
    """Take "X, the minister of works, …" as X's role; not "X, serving as …" and not "to X, the minister said"."""
    mention = found[position]
    first = comma + 1
    if story.lower[first + 1 : first + 2] == [","] and story.flags[first] & NUMBER:
        first += 2  # "X, 68, the treasurer"
    if first >= len(story.lower) or story.lower[first].endswith(("ing", "ed")) or story.flags[first] & CONJUNCTION:
        return
    if story.lower[first] in cues.IRREGULAR_PASTS or story.lower[first] == "your":
        return  # "the king, X, met Berg's minister", "Mr X, your own minister said"
    sentence = story.sentence_of[mention.first]
    last = story.sentence_tokens[sentence].end
    for other in found[position + 1 : position + 4]:
        if other.first > comma + _LONGEST_LEAD or story.sentence_of[other.first] != sentence:
            return
        if other.kind == "name" and other.first == first and story.lower[other.last : other.last + 1] == [","]:
            return  # "in talks with X, Ana Lund, the mayor, said"
        if other.kind != "nominal" or other.organisation or story.possessive(other.last):
            continue
        if not all(_qualifies(story, token) for token in range(first, other.first)):
            continue
        if other.first > first and story.flags[other.first] & DETERMINER:
            return  # "X, shook his head"
        end = phrase_end(story, other.head, last)
        if other.gender == "p" or (_goes_on(story, end, last) and _stands_apart(story, found, position)):
            return
        role = story.written(text, first, end)
        mention.roles += (role,)
        if mention.role is None or not mention.titled or is_honorific(mention.role):
            mention.role = role
        mention.gender = mention.gender or gender_of(story, other.first, other.head + 1)
        _mark_within(story, found, position, _second_role_end(story, found, position, end, last))
        _belongs(other, mention)
        return


def _stands_apart(story: Narrative, found: list[Mention], position: int) -> bool:
    """Does the name with its role follow a verb or a preposition, or is it told who it is: "Led by a vet, X"?"""
    mention = found[position]
    before = role_start(story, mention.first, story.sentence_tokens[story.sentence_of[mention.first]].start) - 1
    before -= before > 0 and bool(story.flags[before] & CALENDAR)  # "with Sunday Echo, the mayor said"
    if before > 0 and story.lower[before] == "," and position:
        return found[position - 1].kind == "nominal" and phrase_end(story, found[position - 1].head, before) == before
    return before >= 0 and bool(story.flags[before] & (PREPOSITION | VERB | AUXILIARY))


def _goes_on(story: Narrative, end: int, last: int) -> bool:
    """Is the description a subject, its verb behind it: "to X, the minister said", "to X, the minister “did” it"?"""
    behind = AUXILIARY | VERB | QUOTED
    return end < last and bool(story.flags[end] & behind) and not story.lower[end].endswith("ing")


def _second_role_end(story: Narrative, found: list[Mention], position: int, end: int, last: int) -> int:
    """Return where "the minister and the party's leader" ends, or `end` where there is one role only."""
    if end + 1 >= last or story.lower[end] != "and":
        return end
    for other in found[position + 1 : position + 6]:
        if other.first == end + 1 and other.describes_one:
            behind = phrase_end(story, other.head, last)
            closed = behind < last and story.lower[behind] in (",", ".", ")")
            bare = not story.flags[other.first] & DETERMINER  # "X, president and head of the club said"
            return behind if closed or (bare and _goes_on(story, behind, last)) else end
    return end


def _mark_within(story: Narrative, found: list[Mention], position: int, end: int) -> None:
    for number in range(position + 1, len(found)):
        inner = found[number]
        if inner.first >= end:
            break
        inner.within = True
        if inner.kind == "nominal" and story.lower[inner.first - 1] == "and":
            inner.described = found[position]


def _qualifies(story: Narrative, token: int) -> bool:
    bits = story.flags[token]
    verb = bits & VERB and not bits & (PERSON | INSTITUTION | CAPITAL)
    return not (verb or bits & (AUXILIARY | PRONOUN | QUOTED))


def _role_before(story: Narrative, found: list[Mention], position: int, comma: int) -> bool:
    """Take "the minister of works, X, …" as X's role, and "the minister, Dr X, …"."""
    mention = found[position]
    last = _behind_seat(story, behind_letters(story, mention.last))
    ends_with_comma = last >= len(story.lower) or story.lower[last] in (",", ".", ":")
    described: Mention | None = None
    for other in reversed(found[max(0, position - 4) : position]):
        end = phrase_end(story, other.head, mention.first)
        possible = other.describes_one and not other.within and end == comma
        if possible and (described is None or other.head + 2 == described.first):
            described = other  # the widow in "the widow of the guard"
    if described is None or not (ends_with_comma or _opens_clause(story, described, mention)):
        return False
    if mention.role is None or mention.titled:
        mention.role = described.name
    _describe(found, position, described, described.name)
    return True


def _opens_clause(story: Narrative, described: Mention, name: Mention) -> bool:
    """Is it "The Minority Leader, Ana Lund has asked", one comma short, not "The judge, Ana Lund said, slept"?"""
    first, last = story.sentence_tokens[story.sentence_of[name.first]]
    opens = described.first == first or (story.lower[described.first - 1] == "," and described.first - first == 2)
    goes_on = name.last + 1 < last and story.flags[name.last] & (VERB | AUXILIARY) and story.lower[name.last + 1] != ","
    return bool(opens and goes_on) and " " in name.name


def _behind_seat(story: Narrative, token: int) -> int:
    """Return the comma in "his lawyer, Ana Lund of Lund & Sons, said", else `token`."""
    if story.lower[token : token + 1] and story.lower[token] in ("of", "from", "at"):
        for end in range(token + 1, min(token + _LONGEST_SEAT, len(story.lower))):
            if story.lower[end] == ",":
                return end
            if not story.flags[end] & (CAPITAL | DETERMINER) and story.lower[end] not in ("of", "&", "and"):
                break
    return token


def _born_before(story: Narrative, found: list[Mention], position: int) -> bool:
    """Take the son of "Born on Hven, the son of a pilot, X left home" as a description of X."""
    mention = found[position]
    first = story.sentence_tokens[story.sentence_of[mention.first]].start
    if story.lower[first] != "born":
        return False
    for other in reversed(found[max(0, position - 4) : position]):
        if other.first < first:
            return False
        if other.kind == "nominal" and story.lower[other.head] in cues.KIN and story.lower[other.first - 1] == ",":
            _describe(found, position, other)
            return True
    return False


def _subject_before(story: Narrative, found: list[Mention], position: int) -> bool:
    """Take "spokeswoman on transport and energy" before X as X's role."""
    mention = found[position]
    other = found[position - 1] if position else mention
    first = other.head + 2
    if other.within or not other.describes_one:
        return False
    if story.lower[other.head + 1 : other.head + 2] != ["on"] or not 0 < mention.first - first <= _LONGEST_SUBJECT:
        return False
    if any(story.flags[token] & ~CUE_NOUN and story.lower[token] != "and" for token in range(first, mention.first)):
        return False
    mention.role = " ".join([other.name, *story.words[first - 1 : mention.first]])
    _describe(found, position, other, mention.role)
    return True


def _post_before(story: Narrative, text: str, found: list[Mention], position: int) -> bool:
    """Take "chair of the bench" and "head of the Akhtar battalion" before X as X's role."""
    mention = found[position]
    holder = holder_before(story, found, position)
    if holder is None:
        return False
    mention.role = story.written(text, holder.first, mention.last - len(mention.name.split()))
    _describe(found, position, holder, mention.role)
    return True


def _bracketed_before(story: Narrative, text: str, found: list[Mention], position: int) -> bool:
    """Take "superintendent of police (SP)" before X as X's role."""
    mention = found[position]
    opening = opening_bracket(story, mention.first - 1, 0)
    if opening is None:
        return False
    for other in reversed(found[max(0, position - 4) : position]):
        ends = opening in (phrase_end(story, other.head, opening), other.last)
        if ends and other.describes_one:
            mention.role = story.written(text, other.first, opening)
            _describe(found, position, other, mention.role)
            return True
    return False


def _named_behind(story: Narrative, found: list[Mention], position: int) -> None:
    """Take "a nurse named X" and "one resident, who gave his name as X," as X's description."""
    mention = found[position]
    first = max(story.sentence_tokens[story.sentence_of[mention.first]].start, mention.first - _LONGEST_NAMING - 1)
    for other in reversed(found[max(0, position - 4) : position]):
        if other.head < first:
            return
        one_of_them = other.gender == "p" and story.lower[max(0, other.first - 2) : other.first] == ["one", "of"]
        if other.within or not (other.describes_one or (one_of_them and other.kind == "nominal")):
            continue
        between = " ".join(story.lower[phrase_end(story, other.head, mention.first) : mention.first])
        if between in _CALLED and (story.lower[other.first] not in _ANY or _names_for(story, mention.last)):
            return  # "the president named X as his successor"
        if between == "called" and story.possessive(mention.last):
            return  # "an official called X's rule bad"
        if _NAMING.fullmatch(between) or _SIGNING.fullmatch(" ".join(story.lower[other.head + 1 : mention.first])):
            role = f"one of {other.name}" if one_of_them else other.name
            mention.role = mention.role or role
            _describe(found, position, other, role)
            return


def _names_for(story: Narrative, token: int) -> bool:
    """Does what stands behind a name make "named" a verb: as his successor, on Monday?"""
    return story.lower[token : token + 1] in (["as"], ["on"], ["in"], ["a"], ["an"], ["the"])


def _describe(found: list[Mention], position: int, description: Mention, role: str | None = None) -> None:
    """Make a description before a name, and whatever stands between the two, part of the name, which has that role."""
    mention = found[position]
    mention.roles += () if role is None else (role,)
    mention.gender = mention.gender or (description.gender if description.gender != "p" else "")
    for number in range(position - 1, -1, -1):
        if found[number].first < description.first:
            break
        _belongs(found[number], mention)
