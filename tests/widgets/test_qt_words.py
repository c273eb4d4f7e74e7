"""What Qt itself says in the language of the program; and windows that are mirrored."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialogButtonBox, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.language.catalogues import ENGLISH, languages
from app.language.spoken import set_program_language
from app.widgets.actions import ACTIONS
from app.widgets.actions.action import Key, sequences
from app.widgets.base.icons import icon
from app.widgets.base.keys import key_words
from app.widgets.base.panes import focus_round
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.program.qt_words import QtWords
from app.widgets.program.window_manager import WindowManager
from app.widgets.window.shortcut_sheet import ShortcutSheet
from tests.driver import WindowDriver

PORTABLE = QKeySequence.SequenceFormat.PortableText


@pytest.fixture
def words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[QtWords]:
    """Qt speaking the language that a test is given."""
    set_program_language(request.param)
    speaking = QtWords(qapp)
    yield speaking
    speaking.close()


def cancel_text(qtbot: QtBot) -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


@pytest.mark.parametrize("words", ["de"], indirect=True)
def test_qt_speaks_german_until_it_is_to_speak_another_language(words: QtWords, qtbot: QtBot) -> None:
    assert cancel_text(qtbot) == "Abbrechen"
    assert key_words("Ctrl+Shift+K") == "Strg+Umschalt+K"
    assert QLocale().language() == QLocale.Language.German
    set_program_language("en")
    words.speak()
    assert cancel_text(qtbot) == "Cancel"
    assert key_words("Ctrl+Shift+K") == "Ctrl+Shift+K"


@pytest.mark.parametrize("words", ["de"], indirect=True)
@pytest.mark.usefixtures("words")
def test_the_menu_of_a_text_field_is_german(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    assert "Einfügen" in [entry.text().partition("\t")[0].replace("&", "") for entry in menu.actions()]
    menu.deleteLater()


@pytest.mark.parametrize("language", [each for each in languages() if each != ENGLISH])
def test_qt_has_a_catalogue_for_each_language(language: str, qapp: QApplication, qtbot: QtBot) -> None:
    english = cancel_text(qtbot)
    set_program_language(language)
    words = QtWords(qapp)
    assert cancel_text(qtbot) != english
    words.close()


@pytest.mark.parametrize("words", ["de", "ar_XB"], indirect=True)
@pytest.mark.usefixtures("words")
def test_keys_are_the_same_in_each_language() -> None:
    for action in ACTIONS:
        keys: tuple[Key, ...] = (*action.keys, *action.canvas_keys)
        written = [key for key in keys if isinstance(key, str)]
        found = [each.toString(PORTABLE) for key in written for each in sequences((key,))]
        assert found == written, action.name


@pytest.mark.parametrize("words", ["ar_XB"], indirect=True)
@pytest.mark.usefixtures("words")
def test_a_window_is_mirrored_and_its_map_is_not(pizzeria: WindowDriver) -> None:
    window = pizzeria.window
    assert window.left.x() > window.right.x()
    assert pizzeria.canvas.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert window.find_bar.layoutDirection() == Qt.LayoutDirection.RightToLeft
    first, second = (
        pizzeria.place_of(stage.id) for stage in pizzeria.document.stages(pizzeria.editor.map)[:2]
    )
    assert first.x() < second.x()
    pizzeria.click_on(pizzeria.document.stages(pizzeria.editor.map)[0].id)
    pizzeria.press("Ctrl+Shift+Right")
    assert pizzeria.document.stages(pizzeria.editor.map)[1].id == pizzeria.editor.selection.ids[0]


@pytest.mark.parametrize(("words", "is_mirrored"), [("ar_XB", True), ("de", False)], indirect=["words"])
@pytest.mark.usefixtures("words", "style")
def test_what_points_along_the_writing_is_mirrored_once(is_mirrored: bool) -> None:
    assert (icon("back").pixmap(18).toImage() != icon("arrow-left").pixmap(18).toImage()) == is_mirrored
    (previous,) = [action for action in ACTIONS if action.name == "maps.previous"]
    drawn = icon(previous.icon).pixmap(18).toImage()
    middle = [x for x in range(18) if drawn.pixelColor(x, 9).alpha() > 128]
    # The tip of a chevron stands at half its height.
    assert (sum(middle) / len(middle) > 8.5) == is_mirrored


@pytest.mark.parametrize("words", ["ar_XB"], indirect=True)
@pytest.mark.usefixtures("words")
def test_the_first_tile_of_a_shelf_stands_where_one_begins_to_read(window_manager: WindowManager) -> None:
    start = window_manager.open_start()
    start.resize(1280, 720)
    QApplication.processEvents()
    first, second, *_ = start.templates.tiles
    assert first.x() > second.x()
    assert first.y() == second.y()


@pytest.mark.parametrize("words", ["ar_XB"], indirect=True)
@pytest.mark.usefixtures("words", "style")
def test_the_arrow_of_a_box_is_not_over_its_words(qtbot: QtBot) -> None:
    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems(["Everyone", ""])
    box.resize(250, 34)
    shown = box.grab().toImage()
    box.setCurrentIndex(1)
    bare = box.grab().toImage()
    inside = bare.rect().adjusted(4, 4, -4, -4)
    empty = bare.pixel(inside.center())
    dots = [(x, y) for x in range(4, inside.right()) for y in range(4, inside.bottom())]
    arrow = [x for x, y in dots if bare.pixel(x, y) != empty]
    words = [x for x, y in dots if shown.pixel(x, y) != bare.pixel(x, y)]
    assert max(arrow) < min(words)


@pytest.mark.parametrize("words", ["ar_XB"], indirect=True)
@pytest.mark.usefixtures("words")
def test_tab_goes_as_one_reads(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    left, right = QCheckBox(pane), QCheckBox(pane)
    left.setGeometry(0, 0, 50, 30)
    right.setGeometry(60, 0, 50, 30)
    with qtbot.waitActive(pane):
        pane.show()
    right.setFocus(Qt.FocusReason.TabFocusReason)
    focus_round(pane, is_forward=True)
    assert left.hasFocus()
    assert pane.childAt(QPoint(70, 10)) is right


@pytest.mark.parametrize("words", ["de", "en_XA"], indirect=True)
@pytest.mark.parametrize("width", [760, 1440])
@pytest.mark.usefixtures("words")
def test_longer_words_have_room_in_the_shortcut_sheet(pizzeria: WindowDriver, width: int) -> None:
    pizzeria.window.resize(width, 900)
    pizzeria.press("F1")
    (sheet,) = pizzeria.window.findChildren(ShortcutSheet)
    (area,) = sheet.findChildren(QScrollArea)
    content = area.widget()
    assert content is not None
    assert content.width() <= area.viewport().width()


@pytest.mark.parametrize("words", ["ar_XB"], indirect=True)
@pytest.mark.usefixtures("words")
def test_the_tiles_of_the_start_page_stand_from_the_right(window_manager: WindowManager) -> None:
    start = window_manager.open_start()
    assert QTest.qWaitForWindowActive(start)
    start.resize(1200, 800)
    first, second, *_ = start.templates.tiles
    assert first.x() > second.x()
