"""Names that articles give people, grouped by who bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kit.decisions import Decisions
from kit.models import SpeakerKind
from kit.speakers.names import EASTERN, NICKNAMES, Name, letters, parse_name, roman, sound
from kit.speakers.relations import Relation, relation
from kit.speakers.roles import Role, contradict, parse_role

# An office is the same one in articles that lie no further apart than this many years; and whoever plays for a team
# holds no office within them.
YEARS = 1
# Roles of so small a share of the articles that have one are taken for slips.
SLIPS = 0.05
# Of more bearers of a surname than this, only the office tells which one is meant.
MANY = 20
REST = "rest"


class Mention(NamedTuple):
    """As whom one article knows a speaker. `year` is that of the article, if known."""

    article: int
    name: str
    role: str | None
    kind: SpeakerKind
    year: int | None


class Ruled(NamedTuple):
    """What was decided about names, by their letters: to which person they belong, and which are two people's."""

    people: Mapping[str, int]
    different: frozenset[tuple[str, str]]


Dated = tuple[Role, int | None]


@dataclass(slots=True, eq=False)
class Node:
    """Mentions that are one person's: of a full name in all articles with like roles, of a surname in one article."""

    name: Name
    letters: str
    label: str = ""
    places: list[int] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    roles: set[Dated] = field(default_factory=set)

    def add(self, place: int, mention: Mention) -> None:
        """Adds a mention."""
        self.places.append(place)
        self.articles.add(mention.article)
        if mention.role:
            self.roles.add((parse_role(mention.role), mention.year))


@dataclass(slots=True, eq=False)
class Person:
    """Nodes that are one person, `inferred` those of a mere surname; `decided` is the place of the decision."""

    nodes: list[Node] = field(default_factory=list)
    inferred: set[int] = field(default_factory=set)
    decided: int | None = None
    articles: set[int] = field(default_factory=set)
    roles: set[Dated] = field(default_factory=set)
    letters: set[str] = field(default_factory=set)
    names: dict[Name, None] = field(default_factory=dict)
    offices: set[str] = field(default_factory=set)

    def add(self, node: Node, *, inferred: bool = False) -> None:
        """Adds a node."""
        self.nodes.append(node)
        self.articles |= node.articles
        self.roles |= node.roles
        self.letters.add(node.letters)
        self.offices.update(role.office for role, _ in node.roles if role.office)
        if not node.name.is_short:
            self.names[node.name] = None
        if inferred:
            self.inferred.update(node.places)


def group_people(
    mentions: Sequence[Mention],
    places: Iterable[int],
    decided: Mapping[int, Sequence[int]],
    decisions: Decisions,
    ruled: Ruled,
) -> list[Person]:
    """The people behind the mentions at these places, and behind those decided on.

    Full names come first, the fullest before all; then surnames join the only person that each can be.
    """
    known = _Known(ruled)
    for number in sorted(decided):
        known.add(_decided_person(mentions, decided[number], decisions, number))
    full, short = _nodes(mentions, places, ruled)
    for node in full:
        person = known.find(node)
        if person is None:
            known.add(Person(), node)
        else:
            known.extend(person, node)
    lone: dict[tuple[object, ...], list[Node]] = defaultdict(list)
    people = list(known.people)
    for node in short:
        candidates = known.candidates_of_short(node)
        person = known.choose(node, candidates)
        if person:
            person.add(node, inferred=True)
        elif candidates:
            people.append(_alone(node))
        else:
            lone[_key(node.name, node.letters, ruled)].append(node)
    for nodes in lone.values():
        for node in _by_roles(nodes):
            people.append(_alone(node))
    return people


def _alone(node: Node) -> Person:
    person = Person()
    person.add(node)
    return person


def _decided_person(mentions: Sequence[Mention], places: Sequence[int], decisions: Decisions, number: int) -> Person:
    """A person who was decided on, with all the names given to them, also such as no article has."""
    decision = decisions.people[number]
    person = Person(decided=number)
    nodes = {letters(name): Node(parse_name(name), letters(name)) for name in (decision.name, *decision.aliases)}
    for place in places:
        name = mentions[place].name
        node = nodes.setdefault(letters(name), Node(parse_name(name), letters(name)))
        node.add(place, mentions[place])
    for key in sorted(nodes):
        person.add(nodes[key])
    return person


# --- nodes ---------------------------------------------------------------------------------------------------------


def _key(name: Name, typed: str, ruled: Ruled) -> tuple[object, ...]:
    """What is equal for the names that are one for certain."""
    apart = any(typed in pair for pair in ruled.different)
    return name.sounds, name.suffix, "split" if name.split else name.eastern, typed if apart else ""


def _nodes(mentions: Sequence[Mention], places: Iterable[int], ruled: Ruled) -> tuple[list[Node], list[Node]]:
    """The mentions as nodes: of full names, the fullest first, and of surnames alone."""
    by_article: dict[tuple[object, ...], dict[int, Node]] = defaultdict(dict)
    for place in places:
        mention = mentions[place]
        name, typed = parse_name(mention.name), letters(mention.name)
        nodes = by_article[_key(name, typed, ruled)]
        nodes.setdefault(mention.article, Node(name, typed)).add(place, mention)
    full: list[Node] = []
    short: list[Node] = []
    for nodes in by_article.values():
        # The form that stands for all of them must not be a matter of which came first.
        some = sorted(nodes.values(), key=lambda node: (node.letters, node.name))
        if some[0].name.is_short:
            short += some
        else:
            full += _by_roles(some)
    full.sort(key=_fullness)
    return full, short


def _fullness(node: Node) -> tuple[object, ...]:
    words = node.name.words
    full = sum(len(word) > 1 for word in words)
    # What is left when a name is two people's finds out to whom it belongs behind them.
    return -full, -len(words), node.label == REST, -len(node.articles), words, node.name, node.letters, node.label


def _by_roles(nodes: Sequence[Node]) -> Iterator[Node]:
    """Nodes of one name, each in one article, as one for every person whom their roles make of them."""
    labelled: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        labelled[_label(node)].append(node)
    countries = [label for label in labelled if label not in ("", "office", "sport")]
    told = sum(len(labelled[label]) for label in countries)
    apart = [label for label in countries if len(labelled[label]) > SLIPS * told]
    if "sport" in labelled and _at_once(labelled["sport"], [n for x in (*countries, "office") for n in labelled[x]]):
        apart.append("sport")
    if len(apart) < 2 and not ("sport" in apart and "office" in labelled):
        yield _merged(nodes, "")
        return
    rest = [node for label in labelled if label not in apart for node in labelled[label]]
    if "sport" in apart and "office" in labelled and len(apart) == 1:
        office = [*labelled["office"]]
        yield _merged(office, "office")
        rest = [node for node in rest if node not in office]
    for label in apart:
        yield _merged(labelled[label], label)
    if rest:
        yield _merged(rest, REST)


def _label(node: Node) -> str:
    """In which country the bearer of a name holds office, or that it is a player of some sport, in one article."""
    countries = {role.country for role, _ in node.roles if role.country}
    if len(countries) == 1:
        return countries.pop()
    if any(role.is_office for role, _ in node.roles):
        return "office"
    return "sport" if any(role.is_sport for role, _ in node.roles) else ""


def _at_once(some: Iterable[Node], others: Iterable[Node]) -> bool:
    years = {year for node in others for _, year in node.roles if year}
    return any(abs(year - other) <= YEARS for node in some for _, year in node.roles if year for other in years)


def _merged(nodes: Sequence[Node], label: str) -> Node:
    merged = Node(nodes[0].name, nodes[0].letters, label)
    for node in nodes:
        merged.places += node.places
        merged.articles |= node.articles
        merged.roles |= node.roles
    return merged


# --- whose name it is ----------------------------------------------------------------------------------------------


class _Known:
    """The people found so far, to be looked up by name."""

    def __init__(self, ruled: Ruled) -> None:
        self._ruled = ruled
        self._by_name: dict[tuple[str, str], list[Person]] = defaultdict(list)
        self._bearers: dict[Name, list[Person]] = {}
        self.people: list[Person] = []

    def add(self, person: Person, node: Node | None = None) -> None:
        """Adds a person, with all their nodes, or with this first one."""
        self.people.append(person)
        if node:
            self.extend(person, node)
        else:
            for own in person.nodes:
                self._enter(person, own.name)

    def extend(self, person: Person, node: Node) -> None:
        """Gives a node to a person."""
        person.add(node)
        self._enter(person, node.name)

    def find(self, node: Node) -> Person | None:
        """The one person who bears this full name, or None if that is nobody yet, or could be two."""
        return self.choose(node, self.candidates(node))

    def candidates(self, node: Node) -> dict[Person, Relation]:
        """Those whose name it can be; with `same` among them, no others."""
        found = {person: how for person in self._looked_up(node.name) if (how := self._relation(person, node))}
        return {person: how for person, how in found.items() if how == "same"} or found

    def candidates_of_short(self, node: Node) -> dict[Person, Relation]:
        """Those whose name a mere surname can be, as far as it takes to know whether there is just one.

        The names are compared once for all articles that have this one.
        """
        key = node.name
        if key not in self._bearers:
            self._bearers[key] = [person for person in self._looked_up(key) if self._by_name_alone(person, key)]
        bearers = self._bearers[key]
        if len(bearers) > MANY:
            offices = [role.office for role, _ in node.roles if role.office]
            in_office = [person for person in bearers if any(office in person.offices for office in offices)]
            bearers = in_office or bearers[:2]
        return {person: how for person in bearers if (how := self._relation(person, node))}

    def choose(self, node: Node, candidates: Mapping[Person, Relation]) -> Person | None:
        """The only one of them, or the only one who holds the office that the node names."""
        if len(candidates) == 1:
            return next(iter(candidates))
        in_office = [person for person in candidates if _share_office(person, node)]
        return in_office[0] if len(in_office) == 1 else None

    def _looked_up(self, name: Name) -> list[Person]:
        """Those whose names are worth comparing with this one."""
        seen: dict[Person, None] = {}
        for key in sorted(_looked_up_under(name)):
            seen.update(dict.fromkeys(self._by_name.get(key, ())))
        return list(seen)

    def _enter(self, person: Person, name: Name) -> None:
        for key in _entered_under(name):
            people = self._by_name[key]
            if person not in people[-1:]:
                people.append(person)

    @staticmethod
    def _by_name_alone(person: Person, name: Name) -> set[Relation]:
        """How a name stands to all those of a person; nothing if it does not fit one of them."""
        hows = {relation(*_longer_first(own, name)) for own in person.names}
        if person.decided is not None:
            hows.discard(None)
        return set() if None in hows else {how for how in hows if how}

    def _relation(self, person: Person, node: Node) -> Relation | None:
        """How a name stands to all those of a person."""
        if any((node.letters, typed) in self._ruled.different for typed in person.letters):
            return None
        hows = self._by_name_alone(person, node.name)
        if not hows or _contradict(person, node):
            return None
        if "same" in hows:
            return "same"
        # Two names in one article that it does not take for one are two people's.
        if person.articles & node.articles:
            return None
        if "part" in hows:
            return "part"
        return "supported" if _share_office(person, node) else None


def _longer_first(one: Name, other: Name) -> tuple[Name, Name]:
    return (one, other) if len(one.words) >= len(other.words) else (other, one)


def _contradict(person: Person, node: Node) -> bool:
    """Whether most roles that tell something cannot be those of one person."""
    if not node.roles or not person.roles:
        return False
    pairs = [(one, other) for one in person.roles for other in node.roles]
    against = sum(
        contradict(one, other) and (not (one.is_sport or other.is_sport) or _near(year, then))
        for (one, year), (other, then) in pairs
    )
    agreeing = sum(bool(one.country) and one.country == other.country for (one, _), (other, _) in pairs)
    return against > agreeing


def _share_office(person: Person, node: Node) -> bool:
    return any(role.office in person.offices for role, _ in node.roles) and any(
        one.office and one.office == other.office and _near(year, then)
        for one, year in person.roles
        for other, then in node.roles
    )


def _near(year: int | None, other: int | None) -> bool:
    return year is not None and other is not None and abs(year - other) <= YEARS


def _handle(word: str) -> str:
    return EASTERN.get(word, sound(word))


def _entered_under(name: Name) -> set[tuple[str, str]]:
    """The keys under which a full name is found: surname, and what its given name may look like."""
    surnames = {_handle(name.surname)}
    if len(name.words) > 2:
        surnames.add(name.sounds[-2])
    given = name.sounds[0]
    forms = {given, roman(name.words[0]), f"{given[0]}.", "", *name.sounds[1:-1]} | NICKNAMES.get(
        name.words[0], frozenset()
    )
    if len(given) == 1:
        forms.add(f".{given}")
    return {(surname, form) for surname in surnames for form in forms}


def _looked_up_under(name: Name) -> set[tuple[str, str]]:
    """The keys under which those are found whose name this may be."""
    surnames = {_handle(name.surname)}
    if len(name.words) > 2:
        surnames.add(name.sounds[-2])
    given = name.sounds[0]
    if len(name.words) == 1:
        forms: set[str] = {""}
    elif len(given) == 1:
        forms = {f"{given}."}
    else:
        forms = {given, roman(name.words[0]), f".{given[0]}", *name.sounds[1:-1]} | NICKNAMES.get(
            name.words[0], frozenset()
        )
    return {(surname, form) for surname in surnames for form in forms}
