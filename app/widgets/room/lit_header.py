"""Lights the header of the stage to which a note goes that is being typed: "3> No lamp" goes to the third."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.drawing.painter import painter_path
from app.drawing.pieces import chevron
from app.drawing.theme import CHEVRON
from app.widgets.canvas.painting.mark_painting import cosmetic_pen

_WIDE = 4.0
"""Pixels of the edge."""
_INSIDE, _BEFORE, _BEHIND = 5.0, 3.5, 12.0
"""Map units between the header and what lights it, at its notch, and what a header leaves free behind it."""


class LitHeader(QWidget):
    """Lies over the header, in the view of the map."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._scale = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def light(self, header: QRectF, scale: float) -> None:
        """Lie over a header with its tip, in pixels of the view; `scale` of them are a map unit."""
        self._scale = scale
        self.setGeometry(header.adjusted(0, 0, CHEVRON * scale, 0).toAlignedRect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Within the header, and nothing over its name: that stays as it can be read.
        width, height = (QPointF(self.width(), self.height()) / self._scale).toTuple()
        outline = chevron(width - CHEVRON - _BEHIND - _BEFORE - _INSIDE, height - 2 * _INSIDE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale, self._scale)
            painter.translate(_BEFORE, _INSIDE)
            painter.strokePath(painter_path(outline), cosmetic_pen(QColor(255, 255, 255), _WIDE))
