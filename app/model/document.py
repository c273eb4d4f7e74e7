"""The document: every record of a project, and the one place where it changes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar, cast

from app.model.change import Change, Edit
from app.model.pictures import PictureStore
from app.model.records import (
    EmotionPoint,
    Entry,
    Id,
    InCell,
    JourneyMap,
    LegendEntry,
    Note,
    Persona,
    Picture,
    Place,
    Project,
    Record,
    Relation,
    Section,
    Stage,
)

R = TypeVar("R", bound=Record)
Listener = Callable[[Change], None]


class StaleChangeError(Exception):
    """A change was made for a document that has moved on since. A bug, never a user's fault."""


class Document:
    """Records by id and in their order. Changed by `apply` alone, which then tells the listeners.

    `picture_store` keeps the bytes of its pictures.
    """

    def __init__(self, records: Iterable[Record] = (), picture_store: PictureStore | None = None) -> None:
        self.picture_store = picture_store or PictureStore()
        self._records: dict[Id, Record] = {}
        self._members: dict[Place, set[Id]] = {}
        self._siblings: dict[Place, tuple[Record, ...]] = {}
        self._by_type: dict[type[Record], tuple[Record, ...]] | None = None
        self._listeners: list[Listener] = []
        for record in records:
            self._put(record)

    def apply(self, change: Change) -> None:
        """Make the change. Raises StaleChangeError, having changed nothing, where a `before` does not fit."""
        for edit in change:
            now = self._records.get(edit.record.id)
            if now is not edit.before and now != edit.before:
                raise StaleChangeError(f"{change.label}: {edit.record.kind} {edit.record.id} has moved on")
        for edit in change:
            self._replace(edit)
        for listener in tuple(self._listeners):
            listener(change)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told of every change after it was applied. Returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def copy(self) -> "Document":
        """The same records without the listeners: a snapshot that another thread may read."""
        twin = Document(picture_store=self.picture_store)
        twin._records = dict(self._records)
        twin._members = {place: set(members) for place, members in self._members.items()}
        twin._siblings = dict(self._siblings)
        return twin

    # Reading

    def __contains__(self, id: Id) -> bool:
        return id in self._records

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def find(self, id: Id) -> Record | None:
        return self._records.get(id)

    def get(self, record_type: type[R], id: Id) -> R:
        """The record of that id. Raises KeyError where there is none, or one of another kind."""
        record = self._records[id]
        if not isinstance(record, record_type):
            raise KeyError(id)
        return record

    def all(self, record_type: type[R]) -> tuple[R, ...]:
        """Every record of a kind, in no particular order."""
        if self._by_type is None:
            found: dict[type[Record], list[Record]] = defaultdict(list)
            for record in self._records.values():
                found[type(record)].append(record)
            self._by_type = {kind: tuple(records) for kind, records in found.items()}
        return cast("tuple[R, ...]", self._by_type.get(record_type, ()))

    def places(self) -> tuple[Place, ...]:
        """Every place in which something stands."""
        return tuple(self._members)

    def held_by(self, id: Id) -> Iterator[Record]:
        """What stands directly in a map, stage or section: its stages and sections, notes and points."""
        for place in self.places():
            if id in place[1:]:
                yield from self.siblings(place)

    def siblings(self, place: Place) -> tuple[Record, ...]:
        """The records that share a place, in order."""
        found = self._siblings.get(place)
        if found is None:
            members = [self._records[id] for id in self._members.get(place, ())]
            found = tuple(sorted(members, key=lambda record: (record.position, record.id)))
            self._siblings[place] = found
        return found

    @property
    def project(self) -> Project:
        return cast("Project", self.siblings((Project.kind,))[0])

    def legend(self) -> tuple[LegendEntry, ...]:
        return cast("tuple[LegendEntry, ...]", self.siblings((LegendEntry.kind,)))

    def personas(self) -> tuple[Persona, ...]:
        return cast("tuple[Persona, ...]", self.siblings((Persona.kind,)))

    def maps(self) -> tuple[JourneyMap, ...]:
        return cast("tuple[JourneyMap, ...]", self.siblings((JourneyMap.kind,)))

    def stages(self, map: Id) -> tuple[Stage, ...]:
        return cast("tuple[Stage, ...]", self.siblings((Stage.kind, map)))

    def sections(self, map: Id) -> tuple[Section, ...]:
        return cast("tuple[Section, ...]", self.siblings((Section.kind, map)))

    def notes(self, section: Id, stage: Id) -> tuple[Note, ...]:
        """The notes of a cell."""
        return cast("tuple[Note, ...]", self.siblings((Note.kind, section, stage)))

    def points(self, section: Id, stage: Id) -> tuple[EmotionPoint, ...]:
        """The emotion points of a cell, in the order in which they were placed."""
        return cast("tuple[EmotionPoint, ...]", self.siblings((EmotionPoint.kind, section, stage)))

    def entries(self, section: Id, stage: Id) -> tuple[Entry, ...]:
        """The entries of a cell."""
        return cast("tuple[Entry, ...]", self.siblings((Entry.kind, section, stage)))

    def in_cell(self, section: Id, stage: Id) -> tuple[InCell, ...]:
        """What stands in a cell in its order: notes, or entries."""
        return (*self.notes(section, stage), *self.entries(section, stage))

    def pictures(self) -> tuple[Picture, ...]:
        return cast("tuple[Picture, ...]", self.siblings((Picture.kind,)))

    def relations(self) -> tuple[Relation, ...]:
        return cast("tuple[Relation, ...]", self.siblings((Relation.kind,)))

    # Changing

    def _replace(self, edit: Edit) -> None:
        self._by_type = None
        if edit.before is not None:
            del self._records[edit.before.id]
            self._leave(edit.before)
        if edit.after is not None:
            self._put(edit.after)

    def _put(self, record: Record) -> None:
        self._records[record.id] = record
        place = record.place
        self._members.setdefault(place, set()).add(record.id)
        self._siblings.pop(place, None)

    def _leave(self, record: Record) -> None:
        place = record.place
        members = self._members[place]
        members.discard(record.id)
        if not members:
            del self._members[place]
        self._siblings.pop(place, None)
