"""Raw text → a draft: what is kept, what is left out, and what the lines round the article say of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.intake.draft import Draft, Facts
from kit.intake.plain import read_text

LEAD = "The weir at Osk was opened on Wednesday, the harbour office said, after nine days of rain."
SECOND = "“We have never seen the river like this,” said Runa Feld, who has kept the lock for thirty years."
LAST = "Two families were taken to the school, where they slept in the gym until the water went down again."
BODY = f"{LEAD}\n\n{SECOND}\n\n{LAST}"


def page(head: str = "", tail: str = "") -> Draft:
    return read_text(f"{head}\n\n{BODY}\n\n{tail}")


def reasons(draft: Draft) -> dict[str, str]:
    return {line.text: line.dropped for line in draft.lines if line.dropped}


HEADS = [
    # the lines above the text, what they say
    ("Weir opened at Osk", Facts(title="Weir opened at Osk")),
    ("Weir opened at Osk | The Osk Herald", Facts(title="Weir opened at Osk", source="The Osk Herald")),
    ("North • Weir opened at Osk after rain", Facts(title="Weir opened at Osk after rain")),
    ("The Osk Herald\nWeir opened at Osk", Facts("Weir opened at Osk", source="The Osk Herald")),
    ("Friday, May 5, 2023 | Today’s paper\nWeir opened", Facts("Weir opened", date_hint="2023-05-05")),
    ("Weir opened at Osk\nPolitics 17:20 May 03, 2023", Facts("Weir opened at Osk", published="2023-05-03")),
    ("Weir opened at Osk\nBy Ann Poe | Osk | May 3, 2023",
     Facts("Weir opened at Osk", "2023-05-03", authors=("Ann Poe",))),
    ("URGENT\nWeir opened at Osk", Facts(title="Weir opened at Osk")),
    ("The Osk Herald\nBreaking\nWeir opened at Osk", Facts("Weir opened at Osk", source="The Osk Herald")),
    ("Urgent repairs at Osk", Facts(title="Urgent repairs at Osk")),
    ("World\nPolitics\nSport\nWeir opened at Osk after rain", Facts(title="Weir opened at Osk after rain")),
    ("Home > News > Regional\nWeir opened at Osk", Facts(title="Weir opened at Osk")),
    ("Home News Weir opened at Osk\nWeir opened at Osk", Facts(title="Weir opened at Osk")),
    (
        "Weir opened at Osk\nPosted on : 2023-05-03 09:10 KST Modified on : 2023-05-04 08:00 KST",
        Facts(title="Weir opened at Osk", published="2023-05-03", modified="2023-05-04"),
    ),
    ("Weir opened at Osk\nMay 3, 2023", Facts(title="Weir opened at Osk", published="2023-05-03")),
    (
        "Weir opened at Osk\nBy Ann Poe and Jo Coe | May 3, 2023 | 4 min read",
        Facts(title="Weir opened at Osk", published="2023-05-03", authors=("Ann Poe", "Jo Coe")),
    ),
    ("Weir opened at Osk\nBY ANN POE [poe@osk-herald.example]", 
     Facts("Weir opened at Osk", source="osk-herald.example", authors=("Ann Poe",))),
    ("Title: Weir opened at Osk\nSource: The Osk Herald", Facts(title="Weir opened at Osk", source="The Osk Herald")),
    (
        "From: Ann Poe <poe@osk.example>\nTo: press@echo.example\nSubject: Fwd: Weir opened at Osk\n"
        "Date: Wed, 3 May 2023 10:00:00 +0200",
        Facts(title="Weir opened at Osk", published="2023-05-03"),
    ),
    ("From the north: floods", Facts(title="From the north: floods")),
    ("Weir opened at Osk\nhttps://osk.example/weir", Facts(title="Weir opened at Osk", url="https://osk.example/weir")),
]  # fmt: skip


@pytest.mark.parametrize(("head", "facts"), HEADS, ids=[head for head, _ in HEADS])
def test_head(head: str, facts: Facts) -> None:
    draft = page(head)
    assert draft.facts == facts
    assert draft.body == BODY


KEPT_ABOVE = [
    "The river is back in its bed, and nobody was hurt",  # a standfirst
    "The lock at Osk on Tuesday. (Osk Herald)",  # a caption
]


@pytest.mark.parametrize("line", KEPT_ABOVE)
def test_what_may_be_of_the_article_stays_above_the_text(line: str) -> None:
    draft = page(f"Weir opened at Osk\n{line}")
    assert draft.body == f"{line}\n\n{BODY}"


TAILS = [
    # behind the text; what is left of it
    ("By Ann Poe, staff reporter", ""),
    ("By Ann Poe (poe@osk.example\n)", ""),
    ("Please direct questions or comments to [news@osk.example]", ""),
    ("Related stories\n\nFerry to run on Sundays\n\nBakery closes after ninety years", ""),
    ("Most viewed articles\nFerry to run on Sundays", ""),
    ("Follow us on social media\nTop Bottom", ""),
    ("By Ann Poe\nbutton that leads to the other edition", ""),
    ("© 2023 The Osk Herald. All rights reserved.", ""),
    ("Share\nTweet\nPrint\n12 comments", ""),
    # near misses
    ("Correction: the lock was built in 1911, not in 1912, as an earlier version had it.", None),
    ("Ann Poe reported from Osk. Jo Coe contributed reporting from the capital.", None),
    ("By then, the water had gone down, and the families could return to their homes.", None),
    ("(Reporting by Ann Poe; editing by Jo Coe)", None),
    ("Comments made by the mayor were not recorded, his office said in a letter to the paper.", None),
]


@pytest.mark.parametrize(("tail", "left"), TAILS, ids=[tail for tail, _ in TAILS])
def test_tail(tail: str, left: str | None) -> None:
    expected = BODY if left == "" else f"{BODY}\n\n{tail}"
    assert page("Weir opened at Osk", tail).body == expected


BETWEEN = [
    # a line between two paragraphs; is it left out?
    ("- Advertisement -", True),
    ("Story continues below advertisement", True),
    ("Read more: Ferry to run on Sundays", True),
    ("Why did the governor of Lund sell her three racing horses", True),
    ("Short of flour, Ostrava bakers turn to chestnut loaves for winter", True),
    # near misses
    ("Next", False),
    ("What the lock keeper saw", False),
    ("Why the weir at Osk was opened by the harbour office", False),  # the article's own words
    ("What did you think when the Governor of Lund sold her horses", False),  # an interview's question
    ("In March the Governor of Lund asked her trainer: ‘How many horses?’", False),
    ("“Why did the Governor of Lund sell her three racing horses”", False),
    ("The lock at Osk on Tuesday. (Osk Herald photo)", False),
]


@pytest.mark.parametrize(("line", "is_left_out"), BETWEEN, ids=[line for line, _ in BETWEEN])
def test_between_paragraphs(line: str, is_left_out: bool) -> None:
    more = "\n\n".join(f"{LAST[:-1]}, said witness number {n}." for n in "123456")
    draft = read_text(f"Weir opened at Osk\n\n{LEAD}\n\n{line}\n\n{SECOND}\n\n{more}")
    assert (line not in draft.body) == is_left_out


def test_a_caption_that_repeats_stands_once() -> None:
    caption = "Runa Feld at the lock. (courtesy of the harbour office)"
    draft = page(f"Weir opened at Osk\n{caption}\n{caption}")
    assert draft.body == f"{caption}\n\n{BODY}"


def test_fields_of_a_forum() -> None:
    draft = page("North\xa0Weir opened at Osk after rain\n\nSenior member\nStaff member\nNation of origin")
    assert draft.facts == Facts(title="Weir opened at Osk after rain")
    assert draft.body == BODY


def test_a_labelled_day_before_the_first_words() -> None:
    draft = read_text(f" date 2023-05-03 {BODY}")
    assert draft.facts.published == "2023-05-03"
    assert draft.body == BODY


HEADERS = [
    # the page's day, the day of publication, the hint
    ("Wednesday, May 3, 2023", "2023-05-03", None),  # the text names Wednesday
    ("Friday, May 5, 2023", None, "2023-05-05"),
    ("Monday, May 8, 2023", None, "2023-05-08"),
]


@pytest.mark.parametrize(("day", "published", "hint"), HEADERS)
def test_the_day_of_the_page_needs_evidence(day: str, published: str | None, hint: str | None) -> None:
    draft = page(f"61.3 F\nPort Osk\n{day}\n\nWeir opened at Osk\n\n- Advertisement -")
    assert (draft.facts.published, draft.facts.date_hint) == (published, hint)
    assert draft.facts.title == "Weir opened at Osk"
    assert draft.body == BODY
    assert len(draft.notes) == 1
    assert set(reasons(draft).values()) == {"weather", "place of the page", "date", "title", "advertisement"}


def test_what_is_known_wins() -> None:
    known = Facts(title="Another title", published="2020", authors=("Zoe Zed",), source="Echo")
    draft = read_text(f"Weir opened at Osk\nBy Ann Poe\nMay 3, 2023\n\n{BODY}", known)
    assert draft.facts == known
    assert draft.body.endswith(BODY)


def test_lines_broken_to_a_width_are_joined() -> None:
    wrapped = "Weir opened at Osk\n\n" + LEAD.replace("the harbour", "the\nharbour") + "\n\n" + SECOND
    assert SECOND in read_text(wrapped).body


def test_a_poem_is_kept() -> None:
    poem = "The river came\n\nThe river went\n\nAnd nobody\n\nWas asked at all"
    assert read_text(f"Weir\n\n{poem}").body.split()[-3:] == ["asked", "at", "all"]


LINES = st.sampled_from(
    [
        LEAD,
        SECOND,
        LAST,
        "By Ann Poe",
        "Related stories",
        "May 3, 2023",
        "61 F",
        "Share",
        "Comments",
        "a",
        "“",
        "|",
        "# x",
    ]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=80)), max_size=14).map("\n\n".join))
@settings(max_examples=150, deadline=None)
def test_every_line_is_kept_or_accounted_for(text: str) -> None:
    draft = read_text(text)
    kept = [line.text for line in draft.lines if not line.dropped]
    assert draft.body.split() == " ".join(kept).split()
    assert [line.number for line in draft.lines] == sorted(line.number for line in draft.lines)


@given(st.lists(st.sampled_from([LEAD, SECOND, LAST]), min_size=1, max_size=5, unique=True))
@settings(deadline=None)
def test_running_text_is_never_left_out(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert read_text(f"Weir opened at Osk\nBy Ann Poe\n\n{text}\n\nMost viewed").body == text
