"""JSON of an older schema as the newest has it, so that a file from years ago is read like one of today."""

import json
from typing import Any

from app.formats.json.json_form import held_by
from app.model.exchange.plain_json import parsed
from app.model.records import Project, Record
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
    lists = {
        name: [_upgraded(held, inner, schema) for inner in form[name]]
        for name, held in held_by(record_type).items()
        if isinstance(form.get(name), list)
    }
    return upgraded(record_type.kind, form, schema) | lists
