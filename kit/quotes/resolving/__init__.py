"""Pronouns and descriptions → people."""
