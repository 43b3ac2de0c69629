"""The ways in which people type names, and in which articles write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Workspace

BY_NAME = [
    ("pope tobias", {"Tobias"}),
    ("Mr. Kolb", {"Ines Kolb", "Peter Kolb"}),
    ("Prime Minister Ines Kolb", {"Ines Kolb"}),
    ("Kolb, Ines", {"Ines Kolb"}),
    ("jun-seo baek", {"Baek Jun-seo"}),
    ("the Tar Agency", {"Tar Agency"}),
    ("a weir official", {"a weir official"}),
    ("prime minister", set()),
    ("Kolb Peters", set()),
    ("the", set()),
]


@pytest.mark.parametrize(("typed", "names"), BY_NAME, ids=[row[0] for row in BY_NAME])
def test_titles_and_the_order_of_words_do_not_matter(ws: Workspace, typed: str, names: set[str]) -> None:
    who = ["Pope Tobias", "Ines Kolb", "Peter Kolb", "Baek Jun-seo", "the Tar Agency", "a weir official"]
    for number, name in enumerate(who):
        ws.write(str(number), f"“We counted {number} gates,” said {name}.\n")
    records = ws.kit("quotes", "--speaker", typed, "--jsonl").jsonl
    assert {record["speaker"] for record in records} == names


PARTICLES = [
    # what is typed, and whom that finds
    ("el-tahir", {"Hosni al-Tahir"}),
    ("el tahir", {"Hosni al-Tahir"}),
    ("Al Tahir", {"Hosni al-Tahir"}),
    ("altahir", {"Hosni al-Tahir"}),
    ("Eltahir", {"Hosni al-Tahir"}),
    ("hosni eltahir", {"Hosni al-Tahir"}),
    ("el-Tahir, Hosni", {"Hosni al-Tahir"}),
    ("tahir", {"Hosni al-Tahir"}),
    ("al-sal", set()),
    ("el-salim", {"Omar as-Salim"}),
    ("as Salim", {"Omar as-Salim"}),
    ("as-Tahir", set()),
    ("al-hosni", {"Hosni al-Tahir"}),  # written so, it may be left out
    ("al kolb", set()),  # no article, but Albert
    ("alkolb", set()),
    ("elena", {"Elena Ros"}),
    ("alena", {"Alena Dvor"}),
    ("abdul karim", {"Abdel-Karim Nur"}),
    ("Abdelkarim Nur", {"Abdel-Karim Nur"}),
    ("abd al-karim", {"Abdel-Karim Nur"}),
    ("abdel", {"Abdel-Karim Nur"}),
    ("abdullah", set()),
    ("ibn rashid", {"Tariq bin Rashid"}),
    ("bin rashid", {"Tariq bin Rashid"}),
    ("binrashid", {"Tariq bin Rashid"}),
    ("bin salim", set()),
    ("van-der-horst", {"Liesbeth van der Horst"}),
    ("Vanderhorst", {"Liesbeth van der Horst"}),
    ("van den horst", set()),
    ("Horst, Liesbeth van der", {"Liesbeth van der Horst"}),
    ("delavega", {"Ana de la Vega"}),
    ("la vega", {"Ana de la Vega"}),
    ("del vega", set()),
    ("o dowd", {"Sean O’Dowd"}),
    ("O'Dowd", {"Sean O’Dowd"}),
    ("ODowd", {"Sean O’Dowd"}),
    ("o'dow", set()),
]


@pytest.fixture(scope="module")
def particles(new_workspace: Callable[[], Workspace]) -> Workspace:
    ws = new_workspace()
    who = ["Hosni al-Tahir", "Omar as-Salim", "Abdel-Karim Nur", "Tariq bin Rashid", "Liesbeth van der Horst"]
    who += ["Ana de la Vega", "Sean O’Dowd", "Peter Kolb", "Elena Ros", "Alena Dvor"]
    for number, name in enumerate(who):
        ws.write(str(number), f"“We counted {number} gates,” said {name}, a clerk.\n")
    return ws


@pytest.mark.parametrize(("typed", "names"), PARTICLES, ids=[row[0] for row in PARTICLES])
def test_particles_may_be_spelt_in_other_ways(particles: Workspace, typed: str, names: set[str]) -> None:
    records = particles.kit("quotes", "--speaker", typed, "--jsonl").jsonl
    assert {record["speaker"] for record in records} == names


def test_an_acronym_is_the_body_whose_it_is_in_another_article(ws: Workspace) -> None:
    ws.write("a", "The Reef Water Agency (RWA) said on Monday that “two wells are dry”.\n")
    ws.write("b", "“Three wells are dry,” the RWA said on Friday.\n")
    (record,) = ws.kit("speakers", "rwa", "--json").json
    assert (record["name"], record["aliases"], record["quotes"]) == ("Reef Water Agency", ["RWA"], 2)
    ws.write("c", "The Rural Workers Alliance (RWA) struck. “Wages are low,” the RWA said.\n")
    assert {r["name"] for r in ws.kit("speakers", "--json").json} == {
        "Reef Water Agency",
        "Rural Workers Alliance",
        "RWA",
    }
    (ws.root / "articles" / "a.md").unlink()
    (record,) = ws.kit("speakers", "--json").json
    assert (record["name"], record["quotes"]) == ("Rural Workers Alliance", 2)


def test_of_two_forms_as_frequent_the_one_with_accents_is_shown(ws: Workspace) -> None:
    ws.write("a", "“One gate is shut,” said Soren Akesson, a miller.\n")
    ws.write("b", "“Two gates are shut,” said Søren Åkesson, a miller.\n")
    (record,) = ws.kit("speakers", "--json").json
    assert (record["name"], record["aliases"]) == ("Søren Åkesson", ["Soren Akesson"])


WAYS = [
    "A weir official said: “We counted every gate.”",
    "“Two gates are shut,” said a weir official.",
    "“It has rained for a week,” a weir official said.",
    "“Nobody asked me why,” said Mayor Ines Kolb.",
    "“They have to pay for it,” said the mayor, Petra Holm.",
    "“We were told to wait,” said Mayor Ines Kolb.",
]


def test_roles_and_descriptions_are_counted_however_they_are_written(ws: Workspace) -> None:
    for number, sentence in enumerate(WAYS):
        ws.write(str(number), sentence + "\n")

    def counts(*args: str) -> list[tuple[str | None, int]]:
        return [(record["key"], record["count"]) for record in ws.kit(*args, "--jsonl").jsonl]

    assert counts("quotes", "--by", "speaker") == [("a weir official", 3), ("Ines Kolb", 2), ("Petra Holm", 1)]
    assert counts("quotes", "--by", "role") == [("Mayor", 3), (None, 3)]
    assert counts("speakers", "--by", "role") == [("Mayor", 2)]


@pytest.mark.parametrize("sort", ["quotes", "articles", "name", "first", "last"])
def test_the_first_ones_are_those_of_the_whole_list(ws: Workspace, sort: str) -> None:
    said = [("Ines Kolb", 3, "2024-02-01"), ("Petra Holm", 3, "2024-01-01"), ("Baek Jun-seo", 1, "2024-03-01")]
    said += [("Ana Roos", 1, ""), ("Karl Lund", 2, ""), ("Ivo Marin", 1, "2024-02-01")]
    for name, times, day in said:
        for number in range(times):
            dated = {"published": day} if day else {}
            ws.write(f"{name}{number}", f"“We counted {number} gates,” said the baker {name}.\n", **dated)
    for order in ([], ["--reverse"]):
        whole = ws.kit("speakers", "--sort", sort, *order, "--json").json
        assert len(whole) == len(said)
        for limit in range(1, len(said)):
            assert ws.kit("speakers", "--sort", sort, *order, "--limit", str(limit), "--json").json == whole[:limit]
