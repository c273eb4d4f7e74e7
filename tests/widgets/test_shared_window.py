"""The window that tests share is fresh for each of them, and closed where it is not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit

from app.formats.templates import template
from app.model.finding.filtering import Filter
from app.widgets.program.style import Style
from tests.driver import WindowDriver
from tests.widgets.conftest import be_patient
from tests.widgets.shared_window import SharedWindow


@pytest.fixture
def shared(style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SharedWindow]:
    be_patient(monkeypatch)
    shared = SharedWindow(template("pizzeria"), tmp_path)
    yield shared
    shared.close()


def find(editor: WindowDriver) -> None:
    editor.press("Ctrl+H")
    editor.click("Match case")
    editor.write("door")


def delete_a_stage(editor: WindowDriver) -> None:
    editor.select_stage("Arrival")
    editor.press("Delete")


def type_half(editor: WindowDriver) -> None:
    editor.go_to_cell("Research", "Touchpoints")
    editor.write("Half ty")


def undo(editor: WindowDriver) -> None:
    editor.add_stage("Later")
    editor.undo()


WHAT_TESTS_DO: dict[str, Callable[[WindowDriver], object]] = {
    "edit": lambda editor: editor.add_note("Research", "Touchpoints", "A flyer"),
    "delete": delete_a_stage,
    "type": type_half,
    "select": lambda editor: editor.select_note("Host at the door", "Car park"),
    "find": find,
    "filter": lambda editor: editor.window.dimming.set_filter(Filter(colours=frozenset({"pink"}))),
    "fold": lambda editor: editor.window.fold(left=True, right=True),
    "zoom": lambda editor: editor.canvas.set_zoom(3.0),
    "resize": lambda editor: editor.window.resize(QSize(900, 700)),
    "another map": lambda editor: editor.press("Ctrl+Shift+N"),
    "a persona's page": lambda editor: editor.window.show_persona(editor.persona("Eva Molin").id),
    "a palette": lambda editor: editor.window.show_command_palette(),
    "reading": lambda editor: setattr(editor.editor, "read_only", True),
    "undo": undo,
}


@pytest.mark.parametrize("done", WHAT_TESTS_DO)
def test_what_tests_do_is_taken_back(shared: SharedWindow, done: str) -> None:
    editor = shared.open()
    WHAT_TESTS_DO[done](editor)
    assert shared.put_back() == []
    assert shared.open() is editor
    assert editor.document == template("pizzeria")
    assert editor.editor.history.steps == ()
    assert editor.editor.history.undoable is None
    assert editor.editor.history.redoable is None


def leave_a_word(editor: WindowDriver) -> None:
    line = QLineEdit("A word", editor.window)
    line.hide()


STAYS: dict[str, Callable[[WindowDriver], object]] = {
    "presenting": lambda editor: editor.window.presentation.start(),
    "closed": lambda editor: editor.close(),
    "another text": lambda editor: editor.window.bar.setToolTip("Anything"),
    "another value": lambda editor: setattr(editor.window.number_badges, "anything", 7),
    "a word in what is hidden": leave_a_word,
}


@pytest.mark.parametrize("left", STAYS)
def test_where_something_stays_the_window_is_closed_and_the_next_is_a_new_one(
    shared: SharedWindow, left: str
) -> None:
    editor = shared.open()
    STAYS[left](editor)
    assert shared.put_back() != []
    assert shared.driver is None
    assert shared.open() is not editor
    assert shared.put_back() == []
