"""Old steps of the history packed together, a thousand in one row, so that a long history stays small.

A block tells a record whole where it first meets it and afterwards only how it changed. So it needs nothing
but itself to be read, whatever else of a file is lost. Both its parts are xz with a sum, by which damage is
seen: the steps (JSON, column by column, numbers and times as differences), and what they changed.
"""

import lzma
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from app.language.phrases import phrase
from app.limits import (
    LARGEST_BLOCK,
    LONGEST_LABEL_IN_BLOCK,
    MOST_EDITS_IN_BLOCK,
    MOST_FIELDS,
    MOST_STEPS_IN_BLOCK,
    UNPACKING_MEMORY,
)
from app.model.change import Change
from app.model.exchange.plain_json import parsed as from_json
from app.model.history.steps import Step
from app.model.timestamps import microseconds
from app.model.upgrades import Fields
from app.storage.errors import BrokenContentError
from app.storage.history.labels import length_of
from app.storage.history.numbered import RawEdit, new_edits, new_labels, numbered, schema_and_content
from app.storage.history.payload import UNREADABLE, as_json, change_of
from app.storage.history.stored_steps import step_of

_AT_ONCE, _LOOKED_AT = 32 * 1024, 100
"""Bytes that are compressed, and steps that are compared, without looking up."""

Delta = Fields | list[Any] | None
"""What makes one state of a record of another: the fields that differ, with a list of those that are gone
where there are any; all fields of a new record; none of a deleted one."""


@dataclass(frozen=True, slots=True)
class Block:
    """The steps from `first` to `last`, packed."""

    first: int
    last: int
    steps: bytes
    changes: bytes


def can_be_packed(kind: object, before: Fields | None, after: Fields | None) -> bool:
    """Whether an edit is one: damage that a file brings along must not be spread."""
    states = [state for state in (before, after) if state is not None]
    if not isinstance(kind, str) or not all(isinstance(state, dict) for state in states):
        return False
    ids = {state.get("id") for state in states if isinstance(state.get("id"), str)}
    return len(ids) == 1 and all(len(state) <= MOST_FIELDS and "id" in state for state in states)


class Packing:
    """Steps on the way into a block, in order."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self._raw: list[list[RawEdit] | None] = []
        self._encoded: list[bytes] = []
        self._count = 0
        self._size = 0
        self._known: dict[str, tuple[str, Fields | None]] = {}

    def has_room_for(self, edits: Sequence[RawEdit], size: int) -> bool:
        """Whether a step with these edits, of `size` bytes, can still be added."""
        return (
            len(self.steps) < MOST_STEPS_IN_BLOCK
            and self._count + len(edits) <= MOST_EDITS_IN_BLOCK
            and self._size + size <= LARGEST_BLOCK // 2
        )

    def add(self, step: Step, edits: list[RawEdit] | None, size: int) -> None:
        """Add a step with what it changed; none for one that changed nothing by itself, as an undo."""
        self.steps.append(step)
        self._raw.append(edits)
        self._encoded.append(as_json(None if edits is None else [self._encode_edit(*edit) for edit in edits]))
        self._count += len(edits or ())
        self._size += size

    def pieces(self) -> Generator[None, None, Block]:
        """Pack in small pieces of work; returns the block."""
        numbers = [step.number for step in self.steps]
        times = [microseconds(step.at) for step in self.steps]
        heads = [
            [numbers[0], *(later - before for before, later in pairwise(numbers))],
            [times[0], *(later - before for before, later in pairwise(times))],
            [step.act for step in self.steps],
            [step.number - step.of for step in self.steps],
            [step.label.form for step in self.steps],
        ]
        steps = yield from _compressed(numbered(as_json(heads)))
        changes = yield from _compressed(numbered(b"[%b]" % b",".join(self._encoded)))
        return Block(numbers[0], numbers[-1], steps, changes)

    def prove(self, block: Block) -> Iterator[None]:
        """Read a block again, in small pieces of work. Raises AssertionError unless it tells all of this."""
        changes = Changes(block)
        yield
        read = zip(changes.steps.values(), changes.edits.values(), strict=True)
        packed = zip(self.steps, self._raw, strict=True)
        for index, (found, wanted) in enumerate(zip(read, packed, strict=True)):
            if found != wanted:
                raise AssertionError(f"A block does not hold step {wanted[0].number} as it is.")
            if index % _LOOKED_AT == 0:
                yield

    def _encode_edit(self, kind: str, before: Fields | None, after: Fields | None) -> list[Any]:
        """An edit as a block tells it: [id, after] of what is known to be as before; else with that too."""
        id = (after or before or {})["id"]
        known_kind, known = self._known.get(id, ("", None))
        self._known[id] = kind, after
        if known_kind != kind:
            return [id, kind, before, _delta(before, after)]
        if known != before:
            return [id, _delta(known, before), _delta(before, after)]
        return [id, _delta(before, after)]


class Changes:
    """What the steps of a block changed. Each change is made of its fields when it is asked for."""

    def __init__(self, block: Block) -> None:
        """Raises BrokenContentError where the block cannot be read."""
        self.steps = {step.number: step for step in steps_of(block.first, block.last, block.steps)}
        try:
            content = _decompressed(block.changes)
            self.size = len(content)
            schema, encoded = schema_and_content(from_json(content))
            found = [edits and new_edits(edits, schema) for edits in _read(encoded)]
            self.edits = dict(zip(self.steps, found, strict=True))
        except (*UNREADABLE, lzma.LZMAError) as error:
            raise _broken(block.first, block.last) from error

    def __contains__(self, number: int) -> bool:
        return number in self.steps

    def change_of(self, number: int) -> Change:
        """Raises KeyError for no step that changed anything, BrokenContentError for one that cannot be."""
        edits = self.edits[number]
        if edits is None:
            raise KeyError(number)
        label = self.steps[number].label
        try:
            return change_of(label, edits)
        except UNREADABLE as error:
            raise BrokenContentError(
                phrase("The history’s step “{label}” cannot be read.", label=label.phrase)
            ) from error


def steps_of(first: int, last: int, packed: bytes) -> list[Step]:
    """The steps of a block. Raises BrokenContentError where they cannot be read."""
    return steps_and_size(first, last, packed)[0]


def steps_and_size(first: int, last: int, packed: bytes) -> tuple[list[Step], int]:
    """The steps of a block, and the bytes to which they unpack."""
    try:
        content = _decompressed(packed)
        schema, columns = schema_and_content(from_json(content))
        numbers, times, acts, back, labels = columns
        if len(numbers) > MOST_STEPS_IN_BLOCK or max(map(length_of, labels)) > LONGEST_LABEL_IN_BLOCK:
            raise ValueError("too many steps, or too long a label")
        numbers = list(accumulate(numbers))
        rows = zip(numbers, accumulate(times), acts, back, new_labels(acts, labels, schema), strict=True)
        found = [step_of(number, at, act, number - by, label) for number, at, act, by, label in rows]
        if not found or (found[0].number, found[-1].number) != (first, last):
            raise ValueError("other steps than it says")
    except (*UNREADABLE, lzma.LZMAError) as error:
        raise _broken(first, last) from error
    return found, len(content)


def _broken(first: object, last: object) -> BrokenContentError:
    return BrokenContentError(
        phrase("The history’s steps {first} to {last} cannot be read.", first=str(first), last=str(last))
    )


def _read(encoded: Iterable[Any]) -> list[list[RawEdit] | None]:
    known: dict[str, tuple[str, Fields | None]] = {}
    room = MOST_EDITS_IN_BLOCK
    found: list[list[RawEdit] | None] = []
    for edits in encoded:
        if edits is None:
            found.append(None)
            continue
        room -= len(edits)
        if room < 0:
            raise ValueError("too many edits")
        found.append([_read_edit(known, *edit) for edit in edits])
    return found


def _read_edit(known: dict[str, tuple[str, Fields | None]], id: str, *encoded: Any) -> RawEdit:
    """An edit again; the count of what is told says how (see `Packing._encode_edit`)."""
    if len(encoded) == 3:
        kind, before = str(encoded[0]), _checked(encoded[1])
    else:
        kind, before = known[id]
        before = _with_delta(before, encoded[0]) if len(encoded) == 2 else before
    after = _with_delta(before, encoded[-1])
    known[id] = kind, after
    return kind, before, after


def _delta(old: Fields | None, new: Fields | None) -> Delta:
    if old is None or new is None:
        return new
    differing = {name: value for name, value in new.items() if name not in old or old[name] != value}
    gone = [name for name in old if name not in new]
    return [differing, gone] if gone else differing


def _with_delta(old: Fields | None, delta: Delta) -> Fields | None:
    if old is None or delta is None:
        return _checked(delta)
    differing, gone = delta if isinstance(delta, list) else (delta, ())
    found = {**old, **differing}
    for name in gone:
        del found[name]
    return _checked(found)


def _checked(fields: object) -> Fields | None:
    if fields is not None and not (isinstance(fields, dict) and len(fields) <= MOST_FIELDS):
        raise ValueError("no fields of a record")
    return fields


def _compressed(content: bytes) -> Generator[None, None, bytes]:
    compressor = lzma.LZMACompressor()
    parts: list[bytes] = []
    for start in range(0, len(content), _AT_ONCE):
        parts.append(compressor.compress(content[start : start + _AT_ONCE]))
        yield
    return b"".join([*parts, compressor.flush()])


def _decompressed(content: object) -> bytes:
    if not isinstance(content, bytes):
        raise TypeError("no bytes")
    decompressor = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=UNPACKING_MEMORY)
    found = decompressor.decompress(content, LARGEST_BLOCK)
    if not decompressor.eof or decompressor.unused_data:
        raise ValueError("cut short, or too large")
    return found
