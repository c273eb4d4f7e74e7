"""The history over the whole window: a slider shows the map as it was at any time, to be looked at only.

What is shown is a document of its own, so that the project goes on being what it is until one goes back.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from app.model.history import History
from app.model.past import Past, go_back
from app.widgets.buttons import heading
from app.widgets.canvas.view import CanvasView
from app.widgets.editor import Editor
from app.widgets.overlay import Overlay
from app.widgets.panels.history.steps import Steps
from app.widgets.panels.history.times import told

LIST_WIDTH = 300
MARGIN = 24


class HistoryView(Overlay):
    """Map, slider and list go together: each moves the others."""

    def __init__(self, window: QWidget, editor: Editor, tell: Callable[[str], object]) -> None:
        super().__init__(window, width=0)
        self._history = editor.history
        self._tell = tell
        self.past = Past(self._history)
        self._editor = Editor(History(self.past.document), read_only=True, parent=self)
        self._editor.show_map(editor.map)
        self.canvas = CanvasView(self._editor)
        self.canvas.setAccessibleName("The map as it was")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName("Time")
        self.slider.setRange(0, self.past.at)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.steps = Steps(self.past.steps)
        self.moment = QLabel()
        self.moment.setTextFormat(Qt.TextFormat.PlainText)
        self.back = QPushButton("Go back to this")
        self.back.setToolTip("Make the project what it was; undo takes that back")
        self.back.clicked.connect(self._go_back)
        self.leave = QPushButton("Close")
        self.leave.clicked.connect(self.dismiss)
        self._assemble()
        self.slider.valueChanged.connect(self.show_past)
        self.steps.chosen.connect(self.show_past)
        self.dismissed.connect(self._editor.close)
        self._is_read_only = editor.read_only
        self.show_past(self.past.at)
        self.slider.setFocus()

    def show_past(self, at: int) -> None:
        """Show the map as it was after so many steps."""
        self.past.go_to(at)
        self.slider.setValue(at)
        self.steps.mark(at)
        self.moment.setText(self._name())
        self.back.setEnabled(at < len(self.past.steps) and not self._is_read_only)

    def _name(self) -> str:
        step = self.past.step
        if self.past.at == len(self.past.steps):
            return "Now"
        if step is None:
            return "The beginning"
        when = told(step.at, datetime.now(UTC))
        return f"“{step.label}”, {when}" if step.act == "version" else when

    def _go_back(self) -> None:
        name = self._name()
        self.dismiss()
        go_back(self._history, self.past.document, name)
        self._tell(f"The project is as it was: {name}. Undo takes you back.")

    def _assemble(self) -> None:
        beside = QVBoxLayout()
        for widget in (heading("History"), self.steps, self.moment):
            beside.addWidget(widget)
        buttons = QHBoxLayout()
        for button in (self.back, self.leave):
            buttons.addWidget(button)
        beside.addLayout(buttons)
        side = QWidget()
        side.setFixedWidth(LIST_WIDTH)
        side.setLayout(beside)
        beside.setContentsMargins(0, 0, 0, 0)
        map_and_slider = QVBoxLayout()
        map_and_slider.addWidget(self.canvas, 1)
        map_and_slider.addWidget(self.slider)
        row = QHBoxLayout()
        row.addLayout(map_and_slider, 1)
        row.addWidget(side)
        self.column.addLayout(row)

    def _place(self) -> None:
        """As large as the window."""
        self.setGeometry(self._window.rect())
        self.card.setGeometry(self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.column.activate()
        self.canvas.fit()
