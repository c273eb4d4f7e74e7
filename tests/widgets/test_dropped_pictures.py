"""Pictures dropped on the map: where they land, that all of them are one step, and what is refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication

from app.limits import LARGEST_PICTURE
from app.model.invariants import faults
from app.model.pictures import NewPicture, picture_id
from app.model.records import Entry, Note, Persona, Section
from app.model.verbs.editing import delete
from app.model.verbs.picture_verbs import add_picture
from app.widgets.base.background_work import Progress
from app.widgets.panels.record_list import RecordList
from tests.driver import WindowDriver
from tests.maps import map_of
from tests.pictures import header_of, image
from tests.widgets.conftest import OpenWindow

COPY, BUTTON, KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(folder: Path, **contents: bytes) -> QMimeData:
    """Files as a file manager drags them: "menu_png" is "menu.png"."""
    for name, content in contents.items():
        (folder / name.replace("_", ".")).write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder / name.replace("_", "."))) for name in contents])
    return data


def hover(window: WindowDriver, data: QMimeData, place: QPoint) -> bool:
    """Drag from the edge of the desk to a place of the map. Returns whether it would be taken there."""
    viewport = window.canvas.viewport()
    entered = QDragEnterEvent(QPoint(1, 1), COPY, data, BUTTON, KEYS)
    QApplication.sendEvent(viewport, entered)
    if not entered.isAccepted():
        # Qt tells a widget that refused what came in of no move and no drop.
        return False
    moved = QDragMoveEvent(place, COPY, data, BUTTON, KEYS)
    QApplication.sendEvent(viewport, moved)
    return moved.isAccepted()


def drop(window: WindowDriver, data: QMimeData, place: QPoint) -> bool:
    if not hover(window, data, place):
        return False
    dropped = QDropEvent(QPointF(place), COPY, data, BUTTON, KEYS)
    QApplication.sendEvent(window.canvas.viewport(), dropped)
    window.wait_until(lambda: not window.window.findChildren(Progress))
    return dropped.isAccepted()


def middle_of(window: WindowDriver, section: str, stage: str) -> QPoint:
    cell = window.canvas.shown.layout.cell_rectangle(section, stage)
    assert cell is not None
    window.canvas.ensureVisible(cell)
    return window.canvas.mapFromScene(cell.center())


def message(window: WindowDriver) -> str:
    shown = window.window.message
    return shown.words.text() if not shown.isHidden() else ""


def pictures_in(window: WindowDriver, section: str, stage: str) -> list[str | None]:
    return [entry.picture for entry in window.document.entries(section, stage)]


RED, BLUE = image(40, 30, "#C03030"), image(60, 30, "#3030C0", "JPG")


def test_several_files_land_where_the_mark_is_in_one_step(open_window: OpenWindow, tmp_path: Path) -> None:
    document = map_of("pictures")
    window = open_window(document)
    before = window.document.copy()
    data = files(tmp_path, red_png=RED, blue_jpg=BLUE)
    assert drop(window, data, window.place_of("b") - QPoint(0, 10))
    added = [picture_id(RED), picture_id(BLUE)]
    assert pictures_in(window, "one", "s0") == [None, *added, None, None]
    assert set(window.editor.selection.ids) == {one.id for one in window.document.all(Entry) if one.picture}
    assert list(faults(window.document)) == []
    assert message(window) == ""
    window.undo()
    assert window.document == before


def test_a_mark_shows_where_a_picture_would_land_while_it_is_dragged(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(map_of("pictures"))
    place = middle_of(window, "two", "s1")
    plain = window.canvas.viewport().grab().toImage()
    assert hover(window, files(tmp_path, red_png=RED), place)
    assert window.canvas.viewport().grab().toImage() != plain
    QApplication.sendEvent(window.canvas.viewport(), QDragLeaveEvent())
    assert window.canvas.viewport().grab().toImage() == plain
    assert window.editor.history.undoable is None


def test_an_image_without_a_file_lands_too(open_window: OpenWindow) -> None:
    window = open_window(map_of("pictures"))
    data = QMimeData()
    data.setImageData(QImage.fromData(RED))
    assert drop(window, data, middle_of(window, "two", "s2"))
    [entry] = window.document.entries("two", "s2")
    assert entry.picture is not None


def test_among_notes_it_lands_as_a_note_where_the_mark_is(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(map_of("pictures"))
    assert drop(window, files(tmp_path, red_png=RED), middle_of(window, "notes", "s2"))
    [note] = window.document.notes("notes", "s2")
    assert note.picture == picture_id(RED)
    assert drop(window, files(tmp_path, blue_jpg=BLUE), window.place_of(note.id) - QPoint(10, 0))
    assert [one.picture for one in window.document.notes("notes", "s2")] == [
        picture_id(BLUE),
        picture_id(RED),
    ]
    assert message(window) == ""


def test_over_what_takes_no_pictures_it_goes_to_the_nearest_of_that_stage(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    graph = next(one for one in pizzeria.document.all(Section) if one.section_kind == "emotional-graph")
    leave = pizzeria.stage("Leave").id
    assert drop(pizzeria, files(tmp_path, red_png=RED), middle_of(pizzeria, graph.id, leave))
    [note] = [one for one in pizzeria.document.all(Note) if one.picture]
    assert note.stage == leave
    assert message(pizzeria) == f"Added a picture to “{pizzeria.document.get(Section, note.section).name}”."
    before = len(pizzeria.document.notes(note.section, leave))
    pizzeria.click("Undo")
    assert len(pizzeria.document.notes(note.section, leave)) == before - 1


def test_on_a_map_where_no_section_takes_it_one_is_added(open_window: OpenWindow, tmp_path: Path) -> None:
    document = map_of("text")
    document.apply(delete(document, ["notes"]))
    window = open_window(document)
    before = window.document.copy()
    assert drop(window, files(tmp_path, red_png=RED), middle_of(window, "one", "s1"))
    [note] = window.document.all(Note)
    assert (note.stage, window.section_names()[-1]) == ("s1", "New section")
    window.undo()
    assert window.document == before


def test_on_an_empty_map_stage_and_section_are_added(empty: WindowDriver, tmp_path: Path) -> None:
    assert drop(empty, files(tmp_path, red_png=RED), empty.canvas.viewport().rect().center())
    assert [len(empty.document.stages(empty.editor.map)), empty.section_names()] == [1, ["New section"]]
    assert [note.picture for note in empty.document.all(Note)] == [picture_id(RED)]
    empty.undo()
    assert empty.document.stages(empty.editor.map) == ()


@pytest.mark.parametrize("shows_cards", [False, True])
def test_a_persona_shows_the_picture_dropped_on_their_face(
    pizzeria: WindowDriver, tmp_path: Path, shows_cards: bool
) -> None:
    pizzeria.select_nothing()
    if shows_cards:
        pizzeria.click("Show their cards")
    eva = pizzeria.persona("Eva Molin").id
    place = pizzeria.place_of(eva)
    assert drop(pizzeria, files(tmp_path, red_png=RED), place)
    assert pizzeria.document.get(Persona, eva).picture == picture_id(RED)
    pizzeria.undo()
    assert drop(pizzeria, files(tmp_path, red_png=RED, blue_jpg=BLUE), place)
    assert pizzeria.document.get(Persona, eva).picture is None
    assert message(pizzeria) == "A persona has one picture. Drop a single one on the card."
    pizzeria.click_on(eva)
    assert pizzeria.window.right.heading.accessibleName() == "persona"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("broken_png", RED[:60], "“broken.png” was not added. The picture is damaged"),
        ("huge_png", header_of(16_320, 12_240), "“huge.png” was not added. The picture has 16,320 × 12,240"),
        ("heavy_png", bytes(LARGEST_PICTURE + 1), "“heavy.png” was not added. The picture has 40 MB"),
        ("scan_tiff", b"II*\x00" + bytes(40), "“scan.tiff” was not added. "),
        ("menu_pdf", b"%PDF-1.7", "“menu.pdf” was not added. "),
    ],
)
def test_what_cannot_be_used_is_told_and_keeps_no_other_picture_out(
    open_window: OpenWindow, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    window = open_window(map_of("pictures"))
    before = window.document.copy()
    data = files(tmp_path, red_png=RED, **{name: content}, blue_jpg=BLUE)
    assert drop(window, data, middle_of(window, "two", "s1"))
    assert message(window).startswith(f"Added 2 pictures. {says}")
    assert pictures_in(window, "two", "s1")[-2:] == [picture_id(RED), picture_id(BLUE)]
    window.click("Undo")
    assert window.document == before


def test_a_picture_that_cannot_be_used_is_told_and_nothing_is_added(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(map_of("pictures"))
    before = window.document.copy()
    assert drop(window, files(tmp_path, broken_png=RED[:60]), middle_of(window, "two", "s1"))
    assert message(window).startswith("“broken.png” was not added. The picture is damaged")
    assert window.document == before
    assert window.editor.history.undoable is None


def test_many_that_cannot_be_used_are_told_in_few_words(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(map_of("pictures"))
    broken = {f"broken{number}_png": RED[:60] for number in range(9)}
    assert drop(window, files(tmp_path, **broken, red_png=RED), middle_of(window, "two", "s1"))
    assert message(window).startswith("Added a picture. “broken0.png” was not added.")
    assert message(window).endswith(" 6 more were not added.")
    assert "broken2" in message(window)
    assert "broken3" not in message(window)


def test_a_persona_shows_the_one_picture_among_files_that_can_be_read(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    pizzeria.select_nothing()
    eva = pizzeria.persona("Eva Molin").id
    assert drop(pizzeria, files(tmp_path, red_png=RED, broken_png=RED[:60]), pizzeria.place_of(eva))
    assert pizzeria.document.get(Persona, eva).picture == picture_id(RED)
    assert message(pizzeria).startswith("“broken.png” was not added.")


def test_a_file_that_is_gone_is_told(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window(map_of("pictures"))
    data = files(tmp_path, red_png=RED)
    (tmp_path / "red.png").unlink()
    assert drop(window, data, middle_of(window, "two", "s1"))
    assert message(window) == "“red.png” cannot be read: no such file or folder."


def test_text_is_not_dropped(open_window: OpenWindow) -> None:
    window = open_window(map_of("pictures"))
    data = QMimeData()
    data.setText("Wider doors")
    assert not hover(window, data, middle_of(window, "two", "s1"))


def test_nothing_is_dropped_beside_the_map_or_on_one_opened_for_reading(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    window = open_window(map_of("pictures"))
    data = files(tmp_path, red_png=RED)
    assert not hover(window, data, QPoint(2, window.canvas.viewport().height() - 2))
    window.editor.read_only = True
    assert not hover(window, data, middle_of(window, "two", "s1"))


def test_the_list_of_personas_shows_the_picture(pizzeria: WindowDriver, tmp_path: Path) -> None:
    personas = pizzeria.find(RecordList, "Personas")

    def colour() -> QColor:
        face = personas.item(0).icon().pixmap(26, 26).toImage()
        return face.pixelColor(face.width() // 2, face.height() // 5)

    assert colour() != QColor("#C03030")
    assert drop(pizzeria, files(tmp_path, red_png=RED), pizzeria.place_of(pizzeria.persona("Eva Molin").id))
    assert colour() == QColor("#C03030")


def test_a_picture_that_was_decoded_beside_the_window_is_painted_where_it_is_shown(
    open_window: OpenWindow,
) -> None:
    document = map_of("pictures")
    picture = NewPicture(image(700, 500, "#7A1FA2"), "png", 700, 500)
    document.apply(add_picture(document, "notes", "s1", picture, id="shown"))
    window = open_window(document)
    told: list[list[QRectF]] = []
    window.canvas.shown.decoded.connect(told.append)
    window.canvas.set_zoom(1.0)
    window.canvas.show_record("shown")
    window.canvas.set_zoom(2.5)
    window.wait_until(lambda: [window.canvas.rectangle_of("shown")] in told)
