"""Who said it, in invented sentences: each shape with two subjects or more, near misses beside them."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kit.quotes import find_quotes


def marked(text, **options):
    return [(text[q.start : q.end], q.speaker) for q in find_quotes(text, **options) if q.kind != "indirect"]


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
    # what a court or an inquest heard somebody say
    ("The inquest heard the baker texted a friend: “I am late now.”", [("I am late now.", "the baker")]),
    ("The jury heard how a guard shouted at the crew: “Go home now!”", [("Go home now!", "a guard")]),
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
    # whoever is named for the first time right before
    (
        "“I won,” Karl Berg said. Ivo Marin came third. “I fell,” he said.",
        [("I won,", "Karl Berg"), ("I fell,", "Ivo Marin")],
    ),
    (
        "“It is over,” said the doctor, Karl Berg. Ivo Marin was unfazed: “I heal fast,” the Chilean said.",
        [("It is over,", "Karl Berg"), ("I heal fast,", "Ivo Marin")],
    ),
    # who can be called so: no coach a striker, no Belarusian a Pole
    (
        "Coach Karl Berg praised Emil Lund. “He ran,” the coach said. “I slept,” the striker admitted.",
        [("He ran,", "Karl Berg"), ("I slept,", "Emil Lund")],
    ),
    (
        "Aryna Sobol beat Iga Swat. “I was calm,” the Belarusian said. “She served well,” said the Pole.",
        [("I was calm,", "Aryna Sobol"), ("She served well,", "Iga Swat")],
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
    # who asks is not who answers
    ("Mr Wirth sat down. Asked by Mr Egger about it, he said: “The cook did.”", [("The cook did.", "Wirth")]),
    (
        "Mr Wirth sat down. Cross-examined by Mr Egger, he said that the key was “lost for good”.",
        [("lost for good", "Wirth")],
    ),
    # a verb of saying in commas, of the whole sentence
    (
        "Ana Lund was there. The promise, she said, is “firm and fair.” The pier, she added, was “wet and cold.”",
        [("firm and fair.", "Ana Lund"), ("wet and cold.", "Ana Lund")],
    ),
    # whose claim it is, whatever another one does
    ("Critics lashed out at Ivo Marin for his claim that the pier was “a gift”.", [("a gift", "Ivo Marin")]),
    ("Ana Lund mocked Ivo Marin’s comment that the band was “out of tune”.", [("out of tune", "Ivo Marin")]),
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
    # who lists it so, whoever says it
    (
        "Mr Lund said the slope was listed as “prone to falls” by the Bureau of Mines.",
        [("prone to falls", "Bureau of Mines")],
    ),
    ("Mr Lund said the slope had been “prone to falls” by the end of May.", [("prone to falls", "Lund")]),
    # what a paragraph is about
    (
        "“Two weeks,” Karl Berg said.\n\nFor Jan Holm, of Leith, that was too long.\n\n“I am old,” he said.",
        [("Two weeks,", "Karl Berg"), ("I am old,", "Jan Holm")],
    ),
    (
        "“Two weeks,” Karl Berg said.\n\nWith Jan Holm, of Leith, he left.\n\n“I am old,” he said.",
        [("Two weeks,", "Karl Berg"), ("I am old,", "Karl Berg")],
    ),
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
def test_speakers(text, quotes):
    assert marked(text) == quotes


NAMES = [
    # surnames that are other words, too
    ("John Baker, a nurse, left. “It was hard,” Baker said.", "John Baker"),
    ("Sarah Hunter, the council leader, left. “It was hard,” said Hunter.", "Sarah Hunter"),
    ("Ines May left in May. “It was cold,” May said.", "Ines May"),
    ("Paul Goldsmith said: “It is late.”", "Paul Goldsmith"),
    ("Sarah Kelly left. “It was wrong,” Kelly said.", "Sarah Kelly"),
    ("John Baker left. “It was hard,” the baker in the square said.", "the baker in the square"),
    ("Bonnie Kan Wai-ling left. “It was hard,” Kan told the court.", "Bonnie Kan Wai-ling"),
    ("Son Woo-mok left the hall. “It was hard,” Son said.", "Son Woo-mok"),
    # Dean, where nobody is one of a school
    ("Striker Dean Berg left the hall. “It was hard,” Berg said.", "Dean Berg"),
    ("Elm Cross boss Dean Lund left the hall. “It was hard,” he said.", "Dean Lund"),
    ("Dean Karl Lund left the hall. “It was hard,” Dean Lund said.", "Karl Lund"),
    ("Karl Lund, dean of arts, left the hall. “It was hard,” Dean Lund said.", "Karl Lund"),
    ("Striker Son Woo Mok left. “It was hard,” Son said.", "Son Woo Mok"),
    ("Song Tae-rin left the hall. Song said: “It was hard.”", "Song Tae-rin"),
    ("Captain Vo Ngoc Son left. “It was hard,” Son said.", "Vo Ngoc Son"),
    ("Du Ranlin left the hall. “It was hard,” Du said.", "Du Ranlin"),
    ("Karl Jordan left. “It was hard,” Mr Jordan said.", "Karl Jordan"),
    ("Ri Son Ok left the hall. “It was hard,” Ri said.", "Ri Son Ok"),
    ("“It was hard,” said Mr. A, who sorted parcels.", "A"),
    ("“It was hard,” said Mr A. A nurse left.", "A"),
    ("The Venerable Vika Sumana Thera left. “It was hard,” the thera said.", "Vika Sumana Thera"),
    ("Ulan Aibek uulu, a driver, left. “It was hard,” Ulan said.", "Ulan Aibek uulu"),
    # nicknames that are words for somebody
    ("Ravi “Doctor” Pillai left. “It was hard,” Pillai said.", "Ravi “Doctor” Pillai"),
    ("William “Uncle Bill” Ngo, 61, left. “It was hard,” Ngo said.", "William “Uncle Bill” Ngo"),
    ("Luis “Bato” dela Rama left. “It was hard,” Dela Rama said.", "Luis “Bato” dela Rama"),
    ("The mayor, Doctor Pillai, said: “It was hard.”", "Pillai"),
    ("“It was hard,” Mr Speaker said.", "Mr Speaker"),
    ("Son Woo-mok left the hall. “It was hard,” his son said.", "his son"),
    # given names and surnames that are days, months, other words
    ("The driver Friday Effiong said: “It is late.”", "Friday Effiong"),
    ("Pham Thu Huong said: “It is late.”", "Pham Thu Huong"),
    ("Union chief Son Woo-mok said: “It is late.”", "Son Woo-mok"),
    ("Economist An Cheol-min said: “It is late.”", "An Cheol-min"),
    ("Works Minister Tan Wei Ming said: “It is late.”", "Tan Wei Ming"),
    ("“It is late,” said Conrad A Sangma.", "Conrad A Sangma"),
    ("An Oslo firm said: “It is late.”", "An Oslo firm"),
    ("“It is late,” said the Oslo-based porter.", "the Oslo-based porter"),
    ("Berg himself said: “It is late.”", "Berg"),
    ("The father of one of the boys said: “It is late.”", "The father of one of the boys"),
    ("Rain fell all night. ‘35 hours of it,’ said Karl Berg.", "Karl Berg"),
    # how many there are of them
    ("A few dozen bakers shouted: “It is late.”", "A few dozen bakers"),
    ("“It is late,” said another three porters.", "another three porters"),
    ("“It is late,” few bakers said.", "few bakers"),
    # institutions, and who works there
    ("A Department of Health spokeswoman said: “It is late.”", "A Department of Health spokeswoman"),
    ("A Bank of Malta clerk said: “It is late.”", "A Bank of Malta clerk"),
    ("Sri Lanka Cricket said: “It is late.”", "Sri Lanka Cricket"),
    ("Police in a statement said: “It is late.”", "Police"),
    ("Lena Aas was fined by Harbour Council, which said: “It is late.”", "Harbour Council"),
    # letters of an office before brackets, and bodies between a post and a name
    ("“It is late,” said joint CP (crime) Ana Khosla.", "Ana Khosla"),
    ("“It is late,” said the ACP (Law and Order) Ana Khosla.", "Ana Khosla"),
    ("“It is late,” said the CP (Canadian Press).", "Canadian Press"),
    ("“It is late,” said the head of Vik Port Authority Karl Berg.", "Karl Berg"),
    ("“It is late,” said the aide of Mayor Ana Lund.", "the aide of Mayor Ana Lund"),
    ("Works Minister Rana Ijaz ul Haq said: “It is late.”", "Rana Ijaz ul Haq"),
    ("Kajang OCPD ACP Zaid Hassan said: “It is late.”", "Zaid Hassan"),
    # an office with a list of portfolios
    ("Minister for Sustainability and the Environment Grace Lim said: “It is late.”", "Grace Lim"),
    ("“It is late,” said Minister of Land, Transport and Tourism Ken Saito.", "Ken Saito"),
    ("Minister for Family Development Karl Lim said: “It is late.”", "Karl Lim"),
    ("The Minister of Health, Justice Ana Lund said: “It is late.”", "Ana Lund"),
    ("The Ministry of Women and Child Development said: “It is late.”", "Ministry of Women and Child Development"),
    ("Deputy Commissioner Police Abu Bakar said: “It is late.”", "Abu Bakar"),
    # where a report was written, before its first words are quoted
    ("PETALING VIK: “It is late,” said Ana Zain today.", "Ana Zain"),
    ("Vik Harbour: “It is late,” Ana Zain said.", "Ana Zain"),
    ("New Vik [India], May 4 (XYZ): Karl Berg hit back at the ruling party saying “it is late”.", "Karl Berg"),
    ("Karl Berg slammed the council saying that “it is late”.", "Karl Berg"),
    ("Karl Berg got a note from the council saying that “it is late”.", "the council"),
    ("KARIM: “It is late.”", "KARIM"),
    (f"Vikbai: Actor Karl Berg {'lost 14 kilos for a film ' * 4}.\n\n“I ate less,” he said.", "Karl Berg"),
    (f"Vik: Actors {'lost 14 kilos for a film ' * 4}, Karl Vik said.\n\n“We ate less,” he said.", "Karl Vik"),
    # nouns that are verbs, too
    ("Karl Berg left after the border state closed its ports, calling it “late”.", "Karl Berg"),
    ("“It is late,” the ministers state in a letter.", "the ministers"),
    # a description that goes on before who
    ("A source close to Lund who sought anonymity told Vik Radio it was “late”.", "A source close to Lund"),
    ("A guard at the mill who sought anonymity said it was “late”.", "A guard at the mill"),
    # an aide to somebody
    ("An aide to President Karl Berg said: “It is late.”", "An aide to President Karl Berg"),
    ("The ambassador to Peru said: “It is late.”", "The ambassador to Peru"),
    # one of several
    ("One of the guards, who asked not to be named, said: “It is late.”", "One of the guards"),
    # phrasal verbs
    ("“Nonsense,” shot back Karl Berg.", "Karl Berg"),
    ("“Nonsense,” chimed in Karl Berg.", "Karl Berg"),
    # institutions of people
    ("The National Union of Teachers said: “It is late.”", "National Union of Teachers"),
    ("The Union of Port Workers said: “It is late.”", "Union of Port Workers"),
    # a description that begins before the name in it
    ("“It is late,” said the BJP leader.", "the BJP leader"),
    ("According to a Treasury official, it was “late”.", "a Treasury official"),
    # a given name that looks like a preposition
    ("Chair Per Olav Strand left. “No,” Strand said.", "Per Olav Strand"),
    ("Per Olav Strand left. “No,” Strand said.", "Per Olav Strand"),
    # who is close to somebody, knows of something
    ("A source close to Ewa Sobol said: “It is late.”", "A source close to Ewa Sobol"),
    ("A clerk familiar with the ledger said: “It is late.”", "A clerk familiar with the ledger"),
    # who heads what, no comma before the name
    ("“It is late,” the head of the Elmcote battalion Anna Berg said.", "Anna Berg"),
    ("“It is late,” said the leader of the far-right Norva party Karl Lund.", "Karl Lund"),
    ("“It is late,” the deputy commander of the 12th regiment Captain Karl Lund said.", "Karl Lund"),
    ("“It is late,” chair of the parliamentary committee on water Anna Berg wrote.", "Anna Berg"),
    ("“It is late,” said spokesman of the chief prosecutor’s office Karl Lund.", "Karl Lund"),
    ("“It is late,” the mayor of the town of Elmcote Karl Lund said.", "Karl Lund"),
    ("“It is late,” said director of the Institute of Tidal Studies Anna Berg.", "Anna Berg"),
    ("Chairman of the Movement for Freedoms Karl Lund said: “It is late.”", "Karl Lund"),
    ("“It is late,” Governor of the Elmcote Region Karl Lund said.", "Karl Lund"),
    ("“It is late,” Program Manager at NTF Karl Lund said.", "Karl Lund"),
    ("“It is late,” said director of public affairs at Vik Water Anna Berg.", "Anna Berg"),
    ("“It is late,” said professor of tidal studies at Elmcote University Karl Lund.", "Karl Lund"),
    ("“It is late,” said a cook at Karl Lund Academy.", "a cook at Karl Lund Academy"),
    ("“It is late,” said the son of a cook at Elmcote, Karl Lund.", "Karl Lund"),
    (
        "“It is late,” said the lawyer of the jailed baker Karl Lund.",
        "the lawyer of the jailed baker Karl Lund",
    ),
    ("“It is late,” said the wife of party leader Karl Lund.", "the wife of party leader Karl Lund"),
    (
        "“It is late,” the head of the office of President Karl Lund said.",
        "the head of the office of President Karl Lund",
    ),
    ("“It is late,” said the director of the Anna Berg foundation.", "the director of the Anna Berg foundation"),
    # whose surname is a letter
    ("Anna B. wept. “It is late,” B. told the judge.", "Anna B."),
    ("Karl L. and Anna B. left. “It is late,” B. said.", "Anna B."),
    ("“Not me,” Karl L., a baker, said.", "Karl L."),
    ("Plan B failed. “It is late,” B. K. Lund said.", "B. K. Lund"),
    # what country somebody is of
    ("“It is late,” the 24-year-old Norwegian Anna Berg said.", "Anna Berg"),
    ("The Ghanaian Karl Lund wept. “It is late,” he said.", "Karl Lund"),
    ("The Norwegian Karl Lund Institute said: “It is late.”", "Norwegian Karl Lund Institute"),
    # several people of one office, and no body called after them
    ("A bench of Justice R. Osei and Justice Ana Lund sat. “It is late,” Osei said.", "R. Osei"),
    ("A panel of Dr Karl Berg and Professor Ana Lund sat. “It is late,” Berg said.", "Karl Berg"),
    ("The Ministry of Trade and Industry said: “It is late.”", "Ministry of Trade and Industry"),
    # ranks of two parts
    ("“It is late,” Brig.-Gen. Ana Lund said.", "Ana Lund"),
    ("“It is late,” the baker told Lt.-Col. Karl Berg.", "the baker"),
    # how many there are of what somebody has
    ("Lund Motors employs 4,000 people. The firm said: “It is late.”", "Lund Motors"),
    ("An estimated 4,000 people wrote: “It is late.”", "An estimated 4,000 people"),
    # whoever speaks for somebody with an office
    ("A spokesperson for Oceans Minister Ana Lund said: “It is late.”", "A spokesperson for Oceans Minister Ana Lund"),
    ("A lawyer for Health Minister Karl Berg said: “It is late.”", "A lawyer for Health Minister Karl Berg"),
    # a command of the police
    ("Elmcote State Police Command said: “It is late.”", "Elmcote State Police Command"),
    ("The Leith Police Command commander Ana Lund said: “It is late.”", "Ana Lund"),
    # a brand is nobody
    ("A guard stopped NewsHour at the gate. “It is late,” he said.", "A guard"),
    ("Ana MacAllan wept. “It is late,” MacAllan said.", "Ana MacAllan"),
    # of whom an obituary is, though kin have the same surname
    (
        "Jan Kos has died aged 91. His daughter, Anna Kos, wept. Kos was born in Oslo. “I read labels,” Kos once said.",
        "Jan Kos",
    ),
    ("Jan Kos, 14, is missing. His mother, Anna Kos, wept. “He was calm,” Kos said.", "Anna Kos"),
    ("Karl Berg scored. “It is late,” joked the 36-year-old Austrian.", "Karl Berg"),
    ("Karl Berg scored. “It is late,” the young Austrian said.", "Karl Berg"),
    ("Karl Berg scored. “It is late,” the Austrian team said.", "the Austrian team"),
    # a name that soldiers go by
    ("A medic with the call sign Vetch was there. “It is late,” the medic said.", "Vetch"),
    ("The platoon commander, call sign Vetch, smiled. “It is late,” the commander said.", "Vetch"),
    ("A medic who goes by the callsign Vetch was there. “It is late,” the medic said.", "Vetch"),
    ("A medic with the sign Vetch painted was there. “It is late,” the medic said.", "A medic with the sign Vetch"),
    # where, with an adjective, and in The Hague
    ("In breakaway Elmcote, baker Anna Berg heats one room. “It is late,” she said.", "Anna Berg"),
    ("Norway’s envoy in The Hague, Karl Berg, wept. “It is late,” he said.", "Karl Berg"),
    # what somebody would be is nobody new
    ("Whoever aspired to be a baker met pilot Ana Lund. Lund wept. “It is late,” the baker said.", "Ana Lund"),
    ("Whoever came to see a baker met pilot Ana Lund. Lund wept. “It is late,” the baker said.", "a baker"),
    # a word for somebody behind a given name that nobody knows
    ("Debjit Pradhan left. “It is late,” Pradhan said.", "Debjit Pradhan"),
    ("“It is late,” said Mehmuda Mufti, 41.", "Mehmuda Mufti"),
    ("Karl Lund’s lawyer, Alix Fan, left. “It is late,” the lawyer said.", "Alix Fan"),
    ("Grand Mufti Karim Hasan left. “It is late,” the mufti said.", "Karim Hasan"),
    # a day that is somebody's name
    ("Comrade Sunday Okon left. “No,” Okon said.", "Sunday Okon"),
    ("On Sunday Okon left. “No,” Okon said.", "Okon"),
    ("The baker, Friday Okon, left. “No,” Okon said.", "Friday Okon"),
    ("The acting mayor, Monday Okon Eze, who was late, left. “No,” Eze said.", "Monday Okon Eze"),
    ("When told by the baker, Friday Okon left. “No,” Okon said.", "Okon"),
    # particles and syllables that are other words
    ("Siti Noor binti Halim left. “No,” Siti Noor said.", "Siti Noor binti Halim"),
    ("Shin Sung Hoon left. “No,” Shin said.", "Shin Sung Hoon"),
    ("Ko Ming-je, a baker, left. “No,” Ko said.", "Ko Ming-je"),
    ("Ben Arden left. “No,” Arden said.", "Ben Arden"),
    ("“No,” PC Gemma Hale said.", "Gemma Hale"),
    # short mentions → the fullest name in the article, whatever the order of its parts
    ("Nam Ji-ho runs the port.\n\n“We are closed,” Nam said.", "Nam Ji-ho"),
    ("Tran Thi Hoa sells fish.\n\n“We are closed,” Ms Hoa said.", "Tran Thi Hoa"),
    ("Rosa Ibarra Quintana keeps bees.\n\n“They are gone,” Ibarra said.", "Rosa Ibarra Quintana"),
    ("Jan van der Meulen breeds tulips.\n\n“They are gone,” Van der Meulen said.", "Jan van der Meulen"),
    ("Dr Amina al-Khatib led the trial.\n\n“It works,” al-Khatib said.", "Amina al-Khatib"),
    ("Katrin Jonsdottir heads the rescue team.\n\n“We waited,” Katrin said.", "Katrin Jonsdottir"),
    # what stands before a name, or is written large because it comes first
    ("Sentencing Karl Berg, the judge spoke. Berg wept. “I am innocent,” Berg said.", "Karl Berg"),
    ("Thanking Mr Lund for his work, the mayor rose. “It was nothing,” Lund said.", "Lund"),
    ("Unlike Ivo Marin, Karl Berg stayed. “It was my house,” he said.", "Karl Berg"),
    ("Nearby, Ana Lund wept. “It was my house,” she said.", "Ana Lund"),
    ("Irving David Lund rose. “It was my house,” Lund said.", "Irving David Lund"),
    ("Take Ana Lund, a baker. “It was my house,” Lund said.", "Ana Lund"),
    ("Ask Karl Lund about Oslo and he winces. “It was my house,” Lund said.", "Karl Lund"),
    ("Enter Anna Berg, a miller. “It was my house,” Berg said.", "Anna Berg"),
    ("Meet Kumar rose. “It was my house,” Kumar said.", "Meet Kumar"),
    ("Ding Lei rose. “It was my house,” he said.", "Ding Lei"),
    ("Karl Berg rose. Roads were cut. “It was my house,” he said.", "Karl Berg"),
    ("Karl Berg rose. Halfway, they stopped. “It was my house,” he said.", "Karl Berg"),
    ("Karl Berg rose. Rents soared. “It was my house,” he said.", "Karl Berg"),
    ("Karl Berg rose. Rents have gone up. “It was my house,” he said.", "Karl Berg"),
    ("Karl Berg rose. Poverty remains. “It was my house,” he said.", "Karl Berg"),
    ("Karl Berg rose. Rowles wants more. “It was my house,” he said.", "Rowles"),
    ("Karl Berg rose. Idris waved. “It was my house,” he said.", "Idris"),
    ("Karl Berg rose. Bilateral talks are “the way on”, he said.", "Karl Berg"),
    ("Karl Berg rose. Veiled threats were “no way on”, he said.", "Karl Berg"),
    ("Karl Berg left. Prices have doubled. “It was my house,” he said.", "Karl Berg"),
    ("Rogers was late. “It was my house,” he said.", "Rogers"),
    ("Sugiono, 61, mends nets.\n\n“The sea is empty,” Sugiono said.", "Sugiono"),
    # he and she, by what the text tells
    ("Farida Osman, his wife, met Karl Brandt in Oslo.\n\n“I was afraid,” she said.", "Farida Osman"),
    ("Chairwoman Bo Lindgren opened the meeting.\n\n“Sit down,” she said.", "Bo Lindgren"),
    ("Mr Adeyemi owns the mill. “It is silent now,” he said.", "Adeyemi"),
    # the minister, the judge
    ("Judge Helen Marsh adjourned the hearing.\n\n“Enough,” the judge said.", "Helen Marsh"),
    ("Transport Minister Luis Prado was late.\n\n“The train was on time,” the minister said.", "Luis Prado"),
    # who is described as something does not say so
    ("Ivo Marin was described as “the best of us” in a post by the Dale Rowing Club.", "Dale Rowing Club"),
    ("Ivo Marin described it as “the best of boats” in a post by the Dale Rowing Club.", "Ivo Marin"),
    ("Opposition health critic Piet Marin left. “We were copied,” the Liberal MLA said.", "Piet Marin"),
    ("Ana Roos said the crew had left late, and told others: “We sail.”", "Ana Roos"),
    ("Ana Roos said the cook had left late and told others: “We sail.”", "the cook"),
    # letters of a seat are a role whatever the given name; behind a whole name they are no part of it
    ("“We sail,” said Upper Dale TD Quill Marin.", "Quill Marin"),
    ("“We sail,” said Dale Harbour Party MLA Tovin Bask.", "Tovin Bask"),
    ("“We sail,” said Quill Marin MP.", "Quill Marin"),
    ("“We sail,” said a Holm Ost MP.", "a Holm Ost MP"),
    ("Police spokesperson W/O Piet Marin said: “We sail.”", "Piet Marin"),
    ("The Lord Chief Justice said: “Nobody may sail.”", "The Lord Chief Justice"),
    ("“We sail,” said Victoria Justice.", "Victoria Justice"),
    # what somebody holds an office for stands before the name; a spokesman for somebody is another one
    ("The minister for fisheries Ana Roos said: “We sail.”", "Ana Roos"),
    ("Cabinet member for boats Cllr Quill Marin said: “We sail.”", "Quill Marin"),
    ("A spokesman for singer Ana Roos said: “She will sail.”", "A spokesman for singer Ana Roos"),
    # names of firms and pubs that begin or end with what is a title elsewhere
    ("Rival Prince & Anchor said: “She will sail.”", "Prince & Anchor"),
    ("Bishop & Sons said: “She will sail.”", "Bishop & Sons"),
    # a post in a society called after its members, and the society
    ("Friends of Hale Park chair Ana Roos said: “She will sail.”", "Ana Roos"),
    ("Parents for Safe Streets founder Karl Lund said: “She will sail.”", "Karl Lund"),
    ("Friends of Hale Park said: “She will sail.”", "Friends of Hale Park"),
    ("Friends of Hale singer Ana Roos said: “She will sail.”", "Friends of Hale singer Ana Roos"),
    # several people of somebody's, first in a sentence
    ("Lawyers for Ana Roos said: “She will sail.”", "Lawyers for Ana Roos"),
    ("Fans of Mr Lund said: “He will sail.”", "Fans of Mr Lund"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMES)
def test_names(text, speaker):
    assert [name for _, name in marked(text)] == [speaker]


NOT_SPEECH = [
    "Her third novel, “The Salt Road”, is set in Aden.",
    "The band played “Harbour Lights” twice and went home.",
    "The tower, known as “the Needle”, opened in 1931.",
    "A sign on the gate reads “No Entry”.",
    "The word “quay” comes from Celtic.",
    "SEOUL, Nov. 5 (Daily Wire) — The ferry left on time.",
]


@pytest.mark.parametrize("text", NOT_SPEECH)
def test_not_speech(text):
    assert marked(text) == []


INDIRECT = [
    ("Ana Brandt said that the dam would hold.", "that the dam would hold", "Ana Brandt"),
    ("The dam would hold until spring, Ana Brandt said.", "The dam would hold until spring", "Ana Brandt"),
    ("According to the ministry, the dam is safe.", "the dam is safe", "the ministry"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), INDIRECT)
def test_indirect(text, content, speaker):
    found = [(text[q.start : q.end], q.speaker) for q in find_quotes(text) if q.kind == "indirect"]
    assert found == [(content, speaker)]


def test_fields():
    text = "The hall was full. “We are leaving,” said Kofi Mensah, a baker. “Today.”"
    first, second = find_quotes(text)
    assert first.kind == "direct"
    assert (first.cue, first.role) == ("said", "a baker")
    assert text[slice(*first.mention)] == "Kofi Mensah"
    assert text[slice(*first.context)] == "“We are leaving,” said Kofi Mensah, a baker."
    assert first.group == second.group


KINDS = [
    ("“The dam will hold,” Ana Brandt said.", "direct"),
    ("Ana Brandt said: “The dam will hold.”", "direct"),
    ("Ana Brandt said the dam was “as good as new and better”.", "mixed"),
    ("“A day to forget” was how Ana Brandt described it.", "direct"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text, kind):
    assert [quote.kind for quote in find_quotes(text) if quote.kind != "indirect"] == [kind]


OTHER_LANGUAGES = [
    ("«Nous partons», a dit Marie Petit.", {"language": "fr"}, [("Nous partons", None)]),
    ("„Wir gehen“, sagte Karl Brandt.", {"language": "de-AT"}, [("Wir gehen", None)]),
    ("船長は「船は出る」と言った。", {}, [("船は出る", None)]),
]


@pytest.mark.parametrize(("text", "options", "quotes"), OTHER_LANGUAGES)
def test_other_languages_have_no_speakers(text, options, quotes):
    assert marked(text, **options) == quotes


MARKS = "“”‘’\"'„«»「」"


@example(pieces=[",", "said", "\n\n", "Kim Lee"])  # a verb whose subject could only be the next paragraph's
@example(pieces=["“", "Kim Lee", "\n\n", "**", "the minister", "”"])  # marks of emphasis before what goes on
@example(pieces=["«", "Kim Lee", "»", "said", "”", "Kim Lee"])  # who says it ends the text, no full stop behind
@settings(max_examples=300)
@given(
    st.lists(st.sampled_from([*MARKS, "Kim Lee", "she", "said", " ", " ", ",", ".", "\n\n", "the minister", "**", "a"]))
)
def test_spans_hold_for_any_text(pieces):
    text = "".join(pieces)
    quotes = find_quotes(text, language="en")
    assert [(q.start, q.end) for q in quotes] == sorted((q.start, q.end) for q in quotes)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.mention is None or 0 <= quote.mention.start < quote.mention.end <= len(text)
        assert quote.context.start <= quote.context.end
        assert text[quote.start : quote.end] == text[quote.start : quote.end].strip()


@given(st.text(max_size=300))
def test_any_text_at_all(text):
    for quote in find_quotes(text):
        assert 0 <= quote.start < quote.end <= len(text)


@pytest.mark.parametrize("piece", [*MARKS, "“a ", "said ", "Kim said ", "(", "the of ", "“Oh,” he said. ", "Kim, "])
def test_hostile_text_comes_to_an_end(piece):
    text = piece * (30_000 // len(piece))
    assert all(0 <= quote.start < quote.end <= len(text) for quote in find_quotes(text, language="en"))


CUES = [
    ("“We sail,” Ivo Marin said.", "said"),
    ("The hull was, according to Ivo Marin, “as thin as a tin”.", "according to"),
    ("IVO MARIN: “We sail.”", None),
    ("“We had no oars,” raged Ivo Marin.", "raged"),
    ("“We had no oars,” Ivo Marin sniffed.", "sniffed"),
    ("Ivo Marin reckons that the hull is “as thin as a tin”.", "reckons"),
    ("The storm raged, and Ivo Marin said: “We have no oars.”", "said"),
    # rather a verb of saying
    ("Ivo Marin said, laughing, “We had no oars.”", "said"),
    ("Ana Roos warned the town, smiling: “We have no oars.”", "warned"),
    ("“We had no oars,” Ivo Marin wept.", "wept"),
    ("“We had no oars,” analyzed Ivo Marin.", "analyzed"),
    ("“We had no oars,” Ivo Marin grunted.", "grunted"),
]


@pytest.mark.parametrize(("text", "cue"), CUES)
def test_cue(text, cue):
    assert [quote.cue for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == [cue]


ROLES = [
    ("“We sail,” said Mr Marin.", None),
    ("“We sail,” said Captain Ivo Marin.", "Captain"),
    ("The harbour master, Mr Marin, said: “We sail.”", "The harbour master"),
    ("Ana Roos, the MP for Upper Dale, said: “We sail.”", "the MP for Upper Dale"),
    ("“We sail,” said Piet Marin, the senator for West Fjord.", "the senator for West Fjord"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_courtesy_is_no_role(text, role):
    assert [quote.role for quote in find_quotes(text, language="en") if quote.kind != "indirect"] == [role]
