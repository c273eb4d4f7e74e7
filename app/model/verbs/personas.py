"""Verbs for personas."""

from app.language.phrases import tr
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.project_language import in_its_language
from app.model.records import Id, JourneyMap, Persona, new_id
from app.model.verbs.editing import set_fields

PERSONA_COLOURS = ("#F2C879", "#9FD5C5", "#C9B2F0", "#F5A9B8", "#9DC3F2", "#D6C6A8")
"""Given to new personas in turn."""


@in_its_language
def add_persona(
    document: Document, name: str | None = None, map: Id | None = None, id: Id | None = None
) -> Change:
    """A new persona, who also joins a map where one is given."""
    draft = Draft(document)
    colour = PERSONA_COLOURS[len(document.personas()) % len(PERSONA_COLOURS)]
    persona = Persona(id=id or new_id(), name=tr("New persona") if name is None else name, colour=colour)
    draft.insert(persona)
    if map is not None:
        journey_map = draft.get(JourneyMap, map)
        draft.put(journey_map.changed(personas=(*journey_map.personas, persona.id)))
    return draft.change(records_label("add", [persona]))


def set_map_personas(document: Document, map: Id, personas: tuple[Id, ...]) -> Change:
    return set_fields(document, [map], step_label("set_map_personas"), personas=personas)


def initials(name: str) -> str:
    """Up to two letters that stand for a name: "Eva Molin" is "EM", "Lunch crowd (segment)" is "LC"."""
    words = (name.partition("(")[0] or name).split()
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()
