"""Weights learned from choices: a log-linear ranker's, by AdaGrad."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from kit.quotes.model import Weights

_RAREST = 3  # choices that a feature has to stand in to be kept


def score(weights: Weights, features: Iterable[str]) -> float:
    """Return the sum of the weights of the features."""
    return sum(weights[feature] for feature in features if feature in weights)


class Learner:
    """Log-linear weights learned by AdaGrad: each step raises the share that the right options get."""

    def __init__(self, rate: float, decay: float, smallest: float) -> None:
        self.rate, self.decay, self.smallest = rate, decay, smallest
        self.weights: dict[str, float] = defaultdict(float)
        self.squares: dict[str, float] = defaultdict(float)
        self.sums: dict[str, float] = defaultdict(float)
        self.seen: dict[str, int] = defaultdict(int)
        self.passes = 0

    def step(self, options: Sequence[Sequence[str]], right: Sequence[bool], weight: float = 1.0) -> None:
        """Learn from one choice: features of each option, and which of them are right."""
        values = [score(self.weights, features) for features in options]
        top = max(values)
        powers = [math.exp(value - top) for value in values]
        total = sum(powers)
        good = sum(power for power, is_right in zip(powers, right, strict=True) if is_right)
        if good <= 0.0:
            return
        gradient: dict[str, float] = defaultdict(float)
        for features, power, is_right in zip(options, powers, right, strict=True):
            share = (power / good if is_right else 0.0) - power / total
            if abs(share) > 1e-4:
                for feature in features:
                    gradient[feature] += share * weight
        for feature, slope in gradient.items():
            slope -= self.decay * self.weights[feature]
            self.squares[feature] += slope * slope
            self.seen[feature] += 1
            self.weights[feature] += self.rate * slope / math.sqrt(self.squares[feature] + 1e-6)

    def end_pass(self) -> None:
        """Take the weights as they are now into the average that is kept."""
        self.passes += 1
        for name, value in self.weights.items():
            self.sums[name] += value

    def rounded(self) -> dict[str, float]:
        """Return the weights worth keeping, averaged over the passes, sorted."""
        rarest = _RAREST * (self.passes + 1)
        means = {name: self.sums[name] / self.passes for name in sorted(self.sums) if self.seen[name] >= rarest}
        return {name: round(value, 2) for name, value in means.items() if abs(value) >= self.smallest}
