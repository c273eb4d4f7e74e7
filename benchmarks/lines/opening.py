"""Opening a project until all of it is on the screen, and the loading alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from app.drawing.text import font, remembered_block
from app.drawing.theme import NOTE, NOTE_PADDING, NOTE_WIDTH
from app.storage.opening.loading import load
from app.storage.opening.reading import reading
from benchmarks.floor.flat_map import FlatMap
from benchmarks.ground import FULL_HD, Ground
from benchmarks.line import Goal, Line, Pair
from benchmarks.measuring import Work, timed
from benchmarks.shown import opened

TABLES = ("project", "legend_entry", "persona", "map", "stage", "section", "note", "emotion_point", "history")


@contextmanager
def _opening(ground: Ground) -> Iterator[Pair]:
    path = ground.file()
    yield Pair(_cold(lambda: _open(ground)), _floor(ground, str(path)))


def _cold(work: Work) -> Work:
    """With no text remembered from before."""

    def cold() -> float:
        remembered_block.cache_clear()
        return work()

    return cold


def _open(ground: Ground) -> float:
    path = ground.file()
    found = []

    def show() -> None:
        window = opened(path, FULL_HD)
        found.append(window)
        window.settle()
        window.settle()

    cost = timed(show)()
    found[0].close()
    path.unlink()
    return cost


def _floor(ground: Ground, path: str) -> Work:
    def work() -> float:
        flat = FlatMap(ground.layout, FULL_HD)
        height = ground.layout.height
        flat.look(QPointF(0, 0), FULL_HD.height() / height)

        def show() -> None:
            with closing(sqlite3.connect(path)) as connection:
                texts = [
                    row[0] for row in connection.execute("SELECT text, colour, section, stage FROM note")
                ]
            for text in texts:
                break_lines(text, NOTE_WIDTH - 2 * NOTE_PADDING)
            flat.show()
            QApplication.processEvents()

        cost = timed(show)()
        flat.close()
        flat.deleteLater()
        return cost

    return work


def break_lines(text: str, width: float) -> QTextLayout:
    """A note's text, broken once."""
    layout = QTextLayout(text, font(NOTE))
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


@contextmanager
def _loading(ground: Ground) -> Iterator[Pair]:
    path = ground.file()

    def ours() -> None:
        with reading(path) as connection:
            load(connection)

    def floor() -> None:
        with closing(sqlite3.connect(path)) as connection:
            for table in TABLES:
                connection.execute(f"SELECT * FROM {table}").fetchall()

    yield Pair(timed(ours), timed(floor))


LINES = (
    Line(
        "open",
        "open the file to first full paint",
        "raw sqlite3 fetch + QTextLayout of each text once + one batched paint",
        _opening,
        Goal(ratio=1.5),
    ),
    Line("load", "load the file", "raw sqlite3 fetching the same rows", _loading, Goal(ratio=3)),
)
