"""The lines of the register: each action with whose count of votes it shows."""

from typing import NamedTuple

from app.language.numbers import written
from app.language.phrases import tr
from app.model.analysis.register import Action, action_register
from app.model.analysis.register_columns import COLUMNS, Column
from app.model.analysis.rounds import votes_shown
from app.model.document import Document
from app.model.exchange.tables import Table
from app.model.records import Id, Note, Round


class Line(NamedTuple):
    """A row of the register."""

    action: Action
    own_votes: int
    round: str | None
    """What was asked in the round whose count is shown; none where that is the note's own."""

    @property
    def id(self) -> Id:
        return self.action.note.id


def lines_of(document: Document, map: Id) -> list[Line]:
    """The lines of a map's register, in the order of its notes."""
    shown = votes_shown(document)

    def line(action: Action) -> Line:
        votes = shown.get(action.note.id)
        found = document.find(votes.round) if votes is not None and votes.round is not None else None
        asked = (found.question or tr("Votes")) if isinstance(found, Round) else None
        return Line(action, document.get(Note, action.note.id).votes, asked)

    return [line(action) for action in action_register(document, map)]


def whose_votes(lines: list[Line]) -> str:
    """Whose counts are shown, where they are not the notes' own."""
    asked = list(dict.fromkeys(line.round for line in lines if line.round is not None))
    if not asked:
        return ""
    if len(asked) == 1:
        return tr("Votes: of the round “{question}”", question=asked[0])
    return tr("Votes: of several rounds")


def own_votes_in_words(line: Line) -> str:
    return written(line.own_votes) if line.own_votes else ""


def is_edited(line: Line, column: Column) -> bool:
    """Whether a cell can be typed in: a round's count is what was counted in it."""
    return column.name != "stage" and not (column.name == "votes" and line.round is not None)


def table_of(lines: list[Line]) -> Table:
    """The lines for other programs, with their headings."""
    heads = tuple(str(column.heading) for column in COLUMNS)
    return (heads, *(tuple(column.words(line.action) for column in COLUMNS) for line in lines))
