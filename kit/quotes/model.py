"""A log-linear ranker: weights by feature, and how candidates are scored with them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

Weights = Mapping[str, float]
Models = Mapping[str, Weights]  # "speaker", "antecedent" and "report"

WEIGHTS_FILE = Path(__file__).with_name("weights.json")


def score(weights: Weights, features: Iterable[str]) -> float:
    """Return the sum of the weights of the features."""
    total = 0.0
    for feature in features:
        if feature in weights:
            total += weights[feature]
    return total


@lru_cache(maxsize=1)
def learned() -> Models:
    """Return the weights in the package."""
    loaded: dict[str, dict[str, float]] = json.loads(WEIGHTS_FILE.read_text("utf-8"))
    return loaded
