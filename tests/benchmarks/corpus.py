"""Articles to measure with: invented words that are as long and as frequent as those of news, always the same ones."""

from __future__ import annotations

import os
import random
from itertools import accumulate
from pathlib import Path

OUTLETS = ("The Daily Example", "Example Times", "Beispielzeitung", "El Ejemplo", "The Sample", "Northern Instance")
TAGS = ("politics", "economy", "defense", "science", "courts", "sports", "culture", "weather")
SYLLABLES = [c + v + e for c in "bcdfghjklmnprstvw" for v in "aeiou" for e in ("", "n", "r", "s", "t", "l")]
VOCABULARY = 60_000


def make_words() -> list[str]:
    """The vocabulary, the most frequent word first; words get longer the rarer they are."""
    choose = random.Random(1)
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        count = 1 + (len(words) > 30) + choose.randrange(3) * (len(words) > 300)
        words["".join(choose.choice(SYLLABLES) for _ in range(count))] = None
    return list(words)


def make_articles(folder: Path, number: int, *, length: int = 2_000) -> list[str]:
    """Writes `number` articles of about `length` bytes below `folder`, a thousand a folder; gives the vocabulary.

    Their times lie a day back, as those of files that have been there for a while.
    """
    words = make_words()
    # Zipf's law, the frequency of a word is one by its rank, holds for news.
    weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    choose = random.Random(2)
    for i in range(number):
        if i % 1_000 == 0:
            (folder / f"{i // 1_000:03}").mkdir(parents=True, exist_ok=True)
        title = " ".join(choose.choices(words, cum_weights=weights, k=8)).capitalize()
        day = f"{2000 + choose.randrange(25)}-{1 + choose.randrange(12):02}-{1 + choose.randrange(28):02}"
        front = (
            f"---\ntitle: {title}\npublished: {day}\nsource: {choose.choice(OUTLETS)}\n"
            f"author: {choose.choice(words).title()} {words[choose.randrange(2_000)].title()}\n"
            f"tags: [{choose.choice(TAGS)}, {choose.choice(TAGS)}]\nlanguage: en\n---\n\n"
        )
        paragraphs, size = [], len(front)
        while size < length:
            sentences = [
                " ".join(choose.choices(words, cum_weights=weights, k=choose.randrange(8, 30))).capitalize() + "."
                for _ in range(choose.randrange(1, 4))
            ]
            paragraphs.append(" ".join(sentences))
            size += len(paragraphs[-1]) + 2
        (folder / f"{i // 1_000:03}" / f"{day}-{i:06}.md").write_text(front + "\n\n".join(paragraphs) + "\n")
    yesterday = os.stat(folder).st_mtime - 86_400
    for path, _, names in os.walk(folder, topdown=False):
        for name in (*names, ""):
            os.utime(Path(path, name), (yesterday, yesterday))
    return words
