"""Who or what a reporting word has for its source, in invented sentences: hits beside near misses."""

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
    # who says it behind a place, with more told of them
    ("It struck the last bus to Tarn City, said Karl Berg, head of the relief office.", "say", "Karl Berg"),
    ("There is no water in Oslo, said Ida Holm, a nurse.", "say", "Ida Holm"),
    ("A lawyer for Lund, a clerk, said Karl Berg, his son, had left.", "say", "A lawyer"),
    ("The fire took the mill of Karl Berg, said a nurse who asked not to be named.", "say", "a nurse"),
    ("A bus hit Ida Holm, said a clerk who spoke on condition of anonymity.", "say", "a clerk"),
    ("The driver, Karl Berg, said a nurse who knew him had left.", "say", "Karl Berg"),
    ("An organiser of the race from the volunteer group Lake Watch said no.", "say", "An organiser"),
    ("A cook from the volunteer band Hill Folk told us to wait.", "tell", "A cook"),
    # a name behind the comma, with its own description
    (
        "In talks with Xinnet, Ida Holm, a former mayor of the town, who was there, said that it was late.",
        "say",
        "Ida Holm",
    ),
    ("Speaking to Tarnet, Karl Berg, the head of the port, said that it was late.", "say", "Karl Berg"),
    ("Karl Berg, Oslo mayor, said that it was late.", "say", "Karl Berg"),
    # what stands on something else
    ("A handwritten note on the gate said that it was late.", "say", "A handwritten note"),
    ("The message on the mirror read “late”.", "read", "The message"),
    ("A report on the fire said that it was late.", "say", "A report"),
    ("The critics on the left said that it was late.", "say", "The critics"),
    # letters and a clause behind a name
    ("Rahim Khan, MLA, who represents the area, demanded a new road and called it a joke.", "call", "Rahim Khan"),
    ("Dina Mall, PhD, of the institute, called it a joke.", "call", "Dina Mall"),
    ("In the town of Ames, MP Karl Lund, who was there, called it a joke.", "call", "MP Karl Lund"),
    # who is only her there
    ("Mrs Lund wept. According to her, “It was late in the day.”", "according", "her"),
    ("Mrs Lund wept. According to her mother, “It was late in the day.”", "according", "her mother"),
    # one of several, who is named
    ("“We went,” said one, Karim Sow, 33.", "say", "Karim Sow"),
    ("“We went,” said one of the drivers, Karim Sow, who left.", "say", "Karim Sow"),
    ("“We went,” said one of the drivers, a cook.", "say", "one"),
    # a verb that is not known, behind words in marks
    ("“You will not bleat in here,” the Speaker guided.", "say", "the Speaker"),
    ("‘Who ate all the awareness?’ the senator posed on Monday.", "say", "the senator"),
    # one of several
    ("One man wept. A third said that it was late.", "say", "A third"),
    ("One man wept. Another spoke, a third asked for help.", "ask", "a third"),
    ("One man wept. The other asked for help.", "ask", "The other"),
    # who sent a letter, not who got it
    ("Ms Lund got a text from the head of nursing, Karl Berg, telling her to wait.", "tell", "Karl Berg"),
    ("Ana Lund received an email from Karl Berg, warning her not to wait.", "warn", "Karl Berg"),
    ("Ana Lund wrote a letter to Karl Berg, her brother, telling him to wait.", "tell", "Ana Lund"),
    ("Ana Lund cited an email from Karl Berg, telling us that it was late.", "tell", "Ana Lund"),
    # who does not keep back the name
    ("A cook who asked to be paid left.", "ask", "A cook"),
    ("A clerk who spoke of the flood left.", "speak", "A clerk"),
    # a clause between the source and its verb; "it" begins what is said
    ("A spokesperson for a bank in Oslo, which closed last May, said it was sorry.", "say", "A spokesperson"),
    ("A clerk at a mill in Turku, which burned in March, said he was asleep.", "say", "A clerk"),
    # second hand
    ("“I was cold,” the statement quotes him as saying.", "say", "him"),
    ("Those on the quay heard him say that the boat was lost.", "say", "him"),
    ("She had been told by one of them to leave.", "tell", "one"),
    ("The letter was praised as “a small jewel” by one critic.", "by", "one critic"),
    ("The plan, hailed by residents as “a gift”, was dropped.", "hail", "residents"),
    ("It was the longest strike, described by the union as “a lesson”.", "describe", "the union"),
    ("The ship, praised by night, was described as “a gift”.", "describe", "The ship"),
    ("The roof was hailed as “a gift” by several guests.", "by", "several guests"),
    ("Kenneth More said that it was late.", "say", "Kenneth More"),
    # a name right behind a post and where it is held
    ("The foreign minister of Norway Ida Holm said that it was late.", "say", "Ida Holm"),
    ("The head of Hvarsund Karl Lund said that it was late.", "say", "Karl Lund"),
    ("Former ambassador to Pakistan Ida Holm said that it was late.", "say", "Ida Holm"),
    ("The mayor of San Jose said that it was late.", "say", "The mayor"),
    ("The mother of Ana Maria Lund said that it was late.", "say", "The mother"),
    ("The president of Karl Lund University said that it was late.", "say", "The president"),
    # surnames that are months, too, and a body that somebody's office is
    ("“No,” Mrs May said.", "say", "Mrs May"),
    ("Karl Winter said that it was late.", "say", "Karl Winter"),
    ("The Leith Sheriff's Department said that it was late.", "say", "Leith Sheriff's Department"),
    ("The Prime Minister’s Office said that it was late.", "say", "Prime Minister’s Office"),
    ("Bill Lund of Leith said that it was late.", "say", "Bill Lund"),
    # whoever is blamed for saying it, and whoever is sorry for it
    ("She criticised Karl Lund for describing the plan as a joke.", "describe", "Karl Lund"),
    ("The union lashed out at the director for calling it a joke.", "call", "the director"),
    ("Karl Lund apologised to the nurses for calling it a joke.", "call", "Karl Lund"),
    # a verb before the role of another one
    ("The police say former mayor Karl Lund is there.", "say", "The police"),
    ("The United States believes Saudi fugitive Karl Lund is there.", "believe", "United States"),
    ("Housing project manager Karl Lund said that it was late.", "say", "Karl Lund"),
    ("A senior Leith official called Mr Lund's rule a joke.", "call", "A senior Leith official"),
    # he, whatever stands before
    ("When asked whether his company carried out the tests he replied that it did.", "reply", "he"),
    ("In the room where his mother worked she said that it was late.", "say", "she"),
    ("A girl who fled the room in which he worked said that it was late.", "say", "A girl"),
    # whoever is in charge of a place
    ("The officer in charge of Oslo said that it was calm.", "say", "The officer"),
    ("A colonel in command of the northern fort told us that it was calm.", "tell", "A colonel"),
    ("The officer in Oslo charged that it was a trick, the mayor said.", "charge", "The officer"),
    # a relative clause or a participle behind the subject
    ("Tenants who had left the tower said that the lift was stuck.", "say", "Tenants"),
    ("Those who stayed behind said the roof leaked.", "say", "Those"),
    ("A teacher who asked not to be named said that the roof leaked.", "say", "A teacher"),
    ("People where the fire began said that it was hot.", "say", "People"),
    ("The surgeon leading the trial said that it would go on.", "say", "The surgeon"),
    ("Divers working below the pier warned that the chain was loose.", "warn", "Divers"),
    ("A clerk named in the lawsuit said he was innocent.", "say", "A clerk"),
    ("A nurse trained in Oslo added that the ward was full.", "add", "A nurse"),
    ("The sailor who police said was on board has died.", "say", "police"),
    ("The cook who Ana Lund said had the key was late.", "say", "Ana Lund"),
    ("The man that the guard said was ill left.", "say", "the guard"),
    # a body called after the place that is named before
    (
        "Karl Lund, from Hale, died. Hale rugby club paid tribute to him, saying that it was late.",
        "say",
        "Hale rugby club",
    ),
    ("Karl Lund left Hale. Hale parish council closed its hall, blaming him.", "blame", "Hale parish council"),
    # what one of many does, in a participle
    ("Viewers took to X, with one calling it a joke.", "call", "one"),
    ("The bakers left, with one shouting and another saying that it was late.", "say", "another"),
    ("Ana Lund left with one bag, saying that it was late.", "say", "Ana Lund"),
    # one of several, named with a role
    ("“It was late,” said one, retired nurse Ana Lund.", "say", "Ana Lund"),
    ("“It was late,” said one of the drivers, baker Karl Berg.", "say", "Karl Berg"),
    ("“It was late,” said one, a friend of Ana Lund.", "say", "one"),
    # what is told of somebody between dashes, and a name there
    ("Ana Lund – who trained as a nurse in Oslo – said that it was late.", "say", "Ana Lund"),
    ("The coach of Leith – himself once a winger – said that it was late.", "say", "The coach"),
    ("His deputy – Karl Berg – said that it was late.", "say", "Karl Berg"),
    ("The bus was late – again – and the driver said that it was cold.", "say", "the driver"),
    # what somebody is of goes on beyond an and; but two who speak
    ("The owner of a fish and chip shop in Leith said that it was late.", "say", "The owner"),
    ("The manager of an arts and crafts centre said that it was late.", "say", "The manager"),
    ("The minister for health and sport said that it was late.", "say", "The minister"),
    ("The head of research and development at Vexco said that it was late.", "say", "The head"),
    ("The owner of the mill and residents said that it was late.", "say", "residents"),
    ("The head of the mill and the union said that it was late.", "say", "the union"),
    # of whom a name without "the" says more
    ("An analyst of bank Lund said that it fell.", "say", "An analyst"),
    ("A director of charity Open Door warned that winter was near.", "warn", "A director"),
    ("The analyst said that broker Karl Lund warned her.", "warn", "Karl Lund"),
    # a name in commas behind its description
    ("His opposite number, Karl Berg, said that he agreed.", "say", "Karl Berg"),
    ("Her understudy, Ewa Sobol, said that she was ready.", "say", "Ewa Sobol"),
    ("His birthplace, Malta, said that it was ready.", "say", "His birthplace"),
    ("Ana Lund was away, while his deputy, Karl Berg, said no.", "say", "Karl Berg"),
    ("Ana Lund kept still, but her lawyer, Greta Holm, said that it was a lie.", "say", "Greta Holm"),
    ("Ana Lund, who worked for his deputy, Karl Berg, said no.", "say", "Ana Lund"),
    # letters behind a name
    ("Greta Holm KC, counsel for the crew, said that it was a lie.", "say", "Greta Holm"),
    ("Karl Berg OBE (41), a former baker, said that he agreed.", "say", "Karl Berg"),
    # verbs that are nouns too, before an object
    ("The listing calls it a bargain.", "call", "The listing"),
    ("The advert claims that it works.", "claim", "The advert"),
    ("The leaflet promises “a roof for all”.", "promise", "The leaflet"),
    # how many
    ("The two sisters said that they would stay.", "say", "The two sisters"),
    ("These three pilots warned that it was cold.", "warn", "These three pilots"),
    ("Two sisters said that they would stay.", "say", "Two sisters"),
    # letters that are no pronouns
    ("The WHO said that the wells were clean.", "say", "WHO"),
    ("The head of IT said that the line was dead.", "say", "The head"),
    ("In June it said that the line was dead.", "say", "it"),
    # per
    ("Per the ministry, the rent fell.", "according", "the ministry"),
    ("The rent fell, per Ana Lund.", "according", "Ana Lund"),
    # the main clause's subject
    (
        "In a note to investors, the Ministry of Health kept its distance, adding that the road would come.",
        "add",
        "Ministry of Health",
    ),
    # the verb inside the marks
    ("The two ministers “stressed the need for patience”.", "stress", "The two ministers"),
    ("The union “rejected every line of the offer”.", "reject", "The union"),
    # brackets, party and place, a second role behind a name
    ("Greta Holm (Labour, Oslo) told the room that it was late.", "tell", "Greta Holm"),
    ("“It was late,” Karl Berg (R-Texas) told the Herald.", "tell", "Karl Berg"),
    ("“It was late,” Karl Berg, R-Ky., told the Herald.", "tell", "Karl Berg"),
    ("Karl Berg, president and head of the Northern Bakers Association stated that it was late.", "state", "Karl Berg"),
    ("Ewa Sobol, owner and captain of the Lark warned that it was late.", "warn", "Ewa Sobol"),
    # a place behind a place, an institution where somebody works
    ("Karl Berg, 30, of Raleigh, N.C., who was polled, said no.", "say", "Karl Berg"),
    ("Ewa Sobol, of Ames, Iowa, who was polled, said no.", "say", "Ewa Sobol"),
    ("Karl Berg, who is now a fellow at the Centre for Bread, which bakes, said no.", "say", "Karl Berg"),
    ("A fellow at the Centre for Bread, which bakes, said no.", "say", "A fellow"),
    (
        "Experts Ana Lund and Karl Berg of Oslo's Institute for Bread and Baking wrote that it rose.",
        "write",
        "Karl Berg",
    ),
    # a quotation in the subject
    ("The family of a “pillar of the choir” say they “feel let down”.", "say", "The family"),
    ("“It tasted of soap,” say they.", "say", "they"),
    # who is told something is no subject of it
    ("A nurse told Karl Berg that not just drivers were angry.", "angry", "drivers"),
    ("A nurse reminded the mayor that not only clerks were angry.", "angry", "clerks"),
    ("A report that was angry was shelved.", "angry", "A report"),
    # whoever does it beside the main clause
    ("The bank kept its rate, with governor Ana Lund warning that it was late.", "warn", "Ana Lund"),
    ("The port was shut, with harbour master Karl Berg saying that it was late.", "say", "Karl Berg"),
    # a body of two
    ("A bench of Justices Ana Lund and Karl Berg said that it was late.", "say", "A bench"),
    ("A daughter of Ana Lund and Karl Berg said that it was late.", "say", "A daughter"),
    ("The mayor and Karl Berg said that it was late.", "say", "Karl Berg"),
    # close to somebody
    ("A source close to Ewa Sobol said that it was late.", "say", "A source"),
    ("A lawyer familiar with Karl Berg warned that it was late.", "warn", "A lawyer"),
    ("People loyal to General Berg said that it was late.", "say", "People"),
    # nouns that end like adverbs
    ("Her family said it was late.", "say", "Her family"),
    ("An ally said it was late.", "say", "An ally"),
    ("Karl Berg angrily said it was late.", "say", "Karl Berg"),
    # where somebody is from, behind an age
    ("Ana Lund (26) of Suva says that it is wet.", "say", "Ana Lund"),
    ("Ana Lund, 26, of Suva says that it is wet.", "say", "Ana Lund"),
    # one of several, to whom and for whom
    ("A lawyer for one of the guards said that it was late.", "say", "A lawyer"),
    ("“It was late,” said one of them, Karl Lund, 34.", "say", "Karl Lund"),
    ("“It was late,” said another of them, an old baker.", "say", "another"),
    ("It was late, per Lund.", "according", "Lund"),
    ("It is a move critics say will fail.", "say", "critics"),
    ("It fell for a price few analysts say is fair.", "say", "few analysts"),
    ("A few critics say it will fail.", "say", "A few critics"),
    ("A record 40 critics say it will fail.", "say", "A record 40 critics"),
    ("The sport’s ruling body, the RYA, said it was late.", "say", "RYA"),
    ("The group, the Mayor said, was late.", "say", "the Mayor"),
    ("Lender Sotra said that it was late.", "say", "Sotra"),
    ("Chipmaker Vik Devices said that it was late.", "say", "Vik Devices"),
    ("Airline Pilots Association said that it was late.", "say", "Airline Pilots Association"),
    ("Charity Njeri said that it was late.", "say", "Charity Njeri"),
    ("Lund, who succeeds Ana Berg, now a judge in Oslo, said that it was late.", "say", "Lund"),
    ("The mayor, who had beaten Karl Berg, the baker, in May, said that it was late.", "say", "The mayor"),
    ("Lund, who met Ana Berg, said that it was late.", "say", "Lund"),
    ("A witness to the crash said that it was late.", "say", "A witness"),
    ("Critics on the left said that it was late.", "say", "Critics"),
    # what stands between in commas
    ("Karl Berg, whose wife, Ana Lund, leads the choir, said no.", "say", "Karl Berg"),
    ("Karl Berg, whose dog, Rex, bites, said no.", "say", "Karl Berg"),
    ("Karl Berg, the general secretary, Union of Bakers, flanked by two guards, said no.", "say", "Karl Berg"),
    ("The member representing North Fjord, Karl Berg, has said no.", "say", "Karl Berg"),
    # two roles of one person, where the sentence takes one for all
    ("The former pilot and friend of the old admirals warned that it was late.", "warn", "The former pilot"),
    ("The mayor and critic of the port warned that it was late.", "warn", "The mayor"),
    ("The mayor and the critics of the port warned that it was late.", "warn", "the critics"),
    # what somebody gives out
    ("Karl Berg issued a short statement on Monday saying that he was sorry.", "say", "Karl Berg"),
    ("The club put out a series of posts saying that it was sorry.", "say", "The club"),
    ("Karl Berg found a short letter saying that she was sorry.", "say", "a short letter"),
    # the subject behind the verb, where the sentence ends
    ("“It will be hard” for Karl Berg, said Ewa Sobol.", "say", "Ewa Sobol"),
    ("Karl Berg, the mayor, said Friday that it was late.", "say", "Karl Berg"),
    ("“It was late,” said another.", "say", "another"),
    ("“It was late,” added one of them.", "add", "one"),
    # words that look like something else
    ("The ferry hands and other port workers haven’t said that it was late.", "say", "other port workers"),
    ("The influential Oslo daily wrote that it was late.", "write", "The influential Oslo daily"),
    ("The mayor at one point joked that it was late.", "joke", "The mayor"),
    ("Karl Berg's blog post: “It was late.”", "post", "Karl Berg"),
    ("Karl Berg's critics post that it was late.", "post", "Karl Berg's critics"),
    # a name behind a dash, a colon behind it
    ("The pears were good - Ewa Sobol: “I ate two.”", ":", "Ewa Sobol"),
    ("The pears were good — says who? — Karl Berg: “I ate two.”", ":", "Karl Berg"),
    # participles before a noun
    ("A leaked internal letter said that it was late.", "say", "A leaked internal letter"),
    ("The wounded miller said that it was late.", "say", "The wounded miller"),
    # where somebody stands
    ("A porter near the gate said that it was late.", "say", "A porter"),
    ("A nurse outside the mill said that it was late.", "say", "A nurse"),
    ("A boy in the row behind me yelled that it was late.", "yell", "A boy"),
    ("The cook next to him replied that it was late.", "reply", "The cook"),
    ("The porters at the gate behind the mill said no.", "say", "The porters"),
    ("An essay in the printed edition of one newspaper hailed “the last tram”.", "hail", "An essay"),
    ("A porter at the only school in Oslo said that it was late.", "say", "A porter"),
    ("Dairy company Norvik, which sells milk, kept its word and said that it was late.", "say", "Norvik"),
    ("At the hospital Ana Lund said that it was late.", "say", "Ana Lund"),
    # how many, and of whom
    ("A handful of bakers said that it was late.", "say", "A handful of bakers"),
    ("Another, who was at the gate, said that it was late.", "say", "Another"),
    ("“It was late,” the couple, from Hale, said.", "say", "the couple"),
    ("Ana Lund and others said that it was late.", "say", "Ana Lund"),
    ("Ana Lund and the bakers said that it was late.", "say", "the bakers"),
    # a report speaks itself, a statement is its author's
    ("A report by the auditor said that it was late.", "say", "A report"),
    ("A statement by Karl Berg said that it was late.", "say", "Karl Berg"),
    # clauses in commas behind a name
    ("Ana Lund, after meeting Karl Berg, said that it was late.", "say", "Ana Lund"),
    ("Ana Lund, as quoted by the Echo, said that it was late.", "say", "Ana Lund"),
    ("“It was late,” said the Bishop of Hale, the Right Reverend Karl Berg.", "say", "Right Reverend Karl Berg"),
    # who is quoted
    ("The Echo quoted Karl Berg: “It was late.”", "quote", "Karl Berg"),
    # who is made to speak
    ("A lorry reversed, prompting one baker to shout: “Mind the bread!”", "shout", "one baker"),
    ("The delay led Karl Berg to warn that it was late.", "warn", "Karl Berg"),
    ("Ewa Sobol asked Karl Berg to warn that it was late.", "warn", "Ewa Sobol"),
    # what breaks a clause
    ("He wrote to Karl Berg, who, when the paper called, said that it was late.", "say", "Karl Berg"),
    ("A user named “Moth” said that it was late.", "say", "A user"),
    ("In a letter read out before the vote by Karl Berg, Ewa Sobol warned that it was late.", "warn", "Ewa Sobol"),
    ("As the list was read out Ewa Sobol stood up and said no.", "say", "Ewa Sobol"),
    ("“Who is that?” inquired a voice from the gallery.", "inquire", "a voice"),
    # when it was said, between the subject and the verb
    ("Harbour master Karl Berg had last month described the pier as “a heap”.", "describe", "Karl Berg"),
    ("The chair a few weeks ago wrote that it was late.", "write", "The chair"),
    ("Ewa Sobol just days earlier warned that it was late.", "warn", "Ewa Sobol"),
    ("The judge earlier in the day had called it “a joke”.", "call", "The judge"),
    ("A spokesman late on Tuesday said that it was late.", "say", "A spokesman"),
    ("The cook on Wednesday evening said that it was late.", "say", "The cook"),
    ("The woman of the year said that it was late.", "say", "The woman"),
    ("Karl Berg said last year was too long.", "say", "Karl Berg"),
    # a text that opens the sentence, a clause or a participle behind it
    ("Guidelines issued by the port in 2008, which nobody reads, say that hatches must be shut.", "say", "Guidelines"),
    (
        "The circular sent to all mills in June, a copy of which hangs here, says it is late.",
        "say",
        "The circular",
    ),
    ("An email sent by the cook to his staff, and obtained by the Echo, says it was late.", "say", "An email"),
    ("The rules, which were printed in Hale, say that ovens must be shut.", "say", "The rules"),
    ("The three women in the boat, who were rescued by Karl Berg, said it was cold.", "say", "The three women"),
    ("The team drove to the lake, followed by Ana Lund, who said it was late.", "say", "Ana Lund"),
    # who tells us, in commas
    ("The cook fled and, according to Ana Lund, said that it was late.", "say", "The cook"),
    ("Karl Berg, per the complaint, told her that it was late.", "tell", "Karl Berg"),
    ("According to the log, Karl Berg said that it was late.", "say", "Karl Berg"),
    # a clause of a place, or of which, and what is told of that
    ("A clerk at a mill where two men died in a fire last year told the court no.", "tell", "A clerk"),
    ("The cook at the inn in which the fire began told the court no.", "tell", "The cook"),
    ("Divers near the pier where the boat was hit in May told the Echo no.", "tell", "Divers"),
    (
        "The captain of the ferry that sank off Hale, killing ten, told the court no.",
        "tell",
        "The captain",
    ),
    ("He sent a letter in which the mayor told the court no.", "tell", "the mayor"),
    ("It was a hall where on Monday Karl Berg told the court no.", "tell", "Karl Berg"),
    # what somebody is, or was, saying
    ("As recently as May the cook was assuring us that it was late.", "assure", "the cook"),
    ("Bakers have been complaining of “cold ovens”.", "complain", "Bakers"),
    ("The mill, meanwhile, was warning that it was late.", "warn", "The mill"),
    ("Karl Berg left, adding that it was late.", "add", "Karl Berg"),
    ("Flowers have come from the three men's families, calling them “kind”.", "call", "the three men's families"),
    # an article and a noun before a verb all the same
    ("The band say they are late.", "say", "The band"),
    # who does what stands before the and, in what another one reports or a court hears
    ("The court heard Karl Berg walked into the mill and said: “Fire!”", "say", "Karl Berg"),
    ("Ana Roos said that when it rained, Karl Berg came out and shouted: “Fire!”", "shout", "Karl Berg"),
    ("Ana Roos told the jury that Karl Berg rang home and asked: “Is it late?”", "ask", "Karl Berg"),
    ("The jury was told that Karl Berg came back and whispered: “Fire!”", "whisper", "Karl Berg"),
    ("Ana Roos gave evidence that Karl Berg limped and had told her: “Fire!”", "tell", "Karl Berg"),
    # behind a comma whoever reports goes on
    ("Ana Roos said the crew had shown courage, but warned: “It is late.”", "warn", "Ana Roos"),
    ("Ana Roos said the crew had proved its worth, and told others: “It is late.”", "tell", "Ana Roos"),
    # near misses: what is added, told to the press or done by whoever reports
    ("Ana Roos said Karl Berg baked bread and added: “It is late.”", "add", "Ana Roos"),
    ("Ana Roos said the mill lost money and told reporters: “It is late.”", "tell", "Ana Roos"),
    ("Ana Roos heard the bells and said: “It is late.”", "say", "Ana Roos"),
    # cries and shouts
    ("There were shouts of “Shame!” from the gallery.", "shouts", "the gallery"),
    ("The talk was met with cries of “Louder” from the bakers.", "cries", "the bakers"),
    # "however" between the name's party and the verb
    ("Rep. Karl Lund of the ruling Dockers’ Party, however, warned of “a trial”.", "warn", "Rep. Karl Lund"),
    ("Ana Roos of the winning Leith Team, meanwhile, said it was “late”.", "say", "Ana Roos"),
    ("On Monday the ruling Dockers’ Party, however, said it was “late”.", "say", "Dockers’ Party"),
]


@pytest.mark.parametrize(("text", "lemma", "source"), SOURCES)
def test_source(text, lemma, source):
    reading = read(text)
    found = [frame.source for frame in reading.frames if frame.lemma == lemma]
    assert [reading.story.written(text, mention.first, mention.last) for mention in found] == [source]
