"""The window in two languages that nobody speaks: all words are translated and whole, and all is mirrored."""

from collections.abc import Iterator
from getpass import getuser

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QGraphicsView,
    QMenu,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.formats.templates import template
from app.language.spoken import is_right_to_left, program_language, set_program_language, speaking
from app.model.analysis.proposed_key_points import proposals, take
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.records import EmotionPoint, KeyPoint, Stage
from app.widgets.actions import ACTIONS
from app.widgets.base.icons import pixmap
from app.widgets.canvas.minimap import Minimap
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.program.qt_words import QtWords
from app.widgets.program.style import Style
from app.widgets.room.slide_view import SlideView
from app.widgets.room.voting.view import VotingView
from app.widgets.window.bar import MapSwitcher
from app.widgets.window.context_menu import show_context_menu
from tests.driver import WindowDriver
from tests.export_dialog import opened
from tests.fitting import misfits
from tests.said import unmarked_in, written_in
from tests.scenes import SCENES, cleared_away, of_action, on_top, shown
from tests.widgets.conftest import OpenWindow

SCREEN = QSize(1280, 720)
SAMPLE = (
    *("map", "note", "stage", "section", "graph", "persona", "point", "entry", "message", "question"),
    *("writing", "view.find", "edit.replace", "view.filter", "sections.insert", "history.show"),
    *("history.save_version", "help.commands", "help.shortcuts", "view.register", "view.counts"),
)
"""Shown one after the other in one window; to open one for each takes longer."""
LEAVES_THE_WINDOW = {"file.new", "file.close", "file.rename"}


@pytest.fixture
def pseudo(
    qapp: QApplication,
    impatient: None,
    open_window: OpenWindow,
    request: pytest.FixtureRequest,
) -> Iterator[WindowDriver]:
    """The sample, which is English, in a window that speaks the language that a test is given."""
    with speaking("en"):
        document = template("pizzeria")
    set_program_language(request.param)
    words = QtWords(qapp)
    driver = open_window(document)
    driver.window.resize(SCREEN)
    with cleared_away(driver):
        yield driver
    words.close()


both_languages = pytest.mark.parametrize("pseudo", ["en_XA", "ar_XB"], indirect=True)


def faults(driver: WindowDriver, top: QWidget) -> list[str]:
    """What is wrong with what is shown."""
    if top.isWindow() and top is not driver.window and not isinstance(top, QMenu):
        # The screen that there is in tests is smaller.
        top.resize(SCREEN)
    settle(driver)
    written = written_in(driver.document) | {driver.window.path.name, getuser(), *QFontDatabase.families()}
    written |= proposed_in(driver.document) | points_in(driver.document)
    found = [f"{text!r} is not translated" for text in sorted(unmarked_in(top, written))]
    found += misfits(top, SCREEN.expandedTo(top.screen().size()) if top.isFullScreen() else SCREEN)
    return found + (turned_wrong(top) if is_right_to_left(program_language()) else [])


def proposed_in(document: Document) -> set[str]:
    """What key points would say: in the language of the project, as all that stands on its maps."""
    taken = [take(document, map.id, one) for map in document.maps() for one in proposals(document, map.id)]
    records = [edit.after for change in taken for edit in change]
    return {text for one in records if isinstance(one, KeyPoint) for text in (one.text, one.evidence)}


def points_in(document: Document) -> set[str]:
    """What points are called where key points are numbered: the stage, which people named, and the figure."""
    return {
        f"{document.get(Stage, point.stage).name} {signed(point.value)}"
        for point in document.all(EmotionPoint)
    }


def settle(driver: WindowDriver) -> None:
    """Wait until the map is read, and everything has its place."""
    driver.wait_until(lambda: has_been_read(driver.window.review))
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def has_been_read(review: QWidget) -> bool:
    """Whether the review has sentences, or says that there are none."""
    shown = [each for each in review.findChildren(QWidget) if each.isVisible()]
    says_none = any(each.property("role") == "quiet" for each in shown)
    return not review.isVisible() or says_none or any(isinstance(each, QToolButton) for each in shown)


def turned_wrong(top: QWidget) -> list[str]:
    """What is not mirrored, but for the map, what is drawn of it, and buttons whose icon comes last."""
    return [
        f"{type(each).__name__} {each.accessibleName()} is not mirrored"
        for each in (top, *top.findChildren(QWidget))
        if each.isVisible() and not each.isRightToLeft() and not _is_of_the_map(each)
        if not isinstance(each, MapSwitcher) and each.property("role") != "chip"
    ]


def _is_of_the_map(widget: QWidget) -> bool:
    at: QWidget | None = widget
    while at is not None:
        if isinstance(at, QGraphicsView | Minimap | SlideView | VotingView):
            return True
        at = at.parentWidget()
    return False


def put_back(driver: WindowDriver) -> None:
    """Close what a scene opened, and select nothing."""
    driver.window.dismiss_overlay()
    for top in QApplication.topLevelWidgets():
        if top is not driver.window and top.isVisible():
            top.close()
    driver.window.activateWindow()
    driver.wait_until(lambda: QApplication.focusWidget() is not None)
    driver.select_nothing()


@pytest.mark.slow("goes through twenty places of the window")
@both_languages
def test_a_sample_of_the_window_is_translated_and_fits(pseudo: WindowDriver) -> None:
    found = {}
    for name in SAMPLE:
        if wrong := faults(pseudo, shown(pseudo, name)):
            found[name] = wrong
        put_back(pseudo)
    assert found == {}


@pytest.mark.long("shows everything there is, in two languages")
@pytest.mark.parametrize("name", SCENES)
@both_languages
def test_every_place_is_translated_and_fits(pseudo: WindowDriver, name: str) -> None:
    assert faults(pseudo, shown(pseudo, name)) == []


@pytest.mark.long("runs every action, in two languages")
@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("menu", sorted({action.menu.one for action in ACTIONS}))
@both_languages
def test_whatever_an_action_shows_is_translated_and_fits(pseudo: WindowDriver, menu: str) -> None:
    found = {}
    for action in ACTIONS:
        if action.menu.one != menu or action.name in LEAVES_THE_WINDOW:
            continue
        of_action(action.name)(pseudo)
        top = on_top(pseudo)
        if wrong := faults(pseudo, top) if not isinstance(top, QFileDialog) else []:
            found[action.name] = wrong
        put_back(pseudo)
        if pseudo.editor.history.undoable is not None:
            pseudo.editor.undo()
    assert found == {}


@pytest.mark.long("tries every export, in two languages")
@pytest.mark.usefixtures("in_process")
@both_languages
def test_every_export_is_translated_and_fits(pseudo: WindowDriver) -> None:
    dialog = opened(pseudo)
    found = {}
    for box in (dialog.form.part, dialog.form.format):
        for index in range(box.count()):
            box.setCurrentIndex(index)
            if wrong := faults(pseudo, dialog):
                found[box.itemText(index)] = wrong
    assert found == {}


@pytest.mark.parametrize("kind", ["note", "stage", "section", "persona", "nothing"])
@both_languages
def test_every_menu_of_the_map_is_translated(pseudo: WindowDriver, kind: str) -> None:
    named = {"note": "Host at the door", "stage": "Arrival", "section": "Actions", "persona": "Eva Molin"}
    if kind != "nothing":
        pseudo.editor.select([getattr(pseudo, kind)(named[kind]).id])
    show_context_menu(pseudo.window.actions_by_name, QPoint(0, 0))
    (menu,) = [top for top in QApplication.topLevelWidgets() if isinstance(top, QMenu) and top.isVisible()]
    assert menu.width() <= SCREEN.width()
    assert unmarked_in(menu, written_in(pseudo.document)) == set()


@pytest.fixture
def right_to_left(style: Style, qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.mark.usefixtures("right_to_left")
def test_the_arrow_of_a_box_lies_where_its_words_end(qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.resize(160, 32)
    drawn = box.grab().toImage()

    def has_ink(left: int) -> bool:
        ground = drawn.pixelColor(80, 16)
        return any(drawn.pixelColor(x, y) != ground for x in range(left, left + 14) for y in range(12, 21))

    assert has_ink(8)
    assert not has_ink(160 - 22)


@pytest.mark.parametrize(
    ("name", "is_turned"), [("back", True), ("chevron-left", True), ("arrow-left", False), ("undo-2", False)]
)
def test_icons_point_as_one_reads_but_those_of_the_map_as_it_is(
    right_to_left: None, qapp: QApplication, name: str, is_turned: bool
) -> None:
    turned = pixmap(name).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert (turned != pixmap(name).toImage()) == is_turned
