"""The names in articles as nodes: mentions that are one person's whatever else is known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kit.models import SpeakerKind
from kit.speakers.names import Name, letters, parse_name
from kit.speakers.roles import NO_ROLE, YEARS, Role, parse_role

# Roles of so small a share of the articles that have one are taken for slips.
SLIPS = 0.05
# The label of what is left when the roles make two people of a name.
REST = "rest"


class Mention(NamedTuple):
    """As whom one article knows a speaker, with its acronym in small letters, and the article's year, if known."""

    article: int
    name: str
    role: str | None
    kind: SpeakerKind
    year: int | None
    acronym: str | None = None


class Ruled(NamedTuple):
    """What was decided about names, by their letters: to which person they belong, and which are two people's."""

    people: Mapping[str, int]
    different: frozenset[tuple[str, str]]


Dated = tuple[Role, int | None]


@dataclass(slots=True, eq=False)
class Node:
    """Mentions that are one person's: of a full name in all articles with like roles, of a surname in one article.

    The `realm` is what the bearer reigns over, if that is told: a church, a people.
    """

    name: Name
    letters: str
    label: str = ""
    places: list[int] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    roles: set[Dated] = field(default_factory=set)
    realm: str | None = None

    @property
    def reigns(self) -> bool:
        """Whether it is a ruler's given name, and no surname."""
        return len(self.name.words) == 1 and self.realm is not None

    @property
    def is_short(self) -> bool:
        """Whether it is a mere surname."""
        return self.name.is_short and not self.reigns

    def add(self, place: int, mention: Mention) -> None:
        """Adds a mention."""
        self.places.append(place)
        self.articles.add(mention.article)
        if mention.role and (role := parse_role(mention.role)) != NO_ROLE:
            self.roles.add((role, mention.year))
            self.realm = _first(self.realm, role.realm)


def key_of(name: Name, typed: str, ruled: Ruled) -> tuple[object, ...]:
    """What is equal for the names that are one for certain."""
    apart = any(typed in pair for pair in ruled.different)
    return name.sounds, name.suffix, "split" if name.split else name.eastern, typed if apart else ""


def find_nodes(mentions: Sequence[Mention], places: Iterable[int], ruled: Ruled) -> tuple[list[Node], list[Node]]:
    """The mentions as nodes: of full names, the fullest first, and of surnames alone."""
    by_article: dict[tuple[object, ...], dict[int, Node]] = defaultdict(dict)
    for place in places:
        mention = mentions[place]
        name, typed = parse_name(mention.name), letters(mention.name)
        nodes = by_article[key_of(name, typed, ruled)]
        nodes.setdefault(mention.article, Node(name, typed)).add(place, mention)
    full: list[Node] = []
    short: list[Node] = []
    for nodes in by_article.values():
        # The form that stands for all of them must not be a matter of which came first.
        some = sorted(nodes.values(), key=lambda node: (node.letters, node.name))
        if some[0].name.is_short:
            short += [node for node in some if not node.reigns]
            for realm in sorted({str(node.realm) for node in some if node.reigns}):
                full += by_roles([node for node in some if node.realm == realm])
        else:
            full += by_roles(some)
    full.sort(key=_fullness)
    return full, short


def _fullness(node: Node) -> tuple[object, ...]:
    words = node.name.words
    full = sum(len(word) > 1 for word in words)
    # What is left when a name is two people's finds out to whom it belongs behind them.
    return (
        -full,
        -len(words),
        not node.name.suffix,
        node.label == REST,
        -len(node.articles),
        words,
        node.name,
        node.letters,
        node.label,
    )


def by_roles(nodes: Sequence[Node]) -> Iterator[Node]:
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
        merged.realm = _first(merged.realm, node.realm)
    return merged


def _first(one: str | None, other: str | None) -> str | None:
    """The first by the alphabet of those that are known."""
    return min(one, other) if one and other else one or other
