"""What stands inside marks, before anybody asks whether it is speech."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.quotes.parsing.spans import find_stretches
from kit.text.structure import paragraphs

STRETCHES = [
    # every pair of marks
    ("“We sail,” he said.", ["We sail,"]),
    ('"We sail," he said. "At dawn."', ["We sail,", "At dawn."]),
    ("''We sail,'' he said.", ["We sail,"]),
    ("``We sail,'' he said.", ["We sail,"]),
    ("„Wir segeln“, sagte er.", ["Wir segeln"]),
    ("«Nous partons», dit-il.", ["Nous partons"]),
    ("« Nous partons », dit-il. « Demain. »", ["Nous partons", "Demain."]),
    ("»Wir segeln«, sagte er. »Morgen!«", ["Wir segeln", "Morgen!"]),
    ("›Wir segeln‹, sagte er.", ["Wir segeln"]),
    ("船長は「船は出る」と言った。", ["船は出る"]),
    # straight and single marks where no space stands beside them
    ('선장은 "배가 떠난다"며 "내일도 떠난다"고 말했다.', ["배가 떠난다", "내일도 떠난다"]),
    ("선장은 ‘큰 배’라고 불렀다.", ["큰 배"]),
    ('船长说"船要开了"就走了，又说"明天见"。', ["船要开了", "明天见"]),
    ("‘We sail,’ he said.", ["We sail,"]),
    ("'We sail,' he said.", ["We sail,"]),
    # nested marks: the outermost counts
    ("“He said ‘never’ to me,” she said.", ["He said ‘never’ to me,"]),
    ("‘He said “never” to me,’ she said.", ["He said “never” to me,"]),
    ("\"He said 'never' to me,\" she said.", ["He said 'never' to me,"]),
    # apostrophes are no marks
    ("‘The workers’ hall isn’t ours,’ she said.", ["The workers’ hall isn’t ours,"]),
    ("It rained. ‘90 hours of it,’ he said.", ["90 hours of it,"]),
    ("The hits of ‘90 and ‘95 rang out, and we sang.", []),
    ("Rock ’n’ roll of the ’90s, and the dockers’ and smiths’ clubs.", []),
    ("'It isn't the ferrymen's fault,' she said.", ["It isn't the ferrymen's fault,"]),
    ("The dockers' union and the smiths' guild met in the '80s.", []),
    ("She said ‘smiths’ wages’ were owed.", ["smiths’ wages"]),
    ("He called 'miners' homes' a lost cause.", ["miners' homes"]),
    ("He said 'wages' and the miners' homes were lost.", ["wages"]),
    ("'Salt 'n' sugar were scarce,' she said.", ["Salt 'n' sugar were scarce,"]),
    ("‘Rum ’n’ raisin was gone,’ she said.", ["Rum ’n’ raisin was gone,"]),
    # inches and feet
    ('The plank is 6" wide and the pole 5\'10" long.', []),
    # nicknames belong to the name
    ("Ana “Bibi” Cruz left. So did Bo 'Red' Lund.", []),
    ("He called Ana “a thief” Monday.", ["a thief"]),
    # a closing mark typed in place of an opening one, and the other way round
    ("He said, ”We sail.”", ["We sail."]),
    ("He said, “We sail.“", ["We sail."]),
    # a mark never closed costs its paragraph and no more
    ("He said: “We sail.\n\nShe said: “At dawn.”", ["We sail.", "At dawn."]),
    ("The “ferry sank. “Nobody drowned,” he said.", ["Nobody drowned,"]),
    # over several paragraphs
    ("“We sail.\n\n“At dawn.\n\n“Be there,” he said.", ["We sail.", "At dawn.", "Be there,"]),
    ("“We sail.\n\nAt dawn,” he said.", ["We sail.", "At dawn,"]),
    ("", []),
    ("“ ”", []),
]


@pytest.mark.parametrize(("text", "inside"), STRETCHES)
def test_find_stretches(text, inside):
    assert [text[stretch.start : stretch.end] for stretch in find_stretches(text, paragraphs(text))] == inside


def test_continued_stretches_are_marked():
    text = "“We sail.\n\n“At dawn,” he said.\n\n“No.”"
    assert [stretch.continues for stretch in find_stretches(text, paragraphs(text))] == [False, True, False]


@given(st.text(alphabet="ab .,!\n“”‘’\"'„«»「」`", max_size=120))
def test_stretches_lie_in_order_inside_their_paragraphs(text):
    blocks = paragraphs(text)
    found = find_stretches(text, blocks)
    for stretch in found:
        block = blocks[stretch.paragraph]
        assert block.start <= stretch.outer_start <= stretch.start < stretch.end <= stretch.outer_end <= block.end
    assert all(one.outer_end <= two.outer_start for one, two in itertools.pairwise(found))
