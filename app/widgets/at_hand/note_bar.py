"""The bar over the notes that are picked: what is changed while people talk is one press away.

It is gone while one types, drags or zooms, and never outside the canvas.
"""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.language.phrases import tr
from app.model.records import Note
from app.widgets.at_hand.card import SHADOW, Card
from app.widgets.at_hand.note_tools import NoteTools
from app.widgets.at_hand.standing import beside
from app.widgets.base.text_size import scaled
from app.widgets.canvas.view import CanvasView
from app.widgets.shell import Actions

HEIGHT = 42
"""Logical pixels."""
_MANY = 30
"""Notes from which on it stands beside the last one."""
_RESTS_AFTER = 250
"""Milliseconds after which a map that was zoomed is taken to be where it is to stay."""


class NoteBar(Card):
    """Stands beside what is picked, where that is notes."""

    placed = Signal()
    """The bar has come, gone, or stands elsewhere."""

    def __init__(self, canvas: CanvasView, actions: Actions) -> None:
        super().__init__(canvas)
        self.setAccessibleName(tr("Note bar"))
        self._editor = canvas.editor
        self.tools = NoteTools(canvas.editor, actions, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SHADOW)
        row.addWidget(self.tools)
        self._resting = QTimer(self, singleShot=True, interval=_RESTS_AFTER)
        self._resting.timeout.connect(self.refresh)
        self._watch()

    def _watch(self) -> None:
        editor, canvas = self._editor, self.canvas
        for signal in (editor.selection_changed, editor.changed, editor.map_changed, canvas.shown.laid_out):
            signal.connect(self.refresh)
        canvas.typing.opened.connect(self.refresh)
        canvas.typing.closed.connect(self._refresh_soon)
        canvas.zoom_changed.connect(self._rest)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.valueChanged.connect(self.refresh)
        canvas.viewport().installEventFilter(self)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is picked, where that is notes alone and they can be changed."""
        picked = self._editor.selected
        notes = picked.of(Note)
        return () if self._editor.read_only or len(notes) != len(picked.records) else notes

    @property
    def thing(self) -> QRect:
        """Where what is picked lies, in the canvas's pixels."""
        notes, found = self.notes, QRect()
        for note in notes if len(notes) <= _MANY else notes[-1:]:
            if (place := self.canvas.rectangle_of(note.id)) is not None:
                found = found.united(self.canvas.mapFromScene(place).boundingRect())
        return found.translated(self.canvas.viewport().pos())

    def refresh(self, *_: object) -> None:
        """Show what holds for the notes that are picked, beside them."""
        canvas, notes = self.canvas, self.notes
        is_dragged, is_pressed = canvas.pointer.gesture is not None, canvas.pointer.is_busy
        is_busy = canvas.typing.edited is not None or is_dragged or self._resting.isActive()
        if is_busy or not canvas.isVisible() or (not notes and not is_pressed):
            self._go()
            return
        if is_pressed:
            return  # until the button is let go: a drag may begin
        self.tools.show_notes(notes)
        if not (self.isVisible() and self.underMouse()):
            # Nothing moves under the hand.
            self._place(self.thing)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(HEIGHT) + SHADOW.top() + SHADOW.bottom())

    def _place(self, thing: QRect) -> None:
        for is_short in (False, True):
            if self.tools.is_short != is_short:
                self.tools.shorten(is_short)
                self._lay_out_again()
            if (corner := beside(thing, self.card_size(), self.room)) is not None:
                self.put(corner)
                self.placed.emit()
                return
        self._go()

    def _lay_out_again(self) -> None:
        for layout in (self.tools.layout(), self.layout()):
            if layout is not None:
                layout.invalidate()

    def _go(self) -> None:
        if not self.isHidden():
            self.leave()
            self.placed.emit()

    def _rest(self, _zoom: float) -> None:
        """While the map is zoomed it is away."""
        if not self.isHidden() or self._resting.isActive():
            self._resting.start()
            self._go()

    def _refresh_soon(self) -> None:
        QTimer.singleShot(0, self, self.refresh)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.Resize):
            self._refresh_soon()
        elif event.type() == QEvent.Type.MouseMove and self.canvas.pointer.gesture is not None:
            self._go()
        return False
