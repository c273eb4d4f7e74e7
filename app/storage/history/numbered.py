"""The number of its schema that goes with what the history packs, and old content made new by it.

The number stands in the packed JSON itself, so the tables need no column for it. What has none is of one of
the first schemas, between which records kept their names and values.
"""

from collections.abc import Iterable
from typing import Any

from app.model.upgrades import SCHEMA, STEP, Fields, rules, upgraded

UNNUMBERED = 2
"""The schema of content without a number: the last one that did not write it."""

RawEdit = tuple[str, Fields | None, Fields | None]
"""An edit whose records are not made yet: their kind, and the fields before and after."""


def numbered(content: bytes) -> bytes:
    """JSON of the newest schema, with its number."""
    return content if SCHEMA == UNNUMBERED else b'{"schema":%d,"content":%b}' % (SCHEMA, content)


def schema_and_content(found: Any) -> tuple[int, Any]:
    """What `numbered` made. Raises ValueError or KeyError where the number is none of ours."""
    if not isinstance(found, dict):
        return UNNUMBERED, found
    schema = found["schema"]
    if type(schema) is not int or not UNNUMBERED < schema <= SCHEMA:
        raise ValueError("no schema of this program")
    return schema, found["content"]


def new_edits(edits: list[RawEdit], schema: int) -> list[RawEdit]:
    """The edits as the newest schema has them."""
    if rules(schema).keys() <= {STEP}:
        return edits
    return [(kind, _new(kind, before, schema), _new(kind, after, schema)) for kind, before, after in edits]


def new_labels(acts: Iterable[str], labels: Iterable[Any], schema: int) -> Iterable[Any]:
    """The labels of steps as the newest schema has them."""
    if STEP not in rules(schema):
        return labels
    heads = zip(acts, labels, strict=True)
    return [upgraded(STEP, {"act": act, "label": label}, schema)["label"] for act, label in heads]


def _new(kind: object, fields: Any, schema: int) -> Any:
    """What is no record is left to whoever makes records of it."""
    return upgraded(kind, fields, schema) if isinstance(kind, str) and isinstance(fields, dict) else fields
