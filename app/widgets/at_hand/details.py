"""The details of the notes that are picked, in a card beside the note bar."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.drawing.sections.notes.notes_form import FORM
from app.language.phrases import tr, tr_context
from app.widgets.at_hand.card import SHADOW, Card
from app.widgets.at_hand.note_bar import NoteBar
from app.widgets.at_hand.standing import next_to
from app.widgets.base.buttons import headed, heading
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.text_size import scaled
from app.widgets.forms.built import lines_of
from app.widgets.forms.form import Form

FIELDS = ("description", "tags", "source", "link", "due", "owner")
WIDTH = 256
"""Logical pixels."""
IN_ROOM = 1.5
"""How much wider it is where a room looks on; the style sheet has its type larger."""


class Details(Card):
    """A form for as long as the bar stands there."""

    def __init__(self, bar: NoteBar) -> None:
        super().__init__(bar.canvas)
        self._bar = bar
        self.setObjectName("details")
        self.setProperty("room", False)
        self.setAccessibleName(tr_context("of notes", "Details"))
        close = QToolButton(self)
        close.setIcon(icon("x"))
        close.setIconSize(icon_size(14))
        close.setProperty("role", "small")
        close.setAccessibleName(tr("Close the details"))
        close.setToolTip(tr("Close the details"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_details)
        column = QVBoxLayout(self)
        column.setContentsMargins(
            SHADOW.left() + 14, SHADOW.top() + 10, SHADOW.right() + 14, SHADOW.bottom() + 14
        )
        column.setSpacing(8)
        column.addLayout(headed(heading(tr_context("of notes", "Details")), close))
        known = [each for line in FORM for each in (line if isinstance(line, tuple) else (line,))]
        wanted = [field for name in FIELDS for field in known if field.name == name]
        self.form = Form(bar.canvas.editor, lines_of(tuple(wanted), bar.canvas.editor))
        column.addWidget(self.form)
        bar.placed.connect(self._follow)

    @property
    def fits(self) -> bool:
        """Whether the canvas has room for all of it; it is larger where a room looks on, if that has room."""
        self._enlarge(self.canvas.shown.large_type is not None)
        if not self._has_room:
            self._enlarge(False)
        return self._has_room

    @property
    def _has_room(self) -> bool:
        room, size = self.room.size(), self.card_size()
        return size.width() <= room.width() and size.height() <= room.height()

    def _enlarge(self, is_enlarged: bool) -> None:
        if self.property("room") == is_enlarged:
            return
        self.setProperty("room", is_enlarged)
        for part in (self, *self.findChildren(QWidget)):
            part.style().unpolish(part)
            part.style().polish(part)
            part.updateGeometry()
        # Or it would be as high as before until the next turn of the loop.
        for layout in (self.form.layout(), self.layout()):
            if layout is not None:
                layout.invalidate()
                layout.activate()

    def open(self, field: str) -> None:
        """Show the details of what is picked, ready to type into a field."""
        self.form.show_records(tuple(note.id for note in self._bar.notes))
        self._place()
        self.form.focus_field(field or FIELDS[0])

    def close_details(self) -> None:
        self.form.show_records(())
        self.leave()

    def sizeHint(self) -> QSize:
        width = scaled(WIDTH * (IN_ROOM if self.property("room") else 1))
        return QSize(width + SHADOW.left() + SHADOW.right(), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_details()
            self.canvas.setFocus()

    def _place(self) -> None:
        self.put(next_to(self._bar.card, self.card_size(), self.room))

    def _follow(self) -> None:
        """It goes with the bar, and shows what is picked now."""
        if self.isHidden():
            return
        if self._bar.isHidden():
            self.close_details()
            return
        ids = tuple(note.id for note in self._bar.notes)
        if ids != self.form.ids:
            self.form.show_records(ids)
            self._place()
