"""Whatever words a project holds, the window shows them as they are: none is markup, none opens a file."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import app.widgets
from app.formats.import_notes import ImportNote
from app.formats.tables.read_as_map import text_as_maps
from app.formats.xlsx.register_update import RegisterUpdate, Update
from app.language.phrases import as_it_is
from app.model.change import Change
from app.model.document import Document
from app.model.labels import NO_LABEL, plain_label
from app.model.records import Note
from app.model.records import Style as StyleRecord
from app.model.verbs.editing import set_fields
from app.model.verbs.styles import choose_style
from app.pages.styles.style_file import load_style, style_text
from app.storage.project_file import ProjectFile
from app.widgets.base.links import FileQuestion
from app.widgets.base.overlays.message_box import message_box
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.program.style import Style
from app.widgets.program.window_manager import WindowManager
from app.widgets.tables.bringing_tables import bring_in
from app.widgets.tables.preview.page import TablePage
from app.widgets.tables.register_question import RegisterQuestion
from app.widgets.window.still_busy import question_on_loss
from tests.bad_targets import IS_LINUX
from tests.canaries import Watch, canary, laden, watched
from tests.cases import some_of
from tests.driver import WindowDriver
from tests.everything import beside_everything, everything
from tests.widgets.conftest import OpenWindow

FILE = "canary.png"
NAME = f"<b>bold <img src='{FILE}'>"
"""A name that a file can have; it leads to the canary where that lies in the working folder."""
LONGEST_TIP, WIDEST_TIP = 450, 110
"""Letters in a tooltip, and in one of its lines."""
LEAVING = {"file.close", "file.new", "file.rename", "file.start", "file.save", "view.present"}
"""Actions that leave the window; what they lead to is looked at by itself."""
MARKUP = re.compile(
    r"\b(RichText|MarkdownText|AutoText|StyledText|set(Default)?StyleSheet|set(Html|Markdown|WhatsThis)|"
    r"insert(Html|Markdown)|appendHtml|QTextBrowser|QWhatsThis|QErrorMessage|QSplashScreen|LabelItem)\b"
)
"""What would show markup, or take the rule away from a part of the window."""
ALLOWED = {
    ("style.py", "setStyleSheet"),  # the rule itself,
    ("page.py", "setMarkdown"),  # the minutes: words in them are escaped, and HTML is none.
}


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watch]:
    if not IS_LINUX:
        pytest.skip("only Linux tells that a file is opened")
    monkeypatch.chdir(tmp_path)
    with watched(tmp_path / FILE) as watch:
        yield watch


def test_the_watch_sees_who_shows_a_text_as_markup(watch: Watch, tmp_path: Path, style: Style) -> None:
    edit = QTextEdit(canary(tmp_path / FILE))
    edit.grab()
    assert watch.has_seen()
    edit.deleteLater()


@pytest.mark.parametrize("is_edited", some_of([False, True], 1, "the same again, with everything edited"))
def test_no_word_of_a_project_is_markup_wherever_it_is_hovered_opened_or_listed(
    watch: Watch, tmp_path: Path, open_window: OpenWindow, is_edited: bool
) -> None:
    window = open_window(strange(canary(tmp_path / FILE)))
    window.editor.history.mark(canary(tmp_path / FILE))
    eyes = Eyes(watch)
    for record in window.document:
        window.editor.select([record.id])
        eyes.look_round(f"a {record.kind} selected")
    window.editor.select(["in-notes"])
    for action, made in window.window.actions_by_name:
        if made.isEnabled() and action.name not in LEAVING and action.undoable <= is_edited:
            before = list(window.document)
            made.trigger()
            eyes.look_round(action.name)
            put_away(window)
            if list(window.document) != before:
                window.editor.undo()
                eyes.look_round(f"{action.name} undone")
            window.editor.select(["in-notes"])
    assert len(eyes.tips) > 20
    assert window.project.wait_until_saved(20)


def test_no_tooltip_is_larger_than_a_few_lines_however_long_the_words(
    watch: Watch, open_window: OpenWindow
) -> None:
    window = open_window(strange("W" * 3_000 + " and more" * 100))
    eyes = Eyes(watch)
    for record in window.document:
        window.editor.select([record.id])
        eyes.look_round(f"a {record.kind} selected")
    for action in ("view.filter", "view.counts", "view.register", "history.show"):
        window.window.actions_by_name[action].trigger()
        eyes.look_round(action)
    put_away(window)
    assert sum("WWW" in tip for tip in eyes.tips) > 5


def test_no_word_makes_a_key_of_a_button(
    tmp_path: Path, open_window: OpenWindow, window_manager: WindowManager, qtbot: QtBot
) -> None:
    document = strange("B&B")
    window = open_window(document)
    keys: list[str] = []
    for record in document:
        window.editor.select([record.id])
        keys += keys_of_buttons()
    for action in ("view.filter", "view.counts", "view.register", "history.show"):
        window.window.actions_by_name[action].trigger()
        QApplication.processEvents()
        keys += keys_of_buttons()
    put_away(window)
    window_manager.show(ProjectFile.create(tmp_path / "B&B.journey", document))
    start = window_manager.open_start()
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    assert "Alt+B" not in [*keys, *keys_of_buttons()]


def test_no_name_of_a_file_or_project_is_markup_on_the_start_page_or_in_a_box(
    watch: Watch, tmp_path: Path, window_manager: WindowManager, qtbot: QtBot
) -> None:
    document = strange(canary(tmp_path / FILE))
    document.apply(set_fields(document, ["map"], plain_label("Set review"), review="2020-01-01"))
    window = window_manager.show(ProjectFile.create(tmp_path / f"{NAME}.journey", document))
    eyes = Eyes(watch)
    eyes.look_round("the file opened")
    window.show_message(NAME)
    FileQuestion(window, f"file:///{NAME}").open()
    eyes.look_round("a question before a file is opened")
    for box in (
        message_box(NAME, window),
        question_on_loss(window, NAME).box,
        QMessageBox(window, text=NAME),
    ):
        box.open()
        eyes.look_round("a box")
        box.close()
    start = window_manager.open_start()
    qtbot.waitUntil(lambda: not start.is_drawing, timeout=20_000)
    assert start.reviews.lines
    eyes.look_round("the start page")
    assert any(NAME in tip for tip in eyes.tips)


def test_no_word_of_a_table_register_or_style_is_markup_while_it_is_looked_at(
    watch: Watch, tmp_path: Path, open_window: OpenWindow
) -> None:
    text = canary(tmp_path / FILE)
    window, eyes = open_window(strange(text)), Eyes(watch)
    cell = text.replace('"', "'")
    tables = (
        (("Stage", cell, f"{cell} too"), ("Actions", cell, cell), (cell, cell, "4 calm")),
        (("text", "stage", "section"), (cell, cell, cell), (cell, "Order", cell)),
        (("Name", cell), ("Age", cell), ("Quote", cell), ("Goals", cell), (cell, cell)),
    )
    turned = list[TablePage]()
    for rows in tables:
        readings = text_as_maps("\n".join("\t".join(row) for row in rows))
        bring_in(window.window, NAME, readings, lambda: None)
        eyes.look_round("tables brought in")
        for page in filter(QWidget.isVisible, window.window.findChildren(TablePage)):
            turned.append(page)
            for look in (partial(page.parts.tabs.setCurrentIndex, 1), page.turn_round):
                window.wait_until(lambda page=page: not page.is_reading)  # type: ignore[misc]
                look()
                eyes.look_round("a table that was turned")
        put_away(window)
    assert len(turned) == 2
    note = next(iter(window.document.all(Note)))
    update = RegisterUpdate(
        Change(NO_LABEL, ()),
        (Update(note, "owner", cell, f"{cell} too"),),
        (ImportNote("left out", as_it_is(cell), as_it_is(cell)),),
        is_of_this_project=True,
    )
    window.window.show_overlay(lambda: RegisterQuestion(window.window, f"{NAME}.xlsx", update, lambda: None))
    eyes.look_round("a register")
    put_away(window)
    style = StyleRecord(id="style", name=text, heading_font=text, text_font=f"{text} too", footer=text)
    (tmp_path / "a.journeystyle").write_text(style_text(style), encoding="utf-8")
    window.editor.do(choose_style(window.document, load_style(tmp_path / "a.journeystyle"), text))
    window.window.actions_by_name["styles.edit"].trigger()
    eyes.look_round("a style")
    put_away(window)


def test_no_word_of_a_project_is_markup_before_a_room(
    watch: Watch, tmp_path: Path, open_window: OpenWindow
) -> None:
    window = open_window(strange(canary(tmp_path / FILE)))
    eyes = Eyes(watch)
    window.press("F5")
    screen = window.window.presentation.make_presenter_screen()
    screen.resize(1280, 720)
    screen.show()
    for key in ("Right", "Right", "Down", "E", "Escape", "Home", "Right", "End", "B", "B", "Escape"):
        eyes.look_round("a slide")
        screen.grab()
        window.window.grab()
        window.press(key)
    eyes.look_round("the map again")
    screen.deleteLater()


def test_nothing_in_the_window_could_show_markup() -> None:
    folder = Path(app.widgets.__file__).parent
    found = {
        (path.name, match.group())
        for path in folder.rglob("*.py")
        for match in MARKUP.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == ALLOWED


class Eyes:
    """Looks at all that is shown, and hovers all that has a tooltip; the watch must see nothing of it."""

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.tips: set[str] = set()
        """What was hovered."""

    def look_round(self, when: str) -> None:
        QApplication.processEvents()
        for top in QApplication.topLevelWidgets():
            if isValid(top) and top.isVisible():
                self._hover_all(top)
        rich = [label.text() for label in labels() if label.textFormat() != Qt.TextFormat.PlainText]
        assert not self._watch.has_seen(), f"a file was opened with {when}"
        assert rich == [], f"shown as markup with {when}"

    def _hover_all(self, top: QWidget) -> None:
        for each in (top, *top.findChildren(QWidget)):
            # The label of a tooltip is among them, and goes when the next one is shown.
            if isValid(each) and each.isVisible() and each.toolTip():
                self._hover(each, each.rect().center(), each.toolTip())
            if isValid(each) and each.isVisible() and isinstance(each, QAbstractItemView):
                self._hover_items(each)

    def _hover_items(self, view: QAbstractItemView) -> None:
        model = view.model()
        for row in range(model.rowCount() if isValid(model) else 0):
            for column in count():
                index = model.index(row, column)
                if not index.isValid():
                    break
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                if tip and tip not in self.tips:
                    view.scrollTo(index)
                    self._hover(view.viewport(), view.visualRect(index).center(), tip)

    def _hover(self, widget: QWidget, place: QPoint, tip: str) -> None:
        if tip in self.tips:
            return
        self.tips.add(tip)
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
        shown = [label for label in labels() if label.metaObject().className() == "QTipLabel"]
        assert tip in {label.text() for label in shown}, "it was not hovered"
        assert len(tip) < LONGEST_TIP, "it hides the window"
        assert max(map(len, tip.split("\n"))) < WIDEST_TIP, "it is wider than the window"
        QToolTip.hideText()


def keys_of_buttons() -> list[str]:
    """The keys of all buttons that are seen."""
    found = [top for top in QApplication.topLevelWidgets() if isValid(top) and top.isVisible()]
    buttons = [button for top in found for button in top.findChildren(QAbstractButton)]
    return [button.shortcut().toString() for button in buttons if button.isVisible()]


def labels() -> list[QLabel]:
    found = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    inner = [label for top in found for label in top.findChildren(QLabel) if label.isVisible()]
    return [*inner, *(top for top in found if isinstance(top, QLabel))]


def put_away(window: WindowDriver) -> None:
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog | QMenu):
            top.close()
    for overlay in window.window.findChildren(Overlay):
        if overlay.isVisible():
            overlay.dismiss()


def strange(text: str) -> Document:
    """A map with everything, what stands beside and over it too, and in every field of it the same text."""
    return Document([laden(record, text) for record in (*everything(), *beside_everything())])
