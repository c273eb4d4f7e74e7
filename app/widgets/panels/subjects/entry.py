"""The inspector's forms for entries: one for each kind of section that holds them."""

from app.drawing.channel_icons import CHANNELS
from app.drawing.sections.documents.documents_kind import DOCUMENT_KINDS
from app.model.metrics import MOST_VALUE
from app.model.records import Entry
from app.model.showing import set_picture
from app.model.words import PROCESSES
from app.widgets.editor import Editor
from app.widgets.forms.choice_fields import ChoiceField, NumberField
from app.widgets.forms.form import Line, Row
from app.widgets.forms.personas_field import PersonaField
from app.widgets.forms.picture_field import PictureField
from app.widgets.forms.suggesting_fields import SuggestingField, SuggestingListField
from app.widgets.forms.text_fields import LineField, TextField
from app.widgets.panels.subjects.subject import Subject

PROCESS_CHOICES = ((None, "None"), *((process, words) for process, words in PROCESSES.items()))
TRENDS = ((None, "Not said"), ("rising", "Rising"), ("steady", "Steady"), ("falling", "Falling"))


def _text(editor: Editor) -> tuple[Line, ...]:
    return (Row("text", "Text", lambda: TextField("A paragraph", lines=4), step="Edit text", for_one=True),)


def _channels(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("process", "Process", lambda: ChoiceField(PROCESS_CHOICES)),
        Row("channels", "Channels", lambda: SuggestingListField(CHANNELS, "One a line, up to ten")),
        Row("text", "In words", lambda: LineField("Instead of the process’s name"), step="Edit process"),
    )


def _pictures(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("picture", "Picture", lambda: PictureField(editor), verb=set_picture),
        Row("text", "Caption", lambda: TextField("What happens"), step="Edit caption", for_one=True),
    )


def _metrics(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("text", "Metric", lambda: LineField("Guests who stay"), step="Rename metric"),
        (
            Row("value", "Value", lambda: NumberField(-MOST_VALUE, MOST_VALUE, 4, or_none="None")),
            Row("unit", "Unit", lambda: LineField("%")),
        ),
        (
            Row("target", "Target", lambda: NumberField(-MOST_VALUE, MOST_VALUE, 4, or_none="None")),
            Row("trend", "Trend", lambda: ChoiceField(TRENDS)),
        ),
    )


def _documents(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("text", "Title", lambda: LineField("What it is called"), step="Edit title", for_one=True),
        Row("address", "Address", lambda: LineField("https://…")),
        Row("document_kind", "Kind", lambda: SuggestingField(DOCUMENT_KINDS, "Report, video …")),
    )


def _interplay(editor: Editor) -> tuple[Line, ...]:
    return (
        Row("persona", "Persona", lambda: PersonaField(editor), step="Set who is involved"),
        Row("text", "What they do", lambda: TextField("Decides, pays, waits …"), step="Edit involvement"),
    )


SUBJECTS = (
    Subject(Entry, _text, ("edit.delete",), "text"),
    Subject(Entry, _channels, ("edit.delete",), "channels"),
    Subject(Entry, _pictures, ("edit.delete",), "pictures"),
    Subject(Entry, _metrics, ("edit.delete",), "metrics"),
    Subject(Entry, _documents, ("notes.open_link", "edit.delete"), "documents"),
    Subject(Entry, _interplay, ("edit.delete",), "interplay"),
)
