"""A vote on the presenter's screen: the line into which hands are typed, and what nobody else is told."""

from PySide6.QtCore import QPointF, QRectF

from app.language.phrases import tr, tr_plural
from app.model.analysis.rounds import hands_given, hands_there
from app.model.document import Document
from app.widgets.room.two_screens.board import AMBER, BOLD, DESK, MEDIUM, RIGHT, SECONDARY, Board
from app.workshop.entry_line import entry_in_words
from app.workshop.voting import Voting, counted_in_words

_FIELD = 160.0


def paint_vote(board: Board, card: QRectF, voting: Voting, document: Document) -> None:
    """What is typed and what it means, how many are counted, and the total that gives counts away."""
    board.card(card)
    round = voting.round
    if round is None:
        return
    board.sign(QPointF(card.x() + 26, card.y() + 24), "hand", 18, SECONDARY)
    title = QRectF(card.x() + 43, card.y() + 8, card.width() - 60, 32)
    if voting.called is not None and not voting.ranks_shown:
        head = tr("Hands up for {number}", number=voting.called)
    else:
        head = str(counted_in_words(voting))
    board.write(title, head, 16, weight=BOLD)
    given, there = hands_given(document, round.id), hands_there(round)
    total = (
        tr("{given} of {there} hands", given=given, there=there)
        if there
        else tr_plural("{count} hand", "{count} hands", given)
    )
    board.write(title, total, 16, ink=SECONDARY, align=RIGHT)
    field = QRectF(card.x() + 14, card.y() + 44, _FIELD, 36)
    board.card(field, DESK, 6)
    board.write(field.adjusted(12, 0, -8, 0), voting.line + "▏", 20, weight=BOLD)
    beside = QRectF(field.right() + 14, field.y(), card.right() - field.right() - 26, 36)
    said = voting.message or voting.doubt
    if said:
        board.write(beside, str(said), 16, ink=AMBER, weight=MEDIUM)
    elif (entry := voting.entry) is not None:
        board.write(beside, str(entry_in_words(entry)), 16, ink=SECONDARY)
    else:
        board.write(beside, str(counted_in_words(voting)), 16, ink=SECONDARY)
