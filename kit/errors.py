"""The errors that kit reports to the person at the terminal, each with its exit code."""

from __future__ import annotations


class KitError(Exception):
    """Something the person can mend: the message says what was wrong, where, and what to do."""

    exit_code = 2
