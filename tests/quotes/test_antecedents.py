"""Who may be meant by a pronoun, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes.parsing.reading import read
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver

BODIES_TOLD_OF = [
    # it is the company that is a name of which nothing else tells that
    ("Last year Vexco won. Vexco lost. The firm said no. It said so.", "It", ["Vexco"]),
    ("Last year Nestfield won. Nestfield, which has homes, paid. The company said no.", "The company", ["Nestfield"]),
    ("Nestfield, the care home operator, paid. The company said no.", "The company", ["Nestfield"]),
    # near miss: somebody
    ("Ana Lund won. The firm said no. It said so.", "It", ["The firm"]),
]


@pytest.mark.parametrize(("text", "words", "people"), BODIES_TOLD_OF)
def test_bodies_told_of(may_be, text, words, people):
    assert may_be(text, words) == people


BODIES = [
    # a name that nothing tells to be a body's but the it
    ("Vexco said it had not been told. “We will appeal,” it added.", "it added", ["Vexco"]),
    ("Vexco, the operator, said it was late. “We will appeal,” it added.", "it added", ["Vexco"]),
    ("Navega Cirel said in a statement it was late. “No,” it added.", "it added", ["Navega Cirel", "a statement"]),
    ("Vexco said it was late. “We will appeal,” it added.", "it added", ["Vexco"]),
    ("Vexco will close two mills. “We will appeal,” it added.", "it added", ["Vexco"]),
    ("Vexco has cut forty jobs. “We will appeal,” it added.", "it added", ["Vexco"]),
    ("Ana Lund will close two mills. “We will appeal,” it added.", "it added", []),
    ("Quill, a baker, will close two mills. “We will appeal,” it added.", "it added", []),
    ("Quill, a baker, said it was late. “We will appeal,” it added.", "it added", []),
    ("Ana Lund said she was late. “We will appeal,” it added.", "it added", []),
    ("Ana Lund said it was late. “We will appeal,” it added.", "it added", []),
    ("The ferry left Vexco. “We will appeal,” it added.", "it added", []),
]


@pytest.mark.parametrize(("text", "words", "people"), BODIES)
def test_unknown_bodies(may_be, text, words, people):
    assert may_be(text, words) == people


TELLERS = [
    # who tells her is another one, in the next sentence too
    ("Ana Lund won. A neighbour told her it was late. She said no.", "She", ["Ana Lund"]),
    ("Karl Lund won. An official warned him that it was late. He said no.", "He", ["Karl Lund"]),
    # near misses: her mother; the teller goes on
    ("Ana Lund won. A nurse told her mother it was late. She said no.", "She", ["A nurse", "Ana Lund", "her mother"]),
    ("Ana Lund won. A nurse told Ewa Berg it was late. She said no.", "She", ["A nurse", "Ana Lund", "Ewa Berg"]),
]


@pytest.mark.parametrize(("text", "words", "people"), TELLERS)
def test_tellers(may_be, text, words, people):
    assert may_be(text, words) == people


TOPICS = [
    # who is asked about somebody is another one, if anybody else was met
    ("Ana Lund won. Pressed on Ewa Berg, she said no.", "she", ["Ana Lund"]),
    ("Karl Lund won. As for the row over Piet Berg, he said no.", "he", ["Karl Lund"]),
    ("Pressed on Ewa Berg, she said no.", "she", ["Ewa Berg"]),
    ("Ana Lund won. I ask if her aunt has seen it. She said no.", "She", ["Ana Lund"]),
    ("Ana Lund won. When I ask about Ewa Berg, she said no.", "she", ["Ana Lund"]),
    ("Ana Lund won. I ask the cook, Ewa Berg, if it is late. She said no.", "She", ["Ana Lund", "Ewa Berg"]),
    # who praises somebody is another one
    ("Ana Lund won. Praising the umpire, the bowler said so.", "the bowler", ["Ana Lund"]),
    ("Ana Lund won. Thanking Ewa Berg, the farmer said so.", "the farmer", ["Ana Lund"]),
    ("Ana Lund won. Addressing the judge, she said so.", "she", ["Ana Lund"]),
    # near misses: she who is the subject before the comma, or stands behind it; a clause of its own
    ("Ana Lund won. Before Ewa Berg left, she said no.", "she", ["Ana Lund", "Ewa Berg"]),
    ("Ana Lund won. Pressed on the row, Ewa Berg said she knew.", "she", ["Ewa Berg"]),
    ("Ana Lund won. Ewa Berg rose. Later, the farmer said so.", "the farmer", ["Ewa Berg"]),
]


@pytest.mark.parametrize(("text", "words", "people"), TOPICS)
def test_topics(may_be, text, words, people):
    assert may_be(text, words) == people


SEVERAL = [
    # they are several where several were met, not one man or woman
    ("Campaigners wrote to her. Ana Lund read it. “No,” they said.", "they", ["Campaigners"]),
    ("The couple, who sleep badly, woke. Ana Lund slept. “No,” they said.", "they", ["The couple"]),
    # near misses: two of them, nobody else, whose name tells little, no couple at all
    (
        "Guests met Ana Lund and Karl Berg. “No,” they said.",
        "they",
        ["Ana Lund", "Guests", "Karl Berg"],
    ),
    ("Ana Lund read it. “No,” they said.", "they", ["Ana Lund"]),
    ("Campaigners wrote to Quill Lund. Quill Lund read it. “No,” they said.", "they", ["Campaigners", "Quill Lund"]),
    ("Ana Lund slept a couple of hours. “No,” they said.", "they", ["Ana Lund"]),
]


@pytest.mark.parametrize(("text", "words", "people"), SEVERAL)
def test_several(may_be, text, words, people):
    assert may_be(text, words) == people


# A clause with "who", and what somebody says of herself, tell whether she or he is meant.
GENDERS = [
    # whoever "who" stands for
    ("A neighbour, who asked that her name not be used, swam. “No,” he said.", "he", []),
    ("A neighbour, who asked that her name not be used, swam. “No,” she said.", "she", ["A neighbour"]),
    ("A clerk who lost his job swam. “No,” she said.", "she", []),
    ("A clerk who met Ms Lund on her boat swam. “No,” he said.", "he", ["A clerk"]),
    ("A clerk who told him so swam. “No,” she said.", "she", ["A clerk"]),
    # what somebody says of herself
    ("A neighbour told the paper that she had heard it. “No,” he said.", "he", []),
    ("A neighbour said she had heard it. Ms Lund swam.\n\n“No,” she said.", "she said", ["A neighbour", "Lund"]),
    ("A clerk said nothing. She swam. “No,” he said.", "he", ["A clerk"]),
    # not of who tells another one what she may do
    ("An officer told her she was free. “No,” he said.", "he", ["An officer"]),
    ("Karl Berg rose. A clerk told the mother she was free. “No,” he said.", "he said", ["A clerk", "Karl Berg"]),
    ("A clerk told the inquiry she was ill. “No,” he said.", "he", []),
    # not what is said of the one whose friend it is
    ("A friend of Karl Berg said he was dead. “No,” she said.", "she", ["A friend of Karl Berg", "Karl Berg"]),
    ("A lawyer for Ana Lund said she had slept. “No,” he said.", "he", ["A lawyer for Ana Lund", "Ana Lund"]),
    ("A clerk at the port said she had slept. “No,” he said.", "he", []),
    # one pronoun in the next paragraph does not make a Thomas a woman
    ("“It is late,” Mary Lund said.\n\n“No,” Thomas Berg said.\n\n“It is,” she said.", "she", ["Mary Lund"]),
    ("“It is late,” John Lund said.\n\n“No,” Mary Berg said.\n\nHe said: “It is.”", "He", ["John Lund"]),
]


@pytest.mark.parametrize(("text", "words", "people"), GENDERS)
def test_clauses_tell_gender(may_be, text, words, people):
    assert may_be(text, words) == people


ASKED_WHETHER = [
    # who answers, not who spoke last
    (
        "Ivo Marin rose. “So,” he said.\n\nAsked whether he slept, Karl Berg left. “No,” Lund said.",
        "he s",
        ["Karl Berg"],
    ),
    (
        "Ivo Marin rose. “So,” he said.\n\nAsked whether he slept, Mrs Lund left. “No,” Lund said.",
        "he s",
        ["Ivo Marin"],
    ),
    ("Ivo Marin rose. “So,” he said.\n\nTold that he slept, Karl Berg left. “No,” Lund said.", "he s", ["Ivo Marin"]),
    # also who is described
    ("Postman Karl Berg met Per Lund. Asked what he’d do, the postman smiled. “Work,” he said.", "he", ["Karl Berg"]),
]


@pytest.mark.parametrize(("text", "words", "people"), ASKED_WHETHER)
def test_asked_whether(may_be, text, words, people):
    assert may_be(text, words) == people


EXPLAINED = [
    # whom the quotation names in brackets is not who says it
    ("Mr Karl Berg met Mr Ivo Marin. “We saw him (Berg) fall,” he said.", "he said", ["Ivo Marin"]),
    ("Mrs Ana Lund met Mrs Eva Dahl. “She [Mrs Dahl] fell,” she said.", "she said", ["Ana Lund"]),
    ("Mr Karl Berg met Mr Ivo Marin. “We saw him (and Lund) fall,” he said.", "he said", ["Ivo Marin", "Karl Berg"]),
    ("Mr Karl Berg fell. “We saw him (Berg) fall,” he said.", "he said", ["Karl Berg"]),
]


@pytest.mark.parametrize(("text", "words", "people"), EXPLAINED)
def test_explained_in_brackets(may_be, text, words, people):
    assert may_be(text, words) == people


ASKED_BY = [
    # nor who asks somebody something
    ("Karl Berg asked Ivo Marin whether it was late. “No,” he said.", "he", ["Ivo Marin"]),
    ("Karl Berg asked Ivo Marin why it was late. “No,” he said.", "he", ["Ivo Marin"]),
    ("Karl Berg asked Ivo Marin to stay. “No,” he said.", "he", ["Ivo Marin", "Karl Berg"]),
    ("Karl Berg asked Ana Lund whether it was late. “Please,” he said.", "he", ["Karl Berg"]),
    # who asks is not who answers
    ("Karl Berg sat down. Cross-examined by Mr Lacey, he denied it.", "he", ["Karl Berg"]),
    ("Ana Lund sat down. Questioned by Ms Okoro, she said no.", "she", ["Ana Lund"]),
    ("Karl Berg sat down. Driven by Mr Lacey, he denied it.", "he", ["Karl Berg", "Lacey"]),
    ("Ivo Marin met Mr Lacey. Questioned by Mr Lacey, he denied it.", "he", ["Ivo Marin"]),
    ("Eva Dahl met Ana Lund. Quo Bask asked her why it was late. “No.”", "her", ["Ana Lund", "Eva Dahl"]),
    ("Ana Lund met Quo Bask. Bask asked her why it was late. “No.”", "her", ["Ana Lund"]),
    ("Ana Lund met Quo Bask. Bask was with her. “No,” she said.", "she", ["Ana Lund", "Quo Bask"]),
]


@pytest.mark.parametrize(("text", "words", "people"), ASKED_BY)
def test_asked_by(may_be, text, words, people):
    assert may_be(text, words) == people


HOW_ASKED = [
    ("Rita Borg asked the guard who had the key.", "the guard", "o"),
    ("The panel interviewed Karl Berg.", "Karl Berg", "o"),
    ("The guard was asked who had the key.", "The guard", "s"),
    ("Ana Lund was questioned in Oslo.", "Ana Lund", "s"),
    ("Pressed by Senator Ana Lund, he left.", "Senator Ana Lund", "by"),
    ("He was grilled by the harbour master.", "the harbour master", "by"),
    ("Asked by Rita Borg if he had the key, Karl Berg shrugged.", "Karl Berg", "s"),
    ("Asked in May, the guard shrugged.", "the guard", "s"),
    ("Rested in May, the guard shrugged.", "the guard", ""),
    ("Rita Borg asked the guard who had the key.", "Rita Borg", ""),
    ("The guard was told who had the key.", "The guard", ""),
    ("Driven by Senator Ana Lund, he left.", "Senator Ana Lund", ""),
]


@pytest.mark.parametrize(("text", "words", "how"), HOW_ASKED)
def test_how_asked(text, words, how):
    reading = read(text)
    [mention] = [each for each in reading.mentions if reading.story.written(text, each.first, each.last) == words]
    assert reading.how_asked(mention) == how


DIED = [
    # whom the obituary is of
    ("Ana Lund has died at 91. She drew.\n\n“No,” said Eva Dahl.\n\nShe was born in Ribe. “So,” it said.", "Ana Lund"),
    ("Ana Lund, who died at 91, drew.\n\n“No,” said Eva Dahl.\n\nShe married in May. “So,” it said.", "Ana Lund"),
    ("Ana Lund, who died at 91, drew.\n\n“No,” said Eva Dahl.\n\nShe wept in May. “So,” it said.", None),
    ("Ana Lund, who drew, was 91.\n\n“No,” said Eva Dahl.\n\nShe married in May. “So,” it said.", None),
]


DIED_ALSO = [
    ("Ana Lund has died at 91.\n\n“No,” said Eva Dahl.\n\nIn 1988, she drew. “So,” it said.", "Ana Lund"),
    ("Ana Lund has died at 91.\n\n“No,” said Eva Dahl.\n\nHer first boat sank. “So,” she said.", "Ana Lund"),
    ("Karl Lund has died at 91.\n\n“No,” said Piet Dahl.\n\nHis barn stands empty. “It sang,” he said.", "Karl Lund"),
    # near misses: another woman is met there; nobody died; no year
    ("Ana Lund has died at 91.\n\n“No,” said Eva Dahl.\n\nHer friend Ida Berg wept. “So,” she said.", None),
    ("Ana Lund has sung at 91.\n\n“No,” said Eva Dahl.\n\nHer first boat sank. “So,” she said.", None),
    ("Ana Lund has died at 91.\n\n“No,” said Eva Dahl.\n\nIn May, she drew. “So,” it said.", None),
]


@pytest.mark.parametrize(("text", "person"), DIED)
def test_who_died(text, person):
    reading = read(text)
    Resolver(reading, lambda reading, mention, discourse: NOBODY).read_to(len(reading.story.words))
    before = {each: reading.text[reading.story.starts[each.first] - 2] for each in reading.mentions}
    (she,) = (each for each in reading.mentions if each.name == "She" and before[each] == "\n")
    assert (reading.people[she.person].name if she.person != NOBODY else None) == person


@pytest.mark.parametrize(("text", "person"), DIED_ALSO)
def test_who_died_in_other_paragraphs(stands_for, text, person):
    assert stands_for(text, "she " if "she" in text else "he ") == person
