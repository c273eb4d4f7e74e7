"""Builds the rows of a form from what a kind of section says of it."""

from collections.abc import Iterator

from app.drawing.sections.form import (
    Choice,
    ColourOfNotes,
    Control,
    Day,
    EmotionWord,
    FormField,
    FormLine,
    LongText,
    Number,
    OnePersona,
    OnePicture,
    ShortText,
    Tags,
    UsualWord,
    UsualWords,
    YesOrNo,
)
from app.model.verbs.picture_verbs import set_picture
from app.session.editor import Editor
from app.widgets.forms.choice_fields import CheckField, ChoiceField, ColourField, NumberField
from app.widgets.forms.day_field import DayField
from app.widgets.forms.field import Field
from app.widgets.forms.form import FormRow, Row
from app.widgets.forms.personas_field import PersonaField
from app.widgets.forms.picture_field import PictureField
from app.widgets.forms.suggesting_fields import SuggestingField, SuggestingListField
from app.widgets.forms.tags_field import TagsField
from app.widgets.forms.text_fields import LineField, TextField
from app.widgets.forms.word_field import WordField


def lines_of(form: tuple[FormLine, ...], editor: Editor) -> tuple[FormRow, ...]:
    """The lines of a form, ready to be shown for an editor's records."""
    return tuple(
        tuple(_row(field, editor) for field in line) if isinstance(line, tuple) else _row(line, editor)
        for line in form
    )


def rows_of(fields: tuple[FormField, ...], editor: Editor) -> Iterator[Row]:
    """A row for each of these fields, ready to be shown for an editor's records."""
    return (_row(field, editor) for field in fields)


def _row(field: FormField, editor: Editor) -> Row:
    return Row(
        field.name,
        str(field.label),
        lambda: _made(field.control, editor),
        step=field.step,
        tip=str(field.tip),
        share=field.share,
        for_one=field.for_one,
        verb=set_picture if isinstance(field.control, OnePicture) else None,
    )


def _made(control: Control, editor: Editor) -> Field:
    match control:
        case ShortText():
            return LineField(str(control.placeholder))
        case LongText():
            return TextField(str(control.placeholder), control.lines)
        case UsualWord():
            return SuggestingField(map(str, control.words), str(control.placeholder))
        case UsualWords():
            return SuggestingListField(map(str, control.words), str(control.placeholder))
        case Choice():
            return ChoiceField([(value, str(words)) for value, words in control.choices])
        case Number():
            return NumberField(
                control.lowest, control.highest, control.decimals, control.step, str(control.or_none)
            )
        case YesOrNo():
            return CheckField(str(control.words))
        case Day():
            return DayField()
        case Tags():
            return TagsField()
        case ColourOfNotes():
            return ColourField()
        case OnePersona():
            return PersonaField(editor)
        case OnePicture():
            return PictureField(editor)
        case EmotionWord():
            return WordField(lambda: editor.document.project.emotions, str(control.placeholder))
