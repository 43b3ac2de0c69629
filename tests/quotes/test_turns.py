"""Whose turn it is where a quotation stands alone: invented talks, questions and answers, messages."""

import pytest

from kit.quotes import find_quotes

TURNS = [
    # who has just spoken goes on
    ("Ana Lund wrote in May: “Do not come.” And in June: “Come at once.”", ["Ana Lund", "Ana Lund"]),
    ("“It is safe,” Karl Berg said. He rose. Then, at the door: “It was safe.”", ["Karl Berg", "Karl Berg"]),
    ("“It is safe,” Karl Berg said. And Ana Lund, in June: “It never was.”", ["Karl Berg", "Ana Lund"]),
    # whoever was asked
    (
        "Rita Borg rose. We asked Karl Berg whether it was safe. The answer was short: “It is quite safe.”",
        ["Karl Berg"],
    ),
    ("The mine said it was “safe”. We asked again. The reply was one line: “It is safe.”", ["The mine", "The mine"]),
    ("“It is safe,” Karl Berg said. Was it in May? “It always was.”", ["Karl Berg", "Karl Berg"]),
    # whose verdict it is
    ("“It is safe,” Karl Berg said. Ana Lund’s verdict? “It never was.”", ["Karl Berg", "Ana Lund"]),
    ("“It is safe,” Karl Berg said. Ana Lund’s message to the mine? “Shut it.”", ["Karl Berg", "Ana Lund"]),
    ("“It is safe,” Karl Berg said. And the reaction from Ana Lund? “Shut it.”", ["Karl Berg", "Ana Lund"]),
    ("“It is safe,” Karl Berg said. Was Ana Lund’s report late? “It always is.”", ["Karl Berg", "Karl Berg"]),
    # who answers, and asks on
    (
        "Ana Lund rose.\n\n“Did you wear it?” Ivo Marin asked.\n\n“No.”\n\n“Did you try it on?”",
        ["Ivo Marin", "Ana Lund", "Ivo Marin"],
    ),
    (
        "“Who drove?” Ana Lund asked.\n\n“The vicar.”\n\n“Whose vicar?”\n\n“Ours,” Karl Berg said.",
        ["Ana Lund", "Karl Berg", "Ana Lund", "Karl Berg"],
    ),
    ("Karl Berg met Ana Lund.\n\n“When?” she asked.\n\n“At nine.”", ["Ana Lund", "Karl Berg"]),
    # whoever a colon above announces, not who spoke before in that sentence
    ("When Karl Berg argued that it was late, Justice Ana Lund asked:\n\n“Is it late for the mill?”", ["Ana Lund"]),
    ("Karl Berg says he was at home, but Ana Lund told the police:\n\n“I saw him at the mill.”", ["Ana Lund"]),
    ("Karl Berg says he knew, as Ana Lund had told the police.\n\n“I saw her at the mill.”", ["Karl Berg"]),
    # the reply is another one's
    ("“Who drove?” Ana Lund asked Karl Berg. “The vicar,” came the reply.", ["Ana Lund", "Karl Berg"]),
    (
        "Ana Lund rose.\n\n“I drove,” she said.\n\n“Why?” Karl Berg asked.\n\n“I was late,” was the answer.",
        ["Ana Lund", "Karl Berg", "Ana Lund"],
    ),
    # nobody asks, nobody answers
    ("Ana Lund rose. “It is ours,” Karl Berg said.\n\n“Who has paid for it?”", ["Karl Berg", "Karl Berg"]),
    ("Ana Lund rose. “Why pay?” Karl Berg told her.\n\n“It is our land.”", ["Karl Berg", "Karl Berg"]),
    ("Karl Berg is a vet.\n\nI ask him if it is safe.\n\n“No.”", ["Karl Berg"]),
]


@pytest.mark.parametrize(("text", "speakers"), TURNS)
def test_turns(text, speakers):
    assert [quote.speaker for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == speakers


CAPTIONS = [
    # a name above what somebody said, in bold, as a heading or plain
    (
        "Relief and anger.\n\n**Ana Lund, mayor of Oslo**\n\n“At last.”\n\n**Karl Berg, 34, cook**"
        "\n\n“No.”\n\n“Too late.”",
        ["Ana Lund", "Karl Berg", "Karl Berg"],
    ),
    (
        "### Ana Lund\n\n“At last.”\n\n### Karl Berg\n\n“I wept,” he says. “I did.”",
        ["Ana Lund", "Karl Berg", "Karl Berg"],
    ),
    ("MAYOR ANA LUND\n\n“At last.”\n\nKARL BERG, EU MINISTER\n\n“No.”", ["ANA LUND", "KARL BERG"]),
    (
        "**Ana Lund, mayor**\n\n“At last.”\n\n**AMNESTY INTERNATIONAL**\n\n“Well.”\n\n**Karl Berg, cook**\n\n“No.”",
        ["Ana Lund", "AMNESTY INTERNATIONAL", "Karl Berg"],
    ),
    ("Mayor Ana Lund:\n\n“At last.”\n\nMinister for Ports, Karl Berg:\n\n“No.”", ["Ana Lund", "Karl Berg"]),
    # below it, as a signature
    ("“At last.”\n\n**Ana Lund, mayor**\n\n“No, it is too late.”\n\n**Karl Berg, cook**", ["Ana Lund", "Karl Berg"]),
    ("“At last.” – Oslo mayor Ana Lund\n\n“No.” — Opposition leader Karl Berg", ["Ana Lund", "Karl Berg"]),
    # headings that name a place or a thing
    (
        "Oslo calling\n\n“I wept,” said Ana Lund. “I did.”\n\nBitter Harvest"
        "\n\n“So did I,” said Karl Berg. “Too late.”",
        ["Ana Lund", "Ana Lund", "Karl Berg", "Karl Berg"],
    ),
    ("Oslo Fjord\n\n“I wept,” said Ana Lund.\n\nCape Berg\n\n“I wept.” Ana Lund sat down.", ["Ana Lund", "Ana Lund"]),
]


@pytest.mark.parametrize(("text", "speakers"), CAPTIONS)
def test_captions(text, speakers):
    assert [quote.speaker for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == speakers
