"""What of a project can be exported from where one is: the map, what is selected, and all else there is."""

from collections.abc import Sequence
from typing import NamedTuple

from app.model.records import EmotionPoint, Entry, Id, Note, Persona, Record, Section, Stage
from app.model.words import count, quoted
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
    parts = [ExportChoice(first.title, first, {"map": map})]
    selected = [record for id in editor.selection.ids if (record := document.find(id)) is not None]
    contents = [record for record in selected if isinstance(record, Note | Entry | EmotionPoint)]
    if contents:
        parts.append(
            ExportChoice(
                f"Only the selection: {_format_counts(contents)}", first, {"map": map, "only": _ids(contents)}
            )
        )
    if filtered:
        counted = count(len(filtered), "note")
        parts.append(
            ExportChoice(
                f"Only what the filter shows: {counted}", first, {"map": map, "only": tuple(filtered)}
            )
        )
    cell = editor.selection.cell
    for kind, field in ((Stage, "stages"), (Section, "sections")):
        chosen: list[Stage | Section] = [record for record in selected if isinstance(record, kind)]
        if not chosen and cell is not None:
            found = document.find(cell.stage if kind is Stage else cell.section)
            chosen = [found] if isinstance(found, kind) else []
        if len(chosen) == 1:
            title = f"Only the {kind.kind} {quoted(chosen[0].name, 'without a name')}"
            parts.append(ExportChoice(title, first, {"map": map, field: _ids(chosen)}))
        elif chosen:
            parts.append(
                ExportChoice(
                    f"Only the {count(len(chosen), kind.kind)}", first, {"map": map, field: _ids(chosen)}
                )
            )
    parts += [ExportChoice(known.title, known, {"map": map}) for known in others]
    personas = [record for record in selected if isinstance(record, Persona)]
    for sheets in (
        (known for known in others if "personas" in known.options_type.model_fields) if personas else ()
    ):
        called = quoted(personas[0].name, "a persona without a name")
        title = (
            f"Only the sheet of {called}" if len(personas) == 1 else f"Only {count(len(personas), 'sheet')}"
        )
        parts.append(ExportChoice(title, sheets, {"personas": _ids(personas)}))
    return parts


def maps_of(editor: Editor) -> list[tuple[str, Id | None]]:
    """Which maps a format that holds a project can be given."""
    title = quoted(editor.journey_map.title, "a map without a title")
    return [("All maps of the project", None), (f"Only {title}", editor.map)]


def _format_counts(contents: Sequence[Note | Entry | EmotionPoint]) -> str:
    first = contents[0]
    if len(contents) == 1 and not isinstance(first, EmotionPoint):
        return str(quoted(first.text, f"a {first.kind} without text"))
    kinds = {record.kind for record in contents}
    return count(len(contents), kinds.pop() if len(kinds) == 1 else "thing")


def _ids(records: Sequence[Record]) -> tuple[Id, ...]:
    return tuple(record.id for record in records)
