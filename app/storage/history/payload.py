"""The change of a step as the bytes that the history keeps.

JSON, a list of [kind, before, after], compressed with zlib. Fields at their default are left out, so that
what was written before a field existed still reads; a default that changes its value needs an upgrade rule.
"""

import json
import zlib
from collections.abc import Iterable

from app.language.phrases import phrase
from app.limits import LARGEST_STEP, MOST_RECORDS
from app.model.change import Change, Edit
from app.model.exchange.plain_json import parsed as from_json
from app.model.labels import Label
from app.model.records import RECORDS, Record
from app.model.upgrades import Fields
from app.storage.errors import BrokenContentError
from app.storage.history.numbered import RawEdit, new_edits, numbered, schema_and_content

_TYPES = {record_type.kind: record_type for record_type in RECORDS}
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What Python says of JSON that is not what it should be."""


def packed(change: Change) -> bytes:
    edits = [[edit.record.kind, _fields(edit.before), _fields(edit.after)] for edit in change]
    return zlib.compress(numbered(as_json(edits)))


def unpacked(label: Label, payload: object) -> Change:
    """The change again. Raises BrokenContentError where the bytes are no change."""
    try:
        return change_of(label, raw_edits(unzipped(payload)))
    except (*UNREADABLE, zlib.error) as error:
        raise BrokenContentError(
            phrase("The history’s step “{label}” cannot be read.", label=label.phrase)
        ) from error


def raw_edits(content: bytes) -> list[RawEdit]:
    """What a payload tells in the newest schema, with little looked at. Raises one of UNREADABLE."""
    schema, edits = schema_and_content(from_json(content))
    if len(edits) > MOST_RECORDS:
        raise ValueError("too many edits")
    return new_edits([(kind, before, after) for kind, before, after in edits], schema)


def change_of(label: Label, edits: Iterable[RawEdit]) -> Change:
    """The change that raw edits tell. Raises one of UNREADABLE."""
    return Change(label, tuple(_edit(*edit) for edit in edits))


def as_json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def unzipped(payload: object, largest: int = LARGEST_STEP) -> bytes:
    """A payload's JSON. Raises zlib.error, TypeError or ValueError."""
    if not isinstance(payload, bytes):
        raise TypeError("no payload")
    if largest < 1:
        raise ValueError("no room")
    unzip = zlib.decompressobj()
    found = unzip.decompress(payload, largest)
    if not unzip.eof:
        raise ValueError("cut short, or too large")
    return found


def _fields(record: Record | None) -> Fields | None:
    return None if record is None else record.model_dump(mode="json", exclude_defaults=True)


def _edit(kind: str, before: object, after: object) -> Edit:
    edit = Edit(_record(kind, before), _record(kind, after))
    if edit.before is None and edit.after is None:
        raise ValueError("an edit of nothing")
    if edit.before is not None and edit.after is not None and edit.before.id != edit.after.id:
        raise ValueError("an edit of two records")
    return edit


def _record(kind: str, fields: object) -> Record | None:
    return None if fields is None else _TYPES[kind].model_validate(fields)
