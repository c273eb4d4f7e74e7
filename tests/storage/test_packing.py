"""A long history is packed in quiet moments: it stays small, and all of it can still be gone back to."""

import json
import lzma
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from app.formats.templates import template
from app.limits import MOST_FIELDS
from app.limits import MOST_STEPS_IN_BLOCK as MOST_STEPS
from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import HistoryCursor
from app.model.verbs.notes import add_note, set_text
from app.storage import writer
from app.storage.errors import BrokenContentError
from app.storage.history.tidying import KEPT, LEAST
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import rescue
from app.storage.tables import SCHEMA
from benchmarks.work import work_on, write_history
from tests.storage.projects import add_notes, small_file

SECONDS = 60.0


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A project with 1,300 packed steps and a hundred that are not."""
    path = tmp_path_factory.mktemp("long") / "long.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    write_history(path, lambda history: work_on(history, MOST_STEPS + 300 + KEPT))
    tidy(path)
    return path.read_bytes()


@pytest.fixture
def path(long_file: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "a.journey"
    path.write_bytes(long_file)
    return path


def test_a_packed_history_is_undone_and_redone_as_any_other(path: Path) -> None:
    assert blocks(path) == [(1, MOST_STEPS), (MOST_STEPS + 1, MOST_STEPS + 300)]
    last: Document | None = None
    undone = 0

    def undo_and_redo(history: History) -> None:
        nonlocal last, undone
        last = history.document.copy()
        undone = undo_all(history)
        assert history.document == template("pizzeria")
        for _ in range(undone):
            history.redo()
        assert history.document == last

    write_history(path, undo_and_redo)
    assert undone > MOST_STEPS
    assert check(path).faults == ()


def test_the_past_is_gone_through_in_a_packed_history(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    then: dict[int, Document] = {}

    def work(history: History) -> None:
        for seed in range(7):
            then[len(history.steps)] = history.document.copy()
            work_on(history, 200, seed)
            history.mark("A version")

    write_history(path, work)
    tidy(path)
    with ProjectFile.open(path, read_only=True) as project:
        cursor = HistoryCursor(project.history)
        for at, document in [*reversed(then.items()), *then.items()]:
            cursor.go_to(at)
            assert cursor.document == document


def test_a_block_that_is_not_full_takes_up_what_comes_later(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    full = (1, MOST_STEPS)
    for notes, packed in ((KEPT + 200, [(1, 200)]), (500, [(1, 700)]), (500, [full, (MOST_STEPS + 1, 1200)])):
        write_history(path, partial(add_notes, number=notes))
        tidy(path)
        assert blocks(path) == packed
    report = check(path)
    assert (report.steps, report.faults) == (KEPT + 1200, ())


def test_a_quiet_moment_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "QUIET", 0.0)
    path = small_file(tmp_path / "a.journey")
    write_history(path, lambda history: add_notes(history, KEPT + LEAST))
    with ProjectFile.open(path):
        end = time.monotonic() + SECONDS
        while not blocks(path):
            assert time.monotonic() < end


def test_what_was_left_unpacked_is_packed_on_closing_where_it_is_much(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    write_history(path, lambda history: add_notes(history, KEPT + LEAST - 2))
    with ProjectFile.open(path) as project:
        add_notes(project.history, 1)
    assert blocks(path) == []
    with ProjectFile.open(path) as project:
        add_notes(project.history, 1)
    assert blocks(path) == [(1, LEAST)]


def test_the_file_shrinks(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    content = path.stat().st_size
    write_history(path, lambda history: work_on(history, KEPT + 2500))
    before = path.stat().st_size
    tidy(path)
    assert path.stat().st_size < 3 * content < before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone()[0] < 20


def test_edits_go_on_and_are_saved_while_the_history_is_packed(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    write_history(path, lambda history: add_notes(history, 1200))
    with ProjectFile.open(path) as project:
        packer = Thread(target=project.tidy)
        packer.start()
        while packer.is_alive():
            add_notes(project.history, 1)
            assert project.wait_until_saved(SECONDS)
        packer.join()
        document, steps = project.document.copy(), project.history.steps
    with ProjectFile.open(path) as project:
        assert project.document == document
        assert project.history.steps == steps
    assert check(path).faults == ()


def test_a_growing_step_is_never_packed(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    write_history(path, lambda history: add_notes(history, KEPT + 20))
    with ProjectFile.open(path) as project:
        for text in ("P", "Pi", "Piz"):
            project.history.do(set_text(project.document, "note-0", text), merge_key="note-0")
            assert project.tidy(SECONDS)
        project.history.undo()
    report = check(path)
    assert (report.steps, report.faults) == (KEPT + 22, ())


def test_a_damaged_block_is_named_and_the_rest_survives(path: Path) -> None:
    spoil(path, "changes", MOST_STEPS + 1)
    fault = f"The history’s steps {MOST_STEPS + 1} to {MOST_STEPS + 300} cannot be read."
    assert [*map(str, check(path).faults)] == [fault]
    with ProjectFile.open(path) as project:
        for _ in range(KEPT // 2):
            assert project.history.undo()
        with pytest.raises(BrokenContentError, match="cannot be read"):
            undo_all(project.history)
        document = project.document.copy()
    found = rescue(path)
    assert found.document == document
    assert "The history cannot be read in full." in map(str, found.losses)


def test_a_block_whose_steps_are_damaged_is_named(path: Path) -> None:
    spoil(path, "steps", 1)
    with pytest.raises(BrokenContentError, match=r"steps 1 to 1000 cannot be read"):
        ProjectFile.open(path)
    assert [*map(str, check(path).faults)] == ["The history’s steps 1 to 1000 cannot be read."]
    assert [*map(str, rescue(path).losses)] == ["The history cannot be read in full."]


def test_a_lost_row_comes_from_a_block(path: Path) -> None:
    with ProjectFile.open(path, read_only=True) as project:
        document: Document = project.document.copy()
        touched = {edit.record.id for edit in project.history.change_of(project.history.steps[-900])}
        id = next(id for id in touched if id in document)
    change(path, f"DELETE FROM note WHERE id = '{id}'")
    assert rescue(path).document == document


def _bomb(size: int) -> bytes:
    return lzma.compress(b" " * size)


def _packed(value: object) -> bytes:
    return lzma.compress(json.dumps(value).encode())


def _wide() -> bytes:
    """One record of very many fields, which many edits would copy."""
    wide = {"id": "a"} | {f"field {number}": number for number in range(MOST_FIELDS)}
    return _packed([[["a", "note", None, wide], *([["a", {"text": "b"}]] * 100_000)]])


HOSTILE: dict[str, Callable[[], bytes]] = {
    "much too large": lambda: _bomb(40_000_000),
    "cut short": lambda: _bomb(1000)[:-20],
    "something behind it": lambda: _bomb(1000) + b"x",
    "no list": lambda: _packed({"a": 1}),
    "a record of very many fields": _wide,
    "very many edits": lambda: _packed([[["a", "note", None, {"id": "a"}], *([["a", {}]] * 100_000)]]),
    "very many brackets": lambda: lzma.compress(b"[" * 15_000_000),
    "an edit of nothing known": lambda: _packed([[["a", {"text": "b"}]]]),
    "an unknown kind": lambda: _packed([[["a", "ship", None, {"id": "a"}]]]),
    "no dictionary": lambda: _packed([[["a", "note", 7, 7]]]),
    "of a newer schema": lambda: _packed(
        {"schema": SCHEMA + 1, "content": [[["a", "note", None, {"id": "a"}]]]}
    ),
    "a schema that is no number": lambda: _packed({"schema": True, "content": []}),
    "a schema of nothing": lambda: _packed({"schema": SCHEMA}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_block_is_refused(name: str, tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        project.history.do(add_note(project.document, "section", "stage", "One more"))
    steps = _packed([[1], [0], ["do"], [0], ["Add note"]])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM history")
        connection.execute("INSERT INTO history_block VALUES (1, 1, ?, ?)", (steps, HOSTILE[name]()))
    assert not check(path).is_sound
    with ProjectFile.open(path) as project, pytest.raises(BrokenContentError):
        project.history.undo()
    assert len(rescue(path).document) == 16
    change(path, "UPDATE history_block SET steps = changes")
    with pytest.raises(BrokenContentError):
        ProjectFile.open(path)


def undo_all(history: History) -> int:
    undone = 0
    while history.undo():
        undone += 1
    return undone


def tidy(path: Path) -> None:
    with ProjectFile.open(path) as project:
        assert project.tidy(SECONDS)


def blocks(path: Path) -> list[tuple[int, int]]:
    with closing(sqlite3.connect(path, timeout=SECONDS)) as connection:
        return connection.execute("SELECT first, last FROM history_block ORDER BY first").fetchall()


def spoil(path: Path, column: str, first: int) -> None:
    """Change a byte in the middle of a block."""
    with closing(sqlite3.connect(path)) as connection, connection:
        (packed,) = connection.execute(
            f"SELECT {column} FROM history_block WHERE first = ?", (first,)
        ).fetchone()
        middle = len(packed) // 2
        spoilt = packed[:middle] + bytes([packed[middle] ^ 1]) + packed[middle + 1 :]
        connection.execute(f"UPDATE history_block SET {column} = ? WHERE first = ?", (spoilt, first))


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)
