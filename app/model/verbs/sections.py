"""Verbs for sections, the rows of a map."""

from collections.abc import Sequence

from app.language.phrases import tr
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import Label, records_label, step_label
from app.model.project_language import in_its_language
from app.model.records import Id, NoteColour, Section, new_id
from app.model.verbs.editing import set_fields
from app.model.verbs.ready_sections import ReadySection


@in_its_language
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
    return draft.change(records_label("add", [section]))


@in_its_language
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
    return draft.change(records_label("add", [section]))


def rename_section(document: Document, section: Id, name: str) -> Change:
    return set_fields(document, [section], step_label("rename", kind=Section.kind), name=name)


def fold_sections(document: Document, sections: Sequence[Id], is_folded: bool) -> Change:
    """Fold sections to one line each, or unfold them."""
    label = _label("fold" if is_folded else "unfold", document, sections)
    return set_fields(document, sections, label, is_folded=is_folded)


def leave_off_posters(document: Document, sections: Sequence[Id], is_left_off: bool) -> Change:
    """Show sections on the screen only, or on posters too."""
    label = _label("hide_on_posters" if is_left_off else "show_on_posters", document, sections)
    return set_fields(document, sections, label, is_left_off_posters=is_left_off)


def _label(code: str, document: Document, sections: Sequence[Id]) -> Label:
    return records_label(code, [document.get(Section, id) for id in sections])
