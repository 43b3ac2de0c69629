"""Who the source of a reporting word is: each shape with two subjects, near misses beside them."""

import pytest

from kit.quotes.parsing.reading import read

SOURCES = [
    # the head of the subject, not the noun beside the verb
    ("A study carried out for the port by a retired surveyor concluded that the pier leaned.", "conclude", "A study"),
    ("A note written for the board by a clerk in accounts suggested that sums were wrong.", "suggest", "A note"),
    ("Brokers in Lagos have warned that prices will rise.", "warn", "Brokers"),
    ("A copy of the lease, a single sheet, says that the rent is due.", "say", "A copy"),
    ("The letter of dismissal, which was shown to the panel, said that he was free.", "say", "The letter"),
    ("Poland's Jan Lis told the room that he would stay.", "tell", "Jan Lis"),
    # a clause between the source and its verb; "it" begins what is said
    ("A spokesperson for a bank in Oslo, which closed last May, said it was sorry.", "say", "A spokesperson"),
    ("A clerk at a mill in Turku, which burned in March, said he was asleep.", "say", "A clerk"),
    # second hand
    ("“I was cold,” the statement quotes him as saying.", "say", "him"),
    ("Those on the quay heard him say that the boat was lost.", "say", "him"),
    ("She had been told by one of them to leave.", "tell", "one"),
    ("The letter was praised as “a small jewel” by one critic.", "by", "one critic"),
    # the main clause's subject
    (
        "In a note to investors, the Ministry of Health kept its distance, adding that the road would come.",
        "add",
        "Ministry of Health",
    ),
    # the verb inside the marks
    ("The two ministers “stressed the need for patience”.", "stress", "The two ministers"),
    ("The union “rejected every line of the offer”.", "reject", "The union"),
]


@pytest.mark.parametrize(("text", "lemma", "source"), SOURCES)
def test_source(text, lemma, source):
    reading = read(text)
    found = [text[frame.source.start : frame.source.end] for frame in reading.frames if frame.lemma == lemma]
    assert found == [source]


NO_FRAME = [
    ("In a programme note he thanked the cook.", "note"),
    ("The board of “denied boarding” claims met.", "deny"),
]


@pytest.mark.parametrize(("text", "lemma"), NO_FRAME)
def test_no_frame(text, lemma):
    assert lemma not in {frame.lemma for frame in read(text).frames}
