"""speakers.toml: `kit alias`, `kit attribute`, what is written by hand, and that it always wins."""

from __future__ import annotations

import os
import random
import signal
import time
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Workspace

pytest.importorskip("tomlkit")


@pytest.fixture
def kolbs(ws: Workspace) -> Workspace:
    ws.write("a", "“One gate is shut,” said Ines Kolb, a miller.\n", published="2024-01-01")
    ws.write("b", "“Two gates are shut,” said Peter Kolb, a smith.\n", published="2024-01-02")
    ws.write(
        "c",
        "“Three gates are shut,” said Kolb. “Four are open.”\n\n“Five are lost,” she said.\n",
        published="2024-01-03",
    )
    ws.write("d", "“Six gates are new,” said E. M. Kolb-Lund.\n", published="2024-01-04")
    return ws


def speakers(ws: Workspace) -> dict[str, str]:
    """First word of each quotation → whose it is."""
    return {r["quote"].split()[0]: r["speaker"] for r in ws.kit("quotes", "--kind", "all", "--jsonl").jsonl}


def decided(ws: Workspace) -> set[str]:
    return {r["quote"].split()[0] for r in ws.kit("quotes", "--jsonl").jsonl if r["decided"]}


def toml(ws: Workspace) -> str:
    return (ws.root / "speakers.toml").read_text()


def test_alias(kolbs: Workspace) -> None:
    assert speakers(kolbs)["Three"] == "Kolb"
    run = kolbs.kit("alias", "Ines Kolb", "Kolb", "E. M. Kolb-Lund")
    assert (run.status, run.err) == (0, "")
    assert toml(kolbs) == '[[person]]\nname = "Ines Kolb"\naliases = ["Kolb", "E. M. Kolb-Lund"]\n'
    found = speakers(kolbs)
    assert (found["Two"], found["Three"], found["Six"]) == ("Peter Kolb", "Ines Kolb", "Ines Kolb")
    assert kolbs.kit("quotes", "--speaker", "kolb lund", "--jsonl").out.count("\n") >= 4
    kolbs.kit("alias", "ines", "Kolb")
    assert toml(kolbs).count("Kolb-Lund") == 1


def test_the_name_to_be_shown_is_as_typed_where_an_article_has_it_so(ws: Workspace) -> None:
    ws.write("a", "“One is sure,” said Baek Jun Seo.\n")
    ws.write("b", "“Two are sure,” said Baek Jun-seo.\n")
    ws.write("c", "“Three are sure,” said Tulla.\n")
    for typed, shown in [("Baek Jun-seo", "Baek Jun-seo"), ("baek jun-seo", "Baek Jun Seo"), ("baek", "Baek Jun Seo")]:
        assert ws.kit("alias", typed, "Tulla").out == f"speakers.toml: {shown} is also Tulla\n"
        assert set(speakers(ws).values()) == {shown}
        (ws.root / "speakers.toml").unlink()


def test_alias_keeps_comments_order_and_line_ends(kolbs: Workspace) -> None:
    before = (
        '# mine\r\n[[quote]]  # first\r\nfile = "articles/a.md"\r\nstarts = "One gate"\r\nspeaker = ""\r\n\r\n'
        '[[person]]\r\naliases = [ # why\r\n  "E. M. Kolb-Lund",\r\n]\r\nname = "Ines Kolb"\r\n# end\r\n'
    )
    (kolbs.root / "speakers.toml").write_bytes(before.encode())
    kolbs.kit("alias", "Ines Kolb", "Kolb")
    after = (kolbs.root / "speakers.toml").read_bytes().decode()
    assert after.replace("\r\n", "").count("\n") == 0
    for line in before.split("\r\n"):
        assert line in after
    assert '"Kolb"' in after
    assert after.index("[[quote]]") < after.index("[[person]]") < after.index("# end")
    kolbs.kit("attribute", "articles/b.md:4", "Ines Kolb")
    assert (kolbs.root / "speakers.toml").read_bytes().decode().startswith(after)


def test_alias_keeps_a_byte_order_mark(kolbs: Workspace) -> None:
    before = '\ufeff[[person]]\nname = "Ines Kolb"\naliases = ["Kolb"]\n'
    (kolbs.root / "speakers.toml").write_text(before)
    assert kolbs.kit("alias", "Ines Kolb", "E. M. Kolb-Lund").status == 0
    assert toml(kolbs) == before.replace('"Kolb"]', '"Kolb", "E. M. Kolb-Lund"]')


def test_where_nothing_can_be_written_nothing_is_decided(kolbs: Workspace) -> None:
    kolbs.kit("index")
    kolbs.root.chmod(0o555)
    try:
        for args in (["alias", "Ines Kolb", "Kolb"], ["attribute", "articles/b.md:4", "Ines Kolb"]):
            run = kolbs.unprivileged(*args)
            assert (run.status, run.out) == (2, "")
            assert run.err == "kit: speakers.toml: cannot be written (Permission denied); nothing is decided\n"
    finally:
        kolbs.root.chmod(0o755)
    assert [file.name for file in kolbs.root.iterdir() if "speakers" in file.name] == []


PARTS = [
    ("Oleh Zabolotsky", "Zabolotsky"),  # the surname alone, which no article has by itself
    ("Oleh Zabolotsky", "Zabolotskiy"),
    ("Zabolotsky", "zabolotskiy"),
    ("Reef Water Agency", "RWA"),
    ("Reef Water Agency", "Water Agency"),
]


@pytest.mark.parametrize(("name", "other"), PARTS)
def test_a_part_of_a_name_fits(ws: Workspace, name: str, other: str) -> None:
    ws.write("a", "“One is sure,” said President Oleh Zabolotsky.\n")
    ws.write("b", "“Two are sure,” said Oleh Zabolotskiy.\n")
    ws.write("c", "The Reef Water Agency (RWA) closed two wells on Monday.\n\n“They are dry,” the RWA said.\n")
    ws.write("d", "“Four are sure,” said Peter Kolb.\n")
    assert ws.kit("alias", name, other).status == 0
    for command in ("index", "speakers"):
        assert ws.kit(command).err == ""
    assert other in toml(ws)
    assert ws.kit("alias", name, "Kolb").status == 2  # a part of somebody else's


REFUSED = [
    (["alias", "Ines Kolbe", "Kolb"], "nobody is called 'Ines Kolbe'; known are Ines Kolb"),
    (["alias", "kolb-lundd", "Kolb"], "nobody is called"),
    (["alias", "Ines Kolb", "Kolp"], "no article names 'Kolp'"),
    (["attribute", "articles/c.md:4", "Nobody Else", "--starts", "Nine"], "none begins with 'Nine'; there is “Three"),
    (["attribute", "articles/c.md:5", "Ines Kolb"], "no quotation there; there are some in 4, 6"),
    (["attribute", "articles/c.md", "Ines Kolb"], "in which line?"),
    (["attribute", "articles/x.md:4", "Ines Kolb"], "articles/x.md"),
]


@pytest.mark.parametrize(("args", "message"), REFUSED, ids=[" ".join(row[0]) for row in REFUSED])
def test_what_cannot_be_decided(kolbs: Workspace, args: list[str], message: str) -> None:
    run = kolbs.kit(*args)
    assert run.status == 2
    assert message in run.err
    assert run.err.count("\n") == 1
    assert not (kolbs.root / "speakers.toml").exists()


def test_a_name_of_several_is_no_name_to_decide_for(kolbs: Workspace) -> None:
    (kolbs.root / "articles" / "c.md").unlink()
    run = kolbs.kit("attribute", "articles/a.md:4", "kolb")
    assert run.status == 2
    assert "Ines Kolb, Peter Kolb" in run.err


def test_several_quotations_in_a_line(ws: Workspace) -> None:
    ws.write("a", "“One gate is shut,” said Ines Kolb. Later Peter Marlow said: “Two gates are open.”\n")
    run = ws.kit("attribute", "articles/a.md:1", "Ines Kolb")
    assert run.status == 2
    assert "“One gate is shut, …”; “Two gates are open. …”" in run.err
    assert ws.kit("attribute", "articles/a.md:1", "Ines Kolb", "--starts", "two gates").status == 0
    assert speakers(ws) == {"One": "Ines Kolb", "Two": "Ines Kolb"}
    assert decided(ws) == {"Two"}


def test_attribute_and_take_back(kolbs: Workspace) -> None:
    before = speakers(kolbs)
    assert kolbs.kit("attribute", "articles/b.md:4", "ines kolb").status == 0
    (record,) = kolbs.kit("quotes", "two", "--json").json
    assert (record["speaker"], record["decided"], record["role"]) == ("Ines Kolb", True, None)
    assert (record["speaker_mention"], record["speaker_start"]) == (None, None)
    assert kolbs.kit("attribute", "articles/b.md:4", "").status == 0
    assert speakers(kolbs)["Two"] is None
    assert toml(kolbs).count("[[quote]]") == 1
    run = kolbs.kit("attribute", "articles/b.md:4", "Greta Lund")
    assert "no article names 'Greta Lund' so far" in run.err
    assert speakers(kolbs)["Two"] == "Greta Lund"
    assert [r["name"] for r in kolbs.kit("speakers", "greta", "--json").json] == ["Greta Lund"]
    (kolbs.root / "speakers.toml").unlink()
    assert speakers(kolbs) == before
    assert kolbs.kit("speakers", "greta").status == 1


def test_what_is_decided_about_one_who_appears_later_is_about_the_same(kolbs: Workspace) -> None:
    kolbs.kit("attribute", "articles/b.md:4", "Greta Lund")
    kolbs.kit("index")
    kolbs.write("e", "“Seven gates,” said Greta Lund, a clerk.\n")
    (record,) = kolbs.kit("speakers", "greta", "--kind", "direct", "--json").json
    assert record["quotes"] == 2


def test_different(ws: Workspace) -> None:
    ws.write("a", "“One is sure,” said President Oleh Zabolotsky.\n")
    ws.write("b", "“Two are sure,” said President Oleh Zabolotskyy.\n")
    assert len(set(speakers(ws).values())) == 1
    (ws.root / "speakers.toml").write_text('[[different]]\nnames = ["Oleh Zabolotsky", "Oleh Zabolotskyy"]\n')
    assert speakers(ws) == {"One": "Oleh Zabolotsky", "Two": "Oleh Zabolotskyy"}
    run = ws.kit("alias", "Oleh Zabolotsky", "Oleh Zabolotskyy")
    assert run.status == 2
    assert run.err == (
        "kit: speakers.toml:1 says that 'Oleh Zabolotsky' and 'Oleh Zabolotskyy' are different; "
        "take one of them away there first, nothing is decided\n"
    )
    assert "[[person]]" not in toml(ws)


CONTRADICTED = [
    # what the file says, the command, and what comes of it: no line that is not there yet
    (
        '[[person]]\nname = "Peter Kolb"\naliases = ["Kolb"]\n',
        ["Ines Kolb", "Kolb"],
        "'Kolb' is a name of 'Peter Kolb'",
    ),
    ('[[person]]\nname = "Peter Kolb"\n', ["Ines Kolb", "peter kolb"], "'peter kolb' is a name of 'Peter Kolb'"),
    ('[[different]]\nnames = ["Ines Kolb", "Kolb"]\n', ["Ines Kolb", "Kolb"], "'Ines Kolb' and 'Kolb' are different"),
    (
        '[[different]]\nnames = ["E. M. Kolb-Lund", "Kolb"]\n[[person]]\nname = "Ines Kolb"\naliases = ["Kolb"]\n',
        ["Ines Kolb", "E. M. Kolb-Lund"],
        "'E. M. Kolb-Lund' and 'Kolb' are different",
    ),
    ('[[different]]\nnames = ["Peter Kolb", "Kolb"]\n', ["Ines Kolb", "Kolb"], ""),
    ('[[person]]\nname = "Ines Kolb"\naliases = ["Kolb"]\n', ["Ines Kolb", "Kolb"], ""),
]


@pytest.mark.parametrize(("text", "names", "message"), CONTRADICTED)
def test_what_contradicts_the_file_is_refused_with_the_line_that_says_so(
    kolbs: Workspace, text: str, names: list[str], message: str
) -> None:
    (kolbs.root / "speakers.toml").write_text(text)
    run = kolbs.kit("alias", *names)
    assert (run.status, run.err.count("\n")) == ((2, 1) if message else (0, 0))
    if message:
        assert run.err.startswith(f"kit: speakers.toml:1 says that {message}; take ")
        assert toml(kolbs) == text


def test_two_of_one_name_are_told_apart_by_their_quotations(ws: Workspace) -> None:
    ws.write("a", "“One is sure,” said Ines Kolb.\n")
    ws.write("b", "“Two are sure,” said Ines Kolb.\n")
    (ws.root / "speakers.toml").write_text('[[different]]\nnames = ["Ines Kolb", "ines kolb"]\n')
    run = ws.kit("speakers")
    assert run.status == 2
    assert run.err == (
        "kit: speakers.toml:1: names of [[different]] are one name, which cannot tell two people apart; "
        'say whose words each quotation is: kit attribute FILE:LINE "Ines Kolb (mayor)"\n'
    )
    (ws.root / "speakers.toml").unlink()
    ws.kit("attribute", "articles/b.md:1", "Ines Kolb (mayor)")
    assert speakers(ws) == {"One": "Ines Kolb", "Two": "Ines Kolb (mayor)"}
    assert ws.kit("index").err == ""


BROKEN = [
    ('[[different]]\nnames = ["A", "a"]\n', "speakers.toml:1: names of [[different]] are one name"),
    ("[[person]\n", "speakers.toml:1: not TOML"),
    ('x = 1\n[[person]]\nname = "\n', "speakers.toml:3: not TOML"),
    ("\n[[person]]\naliases = []\n", 'speakers.toml:2: [[person]] needs name = "..."'),
    ('[[person]]\nname = "A"\nalias = ["B"]\n', "speakers.toml:1: [[person]] has no 'alias'"),
    ('[[person]]\nname = "A"\naliases = "B"\n', "speakers.toml:1: aliases of [[person]] has to be a list"),
    ('[person]\nname = "A"\n', "write [[person]] with two brackets"),
    ('\n[[persons]]\nname = "A"\n', "speakers.toml:2: 'persons' is nothing that kit knows"),
    ('[[different]]\nnames = ["A"]\n', "speakers.toml:1: names of [[different]] has to list two"),
    ('[[quote]]\nfile = "x"\nstarts = ""\nspeaker = "A"\n', "speakers.toml:1: starts of [[quote]] is empty"),
    ('[[person]]\nname = "A"\n[[person]]\nname = "B"\naliases = ["a"]\n', "speakers.toml:3: 'a' is a name of 'A' too"),
    ('[[person]]\nname = "A"\naliases = ["B"]\n[[different]]\nnames = ["b", "A"]\n', "speakers.toml:4: "),
    (b"# caf\xe9\n", "speakers.toml:1: not UTF-8"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN, ids=[row[1] for row in BROKEN])
def test_a_broken_file_is_told_with_its_line(ws: Workspace, text: str | bytes, message: str) -> None:
    ws.write("a", "“One,” said Ines Kolb.\n")
    data = text if isinstance(text, bytes) else text.encode()
    (ws.root / "speakers.toml").write_bytes(data)
    for args in (["quotes"], ["index"], ["speakers"], ["alias", "Ines Kolb", "Kolb"]):
        run = ws.kit(*args)
        assert run.status == 2
        assert message in run.err
        assert run.err.count("\n") == 1
    assert ws.kit("search", "one").status == 0
    assert (ws.root / "speakers.toml").read_bytes() == data


def test_what_fits_nothing_any_more_is_reported_and_kept(kolbs: Workspace) -> None:
    kolbs.kit("alias", "Ines Kolb", "E. M. Kolb-Lund")
    kolbs.kit("attribute", "articles/b.md:4", "Ines Kolb")
    kolbs.kit("attribute", "articles/a.md:4", "Peter Kolb")
    assert kolbs.kit("index").err == ""
    before = toml(kolbs)
    (kolbs.root / "articles" / "d.md").unlink()
    (kolbs.root / "articles" / "b.md").unlink()
    kolbs.write("a", "“Other words,” said Ines Kolb.\n")
    for command in ("index", "speakers"):
        err = kolbs.kit(command).err
        assert "speakers.toml:1: no article names 'E. M. Kolb-Lund'" in err
        assert "speakers.toml:5: there is no articles/b.md" in err
        assert "speakers.toml:10: no quotation in articles/a.md begins with 'One gate is shut" in err
    assert toml(kolbs) == before


def test_decisions_survive_kit_db(kolbs: Workspace) -> None:
    kolbs.kit("alias", "Ines Kolb", "Kolb")
    kolbs.kit("attribute", "articles/b.md:4", "Greta Lund")
    before = kolbs.kit("quotes", "--json").out, kolbs.kit("speakers", "--json").out
    kolbs.database.unlink()
    assert (kolbs.kit("quotes", "--json").out, kolbs.kit("speakers", "--json").out) == before
    kolbs.kit("index", "--rebuild")
    assert (kolbs.kit("quotes", "--json").out, kolbs.kit("speakers", "--json").out) == before


def test_nothing_is_written_twice(kolbs: Workspace, sure: None) -> None:
    kolbs.kit("alias", "Ines Kolb", "Kolb")
    kolbs.kit("index")
    before = kolbs.database.read_bytes()
    kolbs.kit("index")
    kolbs.kit("quotes", "--json")
    kolbs.kit("alias", "Ines Kolb", "Kolb")
    kolbs.kit("speakers")
    assert kolbs.database.read_bytes() == before


def test_two_at_once(kolbs: Workspace) -> None:
    kolbs.kit("index")
    running = [kolbs.start("alias", "Ines Kolb", "Kolb"), kolbs.start("alias", "Ines Kolb", "E. M. Kolb-Lund")]
    told = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    assert speakers(kolbs)["Three"] == speakers(kolbs)["Six"] == "Ines Kolb"


# --- however it came to be --------------------------------------------------------------------------------------------

WHO = [
    "Ines Kolb",
    "Peter Kolb",
    "Kolb",
    "President Oleh Zabolotsky",
    "Oleh Zabolotskyy",
    "Zabolotskiy",
    "Baek Jun-seo",
]
WHO += ["Baek Jun Seo", "Baek", "Yuna Baek", "the Weir Office", "a senior weir official", "Ines Kolb, the mayor"]
WHO += ["the Reef Water Agency (RWA)", "the Rural Workers Alliance (RWA)", "the RWA", "the Weir Defence Council"]
WHO += ["the Weir Defense Council", "King Rurik", "King Rurik III", "Pope Rurik", "Ray Rurik", "Rurik II"]
SAID = ["Nothing will change here", "It rained for a week", "We saw no one at the gate", "They have to pay for it"]
TOML = [
    "",
    '[[person]]\nname = "Ines Kolb"\naliases = ["Kolb"]\n',
    '[[different]]\nnames = ["Oleh Zabolotsky", "Oleh Zabolotskyy"]\n',
    '[[quote]]\nfile = "articles/1.md"\nstarts = "It rained"\nspeaker = "Baek Jun-seo"\n',
    '[[quote]]\nfile = "articles/2.md"\nstarts = "Nothing"\nspeaker = ""\n',
]


def act(ws: Workspace, rng: random.Random) -> None:
    kind = rng.choice(["write", "write", "write", "delete", "decide"])
    number = rng.randrange(8)
    file = ws.root / "articles" / f"{number}.md"
    if kind == "write":
        body = "\n\n".join(f"“{rng.choice(SAID)},” said {who}." for who in rng.sample(WHO, k=rng.randrange(1, 4)))
        ws.write(str(number), body + "\n", published=f"202{rng.randrange(5)}-02-03")
    elif kind == "delete":
        file.unlink(missing_ok=True)
    else:
        (ws.root / "speakers.toml").write_text("".join(rng.sample(TOML, k=rng.randrange(0, 4))))


def answers(ws: Workspace) -> list[tuple[int, str, str]]:
    questions = [
        ["quotes", "--kind", "all"],
        ["quotes", "--speaker", "kolb"],
        ["quotes", "--by", "speaker"],
        ["speakers"],
        ["speakers", "baek", "--sort", "first"],
    ]
    runs = [ws.kit(*question, "--json") for question in questions]
    return [(run.status, run.out, run.err) for run in runs]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@example(seed=1094, at_once=1)
@given(seed=st.integers(0, 2**32), at_once=st.sampled_from([1, 2, 5_000]))
def test_incremental_is_as_rebuilt(new_workspace: Callable[[], Workspace], seed: int, at_once: int) -> None:
    rng = random.Random(seed)
    ws = new_workspace()
    with mock.patch("kit.speakers.store.NAMES_AT_ONCE", at_once):
        for _ in range(20):
            act(ws, rng)
            if rng.random() < 0.5:
                ws.kit(*rng.choice([("index",), ("search", "rained"), ("quotes",)]))
        incremental = answers(ws)
    ws.database.unlink(missing_ok=True)
    assert answers(ws) == incremental
    ws.kit("index", "--rebuild")
    assert answers(ws) == incremental


def test_who_was_one_by_a_decision_and_is_two_again(ws: Workspace) -> None:
    ws.write("a", "“One gate is shut,” said Ines Kolb.\n")
    ws.write("b", "“Two gates are shut,” said Baek Jun-seo.\n")
    ws.kit("alias", "Ines Kolb", "Baek Jun-seo")
    assert [record["name"] for record in ws.kit("speakers", "--json").json] == ["Ines Kolb"]
    (ws.root / "speakers.toml").unlink()
    with mock.patch("kit.speakers.store.NAMES_AT_ONCE", 1):
        assert {record["name"] for record in ws.kit("speakers", "--json").json} == {"Ines Kolb", "Baek Jun-seo"}


def test_killed_at_any_moment(new_workspace: Callable[[], Workspace]) -> None:
    ws, whole = new_workspace(), new_workspace()
    rng = random.Random(3)
    for each in (ws, whole):
        rng = random.Random(3)
        for number in range(60):
            body = "\n\n".join(f"“{rng.choice(SAID)},” said {who}." for who in rng.sample(WHO, k=4))
            each.write(f"{number}", body, published="2024-01-02")
        (each.root / "speakers.toml").write_text(TOML[1] + TOML[3])
    for wait in (0.15, 0.3, 0.45, 0.6, 0.8):
        process = ws.start("index")
        time.sleep(wait)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    assert answers(ws) == answers(whole)
