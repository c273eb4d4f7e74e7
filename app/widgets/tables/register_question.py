"""Shows what an action register that comes back would change, old beside new, before anything is kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.formats.xlsx.register_update import RegisterUpdate, Update, said
from app.language.phrases import tr, tr_context, tr_plural
from app.model.field_words import field_name
from app.model.text import one_line
from app.model.words import shortened
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.plain_text import tip
from app.widgets.base.row_tables import dress_as_rows
from app.widgets.base.text_size import scaled
from app.widgets.tables.import_question import listed_notes

_MOST_ROWS = 12
_ROW = 30
_LONGEST = 80
_NARROWEST = 128
"""Logical pixels of a column."""


class RegisterQuestion(Overlay):
    """A row for each value that is new, the rest below with the reason why it is left. Esc keeps nothing."""

    def __init__(
        self, window: QWidget, name: str, update: RegisterUpdate, keep: Callable[[], object]
    ) -> None:
        super().__init__(window, width=760)
        count = len(update.updates)
        sentence = tr_plural(
            "“{file}” changes {count} value. Take it over?",
            "“{file}” changes {count} values. Take them over?",
            count,
            file=name,
        )
        if not count:
            sentence = tr("“{file}” changes nothing that can be taken over.", file=name)
        self.setAccessibleName(sentence)
        words = QLabel(sentence)
        words.setWordWrap(True)
        self.column.addWidget(words)
        self.updates = _table(update.updates)
        self.column.addWidget(self.updates)
        self.updates.setVisible(bool(count))
        self.left = listed_notes(update.left)
        self.column.addWidget(self.left)
        self.left.setVisible(bool(update.left))
        self.update_button = self.answer_button(
            tr("Update the register"), tr("Keep all of it as one step, which undo takes back"), keep
        )
        cancel_tip = tr("Change nothing ({key})", key=key_words("Esc"))
        self.cancel = self.answer_button(tr("Cancel"), cancel_tip, lambda: None)
        self.put_answers(self.update_button, self.cancel)
        self.update_button.setVisible(bool(count))


def _table(updates: Sequence[Update]) -> QTableWidget:
    table = QTableWidget(len(updates), 4)
    table.setAccessibleName(tr("What the register changes"))
    table.setToolTip(tr("What each action says now, and what it will say"))
    headings = (
        tr_context("of the register", "Action"),
        tr_context("of the register", "What"),
        tr_context("of the register", "Now"),
        tr_context("of the register", "New"),
    )
    table.setHorizontalHeaderLabels(headings)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    dress_as_rows(table, widest=0)
    table.verticalHeader().setDefaultSectionSize(scaled(_ROW))
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.horizontalHeader().setMinimumSectionSize(scaled(_NARROWEST))
    before = ""
    for row, update in enumerate(updates):
        text = one_line(update.note.text)
        values = (
            text if update.note.id != before else "",
            str(field_name(update.field)),
            str(said(update.field, update.before)),
            str(said(update.field, update.after)),
        )
        for column, value in enumerate(values):
            item = QTableWidgetItem(shortened(value, _LONGEST))
            item.setToolTip(tip(text if column == 0 else value))
            table.setItem(row, column, item)
        before = update.note.id
    rows = min(len(updates), _MOST_ROWS)
    table.setFixedHeight(scaled(_ROW) * (rows + 1) + 2 * table.frameWidth() + 8)
    return table
