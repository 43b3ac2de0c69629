"""What kit costs, against a baseline measured in the same run.

    python tests/benchmarks/speed.py                    10,000 articles, about two minutes
    python tests/benchmarks/speed.py --articles 100000  as many as kit is made for
    python tests/benchmarks/speed.py --folder DIR       keeps the articles there for the next run

Whole processes are timed, alternately with their baseline, and the medians compared.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from corpus import make_articles, make_words

HELLO = "import typer\napp = typer.Typer()\n@app.command()\ndef hello(): print('hello')\napp()\n"
KIT = (sys.executable, "-m", "kit")
# Words by rank in the vocabulary: one that four articles in ten have, one in a hundred, one in a thousand.
RANKS = {"common": 50, "usual": 2_000, "rare": 15_000}


def main() -> None:
    """Makes or takes the articles, measures, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=10_000, metavar="N")
    parser.add_argument("--folder", type=Path, metavar="DIR")
    parser.add_argument("--runs", type=int, default=15, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        workspace = options.folder or Path(temporary)
        os.environ.update(KIT_ROOT=str(workspace), XDG_CACHE_HOME=str(Path(temporary) / "cache"))
        # Compiled modules are kept, as they are where kit is installed.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(temporary) / "compiled")
        measure(workspace, options.articles, options.runs, Path(temporary))


def measure(workspace: Path, number: int, runs: int, scratch: Path) -> None:
    """Measures each row, in an order in which the articles are in the file system's cache."""
    articles = workspace / "articles"
    words = make_words() if articles.exists() else make_articles(articles, number)
    (workspace / "kit.db").unlink(missing_ok=True)
    warm_up(scratch)
    print(f"{number:,} articles\n{'':44}{'kit':>9} {'baseline':>9} {'ratio':>6} {'at most':>7}")

    loading, _ = best_of(2, lambda: load_all(articles))
    # A search brings no more than the text up to date, and which articles are versions of one story.
    indexing, memory = timed(*KIT, "search", words[RANKS["rare"]])
    row("index, text and versions, by frontmatter.load", indexing, loading, None)
    print(f"{'':4}{memory:.0f} MB of memory at most; kit.db {(workspace / 'kit.db').stat().st_size / 1e6:.0f} MB")
    extracting, memory = timed(*KIT, "index")
    size = sum(file.stat().st_size for file in articles.rglob("*.md")) / 1e6
    print(
        f"{'quotations and dates':44}{extracting * 1e3:8.0f}  {size / extracting:.1f} MB/s, {memory:.0f} MB of memory"
    )

    nothing, looking = medians(min(runs, 7), lambda: timed(*KIT, "index")[0], lambda: best_of(1, look, articles)[0])
    row("index, nothing to do, by scandir and stat", nothing, looking, 2)

    hello = scratch / "hello.py"
    hello.write_text(HELLO)
    limit = 1.4 if number <= 10_000 else 1.8
    for name, rank in RANKS.items():
        search = (*KIT, "search", words[rank], "--json")
        ours, base = medians(runs, lambda c=search: timed(*c)[0], lambda: timed(sys.executable, str(hello))[0])
        row(f"search, a {name} word, by a typer app's hello", ours, base, limit)
    for name, more in (
        ("two words, one line", [words[60]]),
        ("with filters", ["--source", "sample", "--after", "2015"]),
    ):
        search = (*KIT, "search", words[900], *more, "--json")
        ours, base = medians(runs, lambda c=search: timed(*c)[0], lambda: timed(sys.executable, str(hello))[0])
        row(f"search, {name}", ours, base, limit)
    counts = (*KIT, "search", words[RANKS["common"]], "--by", "source", "--json")
    ours, base = medians(runs, lambda: timed(*counts)[0], lambda: timed(sys.executable, str(hello))[0])
    row("search --by source, a common word", ours, base, None)


def warm_up(scratch: Path) -> None:
    """Has every module compiled, in a workspace of its own."""
    (scratch / "small" / "articles").mkdir(parents=True)
    timed(*KIT, "--root", str(scratch / "small"), "search", "x")


def row(name: str, kit: float, baseline: float, limit: float | None) -> None:
    """Prints one comparison, in milliseconds."""
    ratio = kit / baseline
    verdict = "" if limit is None else f"{limit:7.1f}{'' if ratio <= limit else '  over'}"
    print(f"{name:44}{kit * 1e3:8.0f}  {baseline * 1e3:8.0f}  {ratio:6.2f} {verdict}", flush=True)


def medians(runs: int, ours: Callable[[], float], baseline: Callable[[], float]) -> tuple[float, float]:
    """The medians of two measurements taken in turns, so that both see the same machine."""
    pairs = [(ours(), baseline()) for _ in range(runs)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def timed(*command: str) -> tuple[float, float]:
    """Seconds that a process takes, and the largest memory of any process so far, in megabytes."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    took = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def best_of(runs: int, work: Callable[..., object], *arguments: object) -> tuple[float, object]:
    """The shortest time of some runs, and what the last gave."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = work(*arguments)
        times.append(time.perf_counter() - start)
    return min(times), result


def load_all(articles: Path) -> None:
    """Reads every article with python-frontmatter."""
    import frontmatter

    for path, _, names in os.walk(articles):
        for name in names:
            frontmatter.load(os.path.join(path, name))


def look(articles: Path) -> int:
    """Lists every folder, and asks for the state of every file."""
    pending, seen = [str(articles)], 0
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending.append(entry.path)
                else:
                    seen += entry.stat().st_size > 0
    return seen


if __name__ == "__main__":
    main()
