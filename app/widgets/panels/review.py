"""What the map still lacks, always up to date: sentences, each a step to the place that it speaks of."""

from collections.abc import Generator
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language.phrases import tr
from app.model.analysis.gaps import Gap, GapKind, gaps_in_steps
from app.model.records import Note
from app.widgets.base.buttons import heading
from app.widgets.base.glyph_icons import glyph_icon
from app.widgets.base.icons import icon_size
from app.widgets.canvas.view import CanvasView

MOST = 12
"""How many sentences are shown; the first are those that concern the whole map."""
PAUSE = 300
"""Milliseconds after the first sight of the map, and after its last change, before it is read."""
SIGNS: dict[GapKind, str] = {
    "no persona": "user",
    "review overdue": "calendar",
    "assumptions": "circle-question-mark",
    "no touchpoint": "touchpoint",
    "no evidence": "search",
    "no opportunity": "pain-point",
    "no owner": "opportunity",
    "unexplained trough": "emotion",
}


class ReviewGroup(QWidget):
    """Reads the map when it has come to rest, never while one types."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__()
        self._canvas = canvas
        self._shown: list[Gap] = []
        self._buttons: list[QToolButton] = []
        self.setAccessibleName(tr("Review of this map"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(2)
        self._column = column
        column.addWidget(heading(tr("Review of this map")))
        self._rest = QLabel()
        self._rest.setProperty("role", "quiet")
        self._rest.setWordWrap(True)
        column.addWidget(self._rest)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._begin)
        self._reading: Generator[None, None, list[Gap]] | None = None
        self._turns = QTimer(self, interval=0)
        self._turns.timeout.connect(self._go_on)
        canvas.editor.changed.connect(self._read_soon)
        canvas.editor.map_changed.connect(self._read_soon)

    def _begin(self) -> None:
        """Read the map from the start, stage by stage, so that the window goes on meanwhile."""
        editor = self._canvas.editor
        if _has_content(self._canvas):
            self._reading = gaps_in_steps(editor.document, editor.map, date.today())
            self._turns.start()
        else:
            self._show_found([])

    def _go_on(self) -> None:
        try:
            if self._reading is not None:
                next(self._reading)
        except StopIteration as end:
            self._turns.stop()
            self._show_found(end.value)

    def _show_found(self, found: list[Gap]) -> None:
        if found != self._shown or not self._buttons:
            self._shown = found
            self._list(found)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def _read_soon(self, *_: object) -> None:
        """A panel that is folded away reads nothing; what was being read is no more."""
        self._turns.stop()
        if self.isVisible():
            self._timer.start()

    def _list(self, found: list[Gap]) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(gap) for gap in found[:MOST]]
        for index, button in enumerate(self._buttons):
            self._column.insertWidget(index + 1, button)
        more = len(found) - MOST
        nothing = tr("Nothing is missing.") if _has_content(self._canvas) else tr("The map is still empty.")
        self._rest.setText(tr("and {count} more", count=more) if more > 0 else "" if found else nothing)
        self._rest.setVisible(bool(self._rest.text()))

    def _button(self, gap: Gap) -> QToolButton:
        button = _Sentence(str(gap.sentence), glyph_icon(SIGNS[gap.kind]))
        button.clicked.connect(partial(self._go_to, gap))
        return button

    def _go_to(self, gap: Gap, *_: object) -> None:
        """Select what a sentence speaks of, and show it."""
        editor = self._canvas.editor
        ids = [id for id in gap.ids if id in editor.document]
        if not ids:
            return
        editor.select(ids if isinstance(editor.document.find(ids[0]), Note) else ids[:1])
        self._canvas.show_record(ids[0])
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)


class _Sentence(QToolButton):
    """A sentence with its sign, over as many lines as a narrow panel needs."""

    def __init__(self, sentence: str, sign: QIcon) -> None:
        super().__init__()
        self.setProperty("role", "row")
        self.setAccessibleName(sentence)
        self.setToolTip(tr("Show it on the map"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        mark, words = QLabel(), QLabel(sentence)
        mark.setPixmap(sign.pixmap(icon_size(16)))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(words, 1)
        for label in (mark, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._row().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._row().minimumSize()

    def heightForWidth(self, width: int) -> int:
        return self._row().heightForWidth(width)

    def _row(self) -> QLayout:
        row = self.layout()
        assert row is not None
        return row


def _has_content(canvas: CanvasView) -> bool:
    editor = canvas.editor
    return bool(editor.document.stages(editor.map))
