"""A pronoun that is to be resolved: what its place in the article tells about whom it stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kit.quotes import cues
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.person import fold
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import NOBODY, Discourse, asks

_SOURCES_BACK, _CITED_BACK = 6, 4
_REPLYING = frozenset(["answer", "reply", "respond", "retort"])
_BRACKETED = re.compile(r"[(\[]([^)\]\n]{1,60})[)\]]")
_NAMED_IN = 600  # characters of a quotation that are looked through for names


@dataclass(slots=True)
class Anaphor:
    """What the features of all its antecedents share."""

    mention: Mention
    sentence: int
    paragraph: int
    kind: str  # its gender, that of a description counts as m where nothing tells
    source: str  # f where it is the source of a frame
    last_quote: int  # token of the quotation before it, -1 where there is none
    question: str  # ? where the quotation that it may answer asks, . where it does not
    topic: int  # the first person named in its paragraph, or else in the paragraph before
    turns: dict[int, str]  # person → how many turns of other quotations ago
    asked: str  # does the last turn ask? "?", "." or, where there is none, "-"
    since_turn: int  # paragraphs since the last turn
    sources: list[int]  # of the last reporting words, latest last
    cited: list[int]  # the last people quoted, latest last
    chain: int | None  # whom the last pronoun of its gender stands for
    since_chain: int  # sentences since that pronoun, 9 where there is none
    governor: Frame | None  # the last reporting word before it in its sentence
    asked_first: bool  # "Asked whether Kim would go, she said"
    replies: bool  # he replied
    quoted: frozenset[str]  # words written large inside the quotation beside it


def anaphor_of(reading: Reading, mention: Mention, discourse: Discourse) -> Anaphor:
    """Return what tells whom a mention may stand for."""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    paragraph = story.paragraph_of[sentence]
    last_quote, question = -1, "-"
    position = reading.quote_before(mention.first)
    if position is not None:
        last_quote = story.quote_tokens[position]
        # “…,” he said: it is the quotation before this one that may have asked him
        question = (
            "?" if asks(reading, position - 1 if position and last_quote == mention.first - 1 else position) else "."
        )
    own = own_stretch(reading, position, sentence)
    place = mention.first if own is None else min(mention.first, story.quote_tokens[own])
    turns = discourse.last_turns(place)
    cited = [turn.person for turn in (*discourse.turns[-_CITED_BACK:], *discourse.expected[-_CITED_BACK:])]
    chain = discourse.last_pronoun.get(mention.gender)
    frames = [frame for frame in reading.frames_in.get(sentence, ()) if frame.last <= mention.first]
    return Anaphor(
        mention=mention,
        sentence=sentence,
        paragraph=paragraph,
        kind=mention.gender or "m",
        source="f" if mention in reading.frames_of else "-",
        last_quote=last_quote,
        question=question,
        topic=_topic(reading, mention, paragraph),
        turns={turn.person: str(ago) for ago, turn in reversed([*enumerate(turns)])},
        asked="-" if not turns else "?" if turns[0].asks else ".",
        since_turn=min(paragraph - story.paragraph_of[story.sentence_of[turns[0].token]], 3) if turns else 3,
        sources=discourse.sources[-_SOURCES_BACK:],
        cited=cited[-_CITED_BACK:],
        chain=None if chain is None else chain.person,
        since_chain=9 if chain is None else min(sentence - story.sentence_of[chain.first], 3),
        governor=frames[-1] if frames else None,
        replies=replies(reading, mention),
        asked_first=story.lower[story.sentence_tokens[sentence].start] in cues.EXAMINING,
        quoted=frozenset() if own is None else _large_words(reading, own),
    )


def replies(reading: Reading, mention: Mention) -> bool:
    """Is it the he of "he replied"?"""
    frames = reading.frames_of.get(mention)
    return frames is not None and not _REPLYING.isdisjoint([frame.lemma for frame in frames])


def _topic(reading: Reading, mention: Mention, paragraph: int) -> int:
    """Return the first person named in the mention's paragraph, or else in the paragraph before."""
    for number in (paragraph, paragraph - 1):
        topic = reading.topic_of(number) if number >= 0 else None
        if topic is not None and topic.first < mention.first:
            return topic.person
    return NOBODY


def own_stretch(reading: Reading, before: int | None, sentence: int) -> int | None:
    """Return the number of the stretch in a mention's sentence: the last one before it, else the next one."""
    story = reading.story
    following = 0 if before is None else before + 1
    for number in (before, following):
        if number is None or number == len(story.quote_tokens):
            continue
        if story.sentence_of[story.quote_tokens[number]] == sentence:
            return number
    return None


def explained_beside(reading: Reading, mention: Mention) -> frozenset[str]:
    """Return the words in brackets in the quotation beside a pronoun: lund for “We saw him (Lund) there,” he said."""
    number = own_stretch(reading, reading.quote_before(mention.first), reading.story.sentence_of[mention.first])
    if number is None:
        return frozenset()
    text, stretch = reading.text, reading.stretches[number]
    end = min(stretch.end, stretch.start + _NAMED_IN)
    if text.find("(", stretch.start, end) < 0 and text.find("[", stretch.start, end) < 0:
        return frozenset()
    return frozenset(fold(word) for each in _BRACKETED.findall(text, stretch.start, end) for word in each.split())


def _large_words(reading: Reading, number: int) -> frozenset[str]:
    stretch = reading.stretches[number]
    words = reading.text[stretch.start : min(stretch.end, stretch.start + _NAMED_IN)].split()
    large = [each.strip("()[]") for each in words if not each.islower()]
    return frozenset([fold(word) for word in large if word[:1].isupper()])
