"""Tells screen readers where the cursor is on the map, which they find to be a table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.drawing.descriptions import describe, describe_cell, describe_place
from app.language.phrases import tr
from app.session.editor import Editor
from app.widgets.canvas.map_view import MapView
from app.widgets.canvas.typing.text_editor import TextEditor

if TYPE_CHECKING:
    from app.widgets.canvas.accessible.accessible_text import SpokenText
    from app.widgets.canvas.accessible.map_table import MapTable


class Speech(QObject):
    """Keeps the canvas's accessible description at what is selected, and tells of each move.

    While no assistive technology is active there is no table, and nothing is told.
    """

    def __init__(self, canvas: MapView, editor: Editor) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._editor = editor
        self._table: MapTable | None = None
        self._text: SpokenText | None = None
        editor.selection_changed.connect(self._announce)
        canvas.typing.opened.connect(self._begin_text)
        canvas.typing.closed.connect(self._end_text)
        canvas.typing.ended.connect(self._after_typing)
        canvas.shown.laid_out.connect(self._place_text)
        canvas.zoom_changed.connect(self._place_text)

    def begin(self) -> None:
        """Have the table there, and tell where the cursor is in it, should somebody listen."""
        if QAccessible.isActive():
            self._announced_by_table()

    def _begin_text(self, edited: TextEditor) -> None:
        if not QAccessible.isActive():
            return
        # Most people never need it.
        from app.widgets.canvas.accessible.accessible_text import SpokenText

        name = str(describe_place(self._editor.document, self._canvas.typing.edited or ""))
        self._text = SpokenText(self._canvas, edited, name)
        self._text.notify_focus()

    def _place_text(self, *_: object) -> None:
        if self._text is not None:
            self._text.place()

    def _end_text(self) -> None:
        text, self._text = self._text, None
        if text is not None:
            text.end()

    def _after_typing(self, how: str) -> None:
        """Back to the map; where the cursor moves on, that will be told."""
        if how not in ("next", "previous") and self._canvas.hasFocus():
            self.begin()

    def _announce(self) -> None:
        words = self._words()
        self._canvas.setAccessibleDescription(words)
        if QAccessible.isActive() and (not self._announced_by_table() or len(self._editor.selection.ids) > 1):
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))

    def _announced_by_table(self) -> bool:
        """Whether what is selected has a place in the table, which then tells of it."""
        if self._table is None:
            # Most people never need it.
            from app.widgets.canvas.accessible.map_table import MapTable

            self._table = MapTable(self._canvas, self._editor)
        return self._table.follow(self._editor.selection)

    def _words(self) -> str:
        document, (ids, cell) = self._editor.document, self._editor.selection
        if len(ids) > 1:
            return tr("{count} selected. {last}", count=len(ids), last=describe(document, ids[-1]))
        if ids:
            return str(describe(document, ids[0]))
        return str(
            describe_cell(document, *cell) if cell is not None else describe(document, self._editor.map)
        )
