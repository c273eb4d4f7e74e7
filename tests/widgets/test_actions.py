"""What must hold of every action, whoever adds the next one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.model.records import Note
from app.model.verbs.sizes import NARROWEST
from app.widgets.actions import ACTIONS
from app.widgets.actions.action import Action, sequences
from app.widgets.actions.notes import COLOURS
from tests.driver import WindowDriver

LEAVES_THE_WINDOW = {"file.new", "file.close", "file.rename"}
"""They open or close windows, and are tested where that is."""

_CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ALTGR = (_CONTROL_ALT, _CONTROL_ALT | Qt.KeyboardModifier.ShiftModifier)

every_action = pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)


def select_something(editor: WindowDriver, action: Action) -> None:
    """Select what an action can work on: one of its menu's kind."""
    if str(action.menu) == "Stage":
        editor.select_stage("Arrival")
    elif str(action.menu) == "Section":
        editor.select_section("Touchpoints")
    else:
        editor.select_note("Host at the door")


@every_action
def test_an_action_says_what_it_is_and_does(action: Action) -> None:
    assert str(action.text)[0].isupper()
    assert str(action.tip)[0].isupper()
    assert not str(action.tip).endswith(".")
    assert action.menu
    assert action.icon or action.swatch


def test_no_two_actions_share_a_name_or_a_key(qapp: QApplication) -> None:
    names = [action.name for action in ACTIONS]
    keys = [key.toString() for action in ACTIONS for key in sequences((*action.keys, *action.canvas_keys))]
    assert len(names) == len(set(names))
    assert sorted(keys) == sorted(set(keys))


def test_no_key_of_an_action_is_one_that_types(qapp: QApplication) -> None:
    """AltGr is Ctrl+Alt where Windows delivers it, and desktops keep Ctrl+Alt and arrows for themselves."""
    modifier = Qt.KeyboardModifier
    types = (modifier.NoModifier, modifier.ShiftModifier, *ALTGR)
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    for action in ACTIONS:
        for sequence in sequences((*action.keys, *action.canvas_keys)):
            pressed = sequence[0]  # type: ignore[index]
            held = pressed.keyboardModifiers() & ~modifier.KeypadModifier
            is_sign = pressed.key().value < Qt.Key.Key_Escape.value
            assert not (is_sign and held in types), f"{sequence.toString()} of {action.name} is typed"
            assert not (pressed.key() in arrows and held in ALTGR), f"{sequence.toString()} never arrives"


def test_every_action_has_a_tooltip_with_its_key_and_is_in_a_menu(pizzeria: WindowDriver) -> None:
    for action, made in pizzeria.window.actions_by_name:
        keys = sequences((*action.keys, *action.canvas_keys))
        assert str(action.tip) in made.toolTip(), action.name
        assert not keys or keys[0].toString() in made.toolTip(), action.name
        said = action.text_now(pizzeria.window.actions_by_name.context)
        assert said in pizzeria.menu_texts(str(action.menu)), action.name


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("menu", sorted({str(action.menu) for action in ACTIONS}))
def test_what_changes_the_project_is_declared_undoable_and_can_be_undone(
    pizzeria: WindowDriver, menu: str
) -> None:
    """One window for all actions of a menu: to open one takes longer than what most of them do."""
    for action in ACTIONS:
        if str(action.menu) == menu and action.name not in LEAVES_THE_WINDOW:
            _do_and_take_back(pizzeria, action)
            _leave_what_it_opened(pizzeria)


def _do_and_take_back(pizzeria: WindowDriver, action: Action) -> None:
    if action.name == "edit.redo":
        pizzeria.add_stage("Afterwards")
        pizzeria.undo()
    elif action.name == "edit.undo":
        pizzeria.add_stage("Afterwards")
    else:
        select_something(pizzeria, action)
    made = pizzeria.window.actions_by_name[action.name]
    before = pizzeria.document.copy()
    made.trigger()
    for dialog in pizzeria.window.findChildren(QFileDialog):
        dialog.reject()
    if pizzeria.document != before:
        assert action.undoable, action.name
        _take_back(pizzeria, action)
        assert pizzeria.document == before, action.name


def _leave_what_it_opened(editor: WindowDriver) -> None:
    for widget in editor.window.findChildren(QWidget):
        if widget.isWindow() and widget.isVisible():
            widget.close()
    editor.window.activateWindow()
    editor.select_nothing()


def _take_back(editor: WindowDriver, action: Action) -> None:
    if action.name == "edit.undo":
        editor.editor.redo()
    else:
        editor.editor.undo()


def test_nothing_that_changes_the_project_can_be_done_in_one_opened_for_reading(
    pizzeria: WindowDriver,
) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.editor.read_only = True
    pizzeria.window.actions_by_name.refresh()
    for action, made in pizzeria.window.actions_by_name:
        assert not (action.undoable and made.isEnabled()), action.name


def test_undo_and_redo_say_what_they_take_back(pizzeria: WindowDriver) -> None:
    assert pizzeria.menu_texts("Edit")[:2] == ["Undo", "Redo"]
    pizzeria.select_note("Host at the door")
    pizzeria.press("Delete")
    assert pizzeria.menu_texts("Edit")[:2] == ["Undo Delete note", "Redo"]
    pizzeria.undo()
    assert pizzeria.menu_texts("Edit")[:2] == ["Undo", "Redo Delete note"]
    pizzeria.redo()
    assert "Host at the door" not in {note.text for note in pizzeria.document.all(Note)}


def test_alt_and_a_digit_colour_the_selected_notes(pizzeria: WindowDriver) -> None:
    for digit, colour in enumerate(COLOURS, start=1):
        pizzeria.select_note("Host at the door", "Car park")
        pizzeria.press(f"Alt+{digit}")
        assert pizzeria.note("Host at the door").colour == colour
        assert pizzeria.note("Car park").colour == colour


def test_a_colour_chosen_without_a_note_is_the_next_notes_and_only_in_that_section(
    pizzeria: WindowDriver,
) -> None:
    pizzeria.go_to_cell("Research", "Touchpoints")
    assert pizzeria.editor.note_colour == "blue"
    pizzeria.press("Alt+4")
    assert pizzeria.editor.next_note_colour == "pink"
    pizzeria.go_to_cell("Research", "Ideas")
    assert pizzeria.editor.next_note_colour is None
    assert pizzeria.editor.note_colour == "green"


def test_a_stage_is_added_renamed_moved_and_deleted(empty: WindowDriver) -> None:
    for name in ("Before", "During", "After"):
        empty.add_stage(name)
    assert empty.stage_names() == ["Before", "During", "After"]
    empty.rename_stage("During", "In the middle")
    empty.select_stage("In the middle")
    empty.press("Ctrl+Shift+Right")
    assert empty.stage_names() == ["Before", "After", "In the middle"]
    empty.press("Delete")
    assert empty.stage_names() == ["Before", "After"]


def test_a_section_is_added_moved_and_deleted(empty: WindowDriver) -> None:
    empty.add_stage("Before")
    for name in ("Actions", "Thoughts"):
        empty.add_section(name)
    empty.select_section("Thoughts")
    empty.press("Ctrl+Shift+Up")
    assert empty.section_names() == ["Thoughts", "Actions"]
    empty.press("Delete")
    assert empty.section_names() == ["Actions"]


def test_deleting_a_stage_tells_what_went_and_offers_it_back(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    pizzeria.select_stage("Arrival")
    pizzeria.window.actions_by_name["stages.delete"].trigger()
    assert pizzeria.window.message.words.text().startswith("Deleted “Arrival” and its ")
    pizzeria.click("Undo")
    assert pizzeria.document == before
    assert not pizzeria.window.message.isVisible()


def test_stages_and_sections_are_sized_by_keys_and_fitted_again(pizzeria: WindowDriver) -> None:
    canvas, history = pizzeria.canvas, pizzeria.editor.history
    pizzeria.select_stage("Order")
    before = canvas.rectangle_of(pizzeria.stage("Order").id)
    assert before is not None
    pizzeria.press("Alt+Shift+Left", times=3)
    narrower = canvas.rectangle_of(pizzeria.stage("Order").id)
    assert narrower is not None
    assert narrower.width() == before.width() - 3 * 36
    assert history.undoable is not None
    assert str(history.undoable.label) == "Resize stage"
    pizzeria.undo()
    assert canvas.rectangle_of(pizzeria.stage("Order").id) == before
    pizzeria.redo()
    pizzeria.window.actions_by_name["stages.fit"].trigger()
    assert canvas.rectangle_of(pizzeria.stage("Order").id) == before
    pizzeria.select_section("Thoughts")
    pizzeria.press("Alt+Shift+Down")
    thoughts = pizzeria.section("Thoughts")
    row = canvas.rectangle_of(thoughts.id)
    assert row is not None
    assert row.height() == thoughts.height
    pizzeria.press("Ctrl+.")
    assert not pizzeria.window.actions_by_name["sections.higher"].isEnabled()


def test_several_stages_and_sections_are_moved_by_keys_together(pizzeria: WindowDriver) -> None:
    stages, sections = pizzeria.stage_names(), pizzeria.section_names()
    pizzeria.select_stage("Arrival")
    pizzeria.click_on(pizzeria.stage("Order").id, Qt.KeyboardModifier.ControlModifier)
    pizzeria.press("Ctrl+Shift+Left", times=2)
    assert pizzeria.stage_names() == [
        "Arrival",
        "Order",
        *[n for n in stages if n not in ("Arrival", "Order")],
    ]
    assert not pizzeria.window.actions_by_name["stages.move_left"].isEnabled()
    pizzeria.press("Ctrl+Shift+Right")
    assert pizzeria.stage_names()[:3] == ["Awareness", "Arrival", "Order"]
    pizzeria.select_section("Actions")
    pizzeria.click_on(pizzeria.section("Touchpoints").id, Qt.KeyboardModifier.ControlModifier)
    pizzeria.press("Ctrl+Shift+Down")
    assert pizzeria.section_names()[:4] == ["Customer goals", "Process", "Actions", "Touchpoints"]
    for _ in range(4):
        pizzeria.undo()
    assert (pizzeria.stage_names(), pizzeria.section_names()) == (stages, sections)


def test_no_stage_is_made_narrower_than_a_word(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Order")
    pizzeria.press("Alt+Shift+Left", times=20)
    assert pizzeria.stage("Order").width == NARROWEST
