"""What stands below the picture on the presenter's screen: what comes next, and a note to oneself."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPixmap

from app.language.phrases import Phrase, phrase, tr
from app.model.document import Document
from app.model.records import AgendaItem, ItemKind, Stage
from app.widgets.room.two_screens.board import BOLD, MEDIUM, SECONDARY, Board
from app.workshop.show import Show
from app.workshop.workshop import Workshop

_DOES: dict[ItemKind, Phrase] = {
    "show": phrase("shows the map stage by stage"),
    "write": phrase("notes are written"),
    "vote": phrase("a vote by show of hands"),
    "place": phrase("ideas by impact and effort"),
    "break": phrase("nothing is shown"),
}


def paint_next(
    board: Board, card: QRectF, show: Show, workshop: Workshop, document: Document, following: QPixmap
) -> None:
    """The next agenda item; where none goes on, the next slide."""
    board.card(card)
    x, room = card.x() + 14, card.height() - 20
    if not following.isNull():
        size = QSizeF(following.size())
        size.scale(182, room, Qt.AspectRatioMode.KeepAspectRatio)
        board.picture(
            QRectF(QPointF(card.x() + 10, card.y() + (card.height() - size.height()) / 2), size), following
        )
        x = card.x() + 10 + size.width() + 15
    wide = card.right() - x - 10
    top = card.y() + max((card.height() - 102) / 2, 4)
    item = workshop.next if workshop.item is not None else None
    is_last = workshop.item is not None and item is None
    board.write(QRectF(x, top + 2, wide, 22), tr("Next").upper(), 14, ink=SECONDARY, weight=MEDIUM)
    title = item.title if item is not None else tr("The end") if is_last else _slide(show, document)
    board.write(QRectF(x, top + 24, wide, 30), title, 20, weight=BOLD)
    if item is not None:
        board.write_lines(QRectF(x, top + 56, wide, 46), _in_words(item), 16, SECONDARY)


def _in_words(item: AgendaItem) -> str:
    """ "15 min, shows the map stage by stage"."""
    return tr("{minutes} min, {what}", minutes=item.minutes, what=_DOES[item.item_kind])


def _slide(show: Show, document: Document) -> str:
    slide = show.next_slide
    found = document.find(slide.stage or "")
    name = found.name if isinstance(found, Stage) else tr("The whole map")
    return tr("{stage}, page {number}", stage=name, number=slide.page + 1) if slide.page else name


def paint_reminder(board: Board, card: QRectF, text: str) -> QRectF:
    """The card of the note to oneself; returns where it is typed."""
    board.card(card)
    board.sign(QPointF(card.x() + 26, card.y() + 24), "eye-off", 18, SECONDARY)
    title = QRectF(card.x() + 43, card.y() + 8, card.width() - 60, 32)
    board.write(title, tr("Only I see this"), 16, weight=BOLD)
    field = QRectF(card.x() + 13, card.y() + 40, card.width() - 24, card.height() - 46)
    if text:
        board.write_lines(field.adjusted(4, 0, 0, 0), text, 16, SECONDARY)
    return field
