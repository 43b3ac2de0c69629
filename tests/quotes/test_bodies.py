"""Names of bodies and of places, and which of both a name may be, in invented sentences."""

import pytest

from kit.quotes.parsing.reading import read

ORGANISATIONS = [
    # firms by their legal form, and by the first words of their names
    ("Garnet Mills Ltd sang. Karl Lund rose.", ["Garnet Mills Ltd"]),
    ("Olsen & Holm sang. Ana & Karl rose.", ["Olsen & Holm"]),
    ("Tarn Inc. sang. Tarn rose. Tarn left.", ["Tarn Inc"]),
    ("Doral Foods sang. Doral rose. Doral left.", ["Doral Foods"]),
    ("Karl Foods sang. Karl rose. Karl left.", []),
    ("The Ports and Harbours Authority spoke.", ["Ports and Harbours Authority"]),
    ("The Ministry of Trade and Industry spoke.", ["Ministry of Trade and Industry"]),
    # letters in brackets are the same one's
    ("The Reef Agency (RFA) spoke. The RFA left.", ["Reef Agency"]),
    ("Anti-Flood Office (Afo) men came. Afo left.", ["Anti-Flood Office"]),
    ("The NWA (National Water Agency) spoke. The NWA left.", ["National Water Agency"]),
    ("The miner PT Bukit Lestari (BL) came. BL left.", ["PT Bukit Lestari"]),
    ("The Aldwick Carriers and Packers Union (ACPU) spoke. ACPU left.", ["Aldwick Carriers and Packers Union"]),
    ("The Reef Agency (RFA) spoke. The WHO left.", ["Reef Agency", "WHO"]),
    ("The Reef Agency (see Annex) spoke. The Annex closed.", ["Annex", "Reef Agency"]),
    ("Pt Hari Nath came.", []),
    ("The Ministry of Tourism and Antiquities spoke.", ["Ministry of Tourism and Antiquities"]),
    ("The Ministry of Health, Labour and Welfare, which paid, spoke.", ["Ministry of Health, Labour and Welfare"]),
    ("The Department of Land, Roads, and Tourism spoke.", ["Department of Land, Roads, and Tourism"]),
    ("The Ministry of Health, Lundcorp and Bergcorp spoke.", ["Ministry of Health"]),
    ("The Ministry of Health, Labour and Lundcorp spoke.", ["Ministry of Health"]),
    ("Nordlink, a firm owned by two sisters, spoke.", ["Nordlink"]),
    ("The boat is that of Sotra Marine, a company specialising in pumps.", ["Sotra Marine"]),
    ("Ana Lund, a firm owned by two sisters said, was late.", []),
    ("The state Roads and Bridges Department spoke.", ["Roads and Bridges Department"]),
    ("The Commission on Audit spoke.", ["Commission on Audit"]),
    ("The Committee met on Monday.", ["Committee"]),
    ("The Thai Bankers' Club spoke.", ["Thai Bankers' Club"]),
    ("The Kremlin and the Foreign Ministry spoke.", ["Foreign Ministry", "Kremlin"]),
    ("The WHO wrote to the head of IT.", ["IT", "WHO"]),
    ("The man who wrote it left.", []),
    ("The Elm Women's League spoke.", ["Elm Women's League"]),
    ("The People’s Reform Congress spoke.", ["People’s Reform Congress"]),
    ("The councilmen’s mayor, Ana Lund, met the woman’s Congress.", ["Congress"]),
    ("Elm Street Capital met Banco Norte.", ["Banco Norte", "Elm Street Capital"]),
    ("Ana Motors, who rows, met Karl Energy.", []),
    ("Karl Berg met the head of Bakers Association.", ["Bakers Association"]),
    ("Ana Lund (SPD) of the Reef Agency spoke.", ["Reef Agency", "SPD"]),
    # what is called a firm
    ("The Karl Voss Foundation paid. Karl Voss left.", ["Karl Voss Foundation"]),
    ("Developer Aldwick Reach left. The insurer Bask stayed.", ["Aldwick Reach", "Bask"]),
    ("Developer Ana Lund left. The diver Bask stayed.", []),
    ("The contractor Bask Tor, 43, left.", []),
    # what is only a place of something
    ("A hiker from Elm Cross slipped near Aldwick. He slept.", ["Aldwick", "Elm Cross"]),
    ("The fire in Brenholt spread. The mayor of Brenholt said she slept.", ["Brenholt", "Brenholt"]),
    ("A fire in Aldwick spread. Aldwick parish council met. He slept.", ["Aldwick", "Aldwick"]),
    ("He lives in Aldwick, near Aldwick, where Aldwick ends.", ["Aldwick", "Aldwick", "Aldwick"]),
    ("A cross from Aldwick, a pass from Aldwick: Aldwick rose.", []),
    ("A fire in Aldwick spread. Aldwick told the police. He slept.", []),
    ("A letter from Aldwick came. She slept.", []),
    ("The fire near Duarte spread. Duarte said she slept.", []),
    ("They believe in Ana Lund and in Dr Quell. She slept.", []),
    ("A call came from Quell, the mayor. He slept.", []),
    # a brand is a name at the beginning, too
    ("TarnAir stopped. Ana Lund left TarnAir. TarnAir said it was late.", ["TarnAir"]),
    ("VexBank, which Ana Lund runs, closed. VexBank fell. VexBank said it was late.", ["VexBank"]),
    ("The company, Berta, said no. Lund left.", ["Berta"]),
    ("The firm, Ana Lund, said no. Lund left.", []),
]


@pytest.mark.parametrize(("text", "names"), ORGANISATIONS)
def test_organisations(text, names):
    found = read(text).people
    assert sorted(person.name for person in found if person.organisation) == names


PLACES = [
    # what is called a village, a district or an island
    ("The army left the village of Moe Katha. Homes in Moe Katha burned.", ["Moe Katha", "Moe Katha"]),
    ("A bus fell in Salem Nagar district.", ["Salem Nagar"]),
    ("Divers left the island of Ginto.", ["Ginto"]),
    # whole names of which no word is a place
    ("A coach of New Zealand met Ana Lund of Hong Kong.", ["New Zealand", "Hong Kong"]),
    ("They won Timor-Leste over. Ana Kong of Port Hale wept.", ["Timor-Leste"]),
    # whose state it is; somebody who has the same name
    ("The state of Salem Nagar was grave.", []),
    ("Divers left the island of Ginto. Karl Ginto swam.", []),
]


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_places(text, names):
    assert [mention.name for mention in read(text).mentions if mention.place] == names


EITHERS = [
    ("Neither Hilary Garrod nor Karl Berg said so.", ["Hilary Garrod", "Karl Berg"]),
    ("Either Ana Lund left or she slept.", ["Ana Lund"]),
    ("Both Ana Lund and Karl Berg said so.", ["Ana Lund", "Karl Berg"]),
]


@pytest.mark.parametrize(("text", "names"), EITHERS)
def test_eithers(text, names):
    assert [person.name for person in read(text).people] == names
