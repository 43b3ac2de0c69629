"""Who said it, of several who talk to each other, and over several paragraphs, in invented texts."""

import pytest

SPEAKERS = [
    # the leader who tells the minister something is another one
    (
        "Karl Lund rose.\n\nThe union leader told the chief executive, Ana Berg, that it was “a joke”.",
        [("a joke", "Karl Lund")],
    ),
    (
        "Karl Lund rose.\n\nThe police chief accused the superintendent, Ana Berg, of being “a joke”.",
        [("a joke", "Karl Lund")],
    ),
    # an answer right behind another one's words
    (
        "Karl Berg told Ana Lund: “You are wrong.” She replied: “I am not.”",
        [("You are wrong.", "Karl Berg"), ("I am not.", "Ana Lund")],
    ),
    (
        "Karl Berg said: “It is late.” Ivo Marin shouted: “Go home then!”",
        [("It is late.", "Karl Berg"), ("Go home then!", "Ivo Marin")],
    ),
    (
        "Karl Berg said: “It is late.” He added: “Go home.”",
        [("It is late.", "Karl Berg"), ("Go home.", "Karl Berg")],
    ),
    # whoever is named for the first time right before
    (
        "“I won,” Karl Berg said. Ivo Marin came third. “I fell,” he said.",
        [("I won,", "Karl Berg"), ("I fell,", "Ivo Marin")],
    ),
    (
        "“It is over,” said the doctor, Karl Berg. Ivo Marin was unfazed: “I heal fast,” the Chilean said.",
        [("It is over,", "Karl Berg"), ("I heal fast,", "Ivo Marin")],
    ),
    # who asks her does not answer
    (
        "Ana Lund is a baker. Judge Eva Berg asked her what she ate. “Bread,” she said.",
        [("Bread,", "Ana Lund")],
    ),
    (
        "“I ran,” said Karl Lund. Ivo Marin of the BBC asked him why. “It burned,” he said.",
        [("I ran,", "Karl Lund"), ("It burned,", "Karl Lund")],
    ),
    # who asks is not who answers
    ("Mr Wirth sat down. Asked by Mr Egger about it, he said: “The cook did.”", [("The cook did.", "Wirth")]),
    (
        "Mr Wirth sat down. Cross-examined by Mr Egger, he said that the key was “lost for good”.",
        [("lost for good", "Wirth")],
    ),
    # an interviewer asks "you", and the answers stand by themselves
    (
        "“I began in a kitchen,” says Mara Lind.\n\nWere you afraid of the press?\n\n“Of the press, never.”",
        [("I began in a kitchen,", "Mara Lind"), ("Of the press, never.", "Mara Lind")],
    ),
    # who is spoken to or of does not speak
    ("Ruth Amsel has been accused of “wasting the town’s own money”.", [("wasting the town’s own money", None)]),
    ("Ruth Amsel had been promised “a seat at the long table”.", [("a seat at the long table", None)]),
    ("Ruth Amsel had promised “a seat at the long table”.", [("a seat at the long table", "Ruth Amsel")]),
    ("Mr Egger was told that the hull was “as thin as a tin can”.", [("as thin as a tin can", None)]),
    (
        "Mr Egger, who was told to leave, said that the hull was “as thin as a tin can”.",
        [("as thin as a tin can", "Egger")],
    ),
    ("Ruth Amsel has been accused of fraud. “I never took a coin.”", [("I never took a coin.", "Ruth Amsel")]),
    (
        "Ruth Amsel said her club had backed it since May, and said it was “far too late now”.",
        [("far too late now", "Ruth Amsel")],
    ),
    (
        "Ruth Amsel has asked the porters how the gate fell.\n\n“I was told that it was the wind.”",
        [("I was told that it was the wind.", "Ruth Amsel")],
    ),
    # a statement in the first person behind a comma, no word for saying it
    (
        "Coach Karl Berg of Vik praised his players, “The game was hard for us and we stayed calm.”",
        [("The game was hard for us and we stayed calm.", "Karl Berg")],
    ),
    (
        "The mayor thanked the crews for their work, “We heard you at night and you kept us warm.”",
        [("We heard you at night and you kept us warm.", "The mayor")],
    ),
    ("Ewa Sobol sang her best-known song, “We Are the Night.”", []),
    # who says it, not who did something when that was said
    ("When Ewa Sobol insisted, Karl Berg said he had “only swum”.", [("only swum", "Karl Berg")]),
    ("After Ewa Sobol had warned him twice, Karl Berg replied that he was “wet”.", [("wet", "Karl Berg")]),
    ("When Ewa Sobol insisted that he was “wet to the bone”, Karl Berg swam.", [("wet to the bone", "Ewa Sobol")]),
    ("When it rained, Ewa Sobol said Karl Berg had told her it was “wet”.", [("wet", "Karl Berg")]),
    # who is asked answers, with nothing but the words below; not who is asked to do something
    (
        "“I swam,” Karl Berg said.\n\nAna Lund asked him who had the key.\n\n“The guard.”",
        [("I swam,", "Karl Berg"), ("The guard.", "Karl Berg")],
    ),
    (
        "Ewa Sobol bakes.\n\nThe judge, Karl Berg, asked her how many loaves were left.\n\n“Three, sir.”",
        [("Three, sir.", "Ewa Sobol")],
    ),
    (
        "Ewa Sobol bakes. She was asked by the mayor, Karl Berg, what was left.\n\n“Three loaves.”",
        [("Three loaves.", "Ewa Sobol")],
    ),
    (
        "“I swam,” Karl Berg said.\n\nAna Lund asked why.\n\n“For the key.”",
        [("I swam,", "Karl Berg"), ("For the key.", "Karl Berg")],
    ),
    ("Ewa Sobol bakes.\n\nKarl Berg asked her to stay.\n\n“It is raining.”", [("It is raining.", "Karl Berg")]),
    # signatures
    ("“I only asked for bread.”\n\n— Ewa Sobol", [("I only asked for bread.", "Ewa Sobol")]),
    (
        "“Not I,” Karl Berg said.\n\n“I only asked for bread.”\n\n-Ewa Sobol, a baker.",
        [("Not I,", "Karl Berg"), ("I only asked for bread.", "Ewa Sobol")],
    ),
    (
        "“Not I,” Karl Berg said.\n\n“We swam.”\n\n- Governor Sobol, after the flood.",
        [("Not I,", "Karl Berg"), ("We swam.", "Sobol")],
    ),
    (
        "“Not I,” Karl Berg said.\n\n“We swam.”\n\n- Ewa Sobol swam, too.",
        [("Not I,", "Karl Berg"), ("We swam.", "Karl Berg")],
    ),
    # several paragraphs
    (
        "“We sailed at dawn,” said Ivo Marin. “The sea was flat.\n\n“Then the engine stopped.”",
        [
            ("We sailed at dawn,", "Ivo Marin"),
            ("The sea was flat.", "Ivo Marin"),
            ("Then the engine stopped.", "Ivo Marin"),
        ],
    ),
    # who asks, whoever answers
    (
        "Karl Berg asked his deputy, Ana Lund, “Is it late?” Lund replied: “It is.”",
        [("Is it late?", "Karl Berg"), ("It is.", "Ana Lund")],
    ),
    (
        "The vicar asked the widow of the miller: “Is it late?” Ana Lund said: “It is.”",
        [("Is it late?", "The vicar"), ("It is.", "Ana Lund")],
    ),
    ("Karl Berg had been asked by a nun, “Is it late?” Ana Lund said.", [("Is it late?", "Ana Lund")]),
    # whoever is told is another one
    (
        "Ana Lund met Ida Berg at noon. “You are late,” she told Lund.",
        [("You are late,", "Ida Berg")],
    ),
    ("Ana Lund met Ida Berg at noon. “You are late,” she told Karl Holm.", [("You are late,", "Ana Lund")]),
    # what a paragraph is about
    (
        "“Two weeks,” Karl Berg said.\n\nFor Jan Holm, of Leith, that was too long.\n\n“I am old,” he said.",
        [("Two weeks,", "Karl Berg"), ("I am old,", "Jan Holm")],
    ),
    (
        "“Two weeks,” Karl Berg said.\n\nWith Jan Holm, of Leith, he left.\n\n“I am old,” he said.",
        [("Two weeks,", "Karl Berg"), ("I am old,", "Karl Berg")],
    ),
]


@pytest.mark.parametrize(("text", "quotes"), SPEAKERS)
def test_who_answers(marked, text, quotes):
    assert marked(text) == quotes
