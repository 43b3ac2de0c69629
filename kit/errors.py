"""The errors that kit reports to the person at the terminal, each with its exit code."""

from __future__ import annotations


class KitError(Exception):
    """Something that the person can mend: the message says what was wrong, where, and what to do."""

    exit_code = 2


class NoWorkspace(KitError):
    """There is no folder `articles/` here or above."""


class UnknownFile(KitError):
    """A file that was named is not among the articles."""


class BadQuery(KitError):
    """What was typed holds nothing that could be searched for, or an option's value makes no sense."""


class DamagedIndex(KitError):
    """kit.db is no longer a whole database; the index can be made again from the articles."""


class BadDecision(KitError):
    """speakers.toml cannot be read, or what it says is impossible, or contradicts what is to be written into it."""


class UnknownName(KitError):
    """A name that was typed is nobody's, or could be several people's."""
