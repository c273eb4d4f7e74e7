"""How large a project is with a long history, beside what it is without one."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.formats.templates import template
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from benchmarks.maps import SIZES, Size, document_of
from benchmarks.work import work_on, write_history


def report(name: str, path: Path, changes: int) -> str:
    """Raises AssertionError where the file with its history is three times as large as its content."""
    document = template("pizzeria") if name == "sample" else document_of(_size(name))
    ProjectFile.create(path, document).close()
    write_history(path, lambda history: work_on(history, changes))
    before = path.stat().st_size
    with ProjectFile.open(path) as project:
        project.tidy()
        copy = path.with_name(f"{name} without history.journey")
        ProjectFile.create(copy, project.document.copy()).close()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("VACUUM")
    content, packed = copy.stat().st_size, path.stat().st_size
    assert check(path).faults == ()
    assert packed < 3 * content, f"{packed / content:.2f} times its content"
    return (
        f"{name}, {changes:,} changes: {packed / 1e6:.2f} MB, {packed / content:.2f} times the "
        f"{content / 1e6:.2f} MB without history; {before / content:.1f} times before packing"
    )


def _size(name: str) -> Size:
    return next(size for size in SIZES if size.name == name)
