"""What an agenda item comes to on a map: which sections are lit, and what can be voted for."""

from collections.abc import Iterator
from typing import NamedTuple

from app.language.phrases import Phrase, phrase
from app.model.analysis.roles import placed_notes, roles_of
from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import MOST_CANDIDATES, AgendaItem, Id, LitSection, Note, Section


class Lit(NamedTuple):
    """The sections of a map that an agenda item lights; none means all. `gone` names those that are lost."""

    sections: tuple[Id, ...] = ()
    gone: tuple[str, ...] = ()


def lit_on(document: Document, item: AgendaItem, map: Id) -> Lit:
    """What it lights on a map. Where all that it would light is gone, the whole map is shown."""
    found: dict[Id, None] = {}
    gone: list[str] = []
    for one in item.sections:
        there = tuple(_meant(document, one, map))
        found.update(dict.fromkeys(there))
        if not there and one.section is not None and one.section not in document:
            gone.append(one.name)
    order = [section.id for section in document.sections(map) if section.id in found]
    return Lit(tuple(order), tuple(gone))


def candidates_of(document: Document, item: AgendaItem, map: Id) -> tuple[Id, ...]:
    """The notes that can be voted for, stage by stage: those named, those of a role, or of lit sections.

    Notes without text are left out, and those beyond `MOST_CANDIDATES`.
    """
    lit = lit_on(document, item, map).sections
    found = (
        placed.note.id
        for placed in placed_notes(document, map)
        if placed.note.text.strip()
        if (
            placed.note.id in item.candidates
            if item.candidates
            else placed.role == item.role
            if item.role is not None
            else not lit or placed.section.id in lit
        )
    )
    return tuple(found)[:MOST_CANDIDATES]


def length_in_words(minutes: int) -> Phrase:
    """How long something takes: "2 h 30 min", "45 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return phrase("{minutes} min", minutes=rest)
    return (
        phrase("{hours} h {minutes} min", hours=hours, minutes=rest)
        if rest
        else phrase("{hours} h", hours=hours)
    )


def _meant(document: Document, lit: LitSection, map: Id) -> Iterator[Id]:
    for section in document.sections(map):
        if lit.section == section.id or (lit.section is None and _holds(document, section, lit.holds)):
            yield section.id


def _holds(document: Document, section: Section, held: str) -> bool:
    """Whether it is of a kind, or its notes count as something."""
    if not held:
        return False
    return section.section_kind == held or (
        content_of(section.section_kind).holds is Note and roles_of(document)[section.colour] == held
    )
