"""`kit add`: from sources to article files, what it says, and how it ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace

TEXT = """Weir opened at Osk

By Ann Poe, staff reporter
Published: May 3, 2023

The weir at Osk was opened on Wednesday, the harbour office said, after nine days of rain in the hills.

“We have never seen the river like this,” said Runa Feld, who has kept the lock for thirty years.

Two families were taken to the school, where they slept in the gym until the water went down again.

Most viewed
"""
FILE = "articles/2023-05-03-weir-opened-at-osk.md"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(TEXT)
    return file


def files(ws: Workspace) -> list[str]:
    return sorted(file.name for file in (ws.root / "articles").iterdir())


def test_a_text(ws: Workspace, page: Path) -> None:
    run = ws.kit("add", str(page))
    assert (run.status, run.err) == (0, "")
    assert run.out == f"{FILE}\t“Weir opened at Osk” · 2023-05-03 · no outlet (--source) · Ann Poe · 4 lines left out\n"
    assert (
        (ws.root / FILE)
        .read_text()
        .startswith('---\ntitle: "Weir opened at Osk"\npublished: 2023-05-03\nauthor: "Ann Poe"\n---\n\nThe weir')
    )
    assert ws.found("weir") == ["2023-05-03-weir-opened-at-osk"]


def test_json(ws: Workspace, page: Path) -> None:
    run = ws.kit("add", str(page), "nowhere.txt", "--json")
    assert run.status == 2
    added, failed = run.json
    assert {key: added[key] for key in ("file", "title", "published", "author", "source", "refused")} == {
        "file": FILE, "title": "Weir opened at Osk", "published": "2023-05-03", "author": "Ann Poe", "source": None,
        "refused": None,
    }  # fmt: skip
    assert failed["file"] is None
    assert "No such file" in failed["refused"]
    assert added.keys() == failed.keys()


def test_the_same_again_is_refused(ws: Workspace, page: Path) -> None:
    ws.kit("add", str(page))
    other = page.with_name("other.txt")
    other.write_text(TEXT.replace("Ann Poe", "Jo Coe").replace("“We", '"We').replace(",”", ',"'))
    for name in (page, other):
        run = ws.kit("add", str(name))
        assert (run.status, run.out) == (1, "")
        assert FILE in run.err
    assert ws.kit("add", str(page), "--json").json[0]["file"] == FILE
    assert files(ws) == ["2023-05-03-weir-opened-at-osk.md"]
    assert ws.kit("add", str(page), "--force").status == 0
    assert files(ws) == ["2023-05-03-weir-opened-at-osk-2.md", "2023-05-03-weir-opened-at-osk.md"]


def test_the_same_twice_in_one_go(ws: Workspace, page: Path) -> None:
    run = ws.kit("add", str(page), str(page))
    assert run.status == 0
    assert len(files(ws)) == 1
    assert FILE in run.err


def test_another_version_is_added_and_its_kin_named(ws: Workspace, page: Path) -> None:
    other = page.with_name("other.txt")
    other.write_text(TEXT.replace("Two families", "Three families").replace("Weir opened", "Weir is open"))
    run = ws.kit("add", str(page), str(other))
    assert run.status == 0
    assert f"another version of {FILE}" in run.err
    third = page.with_name("third.txt")
    third.write_text(TEXT.replace("Two families", "Nine families"))
    assert sorted(ws.kit("add", str(third), "--json").json[0]["kin"]) == [
        "articles/2023-05-03-weir-is-open-at-osk.md",
        FILE,
    ]


def test_of_many_other_versions_a_few_are_named(ws: Workspace, page: Path) -> None:
    for number in ("Three", "Four", "Five", "Six", "Seven"):
        page.write_text(TEXT.replace("Two families", f"{number} families"))
        run = ws.kit("add", str(page))
    assert run.err.rstrip().endswith(" and 1 more")
    assert run.err.count("articles/") == 3


def test_options_win(ws: Workspace, page: Path) -> None:
    options = ["--date", "2020-02", "--title", "T/../\0x", "--source", "Echo", "--author", "A B", "--author", "C D",
               "--tag", "flood", "--url", "https://osk.example/w"]  # fmt: skip
    run = ws.kit("add", str(page), *options)
    assert run.status == 0
    assert files(ws) == ["2020-02-t-x.md"]
    assert (ws.root / "articles" / "2020-02-t-x.md").read_text().split("---")[1] == (
        '\ntitle: "T/../x"\npublished: 2020-02\nsource: "Echo"\nauthor: ["A B", "C D"]\n'
        'url: "https://osk.example/w"\ntags: ["flood"]\n'
    )


@pytest.mark.parametrize("option", [("--date", "soon"), ("--date", "3/4/2023"), ("--date", ""), ("--url", "osk")])
def test_options_that_make_no_sense(ws: Workspace, page: Path, option: tuple[str, str]) -> None:
    run = ws.kit("add", str(page), *option)
    assert (run.status, run.out) == (2, "")
    assert option[0] in run.err
    assert files(ws) == []


def test_dry_run(ws: Workspace, page: Path) -> None:
    run = ws.kit("add", str(page), "--dry-run")
    assert run.status == 0
    assert files(ws) == []
    assert run.out.startswith(f"{page} → {FILE}\n")
    assert "    3 - [byline] By Ann Poe, staff reporter\n" in run.out
    assert "    6 + The weir at Osk was opened" in run.out
    lines = ws.kit("add", str(page), "--dry-run", "--json").json[0]["lines"]
    assert lines[0] == {"line": 1, "text": "Weir opened at Osk", "dropped": "title"}


def test_no_date_is_made_up(ws: Workspace, page: Path) -> None:
    page.write_text(TEXT.replace("Published: May 3, 2023\n", ""))
    run = ws.kit("add", str(page))
    assert "no date (--date)" in run.out
    page.write_text(
        "12.5 C\nPort Osk\nFriday, May 5, 2023\n\n"
        + TEXT.replace("Published: May 3, 2023\n", "").replace("nine", "ten")
    )
    run = ws.kit("add", str(page))
    assert "2023-05-05 is not borne out" in run.err
    assert "date_hint: 2023-05-05\n" in (ws.root / "articles" / "weir-opened-at-osk-2.md").read_text()


def test_bad_sources_stop_nothing(ws: Workspace, page: Path) -> None:
    folder = page.parent
    (folder / "a.bin").write_bytes(b"\x7fELF\0\0\0\1")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4")
    (folder / "empty.txt").write_text("")
    (folder / "big.txt").write_bytes(b"")
    with (folder / "big.txt").open("r+b") as stream:
        stream.truncate(100_000_000)
    (folder / "line.txt").write_text("word " * 1_500_000)
    bad = ["a.bin", "b.pdf", "empty.txt", "big.txt", "line.txt", "none.txt", ".", "x\0y"]
    run = ws.kit("add", *bad, str(page), cwd=folder, KIT_ROOT=str(ws.root))
    assert run.status == 2
    assert run.out.startswith(FILE)
    assert len(run.err.splitlines()) == len(bad)
    assert files(ws) == ["2023-05-03-weir-opened-at-osk.md"]


def test_standard_input(ws: Workspace, page: Path) -> None:
    done = ws.shell(f'kit add - < "{page}"')
    assert done.returncode == 0
    assert done.stdout.startswith(FILE)


def test_a_name_that_is_no_utf_8(ws: Workspace, page: Path) -> None:
    done = ws.shell(f"cp '{page}' $'caf\\xe9.txt' && kit add $'caf\\xe9.txt'")
    assert done.returncode == 0


def test_text_of_a_page_does_nothing_to_a_terminal(ws: Workspace, page: Path) -> None:
    page.write_text(TEXT.replace("Weir opened", "\x1b[31mWeir \u202eopened"))
    for args in ((), ("--dry-run",), ("--json", "--force")):
        run = ws.kit("add", str(page), *args)
        assert "\x1b" not in run.out + run.err
        assert "\u202e" not in run.out + run.err


def test_nothing_to_add(ws: Workspace) -> None:
    run = ws.kit("add")
    assert run.status == 2
    assert "kit add page.html" in run.err


class Server(BaseHTTPRequestHandler):
    """Serves a text, an error, a picture, and redirects."""

    def do_GET(self) -> None:
        answers = {
            "/text": (200, {"Content-Type": "text/plain; charset=utf-8"}),
            "/moved": (302, {"Location": "/text"}),
            "/file": (302, {"Location": "file:///etc/passwd"}),
            "/picture": (200, {"Content-Type": "image/png"}),
        }
        status, headers = answers.get(self.path, (404, {}))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if status == 200:
            self.wfile.write(TEXT.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_address(ws: Workspace, site: str) -> None:
    run = ws.kit("add", f"{site}/moved", "--json")
    assert run.status == 0
    assert (run.json[0]["file"], run.json[0]["url"]) == (FILE, f"{site}/text")


@pytest.mark.parametrize(("path", "why"), [("none", "404"), ("file", "not allowed"), ("picture", "image/png")])
def test_an_address_that_gives_nothing(ws: Workspace, site: str, path: str, why: str) -> None:
    run = ws.kit("add", f"{site}/{path}")
    assert (run.status, run.out) == (2, "")
    assert why in run.err


def test_no_server(ws: Workspace) -> None:
    for url in ("http://127.0.0.1:9/", "http://", "https://[", "http://no host/"):
        run = ws.kit("add", url)
        assert run.status == 2
        assert "unexpected" not in run.err
        assert "Errno" not in run.err
