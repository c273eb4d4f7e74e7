"""The stages of the map on the presenter's screen, where no agenda goes on."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.painter import colour
from app.drawing.theme import stage_hue
from app.language.phrases import tr
from app.model.records import Id, Stage
from app.widgets.room.two_screens.board import BOLD, HAIRLINE, INK, LIT, MEDIUM, MIDDLE, SECONDARY, Board

ROW = 46.0
TOP = 50.0
"""Below the card's top."""


class Pressed(NamedTuple):
    """A place of the screen, and the stage that a press there shows."""

    place: QRectF
    stage: Id


def paint_stages(board: Board, card: QRectF, stages: Sequence[Stage], shown: int) -> list[Pressed]:
    """Paint as many as there is room for around the one of that number; returns what can be pressed."""
    board.card(QRectF(card.x(), card.y(), card.width(), min(58 + len(stages) * ROW, card.height())))
    board.write(QRectF(card.x() + 17, card.y() + 10, 200, 34), tr("Stages"), 17, weight=BOLD)
    room = max(int((card.height() - 60) // ROW), 1)
    first = min(max(max(shown - 1, 0) - room // 2, 0), max(len(stages) - room, 0))
    pressed = []
    for index, stage in enumerate(stages[first : first + room], start=first):
        y = card.y() + TOP + (index - first) * ROW
        row = QRectF(card.x() + 8, y, card.width() - 16, ROW - 4)
        is_on = index + 1 == shown
        if is_on:
            board.card(row, LIT, 6)
        pressed.append(Pressed(row, stage.id))
        dot = QRectF(row.x() + 10, row.center().y() - 12, 24, 24)
        hue = colour(stage_hue(index, len(stages)))
        board.card(dot, hue if index < shown else HAIRLINE, 5)
        board.write(dot, str(index + 1), 13, weight=BOLD, align=MIDDLE)
        ink, weight = (INK, BOLD) if is_on else (SECONDARY, MEDIUM)
        board.write(row.adjusted(46, 0, -8, 0), stage.name, 17, ink=ink, weight=weight)
    return pressed
