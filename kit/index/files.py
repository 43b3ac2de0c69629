"""Which files are articles, and in which state they are: a walk over `articles/`, without reading any of them."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterable
from pathlib import Path
from typing import NamedTuple

from kit.digest import digest
from kit.workspace import Workspace, label_of

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")

# Copies that a synchroniser leaves beside a file that was changed in two places:
# "x.sync-conflict-20240102-030405-ABCDEFG.md" (Syncthing), "x (Ann's conflicted copy 2024-01-02).md" (Dropbox,
# Nextcloud, Obsidian), "x_conflict-20240102-030405.md" (ownCloud).
CONFLICT_COPY = re.compile(r"\.sync-conflict-\d{8}-\d{6}|\bconflicted copy\b|_conflict-\d{8}-\d{6}", re.IGNORECASE)


# What tells that a file was written to: its size in bytes, and in nanoseconds the time of its last modification and
# that of the last change to its inode, since copying and unpacking tools set the former back. A plain tuple, as there
# are a hundred thousand of them.
State = tuple[int, int, int]


class Listing(NamedTuple):
    """Folders with their modification times, and the article files in them, all by label."""

    folders: dict[str, int]
    files: dict[str, State]


class Scope(NamedTuple):
    """Where an update looks, at everything or only in changed folders and at the files named; and how far it goes.

    Without `extract` only the text is brought up to date, which is all that a search needs.
    """

    everything: bool
    files: tuple[str, ...] = ()
    extract: bool = True


def is_article(name: str) -> bool:
    """Whether a file of this name is an article: Markdown, not hidden, no conflict copy."""
    if not (name.endswith(".md") or name.lower().endswith(MARKDOWN)) or name[0] == ".":
        return False
    return "onflict" not in name or not CONFLICT_COPY.search(name)


def list_files(workspace: Workspace) -> Listing:
    """The article files below `articles/`.

    Symbolic links are followed, and each folder is read once, under its real place where that is inside: a loop ends.
    Folders that cannot be read, or are gone, are passed over.
    """
    listing = Listing({}, {})
    seen: set[tuple[int, int]] = set()
    pending, links = [str(workspace.articles)], list[str]()
    while pending or links:
        folder = pending.pop() if pending else links.pop()
        subfolders, linked = _list_folder(folder, str(workspace.root), listing, seen)
        pending += subfolders
        links = sorted(links + linked, reverse=True)
    return listing


def list_changed_folders(workspace: Workspace, changed: Iterable[str], known: Container[str]) -> Listing | None:
    """The article files in the changed folders, and in folders below them that are not known yet.

    None if a new folder is a symbolic link: whether it leads somewhere new only a look at everything can tell.
    """
    listing = Listing({}, {})
    seen: set[tuple[int, int]] = set()
    pending = [str(workspace.file(folder)) for folder in changed]
    while pending:
        subfolders, linked = _list_folder(pending.pop(), str(workspace.root), listing, seen)
        pending += [f for f in subfolders if label_of(os.path.relpath(f, workspace.root)) not in known]
        if any(label_of(os.path.relpath(f, workspace.root)) not in known for f in linked):
            return None
    return listing


def changed_folders(workspace: Workspace, times: dict[str, int]) -> set[str] | None:
    """The folders whose modification time is no longer this one, or None if one of them is gone."""
    changed = set()
    for label, time in times.items():
        state = state_of(workspace.file(label))
        if state is None:
            return None
        if state[1] != time:
            changed.add(label)
    return changed


def _list_folder(folder: str, root: str, listing: Listing, seen: set[tuple[int, int]]) -> tuple[list[str], list[str]]:
    """Adds one folder to the listing; gives back its subfolders, real ones and those that are symbolic links."""
    subfolders: list[str] = []
    links: list[str] = []
    try:
        # The time is taken before the names: what is added while they are read makes the folder look changed.
        stat = os.stat(folder)
        if (stat.st_dev, stat.st_ino) in seen:
            return [], []
        label = label_of(os.path.relpath(folder, root))
        prefix, files = label + "/", listing.files
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                try:
                    if is_article(name) and entry.is_file():
                        s = entry.stat()
                        path = prefix + name if name.isascii() else prefix + label_of(name)
                        files[path] = (s.st_size, s.st_mtime_ns, s.st_ctime_ns)
                    elif name[0] != "." and entry.is_dir():
                        (links if entry.is_symlink() else subfolders).append(entry.path)
                except OSError:  # gone meanwhile, or a link that leads nowhere
                    continue
    except OSError:  # no longer there, or not to be read
        return [], []
    seen.add((stat.st_dev, stat.st_ino))
    listing.folders[label] = stat.st_mtime_ns
    return subfolders, links


def state_of(path: Path) -> State | None:
    """The state of one file, or None if there is no such file."""
    try:
        s = os.stat(path)
    except (OSError, ValueError):
        return None
    return s.st_size, s.st_mtime_ns, s.st_ctime_ns


def digest_of(path: Path) -> str | None:
    """The fingerprint of a file's contents, or None if there is no such file; one that cannot be read has one too."""
    try:
        return digest(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    except OSError as error:
        return f"unreadable: {error.strerror}"
