"""Finding words in a project, in the order in which its maps are read, and replacing them."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.numbering import asked_number, in_order
from app.model.records import EmotionPoint, Entry, Id, Note, Record, Section, Stage
from app.model.words import count, quoted

SEARCHED: dict[type[Record], tuple[str, ...]] = {
    Stage: ("name", "duration", "goal"),
    Section: ("name",),
    Note: ("text", "tags", "owner"),
    EmotionPoint: ("quote",),
    Entry: ("text",),
}
"""The fields that are searched: texts that are seen on a map."""


class Hit(NamedTuple):
    """A record in which the words stand, and its map."""

    map: Id
    id: Id
    is_number: bool = False
    """Whether the words are not in it, but are its number."""


class _Read(NamedTuple):
    """A map as it is searched: its records in reading order, the folded text of each, the notes by number."""

    ids: list[Id]
    texts: list[str]
    places: dict[Id, int]
    numbered: list[Id]

    def note(self, number: int) -> Id | None:
        return self.numbered[number - 1] if 1 <= number <= len(self.numbered) else None


class Search:
    """Searches a document; tell it with `follow` what changed. What was read once is remembered."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._maps: dict[Id, _Read] = {}
        self._folded: dict[Id, tuple[Record, str]] = {}

    def find(self, words: str, map: Id | None = None) -> list[Hit]:
        """Where words stand, whatever their case: in one map or in all; "#27" finds a note's number."""
        maps = [map] if map is not None else [journey_map.id for journey_map in self._document.maps()]
        number = asked_number(words)
        if number is not None:
            numbered = [(map, self._read_once(map).note(number)) for map in maps]
            return [Hit(map, id, True) for map, id in numbered if id is not None]
        needle = words.casefold()
        if not needle.strip():
            return []
        return [hit for map in maps for hit in self._found(needle, map)]

    def first_from(self, hits: Sequence[Hit], map: Id, id: Id | None) -> int:
        """Which hit stands first from a record on (none: from its map's beginning); 0 past the last."""
        maps = {journey_map.id: index for index, journey_map in enumerate(self._document.maps())}
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

    def _found(self, needle: str, map: Id) -> list[Hit]:
        read = self._read_once(map)
        found = [Hit(map, id) for id, text in zip(read.ids, read.texts, strict=True) if needle in text]
        number = asked_number(f"#{needle}")
        id = read.note(number) if number is not None else None
        if id is not None and needle not in read.texts[read.places[id]]:
            insort(found, Hit(map, id, True), key=lambda hit: read.places[hit.id])
        return found

    def _read(self, map: Id) -> _Read:
        records = list(in_reading_order(self._document, map))
        ids = [record.id for record in records]
        places = {id: place for place, id in enumerate(ids)}
        numbered = [note.id for note in in_order(self._document, map)]
        return _Read(ids, [self._fold(record) for record in records], places, numbered)

    def _fold(self, record: Record) -> str:
        known = self._folded.get(record.id)
        if known is None or known[0] is not record:
            known = self._folded[record.id] = (record, "\n".join(_texts(record)).casefold())
        return known[1]

    def follow(self, change: Change) -> None:
        """A new text takes the place of the old one; all else is read anew when it is asked for."""
        for before, after in change:
            if (
                before is None
                or after is None
                or _stands_elsewhere(before, after)
                or _counts_anew(before, after)
            ):
                self._maps.clear()
            for read in self._maps.values():
                if after is not None and after.id in read.places:
                    read.texts[read.places[after.id]] = self._fold(after)
            if after is None and before is not None:
                self._folded.pop(before.id, None)


def in_reading_order(document: Document, map: Id) -> Iterator[Record]:
    """What a map shows: its stages, then each section with its cells from left to right."""
    stages = document.stages(map)
    yield from stages
    for section in document.sections(map):
        yield section
        for stage in stages:
            yield from document.notes(section.id, stage.id)
            yield from document.points(section.id, stage.id)
            yield from document.siblings((Entry.kind, section.id, stage.id))


def replace(document: Document, ids: Iterable[Id], words: str, by: str) -> Change:
    """Put other words in the place of some, whatever their case, wherever they stand in the records."""
    draft = Draft(document)
    for id in ids:
        record = document.find(id)
        if record is not None:
            fields = {field: _replaced(getattr(record, field), words, by) for field in _fields(record)}
            draft.put(record.changed(**fields))
    change = draft.change("")
    where = f" in {count(len(change.edits), 'place')}" if len(change.edits) > 1 else ""
    return Change(f"Replace {quoted(words, 'text')}{where}", change.edits)


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """From where to where words stand in a text, whatever their case; without overlaps."""
    needle, folded = words.casefold(), text.casefold()
    if not needle:
        return []
    # Some letters fold to several ("ß" to "ss"), which shifts what stands behind them.
    starts = [place for place, letter in enumerate(text) for _ in letter.casefold()]
    found: list[tuple[int, int]] = []
    at = folded.find(needle)
    while at >= 0:
        start, last = starts[at], starts[at + len(needle) - 1]
        if not found or start >= found[-1][1]:
            found.append((start, last + 1))
        at = folded.find(needle, at + len(needle))
    return found


def _fields(record: Record) -> tuple[str, ...]:
    return SEARCHED.get(type(record), ())


def _texts(record: Record) -> Iterator[str]:
    for field in _fields(record):
        value = getattr(record, field)
        if isinstance(value, tuple):
            yield from value
        elif value:
            yield value


def _replaced(value: str | tuple[str, ...], words: str, by: str) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        kept = (_replaced_in(one, words, by) for one in value)
        return tuple(dict.fromkeys(one for one in kept if one.strip()))
    return _replaced_in(value, words, by)


def _replaced_in(text: str, words: str, by: str) -> str:
    parts = []
    end = 0
    for start, stop in spans(text, words):
        parts += [text[end:start], by]
        end = stop
    return "".join([*parts, text[end:]])


def _counts_anew(before: Record, after: Record) -> bool:
    """Whether notes have other numbers afterwards."""
    if not isinstance(before, Section) or not isinstance(after, Section):
        return False
    return before.is_left_off_posters != after.is_left_off_posters


def _stands_elsewhere(before: Record, after: Record) -> bool:
    return before.position != after.position or before.place != after.place
