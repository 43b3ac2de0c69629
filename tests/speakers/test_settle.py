"""Who is who across articles: tables of names, hits beside near misses."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.models import SpeakerKind
from kit.speakers.decisions import Decisions, Different, Person
from kit.speakers.handles import acronym_in, handles, linked_handles
from kit.speakers.nodes import Mention
from kit.speakers.settle import settle

NO_DECISIONS = Decisions()


def said(name: str, role: str | None = None, year: int | None = 2024, kind: SpeakerKind = "person") -> Mention:
    """A mention in an article of its own, which `articles` numbers."""
    return Mention(0, name, role, kind, year)


def articles(*mentions: Mention | str) -> list[Mention]:
    """The mentions, each in an article of its own."""
    rows = [said(each) if isinstance(each, str) else each for each in mentions]
    return [row._replace(article=number) for number, row in enumerate(rows)]


def groups(mentions: Sequence[Mention], decisions: Decisions = NO_DECISIONS) -> set[frozenset[int]]:
    return {frozenset(member.place for member in speaker.members) for speaker in settle(mentions, decisions)}


ONE = [
    ["Oleh Zabolotsky", "Oleh Zabolotskyy", "Oleh Zabolotskiy", "Oleg Zabolotski"],
    ["Volodymyr Lysenko", "Vladimir Lysenko"],
    ["Baek Jun Seo", "Baek Jun-seo", "Baek Junseo", "Jun-seo Baek"],
    ["Ren Weiming", "Ren Wei-ming", "REN WEIMING"],
    ["Søren Åkesson", "Soren Akesson"],
    ["Jürgen Mueller", "Jürgen Müller", "Jurgen Muller"],
    ["Mohammed Rahimi", "Muhammad Rahimi", "Mohamed Rahimi"],
    ["Anna Maria Duarte", "Anna Duarte"],
    ["Peter J. Colby", "Peter Colby", "Peter James Colby"],
    ["J.D. Marlow", "JD Marlow", "J. D. Marlow"],
    ["Dr. Ines Kolb", "Ines Kolb", "Professor Ines Kolb"],
    ["Ines Kolb", "Kolb"],
    ["Baek Jun-seo", "Baek"],
    ["Liesbeth van der Horst", "van der Horst", "Horst"],
    ["Hosni al-Tahir", "Hosni el-Tahir", "Hosni Tahir", "al-Tahir"],
    ["Abdel Karim al-Tahir", "Abdel-Karim el-Tahir", "Abdel-Karim al-Tahirr"],
    ["Mahmoud Abdel Rahim al-Tahir", "Mahmoud Abdul-Rahim el-Tahir"],
    ["Seol Min-gyeong", "Seol Min Gyeong", "SEOL Min-gyeong"],
    ["Lee Jae-hun", "LEE Jae-hun", "LEE JAE-HUN", "Jae-hun LEE"],
    ["Elena Ruiz Cordero", "Elena Ruiz"],
    ["Tulla", "Tulla"],
    ["Mary-Ann O’Dowd", "Mary Ann O'Dowd"],
]


@pytest.mark.parametrize("names", ONE, ids=[row[0] for row in ONE])
def test_one_person_under_one_name(names: list[str]) -> None:
    assert groups(articles(*names)) == {frozenset(range(len(names)))}


TWO = [
    ["Baek Jun-seo", "Baek Ji-won"],
    ["Baek Jun-seo", "Baek Jun-sang"],
    ["Lim Yong-hyun", "Lim Yong-hyeon"],  # one after another system, or two: only a common office would tell
    ["Yuna Baek", "Baek Yu-na"],
    ["Seol Min-gyeong", "Seol Hyun-tae"],
    ["Mahmoud Abdel Rahim", "Mahmoud Abdel Karim"],
    ["Howard Colby", "Harriet Colby"],
    ["Howard Colby Jr.", "Howard Colby"],
    ["Howard Colby Jr.", "Howard Colby III"],
    ["Howard H. W. Colby", "Howard W. Colby"],
    ["Thomas Clement", "Clement Thomas"],
    ["Bill Colby", "William Colby"],  # perhaps; again it takes an office
    ["Ahmed Karim Salih", "Karim Salih"],  # names of father and grandfather
    ["John Fitzgerald Moss", "Fitzgerald"],
    ["Ines Kolb", "Ines"],
    ["Anna Duarte", "Anna Duart"],
]


@pytest.mark.parametrize("names", TWO, ids=[" / ".join(row) for row in TWO])
def test_two_people_stay_two(names: list[str]) -> None:
    assert groups(articles(*names)) == {frozenset([0]), frozenset([1])}


def test_an_office_tells_what_names_alone_do_not() -> None:
    for one, other in [
        ("Lim Yong-hyun", "Lim Yong-hyeon"),
        ("Bill Colby", "William Colby"),
        ("Howard Colby Jr.", "Howard Colby"),
        ("Andrés Luis Vega Cordero", "Vega Cordero"),
    ]:
        offices = ("minister of transport", "the transport minister")
        mentions = articles(*(said(name, office) for name, office in zip((one, other), offices, strict=True)))
        assert groups(mentions) == {frozenset([0, 1])}
        late = articles(said(one, "transport minister", 2001), said(other, "transport minister", 2024))
        assert groups(late) == {frozenset([0]), frozenset([1])}
        vague = articles(said(one, "lawyer"), said(other, "lawyer"))
        assert groups(vague) == {frozenset([0]), frozenset([1])}


SURNAMES = [
    # the other mentions, the bare one, with which of them it goes
    (["Ines Kolb"], "Kolb", 0),
    (["Ines Kolb", "Peter Kolb"], "Kolb", None),
    (["Bill Colby", "Harriet Colby"], "Colby", None),  # a married couple
    (["Howard Colby Sr.", "Howard Colby Jr."], "Colby", None),
    (["Yuna Baek", "Baek Jun-seo"], "Baek", None),
    (["Peter Marlow", "Paul Marlow"], "P. Marlow", None),
    (["Peter Marlow", "Quentin Marlow"], "P. Marlow", 0),
    ([said("Ines Kolb", "health minister"), said("Peter Kolb", "coach")], said("Kolb", "Health Minister"), 0),
    ([said("Ines Kolb", "health minister"), said("Peter Kolb", "coach")], said("Kolb", "health minister", 2011), None),
    (
        [said("Ines Kolb", "health minister"), said("Peter Kolb", "health minister")],
        said("Kolb", "health minister"),
        None,
    ),
    ([said("Ines Kolb", "Danish health minister")], said("Kolb", "Peruvian ambassador"), None),
    ([said("Ines Kolb", "goalkeeper")], said("Kolb", "mayor"), None),
    ([said("Ines Kolb", "former goalkeeper")], said("Kolb", "mayor"), 0),
    ([said("Ines Kolb", "goalkeeper", 1999)], said("Kolb", "mayor", 2024), 0),
]


@pytest.mark.parametrize(("others", "bare", "whose"), SURNAMES)
def test_a_surname_joins_the_only_person_it_can_be(
    others: list[Mention | str], bare: Mention | str, whose: int | None
) -> None:
    mentions = articles(*others, bare)
    speakers = settle(mentions, NO_DECISIONS)
    last = len(others)
    together = next(s for s in speakers if last in [m.place for m in s.members])
    assert [m.place for m in together.members if m.place != last] == ([] if whose is None else [whose])
    assert [m.inferred for m in together.members if m.place == last] == [whose is not None]
    assert not any(m.inferred for s in speakers for m in s.members if m.place != last)


RULERS = [
    # the other mentions, the one without a numeral, with which of them it goes
    ([said("Rurik III", "King")], said("Rurik", "King"), 0),
    ([said("Rurik III", "King")], said("Rurik", "the king of Lorn", 1999), 0),
    ([said("Rurik III", "King")], said("Rurik", "Prince"), 0),
    ([said("Rurik III", "King")], said("Rurik", "former king"), 0),
    ([said("Rurik III", "King")], "Rurik", 0),
    (["Rurik III"], said("Rurik", "King"), 0),
    ([said("Titus XIV", "Pope")], said("Titus", "the pope"), 0),
    ([said("Anna Paula II", "Queen")], said("Anna Paula", "Queen", 1999), 0),
    ([said("Ray Rurik", "Prince")], said("Ray Rurik", "actor"), 0),
    ([said("Rurik III", "King"), said("Rurik II", "King", 1931)], said("Rurik", "King"), None),
    ([said("Titus XIV", "Pope"), said("Titus V", "Pope")], said("Titus", "Pope"), None),
    ([said("Titus XIV", "Pope")], said("Titus", "King"), None),
    ([said("Rurik III", "Danish king")], said("Rurik", "Peruvian king"), None),
    ([said("Rurik III", "King")], "Ray Rurik", None),
    ([said("Rurik III", "King")], "R. Rurik", None),
    (["Ray Rurik"], said("Rurik", "King"), None),  # his is no surname
    (["Ray Rurik"], said("Rurik", "the king’s spokesman"), 0),
    (["Howard Colby III"], "Howard Colby", None),
    (["Howard Colby III"], "Colby", 0),
    (["Vik Xi"], "Vik", None),
    (["VIK XI"], "Vik", None),
]


@pytest.mark.parametrize(("others", "bare", "whose"), RULERS)
def test_a_ruler_without_a_numeral_is_the_only_one_of_that_name(
    others: list[Mention | str], bare: Mention | str, whose: int | None
) -> None:
    for mentions in (articles(*others, bare), articles(bare, *others)):
        speakers = settle(mentions, NO_DECISIONS)
        place = next(place for place, row in enumerate(mentions) if row.name == articles(bare)[0].name)
        together = next(s for s in speakers if place in [m.place for m in s.members])
        assert len(together.members) == (1 if whose is None else 2)
        is_single = " " not in mentions[place].name
        assert [m.inferred for m in together.members if m.place == place] == [whose is not None and is_single]
        if whose is not None:
            assert together.name == articles(*others)[whose].name


def test_rulers_of_one_name_are_one_in_all_articles() -> None:
    mentions = articles(said("Rurik", "King"), said("Rurik", "Prince"), said("Rurik", "King"), "Ray Rurik", "Rurik")
    assert groups(mentions) == {frozenset([0, 1, 2]), frozenset([3]), frozenset([4])}
    mentions = articles(said("Titus", "King"), said("Titus", "Pope"), said("TITUS XIV", "Pope"))
    assert groups(mentions) == {frozenset([0]), frozenset([1, 2])}


def test_surnames_that_could_be_two_are_not_one_person_either() -> None:
    mentions = articles("Ines Kolb", "Peter Kolb", "Kolb", "Kolb")
    assert groups(mentions) == {frozenset([place]) for place in range(4)}


def test_a_surname_is_nobody_whom_its_article_names_apart() -> None:
    mentions = [said("Ines Kolb"), said("Kolb"), said("Kolb")._replace(article=1)]
    assert groups(mentions) == {frozenset([0, 2]), frozenset([1])}


def test_two_of_one_name_whose_roles_cannot_be_one_persons() -> None:
    mentions = articles(
        said("Min Tae-jun", "Danish trade minister"), said("Min Tae-jun", "Peruvian interior minister"), "Min Tae-jun"
    )
    assert groups(mentions) == {frozenset([place]) for place in range(3)}
    mentions = articles(said("Ines Kolb", "senator"), said("Ines Kolb", "striker"))
    assert groups(mentions) == {frozenset([0]), frozenset([1])}
    mentions = articles(said("Ines Kolb", "Danish trade minister"), said("Ines Kolb", "Denmark’s ambassador to Peru"))
    assert groups(mentions) == {frozenset([0, 1])}


def test_one_slip_in_many_articles_makes_no_second_person() -> None:
    mentions = articles(*[said("Ines Kolb", "Danish president")] * 30, said("Ines Kolb", "Peruvian president"))
    assert len(groups(mentions)) == 1


def test_the_name_shown_is_the_fullest_unless_hardly_anybody_writes_it() -> None:
    def name(*names: str) -> str:
        (speaker,) = settle(articles(*names), NO_DECISIONS)
        return speaker.name

    assert name("Kolb", "Kolb", "Kolb", "Ines Kolb") == "Ines Kolb"
    assert name("Peter Colby", "Peter J. Colby") == "Peter J. Colby"
    assert name(*["Peter Colby"] * 20, "Peter Colby Smith") == "Peter Colby"
    assert name("Oleh Zabolotsky", "Oleh Zabolotskyy", "Oleh Zabolotskyy") == "Oleh Zabolotskyy"
    assert name("Oleh Zabolotsky", "Oleh Zabolotskyy") == "Oleh Zabolotsky"
    assert name("INES KOLB", "Ines Kolb") == "Ines Kolb"


def body(name: str, acronym: str | None = None) -> Mention:
    """An organisation, with the letters that its article has for it."""
    return said(name, kind="organisation")._replace(acronym=acronym)


def test_organisations_are_one_under_one_name_alone() -> None:
    names = ["The Weir Office", "Weir Office", "WEIR OFFICE", "Weir Office of Lund", "Weir"]
    assert groups(articles(*map(body, names))) == {frozenset([0, 1, 2]), frozenset([3]), frozenset([4])}


SPELT = [
    # two names of organisations, and whether they are one
    ("Lorn Defence Council", "Lorn Defense Council", True),
    ("Reef Harbour Organisation", "Reef Harbor Organization", True),
    ("Institute of Tides and Weirs", "Institute of Tides & Weirs", True),
    ("Lorn Defence Council", "Lorn Fence Council", False),
    ("Reef Programmes Office", "Reef Program Office", False),
]


@pytest.mark.parametrize(("one", "other", "are_one"), SPELT)
def test_american_and_british_names_are_one(one: str, other: str, are_one: bool) -> None:
    mentions = articles(body(one), body(other))
    assert (len(groups(mentions)) == 1) is are_one
    apart = Decisions(different=(Different((one, other), 1),))
    assert len(groups(mentions, apart)) == 2


ACRONYMS = [
    # the other mentions, the letters alone, with which of them they go
    ([body("Reef Water Agency", "rwa")], body("RWA"), 0),
    ([body("Reef Water Agency", "rwa")], body("the R.W.A."), 0),
    ([body("Reef Water Agency", "rwa")], said("RWA"), 0),  # as if it were somebody
    ([body("Reef Water Agency", "rwa"), body("Rural Workers Alliance", "rwa")], body("RWA"), None),
    ([body("Reef Water Agency", "rwa"), body("The Reef Water Agency", "rwa")], body("RWA"), 0),
    ([body("Social Farmers", "sof"), body("Sofia Foundation")], body("SOF"), 0),
    ([body("Reef Water Agency")], body("RWA"), None),  # nobody says that it is called so
    ([body("Reef Water Agency", "rwa")], body("RWAS"), None),
    ([body("Reef Water Agency", "rwa")], body("Rwa Foundation"), None),
    ([body("Reef Water Agency", "lund")], said("Lund", "mayor"), None),
]


@pytest.mark.parametrize(("others", "letters", "whose"), ACRONYMS)
def test_an_acronym_is_the_only_body_that_carries_it(
    others: list[Mention], letters: Mention, whose: int | None
) -> None:
    speakers = settle(articles(*others, letters), NO_DECISIONS)
    last = len(others)
    together = next(s for s in speakers if last in [m.place for m in s.members])
    assert (min(m.place for m in together.members) == last) is (whose is None)
    assert [m.inferred for m in together.members if m.place == last] == [whose is not None]
    if whose is not None:
        assert (together.name, together.kind) == (others[whose].name, "organisation")


def test_a_body_is_called_by_its_name_however_often_by_its_acronym() -> None:
    (speaker,) = settle(articles(*[body("RWA")] * 20, body("Reef Water Agency", "rwa")), NO_DECISIONS)
    assert (speaker.name, speaker.aliases) == ("Reef Water Agency", ("RWA",))


def test_decisions_about_acronyms() -> None:
    mentions = articles(body("Reef Water Agency", "rwa"), body("RWA"), body("Rural Workers Alliance", "rwa"))
    decided = Decisions(people=(Person("Rural Workers Alliance", ("RWA",), 1),))
    assert groups(mentions, decided) == {frozenset([0]), frozenset([1, 2])}
    decided = Decisions(people=(Person("Reef Water Agency", (), 1),))
    assert groups(mentions[:2], decided) == {frozenset([0, 1])}
    decided = Decisions(different=(Different(("Reef Water Agency", "RWA"), 1),))
    assert groups(mentions[:2], decided) == {frozenset([0]), frozenset([1])}


KINDS = [
    # what articles take one name for, and what it is
    ([*[body("Tulla")] * 2, said("Tulla")], "organisation"),
    ([body("Tulla"), *[said("Tulla")] * 2], "person"),
    ([body("Tulla"), said("Tulla")], "organisation"),  # there was some reason to take it for one
    ([body("Tulla"), said("Tulla", "mayor")], "person"),
    ([*[body("Tulla")] * 2, said("Tulla", "mayor")], "organisation"),
    ([*[body("Tulla")] * 2, *[said("Tulla", "mayor")] * 2], "person"),
    ([body("Kolb"), said("Kolb"), said("Ines Kolb")], "person"),  # a surname
    ([body("Ines Kolb"), said("Ines Kolb"), said("Peter Kolb")], "organisation"),  # no mere surname
    ([*[body("Kolb")] * 2, said("Kolb"), said("Ines Kolb")], "organisation"),
    ([body("Reef Light"), said("Reef Light", "singer")], "person"),
    ([body("Reef Light", "rl"), said("Reef Light", "singer")], "organisation"),
    ([body("Reef Light", "rl"), *[said("RL")] * 2, body("RL")], "organisation"),
    ([said("Ines Kolb"), said("Tulla", kind="description")], "person"),
]


@pytest.mark.parametrize(("mentions", "kind"), KINDS)
def test_a_name_is_what_most_evidence_makes_of_it(mentions: list[Mention], kind: SpeakerKind) -> None:
    (first, *_) = settle(articles(*mentions), NO_DECISIONS)
    assert first.kind == kind


def test_one_article_has_one_say_about_what_a_name_is() -> None:
    mentions = [said("Tulla", "mayor"), said("Tulla", "grocer"), said("Tulla"), *[body("Tulla")] * 2]
    mentions = [row._replace(article=max(0, number - 2)) for number, row in enumerate(mentions)]
    assert {s.kind for s in settle(mentions, NO_DECISIONS)} == {"organisation"}


def test_descriptions_are_nobody() -> None:
    mentions = articles(*[said("a senior weir official", kind="description")] * 2)
    assert settle(mentions, NO_DECISIONS) == []


def test_decisions_win() -> None:
    mentions = articles("Ines Kolb", "Peter Kolb", "Kolb", "I. Kolb-Lund")
    decided = Decisions(people=(Person("Ines Kolb", ("Kolb", "I. Kolb-Lund"), 1),))
    assert groups(mentions, decided) == {frozenset([0, 2, 3]), frozenset([1])}
    mentions = articles("Oleh Zabolotsky", "Oleh Zabolotskyy", "Zabolotskyy")
    decided = Decisions(different=(Different(("Oleh Zabolotsky", "Oleh Zabolotskyy"), 1),))
    assert {0, 1} not in [group - {2} for group in groups(mentions, decided)]
    mentions = articles("Ines Kolb", "Kolb")
    assert len(groups(mentions, Decisions(different=(Different(("Ines Kolb", "Kolb"), 1),)))) == 2


def test_the_name_that_was_decided_on_is_shown_and_others_like_it_join() -> None:
    mentions = articles("Oleh Zabolotsky", "Zabolotskiy", "Oleg Zabolotskii")
    decided = Decisions(people=(Person("Oleh Zabolots'kyi", ("Oleh Zabolotsky",), 1),))
    (speaker,) = settle(mentions, decided)
    assert speaker.name == "Oleh Zabolots'kyi"
    assert set(speaker.aliases) == {"Oleh Zabolotsky", "Zabolotskiy", "Oleg Zabolotskii"}


# --- whatever the names -----------------------------------------------------------------------------------------------

NAMES = """Ines Kolb|Peter Kolb|Kolb|P. Kolb|Peter J. Kolb|Peter James Kolb|Kolb Jr.|Peter Kolb Jr.
Baek Jun-seo|Baek Jun Seo|Jun-seo Baek|Baek Jun-sa|Baek|Yuna Baek|Baek Yu-na|Oleh Zabolotsky|Oleg Zabolotskyy
Zabolotskiy|Elena Ruiz Cordero|Elena Ruiz|Ruiz|Cordero|Vega Cordero|Weir Office|The Weir Office|Bill Colby
RWA|RWA|R.W.A.|Reef Water Agency|Rural Workers Alliance|Weir Defence|The Weir Defense
William Colby|Colby|W. Colby|al-Tahir|Tahir|Hosni Tahir|Liesbeth van der Horst|van der Horst|Horst||-|김정은|X
Rurik|Rurik III|Rurik IX|Ray Rurik|Titus|Titus XIV
""".replace("\n", "|").split("|")
ROLES = [
    None,
    "president",
    "Danish president",
    "Peruvian minister of trade",
    "trade minister",
    "goalkeeper",
    "former mayor",
    "King",
    "pope",
]


def beginning_of(row: Mention) -> str | None:
    return handles(row.name, row.kind, row.acronym)[1]


mentions = st.lists(
    st.builds(
        Mention,
        st.integers(0, 12),
        st.sampled_from(NAMES) | st.text(max_size=12),
        st.sampled_from(ROLES),
        st.sampled_from(["person", "person", "person", "organisation", "description"]),
        st.sampled_from([None, 1999, 2023, 2024]),
        st.sampled_from([None, "rwa"]),
    ).map(lambda row: row._replace(acronym=acronym_in(row.kind, beginning_of(row)))),
    max_size=30,
    unique=True,
)
DECISIONS = [
    NO_DECISIONS,
    Decisions(people=(Person("Ines Kolb", ("Kolb",), 1), Person("Weir Office", (), 4))),
    Decisions(different=(Different(("Bill Colby", "William Colby", "Colby"), 1),)),
]


@given(mentions, st.sampled_from(DECISIONS), st.integers(0, 2**32))
def test_the_order_of_articles_changes_nothing(rows: list[Mention], decisions: Decisions, seed: int) -> None:
    shuffled = rows.copy()
    random.Random(seed).shuffle(shuffled)
    # Articles are numbered as they come.
    number = {article: place for place, article in enumerate(dict.fromkeys(row.article for row in shuffled))}
    shuffled = [row._replace(article=number[row.article]) for row in shuffled]
    back = {article: original for original, article in number.items()}

    def told(mentions: list[Mention], original: dict[int, int]) -> set[object]:
        return {
            (
                speaker.name,
                speaker.kind,
                speaker.aliases,
                frozenset(
                    (mentions[m.place]._replace(article=original[mentions[m.place].article]), m.inferred)
                    for m in speaker.members
                ),
            )
            for speaker in settle(mentions, decisions)
        }

    assert told(rows, {row.article: row.article for row in rows}) == told(shuffled, back)


@given(mentions, st.sampled_from(DECISIONS))
def test_names_that_share_no_surname_do_not_matter_to_each_other(rows: list[Mention], decisions: Decisions) -> None:
    """What is settled anew after a change are those who share a surname with it: the others stay as they were."""
    parts = [(own(row), reach(row), [place]) for place, row in enumerate(rows) if row.kind != "description"]
    for person in decisions.people:
        named = [said(name) for name in (person.name, *person.aliases)]
        parts.append((set().union(*map(own, named)), set().union(*map(reach, named)), []))
    connected: list[tuple[set[str], set[str], list[int]]] = []
    for part in parts:
        touched = [other for other in connected if other[0] & part[1] or other[1] & part[0]]
        connected = [other for other in connected if other not in touched]
        merged = part
        for one, two, places in touched:
            merged = (merged[0] | one, merged[1] | two, sorted(merged[2] + places))
        connected.append(merged)
    apart = set()
    for _, _, places in connected:
        found = groups([rows[place] for place in places], decisions)
        apart |= {frozenset(places[place] for place in group) for group in found}
    assert apart == groups(rows, decisions)


def own(row: Mention) -> set[str]:
    return {handle for handle in handles(row.name, row.kind, row.acronym) if handle is not None}


def reach(row: Mention) -> set[str]:
    return linked_handles(row.name, row.kind, *handles(row.name, row.kind, row.acronym))


@given(mentions, st.sampled_from(DECISIONS))
def test_each_belongs_to_exactly_one(rows: list[Mention], decisions: Decisions) -> None:
    speakers = settle(rows, decisions)
    places = [member.place for speaker in speakers for member in speaker.members]
    assert sorted(places) == [place for place, row in enumerate(rows) if row.kind != "description"]
    for speaker in speakers:
        assert speaker.name not in speaker.aliases
