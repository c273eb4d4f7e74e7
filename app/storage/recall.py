"""Fetches what old steps of the history changed, whether they stand in rows or in blocks.

Who goes through the history asks for neighbours: the last blocks are kept, and rows are read some at a time.
"""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import Connection, select

from app.model.change import Change
from app.storage.blocks import Changes
from app.storage.errors import BrokenContentError, ProjectFileError
from app.storage.history_rows import load_block_with, load_change
from app.storage.payload import unpacked
from app.storage.tables import HISTORY

_BLOCKS_KEPT, _ROWS_KEPT, _NEIGHBOURS = 3, 1000, 50


class Recall:
    """The changes of a file by the number of their step. `connect` gives a connection in a transaction."""

    def __init__(self, connect: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._connect = connect
        self._blocks: list[Changes] = []
        self._rows: OrderedDict[int, Change] = OrderedDict()

    def __call__(self, number: int) -> Change:
        """Raises a ProjectFileError where the change cannot be read."""
        if number not in self._rows:
            for block in self._blocks:
                if number in block:
                    return block.change_of(number)
            try:
                with self._connect() as connection:
                    return self._read(connection, number)
            except KeyError as error:
                raise BrokenContentError(f"The history's step {number} is not in the file.") from error
        return self._rows[number]

    def _read(self, connection: Connection, number: int) -> Change:
        try:
            change = load_change(connection, number)
        except KeyError:
            block = load_block_with(connection, number)
            self._blocks = [block, *self._blocks][:_BLOCKS_KEPT]
            return block.change_of(number)
        self._keep_neighbours(connection, number)
        return change

    def _keep_neighbours(self, connection: Connection, number: int) -> None:
        near = HISTORY.c.number.between(number - _NEIGHBOURS, number + _NEIGHBOURS)
        columns = select(HISTORY.c.number, HISTORY.c.label, HISTORY.c.payload)
        for row in connection.execute(columns.where(near, HISTORY.c.payload.is_not(None))):
            try:
                self._rows[row.number] = unpacked(row.label, row.payload)
            except ProjectFileError:
                continue  # It is told when that step is asked for.
        while len(self._rows) > _ROWS_KEPT:
            self._rows.popitem(last=False)
