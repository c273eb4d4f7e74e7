"""A project as one JSON file that people can read and write: everything that it holds except its history.

Fields at their default are left out, and the lists tell the order, so what is read is written again to the
byte. The form is described in `docs/format.md`.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import BinaryIO, TypeVar

from pydantic import ValidationError

from app.formats.import_notes import Imported
from app.formats.json.json_faults import refuse_doubles, sentence
from app.formats.json.json_form import FileForm, Head, fields_of
from app.formats.json.json_options import JsonOptions
from app.formats.json.json_records import records_of, store_of
from app.formats.json.json_text import written
from app.formats.json.json_upgrade import upgraded_json
from app.formats.options import ExportOptions
from app.language.phrases import phrase
from app.language.words import megabytes
from app.limits import LARGEST_JSON, MOST_CHARACTERS, MOST_PARTS, MOST_RECORDS
from app.model import invariants
from app.model.document import Document
from app.model.exchange.plain_json import parts_in
from app.model.fullness import letters_in
from app.model.records import (
    AgendaItem,
    Detail,
    EmotionPoint,
    FeltLater,
    JourneyMap,
    Note,
    ParkedNote,
    Record,
    Relation,
    Round,
    Section,
    Stage,
    Style,
)
from app.model.upgrades import SCHEMA
from app.pages.errors import FormatError
from app.pages.which_map import chosen_map

R = TypeVar("R", Relation, FeltLater)
_PICTURE_DATA = re.compile(rb'"data"\s*:\s*"[A-Za-z0-9+/=]*"')


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write the project, or of its maps only the chosen one.

    Raises FormatError for a project that is damaged, so that nothing is left out silently.
    """
    for fault in invariants.faults(document):
        raise FormatError(phrase("The project is damaged and cannot be written: {fault}", fault=fault))
    map = options.own(JsonOptions).map
    maps = document.maps() if map is None else (chosen_map(document, map),)
    content = {"format": "journeywall", "version": SCHEMA, "project": _nested(document, maps)}
    data = written(content).encode("utf-8") + b"\n"
    _refuse_larger(data)
    stream.write(data)


def read(stream: BinaryIO) -> Imported:
    """What a file describes. It says all of it itself, so there is nothing to note."""
    return Imported(read_document(stream))


def read_document(stream: BinaryIO) -> Document:
    """The document that a file describes. Raises FormatError, which names the place of a fault."""
    data = stream.read(LARGEST_JSON + 1).removeprefix(b"\xef\xbb\xbf")
    _refuse_larger(data)
    try:
        schema = Head.model_validate_json(data).version
        if schema > SCHEMA:
            raise FormatError(
                phrase("It was written by a newer version of Journeywall; update Journeywall to read it.")
            )
        file = FileForm.model_validate_json(upgraded_json(data, schema), strict=True)
    except ValidationError as error:
        raise FormatError(sentence(error)) from error
    refuse_doubles(data)
    document = Document(records_of(file.project), store_of(file.project))
    _refuse_more_letters(document)
    for fault in invariants.faults(document):
        raise FormatError(fault)
    return document


def _nested(document: Document, maps: Sequence[JourneyMap]) -> dict[str, object]:
    lists = {
        "legend": [_fields(entry) for entry in document.legend()],
        "pictures": list(_with_bytes(document)),
        "styles": [_fields(style) for style in document.all(Style)],
        "parked_notes": [_fields(note) for note in document.siblings((ParkedNote.kind,))],
        "personas": [_fields(persona) for persona in document.personas()],
        "maps": [_nested_map(document, journey_map, maps) for journey_map in maps],
        "relations": [_fields(one) for one in _among(document, document.relations(), maps)],
        "felt_later": [_fields(one) for one in _among(document, document.felt_later(), maps)],
        "agenda": [_fields(_of_maps(document, item, maps)) for item in document.agenda()],
        "rounds": [_nested_round(document, round) for round in document.rounds()],
        "reveals": [_fields(reveal) for reveal in document.reveals()],
        "runs": [_fields(run) for run in document.runs()],
    }
    return _fields(document.project) | {name: held for name, held in lists.items() if held}


def _nested_map(document: Document, journey_map: JourneyMap, maps: Sequence[JourneyMap]) -> dict[str, object]:
    sections, stages = document.sections(journey_map.id), document.stages(journey_map.id)
    cells = [(section, stage) for section in sections for stage in stages]
    lists = {
        "stages": [_fields(stage) for stage in stages],
        "sections": [_fields(_on_its_own(document, section, maps)) for section in sections],
        "notes": [
            _fields(note, colour=section.colour)
            for section, stage in cells
            for note in document.notes(section.id, stage.id)
        ],
        "points": [
            _fields(point) for section, stage in cells for point in document.points(section.id, stage.id)
        ],
        "entries": [
            _fields(entry) for section, stage in cells for entry in document.entries(section.id, stage.id)
        ],
        "key_points": [_fields(key_point) for key_point in document.key_points(journey_map.id)],
        "call_outs": [_fields(call_out) for call_out in document.call_outs(journey_map.id)],
    }
    return _fields(journey_map) | {name: held for name, held in lists.items() if held}


def _nested_round(document: Document, round: Round) -> dict[str, object]:
    counts = [_fields(count) for count in document.hand_counts(round.id)]
    return _fields(round) | ({"counts": counts} if counts else {})


def _of_maps(document: Document, item: AgendaItem, maps: Sequence[JourneyMap]) -> AgendaItem:
    """An agenda item that names nothing of a map that is not written."""
    written = {journey_map.id for journey_map in maps}
    parts: tuple[Stage | Section, ...] = (*document.all(Stage), *document.all(Section))
    lines = {part.id: part.map for part in parts}
    return item.changed(
        map=item.map if item.map in written else None,
        stages=tuple(id for id in item.stages if lines[id] in written),
        candidates=tuple(id for id in item.candidates if lines[document.get(Note, id).section] in written),
    )


def _on_its_own(document: Document, section: Section, maps: Sequence[JourneyMap]) -> Section:
    """A section that lays no graph under itself whose map is not written."""
    written = {journey_map.id for journey_map in maps}
    if section.ghost is None or document.get(Section, section.ghost).map in written:
        return section
    return section.changed(ghost=None)


def _among(document: Document, relations: Sequence[R], maps: Sequence[JourneyMap]) -> Iterator[R]:
    """The relations of which both ends are written."""
    written = {journey_map.id for journey_map in maps}
    for relation in relations:
        ends = [document.find(id) for field in relation.mentions for id in relation.mentioned(field)]
        places = (end.section for end in ends if isinstance(end, Note | EmotionPoint))
        if all(document.get(Section, place).map in written for place in places):
            yield relation


def _with_bytes(document: Document) -> Iterator[dict[str, object]]:
    """The pictures with their bytes. Raises FormatError where they are lost, or too many."""
    room = LARGEST_JSON
    for picture in document.pictures():
        data = document.picture_store.get(picture.id)
        if data is None:
            raise FormatError(
                phrase(
                    "The picture {id} is lost, so the project cannot be written completely.", id=picture.id
                )
            )
        room -= len(data)
        if room < 0:
            raise _too_large()
        yield _fields(picture) | {"data": b64encode(data).decode()}


def _fields(record: Record, **defaults: object) -> dict[str, object]:
    """The fields that are not at their default; `defaults` are those that follow from where a record is."""
    infos = type(record).model_fields
    return {
        name: _plain(getattr(record, name))
        for name in fields_of(type(record))
        if name == "id" or getattr(record, name) != defaults.get(name, infos[name].default)
    }


def _plain(value: object) -> object:
    """A field's value without the details in it, which become mappings."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.model_dump(exclude_defaults=True) if isinstance(value, Detail) else value


def _refuse_larger(data: bytes) -> None:
    if len(data) > LARGEST_JSON:
        raise _too_large()
    if parts_in(data) > MOST_PARTS:
        raise FormatError(
            phrase("A project as JSON may have {most} parts at most, and this has more.", most=MOST_PARTS)
        )
    if data.count(b"{") > MOST_RECORDS:
        raise FormatError(
            phrase("A project may have {most} records at most, and this has more.", most=MOST_RECORDS)
        )
    if len(data) > 2 * MOST_CHARACTERS and len(_PICTURE_DATA.sub(b"", data)) > 2 * MOST_CHARACTERS:
        # With all that is written around them.
        raise _too_many_letters()


def _too_large() -> FormatError:
    return FormatError(
        phrase(
            "A project as JSON may have {most} at most, and this has more."
            " Export one map by itself, or with fewer pictures.",
            most=megabytes(LARGEST_JSON),
        )
    )


def _refuse_more_letters(document: Document) -> None:
    if letters_in(document) > MOST_CHARACTERS:
        raise _too_many_letters()


def _too_many_letters() -> FormatError:
    return FormatError(
        phrase("A project may have {most} characters at most, and this has more.", most=MOST_CHARACTERS)
    )
