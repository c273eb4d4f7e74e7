"""What an action is: data. Menus, bar, keys, command palette and shortcut sheet are all built from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from app.language.phrases import Phrase, phrase
from app.model.records import NoteColour
from app.session.editor import Editor
from app.widgets.actions.window import Window
from app.widgets.canvas.view import CanvasView

Key = QKeySequence.StandardKey | str
"""A key of the platform, or one written as "Ctrl+K"."""

FOR_READING = phrase("This project is open for reading")
_SHOWN = phrase("Not while the map is shown to others")


class Context(NamedTuple):
    """What an action works on."""

    window: Window
    editor: Editor
    canvas: CanvasView


class Need(NamedTuple):
    """What must be so for an action to be run, and what is said to a person where it is not."""

    is_met: Callable[[Context], bool]
    words: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that a person can have done."""

    name: str
    """Its family and itself: "stages.add"."""
    text: Phrase
    tip: Phrase
    menu: Phrase
    run: Callable[[Context], object]
    words: Phrase | None = None
    """Other words by which people look for it, parted by spaces."""
    short: Phrase | None = None
    """What its button says, where the text is too long for one."""
    keys: tuple[Key, ...] = ()
    canvas_keys: tuple[str, ...] = ()
    """Keys that count only while the canvas has the focus: elsewhere they are typed or mean another thing."""
    icon: str = ""
    swatch: NoteColour | None = None
    """A note colour to show instead of an icon."""
    undoable: bool = False
    """Whether it changes the project, in a way that undo takes back; all others change the view alone."""
    needs: Need | None = None
    """Beside what holds for all: a project that can be changed, and a map that is not shown to others."""
    label: Callable[[Context], str] | None = None
    """A text that says more, where that depends on the moment: "Undo Move 3 notes"."""
    checked: Callable[[Context], bool] | None = None
    while_presenting: bool = False
    """Whether it can be asked for while the map is shown to others: it changes what is seen, and opens
    nothing in which something can be edited."""
    starts_group: bool = False
    """Whether a line stands above it in its menu."""

    def can_run(self, context: Context) -> bool:
        return self.why_not(context) is None

    def why_not(self, context: Context) -> Phrase | None:
        """What stands against it now; None where it can be run."""
        if context.editor.is_presented and not self.while_presenting:
            return _SHOWN
        if self.undoable and context.editor.read_only:
            return FOR_READING
        return self.needs.words if self.needs is not None and not self.needs.is_met(context) else None

    def text_now(self, context: Context) -> str:
        return self.label(context) if self.label else str(self.text)


def sequences(keys: tuple[Key, ...]) -> list[QKeySequence]:
    """The key sequences that keys stand for on this platform, each once, the one to show first."""
    found: list[QKeySequence] = []
    for key in keys:
        bindings = (
            QKeySequence.keyBindings(key)
            if isinstance(key, QKeySequence.StandardKey)
            else [QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)]
        )
        found += [binding for binding in bindings if binding not in found]
    return found


def shown_key(action: Action) -> str:
    """The key to show for an action, as its platform writes it; empty where it has none."""
    found = sequences((*action.keys, *action.canvas_keys))
    return found[0].toString(QKeySequence.SequenceFormat.NativeText) if found else ""
