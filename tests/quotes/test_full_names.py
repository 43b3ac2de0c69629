"""By which name whoever speaks is called, in invented sentences."""

import pytest

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
def test_names(marked, text, speaker):
    assert [name for _, name in marked(text)] == [speaker]
