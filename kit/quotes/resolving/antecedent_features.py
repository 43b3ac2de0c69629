"""What speaks for and against each antecedent of a pronoun, as short names that weights belong to."""

from __future__ import annotations

from kit.quotes.model import Features
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.person import Person
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.anaphor import Anaphor
from kit.quotes.resolving.discourse import Discourse

_OWNERS = {"her": "f", "his": "m"}


def nobody_features(mention: Mention) -> Features:
    """Return what speaks for a pronoun standing for nobody met so far."""
    return ["-", f"-{mention.gender}"]


def _agreement(person: Person, mention: Mention) -> str:
    if not person.gender or mention.gender not in ("m", "f"):
        return "?"
    return ("=" if person.gender == mention.gender else "!") + str(person.sure)


def antecedent_features(
    reading: Reading, anaphor: Anaphor, earlier: Mention, discourse: Discourse, rank: int, *, alone: bool
) -> Features:
    """Return what speaks for and against the person of an earlier mention.

    `alone` tells whether nobody else whom the pronoun may stand for is met in its paragraph.
    """
    mention = anaphor.mention
    standing = discourse.standing(reading, earlier)
    number = earlier.person
    person = reading.people[number]
    sentence = reading.story.sentence_of[earlier.first]
    paragraphs, distance = anaphor.paragraph - reading.story.paragraph_of[sentence], anaphor.sentence - sentence
    paragraphs = paragraphs if paragraphs < 3 else 3
    distance = distance if distance < 4 else 4
    kind, source, subject = anaphor.kind, anaphor.source, standing.subject
    agrees = _agreement(person, mention)
    spoke = _how_lately(number, anaphor.sources, "spoke", "silent")
    cited = _how_lately(number, anaphor.cited, "once", "no")
    question = anaphor.question if anaphor.last_quote >= earlier.first else "-"
    named, likeness = "n" if person.named else "u", reading.likeness_of(person)
    turn = anaphor.turns.get(number, "-")
    chained = "-" if anaphor.chain is None else str(anaphor.chain == number)
    near = distance if distance < 2 else 2
    count = discourse.named[number]
    quoted = not anaphor.quoted.isdisjoint(person.words)
    asking = standing.asks, anaphor.asked_first, standing.before, near, turn, subject, standing.asked, anaphor.replies
    features: Features = [
        (_distance_features, kind, agrees, named, distance, paragraphs, subject, source, spoke, alone),
        (_order_features, rank, subject, spoke, count if count < 5 else 5, named),
        (_quoted_features, question, cited, agrees, paragraphs, source, distance, standing.opens),
        (_likeness_features, person.organisation, likeness, person.named, kind, earlier.titled, quoted),
        (
            _place_features,
            earlier.within,
            standing.possessor,
            standing.behind_preposition,
            spoke,
            distance,
            paragraphs,
            anaphor.topic == number,
            earlier.kind,
            source,
        ),
        (_turn_features, turn, anaphor.asked, anaphor.since_turn, kind, agrees, chained, anaphor.since_chain),
        (_new_features, standing.new, standing.opens, subject, paragraphs, named, near, chained),
        (_asking_features, *asking),
    ]
    features.append(f"H{_whose(reading, person, mention)}{near}{subject}")
    if anaphor.governor is not None:
        features.append(f"G{anaphor.governor.source is earlier}{near}{kind}")
    if distance == 0:
        features.append(f"s{subject}{source}{spoke}{_same_clause(reading, earlier, mention)}")
    return features


def _whose(reading: Reading, person: Person, mention: Mention) -> str:
    """Return = for "her landlord" where a she is meant, ! where a he is, - for anybody who is nobody's."""
    owner = "-" if person.named else _OWNERS.get(reading.story.lower[person.mentions[0].first], "-")
    return owner if owner == "-" else "=" if owner == mention.gender else "!"


def _how_lately(number: int, people: list[int], before: str, never: str) -> str:
    """Return "last" for the last one of some people, `before` for one of the others."""
    if number not in people:
        return never
    return "last" if people[-1] == number else before


def _distance_features(
    kind: str,
    agrees: str,
    named: str,
    distance: int,
    paragraphs: int,
    subject: str,
    source: str,
    spoke: str,
    alone: bool,
) -> list[str]:
    return [
        f"g{kind}{agrees}",
        f"gn{agrees}{named}{distance}",
        f"d{kind}{distance}{subject}",
        f"d{source}{distance}{subject}{spoke}",
        f"p{kind}{paragraphs}{spoke}",
        f"pd{paragraphs}{distance}{spoke}{agrees}",
        f"A{alone}{distance}{subject}",
        f"Z{paragraphs}{distance}{spoke}{subject}",
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


def _likeness_features(
    organisation: bool, likeness: int, named: bool, kind: str, titled: bool, quoted: bool
) -> list[str]:
    return [
        f"o{organisation}{kind}{'n' if named else 'u'}",
        f"z{titled}{kind}",
        f"l{likeness}{kind}{named}",
        f"I{quoted}{kind}",
    ]


def _place_features(
    within: bool,
    possessor: bool,
    behind_preposition: bool,
    spoke: str,
    distance: int,
    paragraphs: int,
    topic: bool,
    kind: str,
    source: str,
) -> list[str]:
    same = distance == 0
    return [
        f"w{within}{same}{spoke}",
        f"x{possessor}{same}",
        f"i{behind_preposition}{same}",
        f"t{topic}{paragraphs}",
        f"e{kind}{distance}{source}",
    ]


def _turn_features(turn: str, asked: str, gap: int, kind: str, agrees: str, chained: str, since: int) -> list[str]:
    return [f"T{turn}{asked}{gap}", f"T{turn}{kind}{agrees}{gap}", f"C{chained}{since}{kind}", f"C{chained}{turn}{gap}"]


def _asking_features(
    asks: bool, asked_first: bool, before: str, near: int, turn: str, subject: str, asked: str, replies: bool
) -> list[str]:
    names = [f"Ka{asks}{near}{turn}", f"Kf{asked_first}{near}{subject}{turn}", f"Kb{before}{near}", f"Ko{asked}{near}"]
    return [*names, f"Kr{asked}{near}"] if replies else names


def _new_features(
    new: bool, opens: str, subject: str, paragraphs: int, named: str, near: int, chained: str
) -> list[str]:
    return [f"N{new}{opens}{subject}{paragraphs}{named}", f"N{new}{near}{subject}{chained}"]


def _same_clause(reading: Reading, earlier: Mention, mention: Mention) -> bool:
    """Does nothing but a few words stand between them?"""
    return mention.first - earlier.last < 6 and not reading.has_quote(earlier.last, mention.first)
