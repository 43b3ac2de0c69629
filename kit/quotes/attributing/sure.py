"""Sure patterns: whose words a stretch holds where the sentence leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from kit.quotes import cues
from kit.quotes.attributing.candidates import Place, labels_place
from kit.quotes.attributing.clauses import (
    ATTRIBUTING,
    LONGEST_LEAD,
    VOICED,
    announced,
    asker,
    begins_clause_of,
    clause_joined,
    closes_sentence,
    few_words,
    led_by_colon,
    who_is_asked,
    whose_answer,
)
from kit.quotes.attributing.signatures import signed
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import AUXILIARY, CALENDAR, CAPITAL, CUE_NOUN, PUNCTUATION, QUOTED, VERB
from kit.quotes.parsing.reading import Reading

_EQUALS = frozenset(["is", "was", "were", "read", "reads"])
_BEEN = frozenset(["been", "being", "is", "was", "were"])
_ADDRESSED = cues.ADDRESSING | {"ask", "call", "describe", "tell"}
_LONGEST_ORDER = 12  # tokens
_TOLD_WHAT = frozenset(["if", "that", "to", "whether"])
_REPEATING = frozenset(["cite", "echo", "quote", "read", "recall", "recite", "remember", "repeat"])
_ANSWERS = frozenset(["answer", "reply", "response"])
_RESUMING = frozenset(["again", "and", "but", "finally", "later", "minutes", "moments", "seconds", "then"])
_LONGEST_SOURCE = 10  # tokens of what is said of a source: documents that the paper has seen
_OWN = frozenset(["her", "his", "its", "their"])
_PROXIES = cues.ROLE_SYNONYMS["spokesman"] | cues.ROLE_SYNONYMS["lawyer"] | {"aide", "campaign", "office", "team"}
_SHORTEST_STATEMENT = 4  # words; what is shorter may be a title
_QUESTIONS = frozenset(["about", "how", "if", "what", "when", "where", "whether", "which", "who", "whose", "why"])


def sure_speaker(reading: Reading, place: Place) -> Mention | None:
    """Return the speaker where the sentence leaves no doubt: "…," said Kim; Kim said: "…"; a “…”, Kim said

    Of what Lund hoped "would do," as Kim said, the speaker is Lund. Who is interviewed answers.
    """
    if place.answers and place.previous is not None:
        return place.previous
    if place.alone:
        return reading.captions.get(place.paragraph) or _told_around(reading, place)
    frames = reading.frames_in.get(place.sentence, ())
    earlier = [frame for frame in frames if frame.last <= place.token]
    if place.upper:
        whole = _named_behind(reading, place)
    else:
        whole = _told_by(reading, place, frames) or _spoken_for(reading, place, earlier, frames)
    if whole is None and earlier:
        whole = _told_before(reading, place, earlier)
    elif whole is None and (place.before == ":" or (place.before == "," and place.after == "$")):
        whole = _introduced(reading, place) or _resumed(reading, place)
    return whole or _told_beside(reading, place, frames)


def _told_beside(reading: Reading, place: Place, frames: Sequence[Frame]) -> Mention | None:
    """Return the source of the reporting word beside a stretch, or before it, or that closes the sentence, in order."""
    before: Mention | None = None
    closing: Mention | None = None
    told_before = False
    for frame in frames:
        if labels_place(frame):
            continue
        if frame.last <= place.token:
            told_before = told_before or frame.lemma in cues.SAYING or not place.upper
            if _leads_to(reading, frame, place) or _replies(reading, frame, place) or _opens(reading, frame, place):
                before = frame.source
        if _embraces(frame, place):
            return frame.source
        if frame.lemma not in cues.SAYING or frame.passive:
            continue
        if frame.first == place.token + 1 and place.ending in (",", "?", "!"):
            if frame.relation in ("subject", "inverted") and (place.upper or not told_before):
                return led_by_colon(reading, frames, place.token) or frame.source
        elif frame.last > place.token and closes_sentence(reading, frame):
            closing = frame.source
    if before is not None:
        return before
    return closing if closing is not None and not told_before and closing.kind != "pronoun" else None


def _embraces(frame: Frame, place: Place) -> bool:
    """Is it the label right before a stretch, "Kim: “…”", or the maker behind it, "cries of “…” from the crowd"?"""
    if frame.relation == "label":
        return frame.last == place.token
    return frame.relation == "maker" and frame.first < place.token < frame.last


def _opens(reading: Reading, frame: Frame, place: Place) -> bool:
    """Is it the "Kim said" of "Kim said: “…”" and "Kim said, “…”"?"""
    if frame.last != place.token - 1 or frame.relation != "subject" or frame.passive:
        return False
    return frame.lemma in cues.SAYING and reading.story.lower[frame.last] in (":", ",")


def _told_around(reading: Reading, place: Place) -> Mention | None:
    """Return whose words a sentence in marks alone is, as far as the sentences and paragraphs around it tell."""
    return (
        signed(reading, place)
        or (announced(reading, place.sentence - 1) if place.opens else None)
        or _answers_next(reading, place)
    )


def _told_by(reading: Reading, place: Place, frames: Sequence[Frame]) -> Mention | None:
    """Return Lund in "Kim said he had been told to “sit down” by Lund", "it was listed as “safe” by Lund"."""
    lower = reading.story.lower
    agent = next((frame for frame in frames if frame.relation == "agent" and frame.first > place.token), None)
    if agent is None or agent.lemma != "by" or agent.first != place.token + 1:
        return None
    if lower[place.token - 1] == "as":
        return agent.source
    first = max(reading.story.sentence_tokens[place.sentence].start, place.token - _LONGEST_ORDER)
    for token in range(place.token - 1, first, -1):
        if reading.story.flags[token] & QUOTED:
            return None
        if cues.VERBS.get(lower[token]) in _ADDRESSED and lower[token - 1] in _BEEN:
            return agent.source
    return None


def _spoken_for(reading: Reading, place: Place, before: Sequence[Frame], frames: Sequence[Frame]) -> Mention | None:
    """Return Kim in "Kim vowed that it “will go on”, her office said", who only passes that on."""
    if not before or before[-1].relation not in ("subject", "joined"):
        return None
    lower = reading.story.lower
    last, source = frames[-1], frames[-1].source
    own = source.kind == "nominal" and lower[source.first] in _OWN
    if not own or lower[source.head].removesuffix("s") not in _PROXIES:
        return None
    if last.first <= place.token or not closes_sentence(reading, last):
        return None
    return before[-1].source if "that" in lower[before[-1].last : place.token] else None


def _answers_next(reading: Reading, place: Place) -> Mention | None:
    """Return him for the paragraph “At nine.” below "Kim asked him when", else who spoke last: “…,” Lund said before.

    Not for a question, and not where Kim's own words are quoted there. Who spoke last also answers "Was it late? “No.”"
    """
    story = reading.story
    if not place.opens and _asks(reading, place.sentence - 1):
        previous = place.previous if place.previous_near in ("0", "1") else None
        return whose_answer(reading, place.sentence - 1) or previous
    if not place.whole_paragraph or not place.paragraph or place.ending == "?":
        return None
    sentences = story.paragraph_sentences[place.paragraph - 1]
    sentence = sentences.end - 1
    if sentence not in reading.examining or sentence < sentences.start:
        return None
    if reading.has_quote(*story.sentence_tokens[sentence]):
        return None
    for mention in reading.mentions_in.get(sentence, ()):
        how = reading.how_asked(mention) if mention.gender != "p" else ""
        if how == "s" or (how == "o" and story.lower[mention.last] in _QUESTIONS):
            return mention
    asker = next((frame for frame in reading.frames_in.get(sentence, ()) if frame.lemma in cues.ASKING), None)
    if asker is None or place.previous is None or asker.source.person == place.previous.person:
        return None
    return place.previous if story.lower[asker.last] in _QUESTIONS else None


def _asks(reading: Reading, sentence: int) -> bool:
    """Is a sentence a question in the reporter's own words: "Is she nervous?"?"""
    first, last = reading.story.sentence_tokens[sentence]
    return reading.story.lower[last - 1] == "?" and not reading.has_quote(first, last)


def _named_behind(reading: Reading, place: Place) -> Mention | None:
    """Return Kim in "“We will not go there again,” Kim, the coach." whose verb is lost."""
    story = reading.story
    first, last = place.token + 1, story.sentence_tokens[place.sentence].end
    if place.ending != "," or place.words < _SHORTEST_STATEMENT or first == last:
        return None
    if any(story.flags[token] & (VERB | AUXILIARY | QUOTED) for token in range(first, last)):
        return None
    mention = next((each for each in reading.mentions_in.get(place.sentence, ()) if each.first == first), None)
    if mention is None or mention.kind != "name" or mention.organisation or mention.place:
        return None
    return mention if mention.last == last or story.flags[mention.last] & PUNCTUATION else None


def _introduced(reading: Reading, place: Place) -> Mention | None:
    """Return Kim in "Kim was less sure: “It may come back.”", "His lawyer thanked her, “…”", as the mark tells."""
    if not place.upper or place.ending not in (".", "?", "!") or place.words < _SHORTEST_STATEMENT:
        return None
    subject = reading.subject_of(place.sentence)
    if subject is None or subject.first > place.token or subject.organisation or subject.place:
        return None
    one = subject.kind == "nominal" and subject.gender != "p" and subject.person >= 0
    human = one and reading.people[subject.person].human
    return subject if human or subject.kind == "name" or subject.gender in ("m", "f") else None


def _resumed(reading: Reading, place: Place) -> Mention | None:
    """Return who has just spoken before "And a minute later: “…”", who was asked before "The answer was short: “…”"."""
    story = reading.story
    first = story.sentence_tokens[place.sentence].start
    if place.token - first < 2 or not place.upper:
        return None
    if story.lower[first] == "the" and story.lower[first + 1] in _ANSWERS:
        asked = who_is_asked(reading, place.sentence - 1)
        return asked or (place.previous if place.previous_near == "0" else None)
    if story.lower[first] not in _RESUMING:
        return None
    if any(story.flags[token] & (VERB | AUXILIARY | QUOTED) for token in range(first + 1, place.token)):
        return None
    if any(bits & (CAPITAL | CALENDAR) == CAPITAL for bits in story.flags[first + 1 : place.token]):
        here = reading.mentions_in.get(place.sentence, ())[:1]
        return next((each for each in here if each.first == first + 1 and each.kind == "name" and not each.place), None)
    return place.previous if place.previous_near in ("same", "0") else None


def _told_before(reading: Reading, place: Place, before: Sequence[Frame]) -> Mention | None:
    """Return whose words the reporting words before a stretch tell without doubt."""
    return (
        (asker(reading, before[-1], place.token) if place.upper and place.ending == "?" else None)
        or _passed_on(reading, place, before)
        or _owned(reading, place, before)
        or _relayed(reading, place, before)
        or _in_main_clause(reading, place, before)
        or _retold(reading, place, before)
        or _reports_all(reading, place, before)
    )


def _passed_on(reading: Reading, place: Place, before: Sequence[Frame]) -> Mention | None:
    """Return Lund where Kim is only who tells us, before a colon or inside Lund's own clause.

    "Kim said she asked Lund, who replied: “…”", "Kim said Lund's last words were: “…”", "Kim repeated Lund's words:
    “…”", "Lund's answer, according to Kim: “…”", "Lund, according to Kim, said it was “…”", "Kim said he was told by
    Lund that it was “…”".
    """
    if len(before) < 2:
        return None
    inner, outer, lower = before[-1], before[-2], reading.story.lower
    if place.upper and lower[place.token - 1] == ":":
        last = place.token - 1
        if inner.relation == "relative" and inner.last == last and inner.lemma in VOICED | cues.SPEAKING | {"read"}:
            return inner.source
        if inner.relation == "according" and last - inner.last < LONGEST_LEAD and outer.relation in ("owner", "maker"):
            return outer.source  # Kim's statement, according to the report: “…”
        told = inner.last == last - 1 and lower[last - 1] in _EQUALS
        again = inner.last == last and outer.lemma in _REPEATING
        return inner.source if inner.relation == "owner" and (told or again) else None
    if outer.relation == "according" and inner.relation == "subject":
        return inner.source if inner.source.last < outer.first else None
    by_whom = inner.relation == "agent" and inner.lemma in cues.ASKING | cues.TELLING | {"tell"} and not place.upper
    return inner.source if by_whom and not _TOLD_WHAT.isdisjoint(lower[inner.last : place.token]) else None


def _owned(reading: Reading, place: Place, before: Sequence[Frame]) -> Mention | None:
    """Return Lund in "Kim scolded Lund for his claim that it was “lost”", whatever Kim does.

    And the letter in "Kim got a letter that said it was “lost”".
    """
    inner = before[-1]
    if inner.relation == "relative" and inner.lemma in VOICED | {"read"} and inner.source.kind == "nominal":
        return inner.source if reading.story.flags[inner.source.head] & CUE_NOUN else None
    if place.upper or inner.relation not in ("owner", "maker"):
        return None
    word = reading.story.lower[inner.last]
    return inner.source if word == "that" or (word == "of" and inner.last + 1 == place.token) else None


def goes_on(reading: Reading, place: Place) -> bool:
    """Does whom the sentence before names as its source go on, in marks alone: “…,” Kim said. “…”"""
    previous = place.previous
    if previous is None or not place.alone or place.previous_near != "0":
        return False
    return previous in reading.frames_of and reading.story.sentence_of[previous.first] == place.sentence - 1


def according_to(reading: Reading, place: Place) -> Mention | None:
    """Return the report in "Ministers knew that it was “unsafe”, according to the report.", as nobody else says."""
    frames = reading.frames_in.get(place.sentence, ())
    end = reading.story.sentence_tokens[place.sentence].end
    for frame in frames:
        if frame.relation == "according" and frame.first > place.token:
            closes = end - frame.last <= _LONGEST_SOURCE and not reading.has_quote(frame.last, end)
            return frame.source if closes else None
        if frame.lemma in VOICED:
            return None
    return None


def _leads_to(reading: Reading, frame: Frame, place: Place) -> bool:
    """Do only a few words and a colon stand between "Kim told" and the stretch: her, or reporters in Oslo on Monday?"""
    told = frame.lemma in VOICED and frame.relation in ("subject", "joined", "relative")
    colon = place.token - 1
    return reading.story.lower[colon] == ":" and told and frame.last < colon and few_words(reading, frame.last, colon)


def _replies(reading: Reading, frame: Frame, place: Place) -> bool:
    """Is it the "She replied:" of "Kim said: “…” She replied: “…”"?"""
    if frame.lemma not in cues.SPEAKING or frame.relation != "subject" or frame.last != place.token - 1:
        return False
    return reading.story.lower[frame.last] == ":" and reading.has_quote(frame.first - 1, frame.first)


def _relayed(reading: Reading, place: Place, before: Sequence[Frame]) -> Mention | None:
    """Return who said what another source passes on: Lund in 'Lund said that it was "lost," the paper reported'."""
    if place.upper:
        return None
    behind = (frame for frame in reading.frames_in[place.sentence] if frame.first > place.token)
    if not any(frame.first == place.token + 1 or closes_sentence(reading, frame) for frame in behind):
        return None
    for frame in reversed(before):
        if "that" in reading.story.lower[frame.last : place.token]:
            return frame.source if frame.lemma in VOICED and frame.shape != "base" else None
    return None


def _retold(reading: Reading, place: Place, before: Sequence[Frame]) -> Mention | None:
    """Return Lund in 'Kim said Lund had called it “lost”', 'Kim told the court Lund shouted: “…”'.

    What had been said before is told again, or stands right behind the verb of whoever said it.
    """
    if len(before) < 2:
        return None
    inner, outer = before[-1], before[-2]
    if inner.relation == "joined" and inner.source is not before[0].source:
        return inner.source if _introduces(reading, inner, place) else None
    if inner.relation == "joined" and inner.source is outer.source and inner.lemma in ATTRIBUTING:
        return _subject_of_told(reading, outer, inner)
    if inner.relation != "subject" or inner.lemma not in ATTRIBUTING | cues.SPEAKING | cues.ASKING:
        return None
    lower = reading.story.lower
    told = "had" in lower[inner.source.last : inner.cue] or _introduces(reading, inner, place)
    asked = inner.lemma in cues.ASKING and not {"if", "whether"}.isdisjoint(lower[inner.last : place.token])
    says = inner.shape == "s" and outer.shape == "past"  # Kim said that the letter says it was “lost”
    return inner.source if (told or asked or says) and begins_clause_of(reading, inner, outer) else None


def _in_main_clause(reading: Reading, place: Place, before: Sequence[Frame]) -> Mention | None:
    """Return Lund in "When Kim insisted, Lund said he was “late”", whatever Kim does before the comma."""
    lower = reading.story.lower
    first = reading.story.sentence_tokens[place.sentence].start
    if len(before) != 2 or lower[first] not in cues.SUBORDINATORS:
        return None
    inner, main = before
    apart = inner.cue < main.first - 1 and lower[main.first - 1] == "," and "," not in lower[first : main.first - 1]
    return main.source if apart and main.lemma in VOICED and main.relation == "subject" else None


def _introduces(reading: Reading, frame: Frame, place: Place) -> bool:
    """Does a statement follow a verb at once, or behind a colon or a comma, and whom it tells before that?"""
    mark = reading.story.lower[place.token - 1] in (":", ",")
    return place.upper and (few_words(reading, frame.last, place.token - 1) if mark else frame.last == place.token)


def _subject_of_told(reading: Reading, outer: Frame, inner: Frame) -> Mention | None:
    """Return Lund in "Kim said Lund had come and told", "Kim said Lund was late and had told": who had done both."""
    story = reading.story
    first = outer.last + (story.lower[outer.last] == "that")
    subject = next((each for each in reading.mentions_in[story.sentence_of[first]] if each.first == first), None)
    if subject is None or outer.lemma not in VOICED or outer.shape != "past" or story.lower[inner.cue - 2] == ",":
        return None
    return subject if "had" in (story.lower[subject.last], *story.lower[inner.cue - 2 : inner.cue]) else None


def _reports_all(reading: Reading, place: Place, before: Sequence[Frame]) -> Mention | None:
    """Return Lund in 'Lund said the firm stressed its record and had kept “every promise”': not the firm's words."""
    if place.upper or len(before) < 2 or not clause_joined(reading, before[-1].last, place.token):
        return None
    outer = next((frame for frame in before if frame.lemma in cues.SAYING), before[-1])
    return outer.source if outer.source is not before[-1].source else None
