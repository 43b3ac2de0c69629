"""What speaks for and against a stretch being speech, as short names that weights belong to: those of one group look at
the same few things (see model.py).
"""

from __future__ import annotations


def size_features(size: int, ending: str, large: str, *kinds: bool) -> list[str]:
    """Name how long the stretch is, how it begins and ends, and what kinds of words are in it."""
    clause, personal, reported = kinds
    return [
        f"n{size}{ending}{large}",
        f"n{size}{clause}{personal}",
        f"p{personal}{clause}{large}",
        f"R{reported}{size}",
    ]


def layout_features(layout: str, large: str, ending: str, words: int, capitals: str, size: int) -> list[str]:
    """Name where the stretch stands in its paragraph, and how it is written."""
    return [
        f"l{layout}{large}",
        f"l{layout}{ending}{large}{words}",
        f"t{capitals}{size}",
        f"t{capitals}{layout}",
    ]


def naming_features(naming: str, named: bool, distance: int, large: str, saying: str, size: int) -> list[str]:
    """Name how the words before the stretch make it a name or a term."""
    return [
        f"N{naming}",
        f"NN{named}",
        f"NN{named}{size}",
        f"N{naming}{distance}",
        f"N{naming}{large}",
        f"N{naming}{saying}",
    ]


def judging_features(judged: str, named: bool, size: int, large: str) -> list[str]:
    """Name how somebody judges by the stretch."""
    return [f"J{judged}{named}", f"J{judged}{size}{large}"]


def sign_features(sign: str, naming: str, group: str, before: str) -> list[str]:
    """Name whether a sign is spoken of before the stretch."""
    return [f"S{sign}", f"S{sign}{naming}", f"S{sign}{group}{before}"]


def before_features(before: str, large: str, reported: bool) -> list[str]:
    """Name the word before the stretch."""
    return [f"R{reported}{before}", f"c{before}{large}"]


def left_features(left: str, group: str, reported: bool) -> list[str]:
    """Name the two words before the stretch."""
    return [f"R{reported}{left}", f"c{left}", f"G{group}{left}"]


def after_features(after: str, ending: str, large: str, reported: bool) -> list[str]:
    """Name the word behind the stretch."""
    return [f"R{reported}{after}{ending}", f"a{after}{ending}{large}"]


def modifier_features(modifier: bool, what: bool, size: int) -> list[str]:
    """Name whether the stretch stands before a noun like an adjective."""
    return [f"m{modifier}{size}", f"w{what}{modifier}"]


def governor_features(group: str, gap: str, size: int, large: str, ending: str) -> list[str]:
    """Name the kind of word that governs the stretch."""
    return [f"G{group}{gap}{size}", f"G{group}{large}{ending}"]


def lemma_features(lemma: str, gap: str, large: str) -> list[str]:
    """Name the word that governs the stretch."""
    return [f"g{lemma}{gap}", f"g{lemma}{large}"]


def saying_features(saying: str, group: str, large: str, size: int) -> list[str]:
    """Name how a verb of saying may report the stretch."""
    return [f"G{group}{saying}{large}", f"n{size}{saying}"]


def frame_features(relation: str, passive: bool | None, gap: str, large: str, named: bool) -> list[str]:
    """Name how the nearest frame holds the stretch."""
    return [f"f{relation}{passive}{gap}{large}", f"fN{relation}{gap}{named}"]
