"""A persona as a small disc: the persona's colour with initials."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from app.drawing.theme import INK, SHEET, Colour, contrast
from app.model.personas import initials
from app.model.records import Persona

SIDE = 26


def avatar(persona: Persona, side: int = SIDE) -> QIcon:
    made = QIcon()
    for ratio in (1, 2, 3):
        drawn = QPixmap(side * ratio, side * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(drawn)
        paint_avatar(painter, QRectF(0, 0, side, side), persona)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(drawn, mode)
    return made


def paint_avatar(painter: QPainter, square: QRectF, persona: Persona) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(persona.colour))
    painter.drawEllipse(square)
    font = QFont(painter.font())
    font.setPixelSize(max(round(square.width() * 0.38), 1))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    fill = Colour.of(persona.colour)
    ink = max((INK, SHEET), key=lambda candidate: contrast(candidate, fill))
    painter.setPen(QColor(ink.red, ink.green, ink.blue))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, initials(persona.name))
