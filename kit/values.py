"""The values of properties: what people and programs write behind `author:` or `published:` → plain text, names, days.

Every function takes a `Value` as a front matter loader leaves it (scalars are always text, so `no` is Norwegian and
`1984` is a title) and returns nothing but clean, single-line text. Placeholders such as `null` or `N/A` are absent.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

Value = None | str | list["Value"] | dict[str, "Value"]

PLACEHOLDERS = frozenset({"", "-", "[]", "n/a", "none", "null", "undefined", "{}", "~"})
FLAGS = frozenset({"false", "no", "off", "on", "true", "yes"})
PLAUSIBLE_YEARS = range(1500, 2200)
NESTING = 8  # lists in lists are looked into this far: `- [[Jane]]` already is three

# Characters that say nothing and that SQLite, terminals or a search for a name trip over. White space is not here.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\ufeff\ud800-\udfff]")
_ENTITY = re.compile(r"&#?\w{1,32};")  # html.unescape alone would also read `&copy` in `?a=1&copy=2`
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_TEMPLATE = re.compile(r"\{\{?[^{}]*\}\}?")  # what a clipper leaves where it found nothing: {{author}}, {byline}

# Markdown that may stand in a one-line title, and what a reader sees of it.
_MARKDOWN = [
    (re.compile(r"!\[([^\[\]]*)\]\([^()\s]*\)"), r""),  # an image
    (re.compile(r"\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)"), r"\1"),  # a link; its address may hold ( )
    (re.compile(r"<(https?://[^<>\s]*)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), r""),  # an HTML tag
    (re.compile(r"(?<!\\)(\*\*\*|\*\*|\*|~~|`)(?=[^\s*~`])([^*~`]*)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"(?<![\w\\])(__?)(?=[^\s_])([^_]*)(?<=[^\s\\])\1(?!\w)"), r"\2"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),  # a backslash before punctuation
]
_MARKDOWN_SIGN = re.compile(r"[\[<*~`_\\]")


def clean(text: str) -> str:
    """`text` on one line: entities resolved, runs of white space folded, control characters gone."""
    if "&" in text:
        text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), text)
    if not text.isprintable():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


def without_markdown(text: str) -> str:
    """`text` as a reader sees it once links, emphasis, code marks and tags are drawn: `*A* [b](c)` → `A b`."""
    if _MARKDOWN_SIGN.search(text):
        for pattern, seen in _MARKDOWN:
            text = pattern.sub(seen, text)
    return clean(text)


def without_wiki_links(text: str) -> str:
    """`text` with `[[Jane Doe]]`, `[[people/Jane Doe]]` and `[[path|Jane Doe]]` reduced to `Jane Doe`."""
    if "[[" not in text:
        return text
    return _WIKI_LINK.sub(lambda link: link[1].split("#")[0].rpartition("/")[2], text)


def text_value(value: Value) -> str | None:
    """The value as one line of text, wiki links opened, lists joined by commas; None where it says nothing."""
    if isinstance(value, str):
        return _present(without_wiki_links(clean(value)))
    return _present(", ".join(_texts(value)))


def title_value(value: Value) -> str | None:
    """The value as a title: one line, links and emphasis reduced to what a reader sees; None where it says nothing."""
    # Entities are resolved last: `&lt;b&gt;` in a title is no tag.
    text = value if isinstance(value, str) else ", ".join(_texts(value))
    return text_value(without_markdown(without_wiki_links(text)))


def first_text(value: Value) -> str | None:
    """The first text of a list, or the text itself; None where there is none."""
    return next(_texts(value), None)


def tags(value: Value) -> tuple[str, ...]:
    """Tags from a list, from `a, b` or from `#a #b`, each once, without `#`."""
    if isinstance(value, str):
        inner = _without_brackets(clean(value))
        pieces: Iterable[str] = inner.split() if inner.startswith("#") and "," not in inner else re.split("[,;]", inner)
    else:
        pieces = _texts(value)
    return _unique(without_wiki_links(piece.strip(" \"'")).lstrip("#") for piece in pieces)


_URL = re.compile(r"https?://[^\s<>\"|]+", re.IGNORECASE)
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:@\s\[\]]+)", re.IGNORECASE)


def url_value(value: Value) -> str | None:
    """The first http(s) address in the value, also out of `[text](address)`; None for a path, a name or nothing."""
    for text in _elements(value):
        if isinstance(text, str) and (found := _URL.search(text)):
            url = _INVISIBLE.sub("", found[0]).replace("&amp;", "&")
            linked = text[: found.start()].endswith("](")
            return url.rpartition(")")[0] or url if linked else url
    return None


def host(url: str | None) -> str | None:
    """The host in an http(s) address, lower-cased, without `www.`; None if `url` is no such address."""
    found = _HOST.match(url or "")
    return found[1].lower().removeprefix("www.") or None if found else None


def outlet(value: Value) -> str | None:
    """The name of an outlet; of an address only the host."""
    name = first_text(value)
    if name is None:
        return None
    return host(name) or host("https://" + name) if re.match(r"(?:https?://|www\.)", name) else without_markdown(name)


def outlet_unless_address(value: Value) -> str | None:
    """The name of an outlet from a property that many writers fill with the article's address instead."""
    return None if url_value(value) else outlet(value)


def language(value: Value) -> str | None:
    """A language tag such as `en`, `en-US`, `zh-Hant`; None for anything that has not that shape."""
    text = first_text(value) or ""
    found = re.match(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8})*)(?:[.@]|$)", text)
    if not found:
        return None
    subtags = [sub.title() if len(sub) == 4 else sub.upper() for sub in re.findall(r"[A-Za-z0-9]+", found[2])]
    return "-".join([found[1].lower(), *subtags])


# --- names -----------------------------------------------------------------------------------------------------------

# What makes more, or something else, of an author than one name.
_NOT_JUST_A_NAME = re.compile(r"[,;|·•&@:()<>\[]| and |^by ", re.IGNORECASE)
_BY = re.compile(r"(?:written )?by[: ] *", re.IGNORECASE)
_NAME_SEPARATOR = re.compile(r" ?[,|·•] ?")
# What follows a comma and belongs to the name before it.
_SUFFIXES = frozenset({"ii", "iii", "iv", "jr", "md", "phd", "sr"})
# The last word of what follows a comma and tells the job of the person before it.
_JOBS = frozenset(
    {"columnist", "contributor", "correspondent", "editor", "editors", "journalist", "reporter", "staff", "writer"}
)


def names(value: Value) -> tuple[str, ...]:
    """The people or agencies in an author property, each once, in order.

    Accepts `A`, `By A and B`, `A, B`, `A; B`, `Doe, Jane; Roe, Max`, lists of those, wiki links with or without
    quotes, and maps with `name`, `given` and `family`, or `literal`. Addresses and job titles are left out.
    """
    return _unique(name for element in _elements(value) for name in _names_in(element))


def _names_in(element: str | dict[str, Value]) -> list[str]:
    if isinstance(element, dict):
        return [_map_name(element) or ""]
    byline = without_wiki_links(clean(element))
    return _split_byline(byline) if _NOT_JUST_A_NAME.search(byline) else [byline]


def _split_byline(byline: str) -> list[str]:
    people: list[str] = []
    for part in _BY.sub("", _without_brackets(byline), count=1).split(";"):
        pieces = [piece for piece in _NAME_SEPARATOR.split(_without_addresses(part)) if piece]
        if _is_surname_first(pieces):
            people.append(f"{pieces[1]} {pieces[0]}")
        else:
            people += [name for piece in _without_jobs(pieces) for name in _split_at_and(piece)]
    return people


def _is_surname_first(pieces: list[str]) -> bool:
    """`Doe, Jane`, `van Doe, Jane A.`: not `Reuters, AP`, and not `Reuters, Jane Doe`."""
    if len(pieces) != 2 or any(len(piece) > 1 and piece.isupper() for piece in pieces):
        return False
    family, (given, *initials) = pieces[0].split(), pieces[1].split()
    return (
        all(word.islower() for word in family[:-1])
        and family[-1][0].isupper()
        and given[0].isupper()
        and all(len(initial.rstrip(".")) == 1 for initial in initials)
        and given.rstrip(".").lower() not in _SUFFIXES | _JOBS
    )


def _without_jobs(pieces: list[str]) -> list[str]:
    """The pieces of a byline that name somebody, `Jr.` put back behind the name it belongs to."""
    people: list[str] = []
    for piece in pieces:
        words = piece.lower().replace(".", "").split()
        if people and words and words[-1] in _JOBS:
            continue
        if people and "".join(words) in _SUFFIXES:
            people[-1] += f", {piece}"
        else:
            people.append(piece)
    return people


def _split_at_and(piece: str) -> list[str]:
    """`Ann Poe & Jo Coe` are two, `Ministry of Trade and Industry` is one."""
    people = re.split(" (?:and|&) ", piece.removeprefix("and "))
    organisations = sum(" of " in name for name in people)
    return people if organisations in (0, len(people)) else [piece]


def _without_addresses(text: str) -> str:
    """`Jane Doe <jane@example.org>` → `Jane Doe`. A handle, `@jane`, stays: it may be all there is."""
    words = text.split()
    kept = [word for word in words if "@" not in word[1:] and not re.match("<?https?://", word)]
    return " ".join(kept) if len(kept) == len(words) else " ".join(kept).strip("()")


def _map_name(person: dict[str, Value]) -> str | None:
    parts = {key.lower(): part for key, part in person.items()}
    name = parts.get("name") or parts.get("literal")
    if isinstance(name, dict):
        return _map_name({key: part for key, part in name.items() if not isinstance(part, dict)})
    given = text_value(parts.get("given") or parts.get("first"))
    family = text_value(parts.get("family") or parts.get("last"))
    return text_value(name) or " ".join(filter(None, [given, family])) or None


# --- dates -----------------------------------------------------------------------------------------------------------

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?<![a-z])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", re.ASCII)
_ORDINAL = r"(?:st|nd|rd|th)?"
# The forms a day may have anywhere in a value. Text is folded before, so one blank is all there can be.
_DATE = re.compile(
    rf"""
      (?<!\d) (?P<y1>\d{{4}}) (?P<s1>[-/.]) (?P<m1>\d{{1,2}}) (?P=s1) (?P<d1>\d{{1,2}}) (?!\d)   # 2024-11-27
    | (?<!\d) (?P<y2>\d{{4}}) (?P<m2>\d\d) (?P<d2>\d\d) (?:\d{{4}}|\d{{6}})? (?!\d)          # 20241127, 20241127093000
    | (?<!\d) (?P<y3>\d{{4}}) [ ]?[年년][ ]? (?P<m3>\d{{1,2}}) [ ]?[月월][ ]? (?P<d3>\d{{1,2}}) [ ]?[日일]
    | (?<!\d) (?P<d4>\d{{1,2}}) {_ORDINAL} [ -] (?:of[ ])? (?P<m4>{_MONTH}) ,?[ -] (?P<y4>\d{{4}}) (?!\d)  # 27 Nov 2024
    | (?P<m5>{_MONTH}) [ ] (?P<d5>\d{{1,2}}) {_ORDINAL} ,?[ ] (?P<y5>\d{{4}}) (?!\d)             # Nov. 27, 2024
    | (?<!\d) (?P<y6>\d{{4}}) [ -] (?P<m6>{_MONTH}) [ -] (?P<d6>\d{{1,2}}) (?!\d)                # 2024 Nov 27
    | (?P<m7>{_MONTH}) ,?[ ] (?P<y7>\d{{4}}) (?!\d)                                              # November 2024
    | (?<!\d) (?P<a>\d{{1,2}}) (?P<sep>[-/.]) (?P<b>\d{{1,2}}) (?P=sep) (?P<y8>\d{{4}}) (?!\d)   # 13/02/2024, 13.2.2024
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_WHOLE_MONTH = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})|(?P<month2>\d{1,2})/(?P<year2>\d{4})", re.ASCII)
_EPOCH = re.compile(r"(\d{9,10}|\d{12,13})(?:\.\d+)?", re.ASCII)


class UnreadableDate(ValueError):
    """A date that cannot be read. `kind` is `date`, or `ambiguous-date` where it can be read in two ways."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind


def partial_date(value: Value) -> str | None:
    """`2024`, `2024-11` or `2024-11-27`, as precise as the value; None for an empty value or a flag (`true`).

    Times are cut off, so the day is the one written, in the zone written. The first readable piece counts. Raises
    UnreadableDate for days that do not exist, for `5/4/2018`, which has two readings, and for anything else.
    """
    if isinstance(value, str) and (iso := _ISO_DAY.match(value)):  # nearly every date, so first and fast
        try:
            return _iso_day(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            pass  # there may be another piece
    text = text_value(value)
    if text is None or text.lower() in FLAGS:
        return None
    unreadable = UnreadableDate("date", f'cannot read the date "{_shortened(text)}"; write it like 2024-11-27')
    for found in _DATE.finditer(text):
        try:
            return _iso(found)
        except UnreadableDate as ambiguous:
            unreadable = ambiguous
        except ValueError:
            unreadable = UnreadableDate("date", f'the day "{found[0]}" does not exist; write one like 2024-11-27')
    if whole := _whole_value(text):
        return whole
    raise unreadable


def file_name_date(stem: str) -> tuple[str | None, str]:
    """The day or month that begins a file name without extension, and the rest: `2024-11-27-vote` → day, `vote`."""
    found = re.match(r"(\d{4})([-_.]?)(\d\d)(?:\2(\d\d))?(?!\d)[-_ .]*", stem, re.ASCII)
    if found and (found[4] or found[2]):
        year, month, day = int(found[1]), int(found[3]), int(found[4] or 1)
        try:
            return _iso_day(year, month, day)[: 10 if found[4] else 7], stem[found.end() :]
        except ValueError:
            pass
    return None, stem


def is_later(day: str | None, limit: str | None) -> bool:
    """Whether `day` is certainly after `limit`, both ISO days: by more than the one day that time zones explain."""
    if not (day and limit and len(day) == len(limit) == 10):
        return False
    return date.fromisoformat(day) - date.fromisoformat(limit) > timedelta(days=1)


def _iso(found: re.Match[str]) -> str:
    """The day or month in a match of `_DATE`. Raises ValueError if there is none such, UnreadableDate for two."""
    part = found.groupdict()
    if part["y8"]:
        return _numeric_day(int(part["a"]), int(part["b"]), int(part["y8"]), part["sep"])
    if part["y7"]:
        return _iso_day(int(part["y7"]), _month_number(part["m7"]), 1)[:7]
    form = next(number for number in "123456" if part["y" + number])
    return _iso_day(int(part["y" + form]), _month_number(part["m" + form]), int(part["d" + form]))


def _numeric_day(first: int, second: int, year: int, separator: str) -> str:
    """`13/02/2024` has one reading, `5/4/2018` two; with dots, `5.4.2018`, the day comes first."""
    if first != second and max(first, second) <= 12 and separator != ".":
        written = f"{first}{separator}{second}{separator}{year}"
        readings = f"{_iso_day(year, second, first)} or {_iso_day(year, first, second)}"
        raise UnreadableDate("ambiguous-date", f'"{written}" may be {readings}; write the one meant')
    day, month = (second, first) if second > 12 else (first, second)
    return _iso_day(year, month, day)


def _whole_value(text: str) -> str | None:
    """A year, a month or seconds since 1970, if that is all the value is."""
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return text if int(text) in PLAUSIBLE_YEARS else None
    if month := _WHOLE_MONTH.fullmatch(text):
        year, number = int(month["year"] or month["year2"]), int(month["month"] or month["month2"])
        return f"{year}-{number:02}" if year in PLAUSIBLE_YEARS and 1 <= number <= 12 else None
    if epoch := _EPOCH.fullmatch(text):
        seconds = int(epoch[1]) / (1000 if len(epoch[1]) > 10 else 1)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    return None


def _iso_day(year: int, month: int, day: int) -> str:
    if year not in PLAUSIBLE_YEARS:
        raise ValueError(f"no article is from the year {year}")
    return date(year, month, day).isoformat()


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1


# --- shapes ----------------------------------------------------------------------------------------------------------


def _elements(value: Value, depth: int = NESTING) -> Iterator[str | dict[str, Value]]:
    """The texts and maps in a value, lists opened. `[[Jane]]` without quotes is a list in a list to YAML."""
    if isinstance(value, list) and depth:
        if len(value) == 1 and isinstance(value[0], list) and all(isinstance(item, str) for item in value[0]):
            yield without_wiki_links(f"[[{', '.join(filter(None, map(str, value[0])))}]]")
        else:
            for item in value:
                yield from _elements(item, depth - 1)
    elif isinstance(value, str | dict):
        yield value


def _texts(value: Value) -> Iterator[str]:
    """The texts in a value that say something; of a map its name."""
    for element in _elements(value):
        text = _map_name(element) if isinstance(element, dict) else text_value(element)
        if text:
            yield text


def _present(text: str) -> str | None:
    if text.lower() in PLACEHOLDERS or (text.startswith("{") and _TEMPLATE.fullmatch(text)):
        return None
    return text


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, in order; of those that differ in case only, the first."""
    kept: dict[str, str] = {}
    for text in texts:
        if _present(text):
            kept.setdefault(text.casefold(), text)
    return tuple(kept.values())


def _without_brackets(text: str) -> str:
    """`[a, b]`, a list that reached us as text, without its brackets; `[[a]]` is a link and stays."""
    return text[1:-1] if text.startswith("[") and text.endswith("]") and not text.startswith("[[") else text


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
