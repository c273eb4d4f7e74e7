"""The keys along the bottom of the presenter's screen: of this state, and of the one after Esc."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from app.drawing.keys_in_room import Key
from app.widgets.room.two_screens.board import BOLD, CARD, HAIRLINE, INK, MEDIUM, SECONDARY, Board
from app.widgets.room.two_screens.keys_of_states import KeyRow

ROW = 34.0
_LEAST_GAP = 14.0
"""Between two keys."""


def high(rows: Sequence[KeyRow]) -> float:
    return ROW * len(rows) + 9


def paint_keys(board: Board, strip: QRectF, rows: Sequence[KeyRow], state_ink: QColor) -> None:
    board.fill(strip, CARD)
    board.fill(QRectF(strip.x(), strip.y(), strip.width(), 1), HAIRLINE)
    for number, row in enumerate(rows):
        middle = strip.y() + 4 + ROW * (number + 0.5)
        ink = state_ink if number == 0 else SECONDARY
        x = 30 + board.write(QRectF(30, middle - 16, 180, 32), str(row.name), 17, ink=ink, weight=BOLD)
        _paint_row(
            board, row, max(x + 24, 126), strip.right() - 30, middle, INK if number == 0 else SECONDARY
        )


def _paint_row(board: Board, row: KeyRow, x: float, right: float, middle: float, ink: QColor) -> None:
    """All keys of a row; in smaller type where a language has longer words than there is room for."""
    lengths = [_length(board, key) for key in row.keys]
    gaps, room = max(len(lengths) - 1, 1), right - x
    share = min(1.0, room / (sum(lengths) + gaps * _LEAST_GAP))
    gap = min((room - sum(lengths) * share) / gaps, 60)
    for key, length in zip(row.keys, lengths, strict=True):
        end = x
        for name in key.keys:
            end = board.key(end, middle, str(name), share) + 4 * share
        does = QRectF(end + 4 * share, middle - 16, 240, 32)
        board.write(does, str(key.does), 16 * share, ink=ink)
        x += length * share + gap


def _length(board: Board, key: Key) -> float:
    """How much room a key takes with what it does, where that is set in full size."""
    caps = sum(max(board.width(str(name), 13, MEDIUM) + 13, 24) + 4 for name in key.keys)
    return caps + 4 + board.width(str(key.does), 16)
