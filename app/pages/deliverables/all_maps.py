"""All maps of a project as posters, one after the other; all personas' sheets may follow."""

from app.model.document import Document
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.persona_sheets import following
from app.pages.options import ReportProgress
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions, PosterOptions
from app.pages.which_map import chosen_map


def parts(document: Document, options: PosterOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    chosen_map(document, None)  # A project without maps has nothing to show.
    chosen = MapOptions.model_validate(dict(options))
    posters = [
        PosterOfMap(document, journey_map, chosen.changed(map=journey_map.id), report_progress)
        for journey_map in document.maps()
    ]
    everybody = [persona.id for persona in document.personas()]
    return (*posters, *following(document, everybody, options))
