"""Today against tomorrow: the emotional graph of another map laid under this one, stage by stage."""

from collections.abc import Sequence
from typing import NamedTuple

from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import EmotionPoint, Id, JourneyMap, Section, Stage
from app.model.verbs.emotions import Curve, points_in_order, shown_curves


class Difference(NamedTuple):
    """What a stage gained over the same stage of the other map; none where one of them has no point."""

    stage: Id
    by: float | None


class Ghost(NamedTuple):
    """The curve that lies under: whose map it is, and its points at the stages of this map."""

    title: str
    points: tuple[EmotionPoint, ...]
    differences: tuple[Difference, ...]


def ghost_of(document: Document, section: Section) -> Ghost | None:
    """The ghost that a section asks for; none where it asks for none.

    Of several curves the one of the persona in front is compared; where the other map does not know that
    persona, the one in front there.
    """
    if section.ghost is None:
        return None
    other = document.get(Section, section.ghost)
    matches = matched_stages(document.stages(section.map), document.stages(other.map))
    here = {stage: match for match, stage in matches.items()}
    front = next(reversed(shown_curves(document, section)), None)
    theirs = _curve_like(document, other, front)
    order = {stage.id: stage.position for stage in document.stages(section.map)}
    laid = [point.changed(stage=here[point.stage]) for point in theirs.points if point.stage in here]
    laid.sort(key=lambda point: (order[point.stage], point.at))
    return Ghost(
        document.get(JourneyMap, other.map).title,
        tuple(laid),
        tuple(_difference(stage, front.points if front else (), laid) for stage in order),
    )


def ghosts_for(document: Document, section: Section) -> tuple[Section, ...]:
    """The emotional graphs of other maps, which can lie under a section."""
    return tuple(
        other
        for journey_map in document.maps()
        if journey_map.id != section.map
        for other in document.sections(journey_map.id)
        if content_of(other.section_kind).holds is EmotionPoint
    )


def matched_stages(stages: Sequence[Stage], others: Sequence[Stage]) -> dict[Id, Id]:
    """For each stage the other map's of the same name; one without a namesake is matched by its place."""
    names: dict[str, list[Id]] = {}
    for other in others:
        names.setdefault(other.name.casefold(), []).append(other.id)
    found = {stage.id: names[key].pop(0) for stage in stages if names.get(key := stage.name.casefold())}
    taken = set(found.values())
    for stage in stages:
        if stage.id not in found and stage.position < len(others):
            beside = others[stage.position].id
            if beside not in taken:
                found[stage.id] = beside
                taken.add(beside)
    return found


def _curve_like(document: Document, section: Section, front: Curve | None) -> Curve:
    curves = shown_curves(document, section)
    if not curves:
        return Curve(None, tuple(points_in_order(document, section)))
    return next((curve for curve in curves if front and curve.persona == front.persona), curves[-1])


def _difference(stage: Id, ours: Sequence[EmotionPoint], theirs: Sequence[EmotionPoint]) -> Difference:
    now = [point.value for point in ours if point.stage == stage]
    then = [point.value for point in theirs if point.stage == stage]
    if not now or not then:
        return Difference(stage, None)
    return Difference(stage, sum(now) / len(now) - sum(then) / len(then))
