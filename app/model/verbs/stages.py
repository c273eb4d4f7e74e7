"""Verbs for stages, the columns of a map."""

from app.language.phrases import tr
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.project_language import in_its_language
from app.model.records import EmotionPoint, Id, Record, Stage, new_id
from app.model.verbs.editing import set_fields
from app.model.verbs.naming import name_another


@in_its_language
def add_stage(
    document: Document, map: Id, name: str | None = None, index: int | None = None, id: Id | None = None
) -> Change:
    """A new stage before `index`, or as the last."""
    draft = Draft(document)
    stage = Stage(id=id or new_id(), map=map, name=tr("New stage") if name is None else name)
    draft.insert(stage, index)
    return draft.change(records_label("add", [stage]))


def rename_stage(document: Document, stage: Id, name: str) -> Change:
    return set_fields(document, [stage], step_label("rename", kind=Stage.kind), name=name)


@in_its_language
def split_stage(document: Document, stage: Id, id: Id | None = None) -> Change:
    """Two stages of one: a new one behind it takes the emotion points of its right half."""
    draft = Draft(document)
    found = draft.get(Stage, stage)
    name = tr("{name} (continued)", name=found.name)
    new = Stage(id=id or new_id(), map=found.map, name=name, width=found.width)
    draft.insert(new, found.position + 1)
    for section in document.sections(found.map):
        for point in document.points(section.id, stage):
            if point.at < 0.5:
                draft.put(draft.get(EmotionPoint, point.id).changed(at=point.at * 2))
            else:
                draft.move(point, point.changed(stage=new.id, at=point.at * 2 - 1))
    return draft.change(step_label("split_stage"))


def join_stages(document: Document, stage: Id) -> Change:
    """One stage of two: a stage takes all that the one behind it holds. Nothing behind the last."""
    draft = Draft(document)
    found = draft.get(Stage, stage)
    stages = document.stages(found.map)
    if found.position + 1 < len(stages):
        other = stages[found.position + 1]
        draft.put(found.changed(name=" / ".join(filter(None, (found.name, other.name)))))
        for section in document.sections(found.map):
            for point in document.points(section.id, stage):
                draft.put(draft.get(EmotionPoint, point.id).changed(at=point.at / 2))
        for held in tuple(document.held_by(other.id)):
            fields = {"at": 0.5 + held.at / 2} if isinstance(held, EmotionPoint) else {}
            draft.move(held, draft.get(Record, held.id).changed(stage=stage, **fields))
        name_another(document, draft, other.id, stage)
        draft.remove(other)
    return draft.change(step_label("join_stages"))
