"""What a document holds at one moment. It never changes: a change makes another of it.

So a document goes from one to the next by a single assignment, and nothing can strike in the middle; and a
snapshot costs nothing. What is worked out from the records is kept beside them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from app.model.change import Change
from app.model.records import Id, Place, Record


class StaleChangeError(Exception):
    """A change was made for a document that has moved on since. A bug, never a user's fault."""


@dataclass(frozen=True, slots=True)
class Content:
    """Records by id, and the ids that stand in each place."""

    records: dict[Id, Record]
    members: dict[Place, set[Id]]
    _siblings: dict[Place, tuple[Record, ...]] = field(default_factory=dict)
    _by_type: dict[type[Record], tuple[Record, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Content":
        by_id: dict[Id, Record] = {}
        members: dict[Place, set[Id]] = {}
        for record in records:
            by_id[record.id] = record
            members.setdefault(record.place, set()).add(record.id)
        return cls(by_id, members)

    def changed(self, change: Change) -> "Content":
        """The same after a change. Raises StaleChangeError where a `before` does not fit."""
        self.require_fit(change)
        records, members, siblings = dict(self.records), dict(self.members), dict(self._siblings)
        touched: dict[Place, set[Id]] = {}
        for before, after in change:
            if before is not None:
                self._members_in(touched, before.place).discard(before.id)
                if after is None:
                    del records[before.id]
            if after is not None:
                self._members_in(touched, after.place).add(after.id)
                records[after.id] = after
        for place, ids in touched.items():
            siblings.pop(place, None)
            if ids:
                members[place] = ids
            else:
                members.pop(place, None)
        return Content(records, members, siblings)

    def require_fit(self, change: Change) -> None:
        """Raises StaleChangeError where a `before` is not what there is."""
        for edit in change:
            now = self.records.get(edit.record.id)
            if now is not edit.before and now != edit.before:
                raise StaleChangeError(f"{change.label}: {edit.record.kind} {edit.record.id} has moved on")

    def all(self, record_type: type[Record]) -> tuple[Record, ...]:
        """Every record of a kind, in no particular order."""
        if not self._by_type:
            found: dict[type[Record], list[Record]] = defaultdict(list)
            for record in self.records.values():
                found[type(record)].append(record)
            self._by_type.update({kind: tuple(records) for kind, records in found.items()})
        return self._by_type.get(record_type, ())

    def siblings(self, place: Place) -> tuple[Record, ...]:
        """The records that share a place, in order."""
        found = self._siblings.get(place)
        if found is None:
            members = [self.records[id] for id in self.members.get(place, ())]
            found = tuple(sorted(members, key=lambda record: (record.position, record.id)))
            self._siblings[place] = found
        return found

    def _members_in(self, touched: dict[Place, set[Id]], place: Place) -> set[Id]:
        """The ids of a place, as a set of their own that may be changed."""
        if place not in touched:
            touched[place] = set(self.members.get(place, ()))
        return touched[place]
