"""Which sections of a map its posters show: not those that are hidden there, nor thoughts told twice.

Where a map is arranged for its paper, a section of notes is not drawn if each of its notes is a quote on the
curve in the same stage; the graph is then named for both.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.model.document import Document
from app.model.kinds import taken_by
from app.model.records import EmotionPoint, Id, JourneyMap, Note, Section, Stage

_AROUND = "\"'“”„‟«»‹›‘’‚ \t\n.…"
"""What makes no difference between a note and a quote, before and behind it."""


class Shown(NamedTuple):
    """The sections on a poster, and which of the map's are told by which graph."""

    sections: tuple[Section, ...]
    told: dict[Id, Section]
    """The graph that tells the notes of a section, by that section's id."""


def on_posters(document: Document, map: Id) -> tuple[Section, ...]:
    """The sections that posters of a map show as it is."""
    if document.get(JourneyMap, map).arranged is None:
        return tuple(one for one in document.sections(map) if not one.is_left_off_posters)
    return once_told(document, map).sections


def once_told(document: Document, map: Id) -> Shown:
    """The sections on posters of a map that is arranged for its paper; graphs named for what they tell."""
    shown = [one for one in document.sections(map) if not one.is_left_off_posters]
    graphs = [one for one in shown if taken_by(one) is EmotionPoint and not one.is_folded]
    told = {}
    for section in shown:
        graph = _telling(document, document.stages(map), section, graphs)
        if graph is not None:
            told[section.id] = graph
    sections = tuple(_named(one, shown, told) for one in shown if one.id not in told)
    return Shown(sections, told)


def as_posted(document: Document, section: Section) -> Section:
    """A section with the name that it has on posters."""
    if document.get(JourneyMap, section.map).arranged is None:
        return section
    return next((one for one in once_told(document, section.map).sections if one.id == section.id), section)


def _telling(
    document: Document, stages: Sequence[Stage], section: Section, graphs: Sequence[Section]
) -> Section | None:
    """The graph on which each note of a section is a quote."""
    if taken_by(section) is not Note or section.is_folded:
        return None
    if not any(document.notes(section.id, stage.id) for stage in stages):
        return None
    for graph in graphs:
        notes = (note for stage in stages for note in document.notes(section.id, stage.id))
        if all(_is_quoted(document, graph, note) for note in notes):
            return graph
    return None


def _is_quoted(document: Document, graph: Section, note: Note) -> bool:
    words = _plain(note.text)
    points = document.points(graph.id, note.stage)
    return bool(words) and not note.picture and any(_plain(point.quote) == words for point in points)


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(_AROUND).casefold()


def _named(section: Section, all: Sequence[Section], told: dict[Id, Section]) -> Section:
    """A graph named for what it tells as well; any other section as it is."""
    names = [one.name.strip() for one in all if told.get(one.id) is section and one.name.strip()]
    if not names:
        return section
    return section.model_copy(update={"name": ", ".join([section.name.strip(), *names])})
