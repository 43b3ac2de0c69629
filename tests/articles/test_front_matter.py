"""Where front matter is, where it only seems to be, and what its three formats have in common."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kit.articles.formats import PARSER_ERRORS, PropertyLoader, TOMLText, YAMLText, _simple_properties
from kit.articles.front_matter import read_front_matter

KNOWN = frozenset({"title", "date", "author", "tags"})


def read(text):
    front = read_front_matter(text, KNOWN)
    return {name: (found.value, found.line) for name, found in front.properties.items()}, text[front.end :]


BLOCKS = [
    # the same block under every kind of line end
    ("---\ntitle: A\n---\nB", {"title": ("A", 2)}, "B"),
    ("---\r\ntitle: A\r\n---\r\nB", {"title": ("A", 2)}, "B"),
    ("---\rtitle: A\r---\rB", {"title": ("A", 2)}, "B"),
    ("--- \ntitle: A\n---\t\nB", {"title": ("A", 2)}, "B"),
    ("\n \n---\ntitle: A\n---\n\nB", {"title": ("A", 4)}, "\nB"),
    ("---\ntitle: A\n---", {"title": ("A", 2)}, ""),
    ("---\ntitle: A\n...\n---\nB", {"title": ("A", 2)}, "---\nB"),
    ("---\ntitle: A\n---\nB\n---\nC", {"title": ("A", 2)}, "B\n---\nC"),
    ("+++\ntitle = 'A'\n+++\nB", {"title": ("A", 2)}, "B"),
    ('{\n"title": "A"\n}\nB', {"title": ("A", 2)}, "B"),
    ('{"title": "A", "date": 2}\nB', {"title": ("A", 1), "date": ("2", 1)}, "B"),
    ("---\n{}\n---\nB", {}, "B"),
    ("---\n\n---\nB", {}, "B"),
    # scalars are text, whatever they look like
    ("---\ntitle: 0x10\ndate: 2024-02-30\n---\n", {"title": ("0x10", 2), "date": ("2024-02-30", 3)}, ""),
    (
        "+++\ndate = 2024-02-03T04:05:06Z\ntitle = 1.50\n+++\n",
        {"date": ("2024-02-03T04:05:06+00:00", 2), "title": ("1.50", 3)},
        "",
    ),
    (
        '{"title": 1.50, "date": null, "tags": [true, 7]}\n',
        {"title": ("1.50", 1), "date": (None, 1), "tags": (["true", "7"], 1)},
        "",
    ),
    # names fold
    ("---\nTI-TLE: A\n---\n", {"title": ("A", 2)}, ""),
    # names that mean nothing to us, as programs write them
    ("---\n$version: 1\nitem_key: b\n---\nB", {"$version": ("1", 2), "itemkey": ("b", 3)}, "B"),
    # a value spread over lines, then one that is broken
    ("---\ntags:\n  - a\n  - b\n\ntitle: x: y\n---\n", {"tags": (["a", "b"], 2), "title": ("x: y", 6)}, ""),
    ('---\ntitle: "A\ndate: 2024\n---\n', {"title": ("A", 2), "date": ("2024", 3)}, ""),
    ("---\ntitle: >\n  a: b\n\tc\n---\n", {"title": ("a: b c", 2)}, ""),
    ("+++\ntitle = A\n[params]\ndate = 2024\n+++\nB", {"title": ("A", 2)}, "B"),
]


@pytest.mark.parametrize(("text", "properties", "body"), BLOCKS)
def test_front_matter(text, properties, body):
    assert read(text) == (properties, body)


NO_FRONT_MATTER = [
    "",
    "A\n---\ntitle: A\n---\n",
    "--\ntitle: A\n--\n",
    "---title: A\n---\n",
    "...\ntitle: A\n...\n",
    "---\ntitle: A\n",
    "---\ntitle: A\n  ---\n",
    "+++\ntitle = 'A'\n---\n",
    "---\nA paragraph.\n---\nB",
    "---\nBy Jane Doe\ntitle: A\n---\nB",
    "---\ntitle: A\n\nA paragraph.\n\n---\nB",
    "---\ntitle: A\n\n- a point\n\n---\nB",
    "---\nUpdate: it was put off.\n---\nB",
    "---\n# A heading\n---\nB",
    "---\n- one\n- two\n---\nB",
    "---\ntitle\n---\nB",
    "{\n not json\n}\nB",
    '{"other": 1}\nB',
    '{"title": "A"} B',
    '["title"]\nB',
]


@pytest.mark.parametrize("text", NO_FRONT_MATTER)
def test_no_front_matter(text):
    assert read(text) == ({}, text)


PROBLEMS = [
    ("---\ntitle: A\ntitle: B\n---\n", [("duplicate-key", 3)]),
    ("---\ntitle: A\nTitle: B\ntitle: C\n---\n", [("duplicate-key", 4)]),
    ("---\nother: a: b\ntitle: A\n---\n", [("front-matter", 2)]),
    ("---\ntitle: a: b\n---\n", [("front-matter", 2)]),
    ("---\ntitle: A\n", [("unclosed-front-matter", 1)]),
    ("\n+++\ntitle = 'A'\n", [("unclosed-front-matter", 2)]),
    ("---\nA rule, then text.\n", []),
    ("---\nA paragraph.\n---\n", []),
    ("---\nBy Jane Doe\ntitle: A\n---\n", [("front-matter", 3)]),
    ('{"title": A}\n', [("front-matter", 1)]),
    ("---\n- title: A\n- title: B\n---\n", [("several-articles", 3)]),
    ("---\n- title: A\n---\n", []),
    ("---\n# fine\ntitle: A # fine\n---\n", []),
]


@pytest.mark.parametrize(("text", "problems"), PROBLEMS)
def test_problems(text, problems):
    found = read_front_matter(text, KNOWN).problems
    assert [(problem.kind, problem.line) for problem in found] == problems


DEEP = 50_000
HOSTILE = [
    ("a: " + "[" * DEEP, "nested too deep"),
    ("- " * DEEP, "nested too deep"),
    ("a: " + "{a: " * DEEP, "nested too deep"),
    ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "references"),
    ("<<: *a", "references"),
    ("a: b: c", "mapping values"),
    ("just text", "no list of properties"),
    ("", "no list of properties"),
]


@pytest.mark.parametrize(("block", "reason"), HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_yaml_is_refused_not_followed(block, reason):
    with pytest.raises(PARSER_ERRORS, match=reason):
        YAMLText().load(block)


@pytest.mark.parametrize("opening", ["---\ntitle: A\ntags: ", "+++\ntitle = 'A'\ntags = ", '{"title": "A", "tags": '])
@pytest.mark.parametrize("unit", ["[", "{a: ", "{a=", '{"a": '])
@pytest.mark.parametrize("closing", ["\n---\nB", "\n+++\nB", "}\nB"])
def test_nothing_is_nested_too_deep_to_be_read(opening, unit, closing):
    text = opening + unit * DEEP + closing
    front = read_front_matter(text, KNOWN)
    assert front.problems
    assert front.end == 0 or text[front.end :] == "B"


def test_a_long_dotted_toml_name_is_refused():
    with pytest.raises(PARSER_ERRORS, match="too many dots"):
        TOMLText().load("a." * DEEP + "a = 1")


# --- the quick way through simple blocks and PropertyLoader agree ----------------------------------------------------

WORDS = ["[a, b]", '"x"', "'y'", "https://a.example/", ": ", " #", ", ", "- ", "<<"]
fragments = st.sampled_from([*WORDS, *"a1é :#\"'[]-{}|>&*!%@`?\\/.~\t\xa0="])
values = st.lists(fragments, max_size=4).map("".join)
starts = st.sampled_from(["a: ", "b: ", "a:", "b:", "a-b: ", "- ", "  - ", "  -", " ", ""])
blocks = st.lists(st.tuples(starts, values).map("".join), max_size=6).map(lambda lines: "\n" + "\n".join(lines) + "\n")


@given(blocks)
def test_simple_blocks_read_as_yaml_reads_them(block):
    simple = _simple_properties(block)
    if simple is not None:
        assert simple == yaml.load(block, Loader=PropertyLoader)


SIMPLE = [
    "\ntitle: A b\n",
    '\ntitle: "A: b" \n',
    "\ntitle: 'A # b'\ntags: [a, b c,d ]\n",
    '\ntags:\n  - a\n  - "b"\n\nother:\n- c\n-\ndate: 2024-11-27\n',
    "\nsource: https://a.example/x?y=z\nauthor:\n",
]


@pytest.mark.parametrize("block", SIMPLE)
def test_simple_blocks_take_the_quick_way(block):
    assert _simple_properties(block) == yaml.load(block, Loader=PropertyLoader)


@pytest.mark.parametrize(
    "block",
    [
        "\n",
        "\n- a\n",
        "\na: b: c\n",
        "\na: b\n- c\n",
        "\na:\n  - b\n - c\n",
        "\na: b # c\n",
        '\na: "\\x41"\n',
        "\na:\n  b: c\n",
        "\na: b\n  c\n",
    ],
)
def test_other_blocks_do_not(block):
    assert _simple_properties(block) is None
