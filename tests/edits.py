"""Random edits, for every test that must hold for all of them.

`edits()` draws a verb with fitting arguments for a document as it is now, so that a test can draw, apply, and
draw again.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from app.model.cells import copy_to_cell, move_one_step, move_to_cell
from app.model.change import Change
from app.model.clippings import clip
from app.model.copying import duplicate
from app.model.document import Document
from app.model.editing import delete, reorder, set_fields
from app.model.emotions import add_point, bring_to_front, move_point, set_shown
from app.model.entries import add_entry, add_picture, set_picture
from app.model.history import History
from app.model.legend import set_meaning, set_role
from app.model.maps import add_map
from app.model.notes import add_note, recolour_notes, set_text
from app.model.pasting import At, paste
from app.model.personas import add_persona, set_map_personas
from app.model.pictures import NewPicture
from app.model.records import (
    EmotionPoint,
    Entry,
    Id,
    JourneyMap,
    Note,
    Process,
    Project,
    Record,
    Role,
    Section,
    Stage,
)
from app.model.relations import chain, part, relate
from app.model.search import replace
from app.model.sections import add_section, rename_section
from app.model.stages import add_stage, rename_stage
from tests.documents import PICTURES, colours, one_of, shares, some_of, texts, values


class Verb(NamedTuple):
    """A verb by name, with the arguments drawn for it. To call it is to get its Change."""

    name: str
    call: Callable[[Document], Change]


_ALWAYS = (True,)
_INDEXES = st.none() | st.integers(0, 4)
_STEPS = st.integers(-1, 1)
_COLOURS = st.none() | colours
_ANYWHERE = st.floats(-20, 20)
_PROCESSES = st.none() | st.sampled_from(get_args(Process))
_ROLES = st.none() | st.sampled_from(get_args(Role))
_PICTURES = st.sampled_from([NewPicture(data, "png", 4, 3) for data in PICTURES])


def copy_and_paste(document: Document, ids: Iterable[Id], map: Id) -> Change:
    """Copies what can be copied, and pastes it into a map."""
    clipping = clip(document, ids)
    return paste(document, clipping, At(map)) if clipping is not None else Change("Paste nothing", ())


def set_votes(document: Document, ids: Iterable[Id], votes: int) -> Change:
    """Stands for all that the window does with `set_fields`."""
    return set_fields(document, ids, "Vote", votes=votes)


@st.composite
def edits(draw: DrawFn, document: Document) -> Verb:
    """Any verb that the document as it now is allows. Adding a map is always one of them."""
    maps, stages, sections = (_ids(document.all(kind)) for kind in (JourneyMap, Stage, Section))
    notes, points = (_ids(document.all(kind)) for kind in (Note, EmotionPoint))
    entries = _ids(document.all(Entry))
    standing = [*notes, *entries]
    legend, personas = _ids(document.legend()), _ids(document.personas())
    showing = [*entries, *personas]
    deletable = [record.id for record in document if not isinstance(record, Project)]
    cells = cells_of(document)
    verbs: list[tuple[Sequence[object], Callable[[], SearchStrategy[Verb]]]] = [
        (cells, lambda: _verb(add_note, cell=one_of(cells), text=texts, colour=_COLOURS, index=_INDEXES)),
        (notes, lambda: _verb(set_text, note=one_of(notes), text=texts)),
        (notes, lambda: _verb(recolour_notes, notes=some_of(notes, least=1), colour=colours)),
        (notes, lambda: _verb(move_to_cell, cell=one_of(cells), ids=some_of(standing, 1), index=_INDEXES)),
        (notes, lambda: _verb(copy_to_cell, cell=one_of(cells), ids=some_of(standing, 1), index=_INDEXES)),
        (notes, lambda: _verb(move_one_step, ids=some_of(standing, 1), across=_STEPS, down=_STEPS)),
        (maps, lambda: _verb(copy_and_paste, ids=some_of(_ids(document), 1), map=one_of(maps))),
        (notes, lambda: _verb(chain, notes=some_of(notes, 1))),
        (notes, lambda: _verb(duplicate, ids=some_of([*standing, *stages, *sections, *maps], 1, 3))),
        (_ALWAYS, lambda: _verb(replace, ids=some_of(_ids(document)), words=texts, by=texts)),
        (notes, lambda: _verb(set_votes, ids=some_of(notes, least=1), votes=st.integers(0, 9))),
        (cells, lambda: _verb(add_point, cell=one_of(cells), value=values, at=shares, quote=texts)),
        (
            sections,
            lambda: _verb(bring_to_front, section=one_of(sections), persona=st.none() | one_of(personas)),
        ),
        (
            sections,
            lambda: _verb(
                set_shown,
                section=one_of(sections),
                persona=st.none() | one_of(personas),
                is_shown=st.booleans(),
            ),
        ),
        (points, lambda: _verb(move_point, point=one_of(points), value=_ANYWHERE, at=_ANYWHERE)),
        (_ALWAYS, lambda: _verb(reorder, id=one_of(_ids(document)), index=st.integers(0, 6))),
        (deletable, lambda: _verb(delete, ids=some_of(deletable, least=1, most=4))),
        (_ALWAYS, lambda: _verb(add_map, title=texts, index=_INDEXES)),
        (_ALWAYS, lambda: _verb(add_persona, name=texts, map=st.none() | one_of(maps))),
        (maps, lambda: _verb(set_map_personas, map=one_of(maps), personas=some_of(personas))),
        (legend, lambda: _verb(set_meaning, entry=one_of(legend), meaning=texts)),
        (legend, lambda: _verb(set_role, entry=one_of(legend), role=_ROLES)),
        (maps, lambda: _verb(add_stage, map=one_of(maps), name=texts, index=_INDEXES)),
        (stages, lambda: _verb(rename_stage, stage=one_of(stages), name=texts)),
        (maps, lambda: _verb(add_section, map=one_of(maps), name=texts, index=_INDEXES, colour=colours)),
        (cells, lambda: _verb(add_entry, cell=one_of(cells), text=texts, index=_INDEXES, process=_PROCESSES)),
        (cells, lambda: _verb(add_picture, cell=one_of(cells), picture=_PICTURES, caption=texts)),
        (showing, lambda: _verb(set_picture, ids=some_of(showing, 1), picture=st.none() | _PICTURES)),
        (notes, lambda: _verb(relate, from_note=one_of(notes), to_note=one_of(notes))),
        (notes, lambda: _verb(part, notes=some_of(notes, least=1))),
        (sections, lambda: _verb(rename_section, section=one_of(sections), name=texts)),
    ]
    return draw(draw(st.sampled_from([verb for choices, verb in verbs if choices]))())


def do_some(data: st.DataObject, history: History, most: int = 8) -> None:
    """Draw up to `most` verbs, each for the document as the one before left it, and do them."""
    for _ in range(data.draw(st.integers(0, most))):
        history.do(data.draw(edits(history.document)).call(history.document))


def cells_of(document: Document) -> list[tuple[Id, Id]]:
    """The section and stage of every cell."""
    return [
        (section.id, stage.id)
        for journey_map in document.maps()
        for section in document.sections(journey_map.id)
        for stage in document.stages(journey_map.id)
    ]


def _verb(function: Callable[..., Change], /, **arguments: SearchStrategy[Any]) -> SearchStrategy[Verb]:
    return st.fixed_dictionaries(arguments).map(partial(_bound, function))


def _bound(function: Callable[..., Change], arguments: dict[str, Any]) -> Verb:
    if "cell" in arguments:
        section, stage = arguments.pop("cell")
        arguments |= {"section": section, "stage": stage}
    return Verb(function.__name__, lambda document: function(document, **arguments))


def _ids(records: Iterable[Record]) -> list[Id]:
    return [record.id for record in records]
