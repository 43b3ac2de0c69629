"""Furniture: what of a paragraph is no part of the story, its dateline, or all of a byline, a credit or a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from kit.quotes import cues
from kit.quotes.parsing.spans import Stretch
from kit.text.span import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?[ ]\d{1,2}"
# SEOUL, Nov. 5 (Agency) — / Kyiv, Ukraine (AP) — / PORT ALDOUS — : where the report was written, nobody who speaks.
_DATELINE = re.compile(
    rf"""
    \W{{0,3}} (?:
        [A-Z][A-Z.'’-]+ (?:[ ][A-Z][A-Z.'’-]+){{0,3}} (?:[,/][ ][A-Z][\w.’-]*(?:[ ][A-Z][\w.’-]*){{0,2}})?
        (?:,?[ ]{_MONTH})? (?:[ ]?[(\[][^)\]\n]{{2,40}}[)\]])?
      | [A-Z][\w.’-]*(?:[ ][A-Z][\w.’-]*){{0,2}} (?:,[ ][A-Z][\w.’-]*(?:[ ][A-Z][\w.’-]*){{0,2}})?
        (?: ,?[ ]{_MONTH} (?:[ ][(\[][^)\]\n]{{2,40}}[)\]])? | [ ][(\[][A-Z][^)\]\n]{{1,40}}[)\]] )
    ) \s? (?:—|–|--|-|//)+ \s
    | [A-Z][\w.’-]*(?:[ ][A-Z][\w.’-]*){{0,2}} (?:[ ]\[[^]\n]{{2,30}}\])? ,[ ]{_MONTH} (?:[ ]\([^)\n]{{2,40}}\))? : \s
    """,
    re.VERBOSE,
)
# KARACHI: Hundreds of people … ; not the KARIM: of a transcript, which comes again.
_PLACE_AND_COLON = re.compile(r"\W{0,3}([A-Z][A-Z.'’-]{2,}(?:[ /][A-Z][A-Z.'’-]+){0,2}):\s+(?=[A-Z“\"‘'])")
# Lahore: Hundreds of people …
_PLACE_BEFORE_NEWS = re.compile(r"\W{0,3}([A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,2}):\s+(?=[A-Z])")
# HOLM: Thank you. / Q: When?
_TURN = re.compile(r"^\W{0,3}(?:[AQ]|[A-Z][\w.’'-]+,?(?:[ ][\w.’'()-]+,?){0,6}):\s", re.MULTILINE)
_FEWEST_TURNS = 3
_SHORTEST_NEWS = 100  # characters; shorter lines may be headlines, whose labels speak
# Lahore: “We came by bus,” said Ana Lund.
_PLACE_BEFORE_MARK = re.compile(r"\W{0,3}[A-Z][\w.'’-]+(?:[ ][A-Z][\w.'’-]+){0,2}:\s+(?=[“\"‘'])")
_COLON_BLOCKS = 3
_BYLINE = re.compile(
    r"\W{0,3}(?:by|photos?|photograph|photographs|image|picture|credit|reporting|edited|editing|written|compiled|"
    r"translated|source|sources|follow us|read more|related|most viewed|"
    r"(?<=\()(?:adds|corrects|recasts|refiles|repeats|updates))\b(?:[ ]by\b|:)?[ ]",
    re.IGNORECASE,
)
# Ana Lund/AFP, © Karl Berg: whose a picture is.
_CREDIT = re.compile(r"\W{0,3}(?:©.*|(?:[A-Z][\w.’'-]++ ?){1,4}(?:/ ?(?:[A-Z][\w.’'-]*+ ?){1,4}){1,2})\W{0,3}")
_LONGEST_BYLINE = 130  # characters
_SHORTEST_HEADLINE, _LONGEST_SMALL = 4, 4  # words; letters of a word that headlines write small: with, from
_DATELINE_BLOCKS = 12  # a dateline stands near the top
# Written large in headlines, and no names.
_NEVER_NAMES = cues.AUXILIARIES | cues.CONJUNCTIONS | cues.PREPOSITIONS | cues.PRONOUNS.keys() | cues.VERBS.keys()


def unread(text: str, block: Span, inside: Sequence[Stretch], number: int) -> int:
    """Return where a paragraph's own words begin: behind its dateline, or at its end where it is no story."""
    short = block.end - block.start <= _LONGEST_BYLINE and text[block.end - 1] not in ".?!"
    plain = short and not inside
    if plain and (_BYLINE.match(text, *block) or _CREDIT.fullmatch(text, *block) or _is_headline(text[slice(*block)])):
        return block.end
    if number >= _DATELINE_BLOCKS:
        return block.start
    if number < _COLON_BLOCKS:
        place = _PLACE_AND_COLON.match(text, block.start, block.end)
        turn = place and inside and inside[0].outer_start == place.end() and inside[0].outer_end >= block.end
        if place and not turn and f"\n{place[1]}:" not in text[place.end() :] and not _has_turns(text):
            return place.end()
        place = _PLACE_BEFORE_NEWS.match(text, block.start, block.end)
        if place and block.end - block.start >= _SHORTEST_NEWS and _is_nobody(text, place) and not _has_turns(text):
            return place.end()
        place = _PLACE_BEFORE_MARK.match(text, block.start, block.end) if inside else None
        if place and inside[0].outer_start == place.end() and text[inside[0].end - 1] == ",":
            return place.end()
    dateline = _DATELINE.match(text, block.start, min(block.end, block.start + 120))
    if dateline and (text[dateline.end() : dateline.end() + 1].isupper() or dateline.end() == block.end):
        return dateline.end()
    return dateline.end() if dateline and inside and inside[0].outer_start == dateline.end() else block.start


def _has_turns(text: str) -> bool:
    """Do several lines begin with a label and a colon, as those of a transcript do?"""
    return len(list(islice(_TURN.finditer(text), _FEWEST_TURNS))) == _FEWEST_TURNS


def _is_nobody(text: str, place: re.Match[str]) -> bool:
    """Does nothing show that the label before a colon is somebody's name: "Lund:", with "Karl Lund" or "Lund said"?"""
    label = re.escape(place[1])
    first = place[1].partition(" ")[0].lower()
    before, behind = r"\n|[A-Z][\w.]*[ ]|said[ ]|says[ ]", r"[ ](?:said|says|told|added|asked|is|was|has)\b|:"
    spoken = rf"(?:{before}){label}\b|{label}(?:{behind})"
    return first not in cues.GIVEN_NAMES and re.search(spoken, text[place.end() :]) is None


def _is_headline(line: str) -> bool:
    """Is it a headline With All Its Large Words, in which a name cannot be told from the verb beside it?"""
    words = [word for word in line.split() if word[0].isalpha()]
    large = [word for word in words[1:] if word[0].isupper()]
    small = any(word[0].islower() and len(word) > _LONGEST_SMALL for word in words)
    if ":" in line or words[:1] == ["Interview"]:
        return False  # Kim: We Go On
    if small or len(words) < _SHORTEST_HEADLINE or len(large) * 2 < len(words) or line.isupper():
        return False
    return any(word.lower() in _NEVER_NAMES or word.endswith("ed") for word in large)
