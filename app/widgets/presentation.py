"""Shows the map to others: full screen, with everything else put away, the whole of it or stage by stage."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.widgets.main_window import MainWindow

_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Presentation(QObject):
    """Esc ends it. Page down and up go from stage to stage, the whole map before the first of them.

    What is on the map can be edited meanwhile: a facilitator types while others look.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._state = window.windowState()
        self._stage = -1
        self.is_on = False
        window.canvas.installEventFilter(self)
        window.installEventFilter(self)

    def start(self) -> None:
        window = self._window
        self.is_on = True
        self._state, self._stage = window.windowState(), -1
        parts: tuple[QWidget, ...] = (window.bar, window.status, window.left, window.right)
        self._hidden = [part for part in parts if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        window.showFullScreen()
        window.canvas.setFocus()
        window.canvas.fit()
        window.tell("Page down shows stage by stage. Esc ends the presentation.")

    def stop(self) -> None:
        """Everything is where it was."""
        if not self.is_on:
            return
        self.is_on = False
        self._window.setWindowState(self._state)
        for part in self._hidden:
            part.show()
        self._window.canvas.fit()
        self._window.actions_by_name.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.is_on:
            return False
        if event.type() == QEvent.Type.Close and watched is self._window:
            self.stop()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(Qt.Key(event.key()))
        return False

    def _take(self, key: Qt.Key) -> bool:
        canvas = self._window.canvas
        if canvas.typing.edited is not None or canvas.pointer.is_busy:
            return False
        if key == Qt.Key.Key_Escape:
            self.stop()
        elif key in _STEPS:
            self._go_to(self._stage + _STEPS[key])
        else:
            return False
        return True

    def _go_to(self, stage: int) -> None:
        """Show a stage as large as it fits, from the names of the sections to the foot of the map."""
        canvas = self._window.canvas
        layout = canvas.shown.layout
        self._stage = max(-1, min(stage, len(layout.columns) - 1))
        if self._stage < 0:
            canvas.fit()
        else:
            column = layout.columns[self._stage]
            canvas.fit_rectangle(
                QRectF(column.x, layout.stages.y, column.width, layout.legend.y - layout.stages.y)
            )
