"""All maps of a project as posters, one after the other; all personas' sheets may follow."""

from app.formats.deliverables.deliverable import Part
from app.formats.deliverables.persona_sheets import following
from app.formats.format import ExportOptions
from app.formats.poster.pages import PosterOfMap
from app.model.document import Document


def parts(document: Document, options: ExportOptions) -> tuple[Part, ...]:
    options.chosen_map(document)  # A project without maps has nothing to show.
    posters = [PosterOfMap(document, journey_map, options) for journey_map in document.maps()]
    everybody = [persona.id for persona in document.personas()]
    return (*posters, *following(document, everybody, options))
