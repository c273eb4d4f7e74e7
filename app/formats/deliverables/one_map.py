"""One map as a poster: the chosen one, or a part of it; its personas' sheets may follow."""

from app.formats.deliverables.deliverable import Part
from app.formats.deliverables.persona_sheets import following
from app.formats.format import ExportOptions
from app.formats.poster.pages import PosterOfMap
from app.model.document import Document


def parts(document: Document, options: ExportOptions) -> tuple[Part, ...]:
    journey_map = options.chosen_map(document)
    return (PosterOfMap(document, journey_map, options), *following(document, journey_map.personas, options))
