"""A map as a text for an assistant: whose it is, what there is so far, and the table that is wanted.

The program asks nobody: a person pastes the text wherever they like, and the answer onto the map.
"""

from collections.abc import Iterator

from app.formats.tables.recognising.row_kinds import GRAPH
from app.formats.tables.writing.markdown_file import table_in_markdown
from app.formats.tables.writing.written_grid import name_of
from app.language.phrases import phrase, tr
from app.model.document import Document
from app.model.exchange.feelings import SCALE
from app.model.field_words import field_name
from app.model.nouns import word
from app.model.project_language import in_its_language
from app.model.records import Id, JourneyMap, Persona

_OF_MAP = ("goal", "scenario", "expectations", "scope", "period")
_OF_PERSONA = (
    "age",
    "job_title",
    "location",
    "quote",
    "background",
    "goals",
    "motivations",
    "needs",
    "frustrations",
    "channels",
)
_EXAMPLE = (
    (phrase("Before"), phrase("Journey"), phrase("Arrival")),
    (
        phrase("Actions"),
        phrase("Compares trains <br> Books a seat"),
        phrase("Looks for the platform"),
        phrase("Walks to the office"),
    ),
    (
        phrase("Pain points"),
        phrase("Three fares, no reason given"),
        "",
        phrase("No sign tells which exit is near"),
    ),
    (phrase("Ideas"), phrase("Say what each fare allows"), "", phrase("Name the exits in the app")),
)


@in_its_language
def prompt_of(document: Document, map: Id) -> str:
    """The text, in the language of the project."""
    journey_map = document.get(JourneyMap, map)
    parts = (
        [tr("Help me to draw a customer journey map.")],
        _about_map(journey_map),
        *(_about_persona(document.get(Persona, id)) for id in journey_map.personas),
        _so_far(document, journey_map),
        _wanted(document, journey_map),
        [tr("This is how such a table looks, for another journey:"), "", example()],
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def example() -> str:
    """A table as it is wanted: our own reader reads it."""
    head, *rows = _EXAMPLE
    feelings = str(phrase("Feelings"))
    lines = [
        _row(["", *map(str, head)]),
        "|---|---|---|---|",
        _row(map(str, rows[0])),
        _row([f"{feelings}{SCALE}", tr("-2 unsure"), tr("3 relaxed"), tr("-1 “Which way is out?”")]),
        *(_row(map(str, row)) for row in rows[1:]),
    ]
    return "\n".join(lines)


def _row(cells: "Iterator[str] | list[str]") -> str:
    return f"| {' | '.join(cells)} |"


def _about_map(journey_map: JourneyMap) -> Iterator[str]:
    yield tr("The map: {title} ({type})", title=journey_map.title, type=word("type", journey_map.type))
    yield from _fields(journey_map, _OF_MAP)
    if journey_map.objectives:
        yield f"- {field_name('objectives')}: {'; '.join(journey_map.objectives)}"


def _about_persona(persona: Persona) -> Iterator[str]:
    yield tr("Whose journey it is: {name}", name=persona.name)
    yield from _fields(persona, _OF_PERSONA)
    yield from (
        f"- {trait.name}: {trait.low} {round(trait.value * 100)} % {trait.high}" for trait in persona.traits
    )
    yield from (f"- {fact.name}: {fact.text}" for fact in persona.facts)


def _fields(record: JourneyMap | Persona, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        value = getattr(record, field)
        said = "; ".join(value) if isinstance(value, tuple) else str(value if value is not None else "")
        if said.strip():
            yield f"- {field_name(field)}: {' '.join(said.split())}"


def _so_far(document: Document, journey_map: JourneyMap) -> Iterator[str]:
    if document.has_cells(journey_map.id):
        yield tr("What the map holds so far:")
        yield ""
        yield table_in_markdown(document, journey_map)
    else:
        yield tr("The map is still empty: propose its stages, four to eight, and its sections.")


def _wanted(document: Document, journey_map: JourneyMap) -> Iterator[str]:
    yield tr("Answer with one table in Markdown and nothing else:")
    if document.stages(journey_map.id):
        yield tr("- Keep the names of stages and sections as they are, so that each cell finds its place.")
    yield tr("- The first row names the stages, from the first to the last; the first column the sections.")
    yield tr("- What stands in a cell are short notes of up to ten words, parted by <br>.")
    graph = next((one for one in document.sections(journey_map.id) if one.section_kind == GRAPH), None)
    name = name_of(graph) if graph else f"{tr('Feelings')}{SCALE}"
    yield tr(
        "- In “{name}” each cell is a number from -5 to 5, then up to two words, or what the customer says.",
        name=name,
    )
    yield tr(
        "- Write only what is new or better. Leave a cell empty where nothing is known: do not invent facts."
    )
    yield tr("- Write in the language of this text.")
