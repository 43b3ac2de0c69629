"""Quoted stretches → speech or not, and who speaks."""
