"""Who said it: every quoted stretch of an article gets a speaker, nobody, or is found to be no speech."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kit.quotes.attributing.candidates import NOT_SPEECH, UNKNOWN, Candidate, Place, likely_mentions, place_of
from kit.quotes.attributing.clauses import outer_source
from kit.quotes.attributing.dialogue import other_speaker
from kit.quotes.attributing.features import features, unknown_features
from kit.quotes.attributing.speech import is_speech
from kit.quotes.attributing.sure import according_to, goes_on, sure_speaker
from kit.quotes.model import Features, Models
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PUNCTUATION, QUOTED
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import NOBODY
from kit.quotes.resolving.resolve import Resolver, best_antecedent

_OPENING = 4  # words; two quotations that begin with the same ones are the same
_LONGEST = 400  # characters of a stretch that are compared
_NEAR = 12  # stretches on either side of a heading
_MARKUP = 6  # characters round the marks of a heading: asterisks
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Decision:
    """What was decided about one stretch; `candidate` is a mention, UNKNOWN or NOT_SPEECH."""

    stretch: int
    candidate: Candidate


Choose = Callable[[int, Mention | None, Candidate], Candidate]


def attribute_all(reading: Reading, models: Models) -> list[Decision]:
    """Return a decision for each stretch of the reading, in order: by a sure pattern, else by what was learned.

    Pronouns and descriptions are resolved on the way.
    """
    resolver = Resolver(reading, best_antecedent(models["antecedent"]))

    def choose(number: int, previous: Mention | None, last: Candidate) -> Candidate:
        place = place_of(reading, number, previous)
        stretch = reading.stretches[number]
        sure = sure_speaker(reading, place) or other_speaker(reading, place, number, resolver.discourse)
        before = last != NOT_SPEECH
        if not is_speech(reading, place, stretch, models["speech"], sure=sure is not None, before=before):
            return NOT_SPEECH
        if sure is not None:
            return sure
        if previous is not None and goes_on(reading, place):
            return previous
        named = according_to(reading, place)
        if named is None and place.alone and not place.opens:
            named = outer_source(reading, place.sentence - 1)
        if named is not None:
            return named
        mentions = likely_mentions(reading, place)
        if len(mentions) == 1 and mentions[0] in reading.frames_of:
            return mentions[0]
        return models["speaker"].best(options_for(reading, place, mentions), who=_who) or UNKNOWN

    return _repeated(reading, list(decide(resolver, choose)))


def _who(candidate: Candidate) -> Candidate | int:
    """Return the person whom a mention stands for, else the candidate itself."""
    return candidate.person if isinstance(candidate, Mention) and candidate.person != NOBODY else candidate


def _repeated(reading: Reading, decisions: list[Decision]) -> list[Decision]:
    """Return the decisions; the words of a heading, and what nobody was given, go to who says the same elsewhere."""
    headings = {each.stretch for each in decisions if _heads(reading, each.stretch)}
    if not headings and all(decision.candidate != UNKNOWN for decision in decisions):
        return decisions
    said = {
        each.stretch: (_bare(reading, each.stretch), each.candidate)
        for each in decisions
        if isinstance(each.candidate, Mention) and each.stretch not in headings
    }
    openings: dict[str, Mention] = {}
    for words, candidate in said.values():
        openings.setdefault(_opening_words(words), candidate)
    openings.pop("", None)
    found: list[Decision] = []
    for each in decisions:
        if each.stretch in headings:
            each = Decision(each.stretch, _said_nearby(reading, each.stretch, said) or each.candidate)
        elif each.candidate == UNKNOWN:
            each = Decision(each.stretch, openings.get(_opening_words(_bare(reading, each.stretch)), UNKNOWN))
        found.append(each)
    return found


def _heads(reading: Reading, number: int) -> bool:
    """Is a stretch a paragraph by itself, of several words and no whole sentence, as a heading is?"""
    stretch = reading.stretches[number]
    block = reading.blocks[stretch.paragraph]
    alone = stretch.outer_end - stretch.outer_start >= block.end - block.start - _MARKUP
    return alone and reading.text[stretch.end - 1].isalnum() and " " in reading.text[stretch.start : stretch.end]


def _said_nearby(reading: Reading, number: int, said: Mapping[int, tuple[str, Mention]]) -> Mention | None:
    """Return who says the words of a heading in the text near it."""
    words = _bare(reading, number)
    near = (said[each] for each in range(number - _NEAR, number + _NEAR) if each in said)
    return next((candidate for others, candidate in near if f" {words} " in f" {others} "), None)


def _bare(reading: Reading, number: int) -> str:
    """Return the words of a stretch in small letters, a space between them."""
    stretch = reading.stretches[number]
    return " ".join(_WORD.findall(reading.text[stretch.start : min(stretch.end, stretch.start + _LONGEST)].lower()))


def _opening_words(words: str) -> str:
    """Return the first of these words; "" where there are too few to know them again by."""
    opening = words.split(" ", _OPENING)[:_OPENING]
    return " ".join(opening) if len(opening) == _OPENING else ""


def decide(resolver: Resolver, choose: Choose) -> Iterator[Decision]:
    """Yield decisions in order, paragraph by paragraph: its mentions are resolved, then its stretches are decided.

    So a pronoun is resolved with the knowledge of who was found to speak before its paragraph. `choose` is told whom
    the last speech before a stretch was given to, and what the stretch before was found to be.
    """
    reading = resolver.reading
    previous: Mention | None = None
    interviewee: Mention | None = None
    last: Candidate = UNKNOWN
    paragraph = -1
    for number, stretch in enumerate(reading.stretches):
        if stretch.paragraph != paragraph:
            paragraph = stretch.paragraph
            resolver.read_to(_reading_end(reading, number))
        if not stretch.continues:
            answers = stretch.paragraph - 1 in reading.questions
            answering = (interviewee or reading.interviewee or previous) if answers else previous
            last = choose(number, answering, last)
            if answers and interviewee is None and isinstance(last, Mention):
                interviewee = last
        if isinstance(last, Mention) and stretch.paragraph not in reading.questions:
            previous = last
        if last != NOT_SPEECH:
            resolver.discourse.decide(reading, number, last.person if isinstance(last, Mention) else NOBODY)
        yield Decision(number, last)
    resolver.read_to(len(reading.story.words))


def _reading_end(reading: Reading, number: int) -> int:
    """Return the token up to which an article is read before a stretch is decided.

    That is the end of its paragraph; where that is one quotation, the end of the next one's first sentence.
    """
    story = reading.story
    token = story.quote_tokens[number]
    paragraph = story.paragraph_of[story.sentence_of[token]]
    sentences = story.paragraph_sentences[paragraph]
    end = story.sentence_tokens[sentences.end - 1].end
    only_quotation = sentences.end - sentences.start == 1 and all(
        bits & (QUOTED | PUNCTUATION) for bits in story.flags[story.sentence_tokens[sentences.start].start : end]
    )
    if not only_quotation or paragraph + 1 == len(story.paragraph_sentences):
        return end
    following = story.paragraph_sentences[paragraph + 1]
    return story.sentence_tokens[following.start].end if following.start < following.end else end


def options_for(reading: Reading, place: Place, mentions: Sequence[Mention]) -> Iterator[tuple[Candidate, Features]]:
    """Yield the candidates for a stretch that is speech, these mentions or nobody, with their features."""
    for mention in mentions:
        yield mention, features(reading, place, mention)
    yield UNKNOWN, unknown_features(reading, place)
