"""A draft → an article file: its name and front matter, whatever the title is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.articles import read_article
from kit.articles.values import clean
from kit.index.files import is_article
from kit.intake.draft import Draft, Facts
from kit.intake.write import article_text, file_stem, save_article
from kit.workspace import Workspace

STEMS = [
    (Facts(title="Weir opened at Osk", published="2023-05-03"), "2023-05-03-weir-opened-at-osk"),
    (Facts(title="Weir opened at Osk", published="2023-05"), "2023-05-weir-opened-at-osk"),
    (Facts(title="Weir opened at Osk"), "weir-opened-at-osk"),
    (Facts(title="“U.S.” says café’s ÄRGER: no"), "us-says-cafes-arger-no"),
    (Facts(title="섬마을 학교"), "섬마을-학교"),
    (Facts(title="../../etc/passwd"), "etc-passwd"),
    (Facts(title="a/b\\c\0d"), "a-b-c-d"),
    (Facts(title="con"), "undated-con"),
    (Facts(title="2024-11-27 was a day"), "undated-2024-11-27-was-a-day"),  # nobody says that it is the day
    (Facts(title="!!!"), "some-words"),
    (Facts(), "some-words"),
    (Facts(title="word " * 100), "word-word-word-word-word-word-word-word-word-word-word-word"),
    (Facts(title="w" * 400), "w" * 60),
]


@pytest.mark.parametrize(("facts", "stem"), STEMS)
def test_file_stem(facts: Facts, stem: str) -> None:
    assert file_stem(Draft(facts, "Some words.")) == stem


def test_front_matter() -> None:
    facts = Facts(
        title='He said: "No"', published="2023-05-03", modified="2023-05", saved="2024", date_hint=None, source="Echo",
        authors=("Ann Poe", "Jo Coe"), url="https://osk.example/weir", language="en", tags=("a b", "c"),
        description="- x",
    )  # fmt: skip
    assert article_text(Draft(facts, "Some words.")) == (
        '---\ntitle: "He said: \\"No\\""\npublished: 2023-05-03\nmodified: 2023-05\nsaved: 2024\nsource: "Echo"\n'
        'author: ["Ann Poe", "Jo Coe"]\nurl: "https://osk.example/weir"\nlanguage: en\ntags: ["a b", "c"]\n'
        'description: "- x"\n---\n\nSome words.\n'
    )


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    workspace = Workspace(tmp_path)
    draft = Draft(Facts(title="Weir"), "Some words.")
    (tmp_path / "articles" / "weir-3.md").symlink_to(tmp_path / "nowhere")
    labels = [save_article(draft, workspace) for _ in range(3)]
    assert labels == ["articles/weir.md", "articles/weir-2.md", "articles/weir-4.md"]
    assert not (tmp_path / "nowhere").exists()


TEXT = st.text(max_size=40)


@given(title=TEXT, author=TEXT, source=TEXT, body=st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read(title: str, author: str, source: str, body: str) -> None:
    facts = Facts(title=clean(title), source=clean(source), authors=(clean(author),) if clean(author) else ())
    draft = Draft(facts, body.replace("\r", "\n"))
    stem = file_stem(draft)
    assert "/" not in stem
    assert "\\" not in stem
    assert not stem.startswith(".")
    assert len(stem.encode()) < 230
    assert is_article(f"{stem}.md")
    article = read_article(article_text(draft).encode(errors="replace"), f"articles/{stem}.md")
    assert article.published is None
    assert article.body.strip() == draft.body.strip().encode(errors="replace").decode()
    if title.isalnum() and title.isascii():
        assert article.title == title or title.lower() in ("none", "null", "undefined")
