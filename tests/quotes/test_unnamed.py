"""Descriptions of whoever has no name, or none yet, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes.parsing.reading import read
from kit.quotes.resolving.antecedents import possible_people
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver

UNNAMED = [
    # who has just spoken, not who was spoken of
    (
        "Minister Ana Lund hid. A diplomat told Kim that Lund was “hurt”.\n\n“No,” the official said.",
        "the official",
        "A diplomat",
    ),
    ("Mayor Ana Lund hid. A neighbour said Lund slept.\n\n“No,” the woman said.", "the woman", "A neighbour"),
    ("Mayor Karl Berg hid. A carpenter said he shouted.\n\n“No,” the witness said.", "the witness", "A carpenter"),
    (
        "Mayor Karl Berg hid. A clerk said Berg ran. She saw Berg.\n\n“No,” the officer said.",
        "the officer",
        "the officer",
    ),
    ("Mayor Karl Berg hid. A sergeant said Berg ran.\n\n“No,” the officer said.", "the officer", "A sergeant"),
    ("Mayor Karl Berg hid. A pupil said she ran.\n\n“No,” the girl said.", "the girl", "A pupil"),
    ("Mayor Karl Berg hid. A baker said he ran.\n\n“No,” the girl said.", "the girl", "the girl"),
    ("Mayor Karl Berg hid. A waitress said he slept.\n\n“No,” the man said.", "the man", "the man"),
    ("Driver Karl Berg hid. A cook said he slept.\n\n“No,” the official said.", "the official", "the official"),
    ("Mayor Karl Berg hid. A cook said he slept. Ms Lund rose.\n\n“No,” the woman said.", "the woman", "Lund"),
    (
        "Mayor Karl Berg hid. A diplomat said he slept.\n\n“No,” the second official said.",
        "the second official",
        "the second official",
    ),
    # the last one who spoke, whoever was a man before
    ("A man, Karl Berg, fell. The boy’s father said he slept. “No,” the man said.", "the man", "The boy’s father"),
    ("A woman, Ana Lund, fell. A neighbour said Lund slept. “No,” the woman said.", "the woman", "A neighbour"),
    ("A man fell. A neighbour said it rained. “No,” the man said.", "the man", "A man"),
    # who says later what the name is
    ("One of the cooks, who identified himself only as Karl, told us “no”. He left.", "One", "Karl"),
    ("A group, who gave their name as Norva, told us “no”.", "A group", "A group"),
    # who has just done something, by whatever trade
    ("Ana Lund won.\n\nHer father waited outside. “No,” the pensioner said.", "the pensioner", "Her father"),
    ("Ana Lund won.\n\nOne fan had brought a flag. “No,” the carpenter said.", "the carpenter", "One fan"),
    ("Ana Lund won.\n\nA boy was hurt. “No,” the carpenter said.", "the carpenter", "the carpenter"),
    ("Ana Lund won.\n\nA boy limped. “No,” the surgeon said.", "the surgeon", "the surgeon"),
    ("Ana Lund won.\n\nA waitress met Per Lund. “No,” the student said.", "the student", "the student"),
    (
        "Cook Ana Lund won.\n\nA fellow conscript said she slept. “No,” the soldier said.",
        "the soldier",
        "A fellow conscript",
    ),
    ("Doctor Ana Lund won.\n\nA houseman said she slept. “No,” the doctor said.", "the doctor", "A houseman"),
    # the one met last, of a lawyer without a name and a barrister with one
    ("A lawyer slept. Barrister Ana Lund left. “No,” the lawyer said.", "the lawyer", "Ana Lund"),
    ("Barrister Ana Lund left. A lawyer slept. “No,” the lawyer said.", "the lawyer", "A lawyer"),
    ("A minister slept. Secretary of State Karl Berg left. “No,” the minister said.", "the min", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "words", "person"), UNNAMED)
def test_unnamed(stands_for, text, words, person):
    assert stands_for(text, words) == person


NAMED_BEHIND = [
    ("Mr Karl Berg wept. In his letter, Jan Holm wrote of “rain”.", "his letter", "Jan Holm"),
    ("Mrs Ana Lund wept. In her closing speech, prosecutor Ida Berg asked for “mercy”.", "her closing", "Ida Berg"),
    ("Lund Ltd fell. In its report, the Ministry of Works wrote of “rain”.", "its report", "Ministry of Works"),
    ("Mrs Ana Lund wept. In her letter, Mr Jan Holm wrote of “rain”.", "her letter", None),
    ("Mr Karl Berg wept. In his letter to Jan Holm, he wrote of “rain”.", "his letter", None),
]


@pytest.mark.parametrize(("text", "words", "person"), NAMED_BEHIND)
def test_named_behind(stands_for, text, words, person):
    assert stands_for(text, words) == person


SAYS_SO = [
    ("Mrs Ana Lund spoke. Ms Lund left. Mayor Ida Berg says she is “ill”.", "Ida Berg"),
    ("Mrs Ana Lund spoke. Mayor Ida Berg told us that she was “ill”.", None),
    ("Mrs Ana Lund spoke. Asked about Ms Lund, Ida Berg said she was “ill”.", None),
    ("Mrs Ana Lund spoke. Mr Karl Berg said she was “ill”.", None),
    ("Mrs Ana Lund spoke. Outside the House of Trade, Ida Berg said she was “ill”.", "Ida Berg"),
    ("Mrs Ana Lund spoke. Outside with a nurse, Ida Berg said she was “ill”.", None),
]


@pytest.mark.parametrize(("text", "person"), SAYS_SO)
def test_who_says_so(stands_for, text, person):
    assert stands_for(text, "she") == person


NEWCOMERS = [
    # whoever opens a paragraph without a name is whom he or she in it stands for
    ("Ana Lund left.\n\nA baker was sweeping. “Glass,” she said.", "A baker"),
    (
        "Ana Lund left.\n\nOutside a bank one pensioner, who had lost all, shook her head. “No,” she said.",
        "one pensioner",
    ),
    ("Ana Lund left.\n\nA young nurse, tired, sat down, and she said it was over.", "A young nurse"),
    ("Karl Lund left.\n\nA neighbour was sure. He said: “No.”", "A neighbour"),
    ("Ana Lund left.\n\nThe mill’s lawyer said it was wrong. “No,” she said.", "The mill’s lawyer"),
    ("Ana Lund left.\n\nThe mill’s lawyer shouted at Ida Berg. “No,” she said.", None),
    ("Ana Lund left.\n\nThe mill’s lawyer was late. “No,” she said.", None),
    # near misses: somebody with a name comes too, something is done to the person, another paragraph, the other gender
    ("Ana Lund left.\n\nA baker met Ida Berg. “Glass,” she said.", None),
    ("Ana Lund left.\n\nA baker was robbed. “Glass,” she said.", None),
    ("Ana Lund left.\n\nA baker has died. “Glass,” she said.", None),
    ("Ana Lund left.\n\nLund had a baker. “Glass,” she said.", None),
    ("Ana Lund left.\n\nA baker was sweeping.\n\n“Glass,” she said.", None),
    ("Ana Lund left.\n\nA fireman was sweeping. “Glass,” she said.", "Ana Lund"),
    ("Ana Lund left.\n\nThe roof fell. A baker was sweeping. “Glass,” she said.", None),
    # also whoever does something to her, and does not tell her something
    ("Ana Lund left.\n\nAnother cook interrupted her. “No,” she said.", "Another cook"),
    ("Karl Berg left.\n\nA farmer stopped him. “Wait,” he said.", "A farmer"),
    ("Ana Lund left.\n\nA nurse told her to wait. “No,” she said.", "Ana Lund"),
    # also one of several
    ("Karl Berg left.\n\nOne of the two suspects, chained, denied it. “No,” he said.", "One of the two"),
    ("Ana Lund left.\n\nOne of the boats sank. “No,” she said.", "Ana Lund"),
    # or is brought in by an office
    ("Ana Lund left.\n\nAt a shop in Vik, the owner lit a candle. “Wait,” she said.", "the owner"),
    ("Karl Berg left.\n\nThe driver shook his head. “No,” he said.", "The driver"),
    ("Karl Berg left.\n\nThe pensioner shook his head. “No,” he said.", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "person"), NEWCOMERS)
def test_newcomers(text, person):
    reading = read(text)
    resolver = Resolver(reading, lambda reading, mention, discourse: NOBODY)
    pronoun = next(each for each in reversed(reading.mentions) if each.kind == "pronoun" and each in reading.frames_of)
    resolver.read_to(pronoun.first)
    people = [reading.people[each.person].name for each in possible_people(reading, pronoun, resolver.discourse)]
    assert (people[0] if len(people) == 1 else None) == person


def test_what_she_is():
    text = "Ana Lund met Karl Berg. She is 34, a baker. He left. “No,” the baker said. “Yes,” the driver said."
    reading = read(text)
    ana = next(number for number, person in enumerate(reading.people) if person.name == "Ana Lund")
    resolver = Resolver(reading, lambda reading, mention, discourse: ana if mention.name == "She" else NOBODY)
    resolver.read_to(len(reading.story.words))
    found = {mention.name: mention.person for mention in reading.mentions}
    assert found["a baker"] == found["the baker"] == ana != found["the driver"]
