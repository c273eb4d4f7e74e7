"""The top of the presenter's screen: what goes on, how many minutes are left, and the time of day."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from app.drawing.painter import colour
from app.drawing.theme import NOTE_FILLS, NOTE_GLYPHS, stage_hue
from app.language.phrases import tr, tr_plural
from app.model.analysis.run_times import NOTHING
from app.model.records import AgendaItem, Stage
from app.widgets.room.two_screens.board import (
    AMBER,
    AMBER_GROUND,
    BOLD,
    DESK,
    HEAVY,
    INK,
    MEDIUM,
    MIDDLE,
    RIGHT,
    SECONDARY,
    Board,
)
from app.widgets.room.two_screens.item_signs import sign_of
from app.workshop.clock import Clock, ends_in_words
from app.workshop.show import Show
from app.workshop.workshop import Workshop

_MOST_TITLE = 470.0
_FAR_LEFT = 30.0
HIGH = 128.0
"""Where it ends, from the top."""
ARMED = QColor("#FF8FB1")


class Left(NamedTuple):
    """What stands largest, what is said beside it, and how much of the time is over, 0 … 1."""

    figure: str
    words: str
    share: float = 0.0
    is_late: bool = False


def left_of(clock: Clock) -> Left:
    """ "12:04 left", "+2:10 over its time"."""
    seconds = int(abs(clock.left).total_seconds())
    minutes, rest = divmod(seconds, 60)
    figure = f"{minutes}:{rest:02}"
    if clock.left < NOTHING:
        return Left(f"+{figure}", tr("held") if clock.is_held else tr("over its time"), 1.0, True)
    return Left(figure, tr("left, held") if clock.is_held else tr("left"), clock.share, clock.is_held)


def paint_left(board: Board, left: Left, middle: float) -> None:
    """The minutes, in the middle over what the room sees."""
    ink = AMBER if left.is_late else INK
    wide = board.width(left.figure, 96, HEAVY) + 16 + board.width(left.words, 26)
    x = middle - wide / 2
    x += board.write(QRectF(x, 6, 460, 104), left.figure, 96, weight=HEAVY, ink=ink) + 16
    board.write(QRectF(x, 48, 300, 46), left.words, 26, ink=SECONDARY)


def paint_item(board: Board, workshop: Workshop, item: AgendaItem) -> None:
    """What goes on of the agenda."""
    over = tr("Now, step {number} of {count}", number=workshop.number, count=workshop.count)
    board.write(QRectF(_FAR_LEFT, 20, _MOST_TITLE, 22), over.upper(), 14, ink=SECONDARY, weight=MEDIUM)
    box = QRectF(_FAR_LEFT, 50, 40, 40)
    if item.item_kind == "write":
        found = item.colour or "pink"
        board.card(box, colour(NOTE_FILLS[found]), 7)
        board.sign(box.center(), NOTE_GLYPHS[found], 22, DESK)
    else:
        board.card(box, colour(NOTE_FILLS["blue"]), 7)
        board.sign(box.center(), sign_of(item.item_kind), 22, DESK)
    board.write(QRectF(84, 46, 230, 48), item.title, 32, weight=HEAVY)


def paint_stage(board: Board, show: Show, stage: Stage | None) -> None:
    """Which stage is shown, where no agenda goes on."""
    number, count = show.number, show.count
    over = tr("Stage {number} of {count}", number=number, count=count) if number else tr("Now")
    board.write(QRectF(_FAR_LEFT, 20, _MOST_TITLE, 22), over.upper(), 14, ink=SECONDARY, weight=MEDIUM)
    x = _FAR_LEFT
    if number:
        box = QRectF(x, 50, 40, 40)
        board.card(box, colour(stage_hue(number - 1, count)), 7)
        board.write(box, str(number), 20, weight=BOLD, align=MIDDLE)
        x = 84
    board.write(QRectF(x, 46, 314 - x, 48), stage.name if stage else tr("The whole map"), 32, weight=BOLD)


def minutes_since(minutes: int) -> Left:
    """What stands there where no agenda goes on."""
    return Left(str(minutes), tr_plural("minute since the start", "minutes since the start", minutes))


def paint_time(board: Board, right: float, time: str, workshop: Workshop) -> None:
    """The time of day and, below it, how far behind the plan one is."""
    board.write(QRectF(right - 330, 14, 330, 66), time, 54, weight=MEDIUM, align=RIGHT)
    ends = workshop.ends
    if ends is None:
        return
    words, is_late = str(ends_in_words(ends)), ends.behind > 0
    wide = min(board.width(words, 17, MEDIUM) + 26, 380)
    pill = QRectF(right - wide, 79, wide, 29)
    if is_late:
        board.card(pill, AMBER_GROUND, 14.5)
    ink = AMBER if is_late else SECONDARY
    board.write(pill.adjusted(12, 0, -12, 0), words, 17, ink=ink, weight=MEDIUM, align=RIGHT)


def paint_warning(board: Board, place: QPointF, words: str) -> None:
    """What is not as it should be, in amber."""
    board.write(QRectF(place.x(), place.y(), 700, 26), words, 16, ink=AMBER, weight=MEDIUM)
