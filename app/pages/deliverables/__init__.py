"""What can be exported as pages: one module each, and one line here."""

from typing import TYPE_CHECKING

from app.pages.deliverables.deliverable import Deliverable
from app.pages.errors import FormatError

if TYPE_CHECKING:
    from app.pages.page_options import PageOptions

DELIVERABLES: tuple[Deliverable, ...] = (
    Deliverable(
        "map",
        "The whole map",
        "Customer journey map",
        "app.pages.deliverables.one_map",
        "app.pages.poster.poster_options.MapOptions",
    ),
    Deliverable(
        "all-maps",
        "All maps of the project",
        "Customer journey maps",
        "app.pages.deliverables.all_maps",
        "app.pages.poster.poster_options.PosterOptions",
        help="every map of the project, one after the other",
    ),
    Deliverable(
        "persona-sheets",
        "Persona sheets",
        "Persona sheets",
        "app.pages.deliverables.persona_sheets",
        "app.pages.deliverables.sheet_options.PersonaSheetOptions",
        help="the sheets of the personas, each on pages of its own",
    ),
    Deliverable(
        "workshop-kit",
        "Workshop kit",
        "Workshop kit",
        "app.pages.deliverables.workshop_kit",
        "app.pages.deliverables.sheet_options.WorkshopKitOptions",
        help="an agenda, headers, an emotion scale and note sheets of 76 mm for the map, to be cut out",
    ),
)


def deliverable_named(name: str) -> Deliverable:
    """Raises FormatError for one that is not known."""
    for known in DELIVERABLES:
        if known.name == name:
            return known
    raise FormatError(f"Journeywall cannot export “{name}”.")


def deliverable_of(options: "PageOptions") -> Deliverable:
    """The deliverable that has these options."""
    return next(known for known in DELIVERABLES if type(options) is known.options_type)
