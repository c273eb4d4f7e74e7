"""One map as a poster: the chosen one, or a part of it; its personas' sheets may follow."""

from app.model.document import Document
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.persona_sheets import following
from app.pages.options import ReportProgress
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.pages.which_map import chosen_map


def parts(document: Document, options: MapOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    journey_map = chosen_map(document, options.map)
    poster = PosterOfMap(document, journey_map, options, report_progress)
    return (poster, *following(document, journey_map.personas, options))
