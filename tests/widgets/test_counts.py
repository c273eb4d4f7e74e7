"""What an edit, a pan or a hover must not do, counted: seconds differ between machines, counts do not."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest

from app.drawing import layout
from app.drawing.sections.notes import notes_body as notes
from app.drawing.sections.notes.text_steps import remembered_steps
from app.drawing.text import remembered_block
from app.model.document import Document
from app.model.records import Note
from app.model.verbs.editing import delete
from app.model.verbs.notes import add_note, recolour_notes, set_text
from app.widgets.canvas import shown_map
from app.widgets.canvas.painting import painted_map
from tests.counting import Counter, area, full_map
from tests.driver import WindowDriver
from tests.statements import statements
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Counter:
    return Counter(monkeypatch)


@pytest.fixture
def full(open_window: OpenWindow) -> WindowDriver:
    """A full map at 100 %, painted."""
    window = open_window(full_map())
    window.canvas.set_zoom(1.0)
    window.canvas.show_record("note-0-0-0")
    settle()
    return window


def settle() -> None:
    QCoreApplication.processEvents()


@contextmanager
def painted(window: WindowDriver) -> Iterator[list[QRegion]]:
    """The regions of the canvas that are painted meanwhile."""
    found: list[QRegion] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, seen: QEvent) -> bool:
            if isinstance(seen, QPaintEvent):
                found.append(QRegion(seen.region()))
            return False

    watch = Watch()
    window.canvas.viewport().installEventFilter(watch)
    yield found
    settle()
    window.canvas.viewport().removeEventFilter(watch)


def test_an_edit_lays_out_one_cell_and_measures_one_text(full: WindowDriver, counter: Counter) -> None:
    counter.watch(notes, "CellLayout")
    broken, measured = remembered_block.cache_info().misses, remembered_steps.cache_info().misses
    full.editor.do(set_text(full.document, "note-1-1-0", "Words that no other note has"))
    assert len(counter.calls) == 1
    assert remembered_steps.cache_info().misses - measured == 1
    assert remembered_block.cache_info().misses - broken <= 1


def test_the_cost_of_an_edit_does_not_grow_with_the_map(open_window: OpenWindow, counter: Counter) -> None:
    """Adding, recolouring and deleting a note touch one cell each, on any map."""
    counter.watch(notes, "CellLayout")
    counts = []
    for stages, sections in ((3, 2), (9, 8)):
        window = open_window(full_map(stages, sections))
        counter.calls.clear()
        window.editor.do(add_note(window.document, "section-1", "stage-1", "One more", id="more"))
        window.editor.do(recolour_notes(window.document, ["more"], "pink"))
        window.editor.do(delete(window.document, ["more"]))
        counts.append(len(counter.calls))
    assert counts == [3, 3]


def test_an_edit_paints_its_cell_and_not_the_map(full: WindowDriver) -> None:
    with painted(full) as regions:
        full.editor.do(recolour_notes(full.document, ["note-0-0-1"], "green"))
    cell = full.canvas.shown.layout.cell_rectangle("section-0", "stage-0")
    assert cell is not None
    whole = area(QRegion(full.canvas.viewport().rect()))
    assert 0 < max(map(area, regions)) < whole / 2


def test_panning_lays_nothing_out(full: WindowDriver, counter: Counter) -> None:
    counter.watch(shown_map, "lay_out")
    counter.watch(layout, "columns_of")
    counter.watch(notes, "CellLayout")
    full.canvas.scroll_by(60, 30)
    settle()
    broken = remembered_block.cache_info().misses
    for _ in range(5):
        full.canvas.scroll_by(-12, 0)
        settle()
    assert counter.calls == []
    assert remembered_block.cache_info().misses == broken


def test_panning_paints_only_the_part_of_the_map_that_comes_into_view(
    full: WindowDriver, counter: Counter
) -> None:
    counter.watch(painted_map.PaintedMap, "_paint")
    full.canvas.scroll_by(0, 40)
    settle()
    scale, viewport = full.canvas.transform().m11(), full.canvas.viewport()
    shown = sum(_pixels(call[2], scale) for call in counter.calls)
    assert 0 < shown <= 1.2 * 40 * viewport.width()


def test_moving_the_mouse_over_the_map_paints_nothing_but_the_hover(
    full: WindowDriver, counter: Counter
) -> None:
    counter.watch(painted_map.PaintedMap, "_paint")
    middle = full.canvas.rectangle_of("note-0-0-0")
    assert middle is not None
    note = full.canvas.mapFromScene(middle).boundingRect()
    QTest.mouseMove(full.canvas.viewport(), note.center())
    settle()
    with painted(full) as within_a_note:
        for step in range(5):
            QTest.mouseMove(full.canvas.viewport(), note.center() + QPoint(step, step))
            settle()
    assert within_a_note == []
    with painted(full) as leaving:
        QTest.mouseMove(full.canvas.viewport(), QPoint(note.center().x(), note.bottom() + 40))
        settle()
    ring = area(QRegion(note.adjusted(-14, -14, 14, 14)))
    assert all(area(region) <= 2 * ring for region in leaving)
    assert counter.calls == []


def test_an_edit_takes_as_many_statements_on_a_large_map_as_on_a_small_one(open_window: OpenWindow) -> None:
    counts = []
    for stages, sections in ((3, 2), (9, 8)):
        window = open_window(full_map(stages, sections))
        # The first asks what the file is known by while it has no history.
        window.editor.do(set_text(window.document, "note-1-1-0", "One text"))
        assert window.project.wait_until_looked(20)
        with statements() as executed:
            window.editor.do(set_text(window.document, "note-1-1-0", "Another text"))
            window.project.wait_until_saved()
        counts.append(len(executed))
    # Begin, whether the last step is ours, the note, the step, commit.
    assert counts[0] == counts[1] <= 5


def _pixels(rectangle: object, scale: float) -> float:
    assert isinstance(rectangle, QRectF)
    return rectangle.width() * rectangle.height() * scale * scale


def test_selecting_everything_looks_each_note_up_for_all_actions_and_fields_together(
    full: WindowDriver, counter: Counter
) -> None:
    ids = [note.id for note in full.document.all(Note)]
    counter.watch(Document, "find")
    full.editor.select(ids)
    settle()
    assert full.editor.selected.records == tuple(full.document.find(id) for id in ids)
    looked_up = len(counter.calls) - len(ids)
    assert looked_up < 3 * len(ids)
