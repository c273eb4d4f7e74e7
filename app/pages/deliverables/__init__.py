"""What can be exported as pages: one module each, and one line here."""

from app.pages.deliverables.deliverable import ON_SHEETS, SHEET_MARGIN, Deliverable
from app.pages.errors import FormatError

DELIVERABLES: tuple[Deliverable, ...] = (
    Deliverable("map", "The whole map", "Customer journey map", "app.pages.deliverables.one_map"),
    Deliverable(
        "all-maps",
        "All maps of the project",
        "Customer journey maps",
        "app.pages.deliverables.all_maps",
        help="every map of the project, one after the other",
    ),
    Deliverable(
        "persona-sheets",
        "Persona sheets",
        "Persona sheets",
        "app.pages.deliverables.persona_sheets",
        help="the sheets of the personas, each on pages of its own",
        paper="A4",
        margin=SHEET_MARGIN,
        settings=ON_SHEETS,
    ),
    Deliverable(
        "workshop-kit",
        "Workshop kit",
        "Workshop kit",
        "app.pages.deliverables.workshop_kit",
        help="an agenda, headers, an emotion scale and note sheets of 76 mm for the map, to be cut out",
        paper="A4",
        margin=SHEET_MARGIN,
        settings=ON_SHEETS,
    ),
)


def deliverable_named(name: str) -> Deliverable:
    """Raises FormatError for one that is not known."""
    for known in DELIVERABLES:
        if known.name == name:
            return known
    raise FormatError(f"Journeywall cannot export “{name}”.")
