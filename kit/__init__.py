"""kit: where is it written, who said it, when did it happen? Answers from a folder of Markdown articles."""

__version__ = "0.1.0"
