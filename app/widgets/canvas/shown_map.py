"""The map on the canvas: its layout, kept up with the document, and what each change makes stale."""

from PySide6.QtCore import QObject, QRectF, Signal

from app.drawing.layout import MapLayout, Row, lay_out
from app.drawing.theme import NOTE_GAP
from app.model.change import Change
from app.widgets.editor import Editor

_AROUND = NOTE_GAP / 2
"""How far shadows reach out of their notes."""


class ShownMap(QObject):
    """The layout of the map that the editor shows. Emits `laid_out` with the stale parts of the sheet."""

    laid_out = Signal(object)
    """The rectangles, in map units, that no longer look as they did."""

    def __init__(self, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.layout = lay_out(editor.document, editor.map)
        editor.changed.connect(self._follow)
        editor.map_changed.connect(self._start_over)

    def _follow(self, change: Change) -> None:
        before = self.layout
        self.layout = lay_out(self.editor.document, self.editor.map, before)
        self.laid_out.emit(stale(before, self.layout))

    def _start_over(self) -> None:
        before = self.layout
        self.layout = lay_out(self.editor.document, self.editor.map)
        self.laid_out.emit([before.rectangle.united(self.layout.rectangle)])


def stale(before: MapLayout, after: MapLayout) -> list[QRectF]:
    """Where two layouts of a map look different: rectangles on the sheet, few rather than small."""
    everything = before.rectangle.united(after.rectangle)
    if before.columns != after.columns or len(before.rows) != len(after.rows):
        return [everything]
    found = []
    if before.title != after.title:
        found.append(QRectF(0, 0, after.width, after.stages.y))
    for old, new in zip(before.rows, after.rows, strict=True):
        if old is new:
            continue
        if (old.y, old.height) != (new.y, new.height) or old.section is not new.section:
            return [*found, QRectF(0, min(old.y, new.y), everything.width(), everything.height())]
        found.append(_stale_in(old, new))
    if before.legend != after.legend:
        found.append(QRectF(0, after.legend.y, after.width, everything.height()))
    return found


def _stale_in(old: Row, new: Row) -> QRectF:
    """The part of a row whose pieces are not the same objects: its changed cells."""
    before, after = old.body.pieces(old.height), new.body.pieces(new.height)
    changed = [new for old, new in zip(before, after, strict=True) if old is not new]
    left = min((piece.left for piece in changed), default=0.0)
    right = max((piece.right for piece in changed), default=0.0)
    return QRectF(left, new.y, right - left, new.height).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
