"""The records that a project is made of: frozen, validated, each with an id that is unique in its project."""

from app.model.records.cells import EmotionPoint, Entry, Note, Relation
from app.model.records.grid import JourneyMap, Section, Stage
from app.model.records.people import LegendEntry, Persona, Picture, Project
from app.model.records.record import Id, Place, Position, Record, new_id
from app.model.records.values import (
    HIGHEST,
    LOWEST,
    MOST_CHANNELS,
    Colour,
    Day,
    Detail,
    DividingLine,
    Effort,
    Evidence,
    Fact,
    Impact,
    MapStatus,
    MapType,
    MetricLook,
    NoteColour,
    PictureFormat,
    Process,
    Status,
    Trait,
    Trend,
)

RECORDS: tuple[type[Record], ...] = (
    Project,
    LegendEntry,
    Picture,
    Persona,
    JourneyMap,
    Stage,
    Section,
    Note,
    EmotionPoint,
    Entry,
    Relation,
)
"""Every kind of record, those that others hold or name before those others."""

PARENT_KINDS = frozenset(parent for record_type in RECORDS for parent in record_type.parents)
"""The kinds that hold other records."""

__all__ = [
    "HIGHEST",
    "LOWEST",
    "MOST_CHANNELS",
    "PARENT_KINDS",
    "RECORDS",
    "Colour",
    "Day",
    "Detail",
    "DividingLine",
    "Effort",
    "EmotionPoint",
    "Entry",
    "Evidence",
    "Fact",
    "Id",
    "Impact",
    "JourneyMap",
    "LegendEntry",
    "MapStatus",
    "MapType",
    "MetricLook",
    "Note",
    "NoteColour",
    "Persona",
    "Picture",
    "PictureFormat",
    "Place",
    "Position",
    "Process",
    "Project",
    "Record",
    "Relation",
    "Section",
    "Stage",
    "Status",
    "Trait",
    "Trend",
    "new_id",
]
