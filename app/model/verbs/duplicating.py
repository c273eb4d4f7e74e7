"""Duplicates what is on one map into another map of the same project."""

from collections.abc import Iterable

from app.model.analysis.comparison import matched_stages
from app.model.change import Change
from app.model.document import Document
from app.model.exchange.clippings import Clipping, clip
from app.model.exchange.pasting import At, paste
from app.model.labels import NO_LABEL, records_label
from app.model.records import Id, JourneyMap
from app.model.words import shortened


def duplicate_into(document: Document, ids: Iterable[Id], map: Id) -> Change:
    """Put copies of notes and entries, stages or sections into another map.

    What stands in cells goes to the stage and section of the same name there, or else of the same place;
    whole stages and sections go behind those. No change where nothing of it can be copied.
    """
    title = shortened(document.get(JourneyMap, map).title)
    clipping = clip(document, ids)
    if clipping is None:
        return Change(NO_LABEL, ())
    change = paste(document, clipping, _counterpart(document, clipping, map))
    return Change(records_label("duplicate_into", clipping.cut, map=title), change.edits)


def _counterpart(document: Document, clipping: Clipping, map: Id) -> At:
    """Where in another map that lies which was cut: for cells, the first of them; for lines, the last."""
    some = slice(0, 1) if clipping.shape == "cells" else slice(-1, None)
    matches = matched_stages(document.stages(clipping.map), document.stages(map))
    stages = [matches[stage.id] for stage in clipping.stages[some] if stage.id in matches]
    sections = [
        one.id
        for section in clipping.sections[some]
        for one in document.sections(map)
        if (one.section_kind, one.name.casefold()) == (section.section_kind, section.name.casefold())
    ]
    return At(map, sections[0] if sections else None, stages[0] if stages else None)
