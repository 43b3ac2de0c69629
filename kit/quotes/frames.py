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
    label       Kim: …
    signature   “…” — Kim
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from kit.quotes import cues
from kit.quotes.mentions import Mention, describe, pronoun_at, _phrase_start
from kit.quotes.narrative import (
    ADVERB,
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    NUMBER,
    PERSON,
    PLURAL,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    VERB,
    Narrative,
)

_DASHES = frozenset(["-", "--", "---", "–", "—", "―", "~"])
_SIGNS = _DASHES | {"according", "per", ":"}
_COUNTED = frozenset(
    "all another both everyone former latter many neither nobody none one other others several some someone third three "
    "two".split()
)
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "’s"])
_AUX_CONTRACTIONS = frozenset(["'s", "’s", "'d", "’d", "'ve", "’ve", "'ll", "’ll"])


@dataclass(slots=True, eq=False)
class Frame:
    """A reporting word at token `cue` with its source; `first:last` are the tokens from one to the other."""

    cue: int
    lemma: str
    shape: str
    relation: str
    source: Mention
    first: int
    last: int
    passive: bool = False


class FrameFinder:
    """Finds the frames of one narrative; mentions that only a reporting verb shows are added to `mentions`."""

    def __init__(self, story: Narrative, text: str, mentions: list[Mention]) -> None:
        self.story = story
        self.text = text
        self.mentions = mentions
        self.by_start = {mention.first: mention for mention in mentions}
        self.by_end = {mention.last: mention for mention in mentions}
        self.added: list[Mention] = []

    def find(self) -> list[Frame]:
        """Return the frames in order of their reporting words."""
        frames: list[Frame] = []
        story = self.story
        for number, (first, last) in enumerate(story.sentence_tokens):
            here: list[Frame] = []
            for token in range(first, last):
                bits = story.flags[token]
                if bits & (VERB | CUE_NOUN) or story.lower[token] in _SIGNS:
                    frame = self._frame(token, first, last, here)
                    if frame is not None:
                        here.append(frame)
            frames.extend(here)
        self.mentions.extend(self.added)
        self.mentions.sort(key=lambda mention: (mention.first, mention.last))
        return frames

    def _frame(self, token: int, first: int, last: int, earlier: list[Frame]) -> Frame | None:
        story = self.story
        word = story.lower[token]
        bits = story.flags[token]
        if word in ("according", "per"):
            return self._according(token, last)
        if word == ":":
            return self._label(token, first)
        if word in _DASHES:
            return self._signature(token, first, last)
        if bits & VERB and (not bits & CAPITAL or token == first or story.flags[token - 1] & QUOTED):
            frame = self._verb(token, first, last, earlier)
            if frame is not None:
                return frame
        if bits & CUE_NOUN:
            return self._noun(token, first, last)
        return None

    def _according(self, token: int, last: int) -> Frame | None:
        after = token + 2 if self.story.lower[token] == "according" else token + 1
        if self.story.lower[token] == "according" and self.story.lower[token + 1 : token + 2] != ["to"]:
            return None
        source = self._phrase_at(after, last)
        if source is None:
            return None
        return Frame(token, "according", "", "according", source, token, source.last)

    def _label(self, token: int, first: int) -> Frame | None:
        """`KIM: …`, or `Kim (standing): …`, at the start of a paragraph."""
        source = self.by_end.get(token)
        if source is None or source.first != first:
            return None
        return Frame(token, ":", "", "label", source, first, token + 1)

    def _signature(self, token: int, first: int, last: int) -> Frame | None:
        """`“…” — Kim`, also in a paragraph of its own."""
        story = self.story
        alone = token == first and last - first < 16
        if not alone and not (token > first and story.flags[token - 1] & QUOTED):
            return None
        source = self.by_start.get(token + 1)
        if source is None or source.kind == "pronoun":
            return None
        return Frame(token, "—", "", "signature", source, token, source.last)

    # --- verbs -----------------------------------------------------------------------------------------------------

    def _verb(self, token: int, first: int, last: int, earlier: list[Frame]) -> Frame | None:
        story = self.story
        word = story.lower[token]
        lemma, shape = cues.VERBS[word], cues.VERB_SHAPES[word]
        before = token - 1
        if token > first:
            bits = story.flags[before]
            if bits & DETERMINER and not bits & (PLURAL | PERSON) and story.lower[before] not in _COUNTED or story.lower[before] in ("of", "for", "in", "on", "about"):
                return None
            if shape == "base" and token + 1 < last and self._qualifies_noun(token + 1):
                return None  # "press secretary", "demand notice"
            if shape == "base" and bits & PREPOSITION and story.lower[before] != "to":
                return None
        passive = False
        left = before
        while left >= first:
            bits, small = story.flags[left], story.lower[left]
            if bits & AUXILIARY and small != "to" or small in _AUX_CONTRACTIONS:
                passive = passive or (small in _BE and shape == "past")
            elif not (bits & ADVERB or small.endswith("ly") or (bits & CALENDAR and bits & CAPITAL)):
                if not (small in ("on", "in", "at", "last", "this", "next") and left + 1 < token and story.flags[left + 1] & CALENDAR):
                    break
            left -= 1
        if passive and story.lower[token + 1 : token + 2] == ["by"]:
            agent = self._phrase_at(token + 2, last)
            if agent is not None:
                return Frame(token, lemma, shape, "agent", agent, token, agent.last)
        relation, source = self._subject(token, left, first, last, shape, earlier)
        if source is None:
            return None
        start, end = min(source.first, token), max(source.last, token + 1)
        return Frame(token, lemma, shape, relation, source, start, end, passive)

    def _subject(
        self, token: int, left: int, first: int, last: int, shape: str, earlier: list[Frame]
    ) -> tuple[str, Mention | None]:
        """Return the relation and the source of a verb; `left` is the first word before it that is no adverb."""
        story = self.story
        word = story.lower[token]
        opening = left < first or story.flags[left] & QUOTED or story.lower[left] in (",", "—", "–", "--", "-", ";", ":")
        if shape == "ing" and left >= first and story.lower[left] == "as":
            quoted = self._quoted_as(left, first)
            return ("passive", quoted) if quoted else ("", None)
        if shape == "ing" and left >= first:
            source = self.by_end.get(left + 1)
            if source is not None and self._speaks_itself(source, first):
                return "subject", self._outermost(self._head_of(source, first))
            if source is not None or story.lower[left] == ",":
                return "participle", self._main_subject(source.first if source else token, first, earlier)
        elif left >= first:
            source = self.by_end.get(left + 1)
            if source is not None:
                return "subject", self._outermost(self._head_of(source, first))
            if story.flags[left] & PRONOUN and story.lower[left] in ("i", "we", "it", "who", "he", "she", "they"):
                if story.lower[left] == "who":
                    before = self._before_relative(left, first)
                    return ("relative", before) if before else ("", None)
                return "subject", self._add(pronoun_at(story, left))
            if story.lower[left] in _COUNTED:
                return "subject", self._add(describe(story, self.text, left, left, token))
            if left - 2 >= first and story.lower[left - 1] == "of" and story.lower[left - 2] in _COUNTED:
                return "subject", self._add(describe(story, self.text, left - 2, left - 2, token))  # one of them said
            if story.lower[left] == ",":
                apposed = self._before_apposition(left, first)
                if apposed is not None:
                    return "subject", apposed
        if opening and shape != "ing" and token - left <= 2:
            source = self._phrase_at(token + 1, last)
            if source is not None:
                return "inverted", source
        if left < first:
            if shape == "ing" and earlier:
                return "participle", earlier[-1].source
            return "", None
        if shape == "ing":
            return "participle", self._main_subject(token, first, earlier)
        if story.lower[left] == "to":
            return "infinitive", self._main_subject(left, first, earlier)
        if story.lower[left] in ("and", "but", "then", "or"):
            return "joined", self._main_subject(left, first, earlier)
        if story.flags[left] & (QUOTED | PUNCTUATION | FUNCTION | CAPITAL | NUMBER):
            far = self._nearest_before(left, first)
            return ("distant", far) if far else ("", None)
        if story.flags[left] & VERB and shape != "past" and not self._is_noun(left, first):
            return "", None
        if word in cues.NOUNS and shape in ("base", "s"):
            return "", None  # "emotional debates about": a noun, as far as anybody can tell
        # any noun: "Polling showed", "a dock worker with a red cap said"
        return "subject", self._noun_phrase_to(left, first)

    def _qualifies_noun(self, token: int) -> bool:
        bits = self.story.flags[token]
        return bool(bits & (PERSON | INSTITUTION)) and not bits & (DETERMINER | CAPITAL | PLURAL)

    def _is_noun(self, token: int, first: int) -> bool:
        """Is the word that could be a verb a noun here: "the brief says"?"""
        return token > first and bool(self.story.flags[token - 1] & DETERMINER)

    def _speaks_itself(self, source: Mention, first: int) -> bool:
        """Does the participle behind it belong to this mention: "with Kim saying", "a letter stating"?"""
        before = self.story.lower[source.first - 1] if source.first > first else ""
        if before in ("with", "by", "from", ",") or source.first == first:
            return True
        return source.kind == "nominal" and bool(self.story.flags[source.head] & (CUE_NOUN | INSTITUTION))

    def _head_of(self, source: Mention, first: int) -> Mention:
        """Return Bush for Florida in "Bush of Florida"; the mention itself where no preposition stands before it."""
        for _ in range(3):
            before = source.first - 1
            if before > first and self.story.lower[before] == "the":
                before -= 1
            if before <= first or self.story.lower[before] not in ("of", "for", "at", "from", "in", "with", "on", "about"):
                return source
            whole = self.by_end.get(before)
            if whole is None:
                return source
            source = whole
        return source

    def _outermost(self, source: Mention) -> Mention:
        """Return the name where the mention is the description beside it, or stands in that."""
        return source.described or source

    def _near(self, token: int, count: int) -> list[Mention]:
        position = bisect_left(self.mentions, token, key=lambda mention: mention.first)
        return self.mentions[max(0, position - count) : position]

    def _before_apposition(self, comma: int, first: int) -> Mention | None:
        """Return X in "X, a teacher in the north, said" and "X, who lives there, said", else what ends at the comma."""
        story = self.story
        last_resort: Mention | None = None
        for mention in reversed(self._near(comma, 10)):
            if mention.first < first or comma - mention.last > 40:
                break
            if mention.last == comma:
                last_resort = self._outermost(self._head_of(mention, first))
                continue
            if mention.within or story.lower[mention.last] != ",":
                continue
            if mention.first > first and story.flags[mention.first - 1] & PREPOSITION:
                continue
            bits = story.flags[mention.last + 1]
            if not bits & (CAPITAL | CONJUNCTION) or bits & PERSON or story.lower[mention.last + 1] in ("who", "whose"):
                return mention
        return last_resort

    def _before_relative(self, who: int, first: int) -> Mention | None:
        """Return X in "X who said", "X, who said" and "X, a teacher, who said"."""
        if who > first and self.story.lower[who - 1] == ",":
            return self._before_apposition(who - 1, first)
        source = self.by_end.get(who)
        if source is not None:
            return self._outermost(self._head_of(source, first))
        return next((each for each in reversed(self._near(who, 3)) if each.first >= first and not each.within), None)

    def _quoted_as(self, as_token: int, first: int) -> Mention | None:
        """Return X in "X was quoted as saying" and "the paper quoted X as saying"."""
        story = self.story
        for token in range(as_token - 1, max(first, as_token - 16) - 1, -1):
            if story.lower[token] in ("quoted", "cited", "reported", "recorded", "heard"):
                for mention in reversed(self._near(token, 4)):
                    if mention.first >= first and story.flags[token - 1] & AUXILIARY and not mention.within:
                        return mention
                return self._phrase_at(token + 1, as_token)
        return None

    def _main_subject(self, token: int, first: int, earlier: list[Frame]) -> Mention | None:
        """Return the source of the frame before, else the first mention of the sentence that follows no preposition."""
        for frame in reversed(earlier):
            if frame.relation != "label" and frame.cue < token:
                return frame.source
        story = self.story
        position = bisect_left(self.mentions, first, key=lambda mention: mention.first)
        fallback: Mention | None = None
        while position < len(self.mentions) and self.mentions[position].first < token:
            mention = self.mentions[position]
            position += 1
            if mention.within:
                continue
            if mention.first == first or not story.flags[mention.first - 1] & (PREPOSITION | DETERMINER):
                if mention.last < len(story.lower) and story.lower[mention.last] not in _POSSESSIVES:
                    return mention
            fallback = fallback or mention
        return fallback

    def _nearest_before(self, token: int, first: int) -> Mention | None:
        """Return the nearest mention before a token with no verb between them."""
        story = self.story
        for mention in reversed(self._near(token, 5)):
            if mention.first < first or token - mention.last > 14:
                return None
            if any(story.flags[i] & QUOTED for i in range(mention.last, token)):
                return None
            if mention.within or (mention.first > first and story.flags[mention.first - 1] & PREPOSITION):
                continue
            return mention
        return None

    def _noun_phrase_to(self, head: int, first: int) -> Mention | None:
        """Return the noun phrase that ends at `head`; what stands with a preposition belongs to the noun before."""
        story = self.story
        start = _phrase_start(story, head, first)
        steps = 0
        while start > first and story.lower[start - 1] in ("of", "for", "at", "from", "with", "in", "by") and steps < 3:
            inner = self.by_end.get(start - 1)
            if inner is not None:
                return self._outermost(inner)
            if story.flags[start - 2] & (FUNCTION | PUNCTUATION | QUOTED) or start - 2 < first:
                break
            head = start - 2
            start = _phrase_start(story, head, first)
            steps += 1
        if story.flags[head] & (FUNCTION | PUNCTUATION | QUOTED):
            return None
        known = self.by_start.get(start)
        if known is not None and known.last == head + 1:
            return known
        return self._add(describe(story, self.text, start, head, story.sentence_tokens[story.sentence_of[head]].end))

    def _phrase_at(self, token: int, last: int) -> Mention | None:
        """Return the mention or noun phrase that begins at `token`, or a little behind it at the name it describes."""
        story = self.story
        if token >= last:
            return None
        position = bisect_left(self.mentions, token, key=lambda mention: mention.first)
        while position < len(self.mentions) and self.mentions[position].first < min(last, token + 9):
            mention = self.mentions[position]
            gap = range(token, mention.first)
            if any(story.flags[i] & (QUOTED | PUNCTUATION | VERB | AUXILIARY | CONJUNCTION | PREPOSITION) and story.lower[i] not in _POSSESSIVES for i in gap):
                break
            if mention.kind == "name" and mention.last < last and story.lower[mention.last] in _POSSESSIVES:
                position += 1
                continue
            if not mention.within or mention.described is not None:
                return self._outermost(mention)
            position += 1
        bits = story.flags[token]
        if bits & PRONOUN and story.lower[token] in ("i", "we", "it", "he", "she", "they"):
            return self._add(pronoun_at(story, token))
        if not bits & (DETERMINER | CAPITAL) and (bits & (FUNCTION | PUNCTUATION | QUOTED | VERB)):
            return None
        head = token
        while head + 1 < last and not story.flags[head + 1] & (FUNCTION | PUNCTUATION | QUOTED | VERB | CALENDAR):
            head += 1
        if story.flags[head] & (FUNCTION | NUMBER):
            return None
        return self._add(describe(story, self.text, token, head, last))

    def _add(self, mention: Mention) -> Mention:
        known = self.by_start.get(mention.first)
        if known is not None and known.last == mention.last:
            return known
        self.by_start[mention.first] = mention
        self.by_end[mention.last] = mention
        self.added.append(mention)
        return mention

    # --- nouns -----------------------------------------------------------------------------------------------------

    def _noun(self, token: int, first: int, last: int) -> Frame | None:
        """`Kim's angry vow`, `her vow`, `a statement by Kim`."""
        story = self.story
        word = story.lower[token]
        for left in range(token - 1, max(first, token - 5) - 1, -1):
            bits, small = story.flags[left], story.lower[left]
            if small in _POSSESSIVES:
                owner = self.by_end.get(left)
                if owner is None:
                    return None
                return Frame(token, word, "noun", "owner", owner, owner.first, token + 1)
            if bits & PRONOUN and small in ("his", "her", "their", "its", "my", "our"):
                source = self._add(pronoun_at(story, left))
                return Frame(token, word, "noun", "owner", source, left, token + 1)
            if bits & (FUNCTION | PUNCTUATION | QUOTED):
                break
        makers = ("by", "from", "of") if token - 2 >= first and story.lower[token - 2] == "in" else ("by", "from")
        if token + 2 < last and story.lower[token + 1] in makers:
            maker = self._phrase_at(token + 2, last)
            if maker is not None:
                return Frame(token, word, "noun", "maker", maker, token, maker.last)
        return None


def find_frames(story: Narrative, text: str, mentions: list[Mention]) -> list[Frame]:
    """Return the frames of a narrative in order; mentions found only through them are put into `mentions`."""
    return FrameFinder(story, text, mentions).find()
