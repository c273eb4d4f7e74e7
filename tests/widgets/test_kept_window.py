"""A window that tests hand on is like a new one, or it is not handed on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from app.model.document import Document
from app.model.verbs.maps import new_project
from app.storage.project_file import ProjectFile
from app.widgets.program.style import Style
from app.widgets.window.main_window import MainWindow
from tests.driver import WindowDriver
from tests.kept_window import Keeping
from tests.widgets.conftest import be_patient, sample

Deed = Callable[[WindowDriver], object]


def type_a_note(driver: WindowDriver) -> None:
    driver.add_note("Arrival", "Actions", "Rings the bell")
    driver.select_note("Rings the bell")
    driver.press("Alt++")
    driver.undo()


def delete_a_stage(driver: WindowDriver) -> None:
    driver.select_stage("Arrival")
    driver.press("Delete")


COME_TO_AN_END: dict[str, Deed] = {
    "a note is typed": type_a_note,
    "a stage is deleted": delete_a_stage,
    "the map is zoomed": lambda driver: driver.canvas.set_zoom(3.0),
    "a panel is folded": lambda driver: driver.window.fold(left=True),
    "another map is shown": lambda driver: driver.window.actions_by_name["maps.add"].trigger(),
    "commands are looked for": lambda driver: driver.press("Ctrl+K"),
    "words are looked for": lambda driver: driver.press("Ctrl+F"),
    "a persona is looked at": lambda driver: driver.window.actions_by_name["personas.show"].trigger(),
}
STAYS: dict[str, Deed] = {
    "the layout is locked": lambda driver: driver.window.actions_by_name["view.lock"].trigger(),
    "the map is presented": lambda driver: driver.press("F5"),
    "a timer runs": lambda driver: QTimer(driver.window).start(60_000),
    "the window is closed": lambda driver: driver.close(),
}


@pytest.fixture
def keeping(style: Style, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keeping]:
    be_patient(monkeypatch)
    keeping = Keeping()
    yield keeping
    keeping.let_go()


def shown_after(keeping: Keeping, folder: Path, do: Deed, next: Document) -> tuple[MainWindow, WindowDriver]:
    """The window in which something was done to the sample, and then what the next test gets."""
    with keeping.manager(may_be_kept=True) as manager:
        first = keeping.open(manager, folder, sample("en").copy())
        do(first)
    folder.joinpath("next").mkdir()
    with keeping.manager(may_be_kept=True) as manager:
        return first.window, keeping.open(manager, folder / "next", next)


@pytest.mark.parametrize("deed", COME_TO_AN_END)
def test_what_comes_to_an_end_leaves_a_window_as_it_was(keeping: Keeping, tmp_path: Path, deed: str) -> None:
    window, driver = shown_after(keeping, tmp_path, COME_TO_AN_END[deed], sample("en").copy())
    assert keeping.left_behind == []
    assert driver.window is window
    assert driver.document == sample("en")
    assert driver.editor.history.undoable is None
    assert driver.editor.history.redoable is None
    assert driver.canvas.is_fitting
    assert driver.focus is driver.canvas
    assert driver.editor.selection.ids == ()
    assert not driver.window.left.isHidden()
    driver.project.wait_until_saved()
    with ProjectFile.open(driver.project.path, read_only=True) as saved:
        assert saved.document == sample("en")


@pytest.mark.parametrize("deed", STAYS)
def test_a_window_in_which_something_stays_is_let_go(keeping: Keeping, tmp_path: Path, deed: str) -> None:
    window, driver = shown_after(keeping, tmp_path, STAYS[deed], sample("en").copy())
    assert driver.window is not window


def test_another_document_is_shown_in_a_window_of_its_own(keeping: Keeping, tmp_path: Path) -> None:
    window, driver = shown_after(keeping, tmp_path, type_a_note, new_project())
    assert driver.window is not window
