"""Placing before a room: impact × effort with a strip above and a foot below, by hand, keys and clicker."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language.phrases import tr
from app.model.records import Persona
from app.widgets.pages.matrix.matrix_view import MatrixView
from app.widgets.room.back_row import times
from app.widgets.room.clock.room_keys import RoomKeys
from app.widgets.room.clock.ticking import Ticking
from app.widgets.room.matrix.placing_foot import PlacingFoot
from app.widgets.room.matrix.placing_strip import PlacingStrip
from app.widgets.shell import Shell
from app.workshop.impact_effort import ImpactEffort
from app.workshop.show import Show

_HEIGHT = 1080.0
"""Pixels of the screen for which a unit of the drawing is one."""
_LEAST = 0.95
"""How small notes may get: their capitals are read from the back row."""
_BLANK = (Qt.Key.Key_B, Qt.Key.Key_Period)

Others = Mapping[Qt.Key, Callable[[], None]]


class PlacingScreen(QWidget):
    """What the room sees. Keys that the plane has no use for are the show's."""

    def __init__(self, window: Shell, show: Show, ticking: Ticking, keys: RoomKeys, others: Others) -> None:
        super().__init__()
        self._window, self._show, self._others = window, show, others
        self._ticking, self._keys = ticking, keys
        self.placing = ImpactEffort(window.editor, self)
        self.view = MatrixView(window.editor, self.placing, _LEAST)
        self.view.shows_focus = False
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
        ticking.changed.connect(self.tell)

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
        face, matrix = self._ticking.face, self.placing.matrix
        is_asked = face is not None and face.item_kind == "place"
        title = face.title if face is not None and is_asked else ""
        question = face.instruction if face is not None and is_asked else ""
        self.strip.tell(title or tr("Impact × effort"), question or self._question(), face)
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
        if self._keys.take(event) or self._keys.take_sign(event) or event.isAutoRepeat():
            return
        if key == Qt.Key.Key_Escape:
            self._show.show()
        elif key in _BLANK and not held:
            self._show.blank()
        elif key in self._others and not held:
            self._others[key]()


class PlacingState:
    """The state of the room in which notes are placed."""

    is_edited = True

    def __init__(self, window: Shell, show: Show, ticking: Ticking, keys: RoomKeys, others: Others) -> None:
        self.widget = PlacingScreen(window, show, ticking, keys, others)
        self.top = self.widget

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
