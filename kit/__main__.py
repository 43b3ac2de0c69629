"""The way in: runs the command that was named and turns what goes wrong into one line and an exit code."""

from __future__ import annotations

import os
import signal
import sys
from io import TextIOWrapper
from typing import NoReturn

import typer

from kit.commands import app
from kit.errors import KitError
from kit.screen.messages import Messages


def main() -> NoReturn:
    """Runs kit with the arguments of this process, and ends the process.

    Exit codes: 0 found or done, 1 nothing found, 2 an error, 130 interrupted.
    """
    # A closed pipe ends kit as it ends grep: silently.
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if sys.stdout is None:
        fail("standard output is closed", 2)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # What a terminal cannot show it is shown escaped; a program is given UTF-8.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        status = typer.main.get_command(app).main(prog_name="kit", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "kit"
        fail(f"{error.format_message().rstrip('.')} (see `{command} --help`)", 2)
    except KitError as error:
        fail(str(error), error.exit_code)
    except OSError as error:
        # What could not be written (a full disk) is not tried again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(f"{error.filename or 'the output cannot be written'}: {error.strerror or error}", 2)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(130)
    except Exception as error:
        if os.environ.get("KIT_DEBUG"):
            raise
        if type(error).__module__ == "sqlite3":
            fail(f"kit.db cannot be used: {error} (`kit index --check` looks at it; it may be deleted at any time)", 2)
        fail(f"unexpected {type(error).__name__}: {error} (KIT_DEBUG=1 shows where; please report it)", 2)
    sys.exit(status if isinstance(status, int) else 0)


def fail(message: str, status: int) -> NoReturn:
    """Says what went wrong, on stderr, and ends the process."""
    Messages().say(message)
    sys.exit(status)


if __name__ == "__main__":
    main()
