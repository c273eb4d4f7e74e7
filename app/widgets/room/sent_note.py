"""Shows where the note goes that is typed: the stage's header is lit, and its landing place is marked."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF

from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.drawing.theme import NOTE_GAP
from app.model.records import Note
from app.model.verbs.sending import number_sent_to, stage_sent_to
from app.widgets.canvas.view import CanvasView
from app.widgets.room.landing_place import LandingPlace
from app.widgets.room.lit_header import LitHeader

_LEAST = 44.0
"""Map units that it is high at least, also over the section below."""


class SentNote(QObject):
    """Follows what is typed on a canvas while it is in large type."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._header, self._place = LitHeader(canvas.viewport()), LandingPlace(canvas.viewport())
        canvas.typing.closed.connect(self._hide)
        canvas.editor.changed.connect(self._follow)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self._follow)

    def _follow(self) -> None:
        canvas = self._canvas
        document, layout = canvas.editor.document, canvas.shown.layout
        note, type = document.find(canvas.typing.edited or ""), canvas.shown.large_type
        stage = stage_sent_to(document, note) if isinstance(note, Note) else None
        column = layout.column_of(stage) if stage is not None else None
        if type is None or column is None or not isinstance(note, Note):
            self._hide()
            return
        at = canvas.mapFromScene(column.x, layout.stages.y)
        size = QSizeF(column.width, layout.stages_height) * type.scale
        self._header.light(QRectF(QPointF(at.x(), max(at.y(), 0)), size), type.scale)
        lands = _landing(layout, column, note, canvas.rectangle_of(note.id))
        if lands is None:
            self._place.hide()
            return
        place = QRectF(QPointF(canvas.mapFromScene(lands.topLeft())), lands.size() * type.scale)
        self._place.mark(place, type.scale, number_sent_to(note), note.colour)
        self._header.raise_()

    def _hide(self) -> None:
        self._header.hide()
        self._place.hide()


def _landing(layout: MapLayout, column: Column, note: Note, typed: QRectF | None) -> QRectF | None:
    """The place under the notes that stand there, as high as there is room under them."""
    cell = layout.cell_rectangle(note.section, column.stage.id)
    if cell is None or typed is None or column.stage.id == note.stage:
        return None
    lowest = max((box.rectangle.bottom() for box in layout.boxes_in(cell)), default=0.0)
    top = lowest + NOTE_GAP if lowest else cell.top() + column.padding
    height = min(max(cell.bottom() - top - NOTE_GAP, _LEAST), typed.height())
    return QRectF(column.x + column.padding, top, typed.width(), height)
