"""A map as a journey in Mermaid: stages are sections, actions tasks, the curve scores; and back."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from app.formats.export_notes import Holding
from app.formats.json.json_options import JsonOptions
from app.formats.options import ExportOptions
from app.formats.tables.table_file import read as read
from app.model.document import Document
from app.model.exchange.vocabulary import meaning_of
from app.model.records import (
    HIGHEST,
    LOWEST,
    EmotionPoint,
    Id,
    JourneyMap,
    Note,
    Persona,
    Record,
    Section,
    Stage,
)
from app.pages.which_map import chosen_maps

_TASKS = "actions"
_SIGNS = re.compile(r"[#:;%,\"<>&{}`~]")
"""Letters that Mermaid takes for signs of its own; it knows each as #35; and the like."""
_WORDS = re.compile(r"(?:title|section|journey|accTitle|accDescr)", re.IGNORECASE)
"""Words by which a line would be another than a task."""
_NO_NAME = "–"


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write the chosen map, or all of them as one journey. Raises FormatError where there is none."""
    maps = chosen_maps(document, options.own(JsonOptions).map)
    title = maps[0].title if len(maps) == 1 else document.project.name
    lines = ["journey", f"    title {_encoded(title)}"]
    for journey_map in maps:
        lines += _sections(document, journey_map, f"{journey_map.title} – " if len(maps) > 1 else "")
    stream.write("\n".join((*lines, "")).encode())


def holding(document: Document, options: ExportOptions) -> Holding:
    """Titles, stages, and what stands in the section that becomes tasks. A score says no point as it is."""
    maps = chosen_maps(document, options.own(JsonOptions).map)
    tasks = {found.id for each in maps if (found := _task_section(document.sections(each.id)))}

    def fields(record: Record) -> frozenset[str]:
        match record:
            case JourneyMap():
                return frozenset(("title",))
            case Stage():
                return frozenset(("name",))
            case Note() if record.section in tasks:
                return frozenset(("text", "persona"))
        return frozenset()

    return Holding(maps, fields)


def _sections(document: Document, journey_map: JourneyMap, before: str) -> Iterator[str]:
    """A section for each stage, with what stands before its name."""
    sections = document.sections(journey_map.id)
    tasks, graph = _task_section(sections), _first(sections, "emotional-graph")
    for stage in document.stages(journey_map.id):
        yield f"    section {_encoded(before + stage.name)}"
        notes = document.notes(tasks.id, stage.id) if tasks else ()
        points = document.points(graph.id, stage.id) if graph else ()
        people = list(_people(document, sections, stage.id))
        for at, note in enumerate(notes):
            score = _score(note, (at + 0.5) / len(notes), points)
            own = document.get(Persona, note.persona).name if note.persona else ""
            actors = ", ".join(map(_encoded, [own] if own else people))
            yield f"      {_encoded(note.text)}: {score:g}{': ' if actors else ''}{actors}"


def _task_section(sections: tuple[Section, ...]) -> Section | None:
    """The section of what the customer does; where none is called so, the first of notes."""
    named = (
        one for one in sections if one.section_kind == "notes" and meaning_of(one.name).meaning == _TASKS
    )
    return next(named, None) or _first(sections, "notes")


def _first(sections: tuple[Section, ...], section_kind: str) -> Section | None:
    return next((one for one in sections if one.section_kind == section_kind), None)


def _people(document: Document, sections: tuple[Section, ...], stage: Id) -> Iterator[str]:
    for section in sections:
        if section.section_kind == "interplay":
            for entry in document.entries(section.id, stage):
                if entry.persona:
                    yield document.get(Persona, entry.persona).name


def _score(note: Note, place: float, points: tuple[EmotionPoint, ...]) -> float:
    """From 1 to 5: the point that says the same, else the nearest; 3 where there is none."""
    alike = [point for point in points if point.quote.strip() == note.text.strip()]
    nearest = min(alike or points, key=lambda point: abs(point.at - place), default=None)
    value = nearest.value if nearest is not None else 0.0
    return round(1 + (value - LOWEST) / (HIGHEST - LOWEST) * 4, 2)


def _encoded(text: str) -> str:
    """A text on one line, in which nothing is a sign or a word of Mermaid's."""
    line = _SIGNS.sub(lambda found: f"#{ord(found[0])};", " ".join(text.split()))
    if _WORDS.match(line):
        line = f"#{ord(line[0])};{line[1:]}"
    return line or _NO_NAME
