"""Decisions about stretches → `Quote` values: kind, speaker's name, role, cue and group of each."""

from __future__ import annotations

from operator import attrgetter

from kit.models import Quote, QuoteKind, Span, SpeakerKind
from kit.quotes import cues
from kit.quotes.attributing.attribute import Decision
from kit.quotes.attributing.candidates import NOT_SPEECH, Candidate
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PUNCTUATION, QUOTED
from kit.quotes.parsing.person import is_honorific
from kit.quotes.parsing.reading import Reading
from kit.quotes.parsing.spans import Stretch
from kit.quotes.reporting.contents import Report
from kit.quotes.reporting.indirect import content_span

_VOICED = cues.SAYING | cues.TELLING
_NOBODY = frozenset(["anybody", "anyone", "nobody", "none"])
_FURTHER = 12  # tokens by which a verb of saying may lie further off than "wept" or "at a briefing"


def marked_quotes(reading: Reading, decisions: list[Decision]) -> list[Quote]:
    """Return the stretches that are speech as quotes, in order; pieces of one statement share a group."""
    quotes: list[Quote] = []
    group = -1
    before: Decision | None = None
    for decision in decisions:
        if decision.candidate == NOT_SPEECH:
            continue
        if before is None or not _same_statement(reading, before, decision):
            group += 1
        quotes.append(_marked_quote(reading, decision, group))
        before = decision
    return quotes


def with_reports(reading: Reading, quotes: list[Quote], reports: list[Report]) -> list[Quote]:
    """Return the marked quotes and the reported ones together, by position; each report is a statement of its own."""
    group = quotes[-1].group + 1 if quotes else 0
    merged = list(quotes)
    for number, report in enumerate(reports, group):
        frame, story = report.frame, reading.story
        context = story.sentences[story.sentence_of[frame.cue]]
        merged.append(_quote(reading, content_span(reading, report), "indirect", frame.source, frame, number, context))
    return sorted(merged, key=attrgetter("start", "end"))


def _marked_quote(reading: Reading, decision: Decision, group: int) -> Quote:
    stretch = reading.stretches[decision.stretch]
    story = reading.story
    token = story.quote_tokens[decision.stretch]
    mention = decision.candidate if isinstance(decision.candidate, Mention) else None
    frame = _frame_for(reading, token, mention)
    kind = kind_of(reading, stretch, token)
    context = story.sentences[story.sentence_of[token]]
    return _quote(reading, stretch, kind, mention, frame, group, context)


def _quote(
    reading: Reading,
    span: Span | Stretch,
    kind: QuoteKind,
    mention: Mention | None,
    frame: Frame | None,
    group: int,
    context: Span,
) -> Quote:
    name, speaker_kind, role = speaker_of(reading, mention)
    place = reading.story.offsets(mention.first, mention.last) if mention else None
    cue = cue_of(reading, frame) if frame else None
    acronym = reading.people[mention.person].acronym if mention and speaker_kind == "organisation" else None
    return Quote(span.start, span.end, kind, name, speaker_kind, place, role, cue, group, context, acronym)


def speaker_of(reading: Reading, mention: Mention | None) -> tuple[str | None, SpeakerKind | None, str | None]:
    """Return the fullest name of whom a mention points at, what that name is, and the person's role.

    The name is the description where the article names nobody, and None for a pronoun left open. The role is what the
    article says the person is: here, unless that is only "Rep."; None where it says just "Ms".
    """
    if mention is None or (mention.person < 0 and mention.kind != "nominal"):
        return None, None, None
    if mention.kind == "nominal" and _is_nobody(reading, mention):
        return None, None, None
    if mention.person < 0:
        return mention.name, "description", None
    person = reading.people[mention.person]
    kind: SpeakerKind = "description" if not person.named else "organisation" if person.organisation else "person"
    if mention.role and " " in mention.role:
        return person.name, kind, mention.role
    role = person.role
    return person.name, kind, role if role and not is_honorific(role) else None


def _is_nobody(reading: Reading, mention: Mention) -> bool:
    """Is it the nobody of "nobody said “stop”", the one of "no one did", the anyone of "did anyone"?"""
    name = mention.name.lower()
    if name == "one":
        return mention.first > 0 and reading.story.lower[mention.first - 1] == "no"
    return name in _NOBODY or name.startswith("none of ")


def cue_of(reading: Reading, frame: Frame) -> str | None:
    """Return the reporting word as it is written, "according to" in full; None where only a sign shows the source."""
    if frame.relation in ("label", "inside"):
        return None
    word = reading.story.words[frame.cue]
    return (
        f"{word} {reading.story.words[frame.cue + 1]}" if frame.lemma == "according" and word.lower() != "per" else word
    )


def _frame_for(reading: Reading, token: int, mention: Mention | None) -> Frame | None:
    """Return the frame of a mention that lies nearest to a token, rather one of a verb of saying."""
    if mention is None:
        return None
    frames = reading.frames_of.get(mention)
    if not frames:
        return None
    return frames[0] if len(frames) == 1 else min(frames, key=lambda frame: _distance(frame, token))


def _distance(frame: Frame, token: int) -> int:
    """Return how far off a frame is in tokens; one of another verb than of saying is further, unless right behind."""
    return abs(frame.cue - token) + (0 if frame.lemma in _VOICED or frame.first == token + 1 else _FURTHER)


def kind_of(reading: Reading, stretch: Stretch, token: int) -> QuoteKind:
    """Return `direct` for a whole statement inside marks, `mixed` for a fragment in the reporter's sentence."""
    story = reading.story
    first, _ = story.sentence_tokens[story.sentence_of[token]]
    if token == first or stretch.continues:
        return "direct"
    inside = reading.text[stretch.start : stretch.end].lstrip("[(…. “‘'\"")
    before, bits = story.lower[token - 1], story.flags[token - 1]
    large = not inside[:1].islower()
    if before in (",", ":", "—", "–", "--", "-"):
        if large or _split(reading, token, first):
            return "direct"
        return "mixed"
    if bits & (QUOTED | PUNCTUATION):
        return "direct" if large else "mixed"
    return "direct" if large and before in cues.SAYING_FORMS and inside.count(" ") > 2 else "mixed"


def _split(reading: Reading, token: int, first: int) -> bool:
    """Is it the second piece of “…,” she said, “…”, the first one being a whole sentence's beginning?"""
    story = reading.story
    return any(story.flags[i] & QUOTED for i in range(first, token - 1)) and bool(story.flags[first] & QUOTED)


def _same_statement(reading: Reading, before: Decision, decision: Decision) -> bool:
    """Do two stretches in a row belong to one statement: same speaker, no reporter's sentence between them?"""
    if decision.stretch != before.stretch + 1 or not _same_speaker(before.candidate, decision.candidate):
        return False
    stretch = reading.stretches[decision.stretch]
    if stretch.continues:
        return True
    if reading.stretches[before.stretch].paragraph != stretch.paragraph:
        return False
    story = reading.story
    one, two = story.quote_tokens[before.stretch], story.quote_tokens[decision.stretch]
    apart = story.sentence_of[two] - story.sentence_of[one]
    if apart == 0:
        return True
    start, end = story.sentence_tokens[story.sentence_of[two]]
    return apart == 1 and all(story.flags[i] & (QUOTED | PUNCTUATION) for i in range(start, end))


def _same_speaker(one: Candidate, two: Candidate) -> bool:
    if isinstance(one, Mention) and isinstance(two, Mention):
        return one is two or (one.person >= 0 and one.person == two.person)
    return one == two
