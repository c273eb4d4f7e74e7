"""A map as rows of texts, as other programs take it and the reader of tables reads it again."""

from collections.abc import Iterator, Sequence

from app.drawing.sections import kind_of
from app.formats.tables.row_kinds import GRAPH, LINE
from app.language.phrases import tr
from app.model.document import Document
from app.model.exchange.feelings import SCALE
from app.model.project_language import in_its_language
from app.model.records import EmotionPoint, Entry, Id, InCell, JourneyMap, Note, Persona, Section, Stage

_DASH = "—"


@in_its_language
def rows_of_map(document: Document, journey_map: JourneyMap) -> list[list[str]]:
    """Groups, stages, durations, then a row for each section; what stands in a cell is one line each."""
    stages = document.stages(journey_map.id)
    rows: list[list[str]] = []
    if any(stage.group for stage in stages):
        rows.append(["", *_groups(stages)])
    rows.append(["", *(stage.name for stage in stages)])
    if any(stage.duration for stage in stages):
        rows.append([tr("Duration"), *(stage.duration for stage in stages)])
    for section in document.sections(journey_map.id):
        cells = [_cell(document, section, stage.id) for stage in stages]
        rows.append([_name(section), *cells])
    return rows


def _groups(stages: Sequence[Stage]) -> Iterator[str]:
    """A group's name over the first of its stages."""
    before = ""
    for stage in stages:
        yield stage.group if stage.group != before else ""
        before = stage.group


def _name(section: Section) -> str:
    name = section.name or str(kind_of(section.section_kind).title)
    if section.section_kind == LINE:
        return f"{_DASH} {name} {_DASH}"
    return f"{name}{SCALE}" if section.section_kind == GRAPH else name


def _cell(document: Document, section: Section, stage: Id) -> str:
    if section.section_kind == LINE:
        return _DASH
    points = sorted(document.points(section.id, stage), key=lambda point: point.at)
    lines = [*map(_point, points), *(_line(document, one) for one in document.in_cell(section.id, stage))]
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _point(point: EmotionPoint) -> str:
    return f"{point.value:g} {' '.join(filter(None, (point.emotion, point.quote)))}"


def _line(document: Document, record: InCell) -> str:
    if isinstance(record, Note) or not isinstance(record, Entry):
        return record.text
    persona = document.get(Persona, record.persona).name if record.persona else ""
    channels = (" → " if record.process == "linear" else ", ").join(record.channels)
    value = f"{record.value:g} {record.unit}".strip() if record.value is not None else ""
    if value and record.text:
        return f"{record.text}: {value}"
    return " ".join(filter(None, (persona, record.text, channels, value, record.address)))
