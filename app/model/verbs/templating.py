"""Makes a template of a map: its stages and sections with their hints, nothing of what stands in them."""

from app.model.document import Document
from app.model.records import Id, JourneyMap, Record

_MAP_FIELDS = ("id", "title", "type", "widths_follow_duration")
_STAGE_FIELDS = ("id", "position", "map", "name", "duration", "question", "group", "width")


def as_template(document: Document, map: Id) -> Document:
    """A project of one map that looks like a map of the document and holds nothing yet."""
    journey_map = document.get(JourneyMap, map)
    stages = [_only(stage, *_STAGE_FIELDS) for stage in document.stages(map)]
    sections = [section.changed(persona=None) for section in document.sections(map)]
    project = document.project.changed(name=journey_map.title)
    return Document([project, *document.legend(), _only(journey_map, *_MAP_FIELDS), *stages, *sections])


def _only(record: Record, *fields: str) -> Record:
    """The record with all other fields at their default."""
    return type(record).model_validate({name: record.__dict__[name] for name in fields})
