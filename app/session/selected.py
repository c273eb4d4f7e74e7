"""The records that are selected, looked up once for all who ask: actions and inspector do at every change."""

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar, cast

from app.model.records import Note, NoteColour, Record

R = TypeVar("R", bound=Record)


class Selected:
    """The records of a selection as they are at a moment, in its order."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = tuple(records)
        self._types = frozenset(map(type, self.records))
        self._by_type: dict[type[Record], tuple[Record, ...]] = {}

    def any_of(self, record_types: tuple[type[Record], ...]) -> bool:
        """Whether there is one of these kinds."""
        return any(issubclass(each, record_types) for each in self._types)

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """Those of a kind."""
        found = self._by_type.get(record_type)
        if found is None:
            is_any = self.any_of((record_type,))
            found = tuple(each for each in self.records if isinstance(each, record_type)) if is_any else ()
            self._by_type[record_type] = found
        return cast("tuple[R, ...]", found)

    @cached_property
    def colours(self) -> frozenset[NoteColour]:
        """The colours of the notes."""
        return frozenset(note.colour for note in self.of(Note))

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of the notes."""
        return frozenset(tag for note in self.of(Note) for tag in note.tags)
