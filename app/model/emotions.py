"""Verbs for emotion points, and their order along the customer's way."""

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.editing import set_fields
from app.model.records import HIGHEST, LOWEST, EmotionPoint, Id, Section, new_id


def add_point(
    document: Document,
    section: Id,
    stage: Id,
    value: float = 0.0,
    at: float = 0.5,
    quote: str = "",
    persona: Id | None = None,
    id: Id | None = None,
) -> Change:
    """A new point in a stage. `value` −5 … +5, `at` 0 … 1 from the stage's left edge."""
    draft = Draft(document)
    point = EmotionPoint(
        id=id or new_id(), section=section, stage=stage, value=value, at=at, quote=quote, persona=persona
    )
    draft.insert(point)
    return draft.change("Add emotion point")


def move_point(document: Document, point: Id, value: float, at: float | None = None) -> Change:
    """Give a point another value and, where given, another place in its stage; both are kept in range."""
    fields: dict[str, object] = {"value": round(min(max(value, LOWEST), HIGHEST), 2)}
    if at is not None:
        fields["at"] = round(min(max(at, 0.0), 1.0), 4)
    return set_fields(document, [point], "Move emotion point", **fields)


def points_in_order(document: Document, section: Section) -> list[EmotionPoint]:
    """A section's points from the first stage to the last; two at the same place keep their order."""
    return [
        point
        for stage in document.stages(section.map)
        for point in sorted(document.points(section.id, stage.id), key=lambda point: point.at)
    ]
