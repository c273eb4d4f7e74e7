"""Shows what was made of a file before anything of it is kept, and asks whether it was meant so."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.formats.import_notes import ImportNote
from app.language.phrases import phrase, tr
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled

_KINDS = {"taken": phrase("Taken"), "guessed": phrase("Guessed"), "left out": phrase("Left out")}
_ICONS = {"taken": "check", "guessed": "triangle-alert", "left out": "info"}
_MOST_ROWS = 12
_ROW = 30


class Answer(NamedTuple):
    """The words on a button, more of that, and what it does."""

    text: str
    tip: str
    do: Callable[[], object]


class ImportQuestion(Overlay):
    """A sentence, the notes on an import, a button for each way to keep what was read, and one not to.

    Esc keeps nothing.
    """

    def __init__(
        self, window: QWidget, sentence: str, notes: Sequence[ImportNote], answers: Sequence[Answer]
    ) -> None:
        super().__init__(window, width=620)
        self.setAccessibleName(sentence)
        words = QLabel(sentence)
        words.setWordWrap(True)
        self.notes = listed_notes(notes)
        self.answers = [self.answer_button(*answer) for answer in answers]
        self.cancel = self.answer_button(
            tr("Cancel"), tr("Add nothing ({key})", key=key_words("Esc")), lambda: None
        )
        self.column.addWidget(words)
        self.column.addWidget(self.notes)
        self.notes.setVisible(bool(notes))
        self.put_answers(*self.answers, self.cancel)


def listed_notes(notes: Sequence[ImportNote]) -> QListWidget:
    shown = QListWidget()
    shown.setAccessibleName(tr("How the file was read"))
    shown.setToolTip(tr("What was taken as what, what was guessed, and what was left out"))
    shown.setWordWrap(True)
    shown.setIconSize(icon_size(15))
    shown.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for note in notes:
        item = QListWidgetItem(icon(_ICONS[note.kind], size=15), str(note.words))
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            tr("{kind}: {note}", kind=_KINDS[note.kind], note=str(note.words)),
        )
        shown.addItem(item)
    shown.setFixedHeight(scaled(_ROW) * min(len(notes), _MOST_ROWS) + 2 * shown.frameWidth() + 4)
    return shown
