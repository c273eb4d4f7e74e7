"""Cut, copy, paste and duplicate in the real window and between windows; what others put on the clipboard."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from app.limits import LONGEST_PASTED_TEXT, LONGEST_TEXT
from app.model import invariants
from app.model.document import Document
from app.model.exchange.clippings import clip, to_json
from app.model.labels import plain_label
from app.model.pictures import picture_id
from app.model.records import Note, Picture, Section
from app.model.upgrades import SCHEMA
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import add_map, new_project
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.storage.project_file import ProjectFile
from app.widgets.base.background_work import Progress
from app.widgets.canvas.typing.text_editor import TextEditor
from app.widgets.clipboard.clipboard_data import OTHER_VERSION
from app.widgets.clipboard.copied_data import CLIPPING
from app.widgets.clipboard.pasting import NOTHING
from tests.cell_texts import texts
from tests.driver import WindowDriver
from tests.pictures import image
from tests.widgets.conftest import OpenWindow

SECONDS = 30
RUBBISH = [
    b"",
    b"\x00\xff\xfe",
    b"nonsense",
    b"[" * 100_000,
    b'{"format": "journeywall clipping", "version": %d, "shape": "cells", "records": [["note", {}]]}'
    % SCHEMA,
]


@pytest.fixture(autouse=True)
def clipboard_left_empty() -> Iterator[None]:
    """Data made in Python must not outlive it."""
    yield
    QGuiApplication.clipboard().clear()


def project_of_two_sections() -> Document:
    document = new_project()
    map = document.maps()[0].id
    document.apply(add_stage(document, map, "First"))
    document.apply(add_section(document, map, "Ideas"))
    document.apply(add_section(document, map, "Actions"))
    return document


def copied_text(text: str, html: str = "") -> None:
    """Put on the clipboard what another program puts there."""
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def on_clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def message(editor: WindowDriver) -> str:
    return editor.window.message.words.text() if editor.window.message.isVisible() else ""


def go_to(editor: WindowDriver) -> None:
    """Bring a window to the front, the hand on its map."""
    editor.window.activateWindow()
    assert QTest.qWaitForWindowActive(editor.window)
    editor.canvas.setFocus()


def until(done: Callable[[], bool]) -> None:
    """Let the window go on until something holds."""
    end = perf_counter() + SECONDS
    while not done():
        assert perf_counter() < end, "it did not happen"
        QCoreApplication.processEvents()


def test_notes_are_copied_with_all_they_are_to_another_cell(pizzeria: WindowDriver) -> None:
    source = pizzeria.note("Car park is full by seven")
    pizzeria.select_note("Car park is full by seven")
    pizzeria.press("Ctrl+C")
    pizzeria.go_to_cell("Order", "Pain points")
    pizzeria.press("Ctrl+V")
    (pasted,) = pizzeria.editor.selection.ids
    copy = pizzeria.document.get(Note, pasted)
    assert copy.stage == pizzeria.stage("Order").id
    assert copy.changed(id=source.id, stage=source.stage, position=source.position) == source
    pizzeria.undo()
    assert pasted not in pizzeria.document


def test_notes_that_are_cut_go_in_one_step_and_can_be_pasted_elsewhere(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Street sign", "Car park")
    pizzeria.press("Ctrl+X")
    assert pizzeria.editor.history.undoable is not None
    assert str(pizzeria.editor.history.undoable.label) == "Cut 2 notes"
    assert texts(pizzeria, "Arrival", "Touchpoints") == ["Host at the door"]
    pizzeria.go_to_cell("Leave", "Touchpoints")
    pizzeria.press("Ctrl+V")
    assert texts(pizzeria, "Leave", "Touchpoints")[-2:] == ["Street sign", "Car park"]
    pizzeria.undo()
    pizzeria.undo()
    assert texts(pizzeria, "Arrival", "Touchpoints") == ["Street sign", "Car park", "Host at the door"]


def test_a_stage_is_copied_with_all_it_holds_into_another_project(
    pizzeria: WindowDriver, open_window: OpenWindow
) -> None:
    other = open_window(project_of_two_sections())
    go_to(pizzeria)
    pizzeria.select_stage("Order")
    pizzeria.press("Ctrl+C")
    go_to(other)
    other.press("Ctrl+V")
    assert other.stage_names() == ["First", "Order"]
    assert texts(other, "Order", "Actions") == texts(pizzeria, "Order", "Actions")
    assert list(invariants.faults(other.document)) == []
    other.undo()
    assert other.stage_names() == ["First"]


def test_a_duplicate_stands_right_behind(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Order")
    pizzeria.press("Ctrl+D")
    assert pizzeria.stage_names().count("Order") == 2
    pizzeria.undo()
    pizzeria.select_note("Car park")
    pizzeria.press("Ctrl+D")
    assert texts(pizzeria, "Arrival", "Touchpoints") == [
        "Street sign",
        "Car park",
        "Car park",
        "Host at the door",
    ]
    assert len(pizzeria.editor.selection.ids) == 1


def test_other_programs_get_a_table(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Street sign", "Car park")
    pizzeria.press("Ctrl+C")
    assert on_clipboard().text() == "Street sign\nCar park"
    pizzeria.select_note("Street sign", "Reads the menu")
    pizzeria.press("Ctrl+C")
    assert on_clipboard().text() == "\tReads the menu\nStreet sign\t"
    assert "Street sign</td><td></td>" in on_clipboard().html()
    pizzeria.select_section("Ideas")
    pizzeria.press("Ctrl+C")
    first, second = on_clipboard().text().split("\n")[:2]
    assert first == "\t" + "\t".join(pizzeria.stage_names())
    assert second.startswith("Ideas\tCorrect the listing\t")


def test_lines_become_notes_in_the_colour_of_their_section(pizzeria: WindowDriver) -> None:
    copied_text("Too loud\r\n\r\nToo dark\n")
    pizzeria.go_to_cell("Time to eat", "Pain points")
    pizzeria.press("Ctrl+V")
    assert texts(pizzeria, "Time to eat", "Pain points")[-2:] == ["Too loud", "Too dark"]
    assert {pizzeria.note(text).colour for text in ("Too loud", "Too dark")} == {"pink"}
    assert len(pizzeria.editor.selection.ids) == 2
    pizzeria.undo()
    assert "Too loud" not in texts(pizzeria, "Time to eat", "Pain points")


def test_a_table_fills_the_grid_from_the_cursor(pizzeria: WindowDriver) -> None:
    copied_text("ignored", "<table><tr><td>a</td><td>b<br>c</td></tr><tr><td>d</td><td></td></tr></table>")
    pizzeria.go_to_cell("Research", "Pain points")
    pizzeria.press("Ctrl+V")
    assert texts(pizzeria, "Research", "Pain points")[-1] == "a"
    assert texts(pizzeria, "Arrival", "Pain points")[-2:] == ["b", "c"]
    assert texts(pizzeria, "Research", "Ideas")[-1] == "d"


def wide_table() -> str:
    return "\n".join("\t".join(f"{row}.{column}" for column in range(3)) for row in range(2))


def test_a_table_that_does_not_fit_is_asked_about_with_a_preview(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    copied_text(wide_table())
    pizzeria.go_to_cell("Come back", "Ideas")
    pizzeria.press("Ctrl+V")
    assert pizzeria.shows("What would be pasted")
    said = [label.text() for label in pizzeria.window.findChildren(QLabel) if label.isVisible()]
    assert any("reaches 2 stages and 1 section beyond the map" in text for text in said)
    pizzeria.press("Escape")
    assert not pizzeria.shows("What would be pasted")
    assert pizzeria.document == before


@pytest.mark.parametrize(
    ("answer", "stages", "sections", "last"),
    [("Add 2 stages and 1 section", 10, 9, "0.0"), ("Put everything into this cell", 8, 8, "1.2")],
)
def test_the_grid_grows_for_a_table_or_one_cell_takes_it_all(
    pizzeria: WindowDriver, answer: str, stages: int, sections: int, last: str
) -> None:
    copied_text(wide_table())
    pizzeria.go_to_cell("Come back", "Ideas")
    pizzeria.press("Ctrl+V")
    QTest.mouseClick(_button(pizzeria, answer), Qt.MouseButton.LeftButton)
    assert len(pizzeria.stage_names()) == stages
    assert len(pizzeria.section_names()) == sections
    assert texts(pizzeria, "Come back", "Ideas")[-1] == last
    assert list(invariants.faults(pizzeria.document)) == []
    pizzeria.undo()
    assert len(pizzeria.stage_names()) == 8


def test_an_empty_map_takes_a_table_without_a_question(empty: WindowDriver) -> None:
    copied_text(wide_table())
    empty.canvas.setFocus()
    empty.press("Ctrl+V")
    assert len(empty.stage_names()) == 3
    assert len(empty.section_names()) == 2
    assert len(empty.document.all(Note)) == 6


def _button(editor: WindowDriver, text: str) -> QPushButton:
    found = [
        each for each in editor.window.findChildren(QPushButton) if each.isVisible() and each.text() == text
    ]
    assert found, f"there is no button {text}"
    return found[0]


def ten_thousand(editor: WindowDriver) -> None:
    copied_text("\n".join(f"Line {number}" for number in range(10_000)))
    editor.go_to_cell("Research", "Ideas")
    editor.press("Ctrl+V")
    until(lambda: editor.shows("What would be pasted"))


def test_ten_thousand_lines_are_asked_about_and_can_be_stopped_half_way(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    ten_thousand(pizzeria)
    _button(pizzeria, "Paste 10,000 notes").click()
    until(
        lambda: any(bar.isVisible() and bar.value() > 0 for bar in pizzeria.window.findChildren(QProgressBar))
    )
    pizzeria.press("Escape")
    QCoreApplication.processEvents()
    assert pizzeria.document == before
    assert not pizzeria.window.findChildren(QProgressBar) or message(pizzeria) == ""
    assert pizzeria.focus is pizzeria.canvas


def shows_bar(editor: WindowDriver) -> bool:
    return any(bar.isVisible() for bar in editor.window.findChildren(QProgressBar))


def test_ten_thousand_lines_are_one_step(pizzeria: WindowDriver) -> None:
    before = len(pizzeria.document.all(Note))
    ten_thousand(pizzeria)
    _button(pizzeria, "Paste 10,000 notes").click()
    until(lambda: len(pizzeria.document.all(Note)) > before)
    assert len(pizzeria.document.all(Note)) == before + 10_000
    assert texts(pizzeria, "Research", "Ideas")[-1] == "Line 9999"
    assert len(pizzeria.editor.selection.ids) == 10_000
    until(lambda: not shows_bar(pizzeria))
    pizzeria.press("Delete")
    until(lambda: len(pizzeria.document.all(Note)) == before and not shows_bar(pizzeria))
    pizzeria.undo()
    until(lambda: len(pizzeria.document.all(Note)) > before and not shows_bar(pizzeria))
    pizzeria.undo()
    until(lambda: len(pizzeria.document.all(Note)) == before and not shows_bar(pizzeria))


def test_what_many_notes_take_is_done_under_a_bar_or_stopped_before_it_begins(
    pizzeria: WindowDriver,
) -> None:
    ten_thousand(pizzeria)
    _button(pizzeria, "Paste 10,000 notes").click()
    until(lambda: len(pizzeria.document.all(Note)) > 10_000)
    until(lambda: not shows_bar(pizzeria))
    pasted = pizzeria.document.copy()
    pizzeria.press("Ctrl+Z")
    assert shows_bar(pizzeria)
    pizzeria.press("Escape")
    until(lambda: not shows_bar(pizzeria))
    assert pizzeria.document == pasted
    assert pizzeria.focus is pizzeria.canvas


def test_what_changes_the_map_ends_the_pasting(pizzeria: WindowDriver) -> None:
    ten_thousand(pizzeria)
    _button(pizzeria, "Paste 10,000 notes").click()
    until(lambda: any(bar.isVisible() for bar in pizzeria.window.findChildren(QProgressBar)))
    note = pizzeria.note("Car park")
    pizzeria.editor.do(set_fields(pizzeria.document, [note.id], plain_label("Vote"), votes=5))
    QCoreApplication.processEvents()
    assert pizzeria.note("Car park").votes == 5
    assert len(pizzeria.document.all(Note)) < 10_000


def test_what_a_newer_journeywall_copied_is_not_pasted_as_something_else(pizzeria: WindowDriver) -> None:
    clipping = clip(pizzeria.document, [pizzeria.note("Car park").id])
    assert clipping is not None
    newer = json.loads(to_json(clipping)) | {"version": SCHEMA + 1}
    data = QMimeData()
    data.setData(CLIPPING, QByteArray(json.dumps(newer).encode()))
    data.setText("Car park")
    QGuiApplication.clipboard().setMimeData(data)
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.press("Ctrl+V")
    assert pizzeria.document == before
    assert message(pizzeria) == str(OTHER_VERSION.sentence)


@pytest.mark.parametrize("content", RUBBISH)
def test_rubbish_under_our_name_is_ignored(pizzeria: WindowDriver, content: bytes) -> None:
    data = QMimeData()
    data.setData(CLIPPING, QByteArray(content))
    QGuiApplication.clipboard().setMimeData(data)
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.press("Ctrl+V")
    assert pizzeria.document == before
    assert message(pizzeria) == str(NOTHING)


def test_what_is_pasted_into_a_text_is_words_alone(pizzeria: WindowDriver) -> None:
    copied_text(
        "Wide doors\nopen", '<font size=7 color=red>Wide <b>doors</b></font><ul><li>open</ul><img src="">'
    )
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.write("More ")
    for keys in ("Ctrl+V", "Ctrl+Shift+V"):
        pizzeria.press(keys)
    assert texts(pizzeria, "Research", "Ideas")[-1] == "More Wide doors\nopenWide doors\nopen"
    (editor,) = (each for each in pizzeria.canvas.scene().items() if isinstance(each, TextEditor))
    looks = [each.toCharFormat() for each in editor.document().allFormats() if each.isCharFormat()]
    assert not any(look.isImageFormat() or look.fontWeight() > QFont.Weight.Normal for look in looks)
    pizzeria.press("Escape")


def test_more_text_than_a_note_can_hold_is_cut_and_that_is_told(pizzeria: WindowDriver) -> None:
    QGuiApplication.clipboard().setText("wide door " * 100_000)
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.write("More ")
    pizzeria.press("Ctrl+V")
    assert len(texts(pizzeria, "Research", "Ideas")[-1]) == LONGEST_TEXT
    assert message(pizzeria) == "A text takes up to 20,000 characters. The rest was left out."
    pizzeria.write("x")
    pizzeria.press("Escape")
    assert len(texts(pizzeria, "Research", "Ideas")[-1]) == LONGEST_TEXT
    pizzeria.undo()
    assert texts(pizzeria, "Research", "Ideas")[-1] == "More "
    pizzeria.undo()
    assert texts(pizzeria, "Research", "Ideas") == ["Publish today’s menu"]


def test_rubbish_under_our_name_does_not_hide_the_text_beside_it(pizzeria: WindowDriver) -> None:
    data = QMimeData()
    data.setData(CLIPPING, QByteArray(b"nonsense"))
    data.setText("Wider doors")
    QGuiApplication.clipboard().setMimeData(data)
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.press("Ctrl+V")
    assert texts(pizzeria, "Research", "Ideas")[-1] == "Wider doors"


def copied_picture(colour: str = "red") -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor(colour))
    QGuiApplication.clipboard().setImage(picture)


def paste_picture(editor: WindowDriver) -> None:
    """Paste, and wait until the picture was read."""
    editor.press("Ctrl+V")
    until(lambda: not editor.window.findChildren(Progress))


def test_a_picture_makes_a_note_with_it_behind_the_one_that_is_selected(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    copied_picture()
    first, *others = texts(pizzeria, "Arrival", "Touchpoints")
    pizzeria.select_note(first)
    paste_picture(pizzeria)
    (note,) = (pizzeria.document.get(Note, id) for id in pizzeria.editor.selection.ids)
    assert texts(pizzeria, "Arrival", "Touchpoints") == [first, "", *others]
    assert note.position == 1
    assert note.colour == pizzeria.section("Touchpoints").colour
    kept = pizzeria.document.get(Picture, note.picture or "")
    assert (kept.width, kept.height) == (40, 30)
    assert list(invariants.faults(pizzeria.document)) == []
    pizzeria.press("F2")
    pizzeria.write("The sign by night")
    pizzeria.press("Escape")
    assert pizzeria.document.get(Note, note.id).text == "The sign by night"
    pizzeria.undo(times=5)
    assert pizzeria.document == before


def test_where_notes_cannot_stand_a_picture_goes_to_the_nearest_that_can(pizzeria: WindowDriver) -> None:
    copied_picture()
    graph = next(one for one in pizzeria.document.all(Section) if one.section_kind == "emotional-graph")
    pizzeria.go_to_cell("Order", graph.name)
    paste_picture(pizzeria)
    (note,) = (pizzeria.document.get(Note, id) for id in pizzeria.editor.selection.ids)
    landed = pizzeria.document.get(Section, note.section)
    assert note.stage == pizzeria.stage("Order").id
    assert abs(landed.position - graph.position) == 1
    assert message(pizzeria) == f"Added a picture to “{landed.name}”."


def test_a_note_is_copied_with_its_picture_into_another_project(
    pizzeria: WindowDriver, open_window: OpenWindow
) -> None:
    copied_picture()
    pizzeria.go_to_cell("Order", "Actions")
    paste_picture(pizzeria)
    other = open_window(project_of_two_sections())
    go_to(pizzeria)
    pizzeria.press("Ctrl+C")
    go_to(other)
    other.go_to_cell("First", "Actions")
    other.press("Ctrl+V")
    (note,) = (other.document.get(Note, id) for id in other.editor.selection.ids)
    data = other.document.picture_store.get(note.picture or "")
    assert data is not None
    assert QImage.fromData(data).pixelColor(5, 5) == QColor("red")
    other.close()
    with ProjectFile.open(other.project.path) as again:
        assert again.document.get(Note, note.id).picture == note.picture
        assert again.document.picture_store.get(note.picture or "") == data


def test_a_copied_picture_file_is_pasted(pizzeria: WindowDriver, tmp_path: Path) -> None:
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("blue"))
    path = tmp_path / "shop.PNG"
    assert picture.save(str(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    QGuiApplication.clipboard().setMimeData(data)
    pizzeria.go_to_cell("Research", "Ideas")
    paste_picture(pizzeria)
    assert [note.picture for note in pizzeria.document.all(Note) if note.picture] == [
        picture_id(path.read_bytes())
    ]


def test_the_bytes_of_a_picture_are_kept_as_they_were_copied(pizzeria: WindowDriver) -> None:
    data = QMimeData()
    data.setData("image/png", QByteArray(image(60, 40)))
    QGuiApplication.clipboard().setMimeData(data)
    pizzeria.go_to_cell("Research", "Ideas")
    paste_picture(pizzeria)
    assert [one.picture for one in pizzeria.document.all(Note) if one.picture] == [picture_id(image(60, 40))]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "This is not a picture that can be read"),
        (b"nonsense", "This is not a picture that can be read"),
        (b"\x89PNG\r\n\x1a\n" + b"\xff" * 40, "The picture is damaged"),
        (image()[:-20], "The picture is damaged"),
    ],
)
def test_a_broken_picture_is_refused_in_a_sentence(pizzeria: WindowDriver, content: bytes, says: str) -> None:
    data = QMimeData()
    data.setData("image/png", QByteArray(content))
    QGuiApplication.clipboard().setMimeData(data)
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Research", "Ideas")
    paste_picture(pizzeria)
    assert pizzeria.document == before
    assert message(pizzeria).startswith(says)


def test_a_picture_of_too_many_pixels_is_refused_in_a_sentence(pizzeria: WindowDriver) -> None:
    QGuiApplication.clipboard().setImage(QImage(6000, 6000, QImage.Format.Format_Mono))
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Research", "Ideas")
    paste_picture(pizzeria)
    assert pizzeria.document == before
    assert message(pizzeria).startswith("The picture has 6,000 × 6,000 pixels")


def test_too_much_text_is_refused_in_a_sentence(pizzeria: WindowDriver) -> None:
    copied_text("x" * (LONGEST_PASTED_TEXT + 1))
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.press("Ctrl+V")
    assert pizzeria.document == before
    assert message(pizzeria).startswith("There are more than 10,000,000 characters on the clipboard.")


def test_what_would_make_the_project_too_large_to_be_opened_again_is_refused(
    pizzeria: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.model.fullness.MOST_RECORDS", 200)
    copied_text("\n".join(f"line {number}" for number in range(150)))
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.press("Ctrl+V")
    until(lambda: not shows_bar(pizzeria))
    assert pizzeria.document == before
    assert message(pizzeria).startswith(
        "Nothing was added: 150 more things would be too many for this project"
    )


def test_too_many_cells_are_refused_in_a_sentence_and_the_words_beside_them_are_read(
    pizzeria: WindowDriver,
) -> None:
    bomb = f"<table>{'<tr><td colspan=1000 rowspan=1000>a' * 900}</table>"
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Research", "Ideas")
    copied_text("", bomb)
    pizzeria.press("Ctrl+V")
    assert pizzeria.document == before
    assert message(pizzeria).startswith("The table on the clipboard has more cells than a map takes at once.")
    copied_text("one\ntwo", bomb)
    pizzeria.press("Ctrl+V")
    assert texts(pizzeria, "Research", "Ideas")[-2:] == ["one", "two"]


def test_keys_of_the_clipboard_belong_to_the_text_while_one_types(pizzeria: WindowDriver) -> None:
    copied_text("one\ntwo")
    pizzeria.go_to_cell("Research", "Ideas")
    pizzeria.write("start ")
    pizzeria.press("Ctrl+V")
    pizzeria.press("Escape")
    assert texts(pizzeria, "Research", "Ideas")[-1] == "start one\ntwo"


def test_a_note_is_duplicated_into_the_other_map_and_into_one_that_is_chosen(pizzeria: WindowDriver) -> None:
    duplicate_into = pizzeria.window.actions_by_name["edit.duplicate_into"]
    pizzeria.select_note("Eats")
    assert not duplicate_into.isEnabled()
    pizzeria.window.actions_by_name["maps.add"].trigger()
    pizzeria.editor.show_map(pizzeria.document.maps()[0].id)
    before = pizzeria.document.copy()
    pizzeria.select_note("Eats")
    pizzeria.press("Ctrl+J")
    assert message(pizzeria) == "Duplicated note into “Untitled map”."
    other = pizzeria.document.maps()[1].id
    assert [stage.name for stage in pizzeria.document.stages(other)] == ["Time to eat"]
    pizzeria.click("Undo")
    assert pizzeria.document == before
    assert pizzeria.editor.map == other, "where it was done, it is seen to be taken back"
    pizzeria.editor.show_map(pizzeria.document.maps()[0].id)
    pizzeria.editor.do(add_map(pizzeria.document, "Tomorrow"))
    pizzeria.select_note("Eats")
    pizzeria.press("Ctrl+J")
    pizzeria.write("tomo")
    pizzeria.press("Return")
    assert message(pizzeria) == "Duplicated note into “Tomorrow”."
    assert pizzeria.document.stages(pizzeria.document.maps()[2].id)
    assert not pizzeria.document.stages(other)
