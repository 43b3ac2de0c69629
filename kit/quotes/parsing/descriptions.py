"""Descriptions: noun phrases such as "a senior port official" or "the ministry's spokesperson for trade"."""

from __future__ import annotations

from collections.abc import Sequence

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import (
    ADVERB,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    MARKS,
    NUMBER,
    PERSON,
    PLURAL,
    POSSESSIVES,
    PRONOUN,
    SOMEBODY,
    VERB,
    Narrative,
)

NUMERALS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
_COUNTING = NUMERALS | {"few", "many"}
_BEFORE_COUNTING = frozenset(["a", "all", "another", "her", "his", "its", "the", "their", "these", "those"])
QUANTITIES = frozenset(
    ["couple", "dozens", "handful", "hundreds", "majority", "number", "scores", "tens", "thousands", "millions"]
)
# With these a description goes on: a source close to Lund, people familiar with the matter.
QUALIFYING = frozenset(["aligned", "aware", "close", "familiar", "linked", "loyal", "opposed", "sympathetic"])
_TEXTS = frozenset(["email", "interview", "letter", "message", "part", "post", "response", "statement", "tweet"])
_TIES = frozenset(["of", "for", "at", "from", "with", "in"])
# Participles that hardly ever are verbs before a role.
_AMOUNTS = frozenset(["couple", "dozen", "few", "further", "good", "great", "hundred", "million", "thousand"])
_LIKE_ADJECTIVES = frozenset(["acclaimed", "celebrated", "disgraced", "exiled", "noted", "renowned", "retired"])
_OF_ONE, _OF_ONE_ENDINGS = frozenset(["retired", "veteran"]), ("-born", "-year-old")
_BEFORE_TIME = frozenset(["early", "last", "late"])  # the mayor last week
_LONGEST_BRACKET = 4
_LONGEST_PHRASE, _LONGEST_TIED = 9, 12  # tokens: of one noun with its adjectives, and with what is tied to it
_NO_MERE_NOUN = FUNCTION | MARKS | SOMEBODY | CAPITAL | CALENDAR | NUMBER
_NOUNS = CAPITAL | SOMEBODY | PRONOUN | CALENDAR
_BEHIND_HEAD, _NAME_OR_NUMBER = MARKS | FUNCTION | VERB, CAPITAL | CALENDAR | NUMBER
# Of what is tied to a noun: of …, for …
_ENDS_PHRASE, _NOT_INSIDE = MARKS | CALENDAR, FUNCTION & ~DETERMINER
_MAY_END = MARKS | CALENDAR | FUNCTION | VERB
_THEM = frozenset(["them", "us"])
# Whose brother it is says nothing of his gender.
_GENDERS = dict.fromkeys(cues.MASCULINE, "m") | dict.fromkeys(cues.FEMININE, "f") | dict.fromkeys(POSSESSIVES, "")
_GENDERS |= {f"{word}.": gender for word, gender in _GENDERS.items()}  # Mr.
_GENDERED = frozenset(_GENDERS)
# What somebody is in a society, the Friends of Leith Park or Parents for Safe Streets.
_IN_SOCIETIES = cues.ROLE_SYNONYMS["spokesman"] | {
    *("activist", "campaigner", "ceo", "chair", "chairman", "chairperson", "chairwoman", "co-chair", "co-founder"),
    *("coordinator", "director", "executive", "founder", "organiser", "organizer", "president", "secretary"),
    *("treasurer", "trustee", "volunteer"),
}
_MEMBERS, _BODY = CAPITAL | PERSON | PLURAL, CAPITAL | INSTITUTION
_INSIDE = frozenset(["and", "for", "of", "turned"])  # small words that may stand inside a noun phrase
_BEHIND_MEMBERS = frozenset(["against", "for", "in", "of"])
_GOING_ON = _TIES | QUALIFYING | {"to", "("}  # what more of a description may begin with


def phrase_start(story: Narrative, head: int, sentence: int) -> int:
    """Return the first token of the noun phrase whose head is `head`."""
    flags, lower = story.flags, story.lower
    start = head
    in_society = lower[head] in _IN_SOCIETIES
    while start > sentence and head - start < _LONGEST_PHRASE:
        before = start - 1
        bits, word = flags[before], lower[before]
        if in_society and bits & FUNCTION and start < head:
            tie = before - (word == "the")
            if tie > sentence and lower[tie] in _BEHIND_MEMBERS and flags[tie - 1] & _MEMBERS == _MEMBERS:
                return tie - 1  # Friends of Leith Park chair Ana Lund
        if bits & DETERMINER:
            return _with_determiner(story, before, head, sentence)
        if word in _INSIDE and before > sentence and (beyond := _before_tie(story, before, head, sentence)) < before:
            start = beyond
        elif word in POSSESSIVES or not _ends_before(story, before, sentence):
            start = before
        else:
            break
    if lower[start] in POSSESSIVES:
        start += 1
    if start - 2 >= sentence and lower[start - 1] == "of" and lower[start - 2] in QUANTITIES:
        start -= 2  # a handful of bakers
        start -= start > sentence and bool(flags[start - 1] & DETERMINER)
    return start


def _with_determiner(story: Narrative, determiner: int, head: int, sentence: int) -> int:
    """Return where a noun phrase begins before which a determiner stands: the few bakers, but not that bakers."""
    word = story.lower[determiner]
    if word in _COUNTING and determiner > sentence and story.lower[determiner - 1] in _BEFORE_COUNTING:
        return determiner - 1
    if word in ("a", "an") and story.flags[head] & PLURAL and _is_of_one(story, determiner + 1, head):
        return determiner + 2  # critics in "a move critics called"
    return determiner + 1 if word == "that" else determiner


def _before_tie(story: Narrative, tie: int, head: int, sentence: int) -> int:
    """Return where the noun before a small word inside a noun phrase begins, the word behind it where none does."""
    flags, word = story.flags, story.lower[tie]
    if word == "turned":
        inside = flags[tie - 1] & PERSON > 0  # the striker turned pundit
    elif word == "and":
        inside = tie + 1 < head and _joins_nouns(story, tie, sentence)  # the trade and industry minister
    else:
        inside = flags[tie + 1] & CAPITAL > 0 and flags[tie - 1] & _BODY == _BODY  # a Department of Health official
    return tie - 1 if inside else tie + 1


def _ends_before(story: Narrative, token: int, sentence: int) -> bool:
    """Does a word before a noun or its adjectives belong to something else: "Lund met mayor Ana Holt"?"""
    bits = story.flags[token]
    if not bits:
        return _is_plain_verb(story, token, sentence)
    if bits & MARKS or (bits & FUNCTION and not _is_inside(story, token, sentence)):
        return True
    if bits & CAPITAL:
        return bool(bits & CALENDAR)  # on Monday mayor Ana Lund
    word, before = story.lower[token], story.flags[token - 1] if token > sentence else 0
    if bits & NUMBER:
        return before > 0 and story.lower[token - 1] == ":"  # 10:51 Mayor Ana Lund
    if word in cues.SAYING_FORMS or (word == "back" and before & VERB):
        return True  # “…,” says lead author Ana Lund; “…,” shot back mayor Ana Lund
    if bits & (VERB | CUE_NOUN) == VERB and token > sentence and _has_subject(story, token):
        return True  # police allege former mayor Ana Lund
    past = cues.VERB_SHAPES.get(word) == "past" or word in cues.IRREGULAR_PASTS
    return past and not _qualified(story, token, sentence)


def _is_plain_verb(story: Narrative, token: int, sentence: int) -> bool:
    """Is a word that no list knows a verb: the met of "Lund met mayor Ana Holt", the employs of "employs 40 people"?"""
    flags, word = story.flags, story.lower[token]
    past = word in cues.IRREGULAR_PASTS
    if past and not _qualified(story, token, sentence):
        return True
    if token == sentence:
        return False
    if (past or word.endswith("ed")) and _is_past_behind_noun(story, token):
        return True
    return bool(flags[token + 1] & NUMBER) and not flags[token - 1] & DETERMINER  # but an estimated 40 people


def _is_of_one(story: Narrative, noun: int, head: int) -> bool:
    """Is the noun behind "a" another than the plural `head`: "a move critics", not "a few critics" or "a record 40"?"""
    counted = story.lower[noun] in _AMOUNTS or any(story.flags[token] & NUMBER for token in range(noun, head))
    return noun < head and not counted


def _has_subject(story: Narrative, verb: int) -> bool:
    """Does what may be the subject of a verb in the present stand before it: police say, the UN believes?"""
    before, shape = story.flags[verb - 1], cues.VERB_SHAPES[story.lower[verb]]
    return bool(before & PLURAL) if shape == "base" else shape == "s" and bool(before & (CAPITAL | PERSON))


def _joins_nouns(story: Narrative, conjunction: int, sentence: int) -> bool:
    """Does "and" stand behind a mere noun and its article: the track and field coach, not the mayor and bishop Lund?"""
    the, noun = conjunction - 2, conjunction - 1
    return the >= sentence and story.lower[the] == "the" and not story.flags[noun] & _NO_MERE_NOUN


def _is_inside(story: Narrative, adverb: int, sentence: int) -> bool:
    """Is it the then of "then mayor Ana Lund", the only of "the only school"?"""
    if not story.flags[adverb] & ADVERB:
        return False
    return story.lower[adverb] == "then" or (adverb > sentence and bool(story.flags[adverb - 1] & DETERMINER))


def _qualified(story: Narrative, token: int, sentence: int) -> bool:
    """Does an article or an adverb stand before the participle, as in "a wanted man"?"""
    before = token - 1
    return token > sentence and bool(story.flags[before] & (DETERMINER | ADVERB) or story.lower[before].endswith("ly"))


def _is_past_behind_noun(story: Narrative, token: int) -> bool:
    """Is it the visited of "Lund visited mayor Ana Holt", not the convicted of "the convicted murderer Ana Holt"?"""
    word = story.lower[token]
    past = word in cues.IRREGULAR_PASTS or (word.endswith("ed") and len(word) > 4 and word not in _LIKE_ADJECTIVES)
    before = story.flags[token - 1]
    return past and bool(before & _NOUNS) and not before & DETERMINER


def _is_head(story: Narrative, token: int, last: int) -> bool:
    """Is the noun the last of its phrase, not the first part of a compound such as "police station"?"""
    if token + 1 >= last:
        return True
    bits = story.flags[token + 1]
    if bits & _BEHIND_HEAD or story.lower[token + 1] in POSSESSIVES:
        return not (bits & VERB and bits & SOMEBODY and not story.words[token + 1].endswith("ed"))
    following = story.lower[token + 1]
    return (
        bool(bits & _NAME_OR_NUMBER)
        or following.endswith(("ly", "ing", "ed"))
        or following in QUALIFYING
        or following in _BEFORE_TIME
        or following in cues.IRREGULAR_PASTS
    )


def nominal(story: Narrative, text: str, head: int, sentence: int, last: int) -> list[Mention]:
    """Return the description with the head `head`, unless the noun only qualifies what follows."""
    if not _is_head(story, head, last):
        return []
    flags = story.flags
    if story.lower[head] == "couple" and story.lower[head + 1 : head + 2] == ["of"]:
        return []  # a couple of days
    behind = flags[head + 1] if head + 1 < last else 0
    if behind & NUMBER and (not flags[head] & PERSON or flags[head] & DETERMINER):
        return []  # page 14, Article 5, some 200
    if behind & CAPITAL and not behind & (CALENDAR | FUNCTION) and flags[head] & PERSON:
        return []  # the role of the name behind it
    first = phrase_start(story, head, sentence)
    return [describe(story, text, first, head, last)]


def describe(story: Narrative, text: str, first: int, head: int, last: int) -> Mention:
    """Return the noun phrase from `first` to `head` with what belongs to it behind: "of …", "for …"."""
    flags = story.flags
    end = phrase_end(story, head, last)
    bits = flags[head]
    name = story.written(text, first, end)
    gender = "p" if bits & PLURAL else gender_of(story, first, head + 1)
    mention = Mention("nominal", first, head + 1, head, name, gender=gender)
    mention.organisation = bits & SOMEBODY == INSTITUTION
    if mention.organisation and head - first > 1:
        mention.organisation = not is_of_one(story.lower[first:head])
    return mention


def is_of_one(words: Sequence[str]) -> bool:
    """Can what stands before a noun only be said of a human being: the veteran broadcaster, a Leith-born publisher?"""
    return not _OF_ONE.isdisjoint(words) or any(word.endswith(_OF_ONE_ENDINGS) for word in words)


def phrase_end(story: Narrative, head: int, last: int) -> int:
    """Return the end of a noun phrase: its head and a phrase with of, for, at, from, in or with behind it."""
    lower, end = story.lower, head + 1
    if end >= last or lower[end] not in _GOING_ON:
        return end
    if lower[end] == "(":
        end = _behind_brackets(story, end, last)
    while end < last and end - head < _LONGEST_TIED:
        begins = _behind_tie(story, head, end, last)
        if begins is None:
            break
        if lower[end] == "of" and begins < last and lower[begins] in _THEM:
            return begins + 1  # one of them
        behind = _tied_end(story, begins, end, last)
        if behind == begins:
            break
        end = _behind_brackets(story, behind, last) if behind < last and lower[behind] == "(" else behind
    return end


def _behind_tie(story: Narrative, head: int, tie: int, last: int) -> int | None:
    """Return the token behind the of of "officials of", or the with of "familiar with"; None where neither is there."""
    lower, word = story.lower, story.lower[tie]
    if word in _TIES:
        return None if is_said_in(story, tie, last) else tie + 1
    if tie + 1 >= last:
        return None
    if word in QUALIFYING:
        return tie + 2 if lower[tie + 1] in ("to", "with", "of") else None
    aide = word == "to" and story.flags[head] & PERSON and story.flags[tie + 1] & (CAPITAL | DETERMINER)
    return tie + 1 if aide else None  # an aide to Lund


def _tied_end(story: Narrative, begins: int, tie: int, last: int) -> int:
    """Return the end of what a tie such as "of" ties to a noun, which begins at `begins`; that where nothing does."""
    flags, lower, token = story.flags, story.lower, begins
    while token < last and token - tie < _LONGEST_PHRASE:
        bits, word = flags[token], lower[token]
        if (bits & _MAY_END or word.endswith("ed")) and word not in POSSESSIVES:
            if bits & _ENDS_PHRASE:
                token = begins if word in cues.TIMES else token  # in the same week
                break
            if _ends_tied(story, token, begins, tie, last):
                break
        token += 1
    while token > begins and flags[token - 1] & (DETERMINER | CONJUNCTION) and lower[token - 1] not in NUMERALS:
        token -= 1
    return token


def _ends_tied(story: Narrative, token: int, begins: int, tie: int, last: int) -> bool:
    """Does a word that is no mark end what is tied to a noun: a function word, the verb whose subject all of it is?"""
    flags, lower, bits, word = story.flags, story.lower, story.flags[token], story.lower[token]
    if bits & _NOT_INSIDE:
        counted = word == "of" and lower[token - 1] in cues.COUNTED  # one of the boys
        clause = word == "that" and token > begins  # the ferry that sank
        if not (counted or word == "and" or (bits & DETERMINER and not clause)):
            return True
    noun = token == begins and not word.endswith("ing")  # the state of "secretary of state"
    if bits & VERB and not (noun or bits & CAPITAL or lower[token - 1] == "the"):
        pair = lower[token - 1] == "and" and token + 1 < last and flags[token + 1] & SOMEBODY
        if not pair:  # a fish and chip shop
            return True
    past = word.endswith("ed") and not bits & CAPITAL  # not the Armed Forces
    return past and token > begins and not _qualified(story, token, tie)  # "people from two villages staged a sit-in"


def is_said_in(story: Narrative, token: int, last: int) -> bool:
    """Is it the in of "police in a statement said"?"""
    return story.lower[token] == "in" and not _TEXTS.isdisjoint(story.lower[token + 1 : min(token + 4, last)])


def _behind_brackets(story: Narrative, token: int, last: int) -> int:
    """Return the token behind the brackets that open at `token`: "officer (PRO), …"; else `token`."""
    for close in range(token + 2, min(token + 2 + _LONGEST_BRACKET, last - 1)):
        if story.lower[close] == ")":
            goes_on = story.lower[close + 1] in (",", "of", "for", "at", "in")
            return close + 1 if goes_on and not story.flags[token + 1] & NUMBER else token
    return token


def gender_of(story: Narrative, first: int, end: int) -> str:
    """Return f or m where a word such as chairwoman or brother tells, the last one first; else "".

    Whose brother it is does not matter: "Mrs Lund's brother" is m.
    """
    words = story.lower[first:end]
    if _GENDERED.isdisjoint(words):
        return ""
    for word in reversed(words):
        gender = _GENDERS.get(word)
        if gender is not None:
            return gender
    return ""
