"""The group of the left panel that says what the note colours mean, and lets one say it differently."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.language.phrases import Phrase, phrase_context, tr
from app.model.analysis.roles import ROLES
from app.model.change import Change
from app.model.nouns import word
from app.model.records import Id, LegendEntry, Role
from app.model.verbs.legend import set_meaning, set_role
from app.session.editor import Editor
from app.widgets.base.buttons import heading
from app.widgets.base.swatches import RING, Swatch
from app.widgets.forms.flat_line import FlatLine

_WORDS: dict[Role, Phrase] = {
    "action": phrase_context("counts as", "an action"),
    "touchpoint": phrase_context("counts as", "a touchpoint"),
    "question": phrase_context("counts as", "a question"),
    "pain point": phrase_context("counts as", "a pain point"),
    "opportunity": phrase_context("counts as", "an opportunity"),
    "moment of truth": phrase_context("counts as", "a moment of truth"),
    "thought": phrase_context("counts as", "a thought"),
    "goal": phrase_context("counts as", "a goal or fact"),
    "nothing": phrase_context("counts as", "nothing in particular"),
}


class LegendGroup(QWidget):
    """A row for each colour: its meaning to type over, and its swatch, which asks what it counts as."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.meanings: dict[Id, FlatLine] = {}
        self.swatches: dict[Id, _RoleSwatch] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(heading(tr("Legend")))
        self._column.addSpacing(4)
        for entry in editor.document.legend():
            self._add(entry)
        editor.changed.connect(self._follow)

    def _add(self, entry: LegendEntry) -> None:
        line = self.meanings[entry.id] = FlatLine(
            tr("Meaning of {colour}", colour=word("colour", entry.colour))
        )
        line.setReadOnly(self._editor.read_only)
        line.show_text(entry.meaning)
        line.typed.connect(lambda text: self._write(entry.id, text))
        line.editingFinished.connect(self._end)
        row = QHBoxLayout()
        row.setContentsMargins(10 - RING, 0, 0, 0)
        row.setSpacing(5 - RING)
        swatch = self.swatches[entry.id] = _RoleSwatch(entry)
        swatch.setEnabled(not self._editor.read_only)
        swatch.chosen.connect(lambda role: self._editor.do(set_role(self._editor.document, entry.id, role)))
        row.addWidget(swatch)
        row.addWidget(line, 1)
        self._column.addLayout(row)

    def _write(self, id: Id, text: str) -> None:
        self._editor.do(set_meaning(self._editor.document, id, text), merge_key=("meaning", id))

    def _end(self) -> None:
        self._editor.end_merge()
        for entry in self._editor.document.legend():
            self.meanings[entry.id].show_text(entry.meaning)

    def _follow(self, change: Change) -> None:
        for edit in change:
            if isinstance(edit.after, LegendEntry) and edit.after.id in self.meanings:
                self.meanings[edit.after.id].show_text(edit.after.meaning)
                self.swatches[edit.after.id].show_entry(edit.after)


class _RoleSwatch(Swatch):
    """A swatch with a menu of what its notes count as, whatever they are called."""

    chosen = Signal(object)
    """A role, or None for what the colour means at first."""

    def __init__(self, entry: LegendEntry) -> None:
        super().__init__(entry.colour)
        self._role: Role | None = None
        self.setCheckable(False)
        self.clicked.connect(self._ask)
        self.show_entry(entry)

    def show_entry(self, entry: LegendEntry) -> None:
        self._role = entry.role
        words = _WORDS[entry.role or ROLES[entry.colour]]
        colour = word("colour", entry.colour)
        self.setAccessibleName(tr("What {colour} counts as: {role}", colour=colour, role=words))
        self.setToolTip(
            tr(
                "Counts as {role} in the review, the action register and the counts. Click to change.",
                role=words,
            )
        )

    def _ask(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        first = _WORDS[ROLES[self.colour]]
        choices: list[tuple[Role | None, str]] = [(None, tr("Count as {role} (default)", role=first))]
        choices += [(role, tr("Count as {role}", role=words)) for role, words in _WORDS.items()]
        for role, words in choices:
            action = menu.addAction(words, partial(self.chosen.emit, role))
            action.setCheckable(True)
            action.setChecked(role == self._role)
            group.addAction(action)
            if role is None:
                menu.addSeparator()
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
