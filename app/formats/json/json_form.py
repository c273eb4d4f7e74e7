"""The nested form in which a project is written as JSON: models derived from the records.

A new field of a record is in the form, and in the published schema, without being declared again. What the
nesting says already is left out: a record's position, and the map that holds it.
"""

import json
from typing import Any, Literal, get_type_hints

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field, create_model

from app.model.records import (
    AgendaItem,
    CallOut,
    EmotionPoint,
    Entry,
    FeltLater,
    HandCount,
    Id,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Note,
    NoteColour,
    ParkedNote,
    Persona,
    Picture,
    Project,
    Record,
    Relation,
    Reveal,
    Round,
    Run,
    Section,
    Stage,
    Style,
)
from app.model.upgrades import FIRST, SCHEMA

HELD: dict[type[Record], dict[str, type[Record]]] = {
    Project: {
        "legend": LegendEntry,
        "pictures": Picture,
        "styles": Style,
        "parked_notes": ParkedNote,
        "personas": Persona,
        "maps": JourneyMap,
        "relations": Relation,
        "felt_later": FeltLater,
        "agenda": AgendaItem,
        "rounds": Round,
        "reveals": Reveal,
        "runs": Run,
    },
    JourneyMap: {
        "stages": Stage,
        "sections": Section,
        "notes": Note,
        "points": EmotionPoint,
        "entries": Entry,
        "key_points": KeyPoint,
        "call_outs": CallOut,
    },
    Round: {"counts": HandCount},
}
"""The lists that a record holds in the form. What others refer to stands before them."""


def held_by(record_type: type[Record]) -> dict[str, type[Record]]:
    return HELD.get(record_type, {})


def fields_of(record_type: type[Record]) -> list[str]:
    """The fields that a record has in the form, beside its lists."""
    holders = [holder.kind for holder in HELD if record_type in HELD[holder].values()]
    return [name for name in record_type.model_fields if name not in ("position", *holders)]


class _Object(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class Form(_Object):
    """A record as it stands in the form, with the lists that it holds."""

    id: Id | None = Field(None, description="Unique in the project; counted out where left out.")


def _form(record_type: type[Record]) -> type[Form]:
    types = get_type_hints(record_type, include_extras=True)
    fields: dict[str, Any] = {}
    for name in fields_of(record_type):
        info = record_type.model_fields[name]
        fields[name] = (types[name], ... if info.is_required() else info.default)
    del fields["id"]
    if record_type is Note:
        fields["colour"] = (NoteColour | None, Field(None, description="The section's where left out."))
    if record_type is Picture:
        fields["data"] = (Base64Bytes, Field(description="The picture's bytes in base64."))
    for name, held in held_by(record_type).items():
        fields[name] = (tuple[_form(held), ...], ())  # type: ignore[misc]
    return create_model(record_type.__name__, __base__=Form, __doc__=record_type.__doc__, **fields)


class Head(BaseModel):
    """What tells whether a JSON file is a project of ours, before anything else is asked of it."""

    model_config = ConfigDict(extra="ignore", strict=True)

    format: Literal["journeywall"]
    version: int = Field(ge=1)


class _File(_Object):
    """A Journeywall project as JSON: everything that a project file holds except its history."""

    format: Literal["journeywall"]
    version: int = Field(
        ge=FIRST, le=SCHEMA, description=f"The schema's number. The newest is {SCHEMA}; older ones are read."
    )
    project: Form


FileForm = create_model(
    "JourneywallProject", __base__=_File, __doc__=_File.__doc__, project=(_form(Project), ...)
)


def schema_text() -> str:
    """The JSON Schema of the form, as it is published."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **FileForm.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
