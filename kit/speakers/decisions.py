"""What a person decided about speakers: speakers.toml, read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kit.digest import digest
from kit.errors import BadDecision
from kit.text.names import fold


class Person(NamedTuple):
    """One person, or organisation, by the name to show, and other names of theirs; `line` is that in speakers.toml."""

    name: str
    aliases: tuple[str, ...]
    line: int


class Different(NamedTuple):
    """Names that are never one person's."""

    names: tuple[str, ...]
    line: int


class Attribution(NamedTuple):
    """Whose words a quotation is: the one in `file` that begins with `starts`; an empty `speaker` is nobody."""

    file: str
    starts: str
    speaker: str
    line: int


class Decisions(NamedTuple):
    """All that speakers.toml says; `digest` is the fingerprint of the file, empty where there is none."""

    people: tuple[Person, ...] = ()
    different: tuple[Different, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    digest: str = ""


Fail = Callable[[str, int], BadDecision]

# What each kind of entry holds: strings, and lists of them.
KEYS = {"person": ("name", "aliases"), "different": ("names",), "quote": ("file", "starts", "speaker")}
_ENTRY = re.compile(r"[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\]")


def read_decisions(path: Path) -> Decisions:
    """The decisions in speakers.toml, none where there is no such file.

    Raises BadDecision, with file and line, if it cannot be read, is no TOML, or says what is impossible.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Decisions()
    except OSError as error:
        raise BadDecision(f"{path.name}: cannot be read ({error.strerror}); mend its permissions") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadDecision(f"{path.name}:{line}: not UTF-8; save the file in UTF-8") from error
    return parse_decisions(text, path.name)._replace(digest=digest(data))


def parse_decisions(text: str, name: str = "speakers.toml") -> Decisions:
    """The decisions that a text says; raises BadDecision, which names the file as `name`, as `read_decisions` does."""
    import tomllib

    try:
        found = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        at = int(place[1]) if place else text.count("\n") + 1
        raise BadDecision(f"{name}:{at}: not TOML: {str(error).partition(' (at ')[0]}") from error

    def fail(message: str, line: int) -> BadDecision:
        return BadDecision(f"{name}:{line}: {message}")

    decisions = Decisions(
        tuple(
            Person(e["name"], tuple(e.get("aliases", ())), line) for e, line in _entries(found, "person", text, fail)
        ),
        tuple(Different(tuple(e["names"]), line) for e, line in _entries(found, "different", text, fail)),
        tuple(
            Attribution(e["file"].removeprefix("./"), e["starts"], e["speaker"], line)
            for e, line in _entries(found, "quote", text, fail)
        ),
    )
    if unknown := sorted(set(found) - set(KEYS)):
        line = _lines(text).get(unknown[0], [1])[0]
        raise fail(f"{unknown[0]!r} is nothing that kit knows; use [[person]], [[different]] or [[quote]]", line)
    _refuse_contradictions(decisions, fail)
    return decisions


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, but for case, accents, hyphens and spaces."""
    return _letters(one) == _letters(other)


def _letters(name: str) -> str:
    return fold(name).replace(" ", "")


def _lines(text: str) -> dict[str, list[int]]:
    """Kind of entry → the lines in which its entries begin, from 1."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if match := _ENTRY.match(line):
            found.setdefault(match[1], []).append(number)
    return found


def _entries(found: dict, kind: str, text: str, fail: Fail) -> list[tuple[dict, int]]:  # type: ignore[type-arg]
    """The entries of one kind with their lines, each having what such an entry has to have, and nothing else."""
    entries = found.get(kind, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise fail(f"write [[{kind}]] with two brackets on each side", 1)
    lines = _lines(text).get(kind, [])
    placed = [(entry, lines[i] if i < len(lines) else 1) for i, entry in enumerate(entries)]
    for entry, line in placed:
        if unknown := sorted(set(entry) - set(KEYS[kind])):
            raise fail(f"[[{kind}]] has no {unknown[0]!r}; it has {', '.join(KEYS[kind])}", line)
        for key in KEYS[kind]:
            _refuse_value(entry, kind, key, line, fail)
    return placed


def _refuse_value(entry: dict, kind: str, key: str, line: int, fail: Fail) -> None:  # type: ignore[type-arg]
    value = entry.get(key)
    if key in ("aliases", "names"):
        if value is None and key == "aliases":
            return
        if not isinstance(value, list) or not all(isinstance(name, str) and fold(name) for name in value):
            raise fail(f'{key} of [[{kind}]] has to be a list of names: {key} = ["Jane Doe", "Doe"]', line)
        if key == "names" and len(value) < 2:
            raise fail("names of [[different]] has to list two names or more", line)
        if key == "names" and len({_letters(name) for name in value}) < 2:
            advice = f'say whose words each quotation is: kit attribute FILE:LINE "{value[0]} (mayor)"'
            raise fail(f"names of [[different]] are one name, which cannot tell two people apart; {advice}", line)
    elif not isinstance(value, str):
        raise fail(f'[[{kind}]] needs {key} = "..."', line)
    elif not fold(value) and key != "speaker":
        raise fail(f"{key} of [[{kind}]] is empty", line)


def _refuse_contradictions(decisions: Decisions, fail: Fail) -> None:
    owners: dict[str, Person] = {}
    for person in decisions.people:
        for name in (person.name, *person.aliases):
            owner = owners.setdefault(_letters(name), person)
            if owner is not person:
                raise fail(f"{name!r} is a name of {owner.name!r} too (line {owner.line}); take one away", person.line)
    for different in decisions.different:
        borne: dict[Person, str] = {}
        for name in different.names:
            bearer = owners.get(_letters(name))
            if bearer and bearer in borne and not same_name(name, borne[bearer]):
                message = f"{borne[bearer]!r} and {name!r} are said to be one person in line {bearer.line}"
                raise fail(f"{message}, and different here; take one away", different.line)
            if bearer:
                borne[bearer] = name
    given: dict[tuple[str, str], Attribution] = {}
    for quote in decisions.attributions:
        other = given.setdefault((quote.file, fold(quote.starts)), quote)
        if other.speaker != quote.speaker:
            raise fail(f"the same quotation is given to {other.speaker!r} in line {other.line}", quote.line)
