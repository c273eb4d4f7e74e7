"""A map as rows of texts, as other programs take it and the reader of tables reads it again."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.drawing.sections import kind_of
from app.formats.tables.recognising.row_kinds import GRAPH, LINE
from app.language.phrases import tr
from app.model.document import Document
from app.model.exchange.feelings import SCALE
from app.model.project_language import in_its_language
from app.model.records import (
    EmotionPoint,
    Entry,
    Id,
    InCell,
    JourneyMap,
    Note,
    Persona,
    Record,
    Section,
    Stage,
)
from app.model.text import one_line

DASH = "—"
_MINUS = "−"


class Line(NamedTuple):
    """What stands in one line of a cell, and the record that it says."""

    text: str
    record: EmotionPoint | InCell

    @property
    def number(self) -> float | None:
        """The number that it says, with no more than a name and a unit around it."""
        match self.record:
            case EmotionPoint(emotion="", quote="") as point:
                return point.value
            case Entry(persona=None, channels=(), address="") as entry:
                return entry.value
        return None


@in_its_language
def rows_of_map(document: Document, journey_map: JourneyMap, decimal: str = ".") -> list[list[str]]:
    """Groups, stages, durations, then a row for each section; what stands in a cell is one line each.

    `decimal` parts the decimals of numbers.
    """
    stages = document.stages(journey_map.id)
    rows: list[list[str]] = []
    if any(stage.group for stage in stages):
        rows.append(["", *groups_of(stages)])
    rows.append(["", *(stage.name for stage in stages)])
    if any(stage.duration for stage in stages):
        rows.append([tr("Duration"), *(stage.duration for stage in stages)])
    for section in document.sections(journey_map.id):
        cells = [_cell(document, section, stage.id, decimal) for stage in stages]
        rows.append([name_of(section), *cells])
    return rows


def groups_of(stages: Sequence[Stage]) -> Iterator[str]:
    """A group's name over the first of its stages."""
    before = ""
    for stage in stages:
        yield stage.group if stage.group != before else ""
        before = stage.group


def name_of(section: Section) -> str:
    """What a section is called in a table, with what tells its reader how it is meant."""
    name = section.name or str(kind_of(section.section_kind).title)
    if section.section_kind == LINE:
        return f"{DASH} {name} {DASH}"
    return f"{name}{SCALE}" if section.section_kind == GRAPH else name


def lines_of(document: Document, section: Section, stage: Id, decimal: str = ".") -> list[Line]:
    """What stands in a cell, a line for each point, note or entry that says something."""
    points = sorted(document.points(section.id, stage), key=lambda point: point.at)
    found = [
        *(Line(_point(point, decimal), point) for point in points),
        *(Line(_line(document, one, decimal), one) for one in document.in_cell(section.id, stage)),
    ]
    lines = (line._replace(text=one_line(line.text)) for line in found)
    return [line for line in lines if line.text]


def fields_in_grid(record: Record) -> frozenset[str]:
    """The fields of a record that stand in its rows."""
    match record:
        case Entry(value=None):
            return _OF_ENTRY - {"value", "unit"}
        case Entry() if record.text:
            return frozenset(("text", "value", "unit"))
        case Entry():
            return _OF_ENTRY
    return _FIELDS.get(type(record), frozenset())


_OF_ENTRY = frozenset(("persona", "text", "channels", "process", "value", "unit", "address"))
_FIELDS: dict[type[Record], frozenset[str]] = {
    Stage: frozenset(("name", "group", "duration")),
    Section: frozenset(("name",)),
    Note: frozenset(("text",)),
    EmotionPoint: frozenset(("value", "emotion", "quote")),
}


def _cell(document: Document, section: Section, stage: Id, decimal: str) -> str:
    if section.section_kind == LINE:
        return DASH
    return "\n".join(line.text for line in lines_of(document, section, stage, decimal))


def _point(point: EmotionPoint, decimal: str) -> str:
    words = " ".join(filter(None, (point.emotion, point.quote)))
    value = _number(point.value, decimal)
    # With words it is no number to reckon with; a hyphen before it would be taken for a formula.
    return f"{value.replace('-', _MINUS)} {words}" if words else value


def _line(document: Document, record: InCell, decimal: str) -> str:
    if isinstance(record, Note) or not isinstance(record, Entry):
        return record.text
    persona = document.get(Persona, record.persona).name if record.persona else ""
    channels = (" → " if record.process == "linear" else ", ").join(record.channels)
    value = f"{_number(record.value, decimal)} {record.unit}".strip() if record.value is not None else ""
    if value and record.text:
        return f"{record.text}: {value}"
    return " ".join(filter(None, (persona, record.text, channels, value, record.address)))


def _number(value: float, decimal: str) -> str:
    return f"{value:.12g}".replace(".", decimal)
