"""Reading whole files: what holds for any bytes, decoding, titles from headings and file names."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.articles.article import decode, heading, read_article
from kit.models import Article
from kit.text.lines import line_of

MARKUP = [
    "---",
    "+++",
    "...",
    "\n",
    "\r\n",
    "\r",
    "  - ",
    "- ",
    "# ",
    "## [",
    "](",
    "===",
    "```",
    "[[",
    "]]",
    *" \t{}[]()|",
]
NAMES = [
    "title: ",
    "date: ",
    "author: ",
    "tags: ",
    "url: ",
    "source: ",
    "created: ",
    '"title": ',
    "title = ",
    "[params]",
]
VALUES = [
    "Jane Doe",
    " and ",
    ", ",
    "; ",
    "By ",
    "2024-11-27",
    "5/4/2018",
    "Nov 27, 2024",
    "1732665600",
    "https://a.example/",
]
TROUBLE = [
    "&a ",
    "*a",
    "<<: ",
    "!!x ",
    "\\ud800",
    "\\x00",
    "&#0;",
    "&amp;",
    *"\"'%@#:é\x00\x07\x1b\x85\u2028\ufeff\U0001f600",
]
fragments = st.sampled_from(MARKUP + NAMES + VALUES + TROUBLE)
texts = st.tuples(
    st.sampled_from(["", "---\n", "+++\r\n", "---\r", "\n---\n", "{", "---\ntitle: "]),
    st.lists(fragments, max_size=30).map("".join),
    st.sampled_from(["", "\n---\n", "\n+++\n", "\n}\n", "\n...\nBody."]),
).map("".join)
files = st.one_of(
    texts.map(lambda text: text.encode()),
    texts.map(lambda text: text.encode("utf-16")),
    texts.map(lambda text: text.encode("cp1252", errors="replace")),
    st.binary(max_size=200),
    st.binary(max_size=50).map(lambda data: b"\xff\xfe" + data),
)
paths = st.one_of(st.just("articles/a.md"), st.text(max_size=12))


def texts_in(article: Article) -> list[str]:
    single = [article.title, article.source, article.url, article.language, article.description]
    return [text for text in (*single, *article.authors, *article.tags) if text is not None]


@given(files, paths)
@example(b"", "")
@example(b"---", "articles/.md")
@example(b'{"title": "\\ud800"}', "\udcff.md")
def test_any_bytes_give_an_article_that_fits_them(data, path):
    article = read_article(data, path)
    text, _ = decode(data)
    assert text[article.body_start :] == article.body
    assert article.body_line == len(re.split(r"\r\n|\r|\n", text[: article.body_start]))
    assert article == read_article(data, path)
    lines = len(re.split(r"\r\n|\r|\n", text))
    assert all(problem.line is None or 1 <= problem.line <= lines for problem in article.problems)


@given(files, paths)
def test_any_article_can_be_stored_and_shown(data, path):
    article = read_article(data, path)
    assert article.title
    for text in texts_in(article):
        assert text == " ".join(text.split())
        assert not re.search("[\x00-\x1f\x7f-\x9f]", text)
    for text in (article.body, *texts_in(article), *(problem.message for problem in article.problems)):
        text.encode()  # no half of a surrogate pair
    for day in filter(None, (article.published, article.modified, article.saved)):
        assert re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", day, re.ASCII)


@given(st.text(alphabet=st.sampled_from("a\r\n")), st.integers(min_value=0, max_value=20))
def test_line_at_counts_lf_crlf_and_lone_cr(text, offset):
    offset = min(offset, len(text))
    ends = [end.end() for end in re.finditer(r"\r\n|\r|\n", text)]
    assert line_of(text, 1, offset) == 1 + sum(end <= offset for end in ends)


DECODED = [
    ("é".encode(), "é", None),
    (b"\xef\xbb\xbfa", "a", None),
    (b"\xef\xbb\xbf\xef\xbb\xbfa", "\ufeffa", None),
    ("\ufeffé\n".encode("utf-16-le"), "é\n", None),
    ("\ufeffé\n".encode("utf-16-be"), "é\n", None),
    ("a\n“é”".encode("cp1252"), "a\n“é”", 2),
    (b"a\x81\x8d\x8f\x90\x9d", "a\x81\x8d\x8f\x90\x9d", 1),
    ("“é”\r".encode() + b"\x80", "“é”\r€", 2),
    (b"\xff\xfea", "\ufffd", 1),
    (b"\xff\xfea\x00\n\x00\x00\xd8b\x00", "a\n\ufffdb", 2),
    (b"\xed\xa0\x80", "í\xa0€", 1),
    (b"", "", None),
]


@pytest.mark.parametrize(("data", "text", "line"), DECODED)
def test_decode(data, text, line):
    decoded, problem = decode(data)
    assert decoded == text
    assert (problem and problem.line) == line
    assert problem is None or problem.kind == "encoding"


HEADINGS = [
    ("# A", "A"),
    ("\n\nText.\n\n# A #\n", "A"),
    ("   #\tA\r\nText", "A"),
    ("Text.\r# A\r", "A"),
    ("# *A* [b](https://c.example) &amp; `d`", "A b & d"),
    ("# C#", "C#"),
    ("#\n# A", "A"),
    ("# ![](logo.png)\n\n# A", "A"),
    ("A\n===", "A"),
    ("A\nB\n=\n", "A B"),
    ("```\n# no\n```\n# A", "A"),
    ("~~~\n# no\n```\n~~~~\n# A", "A"),
    ("## [A](https://b.example)\n\n# B", "A"),
    ("\n## [A]()\n", "A"),
    # near misses
    ("", None),
    ("Text.", None),
    ("#A", None),
    ("## A", None),
    ("Text.\n\n## [A](https://b.example)", None),
    ("    # A", None),
    ("A\n\n===", None),
    ("> A\n===", None),
    ("- A\n===", None),
    ("```\n# A", None),
    ("# " + "a " * 200, None),
]


@pytest.mark.parametrize(("body", "expected"), HEADINGS)
def test_heading(body, expected):
    assert heading(body) == expected


FILE_NAMES = [
    ("articles/2024-11-27-night_bus-returns.md", "night bus returns", "2024-11-27"),
    ("articles/2024-11-27.md", "2024-11-27", "2024-11-27"),
    ("articles/deep/er/a.b.markdown", "a.b", None),
    ("articles/---.md", "---", None),
    ("articles/.md", ".md", None),
    ("\x07.md", "untitled", None),
]


@pytest.mark.parametrize(("path", "title", "published"), FILE_NAMES)
def test_file_name(path, title, published):
    article = read_article(b"Text.", path)
    assert (article.title, article.published) == (title, published)


FIELDS = [
    # the first name that says something wins, not the first in the file
    (b"date: 2024-01-01\npublished: 2024-02-02", {"published": "2024-02-02"}),
    (b"published: true\ndate: 2024-01-01", {"published": "2024-01-01"}),
    (b"published: soon\ndate: 2024-01-01", {"published": "2024-01-01"}),
    (b"created: 2024-01-01", {"published": None, "saved": "2024-01-01"}),
    (b"Publish Date: 2024-01-01\nlast-mod: 2024", {"published": "2024-01-01", "modified": "2024"}),
    (b"title:\nheadline: B", {"title": "B"}),
    (b"authors: n/a\nbyline: By Ann Poe", {"authors": ("Ann Poe",)}),
    (b"params: {Author: Ann Poe}", {"authors": ("Ann Poe",)}),
    (b"params: Ann Poe", {"authors": ()}),
    (b"citation: {url: https://a.example/x}", {"url": "https://a.example/x", "source": "a.example"}),
    (b"source: https://www.a.example/x", {"url": "https://www.a.example/x", "source": "a.example"}),
    (b"source: The Post\nlink: https://a.example/x", {"url": "https://a.example/x", "source": "The Post"}),
    (b"source: '[The Post](https://a.example/x)'", {"url": "https://a.example/x", "source": "The Post"}),
    (b"source: <https://a.example/x>", {"url": "https://a.example/x", "source": "a.example"}),
    (b"publisher: {name: The Post}\nsource: Other", {"url": None, "source": "The Post"}),
    (b"site: https://www.post.example/\nurl: /x", {"url": None, "source": "post.example"}),
    (b"hostname: www.post.example\nsource: https://b.example", {"source": "post.example"}),
    (b"tags: []\nkeywords: a, b", {"tags": ("a", "b")}),
    (b"lang: en_us\ndek: Short.", {"language": "en-US", "description": "Short."}),
]


@pytest.mark.parametrize(("block", "expected"), FIELDS)
def test_fields(block, expected):
    article = read_article(b"---\n" + block + b"\n---\n", "articles/a.md")
    assert {field: getattr(article, field) for field in expected} == expected


def test_problems_come_in_the_order_of_the_file():
    data = b"---\nmodified: x\ntitle: a: b\ndate: 5/4/2018\ncreated: y\n---\n\xff"
    problems = read_article(data, "articles/a.md").problems
    assert [(problem.kind, problem.line) for problem in problems] == [
        ("date", 2),
        ("front-matter", 3),
        ("ambiguous-date", 4),
        ("date", 5),
        ("encoding", 7),
    ]
    assert all("\n" not in problem.message and problem.message for problem in problems)


def test_the_digest_is_that_of_the_bytes():
    with_mark, without = (read_article(data, "a.md") for data in (b"\xef\xbb\xbfA", b"A"))
    assert with_mark.body == without.body
    assert with_mark.digest != without.digest
    assert re.fullmatch("[0-9a-f]{32}", without.digest)
