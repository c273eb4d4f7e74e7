"""Verbs for stages, the columns of a map."""

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.editing import set_fields
from app.model.records import Id, Stage, new_id


def add_stage(
    document: Document, map: Id, name: str = "New stage", index: int | None = None, id: Id | None = None
) -> Change:
    """A new stage before `index`, or as the last."""
    draft = Draft(document)
    draft.insert(Stage(id=id or new_id(), map=map, name=name), index)
    return draft.change("Add stage")


def rename_stage(document: Document, stage: Id, name: str) -> Change:
    return set_fields(document, [stage], "Rename stage", name=name)
