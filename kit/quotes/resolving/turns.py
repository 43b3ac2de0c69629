"""Who is I and who is you in the turns of a transcript, and in the questions and answers of an interview."""

from __future__ import annotations

from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PRONOUN
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import NOBODY

_TURNS_ON = 6  # paragraphs from a question to whoever answers it


def who_speaks(reading: Reading, paragraph: int) -> int:
    """Return Lund for the I of "Lund: I said …", and who is interviewed where that is answered without marks."""
    turn = reading.turns.get(paragraph)
    if turn is not None:
        return turn.person
    if reading.interviewee is None or paragraph not in reading.answers:
        return NOBODY
    return reading.interviewee.person


def who_is_addressed(reading: Reading, mention: Mention) -> int:
    """Return Lund for the you of "QUESTION: You said … / LUND: I did": who has the next turn; NOBODY outside turns."""
    paragraph = reading.story.paragraph_at(mention.first)
    if paragraph in reading.questions and reading.interviewee is not None:
        return reading.interviewee.person
    if paragraph not in reading.turns and paragraph + 1 not in reading.answers:
        return NOBODY
    asking = who_speaks(reading, paragraph)
    turns = (who_speaks(reading, number) for number in range(paragraph + 1, paragraph + _TURNS_ON))
    return next((person for person in turns if person not in (asking, NOBODY)), NOBODY)


def is_turned_to(reading: Reading, mention: Mention) -> bool:
    """Is it the label of a turn, or the Kim of "Well, Kim, I called him" and "Is it, Kim?" there?"""
    story = reading.story
    paragraph = story.paragraph_at(mention.first)
    if paragraph not in reading.turns:
        return False
    if reading.turns[paragraph] is mention:
        return True
    behind = story.lower[mention.last : mention.last + 1]
    if story.lower[mention.first - 1] not in (",", ":") or mention.kind != "name":
        return False
    return behind in (["."], ["?"], ["!"]) or (behind == [","] and bool(story.flags[mention.last + 1] & PRONOUN))
