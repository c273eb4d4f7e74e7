"""One map as a poster: the chosen one, or a part of it; its personas' sheets may follow."""

from app.model.document import Document
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.persona_sheets import following
from app.pages.options import ExportOptions
from app.pages.poster.pages import PosterOfMap


def parts(document: Document, options: ExportOptions) -> tuple[Part, ...]:
    journey_map = options.chosen_map(document)
    return (PosterOfMap(document, journey_map, options), *following(document, journey_map.personas, options))
