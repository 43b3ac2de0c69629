"""Tokenizing: a text's own words, sentence by sentence, → its narrative."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, compress, pairwise
from operator import attrgetter
from typing import Any

from kit.models import Span
from kit.quotes.parsing.furniture import unread
from kit.quotes.parsing.narrative import (
    HAVING,
    POINTING,
    QUOTE_WORD,
    QUOTED,
    REPORTING,
    SOUGHT,
    TOKEN,
    WORD_FLAGS,
    WORD_KINDS,
    Narrative,
    Remembered,
)
from kit.quotes.parsing.spans import Stretch
from kit.text.span import as_span
from kit.text.structure import sentences

_LONGEST_SENTENCE = 100  # tokens; what is longer is no sentence, and looking through all of it takes too long
_OUTER_END = attrgetter("outer_end")
# The tokens of a piece, five values each: word, in small letters, what it can be, its kinds, characters from it to the
# next token.
Piece = tuple[str | int, ...]
_VALUES = 5


def read_narrative(text: str, blocks: Sequence[Span], stretches: Sequence[Stretch]) -> Narrative:
    """Return the tokens of `text` (markup blanked) outside the stretches, paragraph by paragraph."""
    story = Narrative()
    tokens = _Tokens(text)
    position = 0
    for number, block in enumerate(blocks):
        first = position
        while position < len(stretches) and stretches[position].paragraph == number:
            position += 1
        inside = stretches[first:position]
        before = len(story.sentences)
        skip = unread(text, block, inside, number)
        if inside:
            skip = min(skip, inside[0].outer_start)
        for sentence in _whole_sentences(text, block, inside):
            _read_sentence(story, tokens, sentence, number, inside, skip)
        story.paragraph_sentences.append(as_span((before, len(story.sentences))))
    values = tokens.values
    story.words, story.lower, story.flags = values[::_VALUES], values[1::_VALUES], values[2::_VALUES]
    story.kinds = bytearray(values[3::_VALUES])
    story.starts = tokens.starts(0)
    numbers = list(range(len(story.words)))
    story.pointing += compress(numbers, story.kinds.translate(HAVING[POINTING]))
    story.reporting += compress(numbers, story.kinds.translate(HAVING[REPORTING]))
    story.sought += compress(numbers, story.kinds.translate(HAVING[SOUGHT]))
    return story


def _whole_sentences(text: str, block: Span, inside: Sequence[Stretch]) -> list[Span]:
    """Return the sentences of a paragraph, those inside one quotation joined."""
    found = sentences(text, *block)
    if not inside:
        return found
    joined: list[Span] = []
    position = 0
    for sentence in found:
        while position < len(inside) and inside[position].outer_end <= sentence.start:
            position += 1
        if joined and position < len(inside) and inside[position].outer_start < sentence.start:
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    return joined


def _read_sentence(
    story: Narrative, tokens: _Tokens, sentence: Span, paragraph: int, inside: Sequence[Stretch], skip: int
) -> None:
    """Append the tokens of one sentence; words before `skip` are left out."""
    first_token = len(story.sentence_of)
    start = sentence.start if sentence.start > skip else skip
    if inside:
        position = bisect_right(inside, sentence.start, key=_OUTER_END)
        for stretch in inside[position:]:
            if stretch.outer_start >= sentence.end:
                break
            tokens.read(start, stretch.outer_start)
            story.quote_tokens.append(tokens.number())
            tokens.read_stretch(stretch)
            start = stretch.outer_end
    tokens.read(start, sentence.end)
    last_token = tokens.number()
    if last_token - first_token > _LONGEST_SENTENCE:
        cuts = range(first_token + _LONGEST_SENTENCE, last_token, _LONGEST_SENTENCE)
        for cut, begins in zip(cuts, tokens.starts(first_token)[_LONGEST_SENTENCE::_LONGEST_SENTENCE], strict=True):
            _enter(story, Span(sentence.start, begins), paragraph, first_token, cut)
            sentence, first_token = Span(begins, sentence.end), cut
    _enter(story, sentence, paragraph, first_token, last_token)


def _enter(story: Narrative, sentence: Span, paragraph: int, first: int, last: int) -> None:
    """Enter tokens as a sentence; where one is endless (a table, a list), it is entered as several."""
    story.sentence_of += [len(story.sentences)] * (last - first)
    story.sentences.append(sentence)
    story.paragraph_of.append(paragraph)
    story.sentence_tokens.append(as_span((first, last)))


class _Tokens:
    """The tokens of a text read so far, all their values in one list, as those of a piece."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: list[Any] = []
        self._end = 0  # where the last token leads to

    def number(self) -> int:
        """Return how many tokens have been read."""
        return len(self.values) // _VALUES

    def starts(self, token: int) -> list[int]:
        """Return where the tokens from one on begin."""
        steps: list[int] = self.values[token * _VALUES + _VALUES - 1 :: _VALUES]
        return list(accumulate(steps, initial=self._end - sum(steps)))[:-1]

    def read(self, start: int, end: int) -> None:
        """Append the tokens of a stretch of the reporter's own words."""
        bare = self.text[start:end].lstrip()
        if not bare:
            return
        start = end - len(bare)
        bare = bare.rstrip()
        behind = start + len(bare) + 1
        pieces = list(map(_PIECES.__getitem__, bare.split(" ")))
        if all(pieces):
            self._step_to(start)
            values = self.values
            for piece in pieces:
                values += piece
            self._end = behind
        elif matches := list(TOKEN.finditer(self.text, start, end)):
            self._step_to(matches[0].start())
            self.values += _values_of(matches, behind)
            self._end = behind

    def read_stretch(self, stretch: Stretch) -> None:
        """Append the token that stands for a quoted stretch."""
        self._step_to(stretch.outer_start)
        self._end = stretch.outer_end
        self.values += QUOTE_WORD, QUOTE_WORD, QUOTED, REPORTING, stretch.outer_end - stretch.outer_start

    def _step_to(self, start: int) -> None:
        """Let the last token lead to where the next one begins."""
        if self.values:
            self.values[-1] += start - self._end


def _piece(piece: str) -> Piece:
    """Return the tokens in what stands between two spaces; none where it alone does not tell: the B. of "Plan B."."""
    if piece.isalpha():
        return piece, piece.lower(), WORD_FLAGS[piece], WORD_KINDS[piece], len(piece) + 1
    matches = list(TOKEN.finditer(piece))
    words = [match[0] for match in matches]
    if not matches or matches[0].start() > 0 or (piece[-1] == "." and TOKEN.findall(f"{piece} A")[:-1] != words):
        return ()
    return tuple(_values_of(matches, len(piece) + 1))


def _values_of(matches: Sequence[re.Match[str]], end: int) -> Iterator[str | int]:
    """Return the values of tokens, of which the last one leads to `end`."""
    starts = [*map(re.Match.start, matches), end]
    words = [match[0] for match in matches]
    steps = (following - start for start, following in pairwise(starts))
    tokens = (
        (word, word.lower(), WORD_FLAGS[word], WORD_KINDS[word], step) for word, step in zip(words, steps, strict=True)
    )
    return chain.from_iterable(tokens)


_PIECES = Remembered(_piece)  # most were met before, which is quicker than looking for their tokens again
