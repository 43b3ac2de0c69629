"""From a source to an article file, or to the reason why there is none: what `kit add` does for each source."""

from __future__ import annotations

from typing import TypedDict

from kit.articles.values import host
from kit.errors import KitError
from kit.intake.draft import Draft, Facts
from kit.intake.reading import read_source
from kit.intake.same import KnownTexts
from kit.intake.write import save_article
from kit.workspace import Workspace


class Added(TypedDict):
    """What became of one source; `refused` says why there is no new file, and `file` then names the one there is.

    `given` is the source as it was named, `notes` what a person should know, `left_out` the number of lines that
    were not taken over.
    """

    file: str | None
    title: str | None
    published: str | None
    date_hint: str | None
    author: str | None
    source: str | None
    url: str | None
    refused: str | None
    given: str
    notes: list[str]
    left_out: int
    kin: list[str]


FAILED = "failed: "


def add_source(given: str, known: Facts, workspace: Workspace, texts: KnownTexts, *, force: bool) -> Added:
    """Makes an article file from a source; nothing is written where that article is there already, unless forced."""
    try:
        draft = read_source(given, known)
        there = texts.file_with(draft.body)
        if there and not force:
            return _record(given, draft, there, f"the same article is there: {there} (--force adds it all the same)")
        kin = texts.kin(draft.body)
        label = save_article(draft, workspace)
    except KitError as error:
        return _failed(given, str(error))
    texts.add(draft.body, label)
    return {**_record(given, draft, label, None), "kin": kin}


def _record(given: str, draft: Draft, label: str | None, refused: str | None) -> Added:
    facts = draft.facts
    return {
        "file": label,
        "title": facts.title,
        "published": facts.published,
        "date_hint": facts.date_hint,
        "author": "; ".join(facts.authors) or None,
        "source": facts.source or host(facts.url),
        "url": facts.url,
        "refused": refused,
        "given": given,
        "notes": list(draft.notes),
        "left_out": sum(line.dropped is not None for line in draft.lines),
        "kin": [],
    }


def _failed(given: str, why: str) -> Added:
    return _record(given, Draft(Facts(), ""), None, FAILED + why)


def is_failure(added: Added) -> bool:
    """Whether a source could not be read or written, rather than being there already."""
    return (added["refused"] or "").startswith(FAILED)
