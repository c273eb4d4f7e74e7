"""Verbs for emotion points, and the curves that they make along the customer's way: one for each persona."""

from collections.abc import Iterable
from typing import NamedTuple

from app.language.phrases import Phrase, phrase, phrase_context
from app.language.words import verbatim
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import Label, records_label, step_label
from app.model.records import (
    FARTHEST,
    HIGHEST,
    LOWEST,
    EmotionPoint,
    Id,
    JourneyMap,
    Persona,
    Section,
    new_id,
)
from app.model.verbs.editing import set_fields
from app.model.words import shortened

NOBODYS = phrase_context("whose curve it is", "Everyone")
"""What the curve of nobody in particular is called."""


class Curve(NamedTuple):
    """The points of one persona, or of nobody in particular, from the first stage to the last."""

    persona: Id | None
    points: tuple[EmotionPoint, ...]


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
    return draft.change(records_label("add", [point]))


def move_point(document: Document, point: Id, value: float, at: float | None = None) -> Change:
    """Give a point another value and, where given, another place in its stage; both are kept in range."""
    return set_fields(document, [point], step_label("move_point"), **moved(value, at))


def move_quote(document: Document, point: Id, x: float, y: float) -> Change:
    """Have the middle of a point's quote stay so far from it, in map units."""
    return set_fields(document, [point], step_label("move_quote"), **quote_moved(x, y))


def quote_moved(x: float, y: float) -> dict[str, object]:
    """The fields of a point whose quote stands so far from it, kept in range."""
    return {
        field: round(min(max(shift, -FARTHEST), FARTHEST), 1)
        for field, shift in (("quote_x", x), ("quote_y", y))
    }


def moved(value: float, at: float | None = None) -> dict[str, object]:
    """The fields of a point at a value and a place, kept in range and as exact as a hand can be."""
    fields: dict[str, object] = {"value": round(min(max(value, LOWEST), HIGHEST), 2)}
    if at is not None:
        fields["at"] = round(min(max(at, 0.0), 1.0), 4)
    return fields


def set_shown(document: Document, section: Id, persona: Id | None, is_shown: bool) -> Change:
    """Show or hide the curve of a persona, or of nobody in particular."""
    found = document.get(Section, section)
    label = _curve_label("show_curve" if is_shown else "hide_curve", document, persona)
    if persona is None:
        return set_fields(document, [section], label, hides_everyone=not is_shown)
    hidden = tuple(id for id in found.hidden if id != persona)
    return set_fields(document, [section], label, hidden=hidden if is_shown else (*hidden, persona))


def bring_to_front(document: Document, section: Id, persona: Id | None) -> Change:
    """Draw a persona's curve over the others, with its marks in words."""
    return set_fields(document, [section], _curve_label("front_curve", document, persona), front=persona)


def begin_curve(document: Document, section: Id, persona: Id) -> Change:
    """Have the points that come next be a persona's, who belongs to the map from now on."""
    found = document.get(Section, section)
    draft = Draft(document)
    draft.put(found.changed(front=persona, hidden=tuple(id for id in found.hidden if id != persona)))
    journey_map = document.get(JourneyMap, found.map)
    if persona not in journey_map.personas:
        draft.put(journey_map.changed(personas=(*journey_map.personas, persona)))
    return draft.change(_curve_label("begin_curve", document, persona))


def without_curve(document: Document, section: Section) -> tuple[Persona, ...]:
    """The personas of whom a section has no curve yet."""
    there = {curve.persona for curve in curves_of(document, section)}
    return tuple(persona for persona in document.personas() if persona.id not in there)


def points_in_order(document: Document, section: Section) -> list[EmotionPoint]:
    """A section's points from the first stage to the last; two at the same place keep their order."""
    return [
        point
        for stage in document.stages(section.map)
        for point in sorted(document.points(section.id, stage.id), key=lambda point: point.at)
    ]


def curves_of(document: Document, section: Section) -> tuple[Curve, ...]:
    """The curves of a section that have a point: nobody's first, then in the order of the personas."""
    points: dict[Id | None, list[EmotionPoint]] = {}
    for point in points_in_order(document, section):
        points.setdefault(point.persona, []).append(point)
    order: Iterable[Id | None] = (None, *(persona.id for persona in document.personas()))
    return tuple(Curve(persona, tuple(points[persona])) for persona in order if persona in points)


def shown_curves(document: Document, section: Section) -> tuple[Curve, ...]:
    """The curves that are not hidden, the one in front last: unless chosen, the first of all."""
    shown = [curve for curve in curves_of(document, section) if not is_hidden(section, curve.persona)]
    shown.reverse()
    shown.sort(key=lambda curve: curve.persona == section.front)
    return tuple(shown)


def is_hidden(section: Section, persona: Id | None) -> bool:
    return section.hides_everyone if persona is None else persona in section.hidden


def curve_name(document: Document, persona: Id | None) -> Phrase:
    if persona is None:
        return NOBODYS
    return verbatim(document.get(Persona, persona).name) or phrase("a persona without a name")


def _curve_label(code: str, document: Document, persona: Id | None) -> Label:
    if persona is None:
        return step_label(f"{code}_of_all")
    return step_label(code, persona=shortened(document.get(Persona, persona).name))
