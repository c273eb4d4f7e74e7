"""How many notes there are of each colour, and how sure they are: a button each, which selects them."""

from collections.abc import Callable, Sequence
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.language.numbers import written
from app.language.phrases import tr
from app.language.words import capitalised
from app.model.analysis.counts import Counts
from app.model.analysis.roles import placed_notes
from app.model.analysis.rounds import as_voted
from app.model.document import Document
from app.model.nouns import word
from app.model.records import Evidence, Id, Note, NoteColour
from app.model.verbs.legend import meanings
from app.model.words import shortened
from app.widgets.base.buttons import heading
from app.widgets.base.icons import icon_size
from app.widgets.base.plain_text import tip
from app.widgets.base.swatches import swatch_icon
from app.widgets.forms.chips import Flow

_EVIDENCE: tuple[Evidence | None, ...] = ("validated", "some evidence", "assumption", None)

_LONGEST = 18


class Totals(QWidget):
    """Two rows of numbers; what holds nothing is left out."""

    def __init__(self, select: Callable[[Sequence[Id]], object]) -> None:
        super().__init__()
        self._select = select
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_counts(self, document: Document, map: Id, found: Counts) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        meant = meanings(document)

        def where(field: str, value: NoteColour | Evidence | None) -> Callable[[], object]:
            return lambda: self._select(_notes_where(document, map, field, value))

        colours = []
        for colour in get_args(NoteColour):
            if not (number := found.colours[colour]):
                continue
            button = _button(
                meant.get(colour) or capitalised(word("colour", colour)), number, where("colour", colour)
            )
            button.setIcon(swatch_icon(colour, 18))
            colours.append(button)
        evidence = [
            _button(
                capitalised(word("evidence", value)) if value else tr("Not set"),
                found.evidence[value],
                where("evidence", value),
            )
            for value in _EVIDENCE
            if found.evidence[value]
        ]
        votes = [_button(tr("Votes"), found.votes, where("votes", None))] if found.votes else []
        rows = ((tr("Notes by colour"), colours), (tr("Evidence of the notes"), [*evidence, *votes]))
        self._rows = [_row(title, buttons) for title, buttons in rows if buttons]
        for row in self._rows:
            self._column.addWidget(row)


def _notes_where(document: Document, map: Id, field: str, value: str | None) -> list[Id]:
    notes: list[Note] = [placed.note for placed in placed_notes(as_voted(document), map)]
    if field == "votes":
        return [note.id for note in notes if note.votes]
    return [note.id for note in notes if getattr(note, field) == value]


def _button(words: str, number: int, select: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setText(f"{shortened(words, _LONGEST).replace('&', '&&')}  {written(number)}")
    button.setAccessibleName(tr("{name}: {number}", name=words, number=number))
    button.setToolTip(tip(tr("Select on the map: {name}", name=words)))
    button.setProperty("role", "row")
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(icon_size())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(select)
    return button


def _row(title: str, buttons: Sequence[QToolButton]) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 6, 0, 0)
    column.setSpacing(2)
    column.addWidget(heading(title))
    beside = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    beside.setSizePolicy(policy)
    flow = Flow(beside)
    # The last in a flow takes what is left of its line: none of the buttons shall.
    for widget in (*buttons, QWidget()):
        flow.addWidget(widget)
    column.addWidget(beside)
    return box
