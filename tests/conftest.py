"""A fresh workspace to run kit in, and a factory for articles, so that a row of a table says only what matters."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import io
import json
import os
import pty
import select
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings

from kit.__main__ import main

CODE = Path(__file__).parent.parent

# A busy machine fails no test.
settings.register_profile("kit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kit")


@dataclass(frozen=True)
class Run:
    """What one command gave back."""

    args: tuple[str | bytes, ...]
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def jsonl(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def files(self) -> list[str]:
        """The article names, without folders and endings, of a JSON Lines answer, in order."""
        return [name(record["file"]) for record in self.jsonl]


def name(file: str) -> str:
    return file.removeprefix("articles/").removesuffix(".md")


def article(body: str = "Some words.\n", **properties: object) -> str:
    """The text of an article: front matter with these properties, none if there are none, and the body."""
    if not properties:
        return body
    # JSON is YAML: no value needs quoting by hand.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in properties.items()]
    return "---\n" + "".join(lines) + "---\n" + body


@dataclass
class Workspace:
    """A folder with `articles/` in it, a cache of its own, and kit run in it."""

    root: Path
    cache: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def database(self) -> Path:
        return self.root / "kit.db"

    def write(self, path: str, body: str | bytes = "Some words.\n", **properties: object) -> Path:
        """Writes an article; a path without ending is given one."""
        file = self.root / "articles" / (path if "." in Path(path).name else f"{path}.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body if isinstance(body, bytes) else article(body, **properties).encode())
        return file

    def fill(self, number: int, word: str = "weir") -> None:
        """Writes so many articles about one thing."""
        for n in range(number):
            self.write(f"{word}/{n:04}", f"{word} {n} " * 20, title=f"The {word} {n}", author=f"Ann {n % 7}")

    def is_whole(self) -> bool:
        """Whether kit.db is whole, and its full-text index is that of its text."""
        with contextlib.closing(sqlite3.connect(self.database)) as db:
            db.execute("insert into articles_fts(articles_fts, rank) values ('integrity-check', 1)")
            return db.execute("pragma integrity_check").fetchall() == [("ok",)]

    def environment(self, **more: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LANG", "HOME", "TERM")}
        own = {"XDG_CACHE_HOME": str(self.cache), "PYTHONPATH": str(CODE), "PYTHONDONTWRITEBYTECODE": "1"}
        return kept | own | self.env | more

    def kit(self, *args: str, cwd: Path | str | None = None, **env: str) -> Run:
        """Runs a command within this process: fast, with the streams apart."""
        out, err = _stream(), _stream()
        before, handler = Path.cwd(), signal.getsignal(signal.SIGPIPE)
        os.chdir(cwd or self.root)
        try:
            with (
                mock.patch.dict(os.environ, self.environment(**env), clear=True),
                mock.patch.multiple(sys, argv=["kit", *args], stdout=out, stderr=err),
                pytest.raises(SystemExit) as end,
            ):
                main()
        finally:
            signal.signal(signal.SIGPIPE, handler)
            os.chdir(before)
        code = end.value.code
        return _told(Run(args, code if isinstance(code, int) else 0 if code is None else 1, _text(out), _text(err)))

    def search(self, *args: str, **env: str) -> Run:
        """`kit search … --jsonl`, which has to end well: with hits or without."""
        run = self.kit("search", *args, "--jsonl", **env)
        assert run.status in (0, 1)
        return run

    def found(self, *args: str) -> list[str]:
        """The names of the articles that a search finds, in order of the alphabet."""
        return sorted(self.search(*args, "--limit", "0").files)

    def process(
        self,
        *args: str | bytes,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 60,
    ) -> Run:
        """Runs a command as a process of its own."""
        done = subprocess.run(
            [sys.executable, "-m", "kit", *args],
            cwd=cwd or self.root,
            env={**self.environment(), **(env or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            check=False,
        )
        return _told(Run(args, done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode()))

    def unprivileged(self, *args: str, cwd: Path | None = None, prepare: Callable[[], None] | None = None) -> Run:
        """Runs a command that obeys permissions, even where root runs the tests."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err, open(os.devnull) as nothing:
            streams = (nothing.fileno(), out.fileno(), err.fileno())
            child = _fork(args, cwd or self.root, self.environment(), streams, prepare or _obey_permissions)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            out.seek(0)
            err.seek(0)
            return _told(Run(args, status, out.read().decode(), err.read().decode()))

    def start(self, *args: str) -> subprocess.Popen[bytes]:
        """Starts a command, in a process group of its own, and does not wait for it."""
        return subprocess.Popen(
            [sys.executable, "-m", "kit", *args],
            cwd=self.root,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )

    def shell(self, script: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Runs a line of shell in which `kit` is kit."""
        kit = f'kit() {{ "{sys.executable}" -m kit "$@"; }}\n'
        command = ["bash", "-c", kit + script]
        done = subprocess.run(
            command,
            cwd=self.root,
            env=self.environment(**env),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=60,
            check=False,
        )
        print(f"$ {script}  → {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def screen(
        self, *args: str, columns: int = 80, rows: int = 2000, env: Mapping[str, str | None] | None = None
    ) -> tuple[int, str]:
        """Runs a command on a terminal; gives its exit code and everything the terminal was sent.

        There is no pager unless `env` names one; None in `env` takes a variable away.
        """
        terminal, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        # What the terminal driver adds (CR before LF) is none of kit's doing.
        attributes = termios.tcgetattr(theirs)
        attributes[1] &= ~termios.OPOST
        termios.tcsetattr(theirs, termios.TCSANOW, attributes)
        settings = self.environment() | {"PAGER": "", "TERM": "xterm-256color"} | dict(env or {})
        settings = {key: value for key, value in settings.items() if value is not None}
        child = _fork(args, self.root, settings, (theirs, theirs, theirs), os.setsid)
        os.close(theirs)
        sent = b"".join(_sent(terminal))
        os.close(terminal)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        text = sent.decode("utf-8", "surrogateescape")
        print(f"$ kit {args}  → {status}\n{text!r}")
        return status, text


def _fork(
    args: Sequence[str],
    folder: Path,
    env: Mapping[str, str],
    streams: tuple[int, int, int],
    prepare: Callable[[], None],
) -> int:
    """Starts kit in a copy of this process, which costs a tenth of a new one; gives the number of the process."""
    if child := os.fork():
        return child
    status = 70
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, mode, encoding="utf-8") for n, mode in enumerate("rww"))
        sys.argv = ["kit", *args]
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(env)
        prepare()
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        sys.stdout.flush()
    finally:
        os._exit(status)


def _obey_permissions() -> None:
    """Takes from root what lets it read and write everything; whoever is not root has nothing to lose."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        version_3, this_process = 0x20080522, 0
        header = (ctypes.c_uint32 * 2)(version_3, this_process)
        effective, permitted, capabilities = 0, 1, (ctypes.c_uint32 * 6)()
        dac_override, dac_read_search = 1 << 1, 1 << 2
        libc.capget(header, capabilities)
        for kind in (effective, permitted):
            capabilities[kind] &= ~(dac_override | dac_read_search)
        libc.capset(header, capabilities)


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def _told(run: Run) -> Run:
    """Prints what happened, which pytest shows if the test fails; a traceback never reaches a user."""
    print(f"$ kit {run.args}  → {run.status}\n{run.out[:3000]}{run.err[:3000]}")
    assert "Traceback" not in run.err
    return run


def _sent(terminal: int) -> Iterator[bytes]:
    while select.select([terminal], [], [], 30)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            return
        if not data:
            return
        yield data


@pytest.fixture(scope="session")
def new_workspace(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Workspace]:
    """Makes empty workspaces, each with a cache of its own."""

    def make() -> Workspace:
        folder = tmp_path_factory.mktemp("workspace")
        (folder / "ws" / "articles").mkdir(parents=True)
        return Workspace(folder / "ws", folder / "cache")

    return make


@pytest.fixture
def ws(new_workspace: Callable[[], Workspace]) -> Workspace:
    """An empty workspace."""
    return new_workspace()


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes kit remember files that were written this very moment, as it does those older than two seconds."""
    monkeypatch.setattr("kit.index.cache.RACY_NS", -3_600_000_000_000)
