"""Near misses: what looks like a dated expression and is none, told by the words beside it."""

from __future__ import annotations

import re

from kit.dates.patterns import MONTH, SP
from kit.dates.words import WORDS, any_of

Match = re.Match[str]

_COUNTED_AFTER = re.compile(
    rf"{SP}(?:(?:{any_of(WORDS['counted'])})\b|per\s?cent\b|local\stime\b|of\sthem\b|[ap]\.m\.)", re.IGNORECASE
)
# "every Sunday", "each January": no one date.
_SET_BEFORE = re.compile(
    r"\b(?:(?i:every|each|most|alternate|average|typical|ordinary|any|some)"
    r"|Sheffield|Black|Bloody|Ruby|Freaky|Super|Cyber|Mail\s+on)\s+(?:other\s+)?\Z"
)
_CAPITAL_AFTER = re.compile(r"\s+[A-Z][a-z]+")
_OPENING = "([\"“‘'*_"


def counts_something(text: str, end: int) -> bool:
    """Is the number that ends here followed by what it counts ("2024 employees", "1500 GMT")?"""
    return _COUNTED_AFTER.match(text, end) is not None


def has_year(match: Match) -> bool:
    """Does a form's year follow, in digits or in words ("of last year")?"""
    return any(match.group("year", "short_year", "fiscal_year", "year_relation"))


def _word_before(text: str, start: int) -> str:
    """Return the word before this place with its punctuation, or "" at the beginning of a line."""
    line = text[max(0, start - 30) : start]
    words = line[line.rfind("\n") + 1 :].split()
    return words[-1] if words else ""


# --- months ------------------------------------------------------------------------------------------------------

# "the March on Rome", "the march": a noun, not a month.
_MARCH_NOUN = re.compile(r"\s+(?:for|on|through|across|against|over|towards?|of|by|from|to)\b")
# April Jones, June said, May’s cabinet: a person.
_PERSON_AFTER = re.compile(
    r"[ \t]+(?:[A-Z][a-z]+|[A-Z]\.)|['’]s\s+[a-z]+|"
    r",?\s+(?:said|says|told|asked|added|wrote|who|has|is|was|had|would|will|herself|himself)\b"
)
_LOWER_NOUN_AFTER = re.compile(r"['’]?s?\s+[a-z]{3,}")
# "May-August 1950", "May and June last year"; and the other way round.
_MONTH_AFTER = re.compile(
    rf"\s?[-–—/]\s?(?:\d{{1,2}}\s)?{MONTH}|\s(?:to|and|through|or|until)\s{MONTH}\s(?:\d|last|this|next)"
)
_MONTH_BEFORE = re.compile(rf"{MONTH}(?:,|,?\s(?:and|or|to|through|until|till)|\s?[-–—/])\s?\Z")


def is_month(match: Match, text: str) -> bool:
    """Is a month's name the month: not Theresa May, not April Jones, not the March on Rome?"""
    month, relation = match["month"], (match["relation"] or "").lower()
    if match["days"] or match["days_after"]:
        return True
    if (
        match["year"]
        or match["short_year"]
        or match["fiscal_year"]
        or match["year_relation"]
        or match["part"]
        or relation
    ):
        return not (relation in ("that", "this") and month in ("May", "March"))
    if _SET_BEFORE.search(text, max(0, match.start() - 16), match.start()):
        return False
    if _MONTH_AFTER.match(text, match.end()) or follows_month(text, match.start()):
        return True
    before = _word_before(text, match.start()).lstrip(_OPENING)
    surely = before.lower() in WORDS["before a month"]
    if len(month.rstrip(".")) <= 4 and month not in ("May", "June", "July"):  # Nov., Sept; not Mar a Lago, Dec and Ant
        return surely and (month.endswith(".") or month not in ("Mar", "Dec", "Jan"))
    if surely:
        return True
    if month in ("May", "March"):
        return _is_may_or_march(match, text, before.lower())
    if month.lower() in WORDS["first names"]:
        if before.lower() in WORDS["before a month or a name"]:
            return not _CAPITAL_AFTER.match(text, match.end())
        return not _PERSON_AFTER.match(text, match.end()) and not before[:1].isupper()
    return month not in ("MAY", "MARCH")


def _is_may_or_march(match: Match, text: str, before: str) -> bool:
    if before == "the":
        return bool(_LOWER_NOUN_AFTER.match(text, match.end())) and not _MARCH_NOUN.match(text, match.end())
    return before in WORDS["before a month or a name"] and not _PERSON_AFTER.match(text, match.end())


def follows_month(text: str, start: int) -> bool:
    """Does the text before name a month that this one joins ("March, April and May")?"""
    return _MONTH_BEFORE.search(text, max(0, start - 20), start) is not None


# --- weekdays ----------------------------------------------------------------------------------------------------

_NAME_AFTER_WEEKDAY = re.compile(rf"\s+(?:{any_of(WORDS['papers'])}|Night\s+(?:Fever|Football|Live))\b")
# "on a Tuesday", "one Friday morning": some such day; "in a Tuesday statement" is a certain one.
_INDEFINITE_BEFORE = re.compile(r"\b(?:a|an|one)\s+\Z", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    r"['’]?s?\s+"
    r"(?!(?:after|afternoon|and|at|before|but|evening|for|in|morning|night|or|that|the|to|when|with)\b)[a-z]{3,}"
)
# "the first Monday in June": the month is found, the day is not.
_NTH_BEFORE = re.compile(r"\b(?:first|second|third|fourth|last)\s+\Z", re.IGNORECASE)
_OF_MONTH = re.compile(rf"\s+(?:in|of)\s+{MONTH}")
# Hon. Sunday Ichapi, Mr Friday Okoro, Chibuike Sunday Okafor.
_PERSON_BEFORE = re.compile(rf"(?:\b(?:{any_of(WORDS['titles'])})\.?|(?<![.!?:;,])\s[A-Z][a-z]+)\s+\Z")


def is_weekday(match: Match, text: str) -> bool:
    """Is a weekday one certain day: not "every Sunday", not the Sunday Times, not Sheffield Wednesday?"""
    if match["month"] or match["bare_day"] or match["numeric"]:
        return True
    short, start, end = match["weekday_short"], match.start(), match.end()
    if short:  # "Sun" is a newspaper, "Wed" and "Sat" are verbs
        certain = short.endswith(".") or short.title() not in ("Sun", "Sat", "Mon", "Wed")
        return certain and _word_before(text, start).lower() == "on"
    if _SET_BEFORE.search(text, max(0, start - 16), start) or _NAME_AFTER_WEEKDAY.match(text, match.end("weekday")):
        return False
    if _NTH_BEFORE.search(text, max(0, start - 8), start) and _OF_MONTH.match(text, end):
        return False
    if _INDEFINITE_BEFORE.search(text, max(0, start - 5), start):
        return _NOUN_AFTER.match(text, end) is not None
    return not (_CAPITAL_AFTER.match(text, end) and _PERSON_BEFORE.search(text, max(0, start - 20), start))


# --- years -------------------------------------------------------------------------------------------------------

_BC = re.compile(r"\s?(?:[-–]\s?\d{1,4}\s?)?(?:BC|B\.C|BCE)\b")
_STREET_AFTER = re.compile(rf"\s+(?:(?:[NSEW]\.?|[A-Z][a-z]+)\s+){{0,2}}(?:{any_of(WORDS['streets'])})\b")
_LOWER_WORD = re.compile(r"\s+([a-z][a-z’'-]*)")
_OUT_OF = re.compile(r"\bout\s+of\s+\Z", re.IGNORECASE)
# "1950 were dismissed"
_PLURAL_AFTER = re.compile(r"\s+(?:are|have|of\s+(?:them|the|its|these)|others|were)\b")
# "the failed 2016 coup"
_DETERMINED = re.compile(r"\b(?:a|an|the|his|her|its|their)\s+[a-z]{4,20}\s+\Z")
# What a year may be joined to by a dash: "1939-1945", "(born)–", "mid-2011", "London-2012" not.
_JOINED_BEFORE = re.compile(r"(?:(?<!\d)[12]\d{3}|[\s)\]]|\b(?i:mid|pre|post|early|late)|[a-z]{3})[-–—]\Z")
_DASHES = tuple("-–—")


def is_year(match: Match, text: str) -> bool:
    """Is a number of four digits a year: no price, no version, no count, no room, no model?"""
    start, end = match.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before in tuple("$£€¥₹₦₩#@/\\.:+=%&") or after in ("%", "/", "°"):
        return False
    if before in _DASHES and not _JOINED_BEFORE.search(text, max(0, start - 9), start):
        return False
    if _BC.match(text, end) or counts_something(text, end):
        return False
    if match["part"] or match["fiscal"] or match["season"] or start != match.start("year"):
        return True
    return not _STREET_AFTER.match(text, end) and _is_year_by_neighbours(text, start, end, int(match["year"]))


def _is_year_by_neighbours(text: str, start: int, end: int, year: int) -> bool:
    modern = 1900 <= year <= 2040
    written = _word_before(text, start)
    if not written or written in ("(", "[", "-", "–", "—", "|", "#", "##", "###"):
        return (modern or text[end : end + 1] in tuple(")-–:]\n")) and not _PLURAL_AFTER.match(text, end)
    before = written.lstrip(_OPENING).rstrip("-–—")
    lower = before.lower()
    if written.endswith(_DASHES):
        return before[-4:].isdigit() or not before[:1].isupper()  # 1939-1945, mid-2011; not London-2012
    if lower.rstrip(".") in WORDS["numbered things"] or _OUT_OF.search(text, max(0, start - 8), start):
        return False
    following = _LOWER_WORD.match(text, end)
    word = following[1] if following else ""
    if lower in WORDS["before a year"] or before in WORDS["capitals before a year"]:
        return _is_year_after(lower, word, modern)
    possessive = before.endswith(("'s", "’s"))
    if _PLURAL_AFTER.match(text, end):
        return False
    if before.endswith(tuple(",;:.)]”\"!?'’")) and not possessive:
        return modern
    if possessive or lower in WORDS["determiners"] or _DETERMINED.search(text, max(0, start - 24), start):
        if not word:  # "the 1967 Six-Day War", but "a 1967 Mustang" is a car
            return lower not in ("a", "an") and (modern or lower == "the")
        return (modern or lower == "the") and word not in WORDS["function words"]
    if before[:1].isupper() or before[:1].isdigit() or lower in WORDS["before a count"]:
        return written[0] in "([" and modern
    return modern and not word and not lower.endswith("ed") and text[end : end + 1] in tuple(",;)")


def _is_year_after(preposition: str, word: str, modern: bool) -> bool:
    """Tell "in 2013 the" from "of 1200 men" and "for 1984 letters": after weak words a plural tells a count."""
    if preposition in WORDS["surely before a year"]:
        return True
    if word.endswith("s") and word not in WORDS["function words"]:
        return modern and word in WORDS["yearly plurals"]
    return preposition not in WORDS["weakly before a year"] or (modern and not word)


# --- quarters, seasons, holidays ---------------------------------------------------------------------------------

_SPORT = re.compile(rf"\b(?:{any_of(WORDS['sport'])})\b")
_QUARTER_BEFORE = re.compile(
    r"\b(?:and|by|during|fiscal|for|from|in|its|of|since|the|through|to|until|versus|vs\.?|(?:19|20)\d\d)\s+\Z",
    re.IGNORECASE,
)


def is_quarter(match: Match, text: str) -> bool:
    """Is a quarter or half one of the year, not of a match? Without a year it is not where a goal is told of."""
    return not (
        text.startswith(" of ", match.end()) or _SPORT.search(text, max(0, match.start() - 300), match.end() + 300)
    )


def is_quarter_token(match: Match, text: str) -> bool:
    """Is a bare Q3 or H1 a part of the year: after "in", "for", "the", so no Audi Q3?"""
    return _QUARTER_BEFORE.search(text, max(0, match.start() - 10), match.start()) is not None


_SEASON_BEFORE = re.compile(
    r"\b(?:after|and|before|by|during|early|for|from|in|last|late|mid|next|of|or|over|since|this|through|to|until)"
    r"[ -]\Z",
    re.IGNORECASE,
)
_SPRING_BEFORE = re.compile(r"\b(?:by|early|in|last|late|mid|since|until)[ -]\Z", re.IGNORECASE)
# "summer and autumn 1918"
_SEASON_AFTER = re.compile(
    r"(?:\s?[-–/]\s?|\s(?:and|or|to)\s)(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\s+of)?\s+[12]\d{3}\b"
)
_SEASON_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]|['’]s\b|-[a-z]")
_SEASON_NOUN_AFTER = re.compile(rf"\s+(?!(?:{any_of(WORDS['function words'])}|only|alone)\b)[a-z]+")
_FALL_OF = re.compile(r"\s+(?:of|in|from|to)\b")


def is_season(match: Match, text: str) -> bool:
    """Is a season's name one season of one year: not "winter coats", "the fall of Rome", "spring water"?"""
    start, end = match.span()
    name, relation = match["season"], (match["relation"] or "").lower()
    if (
        match["year"]
        or match["short_year"]
        or match["fiscal_year"]
        or match["year_relation"]
        or _SEASON_AFTER.match(text, end)
    ):
        return True
    if relation not in ("", "the"):
        return name != "fall" or not _SEASON_NAME_AFTER.match(text, end)
    if name[0].isupper() or _SEASON_NAME_AFTER.match(text, end) or _SEASON_NOUN_AFTER.match(text, end):
        return False
    if name == "fall":
        return bool(relation) and text[max(0, start - 3) : start].lower() == "in " and not _FALL_OF.match(text, end)
    if relation or match["part"]:
        return True
    expected = _SPRING_BEFORE if name == "spring" else _SEASON_BEFORE
    return expected.search(text, max(0, start - 8), start) is not None


_THING_AFTER = re.compile(rf"\s+(?:{any_of(WORDS['things of a holiday'])})\b")


def is_holiday(match: Match, text: str) -> bool:
    """Is a holiday's name the day: not "every Christmas", "Christmas trees", "Easter Island"?"""
    if match["year"]:
        return True
    is_set = _SET_BEFORE.search(text, max(0, match.start() - 16), match.start())
    return not is_set and not _THING_AFTER.match(text, match.end())
