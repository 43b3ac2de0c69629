"""What is drawn beside the results while something takes long."""

from __future__ import annotations

import io
import re
import time

import pytest

from kit.screen import messages
from kit.screen.messages import Messages


class Terminal(io.StringIO):
    """A stream that is said to be a terminal."""

    def isatty(self) -> bool:
        return True


def test_each_stage_of_a_work_has_its_name_and_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "PATIENCE", 0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    stream = Terminal()
    told = Messages(stream)
    for doing, done, total in [("Reading", 3, 3), ("Finding quotations", 0, 2), ("Finding quotations", 1, 2)]:
        told.progress(doing, done, total)
        time.sleep(0.25)  # it is drawn ten times a second
    told.end_progress()
    drawn = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", stream.getvalue())
    drawn_as = [" ".join(stage) for stage in re.findall(r"(\w[\w ]*\w) ━[━╸╺]* +(\S+) articles", drawn)]
    stages = ["Reading 3/3", "Finding quotations 0/2", "Finding quotations 1/2"]
    assert [stage for stage in dict.fromkeys(drawn_as) if stage in stages] == stages


def test_nothing_is_drawn_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "PATIENCE", 0)
    stream = io.StringIO()
    told = Messages(stream)
    told.progress("Reading", 1, 2)
    told.end_progress()
    assert stream.getvalue() == ""
