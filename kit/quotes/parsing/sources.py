"""Where a reporting word's source stands: the mention before it, behind it, or beyond a clause in commas."""

from __future__ import annotations

from bisect import bisect_left

from kit.quotes import cues
from kit.quotes.parsing.brackets import closing_bracket
from kit.quotes.parsing.descriptions import NUMERALS, describe, phrase_end
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention, pronoun_at
from kit.quotes.parsing.names import behind_letters
from kit.quotes.parsing.narrative import (
    AUXILIARY,
    CALENDAR,
    CAPITAL,
    CONJUNCTION,
    CUE_NOUN,
    DETERMINER,
    FUNCTION,
    INSTITUTION,
    PERSON,
    POSSESSIVES,
    PREPOSITION,
    PUNCTUATION,
    QUOTED,
    VERB,
)
from kit.quotes.parsing.noun_phrases import NounPhrases

# Relations in which the source is the subject of a clause.
_CLAUSES = frozenset(["subject", "joined", "participle", "infinitive", "inverted", "relative", "distant", "passive"])
# Before whom a participle tells of: with Kim saying, we heard Kim saying.
_OPENS_PARTICIPLE = frozenset(
    [
        *("with", "by", "from", ",", "captured", "captures", "catch", "caught", "had", "has", "hear", "heard", "hears"),
        *("recall", "recalled", "recalls", "remember", "remembered", "remembers", "show", "showed", "shows"),
    ]
)
_RELAYING = frozenset(["quote", "cite", "report", "record", "hear"])
_READING = frozenset(
    ["aloud", "at", "before", "by", "during", "in", "on", "out", "to"]
)  # behind a text: that it was read
_SENT = frozenset(["drawn", "given", "shown", "taken", "written"])  # these are no pasts
_LETTING = frozenset(["have", "help", "helped", "helping", "let", "lets", "letting", "made", "make", "makes", "making"])
_LONGEST_CLAUSE = 10  # tokens from who to the name of whoever something is done to
_LONGEST_APPOSITION = 40  # tokens
_COORDINATING = frozenset(["and", "but", "nor", "or"])


class Sources(NounPhrases):
    """Finds the mention that is the source of a reporting word, whatever stands between the two."""

    def is_issued(self, text: Mention, first: int) -> bool:
        """Is it what somebody gives out: the statement of "Kim issued a long statement on Monday saying"?"""
        flags = self.story.flags
        if text.kind != "nominal" or not flags[text.head] & CUE_NOUN:
            return False
        before = text.first - 1
        while before > first and self.story.lower[before] in ("of", "out", "series", "a", "string", "flurry"):
            before -= 1
        if before <= first or self.story.lower[before - 1] in ("been", "were", "was"):
            return False  # who was sent a letter
        return self.story.lower[before] in cues.ISSUING

    def is_read_out(self, token: int, last: int) -> bool:
        """Is it the read of "a letter read to the court", and not of "a letter read in part: “…”"?"""
        following = self.story.lower[token + 1 : min(token + 3, last)]
        text = self.by_end.get(token)
        if text is None or not following or text.kind != "nominal" or not self.story.flags[text.head] & CUE_NOUN:
            return False
        return following[0] in _READING and not (following[0] == "in" and following[1:] in (["part"], ["full"]))

    def caused(self, to: int, first: int) -> Mention | None:
        """Return X in "prompting X to shout"."""
        source = self.by_end.get(to)
        if source is None:
            return None
        before = self.start_of(source, first) - 1
        before -= before > first and bool(self.story.flags[before] & DETERMINER)
        return self.outermost(source) if before >= first and self.story.lower[before] in cues.CAUSING else None

    def speaks_itself(self, source: Mention, first: int) -> bool:
        """Does the participle behind it belong to this mention: "with Kim saying", "a letter stating"?"""
        start = self.start_of(source, first)
        before = self.story.lower[start - 1] if start > first else ""
        if before in _OPENS_PARTICIPLE or source.first == first:
            return True
        if source.kind != "nominal":
            return False
        body = self.story.flags[source.head] & INSTITUTION
        attacked = before in ("against", "at") or self.story.flags[start - 1] & VERB  # hit out at the party saying
        return bool(self.story.flags[source.head] & CUE_NOUN or (body and not attacked))

    def before_apposition(self, comma: int, first: int, *, relative: bool = False) -> Mention | None:
        """Return X in "X, a teacher in the north, said" and "X, who lives there, said", else what ends at the comma.

        With `relative` X may stand behind a preposition: "aimed at X, the minister, who said".
        """
        story = self.story
        last_resort: Mention | None = None
        for mention in reversed(self.near(comma, 10)):
            if mention.first < first or comma - mention.last > _LONGEST_APPOSITION:
                break
            if behind_letters(story, mention.last) == comma:
                if self._has_description_before(mention, first):
                    return mention
                last_resort = self.outermost(self.head_of(mention, first))
                continue
            behind = self._behind_brackets(mention.last)
            if mention.within or behind >= comma or story.lower[behind] != "," or self._is_beside(mention, first):
                continue
            before, word = self.by_end.get(mention.first - 1), story.lower[mention.first - 1]
            if before is not None and before.described is not None and word == ",":
                return before.described  # "X, the general secretary, Coalition of Teachers, said"
            if before is not None and word.endswith("ing"):
                return last_resort or before  # "the member representing Ames, Lund, said"
            if self._is_in_relative_clause(mention, first):
                continue  # "X, who succeeded Y, now a judge, said"
            if mention.first > first and story.flags[self._before_phrase(mention, first)] & PREPOSITION:
                head = self.head_of(mention, first)
                if head is not mention and not head.within and (last_resort is None or last_resort.kind != "name"):
                    return self.modified(head.first, first) or head
                aside = story.lower[behind + 1 : behind + 3] == ["who", ","]  # "of X, who, when Kim rang, said"
                if not (relative or aside) or mention.kind != "name":
                    continue
            if self._is_described(behind):
                return mention
        return self._opening_phrase(comma, first, relative) or last_resort

    def _is_beside(self, mention: Mention, first: int) -> bool:
        """Does what stands before a comma belong to another: "of Ames, Iowa, who", "X, whose wife, Ana, is away,"?"""
        lower = self.story.lower
        where = mention.place and lower[mention.first - 1] == ","
        return where or "whose" in lower[max(first, mention.first - 4) : mention.first]

    def _is_described(self, comma: int) -> bool:
        """Does what follows a comma say more of whom stands before it, and not name another one: "X, Kim and Lund"?"""
        story, behind = self.story, comma + 1
        letters = behind_letters(story, behind)
        lettered = letters > behind and story.lower[letters] == ","  # "X, MP, who lives there, said"
        joined = (story.flags[behind] & CAPITAL and not lettered) or story.lower[behind] in _COORDINATING
        return not joined or bool(story.flags[behind] & PERSON) or story.lower[behind] in ("who", "whose", "which")

    def _is_in_relative_clause(self, mention: Mention, first: int) -> bool:
        """Is it the Kim of "Lund, who succeeded Kim" and "Lund, who had met Kim", to whom something is done?"""
        if "who" not in self.story.lower[max(first, mention.first - _LONGEST_CLAUSE) : mention.first]:
            return False
        verb = self.start_of(mention, first) - 1
        who = verb - 1 - bool(self.story.flags[verb - 1] & AUXILIARY)
        return who > first and self.story.lower[who] == "who" and not self.story.flags[verb] & (AUXILIARY | PREPOSITION)

    def _has_description_before(self, name: Mention, first: int) -> bool:
        """Is the name that of a subject in commas: "while his deputy, X, said"?"""
        story = self.story
        if name.first == first or story.lower[name.first - 1] != ",":
            return False
        for mention in self.near(name.first, 4):
            if mention.described is name and mention.first >= first:
                before = mention.first - 1
                return before < first or bool(story.flags[before] & (CONJUNCTION | QUOTED))
        return False

    def _opening_phrase(self, comma: int, first: int, relative: bool) -> Mention | None:
        """Return the noun phrase that opens a sentence and ends at its first comma: "A copy, one page long, says".

        A participle with what belongs to it may stand before that comma: "A copy sent to Lund on Monday, …, says".
        Where a name in commas follows, that is meant: "His opposite number, X, said".
        """
        story = self.story
        while first < comma and (story.flags[first] & QUOTED or story.lower[first] == ","):
            first += 1  # “…,” the couple, from Oslo, said
        many = story.flags[first] & (PERSON | INSTITUTION) and story.lower[first].endswith("s")  # Guidelines, which …
        if not (story.flags[first] & DETERMINER or many):
            return None
        head = first
        head += story.lower[head + 1] in NUMERALS
        while head + 1 < comma and not story.flags[head + 1] & (FUNCTION | PUNCTUATION | QUOTED | CALENDAR):
            verb = story.flags[head + 1] & VERB and not story.flags[head] & DETERMINER
            noun = (head == first and not many) or story.flags[head + 1] & (PERSON | INSTITUTION)
            if verb or (not noun and self._is_past(head + 1)):
                break
            head += 1
        end = phrase_end(story, head, comma)
        if end < comma and not relative and (self._is_past(end) or story.lower[end] in ("that", "which", "who")):
            end = self._behind_participle(end, comma)
        opens = head > first or many or story.lower[first] in cues.COUNTED  # another, who was there, said
        if not opens or end >= comma or story.lower[end:comma].count(",") != 1 or story.lower[end] != ",":
            return None
        if story.lower[end - 1] in ("them", "us"):
            return None  # the doctor in "one of them, a doctor, said"
        named = self.by_start.get(end + 2 if story.lower[end + 1] == "the" else end + 1)
        if (
            named is not None
            and named.last == comma
            and named.kind == "name"
            and not (named.organisation or named.place)
        ):
            return named
        return self.outermost(self.added(describe(story, self.text, first, head, comma)))

    def _is_past(self, token: int) -> bool:
        """Is it the sent of "a copy sent to Lund", the drawn of "a list drawn up by him"?"""
        word, behind = self.story.lower[token], self.story.lower[token + 1]
        past = word.endswith("ed") or word in _SENT or word in cues.IRREGULAR_PASTS
        return past and (behind == "up" or bool(self.story.flags[token + 1] & PREPOSITION))

    def _behind_participle(self, token: int, comma: int) -> int:
        """Return the first comma behind a participle where no clause begins before that, else `comma`.

        Also behind who, which and that, which begin one.
        """
        broken = QUOTED if self.story.flags[token] & FUNCTION else QUOTED | AUXILIARY
        for behind in range(token + 1, comma):
            if self.story.lower[behind] == ",":
                return behind
            if self.story.flags[behind] & broken and self.story.lower[behind] != "to":
                break
        return comma

    def _behind_brackets(self, token: int) -> int:
        """Return the token behind "(D-Calif.)", "(53)" or "KC"; the same token where nothing of the kind stands."""
        lower = self.story.lower
        token = min(behind_letters(self.story, token), len(lower) - 1)
        closing = closing_bracket(self.story, token, len(lower))
        return token if closing is None else min(closing + 1, len(lower) - 1)

    def before_relative(self, who: int, first: int) -> Mention | None:
        """Return X in "X who said", "X, who said" and "X, a teacher, who said"."""
        if who > first and self.story.lower[who - 1] == ",":
            return self.before_apposition(who - 1, first, relative=True)
        source = self.by_end.get(who) or self.those(who - 1)
        if source is not None:
            return self.outermost(self.head_of(source, first))
        return next((each for each in reversed(self.near(who, 3)) if each.first >= first and not each.within), None)

    def quoted_as(self, as_token: int, first: int) -> Mention | None:
        """Return X in "X was quoted as saying" and "the paper quoted X as saying"."""
        story = self.story
        for token in range(as_token - 1, max(first, as_token - 16) - 1, -1):
            if cues.VERBS.get(story.lower[token]) in _RELAYING:
                for mention in reversed(self.near(token, 4)):
                    if mention.first >= first and story.flags[token - 1] & AUXILIARY and not mention.within:
                        return mention
                return self.phrase_at(token + 1, as_token)
        return None

    def main_subject(self, token: int, first: int, earlier: list[Frame]) -> Mention | None:
        """Return the source of the frame before, else the first mention of the sentence that follows no preposition.

        Rather one behind the label of "Kim: My boss came in and said" than Kim.
        """
        for frame in reversed(earlier):
            if frame.relation in _CLAUSES and frame.cue < token and not self._is_made_to(frame, first):
                return frame.source
        story = self.story
        label = earlier[0] if earlier and earlier[0].relation == "label" else None
        position = bisect_left(self.firsts, label.last if label else first)
        fallback: Mention | None = label.source if label else None
        while position < len(self.mentions) and self.mentions[position].first < token:
            mention = self.mentions[position]
            position += 1
            if mention.within or self._qualifies(mention):
                continue
            if label and mention.first == label.last and story.lower[mention.last] == ",":
                continue  # Kim: My Lords, …
            before = mention.first - 1
            before -= before > first and bool(story.flags[before] & DETERMINER)
            free = mention.first == first or not story.flags[before] & PREPOSITION
            owner = mention.last < len(story.lower) and story.lower[mention.last] in POSSESSIVES
            if free and not owner and mention.last < len(story.lower):
                return mention
            if fallback is None or fallback.first == mention.first:  # "the men's families", not the men
                fallback = mention
        if fallback is None or label:
            speaking = next((each for each in range(first, token) if story.lower[each] in ("i", "we")), None)
            return fallback if speaking is None else self.added(pronoun_at(story, speaking))
        return fallback

    def _is_made_to(self, frame: Frame, first: int) -> bool:
        """Is it the see of "let reporters see", the shout of "prompting Kim to shout", which no clause goes on from?"""
        if frame.shape != "base" or frame.relation != "subject":
            return False
        before = self.start_of(frame.source, first) - 1
        return before >= first and self.story.lower[before] in cues.CAUSING | _LETTING

    def _qualifies(self, name: Mention) -> bool:
        """Does the name only say which: the Lund of "the Lund campaign", the Hale of "Hale rugby club"?"""
        if name.kind == "name" and self.by_start[name.first].head > name.head:
            return True
        bits = self.story.flags[name.last] if name.kind == "name" and name.last < len(self.story.flags) else 0
        return bool(bits & (PERSON | INSTITUTION)) and not bits & (CAPITAL | FUNCTION | VERB)

    def nearest_before(self, token: int, first: int) -> Mention | None:
        """Return the nearest mention before a token with no verb between them."""
        story = self.story
        for mention in reversed(self.near(token, 5)):
            if mention.first < first or token - mention.last > 14:
                return None
            if any(story.flags[i] & QUOTED for i in range(mention.last, token)):
                return None
            if mention.within or (mention.first > first and story.flags[mention.first - 1] & PREPOSITION):
                continue
            return mention
        return None
