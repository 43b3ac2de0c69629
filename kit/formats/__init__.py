"""Records in the published formats of other programs, a module a format: records in, lines out."""

FORMATS = ("timelinejs", "ics", "markdown", "csl-json", "bibtex", "jsonl")
