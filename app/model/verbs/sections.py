"""Verbs for sections, the rows of a map."""

from collections.abc import Sequence

from app.language.phrases import tr
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.records import Id, NoteColour, Section, new_id
from app.model.verbs.editing import named, set_fields
from app.model.verbs.ready_sections import ReadySection


def add_section(
    document: Document,
    map: Id,
    name: str | None = None,
    section_kind: str = "notes",
    index: int | None = None,
    glyph: str = "",
    colour: NoteColour = "yellow",
    id: Id | None = None,
) -> Change:
    """A new section before `index`, or as the last."""
    draft = Draft(document)
    section = Section(
        id=id or new_id(),
        map=map,
        name=tr("New section") if name is None else name,
        section_kind=section_kind,
        glyph=glyph,
        colour=colour,
    )
    draft.insert(section, index)
    return draft.change("Add section")


def insert_ready_section(
    document: Document, map: Id, ready: ReadySection, index: int | None = None, id: Id | None = None
) -> Change:
    """A section that is ready-made, before `index` or as the last, named in the language that is spoken."""
    draft = Draft(document)
    section = Section(
        id=id or new_id(),
        map=map,
        name=str(ready.name),
        hint=str(ready.hint),
        section_kind=ready.section_kind,
        glyph=ready.glyph,
        colour=ready.colour,
        metric_look=ready.metric_look,
        line=ready.line,
    )
    draft.insert(section, index)
    return draft.change("Add section")


def rename_section(document: Document, section: Id, name: str) -> Change:
    return set_fields(document, [section], "Rename section", name=name)


def fold_sections(document: Document, sections: Sequence[Id], is_folded: bool) -> Change:
    """Fold sections to one line each, or unfold them."""
    label = f"{'Fold' if is_folded else 'Unfold'} {_named(document, sections)}"
    return set_fields(document, sections, label, is_folded=is_folded)


def leave_off_posters(document: Document, sections: Sequence[Id], is_left_off: bool) -> Change:
    """Show sections on the screen only, or on posters too."""
    where = "off" if is_left_off else "on"
    label = f"{'Leave' if is_left_off else 'Put'} {_named(document, sections)} {where} posters"
    return set_fields(document, sections, label, is_left_off_posters=is_left_off)


def _named(document: Document, sections: Sequence[Id]) -> str:
    return named([document.get(Section, id) for id in sections])
