"""Makes the records of a project from its nested form, and refuses what cannot stand together."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from app.formats.json.json_faults import Location, place_of, sentence
from app.formats.json.json_form import Form, fields_of, held_by
from app.language.phrases import phrase
from app.model.nouns import noun
from app.model.pictures import PictureStore, picture_id
from app.model.records import Id, LegendEntry, Note, Picture, Place, Project, Record, Section, Stage
from app.pages.errors import FormatError


def records_of(project: Form) -> list[Record]:
    """Every record of a project, holders before what they hold.

    Raises FormatError for an id or a legend colour that is there twice, and for a reference to nothing.
    """
    reading = _Reading(project)
    reading.read(project, Project, ("project",), {})
    return list(reading.records.values())


LATER = (Section.kind,)
"""Kinds that may be named before they are read; whether they are there is asked of the whole project."""


class _Reading:
    """The records read so far, by id, and what is needed to number and place the next."""

    def __init__(self, project: Form) -> None:
        self.records: dict[Id, Record] = {}
        self._given = _given_ids(project)
        self._numbers: Counter[str] = Counter()
        self._lengths: Counter[Place] = Counter()
        self._legend: dict[str, Location] = {}

    def read(self, form: Form, record_type: type[Record], at: Location, holder: dict[str, Id]) -> None:
        """Add a record, then the lists that it holds. `holder` is the kind and id of what holds it."""
        values: dict[str, Any] = {name: getattr(form, name) for name in fields_of(record_type)}
        values |= {kind: id for kind, id in holder.items() if kind in record_type.parents}
        values["id"] = (
            _id_of_picture(form, at) if record_type is Picture else form.id or self._fresh_id(record_type)
        )
        self._refuse_dangling(record_type, values, at, holder)
        if record_type is Note and values["colour"] is None:
            values["colour"] = self._section(values["section"]).colour
        record = self._put(record_type, values, at)
        for name, held in held_by(record_type).items():
            for index, inner in enumerate(getattr(form, name)):
                self.read(inner, held, (*at, name, index), {record.kind: record.id})

    def _put(self, record_type: type[Record], values: dict[str, object], at: Location) -> Record:
        siblings: Place = (record_type.kind, *[str(values[parent]) for parent in record_type.parents])
        try:
            record = record_type.model_validate({**values, "position": self._lengths[siblings]})
        except ValidationError as error:
            raise FormatError(
                phrase("{place} cannot stand there. {reason}", place=place_of(at), reason=sentence(error))
            ) from error
        if record.id in self.records:
            raise FormatError(
                phrase("{place} is there already, under the id “{id}”.", place=place_of(at), id=record.id)
            )
        self._lengths[siblings] += 1
        self.records[record.id] = record
        if isinstance(record, LegendEntry) and self._legend.setdefault(record.colour, at) != at:
            raise FormatError(
                phrase(
                    "{place} is {colour}, which the legend has already.",
                    place=place_of((*at, "colour")),
                    colour=record.colour,
                )
            )
        return record

    def _fresh_id(self, record_type: type[Record]) -> Id:
        """An id for a record that was given none, the same at every reading: "note-12"."""
        word = record_type.kind.replace(" ", "-")
        while True:
            self._numbers[word] += 1
            id = f"{word}-{self._numbers[word]}"
            if id not in self._given:
                return id

    def _refuse_dangling(
        self, record_type: type[Record], values: dict[str, Any], at: Location, holder: dict[str, Id]
    ) -> None:
        for field, id, kind in _references(record_type, values, holder):
            found = self.records.get(id)
            if found is None or found.kind != kind:
                raise FormatError(
                    phrase(
                        "{place} names “{id}”, but no “{kind}” of this project has that id.",
                        place=place_of((*at, *field)),
                        id=id,
                        kind=noun(kind),
                    )
                )
            if isinstance(found, Stage | Section) and found.map != holder.get("map", found.map):
                raise FormatError(
                    phrase(
                        "{place} names “{id}”, which belongs to another map.",
                        place=place_of((*at, *field)),
                        id=id,
                    )
                )

    def _section(self, id: Id) -> Section:
        section = self.records[id]
        assert isinstance(section, Section)
        return section


def _references(
    record_type: type[Record], values: dict[str, Any], holder: dict[str, Id]
) -> Iterator[tuple[Location, Id, str]]:
    """The ids by which a record names others, each with its field and the kind of what it names."""
    for parent in record_type.parents:
        if parent not in holder:
            yield (parent,), values[parent], parent
    for field, kind in record_type.mentions.items():
        value = None if kind in LATER else values[field]
        if isinstance(value, tuple):
            for index, id in enumerate(value):
                yield (field, index), id, kind
        elif value is not None:
            yield (field,), value, kind


def store_of(project: Form) -> PictureStore:
    """The bytes of a project's pictures."""
    store = PictureStore()
    for form in getattr(project, "pictures"):  # noqa: B009 - the forms are made at run time
        store.put(form.data)
    return store


def _id_of_picture(form: Any, at: Location) -> Id:
    """The id that follows from a picture's bytes. Raises FormatError where the file gives another."""
    id = picture_id(form.data)
    if form.id not in (None, id):
        raise FormatError(
            phrase(
                "{place} is not the data of the picture “{id}”.", place=place_of((*at, "data")), id=form.id
            )
        )
    return id


def _given_ids(project: Form) -> dict[Id, Location]:
    """Where each id is given. Raises FormatError for one that is given twice."""
    given: dict[Id, Location] = {}
    for id, at in _ids_in(project, Project, ("project",)):
        if given.setdefault(id, at) != at:
            raise FormatError(
                phrase(
                    "{place} is “{id}”, which {other} has already.",
                    place=place_of((*at, "id")),
                    id=id,
                    other=place_of(given[id]),
                )
            )
    return given


def _ids_in(form: Form, record_type: type[Record], at: Location) -> Iterator[tuple[Id, Location]]:
    if form.id is not None:
        yield form.id, at
    for name, held in held_by(record_type).items():
        for index, inner in enumerate(getattr(form, name)):
            yield from _ids_in(inner, held, (*at, name, index))
