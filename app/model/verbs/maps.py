"""Verbs for maps, and the document that a new project starts from."""

from app.language.phrases import tr
from app.language.spoken import spoken_language
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.draft import Draft
from app.model.exchange.pasting import same_here
from app.model.labels import records_label, step_label
from app.model.nouns import word
from app.model.project_language import in_its_language
from app.model.records import (
    EMOTIONS,
    RECORDS,
    AgendaItem,
    Id,
    JourneyMap,
    LegendEntry,
    Persona,
    Picture,
    Project,
    Run,
    Style,
    new_id,
)
from app.model.verbs.copying import duplicate, renewed
from app.model.verbs.legend import FIRST_MEANINGS


@in_its_language
def add_map(
    document: Document, title: str | None = None, index: int | None = None, id: Id | None = None
) -> Change:
    """A new, empty map before `index`, or as the last."""
    draft = Draft(document)
    journey_map = JourneyMap(id=id or new_id(), title=tr("Untitled map") if title is None else title)
    draft.insert(journey_map, index)
    return draft.change(records_label("add", [journey_map]))


def bring_in(document: Document, other: Document) -> Change:
    """The maps of another project behind the own ones, with the personas, pictures and rounds that it has.

    Personas and pictures that are here already are not added again (see `same_here`). The legend stays, and
    so do the style and an agenda. A workshop that was held is one of the other project.
    """
    draft = Draft(document)
    left_out = {Project, LegendEntry, Style, Run, *([AgendaItem] if document.agenda() else [])}
    brought = [
        record
        for record_type in RECORDS
        if record_type not in left_out
        for record in sorted(other.all(record_type), key=lambda record: record.position)
    ]
    shown = {id for record in brought for field in record.mentions for id in record.mentioned(field)}
    brought = [record for record in brought if not isinstance(record, Picture) or record.id in shown]
    fresh: dict[Id, Id] = {}
    here: set[Id] = set()
    for record in brought:
        found = same_here(document, record) if isinstance(record, Persona | Picture) else None
        fresh[record.id] = found or (record.id if isinstance(record, Picture) else new_id())
        if found:
            here.add(record.id)
    for record in brought:
        if isinstance(record, Picture) and (data := other.picture_store.get(record.id)) is not None:
            document.picture_store.put(data)
        if record.id not in here:
            draft.insert(renewed(record, fresh))
    return draft.change(records_label("add", other.maps()))


@in_its_language
def plan_future_state(document: Document, map: Id) -> Change:
    """A copy of a map right behind it, with all it holds, as the future state to be planned."""
    title = document.get(JourneyMap, map).title
    copied = duplicate(document, [map])
    edits = [
        Edit(None, edit.after.changed(title=tr("{title} – future state", title=title), type="future state"))
        if isinstance(edit.after, JourneyMap) and edit.before is None
        else edit
        for edit in copied
    ]
    return Change(step_label("plan_future"), tuple(edits))


def new_project(name: str | None = None, title: str | None = None) -> Document:
    """A project with the usual legend and one empty map, in the words of the language that is spoken."""
    legend = [
        LegendEntry(id=f"legend-{colour}", position=position, colour=colour, meaning=str(meaning))
        for position, (colour, meaning) in enumerate(FIRST_MEANINGS)
    ]
    project = Project(
        id="project",
        name=tr("Untitled project") if name is None else name,
        emotions=tuple(str(word("emotion", each)) for each in EMOTIONS),
        language=spoken_language(),
    )
    journey_map = JourneyMap(id=new_id(), title=tr("Untitled map") if title is None else title)
    return Document([project, *legend, journey_map])
