"""Verbs for pictures: what shows them, and what is added to show them."""

from collections.abc import Sequence

from app.language.phrases import tr
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.kinds import content_of
from app.model.labels import step_label
from app.model.pictures import NewPicture
from app.model.project_language import in_its_language
from app.model.records import Entry, Id, InCell, Note, Picture, Record, Section, Stage, new_id
from app.model.verbs.editing import remove_unshown_pictures


def add_picture(
    document: Document,
    section: Id,
    stage: Id,
    picture: NewPicture,
    text: str = "",
    index: int | None = None,
    id: Id | None = None,
) -> Change:
    """A picture in a cell, before `index` or last: on a new note, or as an entry where there are no notes."""
    draft = Draft(document)
    shown = put_picture(document, draft, picture)
    draft.insert(_showing(draft.get(Section, section), stage, shown, id or new_id(), text), index)
    return draft.change(step_label("add", kind=Picture.kind, count=1))


@in_its_language
def add_pictures(
    document: Document,
    map: Id,
    pictures: Sequence[NewPicture],
    section: Id | None = None,
    stage: Id | None = None,
    index: int | None = None,
) -> Change:
    """Pictures in a cell, before `index` or last.

    Where the section takes none, they go into the nearest that does, or into a new one; where no stage is
    given, into the first or a new one.
    """
    draft = Draft(document)
    stages = [one.id for one in document.stages(map)]
    nearest = section_for_pictures(document, map, section)
    if nearest != section or section is None:
        section, index = nearest or new_id(), None
    if stage not in stages:
        stage = (*stages, new_id())[0]
    if stage not in draft:
        draft.insert(Stage(id=stage, map=map, name=tr("New stage")))
    if section not in draft:
        draft.insert(Section(id=section, map=map, name=tr("New section")))
    for offset, picture in enumerate(pictures):
        shown = put_picture(document, draft, picture)
        showing = _showing(draft.get(Section, section), stage, shown, new_id())
        draft.insert(showing, None if index is None else index + offset)
    return draft.change(step_label("add", kind=Picture.kind, count=len(pictures)))


def section_for_pictures(document: Document, map: Id, section: Id | None) -> Id | None:
    """The section nearest to a section, perhaps itself, that takes pictures; None where there is none."""
    sections = document.sections(map)
    here = next((one.position for one in sections if one.id == section), 0)
    found = [one for one in sections if content_of(one.section_kind).takes_pictures]
    return min(found, key=lambda one: abs(one.position - here)).id if found else None


def set_picture(document: Document, ids: Sequence[Id], picture: NewPicture | None) -> Change:
    """Have notes, entries or personas show a picture, or none."""
    draft = Draft(document)
    shown = put_picture(document, draft, picture) if picture is not None else None
    for id in ids:
        draft.put(draft.get(Record, id).changed(picture=shown))
    remove_unshown_pictures(draft)
    return draft.change(step_label("choose_picture" if picture is not None else "remove_picture"))


def put_picture(document: Document, draft: Draft, picture: NewPicture) -> Id:
    """The id of a picture that the draft then has. Its bytes go to the document's store at once."""
    id = document.picture_store.put(picture.data)
    if id not in draft:
        draft.insert(Picture(id=id, format=picture.format, width=picture.width, height=picture.height))
    return id


def _showing(section: Section, stage: Id, picture: Id, id: Id, text: str = "") -> InCell:
    if content_of(section.section_kind).holds is Note:
        return Note(id=id, section=section.id, stage=stage, text=text, colour=section.colour, picture=picture)
    return Entry(id=id, section=section.id, stage=stage, text=text, picture=picture)
