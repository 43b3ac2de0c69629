"""`kit index`: brings kit.db up to date, or says whether it is."""

from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from kit.answers.check import Finding, find_problems
from kit.commands import options
from kit.index.cache import Cache
from kit.index.files import Scope
from kit.index.freshness import index_file, is_up_to_date
from kit.index.schema import open_for_reading
from kit.labels import numbered
from kit.screen.messages import Messages
from kit.speakers.decision_fit import find_unfit
from kit.speakers.decisions import read_decisions
from kit.text.visible import visible
from kit.workspace import Workspace

if TYPE_CHECKING:
    from kit.index.update import Outcome

SHOWN_PROBLEMS = 20


def index(
    context: typer.Context,
    rebuild_all: Annotated[bool, typer.Option("--rebuild", help="Make kit.db anew from the articles.")] = False,
    check_only: Annotated[
        bool, typer.Option("--check", help="Only say whether kit.db is up to date and whole (exit code 1 if not).")
    ] = False,
    root: options.Root = None,
) -> None:
    """Bring kit.db up to date with the articles. (Commands that read do so by themselves.)

    \b
        kit index
        kit index --check && echo up to date
    """
    workspace = options.workspace(context, root)
    messages = Messages()
    cache = Cache(workspace)
    try:
        if check_only:
            _check(workspace, cache)
        else:
            _update(workspace, cache, messages, rebuild_all)
    finally:
        messages.end_progress()
        cache.close()


def _check(workspace: Workspace, cache: Cache) -> None:
    from kit.index.database import find_damage
    from kit.index.update import check

    database = index_file(workspace, cache)
    if not database.exists():
        print(f"{database.name}: not there; `kit index` makes it")
        raise typer.Exit(1)
    if damage := find_damage(database):
        print(f"{database.name}: damaged ({visible(damage)}); `kit index --rebuild` makes it anew")
        raise typer.Exit(1)
    differences = check(workspace, database)
    for difference in differences:
        print(visible(difference))
    if differences:
        raise typer.Exit(1)
    print(f"{database.name}: up to date and whole")


def _update(workspace: Workspace, cache: Cache, messages: Messages, rebuild_all: bool) -> None:
    database = index_file(workspace, cache)
    outcome: Outcome | None = None
    with cache.lock(seconds=0) as at_once:
        if not at_once:
            messages.say("waiting for another kit that is indexing")
    with cache.lock():
        if rebuild_all:
            from kit.index.database import find_damage, set_aside
            from kit.index.update import rebuild

            if database.exists() and (damage := find_damage(database)):
                set_aside(database, damage, messages.say)
            outcome = rebuild(workspace, database, cache, say=messages.say, progress=messages.progress)
        elif not is_up_to_date(workspace, database, cache, fresh=True, extracted=True):
            from kit.index.update import update

            scope = Scope(everything=True)
            outcome = update(workspace, database, cache, scope=scope, say=messages.say, progress=messages.progress)
    messages.end_progress()
    with closing(open_for_reading(database)) as db:
        total = db.execute("select count(*) from articles").fetchone()[0]
        found = find_problems(db)
        unfit = find_unfit(db, read_decisions(workspace.decisions))
    print(f"{numbered(total, 'article')}; {_changes(outcome)}")
    if not total:
        messages.say(options.NO_ARTICLES)
    for decision in unfit:
        messages.say(str(decision))
    _list_problems(found)


def _changes(outcome: "Outcome | None") -> str:
    if outcome is None:
        return "nothing changed"
    parts = [f"{n} {what}" for n, what in zip(outcome[:3], ("new", "changed", "gone"), strict=True) if n]
    return ", ".join(parts) or "nothing changed"


def _list_problems(found: list[Finding]) -> None:
    if not found:
        return
    print(f"{numbered(len({problem.file for problem in found}), 'article')} with a problem, indexed all the same:")
    for problem in found[:SHOWN_PROBLEMS]:
        print(f"  {visible(problem.file)}:{problem.line or 1}: {visible(problem.message)}; {visible(problem.fix)}")
    if len(found) > SHOWN_PROBLEMS:
        print(f"  and {len(found) - SHOWN_PROBLEMS} more; `kit check` lists them all")
