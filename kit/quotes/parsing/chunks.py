"""Chunks of capitalised words: how far a name goes, with the small words inside it, "the Bank of Oslo and Vik"."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.name_words import (
    is_given_name,
    is_initial,
    is_odd_surname,
    is_surname,
    is_verb_before_name,
    month_as_name,
)
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    MARKS,
    NUMBER,
    OFFICE,
    PARTICLE,
    PERSON,
    PLACE,
    PLURAL,
    POSSESSIVES,
    PREPOSITION,
    PRONOUN,
    SOMEBODY,
    TITLE,
    VERB,
    Narrative,
)
from kit.quotes.parsing.person import fold

_MINISTRIES = frozenset(["department", "directorate", "ministry", "office", "bureau"])
_INSTITUTES = frozenset(["academy", "agency", "centre", "center", "college", "faculty", "institute", "school"])
_BODIES = frozenset(["commission", "committee", "conference", "convention", "council", "panel", "subcommittee"])
_SYLLABLES = frozenset(["hung", "sang", "sung"])  # of Korean, Chinese and Vietnamese names
_PATRONYMIC = frozenset(["gyzy", "kizi", "kyzy", "oglu", "ogly", "qizi", "uly", "uulu"])
_IRREGULAR_PLURALS = ("children", "men", "people")
_SINGLE_MARKS, _LONGEST_NICKNAME = frozenset("'‘’"), 5  # tokens
_BETWEEN_PORTFOLIOS = frozenset([",", "and", "&"])
_OF_PORTFOLIOS = (
    cues.PORTFOLIOS | _BETWEEN_PORTFOLIOS | {"cabinet", "coordinating", "federal", "permanent", "principal", "union"}
)
_GENERATIONS = (["jr"], ["jr."], ["sr"], ["sr."])  # behind a comma: Karl Lund, Jr.
_LONGEST_LIST = 16  # tokens
_NO_MERE_NAME = CALENDAR | FUNCTION | VERB | INSTITUTION | OFFICE | NUMBER
_JOINING = POSSESSIVES | {"of", "for", "&", "the", "and", "on", ","}  # small words that may stand inside a name


def chunk_end(story: Narrative, token: int, first: int, last: int) -> int:
    """Return the end of the capitalised words that begin at `token`, or `token` where no name begins."""
    flags, lower = story.flags, story.lower
    bits = flags[token]
    if (bits & (CALENDAR | FUNCTION) or token == first) and not _begins_name(story, token, first, last):
        return token
    institution = bool(bits & INSTITUTION) and not is_given_name(story, token, last)  # Bill Lund of Leith
    office = bool(bits & OFFICE) and not (bits & PLURAL and _are_somebodys(story, token, last))
    end = token + 1
    while end < last:
        bits = flags[end]
        if bits & CAPITAL and not bits & _NO_MERE_NAME:
            office = office and lower[end] in cues.PORTFOLIOS
            end += 1
        elif bits & CAPITAL or (office and _numbers_rank(story, end, last)):
            if _is_no_name(story, end, first, last):
                break
            institution = institution or (bool(bits & INSTITUTION) and not _is_surname_word(story, end))
            office = (bool(bits & OFFICE) and lower[end] not in cues.SURNAME_WORDS) or (
                office and (bool(bits & NUMBER) or lower[end] in cues.PORTFOLIOS)
            )
            end += 1
        elif (bits & PARTICLE or lower[end] in _JOINING) and _joins(
            story, token, end, first, last, institution=institution, office=office
        ):
            end += 1
        elif lower[end] in _SINGLE_MARKS and (behind := behind_nickname(story, end, last)):
            end = behind
        else:
            break
    while end > token + 1 and not flags[end - 1] & CAPITAL:
        end -= 1
    return end + (end - token > 1 and end < last and lower[end] in _PATRONYMIC)  # Ulan Aibek uulu


def _begins_name(story: Narrative, token: int, first: int, last: int) -> bool:
    """May a name begin with a sentence's first word, a month or a small word, all written large: "Per", not "But"?"""
    flags, lower = story.flags, story.lower
    bits = flags[token]
    if bits & CALENDAR and not month_as_name(story, token, first, last):
        return False
    function = bits & FUNCTION and not bits & PARTICLE and not is_given_name(story, token, last)
    if function and not _is_surname_he(story, token, last):
        initial = token == first or (flags[token - 1] & MARKS and lower[token - 1] not in ",.’'-&/")
        follows_title = token > first and flags[token - 1] & TITLE and flags[token - 1] & CAPITAL
        stands_before_name = token + 1 < last and flags[token + 1] & CAPITAL and not flags[token + 1] & FUNCTION
        if not follows_title and (initial or bits & (DETERMINER | PRONOUN | PREPOSITION) or not stands_before_name):
            return False
    return token != first or not is_verb_before_name(story, token, last)


def _is_no_name(story: Narrative, end: int, first: int, last: int) -> bool:
    """Is a capitalised word behind others no part of their name: a month, a small word, a headline's verb?"""
    flags, lower, bits = story.flags, story.lower, story.flags[end]
    if bits & CALENDAR and not month_as_name(story, end, first, last):
        return True
    if bits & FUNCTION and not (
        bits & (PARTICLE | AUXILIARY)
        or is_given_name(story, end, last)
        or is_initial(story, end, last)
        or is_odd_surname(story, end, last)
        or (lower[end] == "the" and story.behind_mark(end))  # Karl “The Rock” Lund
        or (lower[end] == "without" and bool(flags[end - 1] & PLURAL))  # Doctors Without Borders
    ):
        return True
    if not bits & VERB or bits & SOMEBODY:
        return False
    if lower[end] == "said" and fold(story.words[end - 1]) in cues.GIVEN_NAMES:
        return end + 1 < last and bool(flags[end + 1] & CAPITAL)  # not in "Then Omar Said left"
    # a headline: "Mayor Quits", "Poe Slams Council"
    return cues.VERB_SHAPES[lower[end]] in ("s", "past") and lower[end] not in _SYLLABLES


def _joins(story: Narrative, token: int, end: int, first: int, last: int, *, institution: bool, office: bool) -> bool:
    """Does a name that begins at `token` go on behind the small word at `end`: "Bank of", "Minister of", "Karl de"?"""
    flags, word = story.flags, story.lower[end]
    before, behind = story.lower[end - 1], end + 1
    if behind < last:
        capital = flags[behind] & CAPITAL
        if flags[end] & PARTICLE and flags[behind] & (CAPITAL | PARTICLE):
            return True
        if word in {"of", "for", "&"} and (institution or office or word == "&") and _capital_after(story, end, last):
            return True
        if word == "the" and before in ("of", "for") and capital:
            return True
    return (
        (word == "and" and _joins_institution(story, token, end, first, last))
        or (word == "on" and before in _BODIES and _capital_after(story, end, last))
        or (word == "on" and office and story.lower[behind : behind + 1] and story.lower[behind] in cues.PORTFOLIOS)
        or (word == "," and end - token > 1 and story.lower[behind : behind + 1] in _GENERATIONS)
        or (word == "," and institution and _lists_portfolios(story, token, end, last))
        or (word in POSSESSIVES and _owns_institution(story, end, last))
        or (
            word in _BETWEEN_PORTFOLIOS
            and story.lower[token] in _OF_PORTFOLIOS
            and _joins_portfolios(story, token, end, last)
        )
    )


def _is_surname_he(story: Narrative, token: int, last: int) -> bool:
    """Is it the He of "He Jianmin, a baker, said", behind which nothing but a name stands, not that of "He Said No"?"""
    if story.lower[token] != "he" or token + 1 >= last or story.flags[token + 1] != CAPITAL:
        return False
    word = story.words[token + 1]
    return word.istitle() and len(word) > 1 and not word.endswith("ed")


def _are_somebodys(story: Narrative, token: int, last: int) -> bool:
    """Are they the lawyers of "Lawyers for Ana Lund", the fans of "Fans of Mr Lund", not the Ministers of Works?"""
    if token + 2 >= last or story.lower[token + 1] not in ("of", "for"):
        return False
    return bool(story.flags[token + 2] & TITLE) or fold(story.words[token + 2]) in cues.GIVEN_NAMES


def _joins_portfolios(story: Narrative, token: int, joining: int, last: int) -> bool:
    """Is it the and of "Finance and National Planning Minister", the comma of "Lands, Mines and Water Minister"?"""
    lower = story.lower
    if any(lower[each] not in _OF_PORTFOLIOS for each in range(token, joining)):
        return False
    end = joining + 1
    while end < last and lower[end] in _OF_PORTFOLIOS:
        end += 1
    named = joining + 1 < end < last and lower[end - 1] != ","  # not "for Health and Mines, Minister Ana Lund"
    return named and story.flags[end] & CAPITAL > 0 and story.flags[end] & OFFICE > 0


def _lists_portfolios(story: Narrative, token: int, comma: int, last: int) -> bool:
    """Is it a comma of "Ministry of Health, Labour and Welfare", not of "the Ministry of Health, Labour and Oxfam"?"""
    lower, begins, ends = story.lower, True, False
    if not any(lower[of] in ("of", "for") and lower[of - 1] in _MINISTRIES for of in range(token + 1, comma)):
        return False
    for each in range(comma + 1, min(last, comma + _LONGEST_LIST)):
        if lower[each] == "," and ends:
            return True
        if lower[each] in _BETWEEN_PORTFOLIOS:
            begins, ends = True, lower[each] != ","
        elif begins and lower[each] not in cues.PORTFOLIOS:
            return False
        elif not story.flags[each] & CAPITAL:
            return ends
        else:
            begins = False
    return ends


def behind_nickname(story: Narrative, mark: int, last: int) -> int:
    """Return the token behind the marks of "Karl 'Big Boy' Lund", 0 where no nickname stands inside them."""
    end = mark + 1
    while end < min(last, mark + _LONGEST_NICKNAME) and story.flags[end] & CAPITAL:
        end += 1
    if not mark + 1 < end < last - 1 or story.lower[end] not in _SINGLE_MARKS:
        return 0
    surname = story.flags[end + 1]
    return end + 1 if surname & (CAPITAL | PARTICLE) and not surname & VERB else 0


def _joins_institution(story: Narrative, token: int, conjunction: int, first: int, last: int) -> bool:
    """Is it the and of "the Markets and Consumer Authority" or "Ministry of Trade and Industry"?"""
    flags, lower = story.flags, story.lower
    end = conjunction + 1
    while end < last and flags[end] & CAPITAL and not flags[end] & FUNCTION:
        end += 1
    if end == conjunction + 1:
        return False
    if _is_shortened_behind(story, token, end):
        return True
    of = next((each for each in range(token, conjunction) if lower[each] in ("of", "for")), None)
    if of is not None:  # not "the Minister of Works and Ana Lund", "a bench of Justice Ana Lund and Justice Karl Berg"
        if any(
            (len(story.words[each].rstrip(".")) == 1 and lower[each] != ",") or _is_given(story, each)
            for each in range(of + 1, conjunction)
        ):
            return False
        portfolio = lower[of - 1] in _MINISTRIES | _INSTITUTES and not flags[conjunction + 1] & (PERSON | TITLE | PLACE)
        known = lower[conjunction + 1] in cues.PORTFOLIOS
        return known or (portfolio and not _is_given(story, conjunction + 1))
    of_land = flags[token] & PLACE and conjunction - token > 1  # the Ethiopian Coffee and Tea Authority
    one, two = range(token + bool(of_land), conjunction), range(conjunction + 1, end)
    return (
        token > first
        and lower[token - 1] in ("the", "federal", "national", "provincial", "regional", "state")
        and bool(flags[end - 1] & INSTITUTION)
        and not any(flags[each] & (INSTITUTION | PERSON | TITLE | PLACE) for each in one)
        and not any(flags[each] & (PERSON | TITLE | PLACE) for each in two)
    )


def _is_given(story: Narrative, token: int) -> bool:
    return fold(story.words[token]) in cues.GIVEN_NAMES


def _is_shortened_behind(story: Narrative, first: int, end: int) -> bool:
    """Is it the whole of "Kafue Bottlers and Growers Union (KBGU)", as the letters in brackets tell?"""
    if story.lower[end : end + 1] != ["("]:
        return False
    initials = "".join(story.words[token][0] for token in range(first, end) if story.flags[token] & CAPITAL)
    return story.words[end + 1 : end + 2] == [initials]


def _owns_institution(story: Narrative, apostrophe: int, last: int) -> bool:
    """Is it the mark of "the Thai Bankers' Club" or "the Leith Mayor's Office", not of "the man's League of Wales"?"""
    owners, body = PLURAL | PERSON, CAPITAL | INSTITUTION
    owner = story.flags[apostrophe - 1]
    if story.lower[apostrophe] in ("'", "’"):
        known = owner & owners == owners
    elif owner & (CAPITAL | PLURAL) == CAPITAL and owner & OFFICE:
        return apostrophe + 1 < last and story.flags[apostrophe + 1] & body == body
    elif story.lower[apostrophe - 1] == "people" and owner & CAPITAL:
        return apostrophe + 1 < last and bool(story.flags[apostrophe + 1] & CAPITAL)  # the People's Watch
    else:
        known = story.lower[apostrophe - 1].endswith(_IRREGULAR_PLURALS)
    behind = range(apostrophe + 1, min(apostrophe + 3, last))
    return known and any(story.flags[token] & body == body for token in behind)


def _is_surname_word(story: Narrative, token: int) -> bool:
    """Is it the Church of "Ana Church of Leith"?"""
    return story.lower[token] in cues.SURNAME_WORDS and is_surname(story, token)


def _numbers_rank(story: Narrative, token: int, last: int) -> bool:
    """Is it the 2nd of "Petty Officer 2nd Class Ana Lund"?"""
    return bool(story.flags[token] & NUMBER) and token + 1 < last and story.lower[token + 1] == "class"


def _capital_after(story: Narrative, token: int, last: int) -> bool:
    following = token + 1
    if story.lower[following] == "the" and following + 1 < last:
        following += 1
    return bool(story.flags[following] & CAPITAL) and not story.flags[following] & CALENDAR
