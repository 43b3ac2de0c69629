"""kit: where is it written, who said it, when did it happen? Answers from a folder of Markdown articles.

What flows from package to package, from a page to an answer:

    source → file              intake
    file → Article             articles
    body → sentences           text
    body → quotations, dates   quotes, dates
    all of these → rows        index, with speakers for who is who across articles
    rows → records             answers, with search for what is asked
    records → terminal         screen
    records → JSON, BibTeX ... formats

`commands` has a module for each command, which calls these in turn.
"""

__version__ = "0.1.0"
