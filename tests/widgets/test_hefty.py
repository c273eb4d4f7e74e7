"""What takes long is announced by a bar that can stop it, whatever it is that makes it long."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.drawing.sections.notes.notes_body import NoteBlock
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.finding.search import replace
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.records import JourneyMap, Note, Persona, Project, Record, Section, Stage
from app.model.verbs.editing import set_fields
from app.model.verbs.notes import recolour_notes
from app.session.large_changes import LARGE_CHANGE
from app.storage.project_file import ProjectFile
from app.widgets.base.background_work import Progress
from app.widgets.canvas.marks import number_badges
from app.widgets.program.window_manager import WindowManager
from tests.cases import meeting
from tests.counting import Counter
from tests.driver import LEFT, NO_KEYS, WindowDriver
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
        for number in range(LARGE_CHANGE)
    ]
    return open_window(Document(records))


@pytest.fixture
def all_selected(heavy: WindowDriver) -> WindowDriver:
    heavy.editor.select([note.id for note in heavy.document.all(Note)])
    heavy.canvas.setFocus()
    return heavy


def is_announced(window: WindowDriver) -> bool:
    return any(bar.isVisible() for bar in window.window.findChildren(Progress))


@pytest.mark.parametrize(("line", "key"), meeting(["heavy", "stage"], ["Delete", "Ctrl+X", "Ctrl+D"]))
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


@pytest.mark.parametrize("keys", ["Alt+1", "Alt++", "Alt+Down", "Alt+Right"])
def test_what_is_done_to_very_many_notes_can_be_stopped(all_selected: WindowDriver, keys: str) -> None:
    before = all_selected.document.copy()
    all_selected.press(keys)
    assert is_announced(all_selected)
    all_selected.press("Escape")
    assert all_selected.document == before


def test_an_undo_of_changed_texts_counts_double(heavy: WindowDriver) -> None:
    ids = [note.id for note in heavy.document.all(Note)]
    few = heavy.editor.history
    few.do(recolour_notes(heavy.document, ids[: LARGE_CHANGE // 2], "pink"))
    heavy.press("Ctrl+Z")
    assert not is_announced(heavy)
    few.do(replace(heavy.document, ids[: LARGE_CHANGE // 2], "words", "letters"))
    heavy.press("Ctrl+Z")
    assert is_announced(heavy)
    heavy.press("Escape")


def test_undo_and_redo_of_what_was_announced_are_announced(heavy: WindowDriver) -> None:
    notes = [note.id for note in heavy.document.all(Note)]
    heavy.editor.history.do(recolour_notes(heavy.document, notes, "pink"))
    for keys, colour in (("Ctrl+Z", "yellow"), ("Ctrl+Shift+Z", "pink")):
        heavy.press(keys)
        assert is_announced(heavy)
        heavy.wait_until(lambda: not is_announced(heavy), 30)
        assert {note.colour for note in heavy.document.all(Note)} == {colour}


def test_what_very_many_notes_become_is_laid_out_before_they_become_it(
    all_selected: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = Counter(monkeypatch)
    counter.watch(NoteBlock, "__init__")
    counter.watch(History, "do")
    all_selected.press("Alt+2")
    all_selected.wait_until(lambda: any(isinstance(call[0], History) for call in counter.calls))
    all_selected.wait_until(lambda: not is_announced(all_selected))
    made = [isinstance(call[0], History) for call in counter.calls]
    assert made.index(True) == len(made) - 1 > 0


def test_a_field_of_very_many_notes_is_written_once_it_is_typed(all_selected: WindowDriver) -> None:
    driver = all_selected
    driver.window.fold(right=False)
    owner = driver.find(QLineEdit, "Owner")
    owner.setFocus()
    driver.write("Maria")
    assert {note.owner for note in driver.document.all(Note)} == {""}
    assert not is_announced(driver)
    driver.press("Return")
    driver.wait_until(lambda: {note.owner for note in driver.document.all(Note)} == {"Maria"})
    driver.wait_until(lambda: not is_announced(driver))
    assert driver.editor.history.undoable is not None
    assert len([step for step in driver.editor.history.steps if step.act == "do"]) == 1


def test_what_was_typed_for_very_many_notes_is_theirs_though_others_are_selected_then(
    all_selected: WindowDriver,
) -> None:
    driver = all_selected
    driver.window.fold(right=False)
    driver.find(QLineEdit, "Owner").setFocus()
    driver.write("Maria")
    driver.editor.select(["note-0"])
    driver.wait_until(lambda: {note.owner for note in driver.document.all(Note)} == {"Maria"})
    driver.wait_until(lambda: not is_announced(driver))


def test_to_stop_leaves_a_field_as_it_was(all_selected: WindowDriver) -> None:
    driver = all_selected
    driver.window.fold(right=False)
    owner = driver.find(QLineEdit, "Owner")
    owner.setFocus()
    driver.write("Maria")
    driver.press("Return")
    assert is_announced(driver)
    driver.press("Escape")
    assert not is_announced(driver)
    assert owner.text() == ""
    assert {note.owner for note in driver.document.all(Note)} == {""}
    assert driver.editor.history.undoable is None


def test_very_many_dragged_notes_land_under_a_bar(all_selected: WindowDriver) -> None:
    driver = all_selected
    driver.canvas.set_zoom(0.1)
    start = driver.place_of("note-0")
    cell = driver.canvas.shown.layout.cell_rectangle("light", "stage")
    assert cell is not None
    driver.canvas.show_record("light")
    start, end = driver.place_of("note-1499"), driver.canvas.mapFromScene(cell.center())
    viewport = driver.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEYS, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, end)
    assert is_announced(driver)
    assert len(driver.document.notes("heavy", "stage")) == LARGE_CHANGE
    driver.wait_until(lambda: len(driver.document.notes("light", "stage")) == LARGE_CHANGE)
    driver.wait_until(lambda: not is_announced(driver))


def test_a_persona_that_very_many_notes_name_is_deleted_under_a_bar(heavy: WindowDriver) -> None:
    history, document = heavy.editor.history, heavy.document
    history.do(Change(plain_label("Add"), (Edit(None, Persona(id="persona", name="Ada")),)))
    notes = [note.id for note in document.all(Note)]
    history.do(set_fields(document, notes, plain_label("Name"), persona="persona"))
    message = heavy.window.message
    for key in ("Escape", ""):
        heavy.editor.select(["persona"])
        heavy.window.actions_by_name["personas.delete"].trigger()
        assert is_announced(heavy)
        assert "persona" in document
        assert not message.isVisible()
        if key:
            heavy.press(key)
            assert not is_announced(heavy)
            assert "persona" in document
    heavy.wait_until(lambda: "persona" not in document)
    heavy.wait_until(lambda: not is_announced(heavy))
    assert {note.persona for note in document.all(Note)} == {None}
    assert message.isVisible()
    assert message.words.text() == "Deleted “Ada”."


def test_to_fold_a_heavy_section_is_soon_done_and_to_show_it_again_is_not(heavy: WindowDriver) -> None:
    heavy.editor.select(["heavy"])
    heavy.canvas.setFocus()
    heavy.press("Ctrl+.")
    assert heavy.document.get(Section, "heavy").is_folded
    heavy.press("Ctrl+.")
    assert is_announced(heavy)
    heavy.press("Escape")
    assert heavy.document.get(Section, "heavy").is_folded


def test_numbers_that_nobody_could_read_are_not_drawn(
    heavy: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = Counter(monkeypatch)
    counter.watch(number_badges, "draw_numbers")
    heavy.window.actions_by_name["view.numbers"].trigger()
    heavy.canvas.set_zoom(0.1)
    heavy.canvas.viewport().repaint()
    assert counter.calls == []
    heavy.canvas.set_zoom(1.0)
    heavy.canvas.viewport().repaint()
    assert len(counter.calls) == 1


def test_what_is_typed_for_very_many_notes_is_written_before_the_window_closes(
    all_selected: WindowDriver, window_manager: WindowManager
) -> None:
    all_selected.fill("Owner", "Ada")
    all_selected.close()
    assert is_announced(all_selected)
    all_selected.wait_until(lambda: window_manager.windows == [])
    with ProjectFile.open(all_selected.project.path) as project:
        assert {note.owner for note in project.document.all(Note)} == {"Ada"}
