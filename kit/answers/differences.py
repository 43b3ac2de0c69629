"""What differs between two versions of a text: sentence by sentence, and word by word within a sentence.

Sentences that both have, wherever they stand, are no difference; nor are case, punctuation and markup. The others are
paired with the most like sentence on the other side. A pair in which a number or a day differs is a `figure`, one in
which each side has a name that the other lacks is a `name`; any other is `reworded`. What has no counterpart was
`added` or `removed`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal, NamedTuple

from kit.text.names import fold
from kit.text.span import Span
from kit.text.structure import paragraphs, sentences, unmarked

ChangeKind = Literal["figure", "name", "added", "removed", "reworded"]

# Two sentences are one, changed, if so large a share of their words is the same (Dice's coefficient, rare words
# counting as much as frequent ones).
ALIKE = 0.45
# A second sentence belongs to the pair if it makes the two sides more alike by so much.
BETTER = 0.08
# Words that more sentences have do not lead from one sentence to another.
FREQUENT = 20
# Longer sentences are shown as changed in whole: comparing words takes time that grows with their square.
MOST_WORDS = 2_000

_WORD = re.compile(r"[^\W_]+(?:[.,:/’'-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s$")
_OPENING = "“\"'‘«„([—–"
# Number or day → the form that is compared; "one" and "may" are more often something else.
_FIGURES = dict(
    line.split() for line in Path(__file__).with_name("figures.txt").read_text("utf-8").splitlines() if line
)


class Passage(NamedTuple):
    """One sentence, or several in a row, in characters of the body; `highlights` are what differs, within `text`."""

    start: int
    end: int
    text: str
    highlights: tuple[Span, ...] = ()


class Change(NamedTuple):
    """One difference; `a` is None for what was added, `b` for what was removed.

    `trades_figures` says that each side has a number or a day that the other one lacks.
    """

    kind: ChangeKind
    a: Passage | None
    b: Passage | None
    trades_figures: bool = False


class _Sentence(NamedTuple):
    """A sentence, or several in a row, by the place among those of its text; folded, and the words of that."""

    first: int
    last: int
    start: int
    end: int
    folded: str
    words: Counter[str]

    def joined(self, other: _Sentence) -> _Sentence:
        first, second = sorted((self, other))
        folded = first.folded + second.folded
        return _Sentence(first.first, second.last, first.start, second.end, folded, first.words + second.words)


_Pair = tuple[_Sentence, _Sentence]


def find_changes(one: str, other: str) -> list[Change]:
    """The differences between two bodies: figures first, then names, then sentences in the order of the text."""
    left, right = _sentences(one), _sentences(other)
    only_left, only_right = _without_same(left, right), _without_same(right, left)
    pairs = _joined_pairs(_pairs(only_left, only_right), only_left, only_right)
    changes = [(b.start, change) for a, b in pairs if (change := _changed(one, a, other, b))]
    taken_left = {number for a, _ in pairs for number in range(a.first, a.last + 1)}
    taken_right = {number for _, b in pairs for number in range(b.first, b.last + 1)}
    places = _places_of_removed(left, right)
    changes += [
        (places[a.first], Change("removed", _passage(one, a), None)) for a in only_left if a.first not in taken_left
    ]
    changes += [(b.start, Change("added", None, _passage(other, b))) for b in only_right if b.first not in taken_right]
    return [change for _, change in sorted(changes, key=lambda placed: (_rank(placed[1]), placed[0]))]


def _rank(change: Change) -> int:
    """Figures that became others before those that came or went, then names, then the rest."""
    if change.kind == "figure":
        return 0 if change.trades_figures else 1
    return 2 if change.kind == "name" else 3


def _sentences(body: str) -> list[_Sentence]:
    plain = unmarked(body)
    found: list[_Sentence] = []
    for block in paragraphs(body):
        for span in sentences(body, block.start, block.end):
            folded = fold(plain[span.start : span.end])
            if folded:
                found.append(_Sentence(len(found), len(found), *span, folded, Counter(folded.split())))
    return found


def _without_same(these: Sequence[_Sentence], those: Sequence[_Sentence]) -> list[_Sentence]:
    """The sentences that have no equal on the other side, as often as they stand there."""
    there = Counter(sentence.folded for sentence in those)
    kept = []
    for sentence in these:
        if there[sentence.folded]:
            there[sentence.folded] -= 1
        else:
            kept.append(sentence)
    return kept


def _pairs(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> list[_Pair]:
    """The most like sentences two by two, the most like first, each used once."""
    having: dict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(right):
        for word in sentence.words:
            having[word].append(place)
    scored: list[tuple[float, int, int]] = []
    for number, sentence in enumerate(left):
        near = {place for word in sentence.words if len(having.get(word, ())) <= FREQUENT for place in having[word]}
        for place in near:
            alike = _alike(sentence.words, right[place].words)
            if alike >= ALIKE:
                scored.append((-alike, number, place))
    pairs: list[_Pair] = []
    left_taken: set[int] = set()
    right_taken: set[int] = set()
    for _, number, place in sorted(scored):
        if number not in left_taken and place not in right_taken:
            left_taken.add(number)
            right_taken.add(place)
            pairs.append((left[number], right[place]))
    return pairs


def _alike(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())


def _joined_pairs(pairs: Iterable[_Pair], left: Sequence[_Sentence], right: Sequence[_Sentence]) -> list[_Pair]:
    """The pairs, a sentence that was cut in two put together where both halves stand side by side."""
    pairs = list(pairs)
    free_left = {s.first: s for s in left} | {a.first: None for a, _ in pairs}
    free_right = {s.first: s for s in right} | {b.first: None for _, b in pairs}
    joined = []
    for a, b in pairs:
        a = _extended(a, b, free_left)
        b = _extended(b, a, free_right)
        joined.append((a, b))
    return joined


def _extended(sentence: _Sentence, partner: _Sentence, free: dict[int, _Sentence | None]) -> _Sentence:
    for number in (sentence.first - 1, sentence.last + 1):
        neighbour = free.get(number)
        if neighbour is None:
            continue
        longer = sentence.joined(neighbour)
        if _alike(longer.words, partner.words) >= _alike(sentence.words, partner.words) + BETTER:
            free[number] = None
            sentence = longer
    return sentence


def _places_of_removed(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> list[int]:
    """Where in the other text each sentence would stand: behind the nearest one before it that both have."""
    ends = {sentence.folded: sentence.end for sentence in right}
    places, place = [], 0
    for sentence in left:
        place = ends.get(sentence.folded, place)
        places.append(place)
    return places


# --- one changed sentence --------------------------------------------------------------------------------------------


class _Word(NamedTuple):
    span: Span
    folded: str
    opens: bool  # at the beginning of the sentence, or behind an opening mark


def _changed(one: str, a: _Sentence, other: str, b: _Sentence) -> Change | None:
    """The difference between two sentences; None where one was only cut in two."""
    left, right = _passage(one, a), _passage(other, b)
    left_words, right_words = _words(left.text), _words(right.text)
    left_spans, right_spans = differing_words(left.text, right.text)
    if not left_spans and not right_spans:
        return None
    left, right = left._replace(highlights=left_spans), right._replace(highlights=right_spans)
    figures = Counter(_figures(left.text, left_words)), Counter(_figures(right.text, right_words))
    trades_figures = bool(figures[0] - figures[1] and figures[1] - figures[0])
    return Change(_kind(figures, left, left_words, right, right_words), left, right, trades_figures)


def _kind(
    figures: tuple[Counter[str], Counter[str]],
    left: Passage,
    left_words: Sequence[_Word],
    right: Passage,
    right_words: Sequence[_Word],
) -> ChangeKind:
    if figures[0] != figures[1]:
        return "figure"
    new_names = set(_names(right.text, right_words)) - {word.folded for word in left_words}
    old_names = set(_names(left.text, left_words)) - {word.folded for word in right_words}
    return "name" if old_names and new_names else "reworded"


def differing_words(one: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What differs in each of two texts, whole words; all of a very long one."""
    left, right = _words(one), _words(other)
    if max(len(left), len(right)) > MOST_WORDS:
        return (Span(0, len(one)),), (Span(0, len(other)),)
    return _differing(left, right)


def _passage(body: str, sentence: _Sentence) -> Passage:
    plain = unmarked(body[sentence.start : sentence.end])
    return Passage(sentence.start, sentence.end, " ".join(plain.split()))


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        opens = match.start() == 0 or text[match.start() - 1] in _OPENING
        bare = _POSSESSIVE.sub("", match[0])
        found.append(_Word(Span(match.start(), match.start() + len(bare)), fold(bare).replace(" ", ""), opens))
    return found


def _differing(left: Sequence[_Word], right: Sequence[_Word]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What differs on either side, words in a row together."""
    matcher = SequenceMatcher(None, [w.folded for w in left], [w.folded for w in right], autojunk=False)
    codes = [code[1:] for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        tuple(_stretch(left, first, last) for first, last, _, _ in codes if first < last),
        tuple(_stretch(right, first, last) for _, _, first, last in codes if first < last),
    )


def _stretch(words: Sequence[_Word], first: int, last: int) -> Span:
    return Span(words[first].span.start, words[last - 1].span.end)


def _figures(text: str, words: Iterable[_Word]) -> Iterator[str]:
    """Numbers and days, in the form in which they are compared."""
    for word in words:
        written = text[word.span.start : word.span.end]
        if any(char.isdigit() for char in written):
            yield written.replace(",", "").casefold()
        elif (figure := _FIGURES.get(word.folded)) and (written[0].isupper() or figure.isdigit()):
            yield figure


def _names(text: str, words: Sequence[_Word]) -> Iterator[str]:
    """The folded words that stand in a name: capital where nothing but a name has one."""
    for number, word in enumerate(words):
        if not text[word.span.start].isupper() or len(word.folded) < 2 or word.folded in _FIGURES:
            continue
        followed = number + 1 < len(words) and text[words[number + 1].span.start].isupper()
        if not word.opens or followed:
            yield word.folded
