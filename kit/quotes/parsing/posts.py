"""Posts: who holds one, and where the name behind it begins: "the head of the Akhtar battalion Ana Lund", no comma."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.brackets import opening_bracket
from kit.quotes.parsing.descriptions import phrase_start
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    MARKS,
    OFFICE,
    PERSON,
    PLACE,
    PLURAL,
    POSSESSIVES,
    PRONOUN,
    PUNCTUATION,
    TITLE,
    VERB,
    Narrative,
)
from kit.quotes.parsing.person import fold

_POSTED = frozenset(["at", "for", "in", "of", "to"])  # between a post and where it is held
_MOST_BODIES = 3  # of which one is part of the next: the Institute of Physics of the University of Oslo
_LONGEST_SUBJECT = 4  # tokens of what a post is about
SAINTS = frozenset(["al", "de", "la", "las", "los", "saint", "san", "santa", "santo", "são", "st", "st."])
_PLACE_OPENINGS = SAINTS | cues.PLACE_OPENINGS
# Whose "for" is followed by a place.
_SEATS = frozenset(["mp", "mps", "mep", "mla", "mpp", "msp", "td", "member", "senator", "councillor"])
_CHAMBERS = frozenset(["assembly", "congress", "council", "legislature", "parliament", "senate"])
_LISTING = frozenset([",", "and", "&", "the"])
_SHORTEST_LIST, _LONGEST_LIST = 4, 16  # tokens from the office to the last portfolio
_PEOPLE = PERSON | PLURAL
_RANK = PERSON | TITLE
_PLAIN = INSTITUTION | DETERMINER | CUE_NOUN | _PEOPLE  # what may stand in a body's name, whoever is named behind it
_MOST_PLAIN, _MOST = 4, 9  # tokens of a body's name
_SPEAKING_FOR = cues.ROLE_SYNONYMS["spokesman"]
_NEVER = AUXILIARY | CALENDAR | MARKS | PRONOUN
_TIES = frozenset(["and", "for", "of", "on"])


def holder_before(story: Narrative, found: list[Mention], position: int) -> Mention | None:
    """Return the chair in "chair of the bench X" and "chair of the parliamentary committee on defence X", else None.

    Before a known given name the body may be called by more than small words. A spokesman for X is another one.
    """
    mention = found[position]
    words = mention.name.split()
    if len(words) < 2:
        return None
    begins = mention.last - len(words)
    while story.flags[begins - 1] & CAPITAL and story.flags[begins - 1] & _RANK:
        begins -= 1  # the regiment Captain X
    known = fold(words[0]) in cues.GIVEN_NAMES
    holder: Mention | None = None
    for other in reversed(found[max(0, position - 5) : position]):
        behind = other.head + 1
        if other.organisation or (known and (other.kind == "name" or story.lower[behind] in POSSESSIVES)):
            continue
        if other.kind != "nominal" or other.within or other.gender == "p" or begins - behind < 2:
            break
        small = range(behind + 1, begins)
        post = story.flags[other.head] & PERSON and story.lower[other.head] not in cues.KIN
        surely = (known or mention.titled) and story.lower[other.head] not in _SPEAKING_FOR
        plain = (story.lower[behind] == "of" or (surely and story.lower[behind] == "for")) and _is_plain(story, small)
        if not plain and not (known and post and story.lower[behind] in ("for", "of") and _is_body(story, small)):
            break
        holder = other
        if story.lower[other.first - 1] != "of":
            break  # else the leader in "leader of the Servant of the People faction X"
    return holder


def _is_plain(story: Narrative, small: range) -> bool:
    """Are these a few small words that say where a post is held, and not "charity Open Door" or "the late poet X"?"""
    if len(small) == 1 and story.lower[small.start] == "state":
        return True  # the secretary of state
    bits = [story.flags[token] for token in small]
    if len(bits) > _MOST_PLAIN or any(each & ~_PLAIN or each & _PEOPLE == PERSON for each in bits):
        return False
    return bool(bits[0] & DETERMINER or not bits[-1] & INSTITUTION)


def _is_body(story: Narrative, small: range) -> bool:
    """Does a word for a body end these words, or stand before "on" or "for" in them, and nothing break them?"""
    flags, lower = story.flags, story.lower
    if len(small) > _MOST:
        return False
    body = -1
    for token in small:
        bits, word = flags[token], lower[token]
        if word in POSSESSIVES or word in _TIES:
            continue
        owner = lower[token + 1] in POSSESSIVES
        somebody = bits & _PEOPLE == PERSON and not bits & CAPITAL and not flags[token + 1] & PERSON
        verb = bits & VERB and not bits & (CAPITAL | INSTITUTION) and not flags[token - 1] & DETERMINER
        if bits & _NEVER or verb or word in cues.PREPOSITIONS or (somebody and not owner):
            return False
        body = token if (bits & INSTITUTION or word in cues.FIRMS) and not owner else body
    last = small[-1]
    return body == last or (body >= 0 and not {"for", "of", "on"}.isdisjoint(lower[body + 1 : last]))


def behind_list(story: Narrative, first: int, end: int, sentence: int) -> tuple[int, int] | None:
    """Return where the office and the name begin, where `first` is the Tourism of such a list; else None."""
    lower, flags = story.lower, story.flags
    if lower[first] not in cues.PORTFOLIOS or first - sentence < _SHORTEST_LIST or lower[first - 1] not in _LISTING:
        return None
    if lower[first - 1] == "," and "and" not in lower[first:end]:
        return None  # the Minister of Health, Justice Ann Lund
    split = first + 1
    while split < end and (lower[split] in cues.PORTFOLIOS or lower[split] in _LISTING):
        split += 1
    if split == end or flags[split] & OFFICE:
        return None
    token = first - 1
    while token > sentence and lower[token] not in ("of", "for"):
        if not (flags[token] & CAPITAL or lower[token] in _LISTING) or first - token > _LONGEST_LIST:
            return None
        token -= 1
    office = token - 1
    if office < sentence or flags[office] & (CAPITAL | PERSON | PLURAL) != CAPITAL | PERSON:
        return None
    while office > sentence and flags[office - 1] & CAPITAL and flags[office - 1] & OFFICE:
        office -= 1
    return office, split


def behind_portfolio(story: Narrative, preposition: int, end: int) -> int:
    """Return where the name begins in "Minister of Public Works Ann Lund"; `end` where there is none.

    The member for somewhere is followed by a constituency, as far as the large letters go.
    """
    if any(
        story.lower[token] == "for" and story.lower[token - 1] in (_SEATS if token == preposition else _CHAMBERS)
        for token in range(preposition, end)
    ):
        return end
    token = preposition + 1
    while token < end and story.lower[token] in _PLACE_OPENINGS:
        token += 1
    token = min(token + 1, end)  # a chunk may be cut off behind "of"
    while token < end and (
        story.lower[token] in cues.PORTFOLIOS
        or story.lower[token] in cues.AREAS
        or story.lower[token - 1] in _POSTED
        or story.flags[token] & (INSTITUTION | PLACE)
        or not story.flags[token] & CAPITAL
    ):
        token += 1
    alone = token == end - 1 and fold(story.words[token]) not in cues.GIVEN_NAMES
    if alone and story.lower[end : end + 1] == [","] and story.flags[min(end + 1, len(story.flags) - 1)] & CAPITAL:
        return end  # "the Minister of Inland Waters, Ann Lund"
    known = [fold(word) in cues.GIVEN_NAMES for word in story.words[token : token + 2]]
    return token + 1 if known == [False, True] and token + 2 < end else token  # "Mayor of Ciego Hondo Ann Lund"


def post_before(story: Narrative, first: int, sentence: int) -> int | None:
    """Return the minister of "the minister of" before `first`: somebody who holds a post there, else None.

    Also the mayor of "the mayor of the city of", the director of "director of the Institute of" and of "director of
    sales at".
    """
    for _ in range(_MOST_BODIES):
        preposition = first - 1 - (first - 1 > sentence and story.lower[first - 1] == "the")
        holder = preposition - 1
        if holder > sentence and story.lower[holder] == ")":  # the director (DG) of
            holder = (opening_bracket(story, holder, sentence) or holder) - 1
        if holder < sentence or story.lower[preposition] not in _POSTED:
            return None
        if story.flags[holder] & (PERSON | PLURAL) == PERSON and story.lower[holder] not in cues.KIN:
            return holder
        subject = _subject_start(story, holder, sentence) if story.lower[preposition] == "at" else None
        if subject is not None:
            first = subject
            continue
        body = story.flags[holder] & INSTITUTION and story.flags[holder] & CAPITAL
        if not (body or story.lower[holder] in cues.AREAS) or story.lower[preposition] != "of":
            return None
        first = holder
        while first - 1 > sentence and story.flags[first - 1] & CAPITAL:
            first -= 1
    return None


def _subject_start(story: Narrative, last: int, sentence: int) -> int | None:
    """Return where the tidal studies of "professor of tidal studies at" begin, which end at `last`; else None."""
    token = last
    while token > sentence and last - token < _LONGEST_SUBJECT and not story.flags[token] & (FUNCTION | PUNCTUATION):
        token -= 1
    return token + 1 if story.lower[token] == "of" and token < last else None


def holder_start(story: Narrative, first: int, split: int, sentence: int) -> int:
    """Return where "the head of Leith Port Authority Ana Lund" begins, whose name is at `split`; else `first`."""
    holder = post_before(story, first, sentence) if first - sentence >= 2 else None
    if holder is None:
        return first
    if not all(bits & PLURAL or not bits & OFFICE for bits in story.flags[first:split]):  # Vik Police, not Vik Mayor
        return first
    return holder if story.flags[holder] & CAPITAL else phrase_start(story, holder, sentence)
