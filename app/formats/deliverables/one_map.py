"""One map as a poster: the chosen one, or a part of it."""

from app.formats.deliverables.deliverable import Part
from app.formats.format import ExportOptions
from app.formats.poster.pages import PosterOfMap
from app.model.document import Document


def parts(document: Document, options: ExportOptions) -> tuple[Part, ...]:
    return (PosterOfMap(document, options.chosen_map(document), options),)
