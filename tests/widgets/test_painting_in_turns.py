"""A large map that changed everywhere is painted in slices, each in a turn of its own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QImage, QRegion

from app.model.records import Note
from app.model.verbs.notes import recolour_notes
from app.widgets.canvas.painting import painted_map
from app.widgets.canvas.painting.paint_slices import paint_slices
from tests.counting import Counter, area, full_map
from tests.driver import WindowDriver
from tests.widgets.conftest import OpenWindow

AREA = QRegion(QRect(10, 20, 400, 800)).subtracted(QRegion(QRect(100, 300, 50, 50)))
PIXELS = 400 * 800 - 50 * 50


class Painter:
    """Paints nothing, and takes a time for each pixel."""

    def __init__(self, a_pixel: float) -> None:
        self.painted = QRegion()
        self.seconds = 0.0
        self._a_pixel = a_pixel

    def paint(self, part: QRect) -> None:
        assert self.painted.intersected(part).isEmpty(), "painted twice"
        self.painted += part
        self.seconds += part.width() * part.height() * self._a_pixel

    def go(self, region: QRegion, seconds: float, first: int = PIXELS // 8) -> QRegion:
        end = self.seconds
        return paint_slices(region, first, seconds, self.paint, lambda: self.seconds - end)


def test_what_is_soon_painted_is_painted_at_once() -> None:
    painter = Painter(a_pixel=0.02 / PIXELS)
    assert painter.go(AREA, 0.03).isEmpty()
    assert painter.painted == AREA


@pytest.mark.parametrize("whole", [0.05, 0.2, 1.0])
def test_each_turn_paints_as_much_as_it_has_the_time_for(whole: float) -> None:
    painter, left, turns = Painter(a_pixel=whole / PIXELS), AREA, 0
    while not left.isEmpty():
        before = painter.seconds
        left = painter.go(left, 0.03)
        turns += 1
        assert painter.seconds - before <= max(0.03, whole / 8) * 1.3
    assert AREA.subtracted(painter.painted).isEmpty()
    assert turns <= whole / 0.03 + 2


def test_however_slow_each_turn_paints_something() -> None:
    painter = Painter(a_pixel=1.0)
    left = painter.go(AREA, 0.0)
    assert 0 < area(left) < PIXELS


@pytest.fixture
def full(open_window: OpenWindow) -> WindowDriver:
    """A full map, all of it in view, painted."""
    window = open_window(full_map())
    window.canvas.fit()
    all_turns(window)
    return window


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[[WindowDriver], None]:
    """Lets a canvas have no time: each turn paints the least that it can."""
    return lambda window: monkeypatch.setattr(window.canvas.painted, "turn", 0.0)


def all_turns(window: WindowDriver) -> int:
    """Let the window go on until its map is whole. Returns how many turns it takes."""
    turns = 0
    QCoreApplication.processEvents()
    while not window.canvas.painted.is_whole:
        turns += 1
        assert turns < 200
        QCoreApplication.processEvents()
    return turns


def recolour_all(window: WindowDriver) -> None:
    window.editor.do(recolour_notes(window.document, [note.id for note in window.document.all(Note)], "pink"))


def test_a_map_that_changed_everywhere_is_painted_in_turns(
    full: WindowDriver, slow: Callable[[WindowDriver], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(full)
    counter = Counter(monkeypatch)
    counter.watch(painted_map.PaintedMap, "_paint_on_desk")
    recolour_all(full)
    QCoreApplication.processEvents()
    assert len(counter.calls) == 1
    assert not full.canvas.painted.is_whole
    assert all_turns(full) > 3


def test_at_the_end_everything_is_as_if_it_were_painted_at_once(
    full: WindowDriver, slow: Callable[[WindowDriver], None]
) -> None:
    slow(full)
    recolour_all(full)
    full.canvas.set_zoom(full.canvas.zoom() * 1.3)
    QCoreApplication.processEvents()
    full.canvas.scroll_by(40, 30)
    all_turns(full)
    in_turns = picture(full)
    full.canvas.painted.forget([full.canvas.shown.layout.rectangle])
    full.canvas.painted.turn = 10.0
    full.canvas.viewport().update()
    all_turns(full)
    assert picture(full) == in_turns


def test_a_picture_taken_meanwhile_is_whole(full: WindowDriver, slow: Callable[[WindowDriver], None]) -> None:
    slow(full)
    recolour_all(full)
    QCoreApplication.processEvents()
    assert not full.canvas.painted.is_whole
    taken = picture(full)
    assert full.canvas.painted.is_whole
    all_turns(full)
    assert picture(full) == taken


def test_one_changed_note_is_painted_in_the_same_turn(
    full: WindowDriver, slow: Callable[[WindowDriver], None]
) -> None:
    full.canvas.set_zoom(1.0)
    full.canvas.show_record("note-1-1-0")
    all_turns(full)
    slow(full)
    full.editor.do(recolour_notes(full.document, ["note-1-1-0"], "pink"))
    QCoreApplication.processEvents()
    assert full.canvas.painted.is_whole


def test_the_first_picture_of_a_map_is_whole(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(painted_map, "TURN", 0.0)
    window = open_window(full_map())
    window.canvas.viewport().repaint()
    assert window.canvas.painted.is_whole


def picture(window: WindowDriver) -> QImage:
    return window.canvas.viewport().grab().toImage()
