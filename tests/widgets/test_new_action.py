"""A new action is data in one tuple: menu, palette, keys, shortcut sheet and undo know it by that alone."""

import pytest
from PySide6.QtWidgets import QLabel

from app.language.phrases import phrase
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Id, Note
from app.widgets.actions import ACTIONS, menus
from app.widgets.actions.action import Action, Context
from app.widgets.actions.needs import NOTES_SELECTED
from app.widgets.window import action_set, shortcut_sheet
from app.widgets.window.command_palette import CommandPalette
from tests.driver import WindowDriver


def shout(document: Document, notes: list[Id]) -> Change:
    """A verb: a function that returns a Change, and nothing else."""
    found = [document.get(Note, note) for note in notes]
    louder = tuple(Edit(note, note.changed(text=note.text.upper())) for note in found)
    return Change(plain_label("Shout"), louder)


def _run(context: Context) -> None:
    context.editor.do(shout(context.editor.document, [note.id for note in context.editor.selected.of(Note)]))


SHOUT = Action(
    name="notes.shout",
    text=phrase("Shout"),
    tip=phrase("Write the selected notes in capitals"),
    menu=menus.NOTE,
    keys=("Ctrl+Alt+Shift+F9",),
    undoable=True,
    needs=NOTES_SELECTED,
    run=_run,
)


@pytest.fixture
def shouting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program with one more action. Asked for before the window."""
    for module in (action_set, shortcut_sheet):
        monkeypatch.setattr(module, "ACTIONS", (*ACTIONS, SHOUT))


@pytest.fixture
def window(shouting: None, pizzeria: WindowDriver) -> WindowDriver:
    return pizzeria


def test_it_is_in_its_menu_has_its_key_and_is_undone(window: WindowDriver) -> None:
    assert "Shout" in window.menu_texts("Note")
    action = window.window.actions_by_name["notes.shout"]
    window.select_nothing()
    assert not action.isEnabled()
    window.select_note("Eats")
    window.press("Ctrl+Alt+Shift+F9")
    assert window.note("EATS").text == "EATS"
    window.undo()
    assert window.note("Eats").text == "Eats"


def test_it_is_found_in_the_palette_and_stands_on_the_shortcut_sheet(window: WindowDriver) -> None:
    window.select_note("Eats")
    window.press("Ctrl+K")
    window.write("sho")
    (palette,) = window.window.findChildren(CommandPalette)
    assert "Shout" in [palette.list.item(row).text() for row in range(palette.list.count())]
    window.press("Escape")
    window.window.show_shortcut_sheet()
    (sheet,) = window.window.findChildren(shortcut_sheet.ShortcutSheet)
    assert "Shout" in [label.text() for label in sheet.findChildren(QLabel)]
    window.press("Escape")
