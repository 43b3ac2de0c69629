"""What finding quotations and dates costs, beside a bare regular expression in the same run.

    python tests/benchmarks/extraction.py                 the invented articles of tests/gold, about a minute
    python tests/benchmarks/extraction.py --folder DIR    other articles, Markdown with front matter or plain text

One core, the shortest of several runs over all articles; the first run, in which what is met for the first time is
worked out, is given by itself.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from kit.dates import find_dates
from kit.quotes import find_quotes

GOLD = Path(__file__).parents[1] / "gold"
FRONT_MATTER = re.compile(r"---\n.*?^---\n", re.DOTALL | re.MULTILINE)
# Every pair of marks, each kind closed by its own; a single mark opens and closes at the border of a word.
PAIRS = re.compile(
    r"""
      “[^“”]+”  |  "[^"\n]+"  |  ''(?:(?!'')[^\n])+''  |  ``(?:(?!'')[^\n])+''  |  „[^“”]+[“”]
    | «[^»]+»  |  ‹[^›]+›  |  「[^」]+」  |  『[^』]+』
    | (?<!\w)‘(?:[^‘’\n]|’(?=\w))+’(?!\w)  |  (?<!\w)'(?=\S)(?:[^'\n]|'(?=\w))+'(?!\w)
    """,
    re.VERBOSE,
)


def main() -> None:
    """Reads the articles, measures, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--folder", type=Path, default=GOLD, metavar="DIR")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    options = parser.parse_args()
    files = sorted(file for file in options.folder.rglob("*.md") if file.name != "README.md")
    bodies = [FRONT_MATTER.sub("", file.read_text(encoding="utf-8"), count=1) for file in files]
    size = sum(map(len, bodies)) / 1e6
    print(f"{len(bodies)} articles, {size:.2f} million characters\n{'':28}{'MB/s':>9} {'first':>9} {'slower':>9}")

    _, baseline = measure(PAIRS.findall, bodies, options.runs)
    row("every pair of marks", size, baseline, baseline, baseline)
    row("find_quotes", size, *measure(find_quotes, bodies, options.runs), baseline)
    dates = partial(find_dates, published="2024-05-01")
    row("find_dates", size, *measure(dates, bodies, options.runs), baseline)


def measure(work: Callable[[str], object], bodies: list[str], runs: int) -> tuple[float, float]:
    """Seconds of processor time that all articles take in the first run, and in the shortest of the following ones."""
    first, *others = [once(work, bodies) for _ in range(1 + runs)]
    return first, min(others)


def once(work: Callable[[str], object], bodies: list[str]) -> float:
    """Seconds of processor time that all articles take."""
    start = time.process_time()
    for body in bodies:
        work(body)
    return time.process_time() - start


def row(name: str, size: float, first: float, best: float, baseline: float) -> None:
    """Prints one row: speed at best and in the first run, and how many times the baseline's time it takes at best."""
    print(f"{name:28}{size / best:9.2f} {size / first:9.2f} {best / baseline:9.0f}", flush=True)


if __name__ == "__main__":
    main()
