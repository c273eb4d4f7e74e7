"""Keeps a project file small while nobody waits: packs old steps of the history, gives back unused pages.

All is done in small pieces, so that a step can be written in between. What is not complete changes nothing;
what is complete is one transaction, so a kill at any moment leaves each step in its row or in a block.
"""

import zlib
from collections.abc import Generator, Iterator
from dataclasses import asdict
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, bindparam, delete, select

from app.language.phrases import phrase
from app.limits import LARGEST_STEP_IN_BLOCK, LONGEST_LABEL_IN_BLOCK, MOST_STEPS_IN_BLOCK
from app.model.history.steps import Step
from app.storage.errors import BrokenContentError, ProjectFileError
from app.storage.history.blocks import Block, Changes, Packing, can_be_packed, steps_of
from app.storage.history.history_rows import count_rows
from app.storage.history.labels import form_in, length_of
from app.storage.history.numbered import RawEdit
from app.storage.history.payload import UNREADABLE, raw_edits, unzipped
from app.storage.history.stored_steps import step_of
from app.storage.tables import HISTORY, HISTORY_BLOCK

KEPT = 100
"""Steps, the newest, that stay in rows of their own: the last may still grow."""
LEAST = 400
"""Further steps that are worth packing."""
_ROWS_AT_ONCE = 25
_PAGES_AT_ONCE = 40
_FEW_PAGES = 16
"""Unused pages that are left for the next steps."""

_ROWS = select(HISTORY).order_by(HISTORY.c.number).limit(_ROWS_AT_ONCE)
_DELETE = delete(HISTORY).where(HISTORY.c.number == bindparam("gone"))
_DELETE_BLOCK = delete(HISTORY_BLOCK).where(HISTORY_BLOCK.c.first == bindparam("gone"))


class ChangedMeanwhileError(ProjectFileError):
    """The history is not as it was read a moment ago: somebody else writes to the file."""

    def __init__(self) -> None:
        super().__init__(phrase("The history changed while it was packed."))


def tidying(connection: Connection, least: int = LEAST) -> Iterator[None]:
    """Pack steps where there are `least` more than stay in rows, and give back pages, piece by piece."""
    with connection.begin():
        end = _last_to_pack(connection) if count_rows(connection) >= KEPT + least else 0
    while end and (yield from _pack(connection, end)):
        pass
    yield from _give_back(connection)


def give_back(connection: Connection, most: int = 1_000_000_000) -> int:
    """Shorten the file by its unused pages, or by some. Returns how many are left. Within a transaction."""
    unused = int(connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())
    for _ in range(min(unused, most)):
        # Python steps through this once, and so gives back one page, whatever number is asked for.
        connection.exec_driver_sql("PRAGMA incremental_vacuum(1)")
    return max(unused - most, 0)


def _give_back(connection: Connection) -> Iterator[None]:
    with connection.begin():
        unused = int(connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())
    if unused < _FEW_PAGES:
        return
    while unused:
        yield
        with connection.begin():
            give_back(connection, _PAGES_AT_ONCE)
            left = int(connection.exec_driver_sql("PRAGMA freelist_count").scalar_one())
        if left >= unused:
            # Another program made the file over into one that gives nothing back.
            return
        unused = left


class _Found(NamedTuple):
    step: Step
    edits: list[RawEdit] | None
    size: int


def _pack(connection: Connection, end: int) -> Generator[None, None, bool]:
    """Move steps up to the number `end` into the last block, as far as it has room, else into a new one.

    Returns whether there was anything to pack.
    """
    with connection.begin():
        block = _last_block(connection)
    yield
    packing, replaced, added = Packing(), block, list[int]()
    if block is not None and (yield from _refill(packing, block)):
        added = yield from _collect(connection, packing, block.last, end)
    if not added:
        packing, replaced = Packing(), None
        added = yield from _collect(connection, packing, block.last if block else 0, end)
    if not added:
        return False
    made = yield from packing.pieces()
    yield from packing.prove(made)
    with connection.begin():
        _put(connection, made, replaced, added)
    yield
    return True


def _refill(packing: Packing, block: Block) -> Generator[None, None, bool]:
    """Take up what a block holds. Returns whether it has room for more; one that is damaged has none."""
    try:
        if len(steps_of(block.first, block.last, block.steps)) >= MOST_STEPS_IN_BLOCK:
            return False
        changes = Changes(block)
    except BrokenContentError:
        return False
    yield
    size = changes.size
    for index, (number, step) in enumerate(changes.steps.items()):
        packing.add(step, changes.edits[number], size)
        size = 0
        if index % _ROWS_AT_ONCE == 0:
            yield
    return True


def _collect(
    connection: Connection, packing: Packing, after: int, end: int
) -> Generator[None, None, list[int]]:
    """Pack the rows after one number up to another, as many as fit; what cannot be packed stays a row."""
    added: list[int] = []
    while after < end:
        with connection.begin():
            rows = connection.execute(_ROWS.where(HISTORY.c.number > after, HISTORY.c.number <= end)).all()
        if not rows:
            break
        for found in filter(None, map(_found, rows)):
            if not packing.has_room_for(found.edits or (), found.size):
                return added
            packing.add(*found)
            added.append(found.step.number)
        after = rows[-1].number
        yield
    return added


def _found(row: Row[Any]) -> _Found | None:
    try:
        step = step_of(row.number, row.at, row.act, row.of, form_in(row.label))
        if length_of(step.label.form) > LONGEST_LABEL_IN_BLOCK:
            return None
        if row.payload is None:
            return _Found(step, None, 0)
        content = unzipped(row.payload, LARGEST_STEP_IN_BLOCK)
        edits = raw_edits(content)
        return _Found(step, edits, len(content)) if all(can_be_packed(*edit) for edit in edits) else None
    except (*UNREADABLE, BrokenContentError, zlib.error):
        return None


def _put(connection: Connection, made: Block, replaced: Block | None, added: list[int]) -> None:
    """Put a block in the place of rows, and of the block that it contains."""
    gone = connection.execute(_DELETE, [{"gone": number} for number in added]).rowcount
    if replaced is not None:
        gone += connection.execute(_DELETE_BLOCK, {"gone": replaced.first}).rowcount
    if gone != len(added) + (replaced is not None):
        raise ChangedMeanwhileError
    connection.execute(HISTORY_BLOCK.insert(), asdict(made))


def _last_to_pack(connection: Connection) -> int:
    newest = select(HISTORY.c.number).order_by(HISTORY.c.number.desc()).offset(KEPT).limit(1)
    return int(connection.execute(newest).scalar() or 0)


def _last_block(connection: Connection) -> Block | None:
    row = connection.execute(select(HISTORY_BLOCK).order_by(HISTORY_BLOCK.c.first.desc()).limit(1)).first()
    return None if row is None else Block(*row)
