"""One article, read: everything that finding speakers asks about, worked out once."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kit.models import Span
from kit.quotes import cues
from kit.quotes.parsing.captions import find_captions
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.frames import find_frames
from kit.quotes.parsing.gender import settle_genders
from kit.quotes.parsing.interviews import find_interviewee, question_paragraphs, unmarked_answers
from kit.quotes.parsing.likeness import likeness
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.mentions import find_mentions
from kit.quotes.parsing.names import role_start
from kit.quotes.parsing.narrative import DETERMINER, PREPOSITION, VERB, Narrative
from kit.quotes.parsing.people import group_people
from kit.quotes.parsing.person import Person
from kit.quotes.parsing.spans import Stretch, find_stretches
from kit.quotes.parsing.tokenizing import read_narrative
from kit.quotes.parsing.turns import find_turns
from kit.text.structure import paragraphs, unmarked

_PRESIDED = frozenset(["presided"])
_TOPIC_SENTENCES = 5  # where a paragraph names what it is about


@dataclass(slots=True)
class Reading:
    """The stages' results for one body, each with offsets into it or tokens of `story`."""

    text: str
    blocks: list[Span]
    stretches: list[Stretch]
    story: Narrative
    mentions: list[Mention]
    frames: list[Frame]
    people: list[Person]
    mentions_in: dict[int, list[Mention]]  # by sentence
    frames_in: dict[int, list[Frame]]
    frames_of: dict[Mention, list[Frame]]
    topics: dict[int, Mention | None]  # by paragraph, as far as asked for
    subjects: dict[int, Mention | None]  # by sentence, as far as asked for
    likenesses: dict[Person, int]  # the same for how like human beings people with a name are
    named: int  # so many of `people` have a name; those behind them are only described
    questions: frozenset[int]  # paragraphs in which an interviewer asks, above answers in marks
    answers: frozenset[int]  # paragraphs in which somebody answers without marks
    captions: dict[int, Mention]  # paragraph → the name that stands alone above its quotation
    turns: dict[int, Mention | None]  # paragraph of a transcript → the label of who speaks in it, if anybody is named
    interviewee: Mention | None  # who does, as far as the paragraphs before the first question tell
    examining: frozenset[int]  # sentences in which somebody is asked
    presiding: frozenset[int]  # in which somebody presides
    quoting: frozenset[int]  # sentences in which a quotation stands

    def topic_of(self, paragraph: int) -> Mention | None:
        """Return the first person or institution named in a paragraph, if that is early in it."""
        if paragraph not in self.topics:
            sentences = self.story.paragraph_sentences[paragraph]
            early = range(sentences.start, min(sentences.end, sentences.start + _TOPIC_SENTENCES))
            named = (
                mention
                for sentence in early
                for mention in self.mentions_in.get(sentence, ())
                if not (mention.place or mention.within) and (mention.kind == "name" or self._speaks_alone(mention))
            )
            self.topics[paragraph] = next(named, None)
        return self.topics[paragraph]

    def _speaks_alone(self, mention: Mention) -> bool:
        """Is it a description of one person who speaks: "a neighbour said"?"""
        return mention.kind == "nominal" and mention.gender != "p" and mention in self.frames_of

    def subject_of(self, sentence: int) -> Mention | None:
        """Return the first mention of a sentence that is no possessor and follows no preposition."""
        if sentence not in self.subjects:
            self.subjects[sentence] = self._first_free(self.mentions_in.get(sentence, ()))
        return self.subjects[sentence]

    def _first_free(self, mentions: Iterable[Mention]) -> Mention | None:
        for mention in mentions:
            if mention.within or self.story.possessive(mention.last):
                continue
            if not (self.behind_preposition(mention) or self.is_object(mention)):
                return mention
        return None

    def likeness_of(self, person: Person) -> int:
        """Return how like a human being somebody named is, 0 for who is only described."""
        if not person.named:
            return 0
        if person not in self.likenesses:
            self.likenesses[person] = likeness(person, self.story)
        return self.likenesses[person]

    def is_subject(self, mention: Mention) -> bool:
        """Is a mention the subject of its sentence or of a reporting word, as far as order shows?"""
        return mention in self.frames_of or self.subject_of(self.story.sentence_of[mention.first]) is mention

    def is_object(self, mention: Mention) -> bool:
        """Does a verb stand right before a mention that is nobody's subject: "papers that misquoted Kim"?"""
        before = mention.first - 1
        if before <= 0 or mention in self.frames_of:
            return False
        word, bits = self.story.lower[before], self.story.flags[before]
        return bool(bits & VERB and cues.VERB_SHAPES[word] != "base") or (not bits and word.endswith("ed"))

    def in_question(self, mention: Mention) -> bool:
        """Does an interviewer name somebody here? That is not who answers."""
        return bool(self.questions) and self.story.paragraph_of[self.story.sentence_of[mention.first]] in self.questions

    def how_asked(self, mention: Mention) -> str:
        """Return o for Kim in "she asked Kim", by in "asked by Kim", s in "Kim was asked", "Asked why, Kim"; or ""."""
        sentence = self.story.sentence_of[mention.first]
        if sentence not in self.examining:
            return ""
        lower = self.story.lower
        first = role_start(self.story, mention.first, self.story.sentence_tokens[sentence].start)
        if first > 1 and lower[first - 1] == "by" and lower[first - 2] in cues.EXAMINING:
            return "by"
        if first > 0 and lower[first - 1] in cues.EXAMINING:
            return "o"
        opens = self.story.sentence_tokens[sentence].start
        if lower[opens] in cues.EXAMINING and first > opens and lower[first - 1] == ",":
            return "s"  # "Asked by Kim whether he would go, Lund shrugged"
        behind = lower[mention.last : mention.last + 2]
        return "s" if len(behind) == 2 and behind[0] in ("was", "were", "is") and behind[1] in cues.EXAMINING else ""

    def presides(self, mention: Mention) -> bool:
        """Is it the Lund of "the court, presided over by Ana Lund", who is the judge?"""
        if self.story.sentence_of[mention.first] not in self.presiding:
            return False
        before = self.story.lower[max(0, mention.first - 5) : mention.first]
        return "presided" in before and before[before.index("presided") + 1 :][:2] == ["over", "by"]

    def behind_preposition(self, mention: Mention) -> bool:
        """Does a preposition stand before a mention and its role? But "For Kim, the mayor, it is late" is about Kim."""
        first = self.story.sentence_tokens[self.story.sentence_of[mention.first]].start
        start = role_start(self.story, mention.first, first) if mention.kind == "name" else mention.first
        if start > first + 1 and mention.kind == "name" and not self.story.flags[start - 1]:
            start -= 1  # in breakaway Elmcote
        if start > first and self.story.flags[start - 1] & DETERMINER:
            start -= 1
        if start == first + 1 and self.story.lower[first] == "for" and mention.kind == "name" and not mention.place:
            return self.story.lower[mention.last : mention.last + 1] != [","]
        return start > first and bool(self.story.flags[start - 1] & PREPOSITION)

    def has_quote(self, first: int, last: int) -> bool:
        """Does a quoted stretch stand among these tokens?"""
        tokens = self.story.quote_tokens
        position = bisect_left(tokens, first)
        return position < len(tokens) and tokens[position] < last

    def quote_before(self, token: int) -> int | None:
        """Return the number of the last stretch before a token."""
        position = bisect_left(self.story.quote_tokens, token) - 1
        return position if position >= 0 else None


def read(body: str) -> Reading:
    """Return the reading of an article's body."""
    text = unmarked(body)
    blocks = paragraphs(body)
    stretches = find_stretches(text, blocks)
    story = read_narrative(text, blocks, stretches)
    questions = question_paragraphs(body, blocks, stretches, story)
    mentions = find_mentions(story, text)
    frames = find_frames(story, text, mentions)
    people = group_people(mentions, story)
    sentence_of = story.sentence_of
    frames_in: dict[int, list[Frame]] = defaultdict(list)
    frames_of: dict[Mention, list[Frame]] = defaultdict(list)
    for frame in frames:
        frames_in[sentence_of[frame.cue]].append(frame)
        frames_of[frame.source].append(frame)
    mentions_in: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        mentions_in[sentence_of[mention.first]].append(mention)
    settle_genders(people, mentions_in, story, frames_of)
    answers = unmarked_answers(body, blocks)
    captions = find_captions(text, blocks, stretches, story, mentions_in)
    questions -= {paragraph - 1 for paragraph in captions}
    return Reading(
        text,
        blocks,
        stretches,
        story,
        mentions,
        frames,
        people,
        mentions_in,
        frames_in,
        frames_of,
        topics={},
        subjects={},
        likenesses={},
        named=len(people),
        questions=questions,
        answers=answers,
        captions=captions,
        turns=find_turns(text, blocks, story, frames) if text.count(":") > 1 else {},
        interviewee=find_interviewee(people, mentions, story, questions | answers),
        examining=story.sentences_with(cues.EXAMINING),
        presiding=story.sentences_with(_PRESIDED),
        quoting=frozenset([story.sentence_of[token] for token in story.quote_tokens]),
    )
