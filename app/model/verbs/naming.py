"""Has what speaks of one record speak of another, where two become one."""

from app.model.document import Document
from app.model.draft import Draft
from app.model.records import AgendaItem, CallOut, FeltLater, Id, KeyPoint, Record

_SPEAKING: tuple[type[Record], ...] = (FeltLater, KeyPoint, CallOut, AgendaItem)


def name_another(document: Document, draft: Draft, gone: Id, other: Id) -> None:
    """Put another record for one that goes, in all that speaks of it: nothing names the other twice."""
    kind = draft.get(Record, gone).kind
    for record_type in _SPEAKING:
        fields = [field for field, of in record_type.mentions.items() if of == kind]
        for record in document.all(record_type) if fields else ():
            for field in fields:
                if record.id in draft and gone in (named := record.mentioned(field)):
                    put = tuple(dict.fromkeys(other if id == gone else id for id in named))
                    now = draft.get(Record, record.id)
                    draft.put(
                        now.changed(**{field: put if isinstance(getattr(now, field), tuple) else other})
                    )
    _keep_one(document, draft)


def _keep_one(document: Document, draft: Draft) -> None:
    seen: set[tuple[Id, Id]] = set()
    for one in document.felt_later():
        now = draft.get(FeltLater, one.id)
        if (now.note, now.point) in seen:
            draft.remove(now)
        seen.add((now.note, now.point))
