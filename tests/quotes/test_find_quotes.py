"""What is quoted, its kind and its parts, in invented sentences, and what holds for any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kit.quotes import find_quotes

NOT_SPEECH = [
    "Her third novel, “The Salt Road”, is set in Aden.",
    "The band played “Harbour Lights” twice and went home.",
    "The tower, known as “the Needle”, opened in 1931.",
    "A sign on the gate reads “No Entry”.",
    "The word “quay” comes from Celtic.",
    "SEOUL, Nov. 5 (Daily Wire) — The ferry left on time.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_not_speech(marked, text):
    assert marked(text) == []


INDIRECT = [
    ("Ana Brandt said that the dam would hold.", "that the dam would hold", "Ana Brandt"),
    ("The dam would hold until spring, Ana Brandt said.", "The dam would hold until spring", "Ana Brandt"),
    ("According to the ministry, the dam is safe.", "the dam is safe", "the ministry"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), INDIRECT)
def test_indirect(text, content, speaker):
    found = [(text[q.start : q.end], q.speaker) for q in find_quotes(text) if q.kind == "indirect"]
    assert found == [(content, speaker)]


def test_fields():
    text = "The hall was full. “We are leaving,” said Kofi Mensah, a baker. “Today.”"
    first, second = find_quotes(text)
    assert first.kind == "direct"
    assert (first.cue, first.role) == ("said", "a baker")
    assert text[slice(*first.mention)] == "Kofi Mensah"
    assert text[slice(*first.context)] == "“We are leaving,” said Kofi Mensah, a baker."
    assert first.group == second.group


KINDS = [
    ("“The dam will hold,” Ana Brandt said.", "direct"),
    ("Ana Brandt said: “The dam will hold.”", "direct"),
    ("Ana Brandt said the dam was “as good as new and better”.", "mixed"),
    ("“A day to forget” was how Ana Brandt described it.", "direct"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text, kind):
    assert [quote.kind for quote in find_quotes(text) if quote.kind != "indirect"] == [kind]


OTHER_LANGUAGES = [
    ("«Nous partons», a dit Marie Petit.", {"language": "fr"}, [("Nous partons", None)]),
    ("„Wir gehen“, sagte Karl Brandt.", {"language": "de-AT"}, [("Wir gehen", None)]),
    ("船長は「船は出る」と言った。", {}, [("船は出る", None)]),
]


@pytest.mark.parametrize(("text", "options", "quotes"), OTHER_LANGUAGES)
def test_other_languages_have_no_speakers(marked, text, options, quotes):
    assert marked(text, **options) == quotes


MARKS = "“”‘’\"'„«»「」"


@example(pieces=[",", "said", "\n\n", "Kim Lee"])  # a verb whose subject could only be the next paragraph's
@example(pieces=["“", "Kim Lee", "\n\n", "**", "the minister", "”"])  # marks of emphasis before what goes on
@example(pieces=["«", "Kim Lee", "»", "said", "”", "Kim Lee"])  # who says it ends the text, no full stop behind
@settings(max_examples=300)
@given(
    st.lists(st.sampled_from([*MARKS, "Kim Lee", "she", "said", " ", " ", ",", ".", "\n\n", "the minister", "**", "a"]))
)
def test_spans_hold_for_any_text(pieces):
    text = "".join(pieces)
    quotes = find_quotes(text, language="en")
    assert [(q.start, q.end) for q in quotes] == sorted((q.start, q.end) for q in quotes)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.mention is None or 0 <= quote.mention.start < quote.mention.end <= len(text)
        assert quote.context.start <= quote.context.end
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()


@given(st.text(max_size=300))
def test_any_text_at_all(text):
    for quote in find_quotes(text):
        assert 0 <= quote.start < quote.end <= len(text)


@pytest.mark.parametrize("piece", [*MARKS, "“a ", "said ", "Kim said ", "(", "the of ", "“Oh,” he said. ", "Kim, "])
def test_hostile_text_comes_to_an_end(piece):
    text = piece * (30_000 // len(piece))
    assert all(0 <= quote.start < quote.end <= len(text) for quote in find_quotes(text, language="en"))


CUES = [
    ("“We sail,” Ivo Marin said.", "said"),
    ("The hull was, according to Ivo Marin, “as thin as a tin”.", "according to"),
    ("IVO MARIN: “We sail.”", None),
    ("“We had no oars,” raged Ivo Marin.", "raged"),
    ("“We had no oars,” Ivo Marin sniffed.", "sniffed"),
    ("Ivo Marin reckons that the hull is “as thin as a tin”.", "reckons"),
    ("The storm raged, and Ivo Marin said: “We have no oars.”", "said"),
    # rather a verb of saying
    ("Ivo Marin said, laughing, “We had no oars.”", "said"),
    ("Ana Roos warned the town, smiling: “We have no oars.”", "warned"),
    ("“We had no oars,” Ivo Marin wept.", "wept"),
    ("“We had no oars,” analyzed Ivo Marin.", "analyzed"),
    ("“We had no oars,” Ivo Marin grunted.", "grunted"),
]


@pytest.mark.parametrize(("text", "cue"), CUES)
def test_cue(text, cue):
    assert [quote.cue for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == [cue]


ROLES = [
    ("“We sail,” said Mr Marin.", None),
    ("“We sail,” said Captain Ivo Marin.", "Captain"),
    ("The harbour master, Mr Marin, said: “We sail.”", "The harbour master"),
    ("Ana Roos, the MP for Upper Dale, said: “We sail.”", "the MP for Upper Dale"),
    ("“We sail,” said Piet Marin, the senator for West Fjord.", "the senator for West Fjord"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_courtesy_is_no_role(text, role):
    assert [quote.role for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == [role]
