"""What maps hold as a list, a note a line: for those who count, sort and draw from it.

The headings are English whatever the project speaks: programs look for them, and the reader of lists.
"""

from collections.abc import Callable

from app.formats.tables.writing.written_grid import fields_in_grid, lines_of
from app.model.document import Document
from app.model.records import EmotionPoint, JourneyMap, Note, Persona, Record, Section, Stage

HEADINGS = (
    "Map",
    "Stage",
    "Section",
    "Note",
    "Score",
    "Persona",
    "Color",
    "Description",
    "Owner",
    "Status",
    "Due",
    "Effort",
    "Impact",
    "Votes",
    "Tags",
    "Link",
)


def tidy_rows(document: Document, maps: tuple[JourneyMap, ...], decimal: str = ".") -> list[list[str]]:
    """The headings, and a line for each note, point and entry. A score goes from −5 to 5."""
    return [
        list(HEADINGS),
        *(
            row
            for journey_map in maps
            for section in document.sections(journey_map.id)
            for stage in document.stages(journey_map.id)
            for row in _rows(document, journey_map, section, stage, decimal)
        ),
    ]


def fields_in_list(document: Document, maps: tuple[JourneyMap, ...]) -> Callable[[Record], frozenset[str]]:
    """What the list has of a record: a stage or section without content is in no line of it."""
    there = {
        id
        for journey_map in maps
        for section in document.sections(journey_map.id)
        for stage in document.stages(journey_map.id)
        if lines_of(document, section, stage.id)
        for id in (journey_map.id, section.id, stage.id)
    }

    def fields(record: Record) -> frozenset[str]:
        match record:
            case JourneyMap():
                return frozenset(("title",) if record.id in there else ())
            case Stage() | Section():
                return frozenset(("name",) if record.id in there else ())
            case Note():
                return _FIELDS_OF_NOTES
            case EmotionPoint():
                return fields_in_grid(record) | {"persona"}
        return fields_in_grid(record)

    return fields


_FIELDS_OF_NOTES = frozenset(
    (
        "text",
        "persona",
        "colour",
        "description",
        "owner",
        "status",
        "due",
        "effort",
        "impact",
        "votes",
        "tags",
        "link",
    )
)


def _rows(
    document: Document, journey_map: JourneyMap, section: Section, stage: Stage, decimal: str
) -> list[list[str]]:
    places = {"Map": journey_map.title, "Stage": stage.name, "Section": section.name}
    found = []
    for line in lines_of(document, section, stage.id, decimal):
        match line.record:
            case Note() as note:
                said = {**_of_note(note), "Note": note.text, "Persona": _name(document, note.persona)}
            case EmotionPoint() as point:
                words = " ".join(filter(None, (point.emotion, point.quote)))
                score = f"{point.value:g}".replace(".", decimal)
                said = {"Note": words, "Score": score, "Persona": _name(document, point.persona)}
            case _:
                said = {"Note": line.text}
        found.append([(places | said).get(heading, "") for heading in HEADINGS])
    return found


def _of_note(note: Note) -> dict[str, str]:
    return {
        "Color": note.colour,
        "Description": note.description,
        "Owner": note.owner,
        "Status": note.status or "",
        "Due": note.due or "",
        "Effort": note.effort or "",
        "Impact": note.impact or "",
        "Votes": str(note.votes) if note.votes else "",
        "Tags": ", ".join(note.tags),
        "Link": note.link,
    }


def _name(document: Document, persona: str | None) -> str:
    return document.get(Persona, persona).name if persona else ""
