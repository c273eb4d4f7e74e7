"""The agenda on the presenter's screen: minutes used and planned, and what goes on."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from app.language.phrases import tr, tr_context
from app.model.records import Id
from app.widgets.room.two_screens.board import (
    AMBER,
    BOLD,
    DESK,
    GREEN,
    INK,
    LIT,
    MEDIUM,
    RIGHT,
    SECONDARY,
    Board,
)
from app.workshop.clock import Row

_ROW = 50.0
_HEAD, _FOOT = 48.0, 50.0
_INSTRUCTION = QColor("#C9D5FF")
_EMPTY = QColor("#6B7484")


class Pressed(NamedTuple):
    """A place of the screen, and the agenda item to which a press leads; none is the next."""

    place: QRectF
    item: Id | None


def paint_agenda(board: Board, card: QRectF, rows: Sequence[Row], now_ink: QColor) -> list[Pressed]:
    """Paint as many items as there is room for around the one that goes on; returns what can be pressed."""
    board.card(card)
    head = QRectF(card.x() + 17, card.y() + 9, card.width() - 34, 34)
    board.write(head, tr("Agenda"), 17, weight=BOLD)
    board.write(head, tr("used / planned"), 16, ink=SECONDARY, align=RIGHT)
    now = next((row for row in rows if row.standing == "now"), None)
    lit = _lit_height(board, card, now)
    room = card.height() - _HEAD - _FOOT - (lit - _ROW)
    shown = _around(rows, max(int(room // _ROW), 1))
    y, pressed = card.y() + _HEAD, []
    for row in shown:
        place = QRectF(card.x() + 8, y, card.width() - 16, lit if row is now else _ROW)
        _paint_row(board, place, row, now_ink)
        pressed.append(Pressed(place, row.item.id))
        y = place.bottom()
    foot = QRectF(card.x(), card.bottom() - _FOOT + 4, card.width(), _FOOT - 4)
    board.line(card.x() + 16, foot.y(), card.width() - 32)
    middle = foot.center().y()
    x = board.key(card.x() + 17, middle, tr_context("key", "Shift")) + 4
    x = board.key(x, middle, tr_context("key", "Page Down")) + 8
    board.write(QRectF(x, middle - 16, card.right() - x - 10, 32), tr("next step"), 16, ink=SECONDARY)
    return [*pressed, Pressed(foot, None)]


def _lit_height(board: Board, card: QRectF, now: Row | None) -> float:
    if now is None or not now.item.instruction:
        return _ROW
    lines = board.lines_height(now.item.instruction, 14, card.width() - 76)
    return _ROW + min(lines, 58.0) + 2


def _around(rows: Sequence[Row], room: int) -> Sequence[Row]:
    here = next((number for number, row in enumerate(rows) if row.standing == "now"), 0)
    first = min(max(here - room // 2, 0), max(len(rows) - room, 0))
    return rows[first : first + room]


def _paint_row(board: Board, place: QRectF, row: Row, now_ink: QColor) -> None:
    is_now, is_done = row.standing == "now", row.standing == "done"
    middle = place.y() + _ROW / 2 - 1
    if is_now:
        board.card(place, LIT, 7)
    at = QPointF(place.x() + 23, middle)
    if is_done:
        board.sign(at, "circle-check", 20, GREEN)
    elif is_now:
        board.card(QRectF(at.x() - 9.5, at.y() - 9.5, 19, 19), now_ink, 9.5)
        board.triangle(at + QPointF(0.8, 0), 4.2, DESK)
    else:
        board.ring(at, 8.5, _EMPTY)
    is_over = row.used > row.planned
    figures = f"{row.used} / {row.planned}" if is_done or is_now else str(row.planned)
    ink = AMBER if is_over and row.standing != "to come" else INK if is_now else SECONDARY
    weight = MEDIUM if row.standing == "to come" else BOLD
    line = QRectF(place.x() + 44, middle - 18, place.width() - 56, 36)
    wide = board.width(figures, 17, weight)
    board.write(line, figures, 17, ink=ink, weight=weight, align=RIGHT)
    title = line.adjusted(0, 0, -wide - 10, 0)
    board.write(
        title, row.item.title, 18, ink=SECONDARY if is_done else INK, weight=BOLD if is_now else MEDIUM
    )
    if is_now and row.item.instruction:
        lines = QRectF(
            line.x(), place.y() + _ROW - 6, place.width() - 60, place.bottom() - place.y() - _ROW + 2
        )
        board.write_lines(lines, row.item.instruction, 14, _INSTRUCTION)
