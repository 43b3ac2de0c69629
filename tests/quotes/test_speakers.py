"""Who said it, by the sentence the words stand in: each shape with two subjects or more, near misses beside them."""

import pytest

SPEAKERS = [
    # a surname that is a pronoun besides
    ("He Weiming, 34, a cook, said: “I left.”", [("I left.", "He Weiming")]),
    ("Karl Berg met He Jian. He said: “I left.”", [("I left.", "Karl Berg")]),
    # detectives
    ("Det Con Ana Lee said: “He ran.”", [("He ran.", "Ana Lee")]),
    ("Det Con Lee told us: “He ran.”", [("He ran.", "Lee")]),
    # nobody
    ("Ana Lund left. No one said: “Stay with us.”", [("Stay with us.", None)]),
    ("Ana Lund left. Has anyone told her, “Stay with us”?", [("Stay with us", None)]),
    ("Ana Lund and Ida Berg left. One said: “Stay with us.”", [("Stay with us.", "One")]),
    # "…," X said / said X / X, the minister, said
    ("“The dam will hold,” Ana Brandt said.", [("The dam will hold,", "Ana Brandt")]),
    ("“We are leaving,” said Kofi Mensah-Addo, a baker.", [("We are leaving,", "Kofi Mensah-Addo")]),
    ("“It was dark,” Ines Duarte, the port’s night guard, told reporters.", [("It was dark,", "Ines Duarte")]),
    ('"No comment," said the ministry.', [("No comment,", "the ministry")]),
    # split quotations and quotations that go on
    (
        "“The road,” said Jonas Wirth, “was never ours.” He shrugged. “It is theirs.”",
        [("The road,", "Jonas Wirth"), ("was never ours.", "Jonas Wirth"), ("It is theirs.", "Jonas Wirth")],
    ),
    # X: "…"
    ("Mara Lindqvist added: “Nobody asked the fishermen.”", [("Nobody asked the fishermen.", "Mara Lindqvist")]),
    ('Tomas Egger wrote on Monday, "We owe them an answer."', [("We owe them an answer.", "Tomas Egger")]),
    # who can be called so: no coach a striker, no Belarusian a Pole
    (
        "Coach Karl Berg praised Emil Lund. “He ran,” the coach said. “I slept,” the striker admitted.",
        [("He ran,", "Karl Berg"), ("I slept,", "Emil Lund")],
    ),
    (
        "Aryna Sobol beat Iga Swat. “I was calm,” the Belarusian said. “She served well,” said the Pole.",
        [("I was calm,", "Aryna Sobol"), ("She served well,", "Iga Swat")],
    ),
    # the former prime minister is no minister of another country who comes next
    (
        "Council chief Ana Lund rose. “We wait,” the former Danish prime minister said.\n\n"
        "Irish Foreign Minister Karl Berg disagreed. “No,” he said.",
        [("We wait,", "Ana Lund"), ("No,", "Karl Berg")],
    ),
    (
        "“We should have scored five,” the Swiss said after coach Karl Berg had left.",
        [("We should have scored five,", "the Swiss")],
    ),
    (
        "“Fine,” Karl Berg said. The Greens’ Ana Lund was unimpressed: “It is a drop in the sea.”",
        [("Fine,", "Karl Berg"), ("It is a drop in the sea.", "Ana Lund")],
    ),
    ("“We ran,” one said. “So did I,” said the other.", [("We ran,", "one"), ("So did I,", "the other")]),
    # whom an opening participle names is not its subject
    (
        "Karl Berg called it “late”. Responding to a question from Ivo Marin, he said: “It is.”",
        [("late", "Karl Berg"), ("It is.", "Karl Berg")],
    ),
    (
        "Karl Berg won. Speaking to reporters alongside Ivo Marin, he said: “I slept well.”",
        [("I slept well.", "Karl Berg")],
    ),
    (
        "Karl Berg won. Speaking in Oslo, Ivo Marin sat down. “I slept well,” he said.",
        [("I slept well,", "Ivo Marin")],
    ),
    # according to; fragments
    ("The bridge was “a death trap”, according to Leila Aziz.", [("a death trap", "Leila Aziz")]),
    ("Piet Vos said the plan was “worse than nothing at all”.", [("worse than nothing at all", "Piet Vos")]),
    (
        "Nadia Karam called the verdict “a slap in the face of the town”.",
        [("a slap in the face of the town", "Nadia Karam")],
    ),
    ("In Anna Brandt’s words, the bridge is “a death trap”.", [("a death trap", "Anna Brandt")]),
    ("The bridge, according to Jonas Wirth, is “a death trap”.", [("a death trap", "Jonas Wirth")]),
    (
        "Pensioners shouted “Shame!” and “Free Anna Brandt!” as he left.",
        [("Shame!", "Pensioners"), ("Free Anna Brandt!", "Pensioners")],
    ),
    ("The musical “Shame!” and “Oliver Wins!” were staged.", []),
    # was quoted as saying
    (
        "Radek Novak was quoted as saying that the mine “should have been shut years ago”.",
        [("should have been shut years ago", "Radek Novak")],
    ),
    # participles, and commas between a name and its verb
    ("Oleh Bondar, speaking in Lutsk, said: “The trains run.”", [("The trains run.", "Oleh Bondar")]),
    ("Siti Rahma shook her head, adding: “Not this year.”", [("Not this year.", "Siti Rahma")]),
    ("The Ethiopian Tea and Salt Board says it is “a loss”.", [("a loss", "Ethiopian Tea and Salt Board")]),
    ("Coach Karl Berg left. The Kenyan, in his first season, said it was “a loss”.", [("a loss", "Karl Berg")]),
    # half of a surname
    (
        "Ms Ana Ruiz-Lund came. “We are sorry about this,” Ms Ruiz said.",
        [("We are sorry about this,", "Ana Ruiz-Lund")],
    ),
    ("Ms Ana Ruiz-Lund came. “We are sorry about this,” Mr Ruiz said.", [("We are sorry about this,", "Ruiz")]),
    # bodies called after their members
    ("“We want peace,” the People's Vigil said.", [("We want peace,", "People's Vigil")]),
    (
        "“We are appalled by this,” Doctors Without Brooks said.",
        [("We are appalled by this,", "Doctors Without Brooks")],
    ),
    ("“We are appalled by it,” Lawyers for Clean Water said.", [("We are appalled by it,", "Lawyers for Clean Water")]),
    ("“We are appalled by her,” lawyers for Karl Berg said.", [("We are appalled by her,", "lawyers for Karl Berg")]),
    # roles before names, titles, prepositions behind names
    ("“We will appeal,” said union lawyer Greta Holm.", [("We will appeal,", "Greta Holm")]),
    ("“We will vote,” Secretary of Labour Ruth Amsel said.", [("We will vote,", "Ruth Amsel")]),
    ("“I resign,” Mayor Paolo Ferri of Vado told the council.", [("I resign,", "Paolo Ferri")]),
    # unnamed people, documents
    ("“Two ships were hit,” a senior naval officer said.", [("Two ships were hit,", "a senior naval officer")]),
    (
        "The report says the valves “had not been opened since 1998”.",
        [("had not been opened since 1998", "The report")],
    ),
    # the description beside a name with a title of its own; what stands with an owner; numbers
    ("The commander, Capt Ida Roos, said: “We lost the anchor.”", [("We lost the anchor.", "Ida Roos")]),
    ("The Minister of Works said it was “as good as new again”.", [("as good as new again", "The Minister of Works")]),
    ("Malta’s Rita Borg told the room, “This is a farce.”", [("This is a farce.", "Rita Borg")]),
    ("“We will march,” 4,000 miners said.", [("We will march,", "4,000 miners")]),
    # a clause between the subject and its verb
    (
        "Malta, which sits on the northern shelf, has called on all sides to “lower the flags”.",
        [("lower the flags", "Malta")],
    ),
    (
        "The bakery, which employs a cousin of Ida Roos, said the strike was “a shame for the whole street”.",
        [("a shame for the whole street", "The bakery")],
    ),
    # a verb of saying in commas, of the whole sentence
    (
        "Ana Lund was there. The promise, she said, is “firm and fair.” The pier, she added, was “wet and cold.”",
        [("firm and fair.", "Ana Lund"), ("wet and cold.", "Ana Lund")],
    ),
    # a verb that is lost, no verb but a colon
    (
        "The beds may “spring up”, Ivo Marin said. “They have sunk for years,” Ana Lund, the head of the club.",
        [("spring up", "Ivo Marin"), ("They have sunk for years,", "Ana Lund")],
    ),
    ("Ana Lund was less sure: “They may come back.”", [("They may come back.", "Ana Lund")]),
    # according to what was written
    ("Ministers knew that the pier was “a risk”, according to papers seen by the Herald.", [("a risk", "papers")]),
    ("Ministers knew that the pier was “a risk”, according to Ivo Marin.", [("a risk", "Ivo Marin")]),
    ("Ana Lund said that the pier was “a risk”, according to the Herald.", [("a risk", "Ana Lund")]),
    # in the words of
    (
        "Ten drivers have sued the firm for an app that can, in the words of the complaint, “send anyone anywhere”.",
        [("send anyone anywhere", "the complaint")],
    ),
    # the verb is in the marks, behind an adverb
    (
        "In a statement on Monday, the Reed bloc “strongly condemned the shelling of the northern villages”.",
        [("strongly condemned the shelling of the northern villages", "the Reed bloc")],
    ),
    (
        "The governor of Elmcote “warmly welcomed the decision of the court” and left.",
        [("warmly welcomed the decision of the court", "The governor of Elmcote")],
    ),
    (
        "In Leith the bishop of Elmcote “repeatedly asked for help from the port” in May.",
        [("repeatedly asked for help from the port", "the bishop of Elmcote")],
    ),
    ("The walls “barely stood” after the storm.", []),
    ("It is a tale of Elmcote “told in whispers”.", [("told in whispers", None)]),
    # who, when something happened, said it
    (
        "She asked for help in the case of Ivo Darr, who, when a reporter rang, said he was “too tired”.",
        [("too tired", "Ivo Darr")],
    ),
    ("The town thanked Ewa Sobol, who, after the mayor wept, said she was “tired”.", [("tired", "Ewa Sobol")]),
    # a description, a verb that reports nothing, and a colon
    (
        "“We lost,” said Karl Berg of Minister Ana Lund. The minister had sent him a note: “We will not stay away.”",
        [("We lost,", "Karl Berg"), ("We will not stay away.", "Ana Lund")],
    ),
    (
        "“We lost,” said Karl Berg, a diver. His lawyer was blunt: “He will not come back here.”",
        [("We lost,", "Karl Berg"), ("He will not come back here.", "His lawyer")],
    ),
    (
        "“We lost,” said Karl Berg, a diver. The goal was plain: “We will not stay away.”",
        [("We lost,", "Karl Berg"), ("We will not stay away.", "Karl Berg")],
    ),
    # whose name is kept back
    (
        "The mayor was, according to a clerk who declined to be named, “never there when it rained”.",
        [("never there when it rained", "a clerk")],
    ),
    (
        "The talks were “a joke on all of us”, said an official who spoke on condition of anonymity.",
        [("a joke on all of us", "an official")],
    ),
    ("Mr Lund sang “The Owl and the Moon”, said an official who asked not to be named.", []),
    # whose they are, by whichever apostrophe
    ("“It is late,” the port’s 12 pilots said.", [("It is late,", "the port’s 12 pilots")]),
    ("“It is late,” the mill's 40 bakers said.", [("It is late,", "the mill's 40 bakers")]),
    # British marks
    ("‘We told the council in May,’ Mr Dunmore said.", [("We told the council in May,", "Dunmore")]),
]


@pytest.mark.parametrize(("text", "quotes"), SPEAKERS)
def test_speakers(marked, text, quotes):
    assert marked(text) == quotes
