"""The history’s steps as rows: the newest each in one of its own, the old ones packed in blocks."""

from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, cast, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from app.language.phrases import phrase
from app.limits import LARGEST_LABELS, MOST_BLOCKS, MOST_STEPS
from app.model.change import Change
from app.model.history.steps import Performed, Step, Thinned
from app.model.labels import label_of
from app.model.timestamps import microseconds
from app.storage.errors import TooLargeError
from app.storage.guard.ending import Ending, ending_with
from app.storage.history.blocks import Block, Changes, steps_and_size
from app.storage.history.labels import form_in, stored_label
from app.storage.history.payload import packed, unpacked
from app.storage.history.stored_steps import require_order, step_of
from app.storage.tables import HISTORY, HISTORY_BLOCK
from app.threads import require_wanted

_UPSERT = insert(HISTORY)
_UPSERT = _UPSERT.on_conflict_do_update(
    index_elements=["number"],
    set_={column.name: column for column in _UPSERT.excluded if column.name != "number"},
)
_HEADS = [column for column in HISTORY.c if column.name != "payload"]
_BLOCK_HEADS = (HISTORY_BLOCK.c.first, HISTORY_BLOCK.c.last, HISTORY_BLOCK.c.steps)
WITH_CHANGE = ("do", "thinned", "happened")
"""The acts that have a change of their own; the others tell of one of these."""


def load_steps(connection: Connection) -> list[Step]:
    """Every step in order. Raises BrokenContentError where they are no history, or one that is too long."""
    room = LARGEST_LABELS - _size_of(connection, HISTORY.c.label)
    steps: list[Step] = []
    blocks = select(*_BLOCK_HEADS).order_by(HISTORY_BLOCK.c.first).limit(MOST_BLOCKS + 1)
    for number, row in enumerate(connection.execute(blocks)):
        require_wanted()
        found, size = steps_and_size(*row)
        steps += found
        room -= size
        if number >= MOST_BLOCKS or len(steps) > MOST_STEPS or room < 0:
            raise _too_long()
    rows = select(*_HEADS).order_by(HISTORY.c.number).limit(MOST_STEPS + 1 - len(steps))
    steps += [
        step_of(row.number, row.at, row.act, row.of, form_in(row.label)) for row in connection.execute(rows)
    ]
    if len(steps) > MOST_STEPS:
        raise _too_long()
    steps.sort(key=lambda step: step.number)
    require_order(steps)
    return steps


def _size_of(connection: Connection, column: Column[Any]) -> int:
    """The bytes in a column, added up row by row without fetching them. Raises TooLargeError."""
    size = 0
    for length in connection.execute(select(func.length(cast(column, LargeBinary)))).scalars():
        size += length or 0
        if size > LARGEST_LABELS:
            raise _too_long()
    return size


def _too_long() -> TooLargeError:
    return TooLargeError(phrase("The project’s history is too long."))


def count_rows(connection: Connection) -> int:
    """How many steps stand in rows of their own."""
    return int(connection.execute(select(func.count()).select_from(HISTORY)).scalar_one())


def load_change(connection: Connection, number: int) -> Change:
    """What a step in a row of its own did. Raises KeyError where there is no such row, BrokenContentError."""
    row = connection.execute(
        select(HISTORY.c.label, HISTORY.c.payload).where(HISTORY.c.number == number)
    ).first()
    if row is None:
        raise KeyError(number)
    return unpacked(label_of(form_in(row.label)), row.payload)


def load_block_with(connection: Connection, number: int) -> Changes:
    """The block that has a step. Raises KeyError where there is none, BrokenContentError for a bad one."""
    blocks = select(HISTORY_BLOCK).where(HISTORY_BLOCK.c.first <= number)
    row = connection.execute(blocks.order_by(HISTORY_BLOCK.c.first.desc()).limit(1)).first()
    if row is None or not isinstance(row.last, int) or row.last < number:
        raise KeyError(number)
    return Changes(Block(*row))


def write_step(connection: Connection, performed: Performed) -> Ending | None:
    """Store a step; again, where it grew; not at all, where nothing of it is left: then none is returned.

    Else it is what a history ends with whose last step this is.
    """
    step = performed.step
    if not performed.is_kept:
        connection.execute(delete(HISTORY).where(HISTORY.c.number == step.number))
        return None
    row = _row(step, performed.whole)
    connection.execute(_UPSERT, row)
    return ending_with(row["number"], row["at"], row["payload"])


def write_new_step(connection: Connection, step: Step, change: Change | None) -> None:
    """Store a step of another file's history."""
    connection.execute(HISTORY.insert(), _row(step, change))


def write_thinned(connection: Connection, thinned: Thinned) -> None:
    """Put a thinned-out history in the place of the one that there is."""
    connection.execute(delete(HISTORY_BLOCK))
    connection.execute(delete(HISTORY))
    if thinned.steps:
        rows = [_row(step, thinned.changes.get(step.number)) for step in thinned.steps]
        connection.execute(HISTORY.insert(), rows)


def _row(step: Step, change: Change | None) -> dict[str, Any]:
    return {
        "number": step.number,
        "at": microseconds(step.at),
        "act": step.act,
        "of": step.of,
        "label": stored_label(step.label),
        "payload": packed(change) if change is not None and step.act in WITH_CHANGE else None,
    }
