"""What must hold of every control that the program shows, whoever adds the next one."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from app.storage.guard.lock import Holder
from app.storage.project_file import ProjectFile
from app.widgets.base.backing_up import BackingUp
from app.widgets.base.overlays.message_box import message_box
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.canvas.view import CanvasView
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.program.error_box import show_error
from app.widgets.program.rescue import offer_rescue, recover_beside, rescue_report
from app.widgets.window.still_busy import StillLooking, StillWriting, question_on_loss
from app.widgets.window.taking_over import question_on_taking_over
from tests.boxes import another_program, boxes, click, notices
from tests.controls import question, stops
from tests.driver import WindowDriver
from tests.export_dialog import opened

CONTROLS = (
    *(QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QAbstractItemView),
)
_until_the_end = ExitStack()
"""What a scene leaves as it is until the test has ended."""
DRIVEN_FROM_ELSEWHERE = {"Choices", "What would be pasted"}
"""Lists that the arrow keys move while the line above them has the focus; a table only to be looked at."""
TO_LOOK_AT = (CanvasView, QScrollArea)
"""A tooltip would lie over what one reads there."""

Scene = Callable[[WindowDriver], object]


def of_action(name: str) -> Scene:
    def run(driver: WindowDriver) -> None:
        driver.select_note("Host at the door")
        driver.window.actions_by_name[name].trigger()

    return run


def selected(kind: str, name: str) -> Scene:
    return lambda driver: driver.editor.select([getattr(driver, kind)(name).id])


def point(driver: WindowDriver) -> None:
    driver.click_on(
        driver.document.points(driver.section("Emotional graph").id, driver.stage("Order").id)[0].id
    )


def entry(driver: WindowDriver) -> None:
    driver.click_on(driver.document.entries(driver.section("Process").id, driver.stage("Awareness").id)[0].id)


def message(driver: WindowDriver) -> None:
    driver.window.show_message("Deleted the stage.", offer_undo=True)


def persona_page(driver: WindowDriver) -> None:
    driver.editor.select([driver.persona("Eva Molin").id])
    driver.press("Ctrl+Shift+P")
    assert driver.window.persona_page.is_open


def trouble(driver: WindowDriver) -> None:
    assert driver.project.wait_until_saved(20)
    _until_the_end.enter_context(another_program(driver.window.path))
    driver.add_note("Order", "Actions", "Counts the money")
    driver.wait_until(lambda: notices(driver.window) != [], 20)


def loss(driver: WindowDriver) -> None:
    question_on_loss(driver.window, "The last changes are not in the file.", is_gone=True).box.open()


def gone(driver: WindowDriver) -> None:
    away = driver.window.path.rename(driver.window.path.with_name("away"))
    _until_the_end.callback(away.rename, driver.window.path)
    assert not driver.project.wait_until_looked(20)
    driver.wait_until(lambda: notices(driver.window) != [])


def held_by_another_machine(driver: WindowDriver) -> None:
    holder = Holder("Ana", "laptop-7", "", 1, "1", "2025-05-03T12:03:00+00:00")
    question_on_taking_over(driver.window, holder, lambda: None).open()


def writing(driver: WindowDriver) -> None:
    driver.window.show_overlay(lambda: StillWriting(driver.window, "dinner.journey", 2))


def looking(driver: WindowDriver) -> None:
    driver.window.show_overlay(lambda: StillLooking(driver.window, "dinner.journey"))


def no_backup(driver: WindowDriver) -> None:
    (backing_up,) = driver.window.findChildren(BackingUp)
    backing_up.failed.emit("There is no new backup of dinner.journey.")


def damaged(driver: WindowDriver) -> None:
    path = driver.window.path.with_name("dinner.journey")
    ProjectFile.create(path, driver.document.copy()).close()
    path.write_bytes(path.read_bytes()[:-6_000])

    def rescue() -> None:
        out, found = recover_beside(path)
        message_box(rescue_report(path, out, found), driver.window).open()

    offer_rescue("The file is damaged.", driver.window, rescue)


def rescued(driver: WindowDriver) -> None:
    damaged(driver)
    (box,) = boxes()
    click(box, "Rescue what can be read")
    box.hide()


SCENES: dict[str, Scene] = {
    "map": lambda driver: None,
    "gone": gone,
    "held by another machine": held_by_another_machine,
    "note": selected("note", "Host at the door"),
    "stage": selected("stage", "Arrival"),
    "section": selected("section", "Actions"),
    "graph": selected("section", "Emotional graph"),
    "persona": selected("persona", "Eva Molin"),
    "point": point,
    "entry": entry,
    "question": question,
    "message": message,
    "export": opened,
    "persona page": persona_page,
    "start page": of_action("file.start"),
    "trouble": trouble,
    "loss": loss,
    "writing": writing,
    "looking": looking,
    "no backup": no_backup,
    "damaged": damaged,
    "rescued": rescued,
    "told": lambda driver: show_error("There is no such file.", driver.window),
    **{
        name: of_action(name)
        for name in (
            "view.find",
            "edit.replace",
            "view.filter",
            "view.register",
            "view.counts",
            "personas.show",
            "file.restore",
            "history.show",
            "history.save_version",
            "sections.insert",
            "help.commands",
            "help.shortcuts",
            "help.about",
        )
    },
}


@pytest.fixture
def window(impatient: None, pizzeria: WindowDriver) -> Iterator[WindowDriver]:
    """A window whose dialogs are closed in the end, and whose troubles are over then."""
    yield pizzeria
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog):
            top.close()
    _until_the_end.close()
    assert pizzeria.project.wait_until_saved(20)


def shown(driver: WindowDriver, name: str) -> QWidget:
    """The window, dialog or overlay that a scene shows."""
    SCENES[name](driver)
    QApplication.processEvents()
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not driver.window]
    overlays = [one for one in driver.window.findChildren(Overlay) if one.isVisible()]
    return (tops or overlays or [driver.window])[0]


@pytest.mark.parametrize("name", SCENES)
def test_everything_has_name_and_tooltip_is_reached_by_keys_and_shows_the_focus(
    window: WindowDriver, name: str
) -> None:
    top = shown(window, name)
    found, on_the_way = controls(top), stops(top)
    assert found
    assert [f"{_told(each)} {lack}" for each in found for lack in lacks(each, on_the_way)] == []
    top.window().activateWindow()
    assert QTest.qWaitForWindowActive(top.window())
    assert [f"{_told(each)} does not show the focus" for each in on_the_way if not shows_focus(each)] == []


def lacks(control: QWidget, on_the_way: list[QWidget]) -> Iterator[str]:
    """What a control lacks that all have to have; `on_the_way` is what Tab comes to."""
    if not _name(control):
        yield "has no name"
    if not control.toolTip() and not isinstance(control, TO_LOOK_AT):
        yield "has no tooltip"
    if control.isEnabled() and control not in on_the_way and _name(control) not in DRIVEN_FROM_ELSEWHERE:
        yield "is out of the keyboard's reach"
    if isinstance(control, QComboBox) and not isinstance(control, ComboBox):
        yield "does not show that there is more to choose from"


def shows_focus(stop: QWidget) -> bool:
    """Whether something that Tab comes to looks otherwise while it has the focus."""
    if not stop.isEnabled() or isinstance(stop, CanvasView):
        return True
    stop.setFocus()
    focused = _picture(stop)
    stop.clearFocus()
    return _picture(stop) != focused


def controls(top: QWidget) -> list[QWidget]:
    """What people use in a window: not the parts that a control is made of."""
    on_the_way = stops(top)
    return [
        each
        for each in top.findChildren(QWidget)
        if each.isVisible()
        and (isinstance(each, CONTROLS) or each in on_the_way)
        and not isinstance(each, QScrollBar)
        and not isinstance(each.parentWidget(), QAbstractSpinBox | QComboBox)
        and not isinstance(each.parentWidget(), QAbstractItemView)
    ]


def _name(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {_name(widget) or widget.toolTip()!r}"


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()
