"""Verbs for entries: the content of sections that hold neither notes nor emotions."""

from collections.abc import Sequence

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.editing import remove_unshown_pictures, set_fields
from app.model.pictures import NewPicture
from app.model.ready_sections import ready_section
from app.model.records import Entry, Id, Picture, Record, Section, Stage, new_id


def add_entry(
    document: Document,
    section: Id,
    stage: Id,
    text: str = "",
    index: int | None = None,
    id: Id | None = None,
    **fields: object,
) -> Change:
    """A new entry in a cell, before `index` or last. `fields` are those of Entry."""
    draft = Draft(document)
    given = {"id": id or new_id(), "section": section, "stage": stage, "text": text, **fields}
    draft.insert(Entry.model_validate(given), index)
    return draft.change("Add entry")


def set_entry_text(document: Document, entry: Id, text: str) -> Change:
    return set_fields(document, [entry], "Edit entry", text=text)


def add_picture(
    document: Document,
    section: Id,
    stage: Id,
    picture: NewPicture,
    caption: str = "",
    index: int | None = None,
    id: Id | None = None,
) -> Change:
    """A picture in a cell. Its bytes go to the document's store at once, the rest with the change."""
    draft = Draft(document)
    entry = Entry(
        id=id or new_id(), section=section, stage=stage, text=caption, picture=_put(document, draft, picture)
    )
    draft.insert(entry, index)
    return draft.change("Add picture")


def add_pictures(
    document: Document,
    map: Id,
    pictures: Sequence[NewPicture],
    section: Id | None = None,
    stage: Id | None = None,
    index: int | None = None,
) -> Change:
    """Pictures in a cell, before `index` or last. Their bytes go to the document's store at once.

    Where the section is not for pictures, they go into the nearest that is, or into a new one; where no
    stage is given, into the first or a new one.
    """
    draft = Draft(document)
    stages = [one.id for one in document.stages(map)]
    nearest = section_for_pictures(document, map, section)
    if nearest != section or section is None:
        section, index = nearest or new_id(), None
    if stage not in stages:
        stage = (*stages, new_id())[0]
    if stage not in draft:
        draft.insert(Stage(id=stage, map=map, name="New stage"))
    if section not in draft:
        ready = ready_section("Storyboard")._asdict()
        draft.insert(Section.model_validate({**ready, "id": section, "map": map}))
    for offset, picture in enumerate(pictures):
        entry = Entry(id=new_id(), section=section, stage=stage, picture=_put(document, draft, picture))
        draft.insert(entry, None if index is None else index + offset)
    return draft.change("Add picture" if len(pictures) == 1 else f"Add {len(pictures)} pictures")


def section_for_pictures(document: Document, map: Id, section: Id | None) -> Id | None:
    """The section of pictures that is nearest to a section, which may be itself; None where there is none."""
    sections = document.sections(map)
    here = next((one.position for one in sections if one.id == section), 0)
    found = [one for one in sections if one.section_kind == "pictures"]
    return min(found, key=lambda one: abs(one.position - here)).id if found else None


def set_picture(document: Document, ids: Sequence[Id], picture: NewPicture | None) -> Change:
    """Have entries or personas show a picture, or none."""
    draft = Draft(document)
    shown = _put(document, draft, picture) if picture is not None else None
    for id in ids:
        draft.put(draft.get(Record, id).changed(picture=shown))
    remove_unshown_pictures(draft)
    return draft.change("Choose picture" if picture is not None else "Take away picture")


def _put(document: Document, draft: Draft, picture: NewPicture) -> Id:
    """The id of a picture that the draft then has."""
    id = document.picture_store.put(picture.data)
    if id not in draft:
        draft.insert(Picture(id=id, format=picture.format, width=picture.width, height=picture.height))
    return id
