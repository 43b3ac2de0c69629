"""What a reader keeps in mind of an article read so far: who was mentioned last, and whose turn it was to speak."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from kit.quotes import cues
from kit.quotes.attributing.candidates import token_class
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.lands import LANDS

NOBODY = -1
_NOTHING: frozenset[str] = frozenset()
_MOST_NOUNS = 20  # that one person is called by; more are nonsense
_MENTIONS_BETWEEN = 20  # at most, from one pronoun to the next that carries it on
_TURNS_BACK, _CHANGES = 20, 3  # how far back turns are looked at, and how many changes of speaker


class Standing(NamedTuple):
    """How a mention stands in its sentence: what its features share, whatever is asked to stand for its person."""

    subject: str  # s where it is the subject of its sentence, as far as order shows; else o
    opens: str  # F where it is the subject and no frame's source tells so
    possessor: bool
    behind_preposition: bool
    before: str  # class of the token before it
    asks: bool  # the source of a question: "Kim asked whether"
    new: bool  # the first mention of that person
    asked: str  # o for whom somebody asks, s for who was asked, by for who asks: "questioned by Kim"; else ""


class Turn(NamedTuple):
    """One quotation whose speaker is known: the token where it stands, who said it, and whether it asks."""

    token: int
    person: int
    asks: bool


@dataclass(slots=True)
class Discourse:
    """The mentions and quotations before the place that is being read, in order, as places in `reading.people`.

    `turns` holds what was decided; of the paragraph being read, whose quotations are still to be decided, `expected`
    holds what its reporting words say.
    """

    recent: list[Mention] = field(default_factory=list)  # mentions that stand for somebody, latest last
    people: dict[int, None] = field(default_factory=dict)  # whom with a name they stand for, the last one met last
    institutions: dict[int, None] = field(default_factory=dict)  # the same for institutions
    sources: list[int] = field(default_factory=list)  # of reporting words, latest last
    described: dict[str, int] = field(default_factory=dict)  # head noun → the last person described with it
    unnamed: dict[str, list[int]] = field(default_factory=dict)  # head noun → everybody new described with it
    called: dict[int, set[str]] = field(default_factory=dict)  # named person → head nouns of descriptions
    lands: dict[int, set[str]] = field(default_factory=dict)  # named person → whose they are: Norway's Karl Lund
    nouns: dict[str, set[int]] = field(default_factory=dict)  # noun → who was called so, or is so by role or name
    named: dict[int, int] = field(default_factory=lambda: defaultdict(int))  # how often each person was named
    turns: list[Turn] = field(default_factory=list)
    expected: list[Turn] = field(default_factory=list)
    last_pronoun: dict[str, Mention] = field(default_factory=dict)  # gender → the last pronoun that stands for somebody
    protagonist: Mention | None = None  # the last mention of the first one met with a name
    standings: dict[Mention, Standing] = field(default_factory=dict)  # as far as asked for

    def meet(self, reading: Reading, mention: Mention, *, turned_to: bool = False) -> None:
        """Keep a mention whose person is known by now; who speaks or is turned to there is no he or she soon after."""
        if not turned_to:
            self.recent.append(mention)
        number = mention.person
        person = reading.people[number]
        if person.named:
            order = self.institutions if person.organisation else self.people
            if number in order:
                del order[number]
            else:
                for noun in person.nouns:
                    self.nouns.setdefault(noun, set()).add(number)
            order[number] = None
            if self.protagonist is None:
                if not person.organisation and reading.likeness_of(person) > 0:
                    self.protagonist = mention
            elif self.protagonist.person == number:
                self.protagonist = mention
        if mention.kind == "pronoun":
            self.last_pronoun[mention.gender] = mention
        frames = reading.frames_of.get(mention)
        if frames:
            self.sources.append(number)
            for frame in frames:
                if reading.has_quote(frame.first - 2, frame.last + 2):
                    self.expected.append(Turn(frame.first, number, _asks_before(reading, frame)))

    def standing(self, reading: Reading, mention: Mention) -> Standing:
        """Return how a mention met before stands in its sentence; most are never asked."""
        standing = self.standings.get(mention)
        if standing is None:
            standing = self.standings[mention] = _standing_of(reading, mention)
        return standing

    def call(self, person: int, head: str) -> None:
        """Keep the head noun of a description that somebody with a name was given."""
        nouns = self.called.setdefault(person, set())
        if len(nouns) < _MOST_NOUNS:
            nouns.add(head)
            self.nouns.setdefault(head, set()).add(person)

    def decide(self, reading: Reading, number: int, person: int) -> None:
        """Keep who was found to have said stretch `number`; NOBODY where that is not known."""
        story = reading.story
        token = story.quote_tokens[number]
        self.turns.append(Turn(token, person, asks(reading, number)))
        if self.expected:
            _, end = story.paragraph_tokens(story.paragraph_at(token))
            self.expected = [turn for turn in self.expected if turn.token >= end]

    def carried_on(self, reading: Reading, pronoun: Mention) -> int:
        """Return whom the last pronoun of this gender stands for, if nobody else whom it could mean was met since.

        "He sat down and said he was tired" and whatever he does in the next paragraph; else NOBODY.
        """
        last = self.last_pronoun.get(pronoun.gender)
        story = reading.story
        if last is None or story.paragraph_at(pronoun.first) - story.paragraph_at(last.first) > 1:
            return NOBODY
        number = last.person
        for earlier in reversed(self.recent[-_MENTIONS_BETWEEN:]):
            if earlier is last:
                return number
            person = reading.people[earlier.person]
            if earlier.person != number and not person.organisation and person.gender in ("", pronoun.gender):
                return NOBODY
        return NOBODY

    def told_of(self, person: int) -> Set[str]:
        """Return the nouns that somebody was called by, and whose he or she is: {player, norway}."""
        called, lands = self.called.get(person, _NOTHING), self.lands.get(person)
        return called | lands if lands else called

    def come_from(self, person: int, words: Iterable[str]) -> None:
        """Keep that somebody is Norway's, or a Norwegian pilot, where these words name a land; each is of one land."""
        for word in words:
            if word in LANDS:
                self.lands.setdefault(person, {word})

    def last_turns(self, token: int) -> list[Turn]:
        """Return the last turns before a token, latest first, one for each change of speaker."""
        found: list[Turn] = []
        for turn in (*reversed(self.expected[-_TURNS_BACK:]), *reversed(self.turns[-_TURNS_BACK:])):
            if turn.token < token and turn.person != NOBODY and (not found or found[-1].person != turn.person):
                found.append(turn)
                if len(found) == _CHANGES:
                    break
        return found


def _standing_of(reading: Reading, mention: Mention) -> Standing:
    story = reading.story
    sentence = story.sentence_of[mention.first]
    frames = reading.frames_of.get(mention, ())
    leads = reading.subject_of(sentence) is mention
    first, last = story.sentence_tokens[sentence]
    return Standing(
        "s" if frames or leads else "o",
        "F" if leads else "-",
        story.possessive(mention.last),
        reading.behind_preposition(mention),
        token_class(reading, mention.first - 1, first, last),
        bool(frames) and any(frame.lemma in cues.ASKING for frame in frames),
        reading.people[mention.person].mentions[0] is mention,
        reading.how_asked(mention),
    )


def asks(reading: Reading, number: int) -> bool:
    """Does a stretch end with a question mark?"""
    return reading.text[reading.stretches[number].end - 1] == "?"


def _asks_before(reading: Reading, frame: Frame) -> bool:
    """Does a question stand right before a reporting word and its source?"""
    number = reading.quote_before(frame.first)
    return number is not None and reading.story.quote_tokens[number] == frame.first - 1 and asks(reading, number)
