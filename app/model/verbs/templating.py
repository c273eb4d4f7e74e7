"""Makes a template of a map: its stages and sections with their hints, and the agenda; nothing else."""

from app.model.document import Document
from app.model.records import AgendaItem, Id, JourneyMap, Record

_MAP_FIELDS = ("id", "title", "type", "widths_follow_duration")
_STAGE_FIELDS = ("id", "position", "map", "name", "duration", "question", "group", "width")


def as_template(document: Document, map: Id) -> Document:
    """A project of one map that looks like a map of the document and holds nothing yet."""
    journey_map = document.get(JourneyMap, map)
    stages = [_only(stage, *_STAGE_FIELDS) for stage in document.stages(map)]
    sections = [section.changed(persona=None) for section in document.sections(map)]
    project = document.project.changed(name=journey_map.title)
    agenda = [_of_map(document, item, map) for item in document.agenda()]
    return Document(
        [project, *document.legend(), _only(journey_map, *_MAP_FIELDS), *stages, *sections, *agenda]
    )


def _of_map(document: Document, item: AgendaItem, map: Id) -> AgendaItem:
    """An agenda item that names nothing but what is in the template."""
    sections, stages = ({one.id for one in held} for held in (document.sections(map), document.stages(map)))
    return item.changed(
        map=map if item.map == map else None,
        sections=tuple(one for one in item.sections if one.section is None or one.section in sections),
        stages=tuple(id for id in item.stages if id in stages),
        candidates=(),
    )


def _only(record: Record, *fields: str) -> Record:
    """The record with all other fields at their default."""
    return type(record).model_validate({name: record.__dict__[name] for name in fields})
