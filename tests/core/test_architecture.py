"""Who may import whom, read from the source; and what a command that reads loads, seen in a process."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace

PACKAGE = Path(__file__).parents[2] / "kit"
FILES = {
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): file
    for file in sorted(PACKAGE.rglob("*.py"))
}
HEAVY = {"rich", "sqlite_utils", "frontmatter", "yaml", "pydantic", "multiprocessing", "concurrent", "asyncio"}


def is_for_types(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def statements(tree: ast.AST, *, nested: bool) -> Iterator[ast.stmt]:
    """The import statements of a module; with `nested`, also those inside functions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.stmt) and is_for_types(node):
            continue
        elif nested or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from statements(node, nested=nested)


def imports(module: str, *, nested: bool = True) -> set[str]:
    """The modules that a module imports: ours by their full names, others by their first."""
    found = set()
    for node in statements(ast.parse(FILES[module].read_text(encoding="utf-8")), nested=nested):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            assert isinstance(node, ast.ImportFrom)
            assert node.level == 0, f"{module}: relative import"
            source = node.module or ""
            names = [f"{source}.{a.name}" if f"{source}.{a.name}" in FILES else source for a in node.names]
        found.update(name if name.split(".")[0] == "kit" else name.split(".")[0] for name in names)
    return found


def of(*prefixes: str) -> list[str]:
    return [name for name in FILES if name in prefixes or name.startswith(tuple(f"{p}." for p in prefixes))]


def reached(module: str) -> set[str]:
    """All of our modules that come along with one, at the top level."""
    seen, pending = set(), [module]
    while pending:
        name = pending.pop()
        if name not in seen:
            seen.add(name)
            pending += [other for other in imports(name, nested=False) if other in FILES]
    return seen


def test_the_files_are_there() -> None:
    assert {
        "kit.models",
        "kit.errors",
        "kit.index.update",
        "kit.answers.hits",
        "kit.screen.render",
        "kit.commands.search",
    } <= set(FILES)


@pytest.mark.parametrize("module", ["kit.models", "kit.errors"])
def test_models_and_errors_stand_alone(module: str) -> None:
    assert {name for name in imports(module) if name.startswith("kit")} <= {"kit.text.span"}


def test_rich_is_imported_only_to_draw() -> None:
    drawing = {name for name in FILES if name.startswith("kit.screen.")} - {"kit.screen.messages"}
    assert {name for name in FILES if "rich" in imports(name, nested=False)} <= drawing
    # A progress bar is drawn too, but only when something takes long.
    assert {name for name in FILES if "rich" in imports(name)} <= drawing | {"kit.screen.messages"}
    for module in FILES:
        assert not imports(module, nested=False) & drawing or module in drawing, module


EXTRACTORS = of("kit.articles", "kit.text", "kit.quotes", "kit.dates")
ADAPTERS = {"sqlite3", "sqlite_utils", "typer", "rich", "click"}


@pytest.mark.parametrize("module", EXTRACTORS)
def test_extractors_run_on_a_string(module: str) -> None:
    for name in reached(module):
        assert not imports(name) & ADAPTERS, f"by way of {name}"
        assert not name.startswith("kit.commands")
        assert name not in (
            "kit.workspace",
            "kit.index.schema",
            "kit.index.update",
            "kit.answers.hits",
            "kit.index.cache",
            "kit.index.freshness",
        )


def test_nobody_imports_the_commands() -> None:
    allowed = {"kit.__main__", *of("kit.commands")}
    for module in FILES:
        if module not in allowed:
            assert not [name for name in imports(module) if name.startswith("kit.commands")], module


def test_only_the_commands_know_typer() -> None:
    assert {name for name in FILES if "typer" in imports(name)} <= {"kit.__main__", *of("kit.commands")}
    # typer brings a click of its own: the other one's errors are not caught.
    assert [name for name in FILES if "click" in imports(name)] == []


def test_the_commands_do_not_extract() -> None:
    allowed = {"kit.commands.show"}  # shows one file, without the index
    extractors = set(of("kit.quotes", "kit.dates", "kit.articles"))
    for module in of("kit.commands"):
        if module not in allowed:
            assert not imports(module) & extractors, module


@pytest.mark.parametrize("module", of("kit.commands", "kit.__main__"))
def test_no_command_loads_what_writes_before_it_has_to(module: str) -> None:
    heavy = {"sqlite_utils", "frontmatter", "yaml", "rich"}
    if module == "kit.commands.show":  # reads a file, and nothing of the index
        heavy -= {"frontmatter", "yaml"}
    for name in reached(module):
        assert not imports(name, nested=False) & heavy, f"by way of {name}"


def test_reading_is_done_with_sqlite3_alone() -> None:
    for module in of("kit.answers", "kit.search"):
        assert "sqlite_utils" not in imports(module), module


def test_answers_do_not_write() -> None:
    for module in of("kit.answers", "kit.search"):
        assert not reached(module) & {"kit.index.update", "kit.index.database", "kit.index.extraction"}


def test_each_stage_knows_only_those_before_it() -> None:
    later = {"kit.screen", "kit.formats", "kit.commands"}
    for package, unknown in {"kit.search": {"kit.answers", *later}, "kit.answers": later, "kit.index": later}.items():
        for module in of(package):
            assert not imports(module) & set(of(*unknown)), module


def test_what_makes_records_into_text_sees_records_alone() -> None:
    for module in of("kit.formats", "kit.screen"):
        assert not imports(module) & {
            "sqlite3",
            "sqlite_utils",
            "kit.index.schema",
            "kit.answers.hits",
            "kit.index.update",
        }


@pytest.mark.parametrize("module", FILES)
def test_no_file_is_too_long(module: str) -> None:
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) <= 420


def test_no_drawers() -> None:
    assert not {Path(file).stem for file in FILES.values()} & {"utils", "util", "helpers", "manager", "misc", "common"}


def loaded(ws: Workspace, *args: str) -> set[str]:
    """The modules in a process that has run a command in a pipe."""
    script = (
        "import sys, json, atexit\n"
        f"sys.argv = {['kit', *args]!r}\n"
        "atexit.register(lambda: sys.stderr.write('\\n' + json.dumps(sorted(sys.modules))))\n"
        "from kit.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ws.root,
        env=ws.environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    modules: list[str] = json.loads(done.stderr.splitlines()[-1])
    return set(modules)


@pytest.mark.parametrize("question", ["mill --json", "mill", "--by source --csv", "mill --after 2024 --markdown"])
def test_a_search_loads_little(ws: Workspace, question: str, sure: None) -> None:
    ws.write("a", "A mill.\n", published="2024-02-03", source="Echo")
    ws.kit("index")
    names = loaded(ws, "search", *question.split())
    assert {name.split(".")[0] for name in names} & HEAVY == set()
    ours = {name for name in names if name.startswith("kit.")}
    assert not ours & {
        "kit.index.update",
        "kit.index.extraction",
        "kit.articles",
        "kit.quotes",
        "kit.dates",
        "kit.screen.render",
    }
    assert {name for name in ours if name.startswith("kit.commands.")} <= {
        "kit.commands.search",
        "kit.commands.options",
        "kit.commands.output",
        "kit.commands.completion",
    }
