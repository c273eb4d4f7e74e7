"""What of a map is in view: all of it, its width, a record, the place where one works."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QWidget

from app.drawing.theme import PIXELS_PER_UNIT
from app.model.records import Id, Section, Stage
from app.widgets.canvas.map_view import MapView
from app.widgets.canvas.painting.frozen_headers import beginning

_AROUND = 40
"""Map units that are seen around a record."""


class SightOfMap(MapView):
    """Brings into view what is asked for. A map that fitted the view fits it at any size."""

    def __init__(self, scene: QGraphicsScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._fitting = 0.0
        self._fitted_in = QSize()

    def fit(self) -> None:
        """Show the whole map, with so much desk around it that there is nothing to scroll."""
        room, scene = self.maximumViewportSize(), self.sceneRect()
        across, down = (room.width() - 1) / scene.width(), (room.height() - 1) / scene.height()
        self.fit_rectangle(self.shown.layout.rectangle, largest=min(across, down) / PIXELS_PER_UNIT)
        self._fitting = self.zoom()

    def fit_width(self) -> None:
        """Show all stages side by side, as large as they fit, and keep what is seen at the top."""
        layout, top = self.shown.layout, self.mapToScene(self.viewport().rect().topLeft()).y()
        # Beside the bar that scrolls down, which comes when the map is higher than the view.
        room = self.maximumViewportSize().width() - self.verticalScrollBar().sizeHint().width()
        self.set_zoom((room - 1) / (layout.width * PIXELS_PER_UNIT))
        scale = self.transform().m11()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(round(top * scale))

    @property
    def is_fitting(self) -> bool:
        """Whether the zoom is that which shows the whole map."""
        return self.zoom() == self._fitting

    def fit_all_of(self, rectangles: list[QRectF]) -> None:
        """Show rectangles of the sheet, if there are any, as large as they fit together, up to 200 %."""
        area = QRectF()
        for rectangle in rectangles:
            area = area.united(rectangle)
        if rectangles:
            self.fit_rectangle(area, largest=2.0)

    def show_record(self, id: Id) -> None:
        """Scroll until a record is in view; of a long header its beginning, where the name stands."""
        rectangle, frozen = self.rectangle_of(id), self.frozen()
        if rectangle is not None:
            if isinstance(self.editor.document.find(id), Stage | Section):
                rectangle = beginning(rectangle, frozen, self.viewport().size())
            self._ensure_visible(rectangle.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))

    def show_where_the_cursor_is(self) -> None:
        selection, layout = self.editor.selection, self.shown.layout
        if selection.ids:
            self.show_record(selection.ids[-1])
        elif selection.cell is not None and (cell := layout.cell_rectangle(*selection.cell)):
            self._ensure_visible(cell)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A map that fitted goes on fitting in another window; scroll bars come and go without a zoom."""
        super().resizeEvent(event)
        size = self.size()
        if self.is_fitting and size != self._fitted_in:
            self.fit()
        self._fitted_in = size

    def _ensure_visible(self, rectangle: QRectF) -> None:
        frozen = self.frozen()
        self.ensureVisible(rectangle, int(frozen.left), int(frozen.top))
