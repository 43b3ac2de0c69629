"""The filters that all commands share, tried on `kit search`: hits beside near misses."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace


@pytest.fixture(scope="module")
def dated(new_workspace: Callable[[], Workspace]) -> Workspace:
    ws = new_workspace()
    for day in (
        "2022",
        "2023-12-31",
        "2024",
        "2024-01-01",
        "2024-02",
        "2024-02-29",
        "2024-03-01",
        "2024-12-31",
        "2025-01",
    ):
        ws.write(f"d{day}", "A mill.\n", published=day)
    ws.write("undated", "Some mill.\n")
    ws.write("undated-weir", "A weir.\n")
    return ws


DAYS = [
    ("--after 2025", "2025-01"),
    ("--after 2025-01-31", "2025-01"),
    ("--after 2025-02", ""),
    ("--after 2024-12", "2024 2024-12-31 2025-01"),
    ("--after 2024-12-31", "2024 2024-12-31 2025-01"),
    ("--after 2024-03", "2024 2024-03-01 2024-12-31 2025-01"),
    ("--after 2024-02-29", "2024 2024-02 2024-02-29 2024-03-01 2024-12-31 2025-01"),
    ("--after 2024", "2024 2024-01-01 2024-02 2024-02-29 2024-03-01 2024-12-31 2025-01"),
    ("--before 2021", ""),
    ("--before 2022-01-01", "2022"),
    ("--before 2022", "2022"),
    ("--before 2023-12-30", "2022"),
    ("--before 2023", "2022 2023-12-31"),
    ("--before 2024-01-01", "2022 2023-12-31 2024 2024-01-01"),
    ("--before 2024-01", "2022 2023-12-31 2024 2024-01-01"),
    ("--before 2024-02-01", "2022 2023-12-31 2024 2024-01-01 2024-02"),
    ("--before 2024-02", "2022 2023-12-31 2024 2024-01-01 2024-02 2024-02-29"),
    ("--after 2024-02 --before 2024-02", "2024 2024-02 2024-02-29"),
    ("--after 2024-02-29 --before 2024-02-29", "2024 2024-02 2024-02-29"),
    ("--after 2024-06-01 --before 2024-06-30", "2024"),
    ("--after 2025 --before 2024", ""),
    ("--published-after 2024-12-31", "2024 2024-12-31 2025-01"),
    ("--published-before 2022", "2022"),
    ("--published-after 2024-02 --before 2024-02", "2024 2024-02 2024-02-29"),
]


@pytest.mark.parametrize(("options", "days"), DAYS, ids=[row[0] for row in DAYS])
def test_dates(dated: Workspace, options: str, days: str) -> None:
    run = dated.search("mill", *options.split(), "--limit", "0")
    assert sorted(file.removeprefix("d") for file in run.files) == days.split()
    assert "1 without a date" in run.err


def test_the_undated_are_counted_among_what_is_found(dated: Workspace) -> None:
    assert "without a date" not in dated.search("mill").err
    assert "2 without a date" in dated.search("--after", "2024").err
    assert "2 without a date" in dated.search("mill weir", "--after", "2024").err  # some of the words
    assert "without a date" not in dated.search("mill", "--after", "2024", "--file", "d*").err
    run = dated.kit("search", "weir", "--after", "2024", "--json")
    assert (run.status, run.json) == (1, [])
    assert "1 without a date" in run.err
    assert "1 without a date" in dated.search("mill", "--after", "2024", "--by", "year").err


@pytest.mark.parametrize("option", ["--after", "--before", "--published-after", "--published-before"])
@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "x", "24", "10000", "0000", "20240101", "-2024", "2024-", "yesterday", "２０２４x"),
        *("2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-1-1-1", "2024/01", "01.02.2024", "2024-01-01T00:00"),
    ],
)
def test_no_date(dated: Workspace, option: str, typed: str) -> None:
    run = dated.kit("search", "mill", option, typed)
    assert (run.status, run.out) == (2, "")
    assert option in run.err
    assert run.err.count("\n") <= 2


@pytest.fixture(scope="module")
def described(new_workspace: Callable[[], Workspace]) -> Workspace:
    ws = new_workspace()
    ws.write("2024-a", source="The Hankyoreh", author=["Yoon Suk-yeol", "Ann O’Brien"], lang="ko-KR")
    ws.write("2024-b", source="Le Monde Diplomatique", author="José Muñoz-Pérez", tags=["asia/korea"], lang="en")
    ws.write("sub/c", source="Monde", author="Parker, J.", tags=["Asia", "south korea"], lang="en-GB")
    ws.write("sub/deep/d", source="AP News", author="Ann Park", tags=["korea-war", "asian"], lang="eng")
    ws.write("sub/É[1]", source="apnews.com", author="박근혜", tags=["북한"])
    ws.write(unicodedata.normalize("NFD", "한글-é"), source=unicodedata.normalize("NFD", "한겨레 Café"))
    return ws


@pytest.mark.parametrize("command", ["search", "quotes", "speakers", "timeline", "export jsonl", "check"])
def test_articles_that_do_not_say_their_language_are_counted(described: Workspace, command: str) -> None:
    told = "left out 2 articles without a language"
    assert told in described.kit(*command.split(), "--lang", "en").err
    assert (
        "left out 1 article without a language"
        in described.kit(*command.split(), "--lang", "en", "--file", "한글*").err
    )
    assert "language" not in described.kit(*command.split(), "--lang", "en", "--source", "monde").err


NAMES = [
    ("--source hankyoreh", "2024-a"),
    ("--source HANKYOREH", "2024-a"),
    ("--source|the hankyoreh", "2024-a"),
    ("--source|The-Hankyoreh", "2024-a"),
    ("--source hanky", ""),
    ("--source monde", "2024-b c"),
    ("--source|monde diplo", ""),
    ("--source|monde diplomatique", "2024-b"),
    ("--source|diplomatique monde", ""),
    ("--source ap", "d"),
    ("--source apnews", "d É[1]"),
    ("--source|ap news", "d É[1]"),
    ("--source ap --source monde", "2024-b c d"),
    ("--source ap --author park", "d"),
    ("--source ap --author brien", ""),
    ("--source 한겨레", "한글-é"),
    ("--source cafe", "한글-é"),
    ("--source café", "한글-é"),
    ("--source|", ""),
    ("--source -", ""),
    ("--author yoon", "2024-a"),
    ("--author|YOON SUK YEOL", "2024-a"),
    ("--author|yoon sukyeol", "2024-a"),
    ("--author suk-yeol", "2024-a"),
    ("--author sukyeol", "2024-a"),
    ("--author yeo", ""),
    ("--author o'brien", "2024-a"),
    ("--author obrien", "2024-a"),
    ("--author brien", "2024-a"),
    ("--author munoz", "2024-b"),
    ("--author perez", "2024-b"),
    ("--author|Muñoz Pérez", "2024-b"),
    ("--author mun", ""),
    ("--author park", "d"),
    ("--author parker", "c"),
    ("--author ann", "2024-a d"),
    ("--author ann --author jose", "2024-a 2024-b d"),
    ("--author 박근혜", "É[1]"),
    ("--author 박", ""),
    ("--author *", ""),
    ("--author %", ""),
    ("--tag asia", "2024-b c"),
    ("--tag ASIA", "2024-b c"),
    ("--tag asia/korea", "2024-b"),
    ("--tag asi", ""),
    ("--tag korea", ""),
    ("--tag south-korea", "c"),
    ("--tag|south korea", "c"),
    ("--tag #asia", "2024-b c"),
    ("--tag korea-war --tag 북한", "d É[1]"),
    ("--tag asia --tag asian", "2024-b c d"),
    ("--tag|", ""),
    ("--lang ko", "2024-a"),
    ("--lang KO", "2024-a"),
    ("--lang ko-KR", "2024-a"),
    ("--lang ko-kr", "2024-a"),
    ("--lang ko_KR", "2024-a"),
    ("--lang ko-KP", ""),
    ("--lang en", "2024-b c"),
    ("--lang en-GB", "c"),
    ("--lang en-US", ""),
    ("--lang e", ""),
    ("--lang %", ""),
    ("--lang en --lang ko", "2024-a 2024-b c"),
    ("--file 2024*", "2024-a 2024-b"),
    ("--file 2024", ""),
    ("--file 2024-a.md", "2024-a"),
    ("--file articles/2024-a.md", "2024-a"),
    ("--file ./articles/2024-a.md", "2024-a"),
    ("--file articles/*.md", "2024-a 2024-b c d É[1] 한글-é"),
    ("--file articles/**/*.md", "2024-a 2024-b c d É[1] 한글-é"),
    ("--file **/d.md", "d"),
    ("--file sub/*", "c d É[1]"),
    ("--file ub/*", ""),
    ("--file deep/*", "d"),
    ("--file articles/sub", ""),
    ("--file ?.md", "c d"),
    ("--file [cd].md", "c d"),
    ("--file [^c].md", "d"),
    ("--file [!c].md", "d"),
    ("--file [", ""),
    ("--file *é*", "한글-é"),
    ("--file É*", "É[1]"),
    ("--file *É[[]1].md", "É[1]"),
    ("--file 한글*", "한글-é"),
    ("--file 2024* --file sub/*", "2024-a 2024-b c d É[1]"),
    ("--file 2024* --lang en", "2024-b"),
    ("--file|", ""),
    ("--file %", ""),
]


@pytest.mark.parametrize(("options", "names"), NAMES, ids=[ascii(row[0]) for row in NAMES])
def test_names(described: Workspace, options: str, names: str) -> None:
    args = options.split("|", 1) if "|" in options else options.split()
    found = described.search("words", *args, "--limit", "0").files
    assert sorted(unicodedata.normalize("NFC", file.rpartition("/")[2]) for file in found) == sorted(names.split())


def test_a_star_in_brackets_of_the_glob_reaches_through_folders_as_in_bash(described: Workspace) -> None:
    assert len(described.search("words", "--file", "articles/*").files) == 6


def test_filters_hold_for_words_of_which_only_some_occur(described: Workspace) -> None:
    assert described.search("words nothere", "--source", "ap").files == ["sub/deep/d"]
    assert described.search("words nothere", "--by", "source", "--author", "park").jsonl == [
        {"key": "AP News", "count": 1}
    ]


def test_text_that_is_no_utf_8(described: Workspace) -> None:
    described.write("x", "Some mill.\n")
    for args in ([b"words\xff"], [b"caf\xe9"], [b"words", b"--source", b"\xff"], [b"words", b"--file", b"\xff*"]):
        assert described.process("search", *args).status in (0, 1)
    for args in ([b"words", b"--lang", b"\xff"], [b"words", b"--tag", b"\xff"], [b"words", b"--author", b"\xff"]):
        assert described.process("search", *args).status == 1
    for args in ([b"words", b"--after", b"\xff"], [b"words", b"--sort", b"\xff"], [b"words", b"--by", b"\xff"]):
        assert described.process("search", *args).status == 2


UNFIT = [
    ("--source hankyore", "no article fits --source 'hankyore'; nearest: The Hankyoreh"),
    ("--source diplo", "no article fits --source 'diplo'; nearest: Le Monde Diplomatique"),
    ("--author munos", "no article fits --author 'munos'; nearest: José Muñoz-Pérez"),
    ("--tag aisa", "no article fits --tag 'aisa'; nearest: Asia"),
    ("--source zzz", "no article fits --source 'zzz'\n"),
    ("--lang xx", "no article fits --lang 'xx'\n"),
    ("--file nothere.md", "no article fits --file 'nothere.md'\n"),
    ("--after 2025 --before 2024", "--after 2025 is later than --before 2024\n"),
    ("--published-after 2024-02 --published-before 2024-01", "is later than --published-before 2024-01\n"),
]


@pytest.mark.parametrize("command", ["search", "quotes", "speakers", "timeline", "export jsonl", "check", "compare"])
@pytest.mark.parametrize(("options", "told"), UNFIT, ids=[row[0] for row in UNFIT])
def test_a_filter_that_no_article_can_pass_is_named(
    described: Workspace, command: str, options: str, told: str
) -> None:
    run = described.kit(*command.split(), *options.split())
    assert (run.status, run.out) == (0 if command == "check" else 1, "")
    assert told in run.err


PASSABLE = [
    "--source monde",
    "--tag asia",
    "--lang en",
    "--file *.md",
    "--author ann",
    "--after 2024-02 --before 2024-02",
]


@pytest.mark.parametrize("options", PASSABLE)
def test_a_filter_that_articles_pass_is_not_blamed(described: Workspace, options: str) -> None:
    run = described.kit("search", "nothere", *options.split())
    assert run.status == 1
    assert "no article fits" not in run.err
    assert "later than" not in run.err
