"""The part of a project that a poster of chosen notes shows: these notes, with their stages and sections."""

from app.language.phrases import phrase
from app.model.document import Document
from app.model.records import CallOut, EmotionPoint, Entry, FeltLater, Id, KeyPoint, Note, Relation
from app.pages.errors import FormatError
from app.pages.poster.poster_options import MapOptions


def chosen(document: Document, map: Id, options: MapOptions) -> tuple[Document, MapOptions]:
    """A document without the other notes and entries, and options with the stages and sections that remain.

    Curves stay whole along these stages: one point of them says nothing. Raises FormatError where not all
    that was chosen is on the map.
    """
    if not options.only:
        return document, options
    ids = frozenset(options.only)
    found = [record for record in contents(document, map) if record.id in ids]
    if len(found) < len(ids):
        raise FormatError(phrase("Not every note that was asked for is on the map."))
    stages = {record.stage for record in found}
    sections = {record.section for record in found}

    def stays(record: object) -> bool:
        match record:
            case Note() | Entry():
                return record.id in ids
            case Relation() | FeltLater() | KeyPoint() | CallOut():
                fields = (field for field, kind in record.mentions.items() if kind == Note.kind)
                return all(id in ids for field in fields for id in record.mentioned(field))
            case _:
                return True

    rest = Document(filter(stays, document), document.picture_store)
    return rest, options.changed(
        stages=tuple(stage.id for stage in document.stages(map) if stage.id in stages),
        sections=tuple(section.id for section in document.sections(map) if section.id in sections),
    )


def contents(document: Document, map: Id) -> tuple[Note | Entry | EmotionPoint, ...]:
    """What stands in the cells of a map."""
    return tuple(
        record
        for section in document.sections(map)
        for stage in document.stages(map)
        for records in (document.notes, document.entries, document.points)
        for record in records(section.id, stage.id)
    )
