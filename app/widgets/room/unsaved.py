"""Says to a room, and to whoever types, that what is written is not on the disk yet; typing goes on."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.language.phrases import tr
from app.widgets.room.state_tab import StateTab
from app.widgets.shell import Shell
from app.workshop.show import Show

_AMBER = QColor(143, 78, 0)
"""White can be read on it, and it can be seen on a light ground and a dark one."""
_HEIGHT = 0.074
"""Beside the height of the screen, as the strip of a state."""


class Unsaved(QWidget):
    """Over the word of a state in which something can be written, while saving fails."""

    def __init__(self, window: Shell, show: Show, top: Callable[[], QWidget | None]) -> None:
        """`top` is along whose upper edge the state's word stands; none where nothing can be written."""
        super().__init__(window.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(tr("Not saved yet"))
        self._window, self._top = window, top
        self.hide()
        window.saving.changed.connect(self.follow)
        show.changed.connect(self.follow)
        window.widget.installEventFilter(self)

    def follow(self) -> None:
        """Stand where it belongs, or nowhere."""
        top = self._top() if self._window.saving.state.has_failed else None
        self.setVisible(top is not None)
        if top is not None:
            window = self._window.widget
            self.setGeometry(0, 0, top.width(), max(round(window.height() * _HEIGHT), 1))
            self.move(top.mapTo(window, QPoint(0, 0)))
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.isHidden() and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            StateTab(QRectF(self.rect()), "triangle-alert", tr("Not saved yet")).paint(painter, _AMBER)
