"""Placing before a room: impact × effort with a strip above and a foot below, by hand, keys and clicker."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language.phrases import tr
from app.model.records import Persona
from app.widgets.pages.matrix.matrix_view import MatrixView
from app.widgets.room.back_row import times
from app.widgets.room.matrix.placing_foot import PlacingFoot
from app.widgets.room.matrix.placing_strip import PlacingStrip
from app.widgets.shell import Shell
from app.workshop.clock_face import face_of
from app.workshop.impact_effort import ImpactEffort
from app.workshop.show import Show

_HEIGHT = 1080.0
"""Pixels of the screen for which a unit of the drawing is one."""
_LEAST = 0.95
"""How small notes may get: their capitals are read from the back row."""
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_BLANK = (Qt.Key.Key_B, Qt.Key.Key_Period)

Others = Mapping[Qt.Key, Callable[[], None]]


class PlacingScreen(QWidget):
    """What the room sees. Keys that the plane has no use for are the show's."""

    def __init__(self, window: Shell, show: Show, others: Others) -> None:
        super().__init__()
        self._window, self._show, self._others = window, show, others
        self.placing = ImpactEffort(window.editor, self)
        self.view = MatrixView(window.editor, self.placing, _LEAST)
        self.strip, self.foot = PlacingStrip(), PlacingFoot()
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        self.placing.changed.connect(self.tell)
        self.foot.time.changed.connect(self.tell)
        window.workshop.changed.connect(self.tell)

    def fit(self) -> None:
        """Have the room's sizes on a screen as high as this one."""
        height = self._window.widget.height()
        self.strip.fit(height)
        self.foot.fit(height)
        self.view.set_scale(height / _HEIGHT * max(times(), 1.0))

    def tell(self) -> None:
        """Say how far one is."""
        if not self.isVisible():
            return
        workshop, matrix = self._window.workshop, self.placing.matrix
        item, face = workshop.item, face_of(workshop)
        is_item = item is not None and item.item_kind == "place"
        title = item.title if item is not None and is_item and item.title else tr("Impact × effort")
        question = item.instruction if item is not None and is_item else ""
        left = str(face.words) if face is not None else ""
        is_late = face is not None and (face.is_over or face.is_held)
        self.strip.tell(title, question or self._question(), left, is_late)
        step = str(face.step) if face is not None else ""
        placed = tr("{placed} of {count} placed", placed=len(matrix.placed), count=matrix.number)
        self.foot.tell(placed, step)

    def _question(self) -> str:
        """What is asked for each note, of the persona whose map it is."""
        editor = self._window.editor
        personas = [editor.document.get(Persona, id) for id in editor.journey_map.personas]
        if len(personas) == 1 and (name := personas[0].name.strip()):
            return tr("How much would {name} gain? How much work is it?", name=name.split()[0])
        return tr("How much would it bring? How much work is it?")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Escape:
            self._show.show()
        elif (key in _BLANK and not held) or (key == Qt.Key.Key_B and held == _BOTH):
            self._show.blank()
        elif key in self._others and not held:
            self._others[key]()


class PlacingState:
    """The state of the room in which notes are placed."""

    is_edited = True

    def __init__(self, window: Shell, show: Show, others: Others) -> None:
        self.widget = PlacingScreen(window, show, others)

    def begin(self) -> None:
        """Ideas, or pain points where there are no ideas; the first that waits is picked."""
        screen = self.widget
        screen.placing.pick(None)
        if not screen.placing.matrix.number:
            screen.placing.choose("pain point")
        if not screen.placing.matrix.number:
            screen.placing.choose("opportunity")
        screen.fit()
        screen.foot.time.begin()
        screen.view.setFocus()
        screen.placing.step_waiting(1)
        screen.tell()

    def end(self) -> None:
        """What is in a hand goes back."""
        self.widget.placing.put_back()
        self.widget.foot.time.end()

    def cover(self, is_blank: bool) -> None:
        """Its widget is not seen then."""
        self.widget.tell()
