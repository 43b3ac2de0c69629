"""Who is who across articles."""

from kit.speakers.nodes import Mention
from kit.speakers.settle import Member, Speaker, settle

__all__ = ["Member", "Mention", "Speaker", "settle"]
