"""Writing a file for the person: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kit.errors import KitError
from kit.workspace import ARTICLES, DATABASE, DECISIONS, Workspace


def save(lines: Iterable[str], file: Path, workspace: Workspace, *, replace: bool) -> None:
    """Writes lines to a file; it is there with all of them, or as it was before.

    What is no ordinary file, as `/dev/stdout` or a pipe, is written to as it is. Raises KitError where there is a file
    already and it is not to be replaced, where it is one that kit works with, and where nothing can be written.
    """
    _refuse(file, workspace, replace)
    data = (f"{line}\n".encode("utf-8", "replace") for line in lines)
    try:
        if file.exists() and not file.is_file():
            with file.open("wb") as stream:
                stream.writelines(data)
        else:
            write_whole(file, data, replace=replace)
    except FileExistsError as error:
        raise KitError(f"{file} exists; --force replaces it") from error
    except OSError as error:
        raise KitError(f"{file}: cannot be written ({error.strerror})") from error


def write_whole(file: Path, data: Iterable[bytes], *, replace: bool = True) -> None:
    """Writes a file beside the old one, whose permissions it is given, and then puts it in its place.

    Raises FileExistsError where there is one that is not to be replaced, and OSError where it cannot be written.
    """
    file = Path(os.path.realpath(file))  # a link stays one
    handle, half = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with open(handle, "wb") as stream:
            stream.writelines(data)
        os.chmod(half, _mode(file))
        _put(half, file, replace)
    finally:
        Path(half).unlink(missing_ok=True)


def _refuse(file: Path, workspace: Workspace, replace: bool) -> None:
    real, root = Path(os.path.realpath(file)), Path(os.path.realpath(workspace.root))
    if file.is_dir():
        raise KitError(f"{file} is a folder; name a file in it")
    if file.is_file() and not replace:
        raise KitError(f"{file} exists; --force replaces it")
    if real in (root / DATABASE, root / DECISIONS) or (real.exists() and real.is_relative_to(root / ARTICLES)):
        raise KitError(f"{file}: kit works with this file; name another one")


def _mode(file: Path) -> int:
    """The permissions that the file has, or that a new one would be given."""
    if file.exists():
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put(half: str, file: Path, replace: bool) -> None:
    """Gives the finished file its name; one that has come into being meanwhile is not overwritten unasked."""
    if replace:
        os.replace(half, file)
        return
    try:
        os.link(half, file)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if file.exists():
            raise FileExistsError from None
        os.replace(half, file)
