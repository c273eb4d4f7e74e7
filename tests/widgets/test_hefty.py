"""What takes long is announced by a bar that can stop it, whatever it is that makes it long."""

import pytest

from app.model.document import Document
from app.model.records import JourneyMap, Note, Project, Record, Section, Stage
from app.widgets.work import HEFTY, Progress
from tests.driver import WindowDriver
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def heavy(open_window: OpenWindow) -> WindowDriver:
    """A section that holds many notes, beside one that holds none."""
    records: list[Record] = [
        Project(id="project"),
        JourneyMap(id="map"),
        Stage(id="stage", map="map"),
        Section(id="heavy", map="map", position=0),
        Section(id="light", map="map", position=1),
    ]
    records += [
        Note(id=f"note-{number}", position=number, section="heavy", stage="stage", text="words")
        for number in range(HEFTY)
    ]
    return open_window(Document(records))


def is_announced(window: WindowDriver) -> bool:
    return any(bar.isVisible() for bar in window.window.findChildren(Progress))


@pytest.mark.parametrize("key", ["Delete", "Ctrl+X", "Ctrl+D"])
@pytest.mark.parametrize("line", ["heavy", "stage"])
def test_what_a_selected_line_holds_counts(heavy: WindowDriver, line: str, key: str) -> None:
    heavy.editor.select([line])
    heavy.canvas.setFocus()
    before = len(heavy.document)
    heavy.press(key)
    assert is_announced(heavy)
    assert len(heavy.document) == before
    heavy.press("Escape")
    assert not is_announced(heavy)
    assert len(heavy.document) == before


def test_a_line_that_holds_little_is_deleted_at_once(heavy: WindowDriver) -> None:
    heavy.editor.select(["light"])
    heavy.canvas.setFocus()
    heavy.press("Delete")
    assert not is_announced(heavy)
    assert "light" not in heavy.document


@pytest.mark.parametrize("action", ["sections.delete", "stages.delete"])
def test_a_line_where_the_cursor_stands_counts_as_well(heavy: WindowDriver, action: str) -> None:
    heavy.editor.select(["note-0"])
    heavy.window.actions_by_name[action].trigger()
    assert is_announced(heavy)
    heavy.press("Escape")
    heavy.window.actions_by_name[action].trigger()
    heavy.wait_until(lambda: not heavy.document.all(Note))
    heavy.wait_until(lambda: not is_announced(heavy))
    assert heavy.editor.history.undoable is not None
