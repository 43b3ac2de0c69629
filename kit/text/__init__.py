"""Text itself: paragraphs and sentences, lines, letters, names, and what a terminal can bear."""
