"""On a terminal: what is drawn, and that nothing in an article acts on it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace

# kit's own colours (SGR) and links (OSC 8 around file: or web addresses): nothing else may reach the terminal.
SGR = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(r"\x1b\]8;[A-Za-z0-9=.:-]*;(?:(?:file|https?|mailto):[!-~]*)?\x1b\\")
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\udc80-\udcff\U000e0001-\U000e007f]"
)

EVIL = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H",
    "\x9b31m and \x9d0;x\x9c",
    "\u202egnp.exe\u202c \u2066x\u2069 \u061c\u200f",
    "back\x08\x08\x08space bell\x07 del\x7f nul\x00",
    "zero\u200bwidth\u2060joiner\ufeff",
    "&#27;[31m &#x1b;[31m &#155;31m &ESC; &#8238;rtl",
    "[red]markup[/red] [link=https://evil.example]x[/link] [/nothing] :smile: [bold",
    "\\x1b[31m \\[red]",
    "\u2028line\u2029paragraph\x0b\x0c\x1c\x1d\x1e\x85",
    "tag\U000e0041\U000e007f annotation\ufff9\ufffb",
    "%s {0} $(touch x) `id` ${HOME}",
]


def harmless(sent: str) -> str:
    """What a terminal was sent, without kit's own colours and links; fails if anything else in it acts on one."""
    text = LINK.sub("", SGR.sub("", sent))
    assert HARMFUL.findall(text) == []
    return text


def width(line: str) -> int:
    return sum(
        0 if unicodedata.combining(c) or c in "\u200d\ufe0f" else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in line
    )


def lines(sent: str) -> list[str]:
    return harmless(sent).split("\n")


@pytest.fixture(scope="module")
def evil(new_workspace: Callable[[], Workspace]) -> Workspace:
    """Every evil text in every place of an article, and in the names of files."""
    ws = new_workspace()
    for number, text in enumerate(EVIL):
        body = f"mill {text} end\n\n# Heading {text}\n\n> {text}\n\n```\n{text}\n```\n\n[a {text}](https://e.example/{text})\n\n"
        body += f"![i](https://e.example/{text} '{text}') <https://e.example/{text}> | {text} |\n\n- {text}\n"
        ws.write(
            f"a{number}",
            body,
            title=f"T {text}",
            source=f"S {text}",
            author=[f"A {text}"],
            tags=[f"t {text}"],
            url=f"https://example.org/{text}",
            published=f"2024 {text}",
            description=text,
        )
        ws.write(f"broken{number}", f"---\ntitle: {text}: x\n  - {text}\n---\nmill\n".encode())
        name = text.replace("/", "_").replace("\0", "")
        (ws.root / "articles" / f"{name}.md").write_text(f"mill {name}\n")
    return ws


SHOWN = [
    "search mill --limit 0",
    "search --limit 0 --source s",
    "search mill --by source",
    "search mill --by author",
    "search mill --by tag",
    "search mill --markdown --limit 0",
    "search mill --limit 0 --json",
    "search milx",
    *(f"show articles/a{number}.md" for number in range(len(EVIL))),
    "show articles/a0.md:20",
    "index --rebuild",
    "index --check",
]


@pytest.mark.parametrize("command", SHOWN)
def test_nothing_in_an_article_acts_on_a_terminal(
    evil: Workspace, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kit.screen.messages.PATIENCE", 3600)  # no progress bar, however busy the machine is
    status, sent = evil.screen(*command.split())
    assert status in (0, 1)
    assert "unexpected" not in harmless(sent)


@pytest.mark.parametrize("text", EVIL, ids=lambda text: ascii(text)[:20])
def test_nothing_that_is_typed_acts_on_a_terminal(ws: Workspace, text: str) -> None:
    text = text.replace("\0", "")
    ws.write("a", "mill\n")
    for command in (
        ["search", text],
        ["search", "mill", "--after", text],
        ["search", "mill", "--sort", text],
        ["search", "mill", "--by", text],
        ["search", "mill", f"--{text}"],
        ["search", "mill", "--limit", text],
        ["search", "mill", "--root", text],
        ["show", text],
        ["show", f"{text}:3"],
        [text],
        ["init", f"new {text.replace('/', '_')}"],
    ):
        run = ws.kit(*command)
        assert HARMFUL.findall(run.out + run.err) == []
        assert "\x1b" not in run.out + run.err


def test_markup_is_text(ws: Workspace) -> None:
    markup = "[red]a[/red] [/nothing] [link=x]b[/link] :smile: [bold c"
    ws.write("a", f"mill {markup}\n", title=f"T {markup}", source="S [blue]x[/blue]", author="A [i]y[/i]")
    _, sent = ws.screen("search", "mill", columns=140)
    text = harmless(sent)
    assert f"mill {markup}" in text
    assert f"T {markup}" in text
    assert "S [blue]x[/blue]" in text
    assert "A [i]y[/i]" in text
    _, sent = ws.screen("search", "mill", "--by", "source", columns=140)
    assert "S [blue]x[/blue]" in harmless(sent)


LONG = "ship-of-the-line-" * 8 + "captain"
KOREAN = "국회, 내년 예산안 의결하고 여야가 다시 한번 크게 충돌하는 모습을 보여 주었다는 긴 제목의 기사"


@pytest.mark.parametrize("columns", [60, 79, 80, 120])
def test_nothing_is_cut_to_the_width_of_the_screen(ws: Workspace, columns: int) -> None:
    """Neither what is longer than a line, nor the last letter where wide ones fill a line to its end."""
    body = f"The mill of {{0}} said on Monday: “A {LONG} it is,” said Ann Lee-{'Lund-' * 8}Holm.\n"
    for name, amount in (("a", "30"), ("b", "40")):
        ws.write(name, body.format(amount), title=f"{LONG} {KOREAN} {name}", source="The Echo", published="2024-11-27")
    commands = [
        *(["search", "mill"], ["search", "mill", "--all"], ["quotes", "--all"], ["speakers"], ["compare"]),
        *(["compare", "articles/a.md", "articles/b.md"], ["show", "a.md"], ["timeline"]),
        ["add", "articles/a.md", "--dry-run"],
    ]
    for command in commands:
        _, sent = ws.screen(*command, columns=columns, env={"NO_COLOR": "1", "TERM": "dumb"})
        shown = "".join(re.sub(r"[│┊▌]", "", sent).split())
        assert "…" not in shown, command
        if command == ["speakers"]:
            assert "Lund-" * 8 + "Holm" in shown
        else:
            assert LONG in shown, command
            assert "".join(KOREAN.split()) in shown or command == ["quotes", "--all"], command


def test_a_hit(ws: Workspace) -> None:
    ws.write("a", "A mill at the weir.\n", title="The mill", published="2024-11-27", source="Echo", author="Ann Lee")
    _, sent = ws.screen("search", "weir")
    shown = [line.strip() for line in lines(sent)]
    assert shown[:4] == ["1 The mill", "27 Nov 2024 · Echo · Ann Lee", "A mill at the weir.", "articles/a.md:7"]
    assert re.search(r"\x1b\[[0-9;]*m" + "weir", sent)  # the match is marked
    assert "]8;" in sent
    assert "file://" in sent
    assert ws.screen("search", "weir", "--by", "source")[1].count("█") > 3


@pytest.mark.parametrize(
    ("published", "shown"), [("2024", "2024"), ("2024-03", "Mar 2024"), ("2024-03-05", "5 Mar 2024")]
)
def test_days(ws: Workspace, published: str, shown: str) -> None:
    ws.write("a", "mill\n", published=published, source="Echo")
    assert f"{shown} · Echo" in harmless(ws.screen("search", "mill")[1])


@pytest.mark.parametrize("columns", [40, 80, 140])
def test_no_line_is_wider_than_the_terminal(ws: Workspace, columns: int) -> None:
    wide = "한국은 우크라이나에 대한 군사 지원을 검토하고 있다고 밝혔다 " * 6
    ws.write("wide", f"mill {wide}\n", title=wide, source="한겨레 " * 10, author=["김하나"] * 3, tags=["북한" * 30])
    ws.write("emoji", "mill " + "🇺🇦❤️ " * 40 + "\n", title="🇺🇦" * 60)
    ws.write("combining", "mill " + "e\u0301" * 300 + "\n", title="a\u0308" * 200)
    ws.write("long", "mill " + "x" * 500 + "\n", title="y" * 300, source="z" * 200)
    ws.write("folder-" * 20 + "/" + "name-" * 30, "mill\n")
    for command in (["search", "mill"], ["search", "mill", "--by", "source"], ["search", "mill", "--by", "tag"]):
        _, sent = ws.screen(*command, columns=columns)
        for line in lines(sent):
            assert width(line.rstrip()) <= columns
    for file in ("wide", "emoji", "long"):
        for line in lines(ws.screen("show", f"articles/{file}.md", columns=columns)[1]):
            assert width(line.rstrip()) <= columns


def test_nothing_is_lost_at_any_width(ws: Workspace) -> None:
    ws.write("folder-" * 20 + "/x", "mill\n", title="Word " * 60 + "last")
    for columns in (40, 80, 140):
        text = re.sub(r"\s", "", harmless(ws.screen("search", "mill", columns=columns)[1]))
        assert "articles/" + "folder-" * 20 + "/x.md:4" in text
        assert "Word" * 60 + "last" in text


COLOURS = re.compile(r"\x1b\[[0-9;]*(?:3[0-7]|4[0-7]|9[0-7]|[34]8;)[0-9;]*m")


def test_colours(ws: Workspace) -> None:
    ws.write("a", "A mill.\n", title="T", source="S")
    for command in (["search", "mill"], ["search", "mill", "--by", "source"], ["show", "articles/a.md"]):
        assert "\x1b[" in ws.screen(*command)[1]
        assert not COLOURS.search(ws.screen(*command, env={"NO_COLOR": "1"})[1])
        assert "\x1b" not in ws.screen(*command, env={"TERM": "dumb"})[1]


def test_a_dumb_terminal_has_no_pager(ws: Workspace) -> None:
    """`less` on it complains and waits for a key."""
    for n in range(40):
        ws.write(f"{n}", "A mill.\n")
    less = ws.root.parent / "less"
    less.write_text("#!/bin/sh\necho PAGED; cat\n")
    less.chmod(0o755)
    env = {"PATH": f"{less.parent}:{ws.environment()['PATH']}", "PAGER": None}
    assert "PAGED" in ws.screen("search", "mill", rows=24, env=env)[1]
    assert "PAGED" not in ws.screen("search", "mill", rows=24, env=env | {"TERM": "dumb"})[1]


def test_long_output_goes_through_the_pager_and_short_does_not(ws: Workspace) -> None:
    pager = ws.root.parent / "pager"
    pager.write_text("#!/bin/sh\necho PAGED; cat\n")
    pager.chmod(0o755)
    for n in range(30):
        ws.write(f"{n}", "A mill.\n", title=f"Title {n}")
    ws.write("x", "A weir.\n")
    env = {"PAGER": str(pager)}
    assert "PAGED" in ws.screen("search", "mill", rows=24, env=env)[1]
    assert "PAGED" not in ws.screen("search", "weir", rows=24, env=env)[1]
    assert "PAGED" not in ws.screen("search", "mill", "--json", rows=24, env=env)[1]
    assert "PAGED" not in ws.screen("search", "mill", rows=24, env={"PAGER": ""})[1]


def test_how_many_more_there_are_is_said(ws: Workspace) -> None:
    for n in range(23):
        ws.write(f"{n}", "A mill.\n")
    assert "20 of 23" in harmless(ws.screen("search", "mill")[1])
    assert " of " not in harmless(ws.screen("search", "mill", "--limit", "0")[1])


def test_some_of_the_words_are_said_to_be_some(ws: Workspace) -> None:
    ws.write("a", "A mill and a weir.\n")
    ws.write("b", "A mill.\n")
    assert "Some of the words" in harmless(ws.screen("search", "mill weir")[1])
    assert "Only some of the words" in harmless(ws.screen("search", "mill dike")[1])
    assert "ome of the words" not in harmless(ws.screen("search", "mill")[1])


def test_nothing_found(ws: Workspace) -> None:
    ws.write("a", "A mill.\n")
    status, sent = ws.screen("search", "nothere")
    assert status == 1
    assert "nothing found" in sent


def test_a_link_leads_to_a_file_whose_name_is_no_utf_8(ws: Workspace) -> None:
    (ws.root / "articles" / os.fsdecode(b"caf\xe9 x.md")).write_text("A mill.\n")
    _, sent = ws.screen("search", "mill")
    [address] = set(re.findall(r"file://[^\x1b]+", sent))
    assert address.endswith("/caf%E9%20x.md")


def test_a_progress_bar_goes_away_and_harms_nothing(ws: Workspace) -> None:
    folder = ws.root / "articles"
    for n in range(400):
        (folder / f"{n}.md").write_bytes(b"---\ntitle: x\n---\n" + b"A mill and more of it. " * 40)
    status, sent = ws.screen("index", "--rebuild")
    assert status == 0
    assert "400 articles" in sent
