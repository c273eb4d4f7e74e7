"""The preview: a page of the poster as it will be, painted by a process beside the window.

What was painted last stays to be seen, scrolled and stretched, until the strips that are painted anew come.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.language.phrases import tr
from app.pages.paper import Page
from app.publishing.previewing import PaintRequest, Strip
from app.widgets.base.keys import key_words

_AROUND = 14
"""Logical pixels of desk around the paper."""
_SMALLEST, _LARGEST = 0.01, 12.0
_A_NOTCH = 120
_MOST_PIXELS = 60_000.0
"""Logical pixels of a page's side beyond which it is not shown larger: Qt knows no widget of 2²⁴ pixels."""


class Preview(QScrollArea):
    """Shows one page, at first as large as there is room. Ctrl and the wheel zoom.

    Emits `wanted` with the Sight that is to be painted.
    """

    zoomed = Signal()
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Preview"))
        self.setProperty("role", "read")
        self.setToolTip(tr("{key} and the wheel show it larger or smaller", key=key_words("Ctrl")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Dark)
        self._paper = _Paper()
        self.setWidget(self._paper)
        self._fits = True
        self._number = self._index = 0
        self._request: PaintRequest | None = None
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._look)

    @property
    def page(self) -> Page | None:
        return self._paper.page

    @property
    def pixels(self) -> float:
        """Logical pixels for each point."""
        return self._paper.pixels

    @property
    def picture(self) -> QImage:
        """What was painted of the page so far."""
        return self._paper.picture

    @property
    def request(self) -> PaintRequest | None:
        """What is seen of the page now."""
        return self._request

    def show_page(self, page: Page | None, number: int = 0, index: int = 0) -> None:
        """Show a page of a size: that of an index, of the poster with a number (see `formats.previewing`)."""
        if page != self._paper.page or index != self._index:
            self._paper.picture = QImage()
        self._number, self._index, self._request = number, index, None
        self._paper.page = page
        self._lay_paper(self._fitting() if self._fits else self._paper.pixels)

    def take(self, strip: Strip) -> None:
        """Show what was painted, if it is still what is seen."""
        if strip.request == self._request:
            self._paper.take(strip)

    def fit(self) -> None:
        """Show the whole page."""
        self._fits = True
        self._lay_paper(self._fitting())
        self.zoomed.emit()

    def zoom(self, factor: float) -> None:
        """Show the page larger or smaller, about the middle of what is seen."""
        across, down = self._middle()
        self._fits = False
        self._lay_paper(min(max(self._paper.pixels * factor, _SMALLEST), self._largest()))
        paper, seen = self._paper.size(), self.viewport().size()
        self.horizontalScrollBar().setValue(round(across * paper.width() - seen.width() / 2))
        self.verticalScrollBar().setValue(round(down * paper.height() - seen.height() / 2))
        self.zoomed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._lay_paper(self._fitting())
        else:
            self._look()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look()

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
        width, height = page.points
        room = self.size() - QSize(2 * _AROUND, 2 * _AROUND)
        return max(min(room.width() / width, room.height() / height), _SMALLEST)

    def _largest(self) -> float:
        page = self._paper.page
        return _LARGEST if page is None else min(_LARGEST, _MOST_PIXELS / max(page.points))

    def _lay_paper(self, pixels: float) -> None:
        self._paper.pixels = pixels
        page = self._paper.page
        width, height = page.points if page else (0.0, 0.0)
        around = 2 * _AROUND
        self._paper.setFixedSize(round(width * pixels) + around, round(height * pixels) + around)
        self._paper.update()
        self._look()

    def _look(self) -> None:
        """Have painted what is seen now, if it is not what was seen before."""
        page, ratio = self._paper.page, self.devicePixelRatioF()
        if page is None or not self.isVisible():
            return
        whole = QSizeF(*page.points) * self.pixels * ratio
        seen = QRectF(QPointF(-self._paper.pos()) - QPointF(_AROUND, _AROUND), QSizeF(self.viewport().size()))
        shown = QRectF(seen.topLeft() * ratio, seen.size() * ratio).intersected(QRectF(QPointF(), whole))
        area = shown.toAlignedRect()
        request = PaintRequest(
            self._number, self._index, self.pixels * ratio,
            area.left(), area.top(), area.width(), area.height(),
        )  # fmt: skip
        if request == self._request or area.isEmpty():
            return
        self._request = request
        self._paper.turn_to(request, ratio)
        self.wanted.emit(request)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()


class _Paper(QWidget):
    """The page on the desk. `picture` is what was painted of it, `area` where that lies, in its pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.page: Page | None = None
        self.pixels = 1.0
        self.picture = QImage()
        self._area = QRect()
        self._scale = self._ratio = 1.0

    def turn_to(self, request: PaintRequest, ratio: float) -> None:
        """Make room for what is to be painted; what is known of it already is shown meanwhile."""
        area = QRect(request.left, request.top, request.width, request.height)
        picture = QImage(area.size(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        if not self.picture.isNull():
            share = request.scale / self._scale
            before = QRectF(QPointF(self._area.topLeft()) * share, QSizeF(self._area.size()) * share)
            with QPainter(picture) as painter:
                painter.drawImage(before.translated(-QPointF(area.topLeft())), self.picture)
        self.picture, self._area, self._scale, self._ratio = picture, area, request.scale, ratio
        self.update()

    def take(self, strip: Strip) -> None:
        width = strip.request.width
        image = QImage(strip.pixels, width, strip.height, 4 * width, QImage.Format.Format_RGB32)
        with QPainter(self.picture) as painter:
            painter.drawImage(0, strip.top, image)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Dark))
            if self.page is None:
                return
            width, height = (side * self.pixels for side in self.page.points)
            paper = QRectF(_AROUND, _AROUND, width, height)
            painter.fillRect(paper, Qt.GlobalColor.white)
            painter.save()
            painter.setClipRect(paper)
            painter.translate(QPoint(_AROUND, _AROUND))
            painter.scale(1 / self._ratio, 1 / self._ratio)
            painter.drawImage(self._area.topLeft(), self.picture)
            painter.restore()
            painter.setPen(QPen(QColor(0, 0, 0, 60), 1))
            painter.drawRect(paper)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
