"""Pronouns and descriptions → the person they stand for, by a learned ranking of the people met before.

A description that stands for nobody met before ("a nurse from Lyon") is somebody new: later pronouns and
descriptions ("the nurse", "she") can stand for that person too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kit.quotes import cues
from kit.quotes.frame import Frame
from kit.quotes.mention import Mention
from kit.quotes.model import Features, Model
from kit.quotes.narrative import INSTITUTION, PERSON, PREPOSITION
from kit.quotes.people import Person, fold
from kit.quotes.reading import Reading

# How many earlier mentions are looked at, and how far back they may lie in paragraphs.
_MENTIONS_BACK, _PARAGRAPHS_BACK, _PARAGRAPHS_AHEAD = 22, 7, 3
_MOST_PEOPLE = 7  # of those met before; nearly always it is one of the last three
_LEAD = 1  # the last paragraph in which a description may stand for somebody who is named only later
PRONOUN_BIAS = 1.0
NOBODY = -1
Antecedents = list[tuple[int, Features]]


@dataclass(slots=True)
class Earlier:
    """A mention met before, with a person: what its features share, whatever is asked to stand for that person."""

    mention: Mention
    sentence: int
    paragraph: int
    subject: str  # s where it is the subject of its sentence, as far as order shows; else o
    opens: str  # F where it is the first mention of its sentence
    possessor: bool
    behind_preposition: bool


@dataclass(slots=True)
class History:
    """What an article has told up to a mention."""

    recent: list[Earlier] = field(default_factory=list)  # latest last
    speakers: list[int] = field(default_factory=list)  # people who were the source of a frame, latest last
    quoted: list[int] = field(default_factory=list)  # of those, the ones with a quotation beside the frame
    described: dict[str, int] = field(default_factory=dict)  # head noun → the last person described with it
    named: Counter[int] = field(default_factory=Counter)  # how often each person was named


@dataclass(slots=True)
class Asked:
    """A mention that may stand for somebody: what the features of all those people share."""

    mention: Mention
    sentence: int
    paragraph: int
    kind: str
    source: str  # f where it is the source of a frame
    last_quote: int  # token of the quotation before it, -1 where there is none
    question: str  # ? where the quotation that it may answer asks, . where it does not
    topic: int  # the first person named in its paragraph, or else in the paragraph before


def resolve(reading: Reading, model: Model) -> None:
    """Set `person` of pronouns and descriptions, in order of the text; adds people who have no name."""
    for mention, options in antecedents(reading):
        best, best_score = NOBODY, model.score(nobody_features(reading, mention))
        if mention.gender in ("m", "f") and mention.kind == "pronoun":
            best_score -= PRONOUN_BIAS  # he and she are somebody
        for person, features in options:
            value = model.score(features)
            if value > best_score:
                best, best_score = person, value
        mention.person = best


def nobody_features(reading: Reading, mention: Mention) -> Features:
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
    history = History()
    for mention in reading.mentions:
        if mention.kind == "pronoun":
            if mention.gender in ("m", "f", "p", "n") and (
                mention in reading.frames_of or _beside_quote(reading, mention)
            ):
                yield mention, _options(reading, mention, history)
            else:
                mention.person = NOBODY
        elif mention.kind == "nominal":
            mention.person = NOBODY
            if mention.within or not _describes_somebody(reading, mention):
                continue
            head = fold(story.words[mention.head])
            known = _holder(reading, mention, head, history)
            if known is None and story.paragraph_of[story.sentence_of[mention.first]] <= _LEAD:
                known = _introduced_later(reading, mention, head)
            if known is not None:
                mention.person = known
            elif mention in reading.frames_of and mention.gender != "p":
                yield mention, _options(reading, mention, history)
            elif story.lower[mention.first] == "the":
                mention.person = history.described.get(head, NOBODY)
            if mention.person == NOBODY:
                mention.person = _somebody_new(reading, mention)
                history.named[mention.person] = 1
            history.described[head] = mention.person
        else:
            history.named[mention.person] += 1
        if mention.person != NOBODY and not (mention.within and mention.kind == "name"):
            _enter(reading, history, mention)


def _enter(reading: Reading, history: History, mention: Mention) -> None:
    """Take a mention with a person into the history."""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    frames = reading.frames_of.get(mention)
    opens = reading.mentions_in[sentence][0] is mention
    history.recent.append(
        Earlier(
            mention,
            sentence,
            story.paragraph_of[sentence],
            "s" if frames or opens else "o",
            "F" if opens else "-",
            story.possessive(mention.last),
            mention.first > 0 and bool(story.flags[mention.first - 1] & PREPOSITION),
        )
    )
    if frames:
        history.speakers.append(mention.person)
        if any(_next_to_quote(reading, frame) for frame in frames):
            history.quoted.append(mention.person)


def _holder(reading: Reading, mention: Mention, head: str, history: History) -> int | None:
    """Return who was last named with the role or title that "the minister" or "the judge" repeats."""
    if (
        reading.story.lower[mention.first] not in ("the", "his", "her", "their")
        or mention.organisation
        or mention.gender == "p"
    ):
        return None
    alike = cues.ROLE_SYNONYMS.get(head, frozenset()) | {head}
    likely: int | None = None
    for earlier in reversed(history.recent):
        number = earlier.mention.person
        person = reading.people[number]
        if not person.named or person.organisation or (mention.gender and person.gender not in ("", mention.gender)):
            continue
        if head in person.role_heads:
            return number
        if likely is None and alike & person.role_heads:
            likely = number
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


def _options(reading: Reading, mention: Mention, history: History) -> Antecedents:
    people = reading.people
    asked = _asked(reading, mention)
    met: dict[int, Earlier] = {}  # the last mention of everybody who can be meant, latest first
    for earlier in reversed(history.recent[-_MENTIONS_BACK:]):
        number = earlier.mention.person
        if number in met or not _can_be(people[number], mention):
            continue
        if asked.paragraph - earlier.paragraph > _PARAGRAPHS_BACK or len(met) == _MOST_PEOPLE:
            break
        met[number] = earlier
    ahead: list[int] = []
    if mention.kind == "nominal" or not met:
        for number in _people_ahead(reading, mention, asked.paragraph):
            if number not in met and number not in ahead and _can_be(people[number], mention):
                ahead.append(number)
    agreeing = _agreeing(reading, mention, [*met, *ahead])
    options = [
        (number, _features(reading, asked, earlier, history, rank))
        for rank, (number, earlier) in enumerate(met.items())
        if number in agreeing
    ]
    options += [(number, _ahead_features(reading, mention, people[number])) for number in ahead if number in agreeing]
    return options


def _asked(reading: Reading, mention: Mention) -> Asked:
    story = reading.story
    sentence = story.sentence_of[mention.first]
    paragraph = story.paragraph_of[sentence]
    last_quote, question = -1, "-"
    position = reading.quote_before(mention.first)
    if position is not None:
        last_quote = story.quote_tokens[position]
        if last_quote == mention.first - 1 and position:
            # “…,” he said: it is the quotation before this one that may have asked him
            position -= 1
        question = "?" if reading.text[reading.stretches[position].end - 1] == "?" else "."
    return Asked(
        mention,
        sentence,
        paragraph,
        mention.gender if mention.kind == "pronoun" else "d",
        "f" if mention in reading.frames_of else "-",
        last_quote,
        question,
        _topic(reading, mention, paragraph),
    )


def _topic(reading: Reading, mention: Mention, paragraph: int) -> int:
    """Return the first person named in the mention's paragraph, or else in the paragraph before."""
    for number in (paragraph, paragraph - 1):
        topic = reading.topic_of(number) if number >= 0 else None
        if topic is not None and topic.first < mention.first:
            return topic.person
    return NOBODY


def _agreeing(reading: Reading, mention: Mention, numbers: list[int]) -> set[int]:
    """Leave out people of the other gender: always where somebody of the right one is there, else where it is sure."""
    if mention.gender not in ("m", "f"):
        return set(numbers)
    people = reading.people
    surest = 1 if not any(people[number].gender == mention.gender for number in numbers) else 0
    return {
        number for number in numbers if people[number].gender in ("", mention.gender) or people[number].sure < surest
    }


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


def _ahead_features(reading: Reading, mention: Mention, person: Person) -> Features:
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
    return reading.has_quote(frame.first - 2, frame.last + 2)


def _features(reading: Reading, asked: Asked, earlier: Earlier, history: History, rank: int) -> Features:
    """Return what speaks for and against the person of an earlier mention."""
    mention = asked.mention
    number = earlier.mention.person
    person = reading.people[number]
    paragraphs = min(asked.paragraph - earlier.paragraph, 3)
    distance = min(asked.sentence - earlier.sentence, 4)
    kind, source, subject = asked.kind, asked.source, earlier.subject
    agrees = _agreement(person, mention)
    speakers, quoted = history.speakers, history.quoted
    spoke = "last" if speakers and speakers[-1] == number else "spoke" if number in speakers[-6:] else "silent"
    cited = "last" if quoted and quoted[-1] == number else "once" if number in quoted[-4:] else "no"
    question = asked.question if asked.last_quote >= earlier.mention.first else "-"
    named = "n" if person.named else "u"
    features: Features = [
        (_distance_features, kind, agrees, named, distance, paragraphs, subject, source, spoke),
        (_order_features, min(rank, 5), subject, spoke, min(history.named[number], 5), named),
        (_quoted_features, question, cited, agrees, paragraphs, source, distance, earlier.opens),
        (_topic_features, asked.topic == number, paragraphs, earlier.mention.kind, distance, source),
        (_likeness_features, person.organisation, person.likeness, person.named, kind, earlier.mention.titled),
        (
            _place_features,
            earlier.mention.within,
            earlier.possessor,
            earlier.behind_preposition,
            distance == 0,
            spoke,
        ),
    ]
    if distance == 0:
        features.append(f"s{subject}{source}{spoke}{_same_clause(reading, earlier.mention, mention)}")
    if mention.kind == "nominal":
        features.extend(_description_features(reading, mention, person, min(rank, 3)))
    return features


def _distance_features(
    kind: str, agrees: str, named: str, distance: int, paragraphs: int, subject: str, source: str, spoke: str
) -> list[str]:
    return [
        f"g{kind}{agrees}",
        f"gn{agrees}{named}{distance}",
        f"d{kind}{distance}{subject}",
        f"d{source}{distance}{subject}{spoke}",
        f"p{kind}{paragraphs}{spoke}",
        f"pd{paragraphs}{distance}{spoke}{agrees}",
    ]


def _order_features(rank: int, subject: str, spoke: str, count: int, named: str) -> list[str]:
    return [f"r{rank}{subject}{spoke}", f"c{count}{named}"]


def _quoted_features(
    question: str, cited: str, agrees: str, paragraphs: int, source: str, distance: int, opens: str
) -> list[str]:
    return [
        f"q{question}{cited}{paragraphs}",
        f"v{cited}{agrees}{paragraphs}",
        f"v{cited}{source}{distance}{opens}",
        f"f{opens}{distance}{paragraphs}",
    ]


def _topic_features(topic: bool, paragraphs: int, kind: str, distance: int, source: str) -> list[str]:
    return [f"t{topic}{paragraphs}", f"e{kind}{distance}{source}"]


def _likeness_features(organisation: bool, likeness: int, named: bool, kind: str, titled: bool) -> list[str]:
    return [f"o{organisation}{kind}{'n' if named else 'u'}", f"z{titled}{kind}", f"l{likeness}{kind}{named}"]


def _place_features(within: bool, possessor: bool, behind_preposition: bool, same: bool, spoke: str) -> list[str]:
    return [f"w{within}{same}{spoke}", f"x{possessor}{same}", f"i{behind_preposition}{same}"]


def _description_features(reading: Reading, mention: Mention, person: Person, rank: int) -> Features:
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
    agrees = _agreement(person, mention)
    return [(_match_features, match, rank, what, kind, bool(mine & roles), article, agrees, bool(roles))]


def _match_features(
    match: str, rank: int, what: str, kind: str, shared: bool, article: str, agrees: str, has_role: bool
) -> list[str]:
    return [
        f"h{match}{rank}",
        f"h{match}{what}{kind}",
        f"h{match}{shared}{article}",
        f"h{match}{article}{agrees}",
        f"h{what}{kind}{article}{has_role}",
    ]


def _same_clause(reading: Reading, earlier: Mention, mention: Mention) -> bool:
    """Does nothing but a few words stand between them?"""
    return mention.first - earlier.last < 6 and not reading.has_quote(earlier.last, mention.first)
