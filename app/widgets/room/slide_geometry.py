"""Where a stage's slide has what."""

from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.large_type import LargeType
from app.drawing.layout import MapLayout
from app.widgets.room.stage_pages import Page, Slice

SHEET_LEFT = 0.264
"""Where the lit sheet begins, beside the slide's width."""
_MARGIN = 0.012
"""Above and below the sheet, beside the slide's height."""


class Geometry(NamedTuple):
    """Rectangles in pixels."""

    area: QRectF
    """Of the whole slide, without its foot."""
    type: LargeType

    @property
    def margin(self) -> float:
        return round(self.area.height() * _MARGIN)

    @property
    def sheet(self) -> QRectF:
        left, width = round(self.area.width() * SHEET_LEFT), self.type.stage_width * self.type.scale
        return QRectF(left, self.margin, round(width), self.area.height() - 2 * self.margin)

    @property
    def names(self) -> QRectF:
        return QRectF(0, 0, round(self.type.names_width * self.type.scale), self.area.height())

    @property
    def beside(self) -> tuple[QRectF, QRectF]:
        """Where the neighbours are seen: between the names and the sheet, and behind it."""
        sheet, left, right = self.sheet, self.names.right(), self.area.right()
        before = QRectF(left, sheet.top(), sheet.left() - left, sheet.height())
        start = min(sheet.right(), right)
        return before, QRectF(start, sheet.top(), right - start, sheet.height())

    def header_bottom(self, layout: MapLayout) -> float:
        return self.sheet.top() + self.margin + layout.stages_height * self.type.scale

    def room(self, layout: MapLayout) -> float:
        """How high a stage may be under its header, in map units."""
        free = self.sheet.bottom() - self.header_bottom(layout) - self.margin / 2
        return max(free / self.type.scale, 40.0)

    def tops(self, layout: MapLayout, page: Page) -> list[tuple[Slice, float]]:
        """Each section of a page with the pixel at which it begins."""
        found, y = [], self.header_bottom(layout)
        for piece in page:
            found.append((piece, y))
            y += piece.height * self.type.scale
        return found
