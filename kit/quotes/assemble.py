"""Decisions about stretches → `Quote` values: kind, speaker's name, role, cue and group of each."""

from __future__ import annotations

from kit.models import Quote, QuoteKind, Span, SpeakerKind
from kit.quotes import cues
from kit.quotes.attributing.attribute import Decision
from kit.quotes.attributing.candidates import NOT_SPEECH, Candidate
from kit.quotes.parsing.frame import Frame
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PUNCTUATION, QUOTED
from kit.quotes.parsing.people import is_honorific
from kit.quotes.parsing.reading import Reading
from kit.quotes.reporting.contents import Report
from kit.quotes.reporting.indirect import content_span

_VOICED = cues.SAYING | cues.TELLING
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
        quotes.append(_quote(reading, decision, group))
        before = decision
    return quotes


def with_reports(reading: Reading, quotes: list[Quote], reports: list[Report]) -> list[Quote]:
    """Return the marked quotes and the reported ones together, by position; each report is a statement of its own."""
    group = max((quote.group for quote in quotes), default=-1)
    merged = list(quotes)
    for number, report in enumerate(reports, group + 1):
        frame = report.frame
        start, end = content_span(reading, report)
        merged.append(
            Quote(
                start=start,
                end=end,
                kind="indirect",
                speaker=speaker_name(reading, frame.source),
                speaker_kind=speaker_kind(reading, frame.source),
                mention=Span(frame.source.start, frame.source.end),
                role=role_of(reading, frame.source),
                cue=cue_of(reading, frame),
                group=number,
                context=reading.story.sentences[reading.story.sentence_of[frame.cue]],
            )
        )
    return sorted(merged, key=lambda quote: (quote.start, quote.end))


def _quote(reading: Reading, decision: Decision, group: int) -> Quote:
    stretch = reading.stretches[decision.stretch]
    story = reading.story
    token = story.quote_tokens[decision.stretch]
    sentence = story.sentence_of[token]
    mention = decision.candidate if isinstance(decision.candidate, Mention) else None
    frame = _frame_for(reading, token, mention)
    return Quote(
        start=stretch.start,
        end=stretch.end,
        kind=kind_of(reading, decision.stretch),
        speaker=speaker_name(reading, mention),
        speaker_kind=speaker_kind(reading, mention),
        mention=Span(mention.start, mention.end) if mention else None,
        role=role_of(reading, mention),
        cue=cue_of(reading, frame) if frame else None,
        group=group,
        context=story.sentences[sentence],
    )


def speaker_name(reading: Reading, candidate: Mention | None) -> str | None:
    """Return the fullest name of whom a mention points at, else its description; None for a pronoun left open."""
    if candidate is None:
        return None
    if candidate.person >= 0:
        return reading.people[candidate.person].name
    return candidate.name if candidate.kind == "nominal" else None


def speaker_kind(reading: Reading, candidate: Mention | None) -> SpeakerKind | None:
    """Return what the name is that `speaker_name` gives for a mention."""
    if candidate is None:
        return None
    if candidate.person < 0:
        return "description" if candidate.kind == "nominal" else None
    person = reading.people[candidate.person]
    if not person.named:
        return "description"
    return "organisation" if person.organisation else "person"


def role_of(reading: Reading, mention: Mention | None) -> str | None:
    """Return what the article says the person is: here, unless that is only "Rep."; None where it says just "Ms"."""
    if mention is None or mention.person < 0:
        return None
    if mention.role and " " in mention.role:
        return mention.role
    role = reading.people[mention.person].role
    return role if role and not is_honorific(role) else None


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


def kind_of(reading: Reading, number: int) -> QuoteKind:
    """Return `direct` for a whole statement inside marks, `mixed` for a fragment in the reporter's sentence."""
    stretch = reading.stretches[number]
    story = reading.story
    token = story.quote_tokens[number]
    first, _ = story.sentence_tokens[story.sentence_of[token]]
    inside = reading.text[stretch.start : stretch.end].lstrip("[(…. “‘'\"")
    if token == first or stretch.continues:
        return "direct"
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
