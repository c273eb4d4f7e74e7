"""What shows on the map where the cursor is, what is selected and what is pointed at."""

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter

from app.drawing.sections.notes.notes_body import first_note
from app.drawing.theme import NOTE_HEIGHT, NOTE_WIDTH
from app.model.kinds import taken_by
from app.model.records import Id, Note, Section, Stage
from app.session.selection import Cell
from app.widgets.canvas import record_bounds
from app.widgets.canvas.map_view import MapView
from app.widgets.canvas.painting import mark_painting as overlay

MANY = 100
"""Records from which on it costs less to repaint everything that is in view than to look for each."""
_GAP = 5.0
"""Map units between what is selected and its ring."""


class Marks:
    """Painted over the map, and so never printed. `places` is where there are such now, on the sheet."""

    def __init__(self, canvas: MapView) -> None:
        self._canvas = canvas
        self.places: list[QRectF] = []

    @property
    def of_headers(self) -> tuple[Id, ...]:
        """What is selected, for the headers that are frozen."""
        return self._canvas.editor.selection.ids[-MANY:]

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        canvas, selection = self._canvas, self._canvas.editor.selection
        cell = self._cell()
        if cell is not None and selection.cell is not None and not selection.ids:
            # Where notes are, they show themselves where the next one will stand.
            is_empty = not record_bounds.boxes_of(canvas.shown.layout, selection.cell)
            place = overlay.next_place(cell, self._next_size(selection.cell)) if is_empty else None
            overlay.paint_cursor(painter, cell, place)
        hovered = canvas.pointer.hovered
        if hovered.kind in ("note", "entry") and hovered.id not in selection.ids:
            ring = canvas.rectangle_of(hovered.id or "")
            if ring is not None:
                overlay.paint_hovered(painter, ring)
        overlay.paint_selected(painter, self.selected(exposed, around=_GAP), _GAP)

    def selected(self, area: QRectF | None = None, around: float = 0.0) -> list[QRectF]:
        """Where what is selected lies; of much, only what meets an area."""
        editor = self._canvas.editor
        layout = self._canvas.shown.layout
        return record_bounds.rectangles_of(editor.document, layout, editor.selection.ids, area, around)

    def follow(self) -> None:
        """Repaint where marks were and where they are."""
        canvas, before, cell = self._canvas, self.places, self._cell()
        in_view = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
        selected = [in_view] if len(canvas.editor.selection.ids) > MANY else self.selected(in_view)
        self.places = [*selected, *([cell] if cell is not None else []), *self._on_frozen_headers()]
        canvas.refresh([*before, *self.places])

    def follow_preview(self) -> None:
        """The same, where a gesture shows what the document has not: what is selected lies elsewhere."""
        before, self.places = self.places, self.selected()
        self._canvas.refresh([*before, *self.places])

    def _cell(self) -> QRectF | None:
        """Where the cursor's cell lies."""
        cell = self._canvas.editor.selection.cell
        return self._canvas.shown.layout.cell_rectangle(*cell) if cell is not None else None

    def _next_size(self, cell: Cell) -> QSizeF:
        """How large the first note of a cell would be; what is no note, about as large as one of paper."""
        layout = self._canvas.shown.layout
        row, column = layout.row_of(cell.section), layout.column_of(cell.stage)
        is_of_notes = row is not None and taken_by(row.section) is Note and not row.section.is_folded
        if row is None or column is None or not is_of_notes or layout.sizes.large_notes:
            return QSizeF(NOTE_WIDTH, NOTE_HEIGHT)
        return QSizeF(*first_note(row.section, column))

    def _on_frozen_headers(self) -> list[QRectF]:
        """What of the sheet lies under frozen headers, if one of them is selected."""
        canvas, frozen = self._canvas, self._canvas.frozen()
        found = [canvas.editor.document.find(id) for id in self.of_headers]
        if not any(isinstance(record, Stage | Section) for record in found):
            return []
        view = canvas.viewport().rect()
        areas = (QRect(0, 0, view.width(), int(frozen.top)), QRect(0, 0, int(frozen.left), view.height()))
        return [canvas.mapToScene(area).boundingRect() for area in areas if not area.isEmpty()]
