"""The word lists of words.txt, by the heading of their section."""

from __future__ import annotations

from pathlib import Path


def _read_sections(text: str) -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in text.splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            words.add(line)
    return {heading: frozenset(words) for heading, words in sections.items()}


WORDS = _read_sections(Path(__file__).with_name("words.txt").read_text("utf-8"))


def any_of(words: frozenset[str] | list[str] | tuple[str, ...]) -> str:
    """Return an alternation that prefers the longer word."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
