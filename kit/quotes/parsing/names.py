"""Names: what a chunk of capitalised words holds, and where a name begins behind titles and roles."""

from __future__ import annotations

from itertools import pairwise

from kit.quotes import cues
from kit.quotes.parsing.bodies import names_institution, names_league, opens_with_kind
from kit.quotes.parsing.brackets import closing_bracket, opening_bracket
from kit.quotes.parsing.chunks import behind_nickname
from kit.quotes.parsing.descriptions import QUANTITIES, gender_of, nominal, phrase_start
from kit.quotes.parsing.large_descriptions import LARGE_HEADS, large_description
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.name_words import (
    behind_origin,
    followed_like_a_name,
    is_known_given,
    is_korean,
    is_surname,
)
from kit.quotes.parsing.narrative import (
    ADVERB,
    CAPITAL,
    CONJUNCTION,
    DETERMINER,
    FLAGS,
    INSTITUTION,
    NUMBER,
    OFFICE,
    PERSON,
    PLACE,
    PLURAL,
    POSSESSIVES,
    PREPOSITION,
    PUNCTUATION,
    QUOTED,
    SOMEBODY,
    TITLE,
    VERB,
    Narrative,
)
from kit.quotes.parsing.person import fold, generation
from kit.quotes.parsing.posts import SAINTS, behind_list, behind_portfolio, holder_start, post_before

_ABSTRACT = ("ction", "icion", "ility", "ition", "ivity", "osity", "ssion", "ution", "ation")  # of nouns no one bears
_COURTESIES = frozenset(["mdm", "mr", "mrs", "ms"])
_LETTERS = cues.SUFFIXES - {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}  # what is no part of the name itself
_ROLE = TITLE | PERSON | NUMBER
_HOLDS_ROLE = CAPITAL | OFFICE  # what may stand right before a name that has a role
_BEFORE_NAME = PUNCTUATION | QUOTED | VERB | PREPOSITION | CONJUNCTION


def from_chunk(
    story: Narrative,
    text: str,
    first: int,
    end: int,
    sentence: int,
    last: int,
    seen: set[str],
    seen_large: set[str],
) -> list[Mention]:
    """Return the mention that capitalised words hold: a name, behind its title or role, or a description."""
    flags, lower = story.flags, story.lower
    the = first > sentence and lower[first - 1] == "the"
    if end - first > 2 and not the:  # not "the Kota Baru MP"
        end = _without_letters(story, first, end, sentence)
    first = behind_origin(story, first, end)
    if first == end:
        return []
    if first == sentence and end - first > 1 and opens_with_kind(story, first, end):
        return [
            *from_chunk(story, text, first, first + 1, sentence, last, seen, seen_large),
            *from_chunk(story, text, first + 1, end, sentence, last, seen, seen_large),
        ]
    listed = behind_list(story, first, end, sentence) if lower[first] in cues.PORTFOLIOS else None
    held = _behind_post(story, first, end, sentence) if listed is None and end - first > 2 else None
    if held is not None:
        return [
            *from_chunk(story, text, first, held, sentence, last, seen, seen_large),
            *from_chunk(story, text, held, end, sentence, last, seen, seen_large),
        ]
    first, split = listed or (first, _name_start(story, first, end))
    if split == end:
        return nominal(story, text, _office_head(story, first, end), sentence, last)
    only = end - first == 1
    described = large_description(story, text, first, end, sentence, last) if lower[end - 1] in LARGE_HEADS else None
    if described is not None:
        return [described]
    if only and (first == sentence or (first == sentence + 1 and lower[sentence] in {"(", "["})):
        brand = lower[first] not in FLAGS and flags[first] & INSTITUTION  # WestAir said
        if flags[first] & SOMEBODY and not (flags[first] & PLACE or brand):
            return nominal(story, text, first, sentence, last)
        if not _may_be_name(story, first, last, seen, seen_large):
            return []
    while end - split > 1 and lower[end - 1] in _LETTERS:
        end -= 1
    name = story.written(text, split, end)
    if generation(name):
        name = name.replace(",", "")  # Karl Lund, Jr.
    mention = Mention("name", first, end, end - 1, name)
    start = holder_start(story, first, split, sentence) if split > first else first
    if start == first > sentence and flags[first - 1] & _HOLDS_ROLE:
        of_another = lower[first - 1].endswith("-year-old") and _is_before_noun(story, end, last)
        start = first if of_another else role_start(story, first, sentence)
    if split > first or start < first:
        _give_role(story, text, mention, start, split)
    if flags[split] & PLACE:
        mention.place = all(flags[token] & PLACE for token in range(split + 1, end))
    elif end - split > 1 or "-" in name:
        mention.place = name.lower() in cues.PLACE_NAMES
    if not mention.titled:
        acronym = only and name.isupper() and len(name.rstrip(".")) > 1
        body = the or acronym or names_institution(story, split, end)
        mention.organisation = body or (end - split > 2 and names_league(story, split, end))
    return [mention]


def _may_be_name(story: Narrative, first: int, last: int, seen: set[str], seen_large: set[str]) -> bool:
    """May the first word of a sentence, which is written large anyway, be a name?"""
    word = story.lower[first]
    if story.flags[first] & (ADVERB | VERB | CONJUNCTION) or word in seen or word in QUANTITIES:
        return False
    called = followed_like_a_name(story, first, last) and not word.endswith(_ABSTRACT)
    return (called and word not in cues.THINGS) or not seen_large.isdisjoint((word, f"al-{word}", f"el-{word}"))


def _give_role(story: Narrative, text: str, mention: Mention, start: int, split: int) -> None:
    """Give a name the role that stands before it, from `start` to `split`, and what that tells."""
    lower, flags = story.lower, story.flags
    tail = split - 1
    while tail > start and (
        lower[tail].rstrip(".") in cues.HONORIFICS
        or (lower[tail] == "tan" and lower[tail + 1] in ("sri", "seri"))
        or (lower[tail][-1] == "." and flags[tail - 1] & PERSON)
    ):
        tail -= 1  # Labour Minister Dr, army spokesman Col.
    mention.role = story.written(text, start, tail + 1)
    mention.roles += (mention.role,)
    mention.gender = gender_of(story, start, split)
    from_there = lower[split - 1] in cues.DEMONYMS  # the Norwegian Ida Lund
    mention.titled = from_there or any(flags[token] & OFFICE for token in range(start, split))


def _is_before_noun(story: Narrative, end: int, last: int) -> bool:
    """Is it the Leith of "the 23-year-old Leith midfielder" and "the 23-year-old Leith old boy"?"""
    end += end + 1 < last and not story.flags[end]
    return end < last and bool(story.flags[end] & PERSON)


def _without_letters(story: Narrative, first: int, end: int, sentence: int) -> int:
    """Return the end of "Karl Lund" in "Karl Lund MP": letters behind somebody's whole name are no role before one."""
    last = end
    while last - first > 2 and story.words[last - 1].isupper() and story.lower[last - 1] in _LETTERS:
        last -= 1
    if last == end:
        return end
    if any(fold(story.words[token]) in cues.GIVEN_NAMES for token in range(first, last - 1)):
        return last
    plain = not any(story.flags[token] & (_ROLE | INSTITUTION | PLACE) for token in range(first, last))
    return last if plain and (first == sentence or story.flags[first - 1] & _BEFORE_NAME) else end  # "a Holm Ost MP"


def behind_letters(story: Narrative, token: int) -> int:
    """Return the first token from `token` on that is no letters such as MP or KC."""
    while token < len(story.lower) and story.lower[token] in cues.SUFFIXES:
        token += 1
    return token


def _office_head(story: Narrative, first: int, end: int) -> int:
    """Return the Minister of "Minister of Public Works", the last word of "Finance Minister"."""
    for token in range(first + 1, end):
        if story.lower[token] in ("of", "for") and story.flags[token - 1] & OFFICE:
            return token - 1
    return end - 1


def _name_start(story: Narrative, first: int, end: int) -> int:
    """Return where the name begins behind titles and roles; `end` where the words are a role or an office alone."""
    flags, lower = story.flags, story.lower
    if end - first == 1:
        if not flags[first] & OFFICE:
            return first
        front = lower[first].rstrip(".") in cues.FRONT_TITLES and not _is_bracket_before_name(story, end)
        return first if front else end
    if end - first == 2 and not (flags[first] | flags[first + 1]) & _ROLE:
        return first
    if end - first == 2 and lower[first].rstrip(".") in _COURTESIES and not flags[first + 1] & TITLE:
        return first + 1  # Mr Jordan, Ms Law, Mr Son
    if lower[end - 1] == "command" or names_league(story, first, end):
        return first  # the Leith Police Command
    named = next((token for token in range(first + 1, end) if _opens_nickname(story, token, end)), end)
    if not POSSESSIVES.isdisjoint(lower[first + 1 : named]) and any(
        lower[token] in POSSESSIVES and flags[token - 1] & _ROLE for token in range(first + 1, named)
    ):
        return first  # the Prime Minister's Office
    behind_body = _behind_body(story, first, end)
    if behind_body is not None:
        return behind_body
    last_role = _last_role(story, first, named, end)
    if last_role == end - 1:
        bodies = (lower[token + 1] for token in range(first, last_role) if flags[token] & INSTITUTION)
        if flags[last_role] & PLURAL and any(word in ("of", "for") for word in bodies):
            return first  # the National Union of Teachers
        if lower[last_role] in cues.SURNAME_WORDS and lower[last_role - 1] not in ("chief", "grand"):
            return _name_start(story, first, end - 1)
        if last_role > first and is_surname(story, last_role):  # Mayor Paul Furrier, Captain Vo Ngoc Son
            return min(_name_start(story, first, last_role), last_role - 1)
        return end
    if last_role >= first and lower[last_role + 1] in ("of", "for", "on"):
        return behind_portfolio(story, last_role + 1, end)
    if last_role - 1 > first and lower[last_role + 1] == "and" and lower[last_role - 1] in ("of", "for"):
        return behind_portfolio(story, last_role - 1, end)  # Minister of Justice and National Integration Ana Lund
    if last_role < first:
        return first
    rest = range(last_role + 1, end)
    if all(lower[token] in cues.SUFFIXES or flags[token] & INSTITUTION for token in rest):
        head_of_it = flags[first] & OFFICE and lower[first + 1] in ("of", "for")  # Head of Bakers Association
        return end if head_of_it else first
    if all(flags[token] & (INSTITUTION | PLACE) for token in rest):
        return first
    return last_role + 1


def _last_role(story: Narrative, first: int, last: int, end: int) -> int:
    """Return the last role among the words up to `last`, `first` - 1 where there is none.

    "King" is one before two more words, or behind other roles.
    """
    last_role = first - 1
    only_roles = True
    for token in range(first, last):
        is_role = _is_role(story, first, token, end, last_role)
        surname_word = story.lower[token] in cues.SURNAME_WORDS
        if is_role and (not surname_word or only_roles or end - token > 2):
            last_role = token
        elif not story.flags[token] & (PLACE | INSTITUTION) and story.lower[token] not in ("of", "for", "the"):
            only_roles = only_roles and token == first
    return last_role


def _is_role(story: Narrative, first: int, token: int, end: int, last_role: int) -> bool:
    """Is a word among those from `first` to `end` a title or a role there, and no part of a name?"""
    flags, lower = story.flags, story.lower
    bits, word = flags[token], lower[token]
    is_role = bool(bits & _ROLE) or (word == "con" and token > first and lower[token - 1] == "det")
    following = lower[token + 1] if token + 1 < end else ""
    if following in POSSESSIVES or (is_role and _is_portfolio(story, first, token)):
        return False  # the Women's League, the Minister for Family Affairs
    if is_role and "&" in (following, lower[token - 1]):
        return False  # Prince & Anchor
    if (
        (word == "sri" and following.startswith("lanka"))
        or (word == "tan" and following not in ("sri", "seri"))
        or (word in ("ko", "pak") and token + 2 == end and is_korean(story, token + 1))
        or (word in ("man", "son") and token + 3 == end)
        or (word == "son" and token > first and not flags[token - 1] & _ROLE)
    ):
        return False  # Sri Lanka, Tan Wei Ming, Ko Wen-je, Lt. Pak Jae-won, Son Woo Mok, Ri Son Ok
    if story.words[token] == "PT":
        return False  # an Indonesian company ("Pt" is a pandit)
    if word.rstrip(".") in cues.FRONT_TITLES:
        return is_role and last_role == token - 1 and token + 1 < end
    if is_role and token + 2 == end and not bits & TITLE and is_korean(story, token + 1):
        return False  # Son Woo-mok
    if word == "dean" and token + 2 == end and _names_nobodys_dean(story):
        return False  # the striker Dean Lund
    if token + 2 < end and story.words[token].isupper() and _may_be_letters(word):
        rank = len(word) > 2 and word in cues.OFFICE_LETTERS  # SHO Ravin Das
        return is_role or rank or fold(story.words[token + 1]) in cues.GIVEN_NAMES  # UNICEF Ana Lund, DC Ravi Das
    if token + 2 < end and word in cues.DEMONYMS and is_known_given(story, token + 1):
        return is_role or not names_institution(story, token + 1, end)  # Norwegian Ida Lund
    return is_role


def _is_portfolio(story: Narrative, first: int, token: int) -> bool:
    """Is it the Family of "Minister for Family Affairs", not the Police of "Commissioner Police Ann Lund"?"""
    portfolio = story.lower[token] in cues.PORTFOLIOS and not story.flags[token] & TITLE
    return portfolio and not {"of", "for"}.isdisjoint(story.lower[first:token])


def _is_bracket_before_name(story: Narrative, opening: int) -> bool:
    """Is it the bracket of "CP (crime) Ana Lund", not that of "CP (Canadian Press) said"?"""
    closing = closing_bracket(story, opening, len(story.lower) - 1)
    return closing is not None and bool(story.flags[closing + 1] & CAPITAL)


def _names_nobodys_dean(story: Narrative) -> bool:
    """Is nobody the dean of a school in the article, and the same surname behind each Dean, a given name then?"""
    behind = {
        after for word, after in pairwise(story.words) if word == "Dean" and (after[0].isupper() or after == "of")
    }
    return len(behind) == 1 and "dean" not in story.words


def _opens_nickname(story: Narrative, token: int, end: int) -> bool:
    """Does a nickname begin here that is in marks: Ana “The Judge” Lund, Ana 'Father Mac' Lund?"""
    return story.behind_mark(token) or (story.words[token] in "'‘’" and behind_nickname(story, token, end) > 0)


def _may_be_letters(word: str) -> bool:
    """May letters be those of a body or an office, and not somebody's initials?"""
    return word in cues.OFFICE_LETTERS or len(word.replace(".", "")) > 2


def _behind_body(story: Narrative, first: int, end: int) -> int | None:
    """Return where the name begins in "Tehran Water Company Ana Lund", if the given name is known."""
    for token in range(first + 1, end - 2):
        body = story.flags[token] & INSTITUTION and not story.flags[token + 1] & (PLACE | INSTITUTION | PERSON)
        if body and fold(story.words[token + 1]) in cues.GIVEN_NAMES:
            return token + 1
    return None


def _behind_post(story: Narrative, first: int, end: int, sentence: int) -> int | None:
    """Return where the name begins in the Norway Ida Holm of "the foreign minister of Norway Ida Holm", else None."""
    if post_before(story, first, sentence) is None:
        return None
    if story.flags[first] & OFFICE or fold(story.words[first]) in cues.GIVEN_NAMES:
        return None
    for token in range(first + 1, end - 1):
        known = fold(story.words[token]) in cues.GIVEN_NAMES and not story.flags[token] & (PLACE | INSTITUTION | TITLE)
        if known and story.lower[token - 1] not in SAINTS and not names_institution(story, token, end):
            own = any(bits & OFFICE and not bits & PLURAL for bits in story.flags[first:token])
            return None if own else token  # "a spokesman for Oceans Minister Ida Holm"
    return None


def role_start(story: Narrative, first: int, sentence: int) -> int:
    """Return where small role words before a name begin: "Idaho executive" in "Idaho executive Frank Lund".

    Or those before what the role is of: "the mayor of Oslo" in "the mayor of Oslo Karl Lund".
    """
    if first == sentence or not story.flags[first - 1] & _HOLDS_ROLE:
        return first
    if first - sentence > 2 and story.flags[first - 1] & (CAPITAL | DETERMINER) == CAPITAL:  # not in The Hague
        domain = first - 1
        while domain - 1 > sentence and story.flags[domain - 1] & CAPITAL:
            domain -= 1
        holder = post_before(story, domain, sentence)
        if holder is None:
            return first
        while holder > sentence and story.flags[holder] & story.flags[holder - 1] & CAPITAL:
            holder -= 1  # US Ambassador
        return holder if story.flags[holder] & CAPITAL else phrase_start(story, holder, sentence)
    if story.flags[first - 1] & CAPITAL:
        return first
    start = phrase_start(story, first - 1, sentence)
    if start > sentence and story.lower[start - 1] == ")":  # New Dawn (Reform) leader Ana Lund
        opening = opening_bracket(story, start - 1, sentence)
        if opening is not None and opening > sentence and story.flags[opening - 1] & CAPITAL:
            start = phrase_start(story, opening - 1, sentence)
    both = start - 2 >= sentence and story.lower[start - 1] == "and" and not story.flags[start] & DETERMINER
    if both and story.flags[start - 2] & (PERSON | CAPITAL | PLURAL) == PERSON:
        other = phrase_start(story, start - 2, sentence)
        return start if story.flags[other] & DETERMINER else other  # lawyer and activist Ana Lund
    return start
