"""Two versions of a map compared: what was added, changed, moved and removed, and both as one document.

That document is the later version with what is gone put back in its old place, as *ghosts*; so whatever lays
out and draws a map shows a comparison as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal, NamedTuple, get_args

from app.language.phrases import Phrase
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import NO_LABEL
from app.model.pictures import PictureStore
from app.model.records import (
    EmotionPoint,
    Entry,
    FeltLater,
    Id,
    JourneyMap,
    Note,
    ParkedNote,
    Persona,
    Picture,
    Project,
    Record,
    Relation,
    Section,
    Stage,
    Style,
    new_id,
)

Became = Literal["added", "changed", "moved", "removed"]
"""What became of a record from one version to the next."""
BECAME: tuple[Became, ...] = get_args(Became)

_IN_CELLS = (Note, EmotionPoint, Entry)
_LOOKS = frozenset((
    "words",
    "position", "width", "height", "is_folded", "is_left_off_posters", "metric_look", "curve", "hidden",
    "hides_everyone", "front", "ghost", "widths_follow_duration", "shows_personas", "quote_x", "quote_y",
    "arranged", "standing", "at_x", "at_y", "box_x", "box_y", "impact_at", "effort_at", "begun", "closed",
))  # fmt: skip
"""Fields that say how something is shown, or spelt, not what the map says."""


class Version(NamedTuple):
    """The project as it was, and what that moment is called: “before lunch”, 12:03."""

    name: str | Phrase
    document: Document


class Difference(NamedTuple):
    """What became of one record. Numbers run from 1 on, as one reads the map."""

    number: int
    became: Became
    before: Record | None
    after: Record | None
    ghost: Id | None = None
    """Who stands, in the compared document, where the record stood and stands no more."""

    @property
    def record(self) -> Record:
        """The record as it is, or, where it is gone, as it was."""
        record = self.after or self.before
        assert record is not None
        return record

    @property
    def shown_as(self) -> Id:
        """Who stands for the record in the compared document; for a removed point of a curve, nobody."""
        return self.record.id if self.after is not None or self.ghost is None else self.ghost

    @property
    def seen_at(self) -> Id:
        """Where on the map one looks for it: of what leads from a note, at that."""
        match self.record:
            case Relation() as relation:
                return relation.from_note
            case FeltLater() as felt:
                return felt.note
        return self.shown_as

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that say something else than before."""
        if self.before is None or self.after is None:
            return ()
        return tuple(_fields_that_differ(self.before, self.after))


@dataclass(frozen=True)
class Comparison:
    """A map in two versions. `document` has both in one; `since` says what the earlier one is called."""

    document: Document
    map: Id
    since: str | Phrase
    differences: tuple[Difference, ...]

    def count(self, became: Became) -> int:
        return sum(difference.became == became for difference in self.differences)

    @cached_property
    def of_headers(self) -> dict[Id, Difference]:
        """What became of stages and sections, by who is shown for them."""
        headers = (one for one in self.differences if isinstance(one.record, Stage | Section))
        return {one.shown_as: one for one in headers}

    @property
    def ghosts(self) -> frozenset[Id]:
        """What the document has and the later version has not."""
        return frozenset(one.ghost for one in self.differences if one.ghost is not None)


def compare(before: Version, after: Document, map: Id) -> Comparison:
    """Compare a map with itself as it was. Where it was not there yet, all of it was added."""
    union = _Union(before.document, after, map)
    found = list(union.differences())
    order = {id: place for place, id in enumerate(_reading_order(union.document, map))}
    # What has no place on the map any more, as a removed point of a curve, is told last.
    found.sort(key=lambda difference: order.get(difference.shown_as, len(order)))
    numbered = tuple(one._replace(number=number) for number, one in enumerate(found, 1))
    return Comparison(union.document, map, before.name, numbered)


class _Union:
    """Puts what is gone from a map back into a copy of the later document."""

    def __init__(self, before: Document, after: Document, map: Id) -> None:
        self._before, self._after, self._map = before, after, map
        self._then = {record.id: record for record in _content(before, map)}
        self._now = {record.id: record for record in _content(after, map)}
        self._draft = Draft(after)
        self._ghosts: dict[Id, Id] = {}
        for record in self._then.values():
            self._put_back(record)
        self._unfold()
        self.document = Document(after, _both(before.picture_store, after.picture_store))
        self.document.apply(self._draft.change(NO_LABEL))

    def differences(self) -> Iterator[Difference]:
        """Every difference, not numbered yet."""
        reordered = {*self._reordered(Stage), *self._reordered(Section)}
        for id, record in self._now.items():
            was = self._then.get(id)
            if was is None:
                yield Difference(0, "added", None, record)
            elif was.place != record.place or id in reordered:
                yield Difference(0, "moved", was, record, self._ghosts.get(id))
            elif any(_fields_that_differ(was, record)):
                yield Difference(0, "changed", was, record)
        for id, record in self._then.items():
            if id not in self._now:
                yield Difference(0, "removed", record, None, self._ghosts.get(id))

    def _put_back(self, was: Record) -> None:
        """A record that is gone, where it stood; in place of one that stands elsewhere now, its ghost."""
        now = self._now.get(was.id)
        if isinstance(was, JourneyMap | Project | Style) or (now is not None and now.place == was.place):
            return
        # A point that is gone would bend the curve as it is now.
        if isinstance(was, EmotionPoint) and was.section in self._now:
            return
        # A line that is gone would be drawn as one that is there.
        if isinstance(was, Relation | FeltLater):
            return
        # Elsewhere in the project it may be there still.
        is_free = now is None and was.id not in self._after
        held_by = {parent: self._ghosts.get(id := getattr(was, parent), id) for parent in was.parents}
        ghost = was.changed(id=was.id if is_free else new_id(), **held_by)
        gone = {id for field in ghost.mentions for id in ghost.mentioned(field) if id not in self._draft}
        if any(ghost.falls_without(field, gone) for field in ghost.mentions if ghost.mentioned(field)):
            return
        self._ghosts[was.id] = ghost.id
        self._draft.insert(self._with_what_it_names(ghost), self._index_of(was, ghost))

    def _index_of(self, was: Record, ghost: Record) -> int:
        """Behind the nearest of its siblings of then that stands there."""
        order = self._draft.order(ghost.place)
        there = {id: index for index, id in enumerate(order)}
        for sibling in reversed(self._before.siblings(was.place)[: was.position]):
            index = there.get(self._ghosts.get(sibling.id, sibling.id))
            if index is not None:
                return index + 1
        return 0

    def _with_what_it_names(self, record: Record) -> Record:
        """The record, with the personas and pictures that it names in the draft; other mentions are lost."""
        for field in record.mentions:
            for id in record.mentioned(field):
                named = None if id in self._draft else self._before.find(id)
                if isinstance(named, Persona | Picture):
                    self._draft.insert(self._with_what_it_names(named))
            kept = tuple(id for id in record.mentioned(field) if id in self._draft)
            if kept != record.mentioned(field):
                several = isinstance(getattr(record, field), tuple)
                record = record.changed(**{field: kept if several else None})
        return record

    def _unfold(self) -> None:
        """A section that is folded to a line would hide what became of its notes."""
        lines = (*self._then.values(), *self._now.values())
        if not any(isinstance(record, Section) and record.is_folded for record in lines):
            return
        touched = {
            record.section
            for one in self.differences()
            for record in (one.before, one.after)
            if isinstance(record, _IN_CELLS)
        }
        for id in touched:
            section = self._draft.get(Section, id)
            if section.is_folded:
                self._draft.put(section.changed(is_folded=False))

    def _reordered(self, kind: type[Stage] | type[Section]) -> Iterator[Id]:
        """The fewest stages, or sections, that must have been moved along for the order to be what it is."""
        then = [id for id, record in self._then.items() if type(record) is kind and id in self._now]
        now = [id for id, record in self._now.items() if type(record) is kind and id in self._then]
        stayed: set[Id] = set()
        for block in SequenceMatcher(None, then, now, autojunk=False).get_matching_blocks():
            stayed.update(then[block.a : block.a + block.size])
        return (id for id in now if id not in stayed)


def _both(before: PictureStore, after: PictureStore) -> PictureStore:
    """The bytes of the pictures of both; mostly the two are one store."""
    if before is after:
        return after

    def fetch(id: Id) -> bytes | None:
        data = after.get(id)
        return data if data is not None else before.get(id)

    return PictureStore(fetch)


def _content(document: Document, map: Id) -> Iterator[Record]:
    """The project with its style, a map and all it holds: stages and sections in their order first."""
    yield from document.all(Project)
    yield from document.all(Style)
    yield from document.all(ParkedNote)
    yield from document.agenda()
    for round in document.rounds():
        yield round
        yield from document.hand_counts(round.id)
    yield from document.reveals()
    for run in document.runs():
        # That it was held, and by whom; how it went from minute to minute is told by its minutes.
        yield run.changed(planned=(), stretches=(), versions=(), ended=None)
    journey_map = document.find(map)
    if journey_map is None:
        return
    stages, sections = document.stages(map), document.sections(map)
    yield journey_map
    yield from stages
    yield from sections
    for section in sections:
        yield from _held(document, section, stages)
    yield from document.key_points(map)
    yield from document.call_outs(map)
    yield from _relations(document, {section.id for section in sections})


def _relations(document: Document, sections: set[Id]) -> Iterator[Relation | FeltLater]:
    """What leads from the notes of some sections."""
    for relation in document.relations():
        if document.get(Note, relation.from_note).section in sections:
            yield relation
    for felt in document.felt_later():
        if document.get(Note, felt.note).section in sections:
            yield felt


def _reading_order(document: Document, map: Id) -> Iterator[Id]:
    """The map, its stages, then section by section from left to right."""
    stages = document.stages(map)
    yield map
    yield from (key_point.id for key_point in document.key_points(map))
    yield from (stage.id for stage in stages)
    for section in document.sections(map):
        yield section.id
        yield from (record.id for record in _held(document, section, stages))
    yield from (call_out.id for call_out in document.call_outs(map))


def _held(document: Document, section: Section, stages: Sequence[Stage]) -> Iterator[Record]:
    for stage in stages:
        yield from document.notes(section.id, stage.id)
        yield from document.points(section.id, stage.id)
        yield from document.entries(section.id, stage.id)


def _fields_that_differ(was: Record, now: Record) -> Iterable[str]:
    if was is now:
        return ()
    then, today = was.__dict__, now.__dict__
    return (
        name
        for name, value in today.items()
        if then[name] != value and name not in _LOOKS and name not in now.parents
    )
