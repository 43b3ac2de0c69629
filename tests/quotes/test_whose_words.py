"""Whose words they are that somebody else passes on: second hand, headlines, labels, in invented sentences."""

import pytest

SPEAKERS = [
    # what a court or an inquest heard somebody say
    ("The inquest heard the baker texted a friend: “I am late now.”", [("I am late now.", "the baker")]),
    ("The jury heard how a guard shouted at the crew: “Go home now!”", [("Go home now!", "a guard")]),
    # words before a colon that an agency passes on
    (
        "The mayor Ana Brandt ruled it out, saying: “There is no such plan,” Delo reported.",
        [("There is no such plan,", "Ana Brandt")],
    ),
    (
        "Police chief Jan Mazur warned on Facebook on Monday: “More will follow,” Reuters reported.",
        [("More will follow,", "Jan Mazur")],
    ),
    (
        "Jonas Wirth nodded and left. Asked again: “Not today,” Mara Lindqvist said.",
        [("Not today,", "Mara Lindqvist")],
    ),
    # words at second hand: whose they are, not who passes them on
    (
        "Governor Ana Ruiz thanked the crews and vowed that the town “will be rebuilt by spring,” her office said.",
        [("will be rebuilt by spring,", "Ana Ruiz")],
    ),
    ("Chen pledged that the pits “will never reopen”, his lawyers said.", [("will never reopen", "Chen")]),
    (
        "Okoro told the board that the mine was “dead in the water,” according to two people who were there.",
        [("dead in the water,", "Okoro")],
    ),
    (
        "The bridge had been shut for a week. The ferry, which was “full to the rails,” left, Tom Reyes said.",
        [("full to the rails,", "Tom Reyes")],
    ),
    # a second clause of what somebody says, behind what another one is said to say
    (
        "Ida Roos would only say the firm stressed its record and had kept “every promise it ever made”.",
        [("every promise it ever made", "Ida Roos")],
    ),
    (
        "Ida Roos said the mayor had called it “the pride of the whole coast”.",
        [("the pride of the whole coast", "the mayor")],
    ),
    # what another one shouted or asked, inside a report
    ("Ida Roos said Tomas had shouted “it’s slippery” from the pier.", [("it’s slippery", "Tomas")]),
    ("Ida Roos told the court the driver whispered: “Leave the pot.”", [("Leave the pot.", "the driver")]),
    ("Ida Roos told the hearing how Piet Vos had texted her: “The boat is full.”", [("The boat is full.", "Piet Vos")]),
    ("Ida Roos said Piet Vos asked her: “Is the boat full?”", [("Is the boat full?", "Piet Vos")]),
    (
        "Ida Roos said Piet Vos had come aboard and had told him: “The boat is full.”",
        [("The boat is full.", "Piet Vos")],
    ),
    ("Ida Roos said the hold was wet and told the crew: “The boat is full.”", [("The boat is full.", "Ida Roos")]),
    ("Ida Roos said Piet Vos was ill and had told police it was “the cat’s fault”.", [("the cat’s fault", "Piet Vos")]),
    ("Ida Roos said the hold was wet and had told police it was “too late”.", [("too late", "Ida Roos")]),
    (
        "Ida Roos was told that Piet Vos asked the cook whether it was “a soup or a sauce”.",
        [("a soup or a sauce", "Piet Vos")],
    ),
    ("Ida Roos told the inquiry that the manual says ovens “must be swept”.", [("must be swept", "the manual")]),
    ("Ida Roos told the inquiry that the manual in her oven was “too long”.", [("too long", "Ida Roos")]),
    # a text that is told of, and one of somebody's own
    ("It came with a note that said “Sorry, cook, for the soup”.", [("Sorry, cook, for the soup", "a note")]),
    ("Ida Roos was sent a message that read: “We know your boat.”", [("We know your boat.", "a message")]),
    ("Ida Roos posted a message that read: “I have left the boat.”", [("I have left the boat.", "Ida Roos")]),
    ("Ida Roos told police of the note that Piet Vos wrote: “I slept.”", [("I slept.", "Piet Vos")]),
    ("It came with a note that said “Sorry Cook”. Ida Roos left.", [("Sorry Cook", "a note")]),
    # where somebody posts
    (
        "From the X account of the Ministry of Soup: “Ovens stay shut and nobody has to leave.”",
        [("Ovens stay shut and nobody has to leave.", "Ministry of Soup")],
    ),
    (
        "Ida Roos got a WhatsApp message. “I will pay on May Day,” it said.",
        [("I will pay on May Day,", "a WhatsApp message")],
    ),
    ("X was sorry. “It will take us a while,” X said.", [("It will take us a while,", "X")]),
    # who told somebody so
    ("Piet Vos said he had been told to “sit down” by Ida Roos.", [("sit down", "Ida Roos")]),
    ("Piet Vos told the court he was called “a dry fish” by Ida Roos.", [("a dry fish", "Ida Roos")]),
    ("Piet Vos said he was asked by Ida Roos if he was “sure of it”.", [("sure of it", "Ida Roos")]),
    ("Piet Vos told the Echo he had “never been so insulted” by a cook.", [("never been so insulted", "Piet Vos")]),
    # whose statement or answer it is, whoever tells us
    ("Piet Vos was short in his statement, according to the log: “I slept.”", [("I slept.", "Piet Vos")]),
    ("Ida Roos’s answer, according to two men in the room: “Not in May.”", [("Not in May.", "Ida Roos")]),
    ("Piet Vos’s reply, according to a clerk: “Not now.”", [("Not now.", "Piet Vos")]),
    ("Ida Roos has one more novel: “Not in May.”", []),
    ("The boat was late, according to the log: “No wind today.”", [("No wind today.", "the log")]),
    # who shouts, whoever speaks there
    (
        "“I will stay,” Ida Roos said, amid applause and shouts of “Shame, shame!” from the back benches.",
        [("I will stay,", "Ida Roos"), ("Shame, shame!", "the back benches")],
    ),
    ("Ida Roos spoke over chants of “Go home!” from the bakers.", [("Go home!", "the bakers")]),
    ("Ida Roos wrote a note, which was pinned to a door, warning of “wet floors”.", [("wet floors", "Ida Roos")]),
    ("Ida Roos said as the crowd shouted, “The boat is full.”", [("The boat is full.", "Ida Roos")]),
    # what another clause says of something else
    (
        "Ida Roos called the bridge “a gift to the valley”, while Piet Vos said the river was too wide.",
        [("a gift to the valley", "Ida Roos")],
    ),
    (
        "Tom Reyes dismissed the offer as “a crumb from the table”, but Ida Roos said that she would sign.",
        [("a crumb from the table", "Tom Reyes")],
    ),
    # whose claim it is, whatever another one does
    ("Critics lashed out at Ivo Marin for his claim that the pier was “a gift”.", [("a gift", "Ivo Marin")]),
    ("Ana Lund mocked Ivo Marin’s comment that the band was “out of tune”.", [("out of tune", "Ivo Marin")]),
    # who only passes words on
    ("Karl Berg said he asked Ruth Amsel, who replied: “It is late now.”", [("It is late now.", "Ruth Amsel")]),
    ("Karl Berg said Ruth Amsel's last words were: “It is late now.”", [("It is late now.", "Ruth Amsel")]),
    ("Karl Berg repeated Ruth Amsel's words: “It is late now.”", [("It is late now.", "Ruth Amsel")]),
    ("Karl Berg said that Ruth Amsel was ill: “It is late now.”", [("It is late now.", "Karl Berg")]),
    ("Ruth Amsel, according to Karl Berg, said the hull was “as thin as tin”.", [("as thin as tin", "Ruth Amsel")]),
    ("According to Karl Berg, Ruth Amsel was “as thin as tin”.", [("as thin as tin", "Karl Berg")]),
    ("Karl Berg said he was told by Ruth Amsel that it was “far too late”.", [("far too late", "Ruth Amsel")]),
    ("Karl Berg remembers Ruth Amsel telling him: “It is late now.”", [("It is late now.", "Ruth Amsel")]),
    ("Ruth Amsel was quoted by the Echo: “It is late now.”", [("It is late now.", "Ruth Amsel")]),
    # a headline's words are its subject's, or whose they are further on
    ("“We will not sell the mill”: Ruth Amsel defies High Court", [("We will not sell the mill", "Ruth Amsel")]),
    ("‘We were never asked’: smelter families march on Vado", [("We were never asked", None)]),
    (
        "‘We will not sell’: town marches for its mill\n\n“We will not sell the mill,” Ruth Amsel said.",
        [("We will not sell", "Ruth Amsel"), ("We will not sell the mill,", "Ruth Amsel")],
    ),
    (
        "‘We never slept’: town marches for its mill\n\n“We never slept,” Ruth Amsel said.",
        [("We never slept", None), ("We never slept,", "Ruth Amsel")],
    ),
    (
        "**“Nobody slept”**\n\nThe mill closed. “It rained, and nobody slept, and the roof fell,” Ruth Amsel said.",
        [("Nobody slept", "Ruth Amsel"), ("It rained, and nobody slept, and the roof fell,", "Ruth Amsel")],
    ),
    (
        "Ewa Sobol left. “No,” she said.\n\n‘The roof fell on us’\n\n‘The roof fell on us,’ Ruth Amsel said.",
        [("No,", "Ewa Sobol"), ("The roof fell on us", "Ruth Amsel"), ("The roof fell on us,", "Ruth Amsel")],
    ),
    # what a label says of the line, and where the news comes from
    ("Football: “We kept the ball for an hour.”", [("We kept the ball for an hour.", None)]),
    ("Ukraine: “We kept the lights on.”", [("We kept the lights on.", None)]),
    ("BERLIN: “We kept the lights on,” Ruth Amsel said.", [("We kept the lights on,", "Ruth Amsel")]),
    ("Ruth Amsel: “We kept the lights on.”", [("We kept the lights on.", "Ruth Amsel")]),
    # where somebody was born, and whose child
    (
        "Ana Lund has died. Born in 1934 on Hvarsund, the daughter of a pilot who never swam, Lund left at ten. "
        "“It rained,” she said.",
        [("It rained,", "Ana Lund")],
    ),
    ("Karl Berg sings. Born on Elmcote, he left at ten. “It rained,” he said.", [("It rained,", "Karl Berg")]),
    ("Karl Berg sings. On Elmcote, too, he is at home. “It rains,” he said.", [("It rains,", "Karl Berg")]),
    ("K. B. Sobol died. He was born Karl Bent Sobol. “It rained,” he wrote.", [("It rained,", "Karl Bent Sobol")]),
    ("K. B. Sobol died. His son is Karl Sobol. “It rained,” K. B. Sobol wrote.", [("It rained,", "K. B. Sobol")]),
    # a party, and letters behind it
    (
        "Karl Sena (UBT) leader Ivo Darr was late. In a post he added a photograph and wrote: “Onions.”",
        [("Onions.", "Ivo Darr")],
    ),
    # whoever gives a name
    (
        "A man in a red cap rose. He gave his name as Karl Berg.\n\n“I only swam,” he said. “It was late.”",
        [("I only swam,", "Karl Berg"), ("It was late.", "Karl Berg")],
    ),
    (
        "A guest left. She introduced herself as Ewa Sobol, a baker.\n\n“I only swam,” she said.",
        [("I only swam,", "Ewa Sobol")],
    ),
    (
        "A painter has died. She was born Ewa Sobol in Elmcote.\n\n“I only swam,” she said.",
        [("I only swam,", "Ewa Sobol")],
    ),
    (
        "A driver swam. He gave his boat to Karl Berg’s sister.\n\n“I only swam,” the driver said.",
        [("I only swam,", "the driver")],
    ),
    # who lists it so, whoever says it
    (
        "Mr Lund said the slope was listed as “prone to falls” by the Bureau of Mines.",
        [("prone to falls", "Bureau of Mines")],
    ),
    ("Mr Lund said the slope had been “prone to falls” by the end of May.", [("prone to falls", "Lund")]),
]


@pytest.mark.parametrize(("text", "quotes"), SPEAKERS)
def test_whose_words(marked, text, quotes):
    assert marked(text) == quotes
