"""The parking lot, a drawer along the bottom that pushes the map up; beside it, in the window, the inbox."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from app.language.phrases import tr
from app.language.words import capitalised
from app.model.change import Change
from app.model.kinds import taken_by
from app.model.nouns import word
from app.model.records import Id, Lot, Note, ParkedNote, Section
from app.model.verbs.editing import delete
from app.model.verbs.parking import place_parked
from app.session.selection import Cell
from app.widgets.at_hand.lot_title import LotSlot, LotTitle
from app.widgets.at_hand.parked_card import ParkedCard, card_size
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.text_size import scaled
from app.widgets.canvas.record_bounds import DropTarget, drop_target_at
from app.widgets.shell import Shell

PLAIN = 13
"""Logical pixels of a card's type in the window."""
IN_ROOM = 0.026
"""Of a card's type, beside the height of the screen that a room sees."""
_LOTS: tuple[Lot, ...] = ("parking lot", "inbox")


class ParkingDrawer(QWidget):
    """Shows what is parked, and puts it into cells."""

    def __init__(self, window: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self._editor = window, window.editor
        self._pixels = scaled(PLAIN)
        self._lots: tuple[Lot, ...] = _LOTS
        self._shown: tuple[ParkedNote, ...] = ()
        self.cards: list[ParkedCard] = []
        self.setObjectName("parking")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(capitalised(word("lot", "parking lot")))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 10, 10)
        row.setSpacing(12)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row.addWidget(self._area, 1)
        self._close = QToolButton(self)
        self._close.setIcon(icon("x"))
        self._close.setIconSize(icon_size(14))
        self._close.setProperty("role", "small")
        self._close.setAccessibleName(tr("Close the parking lot"))
        self._close.setToolTip(tr("Close the parking lot"))
        self._close.clicked.connect(self.close_drawer)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        self._editor.changed.connect(self._follow)

    # What the window and the room ask for

    def toggle(self) -> None:
        """Open the drawer, or close it."""
        if self.isHidden():
            self._fill()
            self.show()
        else:
            self.close_drawer()

    def bring_into_view(self, card: ParkedCard) -> None:
        self._area.ensureWidgetVisible(card)

    def close_drawer(self) -> None:
        had_focus = any(card.hasFocus() for card in self.cards) or self._close.hasFocus()
        self.hide()
        if had_focus:
            self._window.canvas.setFocus()

    def stand_in_room(self, height: int | None) -> None:
        """Be read from afar on a screen of so many pixels, without what only presenters see; or as before."""
        self._pixels = scaled(PLAIN) if height is None else round(height * IN_ROOM)
        self._lots = _LOTS if height is None else ("parking lot",)
        self._close.setHidden(height is not None)
        self._fill()

    def _follow(self, change: Change) -> None:
        """What was parked just now is to be seen; the room sees nothing of the inbox."""
        edits = [edit for edit in change if isinstance(edit.record, ParkedNote)]
        if not edits:
            return
        came = any(edit.before is None and edit.record.lot in self._lots for edit in edits)  # type: ignore[attr-defined]
        if came and self.isHidden():
            self.show()
        if not self.isHidden():
            focused = next((at for at, card in enumerate(self.cards) if card.hasFocus()), None)
            self._fill()
            if focused is not None:
                self._focus_beside(focused)

    def _focus_beside(self, at: int) -> None:
        """Go to the card that stands where another was, else back to the map."""
        if self.cards:
            self.cards[min(at, len(self.cards) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._window.canvas.setFocus()

    # What it holds

    def _fill(self) -> None:
        waiting = {lot: self._editor.document.parked(lot) for lot in self._lots}
        content = QWidget()
        content.setObjectName("parking-content")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(self._pixels * 0.8))
        self.cards = []
        for lot, notes in waiting.items():
            if notes or lot == "parking lot":
                row.addWidget(LotTitle(lot, self._pixels, content))
            for note in notes:
                card = ParkedCard(note, self._pixels, lambda: not self._editor.read_only, content)
                card.dropped.connect(self._drop)
                card.hovered.connect(self._hover)
                card.key_pressed.connect(self._take_key)
                self.cards.append(card)
                row.addWidget(card)
            if lot == "parking lot":
                row.addWidget(LotSlot(card_size(self._pixels), content))
            if notes:
                row.addSpacing(self._pixels)
        row.addStretch()
        self._area.setWidget(content)
        self.setFixedHeight(
            round(self._pixels * 4.1) + 24 + self._area.horizontalScrollBar().sizeHint().height()
        )

    # What is done with a card

    def _landing(self, place: QPoint) -> DropTarget | None:
        """The cell for notes at a place of the screen, and where in it."""
        canvas, view = self._window.canvas, self._window.canvas.viewport()
        here = view.mapFromGlobal(place)
        if not view.rect().contains(here) or not canvas.isVisible():
            return None
        takes = {
            section.section_kind
            for section in self._editor.document.sections(self._editor.map)
            if taken_by(section) is Note
        }
        return drop_target_at(canvas.shown.layout, canvas.to_sheet(here), *takes)

    def _hover(self, place: QPoint) -> None:
        if (landing := self._landing(place)) is not None and landing.cell != self._editor.selection.cell:
            self._editor.select_cell(landing.cell)

    def _drop(self, id: Id, place: QPoint) -> None:
        if (landing := self._landing(place)) is not None:
            self._place(id, landing.cell, landing.position)

    def _place(self, id: Id, cell: Cell, index: int | None = None) -> None:
        change = place_parked(self._editor.document, id, *cell, index)
        self._editor.do_at_once(change)
        self._editor.select([edit.record.id for edit in change if isinstance(edit.after, Note)])
        self._window.canvas.show_where_the_cursor_is()

    def _take_key(self, id: Id, event: QKeyEvent) -> None:
        key, cell = event.key(), self._editor.selection.cell
        ids = [card.note.id for card in self.cards]
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if (key == Qt.Key.Key_Right) != self.isRightToLeft() else -1
            self.cards[(ids.index(id) + step) % len(ids)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Escape:
            self._window.canvas.setFocus()
        elif self._editor.read_only:
            event.ignore()
        elif key == Qt.Key.Key_Delete:
            self._editor.do_at_once(delete(self._editor.document, [id]))
            self._window.show_message(tr("Deleted what was parked."), offer_undo=True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cell is not None and self._takes_notes(cell):
            self._place(id, cell)
        else:
            event.ignore()

    def _takes_notes(self, cell: Cell) -> bool:
        return taken_by(self._editor.document.get(Section, cell.section)) is Note
