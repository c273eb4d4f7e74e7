"""The preview: a page of the poster as it will be, painted from the very layers that are written."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.drawing.display import Texts
from app.formats.drawn_page import DrawnPage
from app.formats.page_painter import paint_page

_AROUND = 14
"""Logical pixels of desk around the paper."""
_MOST_TEXTS = 1_500
"""Beyond so many texts, those too small to be read are left out until one zooms in."""
_SMALLEST, _LARGEST = 0.01, 12.0
_A_NOTCH = 120


class Preview(QScrollArea):
    """Shows one page, at first as large as there is room. Ctrl and the wheel zoom."""

    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName("Preview")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self._paper = _Paper()
        self.setWidget(self._paper)
        self._fits = True

    @property
    def page(self) -> DrawnPage | None:
        return self._paper.page

    @property
    def pixels(self) -> float:
        """Logical pixels for each point."""
        return self._paper.pixels

    def show_page(self, page: DrawnPage | None) -> None:
        self._paper.page = page
        self._lay_paper(self._fitting() if self._fits else self._paper.pixels)

    def fit(self) -> None:
        """Show the whole page."""
        self._fits = True
        self._lay_paper(self._fitting())
        self.zoomed.emit()

    def zoom(self, factor: float) -> None:
        """Show the page larger or smaller, about the middle of what is seen."""
        across, down = self._middle()
        self._fits = False
        self._lay_paper(min(max(self._paper.pixels * factor, _SMALLEST), _LARGEST))
        paper, seen = self._paper.size(), self.viewport().size()
        self.horizontalScrollBar().setValue(round(across * paper.width() - seen.width() / 2))
        self.verticalScrollBar().setValue(round(down * paper.height() - seen.height() / 2))
        self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._lay_paper(self._fitting())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.15 ** (event.angleDelta().y() / _A_NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    def _middle(self) -> tuple[float, float]:
        """Where on the paper the middle of what is seen lies, 0–1 from its left and its top."""
        shares = []
        for bar, size, seen in (
            (self.horizontalScrollBar(), self._paper.width(), self.viewport().width()),
            (self.verticalScrollBar(), self._paper.height(), self.viewport().height()),
        ):
            shares.append(0.5 if size <= seen else (bar.value() + seen / 2) / size)
        return shares[0], shares[1]

    def _fitting(self) -> float:
        page = self._paper.page
        if page is None:
            return self._paper.pixels
        width, height = page.page.points
        room = self.size() - QSize(2 * _AROUND, 2 * _AROUND)
        return max(min(room.width() / width, room.height() / height), _SMALLEST)

    def _lay_paper(self, pixels: float) -> None:
        self._paper.pixels = pixels
        page = self._paper.page
        width, height = page.page.points if page else (0.0, 0.0)
        around = 2 * _AROUND
        self._paper.setFixedSize(round(width * pixels) + around, round(height * pixels) + around)
        self._paper.update()


class _Paper(QWidget):
    """The page on the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.page: DrawnPage | None = None
        self.pixels = 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Dark))
        if self.page is None:
            return
        width, height = (side * self.pixels for side in self.page.page.points)
        paper = QRectF(_AROUND, _AROUND, width, height)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.save()
        painter.setClipRect(paper)
        painter.translate(QPoint(_AROUND, _AROUND))
        exposed = QRectF(event.rect()).translated(-_AROUND, -_AROUND)
        paint_page(painter, self.page, self.pixels, exposed, detail=_texts_of(self.page) <= _MOST_TEXTS)
        painter.restore()
        painter.setPen(QPen(QColor(0, 0, 0, 60), 1))
        painter.drawRect(paper)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _texts_of(page: DrawnPage) -> int:
    batches = (batch for layer in page.layers for batch in layer.display_list)
    return sum(len(batch.texts) for batch in batches if isinstance(batch, Texts))
