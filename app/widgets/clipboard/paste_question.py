"""Asks where to put what does not fit the grid, or whether that much was meant, and shows a preview of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
)

from app.language.phrases import tr
from app.model.exchange.clippings import Clipping
from app.model.exchange.tables import Table
from app.model.words import shortened
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled
from app.widgets.shell import Shell

ROWS, COLUMNS = 5, 4
ROW_HEIGHT = 26
BORDER = 2
"""Logical pixels of the line around a table in the window's style."""

Answer = tuple[str, Callable[[], None]]
"""The words on a button, and what it does."""


class PasteQuestion(Overlay):
    """A sentence, the first cells of what would be pasted, a button for each answer; Esc pastes nothing."""

    def __init__(self, window: Shell, sentence: str, clipping: Clipping, answers: Sequence[Answer]) -> None:
        super().__init__(window.widget, width=560)
        self.words = QLabel(sentence)
        self.words.setWordWrap(True)
        self.preview = _preview(clipping)
        self.buttons = [self.answer_button(text, sentence, do) for text, do in answers]
        self.buttons.append(
            self.answer_button(tr("Cancel"), tr("Paste nothing ({key})", key=key_words("Esc")), lambda: None)
        )
        self.column.addWidget(self.words)
        self.column.addWidget(self.preview)
        self.put_answers(*self.buttons)
        self.setAccessibleName(sentence)


def _preview(clipping: Clipping) -> QTableWidget:
    """The first rows and columns, with "…" where there is more."""
    table = _beginning(clipping)
    preview = QTableWidget(len(table), len(table[0]) if table else 0)
    preview.setAccessibleName(tr("What would be pasted"))
    preview.setToolTip(tr("The beginning of what would be pasted"))
    preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    preview.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    preview.horizontalHeader().hide()
    preview.verticalHeader().hide()
    preview.horizontalHeader().setStretchLastSection(True)
    preview.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            preview.setItem(row, column, QTableWidgetItem(cell))
    preview.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    preview.setFixedHeight(scaled(ROW_HEIGHT) * max(len(table), 1) + 2 * BORDER)
    return preview


def _beginning(clipping: Clipping) -> Table:
    stages, sections = clipping.stages, clipping.sections
    if len(stages) == len(sections) == 1:
        notes = clipping.in_cell(sections[0].id, stages[0].id)
        rows = [[shortened(note.text, 60)] for note in notes[:ROWS]]
        return tuple(tuple(row) for row in (*rows, *([["…"]] if len(notes) > ROWS else [])))
    rows = [
        [
            _in_short([note.text for note in clipping.in_cell(section.id, stage.id)])
            for stage in stages[:COLUMNS]
        ]
        for section in sections[:ROWS]
    ]
    if len(stages) > COLUMNS:
        rows = [[*row, "…"] for row in rows]
    if len(sections) > ROWS:
        rows.append(["…"] * len(rows[0]))
    return tuple(tuple(row) for row in rows)


def _in_short(texts: Sequence[str]) -> str:
    return shortened(" / ".join(texts[:3]), 24)
