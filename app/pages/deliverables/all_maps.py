"""All maps of a project as posters, one after the other; all personas' sheets may follow."""

from app.model.document import Document
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.persona_sheets import following
from app.pages.options import ExportOptions
from app.pages.poster.pages import PosterOfMap


def parts(document: Document, options: ExportOptions) -> tuple[Part, ...]:
    options.chosen_map(document)  # A project without maps has nothing to show.
    posters = [PosterOfMap(document, journey_map, options) for journey_map in document.maps()]
    everybody = [persona.id for persona in document.personas()]
    return (*posters, *following(document, everybody, options))
