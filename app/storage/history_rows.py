"""The history's steps as rows, and the change of one step, fetched when it is asked for."""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.model.change import Change
from app.model.history import Performed, Step
from app.storage.errors import BrokenContentError
from app.storage.payload import packed, unpacked
from app.storage.tables import HISTORY

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_UPSERT = insert(HISTORY)
_UPSERT = _UPSERT.on_conflict_do_update(
    index_elements=["number"],
    set_={column.name: column for column in _UPSERT.excluded if column.name != "number"},
)
_STEPS = select(*(column for column in HISTORY.c if column.name != "payload")).order_by(HISTORY.c.number)


def load_steps(connection: Connection) -> list[Step]:
    """Every step in order. Raises BrokenContentError where they are no history."""
    steps: list[Step] = []
    done: list[int] = []
    undone: list[int] = []
    for row in connection.execute(_STEPS):
        step = step_of(*row)
        if not _follows(step, done, undone):
            raise BrokenContentError(f"The history's step {step.number} does not follow from those before.")
        steps.append(step)
    return steps


def load_change(connection: Connection, number: int) -> Change:
    """What a step did. Raises KeyError where there is no such step, BrokenContentError for a bad one."""
    row = connection.execute(
        select(HISTORY.c.label, HISTORY.c.payload).where(HISTORY.c.number == number)
    ).first()
    if row is None:
        raise KeyError(number)
    return unpacked(row.label, row.payload)


def write_step(connection: Connection, performed: Performed) -> None:
    """Store a step; again, where it grew; not at all, where nothing of it is left."""
    step = performed.step
    if not performed.is_kept:
        connection.execute(delete(HISTORY).where(HISTORY.c.number == step.number))
        return
    row = _step_row(step)
    row["payload"] = packed(performed.whole) if step.act == "do" else None
    connection.execute(_UPSERT, row)


def last_step(connection: Connection) -> tuple[int, datetime] | None:
    """Number and time of the last step in the file, by which the file is known again."""
    columns = select(HISTORY.c.number, HISTORY.c.at).order_by(HISTORY.c.number.desc()).limit(1)
    row = connection.execute(columns).first()
    return None if row is None else (row.number, _EPOCH + row.at * _MICROSECOND)


def _step_row(step: Step) -> dict[str, Any]:
    at = (step.at - _EPOCH) // _MICROSECOND
    return {"number": step.number, "at": at, "act": step.act, "of": step.of, "label": step.label}


def step_of(number: object, at: object, act: object, of: object, label: object) -> Step:
    """A step of its row's values. Raises BrokenContentError where they are none."""
    try:
        if isinstance(number, int) and isinstance(at, int) and isinstance(of, int) and isinstance(label, str):
            when = _EPOCH + at * _MICROSECOND
            if act == "do" or act == "undo" or act == "redo" or act == "version":
                return Step(number, when, act, of, label)
    except OverflowError:
        pass
    raise BrokenContentError(f"The history's step {number} cannot be read.")


def _follows(step: Step, done: list[int], undone: list[int]) -> bool:
    """Whether a step can be taken after those before; `done` and `undone` are brought up to it."""
    if step.number < 1:
        return False
    if step.act == "do":
        done.append(step.number)
        undone.clear()
        return step.of == step.number
    if step.act == "version":
        return step.of == step.number
    taken, given = (done, undone) if step.act == "undo" else (undone, done)
    if not taken or taken.pop() != step.of:
        return False
    given.append(step.of)
    return True
