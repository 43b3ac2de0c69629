"""Does a text bear out the day that stands on its page?"""

from __future__ import annotations

import pytest

from kit.intake.evidence import evidence_for

DAY = "2023-05-03"  # a Wednesday
TEXTS = [
    ("The weir was opened on Wednesday, the mayor said. It had been shut on Monday.", True),
    ("The mayor said Wednesday that the weir, opened on April 28, was safe.", True),
    ("The weir was opened on May 2, the mayor said.", True),
    ("The weir was opened on Tuesday, five days after the flood of April 27.", True),  # yesterday, and days just told
    # near misses
    ("The weir was opened on Tuesday, the mayor said.", False),
    ("The weir was opened on Friday, the mayor said on Wednesday.", False),
    ("The weir was opened last week.", False),
    ("The weir was opened on Wednesday. The flood began on November 20, and another on December 2.", False),
    ("The weir was opened in 2023.", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "is_borne_out"), TEXTS)
def test_evidence(text: str, is_borne_out: bool) -> None:
    assert bool(evidence_for(text, DAY)) == is_borne_out
