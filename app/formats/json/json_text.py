"""JSON as a person would write it: what fits on a line stands on one, so that a note is one line."""

import json
from collections.abc import Mapping, Sequence

_WIDTH = 110
_INDENT = "  "
_EXACT = 2.0**53
"""Up to here a float has every whole number; beyond, its digits would only pretend to."""


def written(value: object, indent: str = "") -> str:
    """The JSON text of a value made of mappings, sequences, texts, numbers, truth values and None."""
    inner = indent + _INDENT
    if isinstance(value, Mapping):
        items = [f"{_plain(key)}: {written(item, inner)}" for key, item in value.items()]
        return _joined("{", items, "}", indent)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _joined("[", [written(item, inner) for item in value], "]", indent)
    return _plain(value)


def _joined(opening: str, items: list[str], closing: str, indent: str) -> str:
    length = len(indent) + sum(len(item) + 2 for item in items)
    if length < _WIDTH and not any("\n" in item for item in items):
        return f"{opening}{', '.join(items)}{closing}"
    inner = f"\n{indent}{_INDENT}"
    return f"{opening}{inner}{f',{inner}'.join(items)}\n{indent}{closing}"


def _plain(value: object) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        value = int(value)
    return json.dumps(value, ensure_ascii=False)
