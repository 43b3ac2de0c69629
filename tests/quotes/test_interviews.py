"""Interviews: which paragraphs ask, and who answers, in invented ones beside articles that are none."""

import pytest

from kit.quotes import find_quotes
from kit.quotes.parsing.reading import read

QUESTIONS = [
    # in bold, with a question mark, to "you"
    ("A baker.\n\n**Did Ewa Sobol teach her?**\n\n“She did.”\n\n**A cold May**\n\n“It was.”", [1, 3]),
    ("A baker.\n\n__When did it crack?__\n\n“In May.”\n\n__Who mended it?__\n\n“Nobody.”", [1, 3]),
    ("A baker.\n\nWhen did it crack?\n\n“In May.”\n\nWho mended it?\n\n“Nobody.”", [1, 3]),
    ("A diver.\n\nTell us where you began.\n\n“At sea.”", [1]),
    ("A diver.\n\nIs it your boat?\n\n“Hers.”", [1]),
    # in bold, where the answer follows later
    ("A cook.\n\n**Why?**\n\n“Salt.”\n\n**And?**\n\n“Ash.”\n\n**The end?**\n\nHe laughs. “No.”", [1, 3, 5]),
    # no question
    ("A diver.\n\nWho can mend a boat of stone?\n\n“Nobody,” she said.", []),
    ("A diver.\n\n**A cold start**\n\n“At sea,” she said.\n\n**The end**\n\nIt rained.", []),
    ("A diver.\n\nYou begin at sea.\n\nShe said: “At sea.”", []),
    ("A diver.\n\n“Is it your boat?”\n\n“Hers.”", []),
]


@pytest.mark.parametrize(("text", "paragraphs"), QUESTIONS)
def test_questions(text, paragraphs):
    assert sorted(read(text).questions) == paragraphs


ANSWERS = [
    # the one interviewed, not whom a question names
    (
        "Mara Lind bakes bread.\n\n**Did Ewa Sobol teach you?**\n\n“She did,” Lind says.\n\n"
        "**What would Karl Berg say?**\n\n“He would laugh at us.”",
        ["Mara Lind", "Mara Lind"],
    ),
    (
        "Tom Reyes tunes organs.\n\n**Who taught you?**\n\n“My aunt did,” Reyes says.\n\n"
        "**Bishop Ana Lund said it was too loud.**\n\n“She is right about that.”",
        ["Tom Reyes", "Tom Reyes"],
    ),
    # the first one named before the questions, even where nobody says who answers
    (
        "*Roofer Mara Lind, 71, learned from her aunt.*\n\n**Did Ewa Sobol help?**\n\n“She did not.”\n\n"
        "**Is it hard?**\n\nShe sits down. “It is,” she says.",
        ["Mara Lind", "Mara Lind"],
    ),
    # I, where answers have no marks
    (
        "Roofer Mara Lind, 71, was born in Ribe.\n\n**Who taught you?**\n\nI told my aunt: “You will.”\n\n"
        "**And then?**\n\nThe mayor said: “You will not.” I said: “We shall see.”",
        ["Mara Lind", "The mayor", "Mara Lind"],
    ),
    (
        "Tom Reyes tunes organs.\n\n**Q.** By chance?\n\n**A.** I wrote on a form: “To listen.”\n\n"
        "**Q.** Nothing else.\n\n**A.** No, I always say: “Listen.”",
        ["Tom Reyes", "Tom Reyes"],
    ),
    ("Mara Lind is a roofer.\n\nThe Post: Why?\n\nAna Lund: I told her: “It is too late.”", ["Ana Lund"]),
    # not in a text with a question or two in it
    ("Mara Lind is a roofer.\n\n**Why?**\n\nI told her: “It is too late.”", [None]),
    # whom a paragraph names that asks nothing
    (
        "Tom Reyes tunes organs.\n\n“My aunt taught me,” Reyes says.\n\n"
        "Bishop Ana Lund sat down and said: “It is loud.”",
        ["Tom Reyes", "Ana Lund"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), ANSWERS)
def test_answers(text, speakers):
    assert [quote.speaker for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == speakers
