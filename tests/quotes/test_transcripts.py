"""Transcripts: whose words a turn without marks quotes, in invented hearings, briefings and interviews."""

import pytest

from kit.quotes import find_quotes
from kit.quotes.parsing.reading import read

LABELS = [
    # how a turn is labelled
    ("KIM: We sail.\n\nLUND: Who?\n\nKIM: We.", ["KIM", "LUND", "KIM"]),
    ("SEC. KIM: We sail.\n\nGEN. LUND: Who?\n\nDR. BERG: We.", ["KIM", "LUND", "BERG"]),
    ("SECRETARY OF STATE ANA KIM: We sail.\n\nMR. LUND: Who?\n\nQ: Who?", ["ANA KIM", "LUND"]),
    ("**Ana Kim:** We sail.\n\n**Lund (through an interpreter):** Who?", ["Ana Kim", "Lund"]),
    ("[00:12:31] Kim: We sail.\n\n[00:12:45] Lund: Who?", ["Kim", "Lund"]),
    ("Ana Kim (00:12):\n\nWe sail.\n\nKarl Lund (00:45):\n\nWho?", ["Ana Kim", "Ana Kim", "Karl Lund", "Karl Lund"]),
    ("ANA KIM, VIK RADIO: We sail.\n\nKarl Lund, mayor of Vik: Who?", ["ANA KIM", "Karl Lund"]),
    ("The Minister (Ana Kim): We sail.\n\nMs Ida Lund (Vik) (Lab): Who?", ["Ana Kim", "Ida Lund"]),
    ("Mayor of Vik, Ana Kim: We sail.\n\nThe Chair: Who?", ["Ana Kim", "The Chair"]),
    # a turn goes on up to the next label, whoever asks there
    ("KIM: We sail.\n\nTomorrow.\n\nQUESTION: Who?\n\nKIM: We.", ["KIM", "KIM", None, "KIM"]),
    ("KIM: We sail.\n\nQ: Who?\n\nKIM: We.\n\nThey sailed.", ["KIM", None, "KIM"]),
    # no turns
    ("Ana Kim, the mayor: “We sail.”\n\nKarl Lund: “Who?”", []),
    ("There was one way out: We sail.\n\nBy noon, Kim became a name: Who sails?", []),
    ("From Ana Kim: We sail.\n\nKim’s answer to Lund: We do not.", []),
    ("Ana Kim: Left early. She told us: “We sail.”\n\nKarl Lund: Stayed. He said: “Who?”", []),
    ("Ana Kim sailed.\n\nKim: Boats stay in", []),
]


@pytest.mark.parametrize(("text", "names"), LABELS)
def test_labels(text, names):
    turns = read(text).turns
    assert [label and label.name for _, label in sorted(turns.items())] == names


TURNS = [
    # I and we are who has the turn
    ("KIM: I told them, “Sail.”\n\nLUND: And we said, “No.”\n\nKIM: You did.", ["KIM", "LUND"]),
    (
        "KIM: He came.\n\nThen I said, “Sail.”\n\nLUND: We all went down and said, “No.”\n\nKIM: You did.",
        ["KIM", "LUND"],
    ),
    ("KIM: We used to tell them, “Sail.”\n\nLUND: I did.\n\nKIM: You did.", ["KIM"]),
    # under the name that the article gives
    (
        "Ana Kim met Karl Lund.\n\nKIM: I said: “Sail.”\n\nMR. LUND: I said: “No.”\n\nKIM: You did.",
        ["Ana Kim", "Karl Lund"],
    ),
    ("MODERATOR: Thank you, Mayor.\n\nMayor Ana Kim: We sail.\n\nLUND: The mayor said: “Sail.”", ["Ana Kim"]),
    # you is who has the next turn
    ("Q: Minister, you said in May, “We sail.”\n\nKIM: I did.\n\nLUND: She did.", ["KIM"]),
    ("LUND: You wrote that it was “a leaky boat”.\n\nKIM: I did.\n\nLUND: Why?", ["KIM"]),
    ("Ana Kim builds boats.\n\nQ: You said, “We sail.” Did you?\n\nA: No.\n\nQ: Why?\n\nA: Wind.", ["Ana Kim"]),
    # nobody speaks of himself as he, the director or by a name with which he turns to somebody
    ("LUND: My boss came in and told me: “Sail.”\n\nKIM: Who?", ["My boss"]),
    (
        "Karl Lund met Ana Kim.\n\nLUND: An old pilot rang. Well, Ana, I asked, and he said: “Sail.”"
        "\n\nKIM: Who?\n\nLUND: He.",
        ["An old pilot"],
    ),
    ("KIM: Who?\n\nLUND: The director said: “Sail.” I said: “No.”\n\nKIM: Why?", ["The director", "LUND"]),
    ("CHAIR: Mr Lund, your own pilot said: “Sail.”\n\nLUND: Who?", ["your own pilot"]),
    ("BARONESS KIM: My Lords, my father used to say: “Sail.”\n\nLORD LUND: Who?\n\nLORD BERG: He.", ["my father"]),
    # the first word of a turn is no name
    ("KIM: Thank you. She told me: “Sail.”\n\nLUND: Well.\n\nKIM: Welcome.", [None]),
    # I is who gives the speech that a heading announces
    ("# Remarks by Mayor Ana Lund at the harbour\n\nI told them: “Sail.”", ["Ana Lund"]),
    ("Testimony of Karl Berg before the council\n\nIn May I wrote, “We sail.”", ["Karl Berg"]),
    ("Speech: Mayor Ana Lund, Oslo, 3 May\n\nA cook said: “No.” I told him: “Sail.”", ["A cook", "Ana Lund"]),
    ("Mayor Ana Lund’s remarks to the press\n\nI told them: “Sail.”", ["Ana Lund"]),
    ("Remarks by Mayor Ana Lund have angered sailors.\n\nI told them: “Sail.”", [None]),
    ("Mayor Ana Lund opens the harbour\n\nI told her: “Sail.”", [None]),
    # in a list of people each is he or she
    ("Ana Kim: Left early. She told us: “We sail.”\n\nKarl Lund: Stayed. He said: “Who?”", ["Ana Kim", "Karl Lund"]),
    # he is whoever is told of where it is no transcript
    ("Karl Lund: Party in peril\n\nThe mayor spoke. “We sail,” he said.", ["Karl Lund"]),
    ("I asked her twice. I told her: “Sail.”", [None]),
    ("As you said, “we sail”.", [None]),
]


@pytest.mark.parametrize(("text", "speakers"), TURNS)
def test_turns(text, speakers):
    assert [quote.speaker for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == speakers
