"""Others: who is not meant by a pronoun, since the sentence says what they do to, for or with whoever is."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.names import role_start
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    Narrative,
)
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.anaphor import explained_beside, replies
from kit.quotes.resolving.discourse import NOBODY, Discourse

_NO_PARTICIPLES = frozenset(["during", "following", "notwithstanding"])
_WHEN = frozenset(["and", "but", "so", "when"])
_OBJECTS = {"f": ("her",), "m": ("him",)}
_INDEFINITE = frozenset(["a", "an", "another", "one"])
_NO_NOUN = AUXILIARY | CONJUNCTION | DETERMINER | PREPOSITION | PRONOUN | PUNCTUATION | QUOTED
_QUESTIONS = frozenset(["about", "how", "if", "what", "when", "where", "whether", "who", "why"])
_ASKED = frozenset(["about", "asked", "grilled", "of", "on", "pressed", "questioned", "quizzed", "regarding"])


def is_another(reading: Reading, mention: Mention, earlier: Mention, discourse: Discourse) -> bool:
    """Is it the Kim of "asked by Kim whether he would, he said", "Kim asked her why" or "Thanking Kim, he said"?"""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    if story.sentence_of[earlier.first] != sentence:
        return False
    if sentence in reading.examining:
        if reading.how_asked(earlier) == "by":
            return True
        asked = mention.kind == "pronoun" and reading.how_asked(mention) == "o"
        if asked and discourse.standing(reading, earlier).asks:
            return True
    return story.lower[mention.first - 1] == "," and _in_opening_clause(reading, earlier, mention)


def is_topic(reading: Reading, mention: Mention, earlier: Mention) -> bool:
    """Is it the Kim of "As for Kim, she said" or "I ask if Kim is in. She winces", she only where nobody else is?"""
    story = reading.story
    sentence = story.sentence_of[earlier.first]
    if (
        mention.kind == "pronoun"
        and asks_in_first_person(story, sentence)
        and _is_asked_about(reading, earlier, sentence)
    ):
        return True
    here = sentence == story.sentence_of[mention.first] and story.lower[mention.first - 1] == ","
    if not here or mention not in reading.frames_of or earlier.kind == "pronoun":
        return False
    first = story.sentence_tokens[sentence].start
    return story.lower[first] in _ASKED or story.lower[first : first + 2] == ["as", "for"]


def leave_others_out(reading: Reading, mention: Mention, discourse: Discourse, met: dict[int, Mention]) -> None:
    """Take those out of `met`, the last mention of everybody who can be meant, who are others."""
    if len(met) > 1 and replies(reading, mention):
        asker = next((each for each, earlier in met.items() if discourse.standing(reading, earlier).asks), None)
        last = reading.story.sentence_of[mention.first] - 1
        if asker is not None and reading.story.sentence_of[met[asker].first] >= last:
            del met[asker]  # "Kim asked Lund when. “At nine,” he replied"
    if reading.examining:
        for number in _askers(reading, mention, discourse, met):
            del met[number]
    if len(met) > 1 and mention.kind == "pronoun":
        met.pop(_told(reading, mention), None)
    if len(met) > 1 and mention.kind == "pronoun" and mention.gender in _OBJECTS:
        number, earlier = next(iter(met.items()))
        if _teller(reading, mention, number, earlier):
            del met[number]
    if len(met) > 1 and mention.kind == "pronoun":
        explained = explained_beside(reading, mention)  # “We saw him (Kim) there,” he said
        named = [each for each in met if not explained.isdisjoint(reading.people[each].words)] if explained else []
        for number in named if len(named) < len(met) else []:
            del met[number]


def asks_in_first_person(story: Narrative, sentence: int) -> bool:
    """Does a sentence begin with "I ask", or "When I asked"?"""
    first = story.sentence_tokens[sentence].start
    first += story.lower[first] in _WHEN
    return story.lower[first] in ("i", "we") and cues.VERBS.get(story.lower[first + 1]) in cues.ASKING


def _is_asked_about(reading: Reading, earlier: Mention, sentence: int) -> bool:
    """Is it the aunt of "I ask if her aunt has seen it. She winces", not Lund in "I ask Lund if she has seen it"?"""
    story = reading.story
    first = story.sentence_tokens[sentence].start
    first += story.lower[first] in _WHEN
    if earlier.kind == "pronoun" or reading.has_quote(first, earlier.first):
        return False
    start = role_start(story, earlier.first, first) if earlier.kind == "name" else earlier.first
    return not _QUESTIONS.isdisjoint(story.lower[first + 2 : start])


def _in_opening_clause(reading: Reading, earlier: Mention, mention: Mention) -> bool:
    """Is it the Kim of "Responding to a question from Kim, he said", the judge of "Thanking the judge, the baker said"?

    That is another one.
    """
    story = reading.story
    first = story.sentence_tokens[story.sentence_of[mention.first]].start
    opens = story.lower[first].endswith("ing") and story.lower[first] not in _NO_PARTICIPLES
    if not opens or earlier.first <= first:
        return False
    if earlier.kind == "nominal":
        return earlier.first == first + 1 and story.lower[earlier.first] == "the"
    return earlier.kind == "name" and not story.possessive(earlier.last)


def _told(reading: Reading, mention: Mention) -> int:
    """Return Kim for the he of "he told Kim", who is another one."""
    story = reading.story
    for frame in reading.frames_of.get(mention, ()):
        if frame.relation == "subject" and frame.lemma in cues.TELLING and not frame.passive:
            for each in reading.mentions_in[story.sentence_of[mention.first]]:
                if each.kind == "name" and role_start(story, each.first, frame.last) == frame.last:
                    return each.person
    return NOBODY


def _teller(reading: Reading, mention: Mention, number: int, earlier: Mention) -> bool:
    """Is it the neighbour of "A neighbour told her that it was late" to the her there, and to the next sentence's she?

    Not to the she of "A neighbour told her mother that".
    """
    story = reading.story
    gap = story.sentence_of[mention.first] - story.sentence_of[earlier.first]
    if gap > 1 or story.lower[earlier.first] not in _INDEFINITE or reading.people[number].mentions[0] is not earlier:
        return False
    for frame in reading.frames_of.get(earlier, ()):
        him = frame.cue + 1
        if frame.relation != "subject" or frame.first != story.sentence_tokens[story.sentence_of[him]].start:
            continue
        if frame.lemma not in cues.TELLING:
            continue  # a neighbour interrupted her
        if story.lower[him] in _OBJECTS[mention.gender]:
            return story.lower[him] == "him" or bool(story.flags[him + 1] & _NO_NOUN)
    return False


def _askers(reading: Reading, mention: Mention, discourse: Discourse, met: dict[int, Mention]) -> list[int]:
    """Return Kim in "Kim asked Lund whether he knew. “No,” he said", who asks and does not answer."""
    story = reading.story
    for number, earlier in met.items():
        where = story.sentence_of[earlier.first]
        if where not in reading.examining or story.sentence_of[mention.first] - where > 1:
            continue
        asks_whether = not _QUESTIONS.isdisjoint(story.lower[earlier.last : earlier.last + 1])
        asked = asks_whether and discourse.standing(reading, earlier).asked == "o"
        if asked and reading.people[number].gender in ("", mention.gender):
            here = (each for each, other in met.items() if story.sentence_of[other.first] == where and each != number)
            return [each for each in here if discourse.standing(reading, met[each]).asks]
    return []
