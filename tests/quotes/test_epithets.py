"""Who may be meant by a word for a person: a trade, an age, a town, kin, in invented sentences."""

import pytest

EPITHETS = [
    # by age: nobody of another one
    ("Ana Lund swam home. “No,” the 34-year-old said.", "the 34-year-old", ["Ana Lund"]),
    ("Ana Lund, 34, swam. Karl Berg, 51, sank. “No,” the 34-year-old said.", "the 34-year-old", ["Ana Lund"]),
    ("Ana Lund (29) swam. “No,” the 34-year-old lorry driver said.", "the 34-year-old", []),
    ("Ana Lund (34) swam. “No,” the 34-year-old lorry driver said.", "the 34-year-old", ["Ana Lund"]),
    ("Ana Lund (29) swam. Karl Berg sank. “No,” the 34-year-old said.", "the 34-year-old", ["Karl Berg"]),
    ("Ana Lund, 34, swam. Karl Berg sank. “No,” the 34-year-old said.", "the 34-year-old", ["Ana Lund"]),
    ("Coach Karl Berg spoke of Ana Lund's leg. “Ow,” the 24-year-old said.", "the 24-year-old", ["Ana Lund"]),
    ("Club president Ana Lund hailed Karl Berg. “Ow,” the 19-year-old said.", "the 19-year-old", ["Karl Berg"]),
    ("Coach Karl Berg spoke. “Ow,” the 51-year-old said.", "the 51-year-old", ["Karl Berg"]),
    ("Ana Lund, 15, swam. Karl Berg sank. “No,” the teenager said.", "the teenager", ["Ana Lund"]),
    ("Ana Lund, 35, swam. “No,” the 34-year-old said.", "the 34-year-old", []),
    ("Ana Lund, 34, swam. “No,” a 34-year-old said.", "a 34-year-old", None),
    ("Ana Lund swam home. “No,” said the 34-year-old from Vik.", "the 34-year-old", ["Ana Lund"]),
    # a coach is no player, but may have been one
    ("Ana Lund, 83, swam. Karl Berg, 46, sank. “No,” the pensioner said.", "the pensioner", ["Ana Lund"]),
    ("Ana Lund, 33, swam. Karl Berg, 86, sank. “No,” the octogenarian said.", "the octogenarian", ["Karl Berg"]),
    ("Vik boss Ana Lund swam. “No,” the striker said.", "the striker", []),
    ("Coach Ana Lund swam. Ewa Berg sank. “No,” the bowler said.", "the bowler", ["Ewa Berg"]),
    # a player who speaks in the next sentence, not whom the reporter only tells of, nor any other trade
    ("Ana Lund swam. The striker had the ball. “Yes,” she said.", "The striker", ["Ana Lund"]),
    ("Karl Lund swam. The bowler had the ball. “Yes,” he said.", "The bowler", ["Karl Lund"]),
    ("Ana Lund swam. The striker had the ball. Ewa Berg said no.", "The striker", None),
    ("Ana Lund swam. The nurse had the ball. “Yes,” she said.", "The nurse", None),
    ("Coach Ana Lund swam. “No,” the former Vik winger said.", "the former", ["Ana Lund"]),
    ("Coach Ana Lund swam. “No,” the ex-Vik striker said.", "the ex-Vik", ["Ana Lund"]),
    ("Coach Ana Lund swam. “No,” the Vik winger said.", "the Vik", []),
    ("Ana Lund swam home. “No,” said the baker in a statement.", "the baker", ["Ana Lund"]),
    ("Ana Lund swam home. “No,” said the baker in the street.", "the baker", None),
    ("Ana Lund swam home. “No,” said the 34-year-old with her.", "the 34-year-old", None),
    # by family
    ("Ana Lund bakes. “No,” said the mother of two.", "the mother", ["Ana Lund"]),
    ("Ana Lund bakes. “No,” the mother-of-four said.", "the mother-of-four", ["Ana Lund"]),
    ("Ana Lund bakes. “No,” said the mother of the groom.", "the mother", None),
    # by trade
    ("Ana Lund wrote it. “No,” the economist said.", "the economist", ["Ana Lund"]),
    ("Karl Berg rowed. “No,” said the novelist.", "the novelist", ["Karl Berg"]),
    ("Ana Lund scored. “No,” the Ealing forward said.", "the Ealing forward", ["Ana Lund"]),
    ("Ana Lund wrote it. “No,” the economist at the bank said.", "the economist", None),
    ("Ana Lund wrote it. “No,” said the novelist who lives there.", "the novelist", None),
    ("Ana Lund wrote it. “No,” the bank’s economist said.", "the bank’s economist", None),
    ("Ana Lund wrote it. “No,” the economists said.", "the economists", None),
    ("Ana Lund wrote it. “No,” an economist said.", "an economist", None),
    ("Ana Lund wrote it. They met the novelist.", "the novelist", None),
    ("Ana Lund wrote it. “No,” the officer leading the search said.", "the officer", None),
    ("Karl Berg rowed. “No,” the cook accused of the theft said.", "the cook", None),
    # a verb that reports is no participle
    ("Ana Lund wrote it. “No,” the academic pointed out.", "the academic", ["Ana Lund"]),
    ("Karl Berg rowed. “No,” the 34-year-old tweeted on Monday.", "the 34-year-old", ["Karl Berg"]),
    ("Karl Berg rowed. “No,” the cook tied to the plot said.", "the cook", None),
    ("Ana Lund wrote it. “No,” the second researcher said.", "the second researcher", None),
    # by where somebody is from
    ("Karl Berg rowed. “No,” the Brazilian said.", "the Brazilian", ["Karl Berg"]),
    ("Ana Lund wrote it. “No,” said the Swede.", "the Swede", ["Ana Lund"]),
    ("Ana Lund wrote it. “No,” the Brazilian team said.", "the Brazilian team", None),
    ("Ana Lund wrote it. “No,” the Brazilians said.", "the Brazilians", None),
    ("Karl Berg rowed. “No,” the South African said.", "the South African", ["Karl Berg"]),
    ("Ana Lund wrote it. “No,” said the New Zealander.", "the New Zealander", ["Ana Lund"]),
    ("Ana Lund wrote it. “No,” the Sri Lankan, 31, said.", "the Sri Lankan", ["Ana Lund"]),
    # who coaches another land's team may be from elsewhere
    ("Kenya coach Karl Berg rose. “No,” the Dane said.", "the Dane", ["Karl Berg"]),
    ("Kenya captain Karl Berg rose. “No,” the Dane said.", "the Dane", []),
    # not by what a firm is called
    ("Ana Lund rose. “No,” the developer said.", "the developer", None),
    ("Karl Berg rose. “No,” the publisher said.", "the publisher", None),
    # by party and by town
    ("Ana Lund rose. “No,” the Liberal said.", "the Liberal", ["Ana Lund"]),
    ("Karl Berg rowed. “No,” said the Dubliner.", "the Dubliner", ["Karl Berg"]),
    ("Karl Berg rowed. “No,” the Liberal candidate said.", "the Liberal candidate", ["Karl Berg"]),
    # by what somebody was
    ("Ana Lund wrote it. “No,” the former teacher said.", "the former teacher", ["Ana Lund"]),
    ("Karl Berg rowed. “No,” the retired cook said.", "the retired cook", ["Karl Berg"]),
    ("Ana Lund wrote it. “No,” the judge said.", "the judge", None),
    # a lawyer or a judge last
    ("Lawyer Ida Berg asked Ana Lund. “No,” the former guard said.", "the former", ["Ana Lund"]),
    ("Judge Ida Berg heard Ana Lund. “No,” the 34-year-old said.", "the 34-year-old", ["Ana Lund"]),
    ("Lawyer Ida Berg left. “No,” the former guard said.", "the former", ["Ida Berg"]),
    # of whom a pronoun tells more, unless that is another one
    ("Ana Lund met Karl Berg. “No,” the 34-year-old said of his car.", "the 34-year-old", ["Karl Berg"]),
    ("Ana Lund met Karl Berg. The 34-year-old himself was late.", "The 34-year-old", ["Karl Berg"]),
    ("Ana Lund met Karl Berg. “No,” the 34-year-old told him.", "the 34-year-old", ["Ana Lund"]),
    # no club that was taken up as one
    ("Real Cantara sold Ana Lund. The club won. “No,” the 24-year-old said.", "the 24-year-old", ["Ana Lund"]),
    ("Pan Tarnek hired Karl Berg. The firm won. “No,” the 24-year-old said.", "the 24-year-old", ["Karl Berg"]),
    ("Karl Berg rowed. “No,” the front-rower said.", "the front-rower", ["Karl Berg"]),
    ("Karl Berg rowed. “No,” the pro-voter said.", "the pro-voter", None),
    # a parent of whom more is said than whose
    ("Ana Lund was well. Karl Berg slept. “No,” the new mother said.", "the new", ["Ana Lund"]),
    ("Karl Berg was there. Ana Lund slept. “No,” the grieving father said.", "the grieving", ["Karl Berg"]),
    ("Ana Lund was well. Karl Berg slept. “No,” the mother said.", "the mother", None),
    # whose business others are may be the officer
    ("Harbour police spokesperson Ana Lund met. Karl Berg left. “No,” the officer said.", "the officer", ["Ana Lund"]),
]


@pytest.mark.parametrize(("text", "words", "people"), EPITHETS)
def test_epithets(may_be, text, words, people):
    assert may_be(text, words) == people


OWNERS = [
    # whose wife or coach it is, where nobody else agrees
    ("Karl Berg’s wife, Ana Lund, waited. He said it was “late”.", "He", ["Karl Berg"]),
    ("Ana Lund’s coach, Karl Berg, swam. “No,” she said.", "she", ["Ana Lund"]),
    ("Karl Berg, the brother of Ana Lund, swam. “No,” she said.", "she", ["Ana Lund"]),
    ("Karl Berg’s wife, Ana Lund, waited. “No,” she said.", "she", ["Ana Lund"]),
    ("Karl Berg’s brother, Ivo Marin, waited. “No,” he said.", "he", ["Ivo Marin"]),
    ("Ivo Marin rose. Karl Berg’s wife, Ana Lund, waited. “No,” he said.", "he", ["Ivo Marin"]),
]


@pytest.mark.parametrize(("text", "words", "people"), OWNERS)
def test_owners(may_be, text, words, people):
    assert may_be(text, words) == people


KIN = [
    # relatives who do something before they speak
    ("John Lau was jailed. His mother broke down. “No,” she said.", "she", ["His mother"]),
    ("Ana Lund won. Her elder brother wept. “No,” he said.", "he", ["Her elder brother"]),
    ("Karl Lund won. Another woman lost a shoe. “No,” she said.", "she", ["Another woman"]),
    ("Karl Lund won. A saleswoman froze. “No,” she said.", "she", ["A saleswoman"]),
    ("Ana Lund won. His mother tongue was Czech. “No,” she said.", "she", ["Ana Lund"]),
    ("Ana Lund won. Her mother ship sank. “No,” she said.", "she", ["Ana Lund"]),
]


@pytest.mark.parametrize(("text", "words", "people"), KIN)
def test_kin(may_be, text, words, people):
    assert may_be(text, words) == people


FAR_BEHIND = [
    # the first one named, where nobody else was met for long
    ("Ana Lund swam." + "\n\nIt rained." * 9 + "\n\nShe said it was “late”.", "She", ["Ana Lund"]),
    ("Ana Lund swam." + "\n\nIt rained." * 9 + "\n\nHe said it was “late”.", "He", []),
    ("Ana Lund swam. Eva Dahl ran." + "\n\nIt rained." * 9 + "\n\nShe said it was “late”.", "She", ["Ana Lund"]),
    ("Ana Lund swam." + "\n\nIt rained." * 9 + "\n\nEva Dahl ran. She said it was “late”.", "She", ["Eva Dahl"]),
]


@pytest.mark.parametrize(("text", "words", "people"), FAR_BEHIND)
def test_far_behind(may_be, text, words, people):
    assert may_be(text, words) == people
