"""The reporter's own words as tokens: all that stands outside quotation marks, each quoted stretch being one token."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from itertools import compress
from typing import TypeVar

from kit.models import Span
from kit.quotes import cues
from kit.text.span import as_span

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
_POINTING, _REPORTING = CAPITAL | SOMEBODY, VERB | CUE_NOUN | CUE_SIGN | QUOTED
# Besides: pronouns of which `find_mentions` may make a mention, and who is accused.
_MAY_POINT = frozenset(["accused", "he", "her", "him", "his", "she", "their", "them", "they"])
_FINITE = frozenset(["past", "s"])  # shapes of verbs
_NO_BREAKS = frozenset(["'", "’", "$", "%", "-", "/", "&", "#", "@", "."])  # signs that part no clauses
# What tells of a byte of kinds, as 1 or 0, whether one of these kinds is among them.
HAVING = {kind: bytes(bool(each & kind) for each in range(256)) for kind in (1, 2, 4, 8, 16, 32)}


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

TOKEN = re.compile(
    r"""
    (?=\S) (?:                                          # a space is told by this alone, not by each line below
      [A-Za-z]++(?=[ ,;:)?!\n])                         # most words
    | ,
    | \d{1,3}(?:,\d{3})+(?!\d)                        # 17,000
    | (?:Mrs?|Ms|Mx|Drs?|Prof|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Cpl|Maj|Adm|Rev|Hon|Fr|Insp|Supt|Cllr|St|Jr|Sr)
      \.(?=\s|,|$)
    | (?:Abp|Adv|Ald|Alh|Amb|Arch|Atty|Avv|Barr|Bp|Brig|Cdr|Cde|Cmdr|Const|Cst|Det|Dra|Engr|Flt|Ing|Lic|Lieut|Mal|Md|
         Mlle|Mme|Mohd|Msgr|Mst|Ofc|Pfc|Pres|Pt|Pvt|Sec|Smt|Spc|Sqn|Sra|Srta|Surv|Ven|Wg)
      \.(?=\s[A-Z])
    | (?:Brig|Col|Lt|Maj)\.-(?:Col|Gen|Cdr)\.(?=\s[A-Z])  # Brig.-Gen.
    | (?=[A-Z]{2,4}\.)(?:ADM|AMB|CAPT|COL|DR|GEN|GOV|LT|MAJ|MRS?|MS|PROF|REP|SEC|SEN|SGT|VADM)\.(?=\s[A-Z])
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

_MOST_WORDS = 1 << 16  # remembered; an article of nonsense shall not fill the memory
_LONGEST_WORD = 60  # remembered; where no spaces are written, a whole sentence may be one

_OFFICE_PREFIXES = frozenset(["acting", "assistant", "co", "deputy", "ex", "former", "sub", "then", "under", "vice"])
_NO_DOERS = frozenset(["anti", "cross", "inter", "multi", "non", "one", "per", "pre", "pro", "single", "two"])

QUOTE_WORD = "“”"
Value = TypeVar("Value")


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

    def having(self, kind: int, first: int, last: int) -> bytearray:
        """Return 1 for each of these tokens that is of a kind, 0 for the others."""
        return self.kinds[first:last].translate(HAVING[kind])

    def tokens_of(self, kind: int, first: int, last: int) -> Iterator[int]:
        """Return those of these tokens that are of a kind."""
        return compress(range(first, last), self.kinds[first:last].translate(HAVING[kind]))

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


def _compound_flags(word: str) -> int:
    """Return PERSON for mayor-elect, ex-minister, vice-captain, 34-year-old and mother-of-two."""
    before, _, behind = word.partition("-")
    if "-turned-" in word:  # the actor-turned-senator
        return FLAGS.get(word.rpartition("-")[2], 0) & PERSON
    if (behind == "year-old" and before.isalnum()) or (behind.startswith("of-") and FLAGS.get(before, 0) & PERSON):
        return PERSON
    doer = behind.endswith("er") and before not in _NO_DOERS  # front-rower
    core = before if behind in ("elect", "designate") else behind if before in _OFFICE_PREFIXES or doer else ""
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
        (POINTING if bits & _POINTING or small in _MAY_POINT else 0)
        | (REPORTING if bits & _REPORTING else 0)
        | (SOUGHT if small in cues.SOUGHT else 0)
        | (HELPING if bits & AUXILIARY else 0)
        | (FINITE if bits & AUXILIARY or finite else 0)
        | (BREAKING if bits & PUNCTUATION and small not in _NO_BREAKS else 0)
    )


WORD_FLAGS = Remembered(_flags_of)
WORD_KINDS = Remembered(_kinds_of)
