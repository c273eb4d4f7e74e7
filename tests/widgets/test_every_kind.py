"""The contract of the kinds of sections: whatever stands in a section, a person can do with it what is done.

It is held over the tuples, through the window: a new kind is under it from its first day.
"""

from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget

from app.drawing.display import PlacedText, Texts
from app.drawing.sections import SECTION_KINDS
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.form import fields_of
from app.drawing.sections.kind import SectionKind
from app.drawing.sections.ready_sections import READY_SECTIONS
from app.model.document import Document
from app.model.finding.search import Search
from app.model.kinds import CONTENTS, Held, content_of
from app.model.labels import plain_label
from app.model.records import EmotionPoint, Entry, Id, Note, Record, Section
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import new_project
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.session.selection import Cell
from app.widgets.canvas.record_bounds import drop_target_at
from app.widgets.canvas.typing.text_editor import TextEditor
from tests.driver import WindowDriver
from tests.export_dialog import opened, written
from tests.formats.reading import ReadPdf
from tests.widgets.conftest import OpenWindow

kinds = pytest.mark.parametrize("kind", SECTION_KINDS, ids=lambda kind: kind.name)
WORDS, OTHER_WORDS = "Dough rises", "Dough rests"
TEXT_OF: dict[type[Record], str] = {Note: "text", Entry: "text", EmotionPoint: "quote"}


class Filled(NamedTuple):
    """A window on two stages and a section of a kind, in which something was put by hand."""

    window: WindowDriver
    before: Document
    """What there was before."""
    record: Held | None
    """What was put in, selected; None where the section holds nothing."""


def map_with(kind: SectionKind) -> Document:
    document = new_project()
    map = document.maps()[0].id
    for id in ("before", "during"):
        document.apply(add_stage(document, map, id.capitalize(), id=id))
    document.apply(add_section(document, map, "Baking", kind.name, id="section"))
    return document


def filled(open_window: OpenWindow, kind: SectionKind) -> Filled:
    """Type words in the first cell; of a point, as its quote."""
    window = open_window(map_with(kind))
    before = window.document.copy()
    window.go_to_cell("Before", "Baking")
    if content_of(kind.name).holds is EmotionPoint:
        window.press("Ins")
        window.fill("Quote", WORDS)
    else:
        window.write(WORDS)
        window.press("Escape")
    held = [one for one in window.document if isinstance(one, Note | Entry | EmotionPoint)]
    return Filled(window, before, held[0] if held else None)


def text_of(record: Record) -> object:
    return getattr(record, TEXT_OF[type(record)])


def texts_on(window: WindowDriver) -> list[PlacedText]:
    drawn = window.canvas.shown.layout.display_list()
    return [placed for batch in drawn if isinstance(batch, Texts) for placed in batch.texts]


@kinds
def test_a_section_of_every_kind_is_inserted_and_its_form_knows_the_kind(
    open_window: OpenWindow, kind: SectionKind
) -> None:
    window = open_window(map_with(SECTION_KINDS[0]))
    before = window.document.copy()
    ready = next(one for one in READY_SECTIONS if one.section_kind == kind.name)
    window.canvas.setFocus()
    window.press("Ctrl+Shift+I")
    window.write(str(ready.name))
    offered = window.find(QListWidget, "Choices")
    assert offered.count() >= 1
    window.press("Return")
    [inserted] = [one for one in window.document.all(Section) if one.id not in before]
    assert (inserted.name, inserted.section_kind) == (str(ready.name), kind.name)
    assert window.text_in("Kind") == str(kind.title)
    for setting in kind.settings:
        box = window.find(QComboBox, str(setting.label))
        last = box.itemText(box.count() - 1)
        window.choose(str(setting.label), last)
        assert window.text_in(str(setting.label)) == last
    window.canvas.setFocus()
    while window.editor.history.undoable is not None:
        window.undo()
    assert window.document == before


@kinds
def test_what_is_typed_in_a_section_of_every_kind_is_kept_drawn_where_it_is_typed_and_undone(
    open_window: OpenWindow, kind: SectionKind
) -> None:
    window, before, record = filled(open_window, kind)
    holds = content_of(kind.name).holds
    if record is None:
        assert holds is None, f"nothing can be put into {kind.title}"
        assert window.document == before
        return
    assert type(record) is holds
    assert text_of(record) == WORDS
    entry = Entry(id="typed", section="section", stage="before", text=WORDS)
    typed = kind.read_typed(window.document, entry, "")
    for field, value in typed.fields.items() if typed is not None else ():
        assert getattr(record, field) == value, "what it stands for is not taken"
    if isinstance(record, EmotionPoint):
        row = window.canvas.shown.layout.row_of("section")
        assert row is not None
        assert isinstance(row.body, GraphBody), "points are dragged on an emotional graph"
    else:
        [drawn] = [one for one in texts_on(window) if one.block.text == WORDS]
        editors: list[TextEditor] = []
        window.canvas.typing.opened.connect(editors.append)
        window.press("F2")
        [editor] = editors
        away = editor.pos() - QPointF(drawn.x, drawn.y)
        assert away.manhattanLength() < 1, "typed elsewhere than it is drawn"
        layout = window.canvas.shown.layout
        cell = layout.cell_rectangle("section", "during")
        assert cell is not None
        assert drop_target_at(layout, cell.center(), kind.name), "it cannot be dragged to another cell"
        assert editor.font().weight() == drawn.block.style.weight
        window.press("Escape")
    window.canvas.setFocus()
    while window.editor.history.undoable is not None:
        window.undo()
    assert window.document == before


@kinds
def test_what_stands_in_a_section_of_every_kind_is_changed_in_the_inspector(
    open_window: OpenWindow, kind: SectionKind
) -> None:
    window, _, record = filled(open_window, kind)
    if record is None:
        return
    window.editor.select([record.id])
    inspector = window.window.right
    assert inspector.heading.accessibleName() == record.kind
    assert inspector.form is not None, f"{kind.title} has no form"
    assert not inspector.no_form.isVisible()
    in_form = {field.name: field for field in fields_of(kind.form)}
    assert set(inspector.form.fields) == set(in_form)
    if isinstance(record, Entry):
        assert set(in_form) == set(content_of(kind.name).fields)
    window.fill(str(in_form[TEXT_OF[type(record)]].label), OTHER_WORDS)
    assert text_of(window.document.get(type(record), record.id)) == OTHER_WORDS
    assert any(one.block.text.strip("“”") == OTHER_WORDS for one in texts_on(window))


@kinds
def test_what_stands_in_a_section_of_every_kind_is_copied_pasted_and_a_table_elsewhere(
    open_window: OpenWindow, kind: SectionKind
) -> None:
    window, _, record = filled(open_window, kind)
    clipboard = QApplication.clipboard()
    if isinstance(record, Note | Entry):
        window.editor.select([record.id])
        window.canvas.setFocus()
        window.press("Ctrl+C")
        assert WORDS in clipboard.text()
        assert WORDS in clipboard.mimeData().html()
        window.editor.select_cell(Cell("section", "during"))
        window.press("Ctrl+V")
        window.wait_until(lambda: bool(window.document.in_cell("section", "during")))
        [pasted] = window.document.in_cell("section", "during")
        assert pasted.changed(id=record.id, stage=record.stage) == record
    window.select_section("Baking")
    window.press("Ctrl+C")
    assert "Baking" in clipboard.text().splitlines()[1]
    assert record is None or WORDS in clipboard.text()
    window.press("Ctrl+V")
    window.wait_until(lambda: len(window.document.all(Section)) == 2)
    copy = next(one for one in window.document.all(Section) if one.id != "section")
    assert copy.section_kind == kind.name
    assert [text_of(one) for one in held_by(window, copy.id)] == [
        text_of(one) for one in held_by(window, "section")
    ]


def held_by(window: WindowDriver, section: Id) -> list[Record]:
    return [one for one in window.document.held_by(section) if type(one) in TEXT_OF]


@kinds
def test_what_stands_in_a_section_of_every_kind_is_found_and_heard(
    open_window: OpenWindow, kind: SectionKind
) -> None:
    window, _, record = filled(open_window, kind)
    window.select_nothing()
    window.press("Ctrl+F")
    window.write(WORDS if record is not None else "Baking")
    assert window.window.find_bar.count.text() == "1 of 1"
    window.press("Escape")
    if record is None:
        window.go_to_cell("Before", "Baking")
        assert heard(window) == "Baking, Before, empty"
        return
    assert window.editor.selection.ids == (record.id,)
    assert heard(window).startswith(f"Baking, Before, {record.kind} 1 of 1: ")
    assert WORDS in heard(window)


@kinds
def test_words_are_found_in_the_fields_that_the_kind_says_also_when_another_is_chosen(
    kind: SectionKind,
) -> None:
    for field in ("text", "unit", "address", "document_kind"):
        entry = {"id": "entry", "section": "section", "stage": "before", field: "Rye"}
        document = Document([*map_with(kind), Entry.model_validate(entry)])
        search = Search(document)
        assert bool(search.find("rye")) == (field in content_of(kind.name).searched)
        change = set_fields(document, ["section"], plain_label("Set section kind"), section_kind="text")
        document.apply(change)
        search.follow(change)
        assert bool(search.find("rye")) == (field == "text")


def heard(window: WindowDriver) -> str:
    """What the map says to a screen reader of what is selected."""
    canvas = QAccessible.queryAccessibleInterface(window.canvas)
    assert canvas is not None
    return canvas.text(QAccessible.Text.Description)


@kinds
@pytest.mark.usefixtures("in_process")
def test_what_stands_in_a_section_of_every_kind_is_on_its_poster(
    open_window: OpenWindow, kind: SectionKind, tmp_path: Path
) -> None:
    window, _, record = filled(open_window, kind)
    dialog = opened(window)
    path = tmp_path / "poster.pdf"
    assert "was written" in written(window, dialog, path)
    dialog.close()
    read = [line.text for line in ReadPdf(path.read_bytes()).lines]
    assert "Baking" in read
    assert record is None or any(WORDS in line for line in read)


def test_every_kind_that_is_drawn_says_what_it_holds() -> None:
    assert [kind.name for kind in SECTION_KINDS] == [content.kind for content in CONTENTS]
    for content in CONTENTS:
        assert {*content.fields, *content.searched} <= set(Entry.model_fields)
    shown = {field for content in CONTENTS for field in content.fields}
    assert shown == set(Entry.model_fields) - {"id", "position", *Entry.parents}, "nobody sees it"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("notes", "The section’s kind does not show this."),
        ("of-a-later-version", "This kind of section comes from a newer version of Journeywall."),
    ],
)
def test_the_inspector_says_why_an_entry_that_is_not_shown_has_no_form(
    open_window: OpenWindow, kind: str, sentence: str
) -> None:
    document = map_with(SECTION_KINDS[0])
    document.apply(add_section(document, document.maps()[0].id, "Baking", kind, id="other"))
    records = [Entry(id="lost", section="other", stage="before", text=WORDS)]
    window = open_window(Document([*document, *records]))
    window.canvas.setFocus()
    window.press("Ctrl+F")
    window.write(WORDS)
    window.press("Escape")
    assert window.editor.selection.ids == ("lost",)
    inspector = window.window.right
    assert inspector.form is None
    assert inspector.no_form.isVisible()
    assert inspector.no_form.text().startswith(sentence)
