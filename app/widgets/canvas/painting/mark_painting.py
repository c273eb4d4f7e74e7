"""What lies over the map and is never printed: selection, cursor, hover, landing mark, hints."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.drawing.display import Outline, PlacedText, Texts
from app.drawing.layout import MapLayout
from app.drawing.painter import paint, painter_path
from app.drawing.pieces import chevron
from app.drawing.text import text_block
from app.drawing.theme import (
    ACCENT,
    CELL_PADDING,
    NOTE_RADIUS,
    SECONDARY,
    STAGE_HEIGHT,
    STAGE_NAME,
    STAGE_WIDTH,
    SUBTITLE,
    Colour,
)
from app.language.phrases import tr, tr_context

ACCENT_COLOUR = QColor(*ACCENT[:3])
_HOVER = QColor(*ACCENT[:3], 90)
MANY_RINGS = 500
"""Rings in view from which on nobody sees whether their corners are round."""
_EDGED_RINGS = 30
"""Rings up to which each has its white edge: headers are selected one by one, and notes lie on white."""
_READABLE = 15.0
"""Pixels that the type of a hint has at least."""
_TINT = QColor(*ACCENT[:3], 26)


def cosmetic_pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen as wide as `width` pixels of the screen at every zoom."""
    pen = QPen(colour, width, style)
    pen.setCosmetic(True)
    return pen


def paint_selected(painter: QPainter, rings: Sequence[QRectF], gap: float) -> None:
    """Rings around what is selected, `gap` map units away from it."""
    paint_rings(painter, rings, ACCENT_COLOUR, 2, NOTE_RADIUS + gap)


def paint_rings(
    painter: QPainter, rings: Sequence[QRectF], colour: QColor, width: float, radius: float
) -> None:
    """Rings, `width` pixels thick. Very many are thin and square, which costs a quarter."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(rings) <= MANY_RINGS:
        painter.setPen(cosmetic_pen(colour, width))
        for ring in rings:
            painter.drawRoundedRect(ring, radius, radius)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(cosmetic_pen(colour, 1))
    painter.drawRects(rings)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_hovered(painter: QPainter, rectangle: QRectF) -> None:
    painter.setPen(cosmetic_pen(_HOVER, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rectangle.adjusted(-3, -3, 3, 3), NOTE_RADIUS + 3, NOTE_RADIUS + 3)


def paint_cursor(painter: QPainter, cell: QRectF, next_note: QRectF | None) -> None:
    """The cell in which the cursor stands, and where a note typed now would stand: outlined, never tinted."""
    painter.setPen(cosmetic_pen(ACCENT_COLOUR, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cell.adjusted(5, 5, -5, -5), 10, 10)
    if next_note is not None:
        painter.setPen(cosmetic_pen(_HOVER, 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(next_note, NOTE_RADIUS, NOTE_RADIUS)


def paint_landing(painter: QPainter, mark: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ACCENT_COLOUR)
    painter.drawRoundedRect(mark, 3, 3)


def paint_rubber_band(painter: QPainter, band: QRectF) -> None:
    painter.setPen(cosmetic_pen(ACCENT_COLOUR, 1))
    painter.setBrush(_TINT)
    painter.drawRect(band)


def paint_hints(painter: QPainter, layout: MapLayout, scale: float) -> None:
    """What an empty map shows, so that it is never a blank: ghost stages and a line on what to do."""
    left = layout.sizes.section_column
    if layout.columns:
        if not layout.rows:
            below = layout.stages.y + layout.stages_height + 60
            _draw_hint(painter, tr("Add a section to this map."), left, below, scale)
        return
    ghosts = (
        tr_context("stage", "Before"),
        tr_context("stage", "During"),
        tr_context("stage", "After"),
    )
    for index, name in enumerate(ghosts):
        place = QPointF(left + index * STAGE_WIDTH, layout.stages.y)
        outline: Outline = chevron(STAGE_WIDTH - 9, STAGE_HEIGHT)
        painter.translate(place)
        painter.setPen(cosmetic_pen(QColor(*SECONDARY[:3], 110), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(painter_path(outline))
        block = text_block(name, STAGE_NAME)
        text = PlacedText(56, (STAGE_HEIGHT - block.height) / 2, block)
        paint(painter, (Texts([text], Colour(*SECONDARY[:3], 0.55)),), scale)
        painter.translate(-place)
    _draw_hint(
        painter,
        tr("Type the name of the first stage and press Enter."),
        left,
        layout.stages.y + STAGE_HEIGHT + 60,
        scale,
    )


def next_place(cell: QRectF, wanted: QSizeF) -> QRectF:
    """Where what is put next into an empty cell would stand, if it is as large as that."""
    width = min(wanted.width(), cell.width() - 2 * CELL_PADDING)
    height = min(wanted.height(), cell.height() - 2 * CELL_PADDING)
    return QRectF(cell.left() + CELL_PADDING, cell.top() + CELL_PADDING, width, height)


def _draw_hint(painter: QPainter, text: str, left: float, y: float, scale: float) -> None:
    """Say something on the sheet, never smaller than can be read."""
    larger = max(1.0, _READABLE / (SUBTITLE.size * scale))
    painter.save()
    painter.translate(left, y)
    painter.scale(larger, larger)
    paint(painter, (Texts([PlacedText(0, 0, text_block(text, SUBTITLE))], SECONDARY),), scale * larger)
    painter.restore()
