"""Noun phrases by their place: which belongs to which, and what only a reporting word shows to be one."""

from __future__ import annotations

from bisect import bisect_left

from kit.quotes import cues
from kit.quotes.parsing.brackets import opening_bracket
from kit.quotes.parsing.descriptions import QUALIFYING, describe, phrase_end, phrase_start
from kit.quotes.parsing.mention import Mention, pronoun_at
from kit.quotes.parsing.mention_index import MentionIndex
from kit.quotes.parsing.names import role_start
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    MARKS,
    NUMBER,
    PERSON,
    POSSESSIVES,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTED,
    VERB,
)

_RELATIVES = frozenset(["who", "whose", "which", "that", "where"])
_OPENS_PHRASE = DETERMINER | CAPITAL | PRONOUN | PERSON | INSTITUTION  # how a noun phrase begins
_LONGEST_CLAUSE = 15  # tokens of a clause between a noun and its verb
# Prepositions that tie a noun to another.
_TIES = cues.PLACING | {"of", "for", "at", "from", "in", "with", "on", "about"}
_BEFORE_NOUN = cues.PLACING | {"of", "for", "at", "from", "with", "in", "by", "to", "on"}
OBJECTS = frozenset(["her", "him", "me", "them", "us", "you"])
# Whom no verb has for its subject.
_NOBODY = frozenset(["goodbye", "hello", "little", "me", "nothing", "something", "us"])
# What is quoted itself, whoever wrote it; a statement is its author's.
_DOCUMENTS = cues.WORKS | {
    *("analysis", "article", "audit", "column", "commentary", "editorial", "essay", "paper", "poll", "report"),
    *("research", "review", "study", "survey"),
}
_ALONE = frozenset(["he", "him", "i", "it", "she", "them", "they", "we"])  # pronouns that stand before no noun


class NounPhrases(MentionIndex):
    """Finds the noun phrase at a place; one that only a reporting word shows is made a mention, too."""

    def head_of(self, source: Mention, first: int) -> Mention:
        """Return Bush for Florida in "Bush of Florida", the report for Kim in "a report written by Kim".

        The mention itself where no preposition ties it to another one before it.
        """
        for _ in range(4):
            before = self._before_phrase(source, first)
            if before <= first:
                return source
            if self.story.lower[before] == "and":
                one = self._first_role(source, before) or self._whole_of_both(before, first)
                return one or self._leading(source, before) or self._whose_pair(source, first) or source
            if self.story.lower[before] == "by":
                whole = self._text_before(before) or self._written_by(before, first)
            elif self.story.lower[before - 1] in QUALIFYING:  # a source close to Lund, people familiar with it
                whole = self.by_end.get(before - 1) or self.opening_noun(before - 1, first)
            elif self.story.lower[before] in _TIES:
                behind = self._before_age(before, first)
                whole = self.by_end.get(behind) or self.opening_noun(behind, first) or self._beyond(behind, first)
                whole = whole or self._reaching(source.last, first, source.first)
            elif self.story.lower[before] == "to":
                whole = self.by_end.get(before)  # an aide to Lund
                if whole is None or whole.kind != "nominal" or not self.story.flags[whole.head] & PERSON:
                    return source
            else:
                return source
            if whole is None:
                return source
            source = whole
        return source

    def _beyond(self, end: int, first: int) -> Mention | None:
        """Return the article of "an article in the Sunday edition of the Echo", beyond a noun that nobody reads.

        What is a verb elsewhere is a noun behind a preposition: "the officer in charge of Oslo".
        """
        story = self.story
        noun = end - 2 > first and story.lower[end - 2] in _TIES
        if story.flags[end - 1] & (FUNCTION | PUNCTUATION | QUOTED | CAPITAL | (0 if noun else VERB)):
            return None
        start = phrase_start(story, end - 1, first)
        if start - 2 < first or story.lower[start - 1] not in _TIES:
            return None
        return self.by_end.get(start - 1) or self.opening_noun(start - 1, first)

    def _before_age(self, preposition: int, first: int) -> int:
        """Return the end of Ann Lee in "Ann Lee (26) of Suva" and "Ann Lee, 26, of Suva"."""
        lower = self.story.lower
        if lower[preposition - 1] == ")":
            opening = opening_bracket(self.story, preposition - 1, first)
            return preposition if opening is None else opening
        if preposition - 3 > first and lower[preposition - 1] == lower[preposition - 3] == ",":
            return preposition - 3 if self.story.flags[preposition - 2] & NUMBER else preposition
        return preposition

    def _first_role(self, source: Mention, conjunction: int) -> Mention | None:
        """Return "the former pilot" for the admirer of "the former pilot and admirer of Lund": somebody's two roles."""
        flags = self.story.flags
        before = self.by_end.get(conjunction)
        if before is None or flags[source.first] & DETERMINER or not flags[before.first] & DETERMINER:
            return None
        one = all(
            role.kind == "nominal" and role.gender != "p" and flags[role.head] & PERSON for role in (before, source)
        )
        return before if one else None

    def _leading(self, others: Mention, conjunction: int) -> Mention | None:
        """Return Lund in "Lund and others said", "Lund and her aides said"."""
        named = self.by_end.get(conjunction)
        if named is None or named.kind != "name" or named.place or others.kind != "nominal" or others.gender != "p":
            return None
        return named if self.story.lower[others.first] in ("others", "her", "his", "their") else None

    def _whole_of_both(self, conjunction: int, first: int) -> Mention | None:
        """Return the bench of "a bench of Justices Kim and Lund"."""
        one = self.by_end.get(conjunction)
        if one is None or one.kind != "name" or one.place:
            return None
        before = self._before_phrase(one, first)
        before -= before > first and self.story.lower[before] != "of" and bool(self.story.flags[before] & PERSON)
        if before <= first or self.story.lower[before] != "of":
            return None
        return self.by_end.get(before) or self.opening_noun(before, first)

    def modified(self, end: int, first: int) -> Mention | None:
        """Return whom the words before `end` say more of: X in "X who fled the area", "X leading it", "X named in it".

        None where they are no clause or participle that belongs to a noun.
        """
        story = self.story
        for token in range(end - 1, max(first, end - _LONGEST_CLAUSE), -1):
            word, bits = story.lower[token], story.flags[token]
            if bits & MARKS and word not in POSSESSIVES:
                return None
            if word in _RELATIVES:
                if word in ("where", "which") and not self._has_verb(token + 1, end):
                    return None  # "where on Monday Kim said"
                if word == "which" and story.lower[token - 1] in cues.PREPOSITIONS:
                    token, word = token - 1, "where"  # "the hotel in which it began"
                if token + 1 >= end or (word != "where" and story.flags[token + 1] & _OPENS_PHRASE):
                    return None  # "the man who Kim said was there"
                if story.lower[token - 1] == ",":
                    token -= 1  # "X, who is now a fellow at"
                noun = self.by_end.get(token) or self._reaching(token, first, token) or self.those(token - 1)
                noun = noun or self.opening_noun(token, first)
                if noun is None and word == "where":
                    noun = self._beyond(token, first)  # "a guard at the mill where"
                    if noun is None:
                        continue  # "a guard who lives near the pit where"
                if noun is None or (word == "that" and self._is_told(noun, first)):
                    return None
                return self.outermost(self.head_of(noun, first))
            noun = self.by_end.get(token)
            if noun is not None and story.lower[noun.first - 1] in ("where", "which", "whose"):
                continue  # "where the boys died in May"
            if noun is not None and noun.kind != "pronoun" and self._is_participle(token, end):
                return self.outermost(self.head_of(noun, first))
        return None

    def _whose_pair(self, source: Mention, first: int) -> Mention | None:
        """Return the owner for the shop of "the owner of a fish and chip shop": one tied to both words."""
        bits = self.story.flags[source.first] | self.story.flags[source.head]
        return None if bits & (DETERMINER | CAPITAL | PERSON) else self._reaching(source.last, first, source.first)

    def _reaching(self, end: int, first: int, before: int) -> Mention | None:
        """Return the source of "a source close to Lund who": what is described from `before` up to `end`."""
        for mention in reversed(self.near(before, 3)):
            if mention.kind == "nominal" and mention.first >= first and not mention.within:
                return mention if phrase_end(self.story, mention.head, end) == end else None
        return None

    def _has_verb(self, first: int, end: int) -> bool:
        """Does something that can be a verb stand among these tokens?"""
        story = self.story
        return any(
            story.flags[token] & (VERB | AUXILIARY)
            or story.lower[token] in cues.IRREGULAR_PASTS
            or story.lower[token].endswith(("ed", "s"))
            for token in range(first, end)
        )

    def _is_told(self, hearer: Mention, first: int) -> bool:
        """Does a verb of telling stand before somebody: "told Lund that drivers were angry"?"""
        before = self.start_of(hearer, first) - 1
        before -= before > first and bool(self.story.flags[before] & DETERMINER)
        return before >= first and cues.VERBS.get(self.story.lower[before]) in cues.TELLING | {"tell"}

    def _is_participle(self, token: int, end: int) -> bool:
        """Is it the leading of "the officer leading the inquiry", the named of "a woman named in it"?"""
        word = self.story.lower[token]
        if word.endswith("ing") and len(word) > 4:
            return True
        past = word.endswith(("ed", "en")) or cues.VERB_SHAPES.get(word) == "past"
        return past and token + 1 < end and bool(self.story.flags[token + 1] & PREPOSITION)

    def those(self, token: int) -> Mention | None:
        """Return the those of "those who"."""
        if self.story.lower[token] not in ("those", "anyone", "everyone"):
            return None
        return self.added(describe(self.story, self.text, token, token, token + 1))

    def _before_phrase(self, source: Mention, first: int) -> int:
        """Return the token before a mention's noun phrase: of in "of the 41st Battalion", "of Oslo's Institute"."""
        story = self.story
        before = role_start(story, source.first, first) - 1 if source.kind == "name" else source.first - 1
        if before > first and story.lower[before] in POSSESSIVES and before in self.by_end:
            before = self.by_end[before].first - 1
        for token in range(before, max(first, before - 3), -1):
            if story.lower[token] == "the":
                return token - 1
            if token < before and story.lower[token] in _TIES:
                return token  # "of broker Lund & Co"
            # no verbs: the volunteer group Lake Watch, the ruling Lund Party
            noun = story.flags[token] & PERSON or story.lower[token - 1] == "the"
            if story.flags[token] & (FUNCTION | PUNCTUATION | QUOTED | (0 if noun else VERB)):
                break
        return before

    def opening_noun(self, end: int, first: int) -> Mention | None:
        """Return the noun phrase before `end` where it opens the sentence: "Underwriters in London have said"."""
        story = self.story
        head = end - 1
        if story.lower[head] in cues.COUNTED and story.lower[end : end + 1] and story.lower[end] in _TIES:
            last = story.sentence_tokens[story.sentence_of[head]].end
            return self.added(describe(story, self.text, head, head, last))  # one of the residents
        if story.flags[head] & (FUNCTION | PUNCTUATION | QUOTED) or story.lower[head].endswith(("ing", "ed")):
            return None
        start = phrase_start(story, head, first)
        if start != first or cues.VERB_SHAPES.get(story.lower[head]) in ("past", "ing"):
            return None
        return self.added(describe(story, self.text, start, head, end))

    def _text_before(self, by: int) -> Mention | None:
        """Return the report in "a report by Kim"."""
        text = self.by_end.get(by)
        written = text is not None and text.kind == "nominal" and self.story.lower[text.head] in _DOCUMENTS
        return text if written else None

    def _written_by(self, by: int, first: int) -> Mention | None:
        """Return the report in "a report prepared for the court by Kim": what a participle before "by" qualifies."""
        story = self.story
        for token in range(by - 1, max(first, by - 7), -1):
            word = story.lower[token]
            if word.endswith(("ed", "en")) or cues.VERB_SHAPES.get(word) == "past":
                mention = self.by_end.get(token) or self.opening_noun(token, first)
                if mention is None or (mention.first > first and story.flags[mention.first - 1] & PREPOSITION):
                    return None
                return mention
        return None

    def noun_phrase_to(self, head: int, first: int) -> Mention | None:
        """Return the noun phrase that ends at `head`; what stands with a preposition belongs to the noun before."""
        story = self.story
        start = head if story.lower[head] in OBJECTS else phrase_start(story, head, first)
        steps = 0
        while start > first and story.lower[start - 1] in _BEFORE_NOUN and steps < 3:
            inner = self.by_end.get(start - 1)
            person = inner is not None and inner.kind == "nominal" and story.flags[inner.head] & (PERSON | CUE_NOUN)
            if story.lower[start - 2] == "next":
                start -= 1  # the guard next to him
                inner = self.by_end.get(start - 1)
            elif story.lower[start - 1] in ("to", "on") and not person:
                text = story.flags[start - 2] & CUE_NOUN or story.lower[start - 2] in cues.SURFACES
                noun = self.opening_noun(start - 1, first) if text else None  # the note on the gate
                if noun is not None:
                    return noun
                break  # not "a witness to the crash", "critics on the left"
            if inner is not None:
                return self.outermost(self.head_of(inner, first))
            if story.flags[start - 2] & (FUNCTION | PUNCTUATION | QUOTED) or start - 2 < first:
                break
            head = start - 2
            start = phrase_start(story, head, first)
            steps += 1
        if (
            story.flags[head] & (FUNCTION | PUNCTUATION | QUOTED)
            or story.lower[head].endswith("ed")
            or story.lower[head] in OBJECTS | cues.TIMES
            or (head == start and story.lower[head] in cues.IRREGULAR_PASTS)
        ):
            return None
        named = self.by_end.get(head)
        if named is not None and self._acts(named):
            return self.outermost(named)
        source = describe(story, self.text, start, head, story.sentence_tokens[story.sentence_of[head]].end)
        whole = self._whose_pair(source, first) if start > first and story.lower[start - 1] == "and" else None
        return whole or self.added(source)

    def _acts(self, name: Mention) -> bool:
        """Is the word behind a person's name a verb that is not known: "Kim made clear that"?"""
        if name.kind != "name" or name.organisation or name.place:
            return False
        return not self.story.flags[name.last] & (CUE_NOUN | CAPITAL | NUMBER)

    def phrase_at(self, token: int, last: int) -> Mention | None:
        """Return the mention or noun phrase that begins at `token`, or a little behind it at the name it describes."""
        story = self.story
        if token >= last:
            return None
        position = bisect_left(self.firsts, token)
        while position < len(self.mentions) and self.mentions[position].first < min(last, token + 9):
            mention = self.mentions[position]
            gap = range(token, mention.first)
            if any(
                story.flags[i] & (QUOTED | PUNCTUATION | VERB | AUXILIARY | CONJUNCTION | PREPOSITION)
                and story.lower[i] not in POSSESSIVES
                for i in gap
            ):
                break
            if mention.last < last and story.lower[mention.last] in POSSESSIVES:
                position += 1
                continue
            if not mention.within or mention.described is not None:
                return self._named_one(self.outermost(mention))
            position += 1
        if story.lower[token] in _NOBODY:
            return None
        bits = story.flags[token]
        alone = token + 1 == last or story.flags[token + 1] & (PUNCTUATION | QUOTED)
        if bits & PRONOUN and story.lower[token] in _ALONE:
            return self.added(pronoun_at(story, token))
        if story.lower[token : token + 2] == ["the", "other"] and (
            token + 2 == last or story.flags[token + 2] & (PUNCTUATION | QUOTED)
        ):
            return self.added(describe(story, self.text, token, token + 1, last))
        if story.lower[token] in cues.COUNTED and (alone or story.lower[token + 1] in ("of", ",")):
            return self._named_one(self.added(describe(story, self.text, token, token, last)))
        if (story.lower[token].endswith("ly") and not bits & (CAPITAL | PERSON)) or story.lower[token] == "back":
            return None  # "replied calmly", "fired back"
        if not bits & (DETERMINER | CAPITAL) and (bits & (FUNCTION | PUNCTUATION | QUOTED | VERB)):
            return None
        head = token
        while head + 1 < last and (
            story.lower[head + 1] in POSSESSIVES
            or not story.flags[head + 1] & (FUNCTION | PUNCTUATION | QUOTED | VERB | CALENDAR)
            or (story.flags[head] & DETERMINER and self._may_be_noun(head + 1))
        ):
            head += 1
        if story.flags[head] & (FUNCTION | NUMBER) or story.lower[head] in POSSESSIVES:
            return None
        return self.added(describe(story, self.text, token, head, last))

    def _named_one(self, source: Mention) -> Mention:
        """Return Lund in "said one, Lund, 33", "said one of the drivers, Lund" and "said one of them, Lund"."""
        lower, end = self.story.lower, source.last
        if lower[source.first] not in cues.COUNTED:
            return source
        whole = self.by_start.get(end + 1) if lower[end : end + 1] == ["of"] else None
        of_them = lower[end : end + 2] == ["of", "them"]
        end = end + 2 * of_them if whole is None else whole.last
        behind = self.near(end + 6, 3) if lower[end : end + 1] == [","] else []
        people = (each for each in behind if each.kind == "name" and not (each.place or each.organisation))
        return next((each for each in people if each.first > end and self.start_of(each, end) == end + 1), source)

    def _may_be_noun(self, token: int) -> bool:
        """Is it the claim of "said a claim", the voice of "asked a voice"?"""
        noun = self.story.flags[token] & CUE_NOUN
        return bool(noun) or cues.VERB_SHAPES.get(self.story.lower[token]) == "base"
