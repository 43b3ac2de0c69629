"""Descriptions that tell apart two people of one kind, in invented sentences: hits beside near misses."""

import pytest

from kit.quotes import find_quotes
from kit.quotes.parsing.reading import read
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver


def stands_for(text, words):
    """Return whom the source that begins with the last `words` stands for, where the ranker knows nobody."""
    reading = read(text)
    Resolver(reading, lambda reading, mention, discourse: NOBODY).read_to(len(reading.story.words))
    start = text.rindex(words)
    found = next(each for each in reading.frames_of if reading.story.starts[each.first] == start)
    return reading.people[found.person].name if found.person != NOBODY else None


LANDS = [
    ("France’s minister, Luc Morel, met Spain’s minister, Ana Ruiz. “No,” the French minister said.", "Luc Morel"),
    ("Spain’s minister, Ana Ruiz, met France’s minister, Luc Morel. “No,” the Spanish minister said.", "Ana Ruiz"),
    ("UK Prime Minister Ann Reid met Dutch Prime Minister Jan Bos. “No,” the British prime minister said.", "Ann Reid"),
    ("US President Dan Holt met French President Ana Roux. “No,” the American president said.", "Dan Holt"),
    ("Norway’s Ana Lund beat Eva Berg of Oslo. “No,” the Norwegian said.", "Ana Lund"),
    ("South Africa’s Ana Lund beat Eva Berg. “No,” the South African said.", "Ana Lund"),
    ("South Korea’s Kim Ji-woo beat Eva Berg of Oslo. “No,” the South Korean said.", "Kim Ji-woo"),
    ("Norway’s Ana Lund beat Eva Berg of Oslo. “No,” the Sri Lankan said.", "the Sri Lankan"),
    ("Polish driver Ana Lund beat Eva Berg of Oslo. “No,” the Pole said.", "Ana Lund"),
    ("Poland coach Ana Lund beat Eva Berg of Oslo. “No,” the Pole said.", "the Pole"),
    ("A Swedish baker said it was late.\n\nAna Lund, 34, met Eva Berg. “No,” the Swede said.", "Ana Lund"),
    ("French President Ana Roux slept. “No,” the Polish president said.", "the Polish president"),
]


@pytest.mark.parametrize(("text", "person"), LANDS)
def test_lands(text, person):
    assert stands_for(text, text[text.rindex("the ") :]) == person


AGES = [
    ("Ana Lund is 34.", "Ana Lund"),
    ("Ana Lund turned 34 on Sunday.", "Ana Lund"),
    ("Ana Lund, who is 34, slept.", "Ana Lund"),
    ("Ana Lund, now 34, slept.", "Ana Lund"),
    ("Ana Lund, a 34-year-old welder, slept.", "Ana Lund"),
    ("Ana Lund is 34 points ahead.", "Karl Berg"),
    ("Ana Lund is a 35-year-old welder.", "Karl Berg"),
    ("Ana Lund was 34th.", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "person"), AGES)
def test_ages(text, person):
    assert stands_for(f"{text} Mr Karl Berg left. “No,” the 34-year-old said.", "the 34") == person


TOLD = [
    ("Ana Lund, once a nurse, slept.", "Ana Lund"),
    ("Ana Lund, who is now a nurse, slept.", "Ana Lund"),
    ("Ana Lund, 41, who is a nurse, slept.", "Ana Lund"),
    ("Ana Lund used to be a nurse.", "Ana Lund"),
    ("Ana Lund is a diver and a nurse.", "Ana Lund"),
    ("Ana Lund – a nurse in Leith – slept.", "Ana Lund"),
    ("Ana Lund (a nurse) slept.", "Ana Lund"),
    ("Ana Lund, then a nurse shouted, slept.", "a nurse"),
    ("Ana Lund – a nurse said so – slept.", "a nurse"),
]


@pytest.mark.parametrize(("text", "person"), TOLD)
def test_told(text, person):
    assert stands_for(f"{text} Mayor Karl Berg left. “No,” the nurse said.", "the nurse") == person


NOT_REPEATED = [
    ("Ana Lund hid. “No,” the farmer said.", "Ana Lund"),
    ("Ana Lund hid. “No,” the investigating engineer said.", "the investigating engineer"),
    ("Ana Lund hid. “No,” the co-pilot said.", "the co-pilot"),
]


@pytest.mark.parametrize(("text", "person"), NOT_REPEATED)
def test_not_repeated(text, person):
    assert stands_for(text, text[text.rindex("the ") :]) == person


OWNERS = [
    # the same one's
    ("The family’s lawyer, Ana Lund, rose. “No,” the lawyer for the family said.", "the lawyer", "Ana Lund"),
    ("The bank’s chairman, Karl Berg, rose. “No,” the lender’s chairman said.", "the lender", "Karl Berg"),
    ("The coach of Vik, Karl Berg, rose. “No,” the club’s coach said.", "the club", "Karl Berg"),
    ("A lawyer for the boy, Ana Lund, rose. “No,” the victim’s lawyer said.", "the victim", "Ana Lund"),
    ("Holt wept. Her lawyer, Ana Lund, rose. “No,” her lawyer said.", "her lawyer", "Ana Lund"),
    # another one’s
    ("Karl wept. His lawyer, Ana Lund, rose. “No,” her lawyer said.", "her lawyer", "her lawyer"),
    ("Karl wept. His lawyer, Ana Lund, rose. “No,” his lawyer said.", "his lawyer", "Ana Lund"),
    ("Ann wept. The mother’s doctor, Ana Lund, rose. “No,” his doctor said.", "his doctor", "his doctor"),
    ("The family’s lawyer, Ana Lund, rose. “No,” the driver’s lawyer said.", "the driver", "the driver’s lawyer"),
    ("The victim’s mother, Ana Lund, rose. “No,” the suspect’s mother said.", "the suspect", "the suspect’s mother"),
    ("The boy’s father, Karl Berg, rose. “No,” the girl’s father said.", "the girl", "the girl’s father"),
    ("The ministry’s aide, Karl Berg, rose. “No,” the army’s aide said.", "the army", "the army’s aide"),
    ("The firm’s spokesman, Karl Berg, rose. “No,” the union’s spokesman said.", "the union", "the union’s spokesman"),
    ("The head of the school, Ana Lund, rose. “No,” the head of a clinic said.", "the head", "the head of a clinic"),
]


@pytest.mark.parametrize(("text", "words", "person"), OWNERS)
def test_owners(text, words, person):
    assert stands_for(text, words) == person


UNNAMED = [
    ("A Western doctor said no. A local doctor said yes. “No,” the Western doctor said.", "A Western doctor"),
    ("A retired officer said no. A serving officer said yes. “No,” the retired officer said.", "A retired officer"),
    ("A Western doctor said no. A local doctor said yes. “No,” the doctor said.", "A local doctor"),
    ("A Western doctor said no. A local doctor said yes. “No,” the tired doctor said.", "A local doctor"),
    # rather than somebody with a name whom another word for it suits
    ("Ana Lund, a lawmaker, rose. A senator from Vik said no. “No,” the senator said.", "A senator from Vik"),
    ("The chief of the mill, Karl Berg, rose. The boss of a bar said no. “No,” the boss said.", "The boss of a bar"),
    ("Senator Ana Lund rose. A senator from Vik said no. “No,” the senator said.", "Ana Lund"),
    ("Ana Lund, a lawmaker, rose. A nurse from Vik said no. “No,” the senator said.", "Ana Lund"),
    ("Ana Lund rose. The head of a school said no. “No,” the head said.", "The head of a school"),
    ("A port official said no. Ana Lund, 38, was asked why. “No,” the official said.", "A port official"),
    ("A port official was late. Ana Lund was asked why. “No,” the visitor said.", "Ana Lund"),
    ("NATO chief Ana Lund met Mayor Karl Berg. “No,” the secretary-general said.", "Ana Lund"),
    ("The winner, a lawyer who was in jail, said no. Karl Berg left. “No,” the lawyer said.", "The winner"),
    ("The mayor, a lawyer and a baker said no. Karl Berg left. “No,” the lawyer said.", "a lawyer"),
    # a body called after its members
    ("The Leith Teachers' Union rose. The BMA rose. “No,” the teachers' body said.", "Leith Teachers' Union"),
    ("The Fruit Growers’ League rose. The BMA rose. “No,” the growers’ group said.", "Fruit Growers’ League"),
    ("The Leith Teachers' Union rose. “No,” the nurses' body said.", "the nurses' body"),
    ("The Leith Teachers' Union rose. “No,” the teachers' lawyer said.", "the teachers' lawyer"),
    # people from elsewhere
    ("Lund met a bald man. “No,” the Leith man said.", "the Leith man"),
    ("Lund wrote to a young woman. “No,” the Labour woman said.", "the Labour woman"),
    ("Lund met a Leith baker. “No,” the Leith baker said.", "a Leith baker"),
]


@pytest.mark.parametrize(("text", "person"), UNNAMED)
def test_unnamed_of_one_kind(text, person):
    assert stands_for(text, text[text.rindex("the ") :]) == person


LEADS = [
    ("A mother of two has been fined for parking.\n\nAna Lund, 34, wept.", "Ana Lund"),
    ("A pensioner is in hospital after a fall.\n\nKarl Berg, 81, wept.", "Karl Berg"),
    ("A pensioner who robbed a nurse was fined.\n\nKarl Berg, 81, wept.", "A pensioner"),
    ("A pensioner is in hospital after a fall.\n\nKarl Berg wept.", "A pensioner"),
    ("A pensioner is in hospital after a fall.\n\nRain fell. Karl Berg, 81, wept.", "A pensioner"),
]


@pytest.mark.parametrize(("text", "person"), LEADS)
def test_alone_in_lead(text, person):
    reading = read(text)
    Resolver(reading, lambda reading, mention, discourse: NOBODY).read_to(len(reading.story.words))
    assert reading.people[reading.mentions[0].person].name == person


@pytest.mark.parametrize("words", ["one of them", "another of us", "some of them"])
def test_of_them(words):
    (quote,) = find_quotes(f"The mayor, Ilse Maes, met voters. “It was far too late,” {words} said.", language="en")
    assert quote.speaker == words


KIN = [
    (
        "Ana Lund lost her only son. Mayor Eva Berg left. “He swam,” the mother said.",
        "the mother",
        "Ana Lund",
    ),
    ("Ana Lund, whose twin boys are lost, wept. Rev Eva Berg left. “No,” the mother said.", "the mother", "Ana Lund"),
    ("Ana Lund came with two small children. Nurse Eva Berg left. “No,” the mother said.", "the mother", "Ana Lund"),
    ("Karl Lund lost his daughter. Mayor Jon Berg left. “No,” the grieving father of two said.", "the gr", "Karl Lund"),
    ("Ana Lund buried her husband. Col. Eva Berg left. “He was kind,” the widow said.", "the widow", "Ana Lund"),
    ("Ana Lund carried her brother out. Col. Eva Berg left. “He slept,” the sister said.", "the sister", "Ana Lund"),
    (
        "Karl Lund carried his brother out. Col. Jon Berg left. “I slept,” the brother said.",
        "the brother",
        "the brother",
    ),
    ("The widow of a guard sued. Ana Lund’s husband froze.\n\n“No,” the widow said.", "the widow", "Ana Lund"),
    ("A widow said it was late. Ana Lund’s husband froze.\n\n“No,” the widow said.", "the widow", "A widow"),
    ("Ana Lund’s mayor lost a son. “No,” the mother said.", "the mother", "the mother"),
    ("Ana Lund lost her only son. Mayor Eva Berg left. “No,” the boy’s mother said.", "the boy", "the boy’s mother"),
    ("Ana Lund lost her only son. “No,” the mother of a girl said.", "the mother", "the mother of a girl"),
    ("Ana Lund lost her only son. “No,” the second mother said.", "the second", "the second mother"),
    ("Ana Lund lost her only son. “No,” the father said.", "the father", "the father"),
    ("Ana Lund said the bus was late. “No,” the mother said.", "the mother", "the mother"),
    ("Ana Lund lost her hat, the children theirs. “No,” the mother said.", "the mother", "the mother"),
]


@pytest.mark.parametrize(("text", "words", "person"), KIN)
def test_whose_kin_was_told_of(text, words, person):
    assert stands_for(text, words) == person


LETTERS = [
    ("The police public relations officer, Ana Lund, rose. “No,” the police PRO said.", "the police PRO", "Ana Lund"),
    ("Vik police public relations officer, Ana Lund, rose. “No,” the Police PRO said.", "the Police PRO", "Ana Lund"),
    ("The chief medical director, Ana Lund, rose. “No,” the clinic CMD said.", "the clinic CMD", "Ana Lund"),
    ("The chief medical director, Ana Lund, rose. “No,” the Bank GM said.", "the Bank GM", "the Bank GM"),
    (
        "The police public relations officer, Ana Lund, rose. “No,” police PRO Karl Berg said.",
        "PRO Karl Berg",
        "Karl Berg",
    ),
]


@pytest.mark.parametrize(("text", "words", "person"), LETTERS)
def test_letters_of_offices(text, words, person):
    reading = read(text)
    Resolver(reading, lambda reading, mention, discourse: NOBODY).read_to(len(reading.story.words))
    source = reading.frames[-1].source
    assert reading.story.written(text, source.first, source.last) == words
    assert reading.people[source.person].name == person
