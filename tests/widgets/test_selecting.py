"""Selecting several notes, moving them by the keyboard, splitting and joining stages, in the real window."""

from app.model.labels import plain_label
from app.model.records import Note, Section
from app.model.verbs.editing import set_fields
from tests.cell_texts import texts
from tests.driver import WindowDriver


def selected(editor: WindowDriver) -> set[str]:
    return {editor.document.get(Note, id).text for id in editor.editor.selection.ids}


def test_select_all_takes_the_cell_then_the_section_then_the_map(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Arrival", "Touchpoints")
    pizzeria.press("Ctrl+A")
    assert selected(pizzeria) == {"Street sign", "Car park", "Host at the door"}
    pizzeria.press("Ctrl+A")
    section = pizzeria.section("Touchpoints").id
    in_section = [note.id for note in pizzeria.document.all(Note) if note.section == section]
    assert set(pizzeria.editor.selection.ids) == set(in_section)
    pizzeria.press("Ctrl+A")
    assert len(pizzeria.editor.selection.ids) == len(pizzeria.document.all(Note))
    for _ in range(2):
        pizzeria.press("Ctrl+A")
        assert set(pizzeria.editor.selection.ids) == {
            section.id for section in pizzeria.document.all(Section)
        }


def test_select_all_goes_from_a_note_alone_in_its_cell_to_its_section(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("No signs to the restroom")
    pizzeria.press("Ctrl+A")
    assert len(selected(pizzeria)) > 5
    assert {pizzeria.document.get(Note, id).section for id in pizzeria.editor.selection.ids} == {
        pizzeria.section("Pain points").id
    }


def test_all_of_one_colour_and_all_with_one_tag_are_selected(pizzeria: WindowDriver) -> None:
    tagged = [pizzeria.note(text).id for text in ("Car park", "Waits for the food")]
    pizzeria.editor.do(set_fields(pizzeria.document, tagged, plain_label("Tag"), tags=("slow",)))
    pizzeria.select_note("Car park")
    pizzeria.press("Ctrl+Shift+T")
    assert set(pizzeria.editor.selection.ids) == set(tagged)
    pizzeria.select_nothing()
    pizzeria.select_note("Car park")
    pizzeria.press("Ctrl+Shift+C")
    blue = [note.id for note in pizzeria.document.all(Note) if note.colour == "blue"]
    assert set(pizzeria.editor.selection.ids) == set(blue)


def test_alt_and_arrows_move_notes_and_the_cursor_goes_along(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Street sign")
    pizzeria.press("Alt+Right")
    assert texts(pizzeria, "Arrival", "Touchpoints") == ["Car park", "Street sign", "Host at the door"]
    pizzeria.press("Alt+Right", times=2)
    assert texts(pizzeria, "Order", "Touchpoints")[0] == "Street sign"
    pizzeria.press("Alt+Up")
    assert "Street sign" in texts(pizzeria, "Order", "Actions")
    assert pizzeria.editor.selection.cell == (pizzeria.section("Actions").id, pizzeria.stage("Order").id)
    for _ in range(4):
        pizzeria.undo()
    assert texts(pizzeria, "Arrival", "Touchpoints") == ["Street sign", "Car park", "Host at the door"]


def test_several_notes_move_together(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Street sign", "Waiter")
    pizzeria.press("Alt+Down")
    assert pizzeria.editor.history.undoable is not None
    assert str(pizzeria.editor.history.undoable.label) == "Move 2 notes"
    assert "Street sign" not in texts(pizzeria, "Arrival", "Touchpoints")
    pizzeria.undo()
    assert texts(pizzeria, "Arrival", "Touchpoints") == ["Street sign", "Car park", "Host at the door"]


def test_a_stage_is_split_and_joined_again(pizzeria: WindowDriver) -> None:
    before = pizzeria.stage_names()
    held = texts(pizzeria, "Order", "Touchpoints")
    pizzeria.select_stage("Order")
    pizzeria.window.actions_by_name["stages.split"].trigger()
    assert pizzeria.stage_names()[4] == "Order (continued)"
    pizzeria.select_stage("Order")
    pizzeria.window.actions_by_name["stages.join"].trigger()
    assert len(pizzeria.stage_names()) == len(before)
    assert texts(pizzeria, "Order / Order (continued)", "Touchpoints") == held
    pizzeria.undo()
    pizzeria.undo()
    assert pizzeria.stage_names() == before
