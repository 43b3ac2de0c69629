"""Answers from kit.db, read with sqlite3 alone: records, and what they say together."""
