"""A pain point is related to the point of a curve at which it is felt, and parted from it again."""

from app.model.records import EmotionPoint
from tests.driver import WindowDriver


def test_a_pain_is_related_to_where_it_is_felt(pizzeria: WindowDriver) -> None:
    note = pizzeria.note("Allergens are not on the menu")
    point = pizzeria.document.all(EmotionPoint)[-1]
    pizzeria.editor.select([note.id, point.id])
    pizzeria.window.actions_by_name["notes.relate"].trigger()
    [felt] = pizzeria.document.felt_later()
    assert (felt.note, felt.point) == (note.id, point.id)
    assert pizzeria.window.actions_by_name["notes.part"].isEnabled()
    pizzeria.window.actions_by_name["notes.part"].trigger()
    assert pizzeria.document.felt_later() == ()
    pizzeria.undo(times=2)
    assert pizzeria.document.felt_later() == ()
