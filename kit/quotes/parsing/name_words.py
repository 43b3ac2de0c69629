"""Words that are names here though they can be others: May, Hunter, Per, the A of "Conrad A Lund"."""

from __future__ import annotations

from collections.abc import Iterable

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    ADVERB,
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    NUMBER,
    PARTICLE,
    PERSON,
    PLACE,
    PLURAL,
    POSSESSIVES,
    PREPOSITION,
    TITLE,
    VERB,
    Narrative,
)
from kit.quotes.parsing.person import fold

_OF_ONE = frozenset(["has", "is", "was"])
_COURTESIES = frozenset(["mr", "mr.", "mrs", "mrs.", "ms", "ms."])
_SHORTEST_PARTICIPLE = 6  # characters; shorter names end in -ing: Irving is a given name, known as one
# With these an article turns to somebody: "Take Ana Lund, a baker", "Meet Ana Lund".
_PRESENTING = frozenset(["ask", "call", "consider", "enter", "imagine", "meet", "picture", "take"])
# What a surname may be besides.
_ODD = PERSON | TITLE | INSTITUTION | PLACE | CALENDAR | FUNCTION | VERB
_DAYS = frozenset(["friday", "monday", "saturday", "sunday"])  # that people are called by in West Africa
# What hardly anybody is called by, whatever given name stands before it.
_SEASONS = frozenset(["autumn", "spring", "summer", "winter"])
_NO_SURNAMES = cues.ROLE_SYNONYMS["spokesman"] | {
    *("ambassador", "chairman", "commissioner", "councillor", "director", "governor", "manager", "mayor", "minister"),
    *("official", "premier", "president", "secretary", "senator"),
}

# How adjectives end that begin with a name: Oslo-based.
_ORIGINS = (
    *("-administered", "-area", "-backed", "-based", "-born", "-bound", "-controlled", "-educated", "-held", "-led"),
    *("-listed", "-made", "-occupied", "-owned", "-raised", "-registered", "-run", "-style", "-trained", "-wide"),
)


def month_as_name(story: Narrative, token: int, first: int, last: int) -> bool:
    """Is it the Jan of "Jan Novak", the May of "Ines May" or "Mrs May", not "in May" or "May 5"?"""
    if token > first and story.lower[token - 1].rstrip(".") in cues.HONORIFICS and story.flags[token - 1] & CAPITAL:
        return not (token + 1 < last and story.flags[token + 1] & NUMBER)
    if story.lower[token] in _SEASONS:
        return token > first and is_surname(story, token)
    if token > first and story.flags[token - 1] & (TITLE | PERSON):
        return token + 1 < last and bool(story.flags[token + 1] & CAPITAL)  # Comrade Sunday Okon
    if story.lower[token] in _DAYS and token > first and story.lower[token - 1] == ",":
        return _is_told_who(story, token, first, last)
    if len(story.lower[token]) == 3 and token > first and story.flags[token - 1] & (CAPITAL | CALENDAR) == CAPITAL:
        return not (token + 1 < last and story.flags[token + 1] & NUMBER)  # Pham Thu Huong, Lee Jun
    if story.lower[token] not in cues.CALENDAR_NAMES:
        return False
    if token > first and story.flags[token - 1] & (PREPOSITION | NUMBER | CALENDAR):
        return False
    if token > first and story.flags[token - 1] & CAPITAL:
        return not (token + 1 < last and story.flags[token + 1] & NUMBER)
    return token + 1 < last and bool(story.flags[token + 1] & (CAPITAL | PARTICLE))


def _is_told_who(story: Narrative, token: int, first: int, last: int) -> bool:
    """Is it the Sunday of "The acting mayor, Sunday Okon, said", not of "The mayor, Sunday reports said, left"?"""
    if token - first < 2 or token + 2 >= last or story.flags[token + 1] & (CAPITAL | PLACE | INSTITUTION) != CAPITAL:
        return False
    behind = token + 2 + bool(story.flags[token + 2] & CAPITAL)
    return bool(story.flags[token - 2] & PERSON) and story.lower[min(behind, last - 1)] == ","


def is_given_name(story: Narrative, token: int, last: int) -> bool:
    """Is it the Per of "Per Olav Lund", not of "8 per cent"? No verb can be told from one: "Will Lund go?"."""
    if token + 1 >= last or not story.flags[token + 1] & CAPITAL:
        return False
    if "-" in story.words[token + 1] and story.flags[token] & CAPITAL and is_korean(story, token + 1):
        return True  # An Cheol-min
    given = story.lower[token] in cues.GIVEN_NAMES and not story.flags[token] & AUXILIARY
    return given and not story.flags[token + 1] & FUNCTION


def is_korean(story: Narrative, token: int) -> bool:
    """Is it the Woo-mok behind a surname such as Son or An, not the Oslo-based of "An Oslo-based firm"?"""
    first, hyphen, second = story.words[token].partition("-")
    return bool(hyphen) and first.istitle() and second.islower() and not story.lower[token].endswith(_ORIGINS)


def is_verb_before_name(story: Narrative, token: int, last: int) -> bool:
    """Is it the Thanking of "Thanking Ana Lund, he said", the Take of "Take Ana Lund, a baker"?

    Not the Irving of "Irving David Lund" or of "Irving Hall".
    """
    word = story.lower[token]
    if word not in _PRESENTING and (
        not word.endswith("ing") or len(word) < _SHORTEST_PARTICIPLE or fold(word) in cues.GIVEN_NAMES
    ):
        return False
    if token + 2 >= last or not story.flags[token + 1] & CAPITAL:
        return False
    titled = story.lower[token + 1].rstrip(".") in cues.HONORIFICS
    return titled or (is_known_given(story, token + 1) and bool(story.flags[token + 2] & (CAPITAL | PARTICLE)))


def is_known_given(story: Narrative, token: int) -> bool:
    """Is it a given name, and no other word?"""
    return fold(story.words[token]) in cues.GIVEN_NAMES and not story.flags[token] & (TITLE | PERSON | INSTITUTION)


def is_initial(story: Narrative, token: int, last: int) -> bool:
    """Is it the A of "Conrad A Lund", or that of "Mr. A" in an article that gives no names?"""
    if story.words[token] != "A":
        return False
    capital = token + 1 < last and bool(story.flags[token + 1] & CAPITAL)
    return capital or (token > 0 and story.lower[token - 1] in _COURTESIES)


def followed_like_a_name(story: Narrative, token: int, last: int) -> bool:
    """Does a verb or a possessive follow, as in "Ting said", and not the rest of "Leaving the hall"?"""
    if token + 1 >= last:
        return False
    if story.flags[token + 1] & ADVERB and token + 2 < last and story.flags[token + 2] & VERB:
        return True  # "Ting later said"
    word, behind, bits = story.lower[token], story.lower[token + 1], story.flags[token + 1]
    if word.endswith("s") and fold(word) not in cues.GIVEN_NAMES and not story.words[token].isupper():
        of_one = behind in _OF_ONE or cues.VERB_SHAPES.get(behind) == "s"  # not "Rents soared", "Roads were cut"
        return of_one or behind in cues.SAYING_FORMS or behind in POSSESSIVES
    if bits & CUE_NOUN and token + 2 < last and story.flags[token + 2] & AUXILIARY:
        return False  # "Bilateral talks are"
    if (bits & (VERB | AUXILIARY) and behind != "to") or behind in POSSESSIVES:
        return True
    if word.endswith(("ing", "ly", "ed")):
        return False
    return behind in (",", ":", "(", "and") or behind.endswith("ed")


def odd_surnames(story: Narrative, large: Iterable[int]) -> frozenset[str]:
    """Return the surnames that are other words, too: hunter in "Ana Hunter", may in "Ines May", an in "An Tae-min".

    `large` are the tokens with a capital letter.
    """
    flags, lower = story.flags, story.lower
    return frozenset(
        lower[token]
        for token in large
        if flags[token] & _ODD
        and (
            (lower[token] in cues.FAMILY_NAMES or "-" in lower[token + 1]) and _stands_before_given(story, token)
            if token + 1 < len(flags) and flags[token + 1] & CAPITAL
            else token > 0
            and flags[token - 1] & CAPITAL
            and not flags[token - 1] & (PLACE | TITLE | PERSON | CALENDAR)
            and (fold(story.words[token - 1]) in cues.GIVEN_NAMES or _may_be_surname(story, token))
        )
        and lower[token] not in _NO_SURNAMES
    )


def _may_be_surname(story: Narrative, token: int) -> bool:
    """Is it the Porter of "Debjit Porter", whose given name nobody knows, not the House of "State House"?"""
    return story.lower[token] in cues.SURNAME_WORDS and not story.flags[token] & (INSTITUTION | PLACE)


def _stands_before_given(story: Narrative, token: int) -> bool:
    """Is it the Son of "Son Woo-mok", "Bonnie Son Wai-ling" and "Son Woo Mok", not the But of "But Woo-mok"?"""
    flags = story.flags
    family = story.lower[token] in cues.FAMILY_NAMES
    if is_korean(story, token + 1):
        return family or not flags[token] & (FUNCTION | TITLE | PERSON)
    first = token == 0 or not flags[token - 1] & CAPITAL or bool(flags[token - 1] & (TITLE | PERSON))
    return family and first and flags[token + 1] == CAPITAL and not flags[token] & FUNCTION


def is_surname_alone(story: Narrative, token: int, first: int, last: int) -> bool:
    """Is one of those words a name here: "Hunter said", not "the Hunter", "in May" or "Cook the rice"?"""
    flags = story.flags
    if token + 1 < last and flags[token + 1] & (CAPITAL | NUMBER):
        return False
    if token == first:
        return followed_like_a_name(story, token, last)
    before = flags[token - 1]
    if before & (CAPITAL | NUMBER) or before & DETERMINER:
        return False
    return not (flags[token] & (CALENDAR | PLACE) and before & PREPOSITION)


def surname_at(story: Narrative, token: int) -> Mention:
    """Return the mention of somebody by a surname alone."""
    return Mention("name", token, token + 1, token, story.words[token])


def is_odd_surname(story: Narrative, token: int, last: int) -> bool:
    """Is it the Long of "Ana Long said", not of the headline "Ana Long Gone"?"""
    headline = token + 1 < last and story.flags[token + 1] & CAPITAL
    return not headline and is_surname(story, token)


def is_surname(story: Narrative, token: int) -> bool:
    """Is a word for somebody the surname behind a given name: "Paul Furrier", not "Sydney Mayor"?"""
    given = fold(story.words[token - 1]) in cues.GIVEN_NAMES and not story.flags[token - 1] & (PLACE | TITLE | PERSON)
    return given and story.lower[token] not in _NO_SURNAMES and not story.flags[token] & PLURAL


def behind_origin(story: Narrative, first: int, end: int) -> int:
    """Return where the name begins in "South Korean-owned Saehan Cells" and "US-based Ana Lund"; `end` for no name."""
    for token in range(end - 1, first - 1, -1):
        if "-" in story.lower[token] and story.lower[token].endswith(_ORIGINS):
            return token + 1
    return first
