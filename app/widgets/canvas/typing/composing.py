"""Dead keys and input methods on the canvas: what they compose begins a note, as any letter does.

Qt lets input methods speak to a view only while one of its items edits a text. So the canvas is opened to
them while none does, and hands what they say to the text editor that it then opens.
"""

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QInputMethodEvent

from app.model.records import Section, Stage
from app.widgets.canvas.map_view import MapView


class Composing(QObject):
    """For one canvas."""

    def __init__(self, canvas: MapView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        # Qt closes the view again whenever an item lets go of the focus, or goes.
        canvas.scene().focusItemChanged.connect(self.stay_open)
        canvas.typing.closed.connect(self.stay_open)

    def stay_open(self) -> None:
        self._canvas.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def begin(self, event: QInputMethodEvent) -> bool:
        """Have a text editor open for what is being composed. Returns whether there is one."""
        canvas = self._canvas
        if canvas.typing.edited is not None:
            return True
        is_word = bool(event.preeditString() or event.commitString())
        if is_word and not canvas.pointer.is_busy:
            self._open()
        return canvas.typing.edited is not None

    def answer(self, query: Qt.InputMethodQuery) -> object:
        """What an input method may know while no text is edited."""
        match query:
            case Qt.InputMethodQuery.ImEnabled:
                return not self._canvas.editor.read_only
            case Qt.InputMethodQuery.ImCursorRectangle:
                return self._place()
            case Qt.InputMethodQuery.ImSurroundingText | Qt.InputMethodQuery.ImCurrentSelection:
                return ""
            case Qt.InputMethodQuery.ImCursorPosition | Qt.InputMethodQuery.ImAnchorPosition:
                return 0
        return None

    def _open(self) -> None:
        """A new note; on a header, its name to be typed over."""
        canvas = self._canvas
        selected = canvas.editor.selection.ids
        record = canvas.editor.document.find(selected[-1]) if selected else None
        if isinstance(record, Stage | Section):
            canvas.edit_text(record.id)
            canvas.typing.select_all()
        else:
            canvas.start_note()

    def _place(self) -> QRect:
        """Where candidates are to be shown: at the cursor."""
        canvas = self._canvas
        selection = canvas.editor.selection
        place = canvas.rectangle_of(selection.ids[-1]) if selection.ids else None
        if place is None and selection.cell is not None:
            place = canvas.shown.layout.cell_rectangle(*selection.cell)
        if place is None:
            return QRect(canvas.viewport().rect().center(), canvas.viewport().rect().center())
        return canvas.mapFromScene(place).boundingRect().intersected(canvas.viewport().rect())
