"""Decisions written into speakers.toml, whose comments and order stay; the only importer of tomlkit."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from pathlib import Path

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array, Table

from kit.errors import BadDecision
from kit.saving import write_whole
from kit.speakers.decisions import Decisions, parse_decisions, read_decisions, same_name
from kit.text.names import fold

Change = Callable[[str], str]


def add_aliases(path: Path, name: str, others: Sequence[str]) -> list[str]:
    """Writes that `others` are names of the person called `name`; gives those that were not said to be yet.

    Raises BadDecision where that contradicts what the file says.
    """
    new: list[str] = []
    _refuse_contradiction(read_decisions(path), path.name, name, others)

    def change(text: str) -> str:
        known = _entry(text, "person", lambda entry: same_name(entry["name"], name))
        said = [*known.get("aliases", ()), known["name"]] if known else [name]
        for other in others:
            if not any(same_name(other, one) for one in (*said, *new)):
                new.append(other)
        if known is None:
            return text + _new_entry("person", {"name": name, "aliases": new}, text) if new else text

        def extend(entry: Table) -> None:
            aliases = entry.setdefault("aliases", tomlkit.array())
            assert isinstance(aliases, Array)
            for alias in new:
                aliases.append(alias)

        return _edited(text, "person", lambda entry: same_name(entry["name"], name), extend) if new else text

    _rewrite(path, change)
    return new


def add_attribution(path: Path, file: str, starts: str, speaker: str) -> None:
    """Writes whose words the quotation in `file` is that begins with `starts`, in place of what was said before."""

    def is_it(entry: Table) -> bool:
        return entry["file"].removeprefix("./") == file and f"{fold(starts)} ".startswith(f"{fold(entry['starts'])} ")

    def change(text: str) -> str:
        if _entry(text, "quote", is_it) is not None:
            return _edited(text, "quote", is_it, lambda entry: entry.update({"speaker": speaker}))
        return text + _new_entry("quote", {"file": file, "starts": starts, "speaker": speaker}, text)

    _rewrite(path, change)


def _refuse_contradiction(decisions: Decisions, file: str, name: str, others: Sequence[str]) -> None:
    """Raises BadDecision, with the line that says otherwise, unless `others` may be names of the person `name` too."""
    names = [name, *others]
    for person in decisions.people:
        if same_name(person.name, name):
            names += person.aliases
            continue
        for other in others:
            if any(same_name(other, one) for one in (person.name, *person.aliases)):
                said = f"says that {other!r} is a name of {person.name!r}"
                raise BadDecision(f"{file}:{person.line} {said}; take it away there first, nothing is decided")
    for different in decisions.different:
        borne = [one for one in different.names if any(same_name(one, other) for other in names)]
        if len(borne) > 1:
            said = f"says that {borne[0]!r} and {borne[1]!r} are different"
            raise BadDecision(f"{file}:{different.line} {said}; take one of them away there first, nothing is decided")


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    """Puts what `change` makes of the file's text in its place, at once, if that can be read as decisions."""
    read_decisions(path)
    data = path.read_bytes() if path.exists() else b""
    # A byte order mark stays, as an editor that wrote one may need it.
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text = data.decode("utf-8-sig")
    changed = change(text)
    if changed == text:
        return
    try:
        parse_decisions(changed, path.name)
    except BadDecision as error:
        raise BadDecision(f"nothing is decided, as {path.name} would contradict itself: {error}") from error
    try:
        write_whole(path, [mark, changed.encode()])
    except OSError as error:
        raise BadDecision(f"{path.name}: cannot be written ({error.strerror}); nothing is decided") from error


def _entry(text: str, kind: str, is_it: Callable[[Table], bool]) -> Table | None:
    """The last entry of a kind that fits."""
    return next((entry for entry in reversed(_document(text).get(kind, [])) if is_it(entry)), None)


def _edited(text: str, kind: str, is_it: Callable[[Table], bool], edit: Callable[[Table], object]) -> str:
    document = _document(text)
    edit(next(entry for entry in reversed(document[kind]) if is_it(entry)))
    return tomlkit.dumps(document)


def _document(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:  # tomllib has read it before
        raise BadDecision(f"speakers.toml: cannot be changed ({error}); edit it by hand") from error


def _new_entry(kind: str, values: dict[str, str | list[str]], text: str) -> str:
    """A new entry as text, to be put behind what is there."""
    newline = "\r\n" if "\r\n" in text else "\n"
    end = "" if not text or text.endswith("\n") else newline
    block = f"[[{kind}]]\n{tomlkit.dumps(values)}"
    return end + (newline if text.strip() else "") + block.replace("\n", newline)
