"""Which option a model takes: whoever is likelier than all others together, else nobody."""

import pytest

from kit.quotes.model import Model

# options: whom each stands for, and its score
CHOICES = [
    ([], None),
    ([("Ana", 0.0)], "Ana"),
    ([("Ana", -3.0)], "Ana"),
    ([("Ana", 1.0), ("Ivo", 0.0)], "Ana"),
    ([("Ivo", 0.0), ("Ana", 1.0)], "Ana"),
    # nothing tells them apart, or each has less than a half
    ([("Ana", 1.0), ("Ivo", 1.0)], None),
    ([("Ana", 0.5), ("Ivo", 0.0), ("Karl", 0.0)], None),
    ([("Ana", 0.8), ("Ivo", 0.0), ("Karl", 0.0)], "Ana"),
    # two options for one person
    ([("Ana", 0.4), ("Ana", 0.4), ("Ivo", 0.6)], "Ana"),
    # behind a clear one nothing is asked
    ([("Ivo", 5.0), ("Ana", 9.0)], "Ivo"),
]


@pytest.mark.parametrize(("options", "chosen"), CHOICES)
def test_best(options, chosen):
    model = Model({str(place): score for place, (_, score) in enumerate(options)})
    best = model.best(
        (((name, place), [str(place)]) for place, (name, _) in enumerate(options)), who=lambda each: each[0]
    )
    assert (best and best[0]) == chosen


def test_best_of_ones_own():
    """Of one person's options it is the one with the highest score."""
    model = Model({"low": 0.1, "high": 0.3, "other": -1.0})
    options = [("low", ["low"]), ("high", ["high"]), ("other", ["other"])]
    assert model.best(options, who=lambda option: "Ivo" if option == "other" else "Ana") == "high"
