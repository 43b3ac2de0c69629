"""Frames: a reporting word and the mention that is its source, as the grammar of the sentence shows it.

Accepted, with the relation's name:

    subject     Kim said / Kim, the minister, said / Kim later told
    joined      Kim shrugged and said
    participle  Kim left, adding that / in a letter, Kim wrote, urging
    infinitive  Kim went on to say
    inverted    “…” said Kim
    passive     Kim was quoted as saying / was told (flagged by the verb)
    according   according to Kim / per Kim
    owner       Kim's claim / her vow
    maker       a statement by Kim / a letter from Kim / in the words of Kim
    agent       was told by Kim
    inside      Kim “denied everything”: the verb is in the marks
    label       Kim: …
    signature   “…” — Kim
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter

from kit.quotes import cues
from kit.quotes.parsing.asides import aside_start
from kit.quotes.parsing.brackets import closing_bracket
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention, pronoun_at
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CAPITAL,
    CUE_NOUN,
    CUE_SIGN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    PERSON,
    PLURAL,
    POSSESSIVES,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    VERB,
    Narrative,
)
from kit.quotes.parsing.subjects import Subjects
from kit.quotes.parsing.turns import labelled

_MOST_FRAMES = 20  # in one sentence
_LONGEST_LABEL = 8  # mentions
_SPEAKERS = PERSON | INSTITUTION | CUE_NOUN
_FIRST_VERB = re.compile(r"\W{1,4}(?:[a-z]+ly )?([a-z]+)\b")
_SINGULAR = frozenset(["one", "another", "each", "everybody", "everyone", "neither", "nobody", "none", "someone"])
_HEARD = frozenset(["inform", "read", "remind", "tell"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "’s"])
_NAMED = frozenset(["anonymous", "identified", "named", "quoted"])
_AUX_CONTRACTIONS = frozenset(["'s", "’s", "'d", "’d", "'ve", "’ve", "'ll", "’ll"])


class FrameFinder:
    """Finds the frames of one narrative; mentions that only a reporting word shows are put into `mentions`."""

    def __init__(self, story: Narrative, text: str, mentions: list[Mention]) -> None:
        self.story = story
        self.text = text
        self.mentions = mentions
        self.sources = Subjects(story, text, mentions)

    def find(self) -> list[Frame]:
        """Return the frames in order of their reporting words."""
        story = self.story
        frames: list[Frame] = []
        here: list[Frame] = []  # of one sentence
        first = end = 0  # of that
        for token in story.reporting:
            if token >= end:
                frames.extend(here)
                here = []
                first, end = story.sentence_tokens[story.sentence_of[token]]
            if len(here) == _MOST_FRAMES:
                continue
            if not story.flags[token] & QUOTED:
                frame = self._frame(token, first, end, here)
            elif token == first:
                frame = self._unknown_verb(token, end)
            else:
                frame = self._verb_inside(token, first, here)
            if frame is not None:
                here.append(frame)
        frames.extend(here)
        self.mentions.extend(self.sources.made)
        self.mentions.sort(key=attrgetter("first", "last"))
        return frames

    def _frame(self, token: int, first: int, last: int, earlier: list[Frame]) -> Frame | None:
        story = self.story
        bits = story.flags[token]
        if bits & CUE_SIGN:
            return self._sign(token, first, last)
        if bits & CUE_NOUN and self._is_cry(token, last):
            return self._noun(token, first, last)
        if bits & VERB and (not bits & CAPITAL or token == first or story.flags[token - 1] & QUOTED):
            frame = self._verb(token, first, last, earlier)
            if frame is not None:
                return frame
        if bits & CUE_NOUN:
            frame = self._noun(token, first, last)
            return frame and self._in_words(frame, first)
        return None

    def _is_cry(self, token: int, last: int) -> bool:
        """Is it the shouts of "and shouts of “…”", which could be a verb?"""
        story = self.story
        if cues.VERBS.get(story.lower[token]) not in cues.CRYING or cues.VERB_SHAPES[story.lower[token]] == "ing":
            return False
        return token + 2 < last and story.lower[token + 1] == "of" and bool(story.flags[token + 2] & QUOTED)

    def _sign(self, token: int, first: int, last: int) -> Frame | None:
        word = self.story.lower[token]
        if word == ":":
            return self._label(token, first)
        if word == "by":
            return self._coined(token, first, last)
        if word in cues.DASHES:
            return self._signature(token, first, last)
        return self._according(token, first, last)

    def _according(self, token: int, first: int, last: int) -> Frame | None:
        per = self.story.lower[token] == "per"
        after = token + 1 if per else token + 2
        if not per and self.story.lower[token + 1 : after] != ["to"]:
            return None
        if per and after < last and not self.story.flags[after] & (CAPITAL | DETERMINER):
            return None  # 8 per cent
        named = self.sources.by_start.get(token)
        if self.story.flags[token] & CAPITAL and (token > first or (named is not None and named.kind == "name")):
            return None  # Per Lund
        source = self.sources.phrase_at(after, last)
        if source is None and self.story.lower[after : after + 1] == ["her"]:
            alone = after + 1 == last or self.story.flags[after + 1] & (PUNCTUATION | QUOTED)
            source = self.sources.added(pronoun_at(self.story, after)) if alone else None
        if source is None:
            return None
        return Frame(token, "according", "", "according", source, token, source.last)

    def _label(self, token: int, first: int) -> Frame | None:
        """`KIM: …` or `Kim (standing): …` at the start of a sentence, `Polls were wrong - Kim: …` behind a dash."""
        source = self.sources.by_end.get(token)
        start = first if source is None else self.sources.start_of(source, first)
        behind_dash = source is not None and source.kind == "name" and self.story.lower[start - 1] in cues.DASHES
        if source is None or (start != first and not behind_dash):
            start, source = first, labelled(self.story, self.sources.near(token, _LONGEST_LABEL), first, token)
        return None if source is None else Frame(token, ":", "", "label", source, start, token + 1)

    def _signature(self, token: int, first: int, last: int) -> Frame | None:
        """`“…” — Kim`, also in a paragraph of its own."""
        story = self.story
        alone = token == first and last - first < 16
        if not alone and not (token > first and story.flags[token - 1] & QUOTED):
            return None
        source = self.sources.by_start.get(token + 1)
        if source is not None and source.within:
            source = self.sources.phrase_at(token + 1, last)  # — Oslo mayor Ana Lund
        if source is None or source.kind == "pronoun":
            return None
        return Frame(token, "—", "", "signature", source, token, source.last)

    def _quotes_somebody(self, token: int, last: int) -> bool:
        """Is it the verb of "quotes him as saying"?"""
        following = self.story.lower[token + 1 : min(token + 9, last)]
        return any(word == "as" and after.endswith("ing") for word, after in pairwise(following))

    def _verb_inside(self, token: int, first: int, earlier: list[Frame]) -> Frame | None:
        """`the two sides “reaffirmed their friendship” and “stressed the need to talk”`: the verb is in the marks."""
        story, sources = self.story, self.sources
        joined = story.lower[token - 1] == "and" and earlier and earlier[-1].relation == "inside"
        if not joined and story.flags[token - 1] & (FUNCTION | PUNCTUATION | QUOTED | VERB):
            return None
        opening = _FIRST_VERB.match(self.text, story.starts[token])
        if opening is None or cues.VERB_SHAPES.get(opening[1]) not in ("past", "s"):
            return None
        source = earlier[-1].source if joined else sources.by_end.get(token) or sources.noun_phrase_to(token - 1, first)
        if source is None:
            return None
        source = sources.outermost(sources.head_of(source, first))
        if story.lower[source.first - 1 : source.first] in (["of"], ["as"]):
            return None
        return Frame(token, cues.VERBS[opening[1]], "past", "inside", source, source.first, token)

    def _unknown_verb(self, token: int, last: int) -> Frame | None:
        """`“…,” the Speaker guided.`: what somebody does right behind a sentence's first words is saying them."""
        story = self.story
        after = token + 1 + (story.lower[token + 1 : token + 2] == [","])
        source = self.sources.by_start.get(after)
        if source is None or source.last >= last or source.within:
            return None
        verb, behind = source.last, source.last + 1
        unknown = not story.flags[verb] & (VERB | FUNCTION | CAPITAL | PERSON) and story.lower[verb].endswith("ed")
        closes = behind == last or story.flags[behind] & PREPOSITION or story.lower[behind] == "."
        if not (unknown and closes):
            return None
        inside = self.text[story.starts[after] - 6 : story.starts[after]].rstrip(" \n*_")[:-1]
        if after == token + 1 and not inside.endswith((",", "?", "!")):
            return None
        return Frame(verb, "say", "past", "subject", source, source.first, behind)

    def _coined(self, token: int, first: int, last: int) -> Frame | None:
        """`greeted as “…” by Kim`."""
        if token == first or not self.story.flags[token - 1] & QUOTED:
            return None
        source = self.sources.phrase_at(token + 1, last)
        speaks = _SPEAKERS if source is not None and source.kind == "nominal" else ~0
        if source is None or not self.story.flags[source.head] & speaks:
            return None  # "by any measure", "by forcing them"
        return Frame(token, "by", "", "agent", source, token, source.last)

    def _verb(self, token: int, first: int, last: int, earlier: list[Frame]) -> Frame | None:
        story = self.story
        lower, flags = story.lower, story.flags
        word = lower[token]
        lemma, shape = cues.VERBS[word], cues.VERB_SHAPES[word]
        if token > first and self._is_no_verb(token, first, last):
            return None
        if lemma in {"quote", "cite"}:  # its subject passes on the words of another one
            if self._quotes_somebody(token, last):
                return None
            quoted = self.sources.by_start.get(token + 1)
            if quoted is not None and quoted.kind == "name" and lower[quoted.last : quoted.last + 1] == [":"]:
                return Frame(token, lemma, shape, "passive", quoted, token, quoted.last)
        if lemma == "read" and self.sources.is_read_out(token, last):
            return None  # a letter says nothing by being read by somebody
        passive, finite = False, shape
        left = token - 1
        while left >= first:
            bits, small = flags[left], lower[left]
            if (bits & AUXILIARY and small != "to") or small in _AUX_CONTRACTIONS:
                if small in _BE and shape == "base":
                    return None  # "five men were present"
                passive = passive or (small in _BE and shape == "past")
                finite = "s" if small in _BE and shape == "ing" else finite  # Kim was saying
            else:
                start = aside_start(story, left, first)
                if start is None:
                    break
                left = start
            left -= 1
        if shape == "past" and token + 1 < last and lower[token + 1] == "by" and lemma not in {"quote", "cite"}:
            agent = self.sources.phrase_at(token + 2, last)
            if agent is not None and (passive or self._says_what(agent.last, last)):
                return Frame(token, lemma, shape, "agent", agent, token, agent.last)
        if passive and lemma in _HEARD:
            return None  # who "was told" listens, and what "was read" says nothing by that
        relation, source = self.sources.subject(token, left, first, last, finite, earlier)
        if source is None or (relation in ("relative", "participle") and self._keeps_name_back(token, lemma)):
            return None
        start, end = self.sources.start_of(source, first), source.last
        start, end = start if start < token else token, end if end > token else token + 1
        return Frame(token, lemma, shape, relation, source, start, end, passive)

    def _is_no_verb(self, token: int, first: int, last: int) -> bool:
        """Does what stands around show that it is none: "the say", "by vote", "Kim's blog post", "press secretary"?"""
        story = self.story
        lower, flags = story.lower, story.flags
        word, shape, before = lower[token], cues.VERB_SHAPES[lower[token]], token - 1
        bits, small = flags[before], lower[before]
        if (
            bits & DETERMINER
            and not bits & (PLURAL | PERSON)
            and small not in cues.COUNTED
            and not (small == "that" and before > first and flags[before - 1] & CUE_NOUN)
        ):
            return True
        if bits & PREPOSITION:
            if small in {"of", "in", "on", "about"} or (small == "for" and shape != "ing"):  # blamed for saying
                return True
            if (shape == "base" and small != "to") or (shape == "s" and flags[token] & CUE_NOUN):
                return True  # "by vote", "to cheers"
        if shape == "base":
            if small in _SINGULAR or self._is_owned_noun(token, first):
                return True  # "at one point", "Kim's blog post"
            if token + 1 < last and self._qualifies_noun(token + 1):
                return True  # "press secretary", "demand notice"
        elif shape == "s" and small in POSSESSIVES:
            return True  # "the port's shares"
        if shape != "past" and story.words[before] in cues.PLATFORMS and word in cues.NOUNS:
            return True  # "a WhatsApp message"
        return word == "back" and small in cues.IRREGULAR_PASTS  # "came back"

    def _keeps_name_back(self, token: int, lemma: str) -> bool:
        """Is it the asked of "who asked not to be named", the spoke of "who spoke on condition of anonymity"?"""
        behind = self.story.lower[token + 1 : token + 8]
        if lemma == "speak":
            return "anonymity" in behind
        return behind[:1] in (["not"], ["to"]) and not _NAMED.isdisjoint(behind[:4])

    def _says_what(self, token: int, last: int) -> bool:
        """Do words in marks follow in "a plan hailed by residents as “…”"?"""
        token += token < last and self.story.lower[token] == "as"
        return token < last and bool(self.story.flags[token] & QUOTED)

    def _is_owned_noun(self, token: int, first: int) -> bool:
        """Is it the post of "Kim's blog post", not the say of "Kim's critics say"?"""
        story = self.story
        if story.lower[token] not in cues.NOUNS or story.flags[token - 1] & (PLURAL | FUNCTION | PUNCTUATION | QUOTED):
            return False
        return any(story.lower[left] in POSSESSIVES for left in range(max(first, token - 3), token))

    def _qualifies_noun(self, token: int) -> bool:
        bits = self.story.flags[token]
        return bool(bits & (PERSON | INSTITUTION)) and not bits & (DETERMINER | CAPITAL | PLURAL)

    def _noun(self, token: int, first: int, last: int) -> Frame | None:
        """`Kim's angry vow`, `her vow`, `a statement by Kim`."""
        story = self.story
        word = story.lower[token]
        for left in range(token - 1, max(first, token - 5) - 1, -1):
            bits, small = story.flags[left], story.lower[left]
            if small in POSSESSIVES:
                owner = self.sources.by_end.get(left)
                if owner is None:
                    return None
                return Frame(token, word, "noun", "owner", owner, owner.first, token + 1)
            if bits & PRONOUN and small in ("his", "her", "their", "its", "my", "our"):
                source = self.sources.added(pronoun_at(story, left))
                return Frame(token, word, "noun", "owner", source, left, token + 1)
            if bits & (FUNCTION | PUNCTUATION | QUOTED):
                break
        makers = ("by", "from", "of") if token - 2 >= first and story.lower[token - 2] == "in" else ("by", "from")
        if token + 2 < last and story.lower[token + 1] in makers:
            maker = self.sources.phrase_at(token + 2, last)
            if maker is not None:
                return Frame(token, word, "noun", "maker", maker, token, maker.last)
        if token + 3 < last and story.lower[token + 1] == "of" and story.flags[token + 2] & QUOTED:
            behind = closing_bracket(story, token + 3, last)  # cries of “Vai!” (Go!) from the crowd
            after = token + 3 if behind is None else behind + 1
            if after < last and story.lower[after] in ("by", "from"):
                maker = self.sources.phrase_at(after + 1, last)
                if maker is not None:
                    return Frame(token, word, "noun", "maker", maker, token, maker.last)
        return None

    def _in_words(self, frame: Frame, first: int) -> Frame:
        """Return "in Kim's words" and "in the words of Kim" as "according to Kim", any other noun as it is."""
        start = min(self.sources.start_of(frame.source, first), frame.cue)
        start -= start > first and bool(self.story.flags[start - 1] & DETERMINER)
        if frame.lemma != "words" or start == first or self.story.lower[start - 1] != "in":
            return frame
        return Frame(frame.cue, "according", "", "according", frame.source, start - 1, frame.last)


def find_frames(story: Narrative, text: str, mentions: list[Mention]) -> list[Frame]:
    """Return the frames of a narrative in order; mentions found only through them are put into `mentions`."""
    return FrameFinder(story, text, mentions).find()
