"""The lines of the list: a key point, to be typed over, moved and deleted; and one that is proposed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.drawing.painter import colour as painter_colour
from app.drawing.theme import DISC, SHEET
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import KeyPoint
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.text_size import scaled
from app.widgets.forms.text_fields import LineEdit, show_text
from app.widgets.pages.key_points.places import PlacesOfKeyPoint

_DISC = 26


class NumberDisc(QWidget):
    """The disc of a key point as posters have it."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.setFixedSize(scaled(_DISC), scaled(_DISC))

    def show_number(self, number: int) -> None:
        self.number = number
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        painter.setBrush(painter_colour(SHEET if dark else DISC))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(area)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(painter_colour(DISC if dark else SHEET))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self.number))


class KeyPointLine(QWidget):
    """Emits what is wanted; who made it does that, and shows the key point anew."""

    text_typed = Signal(str)
    evidence_typed = Signal(str)
    left = Signal()
    """Nothing more is typed for now."""
    shown_wanted = Signal()
    moved = Signal(int)
    delete_wanted = Signal()
    confirmed = Signal()
    place_removed = Signal(str)
    selected_added = Signal()
    """What is selected on the map is to bear its number."""

    def __init__(self) -> None:
        super().__init__()
        self.disc = NumberDisc()
        self.text = _field(tr("Sentence"), tr("What the map says, in a sentence"))
        font = self.text.font()
        font.setBold(True)
        self.text.setFont(font)
        self.evidence = _field(tr("What it rests on"), tr("What it rests on, in a line"))
        self.changed = QLabel(tr("Something that it rests on has changed since."))
        self.changed.setProperty("role", "trouble")
        self.changed.setWordWrap(True)
        self.holds = _button(tr("It still holds"), "check")
        self.holds.setText(tr("It still holds"))
        self.holds.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.show_places = _button(tr("Show it on the map"), "target")
        self.up, self.down = _button(tr("Move up"), "arrow-up"), _button(tr("Move down"), "arrow-down")
        self.delete = _button(tr("Delete key point"), "trash-2")
        self.places = PlacesOfKeyPoint()
        self.places.removed.connect(self.place_removed)
        self.places.added.connect(self.selected_added)
        self.editing = (self.up, self.down, self.delete, self.holds)
        self.text.textEdited.connect(self.text_typed)
        self.evidence.textEdited.connect(self.evidence_typed)
        for field in (self.text, self.evidence):
            field.editingFinished.connect(self.left)
            field.pasted.connect(self.left)
        self.show_places.clicked.connect(self.shown_wanted)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.delete.clicked.connect(self.delete_wanted)
        self.holds.clicked.connect(self.confirmed)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.show_places, self.up, self.down, self.delete):
            buttons.addWidget(button)
        marked = QHBoxLayout()
        marked.addWidget(self.changed, 1)
        marked.addWidget(self.holds)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.disc, 0, 0)
        grid.addWidget(self.text, 0, 1)
        grid.addLayout(buttons, 0, 2)
        grid.addWidget(self.evidence, 1, 1, 1, 2)
        grid.addWidget(self.places, 2, 1, 1, 2)
        grid.addLayout(marked, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_key_point(
        self, document: Document, key_point: KeyPoint, count: int, has_changed: bool, read_only: bool
    ) -> None:
        """Show it as one of so many."""
        self.places.show_places(document, key_point, read_only)
        number = key_point.position + 1
        self.disc.show_number(number)
        self.setAccessibleName(tr("Key point {number}", number=number))
        for field, text in ((self.text, key_point.text), (self.evidence, key_point.evidence)):
            if field.text() != text:
                show_text(field, text)
                field.setCursorPosition(0 if not field.hasFocus() else len(text))
            field.setReadOnly(read_only)
        self.changed.setVisible(has_changed)
        self.holds.setVisible(has_changed)
        self.show_places.setEnabled(bool(key_point.notes or key_point.stages or key_point.points))
        for button in self.editing:
            button.setEnabled(not read_only)
        self.up.setEnabled(not read_only and number > 1)
        self.down.setEnabled(not read_only and number < count)


def _field(name: str, placeholder: str) -> LineEdit:
    field = LineEdit(placeholder)
    field.setAccessibleName(name)
    return field


def _button(name: str, sign: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(sign, size=16))
    button.setIconSize(icon_size(16))
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setProperty("role", "small")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


class ProposalLine(QWidget):
    """A sentence that is proposed, what it rests on, and the button that takes it."""

    taken = Signal()

    def __init__(self, sentence: str, evidence: str, read_only: bool) -> None:
        super().__init__()
        words = QLabel(sentence)
        words.setWordWrap(True)
        rests_on = QLabel(evidence)
        rests_on.setWordWrap(True)
        rests_on.setProperty("role", "quiet")
        for label in (words, rests_on):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.take = QToolButton()
        self.take.setText(tr("Take"))
        self.take.setProperty("role", "outlined")
        self.take.setAccessibleName(tr("Take: {sentence}", sentence=sentence))
        self.take.setEnabled(not read_only)
        self.take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take.clicked.connect(self.taken)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words)
        if evidence:
            column.addWidget(rests_on)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(10)
        row.addLayout(column, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)

    def sizeHint(self) -> QSize:
        return QSize(scaled(480), super().sizeHint().height())
