"""A draft → an article file in `articles/`: its name, its front matter, never in place of another file."""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import count

from kit.articles.partial_dates import file_name_date
from kit.intake.draft import Draft, Facts
from kit.saving import save
from kit.workspace import ARTICLES, Workspace

LONGEST_NAME = 60  # characters of the title in a file name
MOST_BYTES = 180  # of it: file systems allow 255 for the whole name
FIRST_WORDS = 8  # of the text, where there is no title
# Names that Windows keeps for devices.
_DEVICES = re.compile(r"(?:aux|con|nul|prn|com\d|lpt\d)")
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)
_NO_WORD = re.compile(r"(?:[^\w]|_)+")


def save_article(draft: Draft, workspace: Workspace) -> str:
    """Writes the article under the first free name, and gives its label. Raises KitError if that cannot be done."""
    text = article_text(draft)
    stem = file_stem(draft)
    for number in count(1):
        name = f"{stem}.md" if number == 1 else f"{stem}-{number}.md"
        file = workspace.articles / name
        if not file.exists() and not file.is_symlink():
            save(text.split("\n")[:-1], file, workspace, replace=False)
            return f"{ARTICLES}/{name}"
    raise AssertionError("unreachable")


def article_text(draft: Draft) -> str:
    """The whole file: front matter, an empty line, the text, an LF at the end."""
    return f"---\n{front_matter(draft.facts)}---\n\n{draft.body.strip()}\n"


def front_matter(facts: Facts) -> str:
    """The lines of the front matter, in the order that articles have them; what is not known has no line.

    Texts are written in double quotes, as JSON, which is YAML too; days and languages bare.
    """
    values: list[tuple[str, str | None]] = [
        ("title", _quoted(facts.title)),
        ("published", facts.published),
        ("modified", facts.modified),
        ("saved", facts.saved),
        ("date_hint", facts.date_hint if _ISO.fullmatch(facts.date_hint or "") else _quoted(facts.date_hint)),
        ("source", _quoted(facts.source)),
        ("author", _one_or_list(facts.authors)),
        ("url", _quoted(facts.url)),
        ("language", facts.language),
        ("tags", _list(facts.tags)),
        ("description", _quoted(facts.description)),
    ]
    return "".join(f"{key}: {value}\n" for key, value in values if value)


def file_stem(draft: Draft) -> str:
    """The name of the file without its ending: `2024-11-27-short-title`; without a day, `short-title`.

    Never empty, hidden or a path: of the title only letters and digits are left.
    """
    facts = draft.facts
    slug = (
        _slug(facts.title or "") or _slug(" ".join(draft.body.split(maxsplit=FIRST_WORDS)[:FIRST_WORDS])) or "article"
    )
    if facts.published:
        return f"{facts.published}-{slug}"
    # Without a day of publication nothing in the name may look like one, or like a device.
    return f"undated-{slug}" if file_name_date(slug)[0] or _DEVICES.fullmatch(slug) else slug


def _slug(title: str) -> str:
    """`Ärger: “U.S.” sagt Nein` → `arger-us-sagt-nein`, cut between words."""
    plain = unicodedata.normalize("NFKD", title[:1000].replace(".", "").replace("’", "").replace("'", ""))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    words = _NO_WORD.sub(" ", unicodedata.normalize("NFC", bare).casefold()).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST_NAME]
        if len(longer) > LONGEST_NAME or len(longer.encode()) > MOST_BYTES:
            break
        slug = longer
    return slug


def _quoted(text: str | None) -> str | None:
    return json.dumps(text, ensure_ascii=False) if text else None


def _list(texts: tuple[str, ...]) -> str | None:
    return json.dumps(list(texts), ensure_ascii=False) if texts else None


def _one_or_list(texts: tuple[str, ...]) -> str | None:
    return _quoted(texts[0]) if len(texts) == 1 else _list(texts)
