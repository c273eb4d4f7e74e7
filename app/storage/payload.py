"""The change of a step as the bytes that the history keeps.

JSON, a list of [kind, before, after], compressed with zlib. Fields at their default are left out, so that
what was written before a field existed still reads; a default must therefore never change its value.
"""

import json
import zlib
from typing import Any

from app.model.change import Change, Edit
from app.model.records import RECORDS, Record
from app.storage.errors import BrokenContentError

LARGEST = 256 * 1024 * 1024
"""Bytes that one change may unpack to."""

_TYPES = {record_type.kind: record_type for record_type in RECORDS}


def packed(change: Change) -> bytes:
    edits = [[edit.record.kind, _fields(edit.before), _fields(edit.after)] for edit in change]
    return zlib.compress(json.dumps(edits, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(label: str, payload: object) -> Change:
    """The change again. Raises BrokenContentError where the bytes are no change."""
    try:
        edits = json.loads(_unzipped(payload))
        return Change(label, tuple(_edit(*edit) for edit in edits))
    except (ValueError, TypeError, KeyError, RecursionError, zlib.error) as error:
        raise BrokenContentError(f"The history's step “{label}” cannot be read.") from error


def _unzipped(payload: object) -> bytes:
    if not isinstance(payload, bytes):
        raise TypeError("no payload")
    unzip = zlib.decompressobj()
    found = unzip.decompress(payload, LARGEST)
    if not unzip.eof:
        raise ValueError("cut short, or too large")
    return found


def _fields(record: Record | None) -> dict[str, Any] | None:
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
