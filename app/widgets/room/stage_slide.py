"""Paints a stage for a room: on a raised sheet half as wide as the slide, its neighbours dimmed beside it.

Everything is the layout's own drawing. What is decided here is only which part of it stands where.
"""

from collections.abc import Iterator
from functools import lru_cache, partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.fonts import set_in
from app.drawing.grid import Column
from app.drawing.painter import colour, paint
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.kind import Body
from app.drawing.styles.styled import styled
from app.drawing.text import text_block
from app.drawing.theme import ROW_LINE, SECONDARY, Colour
from app.language.phrases import phrase
from app.language.spoken import speaking
from app.model.document import Document
from app.model.records import Style
from app.widgets.room.colours import RoomColours
from app.widgets.room.curve_so_far import paint_points, paint_so_far
from app.widgets.room.held_names import paint_names
from app.widgets.room.painted_slide import Step
from app.widgets.room.room_map import RoomMap
from app.widgets.room.slide_ground import Ground
from app.widgets.room.stage_pages import Page, Slice, whole_height
from app.workshop.slides import Slide

_NOTHING = phrase("Nothing here yet")


class StageSlide:
    """A page of a stage, on a ground that is painted already."""

    def __init__(
        self, map: RoomMap, document: Document, slide: Slide, colours: RoomColours, uncovered: int | None
    ) -> None:
        """`uncovered` of its sections are seen, where not all of them are yet."""
        self._layout, self._geometry, self._document, self._colours = (
            map.layout, map.geometry, document, colours,
        )  # fmt: skip
        self._stage = slide.stage or ""
        self._number = map.number(self._stage)
        self._column = self._layout.columns[self._number]
        self._headers = map.headers
        self._page = map.pages(self._stage)[slide.page]
        self._scale = self._geometry.type.scale
        self._tops = self._geometry.tops(self._layout, self._page)
        self._shown = shown_slices(self._page, uncovered)

    def steps(self, ground: Ground) -> Iterator[Step]:
        """The lit sheet, then what is around it, and the neighbour on either side."""
        yield self._paint_lit
        yield self._paint_around
        columns = self._layout.columns
        number = columns.index(self._column)
        for index, beside, veil in zip(
            (number - 1, number + 1), self._geometry.beside, ground.veils, strict=True
        ):
            if 0 <= index < len(columns) and not beside.isEmpty():
                yield partial(self._paint_neighbour, columns[index], beside, veil)

    def _paint_lit(self, painter: QPainter) -> None:
        sheet = self._geometry.sheet
        painter.setClipRect(sheet)
        with speaking(self._layout.language), set_in(self._layout.family):
            for _, y in self._tops[1:]:
                painter.fillRect(QRectF(sheet.left(), round(y), sheet.width(), 1), colour(ROW_LINE))
            self._paint_column(painter, self._column, self._shown)
            self._paint_header(painter, self._headers.alone(self._stage))
            if not self._page:
                self._paint_nothing(painter)
            self._paint_curves(painter)

    def _paint_around(self, painter: QPainter) -> None:
        """The names of the sections, and the curve where no neighbour will be."""
        with speaking(self._layout.language), set_in(self._layout.family):
            for beside in self._geometry.beside:
                painter.setClipRect(beside)
                self._paint_hairlines(painter, beside)
                self._paint_curves(painter)
        painter.setClipping(False)
        paint_names(painter, self._geometry, self._document, self._layout, self._page, self._colours)

    def _paint_neighbour(self, column: Column, beside: QRectF, veil: QImage, painter: QPainter) -> None:
        painter.save()
        painter.setClipRect(beside)
        painter.fillRect(beside, Qt.GlobalColor.white)
        with speaking(self._layout.language), set_in(self._layout.family):
            self._paint_column(painter, column, self._shown)
            self._paint_header(painter, self._headers.beside(self._stage))
            painter.drawImage(beside.topLeft(), veil)
            self._paint_hairlines(painter, beside)
            self._paint_curves(painter)
        painter.restore()

    def _paint_hairlines(self, painter: QPainter, beside: QRectF) -> None:
        for _, y in self._tops:
            painter.fillRect(QRectF(beside.left(), round(y), beside.width(), 1), self._colours.hairline)

    def _paint_curves(self, painter: QPainter) -> None:
        """The curves, which go on beside the sheet."""
        for piece, y in self._tops:
            if piece not in self._shown or not isinstance(piece.row.body, GraphBody):
                continue
            painter.save()
            beside_names = self._geometry.area.adjusted(self._geometry.names.right(), 0, 0, 0)
            painter.setClipRect(beside_names, Qt.ClipOperation.IntersectClip)
            self._stand_at(painter, y)
            paint_so_far(painter, self._layout, piece.row.body, self._column, self._scale)
            paint_points(painter, self._layout, piece.row.body, self._column, self._scale)
            painter.restore()

    def _paint_column(self, painter: QPainter, column: Column, shown: Page) -> None:
        """What some sections of the page hold in a stage, where it stands beside the one that is lit."""
        geometry = self._geometry
        for piece, y in self._tops:
            if piece not in shown:
                continue
            painter.save()
            row = QRectF(geometry.names.right(), y, geometry.area.width(), piece.height * self._scale)
            painter.setClipRect(row, Qt.ClipOperation.IntersectClip)
            self._stand_at(painter, y)
            height = piece.height if column == self._column else whole_height(piece, column)
            painter.setClipRect(QRectF(column.x, 0, column.width, height), Qt.ClipOperation.IntersectClip)
            painter.translate(0, -piece.top)
            _paint_row(painter, piece, column, self._layout.style, self._scale)
            painter.restore()

    def _paint_header(self, painter: QPainter, header: DisplayList) -> None:
        painter.save()
        self._stand_at(painter, self._geometry.sheet.top() + self._geometry.margin)
        paint(painter, header, self._scale)
        painter.restore()

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.save()
        self._stand_at(painter, self._geometry.header_bottom(self._layout))
        block = text_block(str(_NOTHING), self._layout.sizes.scenario)
        text = Texts([PlacedText(self._column.x + 44, 40, block)], Colour(*SECONDARY[:3]))
        paint(painter, self._layout.dressed((text,)), self._scale)
        painter.restore()

    def _stand_at(self, painter: QPainter, y: float) -> None:
        """Have the painter stand where the sheet's left edge is, of which the lit stage is in its place."""
        painter.translate(self._geometry.sheet.left() - self._column.x * self._scale, y)
        painter.scale(self._scale, self._scale)


def shown_slices(page: Page, uncovered: int | None) -> Page:
    """The sections that are uncovered: from above, and the curve after all others."""
    if uncovered is None:
        return page
    order = sorted(page, key=lambda piece: piece.is_curve)
    return tuple(order[:uncovered])


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
