"""How well kit ranks, against SQLite's full-text search as it comes, on questions with judged answers.

    python tests/benchmarks/ranking.py          nDCG@10 over all questions
    python tests/benchmarks/ranking.py --show   and the questions where kit does worse than any word by BM25

Run it where kit is installed, or in a checkout with PYTHONPATH=. before it. The articles are the invented ones in
tests/gold. A line of questions.tsv is a question, a tab, and the articles that answer it (`a012=2`) or are about it and
useful (`b031=1`); all others count nothing. The grades were given by reading all articles, not what a search found.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

import frontmatter

from kit.answers.hits import find_hits
from kit.index.schema import open_for_reading
from kit.search.filters import Filters
from kit.search.query import parse_query

QUESTIONS = Path(__file__).with_name("questions.tsv")
GOLD = Path(__file__).parents[1] / "gold"
DEPTH = 10

# A search takes what was typed and gives the numbers of articles ("a012"), best first.
Search = Callable[[str], list[str]]


class Question(NamedTuple):
    """What somebody typed, and the grade of each article that is worth finding."""

    typed: str
    grades: dict[str, int]


def main() -> None:
    """Asks every question three ways, and prints a table of means."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--show", action="store_true", help="the questions where kit does worse than any word by BM25")
    options = parser.parse_args()
    paths = sorted(GOLD.glob("[ab][0-9]*.md"))
    questions = read_questions(QUESTIONS, {number(path) for path in paths})
    with closing(make_baseline(paths)) as plain, kit_index(paths) as indexed:
        searches: dict[str, Search] = {
            "all words, BM25": lambda typed: search_plainly(plain, typed, "AND"),
            "any word, BM25": lambda typed: search_plainly(plain, typed, "OR"),
            "kit": lambda typed: search_with_kit(indexed, typed),
        }
        rankings = {name: [search(q.typed) for q in questions] for name, search in searches.items()}
    print_means(questions, rankings)
    if options.show:
        print_losses(questions, rankings["any word, BM25"], rankings["kit"])


def read_questions(file: Path, known: set[str]) -> list[Question]:
    """The judged questions; ends the process at a judgement on an article that is not there."""
    questions = []
    for line in file.read_text(encoding="utf-8").splitlines():
        typed, judgements = line.split("\t")
        grades = {article: int(grade) for article, grade in (one.split("=") for one in judgements.split())}
        if unknown := grades.keys() - known:
            sys.exit(f"{file.name}: {typed!r} names {', '.join(sorted(unknown))}, which is no article")
        questions.append(Question(typed, grades))
    return questions


def number(path: Path | str) -> str:
    """The number that an article's file name begins with."""
    return Path(path).name.partition("-")[0]


def make_baseline(paths: list[Path]) -> sqlite3.Connection:
    """A table of titles and texts in memory, as anybody would make it with SQLite."""
    db = sqlite3.connect(":memory:")
    tokenize = "porter unicode61 remove_diacritics 2"
    db.execute(f"create virtual table articles using fts5(number unindexed, title, body, tokenize='{tokenize}')")
    articles = ((number(path), frontmatter.load(str(path))) for path in paths)
    rows = [(article, post["title"], post.content) for article, post in articles]
    db.executemany("insert into articles values (?, ?, ?)", rows)
    return db


@contextmanager
def kit_index(paths: list[Path]) -> Iterator[sqlite3.Connection]:
    """The database that kit makes of the articles, in a workspace that lasts as long."""
    with tempfile.TemporaryDirectory() as root:
        articles = Path(root, "articles")
        articles.mkdir()
        for path in paths:
            shutil.copy(path, articles)
        environment = os.environ | {"KIT_ROOT": root, "XDG_CACHE_HOME": str(Path(root, "cache"))}
        subprocess.run((sys.executable, "-m", "kit", "index"), env=environment, stdout=subprocess.DEVNULL, check=True)
        with closing(open_for_reading(Path(root, "kit.db"))) as db:
            yield db


def search_plainly(db: sqlite3.Connection, typed: str, operator: str) -> list[str]:
    """Every word as it was typed, joined by one operator."""
    words = ['"' + word.replace('"', '""') + '"' for word in typed.split() if any(map(str.isalnum, word))]
    sql = "select number from articles where articles match ? order by bm25(articles), number limit ?"
    return [row[0] for row in db.execute(sql, (f" {operator} ".join(words), DEPTH))]


def search_with_kit(db: sqlite3.Connection, typed: str) -> list[str]:
    """What `kit search` gives for it."""
    return [number(hit.file) for hit in find_hits(db, parse_query(typed), Filters(), limit=DEPTH)]


def ndcg(ranking: list[str], grades: dict[str, int]) -> float:
    """Normalised discounted cumulative gain of the first ten: 1 if no order could be better, 0 if nothing is found."""
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    return dcg([grades.get(article, 0) for article in ranking[:DEPTH]]) / dcg(best)


def dcg(grades: list[int]) -> float:
    """The gains of a ranking, each worth less the further down it stands."""
    return sum((2.0**grade - 1) / math.log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def print_means(questions: list[Question], rankings: dict[str, list[list[str]]]) -> None:
    """Prints nDCG@10 by search: over all questions, and over those with one and with several articles to find."""
    groups: dict[str, Callable[[Question], bool]] = {
        "all": lambda question: True,
        "one": lambda question: len(question.grades) == 1,
        "several": lambda question: len(question.grades) > 1,
    }
    sizes = "".join(f"{name + f' ({sum(map(chosen, questions))})':>14}" for name, chosen in groups.items())
    print(f"{'nDCG@10, by number of articles to find':40}{sizes}{'nothing found':>15}")
    for search, found in rankings.items():
        pairs = list(zip(questions, found, strict=True))
        means = [statistics.mean(ndcg(r, q.grades) for q, r in pairs if chosen(q)) for chosen in groups.values()]
        print(f"{search:40}{''.join(f'{mean:14.3f}' for mean in means)}{found.count([]):15}")


def print_losses(questions: list[Question], baseline: list[list[str]], kit: list[list[str]]) -> None:
    """Prints the questions where kit's ranking is worse than the baseline's, the worst first, with the ranks."""
    scored = [(ndcg(k, q.grades), ndcg(b, q.grades), q, b, k) for q, b, k in zip(questions, baseline, kit, strict=True)]
    losses = sorted((row for row in scored if row[0] < row[1] - 1e-9), key=lambda row: row[0] - row[1])
    wins = sum(row[0] > row[1] + 1e-9 for row in scored)
    print(f"\nkit is better than any word by BM25 at {wins} questions, worse at {len(losses)}:")
    for ours, theirs, question, base, found in losses:
        print(f"\n{ours:.3f} for {theirs:.3f}  {question.typed}")
        for article, grade in sorted(question.grades.items(), key=lambda judged: -judged[1]):
            print(f"    {article}={grade}  kit {rank(found, article)}, any word {rank(base, article)}")


def rank(ranking: list[str], article: str) -> str:
    """Where an article stands, from 1, or a dash if it is not among the first ten."""
    return str(ranking.index(article) + 1) if article in ranking else "-"


if __name__ == "__main__":
    main()
