"""Whether a name is a person's or an organisation's, where articles disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kit.models import SpeakerKind
from kit.speakers.names import Name, parse_name
from kit.speakers.nodes import Mention


def organisations_in(mentions: Sequence[Mention], names: Sequence[str]) -> set[str]:
    """The plain names, of all that are given, that the weight of the evidence makes those of organisations.

    Each article counts, and twice where it says more: who the person is, or which letters stand for the organisation;
    so does a full name that has this one for its surname. In a tie it is an organisation, as a name is taken for one
    because of something, and for a person's for want of that.
    """
    named = list(zip(mentions, names, strict=True))
    taken = {name for mention, name in named if mention.kind == "organisation"}
    taken.update(mention.acronym for mention in mentions if mention.acronym)
    surnames = {name.sounds[-1] for name in _names_of_people(mentions) if not name.is_short} if taken else set()
    evidence = {each for mention, name in named if name in taken for each in _evidence(mention, name, surnames)}
    weights = Counter((name, kind) for name, kind, *_ in evidence)
    return {name for name in taken if weights[name, "organisation"] >= weights[name, "person"]}


def most_frequent_kind(kinds: Iterable[SpeakerKind]) -> SpeakerKind:
    """What most mentions of one speaker are; a person's if as many are either."""
    counts = Counter(kinds)
    return "organisation" if counts["organisation"] > counts["person"] else "person"


def _names_of_people(mentions: Iterable[Mention]) -> Iterator[Name]:
    return (parse_name(mention.name) for mention in mentions if mention.kind == "person")


def _evidence(mention: Mention, name: str, surnames: set[str]) -> Iterator[tuple[str, SpeakerKind, str, int | None]]:
    """What a mention counts for: plain name, kind, why, and the article, if each one counts."""
    yield name, mention.kind, "taken for it", mention.article
    if mention.kind == "person" and mention.role:
        yield name, "person", "role", mention.article
    if mention.acronym:
        yield name, "organisation", "acronym", mention.article
        yield mention.acronym, "organisation", "acronym", mention.article
    parsed = parse_name(mention.name)
    if parsed.is_short and parsed.sounds[-1] in surnames:
        yield name, "person", "surname", None
