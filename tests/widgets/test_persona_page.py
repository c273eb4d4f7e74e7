"""The page of a persona: opened from everywhere, edited by the form beside it, left for the map."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSlider, QToolButton

from app.drawing.display import Links, Pictures, Texts
from app.formats.templates import template
from app.model.draft import Draft
from app.model.labels import plain_label
from app.model.pictures import picture_id
from app.model.records import Persona, Trait
from app.model.verbs.editing import set_fields
from app.model.verbs.personas import add_persona
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.pages.persona_page.page import PersonaPage
from tests.driver import LEFT, WindowDriver
from tests.export_dialog import asked
from tests.pictures import image
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def three(open_window: OpenWindow) -> WindowDriver:
    """A window on the sample with three personas: Eva Molin, Kim Lago, Lunch crowd."""
    document = template("pizzeria")
    for name in ("Kim Lago", "Lunch crowd"):
        document.apply(add_persona(document, name))
    return open_window(document)


def page(window: WindowDriver) -> PersonaPage:
    return window.window.pages.page(PersonaPage)


def shown(window: WindowDriver) -> str:
    """Who is on the page; nobody where the map is seen."""
    persona = page(window).persona
    assert page(window).isVisible() == (persona is not None) != window.canvas.isVisible()
    return persona.name if persona else ""


def said(window: WindowDriver) -> list[str]:
    """What the sheet says."""
    drawing = page(window).view.paper.drawing
    return [each.block.text for batch in drawing if isinstance(batch, Texts) for each in batch.texts]


def names(window: WindowDriver) -> list[str]:
    return [persona.name for persona in window.document.personas()]


def test_it_opens_by_key_and_esc_leads_back_to_the_map(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+P")
    assert shown(pizzeria) == "Eva Molin"
    assert {"Eva Molin", "Journalist", "Goals", "A good pizza close to work"} <= set(said(pizzeria))
    assert pizzeria.text_in("Job title") == "Journalist"
    pizzeria.press("Escape")
    assert shown(pizzeria) == ""
    assert pizzeria.canvas.hasFocus()


def test_it_opens_from_the_persona_on_the_map_be_it_a_face_or_a_card(pizzeria: WindowDriver) -> None:
    for shows_cards in (False, True):
        change = set_fields(
            pizzeria.document, ["dinner"], plain_label("Show cards"), shows_personas=shows_cards
        )
        pizzeria.editor.do(change)
        pizzeria.canvas.fit()
        place = pizzeria.place_of("eva-molin")
        QTest.mouseDClick(pizzeria.canvas.viewport(), LEFT, pos=place)
        assert shown(pizzeria) == "Eva Molin"
        pizzeria.click("Back to the map")
        assert shown(pizzeria) == ""


def test_it_opens_from_the_inspector_of_the_map_and_of_a_persona(three: WindowDriver) -> None:
    three.select_nothing()
    button = three.window.right.findChild(QToolButton, "personas.show")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    assert shown(three) == "Eva Molin"
    three.press("Escape")
    three.choose_in_list("Personas", "Kim Lago")
    assert shown(three) == ""
    button = three.window.right.findChild(QToolButton, "personas.show")
    assert button is not None
    QTest.mouseClick(button, LEFT)
    assert shown(three) == "Kim Lago"


def test_what_is_typed_into_the_form_is_on_the_sheet_at_once_and_undo_takes_it_back(
    pizzeria: WindowDriver,
) -> None:
    pizzeria.press("Ctrl+Shift+P")
    pizzeria.fill("Quote", "Never again.")
    assert "“Never again.”" in said(pizzeria)
    pizzeria.fill("Needs", "A true menu")
    assert {"Needs", "A true menu"} <= set(said(pizzeria))
    pizzeria.undo(times=5)
    assert "“After a long day I want good food and no surprises.”" in said(pizzeria)
    assert "Needs" not in said(pizzeria)
    assert shown(pizzeria) == "Eva Molin"
    pizzeria.redo(times=2)
    assert "“Never again.”" in said(pizzeria)


def test_a_trait_is_named_slid_and_its_ends_are_said_in_the_form(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+P")
    line = pizzeria.find(QLineEdit, "Traits")
    line.setFocus()
    pizzeria.write("Patience")
    pizzeria.press("Return")
    pizzeria.wait_until(lambda: pizzeria.shows("Patience"))
    slider = pizzeria.find(QSlider, "Patience")
    slider.setFocus()
    pizzeria.press("Home")
    for end, words in (("Low end of Patience", "none at all"), ("High end of Patience", "for ever")):
        pizzeria.fill(end, words)
    pizzeria.fill("Name of the trait Patience", "Patience with us")
    told = Trait(name="Patience with us", value=0, low="none at all", high="for ever")
    assert pizzeria.persona("Eva Molin").traits == (told,)
    assert {"Patience with us", "none at all", "for ever"} <= set(said(pizzeria))
    pizzeria.undo(times=2)
    assert pizzeria.persona("Eva Molin").traits[0].name == "Patience"
    pizzeria.click("Remove the trait Patience")
    assert pizzeria.persona("Eva Molin").traits == ()
    pizzeria.undo()
    assert pizzeria.persona("Eva Molin").traits[0].high == "for ever"


def test_others_are_shown_by_the_switcher_the_list_and_the_arrows(three: WindowDriver) -> None:
    three.press("Ctrl+Shift+P")
    switcher = three.find(QComboBox, "Persona")
    switcher.setFocus()
    three.press("Down")
    assert shown(three) == "Kim Lago"
    three.choose_in_list("Personas", "Lunch crowd")
    assert shown(three) == "Lunch crowd"
    assert switcher.currentText() == "Lunch crowd"
    three.window.actions_by_name["personas.next"].trigger()
    assert shown(three) == "Eva Molin"
    three.window.actions_by_name["personas.previous"].trigger()
    assert shown(three) == "Lunch crowd"


def test_personas_are_added_duplicated_moved_and_deleted_on_it_and_all_is_undone(three: WindowDriver) -> None:
    before = three.document.copy()
    actions = three.window.actions_by_name
    three.press("Ctrl+Shift+P")
    actions["personas.add"].trigger()
    assert shown(three) == "New persona"
    three.write("Ada")
    assert shown(three) == "Ada"
    actions["personas.move_up"].trigger()
    assert names(three) == ["Eva Molin", "Kim Lago", "Ada", "Lunch crowd"]
    actions["personas.duplicate"].trigger()
    assert names(three) == ["Eva Molin", "Kim Lago", "Ada", "Ada", "Lunch crowd"]
    assert three.editor.selection.ids == (three.document.personas()[3].id,)
    actions["personas.delete"].trigger()
    assert shown(three) == "Lunch crowd"
    assert three.window.message.isVisible()
    assert three.window.message.words.text() == "Deleted “Ada”."
    for _ in range(5):
        three.undo()
    assert three.document == before
    assert shown(three) in names(three)


def test_the_map_is_seen_again_when_the_last_persona_is_deleted(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+P")
    pizzeria.window.actions_by_name["personas.delete"].trigger()
    assert shown(pizzeria) == ""
    assert not pizzeria.window.actions_by_name["personas.show"].isEnabled()
    pizzeria.undo()
    assert names(pizzeria) == ["Eva Molin"]


def test_whatever_else_is_selected_brings_the_map_back(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+P")
    pizzeria.choose_in_list("Maps", "Dinner at a pizzeria")
    assert shown(pizzeria) == ""
    pizzeria.press("Ctrl+Shift+P")
    pizzeria.editor.select([pizzeria.note("Host at the door").id])
    assert shown(pizzeria) == ""
    pizzeria.press("Ctrl+Shift+P")
    assert shown(pizzeria) == "Eva Molin"


def drop(window: WindowDriver, data: QMimeData) -> bool:
    target, place = page(window).view.viewport(), QPoint(200, 200)
    action, button, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(place, action, data, button, keys)
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    dropped = QDropEvent(QPointF(place), action, data, button, keys)
    QApplication.sendEvent(target, dropped)
    return dropped.isAccepted()


def pictures(window: WindowDriver) -> list[str]:
    drawing = page(window).view.paper.drawing
    return [each.picture for batch in drawing if isinstance(batch, Pictures) for each in batch.pictures]


def test_a_picture_is_dropped_or_pasted_on_the_sheet(pizzeria: WindowDriver, tmp_path: Path) -> None:
    red, blue = image(40, 60, "#C03030"), image(40, 60, "#3030C0")
    (tmp_path / "red.png").write_bytes(red)
    pizzeria.press("Ctrl+Shift+P")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "red.png"))])
    assert drop(pizzeria, files)
    pizzeria.wait_until(lambda: pictures(pizzeria) == [picture_id(red)])
    QGuiApplication.clipboard().setImage(QImage.fromData(blue))
    page(pizzeria).view.setFocus()
    pizzeria.press("Ctrl+V")
    pizzeria.wait_until(lambda: pictures(pizzeria) not in ([], [picture_id(red)]))
    # The first is shown by nobody any more.
    assert [one.id for one in pizzeria.document.pictures()] == pictures(pizzeria)
    pizzeria.undo()
    pizzeria.undo()
    assert pictures(pizzeria) == []
    assert pizzeria.persona("Eva Molin").picture is None


def test_what_is_no_picture_is_not_taken(pizzeria: WindowDriver, tmp_path: Path) -> None:
    pizzeria.press("Ctrl+Shift+P")
    words = QMimeData()
    words.setText("no picture")
    assert not drop(pizzeria, words)
    (tmp_path / "broken.png").write_bytes(b"broken")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "broken.png"))])
    assert drop(pizzeria, files)
    pizzeria.wait_until(pizzeria.window.message.isVisible)
    assert "“broken.png” was not added." in pizzeria.window.message.words.text()
    assert pictures(pizzeria) == []


class Opened:
    """Stands in for the system's browser."""

    def __init__(self) -> None:
        self.addresses: list[str] = []


def test_a_link_on_the_sheet_is_opened_by_a_click(
    pizzeria: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Opened()
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.addresses.append(url.toString()))
    change = set_fields(pizzeria.document, ["eva-molin"], plain_label("Set e-mail"), email="eva@example.org")
    pizzeria.editor.do(change)
    pizzeria.press("Ctrl+Shift+P")
    view = page(pizzeria).view
    (links,) = [batch for batch in view.paper.drawing if isinstance(batch, Links)]
    paper = view.paper
    middle = paper.place_of(links.links[0].rectangle.center())
    QTest.mouseClick(paper, LEFT, pos=middle.toPoint())
    assert opened.addresses == ["mailto:eva@example.org"]
    QTest.mouseClick(paper, LEFT, pos=QPoint(5, 5))
    assert len(opened.addresses) == 1


def test_the_sheet_is_exported_from_its_page(three: WindowDriver) -> None:
    three.press("Ctrl+Shift+P")
    three.choose_in_list("Personas", "Kim Lago")
    three.window.actions_by_name["personas.export"].trigger()
    (dialog,) = [one for one in three.window.findChildren(ExportDialog) if one.isVisible()]
    assert dialog.form.deliverable.name == "persona-sheets"
    assert asked(dialog).personas == (three.persona("Kim Lago").id,)
    assert asked(dialog).paper == "A4"
    dialog.close()


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (700, 500)])
def test_the_sheet_fits_into_the_width_there_is(pizzeria: WindowDriver, size: tuple[int, int]) -> None:
    pizzeria.window.resize(*size)
    pizzeria.press("Ctrl+Shift+P")
    view = page(pizzeria).view
    pizzeria.wait_until(lambda: view.paper.width() <= view.viewport().width())
    assert view.paper.width() > 0.8 * view.viewport().width()


def test_a_persona_of_whom_everything_is_long_scrolls(pizzeria: WindowDriver) -> None:
    long = "A word after a word is a text that goes on. " * 400
    draft = Draft(pizzeria.document)
    draft.put(draft.get(Persona, "eva-molin").changed(name=long[:400], background=long, quote=long))
    pizzeria.editor.do(draft.change(plain_label("Write much")))
    pizzeria.press("Ctrl+Shift+P")
    view = page(pizzeria).view
    assert view.verticalScrollBar().maximum() > view.height()
    assert view.horizontalScrollBar().maximum() == 0
    assert "".join(said(pizzeria)).count("goes on") >= 800


def test_nothing_is_changed_in_a_project_that_is_open_for_reading(pizzeria: WindowDriver) -> None:
    pizzeria.editor.read_only = True
    before = pizzeria.document.copy()
    pizzeria.press("Ctrl+Shift+P")
    QGuiApplication.clipboard().setImage(QImage.fromData(image()))
    page(pizzeria).view.setFocus()
    pizzeria.press("Ctrl+V")
    for name in ("personas.add", "personas.duplicate", "personas.delete"):
        assert not pizzeria.window.actions_by_name[name].isEnabled()
    assert pizzeria.document == before
