"""What stands round an article on its page: menus, weather, advertisements, buttons, forum fields, lists of stories.

Every rule looks at one line. Where a rule may be met by an article's own words it says only that the line *can* be
furniture, and plain.py decides by the place where it stands.
"""

from __future__ import annotations

import re
from pathlib import Path

from kit.text.names import fold


def _words(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / "words" / name).read_text("utf-8").splitlines())


_LINES = _words("furniture_lines.txt")
_SECTION_ENDS = _words("section_ends.txt")
_OPENINGS = tuple(f" {opening} " for opening in sorted(_words("openings.txt")))
_SECTIONS = _words("sections.txt")
_MAY_BE_HEADINGS = _words("may_be_headings.txt")
_OUTLET_NOUNS = _words("outlet_nouns.txt")
_FORUM_FIELDS = _words("forum_fields.txt")

LONGEST_OUTLET = 5  # words
FEW_WORDS = 15  # as many as a button or an invitation may have
_NUMBER = re.compile(r"\b\d[\d.,]*[km]?\b", re.IGNORECASE)
_TEMPERATURE = re.compile(
    r"[-+−–]?\d{1,3}(?:[.,]\d)?\s?(?:°|º|˚)\s?[CF]?|[-+−–]?\d{1,3}(?:[.,]\d)?\s?[CF]", re.IGNORECASE
)
_SKY = re.compile(
    r"(?:(?:partly|mostly|light|heavy|scattered|few|broken|overcast|clear|isolated|moderate)\s)?"
    r"(?:cloudy|clouds?|sunny|clear(?:\ssky)?|rain|showers?|snow|fog|haze|mist|overcast|thunderstorms?|drizzle)",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\W_]*")
_COUNT = re.compile(
    r"\W{0,3}(?:\d[\d.,]*[km]?\s?)?(?:min(?:ute)?s?(?:\s(?:read|ago))?|hours?\sago|days?\sago|views?|shares?|likes?"
    r"|comments?|replies|reactions|of\s\d+|/\s?\d+)(?:\s\(?\d+\)?)?\W{0,3}|\W{0,3}\d{1,3}\s?/\s?\d{1,3}\W{0,3}",
    re.IGNORECASE,
)
_FORUM = re.compile(
    r"(?:joined|join date|messages|posts|reaction score|reputation|location|points|likes received|thread starter"
    r"|country|nationality|nation of (?:origin|residence))\s?:?\s?[^.!?]{0,40}|#\d{1,5}|post #\d{1,5}",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\W{0,3}(?:(?:copyright|©|\(c\))[^.]{0,100}\d{4}|©|(?:.{0,80}\b)?all rights reserved\b"
    r"|[<[(]?(?:저작권자|copyrights?\sⓒ|ⓒ))",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"\W{0,3}(?:please\s)?(?:direct|send|e-?mail|address|for)\s(?:any\s|all\s|your\s|us\s)*"
    r"(?:questions?|comments?|feedback|tips|inquiries|enquiries|corrections)\b[^.!?]{0,80}[\w.+-]{1,64}@[\w.-]{1,80}",
    re.IGNORECASE,
)
_SYNDICATED = re.compile(
    r"\W{0,3}(?:(?:except for|apart from) the headline,? )?(?:this|the) (?:story|article|report|copy|content)"
    r" (?:has|was|is) (?:not |n't )?(?:been )?(?:edited|created|written|reviewed) by (?P<outlet>[^.]{2,60}?)"
    r"(?:'s|’s)? (?:staff|team|editors)\b[^.]{0,120}\b(?:feed|agency|wire|source)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[([](?:[^()\[\]]{0,40}\b)?(?:courtesy|photos?|image|file|via|handout|provided|pool|afp|ap|epa|reuters|yonhap|getty"
    r"|xinhua|news1|newsis|kcna|ministry of|screenshot|screen capture)\b[^()\[\]]{0,60}[)\]]\s*$"
    r"|\[[A-Z][A-Z &/.,’'-]{3,60}\]\s*$|\b(?:photo|image|credit|picture)s?\s?:[^:“”\"]{2,60}$",
    re.IGNORECASE,
)
_UPPER_CREDIT = re.compile(r"\[[A-Z][A-Z0-9 &/.,’'-]{3,60}\]\s*$")
_MAIL = re.compile(r"[<(\[]?\s?[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,12}\s?[>)\]]?", re.IGNORECASE)


def key_of(line: str) -> str:
    """The words of a line as the lists have them: without case, numbers and punctuation."""
    return fold(_NUMBER.sub(" ", line)).strip()


def furniture(line: str) -> str | None:
    """Why a line cannot be of the article, wherever it stands; None for any other.

    Accepts whole lines only: a button ("Share (12)"), a count ("5 min read"), an advertisement's mark, a rule, a
    notice of rights, of a syndicated feed, of where to send comments, and short invitations ("Follow us on X").
    """
    if len(line) > 400:
        return None
    if _RULE.fullmatch(line):
        return "a rule"
    key = key_of(line)
    if key in _LINES:
        return "advertisement" if key.startswith(("ad", "sponsored", "promoted")) else "page furniture"
    if _COUNT.fullmatch(line) or _is_bar_of_buttons(key):
        return "page furniture"
    if _RIGHTS.match(line):
        return "copyright"
    if _SYNDICATED.match(line):
        return "syndication notice"
    if _CONTACT.match(line) or _MAIL.fullmatch(line):
        return "contact"
    return "invitation" if _is_invitation(line) else None


def _is_bar_of_buttons(key: str) -> bool:
    """Whether the words are buttons in a row: `share tweet email`. Two may as well be a heading: "Follow home"."""
    words = key.split()
    return len(words) > 2 and all(word in _LINES for word in words)


def _is_invitation(line: str) -> bool:
    words = f"{fold(line)} "
    return words.startswith(_OPENINGS) and words.count(" ") <= FEW_WORDS and not line.rstrip().endswith(("”", '"'))


def header(line: str) -> str | None:
    """Why a line above the title can be furniture: a menu, the weather, a forum's fields; None for any other."""
    if _TEMPERATURE.fullmatch(line.strip()) or _SKY.fullmatch(line.strip()):
        return "weather"
    key = fold(line).strip()
    if key in _SECTIONS or forum_field(line):
        return "menu" if key in _SECTIONS else "forum field"
    parts = [part for part in re.split(r"\s*[|>›»/•·]\s*|\s{2,}|\t", line.strip()) if part]
    if len(parts) >= 2 and sum(key_of(part) in _SECTIONS | _LINES for part in parts) * 2 >= len(parts):
        return "menu"
    words = key.split()
    if len(words) >= 3 and _all_of_menu(words):
        return "menu"
    return None


def _all_of_menu(words: list[str]) -> bool:
    """Whether the words are nothing but names of sections: `world politics sports opinion`."""
    at = 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in _SECTIONS), 0)
        if not size:
            return False
        at += size
    return True


def is_outlet_name(line: str) -> bool:
    """Whether a short line has the form of an outlet's name: "The Osk Herald", "Daily Post of Lund"."""
    words = line.split()
    if not 1 < len(words) <= LONGEST_OUTLET or not all(
        word[0].isupper() or word in ("of", "and", "the") for word in words
    ):
        return False
    return any(word in _OUTLET_NOUNS for word in fold(line).split())


def forum_field(line: str) -> bool:
    """Whether a line is a field that forums print beside a post."""
    return len(line) <= 60 and (key_of(line) in _FORUM_FIELDS or bool(_FORUM.fullmatch(line)))


def may_be_heading(line: str) -> bool:
    """Whether a button's word may as well head a part of an article: "Next"."""
    return key_of(line) in _MAY_BE_HEADINGS


def ends_article(line: str) -> bool:
    """Whether a line heads a list of other stories, or readers' comments: "Related stories", "Most viewed"."""
    if len(line) > 80:
        return False
    key = key_of(line)
    return key in _SECTION_ENDS or (key.startswith(("more from ", "more in ", "more on ")) and len(key.split()) <= 7)


def is_caption(line: str) -> bool:
    """Whether a line ends in the credit of a photograph: "(AFP-Yonhap)", "[NEWS1]", "Photo: J. Doe"."""
    return len(line) <= 600 and bool(_UPPER_CREDIT.search(line[-80:]) or _CREDIT.search(line[-140:]))


def syndicated_by(line: str) -> str | None:
    """The outlet that a notice of a syndicated feed names; None for any other line."""
    found = _SYNDICATED.match(line) if len(line) <= 400 else None
    return found["outlet"].strip() if found else None
