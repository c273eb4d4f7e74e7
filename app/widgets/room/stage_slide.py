"""Paints a stage for a room: on a raised sheet half as wide as the slide, its neighbours dimmed beside it.

Everything is the layout's own drawing. What is decided here is only which part of it stands where.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from app.drawing.display import DisplayList, Paths, PlacedText, Texts
from app.drawing.grid import Column
from app.drawing.large_type import LargeType
from app.drawing.layout import MapLayout
from app.drawing.painter import colour, paint
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sizes import Sizes
from app.drawing.stages import draw_stages
from app.drawing.text import text_block
from app.drawing.theme import CHEVRON, ROW_LINE, SECONDARY, SHADOW_FAR, Colour
from app.language.phrases import phrase
from app.language.spoken import speaking
from app.widgets.room.colours import RoomColours
from app.widgets.room.curve_so_far import paint_points, paint_so_far
from app.widgets.room.stage_pages import Page, Slice

SHEET_LEFT = 0.264
"""Where the lit sheet begins, beside the slide's width."""
_MARGIN = 0.012
"""Above and below the sheet, beside the slide's height."""
_DIMMED = 0.67
"""How much of a neighbour is hidden."""
_FADES = 0.07
_RADIUS = 10.0
_INSET = 8.0
_HEADER_GAP = 9.0
"""What a header leaves free behind it."""
_NOTHING = phrase("Nothing here yet")


class Geometry(NamedTuple):
    """Where a stage's slide has what, in pixels."""

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

    def header_bottom(self, layout: MapLayout) -> float:
        return self.sheet.top() + self.margin + layout.stages_height * self.type.scale

    def room(self, layout: MapLayout) -> float:
        """How high a stage may be under its header, in map units."""
        free = self.sheet.bottom() - self.header_bottom(layout) - self.margin / 2
        return max(free / self.type.scale, 40.0)


def paint_stage(
    painter: QPainter,
    geometry: Geometry,
    layout: MapLayout,
    column: Column,
    page: Page,
    colours: RoomColours,
    uncovered: int | None = None,
) -> None:
    """Paint a page of a stage; `uncovered` of its sections where not all of them are shown yet."""
    painter.fillRect(geometry.area, colours.around)
    shown = shown_slices(page, uncovered)
    with speaking(layout.language):
        _paint_neighbours(painter, geometry, layout, column, page, colours)
        _paint_sheet(painter, geometry, layout, column, page, shown)


def shown_slices(page: Page, uncovered: int | None) -> Page:
    """The sections that are uncovered: from above, and the curve after all others."""
    if uncovered is None:
        return page
    order = sorted(page, key=lambda piece: piece.is_curve)
    return tuple(order[:uncovered])


def tops(geometry: Geometry, layout: MapLayout, page: Page) -> list[tuple[Slice, float]]:
    """Each section with the pixel at which it begins."""
    found, y = [], geometry.header_bottom(layout)
    for piece in page:
        found.append((piece, y))
        y += piece.height * geometry.type.scale
    return found


def _paint_neighbours(
    painter: QPainter,
    geometry: Geometry,
    layout: MapLayout,
    column: Column,
    page: Page,
    colours: RoomColours,
) -> None:
    """The sheet beside the lit stage, as far as the slide goes, at a third of its strength."""
    painter.save()
    around, sheet = geometry.area, geometry.sheet
    beside = QRectF(
        geometry.names.right(), sheet.top(), around.right() - geometry.names.right(), sheet.height()
    )
    painter.setClipRect(beside)
    painter.fillRect(beside, Qt.GlobalColor.white)
    number = layout.columns.index(column)
    for other in layout.columns[max(number - 1, 0) : number + 2]:
        if other is not column:
            _paint_column(painter, geometry, layout, column, other, page)
    _paint_header(painter, geometry, layout, column, is_alone=False)
    veil = QColor(colours.around)
    veil.setAlphaF(_DIMMED)
    painter.fillRect(beside, veil)
    _fade(painter, beside, colours, geometry.area.width() * _FADES)
    painter.restore()
    for _, y in tops(geometry, layout, page):
        painter.fillRect(QRectF(0, round(y), around.width(), 1), colours.hairline)


def _fade(painter: QPainter, beside: QRectF, colours: RoomColours, width: float) -> None:
    clear = QColor(colours.around)
    clear.setAlphaF(0.0)
    for edge, inner in (
        (beside.left(), beside.left() + width),
        (beside.right(), beside.right() - 1.5 * width),
    ):
        gradient = QLinearGradient(edge, 0, inner, 0)
        gradient.setColorAt(0, colours.around)
        gradient.setColorAt(1, clear)
        strip = QRectF(QPointF(min(edge, inner), beside.top()), QPointF(max(edge, inner), beside.bottom()))
        painter.fillRect(strip, gradient)


def _paint_sheet(
    painter: QPainter, geometry: Geometry, layout: MapLayout, column: Column, page: Page, shown: Page
) -> None:
    sheet = geometry.sheet
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for reach in (14, 10, 6, 3):
        painter.setBrush(QColor(*SHADOW_FAR[:3], 10))
        painter.drawRoundedRect(
            sheet.adjusted(-reach, -reach / 2, reach, reach), _RADIUS + reach, _RADIUS + reach
        )
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(sheet, _RADIUS, _RADIUS)
    painter.setClipRect(sheet)
    for _, y in tops(geometry, layout, page)[1:]:
        painter.fillRect(QRectF(sheet.left(), round(y), sheet.width(), 1), colour(ROW_LINE))
    _paint_column(painter, geometry, layout, column, column, page, shown)
    _paint_header(painter, geometry, layout, column, is_alone=True)
    if not page:
        _paint_nothing(painter, geometry, layout)
    painter.restore()
    for piece, y in tops(geometry, layout, page):
        if piece in shown and isinstance(piece.row.body, GraphBody):
            _paint_curve(painter, geometry, layout, column, piece.row.body, y)


def _paint_curve(
    painter: QPainter, geometry: Geometry, layout: MapLayout, column: Column, body: GraphBody, y: float
) -> None:
    scale = geometry.type.scale
    painter.save()
    beside = geometry.area.adjusted(geometry.names.right(), 0, 0, 0)
    painter.setClipRect(beside)
    _stand_at(painter, geometry, column, y)
    paint_so_far(painter, layout, body, column, scale)
    paint_points(painter, body, column, scale)
    painter.restore()


def _paint_column(
    painter: QPainter,
    geometry: Geometry,
    layout: MapLayout,
    lit: Column,
    column: Column,
    page: Page,
    shown: Page | None = None,
) -> None:
    """What the sections of a page hold in a stage, where it stands beside the one that is lit."""
    scale = geometry.type.scale
    for piece, y in tops(geometry, layout, page):
        if shown is not None and piece not in shown:
            continue
        painter.save()
        height = piece.height * scale
        painter.setClipRect(
            QRectF(geometry.names.right(), y, geometry.area.width(), height), Qt.ClipOperation.IntersectClip
        )
        _stand_at(painter, geometry, lit, y)
        painter.setClipRect(QRectF(column.x, 0, column.width, piece.height), Qt.ClipOperation.IntersectClip)
        painter.translate(0, -piece.top)
        _paint_row(painter, piece, column, scale)
        painter.restore()


def _paint_row(painter: QPainter, piece: Slice, column: Column, scale: float) -> None:
    body = piece.row.body
    if isinstance(body, GraphBody):
        paint(painter, body.still, scale)
        return
    exposed = QRectF(column.x, piece.top, column.width, piece.height)
    for span in body.pieces(piece.row.height):
        if span.left < column.right and span.right > column.x:
            paint(painter, span.display_list, scale, exposed)


def _paint_header(
    painter: QPainter, geometry: Geometry, layout: MapLayout, lit: Column, is_alone: bool
) -> None:
    """Paint the headers of all stages, or that of the lit one alone: no tip of another reaches into it."""
    painter.save()
    _stand_at(painter, geometry, lit, geometry.sheet.top() + geometry.margin)
    headers = _headers(layout.columns, lit, layout.sizes, is_alone)
    paint(painter, layout.dressed(headers), geometry.type.scale)
    painter.restore()


@lru_cache(maxsize=8)
def _headers(columns: tuple[Column, ...], lit: Column, sizes: Sizes, is_alone: bool) -> DisplayList:
    """The headers, that of the lit stage with its tip within the sheet."""
    inside = lit._replace(x=lit.x + _INSET, width=lit.width - 2 * _INSET - CHEVRON + _HEADER_GAP)
    drawn = draw_stages([inside if column == lit else column for column in columns], sizes)[1]
    if not is_alone:
        return drawn
    within = (inside.x, inside.right)
    return tuple(
        each for each in drawn if not isinstance(each, Paths) or within[0] <= each.places[0].x() <= within[1]
    )


def _stand_at(painter: QPainter, geometry: Geometry, lit: Column, y: float) -> None:
    """Have the painter stand where the sheet's left edge is, of which the lit stage is in its place."""
    scale = geometry.type.scale
    painter.translate(geometry.sheet.left() - lit.x * scale, y)
    painter.scale(scale, scale)


def _paint_nothing(painter: QPainter, geometry: Geometry, layout: MapLayout) -> None:
    painter.save()
    block = text_block(str(_NOTHING), layout.sizes.scenario)
    painter.translate(geometry.sheet.left(), geometry.header_bottom(layout))
    painter.scale(geometry.type.scale, geometry.type.scale)
    text = Texts([PlacedText(44, 40, block)], Colour(*SECONDARY[:3]))
    paint(painter, (text,), geometry.type.scale)
    painter.restore()
