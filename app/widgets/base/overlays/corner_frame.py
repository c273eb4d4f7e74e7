"""What lies over a corner of the canvas: bars and chips that stay there when the window is resized."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.widgets.base.panes import focus_round

MARGIN = 12


class OverCanvas(QFrame):
    """A frame in a corner of another widget. Clicks on it do not reach the map."""

    def __init__(self, over: QWidget, corner: Qt.Corner) -> None:
        super().__init__(over)
        # What it lies over may be a map, which is never mirrored.
        self.setLayoutDirection(QApplication.layoutDirection())
        self._over = over
        self._corner = corner
        over.installEventFilter(self)
        self.hide()

    def stand_in(self, corner: Qt.Corner) -> None:
        """Go to another corner."""
        self._corner = corner
        self.place()

    def place(self) -> None:
        """Take as much room as is needed, and stand in the corner."""
        area = self._over.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        hint = self.sizeHint()
        self.resize(min(hint.width(), area.width()), min(hint.height(), area.height()))
        is_right = self._corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
        is_right = is_right != self.isRightToLeft()
        is_low = self._corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)
        x = area.right() + 1 - self.width() if is_right else area.left()
        y = area.bottom() + 1 - self.height() if is_low else area.top()
        self.move(x, y)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round in here: the canvas below has another use for it."""
        return focus_round(self, next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
