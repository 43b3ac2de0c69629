"""Sentences of a paragraph or of a whole text, as offsets."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.text.structure import sentences

# a bar stands where a sentence ends
SPLIT = [
    "The dam held.| Nobody was hurt.",
    "Did it hold?| It did!| Nobody was hurt…| So far.",
    "Mr. Osei met Dr. Lund and Gen. Aydin.| They talked.",
    "She met Brig.-Gen. Osei and Lt.-Col. Lund.| They talked.",
    "The U.S. Navy and the U.K. Treasury agreed.| Nobody else did.",
    "He has lived in the U.S. since 1990.",
    "He moved to the U.S.| The rest stayed.",
    "It opens on Nov. 5 at 9 a.m. and shuts at 5 p.m.| The café stays open.",
    "J. R. Okafor and Anna B. Weiss signed.| Nobody else did.",
    "She lives at No. 5, pp. 3 and vol. 2 are lost.",
    "They said no.| Five of them left.",
    "The firm, Aker Inc., paid.| Its rival, Bolt Ltd.| Nobody knows why.",
    "Prices rose 3.5 per cent at aker.com and in v. 2.0 too.",
    "“We will sail.”| He left.",
    "“We will sail,” he said.| “At dawn.”",
    "“Will you sail?” he asked.| Nobody answered.",
    "“Will you sail?” Captain Ruiz asked.| Nobody answered.",
    "He asked, “Will you sail?”| I said, “At dawn.”| And she said: “At noon.”| But Ruiz stayed.",
    "He asked: “Will you sail?| When?”| Ruiz said: “At dawn.”",
    "“Will you sail?” Ruiz asked, “or will you not?”",
    "“Out!” the harbour master shouted.",
    "“Will you sail?”| Captain Ruiz left the room.",
    "“Sail . . . at dawn,” he said.",
    "He waited… and waited... and left.",
    "(It held.)| Then it broke.",
    "It held.[1]| Then it broke.[2][3]| And again.",
    "船は出る。|誰も残らない。",
    "A headline without a stop\n\n|The first sentence.",
    "Wrapped\nlines stay together.",
]


@pytest.mark.parametrize("marked", SPLIT)
def test_sentences(marked):
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_sentences_of_a_part():
    text = "One. Two. Three."
    assert [text[start:end] for start, end in sentences(text, 5, 12)] == ["Two.", "Th"]


@given(st.text(alphabet='ab AB.!?…\n”“"。1', max_size=200))
def test_sentences_hold_every_character(text):
    found = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    outside = set(range(len(text))) - {i for start, end in found for i in range(start, end)}
    assert not "".join(text[i] for i in outside).strip()
