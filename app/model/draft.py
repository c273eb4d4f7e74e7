"""A draft: the document as it would be, on which a verb works before it returns its Change."""

from collections.abc import Iterator
from typing import TypeVar

from app.model.change import Change, Edit
from app.model.document import Document
from app.model.labels import Label
from app.model.records import PARENT_KINDS, Id, Place, Record

R = TypeVar("R", bound=Record)


def _named(record: Record, kind: str) -> set[Id]:
    return {id for field, of in record.mentions.items() if of == kind for id in record.mentioned(field)}


class Draft:
    """A document under a few pending edits. Keeps the order of siblings without gaps; touches no document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._after: dict[Id, Record | None] = {}
        self._orders: dict[Place, list[Id]] = {}

    def __contains__(self, id: Id) -> bool:
        return (self._after[id] is not None) if id in self._after else id in self._document

    def get(self, record_type: type[R], id: Id) -> R:
        """The record as the draft has it. Raises KeyError where there is none of that kind."""
        record = self._after[id] if id in self._after else self._document.find(id)
        if not isinstance(record, record_type):
            raise KeyError(id)
        return record

    def removed(self) -> set[Id]:
        """The ids of the document that the draft has no more."""
        return {id for id, after in self._after.items() if after is None}

    def no_longer_named(self, kind: str) -> set[Id]:
        """The ids of a kind that records of the document named and the draft's records do not."""
        lost: set[Id] = set()
        for id, after in self._after.items():
            before = self._document.find(id)
            if before is not None:
                lost |= _named(before, kind) - (_named(after, kind) if after is not None else set())
        lost = {id for id in lost if id in self}
        return lost.difference(*(_named(one, kind) for one in self._now(kind))) if lost else lost

    def _now(self, kind: str) -> Iterator[Record]:
        """The records as the draft has them, of those types that can name others of a kind."""
        for record in (*self._document, *self._after.values()):
            if record is not None and kind in record.mentions.values():
                now = self._after.get(record.id, record)
                if now is not None:
                    yield now

    def order(self, place: Place) -> list[Id]:
        """The ids that stand in a place, in order: the draft's own list."""
        if place not in self._orders:
            self._orders[place] = [record.id for record in self._document.siblings(place)]
        return self._orders[place]

    def insert(self, record: Record, index: int | None = None) -> None:
        """Put a new record among its siblings before `index`, or last."""
        order = self.order(record.place)
        order.insert(len(order) if index is None else max(0, min(index, len(order))), record.id)
        self._after[record.id] = record

    def put(self, record: Record) -> None:
        """Replace a record by one of the same id that stands in the same place."""
        self._after[record.id] = record

    def remove(self, record: Record) -> None:
        """Take a record away with all it holds; its siblings close the gap."""
        if self._after.get(record.id, record) is None:
            return
        if record.kind in PARENT_KINDS:
            for held in self._document.held_by(record.id):
                if self._stands_in(held, record):
                    self.remove(held)
        self.order(record.place).remove(record.id)
        self._after[record.id] = None

    def move(self, record: Record, moved: Record, index: int | None = None) -> None:
        """Take a record from its place and put it, as `moved`, before `index` of its new place (or last)."""
        self.order(record.place).remove(record.id)
        self.insert(moved, index)

    def move_before(self, record: Record, moved: Record, before: Id | None) -> None:
        """Take a record from its place and put it, as `moved`, before a sibling there (none: last)."""
        self.order(record.place).remove(record.id)
        order = self.order(moved.place)
        self.insert(moved, order.index(before) if before is not None else None)

    def _stands_in(self, held: Record, parent: Record) -> bool:
        """Whether a record still stands in a parent, or was moved out of it."""
        now = self._after.get(held.id, held)
        return now is not None and parent.id in now.place[1:]

    def change(self, label: Label) -> Change:
        """Everything the draft did, as one change, with the positions counted anew."""
        for order in self._orders.values():
            for position, id in enumerate(order):
                record = self.get(Record, id)
                if record.position != position:
                    self._after[id] = record.changed(position=position)
        edits = (Edit(self._document.find(id), after) for id, after in self._after.items())
        return Change(label, tuple(edit for edit in edits if edit.before != edit.after))
