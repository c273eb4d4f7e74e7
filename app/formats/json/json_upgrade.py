"""JSON of an older schema as the newest has it, so that a file from years ago is read like one of today."""

import json
from typing import Any

from app.formats.json.json_form import held_by
from app.model.exchange.plain_json import parsed
from app.model.records import JourneyMap, Project, Record
from app.model.upgrades import SCHEMA, STEP, rules, upgraded


def upgraded_json(data: bytes, schema: int) -> bytes:
    """A file's JSON in the newest schema: itself, where no record is another since.

    It must be known to be JSON. What is no record in it stays as it is, to be refused with its place.
    """
    if rules(schema).keys() <= {STEP}:
        return data
    content = parsed(data)
    new = content | {"version": SCHEMA}
    if "project" in content:
        new["project"] = _upgraded(Project, content["project"], schema)
    return json.dumps(new, ensure_ascii=False).encode()


def _upgraded(record_type: type[Record], form: Any, schema: int) -> Any:
    if not isinstance(form, dict):
        return form
    if record_type is JourneyMap:
        form = _with_colours(form)
    lists = {
        name: [_upgraded(held, inner, schema) for inner in form[name]]
        for name, held in held_by(record_type).items()
        if isinstance(form.get(name), list)
    }
    return upgraded(record_type.kind, form, schema) | lists


def _with_colours(form: dict[str, Any]) -> dict[str, Any]:
    """A map whose notes all say their colour, as rules expect it: where it is left out, the section's."""
    sections, notes = form.get("sections"), form.get("notes")
    if not isinstance(sections, list) or not isinstance(notes, list):
        return form
    colours = {
        id: section.get("colour", "yellow")
        for section in sections
        if isinstance(section, dict) and isinstance(id := section.get("id"), str)
    }
    said = [_with_colour(note, colours) if isinstance(note, dict) else note for note in notes]
    return form | {"notes": said}


def _with_colour(note: dict[str, Any], colours: dict[str, Any]) -> dict[str, Any]:
    section = note.get("section")
    if note.get("colour") is not None or not isinstance(section, str) or section not in colours:
        return note
    return note | {"colour": colours[section]}
