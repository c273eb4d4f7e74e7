"""The group of the left panel that says what the note colours mean, and lets one say it differently."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.change import Change
from app.model.legend import set_meaning
from app.model.records import Id, LegendEntry, NoteColour
from app.widgets.buttons import heading
from app.widgets.editor import Editor
from app.widgets.flat_line import FlatLine
from app.widgets.swatches import SIDE, paint_swatch


class LegendGroup(QWidget):
    """A row for each colour: its swatch with the glyph, and its meaning to type over."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.meanings: dict[Id, FlatLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(heading("Legend"))
        self._column.addSpacing(4)
        for entry in editor.document.legend():
            self._add(entry)
        editor.changed.connect(self._follow)

    def _add(self, entry: LegendEntry) -> None:
        line = self.meanings[entry.id] = FlatLine(f"Meaning of {entry.colour}")
        line.setReadOnly(self._editor.read_only)
        line.show_text(entry.meaning)
        line.typed.connect(lambda text: self._write(entry.id, text))
        line.editingFinished.connect(self._end)
        row = QHBoxLayout()
        row.setContentsMargins(10, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(_StillSwatch(entry.colour))
        row.addWidget(line, 1)
        self._column.addLayout(row)

    def _write(self, id: Id, text: str) -> None:
        self._editor.do(set_meaning(self._editor.document, id, text), grows=("meaning", id))

    def _end(self) -> None:
        self._editor.history.seal()
        for entry in self._editor.document.legend():
            self.meanings[entry.id].show_text(entry.meaning)

    def _follow(self, change: Change) -> None:
        for edit in change:
            if isinstance(edit.after, LegendEntry) and edit.after.id in self.meanings:
                self.meanings[edit.after.id].show_text(edit.after.meaning)


class _StillSwatch(QWidget):
    """A swatch to look at."""

    def __init__(self, colour: NoteColour) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_swatch(QPainter(self), QRectF(self.rect()), self._colour)
