"""The steps that are known to be in the file, by which one of another moment is told whose last step is ours.

An older copy that is written over the file within a commit gets the pages of that commit: the last steps, and
what they changed, but not what was done between the copy and them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from sqlalchemy import Connection, select

from app.model.history.steps import Performed, Step
from app.model.timestamps import microseconds
from app.storage.guard.ending import Ending, ending_with
from app.storage.tables import HISTORY, HISTORY_BLOCK

_LAST_PACKED = select(HISTORY_BLOCK.c.last).order_by(HISTORY_BLOCK.c.first.desc()).limit(1)
_HEADS = select(HISTORY.c.number, HISTORY.c.at).order_by(HISTORY.c.number)
_ROWS = select(HISTORY.c.number, HISTORY.c.at, HISTORY.c.payload).order_by(HISTORY.c.number)
_number = attrgetter("number")


class KnownSteps:
    """Every step of the history, and how it would end with each of those that were written since."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps = list(steps)
        self._written: dict[int, Ending] = {}

    def take(self, performed: Performed, ending: Ending) -> None:
        """After a commit: one more, one that grew, or one of which nothing is left."""
        number = performed.step.number
        index = bisect_left(self._steps, number, key=_number)
        is_known = index < len(self._steps) and self._steps[index].number == number
        self._steps[index : index + is_known] = [performed.step] if performed.is_kept else []
        self._written.pop(number, None)
        if ending.number == number:
            self._written[number] = ending

    def are_in(self, connection: Connection) -> bool:
        """Whether the file has all of them and no others, so far as they are not packed.

        What was packed left a page of its own, by a commit that began with its last step.
        """
        last_packed = connection.execute(_LAST_PACKED).scalar() or 0
        if not isinstance(last_packed, int):
            return False
        known = self._steps[bisect_right(self._steps, last_packed, key=_number) :]
        heads = connection.execute(_HEADS.where(HISTORY.c.number > last_packed)).all()
        if [tuple(head) for head in heads] != [(step.number, microseconds(step.at)) for step in known]:
            return False
        first = next(iter(self._written), None)
        rows = () if first is None else connection.execute(_ROWS.where(HISTORY.c.number >= first))
        return all(self._written.get(row[0]) in (None, ending_with(*row)) for row in rows)
