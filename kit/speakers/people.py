"""Names that articles give people, grouped by who bears them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kit.speakers.decisions import Decisions
from kit.speakers.known import Known, Person
from kit.speakers.names import letters, parse_name
from kit.speakers.nodes import Mention, Node, Ruled, by_roles, find_nodes, key_of


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
    known = Known(ruled)
    for number in sorted(decided):
        known.add(_decided_person(mentions, decided[number], decisions, number))
    full, short = find_nodes(mentions, places, ruled)
    for node in full:
        person = known.find(node)
        if person is None:
            known.add(Person(), node)
        else:
            known.extend(person, node)
    lone: dict[tuple[object, ...], list[Node]] = defaultdict(list)
    people = list(known.people)
    # All surnames are judged by the full names alone, so that none depends on which of them came first.
    judged = [(node, candidates := known.candidates_of_short(node), known.choose(node, candidates)) for node in short]
    for node, candidates, person in judged:
        if person:
            person.add(node, inferred=True)
        elif candidates:
            people.append(_alone(node))
        else:
            lone[key_of(node.name, node.letters, ruled)].append(node)
    for nodes in lone.values():
        for node in by_roles(nodes):
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
