"""What can be exported as pages: one module each, and one line here."""

from typing import TYPE_CHECKING

from app.language.phrases import phrase
from app.pages.deliverables.deliverable import Deliverable
from app.pages.errors import FormatError

if TYPE_CHECKING:
    from app.pages.page_options import PageOptions

DELIVERABLES: tuple[Deliverable, ...] = (
    Deliverable(
        "map",
        phrase("The whole map"),
        lambda project: phrase("Customer journey map of {project}", project=project),
        "app.pages.deliverables.one_map",
        "app.pages.poster.poster_options.MapOptions",
    ),
    Deliverable(
        "all-maps",
        phrase("All maps of the project"),
        lambda project: phrase("Customer journey maps of {project}", project=project),
        "app.pages.deliverables.all_maps",
        "app.pages.poster.poster_options.PosterOptions",
        help=phrase("every map of the project, one after the other"),
    ),
    Deliverable(
        "persona-sheets",
        phrase("Persona sheets"),
        lambda project: phrase("Persona sheets of {project}", project=project),
        "app.pages.deliverables.persona_sheets",
        "app.pages.deliverables.sheet_options.PersonaSheetOptions",
        help=phrase("the sheets of the personas, each on pages of its own"),
    ),
    Deliverable(
        "workshop-kit",
        phrase("Workshop kit"),
        lambda project: phrase("Workshop kit of {project}", project=project),
        "app.pages.deliverables.workshop_kit",
        "app.pages.deliverables.sheet_options.WorkshopKitOptions",
        help=phrase(
            "an agenda, headers, an emotion scale and sheets of 76 mm notes for the map, to be cut out"
        ),
    ),
    Deliverable(
        "presenter-sheet",
        phrase("Presenter’s sheet"),
        lambda project: phrase("Presenter’s sheet of {project}", project=project),
        "app.pages.deliverables.presenter_sheet",
        "app.pages.deliverables.sheet_options.PresenterSheetOptions",
        help=phrase("agenda, notes to oneself and keys on one sheet, for whoever presents"),
    ),
    Deliverable(
        "minutes",
        phrase("Minutes of the day"),
        lambda project: phrase("Minutes of a workshop on {project}", project=project),
        "app.pages.deliverables.minutes",
        "app.pages.deliverables.sheet_options.MinutesOptions",
        help=phrase("the minutes of the workshop that was held last"),
    ),
    Deliverable(
        "ballot",
        phrase("Ballot"),
        lambda project: phrase("Ballot of {project}", project=project),
        "app.pages.deliverables.ballots",
        "app.pages.deliverables.sheet_options.BallotOptions",
        help=phrase("the numbered list of the open round of votes, or of the newest, to be voted on paper"),
    ),
    Deliverable(
        "matrix",
        phrase("Impact × effort"),
        lambda project: phrase("Impact × effort of {project}", project=project),
        "app.pages.deliverables.matrix",
        "app.pages.deliverables.sheet_options.MatrixOptions",
        help=phrase("the map’s ideas by impact and effort, on one page"),
    ),
    Deliverable(
        "register",
        phrase("Action register"),
        lambda project: phrase("Action register of {project}", project=project),
        "app.pages.deliverables.register",
        "app.pages.deliverables.sheet_options.RegisterOptions",
        help=phrase("the map’s opportunities and actions, as a table"),
    ),
)


def deliverable_named(name: str) -> Deliverable:
    """Raises FormatError for one that is not known."""
    for known in DELIVERABLES:
        if known.name == name:
            return known
    raise FormatError(phrase("Journeywall cannot export “{name}”.", name=name))


def deliverable_of(options: "PageOptions") -> Deliverable:
    """The deliverable that has these options."""
    return next(known for known in DELIVERABLES if type(options) is known.options_type)
