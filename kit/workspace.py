"""The workspace: the folder that has `articles/`, with `kit.db` beside it.

File names are bytes on most systems and need not be UTF-8. Everywhere in kit a file is called by its *label*: the path
relative to the workspace with `/` between folders, every byte that is no UTF-8 written as `\\xNN`. `Workspace.file`
leads back from a label to the file.
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from pathlib import Path

from kit.errors import NoWorkspace, UnknownFile

ARTICLES = "articles"
DATABASE = "kit.db"
DECISIONS = "speakers.toml"


class Workspace:
    """One workspace: where its articles, its kit.db, a person's decisions and its disposable cache are."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.articles = root / ARTICLES
        self.database = root / DATABASE
        self.decisions = root / DECISIONS

    @property
    def cache(self) -> Path:
        """The folder for what may be lost at any time and must not lie in the workspace; need not exist."""
        real = os.fsencode(os.path.realpath(self.root))
        name = re.sub(rb"[^A-Za-z0-9._-]", b"_", os.path.basename(real)).decode() or "root"
        return cache_home() / f"{name[:40]}-{zlib.crc32(real):08x}{zlib.adler32(real):08x}"

    def file(self, label: str) -> Path:
        """The file that a label names."""
        return file_of(label, self.root)

    def label(self, typed: str) -> str:
        """The label of a file as a person names it: relative to the current folder or to the workspace.

        Raises UnknownFile if there is no such file, or if it lies outside `articles/`.
        """
        for candidate in (Path.cwd() / typed, self.root / typed, self.articles / typed, self.file(typed)):
            if os.path.isfile(candidate):
                path = Path(os.path.normpath(candidate))
                # A workspace may be named through a symbolic link: compare both as written and as resolved.
                for root, inside in ((self.root, path), (Path(os.path.realpath(self.root)), path.resolve())):
                    if inside.is_relative_to(root / ARTICLES):
                        return label_of(os.path.relpath(inside, root))
                raise UnknownFile(f"{typed}: lies outside {self.articles}, so kit does not know it")
        raise UnknownFile(f"{typed}: no such file in {self.articles}")


def label_of(relative: str) -> str:
    """The label of a path relative to the workspace, as the operating system gives it."""
    if os.sep != "/":
        relative = relative.replace(os.sep, "/")
    try:
        relative.encode()
    except UnicodeEncodeError:
        return os.fsencode(relative).replace(b"\\", b"\\x5c").decode("utf-8", "backslashreplace")
    return relative


def file_of(label: str, folder: Path = Path()) -> Path:
    """The file in a folder that a label names; where one is called just so, that one."""
    file = folder / label
    if "\\x" in label and not file.exists():
        raw = re.sub(rb"\\x([0-9a-f]{2})", lambda m: bytes.fromhex(m[1].decode()), label.encode())
        return folder / os.fsdecode(raw)
    return file


def cache_home() -> Path:
    """Where this system keeps caches. (platformdirs says the same, but costs a third of the start of a command.)"""
    if os.path.isabs(os.environ.get("XDG_CACHE_HOME", "")):
        return Path(os.environ["XDG_CACHE_HOME"]) / "kit"
    home = Path(os.path.expanduser("~"))  # stays "~" where there is no home; Path.home() raises
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "kit" / "Cache"
    return home / "Library" / "Caches" / "kit" if sys.platform == "darwin" else home / ".cache" / "kit"


def find_workspace(root: str | None) -> Workspace:
    """The workspace at `root`, or the nearest one from the current folder upwards.

    Raises NoWorkspace, which says how to make one.
    """
    if root:
        folder = Path(os.path.abspath(os.path.expanduser(root)))
        if not (folder / ARTICLES).is_dir():
            raise NoWorkspace(f"{root}: no folder {ARTICLES}/ there; `kit init {root}` makes one")
        return Workspace(folder)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / ARTICLES).is_dir():
            return Workspace(folder)
    raise NoWorkspace(
        f"no folder {ARTICLES}/ in {here} or above it; `kit init` makes a workspace here, --root DIR names another"
    )
