"""`--help`, `--version` and what the shell completes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kit import __version__
from kit.commands import COMMANDS

if TYPE_CHECKING:
    from tests.conftest import Workspace


def test_version(ws: Workspace) -> None:
    assert ws.kit("--version").out == f"kit {__version__}\n"


def test_help_names_every_command(ws: Workspace) -> None:
    out = ws.kit("--help").out
    listed = re.findall(r"^  (\w+) ", out.partition("Commands:")[2], re.MULTILINE)
    assert listed == list(COMMANDS)
    assert "kit search" in out
    assert "..." not in out.partition("Commands:")[2]  # no summary is cut
    assert ws.kit().out == ws.kit("-h").out == out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_leads_with_an_example(ws: Workspace, command: str) -> None:
    out = ws.kit(command, "--help").out
    example = out.find(f"  kit {command}")
    assert 0 < example < (out.find("Options:") if "Options:" in out else len(out))
    assert ws.kit(command, "-h").out == out
    for line in out.splitlines():
        assert len(line) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_says_what_it_does(ws: Workspace, command: str) -> None:
    options = ws.kit(command, "--help").out.partition("Options:")[2]
    names = re.findall(r"^  (-\S+)", options, re.MULTILINE)
    described = re.findall(r"^  -\S.*?\s{2,}\S|^  -\S+(?: \S+)?\n\s{10,}\S", options, re.MULTILINE)
    assert len(described) == len(names)
    assert "<" not in options  # as in `--sort <str>`
    one_letter = [name for name in names if re.match(r"-\w", name)]
    assert one_letter in ([], ["-h,"])


FORMS = ("by", "json", "jsonl", "csv", "markdown")
OWN_OPTIONS = {
    "search": FORMS,
    "quotes": ("speaker", "kind", *FORMS),
    "speakers": ("kind", *FORMS),
    "timeline": ("speaker", "kind", *FORMS),
    "export": ("speaker", "kind", "output"),
}


@pytest.mark.parametrize("command", OWN_OPTIONS)
def test_the_options_of_the_contract(ws: Workspace, command: str) -> None:
    out = ws.kit(command, "--help").out
    for option in (
        *("after", "before", "published-after", "published-before", "source", "author", "tag", "lang", "file"),
        *("limit", "sort", "reverse", "fresh", "root", *OWN_OPTIONS[command]),
    ):
        assert f"--{option} " in out


def test_a_mistyped_command_or_option_is_answered_with_the_nearest(ws: Workspace) -> None:
    assert "search" in ws.kit("serach", "mill").err
    assert "--source" in ws.kit("search", "mill", "--sourc", "x").err
    assert ws.kit("search", "mill", "--sourc", "x").status == 2


@pytest.mark.parametrize("args", [["--speaker"], ["--json=x"], ["--limit", "x"], ["--spaeker", "x"]])
def test_what_is_said_about_an_option_names_the_command(ws: Workspace, args: list[str]) -> None:
    run = ws.kit("quotes", *args)
    assert run.status == 2
    assert args[0].partition("=")[0] in run.err
    assert run.err.endswith("(see `kit quotes --help`)\n")


@pytest.fixture
def described(ws: Workspace) -> Workspace:
    ws.write("a", source="The Echo", author=["Jane Doe", "Yoon Suk-yeol"], tags=["asia/korea", "south korea"])
    ws.write("b", source="Écho du Nord", author="O'Brien: Ann", tags=["x:y"])
    ws.kit("index")
    return ws


COMPLETED = [
    ("se", ["search"]),
    ("", None),
    ("search --so", ["--sort", "--source"]),
    ("search mill --lim", ["--limit"]),
    ("index --re", ["--rebuild"]),
    ("search --source Th", ["The Echo"]),
    ("search --source th", ["The Echo"]),
    ("search --source ec", ["The Echo", "Écho du Nord"]),
    ("search --source nord", ["Écho du Nord"]),
    ("search --source x", []),
    ("search --author Ja", ["Jane Doe"]),
    ("search --author do", ["Jane Doe"]),
    ("search --author yeol", ["Yoon Suk-yeol"]),
    ("search --author ", ["Jane Doe", "O'Brien: Ann", "Yoon Suk-yeol"]),
    ("search mill -word --author do", ["Jane Doe"]),
    ("search --tag as", ["asia/korea"]),
    ("search --tag kor", ["asia/korea", "south korea"]),
]


@pytest.mark.parametrize(("typed", "completed"), COMPLETED, ids=[repr(row[0]) for row in COMPLETED])
def test_completion(described: Workspace, typed: str, completed: list[str] | None) -> None:
    for root in ({}, {"KIT_ROOT": str(described.root)}):
        env = {
            "_KIT_COMPLETE": "complete_bash",
            "COMP_WORDS": f"kit {typed}",
            "COMP_CWORD": str(typed.count(" ") + 1),
        } | root
        run = described.kit(**env, cwd=described.cache if root else None)
        offered = sorted(filter(None, run.out.split("\n")))
        assert offered == sorted(completed) if completed is not None else set(COMMANDS) <= set(offered)
        assert run.err == ""


def test_completion_never_indexes_and_never_complains(ws: Workspace) -> None:
    env = {"_KIT_COMPLETE": "complete_bash", "COMP_WORDS": "kit search --source e", "COMP_CWORD": "3"}
    ws.write("a", source="Echo")
    run = ws.kit(**env)
    assert (run.out.strip(), run.err) == ("", "")
    assert not ws.database.exists()
    ws.database.write_bytes(b"damaged" * 1000)
    run = ws.kit(**env)
    assert (run.out.strip(), run.err) == ("", "")
    run = ws.kit(**env, cwd=ws.root.parent)
    assert (run.out.strip(), run.err) == ("", "")
    assert ws.database.read_bytes() == b"damaged" * 1000


def test_completion_for_zsh_and_fish(described: Workspace) -> None:
    for shell in ("zsh", "fish"):
        env = {
            "_KIT_COMPLETE": f"complete_{shell}",
            "_TYPER_COMPLETE_ARGS": "kit search --author ja",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        run = described.kit(**env)
        assert "Jane Doe" in run.out
        assert run.err == ""


def test_nothing_completed_acts_on_a_terminal(ws: Workspace) -> None:
    ws.write("a", source="Echo\x1b]0;x\x07 \u202e\x9b \u200b", author="Ann\x1b[31m Lee", tags=["t\x1b[2J\u2066"])
    ws.kit("index")
    for option, word in (("source", "e"), ("author", "a"), ("tag", "t")):
        env = {"_KIT_COMPLETE": "complete_bash", "COMP_WORDS": f"kit search --{option} {word}", "COMP_CWORD": "3"}
        out = ws.kit(**env).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", out)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_can_be_installed(ws: Workspace, shell: str) -> None:
    run = ws.kit(_KIT_COMPLETE=f"source_{shell}")
    assert run.status == 0
    assert "_KIT_COMPLETE" in run.out
    assert "kit" in run.out
