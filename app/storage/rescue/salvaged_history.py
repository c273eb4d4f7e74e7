"""The history of a damaged file, of which a rescue keeps no more than how it left what stands in no table.

Its steps are read first, as numbers alone; then their changes, one after the other. Of these is kept the last
state of a record that no table has. So a long history takes little more memory than a short one.
"""

import zlib
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from app.language.phrases import phrase
from app.limits import (
    LARGEST_LABELS,
    LARGEST_RESCUED_HISTORY,
    MOST_BLOCKS,
    MOST_RESCUED,
    MOST_RESCUED_EDITS,
    MOST_STEPS,
)
from app.model.history.steps import Step
from app.model.labels import NO_LABEL
from app.model.records import Id, Record
from app.storage.errors import BrokenContentError
from app.storage.history.blocks import Block, Changes, steps_and_size
from app.storage.history.history_rows import WITH_CHANGE
from app.storage.history.numbered import RawEdit
from app.storage.history.payload import UNREADABLE, change_of, raw_edits, unzipped
from app.storage.history.stored_steps import step_of
from app.storage.rescue.pages import Row
from app.storage.tables import HISTORY

ANY_STEP = 1 << 63
"""Greater than the number of any step."""


class State(NamedTuple):
    """What a record was after the last step that is known to have changed it; none where that deleted it."""

    step: int
    record: Record | None


class _Told(NamedTuple):
    """What a step says of itself, but for those that are done: these are told by their number alone."""

    act: str
    of: int


class SalvagedHistory:
    """Gets each row twice: for `take_steps`, then after `begin_changes` for `take_changes`."""

    def __init__(self) -> None:
        self.states: dict[Id, State] = {}
        """How the history left each record that is in no table."""
        self.last_lost_step = 0
        """The greatest number of a step whose change is lost, as far as can be told."""
        self._steps: dict[int, _Told | None] = {}
        self._unread: set[int] = set()
        self._last: dict[int, tuple[int, bool]] = {}
        """The last step that did something again or took it back, and whether it took it back."""
        self._known: Collection[Id] = ()
        self._blocks_left, self._labels_left = MOST_BLOCKS, LARGEST_LABELS
        self._edits_left, self._content_left = MOST_RESCUED_EDITS, LARGEST_RESCUED_HISTORY
        self._states_left, self._size_left = MOST_RESCUED, 0

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def has_gaps(self) -> bool:
        """Whether a step refers to another that is not there, or whose change is not. Asked at the end."""
        told = filter(None, self._steps.values())
        return bool(self._unread) or any(
            step.act != "version" and step.of not in self._steps for step in told
        )

    def take_steps(self, row: Row) -> bool | None:
        """Keep what a row of the history says of its steps. Whether it can be read; none for another row."""
        if (block := _block_in(row)) is not None:
            return self._take_block(block)
        if not _is_step(row):
            return None
        _, at, act, of, label, _ = row.values
        try:
            step = step_of(row.number, at, act, of, label)
        except BrokenContentError:
            return False
        return self._take_step(step, is_newer=True)

    def begin_changes(self, known: Collection[Id], size_left: int) -> None:
        """All steps are there, so it can be told what each change came to. What is known needs no state."""
        self._known, self._size_left = known, size_left
        self._unread = {
            number for number, told in self._steps.items() if told is None or told.act in WITH_CHANGE
        }
        for number, told in sorted(self._steps.items()):
            if told is not None and told.act in ("undo", "redo"):
                self._last[told.of] = number, told.act == "undo"

    def take_changes(self, row: Row) -> bool:
        """Keep what the changes in a row came to. Returns whether all of them can be read."""
        block = _block_in(row)
        if block is not None:
            return self._take_changes_of(block)
        if not _is_step(row) or row.values[2] not in WITH_CHANGE or row.number not in self._unread:
            return True
        try:
            content = unzipped(row.values[5])
            self._count(len(content))
            edits = raw_edits(content)
            del content
            self._take_edits(row.number, edits)
        except (*UNREADABLE, zlib.error, BrokenContentError):
            return False
        return True

    def end_changes(self) -> None:
        """What was not read is lost."""
        for number in self._unread:
            del self._steps[number]
        self.last_lost_step = max(self.last_lost_step, _last_gap(self._steps))

    def _take_block(self, block: Block) -> bool:
        self._blocks_left -= 1
        try:
            if self._blocks_left < 0:
                raise _too_much()
            steps, size = steps_and_size(block.first, block.last, block.steps)
            self._labels_left -= size
            if self._labels_left < 0:
                raise _too_much()
        except BrokenContentError:
            self._lose(block.last)
            return False
        kept = [self._take_step(step, is_newer=False) for step in steps]
        return all(kept)

    def _take_step(self, step: Step, is_newer: bool) -> bool:
        """Keep a step without what it is called. What is newer stands for what is known under its number."""
        number = step.number
        if number in self._steps:
            if not is_newer:
                return True
        elif len(self._steps) >= MOST_STEPS:
            self._lose(number)
            return False
        self._steps[number] = None if step.act == "do" and step.of == number else _Told(step.act, step.of)
        return True

    def _take_changes_of(self, block: Block) -> bool:
        try:
            packed = Changes(block)
            self._count(packed.size)
        except BrokenContentError:
            self._lose(block.last)
            return False
        is_whole = True
        for step in packed.steps.values():
            if step.act not in WITH_CHANGE or step.number not in self._unread:
                continue
            try:
                self._take_edits(step.number, packed.edits[step.number])
            except (*UNREADABLE, BrokenContentError):
                self._lose(step.number)
                is_whole = False
        return is_whole

    def _take_edits(self, number: int, edits: Iterable[RawEdit] | None) -> None:
        """Raises one of UNREADABLE, or BrokenContentError where there is no room."""
        if edits is None:
            raise KeyError(number)
        last, is_undone = max((number, False), self._last.get(number, (0, False)))
        for edit in edits:
            self._edits_left -= 1
            _, before, after = edit
            id = (after or before or {})["id"]
            if id not in self._known and self._is_newer(id, last):
                (made,) = change_of(NO_LABEL, (edit,))
                self._keep(made.record.id, State(last, made.before if is_undone else made.after))
        self._unread.discard(number)

    def _is_newer(self, id: Id, step: int) -> bool:
        return id not in self.states or self.states[id].step < step

    def _keep(self, id: Id, state: State) -> None:
        """Raises BrokenContentError where there is no room."""
        former = self.states.get(id)
        if former is None:
            self._states_left -= 1
        self._size_left -= _size_of(state) - _size_of(former)
        if self._states_left < 0 or self._size_left < 0:
            raise _too_much()
        self.states[id] = state

    def _count(self, size: int) -> None:
        """Raises BrokenContentError where that is more than is read."""
        self._content_left -= size
        if self._content_left < 0 or self._edits_left < 0:
            raise _too_much()

    def _lose(self, number: int) -> None:
        self.last_lost_step = max(self.last_lost_step, number)


def is_of_history(row: Row) -> bool:
    """Whether a row has the form of one of the history's."""
    return _is_step(row) or _block_in(row) is not None


def _is_step(row: Row) -> bool:
    return len(row.values) == len(HISTORY.columns) and row.values[0] is None


def _block_in(row: Row) -> Block | None:
    match row.values:
        case (None, int(last), bytes(heads), bytes(changes)):
            return Block(row.number, last, heads, changes)
        case _:
            return None


def _last_gap(steps: Mapping[int, _Told | None]) -> int:
    """The greatest number that is missing among the steps; those before one thinned out may well be."""
    gaps = 0
    for before, number in pairwise(sorted(steps)):
        told = steps[number]
        if number > before + 1 and (told is None or told.act != "thinned"):
            gaps = number - 1
    return gaps


def _size_of(state: State | None) -> int:
    return 0 if state is None or state.record is None else len(state.record.model_dump_json().encode())


def _too_much() -> BrokenContentError:
    return BrokenContentError(phrase("There is more than can be rescued."))
