"""A part of a window that goes takes with it what stands in it, and nothing else."""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

import app
from app.widgets.base import belonging
from tests.belonging import astray
from tests.driver import WindowDriver

ELSEWHERE = re.compile(
    r"\.(nextInFocusChain|previousInFocusChain|topLevelWidget|buddy|setBuddy|setFocusProxy|focusProxy)\((?!None)"
)
"""What has PySide take a widget for a part of another one in which it does not stand."""


def let_go_of_what_went() -> None:
    """Delete what is to be deleted, as the event loop does."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_one_goes_on_typing_when_what_f6_went_past_is_gone(pizzeria: WindowDriver) -> None:
    for _ in range(2):
        # The buttons beside the heading are made anew each time: then they are the last in the window.
        pizzeria.select_stage("Order")
        pizzeria.select_note("Car park")
    pizzeria.canvas.setFocus()
    pizzeria.press("F6")
    assert astray(pizzeria.window) == []
    pizzeria.select_stage("Order")
    let_go_of_what_went()
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("Say goodbye")
    assert pizzeria.note("Say goodbye").stage == pizzeria.stage("Leave").id


def test_one_goes_on_typing_when_tags_are_gone(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Car park")
    pizzeria.fill("Tags", "one,two,")
    assert astray(pizzeria.window) == []
    pizzeria.press("Backspace")
    pizzeria.select_note("Host at the door")
    let_go_of_what_went()
    pizzeria.go_to_cell("Leave", "Ideas")
    pizzeria.write("Say goodbye")
    assert pizzeria.note("Say goodbye").stage == pizzeria.stage("Leave").id


def test_one_goes_on_typing_when_what_a_screen_reader_read_is_gone(heard: WindowDriver) -> None:
    heard.go_to_cell("Leave", "Ideas")
    for text in ("Smile", "Wave"):
        heard.write(text)
        assert astray(heard.window) == []
        heard.press("Escape")
        let_go_of_what_went()
        assert heard.note(text).stage == heard.stage("Leave").id


def test_nothing_asks_for_what_would_go_astray() -> None:
    sources = set(Path(app.__file__).parent.rglob("*.py")) - {Path(belonging.__file__)}
    asks = [
        (source.name, call[0])
        for source in sources
        for call in ELSEWHERE.finditer(source.read_text(encoding="utf-8"))
    ]
    assert asks == []
