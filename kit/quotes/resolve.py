"""Pronouns and descriptions → the person they stand for, by a learned ranking of the people met before.

A description that stands for nobody met before ("a nurse from Lyon") is somebody new: later pronouns and
descriptions ("the nurse", "she") can stand for that person too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kit.quotes import cues
from kit.quotes.frame import Frame
from kit.quotes.mention import Mention
from kit.quotes.model import Weights, score
from kit.quotes.narrative import INSTITUTION, PERSON, PREPOSITION, QUOTED, Narrative
from kit.quotes.people import Person, fold
from kit.quotes.reading import Reading

# How many earlier mentions are looked at, and how far back they may lie in paragraphs.
_MENTIONS_BACK, _PARAGRAPHS_BACK, _PARAGRAPHS_AHEAD = 22, 7, 3
_LEAD = 1  # the last paragraph in which a description may stand for somebody who is named only later
PRONOUN_BIAS = 1.0
NOBODY = -1
Antecedents = list[tuple[int, list[str]]]


def resolve(reading: Reading, weights: Weights) -> None:
    """Set `person` of pronouns and descriptions, in order of the text; adds people who have no name."""
    for mention, options in antecedents(reading):
        best, best_score = NOBODY, score(weights, nobody_features(reading, mention))
        if mention.gender in ("m", "f") and mention.kind == "pronoun":
            best_score -= PRONOUN_BIAS  # he and she are somebody
        for person, features in options:
            value = score(weights, features)
            if value > best_score:
                best, best_score = person, value
        mention.person = best


def nobody_features(reading: Reading, mention: Mention) -> list[str]:
    """Return what speaks for a mention standing for nobody met so far."""
    first = reading.story.lower[mention.first]
    kind = (
        mention.gender
        if mention.kind == "pronoun"
        else first
        if first in ("the", "a", "an", "his", "her", "its", "one")
        else "-"
    )
    longer = mention.kind == "nominal" and len(mention.name.split()) - (mention.last - mention.first) > 0
    return ["-", f"-{mention.kind}", f"-{mention.kind}{kind}", f"-{mention.kind}{longer}{kind == 'the'}"]


def antecedents(reading: Reading) -> Iterator[tuple[Mention, Antecedents]]:
    """Yield what has to be resolved, in order, with (person, features) of everybody it may stand for.

    Whoever takes a mention sets its `person` before asking for the next one.
    """
    story = reading.story
    del reading.people[reading.named :]
    described: dict[str, int] = {}  # head noun → the last person described with it
    recent: list[Mention] = []  # mentions with a person, latest last
    speakers: list[int] = []  # people who were the source of a frame, latest last
    quoted: list[int] = []  # of those, the ones with a quotation beside the frame
    for mention in reading.mentions:
        if mention.kind == "pronoun":
            if mention.gender in ("m", "f", "p", "n") and (
                mention in reading.frames_of or _beside_quote(reading, mention)
            ):
                yield mention, _options(reading, mention, recent, speakers, quoted)
            else:
                mention.person = NOBODY
        elif mention.kind == "nominal":
            mention.person = NOBODY
            if mention.within or not _describes_somebody(reading, mention):
                continue
            head = fold(story.words[mention.head])
            known = _holder(reading, mention, head, recent)
            if known is None and story.paragraph_of[story.sentence_of[mention.first]] <= _LEAD:
                known = _introduced_later(reading, mention, head)
            if known is not None:
                mention.person = known
            elif mention in reading.frames_of and mention.gender != "p":
                yield mention, _options(reading, mention, recent, speakers, quoted)
            elif story.lower[mention.first] == "the":
                mention.person = described.get(head, NOBODY)
            if mention.person == NOBODY:
                mention.person = _somebody_new(reading, mention)
            described[head] = mention.person
        if mention.person != NOBODY and not (mention.within and mention.kind == "name"):
            recent.append(mention)
            frames = reading.frames_of.get(mention)
            if frames:
                speakers.append(mention.person)
                if any(_next_to_quote(reading, frame) for frame in frames):
                    quoted.append(mention.person)


def _holder(reading: Reading, mention: Mention, head: str, recent: list[Mention]) -> int | None:
    """Return who was last named with the role or title that "the minister" or "the judge" repeats."""
    if (
        reading.story.lower[mention.first] not in ("the", "his", "her", "their")
        or mention.organisation
        or mention.gender == "p"
    ):
        return None
    alike = cues.ROLE_SYNONYMS.get(head, frozenset()) | {head}
    likely: int | None = None
    for earlier in reversed(recent):
        person = reading.people[earlier.person]
        if not person.named or person.organisation or (mention.gender and person.gender not in ("", mention.gender)):
            continue
        if head in person.role_heads:
            return earlier.person
        if likely is None and alike & person.role_heads:
            likely = earlier.person
    return likely


def _introduced_later(reading: Reading, mention: Mention, head: str) -> int | None:
    """Return Ana Lund for the lead's "a judge", when the next paragraphs name "Judge Ana Lund"."""
    if not reading.story.flags[mention.head] & PERSON or mention.gender == "p":
        return None
    paragraph = reading.story.paragraph_of[reading.story.sentence_of[mention.first]]
    for number in _people_ahead(reading, mention, paragraph):
        person = reading.people[number]
        if head in person.role_heads and (not mention.gender or person.gender in ("", mention.gender)):
            return number
    return None


def _beside_quote(reading: Reading, mention: Mention) -> bool:
    """Does a quotation stand in the mention's paragraph, or begin the next one?"""
    story = reading.story
    paragraph = story.paragraph_of[story.sentence_of[mention.first]]
    first, last = story.paragraph_tokens(paragraph)
    position = bisect_left(story.quote_tokens, first)
    return position < len(story.quote_tokens) and story.quote_tokens[position] <= last


def _describes_somebody(reading: Reading, mention: Mention) -> bool:
    return mention in reading.frames_of or bool(reading.story.flags[mention.head] & (PERSON | INSTITUTION))


def _somebody_new(reading: Reading, mention: Mention) -> int:
    """Add a person without a name and return the place in `reading.people`."""
    head = fold(reading.story.words[mention.head])
    person = Person(mention.name, (head,), [mention], mention.gender, mention.organisation, named=False)
    person.human = bool(reading.story.flags[mention.head] & PERSON)
    person.sure = 2 if person.gender else 0
    reading.people.append(person)
    return len(reading.people) - 1


def _options(
    reading: Reading, mention: Mention, recent: list[Mention], speakers: list[int], quoted: list[int]
) -> Antecedents:
    story, people = reading.story, reading.people
    paragraph = story.paragraph_of[story.sentence_of[mention.first]]
    options: dict[int, list[str]] = {}
    for earlier in reversed(recent[-_MENTIONS_BACK:]):
        number = earlier.person
        if number in options or not _can_be(people[number], mention):
            continue
        if paragraph - story.paragraph_of[story.sentence_of[earlier.first]] > _PARAGRAPHS_BACK:
            break
        options[number] = _features(reading, mention, earlier, speakers, quoted, len(options))
    if mention.kind == "nominal" or len(options) == 0:
        for number in _people_ahead(reading, mention, paragraph):
            if number not in options and _can_be(people[number], mention):
                options[number] = _ahead_features(reading, mention, people[number])
    return _agreeing(reading, mention, options)


def _agreeing(reading: Reading, mention: Mention, options: dict[int, list[str]]) -> Antecedents:
    """Leave out people of the other gender: always where somebody of the right one is there, else where it is sure."""
    if mention.gender not in ("m", "f"):
        return list(options.items())
    people = [reading.people[number] for number in options]
    surest = 1 if not any(person.gender == mention.gender for person in people) else 0
    return [
        (number, features)
        for number, features in options.items()
        if reading.people[number].gender in ("", mention.gender) or reading.people[number].sure < surest
    ]


def _can_be(person: Person, mention: Mention) -> bool:
    """Could the person be meant, as far as number and kind go?"""
    if mention.kind == "nominal":
        return person.gender != "p" and (person.named or not mention.gender or person.gender in ("", mention.gender))
    if mention.gender in ("m", "f"):
        if person.sure == 2 and person.gender != mention.gender:
            return False
        return not person.organisation and person.gender != "p" and (person.named or person.human)
    return person.organisation or person.gender == "p" or mention.gender == "p"


def _people_ahead(reading: Reading, mention: Mention, paragraph: int) -> list[int]:
    """Return the people first named soon after: "A judge has ruled … Judge Anna Lund said"."""
    story, mentions = reading.story, reading.mentions
    position = bisect_right(mentions, mention.first, key=lambda each: each.first)
    found = []
    for each in mentions[position : position + _MENTIONS_BACK]:
        if story.paragraph_of[story.sentence_of[each.first]] - paragraph > _PARAGRAPHS_AHEAD:
            break
        person = reading.people[each.person] if each.kind == "name" else None
        if person is not None and not person.organisation and person.mentions[0] is each:
            found.append(each.person)
    return found


def _ahead_features(reading: Reading, mention: Mention, person: Person) -> list[str]:
    head = fold(reading.story.words[mention.head])
    role = bool(({head} | cues.ROLE_SYNONYMS.get(head, frozenset())) & person.role_words)
    agrees = _agreement(person, mention)
    first = person.mentions[0]
    gap = min(reading.story.sentence_of[first.first] - reading.story.sentence_of[mention.first], 4)
    return [
        f"a{mention.kind}",
        f"a{mention.kind}{role}{agrees}",
        f"a{mention.kind}{role}{gap}",
        f"a{role}{first in reading.frames_of}",
    ]


def _agreement(person: Person, mention: Mention) -> str:
    if not person.gender or mention.gender not in ("m", "f"):
        return "?"
    return ("=" if person.gender == mention.gender else "!") + str(person.sure)


def _next_to_quote(reading: Reading, frame: Frame) -> bool:
    flags = reading.story.flags
    return any(bits & QUOTED for bits in flags[max(0, frame.first - 2) : frame.last + 2])


def _features(
    reading: Reading, mention: Mention, earlier: Mention, speakers: list[int], quoted: list[int], rank: int
) -> list[str]:
    """Return what speaks for and against the person of an earlier mention."""
    story = reading.story
    number = earlier.person
    person = reading.people[number]
    sentence, there = story.sentence_of[mention.first], story.sentence_of[earlier.first]
    paragraphs = min(story.paragraph_of[sentence] - story.paragraph_of[there], 3)
    distance = min(sentence - there, 4)
    kind = mention.gender if mention.kind == "pronoun" else "d"
    agrees = _agreement(person, mention)
    subject = "s" if _leads(reading, earlier) else "o"
    spoke = "last" if speakers and speakers[-1] == number else "spoke" if number in speakers[-6:] else "silent"
    count = min(bisect_left(person.mentions, mention.first, key=lambda each: each.first), 5)
    source = "f" if mention in reading.frames_of else "-"
    named = "n" if person.named else "u"
    cited = "last" if quoted and quoted[-1] == number else "once" if number in quoted[-4:] else "no"
    first = "F" if reading.mentions_in[there][0] is earlier else "-"
    features = [
        f"g{kind}{agrees}",
        f"gn{agrees}{named}{distance}",
        f"d{kind}{distance}{subject}",
        f"d{source}{distance}{subject}{spoke}",
        f"r{min(rank, 5)}{subject}{spoke}",
        f"p{kind}{paragraphs}{spoke}",
        f"pd{paragraphs}{distance}{spoke}{agrees}",
        f"c{count}{named}",
        f"e{earlier.kind}{distance}{source}",
        f"w{earlier.within}{distance == 0}{spoke}",
        f"o{person.organisation}{kind}{named}",
        f"q{_question_between(reading, earlier, mention)}{cited}{paragraphs}",
        f"t{_is_topic(reading, mention, person)}{paragraphs}",
        f"v{cited}{agrees}{paragraphs}",
        f"v{cited}{source}{distance}{first}",
        f"f{first}{distance}{paragraphs}",
        f"z{earlier.titled}{kind}",
        f"l{person.likeness}{kind}{person.named}",
        f"x{story.possessive(earlier.last)}{distance == 0}",
        f"i{_object_of_preposition(story, earlier)}{distance == 0}",
    ]
    if distance == 0:
        features.append(f"s{subject}{source}{spoke}{_same_clause(reading, earlier, mention)}")
    if mention.kind == "nominal":
        features.extend(_description_features(reading, mention, person, min(rank, 3)))
    return features


def _object_of_preposition(story: Narrative, mention: Mention) -> bool:
    return mention.first > 0 and bool(story.flags[mention.first - 1] & PREPOSITION)


def _description_features(reading: Reading, mention: Mention, person: Person, rank: int) -> list[str]:
    story = reading.story
    head = fold(story.words[mention.head])
    roles = person.role_words
    mine = {fold(word) for word in story.words[mention.first + 1 : mention.head]}
    own = person.words
    alike = cues.ROLE_SYNONYMS.get(head, frozenset())
    match = "own" if head in own else "role" if head in roles else "like" if alike & roles else "none"
    what = "i" if mention.organisation else "p" if story.flags[mention.head] & PERSON else "x"
    kind = ("o" if person.organisation else "p") + ("n" if person.named else "u")
    article = story.lower[mention.first]
    article = article if article in ("the", "a", "an", "his", "her", "its", "one", "another") else "-"
    return [
        f"h{match}{rank}",
        f"h{match}{what}{kind}",
        f"h{match}{bool(mine & roles)}{article}",
        f"h{match}{article}{_agreement(person, mention)}",
        f"h{what}{kind}{article}{bool(roles)}",
    ]


def _leads(reading: Reading, mention: Mention) -> bool:
    """Is it the subject of its sentence, as far as order shows?"""
    if mention in reading.frames_of:
        return True
    here = reading.mentions_in[reading.story.sentence_of[mention.first]]
    return here[0] is mention


def _is_topic(reading: Reading, mention: Mention, person: Person) -> bool:
    """Is the person the first one named in the mention's paragraph, or else in the paragraph before?"""
    paragraph = reading.story.paragraph_of[reading.story.sentence_of[mention.first]]
    for number in (paragraph, paragraph - 1):
        topic = reading.topic_of(number) if number >= 0 else None
        if topic is not None and topic.first < mention.first:
            return reading.people[topic.person] is person
    return False


def _question_between(reading: Reading, earlier: Mention, mention: Mention) -> str:
    """Return ? where the last quotation between two mentions asks, . where it does not, - where there is none."""
    position = reading.quote_before(mention.first)
    if position is None or reading.story.quote_tokens[position] < earlier.first:
        return "-"
    if reading.story.quote_tokens[position] == mention.first - 1 and position:
        # “…,” he said: it is the quotation before this one that may have asked him
        position -= 1
    stretch = reading.stretches[position]
    return "?" if reading.text[stretch.end - 1] == "?" else "."


def _same_clause(reading: Reading, earlier: Mention, mention: Mention) -> bool:
    """Does nothing but a few words stand between them?"""
    between = reading.story.flags[earlier.last : mention.first]
    return len(between) < 6 and not any(flags & QUOTED for flags in between)
