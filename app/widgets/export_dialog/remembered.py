"""Remembers, for each map, how it and what else can be exported were made last."""

import json
from dataclasses import fields, replace

from app.formats.deliverables import DELIVERABLES, deliverable_named
from app.formats.format import ExportOptions
from app.limits import MOST_PARTS_OF_SETTINGS
from app.model.plain_json import parsed
from app.model.records import Id
from app.widgets.window_memory import settings

_KEPT = (
    "paper", "orientation", "margin", "bleed", "scale", "bands", "tile", "overlap", "look", "numbers",
    "footer", "pixels", "dots_per_inch", "persona_sheets",
)  # fmt: skip


def remember(map: Id, options: ExportOptions) -> None:
    kept = {name: getattr(options, name) for name in _KEPT}
    settings().setValue(_key(map, options.what), json.dumps(kept))


def remembered(map: Id, what: str) -> ExportOptions:
    """The options of last time, or the usual ones; what a file of settings may hold besides is ignored."""
    usual = deliverable_named(what).usual_options(map)
    try:
        kept = parsed(str(settings().value(_key(map, what), "{}")), MOST_PARTS_OF_SETTINGS)
    except ValueError:
        return usual
    known = {field.name for field in fields(ExportOptions)} & set(_KEPT)
    if not isinstance(kept, dict):
        return usual
    return replace(usual, **{name: value for name, value in kept.items() if name in known})


def _key(map: Id, what: str) -> str:
    return f"export/{map}" if what == DELIVERABLES[0].name else f"export/{map}-{what}"
