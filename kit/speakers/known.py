"""People found so far, and which of them a name can be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.speakers.names import EASTERN, NICKNAMES, Name, roman, sound
from kit.speakers.nodes import Dated, Node, Ruled
from kit.speakers.relations import Relation, relation
from kit.speakers.roles import contradict, near

# Of more bearers of a surname than this, only the office tells which one is meant.
MANY = 20


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
    realms: set[str] = field(default_factory=set)

    def add(self, node: Node, *, inferred: bool = False) -> None:
        """Adds a node."""
        self.nodes.append(node)
        self.articles |= node.articles
        self.roles |= node.roles
        self.letters.add(node.letters)
        self.offices.update(role.office for role, _ in node.roles if role.office)
        if not node.is_short:
            self.names[node.name] = None
        if node.realm:
            self.realms.add(node.realm)
        if inferred:
            self.inferred.update(node.places)


class Known:
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
            person.add(node)
        for own in person.nodes:
            self._enter(person, own.name)

    def extend(self, person: Person, node: Node) -> None:
        """Gives a node to a person."""
        person.add(node, inferred=node.name.is_short and node.name not in person.names)
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
        if node.realm:  # all kings hold one office
            return None
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
        if not hows or _contradict(person, node) or not _may_reign(person, node):
            return None
        if "same" in hows:
            return "same"
        # Two names in one article that it does not take for one are two people's.
        if person.articles & node.articles:
            return None
        if "part" in hows or (node.realm or "") in person.realms:
            return "part"
        return "supported" if _share_office(person, node) else None


def _longer_first(one: Name, other: Name) -> tuple[Name, Name]:
    return (one, other) if len(one.words) >= len(other.words) else (other, one)


def _may_reign(person: Person, node: Node) -> bool:
    """Whether both or neither can be a ruler: King Rurik is no Ray Rurik, and R. Rurik no king."""
    if node.reigns:
        return node.realm in person.realms or any(name.numbered for name in person.names)
    return len(node.name.words) == 1 or not person.realms or any(len(name.words) > 1 for name in person.names)


def _contradict(person: Person, node: Node) -> bool:
    """Whether most roles that tell something cannot be those of one person."""
    if not node.roles or not person.roles:
        return False
    pairs = [(one, other) for one in person.roles for other in node.roles]
    against = sum(
        contradict(one, other) and (not (one.is_sport or other.is_sport) or near(year, then))
        for (one, year), (other, then) in pairs
    )
    agreeing = sum(bool(one.country) and one.country == other.country for (one, _), (other, _) in pairs)
    return against > agreeing


def _share_office(person: Person, node: Node) -> bool:
    return any(role.office in person.offices for role, _ in node.roles) and any(
        one.office and one.office == other.office and near(year, then)
        for one, year in person.roles
        for other, then in node.roles
    )


def _handle(word: str) -> str:
    return EASTERN.get(word, sound(word))


def _entered_under(name: Name) -> set[tuple[str, str]]:
    """The keys under which a full name is found: surname, and what its given name may look like."""
    surnames = {_handle(name.surname)}
    surnames.update(name.sounds[1:-1])
    given = name.sounds[0]
    forms = {given, roman(name.words[0]), f"{given[:1]}.", "", *name.sounds[1:-1]} | NICKNAMES.get(
        name.words[0], frozenset()
    )
    if len(given) == 1:
        forms.add(f".{given}")
    return {(surname, form) for surname in surnames for form in forms}


def _looked_up_under(name: Name) -> set[tuple[str, str]]:
    """The keys under which those are found whose name this may be."""
    surnames = {_handle(name.surname)}
    surnames.update(name.sounds[1:-1])
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
