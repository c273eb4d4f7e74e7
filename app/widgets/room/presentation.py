"""Shows the map to others: full screen, with everything else put away, the whole of it or stage by stage.

What is shown is not edited, by whatever key or hand: a clicker sends letters too.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.language.phrases import tr
from app.widgets.shell import Shell

_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_PANS = (Qt.Key.Key_Space,)
"""What the canvas may still hear of: the space bar held, with which the hand moves the view."""


class Presentation(QObject):
    """Esc ends it. Page down and up go from stage to stage, the whole map before the first of them.

    The editor makes no change meanwhile, which is what keeps the map as it is; that keys and buttons without
    a meaning here do nothing at all, not even select, is for those who look on.
    """

    def __init__(self, window: Shell, beside: Sequence[QWidget]) -> None:
        """`beside` is what is put away meanwhile."""
        super().__init__(window.widget)
        self._beside = beside
        self._window = window
        self._hidden: list[QWidget] = []
        self._state = window.widget.windowState()
        self._stage = -1
        self.is_on = False
        window.canvas.installEventFilter(self)
        window.canvas.viewport().installEventFilter(self)
        window.widget.installEventFilter(self)

    def start(self) -> None:
        """What is half typed is kept, and what is half dragged stays where it was."""
        window = self._window
        window.dismiss_overlay()
        window.end_typing()
        window.canvas.pointer.cancel()
        self.is_on = True
        self._state, self._stage = window.widget.windowState(), -1
        self._hidden = [part for part in self._beside if not part.isHidden()]
        for part in self._hidden:
            part.hide()
        window.widget.showFullScreen()
        window.canvas.setFocus()
        window.editor.present(True)
        window.canvas.fit()
        window.show_message(tr("Page Down goes from stage to stage. Press Esc to end the presentation."))

    def stop(self) -> None:
        """Everything is where it was."""
        if not self.is_on:
            return
        self.is_on = False
        self._window.widget.setWindowState(self._state)
        for part in self._hidden:
            part.show()
        self._window.canvas.fit()
        self._window.editor.present(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self.is_on:
            return False
        if event.type() == QEvent.Type.Close and watched is self._window.widget:
            self.stop()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take(Qt.Key(event.key()))
        elif watched is self._window.canvas.viewport():
            return isinstance(event, QContextMenuEvent) or self._means_nothing(event)
        return False

    def _take(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.stop()
        elif key in _STEPS:
            self._go_to(self._stage + _STEPS[key])
        return key not in _PANS

    def _means_nothing(self, event: QEvent) -> bool:
        """Whether a button is pressed that would select or open something, not one that moves the view."""
        presses = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if not isinstance(event, QMouseEvent) or event.type() not in presses:
            return False
        is_left, is_press = event.button() == Qt.MouseButton.LeftButton, event.type() == presses[0]
        pans = (
            self._window.canvas.pointer.pans_with_left
            if is_left
            else event.button() == Qt.MouseButton.MiddleButton
        )
        return not (pans and is_press)

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
