"""kit.db in the repository holds what articles/ holds: rows are compared, not bytes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Workspace

REPOSITORY = Path(__file__).parents[2]
SHIPPED = REPOSITORY / "kit.db"

Table = tuple[list[str], Counter[tuple[object, ...]]]


@pytest.fixture(scope="module")
def fresh(new_workspace: Callable[[], Workspace]) -> Path:
    """A kit.db made from the repository's articles now."""
    if not SHIPPED.exists():
        pytest.skip("there is no kit.db in the repository: `kit index` makes it")
    ws = new_workspace()
    for file in (REPOSITORY / "articles").rglob("*.md"):
        copy = ws.root / "articles" / file.relative_to(REPOSITORY / "articles")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    if (REPOSITORY / "speakers.toml").exists():
        (ws.root / "speakers.toml").write_bytes((REPOSITORY / "speakers.toml").read_bytes())
    ws.kit("index")
    return ws.database


def contents(database: Path) -> dict[str, Table]:
    """The columns and rows of all tables, with paths in place of the ids, which depend on the order of indexing."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
        db.execute("create virtual table temp.vocabulary using fts5vocab(main, articles_fts, row)")
        sql = "select name from sqlite_master where type = 'table' and name not like '%\\_fts%' escape '\\'"
        tables = [name for (name,) in db.execute(sql)]
        paths = dict(db.execute("select id, path from articles"))
        found = {table: table_of(db, table, paths) for table in tables}
        found["words of articles_fts"] = table_of(db, "temp.vocabulary", {})
    return found


def table_of(db: sqlite3.Connection, table: str, paths: dict[int, str]) -> Table:
    cursor = db.execute(f"select * from {table}")
    columns = [column[0] for column in cursor.description]
    rows: Counter[tuple[object, ...]] = Counter()
    for row in cursor:
        values = dict(zip(columns, row, strict=True))
        if "article_id" in values:
            values["path"] = paths[values["article_id"]]
        rows[tuple(value for name, value in values.items() if name != "id" and not name.endswith("_id"))] += 1
    return columns, rows


def test_kit_db_is_not_stale(fresh: Path) -> None:
    shipped, now = contents(SHIPPED), contents(fresh)
    assert set(shipped) == set(now), "run `kit index --rebuild`"
    for table in now:
        assert shipped[table][0] == now[table][0], f"columns of {table}: run `kit index --rebuild`"
        assert shipped[table][1] == now[table][1], f"rows of {table}: run `kit index`"


def test_kit_db_is_whole() -> None:
    if not SHIPPED.exists():
        pytest.skip("there is no kit.db in the repository: `kit index` makes it")
    with closing(sqlite3.connect(f"file:{SHIPPED}?mode=ro", uri=True)) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert db.execute("pragma foreign_key_check").fetchall() == []
        assert db.execute("pragma journal_mode").fetchone() == ("delete",)
