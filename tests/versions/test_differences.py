"""What differs between two texts: small invented ones, and what holds for any two."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.answers.differences import Passage, differing_words, find_changes
from tests.versions.stories import read_pairs


def marked(passage: Passage | None) -> str | None:
    """A passage with angle marks around what differs."""
    if passage is None:
        return None
    text = passage.text
    for start, end in reversed(passage.highlights):
        text = f"{text[:start]}‹{text[start:end]}›{text[end:]}"
    return text


def changes(one: str, other: str) -> list[tuple[str, str | None, str | None]]:
    return [(change.kind, marked(change.a), marked(change.b)) for change in find_changes(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # Figures
        (
            "Some 40 boats lay in the harbour on Monday.",
            "Some 55 boats lay in the harbour on Tuesday.",
            [
                (
                    "figure",
                    "Some ‹40› boats lay in the harbour on ‹Monday›.",
                    "Some ‹55› boats lay in the harbour on ‹Tuesday›.",
                )
            ],
        ),
        (
            "The roof will cost 1,200 euros in all.",
            "The roof will cost 1,300 euros in all.",
            [("figure", "The roof will cost ‹1,200› euros in all.", "The roof will cost ‹1,300› euros in all.")],
        ),
        (
            "The vote was seven to two in the end.",
            "The vote was nine to two in the end.",
            [("figure", "The vote was ‹seven› to two in the end.", "The vote was ‹nine› to two in the end.")],
        ),
        # Written otherwise, and the same number: words changed, the figure did not.
        (
            "About seven boats lay in the old harbour.",
            "About 7 boats lay in the old harbour.",
            [("reworded", "About ‹seven› boats lay in the old harbour.", "About ‹7› boats lay in the old harbour.")],
        ),
        # "one" and "second" are no figures, "may" is no month.
        (
            "This one may be the second best answer.",
            "This may be the best answer.",
            [("reworded", "This ‹one› may be the ‹second› best answer.", "This may be the best answer.")],
        ),
        # Names
        (
            "The bill was written by Omar Diaz last year.",
            "The bill was written by Kofi Mensah last year.",
            [
                (
                    "name",
                    "The bill was written by ‹Omar Diaz› last year.",
                    "The bill was written by ‹Kofi Mensah› last year.",
                )
            ],
        ),
        # The first word of a sentence has a capital anyway.
        (
            "Farmers in the valley want more water for rice.",
            "Growers in the valley want more water for rice.",
            [
                (
                    "reworded",
                    "‹Farmers› in the valley want more water for rice.",
                    "‹Growers› in the valley want more water for rice.",
                )
            ],
        ),
        # A name that came in place of a pronoun is no other name.
        (
            "He had left the town before the vote, they said.",
            "Before the vote Diaz had left the town, they said.",
            [
                (
                    "reworded",
                    "‹He› had left the town ‹before the vote›, they said.",
                    "‹Before the vote Diaz› had left the town, they said.",
                )
            ],
        ),
        # Sentences that came and went
        ("It rained.", "It rained. Nobody minded at all.", [("added", None, "Nobody minded at all.")]),
        ("It rained. Nobody minded at all.", "It rained.", [("removed", "Nobody minded at all.", None)]),
        (
            "A cat sat on the warm stove.",
            "Shares fell by noon.",
            [("removed", "A cat sat on the warm stove.", None), ("added", None, "Shares fell by noon.")],
        ),
        # A sentence cut in two
        (
            "The mayor opened the bridge at noon and a band played in the rain.",
            "The mayor opened the bridge at noon. A band played in the rain.",
            [
                (
                    "reworded",
                    "The mayor opened the bridge at noon ‹and› a band played in the rain.",
                    "The mayor opened the bridge at noon. A band played in the rain.",
                )
            ],
        ),
        # The same words in another order are another sentence.
        ("Diaz met Mensah.", "Mensah met Diaz.", [("reworded", "Diaz ‹met Mensah›.", "‹Mensah met› Diaz.")]),
        # No difference: order of sentences, marks, case, markup, blank lines
        ("It rained. Nobody minded.", "Nobody minded. It rained.", []),
        ("“It rained,” she said", '"It rained" she said.', []),
        ("IT RAINED.", "It rained.", []),
        ("It **rained** in [Oslo](https://oslo.example/).", "It rained\n\n in Oslo.", []),
        ("", "", []),
    ],
)
def test_changes(one: str, other: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert changes(one, other) == expected


def test_figures_and_names_come_first() -> None:
    one = "It was dull and wet. Omar Diaz and Ana Roca spoke at length. Some 40 people came to the hall.\n"
    other = "It was dull and cold. Omar Diaz and Eva Lund spoke at length. Some 55 people came to the hall. All left.\n"
    assert [kind for kind, *_ in changes(one, other)] == ["figure", "name", "reworded", "added"]


TRAM = ["figure", "figure", "removed", "added", "reworded", "added"]


def test_stories_differ_where_they_were_edited() -> None:
    pairs = {pair.name: pair for pair in read_pairs("held_out") if pair.kind == "version"}
    tram = changes(pairs["tram"].story, pairs["tram"].other)
    assert [kind for kind, *_ in tram] == TRAM
    figures = [
        (one, other) for kind, one, other in changes(pairs["merger"].story, pairs["merger"].other) if kind == "figure"
    ]
    assert ["‹1.4›" in str(one) and "‹1.6›" in str(other) for one, other in figures].count(True) == 1
    assert ["‹18›" in str(one) and "‹21›" in str(other) for one, other in figures].count(True) == 1
    cut = changes(pairs["quake"].story, pairs["quake"].other)
    assert {kind for kind, *_ in cut} == {"removed", "reworded"}


BODIES = st.lists(
    st.sampled_from(["Diaz", "met", "Lund", "40", "50", "on", "Monday", ".", ". ", "\n\n", "“", "”", "*"])
).map(" ".join)


@given(BODIES)
def test_a_text_does_not_differ_from_itself(body: str) -> None:
    assert find_changes(body, body) == []


@given(BODIES, BODIES)
def test_passages_are_in_the_text(one: str, other: str) -> None:
    for change in find_changes(one, other):
        assert change.a or change.b
        assert (change.kind in ("added", "removed")) == (change.a is None or change.b is None)
        for passage, body in ((change.a, one), (change.b, other)):
            if passage:
                assert 0 <= passage.start < passage.end <= len(body)
                for start, end in passage.highlights:
                    assert 0 <= start < end <= len(passage.text)


@given(st.text(), st.text())
def test_any_two_texts(one: str, other: str) -> None:
    turned = [(change.b and change.b.text, change.a and change.a.text) for change in find_changes(other, one)]
    there = [(change.a and change.a.text, change.b and change.b.text) for change in find_changes(one, other)]
    assert sorted(map(str, there)) == sorted(map(str, turned))
    differing_words(one, other)


HOSTILE = [
    "a " * 50_000,
    "a. " * 33_000,
    "A b c. " * 14_000,
    "“" * 100_000,
    "x" * 100_000,
    "[" * 100_000,
    "1, " * 33_000,
]


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_texts_take_no_time_to_speak_of(number: int) -> None:
    begun = time.process_time()
    find_changes(HOSTILE[number], HOSTILE[number].replace("a", "b") + " And more.")
    find_changes(HOSTILE[number], "".join(reversed(HOSTILE)))
    assert time.process_time() - begun < 20
