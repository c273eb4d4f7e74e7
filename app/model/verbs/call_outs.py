"""Verbs for call-outs: texts in boxes that point at something on a map."""

from typing import NamedTuple

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.records import FARTHEST, CallOut, Id, new_id
from app.model.verbs.editing import set_fields


class Target(NamedTuple):
    """What a call-out points at: a note, a point, or a stage, a section, or the cell of both.

    `at_x` and `at_y` are a place in that, 0 … 1 from its left and its top.
    """

    note: Id | None = None
    point: Id | None = None
    stage: Id | None = None
    section: Id | None = None
    at_x: float | None = None
    at_y: float | None = None


def add_call_out(document: Document, map: Id, target: Target, text: str = "", id: Id | None = None) -> Change:
    """A new call-out, over those that there are. It finds its place by itself until it is moved."""
    draft = Draft(document)
    call_out = CallOut(id=id or new_id(), map=map, text=text, **target._asdict())
    draft.insert(call_out)
    return draft.change(records_label("add", [call_out]))


def set_call_out_text(document: Document, call_out: Id, text: str) -> Change:
    return set_fields(document, [call_out], step_label("edit_call_out"), text=text)


def move_call_out(document: Document, call_out: Id, x: float | None, y: float | None) -> Change:
    """Put its box so far from what it points at, in map units; none lets it find a free place again."""
    return set_fields(document, [call_out], step_label("move_call_out"), box_x=_within(x), box_y=_within(y))


def lead_call_out(document: Document, call_out: Id, target: Target) -> Change:
    """Have it point at something else."""
    return set_fields(document, [call_out], step_label("lead_call_out"), **target._asdict())


def _within(shift: float | None) -> float | None:
    return None if shift is None else max(-FARTHEST, min(FARTHEST, shift))
