"""A table that was read as a map, as the records of one: in a map that is empty, or in a new one."""

from collections.abc import Iterator, Sequence

from app.drawing.sections.ready_sections import READY_SECTIONS
from app.formats.tables.reading import Fields, SectionRead, TableReading
from app.formats.tables.recognising.row_kinds import LINE, LINES
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.kinds import content_of
from app.model.labels import step_label
from app.model.project_language import in_its_language
from app.model.records import Id, JourneyMap, Note, Persona, Record, Section, Stage, new_id
from app.model.verbs.legend import set_meaning
from app.model.verbs.maps import new_project
from app.model.verbs.personas import PERSONA_COLOURS
from app.model.verbs.ready_sections import ReadySection

_READY = {ready.name.one.casefold(): ready for ready in READY_SECTIONS if ready.section_kind == "notes"}
_PLAIN = ReadySection(READY_SECTIONS[0].name)._replace(glyph="", colour="yellow")


def ready_section(meaning: str, section_kind: str) -> ReadySection:
    """What a section of a meaning starts with; where it means nothing known, no more than its kind."""
    if section_kind == "notes":
        # Feelings without values are said, and not drawn.
        return _READY.get("thoughts" if meaning == "feelings" else meaning, _PLAIN)
    if section_kind == LINE:
        return next(
            ready
            for ready in READY_SECTIONS
            if ready.section_kind == LINE and ready.line == LINES.get(meaning)
        )
    return next(ready for ready in READY_SECTIONS if ready.section_kind == section_kind)


@in_its_language
def with_personas(document: Document, readings: Sequence[TableReading]) -> Change:
    """The personas that tables tell of, added to those of a project."""
    draft = Draft(document)
    count = len(document.personas())
    for number, fields in enumerate(fields for reading in readings for fields in reading.personas):
        colour = PERSONA_COLOURS[(count + number) % len(PERSONA_COLOURS)]
        draft.insert(Persona.model_validate({"id": new_id(), "colour": colour, **fields}))
    return draft.change(step_label("bring_in_table"))


def has_ready_section(meaning: str) -> bool:
    """Whether there is a ready section of notes of that meaning."""
    return meaning in _READY or meaning == "feelings"


def project_of(readings: Sequence[TableReading], name: str) -> Document:
    """A new project with a map for each table."""
    maps = [reading for reading in readings if not reading.personas]
    document = new_project(name, maps[0].title or name if maps else name)
    if len(maps) < len(readings):
        document.apply(with_personas(document, readings))
    for colour, meaning in (pair for reading in maps for pair in reading.legend):
        (entry,) = (one for one in document.legend() if one.colour == colour)
        document.apply(set_meaning(document, entry.id, meaning))
    for number, reading in enumerate(maps):
        if number:
            document.apply(as_new_map(document, reading, name))
        else:
            document.apply(into_empty_map(document, document.maps()[0].id, reading))
    return document


@in_its_language
def as_new_map(document: Document, reading: TableReading, title: str) -> Change:
    """A new map behind the others."""
    draft = Draft(document)
    journey_map = JourneyMap(id=new_id(), title=reading.title or title)
    draft.insert(journey_map)
    _fill(draft, document, journey_map.id, reading)
    return draft.change(step_label("bring_in_table"))


@in_its_language
def into_empty_map(document: Document, map: Id, reading: TableReading) -> Change:
    """Its stages and sections in a map that has none. Where the table has a title, the map gets it."""
    draft = Draft(document)
    journey_map = draft.get(JourneyMap, map)
    if reading.title and reading.title != journey_map.title:
        draft.put(journey_map.changed(title=reading.title))
    _fill(draft, document, map, reading)
    return draft.change(step_label("bring_in_table"))


class Personas:
    """The personas of a project by their names; one that it has not is added to the draft."""

    def __init__(self, draft: Draft, document: Document) -> None:
        self._draft = draft
        self._ids = {persona.name.casefold(): persona.id for persona in reversed(document.personas())}

    def known(self, name: str) -> Id | None:
        """The persona of that name; None where there is none yet."""
        return self._ids.get(name.casefold())

    def named(self, name: str) -> Id:
        key = name.casefold()
        if key not in self._ids:
            persona = Persona(id=new_id(), name=name)
            self._draft.insert(persona)
            self._ids[key] = persona.id
        return self._ids[key]


def records_in(
    held: Sequence[Fields], section: Section, stage: Id, personas: Personas, position: int = 0
) -> Iterator[Record]:
    """What a cell of a table makes in a section: notes, points or entries."""
    record_type = content_of(section.section_kind).holds
    if record_type is None:
        return
    for at, fields in enumerate(held, position):
        values: dict[str, object] = {"section": section.id, "stage": stage, "position": at, **fields}
        if record_type is Note:
            values.setdefault("colour", section.colour)
        if "persona" in values:
            values["persona"] = personas.named(str(values["persona"]))
        yield record_type.model_validate({"id": new_id(), **values})


def _fill(draft: Draft, document: Document, map: Id, reading: TableReading) -> None:
    personas = Personas(draft, document)
    stages = [
        Stage(id=new_id(), map=map, name=stage.name, group=stage.group, duration=stage.duration)
        for stage in reading.stages
    ]
    for stage in stages:
        draft.insert(stage)
    for read in reading.sections:
        section = _section(map, read)
        draft.insert(section)
        for stage, held in zip(stages, read.cells, strict=True):
            for record in records_in(held, section, stage.id, personas):
                draft.insert(record)


def _section(map: Id, read: SectionRead) -> Section:
    ready = ready_section(read.meaning, read.section_kind)
    name = read.name or (str(ready.name) if read.meaning else "")
    return Section(
        id=new_id(),
        map=map,
        name=name,
        hint=str(ready.hint),
        section_kind=read.section_kind,
        glyph=ready.glyph,
        colour=ready.colour,
        metric_look=ready.metric_look,
        line=ready.line,
    )
