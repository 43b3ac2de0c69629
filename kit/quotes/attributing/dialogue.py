"""Dialogues: whose turn it is where paragraph after paragraph is one quotation and nobody is said to speak."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.attributing.candidates import Place
from kit.quotes.attributing.clauses import who_is_asked
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import NOBODY, Discourse, asks

_MENTIONS_BACK, _PARAGRAPHS_BACK = 12, 2
_LONGEST_ASKING = 15  # tokens from a question on: asked Kim, for the commission
_REPLIES = frozenset(["answer", "reply", "response", "retort"])
_LONGEST_TALK = 12  # turns that are looked through for one whose speaker is named


def other_speaker(reading: Reading, place: Place, number: int, discourse: Discourse) -> Mention | None:
    """Return who speaks in a paragraph of marks alone that answers the one before it, or asks on; None if it does not.

    Also who is meant by “At nine,” came the reply.

    “When?” Kim asked. / “At nine.” / “Where?”: Lund, of whom was told before or who is named later, and Kim.
    """
    previous = place.previous
    if _is_reply(reading, place):
        return _who_was_asked(reading, place, number, discourse)
    if not place.whole_paragraph or previous is None or previous.person == NOBODY or place.previous_near != "1":
        return None
    if place.ending == "?":
        return _who_asked(reading, place, discourse, previous.person)
    if not asks(reading, number - 1) or not _is_turn(reading, number - 1):
        return None
    return _named_later(reading, number, previous.person) or _met_before(reading, place, discourse, previous.person)


def _is_reply(reading: Reading, place: Place) -> bool:
    """Does "came the reply" follow, which says no more than that another one speaks?"""
    if place.after in ("$", ",", "Cap"):
        return False
    behind = reading.story.lower[place.token + 1 : place.token + 4]
    return behind[:1] in (["came"], ["was"]) and behind[1:2] == ["the"] and behind[-1] in _REPLIES


def _who_was_asked(reading: Reading, place: Place, number: int, discourse: Discourse) -> Mention | None:
    """Return Lund for “At nine,” came the reply, below "Kim asked Lund when", or who spoke before Kim asked."""
    asked = who_is_asked(reading, place.sentence - 1)
    if asked is not None:
        return asked
    if place.previous is None or place.previous.person == NOBODY or not number or not asks(reading, number - 1):
        return None
    asking = place.previous.person
    turn = next((each for each in discourse.last_turns(place.token) if each.person != asking), None)
    before = None if turn is None else _last_mention(reading, discourse, turn.person)
    return before or _met_before(reading, place, discourse, asking)


def _is_turn(reading: Reading, number: int) -> bool:
    """Is a question a paragraph by itself, or does it end one with "Kim asked"?"""
    story = reading.story
    token = story.quote_tokens[number]
    first, last = story.paragraph_tokens(story.paragraph_at(token))
    if last - token > _LONGEST_ASKING or reading.has_quote(token + 1, last):
        return False
    return last - first == 1 or any(cues.VERBS.get(word) in cues.ASKING for word in story.lower[token + 1 : last])


def _who_asked(reading: Reading, place: Place, discourse: Discourse, answering: int) -> Mention | None:
    """Return who asked what has just been answered."""
    turn = next((each for each in discourse.last_turns(place.token) if each.person != answering), None)
    if turn is None or not turn.asks or place.paragraph - reading.story.paragraph_at(turn.token) > _PARAGRAPHS_BACK:
        return None
    return _last_mention(reading, discourse, turn.person)


def _last_mention(reading: Reading, discourse: Discourse, person: int) -> Mention | None:
    return next((each for each in reversed(discourse.recent[-_MENTIONS_BACK:]) if each.person == person), None)


def _named_later(reading: Reading, number: int, asking: int) -> Mention | None:
    """Return Lund where every other paragraph is a turn and one of his ends “…,” Lund said."""
    story = reading.story
    paragraph = reading.stretches[number].paragraph
    for later in range(number + 1, min(number + _LONGEST_TALK, len(reading.stretches))):
        token = story.quote_tokens[later]
        gap = reading.stretches[later].paragraph - paragraph
        if gap != later - number:
            return None
        frames = reading.frames_in.get(story.sentence_of[token], ())
        source = next((frame.source for frame in frames if frame.first == token + 1), None)
        if source is not None:
            named = source.kind == "name" and (source.person == asking) == bool(gap % 2)
            return source if named and gap % 2 == 0 else None
    return None


def _met_before(reading: Reading, place: Place, discourse: Discourse, asking: int) -> Mention | None:
    """Return the last human being but the one who asks of whom was told before."""
    story = reading.story
    for each in reversed(discourse.recent[-_MENTIONS_BACK:]):
        if place.paragraph - story.paragraph_at(each.first) > _PARAGRAPHS_BACK:
            return None
        person = reading.people[each.person]
        human = reading.likeness_of(person) > 0 if person.named else person.human
        human = human and not person.organisation and person.gender != "p"
        ones_own = each.kind == "nominal" and story.lower[each.first] in cues.PRONOUNS  # her chair
        if each.first < place.token and each.person != asking and human and not (each.within or ones_own):
            return each
    return None
