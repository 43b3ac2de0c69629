"""Whom descriptions and pronouns stand for, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes.attributing.attribute import decide
from kit.quotes.attributing.candidates import UNKNOWN
from kit.quotes.parsing.reading import read
from kit.quotes.resolving.antecedents import possible_people
from kit.quotes.resolving.certain import is_last_subject, newly_named
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver


def stands_for(text, words):
    """Return whom the mention that begins with the last `words` stands for, where the ranker knows nobody."""
    reading = read(text)
    Resolver(reading, lambda reading, mention, discourse: NOBODY).read_to(len(reading.story.words))
    start = text.rindex(words)
    found = next(each for each in reading.mentions if reading.story.starts[each.first] == start)
    return reading.people[found.person].name if found.person != NOBODY else None


ROLES = [
    # a role of several words; a description beside the name
    ("Works Minister Dr Ana Lund resigned.\n\n“I am tired,” the minister said.", "the minister", "Ana Lund"),
    ("Rebel spokesman Colonel Musa Diop denied it.\n\n“Lies,” the spokesman said.", "the spokesman", "Musa Diop"),
    ("Dr Ana Lund, the school’s principal, left.\n\n“I am tired,” the principal said.", "the principal", "Ana Lund"),
    # by rank, and by a broader word
    ("General Ana Lund rose. Baker Karl Berg sat. “No,” the general said.", "the general", "Ana Lund"),
    ("SHO Ravin Das rose. Baker Karl Berg sat. “No,” the officer said.", "the officer", "Ravin Das"),
    ("MNA Ravin Das rose. Baker Karl Berg sat. “No,” the lawmaker said.", "the lawmaker", "Ravin Das"),
    ("Maulana Ravin Das rose. Baker Karl Berg sat. “No,” the cleric said.", "the cleric", "Ravin Das"),
    ("Superintendent Ana Lund rose. Baker Karl Berg sat. “No,” the official said.", "the official", "Ana Lund"),
    ("Foreign Minister Ana Lund rose. Baker Karl Berg sat. “No,” the diplomat said.", "the diplomat", "Ana Lund"),
    ("Works Minister Ana Lund rose. Baker Karl Berg sat. “No,” the envoy said.", "the envoy", "the envoy"),
    # not the chief of something else
    ("Police chief Ana Lund rose. “No,” the army chief said.", "the army chief", "the army chief"),
    (
        "Village head Ana Lund rose. Police chief Karl Berg sat. “No,” the village chief said.",
        "the village",
        "Ana Lund",
    ),
    # the leader of a party in letters
    (
        "Norva Front leader Ana Lund rose. Rural League leader Karl Berg sat. “No,” the NF leader said.",
        "the NF leader",
        "Ana Lund",
    ),
    (
        "Karl Berg, secretary of the Rural League, rose. Norva Front leader Ana Lund sat. “No,” the RL leader said.",
        "the RL leader",
        "Karl Berg",
    ),
    ("Judge Ana Lund adjourned.\n\n“Not today,” the bailiff said.", "the bailiff", "the bailiff"),
    ("Judge Ana Lund adjourned.\n\n“Not today,” a judge in Oslo said.", "a judge", "a judge in Oslo"),
    ("Prosecutor Ana Lund sang. “No,” the fiscal depute said.", "the fiscal depute", "Ana Lund"),
    ("Shadow treasurer Ana Lund sang. “No,” the treasurer said.", "the treasurer", "the treasurer"),
    ("Shadow treasurer Ana Lund sang. “No,” the shadow treasurer said.", "the shadow treasurer", "Ana Lund"),
    ("Treasurer Ana Lund sang. “No,” the prime minister said.", "the prime minister", "the prime minister"),
    ("Treasurer Ana Lund sang. “No,” the minister said.", "the minister", "Ana Lund"),
    ("Mr Lund sang. “Enough,” the Speaker joked.", "the Speaker", "the Speaker"),
    ("Prime Minister Ana Lund sang. “No,” the foreign minister said.", "the foreign minister", "the foreign minister"),
    ("Attorney General Ana Lund sang. “No,” the lawyer said.", "the lawyer", "the lawyer"),
    ("Attorney General Ana Lund sang. “No,” the attorney general said.", "the attorney", "Ana Lund"),
    ("His lawyer, Ana Lund, sang. “No,” the prosecuting attorney said.", "the prosecuting", "the prosecuting attorney"),
    ("Defence lawyer Ana Lund sang. “No,” the lawyer for the victim said.", "the lawyer", "the lawyer for the victim"),
    ("Defence lawyer Ana Lund sang. “No,” the lawyer for the baker said.", "the lawyer", "Ana Lund"),
    ("The EACC sang. Karl Berg told AFP so. “No,” the commission said.", "the commission", "EACC"),
    ("Karl Berg told AFP so. “No,” the association said.", "the association", "the association"),
    ("TASS was late. Karl Berg sang. “No,” the agency said.", "the agency", "TASS"),
    ("Thousands marched in Oslo.\n\n“No,” the party said.", "the party", "the party"),
    ("His granddaughter Ana Lund sang. Mayor Karl Berg left. “No,” the girl said.", "the girl", "Ana Lund"),
    ("Her son, Karl Lund, sang. Mayor Ana Berg left. “No,” the boy said.", "the boy", "Karl Lund"),
    ("NATO chief Karl Berg met Commission President Ana Lund. “No,” the Commission chief said.", "the Com", "Ana Lund"),
    ("Spy chief Karl Berg met President Ana Lund. “No,” the spy chief said.", "the spy", "Karl Berg"),
    ("Lieut. Ana Lund rose. Mayor Karl Berg left. “No,” the lieutenant said.", "the lieutenant", "Ana Lund"),
    ("Lieut-Gen Karl Berg rose. Mayor Ana Lund left. “No,” the general said.", "the general", "Karl Berg"),
    ("Sotra Marine, a firm founded in May, rose. The SDO rose. “No,” the firm said.", "the firm", "Sotra Marine"),
    ("Tarn Marine rose. In Hval, a firm founded in May sued. “No,” the firm said.", "the firm", "the firm"),
    ("Minister Ana Lund rose. “No,” the former chief minister said.", "the former", "the former chief minister"),
    ("Chief Minister Ana Lund rose. “No,” the chief minister said.", "the chief", "Ana Lund"),
    ("Chief Minister Ana Lund rose. “No,” the minister said.", "the minister", "Ana Lund"),
    ("Panel on Mines Chairman MK Karl Berg rose. Ana Lund left. “No,” the chairman said.", "the chair", "Karl Berg"),
    ("Board of Works Commissioner Karl Berg rose. Ana Lund left. “No,” the commissioner said.", "the com", "Karl Berg"),
    ("Panel on Mines Chairman MK Karl Berg rose. “No,” the deputy chairman said.", "the dep", "the deputy chairman"),
    # words for one role
    ("Senator Ana Lund spoke.\n\n“No,” the lawmaker said.", "the lawmaker", "Ana Lund"),
    ("Striker Ana Lund won. Coach Karl Berg sang. “No,” the forward said.", "the forward", "Ana Lund"),
    ("Activist Ana Lund won. Coach Karl Berg sang. “No,” the campaigner said.", "the campaigner", "Ana Lund"),
    ("Activist Ana Lund won. Coach Karl Berg sang. “No,” the gardener said.", "the gardener", "the gardener"),
    ("Rep. Karl Berg spoke.\n\n“No,” the congressman said.", "the congressman", "Karl Berg"),
    ("Chief Press Secretary Ana Lund rose. Mayor Karl left. “No,” the spokeswoman said.", "the spokes", "Ana Lund"),
    ("Recorder Ana Lund rose. Mayor Karl Berg left. “No,” the judge said.", "the judge", "Ana Lund"),
    ("Rep. Ana Lund rose. Mayor Karl Berg left. “No,” the solon said.", "the solon", "Ana Lund"),
    ("Justice Ana Lund rose. Mayor Karl Berg left. “No,” the jurist said.", "the jurist", "Ana Lund"),
    ("Imam Karl Berg rose. Mayor Ana Lund left. “No,” the cleric said.", "the cleric", "Karl Berg"),
    ("The Oba of Ilu, Oba Ade Ogunti, rose. Mayor Ana left. “No,” the monarch said.", "the monarch", "Ade Ogunti"),
    ("Police chief Ana Lund rose. Mayor Karl Berg left. “No,” the top cop said.", "the top cop", "Ana Lund"),
    ("Recorder Ana Lund rose. Mayor Karl Berg left. “No,” the sheriff said.", "the sheriff", "the sheriff"),
    ("Sen. Ana Lund met Rep. Karl Berg. “No,” the senator said.", "the senator", "Ana Lund"),
    ("Sgt Ana Lund met a driver, Karl Berg. “No,” the officer said.", "the officer", "Ana Lund"),
    ("Ana Lund, a seismologist, met Mayor Karl Berg. “No,” the scientist said.", "the scientist", "Ana Lund"),
    (
        "Ana Lund, secretary general of the miners’ union, met Karl. “No,” the union leader said.",
        "the union",
        "Ana Lund",
    ),
    ("Press officer Bola Ade rose. Mayor Karl Berg left. “No,” the spokesman said.", "the spokesman", "Bola Ade"),
    ("Bank of Leith governor Ana Lund met Mayor Karl Berg. “No,” the governor said.", "the governor", "Ana Lund"),
    ("Maj. Gen. Karl Berg met Mayor Ana Lund. “No,” the commander said.", "the commander", "Karl Berg"),
    ("Ana Lund, a cardiologist, met Mayor Karl Berg. “No,” the doctor said.", "the doctor", "Ana Lund"),
    ("Ana Lund, a cardiologist, met Mayor Karl Berg. “No,” the nurse said.", "the nurse", "the nurse"),
    ("Midfielder Ana Lund met Mayor Karl Berg. “No,” the footballer said.", "the footballer", "Ana Lund"),
    ("Pupil Ana Lund met Mayor Karl Berg. “No,” the girl said.", "the girl", "Ana Lund"),
    ("Cardinal Karl Berg met Mayor Ana Lund. “No,” the church leader said.", "the church leader", "Karl Berg"),
    ("Police Commander Ana Lund met Mayor Karl. “No,” the police boss said.", "the police boss", "Ana Lund"),
    ("Police Constable Ana Lund met baker Karl. “No,” the police boss said.", "the police boss", "the police boss"),
    # institutions whose name does not tell what they are, or does in letters
    ("Then the Council of State sat. The court said it was late.", "The court", "Council of State"),
    ("Then ECOWAS met. The bloc said it was late.", "The bloc", "ECOWAS"),
    ("Then the Dorvo sat. The foundation said it was late.", "The foundation", "Dorvo"),
    ("Then the Dorvo sat. The court said it was late.", "The court", "The court"),
    ("Then the ENRC sat. The commission said it was late.", "The commission", "ENRC"),
    ("Then the ENRC sat. The university said it was late.", "The university", "The university"),
    ("Then the ENRC sat. The court said it was late.", "The court", "The court"),
    ("President Ana Lund met Mayor Karl Berg. “No,” the head of state said.", "the head", "Ana Lund"),
    ("Premier Ana Lund met Mayor Karl Berg. “No,” the head of staff said.", "the head", "the head of staff"),
    ("Sub-inspector Ana Lund met driver Karl Berg. “No,” the officer said.", "the officer", "Ana Lund"),
    # leaders of a party
    ("BJP spokesman Ravi Rao met Congress MP Anil Nair. “No,” the BJP leader said.", "the BJP", "Ravi Rao"),
    (
        "Congress MP Anil Nair and BJP spokesman Ravi Rao met. “No,” the Congress leader said.",
        "the Congress",
        "Anil Nair",
    ),
    ("BJP spokesman Ravi Rao left. “No,” the Congress leader said.", "the Congress", "the Congress leader"),
    ("BJP spokesman Ravi Rao met Congress MP Anil Nair. “No,” the BJP man said.", "the BJP", "Ravi Rao"),
    ("BJP spokesman Ravi Rao left. “No,” the Leith man said.", "the Leith", "the Leith man"),
    # an office of two words
    ("Prime Minister Ana Lund rose. Works Minister Karl Berg left. “No,” the premier said.", "the premier", "Ana Lund"),
    (
        "Premier Ana Lund rose. Works Minister Karl Berg left. “No,” the prime minister said.",
        "the prime minister",
        "Ana Lund",
    ),
    (
        "Karl Berg, the foreign minister, rose. Mayor Ana Lund left. “No,” the top diplomat said.",
        "the top diplomat",
        "Karl Berg",
    ),
    ("Admiral Ana Lund rose. Mayor Karl Berg left. “No,” the navy chief said.", "the navy chief", "Ana Lund"),
    ("Works Minister Ana Lund rose. Mayor Karl Berg left. “No,” the premier said.", "the premier", "the premier"),
    ("Admiral Ana Lund rose. Mayor Karl Berg left. “No,” the union chief said.", "the union chief", "the union chief"),
    # who sits for a seat is always named, and of another land is another one
    ("PAN secretary Ana Lund rose. “No,” the Kota Baru MP said.", "the Kota", "Ana Lund"),
    ("PAN secretary Ana Lund rose. “No,” the Kota Baru mayor said.", "the Kota", "the Kota Baru mayor"),
    ("Captain Karl Berg rose. Ivo Darr bowed. “No,” the Norway captain said.", "the Norway", "Ivo Darr"),
    ("Captain Karl Berg rose. Ivo Darr bowed. “No,” the captain said.", "the captain", "Karl Berg"),
    # offices in letters
    ("Ana Lund, the chief executive officer of a bank, left.\n\n“No,” the CEO said.", "the CEO", "Ana Lund"),
    ("The permanent secretary, Karl Berg, left.\n\n“No,” the PS said.", "the PS", "Karl Berg"),
    ("Vice-Chancellor Ana Lund left.\n\n“No,” the VC said.", "the VC", "Ana Lund"),
    ("Ana Lund, director-general of the port, left.\n\n“No,” the DG said.", "the DG", "Ana Lund"),
    ("Ana Lund, officer-in-charge (OC) of Vik Police Station, left.\n\n“No,” the OC said.", "the OC", "Ana Lund"),
    ("Officer-in-charge of Vik Police Ana Lund left.\n\n“No,” the OC said.", "the OC", "Ana Lund"),
    ("SHO of Vik police station, inspector Ana Lund, left.\n\n“No,” the SHO said.", "the SHO", "Ana Lund"),
    ("Additional Attorney General (AAG) Ana Lund left.\n\n“No,” the AAG said.", "the AAG", "Ana Lund"),
    ("Ana Lund, the chief financial officer, left.\n\n“No,” the CEO said.", "the CEO", "the CEO"),
    ("Karl Berg, the harbour master, left.\n\n“No,” the PS said.", "the PS", "the PS"),
    ("Leith Deputy Commissioner Ana Lund left.\n\n“No,” the DC said.", "the DC", "Ana Lund"),
    ("Asan District Collector Karl Berg left.\n\n“No,” the DC said.", "the DC", "Karl Berg"),
    ("Leith Additional Deputy Commissioner Ana Lund left.\n\n“No,” the DC said.", "the DC", "the DC"),
    ("DC Ana Lund rose. Mayor Karl Berg left. “No,” the deputy commissioner said.", "the deputy", "Ana Lund"),
    ("Asan CEO Ana Lund rose. Mayor Karl left. “No,” the chief executive officer said.", "the chief", "Ana Lund"),
    ("CM Ana Lund rose. Mayor Karl Berg left. “No,” the clerk said.", "the clerk", "the clerk"),
    # titles that show respect, by which somebody is called
    ("Maulana Tariq Rashid left.\n\n“No,” the Maulana said.", "the Maulana", "Tariq Rashid"),
    ("Pandit Hari Nath left.\n\n“No,” the Pandit said.", "the Pandit", "Hari Nath"),
    ("Mr Hari Nath left.\n\n“No,” the Maulana said.", "the Maulana", "the Maulana"),
    # by party and country
    ("Ana Lund, the Liberal MP for Leith, met Karl Berg. “No,” the Liberal said.", "the Liberal said", "Ana Lund"),
    ("Christian Democrat Ana Lund met Karl Berg. “No,” the Christian Democrat said.", "the Chr", "Ana Lund"),
    ("Brazilian striker Karl Alves met Ana Lund. “No,” said the Brazilian.", "the Brazilian", "Karl Alves"),
    # what somebody is said to be
    ("Ana Lund has been mayor for six years. “Hello,” says the mayor.", "the mayor", "Ana Lund"),
    ("Karl Berg became head of the choir.\n\n“No,” the head said.", "the head", "Karl Berg"),
    ("Karl Berg is not the mayor, Ana Lund is.\n\nKarl Berg left. “No,” the judge said.", "the judge", "the judge"),
    ("Berg, who has since become state secretary, left. She sang. “No,” the secretary said.", "the s", "Berg"),
    ("Ana Lund, who was mayor until May, left. Karl Berg sang. “No,” the former mayor said.", "the f", "Ana Lund"),
    ("Ana Lund was named head of the choir. Karl Berg sang. “No,” the head said.", "the head", "Ana Lund"),
    ("Karl Berg was the mayor’s driver. Ana Lund sang. “No,” the mayor said.", "the mayor said", "Ana Lund"),
    ("Karl Berg had the mayor arrested.\n\nMagistrate Eva sang. “No,” the mayor said.", "the mayor said", "the mayor"),
    # nobody has said what the last one is
    ("Mr Berg shook his head.\n\n“No,” the chancellor said.", "the chancellor", "Berg"),
    ("Ms Lund has the same view. The secretary of the guild said that it was late.", "The secretary", "Lund"),
    ("Ana Lund, the baker, shook her head.\n\n“No,” the chancellor said.", "the chancellor", "the chancellor"),
    ("Mr Berg shook his head.\n\n“No,” the judge said.", "the judge", "the judge"),
    ("Mr Berg shook his head.\n\n“No,” the chancellor of Austria’s king said.", "the chancellor", "Berg"),
    ("Mr Berg shook his head.\n\n“No,” the second secretary said.", "the second secretary", "the second secretary"),
    ("Karl Berg blamed the utility. The utility said it was the weather.", "The utility said", "The utility"),
    # what stands before an office tells which one
    (
        "Premier Ana Lund met Prime Minister Karl Berg and Works Minister Rita Borg.\n\n“No,” the prime minister said.",
        "the prime minister",
        "Karl Berg",
    ),
    (
        "Ana Lund, the club president, met President Karl Berg. “No,” the club president said.",
        "the club president",
        "Ana Lund",
    ),
    ("Ana Lund, the deputy mayor, met Mayor Karl Berg. “No,” the deputy mayor said.", "the deputy mayor", "Ana Lund"),
    ("Mayor Karl Berg met Ana Lund, the deputy mayor. “No,” the mayor said.", "the mayor", "Karl Berg"),
    ("Ana Lund, the deputy director, rose. “No,” the director said.", "the director", "Ana Lund"),
    ("Works Minister Ana Lund rose. “No,” the tired minister said.", "the tired minister", "Ana Lund"),
    ("Works Minister Ana Lund rose. “No,” the foreign minister said.", "the foreign minister", "the foreign minister"),
    ("Mayor Ana Lund rose. “No,” the deputy mayor said.", "the deputy mayor", "the deputy mayor"),
    (
        "Prime Minister Ana Lund rose. Deputy Prime Minister Karl Berg left. “No,” the prime minister said.",
        "the prime minister",
        "Ana Lund",
    ),
    (
        "Minister Ana Lund met her Turkish counterpart, Can Polat. “No,” the Turkish minister said.",
        "the Turkish minister",
        "Can Polat",
    ),
    ("Minister Ana Lund met her counterpart, Can Polat. “No,” the judge said.", "the judge", "the judge"),
    # institutions by a word of their names, or by the only thing that they can be
    ("The Harbour Commission met. “No,” the commission said.", "the commission", "Harbour Commission"),
    ("Northern Bank cut rates. “We had to,” the bank said.", "the bank", "Northern Bank"),
    ("Tarn Airlines flew. Northern Bank cut rates. “We had to,” the airline said.", "the airline", "Tarn Airlines"),
    (
        "Tarn Bus Company rose. Ana Lund, a cook, left. “We had to,” the operator said.",
        "the operator",
        "Tarn Bus Company",
    ),
    ("The Harbour Commission met. “No,” the company said.", "the company", "the company"),
    # who presides over a court is the judge
    ("The court, presided over by Mrs Ana Lund, met. Karl Berg left. “No,” the judge said.", "the judge", "Ana Lund"),
    ("The dinner, presided at by Mrs Ana Lund, was late. “No,” the judge said.", "the judge", "the judge"),
    # the boss of an association, not of a team
    ("LPB president Ana Lund rose. Coach Ida Berg left. “No,” the LPB boss said.", "the LPB", "Ana Lund"),
    ("LPB president Ana Lund rose. Coach Ida Berg left. “No,” the boss said.", "the boss", "Ida Berg"),
    # by a broader word, by what was said beside the name, or where the name tells nothing
    ("The Harbour Authority met. Mayor Karl Berg left. “No,” the agency said.", "the agency", "Harbour Authority"),
    ("The Bakers' Federation met. Mayor Karl Berg left. “No,” the union said.", "the union", "Bakers' Federation"),
    ("Senator Ana Lund rose. Karl Berg, a baker, left. “No,” the politician said.", "the politician", "Ana Lund"),
    ("Lake Watch, a campaign group, met. The Harbour Board left. “No,” the group said.", "the group", "Lake Watch"),
    ("Campaign group Lake Watch met. The Harbour Board left. “No,” the NGO said.", "the NGO", "Lake Watch"),
    ("A campaign group called Lake Watch met. Mayor Karl Berg left. “No,” the group said.", "the group", "Lake Watch"),
    ("A firm named Sotra rose. The Harbour Board left. “No,” the firm said.", "the firm", "Sotra"),
    ("Dairy company Olsen rose. The Harbour Board left. “No,” the firm said.", "the firm", "Olsen"),
    ("The group Lund founded sang. The Harbour Board left. “No,” the group said.", "the group", "the group"),
    ("Norway captain Karl Berg left. Lund stayed. “No,” the Peru captain said.", "the P", "the Peru captain"),
    ("Peru captain Karl Berg left. Lund stayed. “No,” the Peruvian captain said.", "the P", "Karl Berg"),
    ("A youth collective, Red Fern, met. “No,” the collective said.", "the c", "Red Fern"),
    ("Boats from Hale, Tarn and Vik left. “No,” the collective said.", "the c", "the collective"),
    ("Shares in Aldwick fell. Ms Lund left. “No,” the retailer said.", "the retailer", "Aldwick"),
    (
        "On Monday Greenmoor won. The Harbour Ministry met. “No,” the organisation said.",
        "the organisation",
        "Greenmoor",
    ),
    ("The Dutch-owned Tarn Cells left. The Harbour Ministry met. “No,” the firm said.", "the firm", "Tarn Cells"),
    ("The Harbour Ministry met. Mayor Karl Berg left. “No,” the union said.", "the union", "the union"),
    ("Ana Lund, a baker, rose. “No,” the politician said.", "the politician", "the politician"),
    ("Ms Lund rose. “No,” the retailer said.", "the retailer", "the retailer"),
    ("Tarnek Aldwick rose. Aldwick sang. “No,” the organisation said.", "the organisation", "the organisation"),
    ("Senator Ana Lund left. “No,” the second politician said.", "the second", "the second politician"),
    # a firm, though somebody may have that trade
    ("Ms Lund rose. The plant’s operator said it had waited.", "The plant’s operator", "The plant’s operator"),
    ("Karl Berg rose. The insurer said it was sorry.", "The insurer", "The insurer"),
    ("Karl Berg, a developer, rose. The developer said he was sorry.", "The developer", "Karl Berg"),
    # who alone was met, whatever else is told of them; not by an office, a broad word or another party
    ("Sprinter Karl Berg rose.\n\n“No,” the national champion said.", "the national", "Karl Berg"),
    ("Union leader Ana Lund rose. “No,” the welder said.", "the welder", "Ana Lund"),
    ("Sprinter Karl Berg met coach Ana Lund.\n\n“No,” the national champion said.", "the n", "the national champion"),
    ("Union leader Ana Lund rose. “No,” the pilot said.", "the pilot", "the pilot"),
    ("Ana Lund, 54, said no.\n\nThe widow has sold tea since 1980.", "The widow", "Ana Lund"),
    ("Karl Berg, 54, said no.\n\nThe widow has sold tea since 1980.", "The widow", "The widow"),
    # who was a minister is not the next one named, who is
    ("MP Ana Lund rose.\n\n“No,” the former minister said.\n\nMinister Berg left.", "the f", "the former minister"),
    ("A former minister rose.\n\nKarl Berg, former minister of roads, left.", "A former", "Karl Berg"),
    # the club named in the age of somebody is nobody's name
    ("Ana Holm, striker, left. “No,” the 23-year-old Leith striker said.", "the 23-year-old", "Ana Holm"),
    ("Karl Berg, cook, left. “No,” a 23-year-old Leith striker said.", "a 23", "a 23-year-old Leith striker"),
    # several fields
    ("Trade and Mines Minister Ana Lund met. “No,” the trade and mines minister said.", "the trade", "Ana Lund"),
    ("Club president Karl Berg rose. “No,” the track and field boss said.", "the track", "Karl Berg"),
    # somebody, and no firm
    ("Tarn Stores rose. Ida Berg, 34, left. “No,” the veteran retailer said.", "the veteran", "the veteran retailer"),
    ("Tarn Stores rose. Ida Berg, 34, left. “No,” the retailer said.", "the retailer", "Tarn Stores"),
    # both an actor and a producer
    ("Actor-turned-producer Karl Berg rose. Ana Lund left. “No,” the actor said.", "the actor", "Karl Berg"),
    ("Actor-turned-producer Karl Berg rose. Ana Lund left. “No,” the producer said.", "the producer", "Karl Berg"),
    # who has just been named without a role, and not another one who may be called so
    ("Lawyer Ana Lund left. Ida Berg, who runs a group, rose. “No,” the activist said.", "the activist", "Ida Berg"),
    ("Lawyer Ana Lund left. Cook Ida Berg rose. “No,” the activist said.", "the activist", "Ana Lund"),
    # the captain plays, too
    ("Midfielder Karl Berg rose. “No,” the Vik captain said.", "the Vik", "Karl Berg"),
    ("Midfielder Karl Berg rose. Captain Per Holm left. “No,” the captain said.", "the captain", "Per Holm"),
    ("Captain Karl Berg rose. “No,” the midfielder said.", "the midfielder", "Karl Berg"),
    # of two
    ("Ana Lund and Karl Berg met.\n\n“No,” the former said.", "the former", "Ana Lund"),
    ("Ana Lund, 34, met the cook, Karl Berg, 51. “No,” the latter said.", "the latter", "Karl Berg"),
    ("Ana Lund swam. “No,” the latter said.", "the latter", "the latter"),
    # a trade in a new paragraph may be somebody else's
    ("Ana Lund, 54, said no.\n\nThe sculptor has worked here since 1980.", "The sculptor", "The sculptor"),
    ("Ana Lund, 84, said no.\n\nThe pensioner has lived here since 1980.", "The pensioner", "Ana Lund"),
]


@pytest.mark.parametrize(("text", "words", "person"), ROLES)
def test_roles(text, words, person):
    assert stands_for(text, words) == person


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
def test_unnamed(text, words, person):
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
def test_who_says_so(text, person):
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


def may_be(text, words):
    """Return who may be meant by the mention that begins with the last `words`, None where it is somebody new."""
    reading = read(text)
    start = text.rindex(words)
    asked = {}

    def choose(reading, mention, discourse):
        people = possible_people(reading, mention, discourse)
        asked[reading.story.starts[mention.first]] = [reading.people[each.person].name for each in people]
        return NOBODY

    Resolver(reading, choose).read_to(len(reading.story.words))
    meant = next((each.person for each in reading.mentions if reading.story.starts[each.first] == start), NOBODY)
    known = [reading.people[meant].name] if NOBODY < meant < reading.named else None
    return sorted(asked[start]) if start in asked else known


BODIES_TOLD_OF = [
    # it is the company that is a name of which nothing else tells that
    ("Last year Vexco won. Vexco lost. The firm said no. It said so.", "It", ["Vexco"]),
    ("Last year Nestfield won. Nestfield, which has homes, paid. The company said no.", "The company", ["Nestfield"]),
    ("Nestfield, the care home operator, paid. The company said no.", "The company", ["Nestfield"]),
    # near miss: somebody
    ("Ana Lund won. The firm said no. It said so.", "It", ["The firm"]),
]


@pytest.mark.parametrize(("text", "words", "people"), BODIES_TOLD_OF)
def test_bodies_told_of(text, words, people):
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
def test_tellers(text, words, people):
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
def test_topics(text, words, people):
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
def test_several(text, words, people):
    assert may_be(text, words) == people


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
def test_epithets(text, words, people):
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
def test_clauses_tell_gender(text, words, people):
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
def test_asked_whether(text, words, people):
    assert may_be(text, words) == people


EXPLAINED = [
    # whom the quotation names in brackets is not who says it
    ("Mr Karl Berg met Mr Ivo Marin. “We saw him (Berg) fall,” he said.", "he said", ["Ivo Marin"]),
    ("Mrs Ana Lund met Mrs Eva Dahl. “She [Mrs Dahl] fell,” she said.", "she said", ["Ana Lund"]),
    ("Mr Karl Berg met Mr Ivo Marin. “We saw him (and Lund) fall,” he said.", "he said", ["Ivo Marin", "Karl Berg"]),
    ("Mr Karl Berg fell. “We saw him (Berg) fall,” he said.", "he said", ["Karl Berg"]),
]


@pytest.mark.parametrize(("text", "words", "people"), EXPLAINED)
def test_explained_in_brackets(text, words, people):
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
def test_owners(text, words, people):
    assert may_be(text, words) == people


FAR_BEHIND = [
    # the first one named, where nobody else was met for long
    ("Ana Lund swam." + "\n\nIt rained." * 9 + "\n\nShe said it was “late”.", "She", ["Ana Lund"]),
    ("Ana Lund swam." + "\n\nIt rained." * 9 + "\n\nHe said it was “late”.", "He", []),
    ("Ana Lund swam. Eva Dahl ran." + "\n\nIt rained." * 9 + "\n\nShe said it was “late”.", "She", ["Ana Lund"]),
    ("Ana Lund swam." + "\n\nIt rained." * 9 + "\n\nEva Dahl ran. She said it was “late”.", "She", ["Eva Dahl"]),
]


@pytest.mark.parametrize(("text", "words", "people"), FAR_BEHIND)
def test_far_behind(text, words, people):
    assert may_be(text, words) == people


NAMED_BEHIND = [
    ("Mr Karl Berg wept. In his letter, Jan Holm wrote of “rain”.", "his letter", "Jan Holm"),
    ("Mrs Ana Lund wept. In her closing speech, prosecutor Ida Berg asked for “mercy”.", "her closing", "Ida Berg"),
    ("Lund Ltd fell. In its report, the Ministry of Works wrote of “rain”.", "its report", "Ministry of Works"),
    ("Mrs Ana Lund wept. In her letter, Mr Jan Holm wrote of “rain”.", "her letter", None),
    ("Mr Karl Berg wept. In his letter to Jan Holm, he wrote of “rain”.", "his letter", None),
]


@pytest.mark.parametrize(("text", "words", "person"), NAMED_BEHIND)
def test_named_behind(text, words, person):
    assert stands_for(text, words) == person


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
def test_unknown_bodies(text, words, people):
    assert may_be(text, words) == people


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
def test_who_died_in_other_paragraphs(text, person):
    assert stands_for(text, "she " if "she" in text else "he ") == person


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
def test_kin(text, words, people):
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
def test_asked_by(text, words, people):
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


LEADS = [
    # the lead's description, and the next paragraphs' name
    ("A judge has ruled for the town.\n\nMagistrate Ana Lund said no.", "A judge", "Ana Lund"),
    ("A judge has ruled for the town.\n\nBailiff Ana Lund said no.", "A judge", "A judge"),
    ("A judge has ruled for the town.\n\nJudge Ana Lund said no.", "A judge", "Ana Lund"),
    ("A former baker told the court that he slept.\n\nMr Karl Berg, 61, said no more.", "A former baker", "Karl Berg"),
    ("A widow said that she slept.\n\nMr Karl Berg, 61, said no more.", "A widow", "A widow"),
    ("A baker told the court that he slept.\n\nSenator Karl Berg, 61, said no more.", "A baker", "A baker"),
    ("A baker told the court that he slept.\n\nIn Oslo, Mr Karl Berg said no.", "A baker", "Karl Berg"),
    ("A baker told the court that he slept.\n\nThe men of Mr Karl Berg said no.", "A baker", "A baker"),
    (
        "The lawyer for a baker told the court that he slept.\n\nKarl Berg, 61, said no.",
        "The law",
        "The lawyer for a baker",
    ),
    ("A lawyer told the court that he slept.\n\nKarl Berg, 61, said no.", "A lawyer", "Karl Berg"),
    # a caption and a byline are above the lead
    ("Fog.\n\nBy Eva Holt\n\nUnions met a top clerk on Monday.\n\nTop clerk Ana Lund wept.", "a top", "Ana Lund"),
    ("Fog.\n\nBy Eva Holt\n\nRain fell.\n\nA pilot said no.\n\nPilot Ana Lund wept.", "A pilot", "Ana Lund"),
    ("Fog.\n\nWind.\n\nUnions met a top clerk on Monday.\n\nTop clerk Ana Lund wept.", "a top", "a top clerk"),
    # whose name comes at the end
    ("A judge called him “vile”.\n\nA.\n\nB.\n\nC.\n\nD.\n\nJudge Ana Lund wept.", "A judge", "Ana Lund"),
    ("Fog was to blame, a coroner said.\n\nA.\n\nB.\n\nC.\n\nD.\n\nCoroner Ana Lund wept.", "a cor", "Ana Lund"),
    ("A judge in Hull said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nJudge Ana Lund wept.", "A judge", "A judge in Hull"),
    ("A judge said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nAna Lund, a former judge, wept.", "A judge", "A judge"),
    ("A judge said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nJudge Lund met Judge Berg.", "A judge", "A judge"),
    ("A baker said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nBaker Ana Lund wept.", "A baker", "A baker"),
    # another one, and another word for the one
    ("“No,” the farmer said.\n\nTom hid.\n\n“Yes,” said Karl Berg, another farmer.", "the farmer", "the farmer"),
    ("“No,” the baker told us.\n\n“Yes,” said Ana Lund, a baker.", "the baker", "Ana Lund"),
    ("The premier: “No.”\n\nPrime Minister Ana Lund went on.", "The premier", "Ana Lund"),
    ("The prime minister: “No.”\n\nPremier Ana Lund went on.", "The prime", "Ana Lund"),
    ("The foreign minister: “No.”\n\nPremier Ana Lund went on.", "The foreign", "The foreign minister"),
    # whom the lead is about, and who is named next
    ("A carer who robbed her “second mum” was jailed.\n\nEva Holt, 43, wept.", "A carer", "Eva Holt"),
    ("A thief was told by a judge that it was “sad”.\n\nKarl Berg, 61, stole a hen.", "a judge", "a judge"),
    ("A widow sued a baker in May.\n\nKarl Berg, 61, said no. “No,” he said.", "a baker", "a baker"),
    ("One baker has called it “a joke”.\n\nKarl Berg, 61, of Leith, said no more.", "One baker", "Karl Berg"),
    ("A carer called it “a joke”.\n\nKarl Berg, head of a home in Leith, posted it.", "A carer", "Karl Berg"),
    ("A carer called it “a joke”.\n\nKarl Berg, of Leith Homes, posted the words.", "A carer", "Karl Berg"),
    ("A carer called it “a joke”.\n\nMrs Eva Holt, head of a choir, wept.", "A carer", "A carer"),
    ("A carer called it “a joke”.\n\nKarl Berg, head of a home, said it rained.", "A carer", "A carer"),
    ("A surgeon called it “a joke”.\n\nKarl Berg, a doctor in Leith, said no.", "A surgeon", "Karl Berg"),
    ("A carer who robbed a widow was jailed.\n\nEva Holt, 43, wept.", "A carer", "A carer"),
    ("The carer who robbed her “mum” was jailed.\n\nEva Holt, 43, wept.", "The carer", "The carer"),
    ("A carer who robbed her “second mum” was jailed.\n\nDetective Eva Holt wept.", "A carer", "A carer"),
    # or told of next, and nobody else of that gender in the lead
    ("A carer who robbed a widow was jailed.\n\nKarl Berg, 43, wept.", "A carer", "Karl Berg"),
    ("A nurse has won.\n\nThe tribunal found that Eva Holt’s sacking was unfair.", "A nurse", "Eva Holt"),
    ("A baker who hit a widow was jailed.\n\nThe court heard that Karl Berg, 43, fled.", "A baker", "Karl Berg"),
    ("A nurse has won.\n\nThe mayor found that Eva Holt’s sacking was unfair.", "A nurse", "A nurse"),
    ("A nurse has won.\n\nThe tribunal found that Eva Holt was right.", "A nurse", "A nurse"),
    ("A nurse who hit a widow was jailed.\n\nThe court heard that Eva Holt, 43, fled.", "A nurse", "A nurse"),
    ("The pilot who saved a bus says it was “luck”.\n\nCol. Karl Berg, 51, slept.", "The pilot", "Karl Berg"),
    ("The pilot says it was “luck”.\n\nCol. Karl Berg, 51, slept.", "The pilot", "The pilot"),
]


@pytest.mark.parametrize(("text", "words", "person"), LEADS)
def test_lead(text, words, person):
    assert stands_for(text, words) == person


PARTIES = [
    # who was cross-examined
    ("Cross-examined by Karl Berg, Ana Lund wept. “No,” the witness said.", "the witness", "Ana Lund"),
    ("Ana Lund was cross-examined by Karl Berg. “No,” the witness said.", "the witness", "Ana Lund"),
    ("In her evidence before Judge Karl Berg, Ana Lund said so. “No,” the witness said.", "the witness", "Ana Lund"),
    ("In his testimony on Monday, Karl Lund said so. “No,” the witness said.", "the witness", "Karl Lund"),
    ("In her speech on Monday, Ana Lund said so. “No,” the witness said.", "the witness", "the witness"),
    ("Karl Berg cross-examined Ana Lund. “No,” the witness said.", "the witness", "Ana Lund"),
    ("Karl Berg met Ana Lund. “No,” the witness said.", "the witness", "the witness"),
    # who was charged, sued, or answers a charge
    ("Karl Berg was later charged with arson. Ana Lund wept. “No,” the defendant said.", "the defendant", "Karl Berg"),
    ("Ana Lund, 34, a baker from Leith, is accused of theft. “No,” the accused said.", "the accused", "Ana Lund"),
    ("Police arrested Ana Lund. Karl Berg left. “No,” the suspect said.", "the suspect", "Ana Lund"),
    ("Ana Lund pleaded guilty. Her lawyer, Karl Berg, left. “No,” the defendant said.", "the defendant", "Ana Lund"),
    ("Karl Berg appeared before a judge. Ana Lund left. “No,” the defendant said.", "the defendant", "Karl Berg"),
    ("Ana Lund sued Karl Berg over a hedge. Tom Hale left. “No,” the defendant said.", "the defendant", "Karl Berg"),
    ("Ana Lund sued Karl Berg over a hedge. Tom Hale left. “No,” the plaintiff said.", "the plaintiff", "Ana Lund"),
    ("Ana Lund was found guilty. Karl Berg left. “No,” the defendant said.", "the defendant", "Ana Lund"),
    ("Karl Berg denies a single charge. Ana Lund left. “No,” the accused said.", "the accused", "Karl Berg"),
    # who was attacked
    ("Karl Berg was stabbed by Tom Hale. Ana Lund wept. “No,” the victim said.", "the victim", "Karl Berg"),
    ("Tom Hale admits robbing Ana Lund. Karl Berg wept. “No,” the victim said.", "the victim", "Ana Lund"),
    ("Karl Berg denied that it rained. Mayor Eva wept. “No,” the accused said.", "the accused", "the accused"),
    # who testified last, in court or before another panel; no lawyer, no judge
    ("Karl Berg took the stand. Mayor Eva left. “No,” the witness said.", "the witness", "Karl Berg"),
    ("Ana Lund testified on Monday. Mayor Eva left. “No,” the witness said.", "the witness", "Ana Lund"),
    ("A witness, Ana Lund, left. Karl Berg gave evidence. “No,” the witness said.", "the witness", "Karl Berg"),
    ("Ana Lund told the county inquest it rained. Karl Berg left. “No,” the witness said.", "the witness", "Ana Lund"),
    ("The tribunal heard from Ana Lund. Karl Berg left. “No,” the witness said.", "the witness", "Ana Lund"),
    (
        "Ana Lund took the stand. Prosecutor Karl Berg told the jury to rise. “No,” the witness said.",
        "the witness",
        "Ana Lund",
    ),
    ("Ana Lund testified. Then a cook told the court he slept. “No,” the witness said.", "the witness", "a cook"),
    ("Karl Berg told the paper he slept. Mayor Eva left. “No,” the witness said.", "the witness", "the witness"),
    ("Karl Berg heard music from Ana Lund. “No,” the witness said.", "the witness", "the witness"),
    ("Karl Berg took the bus. Mayor Eva left. “No,” the witness said.", "the witness", "the witness"),
    ("Ana Lund, Karl Vik and Jon Berg have pleaded guilty. Ana wept. “No,” the accused said.", "the acc", "Ana Lund"),
    ("Ana Lund told Jon Berg that Karl Vik pleaded guilty. Ana wept. “No,” the accused said.", "the acc", "Karl Vik"),
    # not who accuses, nor for whom somebody appears, nor one of several
    (
        "Karl Berg accused the bank of theft. Mayor Eva wept. “No,” the defendant said.",
        "the defendant",
        "the defendant",
    ),
    ("Ana Lund was robbed. Mayor Eva wept. “No,” the suspect said.", "the suspect", "the suspect"),
    (
        "Karl Berg appeared for the town in court. Mayor Eva wept. “No,” the suspect said.",
        "the suspect",
        "the suspect",
    ),
    ("Karl Berg was charged. “No,” the second defendant said.", "the second defendant", "the second defendant"),
    ("Ana Lund was robbed. Mayor Eva wept. “No,” his victim said.", "his victim", "his victim"),
    ("Karl Berg was charged. “No,” the accused baker said.", "the accused baker", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "words", "person"), PARTIES)
def test_parties(text, words, person):
    assert stands_for(text, words) == person


CARRIED_ON = [
    # is the last pronoun whoever the one before it is
    ("Ana Lund left. She said it was cold. It was late, she said.", True),
    ("Ana Lund left. She said it was cold. The Harbour Bank was shut.\n\nIt was late, she said.", True),
    # near misses: somebody else of that gender, somebody whose gender nothing tells, another gender, too far off
    ("Ana Lund left. She said it was cold. Mrs Holt wept. It was late, she said.", False),
    ("Ana Lund left. She said it was cold. A clerk wept. It was late, she said.", False),
    ("Ana Lund left. She said it was cold. It was late, he said.", False),
    ("Ana Lund left. She said it was cold.\n\nIt rained.\n\nIt was late, she said.", False),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED_ON)
def test_carried_on(text, expected):
    reading = read(text)
    resolver = Resolver(reading, lambda reading, mention, discourse: 0)
    pronoun = reading.mentions[-1]
    resolver.read_to(pronoun.first)
    assert resolver.discourse.carried_on(reading, pronoun) == (0 if expected else NOBODY)


def test_turns():
    """A pronoun is resolved with the knowledge of who was found to speak before its paragraph."""
    text = "Ana Lund sat down.\n\n“Why now?” asked Karl Berg.\n\n“Because.”\n\n“Is it?” he said."
    reading = read(text)
    named = {person.name: number for number, person in enumerate(reading.people)}
    speakers = [named["Karl Berg"], named["Ana Lund"]]
    seen = []
    resolver = Resolver(reading, lambda reading, mention, discourse: NOBODY)

    def choose(number, previous, last):
        if number < len(speakers):
            return reading.people[speakers[number]].mentions[0]
        seen.extend(resolver.discourse.last_turns(reading.story.quote_tokens[number]))
        return UNKNOWN

    assert len(list(decide(resolver, choose))) == 3
    assert [(turn.person, turn.asks) for turn in seen] == [(speakers[1], False), (speakers[0], True)]


LAST_SUBJECTS = [
    # the last subject, and nobody else of that gender
    ("A baker stood up. Ana Lund waited. “No,” she said.", "she", True),
    ("Ana Lund waited for a baker. “No,” she said.", "she", False),
    ("Two pilots met a vet. Karl Berg watched. “It snowed,” he said.", "he", True),
    ("Two pilots met a vet with Karl Berg. “It snowed,” he said.", "he", False),
    # nobody else in the paragraph
    ("Maria Holm sang and Paul Ross clapped.\n\nKarl Berg left early. “It rained,” he said.", "he", True),
    ("Maria Holm sang. Paul Ross clapped as Karl Berg left early. “It rained,” he said.", "he", False),
    ("Paul Ross clapped. The hall was cold, according to Karl Berg. “It rained,” he said.", "he", False),
    # who asks does not answer
    ("Maria Holm sang. Ana Lund asked Karl Berg and Maria Holm when. “Soon,” she said.", "she", False),
]


def holds(question, text, word):
    """Ask something of the people whom each mention called `word` may stand for, where there are several."""
    reading = read(text)
    found = []

    def choose(reading, mention, discourse):
        people = possible_people(reading, mention, discourse)
        if mention.name == word:
            found.append(len(people) > 1 and question(reading, mention, people))
        return NOBODY

    Resolver(reading, choose).read_to(len(reading.story.words))
    return found


@pytest.mark.parametrize(("text", "word", "last"), LAST_SUBJECTS)
def test_is_last_subject(text, word, last):
    assert holds(is_last_subject, text, word) == [last]


NEWLY_NAMED = [
    ("“I won,” Karl Berg said. Ivo Marin came third. “I fell,” he said.", True),
    ("“We shut,” Karl Berg said. Ivo Marin runs the mill. “It is quiet,” he said.", True),
    # to whom something was done, of whom another one speaks, and who was named before
    ("“I won,” Karl Berg said. Ivo Marin was arrested. “I ran,” he said.", False),
    ("“I won,” Karl Berg said. Ivo Marin came third. “He fell,” he said.", False),
    ("Ivo Marin ran. “I won,” Karl Berg said. Ivo Marin came third. “I fell,” he said.", False),
]


@pytest.mark.parametrize(("text", "newly"), NEWLY_NAMED)
def test_newly_named(text, newly):
    assert holds(newly_named, text, "he") == [newly]
