"""What stands over and under a vote: the question and the time, and where counts are typed."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.drawing.keys_in_room import Key
from app.drawing.painter import colour
from app.drawing.text import text_block
from app.drawing.theme import ACCENT, TextStyle
from app.language.phrases import phrase, phrase_context, tr
from app.model.records import Round
from app.widgets.room.foot import Foot
from app.widgets.room.state_tab import StateTab
from app.widgets.room.voting.colours import VoteColours
from app.widgets.room.voting.lines import asked_in_words
from app.widgets.room.voting.offer import Offer
from app.widgets.room.voting.places import Places
from app.widgets.room.voting.words import Words
from app.workshop.clock_face import ClockFace
from app.workshop.voting import Voting

_TITLE, _BESIDE = 0.0415, 0.0281
"""Type beside the picture's height."""
_MIDDLE = 0.56
_TITLE_END = 0.62
"""Where the tab begins at the latest, of the width."""

_SPACE, _ENTER = phrase_context("key", "Space"), phrase_context("key", "Enter")
_PAGE_DOWN, _ESC = phrase_context("key", "Page Down"), phrase_context("key", "Esc")
_ENTERS = Key((_ENTER,), phrase("counts them"))
_HANDS = (
    Key(("4", _ENTER), phrase("four hands")),
    Key((_SPACE, _SPACE), phrase("reveal")),
    Key((_ESC,), phrase("back to showing")),
)
_ALL_COUNTED = (Key((_SPACE, _SPACE), phrase("reveal")), Key((_ESC,), phrase("back to showing")))
_RANKS = (Key((_PAGE_DOWN,), phrase("next rank")), Key((_SPACE,), phrase("all of them")))
_AT_END = (Key((_SPACE,), phrase("close the round")), Key((_ESC,), phrase("leave it open")))
_CHOOSING = (Key(("1–9",), phrase("choose")), Key((_ESC,), phrase("back to showing")))


def paint_top(
    painter: QPainter, places: Places, colours: VoteColours, round: Round | None, face: ClockFace | None
) -> None:
    """The hairline with its word, the question and how votes are given, and the time that is left."""
    words, top, height = Words(painter), places.top, places.size.height()
    tab = StateTab(places.tab, "hand", tr("Voting"))
    middle, right = top.top() + top.height() * _MIDDLE, top.right() - places.side
    if face is not None:
        ink = colours.room.late if face.is_over else colours.ink
        words.write_right(str(face.words), height * _TITLE, ink, right, middle, 700)
    room = min(tab.place.left(), top.width() * _TITLE_END) - places.side - height * 0.02
    question = round.question if round is not None and round.question else tr("Vote")
    left = words.write(question, height * _TITLE, colours.ink, places.side, middle, room, 700)
    if round is not None:
        said, size = str(asked_in_words(round)), height * _BESIDE
        left += height * 0.026
        if left + text_block(said, TextStyle(size)).width < tab.place.left() - height * 0.01:
            words.write(said, size, colours.secondary, left, middle + height * 0.003, top.width())
    tab.paint(painter, colour(ACCENT))
    painter.fillRect(QRectF(0, top.bottom() - 1, top.width(), 1), colours.ground)


def paint_foot(
    painter: QPainter,
    places: Places,
    colours: VoteColours,
    voting: Voting,
    offer: Offer | None,
    is_entry_seen: bool,
    face: ClockFace | None,
    time: str,
) -> None:
    """The line that is typed in, where the presenter has no other screen, what it says, and keys."""
    foot = Foot(painter, places.foot, colours.room)
    foot.paint_right(time, str(face.step) if face is not None else "")
    if not is_entry_seen:
        return
    keys: tuple[Key, ...]
    if offer is not None or voting.round is None:
        keys = _CHOOSING if offer is not None and offer.choices else _CHOOSING[1:]
    elif voting.ranks_shown:
        keys = _RANKS if voting.ranks_shown < len(voting.ranks) else _AT_END
    else:
        keys = _paint_entry(foot, colours, voting)
    for key in keys:
        foot.paint_key(key)


def _paint_entry(foot: Foot, colours: VoteColours, voting: Voting) -> tuple[Key, ...]:
    """The line and what is said of it; returns the keys beside it."""
    foot.paint_field(voting.closed_line)
    if voting.message:
        foot.paint_words(str(voting.message), colours.room.late)
        return ()
    if voting.line:
        entry = voting.entry
        foot.paint_words(tr("number {number}", number=entry.number) if entry is not None else "")
        return (_ENTERS,)
    if voting.doubt:
        foot.paint_words(str(voting.doubt), colours.room.late)
    return _HANDS if voting.called is not None else _ALL_COUNTED
