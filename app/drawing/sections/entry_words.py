"""What the fields of an entry say in words: to be heard, and in tables of other programs."""

from collections.abc import Callable, Collection, Iterator

from app.drawing.sections.channels.processes import PROCESSES
from app.language.phrases import tr
from app.model.analysis.metrics import written
from app.model.document import Document
from app.model.nouns import word
from app.model.records import Entry, Persona

_Words = Callable[[Document, Entry], str]

_SPOKEN: dict[str, _Words] = {
    "persona": lambda document, entry: _persona(document, entry),
    "text": lambda document, entry: entry.text.strip(),
    "process": lambda document, entry: str(PROCESSES[entry.process]) if entry.process else "",
    "channels": lambda document, entry: ", ".join(entry.channels),
    "value": lambda document, entry: figure(entry),
    "target": lambda document, entry: _target(entry),
    "trend": lambda document, entry: _trend(entry),
    "picture": lambda document, entry: tr("picture") if entry.picture else "",
    "document_kind": lambda document, entry: entry.document_kind,
    "address": lambda document, entry: entry.address,
}
"""In the order in which they are heard. A unit is heard with its number."""


def entry_label(document: Document, entry: Entry, fields: Collection[str] = _SPOKEN) -> str:
    """What some fields say, one after the other."""
    labels = (words(document, entry) for field, words in _SPOKEN.items() if field in fields)
    return ", ".join(filter(None, labels))


def tabulated(entry: Entry, fields: Collection[str] = _SPOKEN) -> str:
    """What some fields say in one cell of a table: the text, and what people calculate with or open."""
    return " ".join(filter(None, _tabulated(entry, fields)))


def figure(entry: Entry) -> str:
    return "" if entry.value is None else written(entry.value, entry.unit)


def _tabulated(entry: Entry, fields: Collection[str]) -> Iterator[str]:
    if "text" in fields:
        yield entry.text
    if "value" in fields:
        yield figure(entry)
    if "channels" in fields:
        yield ", ".join(entry.channels)
    if "address" in fields:
        yield entry.address


def _persona(document: Document, entry: Entry) -> str:
    persona = document.find(entry.persona or "")
    return (persona.name or tr("unnamed persona")) if isinstance(persona, Persona) else ""


def _target(entry: Entry) -> str:
    if entry.target is None:
        return ""
    return tr("target {number}", number=written(entry.target, entry.unit))


def _trend(entry: Entry) -> str:
    return tr("trend: {trend}", trend=word("trend", entry.trend)) if entry.trend else ""
