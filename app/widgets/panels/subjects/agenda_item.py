"""The inspector's form for agenda items."""

from app.language.phrases import tr, tr_context
from app.language.words import capitalised
from app.model.field_words import field_name
from app.model.labels import step_label
from app.model.nouns import word
from app.model.records import LONGEST_ITEM, MOST_VOTES_EACH, AgendaItem, Record
from app.session.editor import Editor
from app.widgets.forms.agenda_fields import (
    ArmedColourField,
    CandidatesField,
    LitSectionsField,
    LitStagesField,
    MapField,
)
from app.widgets.forms.choice_fields import ChoiceField, NumberField
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.text_fields import LineField, TextField
from app.widgets.panels.subjects.subject import Subject

KINDS = ("show", "write", "vote", "place", "break")
LOCKS = ("nothing", "layout", "all but the curve", "everything")
ROLES = (
    "pain point",
    "opportunity",
    "question",
    "thought",
    "moment of truth",
    "action",
    "touchpoint",
    "goal",
)


def _label(field: str) -> str:
    """What a field is called wherever it is told of."""
    return str(field_name(field))


def _is_vote(record: Record) -> bool:
    return isinstance(record, AgendaItem) and record.item_kind == "vote"


def _is_about_notes(record: Record) -> bool:
    return isinstance(record, AgendaItem) and record.item_kind in ("vote", "place")


def lines(editor: Editor) -> tuple[FormRow, ...]:
    kinds = [(kind, capitalised(word("item kind", kind))) for kind in KINDS]
    locks = [(lock, capitalised(word("lock", lock))) for lock in LOCKS]
    roles = [(None, tr("Of the sections")), *((role, capitalised(word("role", role))) for role in ROLES)]
    step = step_label("edit_agenda")
    return (
        Row(
            "title",
            tr("Title"),
            lambda: LineField(tr("Without a title")),
            step=step_label("rename", kind=AgendaItem.kind),
            for_one=True,
        ),
        Row(
            "instruction",
            _label("instruction"),
            lambda: LineField(tr("In one line, for all to read")),
            step=step,
        ),
        (
            Row("minutes", _label("minutes"), lambda: NumberField(1, LONGEST_ITEM), step=step),
            Row("item_kind", _label("item_kind"), lambda: ChoiceField(kinds), step=step),
        ),
        Row(
            "question",
            _label("question"),
            lambda: LineField(tr("What is voted on")),
            step=step,
            is_for=_is_vote,
        ),
        (
            Row(
                "votes_each",
                _label("votes_each"),
                lambda: NumberField(1, MOST_VOTES_EACH),
                step=step,
                is_for=_is_vote,
            ),
            Row(
                "role",
                tr_context("of an agenda item", "Notes"),
                lambda: ChoiceField(roles),
                step=step,
                tip=tr("Which notes it is about"),
                is_for=_is_about_notes,
            ),
        ),
        Row(
            "candidates",
            _label("candidates"),
            lambda: CandidatesField(editor),
            step=step,
            tip=tr("The notes that can be voted for"),
            for_one=True,
            is_for=_is_vote,
        ),
        Row("map", tr_context("noun", "Map"), lambda: MapField(editor), step=step),
        Row("sections", tr("Lit sections"), lambda: LitSectionsField(editor), step=step),
        Row("stages", tr("Lit stages"), lambda: LitStagesField(editor), step=step),
        (
            Row(
                "colour",
                tr("Armed colour"),
                lambda: ArmedColourField(editor),
                step=step,
                tip=tr("The colour of the notes that are written"),
            ),
            Row(
                "lock",
                _label("lock"),
                lambda: ChoiceField(locks),
                step=step,
                tip=tr("What of the map cannot be changed meanwhile"),
            ),
        ),
        Row(
            "reminder",
            _label("reminder"),
            lambda: TextField(tr("Only you see this"), lines=3),
            step=step,
        ),
    )


SUBJECT = Subject(AgendaItem, lines, ("workshop.agenda", "edit.duplicate", "edit.delete"))
