"""Paints a stage for a room: on a raised sheet half as wide as the slide, its neighbours dimmed beside it.

Everything is the layout's own drawing. What is decided here is only which part of it stands where.
"""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from app.drawing.display import DisplayList, Paths, PlacedText, Texts
from app.drawing.fonts import set_in
from app.drawing.grid import Column
from app.drawing.large_type import LargeType
from app.drawing.layout import MapLayout
from app.drawing.painter import colour, paint
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.kind import Body
from app.drawing.sizes import Sizes
from app.drawing.stages import draw_stages
from app.drawing.styles.styled import styled
from app.drawing.text import text_block
from app.drawing.theme import CHEVRON, ROW_LINE, SECONDARY, SHADOW_FAR, Colour
from app.language.phrases import phrase
from app.language.spoken import speaking
from app.model.records import Style
from app.widgets.room.colours import RoomColours
from app.widgets.room.curve_so_far import paint_points, paint_so_far
from app.widgets.room.stage_pages import Page, Slice
from app.widgets.room.veil import paint_veil

SHEET_LEFT = 0.264
"""Where the lit sheet begins, beside the slide's width."""
_MARGIN = 0.012
"""Above and below the sheet, beside the slide's height."""
_FADES = 0.07
_RADIUS = 10.0
_SHADOWS = (14, 10, 6, 3)
"""How far each of the layers of its shadow reaches, in pixels."""
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

    @property
    def beside(self) -> tuple[QRectF, QRectF]:
        """Where the neighbours are seen: between the names and the sheet, and behind it."""
        sheet, left, right = self.sheet, self.names.right(), self.area.right()
        before = QRectF(left, sheet.top(), sheet.left() + _RADIUS - left, sheet.height())
        start = min(sheet.right() - _RADIUS, right)
        return before, QRectF(start, sheet.top(), right - start, sheet.height())

    @property
    def edges(self) -> tuple[QRectF, QRectF]:
        """What nothing stands on, above and below the sheet."""
        area, sheet = self.area, self.sheet
        above = QRectF(area.topLeft(), QPointF(area.right(), sheet.top()))
        return above, QRectF(QPointF(area.left(), sheet.bottom()), area.bottomRight())

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
    for edge in geometry.edges:
        painter.fillRect(edge, colours.around)
    shown = shown_slices(page, uncovered)
    with speaking(layout.language), set_in(layout.family):
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
    width, number = geometry.area.width() * _FADES, layout.columns.index(column)
    before, behind = geometry.beside
    painter.save()
    painter.setClipRegion(QRegion(before.toAlignedRect()) + QRegion(behind.toAlignedRect()))
    for beside, other in ((before, number - 1), (behind, number + 1)):
        painter.fillRect(beside, Qt.GlobalColor.white)
        if 0 <= other < len(layout.columns):
            _paint_column(painter, geometry, layout, column, layout.columns[other], page)
    _paint_header(painter, geometry, layout, column, is_alone=False)
    for beside, fade in ((before, width), (behind, -1.5 * width)):
        if not beside.isEmpty():
            paint_veil(painter, beside, colours.around, fade)
    painter.restore()
    for _, y in tops(geometry, layout, page):
        painter.fillRect(QRectF(0, round(y), geometry.area.width(), 1), colours.hairline)


def _paint_sheet(
    painter: QPainter, geometry: Geometry, layout: MapLayout, column: Column, page: Page, shown: Page
) -> None:
    sheet = geometry.sheet
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_shadow(painter, sheet)
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


def _paint_shadow(painter: QPainter, sheet: QRectF) -> None:
    """Around the sheet, and under its corners: what it covers is not painted."""
    covered = sheet.adjusted(_RADIUS, _RADIUS, -_RADIUS, -_RADIUS).toAlignedRect()
    around = sheet.adjusted(-_SHADOWS[0], -_SHADOWS[0], _SHADOWS[0], _SHADOWS[0]).toAlignedRect()
    painter.save()
    painter.setClipRegion(QRegion(around) - QRegion(covered), Qt.ClipOperation.IntersectClip)
    for reach in _SHADOWS:
        painter.setBrush(QColor(*SHADOW_FAR[:3], 10))
        painter.drawRoundedRect(
            sheet.adjusted(-reach, -reach / 2, reach, reach), _RADIUS + reach, _RADIUS + reach
        )
    painter.restore()


def _paint_curve(
    painter: QPainter, geometry: Geometry, layout: MapLayout, column: Column, body: GraphBody, y: float
) -> None:
    scale = geometry.type.scale
    painter.save()
    beside = geometry.area.adjusted(geometry.names.right(), 0, 0, 0)
    painter.setClipRect(beside)
    _stand_at(painter, geometry, column, y)
    paint_so_far(painter, layout, body, column, scale)
    paint_points(painter, layout, body, column, scale)
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
        _paint_row(painter, piece, column, layout.style, scale)
        painter.restore()


def _paint_row(painter: QPainter, piece: Slice, column: Column, style: Style | None, scale: float) -> None:
    body = piece.row.body
    if isinstance(body, GraphBody):
        paint(painter, _dressed_graph(body, style), scale)
        return
    exposed = QRectF(column.x, piece.top, column.width, piece.height)
    height = piece.row.height
    for number, span in enumerate(body.pieces(height)):
        if span.left < column.right and span.right > column.x:
            paint(painter, _dressed(body, height, number, style), scale, exposed)


@lru_cache(maxsize=256)
def _dressed(body: Body, height: float, number: int, style: Style | None) -> DisplayList:
    """A piece in the style of the map, remembered for the stages beside it."""
    return styled(body.pieces(height)[number].display_list, style)


@lru_cache(maxsize=8)
def _dressed_graph(body: GraphBody, style: Style | None) -> DisplayList:
    return styled(body.still, style)


def _paint_header(
    painter: QPainter, geometry: Geometry, layout: MapLayout, lit: Column, is_alone: bool
) -> None:
    """Paint the headers of all stages, or that of the lit one alone: no tip of another reaches into it."""
    painter.save()
    _stand_at(painter, geometry, lit, geometry.sheet.top() + geometry.margin)
    has_tip = layout.style is None or layout.style.header_shape == "chevron"
    headers = _headers(layout.columns, lit, layout.sizes, is_alone, has_tip)
    paint(painter, layout.dressed(headers), geometry.type.scale)
    painter.restore()


@lru_cache(maxsize=8)
def _headers(
    columns: tuple[Column, ...], lit: Column, sizes: Sizes, is_alone: bool, has_tip: bool
) -> DisplayList:
    """The headers, that of the lit stage within the sheet, with its tip where the style has one."""
    tip = CHEVRON if has_tip else _HEADER_GAP / 2
    inside = lit._replace(x=lit.x + _INSET, width=lit.width - 2 * _INSET - tip + _HEADER_GAP)
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
    paint(painter, layout.dressed((text,)), geometry.type.scale)
    painter.restore()
