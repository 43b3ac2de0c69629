"""The subject of a reporting verb: who or what stands before it, behind it, or is taken over from another clause."""

from __future__ import annotations

from kit.quotes import cues
from kit.quotes.parsing.descriptions import NUMERALS, describe, phrase_end, phrase_start
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention, pronoun_at
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CAPITAL,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    NUMBER,
    POSSESSIVES,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    VERB,
)
from kit.quotes.parsing.noun_phrases import OBJECTS
from kit.quotes.parsing.sources import Sources

Found = tuple[str, Mention | None]  # a relation and the source; "" and None where a word has no subject

_NONE: Found = ("", None)
_OPENING = frozenset([",", "—", "–", "--", "-", ";", ":"])
_NOMINATIVE = frozenset(["he", "i", "she", "they", "we"])
_SUBJECTS, _OBJECTS = _NOMINATIVE | {"it"}, frozenset(["her", "him", "them", "you"])
_TO_WHOM = frozenset(["by", "from", "in", "of", "to", "with"])
_ALWAYS_TELLING = frozenset(
    ["brief", "convince", "inform", "notify", "persuade", "tell"]
)  # who stands behind them hears
_GETTING = frozenset(["get", "getting", "got", "had", "receive", "received", "receiving", "sent"])
_LONGEST_TEXT = 5  # tokens: got a long and angry email
_ASIDES = frozenset(["according", "per"])
_LONGEST_ASIDE = 15  # tokens
_UNNAMED = frozenset(["anonymity", "anonymous", "anonymously", "identified", "identity", "name", "named"])
_VOICED = cues.SAYING | cues.TELLING
_REPORTING = _VOICED | {"hear"}
_ALOUD = cues.SPEAKING | {"demand", "say", "tell", "threaten"}
_PRESS = frozenset(["journalists", "lawmakers", "media", "mps", "parliament", "reporters"])
# What belongs to a verb of saying, as in "“Nonsense,” shot back Kim".
_PHRASAL = {"call": "out", "chime": "in", "cry": "out", "go": "on", "point": "out", "sum": "up"} | dict.fromkeys(
    ["bark", "fire", "hit", "shoot", "snap"], "back"
)


class Subjects(Sources):
    """Finds the subject of a verb, by its form and by what stands beside it."""

    def subject(self, token: int, left: int, first: int, last: int, shape: str, earlier: list[Frame]) -> Found:
        """Return the relation and the source of a verb; `left` is the first word before it that is no adverb."""
        story = self.story
        if left > first and story.lower[left] == ",":
            left = self._before_aside(left, first)
        if left > first and story.flags[left] & QUOTED and story.lower[left - 1] in cues.NAMING:
            named = self.by_end.get(left - 1)  # a user named “Moth” said
            if named is not None:
                return "subject", self.outermost(self.head_of(named, first))
        if left >= first:
            if shape == "ing":
                found = self._of_participle(token, left, first, earlier)
            else:
                found = self._right_before(token, left, first, last, shape)
            if found is not None:
                return found
        opening = left < first or story.flags[left] & QUOTED or story.lower[left] in _OPENING
        if opening and shape != "ing" and token - left <= 2:
            source = self._behind_verb(token, last)
            if source is not None and not self._opens_clause(source, left, first, last):
                return "inverted", source
        if left < first:
            return _NONE
        if shape == "ing":
            return "participle", self.main_subject(token, first, earlier)
        return self._farther_off(token, left, first, last, shape, earlier)

    def _before_aside(self, comma: int, first: int) -> int:
        """Return the token before ", according to Lund," that ends at a comma, else the comma itself."""
        lower = self.story.lower
        for token in range(comma - 2, max(first + 1, comma - _LONGEST_ASIDE), -1):
            if lower[token] == ",":
                opens = lower[token + 1] in _ASIDES or lower[token + 1 : token + 5] == ["in", "the", "words", "of"]
                return token - 1 if opens else comma
        return comma

    def _of_participle(self, token: int, left: int, first: int, earlier: list[Frame]) -> Found | None:
        """Return who does what a participle says: "was quoted as saying", "Kim left, adding"; else None."""
        if self.story.lower[left] == "as":
            quoted = self.quoted_as(left, first)
            return ("passive", quoted) if quoted else _NONE
        source = self.by_end.get(left + 1)
        if source is None and self.story.lower[left - 1] in ("with", "and") and self.story.lower[left] in cues.COUNTED:
            return "subject", self.added(describe(self.story, self.text, left, left, token))  # with one writing
        if source is None and self.story.lower[left] == "for":
            blamed = self.by_end.get(left)  # criticised Kim for saying
            if blamed is not None and self._is_blamed(blamed, first):
                return "participle", blamed
        if source is None:
            if self.story.lower[left] != ",":
                return None
            return "participle", self._sender(left, earlier) or self.main_subject(token, first, earlier)
        if not self.is_issued(source, first) and self.speaks_itself(source, first):
            return "subject", self.outermost(self.head_of(source, first))
        return "participle", self.main_subject(source.first, first, earlier)

    def _sender(self, comma: int, earlier: list[Frame]) -> Mention | None:
        """Return Lund in "Kim got a letter from the bank's head, Lund, telling her to wait", whatever Kim does."""
        frame = earlier[-1] if earlier else None
        if frame is None or frame.relation != "maker" or self.story.lower[frame.cue] not in cues.NOUNS:
            return None
        got = self.story.lower[max(0, frame.cue - _LONGEST_TEXT) : frame.cue]
        apposed = self.by_end.get(comma)
        told_who = apposed is not None and apposed.described is frame.source
        return frame.source if (frame.last == comma or told_who) and not _GETTING.isdisjoint(got) else None

    def _is_blamed(self, mention: Mention, first: int) -> bool:
        """Is it somebody to whom something is done, not to whom one apologises "for saying" it?"""
        before = self.start_of(mention, first) - 1
        return before > first and not mention.place and self.story.lower[before] not in _TO_WHOM

    def _right_before(self, token: int, left: int, first: int, last: int, shape: str) -> Found | None:
        """Return the subject that ends right before a verb, or at the comma before it; None where none does."""
        source = self.by_end.get(left + 1)
        if source is not None:
            return self._adjacent(source, token, first, last, shape)
        found = self._by_pronoun(left, first, shape) or self._by_number(token, left, first)
        if found is not None:
            return found
        word = self.story.lower[left]
        if word == "," and self._ends_with_subject(token, last):
            return "inverted", self.phrase_at(token + 1, last)
        if word in cues.DASHES:
            apposed = self._before_dashes(left, first)
        else:
            apposed = self.before_apposition(left, first) if word == "," else None
        return None if apposed is None else ("subject", apposed)

    def _adjacent(self, source: Mention, token: int, first: int, last: int, shape: str) -> Found:
        """Return the subject where a mention ends before a verb and its adverbs, or nobody where that is no verb."""
        if shape == "base" and source.gender != "p":
            article = token == source.last and self.story.lower[source.first] in ("a", "an", "every", "each")
            if article or (source.kind == "nominal" and self._is_before_verb(token, last)):
                return _NONE  # "a programme note he wrote", "the island state banned it"
        if self.story.lower[source.last - 1] in _NOMINATIVE:
            return "subject", source
        head = self.modified(source.first, first)
        return "subject", head or self.outermost(self.head_of(source, first))

    def _by_pronoun(self, left: int, first: int, shape: str) -> Found | None:
        """Return the subject that a pronoun before a verb is, or belongs to: I, "Lund, who", "a note that"; or None."""
        story, word = self.story, self.story.lower[left]
        if word == "you" and (shape == "past" or (shape == "base" and story.words[left] == "You")):
            return "subject", self.added(pronoun_at(story, left))
        if word in _OBJECTS and shape == "base":
            heard = left > first and cues.VERBS.get(story.lower[left - 1]) == "hear"  # heard him say
            return ("subject", self.added(pronoun_at(story, left))) if heard else _NONE
        if word == "who" and story.flags[left] & PRONOUN:
            before = self.before_relative(left, first)
            return ("relative", before) if before else _NONE
        if word in _SUBJECTS and story.flags[left] & PRONOUN:
            return "subject", self.added(pronoun_at(story, left))
        if word not in ("which", "that"):
            return None
        body = self.by_end.get(left - (story.lower[left - 1] == ","))
        if body is None and word == "that" and story.flags[left - 1] & CUE_NOUN:  # a note that said
            body = self.added(describe(story, self.text, phrase_start(story, left - 1, first), left - 1, left))
        if body is None:
            return None
        if self.is_issued(body, first):
            return "participle", self.main_subject(body.first, first, [])
        speaks = body.organisation or story.flags[body.head] & (INSTITUTION | CUE_NOUN)
        return ("relative", self.outermost(body)) if speaks else None

    def _by_number(self, token: int, left: int, first: int) -> Found | None:
        """Return the subject that a number before a verb ends, or "one of them": "the mother of two", "a third"."""
        lower = self.story.lower
        parent = self.by_end.get(left - 1) if lower[left] in NUMERALS and lower[left - 1] == "of" else None
        if parent is not None:
            return "subject", self.outermost(parent)
        start, head = left, left
        if lower[left] in cues.COUNTED:
            start -= left > first and lower[left - 1] in ("a", "the")
        elif left - 2 >= first and lower[left - 1] == "of" and lower[left - 2] in cues.COUNTED:
            start = head = left - 2
        else:
            return None
        return "subject", self.added(describe(self.story, self.text, start, head, token))

    def _before_dashes(self, closing: int, first: int) -> Mention | None:
        """Return Lund in "Lund – who trained as a nurse – said" and "Her brother – Lund – said"."""
        lower = self.story.lower
        for token in range(closing - 2, max(first, closing - _LONGEST_ASIDE), -1):
            if lower[token] in cues.DASHES:
                inside = self.by_start.get(token + 1)
                if inside is not None and inside.last == closing and inside.kind == "name":
                    return inside
                source = self.by_end.get(token)
                return None if source is None else self.outermost(self.head_of(source, first))
        return None

    def _farther_off(self, token: int, left: int, first: int, last: int, shape: str, earlier: list[Frame]) -> Found:
        """Return the subject of a verb that has none beside it: another clause's, or any noun's before the verb."""
        story = self.story
        if story.lower[left] == "to":
            caused = self.caused(left, first)
            return ("subject", caused) if caused else ("infinitive", self.main_subject(left, first, earlier))
        if story.lower[left] in ("and", "but", "then", "or"):
            says_again = (frame for frame in earlier if story.lower[frame.cue] == story.lower[token])
            again = next(says_again, None) if cues.VERBS[story.lower[token]] in cues.SAYING else None
            if again is None and story.lower[left] in ("and", "but") and story.lower[left - 1] == ",":
                # Kim said the crew had shown courage, but warned
                again = next((each for each in earlier if each.lemma in _VOICED and each.relation == "subject"), None)
            doer = None if again else self._doer_before(token, left, first, earlier)
            return "joined", again.source if again else doer or self.main_subject(left, first, earlier)
        modified = self.modified(left + 1, first)
        if modified is not None:
            return "subject", modified
        far_off = QUOTED | PUNCTUATION | FUNCTION | CAPITAL | NUMBER
        if story.flags[left] & far_off and story.lower[left] not in OBJECTS:
            far = self.nearest_before(left, first)
            if far is not None and far.kind == "nominal" and phrase_end(story, far.head, token) == token:
                return "subject", far  # the Minister of Works said
            return ("distant", far) if far else _NONE
        if story.flags[left] & VERB and shape != "past" and not self._is_noun(left, first):
            return _NONE
        if story.lower[token] in cues.NOUNS and shape in ("base", "s") and not self._has_object(token, last):
            return _NONE  # "emotional debates about": a noun, as far as anybody can tell
        if shape == "base" and not story.lower[left].endswith("s") and self._is_before_verb(token, last):
            return _NONE  # "the border state closed it"
        if shape == "base" and self._qualified_noun(token, left, first, last):
            return _NONE  # "a legal challenge", "the late plea for help"
        # any noun: "Polling showed", "a dock worker with a red cap said"
        return "subject", self.noun_phrase_to(left, first)

    def _doer_before(self, token: int, left: int, first: int, earlier: list[Frame]) -> Mention | None:
        """Return Lund in "the court heard Lund rang and said", who does what stands before the and; else None."""
        story = self.story
        outer = earlier[0] if earlier else None
        if outer is not None and (outer.relation != "subject" or outer.shape != "past"):
            return None
        if outer is not None and outer.lemma not in _REPORTING:
            return None
        aloud = cues.VERBS[story.lower[token]] in _ALOUD
        if not aloud or not _PRESS.isdisjoint(story.lower[token + 1 : min(token + 3, len(story.lower))]):
            return None
        for mention in reversed(self.near(left, 6)):
            start, verb = self.start_of(mention, first), mention.last
            if start < (outer.last if outer else first + 3) or mention.within:
                continue
            word = story.lower[verb]
            acts = (word.endswith("ed") or word in cues.IRREGULAR_PASTS) and not story.flags[verb] & AUXILIARY
            before = story.lower[start - 1]
            if outer is None:  # the court was told that Lund
                begins = story.lower[start - 1 - (before == "that")] in ("evidence", "heard", "told")
            else:
                hearer = outer.lemma in cues.TELLING and self.by_end.get(start) is not None
                begins = start == outer.last or hearer or before in (",", "that")
            if verb < left and acts and begins:
                return self.outermost(mention)
        return None

    def _ends_with_subject(self, token: int, last: int) -> bool:
        """Is what stands behind the verb its subject, the sentence over behind it: "“…” for Lund, said Kim."?

        Behind what a preposition ties more may be told of Kim: "the bus to Oslo, said Kim, the driver."
        """
        if self.story.lower[token] not in cues.SAYING_FORMS:
            return False
        source = self.by_start.get(token + 1)
        if source is None or source.kind == "pronoun" or source.last > last:
            return False
        if source.last < last and self.story.lower[source.last] == ",":
            before = self.by_end.get(token - 1)
            tied = before is not None and bool(self.story.flags[before.first - 1] & PREPOSITION)
            return tied and source.kind == "name"
        if self.story.lower[source.last : source.last + 1] == ["who"]:  # said a nurse who asked not to be named
            return not _UNNAMED.isdisjoint(self.story.lower[source.last : last])
        return source.last == last or (source.last == last - 1 and bool(self.story.flags[source.last] & PUNCTUATION))

    def _behind_verb(self, token: int, last: int) -> Mention | None:
        """Return Kim in "said Kim" and "shot back Kim"; nobody where "that" follows."""
        lower = self.story.lower
        verb = cues.VERBS[lower[token]]
        behind = token + 2 if verb in _PHRASAL and lower[token + 1 : token + 2] == [_PHRASAL[verb]] else token + 1
        if verb in _ALWAYS_TELLING or lower[behind : behind + 1] == ["that"]:
            return None
        return self.phrase_at(behind, last)

    def _opens_clause(self, source: Mention, left: int, first: int, last: int) -> bool:
        """Is what stands behind the verb the subject of a clause of its own: "the maker, said it was"?"""
        story = self.story
        if left < first or source.last >= last:
            return False
        if story.flags[left] & QUOTED:  # "a “rock” say they “feel” it", not "“…” say they."
            return source.kind == "pronoun" and not story.flags[source.last] & PUNCTUATION
        return bool(story.flags[source.last] & AUXILIARY) and story.lower[source.last] not in POSSESSIVES

    def _has_object(self, token: int, last: int) -> bool:
        """Does what stands behind a word make it a verb: "the listing calls it", "the advert claims that"?"""
        if token + 1 >= last:
            return False
        behind = self.story.flags[token + 1]
        return bool(behind & (QUOTED | PRONOUN | DETERMINER)) or self.story.lower[token + 1] == "that"

    def _is_before_verb(self, token: int, last: int) -> bool:
        """Is it the state of "the state banned it", "the state wants"?"""
        if token + 1 >= last:
            return False
        behind = self.story.lower[token + 1]
        verb = self.story.flags[token + 1] & AUXILIARY or cues.VERB_SHAPES.get(behind) in ("s", "past")
        return bool(verb) or behind.endswith("ed") or behind in cues.IRREGULAR_PASTS

    def _qualified_noun(self, token: int, left: int, first: int, last: int) -> bool:
        """Is the word that could be a verb a noun behind an article and an adjective, and no "the band say they"?"""
        word = self.story.lower[left]
        if left == first or (word.endswith("s") and not word.endswith(("ous", "ss"))):
            return False
        article = self.story.lower[left - 1]
        tied = token + 1 == last or bool(self.story.flags[token + 1] & (PREPOSITION | PUNCTUATION))
        return article in ("a", "an") or (article == "the" and tied)

    def _is_noun(self, token: int, first: int) -> bool:
        """Is the word that could be a verb a noun here: "the brief says"?"""
        return token > first and bool(self.story.flags[token - 1] & DETERMINER)
