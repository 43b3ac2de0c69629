"""The values of properties, as people and programs write them behind `author:` or `tags:` → text, names, addresses.

Every function takes a `Value` as a front matter loader leaves it (scalars are always text, so `no` is Norwegian and
`1984` is a title) and returns nothing but clean, single-line text. Placeholders such as `null` or `N/A` are absent.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

Value = None | str | list["Value"] | dict[str, "Value"]

PLACEHOLDERS = frozenset({"", "-", "[]", "n/a", "none", "null", "undefined", "{}", "~"})
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


def _first_text(value: Value) -> str | None:
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
    name = without_markdown(_first_text(value) or "")
    address = "https://" + name if name.startswith("www.") else name
    return host(address) or name or None


def outlet_unless_address(value: Value) -> str | None:
    """The name of an outlet from a property that many writers fill with the article's address instead."""
    name = without_markdown(_first_text(value) or "")
    return None if _URL.match(name) else name or None


def language(value: Value) -> str | None:
    """A language tag such as `en`, `en-US`, `zh-Hant`; None for anything that has not that shape."""
    text = _first_text(value) or ""
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
