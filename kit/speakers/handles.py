"""What the names that may be one speaker's have in common, so that kit.db finds all that are tied to a changed one."""

from __future__ import annotations

from kit.models import SpeakerKind
from kit.speakers.bodies import acronym_of, words_of
from kit.speakers.names import EASTERN, parse_name, sound

# Stands behind the beginning of what has more: the first two words of a name, and the acronym of a longer name.
MORE = " …"


def handles(name: str, kind: SpeakerKind = "person", acronym: str | None = None) -> tuple[str, str | None]:
    """What a name is found by: `surname` and `beginning`, as they sound.

    The second is the first two words, with MORE if the name has others, and None for a single word and for Korean and
    Chinese names. An organisation is found by its whole name, and by the `acronym` that its article gives it, with
    MORE; a name that is nothing but an acronym by that.
    """
    parsed = parse_name(name)
    beginning = acronym_of(name)
    if kind == "organisation":
        return _whole(name), acronym.casefold() + MORE if acronym else beginning
    if len(parsed.words) > 1 and parsed.surname not in EASTERN:
        beginning = " ".join(parsed.sounds[:2]) + (MORE if len(parsed.words) > 2 else "")
    return _sounded(parsed.surname), beginning


def linked_handles(name: str, kind: SpeakerKind, surname: str, beginning: str | None) -> set[str]:
    """The handles of the names that may be the same speaker's as this one, whose own are the last two.

    They share the surname, or the whole name, or the one is all of the other's first two words: "Elena Ruiz" and
    "Elena Ruiz Cordero"; or the one has the acronym that the other is. Those with a space are what names begin with.
    """
    linked = {surname}
    if kind == "organisation":
        linked.add(_sounded(parse_name(name).surname))
    elif not (name.isascii() and name.isalpha()):  # else they are one
        linked.add(_whole(name))
    if beginning is not None:
        other = beginning.removesuffix(MORE) if beginning.endswith(MORE) else beginning + MORE
        linked.add(other if " " in other else _sounded(other))
    return linked


def acronym_in(kind: SpeakerKind, beginning: str | None) -> str | None:
    """The acronym that an article gives an organisation, from what that is found by."""
    if kind != "organisation" or beginning is None or not beginning.endswith(MORE):
        return None
    return beginning.removesuffix(MORE)


def _sounded(word: str) -> str:
    return EASTERN.get(word, sound(word))


def _whole(name: str) -> str:
    words = words_of(name)
    return "".join(words) if len(words) > 1 else _sounded("".join(words))
