"""Who is I and who is you in the turns of a transcript, and in the questions and answers of an interview."""

from __future__ import annotations

from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PRONOUN
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import NOBODY

_SENTENCE_ENDS = frozenset('.?!:”"')
_LONGEST_HEADING = 30  # tokens
_SPEECHES = frozenset(["address", "evidence", "remarks", "speech", "statement", "testimony"])
_OF = frozenset(["by", "from", "of", ":"])
_TURNS_ON = 6  # paragraphs from a question to whoever answers it


def who_speaks(reading: Reading, paragraph: int) -> int:
    """Return Lund for the I of "Lund: I said …", and who is interviewed where that is answered without marks."""
    turn = reading.turns.get(paragraph)
    if turn is not None:
        return turn.person
    if reading.interviewee is None or paragraph not in reading.answers:
        return NOBODY if reading.turns else _orator(reading)
    return reading.interviewee.person


def _orator(reading: Reading) -> int:
    """Return Lund where "Remarks by Mayor Ana Lund at the harbour" heads a text: who says I in a speech.

    Also under "Testimony of Ana Lund", "Speech: Mayor Ana Lund" and "Mayor Lund's remarks"; not under a sentence.
    """
    story = reading.story
    if not reading.blocks or reading.text[reading.blocks[0].end - 1] in _SENTENCE_ENDS:
        return NOBODY
    first, end = story.paragraph_tokens(0)
    if end - first > _LONGEST_HEADING:
        return NOBODY
    if not _SPEECHES.isdisjoint(story.lower[first : first + 2]) and not _OF.isdisjoint(story.lower[first : first + 3]):
        named = (each for each in reading.mentions_in.get(0, ()) if each.kind == "name" and not each.place)
        return next((each.person for each in named if not reading.people[each.person].organisation), NOBODY)
    owners = (frame for frame in reading.frames_in.get(0, ()) if frame.relation == "owner")
    return next((frame.source.person for frame in owners if frame.first - first <= 1), NOBODY)


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
