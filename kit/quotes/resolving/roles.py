"""Descriptions that repeat a role: "the minister" for the one named as minister before, or soon after."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice
from typing import NamedTuple

from kit.quotes import cues
from kit.quotes.parsing.descriptions import is_of_one
from kit.quotes.parsing.gender import GUESSED
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.mentions import OWNED
from kit.quotes.parsing.narrative import CAPITAL, FLAGS, INSTITUTION, PERSON, PLACE, POSSESSIVES
from kit.quotes.parsing.person import Person, fold, is_honorific
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import Discourse
from kit.quotes.resolving.epithets import COMPANIES, RANKS, age_behind, age_in, is_definite, may_be_body, may_be_called
from kit.quotes.resolving.lands import is_elsewhere, is_from, lands_of
from kit.quotes.resolving.owners import is_of_another
from kit.quotes.resolving.unnamed import has_just_acted

_RULING = frozenset(["court", "government", "state"])  # mostly another one than an institution in letters
_PRESS = frozenset(["agency", "broadcaster", "channel", "corporation", "network", "outlet", "station"])
_LETTERS = 8  # of an institution's name at most
_MENTIONS_BACK, _PEOPLE_BACK, _SUBJECTS_BACK = 200, 100, 10
REPEATING = frozenset(["the", "his", "her", "their"])  # what opens a description of somebody known
_PARTLY, _EXACT, _SAME_NOUN = 1, 2, 4  # how well a description suits a role
_SECOND = frozenset(
    ["assistant", "deputy", "fourth", "other", "prime", "prosecuting", "second", "shadow", "third", "vice"]
)
_OFFICES_OF = cues.PORTFOLIOS | {"prime"}  # who has one of them has no other one
_BRANCHES = frozenset(
    ["army", "barangay", "fire", "navy", "party", "police", "prison", "union", "village"]
)  # of chiefs
_CHANGING = frozenset(["assistant", "deputy", "former", "prime", "vice"])  # with these a role is another one
_SEATED = cues.ROLE_SYNONYMS["lawmaker"] - {"deputy", "member", "rep", "representative"}  # whoever is one is named
# The ages of those who are called so.
_AGES = {
    "teenager": range(13, 20),
    "pensioner": range(60, 105),
    "septuagenarian": range(70, 80),
    "octogenarian": range(80, 90),
    "nonagenarian": range(90, 100),
}
_AGED = {noun: {str(age) for age in ages} for noun, ages in _AGES.items()}
# Who tells of others, and is not the one told of right before.
_EXPERTS = {"expert", "medic", "official"}.union(*map(cues.NARROWER.__getitem__, ("expert", "medic", "official")))
_NEVER_PLAIN = cues.FACING | cues.HONORIFICS | COMPANIES  # whoever is called so was called so before


def holder(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return who was last named with the role or the kind that "the minister" or "the bank" repeats.

    "The prime minister" is rather whose role has both words. "The company" may also be one whose name does not tell
    what it is.
    """
    if mention.gender == "p":
        return None
    likely = _last_holder(reading, mention, head, discourse)
    if likely is None and head in cues.BODIES and not is_of_one(mention.name.split()):
        return _plain_subject(reading, discourse)
    if likely is None and mention.organisation and head not in _RULING:
        return _in_letters(reading, head, discourse)
    return likely


def _last_holder(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return whom the office that a description names suits best, the last one met of those whom it suits alike."""
    alike, pair_alike = nouns_alike(reading, mention, head)
    suited = _whom_they_may_suit({head, *alike, *pair_alike, "counterpart"}, discourse)
    parties = _parties_in(reading, mention) if head in cues.PARTISANS else frozenset()
    by_title = head in cues.HONORIFICS or head in cues.OFFICE_LETTERS or head in cues.DEMONYMS
    anybody = by_title or bool(parties)
    if not (suited or anybody):
        return None
    office = _Office(head, alike, pair_alike, qualifying(reading, mention), parties, by_title)
    likely: int | None = None
    likely_fit = 0
    for number in _met_before(mention, head, discourse):
        if not (anybody or number in suited):
            continue
        person = reading.people[number]
        if not agrees(person, mention) or is_of_another(person, mention):
            continue
        fit = _fit(person, discourse.told_of(number), office)
        if fit == _SAME_NOUN + _EXACT:
            return number
        if fit > likely_fit:
            likely, likely_fit = number, fit
    return likely


def _met_before(mention: Mention, head: str, discourse: Discourse) -> Iterator[int]:
    """Yield whom a description may repeat, the last one met first."""
    if not mention.organisation:
        yield from islice(reversed(discourse.people), _PEOPLE_BACK)
    if mention.organisation or (
        head in COMPANIES and not is_of_one(mention.name.split())
    ):  # the operator may be a firm
        yield from islice(reversed(discourse.institutions), _PEOPLE_BACK)


def broadly_called(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return who was last named as one of those that "the politician" or "the agency" may be: senator, authority."""
    narrower = cues.NARROWER.get(head)
    if narrower is None or not is_definite(reading.story, mention, reading.frames_of.get(mention, ())):
        return None
    if not (RANKS | _SECOND).isdisjoint(reading.story.lower[mention.first : mention.head]):
        return None
    met = discourse.institutions if mention.organisation else discourse.people
    for number in islice(reversed(met), _PEOPLE_BACK):
        person = reading.people[number]
        called = person.words if person.organisation else person.role_heads | (person.role_words & cues.HONORIFICS)
        if agrees(person, mention) and not narrower.isdisjoint(called):
            return number
    return None


def agrees(person: Person, mention: Mention) -> bool:
    """Is the person of the description's gender, or not surely of the other one?"""
    return not mention.gender or person.gender in ("", mention.gender) or person.sure <= GUESSED


class _Office(NamedTuple):
    """What a description says that somebody is."""

    noun: str
    alike: frozenset[str]  # others for the same
    pair_alike: frozenset[str]  # others for the noun and the word before it: the premier for the prime minister
    qualifying: frozenset[str]  # what stands before it
    parties: frozenset[str]  # the names in that, where it is the leader of a party: the BJP leader
    by_title: bool  # a title that people are called by: the Maulana, the CEO


def _whom_they_may_suit(nouns: set[str], discourse: Discourse) -> set[int]:
    """Return those met so far whom one of these nouns may suit; most often nobody."""
    return set().union(*map(discourse.nouns.__getitem__, discourse.nouns.keys() & nouns))


def nouns_alike(reading: Reading, mention: Mention, head: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return other nouns for that of a description, and for it and the word before it."""
    of_state = reading.story.lower[mention.head + 1 : mention.head + 3] == ["of", "state"]
    pair = "head-state" if of_state else f"{reading.story.lower[mention.head - 1]}-{head}"
    alike = cues.ROLE_SYNONYMS.get(head, frozenset())
    pair_alike = cues.ROLE_SYNONYMS.get(pair, frozenset())
    if mention.head > mention.first + 1:
        letters = "".join([word[0] for word in reading.story.lower[mention.first + 1 : mention.head + 1]])
        if letters in cues.OFFICE_LETTERS:
            pair_alike |= {letters}  # the deputy commissioner, for DC Ana Lund
    return alike, pair_alike


def _parties_in(reading: Reading, mention: Mention) -> frozenset[str]:
    """Return the names before a description's noun: the BJP's of "the BJP leader"."""
    words = reading.story.words[mention.first : mention.head]
    return frozenset(fold(word) for word in words if word[0].isupper()) - {"the"}


def _fit(person: Person, called: Set[str], office: _Office) -> int:
    """Score how well an office suits somebody: 0 for another one, the most where noun and other words are the same."""
    heads = person.nouns
    titled = office.by_title and _is_titled(person, called, office.noun)
    same = titled or office.noun in heads or office.noun in called
    if office.noun == "minister" and "chief" in office.qualifying - person.role_words:
        return 0  # a chief minister is no minister
    other_party = any(not person.has_role_in_letters(each) for each in office.parties - person.role_words)
    if (same and not other_party) or (office.qualifying and _is_opposite(person, office)):
        fit = words_fit(person, office.qualifying)
        return fit + _SAME_NOUN if fit else 0
    if not office.pair_alike.isdisjoint(heads) or (office.parties and not other_party):
        return _EXACT
    if not same and office.alike.isdisjoint(heads) and office.alike.isdisjoint(called):
        return 0
    return _PARTLY if other_party else words_fit(person, office.qualifying)


def _is_opposite(person: Person, office: _Office) -> bool:
    """Is the person the Turkish minister as "her Turkish counterpart"?"""
    return "counterpart" in person.role_heads and office.qualifying <= person.role_words


def qualifying(reading: Reading, mention: Mention) -> frozenset[str]:
    """Return the words before a description's noun, behind whose it is: {prime} for "the country's prime minister"."""
    words: set[str] = set()
    for word in reading.story.lower[mention.first + 1 : mention.head]:
        words = set() if word in POSSESSIVES else words | {fold(word)}
    return frozenset(words)


def words_fit(person: Person, qualifying: frozenset[str]) -> int:
    """Score how well the words before an office suit somebody who holds one: 0 where it must be another one."""
    told = person.role_words.union(person.words if person.organisation else ())
    missing: Set[str] = qualifying - told
    if missing:
        lands = lands_of(told)
        missing = {word for word in missing if lands_of({word}).isdisjoint(lands)}
    other = (missing & cues.PORTFOLIOS and told & _OFFICES_OF) or "shadow" in told - qualifying
    if missing & _SECOND or other or is_elsewhere(missing, told) or (missing & _BRANCHES and told & _BRANCHES):
        return 0
    return _PARTLY if missing or (told - qualifying) & _CHANGING else _EXACT


def of_the_two(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return Lund for "the former" and Berg for "the latter", where Lund and Berg were named last, in that order."""
    named = [each for each in discourse.recent[-_MENTIONS_BACK:] if each.kind == "name"]
    human = [each.person for each in named if reading.likeness_of(reading.people[each.person]) > 0]
    last_two = list(dict.fromkeys(reversed(human)))[:2]
    return last_two[head == "former"] if len(last_two) == 2 else None


def of_that_age(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return Lund for "the 34-year-old" and Berg for "the pensioner", where "Lund, 34," and "Berg, 75," are met."""
    if reading.story.lower[mention.first] != "the" or mention.gender == "p":
        return None
    years = age_in(reading.story, mention)
    ages = _AGED.get(head, set()) if years is None else {years}
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:] if ages else ()):
        person = reading.people[earlier.person]
        if person.named and age_behind(reading.story, earlier) in ages and agrees(person, mention):
            return earlier.person
    return None


def without_role(reading: Reading, mention: Mention, discourse: Discourse) -> int | None:
    """Return Lund in "Lund shook her head. “No,” the chancellor said": the last subject, of whom no role was told."""
    story = reading.story
    head = story.lower[mention.head]
    if head in _NEVER_PLAIN or not story.flags[mention.head] & PERSON:
        return None
    if not is_definite(story, mention, reading.frames_of.get(mention, ())) or not RANKS.isdisjoint(
        story.lower[mention.first : mention.head]
    ):
        return None
    sentence = story.sentence_of[mention.first]
    for earlier in reversed(discourse.recent[-_SUBJECTS_BACK:]):
        if story.sentence_of[earlier.first] >= sentence or not reading.is_subject(earlier):
            continue
        number = earlier.person
        person = reading.people[number]
        if not person.named and _of_its_kind(person, mention) and has_just_acted(reading, earlier, mention):
            return None if head in _EXPERTS or head in discourse.described else number
        near = story.paragraph_of[sentence] - story.paragraph_at(earlier.first) <= 1
        unlike = has_no_role(person) or (head in _SEATED and person.role_heads.isdisjoint(_SEATED))
        plain = near and person.named and _of_its_kind(person, mention) and unlike and number not in discourse.called
        human = plain and reading.likeness_of(person) > 0
        if human and may_be_called(reading, person, mention):
            return number
        break
    return None if head in cues.OFFICES else _only_one_near(reading, mention, discourse)


def _only_one_near(reading: Reading, mention: Mention, discourse: Discourse) -> int | None:
    """Return who alone was met in a description's paragraph and the one before, whatever else was told of them.

    Not for the leader of a party that has not been told of, nor by a broad word: a baker is not "the politician".
    """
    head = reading.story.lower[mention.head]
    if head in cues.NARROWER or head in cues.OFFICE_LETTERS:
        return None
    if any(word[0].isupper() for word in reading.story.words[mention.first + 1 : mention.head]):
        return None
    paragraph = reading.story.paragraph_at(mention.first)
    only: int | None = None
    for earlier in reversed(discourse.recent[-_SUBJECTS_BACK:]):
        if paragraph - reading.story.paragraph_at(earlier.first) > 1:
            break
        person = reading.people[earlier.person]
        if person.organisation or not (person.named or person.human) or earlier.person == only:
            continue
        if only is not None or not (person.named and _of_its_kind(person, mention)) or reading.likeness_of(person) < 1:
            return None
        only = earlier.person
    return only if only is not None and may_be_called(reading, reading.people[only], mention) else None


def _of_its_kind(person: Person, mention: Mention) -> bool:
    """Is the person of the description's kind and gender?"""
    same_kind = person.organisation == mention.organisation
    return same_kind and (not mention.gender or person.gender in ("", mention.gender))


def _plain_subject(reading: Reading, discourse: Discourse) -> int | None:
    """Return the last institution that is a subject and whose name does not tell what it is.

    Else the last subject that may be one, for all that is said of it: Hartwell, Lake Watch.
    """
    plain: int | None = None
    for earlier in reversed(discourse.recent[-_MENTIONS_BACK:]):
        number = earlier.person
        person = reading.people[number]
        if not person.named or (plain is not None and not person.organisation):
            continue
        if person.organisation:
            if not _says_kind(earlier, person) and _leads(reading, earlier):
                return number
        elif _leads(reading, earlier) and not _is_listed(reading, earlier) and may_be_body(reading, person):
            plain = number
    return plain


def _in_letters(reading: Reading, head: str, discourse: Discourse) -> int | None:
    """Return the EACC for "the commission": the last institution in letters, not AFP, if it has the noun's first."""
    for number in islice(reversed(discourse.institutions), _PEOPLE_BACK):
        name = reading.people[number].name
        press = name in cues.PRESS and head not in _PRESS
        if name.isupper() and name.isalpha() and len(name) <= _LETTERS and not press:
            return number if head[0].upper() in name else None
    return None


def _is_listed(reading: Reading, mention: Mention) -> bool:
    """Is it one of several names, as those of towns: Hale, Tarn and Vik?"""
    story, behind = reading.story, mention.last
    if mention in reading.frames_of or story.lower[behind] not in (",", "and", "or"):
        return False
    return story.lower[behind] != "," or bool(story.flags[behind + 1] & CAPITAL)  # not "Nestfield, which runs homes"


def _leads(reading: Reading, earlier: Mention) -> bool:
    """Is it a subject, or the Lund of "Shares in Lund fell"?"""
    before = reading.story.lower[max(0, earlier.first - 2) : earlier.first]
    return reading.is_subject(earlier) or (before[-1:] == ["in"] and before[0] in OWNED)


def _is_titled(person: Person, called: Set[str], head: str) -> bool:
    """Is the person "the Maulana" or "the Liberal" by a title or a role, or "the CEO" as chief executive officer?

    Norway's Ana Lund is the Norwegian, Polish driver Jan Bilski the Pole.
    """
    if head in cues.HONORIFICS or head in cues.DEMONYMS:
        from_there = called | {word for word in person.role_words if is_from(word)}
        return head in person.role_words or not lands_of({head}).isdisjoint(lands_of(from_there))
    return head in cues.OFFICE_LETTERS and person.has_role_in_letters(head)


def _says_kind(mention: Mention, person: Person) -> bool:
    """Is it a place, or a name that holds a word such as ministry?"""
    return mention.place or any(FLAGS.get(word, 0) & (INSTITUTION | PLACE) for word in person.words)


def has_no_role(person: Person) -> bool:
    """Is nothing said of the person but Mr or Ms?"""
    return person.role is None or is_honorific(person.role)
