"""What holds whatever a person does with mouse and keyboard, in whatever order.

Nothing raises or warns, the document stays sound, all of it can be undone and redone, and the file holds it.
"""

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.logging import Record as Message

from app.language.catalogues import ENGLISH
from app.language.spoken import program_language
from app.model.invariants import faults
from app.model.records import Id, Note
from app.model.verbs.editing import delete
from app.model.verbs.emotions import add_point
from app.model.verbs.entries import add_entry
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.storage.project_file import ProjectFile
from app.widgets.program.window_manager import WindowManager
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.profiles import share_of_examples

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = (
    *("Left", "Right", "Up", "Down", "Tab", "Shift+Tab", "Home", "End", "Ctrl+Home", "Ctrl+End"),
    *("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"),
    *("Return", "Escape", "F2", "Delete", "Backspace", "Ins", "Ctrl+Return"),
    *("Alt+1", "Alt+4", "Alt+Left", "Alt+Right", "Alt+Up", "Alt+Down"),
    *("Ctrl+Shift+Left", "Ctrl+Shift+Right", "Ctrl+Shift+Up", "Ctrl+Shift+Down"),
    *("Ctrl+.", "Ctrl+T", "Ctrl+E", "Shift+F2", "Ctrl+F2"),
    *("Ctrl+0", "Ctrl+9", "Ctrl+8", "Ctrl++", "Ctrl+PgDown"),
)
COPYING = ("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+D")
ACTIONS = (
    *("stages.split", "stages.join", "stages.move_left", "stages.move_right", "stages.delete"),
    *("sections.fold", "sections.leave_off_posters", "sections.move_up", "sections.move_down"),
    *("edit.select_colour", "notes.relate", "notes.part", "notes.vote", "maps.duplicate", "maps.previous"),
)
"""Actions without a key, or with one that is seldom hit by chance on what it works on."""
UNDOING = ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y")
numbers = st.integers(0, 1000)
shares = st.floats(0, 1)
modifiers = st.sampled_from([NO_KEYS, NO_KEYS, CONTROL, SHIFT])
_projects = count()


class Log(Protocol):
    """What Qt has said in this test."""

    records: list[Message]


class Hands(RuleBasedStateMachine):
    """Two hands on a window, without sense or purpose."""

    window_manager: WindowManager
    folder: Path
    log: Log

    def __init__(self) -> None:
        super().__init__()
        QApplication.clipboard().clear()
        document = new_project()
        map = document.maps()[0].id
        for name in ("Before", "During"):
            document.apply(add_stage(document, map, name))
        for name, kind in (
            ("Actions", "notes"),
            ("Feelings", "emotional-graph"),
            ("Ideas", "notes"),
            ("Figures", "metrics"),
        ):
            document.apply(add_section(document, map, name, kind))
        sections, stages = document.sections(map), document.stages(map)
        for text in ("one", "two", "three"):
            document.apply(add_note(document, sections[0].id, stages[0].id, text))
        document.apply(add_entry(document, sections[3].id, stages[0].id, "a figure", value=3))
        document.apply(add_point(document, sections[1].id, stages[1].id, 2.0))
        self.path = self.folder / f"project {next(_projects)}.journey"
        self.first = document.copy()
        project = ProjectFile.create(self.path, document)
        window = self.window_manager.show(project)
        window.resize(1280, 720)
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        self.driver = WindowDriver(window, project)
        self.document = document
        self.exceptions = capture_exceptions()
        self.raised = self.exceptions.__enter__()

    @rule(number=numbers, keys=modifiers)
    def click_on_something(self, number: int, keys: Qt.KeyboardModifier) -> None:
        if id := self._pick(number):
            self.driver.click_on(id, keys)

    @rule(across=shares, down=shares, keys=modifiers)
    def click_anywhere(self, across: float, down: float, keys: Qt.KeyboardModifier) -> None:
        QTest.mouseClick(self.driver.canvas.viewport(), LEFT, keys, self._place(across, down))

    @rule(number=numbers)
    def double_click_on_something(self, number: int) -> None:
        if id := self._pick(number):
            QTest.mouseDClick(self.driver.canvas.viewport(), LEFT, NO_KEYS, self.driver.place_of(id))

    @rule(key=st.sampled_from(KEYS))
    def press_a_key(self, key: str) -> None:
        self.driver.press(key)

    @rule(key=st.sampled_from(COPYING))
    def copy_or_paste(self, key: str) -> None:
        self.driver.press(key)

    @rule(key=st.sampled_from(UNDOING))
    def undo_or_redo(self, key: str) -> None:
        self.driver.press(key)

    @rule(number=numbers, name=st.sampled_from(ACTIONS))
    def do_something_to_something(self, number: int, name: str) -> None:
        """Select a stage, section, note, entry or point, and take an action from the menu."""
        if id := self._pick(number):
            self.driver.editor.select([id])
        self.driver.window.actions_by_name[name].trigger()

    @rule(words=st.text("ab ü1?", min_size=1, max_size=6))
    def type_words(self, words: str) -> None:
        self.driver.write(words)

    @rule(
        number=numbers,
        across=shares,
        down=shares,
        keys=st.sampled_from([NO_KEYS, NO_KEYS, CONTROL]),
        end=st.sampled_from(["", "", "", "Escape", "Ctrl+Z"]),
    )
    def drag_something(
        self, number: int, across: float, down: float, keys: Qt.KeyboardModifier, end: str
    ) -> None:
        if id := self._pick(number):
            self._drag(self.driver.place_of(id), self._place(across, down), keys, end)

    @rule(across=shares, down=shares, to_the_right=shares, further_down=shares)
    def draw_a_rubber_band(
        self, across: float, down: float, to_the_right: float, further_down: float
    ) -> None:
        self._drag(self._place(across, down), self._place(to_the_right, further_down), NO_KEYS, "")

    @precondition(lambda self: len(self.document.all(Note)) > 40)
    @rule()
    def tidy_up(self) -> None:
        self.driver.editor.do(delete(self.document, [note.id for note in self.document.all(Note)[20:]]))

    @invariant()
    def nothing_is_wrong(self) -> None:
        QApplication.processEvents()
        assert not self.raised, f"the window raised {self.raised}"
        said = [each.message for each in self.log.records if not each.ignored]
        assert said == []
        assert list(faults(self.document)) == []
        ids, cell = self.driver.editor.selection
        assert all(id in self.document for id in ids)
        assert cell is None or (cell.section in self.document and cell.stage in self.document)

    def teardown(self) -> None:
        """Undo everything, redo it, close the window: the file holds what the document was."""
        try:
            self._end()
        finally:
            self.exceptions.__exit__(None, None, None)

    def _end(self) -> None:
        window, editor = self.driver.window, self.driver.editor
        editor.history.end_merge()
        self.driver.canvas.typing.finish()
        last = self.document.copy()
        undone = 0
        while editor.history.undoable:
            editor.undo()
            undone += 1
        assert self.document == self.first
        for _ in range(undone):
            editor.redo()
        assert self.document == last
        window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        project = ProjectFile.open(self.path)
        try:
            assert project.history.document == last
        finally:
            project.close()

    def _drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier, ended_by: str) -> None:
        viewport = self.driver.canvas.viewport()
        QTest.mousePress(viewport, LEFT, NO_KEYS, start)
        for step in (0.3, 0.7, 1.0):
            QTest.mouseMove(viewport, start + (end - start) * step)
        if ended_by:
            self.driver.press(ended_by)
        QTest.mouseRelease(viewport, LEFT, keys, end)

    def _pick(self, number: int) -> Id | None:
        """A note, stage or section of the map shown."""
        layout = self.driver.canvas.shown.layout
        ids: Sequence[Id] = [
            *(column.stage.id for column in layout.columns),
            *(row.section.id for row in layout.rows),
            *(box.id for box in layout.boxes_in(layout.rectangle)),
        ]
        return ids[number % len(ids)] if ids else None

    def _place(self, across: float, down: float) -> QPoint:
        area = self.driver.canvas.viewport().rect()
        return QPoint(round(across * (area.width() - 1)), round(down * (area.height() - 1)))


@pytest.mark.usefixtures("qapp")
def test_whatever_hands_do_the_document_is_sound_and_saved(
    window_manager: WindowManager, tmp_path: Path, qtlog: Log
) -> None:
    share = 0.4 if program_language() == ENGLISH else 0.1
    machine = type("Hands", (Hands,), {"window_manager": window_manager, "folder": tmp_path, "log": qtlog})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=share_of_examples(share),
            stateful_step_count=30,
            suppress_health_check=list(HealthCheck),
        ),
    )
