"""The contract of the forms: every field is set by keys, stays in file and JSON, and is undone.

It is held over the registries: a new kind of section, form or field is under it from its first day.
"""

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app.drawing.sections import SECTION_KINDS
from app.formats.json import json_project as json
from app.formats.options import ExportOptions
from app.model.document import Document
from app.model.kinds import content_of
from app.model.labels import plain_label
from app.model.records import (
    RECORDS,
    AgendaItem,
    CallOut,
    EmotionPoint,
    FeltLater,
    HandCount,
    JourneyMap,
    KeyPoint,
    LegendEntry,
    Note,
    ParkedNote,
    Picture,
    Project,
    Record,
    Relation,
    Reveal,
    Round,
    Run,
    Section,
    Stage,
    Style,
)
from app.model.verbs.agenda import add_items
from app.model.verbs.editing import set_fields
from app.storage.project_file import ProjectFile
from app.widgets.base.background_work import Progress
from app.widgets.forms.choice_fields import ColourField, NumberField
from app.widgets.forms.day_field import DayField
from app.widgets.forms.facts_field import FactsField
from app.widgets.forms.field import Field
from app.widgets.forms.form import Form
from app.widgets.forms.personas_field import PersonaColourField
from app.widgets.forms.picture_field import PictureField
from app.widgets.forms.tags_field import TagsField
from app.widgets.forms.tick_list_field import TickListField
from app.widgets.forms.traits_field import TraitsField
from app.widgets.panels.subjects import SUBJECTS
from app.widgets.panels.subjects.subject import Subject
from tests.driver import WindowDriver
from tests.everything import everything
from tests.pictures import image
from tests.widgets.conftest import OpenWindow

MOST_TABS = 80
TYPED: dict[type[Field], str] = {
    DayField: "2026-12-24",
    FactsField: "Pets: two cats",
    TagsField: "early",
    TraitsField: "Patience",
}
"""What is typed into a field; words into any other."""
BY_OTHER_WAYS: dict[type[Record], set[str]] = {
    Project: {"name", "emotions", "peak_at", "trough_at", "drop_of", "leg_of", "legs", "language", "words"},
    LegendEntry: {"colour", "meaning", "role"},
    Picture: {"format", "width", "height"},
    **{kind: set(kind.model_fields) for kind in (ParkedNote, Round, HandCount, Reveal, Run)},
    Note: {"impact_at", "effort_at", "decided"},
    Style: set(Style.model_fields),
    Relation: {"from_note", "to_note"},
    FeltLater: {"note", "point"},
    KeyPoint: {"text", "evidence", "notes", "stages", "points", "origin", "said", "figures"},
    CallOut: {"note", "point", "stage", "section", "at_x", "at_y", "box_x", "box_y"},
    JourneyMap: {"arranged"},
    Stage: {"width"},
    Section: {
        *("glyph", "height", "is_folded", "is_left_off_posters"),
        *("curve", "hidden", "hides_everyone", "front", "ghost"),
    },
    EmotionPoint: {"quote_x", "quote_y"},
}
"""Fields that have no row in a form: set in the panels, by gestures and actions, or by the program."""


def all_with_a_form() -> Document:
    """A map with all that a map can hold, and an agenda item that asks for all that one can."""
    document = everything()
    vote = AgendaItem(id="vote", title="Vote", item_kind="vote")
    document.apply(add_items(document, [vote]))
    document.apply(
        set_fields(
            document, ["in-notes"], plain_label("Have something to vote for"), text="Slow", colour="pink"
        )
    )
    return document


FORMS = tuple(
    (subject, kind)
    for subject in SUBJECTS
    for kind in (
        [kind.name for kind in SECTION_KINDS] if subject.record_type is Section else [subject.section_kind]
    )
)
"""What the inspector shows, and for which kind of section; a section's form asks for other things in each."""


def record_for(document: Document, subject: Subject, section_kind: str) -> Record:
    """A record that is shown so: a section of the kind, or what has that form."""
    return next(
        record
        for record in document
        if subject.fits(document, record)
        and not (isinstance(record, Section) and record.section_kind != section_kind)
    )


def shown_fields(form: Form) -> dict[str, Field]:
    """The fields that a person sees in a form, by their names."""
    return {name: field for name, field in form.fields.items() if field.isVisibleTo(form)}


def reach(window: WindowDriver, field: Field) -> QWidget:
    """Go to a field by F6 and Tab alone. Returns what has the focus in it."""
    inspector = window.window.right
    while not inspector.isAncestorOf(window.focus):
        window.press("F6")
    for _ in range(MOST_TABS):
        focused = QApplication.focusWidget()
        assert focused is not None
        if field.isAncestorOf(focused):
            return focused
        window.press("Tab")
    raise AssertionError(f"{field.control.accessibleName()} is out of reach; the focus is in {window.focus}")


def enter(window: WindowDriver, field: Field, folder: Path) -> str:
    """Give a field another value, by keys. Returns what must then be found in it."""
    control = reach(window, field)
    if isinstance(field, PictureField):
        window.press("Space")
        choose_picture(window, folder)
        return ""
    if isinstance(control, QComboBox) and not control.isEditable():
        window.press("Up" if control.currentIndex() + 1 == control.count() else "Down")
        return ""
    if isinstance(field, TickListField):
        window.press("Down")
        window.press("Space")
        return ""
    if isinstance(control, QAbstractButton):
        if isinstance(field, ColourField | PersonaColourField) and control.isChecked():
            window.press("Tab")
        window.press("Space")
        return ""
    assert isinstance(control, QLineEdit | QPlainTextEdit | QAbstractSpinBox | QComboBox)
    words = TYPED.get(type(field), "Fine words")
    if isinstance(field, NumberField):
        words = "0.7" if field.box.decimals() else "3"
    window.press("Ctrl+A")
    window.write(words)
    if isinstance(field, TagsField | TraitsField):
        window.press("Return")
    return words.split(":")[0]


def choose_picture(window: WindowDriver, folder: Path) -> None:
    (folder / "shop.png").write_bytes(image())
    [dialog] = window.window.findChildren(QFileDialog)
    dialog.selectFile(str(folder / "shop.png"))
    dialog.accept()
    window.wait_until(lambda: not window.window.findChildren(Progress))
    window.window.activateWindow()


def value(document: Document, id: str, name: str) -> object:
    record = document.find(id)
    return getattr(record, name)


@pytest.mark.parametrize(
    ("subject", "section_kind"),
    FORMS,
    ids=[f"{subject.record_type.kind} {kind}".strip() for subject, kind in FORMS],
)
def test_every_field_of_a_form_comes_back_from_file_and_json_and_is_undone(
    open_window: OpenWindow, tmp_path: Path, subject: Subject, section_kind: str
) -> None:
    window = open_window(all_with_a_form())
    id = record_for(window.document, subject, section_kind).id
    window.select_nothing()
    if subject.record_type is not JourneyMap:
        window.editor.select([id])
    form = window.window.right.form
    assert form is not None
    for name, field in shown_fields(form).items():
        before, steps = window.document.copy(), len(window.editor.history.steps)
        words = enter(window, field, tmp_path)
        after = window.document.copy()
        assert value(after, id, name) != value(before, id, name), f"{name} is as it was"
        assert words in str(value(after, id, name))
        window.canvas.setFocus()
        made = len(window.editor.history.steps) - steps
        window.undo(times=made)
        assert window.document.get(Record, id) == before.get(Record, id), f"{name} is not undone"
        window.redo(times=made)
        assert window.document == after, f"{name} is not done again"
        if subject.record_type is not JourneyMap:
            window.editor.select([id])
        if name in ("section_kind", "item_kind"):
            # What else a section or an agenda item says is asked for by its kind, and shown in the same form.
            window.undo()
    document, path = window.document.copy(), window.project.path
    window.close()
    with ProjectFile.open(path) as project:
        assert project.document == document
    stream = BytesIO()
    json.write(document, stream, ExportOptions())
    assert json.read_document(BytesIO(stream.getvalue())) == document


def test_every_field_of_every_record_can_be_set_in_the_window(open_window: OpenWindow) -> None:
    window = open_window(all_with_a_form())
    in_forms: dict[type[Record], set[str]] = {record_type: set() for record_type in RECORDS}
    for subject, section_kind in FORMS:
        id = record_for(window.document, subject, section_kind).id
        window.editor.select([id])
        form = window.window.right.form
        assert form is not None
        in_forms[subject.record_type] |= set(shown_fields(form))
    for record_type in RECORDS:
        said = in_forms[record_type] | BY_OTHER_WAYS.get(record_type, set())
        own = set(record_type.model_fields) - {"id", "position", *record_type.parents}
        assert own <= said, f"{record_type.kind}: {own - said}"


def test_a_section_is_asked_only_for_what_its_kind_needs(open_window: OpenWindow) -> None:
    window = open_window(everything())
    asked = {}
    for kind in SECTION_KINDS:
        window.editor.select([f"section-{kind.name}"])
        form = window.window.right.form
        assert form is not None
        asked[kind.name] = set(shown_fields(form)) - {"name", "hint", "section_kind"}
    assert asked["notes"] == {"colour", "persona", "standing"}
    assert asked["metrics"] == {"persona", "metric_look"}
    assert asked["dividing-line"] == {"line"}
    assert asked["text"] == {"persona"}


def test_a_section_of_another_kind_is_asked_for_other_things_at_once(open_window: OpenWindow) -> None:
    window = open_window(everything())
    window.editor.select(["section-notes", "section-metrics"])
    form = window.window.right.form
    assert form is not None
    assert {"standing", "metric_look"}.isdisjoint(shown_fields(form))
    window.editor.select(["section-notes"])
    window.editor.do(
        set_fields(window.document, ["section-notes"], plain_label("Set kind"), section_kind="metrics")
    )
    assert {"standing", "metric_look"} & set(shown_fields(form)) == {"metric_look"}
    window.undo()
    assert {"standing", "metric_look"} & set(shown_fields(form)) == {"standing"}


def test_every_kind_of_section_has_a_form_for_what_it_holds() -> None:
    told = {subject.section_kind for subject in SUBJECTS}
    assert {kind.name for kind in SECTION_KINDS if content_of(kind.name).holds} == told - {""}
