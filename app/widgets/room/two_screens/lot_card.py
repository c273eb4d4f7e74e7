"""What waits, on the presenter's screen: the inbox, the parking lot, or one of them behind a tab."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from app.drawing.painter import colour
from app.drawing.theme import NOTE_FILLS
from app.language.phrases import tr, tr_plural
from app.language.words import capitalised
from app.model.nouns import word
from app.model.records import Lot, ParkedNote
from app.widgets.room.two_screens.board import BOLD, DESK, HAIRLINE, INK, PAPER, RIGHT, SECONDARY, Board
from app.workshop.clock import people_in_words

_GAP, _PAD = 8.0, 13.0
_HEAD, _FOOT = 46.0, 46.0
FIELD = 36.0
"""How high the line is into which notes for the inbox are typed."""
_TWO_LINES = 44.0


class Tab(NamedTuple):
    """A place of the screen, and the lot that a press there shows."""

    place: QRectF
    lot: Lot


def paint_tabs(board: Board, card: QRectF, lots: Sequence[tuple[Lot, int]], shown: Lot) -> list[Tab]:
    """The names of the lots side by side at the top of a card, of which one is shown."""
    tabs, x = [], card.x() + _PAD
    names = [f"{capitalised(word('lot', lot))}  {count}" for lot, count in lots]
    widths = [board.width(name, 17, BOLD) + 16 for name in names]
    share = min((card.width() - 2 * _PAD) / sum(widths), 1.25)
    for (lot, _), name, natural in zip(lots, names, widths, strict=True):
        place = QRectF(x, card.y() + 4, natural * share, 34)
        is_shown = lot == shown
        size = 17 * min(share, 1.0)
        board.write(place.adjusted(6, 0, -2, 0), name, size, ink=INK if is_shown else SECONDARY, weight=BOLD)
        under = QRectF(place.x() + 4, place.bottom(), place.width() - 8, 2.5)
        board.card(under, INK if is_shown else HAIRLINE, 1)
        tabs.append(Tab(place, lot))
        x = place.right()
    return tabs


def paint_head(board: Board, card: QRectF, lot: Lot, count: int) -> None:
    head = QRectF(card.x() + 17, card.y() + 9, card.width() - 34, 34)
    board.write(head, capitalised(word("lot", lot)), 17, weight=BOLD)
    said = tr_plural("{count} to place", "{count} to place", count) if lot == "inbox" else str(count)
    board.write(head, said, 16, ink=SECONDARY, align=RIGHT)


def paint_lot(board: Board, card: QRectF, lot: Lot, notes: Sequence[ParkedNote], people: int) -> QRectF:
    """The notes of a lot below its head, as far as there is room; returns where its field stands."""
    x, width = card.x() + _PAD, card.width() - 2 * _PAD
    y, end = card.y() + _HEAD, card.bottom() - _FOOT - (FIELD + _GAP)
    left = len(notes)
    for note in notes:
        high = _height(board, note, width)
        if y + high > end:
            break
        _paint_note(board, QRectF(x, y, width, high), note)
        y += high + _GAP
        left -= 1
    slot = QRectF(x, y, width, FIELD)
    if lot == "parking lot":
        board.slot(slot)
    _paint_foot(board, card, lot, left, people)
    return slot


def _height(board: Board, note: ParkedNote, width: float) -> float:
    if note.lot == "parking lot":
        return FIELD
    lines = min(board.lines_height(note.text, 16, width - 24), _TWO_LINES)
    return lines + (34 if note.said_in else 16)


def _paint_note(board: Board, place: QRectF, note: ParkedNote) -> None:
    if note.lot == "parking lot":
        board.card(place, PAPER, 5)
        board.write(place.adjusted(12, 0, -10, 0), note.text, 16, ink=DESK)
        return
    board.card(place, colour(NOTE_FILLS[note.colour]), 5)
    lines = place.adjusted(12, 7, -12, -22 if note.said_in else -6)
    board.write_lines(lines, note.text, 16, DESK)
    if note.said_in:
        under = QRectF(place.x() + 12, place.bottom() - 25, place.width() - 24, 20)
        board.write(under, note.said_in, 13, ink=QColor("#4A3A44"))


def _paint_foot(board: Board, card: QRectF, lot: Lot, left: int, people: int) -> None:
    middle = card.bottom() - 23
    prefix, does = (
        ("i>", tr("in a note puts it here")) if lot == "inbox" else ("p>", tr("in a note parks it"))
    )
    x, end = board.key(card.x() + _PAD, middle, prefix) + 8, card.right() - _PAD
    if left:
        end = _write_at_right(board, end, middle, tr("{count} more", count=left))
    elif people and lot == "parking lot":
        end = _write_at_right(board, end, middle, str(people_in_words(people)))
        board.sign(QPointF(end - 14, middle), "users", 17, SECONDARY)
        end -= 26
    board.write(QRectF(x, middle - 16, end - x - 8, 32), does, 16, ink=SECONDARY)


def _write_at_right(board: Board, end: float, middle: float, words: str) -> float:
    """Write up to there; returns where it begins."""
    wide = board.width(words, 16) + 2
    board.write(QRectF(end - wide, middle - 16, wide, 32), words, 16, ink=SECONDARY, align=RIGHT)
    return end - wide
