"""Several maps in a project."""

from PySide6.QtCore import Qt

from app.model.records import Note
from tests.driver import WindowDriver


def titles(editor: WindowDriver) -> list[str]:
    return [journey_map.title for journey_map in editor.document.maps()]


def test_the_future_state_is_planned_in_a_copy_that_is_shown(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    notes = len(before.all(Note))
    pizzeria.window.actions_by_name["maps.plan_future_state"].trigger()
    assert titles(pizzeria) == ["Dinner at a pizzeria", "Dinner at a pizzeria – future state"]
    assert pizzeria.editor.journey_map.type == "future state"
    assert len(pizzeria.document.all(Note)) == 2 * notes
    assert pizzeria.stage_names() == [stage.name for stage in before.stages(before.maps()[0].id)]
    pizzeria.undo()
    assert pizzeria.document == before


def test_a_map_is_duplicated_by_key_and_shown(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+D")
    assert titles(pizzeria) == ["Dinner at a pizzeria", "Dinner at a pizzeria (copy)"]
    assert pizzeria.editor.journey_map.title == "Dinner at a pizzeria (copy)"
    pizzeria.press("Ctrl+PgUp")
    assert pizzeria.editor.journey_map.title == "Dinner at a pizzeria"


def test_a_stage_and_a_section_are_copied_into_another_map(pizzeria: WindowDriver) -> None:
    for select, name, names in (
        (pizzeria.select_stage, "Arrival", pizzeria.stage_names),
        (pizzeria.select_section, "Touchpoints", pizzeria.section_names),
    ):
        select(name)
        pizzeria.press("Ctrl+C")
        pizzeria.window.actions_by_name["maps.add"].trigger()
        pizzeria.canvas.setFocus()
        pizzeria.press("Ctrl+V")
        assert name in names()
        pizzeria.editor.show_map(pizzeria.document.maps()[0].id)


def test_the_lists_of_maps_and_personas_offer_what_can_be_done_to_one(pizzeria: WindowDriver) -> None:
    maps = pizzeria.window.left.maps.list
    assert maps.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    offered = {action.objectName() for action in maps.actions()}
    personas = pizzeria.window.left.personas.list
    assert personas.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert {"personas.show", "personas.delete"} <= {action.objectName() for action in personas.actions()}
    assert {"maps.duplicate", "maps.plan_future_state", "maps.move_up", "maps.delete"} <= offered
