"""The signs and words of kinds of agenda items."""

from collections.abc import Mapping

from app.model.records import ItemKind

_SIGNS: Mapping[ItemKind, str] = {
    "show": "presentation",
    "write": "pencil",
    "vote": "hand",
    "place": "target",
    "break": "clock",
}


def sign_of(item_kind: ItemKind) -> str:
    """The name of an icon."""
    return _SIGNS[item_kind]
