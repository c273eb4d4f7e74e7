"""Says in the status bar that a map no longer fills the paper that it was arranged for.

Nothing moves by itself: who types must not see the map change its shape.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from app.language.papers import paper_title
from app.language.phrases import tr
from app.pages.composition.still_fills import still_fills
from app.session.editor import Editor
from app.widgets.canvas.view import CanvasView


class ArrangeAgain(QToolButton):
    """Is there as long as the map that is shown does not fill its paper."""

    def __init__(self, editor: Editor, canvas: CanvasView, action: QAction) -> None:
        super().__init__()
        self._editor, self._canvas = editor, canvas
        self.setProperty("role", "text")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(action.toolTip())
        self.clicked.connect(action.trigger)
        canvas.shown.laid_out.connect(self._refresh)
        self._refresh()

    def _refresh(self, *_: object) -> None:
        layout = self._canvas.shown.layout
        arranged = layout.map.arranged
        is_told = arranged is not None and not still_fills(self._editor.document, layout)
        if arranged is not None and is_told:
            self.setText(tr("No longer fills {paper}: arrange again", paper=paper_title(arranged.paper)))
        self.setVisible(is_told and not self._editor.read_only)
