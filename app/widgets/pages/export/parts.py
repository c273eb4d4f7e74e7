"""What of a project can be exported from where one is: the map, what is selected, and all else there is."""

from collections.abc import Sequence
from typing import NamedTuple

from app.language.phrases import Phrase, phrase, tr, tr_plural
from app.language.words import quoted
from app.model.nouns import counted, counted_records
from app.model.records import EmotionPoint, Entry, Id, Note, Persona, Record, Section, Stage
from app.model.words import shortened
from app.pages import deliverables
from app.pages.deliverables.deliverable import Deliverable
from app.session.editor import Editor


class ExportChoice(NamedTuple):
    """In words, as what goes onto pages, and as those of its options that say which part of it."""

    title: str
    deliverable: Deliverable
    fields: dict[str, object]


def parts_of(editor: Editor, filtered: Sequence[Id] | None = None) -> list[ExportChoice]:
    """`filtered`: the notes that a filter lets through, if there is one."""
    document, map = editor.document, editor.map
    first, *others = deliverables.DELIVERABLES
    parts = [ExportChoice(str(first.title), first, {"map": map})]
    selected = [record for id in editor.selection.ids if (record := document.find(id)) is not None]
    contents = [record for record in selected if isinstance(record, Note | Entry | EmotionPoint)]
    if contents:
        parts.append(
            ExportChoice(
                tr("Only the selection: {what}", what=_counted_contents(contents)),
                first,
                {"map": map, "only": _ids(contents)},
            )
        )
    if filtered:
        shown = counted("note", len(filtered))
        parts.append(
            ExportChoice(
                tr("Only what the filter shows: {what}", what=shown),
                first,
                {"map": map, "only": tuple(filtered)},
            )
        )
    cell = editor.selection.cell
    for kind, field in ((Stage, "stages"), (Section, "sections")):
        chosen: list[Stage | Section] = [record for record in selected if isinstance(record, kind)]
        if not chosen and cell is not None:
            found = document.find(cell.stage if kind is Stage else cell.section)
            chosen = [found] if isinstance(found, kind) else []
        if chosen:
            parts.append(ExportChoice(_only(chosen), first, {"map": map, field: _ids(chosen)}))
    parts += [ExportChoice(str(known.title), known, {"map": map}) for known in others]
    personas = [record for record in selected if isinstance(record, Persona)]
    for sheets in (
        (known for known in others if "personas" in known.options_type.model_fields) if personas else ()
    ):
        parts.append(ExportChoice(_only_sheets(personas), sheets, {"personas": _ids(personas)}))
    return parts


def maps_of(editor: Editor) -> list[tuple[str, Id | None]]:
    """Which maps a format that holds a project can be given."""
    title = editor.journey_map.title
    only = tr("Only {title}", title=_quoted(title)) if title else tr("Only the map without a title")
    return [(tr("All maps of the project"), None), (only, editor.map)]


def _counted_contents(contents: Sequence[Note | Entry | EmotionPoint]) -> Phrase:
    first = contents[0]
    if len(contents) > 1 or isinstance(first, EmotionPoint):
        return counted_records(contents)
    if first.text.strip():
        return _quoted(first.text)
    return phrase("a note without text") if isinstance(first, Note) else phrase("an entry without text")


def _only(chosen: Sequence[Stage | Section]) -> str:
    """One stage or section by its name, several by their number."""
    first, number = chosen[0], len(chosen)
    if isinstance(first, Stage):
        if number > 1:
            return tr_plural("Only {count} stage", "Only the {count} stages", number)
        if first.name:
            return tr("Only the stage {name}", name=_quoted(first.name))
        return tr("Only the stage without a name")
    if number > 1:
        return tr_plural("Only {count} section", "Only the {count} sections", number)
    if first.name:
        return tr("Only the section {name}", name=_quoted(first.name))
    return tr("Only the section without a name")


def _only_sheets(personas: Sequence[Persona]) -> str:
    if len(personas) > 1:
        return tr_plural("Only {count} persona sheet", "Only {count} persona sheets", len(personas))
    if name := personas[0].name:
        return tr("Only the sheet of {name}", name=_quoted(name))
    return tr("Only the sheet of a persona without a name")


def _quoted(text: str) -> Phrase:
    return quoted(shortened(text))


def _ids(records: Sequence[Record]) -> tuple[Id, ...]:
    return tuple(record.id for record in records)
