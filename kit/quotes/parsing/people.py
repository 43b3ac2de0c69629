"""The people of one article: which names are one person, in which role, of which gender."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence, Set
from itertools import islice
from operator import attrgetter

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import CAPITAL, DETERMINER, PERSON, PREPOSITION, TITLE, Narrative
from kit.quotes.parsing.person import USUAL, Person, generation, name_words, usual_gender

_LEADING = 0.8  # what counts for a bearer of a surname who was a subject
_FOUNDED = cues.INSTITUTIONS - cues.FIRMS  # what may be called after somebody, and is not called so for short
_NAMESAKES = 40  # people with one surname that are told apart in one article
_DYING = frozenset(["dead", "died", "dies"])
_OWNERS = frozenset(["her", "his", "their"])
_RELATIVE = 2.5  # what counts against whoever is brought in as somebody's mother or son
_OF_AGE = 18
_GONE = frozenset(["dead", "died", "dies", "disappeared", "drowned", "killed", "missing", "murdered", "vanished"])
_SPOUSES = frozenset(["husband", "spouse", "widow", "widower", "wife"])
_NAMED_BEFORE = 4  # people of whom one may be the wife or husband of the next
_KIN_BACK = 2  # sentences before a Mrs Lund in which kin may be told of
_COUPLE = (["mr", "and"], ["mr.", "and"])  # before Mrs Lund
_ROLE_WORD = CAPITAL | DETERMINER | PERSON | TITLE
_ROLE_TOKENS = 6  # up to the preposition before a role and a name
_FORMER = frozenset(["ex", "former", "late", "then"])
_FIRST, _TITLED, _GENDER = attrgetter("first"), attrgetter("titled"), attrgetter("gender")

# How often a person was met before a mention, where last, and ever as more than "the wife of Lund".
_Seen = tuple[int, int, bool]
_NOT_SEEN = 0, 0, False
_MOURNED = 6, 0, True  # whom an obituary is of bears the surname alone, before kin who have it too


def group_people(mentions: Sequence[Mention], story: Narrative) -> list[Person]:
    """Return the people behind the name mentions, and set `mention.person` to a person's place in that list."""
    people: list[Person] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    names = [(mention, name_words(mention.name)) for mention in mentions if mention.kind == "name"]
    full = [(mention, words) for mention, words in names if len(words) > 1]
    for mention, words in sorted(full, key=lambda name: -len(name[1])):
        _join(people, by_word, mention, words)
    seen: dict[int, _Seen] = {}
    kin_named: dict[str, list[int]] = defaultdict(list)  # surname → whoever is named as wife or mother of its bearer
    kin = story.sentences_with(cues.FAMILY)
    short_forms = _short_forms(names)
    relatives: set[int] = set()  # whoever is brought in as "her mother, Ana Lund", so that Lund alone is another one
    bearers: deque[int] = deque(maxlen=_NAMED_BEFORE + 1)  # the last people, latest last
    if _tells_of_death(story) and full:
        seen[full[0][0].person] = _MOURNED
    for mention, words in names:
        if mention.name in short_forms:
            _add(people, short_forms[mention.name], mention)
        elif len(words) == 1:
            if mention.organisation and mention.name.isupper() and _is_surname(people, by_word, words[0]):
                mention.organisation = False
            near_kin = bool(mention.gender) and _is_near_kin(story, mention, kin)
            _join_short(people, by_word, seen, mention, words[0], kin_named, relatives, near_kin=near_kin)
            if mention.roles and _is_of_kin(mention):
                for bearer in _kin_of(people, mention, bearers):
                    kin_named[people[bearer].words[-1]].append(mention.person)
        told = mention.roles and story.sentence_of[mention.first] in kin
        if told and mention.person not in seen and _is_relative(mention):
            same = (people[number] for number in by_word[people[mention.person].words[-1]] if number in seen)
            if not any(_cannot_speak(story, person.mentions[0]) for person in islice(same, _NAMESAKES)):
                relatives.add(mention.person)
        if not (mention.place or mention.organisation):
            bearers.append(mention.person)
        times, _, leading = seen.get(mention.person, _NOT_SEEN)
        seen[mention.person] = times + 1, mention.first, leading or not _is_added(story, mention)
    for person in people:
        if len(person.mentions) > 1:
            person.mentions.sort(key=_FIRST)
        person.organisation = person.looks_organised and _is_organisation(person)
    return people


def _is_surname(people: Sequence[Person], by_word: Mapping[str, list[int]], word: str) -> bool:
    """Is a word in capitals the LUND of a transcript in which Karl Lund is named, and no acronym?"""
    for number in by_word.get(word, ())[-_NAMESAKES:]:
        if people[number].words[-1] == word and not people[number].looks_organised:
            return True
    return False


def _tells_of_death(story: Narrative) -> bool:
    """Does the article begin with somebody who "has died aged 91", or "at the age of 91"?"""
    lead = (
        story.lower[: story.sentence_tokens[min(2, len(story.sentence_tokens)) - 1].end]
        if story.sentence_tokens
        else []
    )
    if _DYING.isdisjoint(lead):
        return False
    ages = (lead[token + 1 : token + 4] for token, word in enumerate(lead) if word in ("aged", "age", "at"))
    return any(word.isdigit() and len(word) == 2 and word >= "40" for words in ages for word in words)


def _is_near_kin(story: Narrative, mention: Mention, kin: frozenset[int]) -> bool:
    """Are kin told of right before, or is it "Mr and Mrs Lund"?"""
    sentence = story.sentence_of[mention.first]
    couple = story.lower[max(0, mention.first - 2) : mention.first] in _COUPLE
    return couple or not kin.isdisjoint(range(sentence - _KIN_BACK, sentence + 1))


def _is_added(story: Narrative, mention: Mention) -> bool:
    """Is it the Lund of "the trial of former mayor Karl Lund" and "Karl Lund's son"?"""
    if story.possessive(mention.last):
        return True
    flags, token = story.flags, mention.first - 1
    furthest = mention.first - _ROLE_TOKENS
    while token > 0 and token > furthest and (flags[token] & _ROLE_WORD or story.lower[token] in _FORMER):
        token -= 1
    return token >= 0 and bool(flags[token] & PREPOSITION)


def _short_forms(names: Sequence[tuple[Mention, tuple[str, ...]]]) -> dict[str, int]:
    """Return short form → whose it is: NWA, where the article has "National Water Agency (NWA)", or the reverse."""
    found: dict[str, int] = {}
    for mention, words in names:
        other = mention.described
        if other is None or other.kind != "name" or not other.organisation or mention.first != other.last + 1:
            continue
        if len(words) == 1:
            found[mention.name] = other.person
        elif other.last - other.first == 1:
            found[other.name] = mention.person
    return found


def _join(people: list[Person], by_word: dict[str, list[int]], mention: Mention, words: tuple[str, ...]) -> None:
    """Give a name of several words to the person who has it already, or to a new one."""
    for number in (by_word.get(words[-1]) or by_word.get(words[0]) or [])[-_NAMESAKES:]:
        person = people[number]
        other_gender = person.gender and mention.gender and person.gender != mention.gender
        if other_gender or not _same_person(person.words, words):
            continue
        if person.words == words and generation(person.name) != generation(mention.name):
            continue
        if not _is_called_after(person.words, mention, words):
            _add(people, number, mention)
            return
    people.append(Person(mention.name, words))
    _add(people, len(people) - 1, mention)
    if "-" in words[-1]:
        for half in {*words[-1].split("-")}:
            by_word[f"-{half}"].append(len(people) - 1)
    for word in words:
        particle = word in cues.PARTICLES and word != words[0]
        if word == words[-1] or (len(word) > 1 and not particle):
            by_word[word].append(len(people) - 1)


def _is_called_after(full: tuple[str, ...], mention: Mention, words: tuple[str, ...]) -> bool:
    """Is it a thing called after somebody: Ho Chi Minh City, the Karl Lund Foundation?"""
    if full[-1] in words:
        return False
    somebody = mention.titled or mention.gender or words[0] in cues.GIVEN_NAMES
    return full[-1] in cues.CALLED_AFTER or bool(somebody and full[-1] in _FOUNDED)


def _add(people: list[Person], number: int, mention: Mention) -> None:
    mention.person = number
    person = people[number]
    person.mentions.append(mention)
    if mention.organisation or mention.place:
        person.looks_organised = True
    if not person.gender and mention.gender in ("f", "m"):
        person.gender = mention.gender
    if len(mention.name) < len(person.name) or mention.name == person.name:
        return
    shouted = person.name.isupper() and not mention.name.isupper()
    if shouted or (_has_initials(person.words) and not _has_initials(name_words(mention.name))):
        person.name = mention.name


def _has_initials(words: Sequence[str]) -> bool:
    return any(len(word) == 1 for word in words)


def _same_person(full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Can two names of several words be one person's? `full` has at least as many words as `other`."""
    if full == other:
        return True
    if len(other) <= len(full) and _is_subsequence(other, full):
        return True
    if full[-1] != other[-1]:
        return False
    first, second = full[0], other[0]
    return first[0] == second[0] and (
        len(first) == 1 or len(second) == 1 or (first[:3] == second[:3] and min(len(first), len(second)) <= 4)
    )


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _join_short(
    people: list[Person],
    by_word: dict[str, list[int]],
    seen: Mapping[int, _Seen],
    mention: Mention,
    word: str,
    kin_named: Mapping[str, list[int]],
    relatives: Set[int],
    *,
    near_kin: bool,
) -> None:
    """Give a name of one word to the person whose name holds it, else to a person of that name alone.

    Where kin are told of right before, Mrs Lund is not Karl Lund, but his wife Dawn, or another one.
    """
    best, best_score = -1, 0.0
    younger = generation(mention.name)  # Lund Jr. is no Karl Lund
    for number in by_word.get(word, [])[-_NAMESAKES:]:
        if near_kin and _is_of_other_gender(people[number], mention, word):
            continue
        if younger and generation(people[number].name) != younger:
            continue
        score = _fit(people[number], mention, word, seen.get(number))
        if number in relatives and not mention.titled:
            score -= _RELATIVE
        if score > best_score:
            best, best_score = number, score
    if mention.gender and mention.titled and (best < 0 or _known_gender(people[best]) != mention.gender):
        same = (number for number in reversed(kin_named.get(word, [])) if people[number].gender == mention.gender)
        best = next(same, best)
    if best < 0:
        best = _by_half_of_surname(people, by_word, mention, word)
    if best < 0:
        people.append(Person(mention.name, (word,)))
        best = len(people) - 1
        by_word[word].append(best)
    _add(people, best, mention)


def _by_half_of_surname(people: Sequence[Person], by_word: Mapping[str, list[int]], mention: Mention, word: str) -> int:
    """Return the place of Ana Ruiz-Lund for "Ruiz", where one person only has that as half of a surname; else -1."""
    found = by_word.get(f"-{word}", ())
    if len(found) != 1 or mention.place or mention.organisation:
        return -1
    gender = _known_gender(people[found[0]])
    return found[0] if not (gender and mention.gender) or gender == mention.gender else -1


def _is_of_kin(mention: Mention) -> bool:
    """Is it the Dawn of "his wife, Dawn", "his mother Dawn" or "Karl Lund's wife Dawn", not of "her mother, Dawn"?"""
    for words in (role.lower().split() for role in mention.roles):
        whose = "m" if "his" in words else "f" if "her" in words else ""
        if not (cues.KIN if whose else _SPOUSES).isdisjoint(words):
            return whose != mention.gender
    return False


def _is_relative(mention: Mention) -> bool:
    """Is it the Dawn Lund of "her mother, Dawn Lund"?"""
    roles = (role.lower().split() for role in mention.roles)
    return any(words[0] in _OWNERS and not cues.KIN.isdisjoint(words) for words in roles)


def _cannot_speak(story: Narrative, mention: Mention) -> bool:
    """Is it the Lund of "Karl Lund, 9, won" or "Karl Lund is missing", for whom his mother speaks?"""
    comma, age = story.lower[mention.last : mention.last + 2] if mention.last + 1 < len(story.lower) else ("", "")
    if comma == "," and age.isdecimal() and int(age[:4]) < _OF_AGE:
        return True
    return not _GONE.isdisjoint(story.lower[slice(*story.sentence_tokens[story.sentence_of[mention.first]])])


def _kin_of(people: Sequence[Person], mention: Mention, bearers: deque[int]) -> list[int]:
    """Return whose "her husband, Liam" is: the last woman named, as far as names tell; at most one."""
    other = {"f": "m", "m": "f"}.get(mention.gender, "")
    free = [number for number in reversed(bearers) if number != mention.person]
    return [number for number in free if _known_gender(people[number]) in ("", other)][:1] or free[:1]


def _is_of_other_gender(person: Person, mention: Mention, surname: str) -> bool:
    """Does the given name tell that "Mrs Lund" is not that Karl Lund?"""
    if not mention.gender or person.gender or len(person.words) == 1 or person.words[-1] != surname:
        return False
    return _known_gender(person) not in ("", mention.gender)


def _known_gender(person: Person) -> str:
    """Return the gender that a title, a role or the given name tells, else ""."""
    gender, weight = usual_gender(person.words)
    return person.gender or (gender if weight >= USUAL else "")


def _fit(person: Person, mention: Mention, word: str, seen: _Seen | None) -> float:
    """Score how well a name of one word fits a person; nothing above 0 where it cannot be that person."""
    if person.gender and mention.gender and person.gender != mention.gender:
        return 0.0
    if not mention.titled and (mention.place or person.looks_organised) and not person.gender:
        return 0.0 if mention.place or person.words[0] != word else 1.0
    if len(person.words) == 1 and person.mentions[0].titled and not mention.titled:
        return 0.5  # with a Karl Lund and a Mrs Lund, Lund is Karl
    place = person.words.index(word)
    score = 3.0 if place == len(person.words) - 1 else 2.5 if place == 0 else 1.5
    if mention.gender and person.gender == mention.gender:
        score += 2.0
    elif mention.gender:  # Ms Hollis is Gemma rather than Liam Hollis
        gender, weight = usual_gender(person.words)
        score += weight if gender == mention.gender else -weight if gender else 0.0
    if seen is not None:
        times, last, leading = seen
        score += 1.5 + 0.3 * (times if times < 6 else 6) + 2.0 / (1 + (mention.first - last) / 60) + _LEADING * leading
    return score


def _is_organisation(person: Person) -> bool:
    """Most of its mentions look like an institution's, or are the Doral of Doral Foods, and none has a title."""
    if any(map(_TITLED, person.mentions)) or any(map(_GENDER, person.mentions)):
        return False
    bodies = sum(mention.organisation or mention.place for mention in person.mentions)
    if bodies * 2 >= len(person.mentions):
        return True
    if not bodies or person.words[0] in cues.GIVEN_NAMES:
        return False
    return bodies + sum(person.name.startswith(f"{mention.name} ") for mention in person.mentions) == len(
        person.mentions
    )
