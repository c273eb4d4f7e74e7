"""Whether a project would become larger than a file of it could be opened again."""

from app.language.phrases import Phrase, phrase
from app.limits import MOST_CHARACTERS, MOST_RECORDS
from app.model.change import Change
from app.model.document import Document
from app.model.records import Record

_FEW, _SHORT = 100, 100_000
"""Records and characters that one change may always add: what is typed is not weighed."""
_SHARE = 7 / 8
"""Of what can be opened, so that what is always added has room."""


def why_full(document: Document, change: Change) -> Phrase | None:
    """A sentence where a change would make a project too large; none where it may be made."""
    more = sum((edit.before is None) - (edit.after is None) for edit in change)
    if more > _FEW and len(document) + more > MOST_RECORDS * _SHARE:
        return phrase(
            "Nothing was added: {more} more things would be too many for this project, which has {held}. "
            "Add less at once, or start another project.",
            more=more,
            held=len(document),
        )
    longer = sum(_letters(edit.after) - _letters(edit.before) for edit in change)
    if longer > _SHORT and letters_in(document) + longer > MOST_CHARACTERS * _SHARE:
        return phrase(
            "Nothing was added: the project would have more than {most} characters. "
            "Add less at once, or start another project.",
            most=int(MOST_CHARACTERS * _SHARE),
        )
    return None


def letters_in(document: Document) -> int:
    """The characters of all texts."""
    return sum(map(_letters, document))


def _letters(record: Record | None) -> int:
    values = () if record is None else record.__dict__.values()
    return sum(len(value) for value in values if isinstance(value, str)) + sum(
        len(item) for value in values if isinstance(value, tuple) for item in value if isinstance(item, str)
    )
