"""The map shown to others."""

from app.widgets.application import Desk
from tests.driver import WindowDriver


def test_presenting_puts_everything_but_the_map_away_and_esc_brings_it_back(pizzeria: WindowDriver) -> None:
    window = pizzeria.window
    parts = (window.bar, window.status, window.left, window.right)
    pizzeria.press("F5")
    assert window.isFullScreen()
    assert not any(part.isVisible() for part in parts)
    shown = pizzeria.canvas.mapToScene(pizzeria.canvas.viewport().rect()).boundingRect()
    assert shown.contains(pizzeria.canvas.shown.layout.rectangle)
    pizzeria.press("Escape")
    assert not window.isFullScreen()
    assert all(part.isVisible() for part in parts)


def test_what_was_folded_away_before_stays_so(pizzeria: WindowDriver) -> None:
    pizzeria.window.fold(left=True)
    pizzeria.press("F5")
    pizzeria.press("F5")
    assert pizzeria.window.left.isHidden()
    assert not pizzeria.window.right.isHidden()


def test_page_down_goes_from_stage_to_stage(pizzeria: WindowDriver) -> None:
    pizzeria.press("F5")
    whole = pizzeria.canvas.zoom()
    for name in pizzeria.stage_names()[:2]:
        pizzeria.press("PgDown")
        header = pizzeria.canvas.rectangle_of(pizzeria.stage(name).id)
        shown = pizzeria.canvas.mapToScene(pizzeria.canvas.viewport().rect()).boundingRect()
        assert header is not None
        assert shown.left() <= header.left() <= header.right() <= shown.right()
        assert pizzeria.canvas.zoom() > whole
    pizzeria.press("PgUp", times=2)
    assert pizzeria.canvas.zoom() == whole


def test_notes_are_typed_while_others_look(pizzeria: WindowDriver) -> None:
    pizzeria.press("F5")
    pizzeria.press("Ctrl+Home")
    pizzeria.write("Said in the room")
    pizzeria.press("Escape")
    assert pizzeria.window.isFullScreen()
    assert pizzeria.note("Said in the room").text


def test_closed_while_presenting_it_opens_with_its_panels(pizzeria: WindowDriver, desk: Desk) -> None:
    pizzeria.press("F5")
    pizzeria.close()
    again = desk.open(pizzeria.project.path)
    assert again is not None
    assert not again.isFullScreen()
    assert not again.right.isHidden()
