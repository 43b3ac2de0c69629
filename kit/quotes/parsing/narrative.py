"""The reporter's own words as tokens: all that stands outside quotation marks, each quoted stretch being one token."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain, compress, pairwise
from operator import attrgetter
from typing import Any, TypeVar

from kit.models import Span
from kit.quotes import cues
from kit.quotes.parsing.furniture import unread
from kit.quotes.parsing.spans import Stretch
from kit.text.span import as_span
from kit.text.structure import sentences

# What a word can be, as bits, since one word can be several things (report: verb, reporting noun, document).
# What is asked about most comes first: Python keeps integers up to 256 ready, so that no other has to be made.
CAPITAL, PERSON, VERB, INSTITUTION, DETERMINER, PRONOUN, AUXILIARY, PREPOSITION = 1, 2, 4, 8, 16, 32, 64, 128
PUNCTUATION, CONJUNCTION, CUE_NOUN, TITLE, PLACE, CALENDAR = 1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13
PLURAL, ADVERB, NUMBER, PARTICLE, QUOTED = 1 << 14, 1 << 15, 1 << 16, 1 << 17, 1 << 18
CUE_SIGN = 1 << 19  # what is no verb or noun and stands between a source and what it says: according, a colon, a dash

# What is sought in an article or a stretch of it; all kinds of a token fit into a byte. What may point at somebody,
# what may be a reporting word, a word of `cues.SOUGHT`, an auxiliary, a finite verb, what may part clauses.
POINTING, REPORTING, SOUGHT, HELPING, FINITE, BREAKING = 1, 2, 4, 8, 16, 32

POSSESSIVES = frozenset(["'s", "’s", "'", "’"])  # what marks a possessor

FUNCTION = DETERMINER | AUXILIARY | ADVERB | CONJUNCTION | PREPOSITION | PRONOUN
OFFICE, SOMEBODY, MARKS = TITLE | PERSON, PERSON | INSTITUTION, QUOTED | PUNCTUATION
_POINTING, _REPORTING = CAPITAL | PRONOUN | SOMEBODY, VERB | CUE_NOUN | CUE_SIGN | QUOTED
_FINITE = frozenset(["past", "s"])  # shapes of verbs
_NO_BREAKS = frozenset(["'", "’", "$", "%", "-", "/", "&", "#", "@", "."])  # signs that part no clauses
# What tells of a byte of kinds, as 1 or 0, whether one of these kinds is among them.
_HAVING = {kind: bytes(bool(each & kind) for each in range(256)) for kind in (1, 2, 4, 8, 16, 32)}


def _flags() -> dict[str, int]:
    flags: dict[str, int] = {}
    for words, bit in (
        (cues.DETERMINERS, DETERMINER),
        (cues.AUXILIARIES, AUXILIARY),
        (cues.ADVERBS, ADVERB),
        (cues.CONJUNCTIONS, CONJUNCTION),
        (cues.PREPOSITIONS, PREPOSITION),
        (cues.PRONOUNS, PRONOUN),
        (cues.VERBS, VERB),
        (cues.NOUNS, CUE_NOUN),
        (cues.PERSONS, PERSON),
        (cues.INSTITUTIONS, INSTITUTION),
        (cues.TITLES, TITLE),
        (cues.PLACES, PLACE),
        (cues.CALENDAR, CALENDAR),
        (cues.PLURAL_PEOPLE, PLURAL | PERSON),
        (cues.PARTICLES, PARTICLE),
        (cues.SIGNS, CUE_SIGN),
    ):
        for word in words:
            flags[word] = flags.get(word, 0) | bit
    for word in list(flags):
        # "officials", "ministries": plurals of the nouns for people and institutions
        kind = flags[word] & (PERSON | INSTITUTION)
        if kind and not word.endswith("s"):
            plural = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeou" else word + "s"
            flags[plural] = flags.get(plural, 0) | kind | (PLURAL if kind & PERSON else 0)
    return flags


FLAGS = _flags()

_TOKEN = re.compile(
    r"""
    (?=\S) (?:                                          # a space is told by this alone, not by each line below
      [A-Za-z]++(?=[ ,;:)?!\n])                         # most words
    | ,
    | \d{1,3}(?:,\d{3})+(?!\d)                        # 17,000
    | (?:Mrs?|Ms|Mx|Drs?|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Cpl|Maj|Adm|Rev|Hon|Fr|Insp|Supt|Cllr|St|Jr|Sr)
      \.(?=\s|,|$)
    | (?:Abp|Adv|Ald|Alh|Amb|Arch|Atty|Avv|Barr|Bp|Brig|Cdr|Cde|Cmdr|Const|Cst|Det|Dra|Engr|Flt|Ing|Lic|Lieut|Mal|Md|
         Mlle|Mme|Mohd|Msgr|Mst|Ofc|Pfc|Pres|Pt|Pvt|Smt|Spc|Sqn|Sra|Srta|Surv|Ven|Wg)
      \.(?=\s[A-Z])
    | (?:Brig|Col|Lt|Maj)\.-(?:Col|Gen|Cdr)\.(?=\s[A-Z])  # Brig.-Gen.
    | W/O\b                                          # a warrant officer
    | (?:[^\W\d_]\.){2,}                             # U.S.
    | [A-Z]-[A-Z][a-z]+\.(?=[,)])                     # D-Calif.
    | [A-Z]\.(?=[ ]?[A-Z]|[ ][a-z]|,|['’]s)          # J. Smith, Josef F. said
    | ['’](?:s|S|d|ll|re|ve|m)\b
    | (?:(?<!\S)’(?=[A-Z]))?                            # ’Mamosa
      (?:(?<![\w.])@(?=[^\W_]))? [^\W_]+(?:(?:[-.&·]|_+)[^\W_]+|['’](?!(?:s|S|d|ll|re|ve|m)\b)[^\W_]+|[\u0300-\u036f]+)*
    | --+ | [^\w\s“”"]                              # marks left over, as in Ana “Bibi” Cruz, are no words
    )
    """,
    re.VERBOSE,
)
# NewsHour, AstraZeneca, but MacArthur, FitzGerald, VanderSloot.
_BRAND = re.compile(
    r"(?!(?:Abd|Abdul|Abu|Bin|Dal|Del|Della|Des|Fitz|Mac|San|Santa|Van|Vande[nr]?|Von)[A-Z])[A-Z][a-z]{2,}[A-Z][a-z]"
)
_LOWER_PREFIX = re.compile(r"(?:al|el|an|ar|as|ash|at|az|ad|bin|d|l|de|du|abu)[-'’][A-Z]")

_LONGEST_SENTENCE = 100  # tokens; what is longer is no sentence, and looking through all of it takes too long
_MOST_WORDS = 1 << 16  # remembered; an article of nonsense shall not fill the memory
_LONGEST_WORD = 60  # remembered; where no spaces are written, a whole sentence may be one

_OFFICE_PREFIXES = frozenset(["acting", "assistant", "co", "deputy", "ex", "former", "sub", "then", "under", "vice"])

QUOTE_WORD = "“”"
_OUTER_END = attrgetter("outer_end")
Value = TypeVar("Value")
# The tokens of a piece, five values each: word, in small letters, what it can be, its kinds, characters from it to the
# next token.
Piece = tuple[str | int, ...]


class Remembered(dict[str, Value]):
    """What a function gives for each word met so far; faster than `lru_cache`, as the words are kept in no order."""

    def __init__(self, function: Callable[[str], Value]) -> None:
        super().__init__()
        self.function = function

    def __missing__(self, word: str) -> Value:
        if len(self) >= _MOST_WORDS:
            self.clear()
        value = self.function(word)
        if len(word) <= _LONGEST_WORD:
            self[word] = value
        return value


@dataclass(slots=True)
class Narrative:
    """Tokens of the text outside quotation marks, in order, as parallel lists.

    `words[i]` is the token, `lower[i]` the same in small letters, `starts[i]` its offset, `flags[i]` what it can be,
    `kinds[i]` what of it is sought, `sentence_of[i]` the number of its sentence. A quoted stretch is one token,
    `quote_tokens[n]` its place. `pointing`, `reporting` and `sought` hold all tokens of these kinds.
    """

    words: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    kinds: bytearray = field(default_factory=bytearray)
    sentence_of: list[int] = field(default_factory=list)
    quote_tokens: list[int] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    sentence_tokens: list[Span] = field(default_factory=list)
    paragraph_of: list[int] = field(default_factory=list)  # by sentence
    paragraph_sentences: list[Span] = field(default_factory=list)
    pointing: list[int] = field(default_factory=list)
    reporting: list[int] = field(default_factory=list)
    sought: list[int] = field(default_factory=list)

    def end(self, token: int) -> int:
        """Return the offset behind a token."""
        return self.starts[token] + len(self.words[token])

    def behind_mark(self, token: int) -> bool:
        """Does a mark that is no token stand before a token, as in Ana “Bibi” Cruz?"""
        return token > 0 and self.starts[token] == self.end(token - 1) + 2

    def offsets(self, first: int, last: int) -> Span:
        """Return where tokens stand in the text."""
        return as_span((self.starts[first], self.starts[last - 1] + len(self.words[last - 1])))

    def written(self, text: str, first: int, last: int) -> str:
        """Return tokens as they stand in the text, on one line."""
        if last - first == 1:
            return self.words[first]
        written = text[self.starts[first] : self.starts[last - 1] + len(self.words[last - 1])]
        one_line = written.isprintable() and "  " not in written
        return written if one_line else " ".join(written.split())

    def count(self, kind: int, first: int, last: int) -> int:
        """Return how many of these tokens are of a kind."""
        return self.kinds[first:last].translate(_HAVING[kind]).count(1)

    def tokens_of(self, kind: int, first: int, last: int) -> Iterator[int]:
        """Return those of these tokens that are of a kind."""
        return compress(range(first, last), self.kinds[first:last].translate(_HAVING[kind]))

    def sentences_with(self, words: Container[str]) -> frozenset[int]:
        """Return the sentences that hold one of these words, which are among `cues.SOUGHT`."""
        return frozenset([self.sentence_of[token] for token in self.sought if self.lower[token] in words])

    def possessive(self, token: int) -> bool:
        """Is the token the 's of a possessor, or the mark behind "the Greens'"?"""
        if token >= len(self.lower) or self.lower[token] not in POSSESSIVES:
            return False
        return len(self.lower[token]) > 1 or self.lower[token - 1][-1] == "s"

    def paragraph_at(self, token: int) -> int:
        """Return the number of a token's paragraph."""
        return self.paragraph_of[self.sentence_of[token]]

    def paragraph_tokens(self, paragraph: int) -> tuple[int, int]:
        """Return the first token of a paragraph and the one behind it."""
        first, end = self.paragraph_sentences[paragraph]
        if first == end:
            return 0, 0
        return self.sentence_tokens[first].start, self.sentence_tokens[end - 1].end


def read_narrative(text: str, blocks: Sequence[Span], stretches: Sequence[Stretch]) -> Narrative:
    """Return the tokens of `text` (markup blanked) outside the stretches, paragraph by paragraph."""
    story = Narrative()
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
            _read_sentence(story, text, sentence, number, inside, skip)
        story.paragraph_sentences.append(as_span((before, len(story.sentences))))
    tokens = list(range(len(story.words)))
    story.pointing += compress(tokens, story.kinds.translate(_HAVING[POINTING]))
    story.reporting += compress(tokens, story.kinds.translate(_HAVING[REPORTING]))
    story.sought += compress(tokens, story.kinds.translate(_HAVING[SOUGHT]))
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
    story: Narrative, text: str, sentence: Span, paragraph: int, inside: Sequence[Stretch], skip: int
) -> None:
    """Append the tokens of one sentence; words before `skip` are left out."""
    first_token = len(story.words)
    start = max(sentence.start, skip)
    if inside:
        position = bisect_right(inside, sentence.start, key=_OUTER_END)
        for stretch in inside[position:]:
            if stretch.outer_start >= sentence.end:
                break
            _read_words(story, text, start, stretch.outer_start)
            story.quote_tokens.append(len(story.words))
            story.words.append(QUOTE_WORD)
            story.lower.append(QUOTE_WORD)
            story.starts.append(stretch.outer_start)
            story.flags.append(QUOTED)
            story.kinds.append(REPORTING)
            start = stretch.outer_end
    _read_words(story, text, start, sentence.end)
    while len(story.words) - first_token > _LONGEST_SENTENCE:
        last = first_token + _LONGEST_SENTENCE
        _enter(story, Span(sentence.start, story.starts[last]), paragraph, first_token, last)
        sentence, first_token = Span(story.starts[last], sentence.end), last
    _enter(story, sentence, paragraph, first_token, len(story.words))


def _enter(story: Narrative, sentence: Span, paragraph: int, first: int, last: int) -> None:
    """Enter tokens as a sentence; where one is endless (a table, a list), it is entered as several."""
    story.sentence_of += [len(story.sentences)] * (last - first)
    story.sentences.append(sentence)
    story.paragraph_of.append(paragraph)
    story.sentence_tokens.append(as_span((first, last)))


def _read_words(story: Narrative, text: str, start: int, end: int) -> None:
    """Append the tokens of a stretch of the reporter's own words."""
    bare = text[start:end].lstrip()
    if not bare:
        return
    start = end - len(bare)
    pieces = list(map(_PIECES.__getitem__, bare.rstrip().split(" ")))
    if all(pieces):
        tokens: list[Any] = []
        for piece in pieces:
            tokens += piece
        story.words += tokens[::5]
        story.lower += tokens[1::5]
        story.flags += tokens[2::5]
        story.kinds += bytes(tokens[3::5])
        story.starts += accumulate(tokens[4:-1:5], initial=start)
        return
    for match in _TOKEN.finditer(text, start, end):
        story.words.append(match[0])
        story.lower.append(match[0].lower())
        story.flags.append(WORD_FLAGS[match[0]])
        story.kinds.append(_KINDS[match[0]])
        story.starts.append(match.start())


def _piece(piece: str) -> Piece:
    """Return the tokens in what stands between two spaces; none where it alone does not tell: the B. of "Plan B."."""
    if piece.isalpha():
        return piece, piece.lower(), WORD_FLAGS[piece], _KINDS[piece], len(piece) + 1
    matches = list(_TOKEN.finditer(piece))
    starts = [*map(re.Match.start, matches), len(piece) + 1]
    words = [match[0] for match in matches]
    if starts[0] > 0 or (piece[-1] == "." and _TOKEN.findall(f"{piece} A")[:-1] != words):
        return ()
    steps = (following - start for start, following in pairwise(starts))
    tokens = (
        (word, word.lower(), WORD_FLAGS[word], _KINDS[word], step) for word, step in zip(words, steps, strict=True)
    )
    return tuple(chain.from_iterable(tokens))


def _compound_flags(word: str) -> int:
    """Return PERSON for mayor-elect, ex-minister, vice-captain, 34-year-old and mother-of-two."""
    before, _, behind = word.partition("-")
    if "-turned-" in word:  # the actor-turned-senator
        return FLAGS.get(word.rpartition("-")[2], 0) & PERSON
    if (behind == "year-old" and before.isalnum()) or (behind.startswith("of-") and FLAGS.get(before, 0) & PERSON):
        return PERSON
    core = before if behind in ("elect", "designate") else behind if before in _OFFICE_PREFIXES else ""
    return FLAGS.get(core, 0) & (PERSON | TITLE)


_NO_PRONOUNS = frozenset(["IT", "WHO"])  # information technology, the World Health Organization


def _flags_of(word: str) -> int:
    """Return what a word can be."""
    small = word.lower()
    bits = 0 if word in _NO_PRONOUNS else FLAGS.get(small) or (_compound_flags(small) if "-" in small else 0)
    head = word[1] if word[0] == "’" and len(word) > 1 else word[0]
    handle = "_" in word or (head == "@" and len(word) > 1)
    if handle or head.isupper() or (head.islower() and len(word) > 3 and _LOWER_PREFIX.match(word)):
        bits |= CAPITAL
        if small[-1] == "." and len(small) > 2:  # not the I. of "I. M. Lund"
            bits |= FLAGS.get(small[:-1], 0)
        if _BRAND.match(word):
            bits |= INSTITUTION
    elif head.isdigit():
        bits |= NUMBER
    elif small.endswith(("n't", "n’t")):
        bits |= AUXILIARY
    elif not head.isalnum() and not bits & ~CUE_SIGN:
        bits |= PUNCTUATION
    return bits


def _kinds_of(word: str) -> int:
    """Return what of a word is sought."""
    small, bits = word.lower(), WORD_FLAGS[word]
    finite = bits & VERB and cues.VERB_SHAPES.get(small) in _FINITE
    return (
        (POINTING if bits & _POINTING or small == "accused" else 0)  # who is accused may be somebody
        | (REPORTING if bits & _REPORTING else 0)
        | (SOUGHT if small in cues.SOUGHT else 0)
        | (HELPING if bits & AUXILIARY else 0)
        | (FINITE if bits & AUXILIARY or finite else 0)
        | (BREAKING if bits & PUNCTUATION and small not in _NO_BREAKS else 0)
    )


WORD_FLAGS = Remembered(_flags_of)
_KINDS = Remembered(_kinds_of)
_PIECES = Remembered(_piece)  # most were met before, which is quicker than looking for their tokens again
