"""The eight note colours as swatches, each with the glyph that tells it without colour."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from app.drawing.glyphs import GLYPHS
from app.drawing.painter import colour as painter_colour
from app.drawing.painter import painter_path
from app.drawing.theme import NOTE_FILLS, NOTE_GLYPHS, NOTE_MARK_INK
from app.language.phrases import tr
from app.language.words import capitalised
from app.model.nouns import word
from app.model.records import NoteColour
from app.widgets.base.text_size import scaled

SIDE, LEAST_SIDE = 22, 16
"""Logical pixels of a swatch at 100 %, and the least of one where room is scarce; around it is a ring."""
RING = 4
GLYPH_SCALE = 0.52
"""Logical pixels for a map unit of the glyph."""


def paint_swatch(painter: QPainter, square: QRectF, colour: NoteColour) -> None:
    """A rounded square in a note's colour with its glyph."""
    fill = painter_colour(NOTE_FILLS[colour])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(fill.darker(122), 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)
    glyph, ink = GLYPHS[NOTE_GLYPHS[colour]], painter_colour(NOTE_MARK_INK)
    pen = QPen(ink, glyph.pen, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.translate(square.center())
    painter.scale(GLYPH_SCALE * square.width() / SIDE, GLYPH_SCALE * square.width() / SIDE)
    painter.setPen(pen if glyph.pen else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if glyph.pen else ink)
    painter.drawPath(painter_path(glyph.outline))
    painter.restore()


def swatch_icon(colour: NoteColour, side: int = SIDE) -> QIcon:
    return _icon(colour, scaled(side))


@lru_cache(maxsize=64)
def _icon(colour: NoteColour, side: int) -> QIcon:
    made = QIcon()
    for ratio in (1, 2, 3):
        drawn = QPixmap(side * ratio, side * ratio)
        drawn.fill(QColor(Qt.GlobalColor.transparent))
        drawn.setDevicePixelRatio(ratio)
        painter = QPainter(drawn)
        paint_swatch(painter, QRectF(1, 1, side - 2, side - 2), colour)
        painter.end()
        made.addPixmap(drawn)
    return made


class Swatch(QAbstractButton):
    """One colour to choose, ringed while it is the chosen one."""

    def __init__(self, colour: NoteColour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Note colour: {colour}", colour=word("colour", colour)))
        self.setToolTip(capitalised(word("colour", colour)))

    def sizeHint(self) -> QSize:
        return QSize(scaled(SIDE) + 2 * RING, scaled(SIDE) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_SIDE + 2 * RING, scaled(SIDE) + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        ring = self._ring()
        if ring is not None:
            painter.setPen(ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 7, 7)
        paint_swatch(painter, area.adjusted(RING, RING, -RING, -RING), self.colour)

    def _ring(self) -> QPen | None:
        palette = self.palette()
        if self.hasFocus():
            return QPen(palette.color(QPalette.ColorRole.WindowText), 2)
        if self.isChecked():
            return QPen(palette.color(QPalette.ColorRole.Accent), 2)
        return QPen(palette.color(QPalette.ColorRole.Mid), 1) if self.underMouse() else None

    def nextCheckState(self) -> None:
        """Which one is chosen is the document's to say, not the button's."""


class SwatchRow(QWidget):
    """All eight colours in a row."""

    chosen = Signal(str)

    def __init__(
        self, colours: tuple[NoteColour, ...] = tuple(NOTE_FILLS), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.swatches = {colour: Swatch(colour, self) for colour in NOTE_FILLS}
        for swatch in self.swatches.values():
            row.addWidget(swatch)
            swatch.clicked.connect(lambda _, colour=swatch.colour: self.chosen.emit(colour))
        row.addStretch()

    def show_colour(self, colour: NoteColour | None) -> None:
        for swatch in self.swatches.values():
            swatch.setChecked(swatch.colour == colour)
