"""Finding words in a project, in the order in which its maps are read, and replacing them."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat
from operator import contains
from typing import NamedTuple

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.finding.matching import LENIENT, Folded, Form, Matching, folded, sought, spans
from app.model.finding.numbering import asked_number, in_order
from app.model.kinds import content_of
from app.model.labels import NO_LABEL, step_label
from app.model.records import (
    AgendaItem,
    CallOut,
    EmotionPoint,
    Entry,
    Id,
    KeyPoint,
    Note,
    Record,
    Section,
    Stage,
)
from app.model.words import shortened

SEARCHED: dict[type[Record], tuple[str, ...]] = {
    Stage: ("name", "duration", "goal"),
    Section: ("name",),
    Note: ("text", "tags", "owner"),
    EmotionPoint: ("quote",),
    KeyPoint: ("text", "evidence"),
    CallOut: ("text",),
    AgendaItem: ("title", "instruction", "reminder", "question"),
}
"""The fields that are searched: texts that are seen on a map or in the agenda.

Of entries their section's kind says which.
"""
AGENDA: Id = ""
"""Where agenda items are found: on no map, and behind all of them."""


class Hit(NamedTuple):
    """A record in which the words stand, and its map."""

    map: Id
    id: Id
    is_number: bool = False
    """Whether the words are not in it, but are its number."""


class _Texts(NamedTuple):
    """The texts of a map's records in one form, in reading order."""

    texts: list[str]
    made_of_more: dict[Id, Folded]
    """Those in which a letter is more than one character, or another place than it was."""

    def put(self, place: int, id: Id, text: Folded) -> None:
        self.texts[place] = text.text
        if text.starts is None:
            self.made_of_more.pop(id, None)
        else:
            self.made_of_more[id] = text


class _Read(NamedTuple):
    """A map as it is searched: its records in reading order, the notes by number, all texts by form."""

    ids: list[Id]
    places: dict[Id, int]
    numbered: list[Id]
    forms: dict[Form, _Texts]

    def note(self, number: int) -> Id | None:
        return self.numbered[number - 1] if 1 <= number <= len(self.numbered) else None


class Search:
    """Searches a document; tell it with `follow` what changed. What was read once is remembered."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._maps: dict[Id, _Read] = {}
        self._folded: dict[Form, dict[Id, tuple[Record, Folded]]] = {}

    def find(self, words: str, map: Id | None = None, matching: Matching = LENIENT) -> list[Hit]:
        """Where words stand: in one map or in all; "#27" finds a note's number."""
        maps = [map] if map is not None else [*(one.id for one in self._document.maps()), AGENDA]
        number = asked_number(words)
        if number is not None:
            numbered = [(map, self._read_once(map).note(number)) for map in maps]
            return [Hit(map, id, True) for map, id in numbered if id is not None]
        if not words.strip():
            return []
        return [hit for map in maps for hit in self._found(words, map, matching)]

    def first_from(self, hits: Sequence[Hit], map: Id, id: Id | None) -> int:
        """Which hit stands first from a record on (none: from its map's beginning); 0 past the last."""
        ids = (*(journey_map.id for journey_map in self._document.maps()), AGENDA)
        maps = {id: index for index, id in enumerate(ids)}
        places = self._read_once(map).places
        start = (maps.get(map, 0), places.get(id or "", -1))

        def place(hit: Hit) -> tuple[int, int]:
            return maps[hit.map], places.get(hit.id, -1) if hit.map == map else -1

        index = bisect_left(hits, start, key=place)
        return index if index < len(hits) else 0

    def _read_once(self, map: Id) -> _Read:
        read = self._maps.get(map)
        if read is None:
            read = self._maps[map] = self._read(map)
        return read

    def _found(self, words: str, map: Id, matching: Matching) -> list[Hit]:
        wanted = sought(words, matching)
        if wanted is None:
            return []
        read = self._read_once(map)
        texts, made_of_more = self._in_form(read, wanted.form)
        ids = _holding(wanted.needle, read.ids, texts)
        if made_of_more or matching.whole_words:
            as_they_are = (made_of_more.get(id) or Folded(texts[read.places[id]]) for id in ids)
            ids = [id for id, text in zip(ids, as_they_are, strict=True) if any(text.found(wanted))]
        found = [Hit(map, id) for id in ids]
        number = asked_number(f"#{words}")
        id = read.note(number) if number is not None else None
        if id is not None and id not in ids:
            insort(found, Hit(map, id, True), key=lambda hit: read.places[hit.id])
        return found

    def _read(self, map: Id) -> _Read:
        ids = [record.id for record in in_reading_order(self._document, map)]
        numbered = [note.id for note in in_order(self._document, map)]
        return _Read(ids, {id: place for place, id in enumerate(ids)}, numbered, {})

    def _in_form(self, read: _Read, form: Form) -> _Texts:
        found = read.forms.get(form)
        if found is None:
            found = read.forms[form] = _Texts([""] * len(read.ids), {})
            for place, id in enumerate(read.ids):
                record = self._document.find(id)
                if record is not None:
                    found.put(place, id, self._fold(record, form))
        return found

    def _fold(self, record: Record, form: Form) -> Folded:
        folds = self._folded.setdefault(form, {})
        known = folds.get(record.id)
        if known is None or known[0] is not record:
            known = folds[record.id] = (record, folded("\n".join(_texts(self._document, record)), form))
        return known[1]

    def follow(self, change: Change) -> None:
        """A new text takes the place of the old one; all else is read anew when it is asked for."""
        for before, after in change:
            if _is_of_another_kind(before, after):
                self._folded.clear()
                self._maps.clear()
            if (
                before is None
                or after is None
                or _stands_elsewhere(before, after)
                or _counts_anew(before, after)
            ):
                self._maps.clear()
            for read in self._maps.values():
                if after is not None and after.id in read.places:
                    for form, texts in read.forms.items():
                        texts.put(read.places[after.id], after.id, self._fold(after, form))
            if after is None and before is not None:
                for folds in self._folded.values():
                    folds.pop(before.id, None)


def _holding(needle: str, ids: list[Id], texts: list[str]) -> list[Id]:
    """Whose texts hold it. Tens of thousands are asked at each key, so the loop is not Python's own."""
    return list(compress(ids, map(contains, texts, repeat(needle))))


def in_reading_order(document: Document, map: Id) -> Iterator[Record]:
    """What a map shows: key points, stages, each section with its cells from left to right, call-outs."""
    if map == AGENDA:
        yield from document.agenda()
        return
    stages = document.stages(map)
    yield from document.key_points(map)
    yield from stages
    for section in document.sections(map):
        yield section
        for stage in stages:
            yield from document.notes(section.id, stage.id)
            yield from document.points(section.id, stage.id)
            yield from document.siblings((Entry.kind, section.id, stage.id))
    yield from document.call_outs(map)


def replace(
    document: Document, ids: Iterable[Id], words: str, by: str, matching: Matching = LENIENT
) -> Change:
    """Put other words in the place of some, wherever they stand in the records."""
    draft = Draft(document)
    for id in ids:
        record = document.find(id)
        if record is not None:
            values = ((field, getattr(record, field)) for field in _fields(document, record))
            draft.put(
                record.changed(**{field: _replaced(value, words, by, matching) for field, value in values})
            )
    change = draft.change(NO_LABEL)
    text, places = shortened(words), len(change.edits)
    label = (
        step_label("replace_all", text=text, count=places) if places > 1 else step_label("replace", text=text)
    )
    return Change(label, change.edits)


def _fields(document: Document, record: Record) -> tuple[str, ...]:
    if isinstance(record, Entry):
        return content_of(document.get(Section, record.section).section_kind).searched
    return SEARCHED.get(type(record), ())


def _texts(document: Document, record: Record) -> Iterator[str]:
    for field in _fields(document, record):
        value = getattr(record, field)
        if isinstance(value, tuple):
            yield from value
        elif value:
            yield value


def _replaced(value: str | tuple[str, ...], words: str, by: str, matching: Matching) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        kept = (_replaced_in(one, words, by, matching) for one in value)
        return tuple(dict.fromkeys(one for one in kept if one.strip()))
    return _replaced_in(value, words, by, matching)


def _replaced_in(text: str, words: str, by: str, matching: Matching) -> str:
    parts = []
    end = 0
    for start, stop in spans(text, words, matching):
        parts += [text[end:start], by]
        end = stop
    return "".join([*parts, text[end:]])


def _counts_anew(before: Record, after: Record) -> bool:
    """Whether notes have other numbers afterwards."""
    if not isinstance(before, Section) or not isinstance(after, Section):
        return False
    return before.is_left_off_posters != after.is_left_off_posters


def _is_of_another_kind(before: Record | None, after: Record | None) -> bool:
    """Whether entries are searched for other fields afterwards."""
    if not isinstance(before, Section) or not isinstance(after, Section):
        return False
    return before.section_kind != after.section_kind


def _stands_elsewhere(before: Record, after: Record) -> bool:
    return before.position != after.position or before.place != after.place
