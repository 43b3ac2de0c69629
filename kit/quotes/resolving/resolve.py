"""Pronouns and descriptions → the person they stand for: pronouns by a learned ranking, descriptions by their roles.

A description that stands for nobody met before ("a nurse from Lyon") is somebody new: later pronouns and
descriptions ("the nurse", "she") can stand for that person too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter

from kit.quotes.model import Model
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import CAPITAL, NUMBER, PERSON, POSSESSIVES, SOMEBODY
from kit.quotes.parsing.person import fold
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.ahead import introduced_later
from kit.quotes.resolving.antecedents import antecedents, named_ahead, possible_people
from kit.quotes.resolving.certain import is_either, is_last_subject, newly_named, told_before
from kit.quotes.resolving.discourse import NOBODY, Discourse
from kit.quotes.resolving.epithets import PLAYERS, gender_behind, is_epithet
from kit.quotes.resolving.kin import by_kin
from kit.quotes.resolving.lands import is_from, lands_of
from kit.quotes.resolving.owners import of_its_members
from kit.quotes.resolving.parties import PARTIES, Parties
from kit.quotes.resolving.roles import (
    REPEATING,
    broadly_called,
    holder,
    of_that_age,
    of_the_two,
    qualifying,
    without_role,
)
from kit.quotes.resolving.sentence import told_by_sentence
from kit.quotes.resolving.turns import is_turned_to, who_is_addressed, who_speaks
from kit.quotes.resolving.unnamed import apposed_to, has_spoken, last_unnamed_speaker, somebody_new, take_name

_NAME_FOLLOWS = frozenset(["as", "born"])
_NEAR, _MENTIONS_BACK = 5, 100  # mentions before a pronoun, and before a description
_NAMESAKES = 10  # people without a name described with one noun that are told apart
_DYING = frozenset(["dead", "died", "dies"])
_OWN = {"f": ("her",), "m": ("his",), "n": ("its",), "p": ("their",)}
_LONGEST_YEAR = 3  # tokens before the she of "In 1988, she"
_LIVING = frozenset(["born", "educated", "graduated", "grew", "married", "retired", "studied", "survived"])
_BEING = frozenset(["be", "become", "becoming", "being"])  # before what somebody is or would be
_STATIONS = frozenset(["native", "pensioner", "refugee", "retiree", "veteran", "widow", "widower"])
_NOT_ONE = frozenset(["neither", "nobody", "none"])  # of whom no pronoun tells more
_FURNITURE = 4  # paragraphs above the lead at most: a caption, a byline
_FIRST = attrgetter("first")
_LEAD = 1  # the last paragraph in which a description may stand for somebody who is named only later
ChooseAntecedent = Callable[[Reading, Mention, Discourse], int]


class Resolver:
    """Reads an article's mentions in order and sets `person` of pronouns and descriptions; adds people without a name.

    `choose` is given a mention and what was read before it, and returns a place in `reading.people`, or NOBODY.
    """

    def __init__(self, reading: Reading, choose: ChooseAntecedent) -> None:
        self.reading = reading
        self.choose = choose
        self.discourse = Discourse()
        self._parties = Parties(reading)
        self._position = 0
        self._lead = _LEAD + _furniture_above(reading)
        del reading.people[reading.named :]
        for mention in reading.mentions:
            if mention.kind != "name":
                mention.person = NOBODY

    def read_to(self, token: int) -> None:
        """Resolve the mentions that begin before a token."""
        reading, discourse = self.reading, self.discourse
        story, questions, presiding, turns = reading.story, reading.questions, reading.presiding, reading.turns
        lower = story.lower
        begins, self._position = self._position, bisect_left(reading.mentions, token, lo=self._position, key=_FIRST)
        for mention in reading.mentions[begins : self._position]:
            if mention.kind == "name":
                discourse.named[mention.person] += 1
                before = lower[mention.first - 1]
                if before in _NAME_FOLLOWS:
                    take_name(reading, mention, discourse)
                elif before in POSSESSIVES:
                    discourse.come_from(mention.person, lower[mention.first - 2 : mention.first - 1])
                elif presiding and reading.presides(mention):
                    discourse.call(mention.person, "judge")
                if mention.within:
                    continue
            elif mention.kind == "nominal":
                self._resolve_description(mention)
            else:
                self._resolve_pronoun(mention)
            if mention.person != NOBODY and not (questions and reading.in_question(mention)):
                if turns and is_turned_to(reading, mention):
                    discourse.meet(reading, mention, turned_to=True)
                else:
                    discourse.meet(reading, mention)

    def _resolve_pronoun(self, mention: Mention) -> None:
        spoken = mention in self.reading.frames_of or _beside_quote(self.reading, mention)
        if mention.gender in ("m", "f", "p", "n") and spoken:
            mention.person = told_by_sentence(self.reading, mention)
            if mention.person == NOBODY:
                mention.person = self._who_died(mention)
            if mention.person == NOBODY and mention.gender in ("m", "f") and mention in self.reading.frames_of:
                mention.person = told_before(self.reading, mention)
            if mention.person == NOBODY:
                mention.person = self.choose(self.reading, mention, self.discourse)
        elif mention.gender == "1":
            mention.person = who_speaks(self.reading, self.reading.story.paragraph_at(mention.first))
        elif mention.gender == "2":
            mention.person = who_is_addressed(self.reading, mention)

    def _who_died(self, mention: Mention) -> int:
        """Return whom an obituary is of for the she of a paragraph that opens "She was born", "In 1988 she" or "Her".

        Not where another woman is met in it before.
        """
        reading, story, first = self.reading, self.reading.story, self.discourse.protagonist
        if first is None or reading.people[first.person].gender != mention.gender:
            return NOBODY
        paragraph = story.paragraph_at(mention.first)
        opens = story.paragraph_tokens(paragraph)[0]
        if mention.first == opens:
            tells = not _LIVING.isdisjoint(story.lower[mention.last : mention.last + 2])
        elif mention.first - opens <= _LONGEST_YEAR:
            tells = story.lower[opens] in ("at", "in") and bool(story.flags[opens + 1] & NUMBER)
        else:
            tells = story.lower[opens] in _OWN[mention.gender] and self._is_alone(mention, paragraph)
        if not tells:
            return NOBODY
        begins, ends = story.sentence_tokens[story.sentence_of[reading.people[first.person].mentions[0].first]]
        return NOBODY if _DYING.isdisjoint(story.lower[begins:ends]) else first.person

    def _is_alone(self, mention: Mention, paragraph: int) -> bool:
        """Is nobody else who may be meant met in the paragraph before a pronoun?"""
        people, story = self.reading.people, self.reading.story
        for each in reversed(self.discourse.recent[-_NEAR:]):
            if story.paragraph_at(each.first) != paragraph:
                break
            person = people[each.person]
            if each.kind != "pronoun" and person.gender in ("", mention.gender) and not person.organisation:
                return False
        return True

    def _resolve_description(self, mention: Mention) -> None:
        reading, story = self.reading, self.reading.story
        head = fold(story.words[mention.head])
        somebody = story.flags[mention.head] & SOMEBODY
        if mention.described is not None and somebody:
            # "Ana Lund, the minister": later she is "the minister"
            self.discourse.call(mention.described.person, head)
        if mention.within or not (somebody or mention in reading.frames_of) or story.lower[mention.head] in _NOT_ONE:
            return
        indefinite = story.lower[mention.first] in ("a", "an")
        if indefinite and mention not in reading.frames_of and story.lower[mention.first - 1] in _BEING:
            return  # whoever wants to be an actor
        person = self._of_whom_told(mention) if indefinite else NOBODY
        if person == NOBODY:
            person = self._known(mention, head)
        turn = reading.turns.get(story.paragraph_at(mention.first)) if reading.turns else None
        if person == NOBODY or (turn is not None and person == turn.person):
            person = somebody_new(reading, mention, head)
            self.discourse.named[person] = 1
            self.discourse.unnamed.setdefault(head, []).append(person)
        mention.person = self.discourse.described[head] = person
        if reading.people[person].named:
            self.discourse.call(person, head)
            if story.flags[mention.head - 1] & CAPITAL or story.flags[mention.first + 1] & CAPITAL:
                self.discourse.come_from(person, filter(is_from, story.lower[mention.first + 1 : mention.head]))

    def _known(self, mention: Mention, head: str) -> int:
        """Return whom a description repeats, NOBODY where it brings in somebody new."""
        reading, story, discourse = self.reading, self.reading.story, self.discourse
        article = story.lower[mention.first]
        known = self._parties.called(mention, head, discourse) if head in PARTIES else None
        if known is None and article in REPEATING:
            of_two = head in ("former", "latter")
            known = (of_the_two if of_two else of_that_age)(reading, mention, head, discourse)
            if known is None and mention.organisation:
                known = of_its_members(reading, mention, discourse)
            if known is None and article == "the" and mention in reading.frames_of and not mention.organisation:
                known = last_unnamed_speaker(reading, mention, head, discourse)
            if known is None:
                known = holder(reading, mention, head, discourse)
                if known is not None and article == "the":
                    if head in discourse.unnamed:
                        known = self._met_as_such(mention, head, known)
                    if _is_of_no_land(reading, mention, known):
                        known = without_role(reading, mention, discourse) or known
        if known is None and not reading.turns and story.paragraph_of[story.sentence_of[mention.first]] <= self._lead:
            known = introduced_later(reading, mention, head, discourse)
        if known is None and article == "the":
            return self._known_without_role(mention, head)
        return NOBODY if known is None else known

    def _met_as_such(self, mention: Mention, head: str, known: int) -> int:
        """Return the senator without a name for "the senator" rather than Lund, a lawmaker, else who is known."""
        if head in self.reading.people[known].nouns or head in self.discourse.called.get(known, ()):
            return known
        last = self._last_described(mention, head)
        if last == NOBODY or self.reading.people[last].named:
            return known
        met = (each.person for each in reversed(self.discourse.recent[-_MENTIONS_BACK:]))
        return next((person for person in met if person in (known, last)), known)  # the one met last

    def _known_without_role(self, mention: Mention, head: str) -> int:
        """Return whom a description with "the" repeats that nobody was given as a role."""
        reading, described = self.reading, self.discourse.described
        frames = reading.frames_of.get(mention, ())
        if not mention.gender and reading.story.flags[mention.head] & PERSON:
            mention.gender = gender_behind(reading.story, mention)
        last = self._last_described(mention, head)
        spoke = last != NOBODY and has_spoken(reading, reading.people[last]) and not mention.organisation
        if reading.turns and reading.story.paragraph_at(mention.first) in reading.turns:
            return last if spoke else NOBODY  # who speaks calls one so of whom nothing need have been told
        known = by_kin(reading, mention, head, self.discourse)
        told_of = frames or (head in _STATIONS and _opens_paragraph(reading, mention))
        if known is None and told_of and not spoke:
            known = without_role(reading, mention, self.discourse)
        if known is None and head not in described:
            known = broadly_called(reading, mention, head, self.discourse)
        if known is not None:
            return known
        if is_epithet(reading.story, mention, frames, speaks=bool(frames) or _speaks_next(reading, mention)):
            return last if last != NOBODY else self.choose(reading, mention, self.discourse)
        return last if not frames or mention.gender == "p" or spoke else NOBODY

    def _last_described(self, mention: Mention, head: str) -> int:
        """Return the last one described with this noun, rather with all that stands before it: the Western diplomat."""
        last, unnamed = self.discourse.described.get(head, NOBODY), self.discourse.unnamed.get(head, [])
        words = qualifying(self.reading, mention) if last in unnamed[-_NAMESAKES:] and len(unnamed) > 1 else ()
        if words:
            for number in reversed(unnamed[-_NAMESAKES:]):
                if words <= {fold(word) for word in self.reading.people[number].name.split()}:
                    return number
        return NOBODY if last in unnamed[-1:] and self._is_from_elsewhere(mention, last) else last

    def _is_from_elsewhere(self, mention: Mention, last: int) -> bool:
        """Is it the Leith man where a man was met of whom no Leith is told?"""
        words = self.reading.story.words[mention.first + 1 : mention.head]
        told = self.reading.people[last].name
        return any(word[0].isupper() and word not in told for word in words)

    def _of_whom_told(self, mention: Mention) -> int:
        """Return who she is in "She is a baker" and "She is 34, a baker", for a later "the baker"."""
        story = self.reading.story
        lower, copula = story.lower, mention.first - 1
        if not story.flags[mention.head] & PERSON:
            return NOBODY
        apposed = apposed_to(self.reading, mention) if lower[copula] == "," else None
        if apposed is not None:
            return apposed.person
        if copula > 1 and lower[copula] == "," and story.flags[copula - 1] & NUMBER:
            copula -= 2
        if copula < 1 or lower[copula] not in ("is", "was"):
            return NOBODY
        position = bisect_left(self.reading.mentions, copula, key=lambda each: each.first) - 1
        if position < 0:
            return NOBODY
        pronoun = self.reading.mentions[position]
        if pronoun.last != copula or pronoun.gender not in ("m", "f") or pronoun.kind != "pronoun":
            return NOBODY
        return pronoun.person if pronoun.person != NOBODY else self.choose(self.reading, pronoun, self.discourse)


def best_antecedent(model: Model) -> ChooseAntecedent:
    """Return a choice of the person for whom the model speaks most, or who a row of pronouns is about; else NOBODY."""

    def choose(reading: Reading, mention: Mention, discourse: Discourse) -> int:
        if mention.kind == "pronoun" and mention.gender in ("m", "f"):
            person = discourse.carried_on(reading, mention)
            if person != NOBODY:
                return person
        people = possible_people(reading, mention, discourse)
        if not people:
            return named_ahead(reading, mention)
        if len(people) == 1 or newly_named(reading, mention, people) or is_last_subject(reading, mention, people):
            return people[0].person
        best = model.best(antecedents(reading, mention, discourse, people))
        return NOBODY if best is None or is_either(reading, best, people, discourse) else best

    return choose


def _beside_quote(reading: Reading, mention: Mention) -> bool:
    """Does a quotation stand in the mention's paragraph, or begin the next one?"""
    story = reading.story
    paragraph = story.paragraph_of[story.sentence_of[mention.first]]
    first, last = story.paragraph_tokens(paragraph)
    position = bisect_left(story.quote_tokens, first)
    return position < len(story.quote_tokens) and story.quote_tokens[position] <= last


def _opens_paragraph(reading: Reading, mention: Mention) -> bool:
    """Is it the widow of a paragraph that begins "The widow has picked tea since she was 13"?"""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    first = story.sentence_tokens[sentence].start
    return mention.first == first and story.paragraph_sentences[story.paragraph_of[sentence]].start == sentence


def _furniture_above(reading: Reading) -> int:
    """Return how many paragraphs end with the last byline above the lead, of which no words are read."""
    story = reading.story
    for number in range(min(_FURNITURE, len(story.paragraph_sentences)) - 1, -1, -1):
        first, end = story.paragraph_tokens(number)
        if first == end:
            return number + 1
    return 0


def _speaks_next(reading: Reading, mention: Mention) -> bool:
    """Is it the bowler of "The bowler was glad. “…,” he said.", whom the he behind takes up?"""
    story = reading.story
    if story.lower[mention.head] not in PLAYERS:
        return False
    sentence = story.sentence_of[mention.first]
    frames = reading.frames_in.get(sentence + 1, ())
    if not frames or frames[0].source.kind != "pronoun" or frames[0].source.gender not in ("m", "f"):
        return False
    if sentence in reading.examining:
        return False  # asked whether the bowler was tired, he said
    same = story.paragraph_of[sentence] == story.paragraph_of[sentence + 1]
    return same and not reading.has_quote(*story.sentence_tokens[sentence]) and reading.subject_of(sentence) is mention


def _is_of_no_land(reading: Reading, mention: Mention, known: int) -> bool:
    """Is nothing told of the land of Captain Lund, who is perhaps not "the Norway captain"?"""
    return bool(lands_of(qualifying(reading, mention))) and not lands_of(reading.people[known].role_words)
