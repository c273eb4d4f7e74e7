"""Remembers, for each map, how it and what else can be exported were made last."""

import json
from dataclasses import fields, replace

from app.model.records import Id
from app.pages.deliverables import DELIVERABLES, deliverable_named
from app.pages.options import ExportOptions
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
        kept = json.loads(str(settings().value(_key(map, what), "{}")))
    except ValueError:
        return usual
    known = {field.name for field in fields(ExportOptions)} & set(_KEPT)
    if not isinstance(kept, dict):
        return usual
    return replace(usual, **{name: value for name, value in kept.items() if name in known})


def _key(map: Id, what: str) -> str:
    return f"export/{map}" if what == DELIVERABLES[0].name else f"export/{map}-{what}"
