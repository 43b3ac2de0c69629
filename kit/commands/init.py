"""`kit init`: makes a workspace."""

from pathlib import Path
from typing import Annotated

import typer

from kit.errors import KitError
from kit.text.visible import visible
from kit.workspace import ARTICLES


def init(
    folder: Annotated[
        str, typer.Argument(metavar="[DIR]", help="Where; the current folder unless told otherwise.")
    ] = ".",
) -> None:
    """Make a workspace: a folder with `articles/` in it.

    \b
        kit init ukraine && cd ukraine
    """
    articles = Path(folder) / ARTICLES
    existed = articles.is_dir()
    try:
        articles.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KitError(f"{articles}: cannot be made ({error.strerror})") from error
    state = "is there already" if existed else "made"
    print(f"{visible(str(articles))}/ {state}; put Markdown files into it, then: kit search WORDS")
