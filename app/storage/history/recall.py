"""Fetches what old steps of the history changed, whether they stand in rows or in blocks.

Who goes through the history asks for neighbours: the last blocks are kept, and rows are read some at a time.
What is kept is told by its size: a step or block may be a thousand times as large as another.
"""

import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, func, select

from app.language.phrases import phrase
from app.limits import LARGEST_BLOCK, LARGEST_NEIGHBOURS
from app.model.change import Change
from app.model.labels import label_of
from app.storage.errors import BrokenContentError
from app.storage.history.blocks import Changes
from app.storage.history.history_rows import load_block_with, load_change
from app.storage.history.labels import form_in
from app.storage.history.payload import UNREADABLE, change_of, raw_edits, unzipped
from app.storage.tables import HISTORY
from app.threads import require_wanted

_BLOCKS_KEPT, _NEIGHBOURS = 3, 50


class Recall:
    """The changes of a file by the number of their step. `connect` gives a connection in a transaction."""

    def __init__(self, connect: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._connect = connect
        self._blocks: list[Changes] = []
        self._rows: dict[int, Change] = {}

    def __call__(self, number: int) -> Change:
        """Raises a ProjectFileError where the change cannot be read."""
        require_wanted()
        if number not in self._rows:
            for block in self._blocks:
                if number in block:
                    return block.change_of(number)
            try:
                with self._connect() as connection:
                    return self._read(connection, number)
            except KeyError as error:
                raise BrokenContentError(
                    phrase("The history’s step {number} is not in the file.", number=str(number))
                ) from error
        return self._rows[number]

    def _read(self, connection: Connection, number: int) -> Change:
        try:
            change = load_change(connection, number)
        except KeyError:
            block = load_block_with(connection, number)
            self._keep_block(block)
            return block.change_of(number)
        self._keep_neighbours(connection, number)
        return change

    def _keep_block(self, block: Changes) -> None:
        self._blocks = [block, *self._blocks][:_BLOCKS_KEPT]
        while len(self._blocks) > 1 and sum(each.size for each in self._blocks) > LARGEST_BLOCK:
            self._blocks.pop()

    def _keep_neighbours(self, connection: Connection, number: int) -> None:
        """Keep those in rows near a step, the nearest first, as long as there is room for them."""
        distance = func.abs(HISTORY.c.number - number)
        near = HISTORY.c.number.between(number - _NEIGHBOURS, number + _NEIGHBOURS)
        columns = select(HISTORY.c.number, HISTORY.c.label, HISTORY.c.payload).where(near)
        short = func.length(HISTORY.c.payload) <= LARGEST_NEIGHBOURS // 100
        self._rows.clear()
        room = LARGEST_NEIGHBOURS
        for row in connection.execute(columns.where(short).order_by(distance)):
            try:
                content = unzipped(row.payload, room)
                self._rows[row.number] = change_of(label_of(form_in(row.label)), raw_edits(content))
            except (*UNREADABLE, zlib.error):
                continue  # It is told when that step is asked for.
            room -= len(content)
