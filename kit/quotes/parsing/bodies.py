"""Institutions: told by their names, or by what stands beside them: "Lake Watch, a campaign group", "Lender Sotra"."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.descriptions import phrase_end
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import INSTITUTION, PERSON, PLURAL, TITLE, Narrative
from kit.quotes.parsing.person import fold

_BODY_ENDS = cues.FIRMS | {"command", "guard", "guards"}  # the Leith Police Command, the Coast Guard
_KINDS_OF = (["a"], ["an"], ["one"], ["the"])
_CALLED = (["called"], ["named"], ["known", "as"])
_CLOSING = ([","], ["."], [";"], ["which"], ["that"])
_PARTICIPLES = frozenset(
    [
        *("backed", "based", "controlled", "financed", "founded", "funded", "headquartered", "incorporated", "led"),
        *("licensed", "linked", "listed", "owned", "registered", "specialising", "specializing", "supported"),
    ]
)
_WHERE = frozenset(["at", "in", "near", "outside"])
# Words for bodies with which a sentence may open, before a name: Lender Sotra said.
_KINDS = frozenset(
    [
        *("airline", "automaker", "broadcaster", "brokerage", "carmaker", "charity", "chipmaker", "conglomerate"),
        *("drugmaker", "grocer", "housebuilder", "lender", "manufacturer", "newspaper", "planemaker", "retailer"),
        *("shipbuilder", "start-up", "startup", "steelmaker", "supermarket", "telco", "utility", "wholesaler"),
    ]
)


def opens_with_kind(story: Narrative, first: int, end: int) -> bool:
    """Is it the Lender of "Lender Sotra", not of "Lender Services Group", nor the Charity of "Charity Njeri, 34,"?"""
    if story.lower[first] not in _KINDS:
        return False
    named = range(first + 1, end)
    body = any(story.flags[token] & (INSTITUTION | PERSON | PLURAL) for token in named)
    return not body and (story.lower[first] not in cues.GIVEN_NAMES or len(named) > 1)


def describe_body(story: Narrative, found: list[Mention], position: int) -> None:
    """Take a name beside a word for a body, such as group or company, for that body's; the word describes it."""
    mention = found[position]
    if mention.last < len(story.lower) and story.lower[mention.last] == ",":
        _behind(story, found, position)
    other = found[position - 1] if position else mention
    if other.kind == "nominal" and (story.lower[other.head] in cues.BODIES or story.lower[other.head] == "body"):
        _right_before(story, mention, other)
        _before(story, mention, other)


def _behind(story: Narrative, found: list[Mention], position: int) -> None:
    """Take Lake Watch for an institution in "Lake Watch, a campaign group, …", and "the group" for a word for it."""
    mention = found[position]
    first = mention.last + 1
    if story.lower[first : first + 1] not in _KINDS_OF:
        return
    for other in found[position + 1 : position + 3]:
        if other.first == first and other.kind == "nominal" and story.lower[other.head] in cues.BODIES:
            end = phrase_end(story, other.head, story.sentence_tokens[story.sentence_of[first]].end)
            person = story.flags[other.head] & PERSON and not mention.organisation
            closes = story.lower[end : end + 1] in _CLOSING or _is_told_of(story, mention, end)
            if closes and not person and _is_no_given_name(mention):
                _take_for_body(mention, other)
            return


def _is_told_of(story: Narrative, mention: Mention, token: int) -> bool:
    """Is it the based of "Nordlink, a company based in Hull, …", not of "In Hull, a company based in Leith sued"?"""
    known = not _PARTICIPLES.isdisjoint(story.lower[token : token + 1])
    return known and (mention.first == 0 or story.lower[mention.first - 1] not in _WHERE)


def _right_before(story: Narrative, mention: Mention, word: Mention) -> None:
    """Take Lake Watch for an institution in "campaign group Lake Watch" and "a group called Lake Watch".

    Not Lund in "the group Lund founded".
    """
    bare = word.head - word.first == 1 and story.lower[word.first] == "the"
    called = story.lower[word.last : mention.first] in _CALLED
    if (called or (word.last == mention.first and not bare)) and _is_no_given_name(mention):
        _take_for_body(mention, word)


def _before(story: Narrative, mention: Mention, word: Mention) -> None:
    """Take Lake Watch for an institution in "a campaign group, Lake Watch, …" and "the ruling body, the RYA, …"."""
    comma = mention.first - 1 - (story.lower[mention.first - 1] == "the")
    if story.lower[comma] != "," or word.within or phrase_end(story, word.head, mention.first) != comma:
        return
    alone = " " not in mention.name and story.lower[word.first] == "the"  # the company, Berta, said
    if story.lower[mention.last : mention.last + 1] in _CLOSING and (alone or _is_no_given_name(mention)):
        _take_for_body(mention, word)


def _take_for_body(mention: Mention, word: Mention) -> None:
    mention.organisation, mention.place = True, False
    word.within, word.described = True, mention


def _is_no_given_name(mention: Mention) -> bool:
    return fold(mention.name.split()[0]) not in cues.GIVEN_NAMES or mention.organisation


def names_league(story: Narrative, first: int, end: int) -> bool:
    """Is it a body called after its members: Doctors Without Borders, Parents for Safe Streets, Friends of Leith Park?

    Not friends of Ana Lund or of Mr Lund.
    """
    if end - first < 3 or not story.flags[first] & PLURAL or story.flags[first] & TITLE:
        return False
    behind = story.lower[first + 1]
    of_them = behind == "for" or (behind == "of" and story.lower[first] == "friends" and end - first > 3)
    if of_them and any(story.flags[token] & (PERSON | TITLE) for token in range(first + 2, end)):
        return behind == "for"
    named = of_them and not any(fold(word) in cues.GIVEN_NAMES for word in story.words[first + 2 : end])
    return behind == "without" or named


def names_institution(story: Narrative, first: int, end: int) -> bool:
    """Does a word for an institution stand in the name, and not the Bill of "Bill Lund" or the Law of "Ana Law"?"""
    if end - first == 1:
        return bool(story.flags[first] & INSTITUTION)
    if story.lower[end - 1] in cues.LEGAL_FORMS or _is_partnership(story, first, end):
        return True
    given = story.lower[first] in cues.GIVEN_NAMES
    if not given and (story.lower[first] in cues.FIRMS or story.lower[end - 1] in _BODY_ENDS):
        return True
    if not any(map(INSTITUTION.__and__, story.flags[first:end])):
        return False
    if not given:
        return True
    if any(story.behind_mark(token) for token in range(first + 1, end)):
        return False  # Karl “Uncle Bill” Lund
    end -= story.lower[end - 1] in cues.SURNAME_WORDS
    return any(map(INSTITUTION.__and__, story.flags[first + 1 : end]))


def _is_partnership(story: Narrative, first: int, end: int) -> bool:
    """Is it "Holm & Sons", not "Ana & Karl"?"""
    if end - first < 3 or "&" not in story.lower[first + 1 : end - 1]:
        return False
    return story.lower[first] not in cues.GIVEN_NAMES or story.lower[end - 1] not in cues.GIVEN_NAMES
