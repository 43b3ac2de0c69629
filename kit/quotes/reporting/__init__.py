"""Reported speech: the contents that a frame may report, what tells the true one, and which are kept."""
