"""Records drawn on a terminal; only here is rich imported."""
