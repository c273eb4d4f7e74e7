"""A persona as a small disc: their picture, or their colour with initials."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPixmap

from app.drawing.decoded import decoded_pictures
from app.drawing.images import middle_square
from app.drawing.theme import INK, SHEET, Colour, contrast
from app.model.pictures import PictureStore
from app.model.records import Persona
from app.model.verbs.personas import initials
from app.widgets.base.text_size import scaled

SIDE = 26
"""Logical pixels at 100 %."""


def avatar(persona: Persona, store: PictureStore, side: int = SIDE) -> QIcon:
    made, side = QIcon(), scaled(side)
    for ratio in (1, 2, 3):
        drawn = QPixmap(side * ratio, side * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(Qt.GlobalColor.transparent))
        painter = QPainter(drawn)
        if not _paint_picture(painter, QRectF(0, 0, side, side), persona, store, ratio):
            paint_avatar(painter, QRectF(0, 0, side, side), persona)
        painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            made.addPixmap(drawn, mode)
    return made


def _paint_picture(
    painter: QPainter, square: QRectF, persona: Persona, store: PictureStore, ratio: int
) -> bool:
    """The middle of the persona's picture within a circle. Returns whether there is one to be seen."""
    side = square.width() * ratio
    image = decoded_pictures.soon(store, persona.picture, 2 * side) if persona.picture else None
    if image is None:
        return False
    disc = QPainterPath()
    disc.addEllipse(square)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(disc)
    painter.drawImage(square, image, QRectF(middle_square(image)))
    return True


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
