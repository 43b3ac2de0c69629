"""The people of one article."""

import pytest

from kit.quotes import find_people

PEOPLE = [
    # (text, [(name, aliases, gender)])
    ("Mayor Ana Brandt left. Brandt said nothing.", [("Ana Brandt", ("Brandt",), "f")]),
    ("Mr Ott met Ms Ott.", [("Ott", (), "m"), ("Ott", (), "f")]),
    ("Nam Ji-ho met Kim Nam.", [("Nam Ji-ho", (), ""), ("Kim Nam", (), "")]),
    ("Joseph R. Lund Jr. spoke. Joseph Lund left.", [("Joseph R. Lund Jr.", ("Joseph Lund",), "m")]),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_find_people(text, people):
    assert [(each.name, each.aliases, each.gender) for each in find_people(text)] == people


def test_roles_and_mentions():
    text = "The ferry’s captain, Ivo Marin, slept. Marin woke."
    (captain,) = [person for person in find_people(text) if person.name == "Ivo Marin"]
    assert captain.roles == ("The ferry’s captain",)
    assert [text[start:end] for start, end in captain.mentions] == ["Ivo Marin", "Marin"]
