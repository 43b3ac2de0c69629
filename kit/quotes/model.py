"""A log-linear ranker: weights by feature, and how candidates are scored with them.

A feature is a string that names something true of a candidate. Many features look at the same few things, say how far
off a mention lies and of which kind it is, and the same things are seen together again and again. So features that do
are put down as one group: a function and what it is to be called with, in one tuple. Only when a group is met for the
first time are its features named and their weights looked up and summed.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

Group = tuple[Any, ...]  # a function that returns features, and its arguments
Features = list[str | Group]
Weights = Mapping[str, float]
Option = TypeVar("Option")

WEIGHTS_FILE = Path(__file__).with_name("weights.json")
_CLEAR = 4.5  # a score that hardly ever is outdone by an option behind: in 9 of 6,800 choices
_MOST_REMEMBERED = 200_000  # groups; an article of nonsense shall not fill the memory


class _Sums(dict[str | Group, float]):
    """What each group of features met so far adds to a score."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.weights = weights

    def __missing__(self, each: str | Group) -> float:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        weights = self.weights
        if isinstance(each, str):
            value = weights.get(each, 0.0)
        else:
            value = 0.0
            for name in each[0](*each[1:]):
                value += weights.get(name, 0.0)
        self[each] = value
        return value


class Model:
    """Weights, and how they score features."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._sums = _Sums(weights)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Model) and self.weights == other.weights

    __hash__ = None  # type: ignore[assignment]

    def score(self, features: Iterable[str | Group]) -> float:
        """Return the sum of the weights of the features."""
        return sum(map(self._sums.__getitem__, features))

    def best(
        self, options: Iterable[tuple[Option, Features]], who: Callable[[Option], object] = lambda option: option
    ) -> Option | None:
        """Return the best option for whoever is likelier than all others together, None where nobody is.

        How likely an option is follows from its score as in every log-linear model: exp(score), as a share of the sum
        over all options. `who` tells whom an option stands for; what several options say of one person is added up.
        What follows a clear option is not scored.
        """
        shares: list[tuple[Option, float]] = []
        for option, features in options:
            score = self.score(features)
            if score > _CLEAR:
                return option
            shares.append((option, math.exp(score)))
        shares.sort(key=itemgetter(1), reverse=True)
        half = sum(share for _, share in shares) / 2
        if shares and shares[0][1] > half:
            return shares[0][0]
        of_whom: dict[object, float] = defaultdict(float)
        for option, share in shares:
            of_whom[who(option)] += share
        return next((option for option, _ in shares if of_whom[who(option)] > half), None)


Models = Mapping[str, Model]  # "speech", "speaker", "antecedent" and "report"


def named(features: Iterable[str | Group]) -> list[str]:
    """Return the features one by one, by name."""
    names: list[str] = []
    for each in features:
        if isinstance(each, str):
            names.append(each)
        else:
            names.extend(each[0](*each[1:]))
    return names


@lru_cache(maxsize=1)
def learned() -> Models:
    """Return the models in the package."""
    return {name: Model(weights) for name, weights in json.loads(WEIGHTS_FILE.read_text("utf-8")).items()}
