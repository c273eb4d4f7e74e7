"""Verbs for key points: the sentences that a map leads with."""

from collections.abc import Sequence
from typing import NamedTuple

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.records import EmotionPoint, Id, KeyPoint, KeyPointOrigin, Note, Stage, new_id
from app.model.verbs.editing import set_fields


class Places(NamedTuple):
    """What a key point speaks of, in the order in which its places are numbered."""

    notes: tuple[Id, ...] = ()
    stages: tuple[Id, ...] = ()
    points: tuple[Id, ...] = ()

    @classmethod
    def of(cls, key_point: KeyPoint) -> "Places":
        return cls(key_point.notes, key_point.stages, key_point.points)


def add_key_point(
    document: Document,
    map: Id,
    text: str = "",
    evidence: str = "",
    places: Places = Places(),  # noqa: B008 - frozen
    origin: KeyPointOrigin = "own",
    figures: Sequence[float] = (),
    index: int | None = None,
    id: Id | None = None,
) -> Change:
    """A new key point before `index`, or as the last. It rests on what its places say now, and on figures."""
    draft = Draft(document)
    key_point = KeyPoint(
        id=id or new_id(),
        map=map,
        text=text,
        evidence=evidence,
        **places._asdict(),
        origin=origin,
        said=said_at(document, places),
        figures=tuple(figures),
    )
    draft.insert(key_point, index)
    return draft.change(records_label("add", [key_point]))


def set_key_point(document: Document, key_point: Id, text: str, evidence: str | None = None) -> Change:
    """Say it in other words. What it rests on stays."""
    fields = {"text": text} if evidence is None else {"text": text, "evidence": evidence}
    return set_fields(document, [key_point], step_label("edit_key_point"), **fields)


def place_key_point(document: Document, key_point: Id, places: Places) -> Change:
    """Have its number stand at other places, on what they say now."""
    fields = {**places._asdict(), "said": said_at(document, places)}
    return set_fields(document, [key_point], step_label("place_key_point"), **fields)


def confirm_key_point(document: Document, key_point: Id, figures: Sequence[float] | None = None) -> Change:
    """Have it rest on what its places say now, and on the figures as they are now."""
    found = document.get(KeyPoint, key_point)
    said = said_at(document, Places.of(found))
    new = found.figures if figures is None else tuple(figures)
    return set_fields(document, [key_point], step_label("confirm_key_point"), said=said, figures=new)


def said_at(document: Document, places: Places) -> tuple[str, ...]:
    """What places say now: the texts of notes, names of stages, values and quotes of points."""
    return (
        *(document.get(Note, id).text for id in places.notes),
        *(document.get(Stage, id).name for id in places.stages),
        *(_at_point(document.get(EmotionPoint, id)) for id in places.points),
    )


def rests_on_what_is(document: Document, key_point: KeyPoint, figures: Sequence[float] | None = None) -> bool:
    """Whether its places still say what they said, and the figures, where any are given, are as they were."""
    said = said_at(document, Places.of(key_point))
    return said == key_point.said and (figures is None or tuple(figures) == key_point.figures)


def _at_point(point: EmotionPoint) -> str:
    return f"{point.value:+g} {point.quote}".strip()
