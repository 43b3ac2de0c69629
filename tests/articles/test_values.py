"""Value shapes: what stands behind `author:` or `tags:`, what is made of it, and beside it what must not be."""

from __future__ import annotations

import pytest

from kit.articles import values

NAMES = [
    ("Jane Doe", ["Jane Doe"]),
    ("By Jane Doe", ["Jane Doe"]),
    ("by: Jane Doe", ["Jane Doe"]),
    ("Byron Smith", ["Byron Smith"]),
    ("By A. Poe and B. Coe", ["A. Poe", "B. Coe"]),
    ("A. Poe & B. Coe", ["A. Poe", "B. Coe"]),
    ("A. Poe, B. Coe, and C. Roe", ["A. Poe", "B. Coe", "C. Roe"]),
    ("A. Poe; B. Coe", ["A. Poe", "B. Coe"]),
    ("Andy Sandford", ["Andy Sandford"]),
    ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
    # surname first, and what only looks like it
    ("Doe, Jane", ["Jane Doe"]),
    ("Doe, Jane; Roe, Max", ["Jane Doe", "Max Roe"]),
    (["Doe, Jane A.", "McRoe, Max", "van der Poe, Ann"], ["Jane A. Doe", "Max McRoe", "Ann van der Poe"]),
    ("Jane Doe, Max Roe", ["Jane Doe", "Max Roe"]),
    ("Reuters, AP", ["Reuters", "AP"]),
    ("Reuters, Jane Doe", ["Reuters", "Jane Doe"]),
    # what follows a comma and is no name
    ("John Doe, Jr., Max Roe", ["John Doe, Jr.", "Max Roe"]),
    ("Jane Doe, Staff Writer", ["Jane Doe"]),
    ("Staff Writer", ["Staff Writer"]),
    # addresses
    ("Jane Doe <jane@doe.example>", ["Jane Doe"]),
    ("jane@doe.example (Jane Doe)", ["Jane Doe"]),
    ("https://social.example/outlet", []),
    ("@janedoe", ["@janedoe"]),
    # lists, links, maps
    (["Jane Doe", "Max Roe"], ["Jane Doe", "Max Roe"]),
    (["Jane Doe and Max Roe"], ["Jane Doe", "Max Roe"]),
    (["[[Jane Doe]]", "[[people/Max Roe]]", "[[p/ann|Ann Poe]]"], ["Jane Doe", "Max Roe", "Ann Poe"]),
    ("[[Jane Doe]], [[Max Roe]]", ["Jane Doe", "Max Roe"]),
    ([["Jane"]], ["Jane"]),
    ([[["Jane"]], [["people/Max|Max"]]], ["Jane", "Max"]),
    ("[Jane Doe, Max Roe]", ["Jane Doe", "Max Roe"]),
    ({"name": "Jane Doe", "email": "x"}, ["Jane Doe"]),
    ([{"name": "Jane Doe"}, {"Given": "Max", "Family": "Roe"}], ["Jane Doe", "Max Roe"]),
    ({"name": {"given": "Jane", "family": "Doe"}}, ["Jane Doe"]),
    ({"name": {"literal": "The Poe Institute"}}, ["The Poe Institute"]),
    ({"name": "Poe, Coe and Roe, Ltd."}, ["Poe, Coe and Roe, Ltd."]),
    ({"email": "x"}, []),
    # once each, and nobody
    (["Jane Doe", "JANE DOE"], ["Jane Doe"]),
    ("n/a", []),
    (["", None, "null"], []),
    ("{{author}}", []),
    ("Se\x00án\nO&#39;Neill", ["Seán O'Neill"]),
]


@pytest.mark.parametrize(("value", "expected"), NAMES)
def test_names(value, expected):
    assert list(values.names(value)) == expected


TITLES = [
    ("Plain", "Plain"),
    ("1984", "1984"),
    ("no", "no"),
    ("Two\n lines\there", "Two lines here"),
    ("*The Gull* wins", "The Gull wins"),
    ("**A** _b_ `c` ~~d~~", "A b c d"),
    ("[Pier](https://a.example/x_(y)) mended", "Pier mended"),
    ("![logo](a.png) Pier", "Pier"),
    ("[[notes/Pier|The pier]] mended", "The pier mended"),
    ('<a id="x"></a>Pier', "Pier"),
    (r"\#1 in sales", "#1 in sales"),
    ("Using &lt;b&gt; &amp; co.", "Using <b> & co."),
    # near misses
    ("[Opinion] Mend it", "[Opinion] Mend it"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("snake_case_name", "snake_case_name"),
    ("a < b and c > d", "a < b and c > d"),
    ("AT&T & Q&A", "AT&T & Q&A"),
    ("*Unfinished", "*Unfinished"),
    # nothing there
    ("N/A", None),
    ("~", None),
    ("{{title}}", None),
    ([], None),
]


@pytest.mark.parametrize(("value", "expected"), TITLES)
def test_title(value, expected):
    assert values.title_value(value) == expected


URLS = [
    ("https://a.example/x?a=1&copy=2", "https://a.example/x?a=1&copy=2"),
    ("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"),
    ("<https://a.example/x>", "https://a.example/x"),
    ("[A](https://a.example/x_(y))", "https://a.example/x_(y)"),
    (["", "http://a.example"], "http://a.example"),
    ("HTTPS://A.example/", "HTTPS://A.example/"),
    ("/2024/06/x/", None),
    ("a.example", None),
    ("ftp://a.example", None),
    ("null", None),
    (None, None),
]


@pytest.mark.parametrize(("value", "expected"), URLS)
def test_url(value, expected):
    assert values.url_value(value) == expected


OUTLETS = [
    ("The Post", "The Post"),
    ("[[The Post]]", "The Post"),
    ({"name": "The Post"}, "The Post"),
    ("https://www.post.example/news", "post.example"),
    ("www.post.example", "post.example"),
    ("post.example", "post.example"),
    ("none", None),
]


@pytest.mark.parametrize(("value", "expected"), OUTLETS)
def test_outlet(value, expected):
    assert values.outlet(value) == expected


HOSTS = [
    ("https://www.post.example:8080/x", "post.example"),
    ("http://me@Post.example", "post.example"),
    ("https://", None),
    ("https://[::1]/", None),
    ("post", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "expected"), HOSTS)
def test_host(url, expected):
    assert values.host(url) == expected


TAGS = [
    (["a b", "#c"], ["a b", "c"]),
    (["Lyon, France"], ["Lyon, France"]),
    ("a, b; c", ["a", "b", "c"]),
    ("#a #b-c", ["a", "b-c"]),
    ("a b", ["a b"]),
    ("['a', \"b\"]", ["a", "b"]),
    ([{"name": "a"}], ["a"]),
    (["A", "a", "null", ""], ["A"]),
    ([["a"]], ["a"]),
    (None, []),
]


@pytest.mark.parametrize(("value", "expected"), TAGS)
def test_tags(value, expected):
    assert list(values.tags(value)) == expected


LANGUAGES = [
    ("en", "en"),
    ("EN-us", "en-US"),
    ("en_GB.UTF-8", "en-GB"),
    ("zh-hant-tw", "zh-Hant-TW"),
    ("no", "no"),
    (["fr", "en"], "fr"),
    ("English", None),
    ("e", None),
    ("", None),
]


@pytest.mark.parametrize(("value", "expected"), LANGUAGES)
def test_language(value, expected):
    assert values.language(value) == expected
