"""Editing: a drag's step, a letter typed, one edit, the undo of a large move, and its way to the disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, Qt

from app.drawing.theme import NOTE_PADDING, NOTE_WIDTH
from app.model.records import Note, NoteColour
from app.model.verbs.cells import move_to_cell
from app.model.verbs.notes import recolour_notes, set_text
from app.storage.project_file import ProjectFile
from benchmarks.floor.flat_map import FlatMap
from benchmarks.ground import Ground
from benchmarks.line import Goal, Line, Pair
from benchmarks.lines.frames import side_by_side
from benchmarks.lines.opening import break_lines
from benchmarks.measuring import timed
from benchmarks.shown import NOTE_IN_VIEW, Shown

_UNTIL_REST = 80
"""Steps in which a window ends what it does by and by after it was opened."""
_TEXT_WIDTH = NOTE_WIDTH - 2 * NOTE_PADDING


@contextmanager
def _dragging(ground: Ground) -> Iterator[Pair]:
    with side_by_side(ground, zoom=1.0) as (window, flat):
        start = window.middle_of(NOTE_IN_VIEW)
        window.press(start)
        window.move(start + QPointF(40, 40))
        window.settle()
        steps = cycle(QPointF(40 + 5 * step, 40 + 3 * step) for step in (1, 2, 3, 4, 3, 2, 1, 0))

        def drag() -> None:
            window.move(start + next(steps))
            window.settle()

        for _ in range(_UNTIL_REST):
            drag()
        note = _rectangle(window, NOTE_IN_VIEW)
        before, after = (flat.place_of(note.translated(by, by)) for by in (40, 43))

        def floor() -> None:
            flat.repaint(before)
            flat.repaint(after)

        yield Pair(timed(drag), timed(floor))
        window.key(Qt.Key.Key_Escape)


@contextmanager
def _typing(ground: Ground) -> Iterator[Pair]:
    with side_by_side(ground, zoom=1.0) as (window, flat):
        window.canvas.edit_text(NOTE_IN_VIEW)
        window.key(Qt.Key.Key_A)
        window.settle()
        # Each begins a step here, which costs no less than to let one grow.
        keys = cycle((Qt.Key.Key_A, Qt.Key.Key_Backspace))

        def type_letter() -> None:
            window.key(next(keys))
            window.settle()

        text, row = _text(window), _row(window, flat)

        def floor() -> None:
            break_lines(text, _TEXT_WIDTH)
            flat.repaint(row)

        yield Pair(timed(type_letter), timed(floor))
        window.key(Qt.Key.Key_Escape)


@contextmanager
def _editing(ground: Ground) -> Iterator[Pair]:
    with side_by_side(ground, zoom=1.0) as (window, flat):
        editor = window.editor
        colours: cycle[NoteColour] = cycle(("pink", "blue"))

        def edit() -> None:
            editor.do(recolour_notes(editor.document, [NOTE_IN_VIEW], next(colours)))
            window.settle()

        text = _text(window)
        note = editor.document.get(Note, NOTE_IN_VIEW)
        area = window.canvas.shown.layout.cell_rectangle(note.section, note.stage)
        assert area is not None
        cell = flat.place_of(area)

        def floor() -> None:
            break_lines(text, _TEXT_WIDTH)
            flat.repaint(cell)

        yield Pair(timed(edit), timed(floor))


@contextmanager
def _undoing(ground: Ground, moved: int) -> Iterator[Pair]:
    with side_by_side(ground, zoom=1.0) as (window, flat):
        editor = window.editor
        notes = editor.document.all(Note)[:moved]
        texts = [note.text for note in notes]
        editor.do(move_to_cell(editor.document, [note.id for note in notes], "section-3", "stage-3"))
        window.settle()

        def settle() -> None:
            window.settle()
            window.project.wait_until_saved()

        def undo() -> None:
            editor.undo()
            settle()

        def undo_and_redo() -> float:
            cost = timed(undo, waits=True)()
            editor.redo()
            settle()
            return cost

        path = ground.file()
        with closing(_raw(path)) as connection:

            def floor() -> None:
                rows = [(note.section, note.stage, note.position, note.id) for note in notes]
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany("UPDATE note SET section=?, stage=?, position=? WHERE id=?", rows)
                connection.execute("COMMIT")
                for text in texts:
                    break_lines(text, _TEXT_WIDTH)
                flat.repaint()

            yield Pair(undo_and_redo, timed(floor, waits=True))


@contextmanager
def _committing(ground: Ground) -> Iterator[Pair]:
    with ProjectFile.open(ground.file()) as project, closing(_raw(ground.file())) as connection:
        words, raw_words = (cycle(("Calls support", "Calls support again")) for _ in range(2))
        numbers = iter(range(1, 1_000_000))

        def commit() -> None:
            project.history.do(set_text(project.document, NOTE_IN_VIEW, next(words)))
            project.wait_until_saved()

        def floor() -> None:
            number = next(numbers)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE note SET text=? WHERE id=?", (next(raw_words), NOTE_IN_VIEW))
            step = (number, number, "do", number, "Edit note", b"x" * 200)
            connection.execute("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)", step)
            connection.execute("COMMIT")

        yield Pair(timed(commit, waits=True), timed(floor, waits=True))


def _raw(path: Path) -> sqlite3.Connection:
    """As the program connects: the same journal, as durable."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA journal_mode = TRUNCATE").fetchall()
    return connection


def _text(window: Shown) -> str:
    return window.editor.document.get(Note, NOTE_IN_VIEW).text


def _rectangle(window: Shown, id: str) -> QRectF:
    found = window.canvas.rectangle_of(id)
    assert found is not None
    return found


def _row(window: Shown, flat: FlatMap) -> QRect:
    """Where the row of the note is seen."""
    layout = window.canvas.shown.layout
    row = layout.row_of(window.editor.document.get(Note, NOTE_IN_VIEW).section)
    assert row is not None
    return flat.place_of(QRectF(0, row.y, layout.width, row.height)).intersected(flat.rect())


LINES = (
    Line("drag", "drag a note, a step", "repaint of the two rectangles", _dragging, Goal(3, 4)),
    Line(
        "type",
        "type a letter to its paint",
        "QTextLayout of that note + repaint of its row",
        _typing,
        Goal(2),
    ),
    Line(
        "edit",
        "one edit: Change + layout + repaint",
        "QTextLayout + repaint of its cell",
        _editing,
        Goal(None, 8),
    ),
    Line(
        "undo",
        "undo of 1,000 moved notes",
        "write + layout + repaint of those",
        partial(_undoing, moved=1_000),
        Goal(2),
    ),
    Line(
        "undo-100",
        "undo of 100 moved notes",
        "write + layout + repaint of those",
        partial(_undoing, moved=100),
        Goal(None, 50),
    ),
    Line("commit", "commit of one edit", "one raw sqlite3 transaction, same journal", _committing, Goal(2)),
)
